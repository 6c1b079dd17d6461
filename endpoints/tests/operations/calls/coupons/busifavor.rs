//! 商家券.

use wechatpay_endpoints::coupons::busifavor::*;

use crate::operation::*;

operations! {
    "POST /v3/marketing/busifavor/stocks" => create_busifavor_stock,
    "GET /v3/marketing/busifavor/stocks/{stock_id}" => query_busifavor_stock,
    "PATCH /v3/marketing/busifavor/stocks/{stock_id}" => update_busifavor_stock,
    "PATCH /v3/marketing/busifavor/stocks/{stock_id}/budget" => update_busifavor_stock_budget,
    "POST /v3/marketing/busifavor/stocks/{stock_id}/couponcodes" => upload_busifavor_coupon_codes,
    "GET /v3/marketing/busifavor/stocks/{stock_id}/couponcodes/{coupon_code}" => query_busifavor_coupon_code,
    "GET /v3/marketing/busifavor/stocks/{stock_id}/couponcodes" => list_busifavor_coupon_codes,
    "DELETE /v3/marketing/busifavor/stocks/{stock_id}/couponcodes/{coupon_code}" => delete_busifavor_coupon_code,
    "POST /v3/marketing/busifavor/coupons/send" => send_busifavor_coupon,
    "POST /v3/marketing/busifavor/product-coupons/pre-send" => pre_send_busifavor_product_coupon,
    "POST /v3/marketing/busifavor/product-coupons/send" => send_busifavor_product_coupon,
    "POST /v3/marketing/busifavor/coupons/{card_id}/send" => send_gov_card,
    "GET /v3/marketing/busifavor/users/{openid}/coupons/{coupon_code}/appids/{appid}" => query_busifavor_coupon,
    "GET /v3/marketing/busifavor/users/{openid}/coupons" => list_busifavor_coupons,
    "POST /v3/marketing/busifavor/coupons/use" => use_busifavor_coupon,
    "POST /v3/marketing/busifavor/coupons/associate" => associate_trade_info,
    "POST /v3/marketing/busifavor/coupons/disassociate" => disassociate_trade_info,
    "POST /v3/marketing/busifavor/coupons/return" => return_busifavor_coupon,
    "POST /v3/marketing/busifavor/coupons/deactivate" => deactivate_busifavor_coupon,
    "POST /v3/marketing/busifavor/callbacks" => set_busifavor_callback,
    "GET /v3/marketing/busifavor/callbacks" => query_busifavor_callback,
    "POST /v3/marketing/busifavor/subsidy/pay-receipts" => create_subsidy_pay_receipt,
    "GET /v3/marketing/busifavor/subsidy/pay-receipts/{subsidy_receipt_id}" => query_subsidy_pay_receipt,
    "GET /v3/marketing/busifavor/subsidy/pay-receipts" => list_subsidy_pay_receipts,
    "POST /v3/marketing/busifavor/subsidy/return-receipts" => create_subsidy_return_receipt,
    "GET /v3/marketing/busifavor/subsidy/return-receipts/{subsidy_return_receipt_id}" => query_subsidy_return_receipt,
    "POST /v3/marketing/partnerships/build" => build_partnership,
    "GET /v3/marketing/partnerships" => list_partnerships,
    "POST /v3/marketing/partnerships/terminate" => terminate_partnership,
}

async fn create_busifavor_stock(client: &Client) -> Result<Value> {
    let body = CreateBusifavorStockRequest::builder()
        .stock_name("8月1日活动券")
        .belong_merchant("10000022")
        .comment("活动使用")
        .goods_name("xxx商品使用")
        .stock_type(StockType::Normal)
        .coupon_use_rule(
            CreateStockCouponUseRule::builder()
                .coupon_available_time(
                    CreateStockCouponAvailableTime::builder()
                        .available_begin_time("2015-05-20T13:29:35+08:00")
                        .available_end_time("2015-05-20T13:29:35+08:00")
                        .available_day_after_receive(3)
                        .available_week(
                            AvailableWeek::builder()
                                .week_day(vec![1])
                                .available_day_time(vec![
                                    AvailableDayTime::builder()
                                        .begin_time(3600)
                                        .end_time(86399)
                                        .build(),
                                ])
                                .build(),
                        )
                        .irregulary_avaliable_time(vec![
                            IrregularAvailableTime::builder()
                                .begin_time("2015-05-20T13:29:35+08:00")
                                .end_time("2015-05-20T13:29:35+08:00")
                                .build(),
                        ])
                        .wait_days_after_receive(7)
                        .available_second_after_receive(3600)
                        .build(),
                )
                .fixed_normal_coupon(
                    CreateStockFixedNormalCoupon::builder()
                        .discount_amount(Fen(5))
                        .transaction_minimum(Fen(100))
                        .build(),
                )
                .discount_coupon(
                    CreateStockDiscountCoupon::builder()
                        .discount_percent(88)
                        .transaction_minimum(Fen(100))
                        .build(),
                )
                .exchange_coupon(
                    CreateStockExchangeCoupon::builder()
                        .exchange_price(Fen(100))
                        .transaction_minimum(Fen(100))
                        .build(),
                )
                .use_method(UseMethod::OffLine)
                .mini_programs_appid("wx23232232323")
                .mini_programs_path("/path/index/index")
                .build(),
        )
        .stock_send_rule(
            CreateStockSendRule::builder()
                .max_amount(Fen(100000))
                .max_coupons(100)
                .max_coupons_per_user(5)
                .max_amount_by_day(Fen(1000))
                .max_coupons_by_day(100)
                .build(),
        )
        .out_request_no("100002322019090134234sfdf")
        .custom_entrance(
            CustomEntrance::builder()
                .mini_programs_info(
                    MiniProgramsInfo::builder()
                        .mini_programs_appid("wx234545656765876")
                        .mini_programs_path("/path/index/index")
                        .entrance_words("欢迎选购")
                        .guiding_words("获取更多优惠")
                        .build(),
                )
                .appid("wx324345hgfhfghfg")
                .hall_id("233455656")
                .store_id("233554655")
                .code_display_mode(CodeDisplayMode::Barcode)
                .build(),
        )
        .display_pattern_info(
            DisplayPatternInfo::builder()
                .description("xxx门店可用")
                .merchant_logo_url("https://qpic.cn/xxx")
                .merchant_name("微信支付")
                .background_color(BackgroundColor::Color020)
                .coupon_image_url("https://qpic.cn/xxx")
                .finder_info(
                    FinderInfo::builder()
                        .finder_id("sph6Rngt2T4RlUf")
                        .finder_video_id("sph6Rngt2T4RlUf")
                        .finder_video_cover_image_url("https://wxpaylogo.qpic.cn/xxx")
                        .build(),
                )
                .build(),
        )
        .coupon_code_mode(CouponCodeMode::WechatpayMode)
        .notify_config(
            NotifyConfig::builder()
                .notify_appid("wx23232232323")
                .build(),
        )
        .build();
    let response = client.create_busifavor_stock(&body).await;
    json(response)
}

async fn query_busifavor_stock(client: &Client) -> Result<Value> {
    let response = client.query_busifavor_stock("1212").await;
    json(response)
}

async fn update_busifavor_stock(client: &Client) -> Result<Value> {
    let body = UpdateBusifavorStockRequest::builder()
        .custom_entrance(
            UpdateStockCustomEntrance::builder()
                .mini_programs_info(
                    UpdateStockMiniProgramsInfo::builder()
                        .mini_programs_appid("wx234545656765876")
                        .mini_programs_path("/path/index/index")
                        .entrance_words("欢迎选购")
                        .guiding_words("获取更多优惠")
                        .build(),
                )
                .appid("wx324345hgfhfghfg")
                .hall_id("233455656")
                .code_display_mode(CodeDisplayMode::Barcode)
                .build(),
        )
        .stock_name("8月1日活动券")
        .comment("活动使用")
        .goods_name("xxx商品使用")
        .out_request_no("6122352020010133287985742")
        .display_pattern_info(
            DisplayPatternInfo::builder()
                .description("xxx门店可用")
                .merchant_logo_url("https://xxx")
                .merchant_name("微信支付")
                .background_color(BackgroundColor::Color020)
                .coupon_image_url("https://qpic.cn/xxx")
                .finder_info(
                    FinderInfo::builder()
                        .finder_id("sph6Rngt2T4RlUf")
                        .finder_video_id("sph6Rngt2T4RlUf")
                        .finder_video_cover_image_url("https://wxpaylogo.qpic.cn/xxx")
                        .build(),
                )
                .build(),
        )
        .coupon_use_rule(
            UpdateStockCouponUseRule::builder()
                .use_method(UseMethod::OffLine)
                .mini_programs_appid("wx23232232323")
                .mini_programs_path("/path/index/index")
                .build(),
        )
        .notify_config(
            NotifyConfig::builder()
                .notify_appid("wx23232232323")
                .build(),
        )
        .subsidy(false)
        .build();
    let response = client.update_busifavor_stock("101156451224", &body).await;
    json(response)
}

async fn update_busifavor_stock_budget(client: &Client) -> Result<Value> {
    let body = UpdateBusifavorStockBudgetRequest::builder()
        .target_max_coupons(3000)
        .current_max_coupons(500)
        .current_max_coupons_by_day(300)
        .modify_budget_request_no("1002600620019090123143254436")
        .build();
    let response = client
        .update_busifavor_stock_budget("98065001", &body)
        .await;
    json(response)
}

async fn upload_busifavor_coupon_codes(client: &Client) -> Result<Value> {
    let body = UploadBusifavorCouponCodesRequest::builder()
        .coupon_code_list(vec!["ABC9588200".into()])
        .upload_request_no("100002322019090134234sfdf")
        .build();
    let response = client
        .upload_busifavor_coupon_codes("98065001", &body)
        .await;
    json(response)
}

async fn query_busifavor_coupon_code(client: &Client) -> Result<Value> {
    let response = client
        .query_busifavor_coupon_code("1212", "1212", Some("wx233544546545989"))
        .await;
    json(response)
}

async fn list_busifavor_coupon_codes(client: &Client) -> Result<Value> {
    let query = ListBusifavorCouponCodesQuery::builder()
        .appid("wx233544546545989")
        .offset(0)
        .limit(20)
        .build();
    let response = client.list_busifavor_coupon_codes("98065001", &query).await;
    json(response)
}

async fn delete_busifavor_coupon_code(client: &Client) -> Result<Value> {
    let response = client
        .delete_busifavor_coupon_code("101156451224", "1212", "1212")
        .await;
    json(response)
}

async fn send_busifavor_coupon(client: &Client) -> Result<Value> {
    let body = SendBusifavorCouponRequest::builder()
        .openid("xsd3434454567676")
        .appid("wx1234567889999")
        .stock_id("100088")
        .out_request_no("1002600620019090123143254435")
        .coupon_code("sxxe34343434")
        .build();
    let response = client.send_busifavor_coupon(&body).await;
    json(response)
}

async fn pre_send_busifavor_product_coupon(client: &Client) -> Result<Value> {
    let body = PreSendBusifavorProductCouponRequest::builder()
        .stock_id("1000000013001")
        .coupon_code("123446565767")
        .appid("wx233544546545989")
        .openid("oh-394z-6CGkNoJrsDLTTUKiAnp4")
        .send_request_no("34657_20250101_123456")
        .build();
    let response = client.pre_send_busifavor_product_coupon(&body).await;
    json(response)
}

async fn send_busifavor_product_coupon(client: &Client) -> Result<Value> {
    let body = SendBusifavorProductCouponRequest::builder()
        .openid("xsd3434454567676")
        .appid("wx1234567889999")
        .stock_id("12312354")
        .out_request_no("2335465")
        .coupon_code("202007019999")
        .coupon_type(CouponType::Normal)
        .member_card_id("pbLatjvWOibDc5-TBnbUk1pD12o0")
        .build();
    let response = client.send_busifavor_product_coupon(&body).await;
    json(response)
}

async fn send_gov_card(client: &Client) -> Result<Value> {
    let body = SendGovCardRequest::builder()
        .appid("wxd678efh567hg6787")
        .openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
        .out_request_no("100002322019090134234sfdf")
        .send_time("2021-05-20T13:29:35.120+08:00")
        .build();
    let response = client
        .send_gov_card("pbLatjvWOibDc5-TBnbUk1pD12o0", &body)
        .await;
    json(response)
}

async fn query_busifavor_coupon(client: &Client) -> Result<Value> {
    let response = client
        .query_busifavor_coupon(
            "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o",
            "123446565767",
            "wxd678efh567hg6787",
        )
        .await;
    json(response)
}

async fn list_busifavor_coupons(client: &Client) -> Result<Value> {
    let query = ListBusifavorCouponsQuery::builder()
        .stock_id("9865000")
        .coupon_state(CouponState::Sended)
        .creator_merchant("1000000001")
        .belong_merchant("1000000002")
        .sender_merchant("1000000003")
        .offset(0)
        .limit(20)
        .build();
    let response = client
        .list_busifavor_coupons("2323dfsdf342342", "wx233544546545989", &query)
        .await;
    json(response)
}

async fn use_busifavor_coupon(client: &Client) -> Result<Value> {
    let body = UseBusifavorCouponRequest::builder()
        .coupon_code("sxxe34343434")
        .stock_id("100088")
        .appid("wx1234567889999")
        .use_time("2015-05-20T13:29:35+08:00")
        .use_request_no("1002600620019090123143254435")
        .openid("xsd3434454567676")
        .out_trade_no("190000001")
        .mch_id("190000001")
        .transaction_id("4200000001856498491")
        .build();
    let response = client.use_busifavor_coupon(&body).await;
    json(response)
}

async fn associate_trade_info(client: &Client) -> Result<Value> {
    let body = TradeInfoRequest::builder()
        .stock_id("string")
        .coupon_code("ABCD12345678")
        .out_trade_no("string")
        .out_request_no("string")
        .build();
    let response = client.associate_trade_info(&body).await;
    json(response)
}

async fn disassociate_trade_info(client: &Client) -> Result<Value> {
    let body = TradeInfoRequest::builder()
        .stock_id("931386")
        .coupon_code("123446565767")
        .out_trade_no("1217752501201407033233368018")
        .out_request_no("100002322019090134234sfdf")
        .build();
    let response = client.disassociate_trade_info(&body).await;
    json(response)
}

async fn return_busifavor_coupon(client: &Client) -> Result<Value> {
    let body = ReturnBusifavorCouponRequest::builder()
        .coupon_code("sxxe34343434")
        .stock_id("1234567891")
        .return_request_no("1002600620019090123143254436")
        .build();
    let response = client.return_busifavor_coupon(&body).await;
    json(response)
}

async fn deactivate_busifavor_coupon(client: &Client) -> Result<Value> {
    let body = DeactivateBusifavorCouponRequest::builder()
        .coupon_code("sxxe34343434")
        .stock_id("1234567891")
        .deactivate_request_no("1002600620019090123143254436")
        .deactivate_reason("此券使用时间设置错误")
        .build();
    let response = client.deactivate_busifavor_coupon(&body).await;
    json(response)
}

async fn set_busifavor_callback(client: &Client) -> Result<Value> {
    let body = SetBusifavorCallbackRequest::builder()
        .mchid("10000098")
        .notify_url("https://pay.weixin.qq.com")
        .build();
    let response = client.set_busifavor_callback(&body).await;
    json(response)
}

async fn query_busifavor_callback(client: &Client) -> Result<Value> {
    let response = client.query_busifavor_callback(Some("10000098")).await;
    json(response)
}

async fn create_subsidy_pay_receipt(client: &Client) -> Result<Value> {
    let body = CreateSubsidyPayReceiptRequest::builder()
        .stock_id("128888000000001")
        .coupon_code("ABCD12345678")
        .transaction_id("4200000913202101152566792388")
        .payer_merchant("1900000001")
        .payee_merchant("1900000002")
        .amount(Fen(100))
        .description("20210115DESCRIPTION")
        .out_subsidy_no("subsidy-abcd-12345678")
        .build();
    let response = client.create_subsidy_pay_receipt(&body).await;
    json(response)
}

async fn query_subsidy_pay_receipt(client: &Client) -> Result<Value> {
    let response = client
        .query_subsidy_pay_receipt("1120200119165100000000000001")
        .await;
    json(response)
}

async fn list_subsidy_pay_receipts(client: &Client) -> Result<Value> {
    let response = client
        .list_subsidy_pay_receipts(
            "128888000000001",
            "ABCD12345678",
            Some("subsidy-abcd-12345678"),
        )
        .await;
    json(response)
}

async fn create_subsidy_return_receipt(client: &Client) -> Result<Value> {
    let body = CreateSubsidyReturnReceiptRequest::builder()
        .stock_id("128888000000001")
        .coupon_code("ABCD12345678")
        .transaction_id("4200000913202101152566792388")
        .refund_id("50100506732021010105138718375")
        .payer_merchant("1900000001")
        .payee_merchant("1900000002")
        .amount(Fen(100))
        .description("20210115DESCRIPTION")
        .out_subsidy_return_no("subsidy-abcd-12345678")
        .build();
    let response = client.create_subsidy_return_receipt(&body).await;
    json(response)
}

async fn query_subsidy_return_receipt(client: &Client) -> Result<Value> {
    let response = client
        .query_subsidy_return_receipt("2120200119165100000000000001")
        .await;
    json(response)
}

async fn build_partnership(client: &Client) -> Result<Value> {
    let body = PartnershipRequest::builder()
        .partner(
            Partner::builder()
                .r#type(PartnerType::Appid)
                .appid("wx4e1916a585d1f4e9")
                .merchant_id("2480029552")
                .build(),
        )
        .authorized_data(
            AuthorizedData::builder()
                .business_type(BusinessType::FavorStock)
                .stock_id("2433405")
                .build(),
        )
        .build();
    let response = client.build_partnership("12345", &body).await;
    json(response)
}

async fn list_partnerships(client: &Client) -> Result<Value> {
    let query = ListPartnershipsQuery::builder()
        .partner(r#"{"appid":"wx4e1916a585d1f4e9","merchant_id":"2480029552","type":"APPID"}"#)
        .authorized_data(r#"{"stock_id":"2433405"}"#)
        .build();
    let response = client.list_partnerships(&query).await;
    json(response)
}

async fn terminate_partnership(client: &Client) -> Result<Value> {
    let body = PartnershipRequest::builder()
        .partner(
            Partner::builder()
                .r#type(PartnerType::Appid)
                .appid("wx4e1916a585d1f4e9")
                .merchant_id("2480029552")
                .build(),
        )
        .authorized_data(
            AuthorizedData::builder()
                .business_type(BusinessType::FavorStock)
                .stock_id("2433405")
                .build(),
        )
        .build();
    let response = client.terminate_partnership("12345", &body).await;
    json(response)
}
