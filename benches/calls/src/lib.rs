//! What the programs of this crate share: the gateway in a process of its own, and the clients.

pub mod clients;
pub mod gateway;
