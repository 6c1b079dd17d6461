//! 委托代扣.

mod contracts;
mod operations;
mod partner_contracts;
mod partner_deductions;

pub use contracts::*;
pub use operations::*;
pub use partner_contracts::*;
pub use partner_deductions::*;
