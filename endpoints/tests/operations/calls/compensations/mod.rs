//! 收付通赔付.

mod ecommerce;

products! {
    ecommerce,
}
