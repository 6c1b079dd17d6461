//! 分账.

mod brand;
mod direct;

products! {
    brand,
    direct,
}
