//! Every typed operation is called with its example, against the gateway.
//!
//! `calls` makes each request by its builders, and `cases` says how the request must arrive and which members its
//! response has. The generator writes both. `cargo test -p wechatpay-endpoints --features payments,testing` tests one
//! family, and the feature `all` all of them.

#![cfg(feature = "testing")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by a panic")]
#![allow(deprecated, reason = "every operation is called")]

#[macro_use]
mod check;
#[macro_use]
mod operation;
mod calls;
mod case;
mod json;
