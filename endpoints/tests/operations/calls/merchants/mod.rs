//! 商户进件与管理.

mod alterations;
mod applyments;
mod gold_plan;
mod identity;
mod risk;

products! {
    alterations,
    applyments,
    gold_plan,
    identity,
    risk,
}
