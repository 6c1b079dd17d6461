//! 支付分计划.

mod plans;

products! {
    plans,
}
