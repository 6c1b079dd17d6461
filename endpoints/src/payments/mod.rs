//! 基础支付.

pub mod bills;
pub mod combine;
pub mod direct;
pub mod partner;
pub mod refunds;
