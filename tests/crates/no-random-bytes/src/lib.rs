//! The test is in `tests/outcome.rs`.
