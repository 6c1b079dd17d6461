use wechatpay_client::{Client, Result, pay::AppPayment};
use wechatpay_endpoints::payments::direct::{PrepayAppRequest, PrepayResponse};

pub async fn pay(
    client: &Client,
    order: &PrepayAppRequest,
    prepaid: &PrepayResponse,
) -> Result<AppPayment> {
    AppPayment::of(client, order, prepaid).await
}

fn main() {}
