//! 商家转账.

mod bank;
mod batches;
mod direct;
mod partner;
mod red_packets;
mod reserved;

products! {
    bank,
    batches,
    direct,
    partner,
    red_packets,
    reserved,
}
