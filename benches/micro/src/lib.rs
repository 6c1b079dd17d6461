//! Benchmarks alone: `benches/parts.rs`.
