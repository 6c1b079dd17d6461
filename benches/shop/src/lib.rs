//! A shop that uses three products: an order is placed and paid in a web page inside WeChat (JSAPI支付), queried and
//! refunded (退款), and a user is paid (商家转账), whose name goes encrypted.
//!
//! `shop-by-hand`, `shop-declared` and `shop-typed` are this shop. They make the same six calls with the same members,
//! decode all members of the responses, and print the same lines. `shop-check` compares them.

#[cfg(feature = "types")]
pub mod types;

pub const APPID: &str = "wxd678efh567hg6787";
pub const OPENID: &str = "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o";
pub const NOTIFY_URL: &str = "https://shop.example/wechatpay/notify";

pub const OUT_TRADE_NO: &str = "1217752501201407033233368018";
pub const DESCRIPTION: &str = "Image形象店-深圳腾大-QQ公仔";
pub const ATTACH: &str = "shop 7";
/// In fen.
pub const PRICE: i64 = 888;

pub const OUT_REFUND_NO: &str = "1217752501201407033233368018R1";
pub const REASON: &str = "商品已售完";

pub const OUT_BILL_NO: &str = "plfk2020042013";
pub const NAME: &str = "张三";
/// In fen.
pub const PRIZE: i64 = 400_000;
pub const REMARK: &str = "新会员红包";
pub const SCENE: &str = "1000";
/// The reports of the transfer's scene, as types and contents.
pub const REPORTS: [(&str, &str); 2] = [
    ("活动名称", "新会员有礼"),
    ("奖励说明", "注册会员抽奖一等奖"),
];
