//! 门店与营销工具.

pub mod business_circles;
pub mod guides;
pub mod merchant;
pub mod receipts;
pub mod retail;
