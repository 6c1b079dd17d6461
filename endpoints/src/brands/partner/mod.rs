//! 品牌经营 服务商.

mod card_configs;
mod card_links;
mod partner_brand_applyments;
mod partner_brand_authorities;
mod partner_brand_stores;

pub use card_configs::*;
pub use card_links::*;
pub use partner_brand_applyments::*;
pub use partner_brand_authorities::*;
pub use partner_brand_stores::*;
