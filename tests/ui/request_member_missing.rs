use wechatpay_client::Fen;
use wechatpay_endpoints::payments::direct::{Amount, PrepayNativeRequest};

pub fn order() -> PrepayNativeRequest {
    PrepayNativeRequest::builder()
        .appid("wx8888888888888888")
        .mchid("1900000109")
        .description("Image形象店-深圳腾大-QQ公仔")
        .out_trade_no("1217752501201407033233368018")
        .amount(Amount::builder().total(Fen(100)).build())
        .build()
}

fn main() {}
