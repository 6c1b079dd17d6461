//! 微信支付分 机构.

mod acquiring;

products! {
    acquiring,
}
