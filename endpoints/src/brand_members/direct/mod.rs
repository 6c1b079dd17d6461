//! 商家名片会员 品牌直连.

mod brand_member_cards;
mod brand_tokens;
mod brand_user_cards;
mod brand_user_feeds;
mod brand_user_points;

pub use brand_member_cards::*;
pub use brand_tokens::*;
pub use brand_user_cards::*;
pub use brand_user_feeds::*;
pub use brand_user_points::*;
