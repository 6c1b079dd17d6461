//! A local WeChat Pay for tests, and values for mocks (feature `testing`).
//!
//! WeChat Pay's APIv3 has no sandbox. [`Gateway`] is a server on the loopback interface that takes its place: like
//! the real one, it checks signatures and the form of bodies, and signs its responses. A test scripts the
//! response of each operation with a [`ScriptedResponse`], and a mistake as in production with a [`Fault`]. A mistake in
//! the script itself is reported by a panic, by a 404 that lists the scripted operations, or by
//! [`Gateway::unused`].
//!
//! A mock, which is the user's own implementation of a declared trait, needs no server: [`verified`],
//! [`download()`] and functions such as [`api_error`] make the values and errors that it returns.

mod authorize;
mod bill;
mod certificates;
mod context;
mod download;
mod gateway;
mod keys;
mod mock;
mod notification;
mod params;
mod received;
mod record;
mod response;
mod script;
mod scripted_response;
mod sensitive;
mod server;
mod upload;

pub use download::download;
pub use gateway::Gateway;
pub use mock::{
    api_error, decode_error, expose_sensitive, transport_error, unauthenticated_error, verified,
    verify_error,
};
pub use received::ReceivedRequest;
pub use scripted_response::{Fault, ScriptedResponse};
pub use upload::ReceivedFile;
