//! 基础支付 服务商.

use wechatpay_endpoints::payments::partner::*;

use crate::operation::*;

operations! {
    "POST /v3/pay/partner/transactions/jsapi" => prepay_partner_jsapi,
    "POST /v3/pay/partner/transactions/app" => prepay_partner_app,
    "POST /v3/pay/partner/transactions/h5" => prepay_partner_h5,
    "POST /v3/pay/partner/transactions/native" => prepay_partner_native,
    "POST /v3/pay/partner/transactions/miniprogram" => prepay_partner_mini_program,
    "POST /v3/pay/partner/transactions/scannedpos" => prepay_scanned_pos,
    "POST /v3/pay/partner/transactions/jsapi-with-contract" => prepay_partner_jsapi_with_contract,
    "POST /v3/pay/partner/transactions/app-with-contract" => prepay_partner_app_with_contract,
    "POST /v3/pay/partner/transactions/codepay" => pay_partner_codepay,
    "GET /v3/pay/partner/transactions/id/{transaction_id}" => query_partner_order_by_id,
    "GET /v3/pay/partner/transactions/out-trade-no/{out_trade_no}" => query_partner_order_by_out_trade_no,
    "POST /v3/pay/partner/transactions/out-trade-no/{out_trade_no}/close" => close_partner_order,
    "POST /v3/pay/partner/transactions/out-trade-no/{out_trade_no}/reverse" => reverse_partner_order,
    "POST /v3/pay/partner/transactions/exposure" => query_partner_exposure,
    "POST /v3/pay/instal/partner/exposure" => query_partner_installment_exposure,
    "POST /v3/pay/acquiring-bank/transactions/exposure" => query_acquiring_bank_exposure,
}

async fn prepay_partner_jsapi(client: &Client) -> Result<Value> {
    let body = PrepayPartnerJsapiRequest::builder()
        .sp_appid("wx8888888888888888")
        .sp_mchid("1230000109")
        .sub_appid("wxd678efh567hg6999")
        .sub_mchid("1900000109")
        .settle_info(PrepaySettleInfo::builder().subsidy_amount(Fen(10)).build())
        .description("Image形象店-深圳腾大-QQ公仔")
        .attach("自定义数据")
        .out_trade_no("1217752501201407033233368018")
        .amount(Amount::builder().total(Fen(100)).currency("CNY").build())
        .time_expire("2018-06-08T10:34:56+08:00")
        .notify_url("https://www.weixin.qq.com/wxpay/pay.php")
        .goods_tag("WXG")
        .detail(
            OrderDetail::builder()
                .cost_price(Fen(608800))
                .invoice_id("微信123")
                .goods_detail(vec![
                    GoodsDetail::builder()
                        .merchant_goods_id("商品编码")
                        .wechatpay_goods_id("1001")
                        .goods_name("iPhoneX 256G")
                        .quantity(1)
                        .unit_price(Fen(828800))
                        .build(),
                ])
                .build(),
        )
        .scene_info(
            SceneInfo::builder()
                .payer_client_ip("14.23.150.211")
                .device_id("013467007045764")
                .store_info(
                    StoreInfo::builder()
                        .id("0001")
                        .name("腾讯大厦分店")
                        .area_code("440305")
                        .address("广东省深圳市南山区科技中一道10000号")
                        .build(),
                )
                .build(),
        )
        .payer(
            JsapiPayer::builder()
                .sp_openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
                .sub_openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
                .identity(
                    Identity::builder()
                        .r#type(IdentityType::Idcard)
                        .number("6B46824C852FA29AAC3DCE6BFD852E27")
                        .name("6B46824C852FA29AAC3DCE6BFD852E27")
                        .build(),
                )
                .build(),
        )
        .subsidy_info(
            SubsidyInfo::builder()
                .subsidy_detail(vec![
                    SubsidyDetail::builder()
                        .subsidy_period_type(SubsidyPeriodType::Period)
                        .subsidy_plan(vec![
                            SubsidyPlan::builder()
                                .subsidy_installment_num(3)
                                .subsidy_percent(100)
                                .build(),
                        ])
                        .build(),
                ])
                .build(),
        )
        .build();
    let response = client.prepay_partner_jsapi(&body).await;
    json(response)
}

async fn prepay_partner_app(client: &Client) -> Result<Value> {
    let body = PrepayPartnerAppRequest::builder()
        .sp_appid("wx8888888888888888")
        .sp_mchid("1230000109")
        .sub_appid("wxd678efh567hg6999")
        .sub_mchid("1900000109")
        .settle_info(PrepaySettleInfo::builder().subsidy_amount(Fen(10)).build())
        .description("Image形象店-深圳腾大-QQ公仔")
        .attach("自定义数据")
        .out_trade_no("1217752501201407033233368018")
        .amount(Amount::builder().total(Fen(100)).currency("CNY").build())
        .time_expire("2018-06-08T10:34:56+08:00")
        .notify_url("https://www.weixin.qq.com/wxpay/pay.php")
        .goods_tag("WXG")
        .detail(
            OrderDetail::builder()
                .cost_price(Fen(608800))
                .invoice_id("微信123")
                .goods_detail(vec![
                    GoodsDetail::builder()
                        .merchant_goods_id("商品编码")
                        .wechatpay_goods_id("1001")
                        .goods_name("iPhoneX 256G")
                        .quantity(1)
                        .unit_price(Fen(828800))
                        .build(),
                ])
                .build(),
        )
        .scene_info(
            SceneInfo::builder()
                .payer_client_ip("14.23.150.211")
                .device_id("013467007045764")
                .store_info(
                    StoreInfo::builder()
                        .id("0001")
                        .name("腾讯大厦分店")
                        .area_code("440305")
                        .address("广东省深圳市南山区科技中一道10000号")
                        .build(),
                )
                .build(),
        )
        .payer(
            Payer::builder()
                .identity(
                    Identity::builder()
                        .r#type(IdentityType::Idcard)
                        .number("6B46824C852FA29AAC3DCE6BFD852E27")
                        .name("6B46824C852FA29AAC3DCE6BFD852E27")
                        .build(),
                )
                .build(),
        )
        .subsidy_info(
            SubsidyInfo::builder()
                .subsidy_detail(vec![
                    SubsidyDetail::builder()
                        .subsidy_period_type(SubsidyPeriodType::Period)
                        .subsidy_plan(vec![
                            SubsidyPlan::builder()
                                .subsidy_installment_num(3)
                                .subsidy_percent(100)
                                .build(),
                        ])
                        .build(),
                ])
                .build(),
        )
        .build();
    let response = client.prepay_partner_app(&body).await;
    json(response)
}

async fn prepay_partner_h5(client: &Client) -> Result<Value> {
    let body = PrepayPartnerH5Request::builder()
        .sp_appid("wx8888888888888888")
        .sp_mchid("1230000109")
        .sub_appid("wxd678efh567hg6999")
        .sub_mchid("1900000109")
        .settle_info(PrepaySettleInfo::builder().subsidy_amount(Fen(10)).build())
        .description("Image形象店-深圳腾大-QQ公仔")
        .attach("自定义数据")
        .out_trade_no("1217752501201407033233368018")
        .amount(Amount::builder().total(Fen(100)).currency("CNY").build())
        .time_expire("2018-06-08T10:34:56+08:00")
        .notify_url("https://www.weixin.qq.com/wxpay/pay.php")
        .goods_tag("WXG")
        .detail(
            OrderDetail::builder()
                .cost_price(Fen(608800))
                .invoice_id("微信123")
                .goods_detail(vec![
                    GoodsDetail::builder()
                        .merchant_goods_id("1246464644")
                        .wechatpay_goods_id("1001")
                        .goods_name("iPhoneX 256G")
                        .quantity(1)
                        .unit_price(Fen(528800))
                        .build(),
                ])
                .build(),
        )
        .scene_info(
            H5SceneInfo::builder()
                .payer_client_ip("14.23.150.211")
                .device_id("013467007045764")
                .store_info(
                    StoreInfo::builder()
                        .id("0001")
                        .name("腾讯大厦分店")
                        .area_code("440305")
                        .address("广东省深圳市南山区科技中一道10000号")
                        .build(),
                )
                .h5_info(
                    H5Info::builder()
                        .r#type("iOSAndroidWap")
                        .app_name("王者荣耀")
                        .app_url("https://pay.qq.com")
                        .bundle_id("com.tencent.wzryiOS")
                        .package_name("com.tencent.tmgp.sgame")
                        .build(),
                )
                .build(),
        )
        .payer(
            Payer::builder()
                .identity(
                    Identity::builder()
                        .r#type(IdentityType::Idcard)
                        .number("6B46824C852FA29AAC3DCE6BFD852E27")
                        .name("6B46824C852FA29AAC3DCE6BFD852E27")
                        .build(),
                )
                .build(),
        )
        .build();
    let response = client.prepay_partner_h5(&body).await;
    json(response)
}

async fn prepay_partner_native(client: &Client) -> Result<Value> {
    let body = PrepayPartnerNativeRequest::builder()
        .sp_appid("wx8888888888888888")
        .sp_mchid("1230000109")
        .sub_appid("wxd678efh567hg6999")
        .sub_mchid("1900000109")
        .settle_info(PrepaySettleInfo::builder().subsidy_amount(Fen(10)).build())
        .description("Image形象店-深圳腾大-QQ公仔")
        .attach("自定义数据")
        .out_trade_no("1217752501201407033233368018")
        .amount(Amount::builder().total(Fen(100)).currency("CNY").build())
        .time_expire("2018-06-08T10:34:56+08:00")
        .notify_url("https://www.weixin.qq.com/wxpay/pay.php")
        .goods_tag("WXG")
        .detail(
            OrderDetail::builder()
                .cost_price(Fen(608800))
                .invoice_id("微信123")
                .goods_detail(vec![
                    GoodsDetail::builder()
                        .merchant_goods_id("商品编码")
                        .wechatpay_goods_id("1001")
                        .goods_name("iPhoneX 256G")
                        .quantity(1)
                        .unit_price(Fen(828800))
                        .build(),
                ])
                .build(),
        )
        .scene_info(
            SceneInfo::builder()
                .payer_client_ip("14.23.150.211")
                .device_id("013467007045764")
                .store_info(
                    StoreInfo::builder()
                        .id("0001")
                        .name("腾讯大厦分店")
                        .area_code("440305")
                        .address("广东省深圳市南山区科技中一道10000号")
                        .build(),
                )
                .build(),
        )
        .payer(
            Payer::builder()
                .identity(
                    Identity::builder()
                        .r#type(IdentityType::Idcard)
                        .number("6B46824C852FA29AAC3DCE6BFD852E27")
                        .name("6B46824C852FA29AAC3DCE6BFD852E27")
                        .build(),
                )
                .build(),
        )
        .build();
    let response = client.prepay_partner_native(&body).await;
    json(response)
}

async fn prepay_partner_mini_program(client: &Client) -> Result<Value> {
    let body = PrepayPartnerMiniProgramRequest::builder()
        .sp_appid("wx8888888888888888")
        .sp_mchid("1230000109")
        .sub_appid("wxd678efh567hg6999")
        .sub_mchid("1900000109")
        .description("Image形象店-深圳腾大-QQ公仔")
        .out_trade_no("1217752501201407033233368018")
        .time_expire("2018-06-08T10:34:56+08:00")
        .attach("自定义数据")
        .notify_url("https://www.weixin.qq.com/wxpay/pay.php")
        .goods_tag("WXG")
        .amount(Amount::builder().total(Fen(100)).currency("CNY").build())
        .payer(
            TransactionPayer::builder()
                .sp_openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
                .sub_openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
                .build(),
        )
        .detail(
            OrderDetail::builder()
                .cost_price(Fen(608800))
                .invoice_id("微信123")
                .goods_detail(vec![
                    GoodsDetail::builder()
                        .merchant_goods_id("商品编码")
                        .wechatpay_goods_id("1001")
                        .goods_name("iPhoneX 256G")
                        .quantity(1)
                        .unit_price(Fen(828800))
                        .build(),
                ])
                .build(),
        )
        .scene_info(
            TerminalSceneInfo::builder()
                .payer_client_ip("14.23.150.211")
                .device_id("013467007045764")
                .store_info(
                    StoreIdInfo::builder()
                        .id("0001")
                        .out_id("example_out_id")
                        .build(),
                )
                .build(),
        )
        .build();
    let response = client.prepay_partner_mini_program(&body).await;
    json(response)
}

async fn prepay_scanned_pos(client: &Client) -> Result<Value> {
    let body = PrepayScannedPosRequest::builder()
        .sp_appid("wx8888888888888888")
        .sp_mchid("1230000109")
        .sub_appid("wxd678efh567hg6999")
        .sub_mchid("1900000109")
        .description("Image形象店-深圳腾大-QQ公仔")
        .out_trade_no("1217752501201407033233368018")
        .time_expire("2018-06-08T10:34:56+08:00")
        .attach("自定义数据")
        .notify_url("https://www.weixin.qq.com/wxpay/pay.php")
        .goods_tag("WXG")
        .support_fapiao(true)
        .amount(Amount::builder().total(Fen(100)).currency("CNY").build())
        .payer(
            TransactionPayer::builder()
                .sp_openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
                .sub_openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
                .build(),
        )
        .detail(
            OrderDetail::builder()
                .cost_price(Fen(608800))
                .invoice_id("微信123")
                .goods_detail(vec![
                    GoodsDetail::builder()
                        .merchant_goods_id("1246464644")
                        .wechatpay_goods_id("1001")
                        .goods_name("iPhoneX 256G")
                        .quantity(1)
                        .unit_price(Fen(528800))
                        .build(),
                ])
                .build(),
        )
        .scene_info(
            TerminalSceneInfo::builder()
                .payer_client_ip("14.23.150.211")
                .device_id("013467007045764")
                .store_info(StoreIdInfo::builder().id("0001").out_id("A1111").build())
                .build(),
        )
        .settle_info(SettleInfo::builder().profit_sharing(true).build())
        .build();
    let response = client.prepay_scanned_pos(&body).await;
    json(response)
}

async fn prepay_partner_jsapi_with_contract(client: &Client) -> Result<Value> {
    let body = PrepayPartnerJsapiWithContractRequest::builder()
        .sp_appid("wx8888888888888888")
        .sp_mchid("1230000109")
        .sub_appid("wxd678efh567hg6999")
        .sub_mchid("1900000109")
        .description("Image形象店-深圳腾大-QQ公仔")
        .out_trade_no("1217752501201407033233368018")
        .time_expire("2018-06-08T10:34:56+08:00")
        .attach("自定义数据")
        .notify_url("https://www.weixin.qq.com/wxpay/pay.php")
        .goods_tag("WXG")
        .settle_info(SettleInfo::builder().profit_sharing(true).build())
        .support_fapiao(true)
        .amount(Amount::builder().total(Fen(100)).currency("CNY").build())
        .payer(
            TransactionPayer::builder()
                .sp_openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
                .sub_openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
                .build(),
        )
        .detail(
            ContractOrderDetail::builder()
                .cost_price(Fen(608800))
                .invoice_id("微信123")
                .goods_detail(vec![
                    GoodsDetail::builder()
                        .merchant_goods_id("1246464644")
                        .wechatpay_goods_id("1001")
                        .goods_name("iPhoneX 256G")
                        .quantity(1)
                        .unit_price(Fen(528800))
                        .build(),
                ])
                .build(),
        )
        .scene_info(
            ContractSceneInfo::builder()
                .payer_client_ip("14.23.150.211")
                .device_id("013467007045764")
                .store_info(
                    ContractStoreInfo::builder()
                        .id("0001")
                        .name("腾讯大厦分店")
                        .area_code("440305")
                        .address("广东省深圳市南山区科技中一道10000号")
                        .build(),
                )
                .build(),
        )
        .contract_info(
            JsapiContractInfo::builder()
                .password_free_contract_id("201710180325670965")
                .token("201710180325670965")
                .plan_id("3484306348")
                .contract_mchid("1200009811")
                .contract_appid("wxcbda96de0b165486")
                .contract_code("100001256")
                .request_serial("1695")
                .contract_display_account("123456")
                .contract_notify_url("https://yoursite.com")
                .build(),
        )
        .build();
    let response = client.prepay_partner_jsapi_with_contract(&body).await;
    json(response)
}

async fn prepay_partner_app_with_contract(client: &Client) -> Result<Value> {
    let body = PrepayPartnerAppWithContractRequest::builder()
        .sp_appid("wx8888888888888888")
        .sp_mchid("1230000109")
        .sub_appid("wxd678efh567hg6999")
        .sub_mchid("1900000109")
        .description("Image形象店-深圳腾大-QQ公仔")
        .out_trade_no("1217752501201407033233368018")
        .time_expire("2018-06-08T10:34:56+08:00")
        .attach("自定义数据")
        .notify_url("https://www.weixin.qq.com/wxpay/pay.php")
        .goods_tag("WXG")
        .settle_info(SettleInfo::builder().profit_sharing(true).build())
        .support_fapiao(true)
        .amount(Amount::builder().total(Fen(100)).currency("CNY").build())
        .detail(
            ContractOrderDetail::builder()
                .cost_price(Fen(608800))
                .invoice_id("微信123")
                .goods_detail(vec![
                    GoodsDetail::builder()
                        .merchant_goods_id("1246464644")
                        .wechatpay_goods_id("1001")
                        .goods_name("iPhoneX 256G")
                        .quantity(1)
                        .unit_price(Fen(528800))
                        .build(),
                ])
                .build(),
        )
        .scene_info(
            ContractSceneInfo::builder()
                .payer_client_ip("14.23.150.211")
                .device_id("013467007045764")
                .store_info(
                    ContractStoreInfo::builder()
                        .id("0001")
                        .name("腾讯大厦分店")
                        .area_code("440305")
                        .address("广东省深圳市南山区科技中一道10000号")
                        .build(),
                )
                .build(),
        )
        .contract_info(
            ContractInfo::builder()
                .plan_id("3484306348")
                .contract_mchid("1200009811")
                .contract_appid("wxcbda96de0b165486")
                .contract_code("100001256")
                .request_serial("1695")
                .contract_display_account("123456")
                .contract_notify_url("https://yoursite.com")
                .build(),
        )
        .build();
    let response = client.prepay_partner_app_with_contract(&body).await;
    json(response)
}

async fn pay_partner_codepay(client: &Client) -> Result<Value> {
    let body = PayPartnerCodepayRequest::builder()
        .sp_appid("wxd678efh567hg6787")
        .sp_mchid("1230000109")
        .sub_appid("wxd678efh567hg6787")
        .sub_mchid("1230000109")
        .description("Image形象店-深圳腾大-QQ公仔")
        .out_trade_no("1217752501201407033233368018")
        .attach("自定义数据说明")
        .goods_tag("WXG")
        .support_fapiao(false)
        .payer(
            CodepayPayer::builder()
                .auth_code("130061098828009406")
                .build(),
        )
        .amount(Amount::builder().total(Fen(100)).currency("CNY").build())
        .scene_info(
            CodepaySceneInfo::builder()
                .device_id("013467007045764")
                .device_ip("128.0.0.1")
                .store_info(StoreIdInfo::builder().id("0001").out_id("A1111").build())
                .build(),
        )
        .detail(
            CodepayDetail::builder()
                .cost_price(Fen(608800))
                .invoice_id("微信123")
                .goods_detail(vec![
                    CodepayGoodsDetail::builder()
                        .merchant_goods_id("1246464644")
                        .wxpay_goods_id("1001")
                        .goods_name("iPhoneX 256G")
                        .quantity(1)
                        .unit_price(Fen(528800))
                        .build(),
                ])
                .build(),
        )
        .settle_info(SettleInfo::builder().profit_sharing(false).build())
        .build();
    let response = client.pay_partner_codepay(&body).await;
    json(response)
}

async fn query_partner_order_by_id(client: &Client) -> Result<Value> {
    let response = client
        .query_partner_order_by_id("1217752501201407033233368018", "1230000109", "1900000109")
        .await;
    json(response)
}

async fn query_partner_order_by_out_trade_no(client: &Client) -> Result<Value> {
    let response = client
        .query_partner_order_by_out_trade_no(
            "1217752501201407033233368018",
            "1230000109",
            "1900000109",
        )
        .await;
    json(response)
}

async fn close_partner_order(client: &Client) -> Result<Value> {
    let body = ClosePartnerOrderRequest::builder()
        .sp_mchid("1230000109")
        .sub_mchid("1900000109")
        .build();
    let response = client
        .close_partner_order("1217752501201407033233368018", &body)
        .await;
    json(response)
}

async fn reverse_partner_order(client: &Client) -> Result<Value> {
    let body = ReversePartnerOrderRequest::builder()
        .sp_appid("wxd678efh567hg6787")
        .sp_mchid("1230000109")
        .sub_appid("wxd678efh567hg6787")
        .sub_mchid("1230000109")
        .build();
    let response = client
        .reverse_partner_order("1217752501201407033233368018", &body)
        .await;
    json(response)
}

async fn query_partner_exposure(client: &Client) -> Result<Value> {
    let body = QueryPartnerExposureRequest::builder()
        .sp_appid("wx8888888888888888")
        .sp_mchid("1230000109")
        .sub_appid("wxd678efh567hg6999")
        .sub_mchid("1900000109")
        .payer(
            ExposurePayer::builder()
                .sp_openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
                .phone_number_hash("ABDEF3445546456B")
                .sub_openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
                .build(),
        )
        .out_trade_no("1217752501201407033233368018")
        .build();
    let response = client.query_partner_exposure(&body).await;
    json(response)
}

async fn query_partner_installment_exposure(client: &Client) -> Result<Value> {
    let body = QueryPartnerInstallmentExposureRequest::builder()
        .sp_mchid("1230000109")
        .sp_appid("wx8888888888888888")
        .sub_appid("wxd678efh567hg6999")
        .sub_mchid("1900000109")
        .user_id(
            UserId::builder()
                .user_id_type(UserIdType::Openid)
                .sp_openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
                .sub_openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
                .phone_number_hash("ABDEF3445546456B")
                .build(),
        )
        .build();
    let response = client.query_partner_installment_exposure(&body).await;
    json(response)
}

async fn query_acquiring_bank_exposure(client: &Client) -> Result<Value> {
    let body = QueryAcquiringBankExposureRequest::builder()
        .acquiring_bank_id("1356485")
        .acquiring_bank_appid("wx8888888888888888")
        .merchant_id("1900000109")
        .merchant_appid("wxd678efh567hg6999")
        .channel_id("20001111")
        .payer(
            AcquiringBankExposurePayer::builder()
                .acquiring_bank_openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
                .phone_number_hash("ABDEF3445546456B")
                .merchant_openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
                .build(),
        )
        .out_trade_no("1217752501201407033233368018")
        .build();
    let response = client.query_acquiring_bank_exposure(&body).await;
    json(response)
}
