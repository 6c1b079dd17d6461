//! 企业支付.

use wechatpay_endpoints::enterprise::webizpay::*;

use crate::operation::*;

operations! {
    "POST /v3/webizpay/users/{user_id}/authorization-url" => create_employee_authorization_url,
    "GET /v3/webizpay/users/{user_id}/authorization-state" => query_employee_authorization_state,
    "POST /v3/webizpay/employees/{employee_id}/revoke" => revoke_employee_authorization,
    "POST /v3/webizpay/avail-mch-ranges" => create_available_merchant_range,
    "GET /v3/webizpay/avail-mch-ranges" => list_available_merchant_ranges,
    "POST /v3/webizpay/avail-mch-ranges/{range_id}/merchant-identifiers" => add_merchant_identifier,
    "GET /v3/webizpay/avail-mch-ranges/{range_id}/merchant-identifiers" => list_merchant_identifiers,
    "DELETE /v3/webizpay/avail-mch-ranges/{range_id}/merchant-identifiers/{merchant_identifier}" => delete_merchant_identifier,
    "POST /v3/webizpay/employees/{employee_id}/quota-cards" => create_quota_card,
    "GET /v3/webizpay/employees/{employee_id}/quota-cards/{card_no}" => query_quota_card_by_card_no,
    "GET /v3/webizpay/employees/{employee_id}/out-quota-cards/{out_card_no}" => query_quota_card_by_out_card_no,
    "GET /v3/webizpay/employees/{employee_id}/quota-cards/{card_no}/payment-url" => query_quota_card_payment_url,
    "POST /v3/webizpay/employees/{employee_id}/quota-cards/{card_no}/cancel" => cancel_quota_card,
    "POST /v3/webizpay/stores/entity-matches" => create_store_entity_match,
    "GET /v3/webizpay/stores/entity-matches/{batch_id}" => query_store_entity_match,
    "POST /v3/webizpay/bill/trade-bill" => create_webizpay_trade_bill,
    "POST /v3/webizpay/bill/proof" => create_webizpay_proof_bill,
}

async fn create_employee_authorization_url(client: &Client) -> Result<Value> {
    let body = CreateEmployeeAuthorizationUrlRequest::builder()
        .sp_mchid("12341234")
        .sub_mchid("43214321")
        .application_type(ApplicationType::H5)
        .build();
    let response = client
        .create_employee_authorization_url("123456", &body)
        .await;
    json(response)
}

async fn query_employee_authorization_state(client: &Client) -> Result<Value> {
    let response = client
        .query_employee_authorization_state("123456", Some("12341234"), "43214321")
        .await;
    json(response)
}

async fn revoke_employee_authorization(client: &Client) -> Result<Value> {
    let body = RevokeEmployeeAuthorizationRequest::builder()
        .sp_mchid("12341234")
        .sub_mchid("43214321")
        .build();
    let response = client
        .revoke_employee_authorization("WeBizPay_a968402a-73bb-43e2-9e1a-8371b0ca3d7c", &body)
        .await;
    json(response)
}

async fn create_available_merchant_range(client: &Client) -> Result<Value> {
    let body = CreateAvailableMerchantRangeRequest::builder()
        .sp_mchid("12341234")
        .identifier_type(IdentifierType::OrganizationCode)
        .build();
    let response = client.create_available_merchant_range(&body).await;
    json(response)
}

async fn list_available_merchant_ranges(client: &Client) -> Result<Value> {
    let response = client.list_available_merchant_ranges("12341234").await;
    json(response)
}

async fn add_merchant_identifier(client: &Client) -> Result<Value> {
    let body = AddMerchantIdentifierRequest::builder()
        .sp_mchid("12341234")
        .merchant_identifier("91110000710926094P")
        .build();
    let response = client
        .add_merchant_identifier("89f5123e-5ad4-4e0e-89b1-63ced0c798c5", &body)
        .await;
    json(response)
}

async fn list_merchant_identifiers(client: &Client) -> Result<Value> {
    let response = client
        .list_merchant_identifiers("89f5123e-5ad4-4e0e-89b1-63ced0c798c5", "12341234", 0, 100)
        .await;
    json(response)
}

async fn delete_merchant_identifier(client: &Client) -> Result<Value> {
    let body = DeleteMerchantIdentifierRequest::builder()
        .sp_mchid("12341234")
        .build();
    let response = client
        .delete_merchant_identifier(
            "89f5123e-5ad4-4e0e-89b1-63ced0c798c5",
            "91110000710926094P",
            &body,
        )
        .await;
    json(response)
}

async fn create_quota_card(client: &Client) -> Result<Value> {
    let body = CreateQuotaCardRequest::builder()
        .sp_mchid("12341234")
        .sub_mchid("43214321")
        .card_template_id("template_123")
        .amount(Fen(10000))
        .card_name("报销额度卡")
        .out_card_no("mch_card_123456")
        .effective_end_time("2023-12-31T23:59:59+08:00")
        .card_remark("2023年1月差旅报销")
        .avail_mch_range_id("range_12345678")
        .build();
    let response = client
        .create_quota_card("WeBizPay_a968402a-73bb-43e2-9e1a-8371b0ca3d7c", &body)
        .await;
    json(response)
}

async fn query_quota_card_by_card_no(client: &Client) -> Result<Value> {
    let response = client
        .query_quota_card_by_card_no(
            "WeBizPay_a968402a-73bb-43e2-9e1a-8371b0ca3d7c",
            "1068019671702503425",
            Some("12341234"),
            "43214321",
        )
        .await;
    json(response)
}

async fn query_quota_card_by_out_card_no(client: &Client) -> Result<Value> {
    let response = client
        .query_quota_card_by_out_card_no(
            "WeBizPay_a968402a-73bb-43e2-9e1a-8371b0ca3d7c",
            "out_card_123456",
            Some("12341234"),
            "43214321",
        )
        .await;
    json(response)
}

async fn query_quota_card_payment_url(client: &Client) -> Result<Value> {
    let response = client
        .query_quota_card_payment_url(
            "WeBizPay_a968402a-73bb-43e2-9e1a-8371b0ca3d7c",
            "1068019671702503425",
            Some("12341234"),
            "43214321",
            &ApplicationType::H5,
        )
        .await;
    json(response)
}

async fn cancel_quota_card(client: &Client) -> Result<Value> {
    let body = CancelQuotaCardRequest::builder()
        .sp_mchid("12341234")
        .sub_mchid("43214321")
        .reason("商户主动作废")
        .build();
    let response = client
        .cancel_quota_card(
            "WeBizPay_a968402a-73bb-43e2-9e1a-8371b0ca3d7c",
            "1068019671702503425",
            &body,
        )
        .await;
    json(response)
}

async fn create_store_entity_match(client: &Client) -> Result<Value> {
    let body = CreateStoreEntityMatchRequest::builder()
        .sp_mchid("12341234")
        .out_batch_id("batch12345678")
        .match_details(vec![
            MatchDetail::builder()
                .organization_code("91110000710926094P")
                .store_name("微信小店")
                .product_type(ProductType::CodePay)
                .build(),
        ])
        .build();
    let response = client.create_store_entity_match(&body).await;
    json(response)
}

async fn query_store_entity_match(client: &Client) -> Result<Value> {
    let response = client
        .query_store_entity_match("1030000071201xxxxx", Some("12341234"))
        .await;
    json(response)
}

async fn create_webizpay_trade_bill(client: &Client) -> Result<Value> {
    let body = CreateWebizpayTradeBillRequest::builder()
        .sp_mchid("12341234")
        .sub_mchid("43214321")
        .date("2025-04-23")
        .r#type(TradeBillType::Qyzfall)
        .build();
    let response = client.create_webizpay_trade_bill(&body).await;
    json(response)
}

async fn create_webizpay_proof_bill(client: &Client) -> Result<Value> {
    let body = CreateWebizpayProofBillRequest::builder()
        .sp_mchid("12341234")
        .sub_mchid("43214321")
        .start_date("2025-04-23")
        .end_date("2025-04-23")
        .entity_name("某某科技有限公司")
        .out_operation_id("operation12345678")
        .build();
    let response = client.create_webizpay_proof_bill(&body).await;
    json(response)
}
