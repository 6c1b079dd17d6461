//! Tests of the command `wechatpay`, in one program: most of them wait for something, and run while others wait.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that panics fails"
)]

mod bill;
mod call;
mod certificates;
mod doctor;
mod explain;
mod help;
// The tests of `wechatpay trigger`, which wait longest. Tests start in the order of their names, and in a module with the
// name of the command these would be the last.
mod notifications;
mod operations;
mod readme;
mod sandbox;
mod settings;
mod sign_with;
mod state;
mod stdout;
mod support;
