//! 乘车服务.

use wechatpay_endpoints::transport::ride::*;

use crate::operation::*;

operations! {
    "GET /v3/qrcode/user-services/contract-id/{contract_id}" => query_ride_user_service,
    "POST /v3/qrcode/transactions" => create_ride_transaction,
    "GET /v3/qrcode/transactions/out-trade-no/{out_trade_no}" => query_ride_transaction,
}

async fn query_ride_user_service(client: &Client) -> Result<Value> {
    let response = client
        .query_ride_user_service(
            "Wx15463511252015071056489715",
            Some("wxcbda96de0b165486"),
            Some("wxcbda96de0b165486"),
            Some("1900000109"),
        )
        .await;
    json(response)
}

async fn create_ride_transaction(client: &Client) -> Result<Value> {
    let body = CreateRideTransactionRequest::builder()
        .appid("wxcbda96de0b165486")
        .sub_appid("wxcbda96de0b165486")
        .sub_mchid("1900000109")
        .description("地铁扣费")
        .attach("深圳分店")
        .out_trade_no("20150806125346")
        .trade_scene(TradeScene::Bus)
        .goods_tag("WXG")
        .contract_id("Wx15463511252015071056489715")
        .notify_url("https://pay.weixin.qq.com/wxpay.html")
        .amount(
            CreateTransactionAmount::builder()
                .total(Fen(600))
                .currency("CNY")
                .build(),
        )
        .bus_info(
            CreateTransactionBusInfo::builder()
                .start_time("2017-08-26T10:43:39+08:00")
                .line_name("1路公车")
                .plate_number("粤B888888")
                .build(),
        )
        .metro_info(
            CreateTransactionMetroInfo::builder()
                .start_time("2017-08-26T10:43:39+08:00")
                .end_time("2017-08-26T10:43:39+08:00")
                .start_station("西单")
                .end_station("天安门西")
                .build(),
        )
        .build();
    let response = client.create_ride_transaction(&body).await;
    json(response)
}

async fn query_ride_transaction(client: &Client) -> Result<Value> {
    let response = client
        .query_ride_transaction("20150806125346", Some("1900000109"))
        .await;
    json(response)
}
