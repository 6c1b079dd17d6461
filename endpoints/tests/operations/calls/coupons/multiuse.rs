//! 消费金.

use wechatpay_endpoints::coupons::multiuse::*;

use crate::operation::*;

operations! {
    "POST /v3/multiuse/users/{openid}/coupons" => send_multiuse_coupon,
    "GET /v3/multiuse/stocks/{stock_id}/send-flow" => query_multiuse_send_flow,
    "GET /v3/multiuse/stocks/{stock_id}/use-flow" => query_multiuse_use_flow,
    "GET /v3/multiuse/stocks/{stock_id}/refund-flow" => query_multiuse_refund_flow,
}

async fn send_multiuse_coupon(client: &Client) -> Result<Value> {
    let body = SendMultiuseCouponRequest::builder()
        .stock_id("9856000")
        .out_request_no("8956000202407191254642")
        .user_name("757b340b45ebef5467rter35gf464344v3542sdf4t6re4tb4f54ty45t4yyry45")
        .id_card_number("757b340b45ebef5467rter35gf464344v3542sdf4t6re4tb4f54ty45t4yyry45")
        .amount(Fen(10000))
        .appid("wx233544546545989")
        .card_type(IdCardType::IdCard)
        .build();
    let response = client.send_multiuse_coupon("string", &body).await;
    json(response)
}

async fn query_multiuse_send_flow(client: &Client) -> Result<Value> {
    let response = client.query_multiuse_send_flow("9856888").await;
    json(response)
}

async fn query_multiuse_use_flow(client: &Client) -> Result<Value> {
    let response = client.query_multiuse_use_flow("9856888").await;
    json(response)
}

async fn query_multiuse_refund_flow(client: &Client) -> Result<Value> {
    let response = client.query_multiuse_refund_flow("9856888").await;
    json(response)
}
