use wechatpay_client::{Client, Result, pay::JsapiPayment};
use wechatpay_endpoints::payments::direct::{PrepayH5Response, PrepayJsapiRequest};

pub async fn pay(
    client: &Client,
    order: &PrepayJsapiRequest,
    prepaid: &PrepayH5Response,
) -> Result<JsapiPayment> {
    JsapiPayment::of(client, order, prepaid).await
}

fn main() {}
