//! 会员卡与会员.

pub mod brand;
pub mod cards;
pub mod partner_brand;
