//! 微信支付分.

mod direct;
mod partner;
mod plans;

products! {
    direct,
    partner,
    plans,
}
