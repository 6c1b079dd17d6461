//! 商家转账 服务商.

mod budget_electronic_receipts;
mod charity_budgets;
mod charity_transfer_bills;
mod partner_electronic_receipts;
mod partner_transfer_bills;
mod partner_user_confirm_authorizations;
mod sub_merchant_authorizations;

pub use budget_electronic_receipts::*;
pub use charity_budgets::*;
pub use charity_transfer_bills::*;
pub use partner_electronic_receipts::*;
pub use partner_transfer_bills::*;
pub use partner_user_confirm_authorizations::*;
pub use sub_merchant_authorizations::*;
