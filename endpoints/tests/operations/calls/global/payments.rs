//! 跨境支付.

use wechatpay_endpoints::global::payments::*;

use crate::operation::*;

operations! {
    "POST /v3/global/transactions/jsapi" => prepay_global_jsapi,
    "POST /v3/global/transactions/app" => prepay_global_app,
    "POST /v3/global/transactions/mweb" => prepay_global_h5,
    "POST /v3/global/transactions/native" => prepay_global_native,
    "POST /v3/global/micropay/transactions/pay" => pay_global_codepay,
    "GET /v3/global/transactions/id/{transaction_id}" => query_global_order_by_id,
    "GET /v3/global/transactions/out-trade-no/{out_trade_no}" => query_global_order_by_out_trade_no,
    "POST /v3/global/transactions/id/{transaction_id}/close" => close_global_order_by_id,
    "POST /v3/global/transactions/out-trade-no/{out_trade_no}/close" => close_global_order_by_out_trade_no,
    "POST /v3/global/micropay/transactions/id/{transaction_id}/reverse" => reverse_global_order_by_id,
    "POST /v3/global/micropay/transactions/out-trade-no/{out_trade_no}/reverse" => reverse_global_order_by_out_trade_no,
    "POST /v3/global/refunds" => create_global_refund,
    "GET /v3/global/refunds/id/{refund_id}" => query_global_refund_by_refund_id,
    "GET /v3/global/refunds/out-refund-no/{out_refund_no}" => query_global_refund_by_out_refund_no,
    "GET /v3/global/refunds" => list_global_refunds,
    "GET /v3/global/refund/recharge-balance" => query_refund_recharge_balance,
    "GET /v3/global/refund/partner/recharge-balance/sub-mchid/{sub_mchid}" => query_partner_refund_recharge_balance,
    "GET /v3/global/settle/settlements" => list_global_settlements,
    "GET /v3/global/statements" => download_global_statement,
    "GET /v3/global/certificates" => download_global_certificates,
}

async fn prepay_global_jsapi(client: &Client) -> Result<Value> {
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
    let response = client.prepay_global_jsapi(&body).await;
    json(response)
}

async fn prepay_global_app(client: &Client) -> Result<Value> {
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
                        .goods_id("商品编码")
                        .wxpay_goods_id("1001")
                        .goods_name("iPhone6s 16G")
                        .quantity(1)
                        .price(528800)
                        .build(),
                ])
                .build(),
        ])
        .build();
    let response = client.prepay_global_app(&body).await;
    json(response)
}

async fn prepay_global_h5(client: &Client) -> Result<Value> {
    let body = PrepayGlobalH5Request::builder()
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
                        .goods_id("商品编码")
                        .wxpay_goods_id("1001")
                        .goods_name("iPhone6s 16G")
                        .quantity(1)
                        .price(528800)
                        .build(),
                ])
                .build(),
        ])
        .build();
    let response = client.prepay_global_h5(&body).await;
    json(response)
}

async fn prepay_global_native(client: &Client) -> Result<Value> {
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
    let response = client.prepay_global_native(&body).await;
    json(response)
}

async fn pay_global_codepay(client: &Client) -> Result<Value> {
    let body = PayGlobalCodepayRequest::builder()
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
                        .goods_id("商品编码")
                        .wxpay_goods_id("1001")
                        .goods_name("iPhone6s 16G")
                        .quantity(1)
                        .price(528800)
                        .build(),
                ])
                .build(),
        ])
        .build();
    let response = client.pay_global_codepay(&body).await;
    json(response)
}

async fn query_global_order_by_id(client: &Client) -> Result<Value> {
    let response = client
        .query_global_order_by_id(
            "1217752501201407033233368018",
            Some("1900000109"),
            Some("1900000109"),
            Some("1900000100"),
        )
        .await;
    json(response)
}

async fn query_global_order_by_out_trade_no(client: &Client) -> Result<Value> {
    let response = client
        .query_global_order_by_out_trade_no(
            "1217752501201407033233368018",
            Some("1900000109"),
            Some("1900000109"),
            Some("1900000100"),
        )
        .await;
    json(response)
}

async fn close_global_order_by_id(client: &Client) -> Result<Value> {
    let body = CloseOrderRequest::builder()
        .mchid("1230000109")
        .sub_mchid("1230000109")
        .sp_mchid("1230000109")
        .build();
    let response = client
        .close_global_order_by_id("1217752501201407033233368018", &body)
        .await;
    json(response)
}

async fn close_global_order_by_out_trade_no(client: &Client) -> Result<Value> {
    let body = CloseOrderRequest::builder()
        .mchid("1230000109")
        .sub_mchid("1230000109")
        .sp_mchid("1230000109")
        .build();
    let response = client
        .close_global_order_by_out_trade_no("1217752501201407033233368018", &body)
        .await;
    json(response)
}

async fn reverse_global_order_by_id(client: &Client) -> Result<Value> {
    let body = ReverseOrderRequest::builder()
        .mchid("1900000109")
        .sp_mchid("1900000100")
        .sub_mchid("1900000109")
        .build();
    let response = client
        .reverse_global_order_by_id("1217752501201407033233368018", &body)
        .await;
    json(response)
}

async fn reverse_global_order_by_out_trade_no(client: &Client) -> Result<Value> {
    let body = ReverseOrderRequest::builder()
        .mchid("1900000109")
        .sp_mchid("1900000100")
        .sub_mchid("1900000109")
        .build();
    let response = client
        .reverse_global_order_by_out_trade_no("1217752501201407033233368018", &body)
        .await;
    json(response)
}

async fn create_global_refund(client: &Client) -> Result<Value> {
    let body = CreateGlobalRefundRequest::builder()
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
    let response = client.create_global_refund(&body).await;
    json(response)
}

async fn query_global_refund_by_refund_id(client: &Client) -> Result<Value> {
    let response = client
        .query_global_refund_by_refund_id(
            "string",
            Some("1900000109"),
            Some("1900000109"),
            Some("1900000100"),
        )
        .await;
    json(response)
}

async fn query_global_refund_by_out_refund_no(client: &Client) -> Result<Value> {
    let response = client
        .query_global_refund_by_out_refund_no(
            "1217752501201407033233368018",
            Some("1900000109"),
            Some("1900000109"),
            Some("1900000100"),
        )
        .await;
    json(response)
}

async fn list_global_refunds(client: &Client) -> Result<Value> {
    let query = ListGlobalRefundsQuery::builder()
        .transaction_id("1217752501201407033233368018")
        .mchid("1900000109")
        .sub_mchid("1900000109")
        .sp_mchid("1900000100")
        .build();
    let response = client.list_global_refunds(0, 10, &query).await;
    json(response)
}

async fn query_refund_recharge_balance(client: &Client) -> Result<Value> {
    let response = client.query_refund_recharge_balance().await;
    json(response)
}

async fn query_partner_refund_recharge_balance(client: &Client) -> Result<Value> {
    let response = client
        .query_partner_refund_recharge_balance("1900000109")
        .await;
    json(response)
}

async fn list_global_settlements(client: &Client) -> Result<Value> {
    let response = client
        .list_global_settlements(
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

async fn download_global_statement(client: &Client) -> Result<Value> {
    let response = client
        .download_global_statement(
            "20180130",
            Some("1900000109"),
            Some("1900000100"),
            Some("1900000109"),
        )
        .await;
    file(response).await
}

async fn download_global_certificates(client: &Client) -> Result<Value> {
    let response = client.download_global_certificates().await;
    json(response)
}
