//! 香港钱包.

pub mod payments;
