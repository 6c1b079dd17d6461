//! 跨境投诉.

use wechatpay_endpoints::global::complaints::*;

use crate::operation::*;

operations! {
    "GET /v3/global/merchant-service/complaints" => list_global_complaints,
    "GET /v3/global/merchant-service/complaints/{complaint_id}" => query_global_complaint,
    "GET /v3/global/merchant-service/complaints/{complaint_id}/negotiation-historys" => list_global_negotiation_histories,
    "POST /v3/global/merchant-service/complaints/{complaint_id}/response" => respond_global_complaint,
    "POST /v3/global/merchant-service/complaints/{complaint_id}/complete" => complete_global_complaint,
    "POST /v3/global/merchant-service/images/upload" => upload_global_complaint_image,
    "GET /v3/global/merchant-service/images/{media_id}" => download_global_complaint_image,
    "POST /v3/global/merchant-service/complaint-notifications" => create_global_complaint_notification,
    "GET /v3/global/merchant-service/complaint-notifications" => query_global_complaint_notification,
    "PUT /v3/global/merchant-service/complaint-notifications" => update_global_complaint_notification,
    "DELETE /v3/global/merchant-service/complaint-notifications" => delete_global_complaint_notification,
}

async fn list_global_complaints(client: &Client) -> Result<Value> {
    let query = ListGlobalComplaintsQuery::builder()
        .limit(5)
        .offset(10)
        .complainted_mchid("1900012181")
        .mch_language(MerchantLanguage::ZhCn)
        .build();
    let response = client
        .list_global_complaints("2019-01-01", "2019-01-01", &query)
        .await;
    json(response)
}

async fn query_global_complaint(client: &Client) -> Result<Value> {
    let response = client
        .query_global_complaint("200201820200101080076610000", None)
        .await;
    json(response)
}

async fn list_global_negotiation_histories(client: &Client) -> Result<Value> {
    let response = client
        .list_global_negotiation_histories(
            "200201820200101080076610000",
            Some(50),
            Some(10),
            Some(&MerchantLanguage::ZhCn),
        )
        .await;
    json(response)
}

async fn respond_global_complaint(client: &Client) -> Result<Value> {
    let body = RespondGlobalComplaintRequest::builder()
        .complainted_mchid("1900012181")
        .response_content("已与用户沟通解决")
        .response_images(vec!["file23578_21798531.jpg".into()])
        .jump_url("https://www.xxx.com/notify")
        .jump_url_text("查看订单详情")
        .build();
    let response = client
        .respond_global_complaint("200201820200101080076610000", &body)
        .await;
    json(response)
}

async fn complete_global_complaint(client: &Client) -> Result<Value> {
    let body = CompleteGlobalComplaintRequest::builder()
        .complainted_mchid("1900012181")
        .build();
    let response = client
        .complete_global_complaint("200201820200101080076610000", &body)
        .await;
    json(response)
}

async fn upload_global_complaint_image(client: &Client) -> Result<Value> {
    let file = UploadFile::from_bytes("file.png", "file").unwrap();
    let response = client.upload_global_complaint_image(&file).await;
    json(response)
}

async fn download_global_complaint_image(client: &Client) -> Result<Value> {
    let response = client
        .download_global_complaint_image("xxxxx", "200201820200101080076610000")
        .await;
    file(response).await
}

async fn create_global_complaint_notification(client: &Client) -> Result<Value> {
    let body = ComplaintNotificationRequest::builder()
        .url("https://www.xxx.com/notify")
        .build();
    let response = client.create_global_complaint_notification(&body).await;
    json(response)
}

async fn query_global_complaint_notification(client: &Client) -> Result<Value> {
    let response = client.query_global_complaint_notification().await;
    json(response)
}

async fn update_global_complaint_notification(client: &Client) -> Result<Value> {
    let body = ComplaintNotificationRequest::builder()
        .url("https://www.xxx.com/notify")
        .build();
    let response = client.update_global_complaint_notification(&body).await;
    json(response)
}

async fn delete_global_complaint_notification(client: &Client) -> Result<Value> {
    let response = client.delete_global_complaint_notification().await;
    json(response)
}
