//! 代金券.

use wechatpay_endpoints::coupons::favor::*;

use crate::operation::*;

operations! {
    "POST /v3/marketing/favor/coupon-stocks" => create_favor_stock,
    "POST /v3/marketing/favor/stocks/{stock_id}/start" => start_favor_stock,
    "GET /v3/marketing/favor/stocks/{stock_id}" => query_favor_stock,
    "GET /v3/marketing/favor/stocks" => list_favor_stocks,
    "GET /v3/marketing/favor/stocks/{stock_id}/merchants" => list_favor_stock_merchants,
    "GET /v3/marketing/favor/stocks/{stock_id}/items" => list_favor_stock_items,
    "POST /v3/marketing/favor/stocks/{stock_id}/modify-goods-id" => modify_favor_stock_goods_ids,
    "POST /v3/marketing/favor/stocks/{stock_id}/pause" => pause_favor_stock,
    "POST /v3/marketing/favor/stocks/{stock_id}/restart" => restart_favor_stock,
    "POST /v3/marketing/favor/stocks/{stock_id}/stop" => stop_favor_stock,
    "GET /v3/marketing/favor/stocks/{stock_id}/use-flow" => query_favor_use_flow,
    "GET /v3/marketing/favor/stocks/{stock_id}/refund-flow" => query_favor_refund_flow,
    "GET /v3/marketing/favor/stocks/{stock_id}/use-flow-by-day" => query_favor_use_flow_by_day,
    "GET /v3/marketing/favor/stocks/{stock_id}/refund-flow-by-day" => query_favor_refund_flow_by_day,
    "POST /v3/marketing/favor/users/{openid}/coupons" => send_favor_coupon,
    "GET /v3/marketing/favor/users/{openid}/coupons/{coupon_id}" => query_favor_coupon,
    "GET /v3/marketing/favor/users/{openid}/coupons" => list_favor_coupons,
    "POST /v3/marketing/favor/callbacks" => set_favor_callback,
    "GET /v3/marketing/favor/callbacks" => query_favor_callback,
    "POST /v3/marketing/favor/media/image-upload" => upload_favor_image,
}

async fn create_favor_stock(client: &Client) -> Result<Value> {
    let body = CreateFavorStockRequest::builder()
        .stock_name("微信支付代金券批次")
        .available_begin_time("2015-05-20T13:29:35.120+08:00")
        .available_end_time("2015-05-20T13:29:35.120+08:00")
        .stock_use_rule(
            CreateStockUseRule::builder()
                .max_coupons(300)
                .max_amount(Fen(100000))
                .max_coupons_per_user(5)
                .natural_person_limit(true)
                .prevent_api_abuse(true)
                .build(),
        )
        .no_cash(true)
        .stock_type(FavorStockType::Normal)
        .comment("零售批次")
        .belong_merchant("98568865")
        .coupon_use_rule(
            CouponUseRule::builder()
                .coupon_available_time(
                    CouponAvailableTime::builder()
                        .fix_available_time(
                            FixAvailableTime::builder()
                                .begin_time(3600)
                                .end_time(86399)
                                .build(),
                        )
                        .build(),
                )
                .goods_tag(vec!["123321".into()])
                .limit_pay(vec!["ICBC_CREDIT".into()])
                .limit_card(
                    LimitCard::builder()
                        .name("精粹白金")
                        .bin(vec!["62123456".into()])
                        .build(),
                )
                .available_items(vec!["123321".into()])
                .unavailable_items(vec!["789987".into()])
                .available_merchants(vec!["9856000".into()])
                .build(),
        )
        .out_request_no("100002322019090134234sfdf")
        .ext_info(r#"{"exinfo1":"1234","exinfo2":"3456"}"#)
        .build();
    let response = client.create_favor_stock(&body).await;
    json(response)
}

async fn start_favor_stock(client: &Client) -> Result<Value> {
    let body = FavorStockRequest::builder()
        .stock_creator_mchid("8956000")
        .build();
    let response = client.start_favor_stock("931386", &body).await;
    json(response)
}

async fn query_favor_stock(client: &Client) -> Result<Value> {
    let response = client.query_favor_stock("931386", "9800064").await;
    json(response)
}

async fn list_favor_stocks(client: &Client) -> Result<Value> {
    let response = client
        .list_favor_stocks(
            1,
            1,
            "string",
            Some(&DateTime::from("2015-05-20T13:29:35.120+08:00")),
            Some(&DateTime::from("2015-05-20T13:29:35.120+08:00")),
            None,
        )
        .await;
    json(response)
}

async fn list_favor_stock_merchants(client: &Client) -> Result<Value> {
    let response = client
        .list_favor_stock_merchants("931386", 0, 20, "9800064")
        .await;
    json(response)
}

async fn list_favor_stock_items(client: &Client) -> Result<Value> {
    let response = client
        .list_favor_stock_items("string", "string", 1, 10)
        .await;
    json(response)
}

async fn modify_favor_stock_goods_ids(client: &Client) -> Result<Value> {
    let body = ModifyFavorStockGoodsIdsRequest::builder()
        .stock_creator_mchid("8956000")
        .add_goods_id_list(vec!["8956000".into()])
        .delete_goods_id_list(vec!["8956000".into()])
        .build();
    let response = client.modify_favor_stock_goods_ids("9865000", &body).await;
    json(response)
}

async fn pause_favor_stock(client: &Client) -> Result<Value> {
    let body = FavorStockRequest::builder()
        .stock_creator_mchid("8956000")
        .build();
    let response = client.pause_favor_stock("string", &body).await;
    json(response)
}

async fn restart_favor_stock(client: &Client) -> Result<Value> {
    let body = FavorStockRequest::builder()
        .stock_creator_mchid("8956000")
        .build();
    let response = client.restart_favor_stock("string", &body).await;
    json(response)
}

async fn stop_favor_stock(client: &Client) -> Result<Value> {
    let body = FavorStockRequest::builder()
        .stock_creator_mchid("8956000")
        .build();
    let response = client.stop_favor_stock("string", &body).await;
    json(response)
}

async fn query_favor_use_flow(client: &Client) -> Result<Value> {
    let response = client.query_favor_use_flow("931386").await;
    json(response)
}

async fn query_favor_refund_flow(client: &Client) -> Result<Value> {
    let response = client.query_favor_refund_flow("string").await;
    json(response)
}

async fn query_favor_use_flow_by_day(client: &Client) -> Result<Value> {
    let response = client
        .query_favor_use_flow_by_day("12356458", "2025-08-09")
        .await;
    json(response)
}

async fn query_favor_refund_flow_by_day(client: &Client) -> Result<Value> {
    let response = client
        .query_favor_refund_flow_by_day("12356458", "2025-08-09")
        .await;
    json(response)
}

async fn send_favor_coupon(client: &Client) -> Result<Value> {
    let body = SendFavorCouponRequest::builder()
        .stock_id("9856000")
        .out_request_no("89560002019101000121")
        .appid("wx233544546545989")
        .stock_creator_mchid("8956000")
        .coupon_value(Fen(100))
        .coupon_minimum(Fen(100))
        .build();
    let response = client.send_favor_coupon("string", &body).await;
    json(response)
}

async fn query_favor_coupon(client: &Client) -> Result<Value> {
    let response = client
        .query_favor_coupon("string", "string", "string")
        .await;
    json(response)
}

async fn list_favor_coupons(client: &Client) -> Result<Value> {
    let query = ListFavorCouponsQuery::builder()
        .business_type(BusinessType::Multiuse)
        .build();
    let response = client.list_favor_coupons("string", "string", &query).await;
    json(response)
}

async fn set_favor_callback(client: &Client) -> Result<Value> {
    let body = SetFavorCallbackRequest::builder()
        .mchid("9856888")
        .notify_url("https://pay.weixin.qq.com")
        .switch(true)
        .build();
    let response = client.set_favor_callback(&body).await;
    json(response)
}

async fn query_favor_callback(client: &Client) -> Result<Value> {
    let response = client.query_favor_callback("9856888").await;
    json(response)
}

async fn upload_favor_image(client: &Client) -> Result<Value> {
    let file = UploadFile::from_bytes("file.png", "file").unwrap();
    let response = client.upload_favor_image(&file).await;
    json(response)
}
