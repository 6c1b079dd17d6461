//! 爱心餐.

use wechatpay_endpoints::industries::lovefeast::*;

use crate::operation::*;

operations! {
    "GET /v3/lovefeast/brands/{brand_id}" => query_lovefeast_brand,
    "GET /v3/lovefeast/users/{openid}/orders/brand-id/{brand_id}" => list_lovefeast_user_orders,
    "GET /v3/lovefeast/users/{openid}/orders/out-trade-no/{out_trade_no}" => query_lovefeast_user_order,
}

async fn query_lovefeast_brand(client: &Client) -> Result<Value> {
    let response = client.query_lovefeast_brand("2250").await;
    json(response)
}

async fn list_lovefeast_user_orders(client: &Client) -> Result<Value> {
    let response = client
        .list_lovefeast_user_orders("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o", "2250", Some(0), Some(20))
        .await;
    json(response)
}

async fn query_lovefeast_user_order(client: &Client) -> Result<Value> {
    let response = client
        .query_lovefeast_user_order(
            "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o",
            "1217752501201407033233368018",
        )
        .await;
    json(response)
}
