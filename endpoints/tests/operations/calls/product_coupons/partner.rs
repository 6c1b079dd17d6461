//! 商品券 服务商.

use wechatpay_endpoints::product_coupons::partner::*;

use crate::operation::*;

operations! {
    "POST /v3/marketing/partner/product-coupon/product-coupons" => create_product_coupon,
    "GET /v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}" => query_product_coupon,
    "PATCH /v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}" => update_product_coupon,
    "POST /v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/deactivate" => deactivate_product_coupon,
    "POST /v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks" => create_stock,
    "GET /v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}" => query_stock,
    "GET /v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks" => list_stocks,
    "PATCH /v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}" => update_stock,
    "POST /v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/update-budget" => update_stock_budget,
    "POST /v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/deactivate" => deactivate_stock,
    "POST /v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/upload-coupon-codes" => upload_coupon_codes,
    "POST /v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/associate-stores" => associate_stock_stores,
    "POST /v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/disassociate-stores" => disassociate_stock_stores,
    "GET /v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/associated-stores" => list_stock_associated_stores,
    "POST /v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stock-bundles" => create_stock_bundle,
    "PATCH /v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stock-bundles/{stock_bundle_id}" => update_stock_bundle,
    "POST /v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stock-bundles/{stock_bundle_id}/update-budget" => update_stock_bundle_budget,
    "POST /v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stock-bundles/{stock_bundle_id}/associate-stores" => associate_stock_bundle_stores,
    "POST /v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stock-bundles/{stock_bundle_id}/disassociate-stores" => disassociate_stock_bundle_stores,
    "POST /v3/marketing/partner/product-coupon/users/{openid}/pre-send-coupon" => pre_send_coupon,
    "POST /v3/marketing/partner/product-coupon/users/{openid}/coupons" => send_coupon,
    "POST /v3/marketing/partner/product-coupon/users/{openid}/coupons/{coupon_code}/confirm" => confirm_coupon,
    "GET /v3/marketing/partner/product-coupon/users/{openid}/coupons/{coupon_code}" => query_coupon,
    "GET /v3/marketing/partner/product-coupon/users/{openid}/coupons" => list_coupons,
    "POST /v3/marketing/partner/product-coupon/users/{openid}/coupons/{coupon_code}/use" => use_coupon,
    "POST /v3/marketing/partner/product-coupon/users/{openid}/coupons/{coupon_code}/return" => return_coupon,
    "POST /v3/marketing/partner/product-coupon/users/{openid}/coupons/{coupon_code}/deactivate" => deactivate_coupon,
    "POST /v3/marketing/partner/product-coupon/users/{openid}/pre-send-coupon-bundle" => pre_send_coupon_bundle,
    "POST /v3/marketing/partner/product-coupon/users/{openid}/coupon-bundles" => send_coupon_bundle,
    "POST /v3/marketing/partner/product-coupon/users/{openid}/coupon-bundles/{user_coupon_bundle_id}/deactivate" => deactivate_coupon_bundle,
    "POST /v3/marketing/partner/delivery-plan/delivery-plans" => create_delivery_plan,
    "GET /v3/marketing/partner/delivery-plan/delivery-plans/{brand_id}/delivery-plans" => list_delivery_plans,
    "PATCH /v3/marketing/partner/delivery-plan/delivery-plans/{plan_id}" => update_delivery_plan,
    "POST /v3/marketing/partner/delivery-plan/delivery-plans/{plan_id}/terminate" => terminate_delivery_plan,
    "POST /v3/marketing/partner/delivery-plan/{sp_mchid}/notify-url" => set_delivery_plan_notify_url,
    "POST /v3/marketing/partner/product-coupon/media/upload-image" => upload_product_coupon_image,
    "POST /v3/marketing/partner/product-coupon/image-generation-tasks" => create_image_generation_task,
    "GET /v3/marketing/partner/product-coupon/image-generation-tasks/{task_id}" => query_image_generation_task,
    "POST /v3/marketing/partner/product-coupon/notify-configs" => set_notify_config,
    "GET /v3/marketing/partner/product-coupon/notify-configs" => query_notify_config,
}

async fn create_product_coupon(client: &Client) -> Result<Value> {
    let body = CreateProductCouponRequest::builder()
        .brand_id("120344")
        .out_request_no("12345_20250101_A3489")
        .scope(ProductCouponScope::All)
        .r#type(ProductCouponType::Normal)
        .usage_mode(UsageMode::Single)
        .single_usage_info(
            SingleUsageInfo::builder()
                .normal_coupon(
                    NormalCoupon::builder()
                        .threshold(Fen(10000))
                        .discount_amount(Fen(1))
                        .build(),
                )
                .discount_coupon(
                    DiscountCoupon::builder()
                        .threshold(Fen(10000))
                        .percent_off(20)
                        .build(),
                )
                .build(),
        )
        .display_info(
            DisplayInfo::builder()
                .name("全场满100立打8折")
                .image_url("https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/xxx")
                .background_url("https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/xxx")
                .detail_image_url_list(vec!["https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/xxx".into()])
                .original_price(Fen(10000))
                .combo_package_list(vec![
                    ComboPackage::builder()
                        .name("咖啡2选1")
                        .pick_count(3)
                        .choice_list(vec![
                            ComboPackageChoice::builder()
                                .name("美式")
                                .price(Fen(10000))
                                .count(2)
                                .image_url("https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/xxx")
                                .mini_program_appid("wx4fd12345678")
                                .mini_program_path("/pages/index/index")
                                .build(),
                        ])
                        .build(),
                ])
                .build(),
        )
        .out_product_no("Product_1234567890")
        .stock(
            NewProductCouponStock::builder()
                .coupon_code_mode(CouponCodeMode::Wechatpay)
                .stock_send_rule(
                    StockSendRule::builder()
                        .max_count(100000)
                        .max_count_per_day(100000000)
                        .max_count_per_user(5)
                        .build(),
                )
                .single_usage_rule(
                    StockSingleUsageRule::builder()
                        .coupon_available_period(
                            StockCouponAvailablePeriod::builder()
                                .available_begin_time("2025-08-01T00:00:00+08:00")
                                .available_end_time("2025-08-31T23:59:59+08:00")
                                .available_days(30)
                                .wait_days_after_receive(1)
                                .weekly_available_period(
                                    WeeklyAvailablePeriod::builder()
                                        .day_period_list(vec![
                                            DayPeriod::builder()
                                                .begin_time(60)
                                                .end_time(86399)
                                                .build(),
                                        ])
                                        .build(),
                                )
                                .irregular_available_period_list(vec![
                                    IrregularAvailablePeriod::builder()
                                        .begin_time("2025-08-01T00:00:00+08:00")
                                        .end_time("2025-08-31T23:59:59+08:00")
                                        .build(),
                                ])
                                .build(),
                        )
                        .normal_coupon(
                            NormalCoupon::builder()
                                .threshold(Fen(10000))
                                .discount_amount(Fen(1))
                                .build(),
                        )
                        .discount_coupon(
                            DiscountCoupon::builder()
                                .threshold(Fen(10000))
                                .percent_off(20)
                                .build(),
                        )
                        .exchange_coupon(
                            ExchangeCoupon::builder()
                                .threshold(Fen(10000))
                                .exchange_price(Fen(20))
                                .build(),
                        )
                        .build(),
                )
                .usage_rule_display_info(
                    UsageRuleDisplayInfo::builder()
                        .coupon_usage_method_list(vec![CouponUsageMethod::Offline])
                        .mini_program_appid("wx1234567890")
                        .mini_program_path("/pages/index/product")
                        .app_path("https://weixin.qq.com/jump-to-app")
                        .usage_description("工作日可用")
                        .coupon_available_store_info(
                            CouponAvailableStoreInfo::builder()
                                .description("所有门店可用，可使用小程序查看门店列表")
                                .mini_program_appid("wx1234567890")
                                .mini_program_path("/pages/index/product")
                                .build(),
                        )
                        .app_jump_type(AppJumpType::H5)
                        .passcode_link("passcode_link.example")
                        .build(),
                )
                .coupon_display_info(
                    NewProductCouponDisplayInfo::builder()
                        .code_display_mode(CodeDisplayMode::Qrcode)
                        .background_color(BackgroundColor::Color020)
                        .entrance_mini_program(
                            NewProductCouponEntranceMiniProgram::builder()
                                .appid("wx234545656765876")
                                .path("/path/index/index")
                                .entrance_wording("欢迎选购")
                                .guidance_wording("获取更多优惠")
                                .build(),
                        )
                        .entrance_official_account(
                            EntranceOfficialAccount::builder()
                                .appid("wx1234567890")
                                .build(),
                        )
                        .entrance_finder(
                            EntranceFinder::builder()
                                .finder_id("gh_12345678")
                                .finder_video_id("UDFsdf24df34dD456Hdf34")
                                .finder_video_cover_image_url(
                                    "https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/xxx",
                                )
                                .build(),
                        )
                        .build(),
                )
                .notify_config(
                    NotifyConfig::builder()
                        .notify_appid("wx23232232323")
                        .build(),
                )
                .store_scope(StoreScope::None)
                .build(),
        )
        .progressive_bundle_usage_info(
            ProgressiveBundleUsageInfo::builder()
                .count(15)
                .interval_days(0)
                .build(),
        )
        .stock_bundle(
            NewStockBundle::builder()
                .remark("疯狂星期四项目专用")
                .coupon_code_mode(BundleCouponCodeMode::Wechatpay)
                .stock_send_rule(
                    NewBundleStockSendRule::builder()
                        .max_count(100000)
                        .max_count_per_day(100000000)
                        .max_count_per_user(5)
                        .build(),
                )
                .progressive_bundle_usage_rule(
                    ProgressiveBundleUsageRule::builder()
                        .coupon_available_period(
                            StockCouponAvailablePeriod::builder()
                                .available_begin_time("2025-08-01T00:00:00+08:00")
                                .available_end_time("2025-08-31T23:59:59+08:00")
                                .available_days(30)
                                .wait_days_after_receive(1)
                                .weekly_available_period(
                                    WeeklyAvailablePeriod::builder()
                                        .day_period_list(vec![
                                            DayPeriod::builder()
                                                .begin_time(60)
                                                .end_time(86399)
                                                .build(),
                                        ])
                                        .build(),
                                )
                                .irregular_available_period_list(vec![
                                    IrregularAvailablePeriod::builder()
                                        .begin_time("2025-08-01T00:00:00+08:00")
                                        .end_time("2025-08-31T23:59:59+08:00")
                                        .build(),
                                ])
                                .build(),
                        )
                        .normal_coupon_list(vec![
                            NormalCoupon::builder()
                                .threshold(Fen(10000))
                                .discount_amount(Fen(1))
                                .build(),
                        ])
                        .discount_coupon_list(vec![
                            DiscountCoupon::builder()
                                .threshold(Fen(10000))
                                .percent_off(20)
                                .build(),
                        ])
                        .exchange_coupon_list(vec![
                            ExchangeCoupon::builder()
                                .threshold(Fen(10000))
                                .exchange_price(Fen(20))
                                .build(),
                        ])
                        .build(),
                )
                .usage_rule_display_info(
                    UsageRuleDisplayInfo::builder()
                        .coupon_usage_method_list(vec![CouponUsageMethod::Offline])
                        .mini_program_appid("wx1234567890")
                        .mini_program_path("/pages/index/product")
                        .app_path("https://weixin.qq.com/jump-to-app")
                        .usage_description("工作日可用")
                        .coupon_available_store_info(
                            CouponAvailableStoreInfo::builder()
                                .description("所有门店可用，可使用小程序查看门店列表")
                                .mini_program_appid("wx1234567890")
                                .mini_program_path("/pages/index/product")
                                .build(),
                        )
                        .app_jump_type(AppJumpType::H5)
                        .passcode_link("passcode_link.example")
                        .build(),
                )
                .coupon_display_info(
                    CouponDisplayInfo::builder()
                        .code_display_mode(CodeDisplayMode::Qrcode)
                        .background_color(BackgroundColor::Color020)
                        .entrance_mini_program(
                            EntranceMiniProgram::builder()
                                .appid("wx234545656765876")
                                .path("/path/index/index")
                                .entrance_wording("欢迎选购")
                                .guidance_wording("获取更多优惠")
                                .build(),
                        )
                        .entrance_official_account(
                            EntranceOfficialAccount::builder()
                                .appid("wx1234567890")
                                .build(),
                        )
                        .entrance_finder(
                            EntranceFinder::builder()
                                .finder_id("gh_12345678")
                                .finder_video_id("UDFsdf24df34dD456Hdf34")
                                .finder_video_cover_image_url(
                                    "https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/xxx",
                                )
                                .build(),
                        )
                        .build(),
                )
                .notify_config(
                    NotifyConfig::builder()
                        .notify_appid("wx23232232323")
                        .build(),
                )
                .store_scope(StoreScope::None)
                .build(),
        )
        .build();
    let response = client.create_product_coupon(&body).await;
    json(response)
}

async fn query_product_coupon(client: &Client) -> Result<Value> {
    let response = client.query_product_coupon("1000000013", "120344").await;
    json(response)
}

async fn update_product_coupon(client: &Client) -> Result<Value> {
    let body = UpdateProductCouponRequest::builder()
        .brand_id("120344")
        .out_request_no("34657_20250101_123456")
        .display_info(
            DisplayInfo::builder()
                .name("全场满100立打8折")
                .image_url("https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/xxx")
                .background_url("https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/xxx")
                .detail_image_url_list(vec!["https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/xxx".into()])
                .original_price(Fen(10000))
                .combo_package_list(vec![
                    ComboPackage::builder()
                        .name("咖啡2选1")
                        .pick_count(3)
                        .choice_list(vec![
                            ComboPackageChoice::builder()
                                .name("美式")
                                .price(Fen(10000))
                                .count(2)
                                .image_url("https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/xxx")
                                .mini_program_appid("wx4fd12345678")
                                .mini_program_path("/pages/index/index")
                                .build(),
                        ])
                        .build(),
                ])
                .build(),
        )
        .build();
    let response = client.update_product_coupon("1000000013", &body).await;
    json(response)
}

async fn deactivate_product_coupon(client: &Client) -> Result<Value> {
    let body = DeactivateRequest::builder()
        .brand_id("120344")
        .out_request_no("34657_20250101_123456")
        .deactivate_reason("批次信息有误，重新创建")
        .build();
    let response = client.deactivate_product_coupon("1000000013", &body).await;
    json(response)
}

async fn create_stock(client: &Client) -> Result<Value> {
    let body = CreateStockRequest::builder()
        .brand_id("120344")
        .out_request_no("34657_20250101_123456")
        .stock(
            NewStock::builder()
                .remark("疯狂星期四项目专用")
                .coupon_code_mode(CouponCodeMode::Wechatpay)
                .stock_send_rule(
                    StockSendRule::builder()
                        .max_count(100000)
                        .max_count_per_day(100000000)
                        .max_count_per_user(5)
                        .build(),
                )
                .single_usage_rule(
                    StockSingleUsageRule::builder()
                        .coupon_available_period(
                            StockCouponAvailablePeriod::builder()
                                .available_begin_time("2025-08-01T00:00:00+08:00")
                                .available_end_time("2025-08-31T23:59:59+08:00")
                                .available_days(30)
                                .wait_days_after_receive(1)
                                .weekly_available_period(
                                    WeeklyAvailablePeriod::builder()
                                        .day_period_list(vec![
                                            DayPeriod::builder()
                                                .begin_time(60)
                                                .end_time(86399)
                                                .build(),
                                        ])
                                        .build(),
                                )
                                .irregular_available_period_list(vec![
                                    IrregularAvailablePeriod::builder()
                                        .begin_time("2025-08-01T00:00:00+08:00")
                                        .end_time("2025-08-31T23:59:59+08:00")
                                        .build(),
                                ])
                                .build(),
                        )
                        .normal_coupon(
                            NormalCoupon::builder()
                                .threshold(Fen(10000))
                                .discount_amount(Fen(1))
                                .build(),
                        )
                        .discount_coupon(
                            DiscountCoupon::builder()
                                .threshold(Fen(10000))
                                .percent_off(20)
                                .build(),
                        )
                        .exchange_coupon(
                            ExchangeCoupon::builder()
                                .threshold(Fen(10000))
                                .exchange_price(Fen(20))
                                .build(),
                        )
                        .build(),
                )
                .usage_rule_display_info(
                    UsageRuleDisplayInfo::builder()
                        .coupon_usage_method_list(vec![CouponUsageMethod::Offline])
                        .mini_program_appid("wx1234567890")
                        .mini_program_path("/pages/index/product")
                        .app_path("https://weixin.qq.com/jump-to-app")
                        .usage_description("工作日可用")
                        .coupon_available_store_info(
                            CouponAvailableStoreInfo::builder()
                                .description("所有门店可用，可使用小程序查看门店列表")
                                .mini_program_appid("wx1234567890")
                                .mini_program_path("/pages/index/product")
                                .build(),
                        )
                        .app_jump_type(AppJumpType::H5)
                        .passcode_link("passcode_link.example")
                        .build(),
                )
                .coupon_display_info(
                    NewStockDisplayInfo::builder()
                        .code_display_mode(CodeDisplayMode::Qrcode)
                        .background_color(BackgroundColor::Color020)
                        .entrance_mini_program(
                            EntranceMiniProgram::builder()
                                .appid("wx234545656765876")
                                .path("/path/index/index")
                                .entrance_wording("欢迎选购")
                                .guidance_wording("获取更多优惠")
                                .build(),
                        )
                        .entrance_official_account(
                            EntranceOfficialAccount::builder()
                                .appid("wx1234567890")
                                .build(),
                        )
                        .entrance_finder(
                            EntranceFinder::builder()
                                .finder_id("gh_12345678")
                                .finder_video_id("UDFsdf24df34dD456Hdf34")
                                .finder_video_cover_image_url(
                                    "https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/xxx",
                                )
                                .build(),
                        )
                        .build(),
                )
                .notify_config(
                    NotifyConfig::builder()
                        .notify_appid("wx23232232323")
                        .build(),
                )
                .store_scope(StoreScope::None)
                .build(),
        )
        .build();
    let response = client.create_stock("1000000013", &body).await;
    json(response)
}

async fn query_stock(client: &Client) -> Result<Value> {
    let response = client
        .query_stock("1000000013", "1000000013001", "120344")
        .await;
    json(response)
}

async fn list_stocks(client: &Client) -> Result<Value> {
    let query = ListStocksQuery::builder()
        .page_size(20)
        .page_token("MTIzMjUK")
        .build();
    let response = client.list_stocks("1000000013", "120344", &query).await;
    json(response)
}

async fn update_stock(client: &Client) -> Result<Value> {
    let body = UpdateStockRequest::builder()
        .brand_id("120344")
        .out_request_no("34657_20250101_123456")
        .remark("疯狂星期四项目专用")
        .usage_rule_display_info(
            UsageRuleDisplayInfo::builder()
                .coupon_usage_method_list(vec![CouponUsageMethod::Offline])
                .mini_program_appid("wx1234567890")
                .mini_program_path("/pages/index/product")
                .app_path("https://weixin.qq.com/jump-to-app")
                .usage_description("工作日可用")
                .coupon_available_store_info(
                    CouponAvailableStoreInfo::builder()
                        .description("所有门店可用，可使用小程序查看门店列表")
                        .mini_program_appid("wx1234567890")
                        .mini_program_path("/pages/index/product")
                        .build(),
                )
                .app_jump_type(AppJumpType::H5)
                .passcode_link("passcode_link.example")
                .build(),
        )
        .coupon_display_info(
            CouponDisplayInfo::builder()
                .code_display_mode(CodeDisplayMode::Qrcode)
                .background_color(BackgroundColor::Color020)
                .entrance_mini_program(
                    EntranceMiniProgram::builder()
                        .appid("wx234545656765876")
                        .path("/path/index/index")
                        .entrance_wording("欢迎选购")
                        .guidance_wording("获取更多优惠")
                        .build(),
                )
                .entrance_official_account(
                    EntranceOfficialAccount::builder()
                        .appid("wx1234567890")
                        .build(),
                )
                .entrance_finder(
                    EntranceFinder::builder()
                        .finder_id("gh_12345678")
                        .finder_video_id("UDFsdf24df34dD456Hdf34")
                        .finder_video_cover_image_url(
                            "https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/xxx",
                        )
                        .build(),
                )
                .build(),
        )
        .notify_config(
            NotifyConfig::builder()
                .notify_appid("wx23232232323")
                .build(),
        )
        .store_scope(StoreScope::None)
        .build();
    let response = client
        .update_stock("1000000013", "1000000013001", &body)
        .await;
    json(response)
}

async fn update_stock_budget(client: &Client) -> Result<Value> {
    let body = UpdateStockBudgetRequest::builder()
        .brand_id("120344")
        .out_request_no("34657_20250101_123456")
        .update_mode(BudgetUpdateMode::MaxCount)
        .current_max_count(1)
        .target_max_count(1)
        .current_max_count_per_day(1)
        .target_max_count_per_day(1)
        .build();
    let response = client
        .update_stock_budget("1000000013", "1000000013001", &body)
        .await;
    json(response)
}

async fn deactivate_stock(client: &Client) -> Result<Value> {
    let body = DeactivateRequest::builder()
        .brand_id("120344")
        .out_request_no("34657_20250101_123456")
        .deactivate_reason("批次信息有误，重新创建")
        .build();
    let response = client
        .deactivate_stock("1000000013", "1000000013001", &body)
        .await;
    json(response)
}

async fn upload_coupon_codes(client: &Client) -> Result<Value> {
    let body = UploadCouponCodesRequest::builder()
        .brand_id("120344")
        .out_request_no("34657_20250101_123456")
        .code_list(vec!["vCode_1234567890".into()])
        .build();
    let response = client
        .upload_coupon_codes("1000000013", "1000000013001", &body)
        .await;
    json(response)
}

async fn associate_stock_stores(client: &Client) -> Result<Value> {
    let body = StoreAssociationRequest::builder()
        .brand_id("120344")
        .store_list(vec![Store::builder().store_id("100000001").build()])
        .build();
    let response = client
        .associate_stock_stores("1000000013", "1000000013001", &body)
        .await;
    json(response)
}

async fn disassociate_stock_stores(client: &Client) -> Result<Value> {
    let body = StoreAssociationRequest::builder()
        .brand_id("120344")
        .store_list(vec![Store::builder().store_id("100000001").build()])
        .build();
    let response = client
        .disassociate_stock_stores("1000000013", "1000000013001", &body)
        .await;
    json(response)
}

async fn list_stock_associated_stores(client: &Client) -> Result<Value> {
    let response = client
        .list_stock_associated_stores(
            "1000000013",
            "1000000013001",
            Some(20),
            Some("MTIzMjUK"),
            "120344",
        )
        .await;
    json(response)
}

async fn create_stock_bundle(client: &Client) -> Result<Value> {
    let body = CreateStockBundleRequest::builder()
        .brand_id("120344")
        .out_request_no("34657_20250101_123456")
        .stock_bundle(
            NewStockBundle::builder()
                .remark("疯狂星期四项目专用")
                .coupon_code_mode(BundleCouponCodeMode::Wechatpay)
                .stock_send_rule(
                    NewBundleStockSendRule::builder()
                        .max_count(100000)
                        .max_count_per_day(100000000)
                        .max_count_per_user(5)
                        .build(),
                )
                .progressive_bundle_usage_rule(
                    ProgressiveBundleUsageRule::builder()
                        .coupon_available_period(
                            StockCouponAvailablePeriod::builder()
                                .available_begin_time("2025-08-01T00:00:00+08:00")
                                .available_end_time("2025-08-31T23:59:59+08:00")
                                .available_days(30)
                                .wait_days_after_receive(1)
                                .weekly_available_period(
                                    WeeklyAvailablePeriod::builder()
                                        .day_period_list(vec![
                                            DayPeriod::builder()
                                                .begin_time(60)
                                                .end_time(86399)
                                                .build(),
                                        ])
                                        .build(),
                                )
                                .irregular_available_period_list(vec![
                                    IrregularAvailablePeriod::builder()
                                        .begin_time("2025-08-01T00:00:00+08:00")
                                        .end_time("2025-08-31T23:59:59+08:00")
                                        .build(),
                                ])
                                .build(),
                        )
                        .normal_coupon_list(vec![
                            NormalCoupon::builder()
                                .threshold(Fen(10000))
                                .discount_amount(Fen(1))
                                .build(),
                        ])
                        .discount_coupon_list(vec![
                            DiscountCoupon::builder()
                                .threshold(Fen(10000))
                                .percent_off(20)
                                .build(),
                        ])
                        .exchange_coupon_list(vec![
                            ExchangeCoupon::builder()
                                .threshold(Fen(10000))
                                .exchange_price(Fen(20))
                                .build(),
                        ])
                        .build(),
                )
                .usage_rule_display_info(
                    UsageRuleDisplayInfo::builder()
                        .coupon_usage_method_list(vec![CouponUsageMethod::Offline])
                        .mini_program_appid("wx1234567890")
                        .mini_program_path("/pages/index/product")
                        .app_path("https://weixin.qq.com/jump-to-app")
                        .usage_description("工作日可用")
                        .coupon_available_store_info(
                            CouponAvailableStoreInfo::builder()
                                .description("所有门店可用，可使用小程序查看门店列表")
                                .mini_program_appid("wx1234567890")
                                .mini_program_path("/pages/index/product")
                                .build(),
                        )
                        .app_jump_type(AppJumpType::H5)
                        .passcode_link("passcode_link.example")
                        .build(),
                )
                .coupon_display_info(
                    CouponDisplayInfo::builder()
                        .code_display_mode(CodeDisplayMode::Qrcode)
                        .background_color(BackgroundColor::Color020)
                        .entrance_mini_program(
                            EntranceMiniProgram::builder()
                                .appid("wx234545656765876")
                                .path("/path/index/index")
                                .entrance_wording("欢迎选购")
                                .guidance_wording("获取更多优惠")
                                .build(),
                        )
                        .entrance_official_account(
                            EntranceOfficialAccount::builder()
                                .appid("wx1234567890")
                                .build(),
                        )
                        .entrance_finder(
                            EntranceFinder::builder()
                                .finder_id("gh_12345678")
                                .finder_video_id("UDFsdf24df34dD456Hdf34")
                                .finder_video_cover_image_url(
                                    "https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/xxx",
                                )
                                .build(),
                        )
                        .build(),
                )
                .notify_config(
                    NotifyConfig::builder()
                        .notify_appid("wx23232232323")
                        .build(),
                )
                .store_scope(StoreScope::None)
                .build(),
        )
        .build();
    let response = client.create_stock_bundle("1000000013", &body).await;
    json(response)
}

async fn update_stock_bundle(client: &Client) -> Result<Value> {
    let body = UpdateStockBundleRequest::builder()
        .out_request_no("34657_20250101_123456")
        .remark("疯狂星期四项目专用")
        .usage_rule_display_info(
            UsageRuleDisplayInfo::builder()
                .coupon_usage_method_list(vec![CouponUsageMethod::Offline])
                .mini_program_appid("wx1234567890")
                .mini_program_path("/pages/index/product")
                .app_path("https://weixin.qq.com/jump-to-app")
                .usage_description("工作日可用")
                .coupon_available_store_info(
                    CouponAvailableStoreInfo::builder()
                        .description("所有门店可用，可使用小程序查看门店列表")
                        .mini_program_appid("wx1234567890")
                        .mini_program_path("/pages/index/product")
                        .build(),
                )
                .app_jump_type(AppJumpType::H5)
                .passcode_link("passcode_link.example")
                .build(),
        )
        .coupon_display_info(
            CouponDisplayInfo::builder()
                .code_display_mode(CodeDisplayMode::Qrcode)
                .background_color(BackgroundColor::Color020)
                .entrance_mini_program(
                    EntranceMiniProgram::builder()
                        .appid("wx234545656765876")
                        .path("/path/index/index")
                        .entrance_wording("欢迎选购")
                        .guidance_wording("获取更多优惠")
                        .build(),
                )
                .entrance_official_account(
                    EntranceOfficialAccount::builder()
                        .appid("wx1234567890")
                        .build(),
                )
                .entrance_finder(
                    EntranceFinder::builder()
                        .finder_id("gh_12345678")
                        .finder_video_id("UDFsdf24df34dD456Hdf34")
                        .finder_video_cover_image_url(
                            "https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/xxx",
                        )
                        .build(),
                )
                .build(),
        )
        .notify_config(
            NotifyConfig::builder()
                .notify_appid("wx23232232323")
                .build(),
        )
        .store_scope(StoreScope::None)
        .brand_id("120344")
        .build();
    let response = client
        .update_stock_bundle("1000000013", "1000000013001", &body)
        .await;
    json(response)
}

async fn update_stock_bundle_budget(client: &Client) -> Result<Value> {
    let body = UpdateStockBundleBudgetRequest::builder()
        .out_request_no("34657_20250101_123456")
        .update_mode(BudgetUpdateMode::MaxCount)
        .current_max_count(1)
        .target_max_count(1)
        .current_max_count_per_day(1)
        .target_max_count_per_day(1)
        .brand_id("120344")
        .build();
    let response = client
        .update_stock_bundle_budget("1000000013", "1000000013001", &body)
        .await;
    json(response)
}

async fn associate_stock_bundle_stores(client: &Client) -> Result<Value> {
    let body = StoreAssociationRequest::builder()
        .brand_id("120344")
        .store_list(vec![Store::builder().store_id("100000001").build()])
        .build();
    let response = client
        .associate_stock_bundle_stores("1000000013", "1000000013001", &body)
        .await;
    json(response)
}

async fn disassociate_stock_bundle_stores(client: &Client) -> Result<Value> {
    let body = StoreAssociationRequest::builder()
        .brand_id("120344")
        .store_list(vec![Store::builder().store_id("100000001").build()])
        .build();
    let response = client
        .disassociate_stock_bundle_stores("1000000013", "1000000013001", &body)
        .await;
    json(response)
}

async fn pre_send_coupon(client: &Client) -> Result<Value> {
    let body = PreSendCouponRequest::builder()
        .brand_id("120344")
        .product_coupon_id("1000000013")
        .stock_id("1000000013001")
        .coupon_code("123446565767")
        .appid("wx233544546545989")
        .send_request_no("34657_20250101_123456")
        .attach("example_attach")
        .build();
    let response = client
        .pre_send_coupon("oh-394z-6CGkNoJrsDLTTUKiAnp4", &body)
        .await;
    json(response)
}

async fn send_coupon(client: &Client) -> Result<Value> {
    let body = SendCouponRequest::builder()
        .brand_id("120344")
        .product_coupon_id("1000000013")
        .stock_id("1000000013001")
        .coupon_code("123446565767")
        .appid("wx233544546545989")
        .send_request_no("34657_20250101_123456")
        .attach("example_attach")
        .build();
    let response = client
        .send_coupon("oh-394z-6CGkNoJrsDLTTUKiAnp4", &body)
        .await;
    json(response)
}

async fn confirm_coupon(client: &Client) -> Result<Value> {
    let body = ConfirmCouponRequest::builder()
        .brand_id("120344")
        .product_coupon_id("1000000013")
        .stock_id("1000000013001")
        .appid("wx233544546545989")
        .out_request_no("34657_20250101_123456")
        .build();
    let response = client
        .confirm_coupon("oh-394z-6CGkNoJrsDLTTUKiAnp4", "123446565767", &body)
        .await;
    json(response)
}

async fn query_coupon(client: &Client) -> Result<Value> {
    let response = client
        .query_coupon(
            "oh-394z-6CGkNoJrsDLTTUKiAnp4",
            "123446565767",
            "120344",
            "1000000013",
            "1000000013001",
            "wx233544546545989",
        )
        .await;
    json(response)
}

async fn list_coupons(client: &Client) -> Result<Value> {
    let query = ListCouponsQuery::builder()
        .product_coupon_id("1000000013")
        .stock_id("1000000013001")
        .page_size(20)
        .page_token("MTIzMjUK")
        .build();
    let response = client
        .list_coupons(
            "oh-394z-6CGkNoJrsDLTTUKiAnp4",
            "wx233544546545989",
            "120344",
            &query,
        )
        .await;
    json(response)
}

async fn use_coupon(client: &Client) -> Result<Value> {
    let body = UseCouponRequest::builder()
        .brand_id("120344")
        .product_coupon_id("1000000013")
        .stock_id("1000000013001")
        .appid("wx233544546545989")
        .use_time("2025-07-24T00:00:00+08:00")
        .associated_order_info(
            AssociatedOrderInfo::builder()
                .transaction_id("4200000000123456789123456789")
                .out_trade_no("trade_no_20250724123456")
                .mchid("1234567890")
                .sub_mchid("1234567890")
                .build(),
        )
        .out_request_no("34657_20250101_123456")
        .build();
    let response = client
        .use_coupon("oh-394z-6CGkNoJrsDLTTUKiAnp4", "123446565767", &body)
        .await;
    json(response)
}

async fn return_coupon(client: &Client) -> Result<Value> {
    let body = ReturnCouponRequest::builder()
        .brand_id("120344")
        .product_coupon_id("1000000013")
        .stock_id("1000000013001")
        .appid("wx233544546545989")
        .out_request_no("34657_20250101_123456")
        .build();
    let response = client
        .return_coupon("oh-394z-6CGkNoJrsDLTTUKiAnp4", "123446565767", &body)
        .await;
    json(response)
}

async fn deactivate_coupon(client: &Client) -> Result<Value> {
    let body = DeactivateCouponRequest::builder()
        .brand_id("120344")
        .product_coupon_id("1000000013")
        .stock_id("1000000013001")
        .appid("wx233544546545989")
        .out_request_no("34657_20250101_123456")
        .deactivate_reason("商品已下线，使用户商品券失效")
        .build();
    let response = client
        .deactivate_coupon("oh-394z-6CGkNoJrsDLTTUKiAnp4", "123446565767", &body)
        .await;
    json(response)
}

async fn pre_send_coupon_bundle(client: &Client) -> Result<Value> {
    let body = PreSendCouponBundleRequest::builder()
        .brand_id("120344")
        .product_coupon_id("1000000013")
        .stock_bundle_id("100232301")
        .appid("wx233544546545989")
        .send_request_no("34657_20250101_123456")
        .attach("example_attach")
        .build();
    let response = client
        .pre_send_coupon_bundle("oh-394z-6CGkNoJrsDLTTUKiAnp4", &body)
        .await;
    json(response)
}

async fn send_coupon_bundle(client: &Client) -> Result<Value> {
    let body = SendCouponBundleRequest::builder()
        .brand_id("120344")
        .product_coupon_id("1000000013")
        .stock_bundle_id("712315129419284901")
        .appid("wx233544546545989")
        .send_request_no("34657_20250101_123456")
        .attach("example_attach")
        .coupon_tag_info(
            SendCouponBundleTagInfo::builder()
                .coupon_tag_list(vec!["MEMBER".into()])
                .build(),
        )
        .build();
    let response = client
        .send_coupon_bundle("oh-394z-6CGkNoJrsDLTTUKiAnp4", &body)
        .await;
    json(response)
}

async fn deactivate_coupon_bundle(client: &Client) -> Result<Value> {
    let body = DeactivateCouponBundleRequest::builder()
        .brand_id("120344")
        .product_coupon_id("1000000013")
        .stock_bundle_id("100232301")
        .appid("wx233544546545989")
        .out_request_no("34657_20250101_123456")
        .deactivate_reason("商品已下线，使用户商品券失效")
        .build();
    let response = client
        .deactivate_coupon_bundle("oh-394z-6CGkNoJrsDLTTUKiAnp4", "123446565767", &body)
        .await;
    json(response)
}

async fn create_delivery_plan(client: &Client) -> Result<Value> {
    let body = CreateDeliveryPlanRequest::builder()
        .out_request_no("asdf-1234-40016")
        .brand_id("40016")
        .product_coupon_id("701146876221757924829193824428")
        .stock_id("701246876221757924829194755312")
        .plan_name("冬季饮料投放")
        .total_count(1)
        .user_limit(1)
        .daily_limit(1)
        .delivery_start_time("2025-01-01T00:00:00+08:00")
        .delivery_end_time("2025-01-01T00:00:00+08:00")
        .recommend_word("天天有惊喜")
        .build();
    let response = client.create_delivery_plan(&body).await;
    json(response)
}

async fn list_delivery_plans(client: &Client) -> Result<Value> {
    let query = ListDeliveryPlansQuery::builder()
        .page_size(5)
        .offset(10)
        .plan_state(DeliveryPlanState::Created)
        .audit_state(AuditState::Passed)
        .plan_id("12000")
        .build();
    let response = client.list_delivery_plans("40016", &query).await;
    json(response)
}

async fn update_delivery_plan(client: &Client) -> Result<Value> {
    let body = UpdateDeliveryPlanRequest::builder()
        .modify_content(
            DeliveryPlanChanges::builder()
                .plan_name("冬季饮料投放")
                .delivery_end_time("2025-01-01T00:00:00+08:00")
                .total_count(1)
                .user_limit(1)
                .daily_limit(1)
                .recommend_word("天天有惊喜")
                .build(),
        )
        .build();
    let response = client.update_delivery_plan("12000", &body).await;
    json(response)
}

async fn terminate_delivery_plan(client: &Client) -> Result<Value> {
    let response = client.terminate_delivery_plan("12000").await;
    json(response)
}

async fn set_delivery_plan_notify_url(client: &Client) -> Result<Value> {
    let body = SetDeliveryPlanNotifyUrlRequest::builder()
        .notify_url("https://pay.weixin.qq.com")
        .build();
    let response = client
        .set_delivery_plan_notify_url("298689900", &body)
        .await;
    json(response)
}

async fn upload_product_coupon_image(client: &Client) -> Result<Value> {
    let file = UploadFile::from_bytes("file.png", "file").unwrap();
    let response = client.upload_product_coupon_image(&file).await;
    json(response)
}

async fn create_image_generation_task(client: &Client) -> Result<Value> {
    let body = CreateImageGenerationTaskRequest::builder()
        .brand_id("120344")
        .task_id("image_generation_task_1")
        .image_generation_type(ImageGenerationType::CombineImage)
        .combine_image(
            CombineImage::builder()
                .scope(ProductCouponScope::All)
                .r#type(ProductCouponType::Normal)
                .usage_mode(UsageMode::Single)
                .normal_coupon(
                    NormalCoupon::builder()
                        .threshold(Fen(10000))
                        .discount_amount(Fen(1))
                        .build(),
                )
                .discount_coupon(
                    DiscountCoupon::builder()
                        .threshold(Fen(10000))
                        .percent_off(20)
                        .build(),
                )
                .exchange_coupon(
                    ExchangeCoupon::builder()
                        .threshold(Fen(10000))
                        .exchange_price(Fen(20))
                        .build(),
                )
                .background_color("#ff5733")
                .build(),
        )
        .cut_out(
            ImageUrl::builder()
                .image_url("https://wxpaylogo.qpic.cn/wxpaylogo/example.jpg")
                .build(),
        )
        .build();
    let response = client.create_image_generation_task(&body).await;
    json(response)
}

async fn query_image_generation_task(client: &Client) -> Result<Value> {
    let response = client
        .query_image_generation_task(
            "image_generation_task_1",
            "120344",
            &ImageGenerationType::CombineImage,
        )
        .await;
    json(response)
}

async fn set_notify_config(client: &Client) -> Result<Value> {
    let body = SetDeliveryPlanNotifyUrlRequest::builder()
        .notify_url("https://pay.weixin.qq.com")
        .build();
    let response = client.set_notify_config(&body).await;
    json(response)
}

async fn query_notify_config(client: &Client) -> Result<Value> {
    let response = client.query_notify_config().await;
    json(response)
}
