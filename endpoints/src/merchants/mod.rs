//! 商户进件与管理.

pub mod alterations;
pub mod applyments;
pub mod gold_plan;
pub mod identity;
pub mod risk;
