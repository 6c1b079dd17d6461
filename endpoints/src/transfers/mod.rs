//! 商家转账.

pub mod bank;
pub mod batches;
pub mod direct;
pub mod partner;
pub mod red_packets;
pub mod reserved;
