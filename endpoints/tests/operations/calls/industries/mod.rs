//! 行业方案.

mod discount_cards;
mod education;
mod general;
mod lovefeast;
mod medical_insurance;

products! {
    discount_cards,
    education,
    general,
    lovefeast,
    medical_insurance,
}
