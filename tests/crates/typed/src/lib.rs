//! A shop on the typed operations of WeChat Pay: each module is one product.
//!
//! Functions take a trait in place of [`Client`](wechatpay_client::Client) if a test needs a mock. Functions that sign
//! payment parameters or download files take the client.

pub mod bills;
pub mod combined;
pub mod complaints;
pub mod deductions;
pub mod notifications;
pub mod orders;
pub mod transfers;
pub mod uploads;

/// The appid of the shop's mini program and official account.
pub const APPID: &str = "wxd678efh567hg6787";
/// The merchant number (商户号).
pub const MCHID: &str = "1900000109";
/// The URL of [`notifications::router`]: `https`, without a query.
pub const NOTIFY_URL: &str = "https://shop.example/notify";
