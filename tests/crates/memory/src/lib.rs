//! The test is in `tests/secrets.rs`.
