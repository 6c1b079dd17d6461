//! 先享卡.

mod discount_card_orders;
mod operations;

pub use discount_card_orders::*;
pub use operations::*;
