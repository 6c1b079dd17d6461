//! 商户风险管理.

use wechatpay_endpoints::merchants::risk::*;

use crate::operation::*;

operations! {
    "GET /v3/mch-manage/mch-manage-records/sub-mchid/{sub_mchid}" => list_manage_records,
    "GET /v3/mch-manage/mch-manage-records/{manage_record_id}" => query_manage_record,
    "POST /v3/mch-manage/submission-files/sub-mchid/{sub_mchid}/upload" => upload_submission_file,
    "POST /v3/mch-manage/mch-manage-records/{manage_record_id}/mch-manage-submissions" => create_manage_submission,
    "GET /v3/mch-operation-manage/merchant-limitations/sub-mchid/{sub_mchid}" => query_merchant_limitations,
    "GET /v3/mch-operation-manage/enhanced-due-diligence/{due_diligence_id}" => query_due_diligence,
    "POST /v3/mch-operation-manage/enhanced-due-diligence/{due_diligence_id}/upload" => upload_due_diligence_file,
    "POST /v3/mch-operation-manage/enhanced-due-diligence/{due_diligence_id}/submit" => submit_due_diligence,
    "GET /v3/transaction-block/transaction-block-records/sub-mchid/{sub_mchid}" => list_transaction_block_records,
    "GET /v3/transaction-block/transaction-block-records/{block_record_id}" => query_transaction_block_record,
    "POST /v3/transaction-block/transaction-block-submissions/sub-mchid/{sub_mchid}" => create_transaction_block_submission,
    "GET /v3/transaction-block/transaction-block-submissions/{block_submission_id}" => query_transaction_block_submission,
    "POST /v3/merchant-risk-manage/ec-trade-risk/query-risk-trades" => list_risk_trades,
    "POST /v3/merchant-risk-manage/ec-trade-risk/recv-dispose-result" => report_risk_trade_result,
    "POST /v3/merchant-risk-manage/report-trade-union-information" => report_trade_related_information,
    "GET /v3/merchant-risk-manage/trade-risk-information" => query_trade_risk_information,
    "POST /v3/merchant-risk-manage/trade-risk-result" => report_trade_risk_result,
    "POST /v3/merchant-risk-manage/violation-notifications" => create_violation_notify_url,
    "GET /v3/merchant-risk-manage/violation-notifications" => query_violation_notify_url,
    "PUT /v3/merchant-risk-manage/violation-notifications" => update_violation_notify_url,
    "DELETE /v3/merchant-risk-manage/violation-notifications" => delete_violation_notify_url,
}

async fn list_manage_records(client: &Client) -> Result<Value> {
    let response = client
        .list_manage_records(
            "123000110",
            5,
            Some(10),
            Some(&ManageRecordType::FunctionalLimitRecord),
            Some(&ManageRecordState::Pending),
        )
        .await;
    json(response)
}

async fn query_manage_record(client: &Client) -> Result<Value> {
    let response = client
        .query_manage_record("M1210999900435123451697535102441", "123000110")
        .await;
    json(response)
}

async fn upload_submission_file(client: &Client) -> Result<Value> {
    let file = UploadFile::from_bytes("file.png", "file")
        .unwrap()
        .with_part_name("submission_file")
        .with_text("item_id", 56)
        .with_text("manage_record_id", "56");
    let body = SubmissionFileMeta::builder()
        .file_name(file.filename())
        .file_digest(file.sha256())
        .build();
    let response = client
        .upload_submission_file("123000110", &body, &file)
        .await;
    json(response)
}

async fn create_manage_submission(client: &Client) -> Result<Value> {
    let body = CreateManageSubmissionRequest::builder()
        .sub_mchid("123000110")
        .submit_data(r#"{"record_fields":[]}"#)
        .build();
    let response = client
        .create_manage_submission("M1210999900435123451697535102441", &body)
        .await;
    json(response)
}

async fn query_merchant_limitations(client: &Client) -> Result<Value> {
    let response = client.query_merchant_limitations("123000110").await;
    json(response)
}

async fn query_due_diligence(client: &Client) -> Result<Value> {
    let response = client
        .query_due_diligence("123000110_2_2190381dakdajois1283i12jo", "123000110")
        .await;
    json(response)
}

async fn upload_due_diligence_file(client: &Client) -> Result<Value> {
    let file = UploadFile::from_bytes("file.png", "file")
        .unwrap()
        .with_part_name("due_diligence_file");
    let body = DueDiligenceFileMeta::builder()
        .file_name(file.filename())
        .file_digest(file.sha256())
        .sub_mchid("123000110")
        .item_id(56)
        .build();
    let response = client
        .upload_due_diligence_file("123000110_2_2190381dakdajois1283i12jo", &body, &file)
        .await;
    json(response)
}

async fn submit_due_diligence(client: &Client) -> Result<Value> {
    let body = SubmitDueDiligenceRequest::builder()
        .sub_mchid("123000110")
        .submit_data(r#"{"record_fields":[{}]}"#)
        .build();
    let response = client
        .submit_due_diligence("123000110_2_2190381dakdajois1283i12jo", &body)
        .await;
    json(response)
}

async fn list_transaction_block_records(client: &Client) -> Result<Value> {
    let response = client
        .list_transaction_block_records("123000110", 5, Some(10))
        .await;
    json(response)
}

async fn query_transaction_block_record(client: &Client) -> Result<Value> {
    let response = client
        .query_transaction_block_record("123400", "123000110")
        .await;
    json(response)
}

async fn create_transaction_block_submission(client: &Client) -> Result<Value> {
    let body = CreateTransactionBlockSubmissionRequest::builder()
        .merchant_submit_id("ABC123456789")
        .submit_data(r#"{"record_fields":[]}"#)
        .build();
    let response = client
        .create_transaction_block_submission("123000110", &body)
        .await;
    json(response)
}

async fn query_transaction_block_submission(client: &Client) -> Result<Value> {
    let response = client
        .query_transaction_block_submission("B021234566799876aacsecd")
        .await;
    json(response)
}

async fn list_risk_trades(client: &Client) -> Result<Value> {
    let body = ListRiskTradesRequest::builder()
        .sp_mchid("1900000109")
        .sub_mchid("1900009231")
        .mchid("1900009231")
        .start_time("2025-05-20T13:29:35+08:00")
        .end_time("2025-05-20T13:29:35+08:00")
        .page_index(1)
        .page_size(10)
        .build();
    let response = client.list_risk_trades(&body).await;
    json(response)
}

async fn report_risk_trade_result(client: &Client) -> Result<Value> {
    let body = ReportRiskTradeResultRequest::builder()
        .sp_mchid("1900000109")
        .sub_mchid("1900009231")
        .mchid("1900009231")
        .out_trade_no("20150806125346")
        .final_risk_result(1)
        .final_risk_type(1)
        .disp_conclusion(vec![1])
        .disp_addition("example_disp_addition")
        .refund_amount(Fen(100))
        .build();
    let response = client.report_risk_trade_result(&body).await;
    json(response)
}

async fn report_trade_related_information(client: &Client) -> Result<Value> {
    let body = ReportTradeRelatedInformationRequest::builder()
        .sp_mchid("1900000109")
        .acquiring_bank_id("1356485")
        .channel_id("1900000108")
        .sub_mchid("1900009231")
        .out_trade_no("1217752501201407033233368018")
        .openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
        .phone("ca775af5f841bdf424b2e6eb86a6e21e")
        .certificates_number("ca775af5f841bdf424b2e6eb86a6e21e")
        .client_ip("123.12.12.123")
        .risk_level(1)
        .line_type(1)
        .goods_type(1)
        .seller_type(1)
        .is_need_deliver(false)
        .device_type(1)
        .userid("华为的账号：260XXX")
        .phone_from(1)
        .seller_userid("抖音的账号：XXXXX")
        .scene(1)
        .recharge_fields(
            RechargeField::builder()
                .account_type(1)
                .account("example_account")
                .build(),
        )
        .living_expenses_fields(
            LivingExpensesField::builder()
                .acc_no("123456")
                .r#type(1)
                .city("湖南衡阳")
                .address("广东省深圳市南山区海天二路33号")
                .acc_name("詹讯")
                .company_name("深圳电力")
                .amount(Fen(500))
                .build(),
        )
        .extra_fields1(r#"{"key1":"value1"}"#)
        .extra_fields2(r#"{"key1":"value1"}"#)
        .extra_fields3(r#"{"key1":"value1"}"#)
        .high_risk_goods(1)
        .delivery_province("example_delivery_province")
        .delivery_city("example_delivery_city")
        .last_pay_openid("example_last_pay_openid")
        .risky_goods(1)
        .offline_delivery_label(1)
        .order_phone_number("example_order_phone_number")
        .user_risk_level(1)
        .sp_risk_level(1)
        .phone_number_location("example_phone_number_location")
        .goods_category("example_goods_category")
        .pre_opening_behavior("example_pre_opening_behavior")
        .store_identifier("example_store_identifier")
        .goods_listing_time("example_goods_listing_time")
        .combine_out_trade_no("example_combine_out_trade_no")
        .combine_mchid("example_combine_mchid")
        .sub_orders(vec![
            SubOrder::builder()
                .out_trade_no("example_out_trade_no")
                .mch_id("example_mch_id")
                .delivery_province("example_delivery_province")
                .delivery_city("example_delivery_city")
                .risky_goods(1)
                .user_risk_level(1)
                .sp_risk_level(1)
                .build(),
        ])
        .build();
    let response = client.report_trade_related_information(&body).await;
    json(response)
}

async fn query_trade_risk_information(client: &Client) -> Result<Value> {
    let query = QueryTradeRiskInformationQuery::builder()
        .sp_mchid("1900000109")
        .acquiring_bank_id("1356485")
        .channel_id("1900000108")
        .sub_mchid("1900009231")
        .complaints_information("商家说高额返利，支付很大金额之后发现并没有返利，是骗子")
        .build();
    let response = client
        .query_trade_risk_information("1217752501201407033233368018", &query)
        .await;
    json(response)
}

async fn report_trade_risk_result(client: &Client) -> Result<Value> {
    let body = ReportTradeRiskResultRequest::builder()
        .sp_mchid("1900000109")
        .acquiring_bank_id("1356485")
        .channel_id("1900000108")
        .sub_mchid("1900009231")
        .out_trade_no("1217752501201407033233368018")
        .risk_type(RiskType::OtherRisk)
        .punish_type(PunishType::OtherPunish)
        .additional_punish_type("SUSPEND_SETTLEMENT_NDAYS:10")
        .complaints_information("商家说高额返利，支付很大金额之后发现并没有返利，是骗子")
        .build();
    let response = client.report_trade_risk_result(&body).await;
    json(response)
}

async fn create_violation_notify_url(client: &Client) -> Result<Value> {
    let body = ViolationNotifyUrlRequest::builder()
        .notify_url("https://www.weixin.qq.com/wxpay/pay.php")
        .build();
    let response = client.create_violation_notify_url(&body).await;
    json(response)
}

async fn query_violation_notify_url(client: &Client) -> Result<Value> {
    let response = client.query_violation_notify_url().await;
    json(response)
}

async fn update_violation_notify_url(client: &Client) -> Result<Value> {
    let body = ViolationNotifyUrlRequest::builder()
        .notify_url("https://www.weixin.qq.com/wxpay/pay.php")
        .build();
    let response = client.update_violation_notify_url(&body).await;
    json(response)
}

async fn delete_violation_notify_url(client: &Client) -> Result<Value> {
    let response = client.delete_violation_notify_url().await;
    json(response)
}
