//! The benchmarks are in `benches/parts.rs`.
