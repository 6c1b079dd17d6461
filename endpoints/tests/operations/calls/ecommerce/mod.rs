//! 电商收付通.

mod applyments;
mod combine_papay;
mod individuals;
mod profit_sharing;
mod refunds;
mod transfers;

products! {
    applyments,
    combine_papay,
    individuals,
    profit_sharing,
    refunds,
    transfers,
}
