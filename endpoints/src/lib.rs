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

#[cfg(feature = "_typed")]
mod open_enum;
#[cfg(feature = "_typed")]
mod rules;

#[cfg(feature = "_typed")]
pub use open_enum::Unlisted;

#[cfg(feature = "brand_members")]
pub mod brand_members;
#[cfg(feature = "brand_product_coupons")]
pub mod brand_product_coupons;
#[cfg(feature = "brands")]
pub mod brands;
#[cfg(feature = "compensations")]
pub mod compensations;
#[cfg(feature = "complaints")]
pub mod complaints;
#[cfg(feature = "coupons")]
pub mod coupons;
#[cfg(feature = "devices")]
pub mod devices;
#[cfg(feature = "ecommerce")]
pub mod ecommerce;
#[cfg(feature = "enterprise")]
pub mod enterprise;
#[cfg(feature = "fapiao")]
pub mod fapiao;
#[cfg(feature = "funds")]
pub mod funds;
#[cfg(feature = "global")]
pub mod global;
#[cfg(feature = "gov_subsidies")]
pub mod gov_subsidies;
#[cfg(feature = "hongkong")]
pub mod hongkong;
#[cfg(feature = "industries")]
pub mod industries;
#[cfg(feature = "members")]
pub mod members;
#[cfg(feature = "merchants")]
pub mod merchants;
#[cfg(feature = "notifications")]
pub mod notifications;
#[cfg(feature = "papay")]
pub mod papay;
#[cfg(feature = "payments")]
pub mod payments;
#[cfg(feature = "payscore")]
pub mod payscore;
#[cfg(feature = "payscore_institutions")]
pub mod payscore_institutions;
#[cfg(feature = "payscore_plans")]
pub mod payscore_plans;
#[cfg(feature = "platform")]
pub mod platform;
#[cfg(feature = "product_coupons")]
pub mod product_coupons;
#[cfg(feature = "profit_sharing")]
pub mod profit_sharing;
#[cfg(feature = "stores")]
pub mod stores;
#[cfg(feature = "transfers")]
pub mod transfers;
#[cfg(feature = "transport")]
pub mod transport;
