//! 商户资料变更.

use wechatpay_endpoints::merchants::alterations::*;

use crate::operation::*;

operations! {
    "POST /v3/mchalterapply/mchsubjectalterapplyment" => submit_subject_alteration,
    "GET /v3/mchalterapply/mchsubjectalterapplyment/{apply_id}" => query_subject_alteration_by_apply_id,
    "GET /v3/mchalterapply/mchsubjectalterapplyment/merchant/{merchant_code}/out-request-no/{out_request_no}" => query_subject_alteration_by_out_request_no,
    "POST /v3/mchalterapply/mchsubjectalterapplyment/{apply_id}/revoke" => revoke_subject_alteration,
    "POST /v3/mchalterapply/mchcontactalterapplyment" => submit_contact_alteration,
    "GET /v3/mchalterapply/mchcontactalterapplyment/{apply_id}" => query_contact_alteration_by_apply_id,
    "GET /v3/mchalterapply/mchcontactalterapplyment/merchant/{merchant_code}/out-request-no/{out_request_no}" => query_contact_alteration_by_out_request_no,
    "POST /v3/mchalterapply/mchcontactalterapplyment/{apply_id}/revoke" => revoke_contact_alteration,
    "POST /v3/mchalterapply/merchantnamealterapplyment" => submit_short_name_alteration,
    "GET /v3/mchalterapply/merchantnamealterapplyment/{apply_id}" => query_short_name_alteration_by_apply_id,
    "GET /v3/mchalterapply/merchantnamealterapplyment/merchant/{sub_mchid}/out-request-no/{out_request_no}" => query_short_name_alteration_by_out_request_no,
    "POST /v3/mchalterapply/merchantnamealterapplyment/{apply_id}/revoke" => revoke_short_name_alteration,
}

async fn submit_subject_alteration(client: &Client) -> Result<Value> {
    let body = SubmitSubjectAlterationRequest::builder()
        .merchant_code("2492185251")
        .out_request_no("1900013511_10000")
        .alter_scope(AlterScope::Full)
        .organization_type(OrganizationType::Enterprise)
        .business_license_info(
            BusinessLicenseInfo::builder()
                .license_number("123456789012345678")
                .license_copy("0P3ng6KTIW4-Q_l2FjKLZuhHjFwczhJehHhAZN6BKXQPcs-VvdSo")
                .merchant_name("李四网络有限公司")
                .legal_person("李四")
                .company_address("广东省深圳市南山区xx路xx号")
                .license_period_begin("2019-06-06")
                .license_period_end("2026-06-06")
                .build(),
        )
        .certificate_info(
            CertificateInfo::builder()
                .cert_type(CertType::CertificateType2388)
                .cert_number("111111111111")
                .cert_copy("0P3ng6KTIW4-Q_l2FjKLZuhHjFwczhJehHhAZN6BKXQPcs-VvdSo")
                .merchant_name("xx公益团体")
                .legal_person("李四")
                .company_address("广东省深圳市南山区xx路xx号")
                .cert_period_begin("2019-06-06")
                .cert_period_end("2026-06-06")
                .build(),
        )
        .finance_institution_info(
            FinanceInstitutionInfo::builder()
                .finance_type(FinanceType::BankAgent)
                .finance_license_pics(vec![
                    "0P3ng6KTIW4-Q_l2FjmFJBZR9FwczhJehHhAZN6BKXQPcs-VvdSo".into(),
                ])
                .build(),
        )
        .legal_person_info(
            LegalPersonInfo::builder()
                .id_holder_type(IdHolderType::Legal)
                .id_doc_type(IdDocType::Idcard)
                .authorize_letter_copy("47ZC6GC-vnrbEny_Ie_AUv0OF4wFNIO4kqg05InE4d2I6_H7I4")
                .card_front("0P3ng6KTIW4-Q_l2FjKLZuhHjFwczhJehHhAZN6BKXQPcs-VvdSo")
                .card_back("0P3ng6KTIW4-Q_l2FjKLZuhHjFwczhJehHhAZN6BKXQPcs-VvdSo")
                .card_name("MZnwEx6zotwIz6ctW2/iQL5zaGs82HJNU3K+46ndk7pMrENiPDw==")
                .card_number("MZnwEx6zotwIz6ctW2/iQL5zaGs82HJNU3K+46ndk7pMrENiPDw==")
                .card_address("pVd1HJ6zyvPedzGaV+X3qtmrq9bb9tPROspQO/0kjiwfqdfg==")
                .card_period_begin("2019-06-06")
                .card_period_end("2026-06-06")
                .build(),
        )
        .ubo_info_list(vec![
            UboInfo::builder()
                .id_doc_type(IdDocType::Idcard)
                .card_front("0P3ng6KTIW4-Q_l2FjKLZuhHjFwczhJehHhAZN6BKXQPcs-VvdSo")
                .card_back("0P3ng6KTIW4-Q_l2FjKLZuhHjFwczhJehHhAZN6BKXQPcs-VvdSo")
                .card_name("MZnwEx6zotwIz6ctW2/iQL5zaGs82HJNU3K+46ndk7pMrENiPDw==")
                .card_number("MZnwEx6zotwIz6ctW2/iQL5zaGs82HJNU3K+46ndk7pMrENiPDw==")
                .card_address("pVd1HJ6zyvPedzGaV+bzQIzfb3HHLEjZ4YiR/cJiCrZxnAqi+==")
                .card_period_begin("2019-06-06")
                .card_period_end("2026-06-06")
                .build(),
        ])
        .addition(
            AdditionInfo::builder()
                .bank_openaccount_license(vec![
                    "0P3ng6KTIW4-Q_l2FjmFJBZR9FwczhJehHhAZN6BKXQPcs-VvdSo".into(),
                ])
                .openaccount_approval(vec![
                    "0P3ng6KTIW4-Q_l2FjmFJBZR9FwczhJehHhAZN6BKXQPcs-VvdSo".into(),
                ])
                .legal_other_prove(vec![
                    "0P3ng6KTIW4-Q_l2FjmFJBZR9FwczhJehHhAZN6BKXQPcs-VvdSo".into(),
                ])
                .agency_prove(vec![
                    "0P3ng6KTIW4-Q_l2FjmFJBZR9FwczhJehHhAZN6BKXQPcs-VvdSo".into(),
                ])
                .ubo_prove(vec![
                    "0P3ng6KTIW4-Q_l2FjmFJBZR9FwczhJehHhAZN6BKXQPcs-VvdSo".into(),
                ])
                .build(),
        )
        .build();
    let response = client.submit_subject_alteration(&body).await;
    json(response)
}

async fn query_subject_alteration_by_apply_id(client: &Client) -> Result<Value> {
    let response = client
        .query_subject_alteration_by_apply_id("20220617143306000013906025001")
        .await;
    json(response)
}

async fn query_subject_alteration_by_out_request_no(client: &Client) -> Result<Value> {
    let response = client
        .query_subject_alteration_by_out_request_no("1900006491", "1900013511_10000")
        .await;
    json(response)
}

async fn revoke_subject_alteration(client: &Client) -> Result<Value> {
    let response = client
        .revoke_subject_alteration("20220617143306000013906025001")
        .await;
    json(response)
}

async fn submit_contact_alteration(client: &Client) -> Result<Value> {
    let body = SubmitContactAlterationRequest::builder()
        .merchant_code("2492185251")
        .out_request_no("1900013511_10000")
        .contact_info(
            ContactInfo::builder()
                .contact_name("pVd1HJ6zyvPedzGaV+X3IdGdbDnuC4Eelw/wDa4SzfeespQO/0kjiwfqdfg==")
                .contact_id_doc_type(IdDocType::Idcard)
                .contact_id_card_number("pVd1HJ6zmty7/mYNxLMpRSvMRtelw/wDa4SzfeespQO/0kjiwfqdfg==")
                .contact_id_doc_copy("string")
                .contact_id_doc_period_begin("2019-06-06")
                .contact_id_doc_period_end("2026-06-06")
                .mobile_phone(
                    "pVd1HJ6zyvPedzGaV+X3qtmrq9bb9tPROvwia4ibL+F6mfjbzQIzfb3HHLEjZ4YiNWWNeespQO/0kjiwfqdfg==",
                )
                .build(),
        )
        .build();
    let response = client.submit_contact_alteration(&body).await;
    json(response)
}

async fn query_contact_alteration_by_apply_id(client: &Client) -> Result<Value> {
    let response = client
        .query_contact_alteration_by_apply_id("20220617143306000013906025001")
        .await;
    json(response)
}

async fn query_contact_alteration_by_out_request_no(client: &Client) -> Result<Value> {
    let response = client
        .query_contact_alteration_by_out_request_no("1900006491", "1900013511_10000")
        .await;
    json(response)
}

async fn revoke_contact_alteration(client: &Client) -> Result<Value> {
    let response = client
        .revoke_contact_alteration("20220617143306000013906025001")
        .await;
    json(response)
}

async fn submit_short_name_alteration(client: &Client) -> Result<Value> {
    let body = SubmitShortNameAlterationRequest::builder()
        .sub_mchid("2492185251")
        .out_request_no("1900013511_10000")
        .merchant_shortname("新疆大枣专卖店")
        .build();
    let response = client.submit_short_name_alteration(&body).await;
    json(response)
}

async fn query_short_name_alteration_by_apply_id(client: &Client) -> Result<Value> {
    let response = client
        .query_short_name_alteration_by_apply_id("20220617143306000013906025001")
        .await;
    json(response)
}

async fn query_short_name_alteration_by_out_request_no(client: &Client) -> Result<Value> {
    let response = client
        .query_short_name_alteration_by_out_request_no("1900006491", "1900013511_10000")
        .await;
    json(response)
}

async fn revoke_short_name_alteration(client: &Client) -> Result<Value> {
    let response = client
        .revoke_short_name_alteration("20220617143306000013906025001")
        .await;
    json(response)
}
