//! 委托代扣.

use wechatpay_endpoints::papay::deductions::*;

use crate::operation::*;

operations! {
    "POST /v3/papay/sign/contracts/pre-entrust-sign" => pre_entrust_sign,
    "POST /v3/papay/scheduled-deduct-sign/contracts/pre-entrust-sign/jsapi" => pre_entrust_sign_scheduled_jsapi,
    "POST /v3/papay/scheduled-deduct-sign/contracts/pre-entrust-sign/app" => pre_entrust_sign_scheduled_app,
    "POST /v3/papay/scheduled-deduct-sign/contracts/pre-entrust-sign/h5" => pre_entrust_sign_scheduled_h5,
    "POST /v3/papay/scheduled-deduct-sign/contracts/pre-entrust-sign/mini-program" => pre_entrust_sign_scheduled_mini_program,
    "GET /v3/papay/sign/contracts/plan-id/{plan_id}/out-contract-code/{out_contract_code}" => query_contract,
    "GET /v3/papay/sign/contracts/harmony-plan-id/{plan_id}/out-contract-code/{out_contract_code}" => query_harmony_contract,
    "POST /v3/papay/sign/contracts/plan-id/{plan_id}/out-contract-code/{out_contract_code}/terminate" => terminate_contract,
    "POST /v3/papay/scheduled-deduct-sign/partner/contracts/pre-entrust-sign/jsapi" => pre_entrust_sign_partner_scheduled_jsapi,
    "POST /v3/papay/scheduled-deduct-sign/partner/contracts/pre-entrust-sign/app" => pre_entrust_sign_partner_scheduled_app,
    "POST /v3/papay/scheduled-deduct-sign/partner/contracts/pre-entrust-sign/h5" => pre_entrust_sign_partner_scheduled_h5,
    "POST /v3/papay/scheduled-deduct-sign/partner/contracts/pre-entrust-sign/mini-program" => pre_entrust_sign_partner_scheduled_mini_program,
    "GET /v3/papay/sign/partner/contracts/plan-id/{plan_id}/out-contract-code/{out_contract_code}" => query_partner_contract,
    "POST /v3/papay/sign/partner/contracts/plan-id/{plan_id}/out-contract-code/{out_contract_code}/terminate" => terminate_partner_contract,
    "POST /v3/papay/contracts/{contract_id}/notify" => send_pre_deduction_notification,
    "POST /v3/papay/pay/schedules/contract-id/{contract_id}/schedule" => create_deduction_schedule,
    "GET /v3/papay/pay/schedules/contract-id/{contract_id}" => query_deduction_schedule,
    "POST /v3/papay/pay/transactions/apply" => apply_transaction,
    "POST /v3/papay/pay/harmony/transactions/apply" => apply_harmony_transaction,
    "POST /v3/papay/contracts/{contract_id}/fail-notify" => send_deduction_retry_notification,
    "POST /v3/partner-papay/contracts/{contract_id}/notify" => send_partner_pre_deduction_notification,
    "POST /v3/papay/pay/partner/schedules/contract-id/{contract_id}/schedule" => create_partner_deduction_schedule,
    "GET /v3/papay/pay/partner/schedules/contract-id/{contract_id}" => query_partner_deduction_schedule,
    "POST /v3/papay/pay/partner/transactions/apply" => apply_partner_transaction,
    "POST /v3/partner-papay/contracts/{contract_id}/fail-notify" => send_partner_deduction_retry_notification,
}

async fn pre_entrust_sign(client: &Client) -> Result<Value> {
    let body = PreEntrustSignRequest::builder()
        .sign_scene(SignScene::App)
        .appid("wxd678efh567hg6787")
        .openid("oYobu0MVnQfWpSMOYJz2AHPG_gQw")
        .plan_id(12535)
        .out_contract_code("wxwtdk20200910100000")
        .contract_display_account("微信代扣用户A")
        .contract_notify_url("https://yourapp.com/notify")
        .out_user_code("用户A")
        .return_url("https://yourapp.com/notify")
        .device_info(
            DeviceInfo::builder()
                .device_type(DeviceType::Unknow)
                .device_os("example_device_os")
                .device_id("example_device_id")
                .device_running_as_root(true)
                .device_ip("example_device_ip")
                .weixin_installed(true)
                .weixin_version("example_weixin_version")
                .days_since_first_login(DaysSinceFirstLogin::Unknow)
                .build(),
        )
        .build();
    let response = client.pre_entrust_sign(&body).await;
    json(response)
}

async fn pre_entrust_sign_scheduled_jsapi(client: &Client) -> Result<Value> {
    let body = PreEntrustSignScheduledRequest::builder()
        .appid("wxd678efh567hg6787")
        .openid("oYobu0MVnQfWpSMOYJz2AHPG_gQw")
        .plan_id(12535)
        .out_contract_code("wxwtdk20200910100000")
        .contract_display_account("微信代扣用户A")
        .contract_notify_url("https://yourapp.com/notify")
        .out_user_code("用户A")
        .deduct_schedule(
            DeductSchedule::builder()
                .estimated_deduct_date("2019-11-22")
                .estimated_deduct_amount(
                    DeductAmount::builder()
                        .total(Fen(1))
                        .currency("CNY")
                        .build(),
                )
                .description("小乔-碎云皮肤（微信83区沧海之耀）")
                .build(),
        )
        .build();
    let response = client.pre_entrust_sign_scheduled_jsapi(&body).await;
    json(response)
}

async fn pre_entrust_sign_scheduled_app(client: &Client) -> Result<Value> {
    let body = PreEntrustSignScheduledRequest::builder()
        .appid("wxd678efh567hg6787")
        .openid("oYobu0MVnQfWpSMOYJz2AHPG_gQw")
        .plan_id(12535)
        .out_contract_code("wxwtdk20200910100000")
        .contract_display_account("微信代扣用户A")
        .contract_notify_url("https://yourapp.com/notify")
        .out_user_code("用户A")
        .deduct_schedule(
            DeductSchedule::builder()
                .estimated_deduct_date("2019-11-22")
                .estimated_deduct_amount(
                    DeductAmount::builder()
                        .total(Fen(1))
                        .currency("CNY")
                        .build(),
                )
                .description("小乔-碎云皮肤（微信83区沧海之耀）")
                .build(),
        )
        .build();
    let response = client.pre_entrust_sign_scheduled_app(&body).await;
    json(response)
}

async fn pre_entrust_sign_scheduled_h5(client: &Client) -> Result<Value> {
    let body = PreEntrustSignScheduledH5Request::builder()
        .appid("wxd678efh567hg6787")
        .openid("oYobu0MVnQfWpSMOYJz2AHPG_gQw")
        .plan_id(12535)
        .out_contract_code("wxwtdk20200910100000")
        .contract_display_account("微信代扣用户A")
        .contract_notify_url("https://yourapp.com/notify")
        .out_user_code("用户A")
        .deduct_schedule(
            DeductSchedule::builder()
                .estimated_deduct_date("2019-11-22")
                .estimated_deduct_amount(
                    DeductAmount::builder()
                        .total(Fen(1))
                        .currency("CNY")
                        .build(),
                )
                .description("小乔-碎云皮肤（微信83区沧海之耀）")
                .build(),
        )
        .jump_control(
            JumpControl::builder()
                .jump_appid("wxd678efh567hg6787")
                .build(),
        )
        .build();
    let response = client.pre_entrust_sign_scheduled_h5(&body).await;
    json(response)
}

async fn pre_entrust_sign_scheduled_mini_program(client: &Client) -> Result<Value> {
    let body = PreEntrustSignScheduledRequest::builder()
        .appid("wxd678efh567hg6787")
        .openid("oYobu0MVnQfWpSMOYJz2AHPG_gQw")
        .plan_id(12535)
        .out_contract_code("wxwtdk20200910100000")
        .contract_display_account("微信代扣用户A")
        .contract_notify_url("https://yourapp.com/notify")
        .out_user_code("用户A")
        .deduct_schedule(
            DeductSchedule::builder()
                .estimated_deduct_date("2019-11-22")
                .estimated_deduct_amount(
                    DeductAmount::builder()
                        .total(Fen(1))
                        .currency("CNY")
                        .build(),
                )
                .description("小乔-碎云皮肤（微信83区沧海之耀）")
                .build(),
        )
        .build();
    let response = client.pre_entrust_sign_scheduled_mini_program(&body).await;
    json(response)
}

async fn query_contract(client: &Client) -> Result<Value> {
    let response = client.query_contract(12535, "wxwtdk20200910100000").await;
    json(response)
}

async fn query_harmony_contract(client: &Client) -> Result<Value> {
    let response = client
        .query_harmony_contract(12535, "wxwtdk20200910100000")
        .await;
    json(response)
}

async fn terminate_contract(client: &Client) -> Result<Value> {
    let body = TerminateContractRequest::builder()
        .contract_termination_remark("用户解约")
        .build();
    let response = client
        .terminate_contract(12535, "wxwtdk20200910100000", &body)
        .await;
    json(response)
}

async fn pre_entrust_sign_partner_scheduled_jsapi(client: &Client) -> Result<Value> {
    let body = PartnerScheduledPreEntrustSignJsapiRequest::builder()
        .sp_appid("wxd678efh567hg6787")
        .sp_openid("oYobu0MVnQfWpSMOYJz2AHPG_gQw")
        .sub_mchid("1900000109")
        .sub_appid("wxd678efh567hg6787")
        .sub_openid("wxd678efh567hg6787")
        .plan_id(12535)
        .out_contract_code("wxwtdk20200910100000")
        .contract_display_account("微信代扣用户A")
        .contract_notify_url("https://yourapp.com/notify")
        .out_user_code("用户A")
        .deduct_schedule(
            DeductSchedule::builder()
                .estimated_deduct_date("2019-11-22")
                .estimated_deduct_amount(
                    DeductAmount::builder()
                        .total(Fen(1))
                        .currency("CNY")
                        .build(),
                )
                .description("小乔-碎云皮肤（微信83区沧海之耀）")
                .build(),
        )
        .build();
    let response = client.pre_entrust_sign_partner_scheduled_jsapi(&body).await;
    json(response)
}

async fn pre_entrust_sign_partner_scheduled_app(client: &Client) -> Result<Value> {
    let body = PreEntrustSignPartnerScheduledRequest::builder()
        .sp_appid("wxd678efh567hg6787")
        .sp_openid("oYobu0MVnQfWpSMOYJz2AHPG_gQw")
        .sub_mchid("1900000109")
        .sub_appid("wxd678efh567hg6787")
        .sub_openid("wxd678efh567hg6787")
        .plan_id(12535)
        .out_contract_code("wxwtdk20200910100000")
        .contract_display_account("微信代扣用户A")
        .contract_notify_url("https://yourapp.com/notify")
        .out_user_code("用户A")
        .deduct_schedule(
            DeductSchedule::builder()
                .estimated_deduct_date("2019-11-22")
                .estimated_deduct_amount(
                    DeductAmount::builder()
                        .total(Fen(1))
                        .currency("CNY")
                        .build(),
                )
                .description("小乔-碎云皮肤（微信83区沧海之耀）")
                .build(),
        )
        .build();
    let response = client.pre_entrust_sign_partner_scheduled_app(&body).await;
    json(response)
}

async fn pre_entrust_sign_partner_scheduled_h5(client: &Client) -> Result<Value> {
    let body = PreEntrustSignPartnerScheduledH5Request::builder()
        .sp_appid("wxd678efh567hg6787")
        .sp_openid("oYobu0MVnQfWpSMOYJz2AHPG_gQw")
        .sub_mchid("1900000109")
        .sub_appid("wxd678efh567hg6787")
        .sub_openid("wxd678efh567hg6787")
        .plan_id(12535)
        .out_contract_code("wxwtdk20200910100000")
        .contract_display_account("微信代扣用户A")
        .contract_notify_url("https://yourapp.com/notify")
        .out_user_code("用户A")
        .deduct_schedule(
            DeductSchedule::builder()
                .estimated_deduct_date("2019-11-22")
                .estimated_deduct_amount(
                    DeductAmount::builder()
                        .total(Fen(1))
                        .currency("CNY")
                        .build(),
                )
                .description("小乔-碎云皮肤（微信83区沧海之耀）")
                .build(),
        )
        .jump_control(
            JumpControl::builder()
                .jump_appid("wxd678efh567hg6787")
                .build(),
        )
        .build();
    let response = client.pre_entrust_sign_partner_scheduled_h5(&body).await;
    json(response)
}

async fn pre_entrust_sign_partner_scheduled_mini_program(client: &Client) -> Result<Value> {
    let body = PartnerScheduledPreEntrustSignJsapiRequest::builder()
        .sp_appid("wxd678efh567hg6787")
        .sp_openid("oYobu0MVnQfWpSMOYJz2AHPG_gQw")
        .sub_mchid("1900000109")
        .sub_appid("wxd678efh567hg6787")
        .sub_openid("wxd678efh567hg6787")
        .plan_id(12535)
        .out_contract_code("wxwtdk20200910100000")
        .contract_display_account("微信代扣用户A")
        .contract_notify_url("https://yourapp.com/notify")
        .out_user_code("用户A")
        .deduct_schedule(
            DeductSchedule::builder()
                .estimated_deduct_date("2019-11-22")
                .estimated_deduct_amount(
                    DeductAmount::builder()
                        .total(Fen(1))
                        .currency("CNY")
                        .build(),
                )
                .description("小乔-碎云皮肤（微信83区沧海之耀）")
                .build(),
        )
        .build();
    let response = client
        .pre_entrust_sign_partner_scheduled_mini_program(&body)
        .await;
    json(response)
}

async fn query_partner_contract(client: &Client) -> Result<Value> {
    let response = client
        .query_partner_contract(12535, "wxwtdk20200910100000", "1900000109")
        .await;
    json(response)
}

async fn terminate_partner_contract(client: &Client) -> Result<Value> {
    let body = TerminatePartnerContractRequest::builder()
        .sub_mchid("1900000109")
        .contract_termination_remark("用户解约")
        .build();
    let response = client
        .terminate_partner_contract(12535, "wxwtdk20200910100000", &body)
        .await;
    json(response)
}

async fn send_pre_deduction_notification(client: &Client) -> Result<Value> {
    let body = SendPreDeductionNotificationRequest::builder()
        .mchid("1230000109")
        .appid("wxd678efh567hg6787")
        .deduct_duration(
            DeductDuration::builder()
                .count(1)
                .unit(DeductDurationUnit::Day)
                .build(),
        )
        .estimated_amount(
            EstimatedAmount::builder()
                .amount(Fen(1))
                .currency("CNY")
                .build(),
        )
        .build();
    let response = client
        .send_pre_deduction_notification("string", &body)
        .await;
    json(response)
}

async fn create_deduction_schedule(client: &Client) -> Result<Value> {
    let body = CreateDeductionScheduleRequest::builder()
        .appid("wxd678efh567hg6787")
        .schedule_amount(
            DeductAmount::builder()
                .total(Fen(1))
                .currency("CNY")
                .build(),
        )
        .build();
    let response = client
        .create_deduction_schedule("123124412412423431", &body)
        .await;
    json(response)
}

async fn query_deduction_schedule(client: &Client) -> Result<Value> {
    let response = client.query_deduction_schedule("123124412412423431").await;
    json(response)
}

async fn apply_transaction(client: &Client) -> Result<Value> {
    let body = ApplyTransactionRequest::builder()
        .appid("wxd678efh567hg6787")
        .out_trade_no("1217752501201407033233368018")
        .description("Image形象店-深圳腾大-QQ公仔")
        .transaction_notify_url("https://www.qq.com/")
        .contract_id("123124412412423431")
        .amount(
            DeductAmount::builder()
                .total(Fen(1))
                .currency("CNY")
                .build(),
        )
        .goods_tag("DISCOUNTS")
        .attach("自定义数据")
        .build();
    let response = client.apply_transaction(&body).await;
    json(response)
}

async fn apply_harmony_transaction(client: &Client) -> Result<Value> {
    let body = ApplyHarmonyTransactionRequest::builder()
        .appid("wxd678efh567hg6787")
        .out_trade_no("1217752501201407033233368018")
        .description("Image形象店-深圳腾大-QQ公仔")
        .transaction_notify_url("https://www.qq.com/")
        .contract_id("123124412412423431")
        .amount(
            DeductAmount::builder()
                .total(Fen(1))
                .currency("CNY")
                .build(),
        )
        .goods_tag("DISCOUNTS")
        .attach("自定义数据")
        .harmony_account_id("example_harmony_account_id")
        .mcc("5734")
        .build();
    let response = client.apply_harmony_transaction(&body).await;
    json(response)
}

async fn send_deduction_retry_notification(client: &Client) -> Result<Value> {
    let body = SendDeductionRetryNotificationRequest::builder()
        .mchid("1230000109")
        .appid("wxd678efh567hg6787")
        .build();
    let response = client
        .send_deduction_retry_notification("123124412412423431", &body)
        .await;
    json(response)
}

async fn send_partner_pre_deduction_notification(client: &Client) -> Result<Value> {
    let body = SendPartnerPreDeductionNotificationRequest::builder()
        .sp_mchid("1230000109")
        .sp_appid("wxd678efh567hg6787")
        .sub_mchid("12345512")
        .sub_appid("wxd678efh567hg6787")
        .deduct_duration(
            PartnerDeductDuration::builder()
                .count(1)
                .unit("DAY")
                .build(),
        )
        .estimated_amount(
            EstimatedAmount::builder()
                .amount(Fen(1))
                .currency("CNY")
                .build(),
        )
        .build();
    let response = client
        .send_partner_pre_deduction_notification("123124412412423431", &body)
        .await;
    json(response)
}

async fn create_partner_deduction_schedule(client: &Client) -> Result<Value> {
    let body = CreatePartnerDeductionScheduleRequest::builder()
        .sp_appid("wxd678efh567hg6787")
        .sub_mchid("1900000109")
        .sub_appid("wxd678efh567hg6787")
        .schedule_amount(
            DeductAmount::builder()
                .total(Fen(1))
                .currency("CNY")
                .build(),
        )
        .build();
    let response = client
        .create_partner_deduction_schedule("123124412412423431", &body)
        .await;
    json(response)
}

async fn query_partner_deduction_schedule(client: &Client) -> Result<Value> {
    let response = client
        .query_partner_deduction_schedule("123124412412423431", "1900000109")
        .await;
    json(response)
}

async fn apply_partner_transaction(client: &Client) -> Result<Value> {
    let body = ApplyPartnerTransactionRequest::builder()
        .sp_appid("wxd678efh567hg6787")
        .sub_mchid("1900000109")
        .sub_appid("wxd678efh567hg6787")
        .out_trade_no("1217752501201407033233368018")
        .description("Image形象店-深圳腾大-QQ公仔")
        .transaction_notify_url("https://www.qq.com/")
        .contract_id("123124412412423431")
        .amount(
            DeductAmount::builder()
                .total(Fen(1))
                .currency("CNY")
                .build(),
        )
        .goods_tag("DISCOUNTS")
        .attach("自定义数据")
        .build();
    let response = client.apply_partner_transaction(&body).await;
    json(response)
}

async fn send_partner_deduction_retry_notification(client: &Client) -> Result<Value> {
    let body = SendPartnerDeductionRetryNotificationRequest::builder()
        .sp_mchid("1230000109")
        .sp_appid("wxd678efh567hg6787")
        .sub_mchid("12345512")
        .sub_appid("wxd678efh567hg6787")
        .build();
    let response = client
        .send_partner_deduction_retry_notification("123124412412423431", &body)
        .await;
    json(response)
}
