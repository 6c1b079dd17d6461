use wechatpay_client::{Client, Result};
use wechatpay_endpoints::payments::direct::CloseOrderRequest;

pub async fn close(client: &Client, request: &CloseOrderRequest) -> Result<()> {
    client.close_order("1217752501201407033233368018", request).await
}

fn main() {}
