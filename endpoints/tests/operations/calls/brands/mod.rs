//! 品牌经营.

mod direct;
mod partner;

products! {
    direct,
    partner,
}
