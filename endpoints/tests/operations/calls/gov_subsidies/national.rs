//! 国补专区.

use wechatpay_endpoints::gov_subsidies::national::*;

use crate::operation::*;

operations! {
    "GET /v3/gov/subsidy/qualification" => query_qualification,
    "POST /v3/gov/subsidy/qualifications/query" => list_qualifications,
    "POST /v3/gov/subsidy/qualifications/sync" => sync_qualification,
    "POST /v3/gov/subsidy/n-qualifications/sync" => sync_n_qualification,
    "POST /v3/gov/subsidy/qualifications/passthrough/query" => list_passthrough_qualifications,
    "POST /v3/gov/subsidy/qualifications/passthrough/claim" => claim_passthrough_qualification,
    "POST /v3/gov/subsidy/qualifications/passthrough/cancel" => cancel_passthrough_qualification,
    "POST /v3/gov/subsidy/goods/upload" => upload_goods,
    "POST /v3/gov/subsidy/sncode/query" => query_sn_codes,
    "POST /v3/gov/subsidy/sncode/lock" => lock_sn_code,
    "POST /v3/gov/subsidy/sncode/unlock" => unlock_sn_code,
    "POST /v3/gov/subsidy/companies/query" => query_company,
    "POST /v3/gov/subsidy/transactions/sync" => sync_subsidy_transaction,
    "POST /v3/gov/subsidy/transactions/query" => query_subsidy_transactions,
    "POST /v3/gov/subsidy/transactions/summary/query-day" => query_subsidy_day_summary,
    "POST /v3/gov/subsidy/audit/cup/upload" => upload_cup_audit,
    "POST /v3/gov/subsidy/audit/cup/update" => update_cup_audit,
    "POST /v3/gov/subsidy/audit/cup/query" => query_cup_audit,
    "POST /v3/gov/subsidy/audit/cup/invalid" => invalidate_cup_audit,
    "POST /v3/gov/subsidy/audit/cup/refund/sync" => sync_cup_audit_refund,
    "POST /v3/gov/subsidy/zhejiang/qualifications/query" => list_zhejiang_qualifications,
    "POST /v3/gov/subsidy/zhejiang/qualifications/claim" => claim_zhejiang_qualification,
    "POST /v3/gov/subsidy/zhejiang/qualifications/alter" => alter_zhejiang_qualification,
    "POST /v3/gov/subsidy/zhejiang/qualifications/sync" => sync_zhejiang_qualification,
    "POST /v3/gov/subsidy/zhejiang/n-qualifications/confirm" => confirm_zhejiang_n_qualification,
    "POST /v3/gov/subsidy/zhejiang/authcode/issue" => issue_zhejiang_auth_code,
    "POST /v3/gov/subsidy/zhejiang/authcode/try" => try_zhejiang_auth_code,
    "POST /v3/gov/subsidy/zhejiang/authcode/cancel" => cancel_zhejiang_auth_code,
    "POST /v3/gov/subsidy/zhejiang/authcode/commit" => commit_zhejiang_auth_code,
    "POST /v3/gov/subsidy/zhejiang/authcode/refund" => refund_zhejiang_auth_code,
    "POST /v3/gov/subsidy/zhejiang/goods/query" => query_zhejiang_goods,
    "POST /v3/gov/subsidy/zhejiang/sncode/query" => query_zhejiang_sn_code,
    "POST /v3/gov/subsidy/zhejiang/sncode/lock" => lock_zhejiang_sn_code,
    "POST /v3/gov/subsidy/zhejiang/sncode/unlock" => unlock_zhejiang_sn_code,
}

async fn query_qualification(client: &Client) -> Result<Value> {
    let query = QueryQualificationQuery::builder()
        .real_name("OEimkKuua8igpd+0YDgqF2Z61l=")
        .id_card_number("1axtI9EZUr0343c89xQznxau+cRWPKP4YhVAoj/mEoNSgJh0nvuqQJ1cdL==")
        .phone_number("1axtI9EZUr0343c89xQznxau+cRWPKP4YhVAoj/nunesXwq9ogPnSj7EDA==")
        .openid("oCuiA7RW33Tc3jtz_5CNLegC9kN0")
        .appid("wx5cb0427850cd8c49")
        .identity_document_type(IdentityDocumentType::IdCard)
        .build();
    let response = client.query_qualification(1, 310100, &query).await;
    json(response)
}

async fn list_qualifications(client: &Client) -> Result<Value> {
    let body = ListQualificationsRequest::builder()
        .real_name("OEimkKuua8igpd+0YDgqF2Z61l=")
        .id_card_number("1axtI9EZUr0343c89xQznxau+cRWPKP4YhVAoj/mEoNSgJh0nvuqQJ1cdL==")
        .phone_number("1axtI9EZUr0343c89xQznxau+cRWPKP4YhVAoj/nunesXwq9ogPnSj7EDA==")
        .qualification_region_code(310100)
        .identity_document_type(IdentityDocumentType::IdCard)
        .build();
    let response = client.list_qualifications(&body).await;
    json(response)
}

async fn sync_qualification(client: &Client) -> Result<Value> {
    let body = SyncQualificationRequest::builder()
        .real_name("OEimkKuua8igpd+0YDgqF2Z61l=")
        .id_card_number("1axtI9EZUr0343c89xQznxau+cRWPKP4YhVAoj/mEoNSgJh0nvuqQJ1cdL==")
        .phone_number("1axtI9EZUr0343c89xQznxau+cRWPKP4YhVAoj/nunesXwq9ogPnSj7EDA==")
        .appliance_id(1)
        .out_trade_no("vmall_250120131959_993_4494")
        .sub_mch_id("123456")
        .energy_grade(EnergyGrade::FirstLevel)
        .receive_region_code("110101")
        .brand("海尔")
        .address("深圳市南山区")
        .qualification_region_code(310100)
        .sn_code("fallervuh")
        .seller_name("联想（北京）信息技术有限公司")
        .license_number("91110108397173806M")
        .barcode("例值：6901010101098")
        .item_name("联想YOGA AIR 15")
        .spec_model("YOGA Air 15s ILL9")
        .logistics_num("123456789")
        .delivery_time("2025-01-14T19:55:06+08:00")
        .invoice_num("031001900204")
        .product_type(ProductType::CommonProduct)
        .pc_type(PcType::Desktop)
        .order_amount(Fen(10000))
        .discount_amount(Fen(2000))
        .imei1("358882046176540")
        .imei2("358882046176540")
        .mch_order_id("123456789")
        .refund_id("123456789")
        .invoice_time("2025-01-14T19:55:06+08:00")
        .purchaser_name("小弟弟")
        .sale_model(SaleModel::Offline)
        .identity_document_type(IdentityDocumentType::IdCard)
        .invoice_address_code("310100")
        .invoice_code("310100")
        .tax_authority_code("2525252")
        .transaction_time("2025-01-14T19:55:06+08:00")
        .cate_state(CateState::Redeem)
        .mch_name("江苏京东信息技术有限公司")
        .build();
    let response = client.sync_qualification(&body).await;
    json(response)
}

async fn sync_n_qualification(client: &Client) -> Result<Value> {
    let body = SyncNQualificationRequest::builder()
        .real_name("OEimkKuua8igpd+0YDgqF2Z61l=")
        .id_card_number("1axtI9EZUr0343c89xQznxau+cRWPKP4YhVAoj/mEoNSgJh0nvuqQJ1cdL==")
        .phone_number("1axtI9EZUr0343c89xQznxau+cRWPKP4YhVAoj/nunesXwq9ogPnSj7EDA==")
        .appliance_id(1)
        .out_trade_no("vmall_250120131959_993_4494")
        .sub_mchid("123456")
        .energy_grade(EnergyGrade::FirstLevel)
        .receive_region_code("110101")
        .brand("海尔")
        .address("深圳市南山区")
        .qualification_region_code(310100)
        .seller_name("联想（北京）信息技术有限公司")
        .license_number("91110108397173806M")
        .logistics_num("123456789")
        .delivery_time("2025-01-14T19:55:06+08:00")
        .invoice_num("031001900204")
        .product_type(ProductType::CommonProduct)
        .pc_type(PcType::Desktop)
        .order_amount(Fen(10000))
        .discount_amount(Fen(2000))
        .mch_order_id("123456789")
        .invoice_time("2025-01-14T19:55:06+08:00")
        .purchaser_name("小弟弟")
        .sale_model(SaleModel::Offline)
        .identity_document_type(IdentityDocumentType::IdCard)
        .invoice_address_code("310100")
        .tax_authority_code("2525252")
        .transaction_time("2025-01-14T19:55:06+08:00")
        .cate_state(CateState::Redeem)
        .cate_code("JS06")
        .coupon_code("6901010101098")
        .invoice_code("310100")
        .refund_id("123456789")
        .build();
    let response = client.sync_n_qualification(&body).await;
    json(response)
}

async fn list_passthrough_qualifications(client: &Client) -> Result<Value> {
    let body = ListQualificationsRequest::builder()
        .real_name("OEimkKuua8igpd+0YDgqF2Z61l=")
        .id_card_number("1axtI9EZUr0343c89xQznxau+cRWPKP4YhVAoj/mEoNSgJh0nvuqQJ1cdL==")
        .phone_number("1axtI9EZUr0343c89xQznxau+cRWPKP4YhVAoj/nunesXwq9ogPnSj7EDA==")
        .qualification_region_code(310100)
        .identity_document_type(IdentityDocumentType::IdCard)
        .build();
    let response = client.list_passthrough_qualifications(&body).await;
    json(response)
}

async fn claim_passthrough_qualification(client: &Client) -> Result<Value> {
    let body = ClaimPassthroughQualificationRequest::builder()
        .real_name("OEimkKuua8igpd+0YDgqF2Z61l=")
        .id_card_number("1axtI9EZUr0343c89xQznxau+cRWPKP4YhVAoj/mEoNSgJh0nvuqQJ1cdL==")
        .phone_number("1axtI9EZUr0343c89xQznxau+cRWPKP4YhVAoj/nunesXwq9ogPnSj7EDA==")
        .appliance_id(1)
        .qualification_region_code(310100)
        .identity_document_type(IdentityDocumentType::IdCard)
        .longitude("string")
        .latitude("string")
        .build();
    let response = client.claim_passthrough_qualification(&body).await;
    json(response)
}

async fn cancel_passthrough_qualification(client: &Client) -> Result<Value> {
    let body = CancelPassthroughQualificationRequest::builder()
        .real_name("OEimkKuua8igpd+0YDgqF2Z61l=")
        .id_card_number("1axtI9EZUr0343c89xQznxau+cRWPKP4YhVAoj/mEoNSgJh0nvuqQJ1cdL==")
        .phone_number("1axtI9EZUr0343c89xQznxau+cRWPKP4YhVAoj/nunesXwq9ogPnSj7EDA==")
        .appliance_id(1)
        .qualification_region_code(310100)
        .out_request_no("vmall_250120131959_993_4494")
        .identity_document_type(IdentityDocumentType::IdCard)
        .build();
    let response = client.cancel_passthrough_qualification(&body).await;
    json(response)
}

async fn upload_goods(client: &Client) -> Result<Value> {
    let body = UploadGoodsRequest::builder()
        .appliance_id(1)
        .product_name("测试商品")
        .energy_grade(EnergyGrade::FirstLevel)
        .brand("海尔")
        .qualification_region_code(310100)
        .seller_name("联想（北京）信息技术有限公司")
        .license_number("91110108397173806M")
        .base_price(Fen(10000))
        .average_trading_price(Fen(10000))
        .product_type(ProductType::CommonProduct)
        .product_model("XX")
        .bar_code("6901010101098")
        .build();
    let response = client.upload_goods(&body).await;
    json(response)
}

async fn query_sn_codes(client: &Client) -> Result<Value> {
    let body = QuerySnCodesRequest::builder()
        .sn_code_list(vec!["9CC0AC186027".into()])
        .qualification_region_code(310100)
        .build();
    let response = client.query_sn_codes(&body).await;
    json(response)
}

async fn lock_sn_code(client: &Client) -> Result<Value> {
    let body = LockSnCodeRequest::builder()
        .appliance_id(1)
        .out_trade_no("vmall_250120131959_993_4494")
        .brand("海尔")
        .qualification_region_code(310100)
        .sn_code("fallervuh")
        .manufacturer_info("string")
        .barcode("6901010101098")
        .spec_model("YOGA Air 15s ILL9")
        .product_type(ProductType::CommonProduct)
        .sale_time("2025-01-14T19:55:06+08:00")
        .imei1("358882046176540")
        .imei2("358882046176540")
        .build();
    let response = client.lock_sn_code(&body).await;
    json(response)
}

async fn unlock_sn_code(client: &Client) -> Result<Value> {
    let body = UnlockSnCodeRequest::builder()
        .appliance_id(1)
        .out_trade_no("vmall_250120131959_993_4494")
        .qualification_region_code(310100)
        .sn_code("fallervuh")
        .barcode("6901010101098")
        .product_type(ProductType::CommonProduct)
        .build();
    let response = client.unlock_sn_code(&body).await;
    json(response)
}

async fn query_company(client: &Client) -> Result<Value> {
    let body = QueryCompanyRequest::builder()
        .qualification_region_code(310100)
        .license_number("91110108397173806M")
        .build();
    let response = client.query_company(&body).await;
    json(response)
}

async fn sync_subsidy_transaction(client: &Client) -> Result<Value> {
    let body = SyncSubsidyTransactionRequest::builder()
        .real_name("OEimkKuua8igpd+0YDgqF2Z61l=")
        .id_card_number("1axtI9EZUr0343c89xQznxau+cRWPKP4YhVAoj/mEoNSgJh0nvuqQJ1cdL==")
        .phone_number("1axtI9EZUr0343c89xQznxau+cRWPKP4YhVAoj/nunesXwq9ogPnSj7EDA==")
        .appliance_id(1)
        .out_trade_no("vmall_250120131959_993_4494")
        .energy_grade(EnergyGrade::FirstLevel)
        .receive_region_code("110101")
        .brand("海尔")
        .address("深圳市南山区")
        .qualification_region_code(310100)
        .seller_name("联想（北京）信息技术有限公司")
        .license_number("91110108397173806M")
        .order_amount(Fen(10000))
        .discount_amount(Fen(2000))
        .transaction_time("2025-01-14T19:55:06+08:00")
        .mch_order_id("123456789")
        .refund_id("123456789")
        .mch_name("江苏京东信息技术有限公司")
        .sale_model(SaleModel::Offline)
        .cate_state(CateState::Redeem)
        .identity_document_type(IdentityDocumentType::IdCard)
        .sub_mchid("123456")
        .build();
    let response = client.sync_subsidy_transaction(&body).await;
    json(response)
}

async fn query_subsidy_transactions(client: &Client) -> Result<Value> {
    let body = QuerySubsidyTransactionsRequest::builder()
        .qualification_region_code(310100)
        .order_number_list(vec!["vmall_250120131959_993_4494".into()])
        .build();
    let response = client.query_subsidy_transactions(&body).await;
    json(response)
}

async fn query_subsidy_day_summary(client: &Client) -> Result<Value> {
    let body = QuerySubsidyDaySummaryRequest::builder()
        .qualification_region_code(310100)
        .query_date("2025-01-14")
        .query_type(DaySummaryQueryType::OrderTypeTransaction)
        .appliance_id(1)
        .cate_state(CateState::Redeem)
        .build();
    let response = client.query_subsidy_day_summary(&body).await;
    json(response)
}

async fn upload_cup_audit(client: &Client) -> Result<Value> {
    let body = CupAuditData::builder()
        .org_no("分公司机构代码")
        .sub_mchnt_cd("店铺编码")
        .sub_mchnt_nm("店铺名称")
        .online_no("线上平台订单号")
        .mchnt_order_id("商户订单号")
        .upload_time("2021-05-20T13:29:35.120+08:00")
        .notify_url("https://www.weixin.qq.com/wxpay/pay.php")
        .prod_id("品类")
        .brand_nm("品牌")
        .prod_model("型号")
        .plat_form("电商平台方")
        .payer_tp("支付方式类型")
        .sales_at("订单金额")
        .actual_at("实付金额")
        .trans_tm("交易时间")
        .mchnt_cd("商户编码")
        .discount_at("国补优惠金额")
        .sn_code("fallervuh")
        .invoice_info(InvoiceInfo::builder().build())
        .track_info(TrackInfo::builder().build())
        .build();
    let response = client.upload_cup_audit(&body).await;
    json(response)
}

async fn update_cup_audit(client: &Client) -> Result<Value> {
    let body = CupAuditData::builder()
        .org_no("string")
        .sub_mchnt_cd("string")
        .sub_mchnt_nm("string")
        .online_no("string")
        .mchnt_order_id("string")
        .upload_time("string")
        .notify_url("string")
        .prod_id("string")
        .brand_nm("string")
        .prod_model("string")
        .plat_form("string")
        .payer_tp("string")
        .sales_at("string")
        .actual_at("string")
        .trans_tm("string")
        .mchnt_cd("string")
        .discount_at("string")
        .sn_code("string")
        .invoice_info(InvoiceInfo::builder().build())
        .track_info(TrackInfo::builder().build())
        .build();
    let response = client.update_cup_audit(&body).await;
    json(response)
}

async fn query_cup_audit(client: &Client) -> Result<Value> {
    let body = CupAuditRequest::builder()
        .org_no("string")
        .mchnt_order_id("string")
        .upload_time("string")
        .build();
    let response = client.query_cup_audit(&body).await;
    json(response)
}

async fn invalidate_cup_audit(client: &Client) -> Result<Value> {
    let body = CupAuditRequest::builder()
        .org_no("分公司机构代码")
        .mchnt_order_id("商户订单号")
        .upload_time("2021-05-20T13:29:35.120+08:00")
        .build();
    let response = client.invalidate_cup_audit(&body).await;
    json(response)
}

async fn sync_cup_audit_refund(client: &Client) -> Result<Value> {
    let body = SyncCupAuditRefundRequest::builder()
        .org_no("string")
        .mchnt_order_id("string")
        .upload_time("string")
        .refund_at("string")
        .refund_dt("string")
        .build();
    let response = client.sync_cup_audit_refund(&body).await;
    json(response)
}

async fn list_zhejiang_qualifications(client: &Client) -> Result<Value> {
    let body = ListZhejiangQualificationsRequest::builder()
        .cert_no("1axtI9EZUr0343c89xQznxau+cRWPKP4YhVAoj/mEoNSgJh0nvuqQJ1cdL==")
        .cate_code("A01")
        .req_ssn("123")
        .build();
    let response = client.list_zhejiang_qualifications(&body).await;
    json(response)
}

async fn claim_zhejiang_qualification(client: &Client) -> Result<Value> {
    let body = ClaimZhejiangQualificationRequest::builder()
        .cate_code("A01")
        .cert_no("1axtI9EZUr0343c89xQznxau+cRWPKP4YhVAoj/mEoNSgJh0nvuqQJ1cdL==")
        .name("OEimkKuua8igpd+0YDgqF2Z61l=")
        .tel("1axtI9EZUr0343c89xQznxau+cRWPKP4YhVAoj/nunesXwq9ogPnSj7EDA==")
        .cert_type("1")
        .req_ssn("123")
        .build();
    let response = client.claim_zhejiang_qualification(&body).await;
    json(response)
}

async fn alter_zhejiang_qualification(client: &Client) -> Result<Value> {
    let body = AlterZhejiangQualificationRequest::builder()
        .cate_code("A01")
        .cert_no("1axtI9EZUr0343c89xQznxau+cRWPKP4YhVAoj/mEoNSgJh0nvuqQJ1cdL==")
        .name("OEimkKuua8igpd+0YDgqF2Z61l=")
        .tel("1axtI9EZUr0343c89xQznxau+cRWPKP4YhVAoj/nunesXwq9ogPnSj7EDA==")
        .req_ssn("123")
        .build();
    let response = client.alter_zhejiang_qualification(&body).await;
    json(response)
}

async fn sync_zhejiang_qualification(client: &Client) -> Result<Value> {
    let body = SyncZhejiangQualificationRequest::builder()
        .req_ssn("123")
        .data(vec![
            ZhejiangQualificationRedemption::builder()
                .auth_code("0be5f8c9071ad939651948480316da8a2d610833bb63bf67c78fdee5edd5aea1")
                .cate_code("A01")
                .cert_no("1axtI9EZUr0343c89xQznxau+cRWPKP4YhVAoj/mEoNSgJh0nvuqQJ1cdL==")
                .name("OEimkKuua8igpd+0YDgqF2Z61l=")
                .operation_time("string")
                .sales("string")
                .status("0")
                .subsidy("string")
                .tel("1axtI9EZUr0343c89xQznxau+cRWPKP4YhVAoj/nunesXwq9ogPnSj7EDA==")
                .add_code("330000")
                .address("string")
                .sale_models("0")
                .sn_code("string")
                .uniscid("string")
                .corp_name("string")
                .barcode("string")
                .item_name("string")
                .spec_model("string")
                .brand("string")
                .is_ai_product("string")
                .order_no("string")
                .activity_add_code("string")
                .build(),
        ])
        .build();
    let response = client.sync_zhejiang_qualification(&body).await;
    json(response)
}

async fn confirm_zhejiang_n_qualification(client: &Client) -> Result<Value> {
    let body = ConfirmZhejiangNQualificationRequest::builder()
        .req_ssn("123")
        .build();
    let response = client.confirm_zhejiang_n_qualification(&body).await;
    json(response)
}

async fn issue_zhejiang_auth_code(client: &Client) -> Result<Value> {
    let body = IssueZhejiangAuthCodeRequest::builder()
        .category_id("A01")
        .name("OEimkKuua8igpd+0YDgqF2Z61l=")
        .mobile("1axtI9EZUr0343c89xQznxau+cRWPKP4YhVAoj/nunesXwq9ogPnSj7EDA==")
        .add_code("330000")
        .cert_type("1")
        .cert_no("1axtI9EZUr0343c89xQznxau+cRWPKP4YhVAoj/mEoNSgJh0nvuqQJ1cdL==")
        .req_ssn("123")
        .build();
    let response = client.issue_zhejiang_auth_code(&body).await;
    json(response)
}

async fn try_zhejiang_auth_code(client: &Client) -> Result<Value> {
    let body = TryZhejiangAuthCodeRequest::builder()
        .sp_serial_no("接入方请求流水号")
        .mchnt_no("商户号")
        .term_no("终端号")
        .auth_code("130061098828009406")
        .category("A01")
        .county_code("330000")
        .build();
    let response = client.try_zhejiang_auth_code(&body).await;
    json(response)
}

async fn cancel_zhejiang_auth_code(client: &Client) -> Result<Value> {
    let body = CancelZhejiangAuthCodeRequest::builder()
        .sp_serial_no("接入方请求流水号")
        .cred_frozen_no("冻结流水号")
        .trans_date("交易日期")
        .trans_time("交易时间")
        .auth_code("130061098828009406")
        .req_ssn("123")
        .build();
    let response = client.cancel_zhejiang_auth_code(&body).await;
    json(response)
}

async fn commit_zhejiang_auth_code(client: &Client) -> Result<Value> {
    let body = CommitZhejiangAuthCodeRequest::builder()
        .sp_serial_no("string")
        .cred_frozen_no("string")
        .trans_date("string")
        .trans_time("string")
        .auth_code("string")
        .req_ssn("123")
        .county_code("330000")
        .build();
    let response = client.commit_zhejiang_auth_code(&body).await;
    json(response)
}

async fn refund_zhejiang_auth_code(client: &Client) -> Result<Value> {
    let body = RefundZhejiangAuthCodeRequest::builder()
        .sp_serial_no("接入方请求流水号")
        .cred_frozen_no("冻结流水号")
        .trans_date("交易日期")
        .trans_time("交易时间")
        .auth_code("130061098828009406")
        .req_ssn("123")
        .build();
    let response = client.refund_zhejiang_auth_code(&body).await;
    json(response)
}

async fn query_zhejiang_goods(client: &Client) -> Result<Value> {
    let body = QueryZhejiangGoodsRequest::builder().req_ssn("123").build();
    let response = client.query_zhejiang_goods(&body).await;
    json(response)
}

async fn query_zhejiang_sn_code(client: &Client) -> Result<Value> {
    let body = QueryZhejiangSnCodeRequest::builder()
        .sn("string")
        .province("string")
        .goods_type("string")
        .goods_bar_code("string")
        .req_ssn("string")
        .req_time("string")
        .build();
    let response = client.query_zhejiang_sn_code(&body).await;
    json(response)
}

async fn lock_zhejiang_sn_code(client: &Client) -> Result<Value> {
    let body = LockZhejiangSnCodeRequest::builder()
        .create_user("发起方")
        .province("重庆市")
        .sn("商品 SN码")
        .goods_bar_code("商品条码")
        .goods_type("商品品类")
        .goods_name("iPhone6s 16G")
        .trans_orderid("交易订单号")
        .order_price("订单金额")
        .sell_orderid("销售订单号")
        .req_ssn("123")
        .req_time("请求时间")
        .build();
    let response = client.lock_zhejiang_sn_code(&body).await;
    json(response)
}

async fn unlock_zhejiang_sn_code(client: &Client) -> Result<Value> {
    let body = UnlockZhejiangSnCodeRequest::builder()
        .req_ssn("123")
        .req_time("请求时间")
        .create_user("发起方")
        .province("重庆市")
        .sn("商品 SN码")
        .goods_bar_code("商品条码")
        .goods_type("商品品类")
        .goods_name("iPhone6s 16G")
        .trans_orderid("交易订单 号")
        .ori_pay_orderid("原支付订 单号")
        .order_price("订单金额")
        .sell_orderid("销售订单 号")
        .build();
    let response = client.unlock_zhejiang_sn_code(&body).await;
    json(response)
}
