//! 品牌门店 品牌直连.

use wechatpay_endpoints::brands::direct::*;

use crate::operation::*;

operations! {
    "POST /brand/store/brandstores" => create_brand_store,
    "GET /brand/store/brandstores/{store_id}" => query_brand_store,
    "GET /brand/store/brandstores" => list_brand_stores,
    "PATCH /brand/store/brandstores/{store_id}" => update_brand_store,
    "POST /brand/store/brandstores/{store_id}/close" => close_brand_store,
    "POST /brand/store/brandstores/{store_id}/resume" => resume_brand_store,
    "DELETE /brand/store/brandstores/{store_id}" => delete_brand_store,
    "POST /brand/store/brandstores/{store_id}/bindrecipient" => bind_brand_store_recipient,
    "POST /brand/store/brandstores/{store_id}/unbindrecipient" => unbind_brand_store_recipient,
}

async fn create_brand_store(client: &Client) -> Result<Value> {
    let body = CreateBrandStoreRequest::builder()
        .store_basics(
            StoreBasic::builder()
                .store_reference_id("MDL001")
                .branch_name("海岸城店")
                .build(),
        )
        .store_address(
            StoreAddress::builder()
                .address_code("440305")
                .address_detail("深南大道10000号腾讯大厦1楼")
                .address_complements("地铁A口右侧100米")
                .longitude("112.63484")
                .latitude("37.75464")
                .build(),
        )
        .store_business(
            StoreBusiness::builder()
                .service_phone("0755-86013388")
                .business_hours("周一至周五 09:00-20:00|周六至周日 10:00-22:00")
                .build(),
        )
        .build();
    let response = client.create_brand_store(&body).await;
    json(response)
}

async fn query_brand_store(client: &Client) -> Result<Value> {
    let response = client.query_brand_store("20488000").await;
    json(response)
}

async fn list_brand_stores(client: &Client) -> Result<Value> {
    let response = client
        .list_brand_stores(Some(&StoreState::Open), Some(100), Some(50))
        .await;
    json(response)
}

async fn update_brand_store(client: &Client) -> Result<Value> {
    let body = UpdateBrandStoreRequest::builder()
        .store_basics(
            StoreBasic::builder()
                .store_reference_id("MDL001")
                .branch_name("海岸城店")
                .build(),
        )
        .store_address(
            StoreAddress::builder()
                .address_code("440305")
                .address_detail("深南大道10000号腾讯大厦1楼")
                .address_complements("地铁A口右侧100米")
                .longitude("112.63484")
                .latitude("37.75464")
                .build(),
        )
        .store_business(
            StoreBusiness::builder()
                .service_phone("0755-86013388")
                .business_hours("周一至周五 09:00-20:00|周六至周日 10:00-22:00")
                .build(),
        )
        .build();
    let response = client.update_brand_store("20488000", &body).await;
    json(response)
}

async fn close_brand_store(client: &Client) -> Result<Value> {
    let response = client.close_brand_store("20488000").await;
    json(response)
}

async fn resume_brand_store(client: &Client) -> Result<Value> {
    let response = client.resume_brand_store("20488000").await;
    json(response)
}

async fn delete_brand_store(client: &Client) -> Result<Value> {
    let response = client.delete_brand_store("20488000").await;
    json(response)
}

async fn bind_brand_store_recipient(client: &Client) -> Result<Value> {
    let body = BindBrandStoreRecipientRequest::builder()
        .mchid("1230000109")
        .company_name("腾讯科技（深圳）有限公司")
        .build();
    let response = client.bind_brand_store_recipient("20488000", &body).await;
    json(response)
}

async fn unbind_brand_store_recipient(client: &Client) -> Result<Value> {
    let body = UnbindBrandStoreRecipientRequest::builder()
        .mchid("1230000109")
        .build();
    let response = client.unbind_brand_store_recipient("20488000", &body).await;
    json(response)
}
