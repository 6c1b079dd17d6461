//! 品牌小店营销.

mod retail_activities;
mod retail_representatives;
mod retail_stores;

pub use retail_activities::*;
pub use retail_representatives::*;
pub use retail_stores::*;
