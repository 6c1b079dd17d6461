//! 商家名片会员 服务商.

mod membership_activities;
mod partner_brand_member_cards;
mod partner_brand_tokens;
mod partner_brand_user_cards;
mod partner_brand_user_feeds;
mod partner_brand_user_points;
mod shake_activities;

pub use membership_activities::*;
pub use partner_brand_member_cards::*;
pub use partner_brand_tokens::*;
pub use partner_brand_user_cards::*;
pub use partner_brand_user_feeds::*;
pub use partner_brand_user_points::*;
pub use shake_activities::*;
