#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![allow(
    clippy::duplicated_attributes,
    reason = "a builder converts several types with `into`"
)]

#[cfg(feature = "facts")]
pub mod declare;
#[cfg(feature = "facts")]
pub mod facts;

/// The facts of every published operation and event, as this version of the crate knows them.
///
/// The first call decompresses and reads them, in some 25 ms and 25 MB of memory. Later calls return the same facts.
///
/// ```
/// use wechatpay_endpoints::facts;
///
/// // An operation, by its method and path or by its name.
/// let facts = facts();
/// let refund = facts.find("POST /v3/refund/domestic/refunds").map_err(|error| error.to_string())?;
/// assert_eq!(refund.label, "申请退款");
///
/// // Its members: here those of the body, which are objects, lists and values.
/// let members = refund.request.as_ref().and_then(|ty| facts.members(&refund.product, ty));
/// for member in members.into_iter().flatten() {
///     let required = if member.required { ", required" } else { "" };
///     println!("{}: {}{required} ({})", member.name, member.ty, member.label);
/// }
///
/// // Its example, which satisfies the facts.
/// let example = facts.example(refund).and_then(|example| example.request.as_ref());
/// if let Some(body) = example {
///     println!("{body:#}");
///     assert_eq!(body["amount"]["refund"], 888);
/// }
/// # Ok::<_, String>(())
/// ```
///
/// With [`declare::declaration`] the facts become a declaration in Rust, without a clone of the repository.
#[cfg(feature = "facts")]
#[must_use]
pub fn facts() -> &'static facts::Facts {
    &facts::table::FACTS
}

// The unit tests are about the facts: without the families, thousands of types are not compiled once more for them.
#[cfg(all(feature = "_typed", not(test)))]
mod open_enum;
#[cfg(all(feature = "_typed", not(test)))]
mod rules;

#[cfg(all(feature = "_typed", not(test)))]
pub use open_enum::Unlisted;

#[cfg(all(feature = "brand_members", not(test)))]
pub mod brand_members;
#[cfg(all(feature = "brand_product_coupons", not(test)))]
pub mod brand_product_coupons;
#[cfg(all(feature = "brands", not(test)))]
pub mod brands;
#[cfg(all(feature = "compensations", not(test)))]
pub mod compensations;
#[cfg(all(feature = "complaints", not(test)))]
pub mod complaints;
#[cfg(all(feature = "coupons", not(test)))]
pub mod coupons;
#[cfg(all(feature = "devices", not(test)))]
pub mod devices;
#[cfg(all(feature = "ecommerce", not(test)))]
pub mod ecommerce;
#[cfg(all(feature = "enterprise", not(test)))]
pub mod enterprise;
#[cfg(all(feature = "fapiao", not(test)))]
pub mod fapiao;
#[cfg(all(feature = "funds", not(test)))]
pub mod funds;
#[cfg(all(feature = "global", not(test)))]
pub mod global;
#[cfg(all(feature = "gov_subsidies", not(test)))]
pub mod gov_subsidies;
#[cfg(all(feature = "hongkong", not(test)))]
pub mod hongkong;
#[cfg(all(feature = "industries", not(test)))]
pub mod industries;
#[cfg(all(feature = "members", not(test)))]
pub mod members;
#[cfg(all(feature = "merchants", not(test)))]
pub mod merchants;
#[cfg(all(feature = "notifications", not(test)))]
pub mod notifications;
#[cfg(all(feature = "papay", not(test)))]
pub mod papay;
#[cfg(all(feature = "payments", not(test)))]
pub mod payments;
#[cfg(all(feature = "payscore", not(test)))]
pub mod payscore;
#[cfg(all(feature = "payscore_institutions", not(test)))]
pub mod payscore_institutions;
#[cfg(all(feature = "payscore_plans", not(test)))]
pub mod payscore_plans;
#[cfg(all(feature = "platform", not(test)))]
pub mod platform;
#[cfg(all(feature = "product_coupons", not(test)))]
pub mod product_coupons;
#[cfg(all(feature = "profit_sharing", not(test)))]
pub mod profit_sharing;
#[cfg(all(feature = "stores", not(test)))]
pub mod stores;
#[cfg(all(feature = "transfers", not(test)))]
pub mod transfers;
#[cfg(all(feature = "transport", not(test)))]
pub mod transport;
