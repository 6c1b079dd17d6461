//! 代金券与商家券.

mod bank;
mod busifavor;
mod favor;
mod multiuse;
mod pay_gift;

products! {
    bank,
    busifavor,
    favor,
    multiuse,
    pay_gift,
}
