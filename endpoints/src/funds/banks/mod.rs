//! 银行与地区.

mod areas;
mod operations;

pub use areas::*;
pub use operations::*;
