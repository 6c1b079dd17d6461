//! Declarations in Rust, written from the facts.
