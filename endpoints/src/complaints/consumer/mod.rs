//! 消费者投诉.

mod complaint_images;
mod complaint_notifications;
mod complaints;
mod complaints_v1;

pub use complaint_images::*;
pub use complaint_notifications::*;
pub use complaints::*;
pub use complaints_v1::*;
