//! 支付分 (pay score): the user borrows a power bank without a deposit, and WeChat Pay collects the fee at its return.
//!
//! The order goes from `CREATED` to `DOING` when the user confirms, and to `DONE` when the fee is paid. The call-up
//! (调起) lives 5 minutes, and an order that nobody confirms expires after 30 days.
//!
//! Official page: <https://pay.weixin.qq.com/docs/merchant/apis/weixin-pay-score/service-order/create-service-order.html>
//!
//! ```text
//! cargo run -p wechatpay-endpoints --example payscore --features facts,gateway,notifications,payscore
//! ```

#![allow(clippy::print_stdout, reason = "an example prints what happens")]

mod loopback;

use std::{collections::HashSet, error::Error};

use serde_json::json;
use wechatpay_client::{
    Client, Fen, Outcome, Result,
    gateway::ScriptedResponse,
    notification::{Notification, Reply},
    pay::{ApiV2Key, PayscoreView},
};
use wechatpay_endpoints::{
    notifications::{Event, NotificationExt as _, PayscoreUserConfirm, PayscoreUserPaid},
    payscore::direct::{
        CollectionState, CompleteServiceOrderRequest, CreateServiceOrderRequest,
        CreateServiceOrderRiskFund, PostPaymentInput, ServiceOrder, ServiceOrderState as State,
        ServiceOrderStateDescription as Description, ServiceOrders as _, TimeRange,
    },
};

const APPID: &str = "wxd678efh567hg6787";
const SERVICE_ID: &str = "2002000000000558128851361561536";
const OUT_ORDER_NO: &str = "1234323JKHDFE1243252";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let gateway = loopback::start().await?;
    let client = gateway.client().validate(true).build()?;
    let mchid = gateway.merchant().mchid().to_owned();
    let mut handled = HashSet::new();

    borrow(&client).await?;
    let confirmed = json!({ "mchid": mchid, "out_order_no": OUT_ORDER_NO });
    loopback::notify(
        &gateway,
        "PAYSCORE.USER_CONFIRM",
        &confirmed,
        |notification| notified(notification, &mut handled),
    )?;

    let path = "/v3/payscore/serviceorder";
    let completed = json!({
        "mchid": mchid, "appid": APPID, "service_id": SERVICE_ID, "out_order_no": OUT_ORDER_NO,
        "service_introduction": "充电宝租借", "state": "DOING", "state_description": "MCH_COMPLETE",
        "collection": { "state": "USER_PAYING" },
    });
    gateway.respond("GET", path, ScriptedResponse::ok(completed));
    loopback::lose(&gateway, &format!("{path}/{{out_order_no}}/complete"));
    give_back(&client, Fen(400)).await?;
    let paid = json!({
        "mchid": mchid, "out_order_no": OUT_ORDER_NO, "collection": { "state": "USER_PAID", "paid_amount": 400 },
    });
    loopback::notify(&gateway, "PAYSCORE.USER_PAID", &paid, |notification| {
        notified(notification, &mut handled)
    })?;
    Ok(())
}

/// Creates the order, which may be requested again with the same members, and signs the page on which the user confirms it, with the APIv2 key.
async fn borrow(client: &Client) -> Result<()> {
    let deposit = CreateServiceOrderRiskFund::builder()
        .name("DEPOSIT")
        .amount(Fen(9_900))
        .build();
    let body = CreateServiceOrderRequest::builder()
        .out_order_no(OUT_ORDER_NO)
        .appid(APPID)
        .service_id(SERVICE_ID)
        .service_introduction("充电宝租借")
        .time_range(TimeRange::builder().start_time("OnAccept").build())
        .risk_fund(deposit)
        .notify_url("https://merchant.example/notify")
        .need_user_confirm(true)
        .build();
    let order = client.create_service_order(&body).await?;
    println!("created       {} {}", order.out_order_no, order.state);
    let key = ApiV2Key::new("0123456789abcdefghijklmnopqrstuv")?;
    let view = PayscoreView::confirm(client, &key, &order.package)?;
    let argument = json!({ "businessType": view.business_type(), "extraData": view });
    println!("confirm by    wx.openBusinessView({argument:#})");
    Ok(())
}

/// Completes the order with the fee: the total of all payments less all discounts, at most the deposit. After an unknown
/// outcome the query decides.
async fn give_back(client: &Client, fee: Fen) -> Result<()> {
    let payment = PostPaymentInput::builder()
        .name("租借费用")
        .amount(fee)
        .build();
    let body = CompleteServiceOrderRequest::builder()
        .appid(APPID)
        .service_id(SERVICE_ID)
        .post_payments(vec![payment])
        .total_amount(fee)
        .time_range(TimeRange::builder().end_time("20261222121010").build())
        .build();
    match client.complete_service_order(OUT_ORDER_NO, &body).await {
        Ok(order) => println!("completed     {}", order.out_order_no),
        Err(error) if error.outcome() == Outcome::Unknown => {
            println!("unknown       {error}");
            let order = client
                .query_service_order(Some(OUT_ORDER_NO), None, SERVICE_ID, APPID)
                .await?;
            println!("queried       {} {}", order.out_order_no, stage(&order));
        }
        Err(error) => return Err(error),
    }
    Ok(())
}

/// The stage of an order, which its three states tell together.
fn stage(order: &ServiceOrder) -> &'static str {
    let collected = order
        .collection
        .as_ref()
        .map(|collection| &collection.state);
    match (&order.state, &order.state_description, collected) {
        (State::Created, ..) => "waits for the user, or can be cancelled",
        (State::Doing, Some(Description::UserConfirm), _) => {
            "in use: can be completed or cancelled"
        }
        (State::Doing, Some(Description::MchComplete), Some(CollectionState::UserPaying)) => {
            "collects the fee"
        }
        (State::Doing, Some(Description::MchComplete), _) => "completed",
        (State::Done, ..) => "done",
        (State::Revoked | State::Expired, ..) => "ended without a fee",
        _ => "not known to this program",
    }
}

/// Handles each notification once, by its ID: `PAYSCORE.USER_PAID` comes for each collection of one order.
fn notified(notification: &Notification, handled: &mut HashSet<String>) -> Reply {
    if !handled.insert(notification.id().to_owned()) {
        return Reply::success();
    }
    match notification.event() {
        Event::PayscoreUserConfirm(PayscoreUserConfirm::Merchant(order)) => {
            println!("confirmed     {}", order.out_order_no.unwrap_or_default());
        }
        Event::PayscoreUserPaid(PayscoreUserPaid::Merchant(order)) => {
            let paid = order
                .collection
                .and_then(|collection| collection.paid_amount);
            println!("paid          {} yuan", paid.unwrap_or_default());
        }
        Event::Undecoded(_) => return Reply::failure("not decoded"),
        _ => println!("ignored       {}", notification.event_type()),
    }
    Reply::success()
}
