//! A WeChat Pay to test against (feature `testing`).
//!
//! WeChat Pay's APIv3 has no sandbox. [`Gateway`] is one on the loopback interface: it checks
//! signatures and the shape of bodies as the real one does, signs its responses, and does on request
//! what goes wrong in production. A test scripts the response of each operation with a [`ScriptedResponse`];
//! a mistake in the script is reported: by a panic, a 404 that lists what is scripted, or
//! [`Gateway::unused`]. [`Verified`](crate::Verified) values and errors for the user's own mocks are made by
//! [`verified`] and its neighbours.

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
