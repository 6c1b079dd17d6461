//! 境外收单.

pub mod complaints;
pub mod customs;
pub mod merchants;
pub mod papay;
pub mod payments;
pub mod profit_sharing;
