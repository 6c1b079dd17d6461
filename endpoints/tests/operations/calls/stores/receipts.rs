//! 电子小票.

use wechatpay_endpoints::stores::receipts::*;

use crate::operation::*;

operations! {
    "POST /v3/marketing/shopping-receipt/shoppingreceipts" => upload_shopping_receipt,
    "POST /v3/marketing/shopping-receipt/merchantshoppingreceiptjumpinfos" => upload_shopping_receipt_jump_info,
    "POST /v3/marketing/shopping-receipt/customentrances" => create_custom_entrance,
    "GET /v3/marketing/shopping-receipt/customentrances/{brand_id}" => query_custom_entrance,
    "PATCH /v3/marketing/shopping-receipt/customentrances/{brand_id}" => update_custom_entrance,
}

async fn upload_shopping_receipt(client: &Client) -> Result<Value> {
    let file = UploadFile::from_bytes("file.png", "file").unwrap();
    let body = ShoppingReceiptMeta::builder()
        .transaction_id("1217752501201407033233368018")
        .openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
        .sha256(file.sha256())
        .merchant_contact_information(
            MerchantContactInformation::builder()
                .consultation_phone_number("075586010000")
                .build(),
        )
        .build();
    let response = client.upload_shopping_receipt(&body, &file).await;
    json(response)
}

async fn upload_shopping_receipt_jump_info(client: &Client) -> Result<Value> {
    let body = UploadShoppingReceiptJumpInfoRequest::builder()
        .transaction_id("4200000008202209139188072801")
        .transaction_mchid("1230000109")
        .transaction_sub_mchid("1230000109")
        .openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
        .merchant_upload_time("2021-05-20T13:29:35.120+08:00")
        .jump_info(
            JumpInfo::builder()
                .merchant_appid("example_merchant_appid")
                .merchant_path("example_merchant_path")
                .build(),
        )
        .build();
    let response = client.upload_shopping_receipt_jump_info(&body).await;
    json(response)
}

async fn create_custom_entrance(client: &Client) -> Result<Value> {
    let body = CreateCustomEntranceRequest::builder()
        .custom_entrance_type(CustomEntranceType::MerchantActivity)
        .subtitle("双十一8折活动")
        .goods_thumbnail_url("https://qpic.cn/xxx")
        .start_time("2015-05-20T13:29:35+08:00")
        .end_time("2015-05-20T13:29:35+08:00")
        .custom_entrance_state(CustomEntranceState::Online)
        .brand_id("1014")
        .out_request_no("6122352020010133287985742")
        .jump_link(
            JumpLink::builder()
                .mini_programs_appid("wxea9c30a90fs8d3fe")
                .mini_programs_path("/pages/bonus/bonus")
                .build(),
        )
        .build();
    let response = client.create_custom_entrance(&body).await;
    json(response)
}

async fn query_custom_entrance(client: &Client) -> Result<Value> {
    let response = client.query_custom_entrance("1014").await;
    json(response)
}

async fn update_custom_entrance(client: &Client) -> Result<Value> {
    let body = UpdateCustomEntranceRequest::builder()
        .custom_entrance_type(CustomEntranceType::MerchantActivity)
        .subtitle("双十一8折活动")
        .goods_thumbnail_url("https://qpic.cn/xxx")
        .custom_entrance_state(CustomEntranceState::Online)
        .start_time("2015-05-20T13:29:35+08:00")
        .end_time("2019-12-31T13:29:35.120+08:00")
        .out_request_no("100002322019090134234sfdf")
        .jump_link(
            JumpLink::builder()
                .mini_programs_appid("wxea9c30a90fs8d3fe")
                .mini_programs_path("/pages/bonus/bonus")
                .build(),
        )
        .build();
    let response = client.update_custom_entrance("1014", &body).await;
    json(response)
}
