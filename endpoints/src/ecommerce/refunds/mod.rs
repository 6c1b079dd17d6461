//! 收付通退款与补差.

mod operations;
mod return_advances;
mod subsidies;

pub use operations::*;
pub use return_advances::*;
pub use subsidies::*;
