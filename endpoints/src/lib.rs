#![doc = include_str!("../README.md")]
#![allow(
    clippy::duplicated_attributes,
    reason = "a builder converts several types with `into`"
)]

#[cfg(feature = "facts")]
pub mod declare;
#[cfg(feature = "facts")]
pub mod facts;

#[cfg(feature = "_typed")]
mod open_enum;

#[cfg(feature = "_typed")]
pub use open_enum::Unlisted;

#[cfg(feature = "brand_product_coupons")]
pub mod brand_product_coupons;
#[cfg(feature = "brands")]
pub mod brands;
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
