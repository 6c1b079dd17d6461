//! 跨境投诉.

mod complaint_images;
mod complaint_notifications;
mod operations;

pub use complaint_images::*;
pub use complaint_notifications::*;
pub use operations::*;
