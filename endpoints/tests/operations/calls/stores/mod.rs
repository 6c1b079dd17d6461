//! 门店与营销工具.

mod business_circles;
mod guides;
mod merchant;
mod receipts;
mod retail;

products! {
    business_circles,
    guides,
    merchant,
    receipts,
    retail,
}
