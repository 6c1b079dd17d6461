//! 代金券: creates a stock of coupons (批次) with a budget, starts the stock, sends a coupon to a user, and receives the
//! notification of its use (核销).
//!
//! Official page: <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/marketing/convention/chapter3_1.shtml>
//!
//! ```text
//! cargo run -p wechatpay-endpoints --example coupons --features coupons,facts,gateway,notifications
//! ```

#![allow(clippy::print_stdout, reason = "an example prints what happens")]

mod loopback;

use std::error::Error;

use serde_json::json;
use wechatpay_client::{
    Client, Fen, Result,
    gateway::ScriptedResponse,
    notification::{Notification, Reply},
};
use wechatpay_endpoints::{
    coupons::favor::{
        CouponUseRule, CreateFavorStockRequest, CreateStockUseRule, FavorCallbacks as _,
        FavorCouponStatus, FavorCoupons as _, FavorStockRequest, FavorStockType, FavorStocks as _,
        FixedNormalCoupon, SendFavorCouponRequest, SendFavorCouponResponse,
        SetFavorCallbackRequest,
    },
    notifications::{Event, NotificationExt as _},
};

const APPID: &str = "wx233544546545989";
const OPENID: &str = "2323dfsdf342342";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let gateway = loopback::start().await?;
    let client = gateway.client().validate(true).build()?;
    let mchid = gateway.merchant().mchid().to_owned();
    let path = "/v3/marketing/favor/users/{openid}/coupons";
    let usable = ScriptedResponse::ok(json!({ "status": "SENDED" }));
    gateway.respond("GET", &format!("{path}/{{coupon_id}}"), usable);
    loopback::lose(&gateway, path);

    let callback = SetFavorCallbackRequest::builder()
        .mchid(&mchid)
        .notify_url("https://merchant.example/notify")
        .build();
    println!(
        "notified at   {}",
        client.set_favor_callback(&callback).await?.notify_url
    );

    let stock_id = create(&client, &mchid).await?;
    // From here on the budget is frozen.
    let body = FavorStockRequest::builder()
        .stock_creator_mchid(&mchid)
        .build();
    println!(
        "started       {}",
        client.start_favor_stock(&stock_id, &body).await?.start_time
    );

    let coupon_id = send(&client, &mchid, &stock_id).await?;
    let coupon = client.query_favor_coupon(OPENID, &coupon_id, APPID).await?;
    if coupon.status == Some(FavorCouponStatus::Sended) {
        println!("queried       usable");
    }

    let consumed =
        json!({ "consume_time": "2026-12-22T12:10:10+08:00", "transaction_id": "2345234523" });
    let used =
        json!({ "coupon_id": coupon_id, "stock_id": stock_id, "consume_information": consumed });
    loopback::notify(&gateway, "COUPON.USE", &used, notified)?;
    Ok(())
}

/// Creates 100 coupons of 5 yuan for purchases of 30 yuan or more. `out_request_no` makes a repetition harmless.
async fn create(client: &Client, mchid: &str) -> Result<String> {
    let sending = CreateStockUseRule::builder()
        .max_coupons(100)
        .max_amount(Fen(50_000))
        .max_coupons_per_user(1)
        .natural_person_limit(true)
        .prevent_api_abuse(true)
        .build();
    let coupon = FixedNormalCoupon::builder()
        .coupon_amount(Fen(500))
        .transaction_minimum(Fen(3_000))
        .build();
    let using = CouponUseRule::builder()
        .fixed_normal_coupon(coupon)
        .available_merchants(vec![mchid.to_owned()])
        .build();
    let body = CreateFavorStockRequest::builder()
        .stock_name("咖啡满30减5")
        .available_begin_time("2026-12-01T00:00:00+08:00")
        .available_end_time("2026-12-31T23:59:59+08:00")
        .stock_use_rule(sending)
        .no_cash(false)
        .stock_type(FavorStockType::Normal)
        .belong_merchant(mchid)
        .coupon_use_rule(using)
        .out_request_no("89560002026120100001")
        .build();
    let stock = client.create_favor_stock(&body).await?;
    println!("created       {} at {}", stock.stock_id, stock.create_time);
    Ok(stock.stock_id)
}

/// Sends a coupon. After an unknown outcome the very same request is repeated: no query finds a coupon by its
/// `out_request_no`, and WeChat Pay responds to the same number with the same coupon.
async fn send(client: &Client, mchid: &str, stock_id: &str) -> Result<String> {
    let body = SendFavorCouponRequest::builder()
        .stock_id(stock_id)
        .out_request_no("89560002026120100002")
        .appid(APPID)
        .stock_creator_mchid(mchid)
        .build();
    let coupon = match client.send_favor_coupon(OPENID, &body).await {
        Err(error) => match error.frozen_request() {
            Some(frozen) => {
                println!("unknown       {error}");
                Client::repeat::<SendFavorCouponResponse>(client, frozen)
                    .await?
                    .into_inner()
            }
            None => return Err(error),
        },
        Ok(coupon) => coupon,
    };
    println!("sent          {}", coupon.coupon_id);
    Ok(coupon.coupon_id)
}

/// Records the use of a coupon.
fn notified(notification: &Notification) -> Reply {
    match notification.event() {
        Event::CouponUse(coupon) => {
            let coupon_id = coupon.coupon_id.unwrap_or_default();
            let used = coupon.consume_information;
            let order = used
                .and_then(|used| used.transaction_id)
                .unwrap_or_default();
            println!("used          {coupon_id} in {order}");
            Reply::success()
        }
        Event::Undecoded(_) => Reply::failure("not decoded"),
        _ => Reply::success(),
    }
}
