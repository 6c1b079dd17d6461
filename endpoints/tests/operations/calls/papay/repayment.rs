//! 还款.

use wechatpay_endpoints::papay::repayment::*;

use crate::operation::*;

operations! {
    "POST /v3/credit-repayment/partner/contracts/app-presign" => presign_repayment_app,
    "POST /v3/credit-repayment/partner/contracts/h5-presign" => presign_repayment_h5,
    "GET /v3/credit-repayment/partner/contracts/{out_contract_code}" => query_repayment_contract,
    "POST /v3/credit-repayment/partner/contracts/terminate" => terminate_repayment_contract,
    "POST /v3/credit-repayment/partner/schedule-records/batch-create" => create_repayment_schedule_records,
    "GET /v3/credit-repayment/partner/schedule-records/{out_record_id}" => query_repayment_schedule_record,
    "POST /v3/credit-repayment/partner/deduct-orders" => create_repayment_deduct_order,
    "GET /v3/credit-repayment/partner/deduct-orders/{out_trade_no}" => query_repayment_deduct_order,
    "POST /v3/repayment/combine-transactions/partner/prepay" => prepay_repayment_combine_order,
    "GET /v3/repayment/combine-transactions/partner/out-trade-no/{combine_out_trade_no}" => query_repayment_combine_order,
    "POST /v3/repayment/combine-transactions/partner/out-trade-no/{combine_out_trade_no}/close" => close_repayment_combine_order,
}

async fn presign_repayment_app(client: &Client) -> Result<Value> {
    let body = PresignRepaymentAppRequest::builder()
        .appid("wxd678efh567hg6787")
        .plan_id("123")
        .out_contract_code("100001256")
        .display_name("*明")
        .contract_notify_url("https://pay.weixin.qq.com")
        .repayment_day(1)
        .repayment_amount_limit("10000")
        .sub_mchid("1000000109")
        .sub_appid("example_sub_appid")
        .real_identity(
            RealIdentity::builder()
                .identity_type(RealIdentityType::Invalid)
                .identity_id("1axtI9EZUr0343c89xQznxau+cRWPKP4YhVAoj==")
                .real_name("OEimkKuua8igpd+0YDgqF2Z61leeGD7x87j3Ph==")
                .build(),
        )
        .trade_info(
            TradeInfo::builder()
                .out_trade_no("1217752501201407033233368018")
                .deduct_amount(Fen(10000))
                .description("信贷还款")
                .attach("备注信息")
                .notify_url("https://www.test.com")
                .build(),
        )
        .build();
    let response = client.presign_repayment_app(&body).await;
    json(response)
}

async fn presign_repayment_h5(client: &Client) -> Result<Value> {
    let body = PresignRepaymentH5Request::builder()
        .appid("wxd678efh567hg6787")
        .plan_id("123")
        .out_contract_code("100001256")
        .display_name("*明")
        .contract_notify_url("https://pay.weixin.qq.com")
        .repayment_day(1)
        .repayment_amount_limit("10000")
        .sub_mchid("1000000109")
        .sub_appid("example_sub_appid")
        .real_identity(
            RealIdentity::builder()
                .identity_type(RealIdentityType::Invalid)
                .identity_id("1axtI9EZUr0343c89xQznxau+cRWPKP4YhVAoj==")
                .real_name("OEimkKuua8igpd+0YDgqF2Z61leeGD7x87j3Ph==")
                .build(),
        )
        .trade_info(
            TradeInfo::builder()
                .out_trade_no("1217752501201407033233368018")
                .deduct_amount(Fen(10000))
                .description("信贷还款")
                .attach("备注信息")
                .notify_url("https://www.test.com")
                .build(),
        )
        .jump_info(JumpInfo::builder().jump_appid("example_jump_appid").build())
        .build();
    let response = client.presign_repayment_h5(&body).await;
    json(response)
}

async fn query_repayment_contract(client: &Client) -> Result<Value> {
    let response = client.query_repayment_contract("100005698").await;
    json(response)
}

async fn terminate_repayment_contract(client: &Client) -> Result<Value> {
    let body = TerminateRepaymentContractRequest::builder()
        .out_contract_code("100001256")
        .contract_termination_remark("example_contract_termination_remark")
        .build();
    let response = client.terminate_repayment_contract(&body).await;
    json(response)
}

async fn create_repayment_schedule_records(client: &Client) -> Result<Value> {
    let body = CreateRepaymentScheduleRecordsRequest::builder()
        .contract_id("20251105000000123456789")
        .appid("wxd678efh567hg6787")
        .openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
        .schedule_items(vec![
            ScheduleItem::builder()
                .out_record_id("1234567abcde")
                .sub_mchid("1900000109")
                .sub_appid("wxcbda96de0b165489")
                .repayment_amount("10000")
                .min_repayment_amount("2000")
                .repayment_date("2025-11-18")
                .build(),
        ])
        .build();
    let response = client.create_repayment_schedule_records(&body).await;
    json(response)
}

async fn query_repayment_schedule_record(client: &Client) -> Result<Value> {
    let response = client
        .query_repayment_schedule_record("1234567abcde", "20251105000000123456789")
        .await;
    json(response)
}

async fn create_repayment_deduct_order(client: &Client) -> Result<Value> {
    let body = CreateRepaymentDeductOrderRequest::builder()
        .contract_id("20251105000000123456789")
        .out_trade_no("1217752501201407033233368018")
        .out_record_id("1234567abcde")
        .deduct_amount("10000")
        .notify_url("wxd678efh567hg6787")
        .description("信贷还款")
        .attach("备注")
        .build();
    let response = client.create_repayment_deduct_order(&body).await;
    json(response)
}

async fn query_repayment_deduct_order(client: &Client) -> Result<Value> {
    let response = client
        .query_repayment_deduct_order("1217752501201407033233368018")
        .await;
    json(response)
}

async fn prepay_repayment_combine_order(client: &Client) -> Result<Value> {
    let body = PrepayRepaymentCombineOrderRequest::builder()
        .combine_out_trade_no("1217752501201407033233368018")
        .combine_mchid("1230000109")
        .sub_orders(vec![
            PrepaySubOrder::builder()
                .mchid("1230000109")
                .sub_mchid("1900000109")
                .out_trade_no("20150806125346")
                .amount(
                    PrepaySubOrderAmount::builder()
                        .total_amount(Fen(10))
                        .currency("CNY")
                        .build(),
                )
                .attach("深圳分店")
                .description("某某放心借")
                .settle_info(SettleInfo::builder().subsidy_amount(Fen(10)).build())
                .build(),
        ])
        .time_expire("2018-06-08T10:34:56+08:00")
        .notify_url("https://yourapp.com/notify")
        .h5_info(
            H5Info::builder()
                .combine_appid("wxd678efh567hg6787")
                .payer_client_ip("127.0.0.1")
                .r#type(H5Type::IOs)
                .app_name("王者荣耀")
                .app_url("https://pay.qq.com")
                .bundle_id("com.tencent.wzryiOS")
                .package_name("com.tencent.tmgp.sgame")
                .build(),
        )
        .app_info(
            AppInfo::builder()
                .combine_appid("wxd678efh567hg6787")
                .build(),
        )
        .miniprogram_info(
            MiniprogramInfo::builder()
                .combine_appid("wxd678efh567hg6787")
                .openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
                .build(),
        )
        .build();
    let response = client.prepay_repayment_combine_order(&body).await;
    json(response)
}

async fn query_repayment_combine_order(client: &Client) -> Result<Value> {
    let response = client
        .query_repayment_combine_order("P20150806125346")
        .await;
    json(response)
}

async fn close_repayment_combine_order(client: &Client) -> Result<Value> {
    let body = CloseRepaymentCombineOrderRequest::builder()
        .sub_orders(vec![
            CloseSubOrder::builder()
                .mchid("1900000109")
                .out_trade_no("20150806125346")
                .sub_mchid("1900000109")
                .build(),
        ])
        .build();
    let response = client
        .close_repayment_combine_order("1217752501201407033233368018", &body)
        .await;
    json(response)
}
