//! 智慧商圈.

use wechatpay_endpoints::stores::business_circles::*;

use crate::operation::*;

operations! {
    "GET /v3/businesscircle/user-authorizations/{openid}" => query_business_circle_authorization,
    "GET /v3/businesscircle/users/{openid}/points/commit_status" => query_points_commit_status,
    "POST /v3/businesscircle/points/notify" => notify_business_circle_points,
    "POST /v3/businesscircle/parkings" => sync_business_circle_parking,
}

async fn query_business_circle_authorization(client: &Client) -> Result<Value> {
    let response = client
        .query_business_circle_authorization(
            "oWmnN4xxxxxxxxxxe92NHIGf1xd8",
            Some("1900000109"),
            "wx1234567890abcdef",
        )
        .await;
    json(response)
}

async fn query_points_commit_status(client: &Client) -> Result<Value> {
    let response = client
        .query_points_commit_status(
            "oUpF8uMuAJOM2pxb1Q",
            Some("1900000109"),
            1000,
            "wx931386123456789e",
        )
        .await;
    json(response)
}

async fn notify_business_circle_points(client: &Client) -> Result<Value> {
    let body = NotifyBusinessCirclePointsRequest::builder()
        .sub_mchid("1234567890")
        .transaction_id("1217752501201407033233368018")
        .appid("wx1234567890abcdef")
        .openid("oWmnN4xxxxxxxxxxe92NHIGf1xd8")
        .earn_points(true)
        .increased_points(100)
        .points_update_time("2020-05-20T13:29:35.120+08:00")
        .no_points_remarks("商品不参与积分活动")
        .total_points(888888)
        .build();
    let response = client.notify_business_circle_points(&body).await;
    json(response)
}

async fn sync_business_circle_parking(client: &Client) -> Result<Value> {
    let body = SyncBusinessCircleParkingRequest::builder()
        .sub_mchid("1900000109")
        .brandid(1000)
        .appid("wx931386123456789e")
        .openid("oUpF8uMuAJOM2pxb1Q")
        .plate_number("粤B888888")
        .state("IN")
        .time("2022-06-01T10:43:39+08:00")
        .build();
    let response = client.sync_business_circle_parking(&body).await;
    json(response)
}
