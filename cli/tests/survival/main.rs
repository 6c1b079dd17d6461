//! `wechatpay sandbox` survives kills, full disks and garbage, and says why it cannot start.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that panics fails"
)]

mod disk;
mod folder;
mod garbage;
mod kills;
#[cfg(unix)]
mod permissions;
mod process;
mod random;
mod receiver;
mod shop;
mod starts;
