//! 微信支付分.

mod direct;
mod partner;

products! {
    direct,
    partner,
}
