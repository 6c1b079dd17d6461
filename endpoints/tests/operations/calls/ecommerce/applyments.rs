//! 收付通进件与注销.

use wechatpay_endpoints::ecommerce::applyments::*;

use crate::operation::*;

operations! {
    "POST /v3/ecommerce/applyments/" => submit_ecommerce_applyment,
    "POST /v3/ecommerce/applyments/submit-account-hosting-applyment" => submit_account_hosting_applyment,
    "GET /v3/ecommerce/applyments/{applyment_id}" => query_ecommerce_applyment_by_applyment_id,
    "GET /v3/ecommerce/applyments/out-request-no/{out_request_no}" => query_ecommerce_applyment_by_out_request_no,
    "POST /v3/ecommerce/applyments/submit-sign-verify-info" => submit_sign_verify_info,
    "POST /v3/ecommerce/applyments/{applyment_id}/revoke" => revoke_ecommerce_applyment_by_applyment_id,
    "POST /v3/ecommerce/applyments/out-request-no/{out_request_no}/revoke" => revoke_ecommerce_applyment_by_out_request_no,
    "GET /v3/ecommerce/subject-sub-merchants" => list_subject_sub_merchants,
    "GET /v3/ecommerce/account/apply-cancel-withdraw/validate-cancel/{sub_mchid}" => validate_account_cancellation,
    "POST /v3/ecommerce/account/apply-cancel-withdraw" => apply_cancellation_withdrawal,
    "GET /v3/ecommerce/account/apply-cancel-withdraw/applyment-id/{applyment_id}" => query_cancellation_withdrawal_by_applyment_id,
    "GET /v3/ecommerce/account/apply-cancel-withdraw/out-request-no/{out_request_no}" => query_cancellation_withdrawal_by_out_request_no,
    "POST /v3/ecommerce/account/apply-cancel-withdraw/confirm" => confirm_account_cancellation,
    "POST /v3/ecommerce/account/cancel-applications/media" => upload_cancellation_application_media,
    "POST /v3/ecommerce/account/cancel-applications" => create_cancellation_application,
    "GET /v3/ecommerce/account/cancel-applications/out-apply-no/{out_apply_no}" => query_cancellation_application,
}

async fn submit_ecommerce_applyment(client: &Client) -> Result<Value> {
    let body = SubmitEcommerceApplymentRequest::builder()
        .out_request_no("string")
        .organization_type("2401")
        .business_license_info(
            ApplymentBusinessLicenseInfo::builder()
                .business_license_copy(
                    "47ZC6GC-vnrbEny__Ie_An5-tCpqxucuxi-vByf3Gjm7KE53JXvGy9tqZm2XAUf-4KGprrKhpVBDIUv0OF4wFNIO4kqg05InE4d2I6_H7I4",
                )
                .business_license_number("123456789012345678")
                .merchant_name("腾讯科技有限公司")
                .legal_person("张三")
                .company_address("深圳南山区科苑路")
                .business_time(r#"["2014-01-01","长期"]"#)
                .build(),
        )
        .id_card_info(
            IdCardInfo::builder()
                .id_card_copy(
                    "xpnFuAxhBTEO_PvWkfSCJ3zVIn001D8daLC-ehEuo0BJqRTvDujqhThn4ReFxikqJ5YW6zFQ",
                )
                .id_card_national(
                    "vByf3Gjm7KE53JXvGy9tqZm2XAUf-4KGprrKhpVBDIUv0OF4wFNIO4kqg05InE4d2I6_H7I4",
                )
                .id_card_name("pVd1HJ6v/69bDnuC4EL5Kz4jBHLiCa8MRtelw/wDa4SzfeespQO/0kjiwfqdfg==")
                .id_card_number("zV+BEmytMNQCqQ8juwEc4P4TG5xzchG/5IL9DBd+Z0zZXkw==4")
                .build(),
        )
        .id_doc_info(
            IdDocInfo::builder()
                .id_doc_name("jTpGmxUX3FBWVQ5NJTZvlKX_gdU4LC-ehEuo0BJqRTvDujqhThn4ReFxikqJ5YW6zFQ")
                .id_doc_number("jTpGmxUX3FBWVQ5NJTZvlKX_go0BJqRTvDujqhThn4ReFxikqJ5YW6zFQ")
                .id_doc_copy(
                    "xi-vByf3Gjm7KE53JXvGy9tqZm2XAUf-4KGprrKhpVBDIUv0OF4wFNIO4kqg05InE4d2I6_H7I4",
                )
                .id_doc_copy_back(
                    "xi-vByf3Gjm7KE53JXvGy9tqZm2XAUf-4KGprrKhpVBDIUv0OF4wFNIO4kqg05InE4d2I6_H7I4",
                )
                .doc_period_begin("2020-01-02")
                .doc_period_end("2020-01-02")
                .build(),
        )
        .account_info(
            ApplymentAccountInfo::builder()
                .bank_account_type("75")
                .account_bank("工商银行")
                .account_name("AOZdYGISxo4yw96uY1Pk7Rq79Jtt7+I8juwEc4P4TG5xzchG/5IL9DBd+Z0zZXkw==")
                .bank_address_code("110000")
                .bank_branch_id("402713354941")
                .bank_name("施秉县农村信用合作联社城关信用社")
                .account_number(
                    "d+xT+MQCvrLHUVDWv/8MR/dB7TkXLVfSrUxMPZy6jWWYzpRrEEaYQE8ZRGYoeorwC+w==",
                )
                .build(),
        )
        .contact_info(
            ApplymentContactInfo::builder()
                .contact_type("65")
                .contact_name("pVd1HJ6zyvPedzGaV+X3IdGdbDnuC4Eelw/wDa4SzfeespQO/0kjiwfqdfg==")
                .contact_id_card_number("pVd1HJ6zmty7/mYNxLMpRSvMRtelw/wDa4SzfeespQO/0kjiwfqdfg==")
                .mobile_phone(
                    "pVd1HJ6zyvPedzGaV+X3qtmrq9bb9tPROvwia4ibL+F6mfjbzQIzfb3HHLEjZ4YiNWWNeespQO/0kjiwfqdfg==",
                )
                .build(),
        )
        .sales_scene_info(
            ApplymentSalesSceneInfo::builder()
                .store_name("爱烧烤")
                .store_url("http://www.qq.com")
                .build(),
        )
        .merchant_shortname("string")
        .build();
    let response = client.submit_ecommerce_applyment(&body).await;
    json(response)
}

async fn submit_account_hosting_applyment(client: &Client) -> Result<Value> {
    let body = SubmitAccountHostingApplymentRequest::builder()
        .out_request_no("string")
        .organization_type("2401")
        .business_license_info(
            HostingBusinessLicenseInfo::builder()
                .business_license_copy("47ZC6GC-vnrbEny__Ie_An5-tCpqxucuxi-vByf3Gjm7KE53")
                .business_license_number("123456789012345678")
                .merchant_name("腾讯科技有限公司")
                .legal_person("张三")
                .company_address("深圳南山区科苑路")
                .business_time(r#"["2014-01-01","长期"]"#)
                .build(),
        )
        .id_card_info(
            IdCardInfo::builder()
                .id_card_copy(
                    "xpnFuAxhBTEO_PvWkfSCJ3zVIn001D8daLC-ehEuo0BJqRTvDujqhThn4ReFxikqJ5YW6zFQ",
                )
                .id_card_national(
                    "vByf3Gjm7KE53JXvGy9tqZm2XAUf-4KGprrKhpVBDIUv0OF4wFNIO4kqg05InE4d2I6_H7I4",
                )
                .id_card_name("pVd1HJ6v/69bDnuC4EL5Kz4jBHLiCa8MRtelw/wDa4SzfeespQO/0kjiwfqdfg==")
                .id_card_number("zV+BEmytMNQCqQ8juwEc4P4TG5xzchG/5IL9DBd+Z0zZXkw==4")
                .id_card_valid_time_begin("2018-06-08")
                .id_card_valid_time("string")
                .build(),
        )
        .id_doc_info(
            IdDocInfo::builder()
                .id_doc_name("jTpGmxUX3FBWVQ5NJTZvlKX_gdU4LC-ehEuo0BJqRTvDujqhThn4ReFxikqJ5YW6zFQ")
                .id_doc_number("jTpGmxUX3FBWVQ5NJTZvlKX_go0BJqRTvDujqhThn4ReFxikqJ5YW6zFQ")
                .id_doc_copy(
                    "xi-vByf3Gjm7KE53JXvGy9tqZm2XAUf-4KGprrKhpVBDIUv0OF4wFNIO4kqg05InE4d2I6_H7I4",
                )
                .id_doc_copy_back(
                    "xi-vByf3Gjm7KE53JXvGy9tqZm2XAUf-4KGprrKhpVBDIUv0OF4wFNIO4kqg05InE4d2I6_H7I4",
                )
                .doc_period_begin("2020-01-02")
                .doc_period_end("2020-01-02")
                .build(),
        )
        .account_info(
            HostingAccountInfo::builder()
                .bank_account_type("75")
                .account_bank("工商银行")
                .account_name("AOZdYGISxo4yw96uY1Pk7Rq79Jtt7+I8juwEc4P4TG5xzchG/5IL9DBd+Z0zZXkw==")
                .bank_branch_id("402713354941")
                .bank_name("施秉县农村信用合作联社城关信用社")
                .account_number(
                    "d+xT+MQCvrLHUVDWv/8MR/dB7TkXLVfSrUxMPZy6jWWYzpRrEEaYQE8ZRGYoeorwC+w==",
                )
                .build(),
        )
        .contact_info(
            HostingContactInfo::builder()
                .contact_type("65")
                .contact_name("pVd1HJ6zyvPedzGaV+X3IdGdbDnuC4Eelw/wDa4SzfeespQO/0kjiwfqdfg==")
                .contact_id_card_number("pVd1HJ6zmty7/mYNxLMpRSvMRtelw/wDa4SzfeespQO/0kjiwfqdfg==")
                .contact_id_doc_period_begin("2019-06-06")
                .contact_id_doc_period_end("2026-06-06")
                .mobile_phone(
                    "pVd1HJ6zyvPedzGaV+X3qtmrq9bb9tPROvwia4ibL+F6mfjbzQIzfb3HHLEjZ4YiNWWNeespQO/0kjiwfqdfg==",
                )
                .build(),
        )
        .sales_scene_info(
            HostingSalesSceneInfo::builder()
                .store_name("爱烧烤")
                .store_url("http://www.qq.com")
                .build(),
        )
        .merchant_shortname("string")
        .build();
    let response = client.submit_account_hosting_applyment(&body).await;
    json(response)
}

async fn query_ecommerce_applyment_by_applyment_id(client: &Client) -> Result<Value> {
    let response = client
        .query_ecommerce_applyment_by_applyment_id(2000002124775691)
        .await;
    json(response)
}

async fn query_ecommerce_applyment_by_out_request_no(client: &Client) -> Result<Value> {
    let response = client
        .query_ecommerce_applyment_by_out_request_no("APPLYMENT_00000000001")
        .await;
    json(response)
}

async fn submit_sign_verify_info(client: &Client) -> Result<Value> {
    let body = SubmitSignVerifyInfoRequest::builder()
        .out_request_no("1900013511_10000")
        .applyment_id(2000002124775691)
        .pre_sign_time("2018-06-08T10:34:56+08:00")
        .proxy_verify_identity_info(
            ProxyVerifyIdentityInfo::builder()
                .verify_identity_type(VerifyIdentityType::FaceToFace)
                .verify_identity_result(true)
                .build(),
        )
        .build();
    let response = client.submit_sign_verify_info(&body).await;
    json(response)
}

async fn revoke_ecommerce_applyment_by_applyment_id(client: &Client) -> Result<Value> {
    let response = client
        .revoke_ecommerce_applyment_by_applyment_id(2000002124775691)
        .await;
    json(response)
}

async fn revoke_ecommerce_applyment_by_out_request_no(client: &Client) -> Result<Value> {
    let response = client
        .revoke_ecommerce_applyment_by_out_request_no("APPLYMENT_00000000001")
        .await;
    json(response)
}

async fn list_subject_sub_merchants(client: &Client) -> Result<Value> {
    let response = client
        .list_subject_sub_merchants(
            &SubjectOrganizationType::Enterprise,
            &Sensitive::from("Iuas%2BxWj7ma0t%"),
            Some(20),
            Some(0),
        )
        .await;
    json(response)
}

async fn validate_account_cancellation(client: &Client) -> Result<Value> {
    let response = client.validate_account_cancellation("1900000109").await;
    json(response)
}

async fn apply_cancellation_withdrawal(client: &Client) -> Result<Value> {
    let body = ApplyCancellationWithdrawalRequest::builder()
        .sub_mchid("1900000109")
        .out_request_no("P202410241010125346")
        .withdraw(WithdrawOption::ApplyWithdraw)
        .payee_info(
            PayeeInfo::builder()
                .account_type(AccountType::Corporate)
                .bank_account_info(
                    BankAccountInfo::builder()
                        .account_name("AOZdYGISxo4y44/UgZ69b0zZXkw==")
                        .account_bank("工商银行")
                        .bank_branch_id("402713354941")
                        .bank_name("402713354941")
                        .account_number("d+xT+MQCvrLHeorwC+w==")
                        .build(),
                )
                .identity_info(
                    IdentityInfo::builder()
                        .id_doc_type(IdType::Idcard)
                        .identification_name("pVd1HJ6zyvPedzfg==")
                        .identification_no("AOZdYGISxo4y44/UgZ69bkw==")
                        .build(),
                )
                .build(),
        )
        .proof_medias(vec![
            ProofMedia::builder()
                .proof_media_type(ProofMediaType::WithdrawalApplication)
                .proof_media("jTpGmxUX3FBWVQ5NJTZvlKXQ")
                .build(),
        ])
        .additional_materials(vec!["jTpGmxUX3FBWVQ5NFQ".into()])
        .remark("特殊理由")
        .build();
    let response = client.apply_cancellation_withdrawal(&body).await;
    json(response)
}

async fn query_cancellation_withdrawal_by_applyment_id(client: &Client) -> Result<Value> {
    let response = client
        .query_cancellation_withdrawal_by_applyment_id("X202410241010125346")
        .await;
    json(response)
}

async fn query_cancellation_withdrawal_by_out_request_no(client: &Client) -> Result<Value> {
    let response = client
        .query_cancellation_withdrawal_by_out_request_no("P202410241010125346")
        .await;
    json(response)
}

async fn confirm_account_cancellation(client: &Client) -> Result<Value> {
    let body = ConfirmAccountCancellationRequest::builder()
        .applyment_id("X202410241010125346")
        .out_request_no("P202410241010125346")
        .sub_mchid("1900000109")
        .operator_identification("id1102")
        .confirm_time("2015-05-20T13:29:35.120+08:00")
        .cancel_contract_version("V20241213")
        .build();
    let response = client.confirm_account_cancellation(&body).await;
    json(response)
}

async fn upload_cancellation_application_media(client: &Client) -> Result<Value> {
    let file = UploadFile::from_bytes("file.png", "file").unwrap();
    let body = MediaMeta::builder()
        .file_digest(file.sha256())
        .file_name(file.filename())
        .build();
    let response = client
        .upload_cancellation_application_media(&body, &file)
        .await;
    json(response)
}

async fn create_cancellation_application(client: &Client) -> Result<Value> {
    let body = CreateCancellationApplicationRequest::builder()
        .sub_mchid("1900000109")
        .out_apply_no("2019061122222222122")
        .application_info(vec![ApplicationInfo::builder().build()])
        .build();
    let response = client.create_cancellation_application(&body).await;
    json(response)
}

async fn query_cancellation_application(client: &Client) -> Result<Value> {
    let response = client
        .query_cancellation_application("2019061122222222122")
        .await;
    json(response)
}
