//! 电商收付通.

pub mod applyments;
pub mod combine_papay;
pub mod individuals;
pub mod profit_sharing;
pub mod refunds;
pub mod transfers;
