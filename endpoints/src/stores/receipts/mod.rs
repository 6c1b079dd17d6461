//! 电子小票.

mod custom_entrances;
mod shopping_receipts;

pub use custom_entrances::*;
pub use shopping_receipts::*;
