//! 企业支付.

mod available_merchant_ranges;
mod employee_authorizations;
mod quota_cards;
mod store_entity_matches;
mod webizpay_bills;

pub use available_merchant_ranges::*;
pub use employee_authorizations::*;
pub use quota_cards::*;
pub use store_entity_matches::*;
pub use webizpay_bills::*;
