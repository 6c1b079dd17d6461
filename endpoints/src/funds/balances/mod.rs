//! 余额与提现.

mod cancelled_merchant_withdrawals;
mod income_records;
mod operations;
mod sub_merchant_withdrawals;
mod withdrawals;

pub use cancelled_merchant_withdrawals::*;
pub use income_records::*;
pub use operations::*;
pub use sub_merchant_withdrawals::*;
pub use withdrawals::*;
