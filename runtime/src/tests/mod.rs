//! Unit tests that need more than one module.

mod errors;
mod messages;
mod uploads;
mod vectors;
