//! 品牌小店营销.

use wechatpay_endpoints::stores::retail::*;

use crate::operation::*;

operations! {
    "GET /v3/marketing/goods-subsidy-activity/activities" => list_retail_activities,
    "POST /v3/marketing/goods-subsidy-activity/activity/{activity_id}/apply" => apply_retail_activity,
    "POST /v3/marketing/goods-subsidy-activity/qualification/lock" => lock_retail_qualification,
    "POST /v3/marketing/goods-subsidy-activity/qualification/unlock" => unlock_retail_qualification,
    "POST /v3/marketing/goods-subsidy-activity/retail-store-act/{brand_id}/stores" => add_retail_stores,
    "GET /v3/marketing/goods-subsidy-activity/retail-store-act/{brand_id}/stores/{store_code}" => query_retail_store,
    "GET /v3/marketing/goods-subsidy-activity/retail-store-act/{brand_id}/stores" => list_retail_stores,
    "DELETE /v3/marketing/goods-subsidy-activity/retail-store-act/{brand_id}/stores" => delete_retail_stores,
    "POST /v3/marketing/goods-subsidy-activity/retail-store-act/{brand_id}/materials" => create_retail_materials,
    "PUT /v3/marketing/goods-subsidy-activity/retail-store-act/{activity_id}/representative" => add_retail_representatives,
    "GET /v3/marketing/goods-subsidy-activity/retail-store-act/{activity_id}/representatives" => list_retail_representatives,
    "DELETE /v3/marketing/goods-subsidy-activity/retail-store-act/{activity_id}/representative" => delete_retail_representatives,
}

async fn list_retail_activities(client: &Client) -> Result<Value> {
    let response = client.list_retail_activities("string", 1, 1).await;
    json(response)
}

async fn apply_retail_activity(client: &Client) -> Result<Value> {
    let body = ApplyRetailActivityRequest::builder()
        .caller_merchant_id("string")
        .build();
    let response = client.apply_retail_activity("string", &body).await;
    json(response)
}

async fn lock_retail_qualification(client: &Client) -> Result<Value> {
    let body = RetailQualificationRequest::builder()
        .order_information(
            OrderInformation::builder()
                .payer_openid("string")
                .out_trade_no("string")
                .total_fee(Fen(1))
                .store_id("string")
                .store_merchant_id("string")
                .build(),
        )
        .build();
    let response = client.lock_retail_qualification(&body).await;
    json(response)
}

async fn unlock_retail_qualification(client: &Client) -> Result<Value> {
    let body = RetailQualificationRequest::builder()
        .order_information(
            OrderInformation::builder()
                .payer_openid("string")
                .out_trade_no("string")
                .total_fee(Fen(1))
                .store_id("string")
                .store_merchant_id("string")
                .build(),
        )
        .build();
    let response = client.unlock_retail_qualification(&body).await;
    json(response)
}

async fn add_retail_stores(client: &Client) -> Result<Value> {
    let body = AddRetailStoresRequest::builder()
        .out_request_no("1002600620019090123143254436")
        .add_time("2015-05-20T13:29:35+08:00")
        .stores(vec![
            RetailStore::builder()
                .store_code("abc_001")
                .store_name("幸福小店")
                .build(),
        ])
        .build();
    let response = client.add_retail_stores("1001", &body).await;
    json(response)
}

async fn query_retail_store(client: &Client) -> Result<Value> {
    let response = client.query_retail_store("1001", "abc_001").await;
    json(response)
}

async fn list_retail_stores(client: &Client) -> Result<Value> {
    let response = client.list_retail_stores("1001", 0, 10).await;
    json(response)
}

async fn delete_retail_stores(client: &Client) -> Result<Value> {
    let body = DeleteRetailStoresRequest::builder()
        .out_request_no("1002600620019090123143254436")
        .delete_time("2015-05-20T13:29:35+08:00")
        .stores(vec![
            RetailStore::builder()
                .store_code("abc_001")
                .store_name("幸福小店")
                .build(),
        ])
        .build();
    let response = client.delete_retail_stores("1001", &body).await;
    json(response)
}

async fn create_retail_materials(client: &Client) -> Result<Value> {
    let body = CreateRetailMaterialsRequest::builder()
        .out_request_no("1002600620019090123143254436")
        .material_num(100)
        .build();
    let response = client.create_retail_materials("1001", &body).await;
    json(response)
}

async fn add_retail_representatives(client: &Client) -> Result<Value> {
    let body = AddRetailRepresentativesRequest::builder()
        .representative_info_list(vec![
            RepresentativeInfo::builder()
                .openid("oK7fFt8zzEZ909XH-LE2#")
                .build(),
        ])
        .out_request_no("1002600620019090123143254436")
        .add_time("2015-05-20T13:29:35+08:00")
        .build();
    let response = client
        .add_retail_representatives("3118550000000004", &body)
        .await;
    json(response)
}

async fn list_retail_representatives(client: &Client) -> Result<Value> {
    let response = client
        .list_retail_representatives("3118550000000004", 0, 10)
        .await;
    json(response)
}

async fn delete_retail_representatives(client: &Client) -> Result<Value> {
    let body = DeleteRetailRepresentativesRequest::builder()
        .representative_info_list(vec![
            RepresentativeInfo::builder()
                .openid("oK7fFt8zzEZ909XH-LE2#")
                .build(),
        ])
        .out_request_no("1002600620019090123143254436")
        .delete_time("2015-05-20T13:29:35.120+08:00")
        .build();
    let response = client
        .delete_retail_representatives("3118550000000004", &body)
        .await;
    json(response)
}
