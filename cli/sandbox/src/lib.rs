#![doc = include_str!("../README.md")]

mod book;
mod clock;
mod combined;
mod control;
mod delivery;
mod environment;
mod folder;
mod ids;
mod json;
mod notification;
mod order;
mod papay;
mod payscore;
mod product;
mod proxy;
mod refund;
mod refusal;
mod request;
mod sandbox;
mod secret_file;
mod server;
mod sharing;
mod store;
mod task;
mod tls;
mod transfer;
mod worker;

pub use book::BookError;
pub use folder::{Account, Folder, FolderError, Role};
pub use refusal::Refusal;
pub use sandbox::{Addresses, Sandbox, SandboxError, Settings};
pub use store::{StoreError, StoreErrorKind};
