//! 香港钱包.

use wechatpay_endpoints::hongkong::payments::*;

use crate::operation::*;

operations! {
    "POST /hk/v3/transactions/jsapi" => prepay_hk_jsapi,
    "POST /hk/v3/transactions/app" => prepay_hk_app,
    "POST /hk/v3/transactions/mweb" => prepay_hk_h5,
    "POST /hk/v3/transactions/native" => prepay_hk_native,
    "POST /hk/v3/transactions/micropay" => pay_hk_codepay,
    "GET /hk/v3/transactions/id/{transaction_id}" => query_hk_order_by_id,
    "GET /hk/v3/transactions/out-trade-no/{out_trade_no}" => query_hk_order_by_out_trade_no,
    "POST /hk/v3/transactions/id/{transaction_id}/close" => close_hk_order_by_id,
    "POST /hk/v3/transactions/out-trade-no/{out_trade_no}/close" => close_hk_order_by_out_trade_no,
    "POST /hk/v3/transactions/id/{transaction_id}/reverse" => reverse_hk_order_by_id,
    "POST /hk/v3/transactions/out-trade-no/{out_trade_no}/reverse" => reverse_hk_order_by_out_trade_no,
    "POST /hk/v3/refunds" => create_hk_refund,
    "GET /hk/v3/refunds/id/{refund_id}" => query_hk_refund_by_refund_id,
    "GET /hk/v3/refunds/out-refund-no/{out_refund_no}" => query_hk_refund_by_out_refund_no,
    "GET /hk/v3/refunds" => list_hk_refunds,
    "GET /hk/v3/settle/settlements" => list_hk_settlements,
    "GET /hk/v3/statements" => download_hk_statement,
    "POST /hk/v3/merchants" => create_hk_merchant,
    "GET /hk/v3/merchants/{sub_mchid}" => query_hk_merchant,
    "PUT /hk/v3/merchants" => update_hk_merchant,
    "GET /hk/v3/certificates" => download_hk_certificates,
}

async fn prepay_hk_jsapi(client: &Client) -> Result<Value> {
    let body = PrepayRequest::builder()
        .mchid("1900000109")
        .appid("wx8888888888888888")
        .sub_mchid("1900000109")
        .sp_mchid("1900000100")
        .sp_appid("wx8888888888888888")
        .description("image形象店-深圳腾大- QQ公仔")
        .attach("自定义数据")
        .notify_url("https://www.weixin.qq.com/wxpay/pay.php")
        .out_trade_no("1217752501201407033233368018")
        .goods_tag("WXG")
        .trade_type("JSAPI")
        .limit_pay("no_credit")
        .time_start("2018-06-08T10:34:56+08:00")
        .time_expire("2018-06-08T10:34:56+08:00")
        .merchant_category_code("1011")
        .payer(
            Payer::builder()
                .openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
                .sp_openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
                .sub_openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
                .build(),
        )
        .amount(Amount::builder().total(888).currency("HKD").build())
        .scene_info(
            SceneInfo::builder()
                .device_id("013467007045764")
                .device_ip("128.0.0.1")
                .payer_client_ip("128.0.0.1")
                .operator_id("123145")
                .store_info(
                    StoreInfo::builder()
                        .id("0001")
                        .name("腾讯大厦分店")
                        .address("广东省深圳市南山区科技中一道10000号")
                        .build(),
                )
                .build(),
        )
        .detail(vec![
            OrderDetail::builder()
                .cost_price(608800)
                .receipt_id("wx123")
                .goods_detail(vec![
                    GoodsDetail::builder()
                        .goods_id("12345")
                        .wxpay_goods_id("1001")
                        .goods_name("iPhone6s 16G")
                        .quantity(1)
                        .price(528800)
                        .build(),
                ])
                .build(),
        ])
        .build();
    let response = client.prepay_hk_jsapi(&body).await;
    json(response)
}

async fn prepay_hk_app(client: &Client) -> Result<Value> {
    let body = PrepayRequest::builder()
        .mchid("1900000109")
        .appid("wx8888888888888888")
        .sub_mchid("1900000109")
        .sp_mchid("1900000100")
        .sp_appid("wx8888888888888888")
        .description("image形象店-深圳腾大- QQ公仔")
        .attach("自定义数据")
        .notify_url("https://www.weixin.qq.com/wxpay/pay.php")
        .out_trade_no("1217752501201407033233368018")
        .goods_tag("WXG")
        .trade_type("APP")
        .limit_pay("no_credit")
        .time_start("2018-06-08T10:34:56+08:00")
        .time_expire("2018-06-08T10:34:56+08:00")
        .merchant_category_code("1011")
        .payer(
            Payer::builder()
                .openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
                .sp_openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
                .sub_openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
                .build(),
        )
        .amount(Amount::builder().total(888).currency("HKD").build())
        .scene_info(
            SceneInfo::builder()
                .device_id("013467007045764")
                .device_ip("128.0.0.1")
                .payer_client_ip("128.0.0.1")
                .operator_id("123145")
                .store_info(
                    StoreInfo::builder()
                        .id("0001")
                        .name("腾讯大厦分店")
                        .address("广东省深圳市南山区科技中一道10000号")
                        .build(),
                )
                .build(),
        )
        .detail(vec![
            OrderDetail::builder()
                .cost_price(608800)
                .receipt_id("wx123")
                .goods_detail(vec![
                    GoodsDetail::builder()
                        .goods_id("12345")
                        .wxpay_goods_id("1001")
                        .goods_name("iPhone6s 16G")
                        .quantity(1)
                        .price(528800)
                        .build(),
                ])
                .build(),
        ])
        .build();
    let response = client.prepay_hk_app(&body).await;
    json(response)
}

async fn prepay_hk_h5(client: &Client) -> Result<Value> {
    let body = PrepayHkH5Request::builder()
        .mchid("1900000109")
        .appid("wx8888888888888888")
        .sub_mchid("1900000109")
        .sp_mchid("1900000100")
        .sp_appid("wx8888888888888888")
        .description("image形象店-深圳腾大- QQ公仔")
        .attach("自定义数据")
        .notify_url("https://www.weixin.qq.com/wxpay/pay.php")
        .out_trade_no("1217752501201407033233368018")
        .goods_tag("WXG")
        .trade_type("MWEB")
        .limit_pay("no_credit")
        .time_start("2018-06-08T10:34:56+08:00")
        .time_expire("2018-06-08T10:34:56+08:00")
        .merchant_category_code("1011")
        .payer(
            Payer::builder()
                .openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
                .sp_openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
                .sub_openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
                .build(),
        )
        .amount(Amount::builder().total(888).currency("HKD").build())
        .scene_info(
            H5SceneInfo::builder()
                .device_id("013467007045764")
                .device_ip("128.0.0.1")
                .payer_client_ip("128.0.0.1")
                .operator_id("123145")
                .store_info(
                    StoreInfo::builder()
                        .id("0001")
                        .name("腾讯大厦分店")
                        .address("广东省深圳市南山区科技中一道10000号")
                        .build(),
                )
                .build(),
        )
        .detail(vec![
            OrderDetail::builder()
                .cost_price(608800)
                .receipt_id("wx123")
                .goods_detail(vec![
                    GoodsDetail::builder()
                        .goods_id("12345")
                        .wxpay_goods_id("1001")
                        .goods_name("iPhone6s 16G")
                        .quantity(1)
                        .price(528800)
                        .build(),
                ])
                .build(),
        ])
        .build();
    let response = client.prepay_hk_h5(&body).await;
    json(response)
}

async fn prepay_hk_native(client: &Client) -> Result<Value> {
    let body = PrepayRequest::builder()
        .mchid("1900000109")
        .appid("wx8888888888888888")
        .sub_mchid("1900000109")
        .sp_mchid("1900000100")
        .sp_appid("wx8888888888888888")
        .description("image形象店-深圳腾大- QQ公仔")
        .attach("自定义数据")
        .notify_url("https://www.weixin.qq.com/wxpay/pay.php")
        .out_trade_no("1217752501201407033233368018")
        .goods_tag("WXG")
        .trade_type("NATIVE")
        .limit_pay("no_credit")
        .time_start("2018-06-08T10:34:56+08:00")
        .time_expire("2018-06-08T10:34:56+08:00")
        .merchant_category_code("1011")
        .payer(
            Payer::builder()
                .openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
                .sp_openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
                .sub_openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
                .build(),
        )
        .amount(Amount::builder().total(888).currency("HKD").build())
        .scene_info(
            SceneInfo::builder()
                .device_id("013467007045764")
                .device_ip("128.0.0.1")
                .payer_client_ip("128.0.0.1")
                .operator_id("123145")
                .store_info(
                    StoreInfo::builder()
                        .id("0001")
                        .name("腾讯大厦分店")
                        .address("广东省深圳市南山区科技中一道10000号")
                        .build(),
                )
                .build(),
        )
        .detail(vec![
            OrderDetail::builder()
                .cost_price(608800)
                .receipt_id("wx123")
                .goods_detail(vec![
                    GoodsDetail::builder()
                        .goods_id("12345")
                        .wxpay_goods_id("1001")
                        .goods_name("iPhone6s 16G")
                        .quantity(1)
                        .price(528800)
                        .build(),
                ])
                .build(),
        ])
        .build();
    let response = client.prepay_hk_native(&body).await;
    json(response)
}

async fn pay_hk_codepay(client: &Client) -> Result<Value> {
    let body = PayHkCodepayRequest::builder()
        .mchid("1900000109")
        .appid("wx8888888888888888")
        .sub_mchid("1900000109")
        .sp_mchid("1900000100")
        .sp_appid("wx8888888888888888")
        .sub_appid("wx8888888888888888")
        .description("image形象店-深圳腾大- QQ公仔")
        .attach("自定义数据")
        .out_trade_no("1217752501201407033233368018")
        .goods_tag("WXG")
        .trade_type("MICROPAY")
        .limit_pay("no_credit")
        .merchant_category_code("1011")
        .payer(
            CodepayPayer::builder()
                .auth_code("120061098828009406")
                .build(),
        )
        .amount(Amount::builder().total(888).currency("HKD").build())
        .scene_info(
            SceneInfo::builder()
                .device_id("013467007045764")
                .device_ip("128.0.0.1")
                .payer_client_ip("128.0.0.1")
                .operator_id("123145")
                .store_info(
                    StoreInfo::builder()
                        .id("0001")
                        .name("腾讯大厦分店")
                        .address("广东省深圳市南山区科技中一道10000号")
                        .build(),
                )
                .build(),
        )
        .detail(vec![
            OrderDetail::builder()
                .cost_price(608800)
                .receipt_id("wx123")
                .goods_detail(vec![
                    GoodsDetail::builder()
                        .goods_id("12345")
                        .wxpay_goods_id("1001")
                        .goods_name("iPhone6s 16G")
                        .quantity(1)
                        .price(528800)
                        .build(),
                ])
                .build(),
        ])
        .build();
    let response = client.pay_hk_codepay(&body).await;
    json(response)
}

async fn query_hk_order_by_id(client: &Client) -> Result<Value> {
    let response = client
        .query_hk_order_by_id(
            "1217752501201407033233368018",
            Some("1900000109"),
            Some("1900000109"),
            Some("1900000100"),
        )
        .await;
    json(response)
}

async fn query_hk_order_by_out_trade_no(client: &Client) -> Result<Value> {
    let response = client
        .query_hk_order_by_out_trade_no(
            "1217752501201407033233368018",
            Some("1900000109"),
            Some("1900000109"),
            Some("1900000100"),
        )
        .await;
    json(response)
}

async fn close_hk_order_by_id(client: &Client) -> Result<Value> {
    let body = CloseOrderRequest::builder()
        .mchid("1230000109")
        .sub_mchid("1230000109")
        .sp_mchid("1230000109")
        .build();
    let response = client
        .close_hk_order_by_id("1217752501201407033233368018", &body)
        .await;
    json(response)
}

async fn close_hk_order_by_out_trade_no(client: &Client) -> Result<Value> {
    let body = CloseOrderRequest::builder()
        .mchid("1230000109")
        .sub_mchid("1230000109")
        .sp_mchid("1230000109")
        .build();
    let response = client
        .close_hk_order_by_out_trade_no("1217752501201407033233368018", &body)
        .await;
    json(response)
}

async fn reverse_hk_order_by_id(client: &Client) -> Result<Value> {
    let body = ReverseOrderRequest::builder()
        .mchid("1900000109")
        .sp_mchid("1900000100")
        .sub_mchid("1900000109")
        .build();
    let response = client
        .reverse_hk_order_by_id("1217752501201407033233368018", &body)
        .await;
    json(response)
}

async fn reverse_hk_order_by_out_trade_no(client: &Client) -> Result<Value> {
    let body = ReverseOrderRequest::builder()
        .mchid("1900000109")
        .sp_mchid("1900000100")
        .sub_mchid("1900000109")
        .build();
    let response = client
        .reverse_hk_order_by_out_trade_no("1217752501201407033233368018", &body)
        .await;
    json(response)
}

async fn create_hk_refund(client: &Client) -> Result<Value> {
    let body = CreateHkRefundRequest::builder()
        .mchid("1900000109")
        .appid("wx8888888888888888")
        .sp_mchid("1900000100")
        .sub_mchid("1900000109")
        .sp_appid("wx8888888888888888")
        .sub_appid("wx8888888888888888")
        .transaction_id("1217752501201407033233368018")
        .out_refund_no("1217752501201407033233368018")
        .reason("商品已售完")
        .amount(
            CreateRefundAmount::builder()
                .refund(888)
                .total(888)
                .currency("CNY")
                .build(),
        )
        .notify_url("https://www.weixin.qq.com/wxpay/pay.php")
        .build();
    let response = client.create_hk_refund(&body).await;
    json(response)
}

async fn query_hk_refund_by_refund_id(client: &Client) -> Result<Value> {
    let response = client
        .query_hk_refund_by_refund_id(
            "50000000382019052709732678859",
            Some("1900000109"),
            Some("1900000109"),
            Some("1900000100"),
        )
        .await;
    json(response)
}

async fn query_hk_refund_by_out_refund_no(client: &Client) -> Result<Value> {
    let response = client
        .query_hk_refund_by_out_refund_no(
            "1217752501201407033233368018",
            Some("1900000109"),
            Some("1900000109"),
            Some("1900000100"),
        )
        .await;
    json(response)
}

async fn list_hk_refunds(client: &Client) -> Result<Value> {
    let query = ListHkRefundsQuery::builder()
        .transaction_id("1217752501201407033233368018")
        .mchid("1900000109")
        .sub_mchid("1900000109")
        .sp_mchid("1900000100")
        .build();
    let response = client.list_hk_refunds(0, 10, &query).await;
    json(response)
}

async fn list_hk_settlements(client: &Client) -> Result<Value> {
    let response = client
        .list_hk_settlements(
            Some("1900000101"),
            &SettlementState::Settled,
            Some("20091225"),
            Some("20091226"),
            5,
            10,
        )
        .await;
    json(response)
}

async fn download_hk_statement(client: &Client) -> Result<Value> {
    let response = client
        .download_hk_statement("20180130", Some("1900000109"))
        .await;
    file(response).await
}

async fn create_hk_merchant(client: &Client) -> Result<Value> {
    let body = CreateHkMerchantRequest::builder()
        .sp_appid("wx8888888888888888")
        .sp_mchid("3200000001")
        .name("Merchant name")
        .shortname("Merchant shortname")
        .office_phone("075586010000")
        .contact(
            Contact::builder()
                .name("李先生")
                .phone("075586010000")
                .email("test@test.com")
                .build(),
        )
        .business_category(644)
        .channel_id("3200000001")
        .merchant_country_code("344")
        .merchant_type(MerchantType::Enterprise)
        .registration_certificate_number("5555-8888")
        .registration_certificate_date("2020-10-16")
        .registration_certificate_copy(
            "w7yQFawBtja5uEdm_aoGhHuxkrIaqB4GzPCeo963zXKcO2hDVD8AjXIpgrj-x95m5iclsanHYauUt1__DsWXok2NqRliv2SDL42QoEmHIPs",
        )
        .settlement_bank_number("555588889999")
        .business(
            Business::builder()
                .business_type(BusinessType::Both)
                .app_download("https://download.qq.com")
                .website("https://www.qq.com")
                .office_account("wx8888888888888888")
                .mini_program("wx8888888888888888")
                .store_address(
                    "10F World Finance Centre (South Office), 11 Canton Road, Tsim Sha Tsui, Hong Kong",
                )
                .store_photos(r#"["[\"Media_id1\",\"Media_id2\",\"Media_id3\"]"]"#)
                .mcc("4214")
                .build(),
        )
        .director(Director::builder().name("Bob").number("5555-8888").build())
        .principal(Director::builder().name("Bob").number("5555-8888").build())
        .build();
    let response = client
        .create_hk_merchant(Some("GzPCeo963zXKcO2hDVD8AjXIpgrj"), &body)
        .await;
    json(response)
}

async fn query_hk_merchant(client: &Client) -> Result<Value> {
    let response = client
        .query_hk_merchant("20000100", "wx8888888888888888", "3200000001")
        .await;
    json(response)
}

async fn update_hk_merchant(client: &Client) -> Result<Value> {
    let body = UpdateHkMerchantRequest::builder()
        .sp_appid("wx8888888888888888")
        .sp_mchid("3200000001")
        .sub_mchid("20000100")
        .name("Merchant name")
        .shortname("Merchant shortname")
        .office_phone("075586010000")
        .contact(
            Contact::builder()
                .name("李先生")
                .phone("075586010000")
                .email("test@test.com")
                .build(),
        )
        .business_category(644)
        .channel_id("3200000001")
        .merchant_country_code("344")
        .merchant_type(MerchantType::Enterprise)
        .registration_certificate_number("5555-8888")
        .registration_certificate_date("2020-10-16")
        .registration_certificate_copy(
            "w7yQFawBtja5uEdm_aoGhHuxkrIaqB4GzPCeo963zXKcO2hDVD8AjXIpgrj-x95m5iclsanHYauUt1__DsWXok2NqRliv2SDL42QoEmHIPs",
        )
        .settlement_bank_number("555588889999")
        .business(
            Business::builder()
                .business_type(BusinessType::Both)
                .app_download("https://download.qq.com")
                .website("https://www.qq.com")
                .office_account("wx8888888888888888")
                .mini_program("wx8888888888888888")
                .store_address(
                    "10F World Finance Centre (South Office), 11 Canton Road, Tsim Sha Tsui, Hong Kong",
                )
                .store_photos(r#"["Media_id1","Media_id2","Media_id3"]"#)
                .mcc("4214")
                .build(),
        )
        .director(Director::builder().name("Bob").number("5555-8888").build())
        .principal(Director::builder().name("Bob").number("5555-8888").build())
        .build();
    let response = client.update_hk_merchant(&body).await;
    json(response)
}

async fn download_hk_certificates(client: &Client) -> Result<Value> {
    let response = client.download_hk_certificates().await;
    json(response)
}
