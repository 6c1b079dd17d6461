//! 教育缴费.

mod edu_papay_contracts;
mod edu_papay_transactions;
mod edu_school_pay_contracts;
mod edu_school_pay_transactions;
mod edu_star_orders;

pub use edu_papay_contracts::*;
pub use edu_papay_transactions::*;
pub use edu_school_pay_contracts::*;
pub use edu_school_pay_transactions::*;
pub use edu_star_orders::*;
