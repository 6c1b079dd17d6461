//! 跨境进件.

use wechatpay_endpoints::global::merchants::*;

use crate::operation::*;

operations! {
    "POST /v3/global/merchants" => create_global_merchant,
    "GET /v3/global/merchants/{sub_mchid}" => query_global_merchant,
    "PATCH /v3/global/merchants/{sub_mchid}" => update_global_merchant,
    "POST /v3/global/merchant/h5/permission/applications" => create_h5_permission_application,
    "GET /v3/global/merchant/h5/permission/applications/{applyment_id}" => query_h5_permission_application,
    "PATCH /v3/global/merchant/h5/permission/applications/{applyment_id}" => update_h5_permission_application,
    "GET /v3/global/merchant/h5/permission/{sub_mchid}" => query_h5_permission,
    "POST /v3/global/merchant/h5/permission/domain/applications" => create_h5_domain_application,
    "GET /v3/global/merchant/h5/permission/domain/applications/{applyment_id}" => query_h5_domain_application,
    "PATCH /v3/global/merchant/h5/permission/domain/applications/{applyment_id}" => update_h5_domain_application,
}

async fn create_global_merchant(client: &Client) -> Result<Value> {
    let body = CreateGlobalMerchantRequest::builder()
        .sp_appid("wx8888888888888888")
        .sp_mchid("3200000001")
        .name("Merchant name")
        .shortname("Merchant shortname")
        .office_phone("075586010000")
        .contact(
            Contact::builder()
                .name("李先生")
                .phone("075586010000")
                .email("test@test.com")
                .build(),
        )
        .business_category(644)
        .channel_id("3200000001")
        .merchant_country_code("344")
        .merchant_type(MerchantType::Enterprise)
        .registration_certificate_number("5555-8888")
        .registration_certificate_date("2020-10-16")
        .registration_certificate_copy("w7yQFawBtja5uEdm_aoXokv2SDoEmHIPs")
        .settlement_bank_number("555588889999")
        .business(
            Business::builder()
                .business_type(BusinessType::Both)
                .app_download("https://download.qq.com")
                .website("https://www.qq.com")
                .office_account("wx8888888888888888")
                .mini_program("wx8888888888888888")
                .store_address(
                    "10F World Finance Centre (South Office), 11 Canton Road, Tsim Sha Tsui, Hong Kong",
                )
                .store_photos(r#"["Media_id1","Media_id2","Media_id3"]"#)
                .mcc("4214")
                .build(),
        )
        .director(Director::builder().name("Bob").number("5555-8888").build())
        .principal(Director::builder().name("Bob").number("5555-8888").build())
        .h5_payment_apply_info(
            H5PaymentApplyInfo::builder()
                .h5_website_url("https://qq.com")
                .domains(vec!["www.qq.com".into()])
                .build(),
        )
        .attach("555588889999")
        .build();
    let response = client
        .create_global_merchant(Some("GzPCeo963zXKcO2hDVD8AjXIpgrj"), &body)
        .await;
    json(response)
}

async fn query_global_merchant(client: &Client) -> Result<Value> {
    let response = client
        .query_global_merchant("20000100", "wx8888888888888888", "3200000001")
        .await;
    json(response)
}

async fn update_global_merchant(client: &Client) -> Result<Value> {
    let body = UpdateGlobalMerchantRequest::builder()
        .sp_appid("wx8888888888888888")
        .sp_mchid("3200000001")
        .name("Merchant name")
        .sub_mchid("示例值: 20000100")
        .shortname("Merchant shortname")
        .office_phone("075586010000")
        .contact(
            Contact::builder()
                .name("李先生")
                .phone("075586010000")
                .email("test@test.com")
                .build(),
        )
        .business_category(644)
        .channel_id("3200000001")
        .merchant_country_code("344")
        .merchant_type(MerchantType::Enterprise)
        .registration_certificate_number("5555-8888")
        .registration_certificate_date("2020-10-16")
        .registration_certificate_copy("w7yQFawBtja5uEdm_aoXokv2SDoEmHIPs")
        .settlement_bank_number("555588889999")
        .business(
            UpdateMerchantBusiness::builder()
                .business_type(BusinessType::Both)
                .app_download("https://download.qq.com")
                .website("https://www.qq.com")
                .office_account("wx8888888888888888")
                .mini_program("wx8888888888888888")
                .store_address(
                    "10F World Finance Centre (South Office), 11 Canton Road, Tsim Sha Tsui, Hong Kong",
                )
                .store_photos(r#"["Media_id1", "Media_id2", "Media_id3"]"#)
                .mcc("4214")
                .build(),
        )
        .director(Director::builder().name("Bob").number("5555-8888").build())
        .principal(Director::builder().name("Bob").number("5555-8888").build())
        .h5_payment_apply_info(
            UpdateMerchantH5PaymentApplyInfo::builder()
                .website_url("https://qq.com")
                .domains(vec!["www.qq.com".into()])
                .build(),
        )
        .build();
    let response = client
        .update_global_merchant("示例值: 20000100", &body)
        .await;
    json(response)
}

async fn create_h5_permission_application(client: &Client) -> Result<Value> {
    let body = CreateH5PermissionApplicationRequest::builder()
        .business_description(
            "腾讯于1998年11月成立，是一家互联网公司，通过技术丰富互联网用户的生活，助力企业数字化升级。我们的使命是“用户为本 科技向善”",
        )
        .sub_mchid("2491935631")
        .domains(vec!["qq.com".into()])
        .company_register_cert("6uqyGjvHzOhsLleGFQVRF")
        .transaction_limit_type(TransactionLimitType::UnLaunchedWebsiteLimit)
        .website_business_page_pics(vec!["6uqyGjvHzOhsLleGFQVRF".into()])
        .website_homepage_pics(vec!["6uqyGjvHzOhsLleGFQVRF".into()])
        .website_state(WebsiteState::HasLaunched)
        .website_url("https://qq.com")
        .notify_url("https://pay.weixin.qq.com/wxpay/pay.action")
        .applyment_type(H5ApplymentType::ApplyForPaymentAuthority)
        .build();
    let response = client.create_h5_permission_application(&body).await;
    json(response)
}

async fn query_h5_permission_application(client: &Client) -> Result<Value> {
    let response = client.query_h5_permission_application(100000).await;
    json(response)
}

async fn update_h5_permission_application(client: &Client) -> Result<Value> {
    let body = UpdateH5PermissionApplicationRequest::builder()
        .domains(vec!["qq.com".into()])
        .business_description(
            "腾讯于1998年11月成立，是一家互联网公司，通过技术丰富互联网用户的生活，助力企业数字化升级。我们的使命是“用户为本 科技向善”",
        )
        .company_register_cert("6uqyGjvHzOhsLleGFQVRF")
        .website_business_page_pics(vec!["6uqyGjvHzOhsLleGFQVRF".into()])
        .website_homepage_pics(vec!["6uqyGjvHzOhsLleGFQVRF".into()])
        .website_state(WebsiteState::HasLaunched)
        .website_url("https://qq.com")
        .build();
    let response = client.update_h5_permission_application(100000, &body).await;
    json(response)
}

async fn query_h5_permission(client: &Client) -> Result<Value> {
    let response = client.query_h5_permission("2491935631").await;
    json(response)
}

async fn create_h5_domain_application(client: &Client) -> Result<Value> {
    let body = CreateH5DomainApplicationRequest::builder()
        .sub_mchid("2491935631")
        .domains(vec!["qq.com".into()])
        .website_url("https://qq.com")
        .website_business_page_pics(vec!["6uqyGjvHzOhsLleGFQVRF".into()])
        .website_homepage_pics(vec!["6uqyGjvHzOhsLleGFQVRF".into()])
        .website_state(WebsiteState::HasLaunched)
        .notify_url("https://pay.weixin.qq.com/wxpay/pay.action")
        .out_applyment_id("123456")
        .build();
    let response = client.create_h5_domain_application(&body).await;
    json(response)
}

async fn query_h5_domain_application(client: &Client) -> Result<Value> {
    let response = client.query_h5_domain_application(100000).await;
    json(response)
}

async fn update_h5_domain_application(client: &Client) -> Result<Value> {
    let body = UpdateH5DomainApplicationRequest::builder()
        .domains(vec!["qq.com".into()])
        .website_state(WebsiteState::HasLaunched)
        .website_url("https://qq.com")
        .website_business_page_pics(vec!["6uqyGjvHzOhsLleGFQVRF".into()])
        .website_homepage_pics(vec!["6uqyGjvHzOhsLleGFQVRF".into()])
        .build();
    let response = client.update_h5_domain_application(100000, &body).await;
    json(response)
}
