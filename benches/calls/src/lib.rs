//! The gateway in a process of its own and the clients, for the programs of this crate.

pub mod clients;
pub mod gateway;
