//! 微工卡.

mod payroll_authentications;
mod payroll_relations;
mod payroll_transfer_batches;
mod wesure_insurances;

pub use payroll_authentications::*;
pub use payroll_relations::*;
pub use payroll_transfer_batches::*;
pub use wesure_insurances::*;
