//! 保险代扣与保单.

mod insurance_contracts;
mod insurance_policies;
mod policy_periods;

pub use insurance_contracts::*;
pub use insurance_policies::*;
pub use policy_periods::*;
