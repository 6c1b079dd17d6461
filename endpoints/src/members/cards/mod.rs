//! 会员卡.

mod member_card_activities;
mod member_card_callbacks;
mod member_cards;
mod member_imports;
mod service_modules;
mod user_member_cards;

pub use member_card_activities::*;
pub use member_card_callbacks::*;
pub use member_cards::*;
pub use member_imports::*;
pub use service_modules::*;
pub use user_member_cards::*;
