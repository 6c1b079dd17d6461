//! 音箱与小票机.

mod print_orders;
mod speakers;

pub use print_orders::*;
pub use speakers::*;
