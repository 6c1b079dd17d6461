//! 行业接口.

mod catering_orders;
mod ebike_contracts;
mod ebike_transactions;
mod express_users;
mod power_bank_insurance_orders;
mod real_name_verifications;
mod rebate_transactions;

pub use catering_orders::*;
pub use ebike_contracts::*;
pub use ebike_transactions::*;
pub use express_users::*;
pub use power_bank_insurance_orders::*;
pub use real_name_verifications::*;
pub use rebate_transactions::*;
