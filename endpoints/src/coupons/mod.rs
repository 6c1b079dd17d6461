//! 代金券与商家券.

pub mod bank;
pub mod busifavor;
pub mod favor;
pub mod multiuse;
pub mod pay_gift;
