//! 电子发票.

pub mod electronic;
