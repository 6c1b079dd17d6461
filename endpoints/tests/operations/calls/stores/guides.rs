//! 支付即服务.

use wechatpay_endpoints::stores::guides::*;

use crate::operation::*;

operations! {
    "POST /v3/smartguide/guides" => create_guide,
    "GET /v3/smartguide/guides" => list_guides,
    "PATCH /v3/smartguide/guides/{guide_id}" => update_guide,
    "POST /v3/smartguide/guides/{guide_id}/assign" => assign_guide,
}

async fn create_guide(client: &Client) -> Result<Value> {
    let body = CreateGuideRequest::builder()
        .corpid("string")
        .store_id(1)
        .userid("string")
        .name("string")
        .mobile("string")
        .qr_code("string")
        .avatar("string")
        .group_qrcode("https://work.weixin.qq.com/xxxxxxx")
        .build();
    let response = client.create_guide(&body).await;
    json(response)
}

async fn list_guides(client: &Client) -> Result<Value> {
    let query = ListGuidesQuery::builder().build();
    let response = client.list_guides(20488000, &query).await;
    json(response)
}

async fn update_guide(client: &Client) -> Result<Value> {
    let body = UpdateGuideRequest::builder()
        .sub_mchid("1234567890")
        .group_qrcode("https://work.weixin.qq.com/xxxxxxx")
        .build();
    let response = client
        .update_guide("LLA3WJ6DSZUfiaZDS79FH5Wm5m4X69TBic", &body)
        .await;
    json(response)
}

async fn assign_guide(client: &Client) -> Result<Value> {
    let body = AssignGuideRequest::builder()
        .sub_mchid("1234567890")
        .out_trade_no("20150806125346")
        .build();
    let response = client.assign_guide("string", &body).await;
    json(response)
}
