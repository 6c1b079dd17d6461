//! 商品券.

mod partner;

products! {
    partner,
}
