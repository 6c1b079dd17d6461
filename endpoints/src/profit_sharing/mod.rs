//! 分账.

pub mod brand;
pub mod direct;
