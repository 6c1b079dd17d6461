//! 基础支付.

mod bills;
mod combine;
mod direct;
mod partner;
mod refunds;

products! {
    bills,
    combine,
    direct,
    partner,
    refunds,
}
