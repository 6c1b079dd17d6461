//! 会员卡与会员.

pub mod cards;
pub mod partner_brand;
