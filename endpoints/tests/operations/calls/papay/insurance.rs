//! 保险代扣与保单.

use wechatpay_endpoints::papay::insurance::*;

use crate::operation::*;

operations! {
    "POST /v3/papay/insurance-sign/contracts/pre-entrust-sign/jsapi" => pre_entrust_sign_insurance_jsapi,
    "POST /v3/papay/insurance-sign/contracts/pre-entrust-sign/app" => pre_entrust_sign_insurance_app,
    "POST /v3/papay/insurance-sign/contracts/pre-entrust-sign/h5" => pre_entrust_sign_insurance_h5,
    "POST /v3/papay/insurance-sign/contracts/pre-entrust-sign/mini-program" => pre_entrust_sign_insurance_mini_program,
    "GET /v3/papay/insurance-sign/contracts/plan-id/{plan_id}/out-contract-code/{out_contract_code}" => query_insurance_contract,
    "POST /v3/papay/insurance-sign/contracts/plan-id/{plan_id}/contract-id/{contract_id}/renew" => renew_insurance_contract,
    "POST /v3/papay/insurance-sign/contracts/plan-id/{plan_id}/out-contract-code/{out_contract_code}/terminate" => terminate_insurance_contract,
    "GET /v3/papay/insurance-sign/policy_periods/plan-id/{plan_id}/out-contract-code/{out_contract_code}" => list_policy_periods,
    "POST /v3/papay/insurance-sign/policy-periods/plan-id/{plan_id}/contract-id/{contract_id}/modify" => modify_policy_periods,
    "POST /v3/papay/insurance-pay/policy-periods/contract-id/{contract_id}/policy-period-id/{policy_period_id}/schedule" => schedule_policy_period,
    "GET /v3/papay/insurance-pay/policy-periods/contract-id/{contract_id}/policy-period-id/{policy_period_id}" => query_policy_period,
    "POST /v3/papay/insurance-pay/transactions/apply" => apply_insurance_transaction,
    "POST /v3/inspolicymgr/deduct/authorizations" => create_insurance_authorization,
    "GET /v3/inspolicymgr/deduct/authorizations/{out_insurance_no}" => query_insurance_authorization,
    "POST /v3/inspolicymgr/deduct/policies" => upload_insurance_policy,
    "GET /v3/inspolicymgr/deduct/policies/{out_insurance_no}" => query_insurance_policy,
    "PATCH /v3/inspolicymgr/deduct/policies/{out_insurance_no}" => update_insurance_policy,
}

async fn pre_entrust_sign_insurance_jsapi(client: &Client) -> Result<Value> {
    let body = PreEntrustSignInsuranceRequest::builder()
        .appid("wxd678efh567hg6787")
        .openid("oYobu0MVnQfWpSMOYJz2AHPG_gQw")
        .plan_id(12535)
        .out_contract_code("wxwtdk20200910100000")
        .insured_display_name("*明")
        .contract_notify_url("https://yourapp.com/notify")
        .policy_start_date("2019-11-22")
        .policy_end_date("2020-11-22")
        .policy_periods(vec![
            PolicyPeriodWithCoverage::builder()
                .policy_period_id(1)
                .estimated_deduct_date("2019-11-22")
                .estimated_deduct_amount(
                    DeductAmount::builder()
                        .total(Fen(1))
                        .currency("CNY")
                        .build(),
                )
                .policy_coverage_detail(
                    PolicyCoverageDetail::builder()
                        .policy_amount("50000")
                        .policy_clauses(vec![
                            PolicyClause::builder()
                                .clause_name("example_clause_name")
                                .clause_quota("example_clause_quota")
                                .build(),
                        ])
                        .build(),
                )
                .build(),
        ])
        .amount(
            DeductAmount::builder()
                .total(Fen(1))
                .currency("CNY")
                .build(),
        )
        .out_trade_no("1217752501201407033233368018")
        .description("Image形象店-深圳腾大-QQ公仔")
        .transaction_notify_url("https://www.qq.com/")
        .out_user_code("用户昵称")
        .goods_tag("DISCOUNTS")
        .attach("自定义数据")
        .can_auto_insure(true)
        .can_auto_reinsure(false)
        .real_identity(
            RealIdentity::builder()
                .real_name("OEimkKuua8igpd+0YDgqF2Z61leeGD7x87j3Ph==")
                .id_card_number("1axtI9EZUr0343c89xQznxau+cRWPKP4YhVAoj==")
                .identity_type(IdentityType::IdCard)
                .build(),
        )
        .combined_deduct_period_count(1)
        .build();
    let response = client.pre_entrust_sign_insurance_jsapi(&body).await;
    json(response)
}

async fn pre_entrust_sign_insurance_app(client: &Client) -> Result<Value> {
    let body = PreEntrustSignInsuranceAppRequest::builder()
        .appid("wxd678efh567hg6787")
        .openid("oYobu0MVnQfWpSMOYJz2AHPG_gQw")
        .plan_id(12535)
        .out_contract_code("wxwtdk20200910100000")
        .insured_display_name("*明")
        .contract_notify_url("https://yourapp.com/notify")
        .policy_start_date("2019-11-22")
        .policy_end_date("2020-11-22")
        .policy_periods(vec![
            PolicyPeriod::builder()
                .policy_period_id(1)
                .estimated_deduct_date("2019-11-22")
                .estimated_deduct_amount(
                    DeductAmount::builder()
                        .total(Fen(1))
                        .currency("CNY")
                        .build(),
                )
                .build(),
        ])
        .amount(
            DeductAmount::builder()
                .total(Fen(1))
                .currency("CNY")
                .build(),
        )
        .out_trade_no("1217752501201407033233368018")
        .description("Image形象店-深圳腾大-QQ公仔")
        .transaction_notify_url("https://www.qq.com/")
        .out_user_code("用户昵称")
        .goods_tag("DISCOUNTS")
        .attach("自定义数据")
        .can_auto_insure(true)
        .can_auto_reinsure(false)
        .real_identity(
            RealIdentity::builder()
                .real_name("OEimkKuua8igpd+0YDgqF2Z61leeGD7x87j3Ph==")
                .id_card_number("1axtI9EZUr0343c89xQznxau+cRWPKP4YhVAoj==")
                .identity_type(IdentityType::IdCard)
                .build(),
        )
        .combined_deduct_period_count(1)
        .build();
    let response = client.pre_entrust_sign_insurance_app(&body).await;
    json(response)
}

async fn pre_entrust_sign_insurance_h5(client: &Client) -> Result<Value> {
    let body = PreEntrustSignInsuranceH5Request::builder()
        .appid("wxd678efh567hg6787")
        .openid("oYobu0MVnQfWpSMOYJz2AHPG_gQw")
        .plan_id(12535)
        .out_contract_code("wxwtdk20200910100000")
        .insured_display_name("*明")
        .contract_notify_url("https://yourapp.com/notify")
        .policy_start_date("2019-11-22")
        .policy_end_date("2020-11-22")
        .policy_periods(vec![
            PolicyPeriodWithCoverage::builder()
                .policy_period_id(1)
                .estimated_deduct_date("2019-11-22")
                .estimated_deduct_amount(
                    DeductAmount::builder()
                        .total(Fen(1))
                        .currency("CNY")
                        .build(),
                )
                .policy_coverage_detail(
                    PolicyCoverageDetail::builder()
                        .policy_amount("50000")
                        .policy_clauses(vec![
                            PolicyClause::builder()
                                .clause_name("example_clause_name")
                                .clause_quota("example_clause_quota")
                                .build(),
                        ])
                        .build(),
                )
                .build(),
        ])
        .amount(
            DeductAmount::builder()
                .total(Fen(1))
                .currency("CNY")
                .build(),
        )
        .out_trade_no("1217752501201407033233368018")
        .description("Image形象店-深圳腾大-QQ公仔")
        .transaction_notify_url("https://www.qq.com/")
        .out_user_code("用户昵称")
        .goods_tag("DISCOUNTS")
        .attach("自定义数据")
        .can_auto_insure(true)
        .can_auto_reinsure(false)
        .real_identity(
            RealIdentity::builder()
                .real_name("OEimkKuua8igpd+0YDgqF2Z61leeGD7x87j3Ph==")
                .id_card_number("1axtI9EZUr0343c89xQznxau+cRWPKP4YhVAoj==")
                .identity_type(IdentityType::IdCard)
                .build(),
        )
        .jump_control(
            JumpControl::builder()
                .jump_appid("wxd678efh567hg6787")
                .build(),
        )
        .combined_deduct_period_count(1)
        .build();
    let response = client.pre_entrust_sign_insurance_h5(&body).await;
    json(response)
}

async fn pre_entrust_sign_insurance_mini_program(client: &Client) -> Result<Value> {
    let body = PreEntrustSignInsuranceRequest::builder()
        .appid("wxd678efh567hg6787")
        .openid("oYobu0MVnQfWpSMOYJz2AHPG_gQw")
        .plan_id(12535)
        .out_contract_code("wxwtdk20200910100000")
        .insured_display_name("*明")
        .contract_notify_url("https://yourapp.com/notify")
        .policy_start_date("2019-11-22")
        .policy_end_date("2020-11-22")
        .policy_periods(vec![
            PolicyPeriodWithCoverage::builder()
                .policy_period_id(1)
                .estimated_deduct_date("2019-11-22")
                .estimated_deduct_amount(
                    DeductAmount::builder()
                        .total(Fen(1))
                        .currency("CNY")
                        .build(),
                )
                .policy_coverage_detail(
                    PolicyCoverageDetail::builder()
                        .policy_amount("50000")
                        .policy_clauses(vec![
                            PolicyClause::builder()
                                .clause_name("example_clause_name")
                                .clause_quota("example_clause_quota")
                                .build(),
                        ])
                        .build(),
                )
                .build(),
        ])
        .amount(
            DeductAmount::builder()
                .total(Fen(1))
                .currency("CNY")
                .build(),
        )
        .out_trade_no("1217752501201407033233368018")
        .description("Image形象店-深圳腾大-QQ公仔")
        .transaction_notify_url("https://www.qq.com/")
        .out_user_code("用户昵称")
        .goods_tag("DISCOUNTS")
        .attach("自定义数据")
        .can_auto_insure(true)
        .can_auto_reinsure(false)
        .real_identity(
            RealIdentity::builder()
                .real_name("OEimkKuua8igpd+0YDgqF2Z61leeGD7x87j3Ph==")
                .id_card_number("1axtI9EZUr0343c89xQznxau+cRWPKP4YhVAoj==")
                .identity_type(IdentityType::IdCard)
                .build(),
        )
        .combined_deduct_period_count(1)
        .build();
    let response = client.pre_entrust_sign_insurance_mini_program(&body).await;
    json(response)
}

async fn query_insurance_contract(client: &Client) -> Result<Value> {
    let response = client
        .query_insurance_contract(12535, "wxwtdk20200910100000")
        .await;
    json(response)
}

async fn renew_insurance_contract(client: &Client) -> Result<Value> {
    let body = RenewInsuranceContractRequest::builder()
        .appid("wxd678efh567hg6787")
        .policy_periods(vec![
            PolicyPeriod::builder()
                .policy_period_id(1)
                .estimated_deduct_date("2019-11-22")
                .estimated_deduct_amount(
                    DeductAmount::builder()
                        .total(Fen(1))
                        .currency("CNY")
                        .build(),
                )
                .build(),
        ])
        .build();
    let response = client.renew_insurance_contract(1, "string", &body).await;
    json(response)
}

async fn terminate_insurance_contract(client: &Client) -> Result<Value> {
    let body = TerminateInsuranceContractRequest::builder()
        .contract_termination_remark("用户解约")
        .build();
    let response = client
        .terminate_insurance_contract(12535, "wxwtdk20200910100000", &body)
        .await;
    json(response)
}

async fn list_policy_periods(client: &Client) -> Result<Value> {
    let response = client
        .list_policy_periods(12535, "wxwtdk20200910100000", Some(20), Some(50))
        .await;
    json(response)
}

async fn modify_policy_periods(client: &Client) -> Result<Value> {
    let body = ModifyPolicyPeriodsRequest::builder()
        .appid("wxd678efh567hg6787")
        .policy_periods(vec![
            PolicyPeriod::builder()
                .policy_period_id(1)
                .estimated_deduct_date("2019-11-22")
                .estimated_deduct_amount(
                    DeductAmount::builder()
                        .total(Fen(1))
                        .currency("CNY")
                        .build(),
                )
                .build(),
        ])
        .build();
    let response = client
        .modify_policy_periods(12535, "2015071056489715", &body)
        .await;
    json(response)
}

async fn schedule_policy_period(client: &Client) -> Result<Value> {
    let body = SchedulePolicyPeriodRequest::builder()
        .appid("wxd678efh567hg6787")
        .scheduled_amount(
            DeductAmount::builder()
                .total(Fen(1))
                .currency("CNY")
                .build(),
        )
        .build();
    let response = client.schedule_policy_period("string", 1, &body).await;
    json(response)
}

async fn query_policy_period(client: &Client) -> Result<Value> {
    let response = client.query_policy_period("string", 1).await;
    json(response)
}

async fn apply_insurance_transaction(client: &Client) -> Result<Value> {
    let body = ApplyInsuranceTransactionRequest::builder()
        .appid("wxd678efh567hg6787")
        .out_trade_no("1217752501201407033233368018")
        .description("Image形象店-深圳腾大-QQ公仔")
        .transaction_notify_url("https://www.qq.com/")
        .contract_id("123124412412423431")
        .policy_period_id(1)
        .amount(
            DeductAmount::builder()
                .total(Fen(1))
                .currency("CNY")
                .build(),
        )
        .goods_tag("DISCOUNTS")
        .attach("自定义数据")
        .build();
    let response = client.apply_insurance_transaction(&body).await;
    json(response)
}

async fn create_insurance_authorization(client: &Client) -> Result<Value> {
    let body = CreateInsuranceAuthorizationRequest::builder()
        .out_insurance_no("Auisihsiahishishi4hihsid123418id")
        .appid("wxd678efh567hg6787")
        .plan_id("12535")
        .out_contract_code("wxwtdk20200910100000")
        .insurance_name("微医保·百万医疗险")
        .payee_mchid("1900000109")
        .payee_appid("wx7f3f0032b6e6f0cc")
        .build();
    let response = client.create_insurance_authorization(&body).await;
    json(response)
}

async fn query_insurance_authorization(client: &Client) -> Result<Value> {
    let response = client
        .query_insurance_authorization("Auisihsiahishishi4hihsid123418id")
        .await;
    json(response)
}

async fn upload_insurance_policy(client: &Client) -> Result<Value> {
    let body = UploadInsurancePolicyRequest::builder()
        .out_insurance_no("Auisihsiahishishi4hihsid123418id")
        .insured_name_list(vec!["tCk1JSUV2QUlCQURBTkJna3Foa2lHOXcwQ".into()])
        .insurance_company_code("1001")
        .effective_time("2025-09-21T17:11:12+08:00")
        .expired_time("2025-09-21T17:11:12+08:00")
        .coverage_detail("可保190种疾病，确诊一次性赔付")
        .support_renewal(true)
        .start_renewal_time("2025-09-21T17:11:12+08:00")
        .end_renewal_time("2025-09-21T17:11:12+08:00")
        .policy_type(PolicyType::Other)
        .car_number("粤B·AB123")
        .pet_name("小狗")
        .address("上海市浦东新区晨晖路1001号")
        .policy_state(PolicyState::Issuing)
        .policy_code("Coisihsiaxishishi4hihsid1ii411co")
        .plan_id("12535")
        .out_contract_code("wxwtdk20200910100000")
        .policy_periods(vec![1])
        .appid("wxd678efh567hg6787")
        .openid("oYobu0MVnQfWpSMOYJz2AHPG_gQw")
        .free_insurance(true)
        .first_period_amount(Fen(8000))
        .subsequent_period_amount(Fen(5000))
        .payee_mchid("1900000109")
        .payee_appid("wx7f3f0032b6e6f0cc")
        .payee_openid("oYobu0MVnQfWpSMOYJz2AHPG_gQw")
        .build();
    let response = client.upload_insurance_policy(&body).await;
    json(response)
}

async fn query_insurance_policy(client: &Client) -> Result<Value> {
    let response = client
        .query_insurance_policy("Auisihsiahishishi4hihsid123418id")
        .await;
    json(response)
}

async fn update_insurance_policy(client: &Client) -> Result<Value> {
    let body = UpdateInsurancePolicyRequest::builder()
        .insured_name_list(vec!["tCk1JSUV2QUlCQURBTkJna3Foa2lHOXcwQ".into()])
        .insurance_name("微医保·百万医疗险")
        .effective_time("2025-09-21T17:11:12+08:00")
        .expired_time("2025-09-21T17:11:12+08:00")
        .coverage_detail("可保190种疾病，确诊一次性赔付")
        .start_renewal_time("2025-09-21T17:11:12+08:00")
        .end_renewal_time("2025-09-21T17:11:12+08:00")
        .policy_type(PolicyType::Other)
        .car_number("粤B·AB123")
        .pet_name("小狗")
        .address("上海市浦东新区晨晖路1001号")
        .policy_state(PolicyState::Issuing)
        .policy_code("Coisihsiaxishishi4hihsid1ii411co")
        .plan_id("12535")
        .out_contract_code("wxwtdk20200910100000")
        .policy_periods(vec![1])
        .first_period_amount(Fen(8000))
        .subsequent_period_amount(Fen(5000))
        .build();
    let response = client
        .update_insurance_policy("Auisihsiahishishi4hihsid123418id", &body)
        .await;
    json(response)
}
