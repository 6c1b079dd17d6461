//! 电子发票.

use wechatpay_endpoints::fapiao::electronic::*;

use crate::operation::*;

operations! {
    "GET /v3/new-tax-control-fapiao/fapiaomerchant/getspinviteurl" => query_fapiao_invite_url,
    "GET /v3/new-tax-control-fapiao/fapiaomerchant/listspinvitemchinfo" => list_fapiao_invited_merchants,
    "POST /v3/new-tax-control-fapiao/merchant/{sub_mchid}/check" => check_fapiao_merchant,
    "GET /v3/new-tax-control-fapiao/merchant/{sub_mchid}/check-status" => query_fapiao_merchant_check_status,
    "GET /v3/new-tax-control-fapiao/merchant/base-information" => query_fapiao_base_information,
    "GET /v3/new-tax-control-fapiao/merchant/development-config" => query_fapiao_development_config,
    "PATCH /v3/new-tax-control-fapiao/merchant/development-config" => update_fapiao_development_config,
    "GET /v3/new-tax-control-fapiao/merchant/tax-codes" => list_tax_codes,
    "GET /v3/new-tax-control-fapiao/user-title/title-url" => query_fapiao_title_url,
    "GET /v3/new-tax-control-fapiao/user-title" => query_fapiao_user_title,
    "POST /v3/new-tax-control-fapiao/fapiao-applications" => issue_fapiao,
    "POST /v3/new-tax-control-fapiao/fapiao-applications/issue-general" => issue_general_fapiao,
    "POST /v3/new-tax-control-fapiao/fapiao-applications/issue-passenger-transport" => issue_passenger_transport_fapiao,
    "POST /v3/new-tax-control-fapiao/fapiao-applications/issue-refined-oil" => issue_refined_oil_fapiao,
    "POST /v3/new-tax-control-fapiao/fapiao-applications/real-estate-leasing" => issue_real_estate_leasing_fapiao,
    "GET /v3/new-tax-control-fapiao/fapiao-applications/{fapiao_apply_id}" => query_fapiao,
    "POST /v3/new-tax-control-fapiao/fapiao-applications/{fapiao_apply_id}/reverse" => reverse_fapiao,
    "POST /v3/new-tax-control-fapiao/fapiao-applications/upload-fapiao-file" => upload_fapiao_file,
    "GET /v3/new-tax-control-fapiao/fapiao-applications/{fapiao_apply_id}/fapiao-files" => list_fapiao_files,
    "GET /v3/new-tax-control-fapiao/download" => download_fapiao,
    "POST /v3/new-tax-control-fapiao/card-template" => create_fapiao_card_template,
    "POST /v3/new-tax-control-fapiao/fapiao-applications/{fapiao_apply_id}/insert-cards" => insert_fapiao_cards,
}

async fn query_fapiao_invite_url(client: &Client) -> Result<Value> {
    let query = QueryFapiaoInviteUrlQuery::builder()
        .operation_type(InviteOperationType::AuthBinding)
        .fapiao_mode(FapiaoMode::ThirdOrSelfFapiao)
        .fapiao_ability_type_list(vec![FapiaoAbilityType::BaseAbility])
        .invite_channel("miniprogram")
        .operate_user("mI7HGEJ4Q2B91IGjHZu/Gthm")
        .invite_code("code_20200101_123")
        .sub_mchid("1900000109")
        .build();
    let response = client.query_fapiao_invite_url(&query).await;
    json(response)
}

async fn list_fapiao_invited_merchants(client: &Client) -> Result<Value> {
    let response = client
        .list_fapiao_invited_merchants(
            &DateTime::from("2020-07-01T12:00:00+08:00"),
            &DateTime::from("2020-07-02T12:00:00+08:00"),
            10,
            1,
            Some("code_20200101_123"),
            &MerchantInviteStatus::Succ,
        )
        .await;
    json(response)
}

async fn check_fapiao_merchant(client: &Client) -> Result<Value> {
    let response = client.check_fapiao_merchant("1900000109").await;
    json(response)
}

async fn query_fapiao_merchant_check_status(client: &Client) -> Result<Value> {
    let response = client
        .query_fapiao_merchant_check_status("1900000109")
        .await;
    json(response)
}

async fn query_fapiao_base_information(client: &Client) -> Result<Value> {
    let response = client
        .query_fapiao_base_information(Some("1900000109"))
        .await;
    json(response)
}

async fn query_fapiao_development_config(client: &Client) -> Result<Value> {
    let response = client.query_fapiao_development_config().await;
    json(response)
}

async fn update_fapiao_development_config(client: &Client) -> Result<Value> {
    let body = UpdateFapiaoDevelopmentConfigRequest::builder()
        .callback_url("https://pay.weixin.qq.com/callback")
        .sub_mch_code("1900000109")
        .show_fapiao_cell(false)
        .support_vat_fapiao(false)
        .build();
    let response = client.update_fapiao_development_config(&body).await;
    json(response)
}

async fn list_tax_codes(client: &Client) -> Result<Value> {
    let response = client.list_tax_codes(Some("1900000109"), 0, 5).await;
    json(response)
}

async fn query_fapiao_title_url(client: &Client) -> Result<Value> {
    let query = QueryFapiaoTitleUrlQuery::builder()
        .sub_mchid("1900000109")
        .seller_name("深圳市南山区测试商户")
        .build();
    let response = client
        .query_fapiao_title_url(
            "fapiao_20200701_123456",
            &TitleUrlSource::Web,
            "wxb1170446a4c0a5a2",
            "plN5twRbHym_j-QcqCzstl0HmwEs",
            Fen(382895),
            &query,
        )
        .await;
    json(response)
}

async fn query_fapiao_user_title(client: &Client) -> Result<Value> {
    let response = client
        .query_fapiao_user_title(
            Some("1900000109"),
            &FapiaoScene::WithWechatpay,
            "4200000444201910177461284488",
        )
        .await;
    json(response)
}

async fn issue_fapiao(client: &Client) -> Result<Value> {
    let body = IssueFapiaoRequest::builder()
        .sub_mchid("1900000109")
        .scene("WITH_WECHATPAY")
        .fapiao_apply_id("4200000444201910177461284488")
        .buyer_information(
            BuyerInformation::builder()
                .r#type("ORGANIZATION")
                .name("深圳市南山区测试企业")
                .taxpayer_id("202003261233701778")
                .address("深圳市南山区深南大道10000号")
                .telephone("075512345678")
                .bank_name("测试银行")
                .bank_account("62001234567890")
                .phone("pVd1HJ6zyvPedzGaV+X3qtmrq9bb9tPttdY+aQ6zB")
                .email("pVd1HJ6zyvPedzGaV+X3qtmrq9bb9tPttdY+aQ6zB")
                .build(),
        )
        .fapiao_information(vec![
            FapiaoInformation::builder()
                .fapiao_id("20200701123456")
                .total_amount(Fen(382895))
                .need_list(true)
                .remark("备注")
                .items(vec![
                    FapiaoInformationItem::builder()
                        .tax_code("3010101020203000000")
                        .goods_category("运输服务")
                        .goods_name("出租汽车客运服务")
                        .goods_id(1)
                        .specification("A4")
                        .unit("次")
                        .quantity(100000000)
                        .total_amount(Fen(429900))
                        .tax_rate(1300)
                        .tax_prefer_mark("NO_FAVORABLE")
                        .discount(true)
                        .build(),
                ])
                .build(),
        ])
        .build();
    let response = client.issue_fapiao(&body).await;
    json(response)
}

async fn issue_general_fapiao(client: &Client) -> Result<Value> {
    let body = IssueGeneralFapiaoRequest::builder()
        .sub_mchid("1900000109")
        .fapiao_apply_id("4200000444201910177461284488")
        .buyer_information(
            UserTitle::builder()
                .r#type(BuyerType::Organization)
                .name("深圳市南山区测试企业")
                .taxpayer_id("202003261233701778")
                .address("深圳市南山区深南大道10000号")
                .telephone("075512345678")
                .bank_name("测试银行")
                .bank_account("62001234567890")
                .phone("pVd1HJ6zyvPedzGaV+X3qtmrq9bb9tPttdY+aQ6zB")
                .email("pVd1HJ6zyvPedzGaV+X3qtmrq9bb9tPttdY+aQ6zB")
                .amount(Fen(1000))
                .out_trade_no("order_20200701_123456")
                .fapiao_bill_type(FapiaoBillType::CommFapiao)
                .user_apply_message("用户留言")
                .build(),
        )
        .fapiao_information(
            GeneralFapiaoInformation::builder()
                .fapiao_id("20200701123456")
                .total_amount(Fen(382895))
                .items(vec![
                    GeneralFapiaoItem::builder()
                        .tax_code("3010101020203000000")
                        .goods_name("出租汽车客运服务")
                        .specification("A4")
                        .unit("次")
                        .quantity(100000000)
                        .total_amount(Fen(429900))
                        .tax_rate(1300)
                        .discount(true)
                        .preferential_policy_code(1)
                        .build(),
                ])
                .export_business_policy_code(1)
                .vat_refund_levy_code(1)
                .billing_person_id("128279891283")
                .billing_person("example_billing_person")
                .fapiao_bill_type(FapiaoBillType::CommFapiao)
                .transaction_information(vec![
                    TransactionInformation::builder()
                        .pay_channel(PayChannel::WechatPay)
                        .transaction_id("4200000008202508080512076713")
                        .out_trade_no("order_20200701_123456")
                        .amount(Fen(382895))
                        .build(),
                ])
                .remark("备注")
                .build(),
        )
        .build();
    let response = client.issue_general_fapiao(&body).await;
    json(response)
}

async fn issue_passenger_transport_fapiao(client: &Client) -> Result<Value> {
    let body = IssuePassengerTransportFapiaoRequest::builder()
        .sub_mchid("1900000109")
        .fapiao_apply_id("4200000444201910177461284488")
        .buyer_information(
            UserTitle::builder()
                .r#type(BuyerType::Organization)
                .name("深圳市南山区测试企业")
                .taxpayer_id("202003261233701778")
                .address("深圳市南山区深南大道10000号")
                .telephone("075512345678")
                .bank_name("测试银行")
                .bank_account("62001234567890")
                .phone("pVd1HJ6zyvPedzGaV+X3qtmrq9bb9tPttdY+aQ6zB")
                .email("pVd1HJ6zyvPedzGaV+X3qtmrq9bb9tPttdY+aQ6zB")
                .amount(Fen(1000))
                .out_trade_no("order_20200701_123456")
                .fapiao_bill_type(FapiaoBillType::CommFapiao)
                .user_apply_message("用户留言")
                .build(),
        )
        .fapiao_information(
            PassengerTransportFapiaoInformation::builder()
                .fapiao_id("20200701123456")
                .total_amount(Fen(382895))
                .items(vec![
                    PassengerTransportFapiaoItem::builder()
                        .tax_code("3010101020203000000")
                        .goods_name("出租汽车客运服务")
                        .specification("A4")
                        .quantity(100000000)
                        .total_amount(Fen(429900))
                        .tax_rate(1300)
                        .discount(true)
                        .preferential_policy_code(1)
                        .passenger_information(
                            PassengerInformation::builder()
                                .name("张三")
                                .certificate_type(CertificateType::IdentityCard)
                                .certificate_number("pVd1HJ6zyvPedzGaV+X3qtmrq9bb9tPttdY+aQ6zB")
                                .departure_date("2026-07-01T00:00:00+08:00")
                                .departure_place("北京市朝阳区")
                                .destination("上海市浦东新区")
                                .transportation_type(TransportationType::LongDistanceBus)
                                .transportation_classes(TransportationClass::ShipFirstClassCabin)
                                .build(),
                        )
                        .build(),
                ])
                .export_business_policy_code(1)
                .vat_refund_levy_code(1)
                .billing_person_id("187776276864872")
                .billing_person("**伟 0020")
                .fapiao_bill_type(FapiaoBillType::CommFapiao)
                .transaction_information(vec![
                    TransactionInformation::builder()
                        .pay_channel(PayChannel::WechatPay)
                        .transaction_id("4200000008202508080512076713")
                        .out_trade_no("order_20200701_123456")
                        .amount(Fen(382895))
                        .build(),
                ])
                .remark("备注")
                .build(),
        )
        .build();
    let response = client.issue_passenger_transport_fapiao(&body).await;
    json(response)
}

async fn issue_refined_oil_fapiao(client: &Client) -> Result<Value> {
    let body = IssueRefinedOilFapiaoRequest::builder()
        .sub_mchid("1900000109")
        .fapiao_apply_id("4200000444201910177461284488")
        .buyer_information(
            UserTitle::builder()
                .r#type(BuyerType::Organization)
                .name("深圳市南山区测试企业")
                .taxpayer_id("202003261233701778")
                .address("深圳市南山区深南大道10000号")
                .telephone("075512345678")
                .bank_name("测试银行")
                .bank_account("62001234567890")
                .phone("pVd1HJ6zyvPedzGaV+X3qtmrq9bb9tPttdY+aQ6zB")
                .email("pVd1HJ6zyvPedzGaV+X3qtmrq9bb9tPttdY+aQ6zB")
                .amount(Fen(1000))
                .out_trade_no("order_20200701_123456")
                .fapiao_bill_type(FapiaoBillType::CommFapiao)
                .user_apply_message("用户留言")
                .build(),
        )
        .fapiao_information(
            RefinedOilFapiaoInformation::builder()
                .fapiao_id("20200701123456")
                .total_amount(Fen(382895))
                .items(vec![
                    RefinedOilFapiaoItem::builder()
                        .tax_code("3010101020203000000")
                        .goods_name("出租汽车客运服务")
                        .specification("A4")
                        .unit(RefinedOilUnit::Ton)
                        .quantity(100000000)
                        .total_amount(Fen(429900))
                        .tax_rate(1300)
                        .discount(true)
                        .preferential_policy_code(1)
                        .refined_oil_information(
                            RefinedOilInformation::builder()
                                .station("中国石油(江北红旗河沟加油站)")
                                .trade_time("2025-07-01T00:00:00+08:00")
                                .gun_number("1号枪")
                                .build(),
                        )
                        .build(),
                ])
                .export_business_policy_code(1)
                .vat_refund_levy_code(1)
                .billing_person_id("187776276864872")
                .billing_person("**伟 0020")
                .fapiao_bill_type(FapiaoBillType::CommFapiao)
                .transaction_information(vec![
                    TransactionInformation::builder()
                        .pay_channel(PayChannel::WechatPay)
                        .transaction_id("4200000008202508080512076713")
                        .out_trade_no("order_20200701_123456")
                        .amount(Fen(382895))
                        .build(),
                ])
                .remark("备注")
                .build(),
        )
        .build();
    let response = client.issue_refined_oil_fapiao(&body).await;
    json(response)
}

async fn issue_real_estate_leasing_fapiao(client: &Client) -> Result<Value> {
    let body = IssueRealEstateLeasingFapiaoRequest::builder()
        .sub_mchid("1900000109")
        .fapiao_apply_id("4200000444201910177461284488")
        .buyer_information(
            UserTitle::builder()
                .r#type(BuyerType::Individual)
                .name("深圳市南山区测试企业")
                .taxpayer_id("202003261233701778")
                .address("深圳市南山区深南大道10000号")
                .telephone("075512345678")
                .bank_name("测试银行")
                .bank_account("62001234567890")
                .phone("pVd1HJ6zyvPedzGaV+X3qtmrq9bb9tPttdY+aQ6zB")
                .email("pVd1HJ6zyvPedzGaV+X3qtmrq9bb9tPttdY+aQ6zB")
                .amount(Fen(1000))
                .out_trade_no("order_20200701_123456")
                .fapiao_bill_type(FapiaoBillType::CommFapiao)
                .user_apply_message("用户留言")
                .build(),
        )
        .fapiao_information(
            RealEstateLeasingFapiaoInformation::builder()
                .fapiao_id("20200701123456")
                .total_amount(Fen(382895))
                .items(vec![
                    RealEstateLeasingFapiaoItem::builder()
                        .tax_code("3010101020203000000")
                        .goods_name("出租汽车客运服务")
                        .specification("A4")
                        .unit("次")
                        .quantity(100000000)
                        .total_amount(Fen(429900))
                        .tax_rate(1300)
                        .discount(true)
                        .preferential_policy_code(1)
                        .real_estate_leasing_information(
                            RealEstateLeasingInformation::builder()
                                .province("重庆市")
                                .city("涪陵区")
                                .address("xx街道xx小区")
                                .lease_period_start("2025-01-01T10:00:00+08:00")
                                .lease_period_end("2025-07-01T10:00:00+08:00")
                                .cross_city_flag(true)
                                .certificate_no("OVgc/slzCvzSebaz46sUA4tJmm5GbN")
                                .plate_no(vec!["渝A12345".into()])
                                .build(),
                        )
                        .build(),
                ])
                .export_business_policy_code(1)
                .vat_refund_levy_code(1)
                .billing_person_id("128279891283")
                .billing_person("example_billing_person")
                .fapiao_bill_type(FapiaoBillType::CommFapiao)
                .transaction_information(vec![
                    TransactionInformation::builder()
                        .pay_channel(PayChannel::WechatPay)
                        .transaction_id("4200000008202508080512076713")
                        .out_trade_no("order_20200701_123456")
                        .amount(Fen(382895))
                        .build(),
                ])
                .remark("备注")
                .build(),
        )
        .build();
    let response = client.issue_real_estate_leasing_fapiao(&body).await;
    json(response)
}

async fn query_fapiao(client: &Client) -> Result<Value> {
    let response = client
        .query_fapiao(
            "4200000444201910177461284488",
            Some("1900000109"),
            Some("20200701123456"),
        )
        .await;
    json(response)
}

async fn reverse_fapiao(client: &Client) -> Result<Value> {
    let body = ReverseFapiaoRequest::builder()
        .sub_mchid("1900000109")
        .reverse_reason(ReverseReason::SalesReturn)
        .fapiao_information(vec![
            ReverseFapiaoInformation::builder()
                .fapiao_id("20200701123456")
                .fapiao_code("044001911211")
                .fapiao_number("12897794")
                .build(),
        ])
        .build();
    let response = client
        .reverse_fapiao("4200000444201910177461284488", &body)
        .await;
    json(response)
}

async fn upload_fapiao_file(client: &Client) -> Result<Value> {
    let file = UploadFile::from_bytes("file.png", "file").unwrap();
    let body = FileMeta::builder()
        .file_type("PDF")
        .digest_alogrithm("SM3")
        .digest(file.sm3().await.unwrap())
        .build();
    let response = client.upload_fapiao_file(&body, &file).await;
    json(response)
}

async fn list_fapiao_files(client: &Client) -> Result<Value> {
    let response = client
        .list_fapiao_files(
            "4200000444201910177461284488",
            Some("1900000109"),
            Some("20200701123456"),
        )
        .await;
    json(response)
}

async fn download_fapiao(client: &Client) -> Result<Value> {
    let query = DownloadFapiaoQuery::builder()
        .mchid("1230000109")
        .fapiao_id("20200701123456")
        .invoice_code("310100")
        .invoice_no("invoice_no")
        .openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
        .token("ABBpZjCfAAABAAAAAACmTrRvExc7XKea-")
        .build();
    let response = client.download_fapiao(&query).await;
    file(response).await
}

async fn create_fapiao_card_template(client: &Client) -> Result<Value> {
    let body = CreateFapiaoCardTemplateRequest::builder()
        .sub_mchid("1900000109")
        .card_appid("wxb1170446a4c0a5a2")
        .card_template_information(
            CardTemplateInformation::builder()
                .payee_name("某公司")
                .logo_url(
                    "http://mmbiz.qpic.cn/mmbiz/iaL1LJM1mF9aRKPZJkmG8xXhiaHqkKSVMMWeN3hLut7X7hicFNjakmxibMLGWpXrEXB33367o7zHN0CwngnQY7zb7g/0",
                )
                .custom_cell(
                    CustomCell::builder()
                        .words("电子发票")
                        .description("查看发票")
                        .jump_url("http://www.qq.com")
                        .miniprogram_user_name("gh_86a091e50ad4@app")
                        .miniprogram_path("pages/xxxPage")
                        .build(),
                )
                .build(),
        )
        .build();
    let response = client.create_fapiao_card_template(&body).await;
    json(response)
}

async fn insert_fapiao_cards(client: &Client) -> Result<Value> {
    let body = InsertFapiaoCardsRequest::builder()
        .sub_mchid("1900000109")
        .scene(FapiaoScene::WithWechatpay)
        .buyer_information(
            UserTitle::builder()
                .r#type(BuyerType::Organization)
                .name("深圳市南山区测试企业")
                .taxpayer_id("202003261233701778")
                .address("深圳市南山区深南大道10000号")
                .telephone("075512345678")
                .bank_name("测试银行")
                .bank_account("62001234567890")
                .phone("pVd1HJ6zyvPedzGaV+X3qtmrq9bb9tPttdY+aQ6zB")
                .email("pVd1HJ6zyvPedzGaV+X3qtmrq9bb9tPttdY+aQ6zB")
                .amount(Fen(1000))
                .out_trade_no("order_20200701_123456")
                .fapiao_bill_type(FapiaoBillType::CommFapiao)
                .user_apply_message("用户留言")
                .build(),
        )
        .fapiao_card_information(vec![
            FapiaoCardInformation::builder()
                .fapiao_media_id("ASNFZ4mrze/+3LqYdlQyEA==")
                .fapiao_number("12897794")
                .fapiao_code("044001911211")
                .fapiao_time("2020-07-01T12:00:00+08:00")
                .check_code("69001808340631374774")
                .password("006>299-375/326>2+7/*0-+<3510")
                .total_amount(Fen(382895))
                .tax_amount(Fen(44050))
                .amount(Fen(338845))
                .seller_information(
                    SellerInformation::builder()
                        .name("深圳市南山区测试公司")
                        .taxpayer_id("202003261233701778")
                        .address("深圳市南山区深南大道10000号")
                        .telephone("075512345678")
                        .bank_name("测试银行")
                        .bank_account("62001234567890")
                        .build(),
                )
                .extra_information(
                    ExtraInformation::builder()
                        .payee("张三")
                        .reviewer("李四")
                        .drawer("王五")
                        .build(),
                )
                .items(vec![
                    FapiaoCardItem::builder()
                        .tax_code("3010101020203000000")
                        .goods_name("出租汽车客运服务")
                        .specification("A4")
                        .unit("次")
                        .quantity(100000000)
                        .unit_price(380442000000)
                        .amount(Fen(380442))
                        .tax_amount(Fen(49458))
                        .total_amount(Fen(429900))
                        .tax_rate(1300)
                        .tax_prefer_mark(TaxPreferMark::NoFavorable)
                        .discount(true)
                        .build(),
                ])
                .remark("备注")
                .build(),
        ])
        .build();
    let response = client
        .insert_fapiao_cards("4200000444201910177461284488", &body)
        .await;
    json(response)
}
