use wechatpay_client::{Client, Result};
use wechatpay_endpoints::payments::{
    direct::{PrepayNativeResponse, Transactions as _},
    partner::PrepayPartnerNativeRequest,
};

pub async fn prepay(
    client: &Client,
    order: &PrepayPartnerNativeRequest,
) -> Result<PrepayNativeResponse> {
    client.prepay_native(order).await
}

fn main() {}
