//! 收付通赔付.

pub mod ecommerce;
