//! 行业方案.

pub mod discount_cards;
pub mod education;
pub mod general;
pub mod lovefeast;
pub mod medical_insurance;
