//! 收付通进件与注销.

mod cancellation_applications;
mod cancellation_withdrawals;
mod operations;
mod subject_sub_merchants;

pub use cancellation_applications::*;
pub use cancellation_withdrawals::*;
pub use operations::*;
pub use subject_sub_merchants::*;
