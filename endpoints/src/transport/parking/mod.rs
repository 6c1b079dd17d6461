//! 停车服务.

mod parking_lots;
mod parking_reminders;
mod parkings;

pub use parking_lots::*;
pub use parking_reminders::*;
pub use parkings::*;
