//! 特约商户进件.

use wechatpay_endpoints::merchants::applyments::*;

use crate::operation::*;

operations! {
    "POST /v3/applyment4sub/applyment/" => submit_applyment,
    "GET /v3/applyment4sub/applyment/applyment_id/{applyment_id}" => query_applyment_by_applyment_id,
    "GET /v3/applyment4sub/applyment/business_code/{business_code}" => query_applyment_by_business_code,
    "GET /v3/apply4sub/sub_merchants/{sub_mchid}/settlement" => query_settlement,
    "POST /v3/apply4sub/sub_merchants/{sub_mchid}/modify-settlement" => modify_settlement,
    "GET /v3/apply4sub/sub_merchants/{sub_mchid}/application/{application_no}" => query_settlement_application,
}

async fn submit_applyment(client: &Client) -> Result<Value> {
    let body = SubmitApplymentRequest::builder()
        .business_code("1900013511_10000")
        .contact_info(
            ContactInfo::builder()
                .contact_name("pVd1HJ6zyvPedzGaV+X3IdGdbDnuC4Eelw/wDa4SzfeespQO/0kjiwfqdfg==")
                .mobile_phone(
                    "pVd1HJ6zyvPedzGaV+X3qtmrq9bb9tPROvwia4ibL+F6mfjbzQIzfb3HHLEjZ4YiNWWNeespQO/0kjiwfqdfg==",
                )
                .contact_email("ASNFZ4mrze/+3LqYdlQyEA==")
                .build(),
        )
        .subject_info(
            SubjectInfo::builder()
                .subject_type(SubjectType::Individual)
                .identity_info(IdentityInfo::builder().id_doc_type(IdType::Idcard).build())
                .build(),
        )
        .business_info(
            BusinessInfo::builder()
                .merchant_shortname("腾讯科技有限公司")
                .service_phone("0755-86013388")
                .sales_info(
                    SalesInfo::builder()
                        .sales_scenes_type(vec![SalesScenesType::Store])
                        .build(),
                )
                .build(),
        )
        .settlement_info(
            SettlementInfo::builder()
                .settlement_id("入驻结算规则ID")
                .qualification_type("所属行业")
                .build(),
        )
        .bank_account_info(
            BankAccountInfo::builder()
                .bank_account_type(BankAccountType::Corporate)
                .account_name("AOZdYGISxo4y44/UgZ69b0zZXkw==")
                .account_bank("工商银行")
                .bank_address_code("110000")
                .bank_name("施秉县农村信用合作联社城关信用社")
                .bank_branch_id("402713354941")
                .account_number("ciphertext")
                .build(),
        )
        .build();
    let response = client.submit_applyment(&body).await;
    json(response)
}

async fn query_applyment_by_applyment_id(client: &Client) -> Result<Value> {
    let response = client
        .query_applyment_by_applyment_id(2000002124775691)
        .await;
    json(response)
}

async fn query_applyment_by_business_code(client: &Client) -> Result<Value> {
    let response = client.query_applyment_by_business_code("string").await;
    json(response)
}

async fn query_settlement(client: &Client) -> Result<Value> {
    let response = client.query_settlement("1900006491", None).await;
    json(response)
}

async fn modify_settlement(client: &Client) -> Result<Value> {
    let body = ModifySettlementRequest::builder()
        .modify_mode(ModifyMode::ModifyModeAsync)
        .account_type(AccountType::Business)
        .account_bank("工商银行")
        .bank_address_code("110000")
        .bank_name("中国工商银行股份有限公司北京市分行营业部")
        .bank_branch_id("402713354941")
        .account_number("ciphertext")
        .account_name("ciphertext")
        .build();
    let response = client.modify_settlement("1900006491", &body).await;
    json(response)
}

async fn query_settlement_application(client: &Client) -> Result<Value> {
    let response = client
        .query_settlement_application(
            "1511101111",
            "102329389XXXX",
            Some(&AccountNumberRule::MaskV1),
        )
        .await;
    json(response)
}
