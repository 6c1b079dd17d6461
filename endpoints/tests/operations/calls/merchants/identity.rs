//! 商户开户意愿确认.

use wechatpay_endpoints::merchants::identity::*;

use crate::operation::*;

operations! {
    "POST /v3/apply4subject/applyment" => submit_identity_applyment,
    "GET /v3/apply4subject/applyment" => query_identity_applyment,
    "POST /v3/apply4subject/applyment/{applyment_id}/cancel" => cancel_identity_applyment_by_applyment_id,
    "POST /v3/apply4subject/applyment/{business_code}/cancel" => cancel_identity_applyment_by_business_code,
    "GET /v3/apply4subject/applyment/merchants/{sub_mchid}/state" => query_merchant_authorize_state,
    "POST /v3/compliance/inactive-merchant-identity-verification/merchants" => create_inactive_merchant_verification,
    "GET /v3/compliance/inactive-merchant-identity-verification/merchants/{sub_mchid}/verifications/{verification_id}" => query_inactive_merchant_verification,
}

async fn submit_identity_applyment(client: &Client) -> Result<Value> {
    let body = SubmitIdentityApplymentRequest::builder()
        .business_code("1900013511_10000")
        .contact_info(
            ContactInfo::builder()
                .name("单品惠-6")
                .mobile("pVd1HJ6v/69bDnuC4EL5Kz4jBHLiCa8MRtelw/wDa4SzfeespQO/0kjiwfqdfg==")
                .build(),
        )
        .subject_info(
            SubjectInfo::builder()
                .subject_type(SubjectType::Individual)
                .business_licence_info(
                    BusinessLicenseInfo::builder()
                        .licence_number("营业执照注册号")
                        .licence_copy("营业执照照片")
                        .merchant_name("腾讯科技有限公司")
                        .legal_person("张三")
                        .company_address("深圳南山区科苑路")
                        .licence_valid_date(r#"["[\"1970-01-01\",\"forever\"]"]"#)
                        .build(),
                )
                .certificate_info(
                    CertificateInfo::builder()
                        .cert_type(CertType::CertificateType2388)
                        .cert_number("Iuas%2BxWj7ma0t%")
                        .cert_copy("0P3ng6KTIW4-Q_l2FjKLZuhHjFwczhJehHhAZN6BKXQPcs-VvdSo")
                        .merchant_name("腾讯科技有限公司")
                        .legal_person("张三")
                        .company_address("深圳南山区科苑路")
                        .cert_valid_date(r#"["[\"1970-01-01\",\"forever\"]"]"#)
                        .build(),
                )
                .assist_prove_info(
                    AssistProveInfo::builder()
                        .micro_biz_type(MicroBizType::Store)
                        .store_name("麦当劳")
                        .store_address(
                            "10F World Finance Centre (South Office), 11 Canton Road, Tsim Sha Tsui, Hong Kong",
                        )
                        .store_header_copy("门店门头照片")
                        .store_indoor_copy("店内环境照片")
                        .build(),
                )
                .build(),
        )
        .identification_info(
            IdentificationInfo::builder()
                .identification_type(IdType::Idcard)
                .identification_name("pVd1HJ6zyvPedzfg==")
                .identification_valid_date(r#"["[\"1970-01-01\",\"forever\"]"]"#)
                .build(),
        )
        .build();
    let response = client.submit_identity_applyment(&body).await;
    json(response)
}

async fn query_identity_applyment(client: &Client) -> Result<Value> {
    let response = client.query_identity_applyment(None, None).await;
    json(response)
}

async fn cancel_identity_applyment_by_applyment_id(client: &Client) -> Result<Value> {
    let response = client
        .cancel_identity_applyment_by_applyment_id("string")
        .await;
    json(response)
}

async fn cancel_identity_applyment_by_business_code(client: &Client) -> Result<Value> {
    let response = client
        .cancel_identity_applyment_by_business_code("string")
        .await;
    json(response)
}

async fn query_merchant_authorize_state(client: &Client) -> Result<Value> {
    let response = client.query_merchant_authorize_state("1900000109").await;
    json(response)
}

async fn create_inactive_merchant_verification(client: &Client) -> Result<Value> {
    let body = CreateInactiveMerchantVerificationRequest::builder()
        .sub_mchid("1900009231")
        .build();
    let response = client.create_inactive_merchant_verification(&body).await;
    json(response)
}

async fn query_inactive_merchant_verification(client: &Client) -> Result<Value> {
    let response = client
        .query_inactive_merchant_verification("1900009231", "28011678863778000000123124312")
        .await;
    json(response)
}
