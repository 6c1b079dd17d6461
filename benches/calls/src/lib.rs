//! What the programs of this crate share: the gateway in a process of its own, and the clients.

pub mod clients;
pub mod gateway;
pub mod load;

pub type Result<T> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;
