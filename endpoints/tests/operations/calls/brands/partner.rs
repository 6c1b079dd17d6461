//! 品牌经营 服务商.

use wechatpay_endpoints::brands::partner::*;

use crate::operation::*;

operations! {
    "POST /v3/brand/applyments" => submit_partner_brand_applyment,
    "GET /v3/brand/applyments/applyment-id/{applyment_id}" => query_partner_brand_applyment_by_applyment_id,
    "GET /v3/brand/applyments/business-code/{business_code}" => query_partner_brand_applyment_by_business_code,
    "POST /v3/brand/applyments/cancel-applyment" => cancel_partner_brand_applyment,
    "GET /v3/brand-basic/partner/brands/{brand_id}/product-authorities" => query_partner_brand_product_authorities,
    "POST /v3/brand/card/card-configs" => create_card_config,
    "GET /v3/brand/card/card-configs" => query_card_config,
    "GET /v3/brand/card/card-configs/preview-url" => query_card_config_preview_url,
    "POST /v3/brand/card/card-configs/publish" => publish_card_config,
    "POST /v3/brand/card/card-configs/cancel-applyment" => cancel_card_config_applyment,
    "POST /v3/brand/card/card-links" => create_card_link,
    "GET /v3/brand/card/card-links/business-code/{business_code}" => query_card_link_applyment,
    "GET /v3/brand/card/card-links" => list_card_links,
    "POST /v3/brand/card/card-links/cancel-applyment" => cancel_card_link_applyment,
    "POST /v3/brand/card/card-links/unbind-card-link" => unbind_card_link,
    "POST /v3/brand/partner/store/brandstores" => create_partner_brand_store,
    "GET /v3/brand/partner/store/brandstores/{store_id}" => query_partner_brand_store,
    "GET /v3/brand/partner/store/brandstores" => list_partner_brand_stores,
    "PATCH /v3/brand/partner/store/brandstores/{store_id}" => update_partner_brand_store,
    "POST /v3/brand/partner/store/brandstores/{store_id}/close" => close_partner_brand_store,
    "POST /v3/brand/partner/store/brandstores/{store_id}/resume" => resume_partner_brand_store,
    "DELETE /v3/brand/partner/store/brandstores/{store_id}" => delete_partner_brand_store,
    "POST /v3/brand/partner/store/brandstores/{store_id}/bindrecipient" => bind_partner_brand_store_recipient,
    "POST /v3/brand/partner/store/brandstores/{store_id}/unbindrecipient" => unbind_partner_brand_store_recipient,
}

async fn submit_partner_brand_applyment(client: &Client) -> Result<Value> {
    let body = SubmitPartnerBrandApplymentRequest::builder()
        .business_code("1900013511_10000")
        .admin_info(
            AdminInfo::builder()
                .admin_name("U2FsdGVkX1+3vZQv5+9JhTq3Xy6LdKjP0o9iYx5W7vRtNqY")
                .id_doc_type(IdDocType::MainlandIdCard)
                .id_card_number("AOZdYGISxo4y44/UgZ69bdu9X+tfMUJ9dl+LetjM45")
                .build(),
        )
        .subject_info(
            SubjectInfo::builder()
                .subject_type(SubjectType::Enterprise)
                .subject_name("xx有限公司")
                .unified_social_credit_code("91310101MA1FPX1234")
                .build(),
        )
        .brand_basic_info(
            BrandBasicInfo::builder()
                .brand_name("爱马哥")
                .brand_logo("U2FsdGVkX1+8n2qLk9jP4vRtY6Wx")
                .build(),
        )
        .trademark(
            Trademark::builder()
                .trademark_exists(TrademarkExistence::None)
                .trademark_registration_certificate(
                    TrademarkRegistrationCertificate::builder()
                        .certificate("jTpGmxUX3FBWVQ5NJTZvvDujqhThn4ReFxikqJ5YW6zFQ")
                        .name("爱马哥")
                        .number("12345678")
                        .valid_begin_time("2025-09-08")
                        .valid_end_time("2035-09-08")
                        .international_class("25")
                        .holder("腾讯科技有限公司")
                        .license("jTpGmxUXqRTvDujqhThn4ReFxikqJ5YW6zFQ")
                        .authorization_begin_time("2025-09-08")
                        .authorization_end_time("2035-09-08")
                        .certificate_list(vec![
                            "jTpGmxUX3FBWVQ5NJTZvvDujqhThn4ReFxikqJ5YW6zFQ".into(),
                        ])
                        .license_list(vec!["jTpGmxUX3FBWVQ5NJTZvvDujqhThn4ReFxikqJ5YW6zFQ".into()])
                        .build(),
                )
                .logo_trademark_registration_certificate(
                    TrademarkRegistrationCertificate::builder()
                        .certificate("jTpGmxUXqRTvDujqhThn4ReFxikqJ5YW6zFQ")
                        .name("爱马哥")
                        .number("21312344")
                        .valid_begin_time("2025-09-08")
                        .valid_end_time("2035-09-08")
                        .international_class("25")
                        .holder("腾讯科技有限公司")
                        .license("jTpGmxUXqRTvDujqhThn4ReFxikqJ5YW6zFQ")
                        .authorization_begin_time("2025-09-08")
                        .authorization_end_time("2035-09-08")
                        .certificate_list(vec![
                            "jTpGmxUX3FBWVQ5NJTZvvDujqhThn4ReFxikqJ5YW6zFQ".into(),
                        ])
                        .license_list(vec!["jTpGmxUX3FBWVQ5NJTZvvDujqhThn4ReFxikqJ5YW6zFQ".into()])
                        .build(),
                )
                .no_trademark_addition_prove("jTpGmxUX3FBWVQ5NJTZvvDujqhThn4ReFxikqJ5YW6zFQ")
                .no_trademark_addition_prove_list(vec![
                    "jTpGmxUX3FBWVQ5NJTZvvDujqhThn4ReFxikqJ5YW6zFQ".into(),
                ])
                .build(),
        )
        .build();
    let response = client.submit_partner_brand_applyment(&body).await;
    json(response)
}

async fn query_partner_brand_applyment_by_applyment_id(client: &Client) -> Result<Value> {
    let response = client
        .query_partner_brand_applyment_by_applyment_id("2000002124775691")
        .await;
    json(response)
}

async fn query_partner_brand_applyment_by_business_code(client: &Client) -> Result<Value> {
    let response = client
        .query_partner_brand_applyment_by_business_code("1900013511_10000")
        .await;
    json(response)
}

async fn cancel_partner_brand_applyment(client: &Client) -> Result<Value> {
    let body = CancelPartnerBrandApplymentRequest::builder()
        .applyment_id("2000002124775691")
        .business_code("1900013511_10000")
        .build();
    let response = client.cancel_partner_brand_applyment(&body).await;
    json(response)
}

async fn query_partner_brand_product_authorities(client: &Client) -> Result<Value> {
    let response = client
        .query_partner_brand_product_authorities("123456789")
        .await;
    json(response)
}

async fn create_card_config(client: &Client) -> Result<Value> {
    let body = CreateCardConfigRequest::builder()
        .business_code("1900013511_10000")
        .brand_id("1004")
        .brand_mini_program_info(
            BrandMiniProgramInfo::builder()
                .appid("wx1234567890abcdef")
                .default_jump_path("pages/shop/index")
                .build(),
        )
        .brand_customer_service(
            BrandCustomerService::builder()
                .customer_service_type(CustomerServiceType::MiniProgram)
                .customer_service_phone("12345678900")
                .customer_service_path("pages/service/index")
                .appid("wx1234567890abcdef")
                .build(),
        )
        .service_list(vec![
            CardService::builder()
                .service_classify_name("会员服务")
                .service_name("会员中心")
                .service_jump_type(ServiceJumpType::MiniProgram)
                .service_jump_path("pages/shop/index")
                .appid("wx1234567890abcdef")
                .build(),
        ])
        .build();
    let response = client.create_card_config(&body).await;
    json(response)
}

async fn query_card_config(client: &Client) -> Result<Value> {
    let response = client
        .query_card_config(Some("1900013511_10000"), Some("1111111111"), "120344")
        .await;
    json(response)
}

async fn query_card_config_preview_url(client: &Client) -> Result<Value> {
    let response = client
        .query_card_config_preview_url(Some("1900013511_10000"), Some("1111111111"), "120344")
        .await;
    json(response)
}

async fn publish_card_config(client: &Client) -> Result<Value> {
    let body = PublishCardConfigRequest::builder()
        .business_code("1900013511_10000")
        .applyment_id("1111111111")
        .brand_id("1004")
        .publish_type(PublishType::ScheduledPublish)
        .scheduled_publish_time("2025-05-20T13:29:35+08:00")
        .build();
    let response = client.publish_card_config(&body).await;
    json(response)
}

async fn cancel_card_config_applyment(client: &Client) -> Result<Value> {
    let body = CancelCardConfigApplymentRequest::builder()
        .business_code("1900013511_10000")
        .applyment_id("1111111111")
        .brand_id("1004")
        .build();
    let response = client.cancel_card_config_applyment(&body).await;
    json(response)
}

async fn create_card_link(client: &Client) -> Result<Value> {
    let body = CreateCardLinkRequest::builder()
        .business_code("1900013511_10000")
        .brand_id("1004")
        .payment_scene(PaymentScene::MiniProgram)
        .appid("wxea9c30890f48d5ae")
        .card_link_mchid("111222333")
        .service_id("00005000000000548218251086296300")
        .build();
    let response = client.create_card_link(&body).await;
    json(response)
}

async fn query_card_link_applyment(client: &Client) -> Result<Value> {
    let response = client
        .query_card_link_applyment("1900013511_10000", "120344")
        .await;
    json(response)
}

async fn list_card_links(client: &Client) -> Result<Value> {
    let response = client
        .list_card_links(
            "120344",
            Some(&PaymentScene::MiniProgram),
            Some(1),
            Some(50),
        )
        .await;
    json(response)
}

async fn cancel_card_link_applyment(client: &Client) -> Result<Value> {
    let body = CancelCardLinkApplymentRequest::builder()
        .business_code("1900013511_10000")
        .brand_id("1004")
        .build();
    let response = client.cancel_card_link_applyment(&body).await;
    json(response)
}

async fn unbind_card_link(client: &Client) -> Result<Value> {
    let body = UnbindCardLinkRequest::builder()
        .brand_id("1004")
        .payment_scene(PaymentScene::MiniProgram)
        .appid("wxea9c30890f48d5ae")
        .card_link_mchid("111222333")
        .service_id("00005000000000548218251086296300")
        .build();
    let response = client.unbind_card_link(&body).await;
    json(response)
}

async fn create_partner_brand_store(client: &Client) -> Result<Value> {
    let body = CreatePartnerBrandStoreRequest::builder()
        .brand_id("123456789")
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
    let response = client.create_partner_brand_store(&body).await;
    json(response)
}

async fn query_partner_brand_store(client: &Client) -> Result<Value> {
    let response = client
        .query_partner_brand_store("20488000", "123456789")
        .await;
    json(response)
}

async fn list_partner_brand_stores(client: &Client) -> Result<Value> {
    let response = client
        .list_partner_brand_stores("120344", Some(&StoreState::Open), Some(100), Some(50))
        .await;
    json(response)
}

async fn update_partner_brand_store(client: &Client) -> Result<Value> {
    let body = UpdatePartnerBrandStoreRequest::builder()
        .brand_id("123456789")
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
    let response = client.update_partner_brand_store("20488000", &body).await;
    json(response)
}

async fn close_partner_brand_store(client: &Client) -> Result<Value> {
    let body = StoreRequest::builder().brand_id("123456789").build();
    let response = client.close_partner_brand_store("20488000", &body).await;
    json(response)
}

async fn resume_partner_brand_store(client: &Client) -> Result<Value> {
    let body = StoreRequest::builder().brand_id("123456789").build();
    let response = client.resume_partner_brand_store("20488000", &body).await;
    json(response)
}

async fn delete_partner_brand_store(client: &Client) -> Result<Value> {
    let body = StoreRequest::builder().brand_id("123456789").build();
    let response = client.delete_partner_brand_store("20488000", &body).await;
    json(response)
}

async fn bind_partner_brand_store_recipient(client: &Client) -> Result<Value> {
    let body = BindPartnerBrandStoreRecipientRequest::builder()
        .brand_id("123456789")
        .mchid("1230000109")
        .company_name("腾讯科技（深圳）有限公司")
        .build();
    let response = client
        .bind_partner_brand_store_recipient("20488000", &body)
        .await;
    json(response)
}

async fn unbind_partner_brand_store_recipient(client: &Client) -> Result<Value> {
    let body = UnbindPartnerBrandStoreRecipientRequest::builder()
        .brand_id("123456789")
        .mchid("1230000109")
        .build();
    let response = client
        .unbind_partner_brand_store_recipient("20488000", &body)
        .await;
    json(response)
}
