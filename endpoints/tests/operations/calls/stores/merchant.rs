//! 商户门店.

use wechatpay_endpoints::stores::merchant::*;

use crate::operation::*;

operations! {
    "POST /v3/merchant-store/stores" => create_merchant_store,
    "GET /v3/merchant-store/stores/{store_id}" => query_merchant_store,
    "PATCH /v3/merchant-store/stores/{store_id}" => update_merchant_store,
    "POST /v3/merchant-store/stores/{store_id}/recipients/bind" => bind_store_recipients,
    "POST /v3/merchant-store/stores/{store_id}/recipients/unbind" => unbind_store_recipients,
}

async fn create_merchant_store(client: &Client) -> Result<Value> {
    let body = CreateMerchantStoreRequest::builder()
        .sub_mchid("1900000109")
        .store_basics(
            StoreBasic::builder()
                .store_reference_id("MDL001")
                .brand_name("麦当劳")
                .store_name("麦当劳")
                .branch_name("海岸城店")
                .brand_id(1001)
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
        .store_recipient(vec![
            StoreRecipient::builder()
                .mchid("1230000109")
                .company_name("腾讯科技（深圳）有限公司")
                .build(),
        ])
        .build();
    let response = client.create_merchant_store(&body).await;
    json(response)
}

async fn query_merchant_store(client: &Client) -> Result<Value> {
    let response = client
        .query_merchant_store(20488000, Some("1900000109"))
        .await;
    json(response)
}

async fn update_merchant_store(client: &Client) -> Result<Value> {
    let body = UpdateMerchantStoreRequest::builder()
        .sub_mchid("1900000109")
        .store_basics(
            StoreBasic::builder()
                .store_reference_id("MDL001")
                .brand_name("麦当劳")
                .store_name("麦当劳")
                .branch_name("海岸城店")
                .brand_id(1001)
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
    let response = client.update_merchant_store(20488000, &body).await;
    json(response)
}

async fn bind_store_recipients(client: &Client) -> Result<Value> {
    let body = BindStoreRecipientsRequest::builder()
        .sub_mchid("1900000109")
        .store_recipient(vec![
            StoreRecipient::builder()
                .mchid("1230000109")
                .company_name("腾讯科技（深圳）有限公司")
                .build(),
        ])
        .build();
    let response = client.bind_store_recipients(20488000, &body).await;
    json(response)
}

async fn unbind_store_recipients(client: &Client) -> Result<Value> {
    let body = UnbindStoreRecipientsRequest::builder()
        .sub_mchid("1900000109")
        .store_recipient(vec![
            StoreRecipient::builder()
                .mchid("1230000109")
                .company_name("腾讯科技（深圳）有限公司")
                .build(),
        ])
        .build();
    let response = client.unbind_store_recipients(20488000, &body).await;
    json(response)
}
