//! Notifications: signed and encrypted, sent until the merchant's server replies with success.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests"
)]

use std::time::Duration;

use serde_json::{Value, json};
use tokio::{
    net::TcpListener,
    time::{sleep, timeout},
};

use crate::shop::{
    MCHID, Orders as _, Shop, open, order,
    receiver::Receiver,
    refund,
    user::{add_fault, ask, list_until},
};

/// Pays a new order whose notifications go to the receiver.
async fn paid(shop: &Shop, out_trade_no: &str, receiver: &Receiver) {
    let mut request = order(out_trade_no, 100);
    request["notify_url"] = receiver.url.clone().into();
    shop.client.place(&request).await.unwrap();
    shop.sandbox.pay(MCHID, out_trade_no).await.unwrap();
}

/// The only notification, once it has this number of attempts.
async fn notification_with(shop: &Shop, attempts: usize) -> Value {
    let has_attempts = |listed: &[Value]| {
        let attempts_of = |listed: &Value| listed["attempts"].as_array().unwrap().len();
        listed.len() == 1 && attempts_of(&listed[0]) == attempts
    };
    list_until(&shop.sandbox, "notifications", has_attempts)
        .await
        .remove(0)
}

/// A member of each attempt.
fn of_attempts(notification: &Value, member: &str) -> Vec<Value> {
    let attempts = notification["attempts"].as_array().unwrap().iter();
    attempts.map(|attempt| attempt[member].clone()).collect()
}

#[tokio::test]
async fn a_payment_and_a_refund_are_notified_until_the_server_replies_with_success() {
    let Shop {
        client, sandbox, ..
    } = &open().await;
    let mut receiver = Receiver::start(&[500, 204]).await;
    let mut request = order("20260101001", 100);
    request["notify_url"] = receiver.url.clone().into();
    client.place(&request).await.unwrap();
    sandbox.pay(MCHID, "20260101001").await.unwrap();
    let account = sandbox.folder().accounts().next().unwrap();
    let notifications = account.keys.notification_signer().notifications();

    let first = receiver.next().await;
    let parsed = notifications.parse(first.headers(), first.body()).unwrap();
    assert_eq!(parsed.event_type().as_str(), "TRANSACTION.SUCCESS");
    let order: Value = parsed.resource().unwrap();
    assert_eq!(order["out_trade_no"], "20260101001");
    assert_eq!(order["amount"]["payer_total"], 100);
    // The server refused the first attempt, so WeChat Pay makes another one after 15 s.
    sandbox.forward(15).await.unwrap();
    let second = receiver.next().await;
    assert_eq!(first.body(), second.body());
    assert_ne!(
        first.headers()["wechatpay-signature"],
        second.headers()["wechatpay-signature"]
    );

    let mut request = refund("20260101001", "R1", 100, 60);
    request["notify_url"] = receiver.url.clone().into();
    client.refund(&request).await.unwrap();
    sandbox.forward(2).await.unwrap();
    let refunded = receiver.next().await;
    let parsed = notifications
        .parse(refunded.headers(), refunded.body())
        .unwrap();
    assert_eq!(parsed.event_type().as_str(), "REFUND.SUCCESS");
    let refund: Value = parsed.resource().unwrap();
    assert_eq!(
        (&refund["refund_status"], &refund["amount"]["refund"]),
        (&json!("SUCCESS"), &json!(60))
    );
    assert_eq!(
        client.query_refund("R1").await.unwrap()["status"],
        "SUCCESS"
    );
}

#[tokio::test]
async fn a_notification_is_listed_with_its_attempts() {
    let shop = &open().await;
    let mut receiver = Receiver::start(&[500, 204]).await;
    paid(shop, "20260101001", &receiver).await;
    receiver.next().await;
    let listed = notification_with(shop, 1).await;
    assert_eq!(
        ["merchant", "event_type", "subject", "state"].map(|member| &listed[member]),
        [MCHID, "TRANSACTION.SUCCESS", "20260101001", "waiting"]
    );
    assert_eq!(listed["url"], receiver.url);
    assert!(listed["next"].is_string());
    shop.sandbox.forward(15).await.unwrap();
    receiver.next().await;
    let listed = notification_with(shop, 2).await;
    assert_eq!(of_attempts(&listed, "status"), [500, 204]);
    assert_eq!(of_attempts(&listed, "cause"), ["schedule", "schedule"]);
    assert_eq!(
        (&listed["state"], &listed["next"]),
        (&json!("delivered"), &Value::Null)
    );
}

#[tokio::test]
async fn a_notification_is_sent_again_on_demand_also_after_a_success() {
    let shop = &open().await;
    let mut receiver = Receiver::start(&[204]).await;
    paid(shop, "20260101001", &receiver).await;
    let first = receiver.next().await;
    let listed = notification_with(shop, 1).await;
    let path = format!("notifications/{}/send", listed["id"].as_str().unwrap());
    assert_eq!(ask(&shop.sandbox, "POST", &path, "").await.0, 204);
    let second = receiver.next().await;
    assert_eq!(first.body(), second.body());
    let listed = notification_with(shop, 2).await;
    assert_eq!(of_attempts(&listed, "cause"), ["schedule", "request"]);
    let (status, response) = ask(&shop.sandbox, "POST", "notifications/none/send", "").await;
    assert_eq!((status, &response["code"]), (404, &json!("NOT_FOUND")));
}

#[tokio::test]
async fn a_notification_that_was_delivered_on_demand_is_not_sent_by_the_schedule() {
    let shop = &open().await;
    let mut receiver = Receiver::start(&[500, 204, 204]).await;
    paid(shop, "20260101001", &receiver).await;
    receiver.next().await;
    let listed = notification_with(shop, 1).await;
    let path = format!("notifications/{}/send", listed["id"].as_str().unwrap());
    ask(&shop.sandbox, "POST", &path, "").await;
    receiver.next().await;
    notification_with(shop, 2).await;
    shop.sandbox.forward(15).await.unwrap();
    // The next notification is that of another order.
    paid(shop, "20260101002", &receiver).await;
    let (_, order) = receiver.next_event(&shop.sandbox).await;
    assert_eq!(order["out_trade_no"], "20260101002");
}

#[tokio::test]
async fn servers_that_do_not_reply_delay_no_refund() {
    let shop = &open().await;
    let silent = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/notify", silent.local_addr().unwrap());
    for number in 0..128 {
        let number = format!("SILENT{number:04}");
        let mut request = order(&number, 100);
        request["notify_url"] = url.clone().into();
        shop.client.place(&request).await.unwrap();
        shop.sandbox.pay(MCHID, &number).await.unwrap();
    }
    // A connection that is closed would end its attempt.
    let mut connections = Vec::new();
    for _ in 0..64 {
        let accepted = timeout(Duration::from_secs(5), silent.accept()).await;
        connections.push(accepted.unwrap().unwrap());
    }
    let request = refund("SILENT0000", "R1", 100, 100);
    shop.client.refund(&request).await.unwrap();
    shop.sandbox.forward(2).await.unwrap();
    let refunded = async {
        while shop.client.query_refund("R1").await.unwrap()["status"] != "SUCCESS" {
            sleep(Duration::from_millis(50)).await;
        }
    };
    // Less than the time in which a server must reply.
    timeout(Duration::from_secs(3), refunded).await.unwrap();
}

#[tokio::test]
async fn a_speed_divides_the_delays() {
    let shop = &open().await;
    let (status, response) = ask(&shop.sandbox, "POST", "notifications/speed/0", "").await;
    let expected = json!("`factor` is not a whole number from 1 to 86400");
    assert_eq!((status, &response["message"]), (400, &expected));
    assert_eq!(
        ask(&shop.sandbox, "POST", "notifications/speed/86400", "")
            .await
            .0,
        204
    );
    let mut receiver = Receiver::start(&[500]).await;
    paid(shop, "20260101001", &receiver).await;
    // All attempts of a day are made at once.
    for _ in 0..16 {
        receiver.next().await;
    }
    let listed = notification_with(shop, 16).await;
    assert_eq!(
        (&listed["state"], &listed["next"]),
        (&json!("failed"), &Value::Null)
    );
}

#[tokio::test]
async fn a_later_notification_overtakes_one_that_is_late() {
    let shop = &open().await;
    let rule =
        json!({ "fault": "delay", "milliseconds": 60_000, "count": 1, "on": "notifications" });
    add_fault(&shop.sandbox, rule).await;
    let mut receiver = Receiver::start(&[204]).await;
    paid(shop, "20260101001", &receiver).await;
    list_until(&shop.sandbox, "faults", |faults| faults.is_empty()).await;
    paid(shop, "20260101002", &receiver).await;
    let (_, second) = receiver.next_event(&shop.sandbox).await;
    assert_eq!(second["out_trade_no"], "20260101002");
    shop.sandbox.forward(60).await.unwrap();
    let (_, first) = receiver.next_event(&shop.sandbox).await;
    assert_eq!(first["out_trade_no"], "20260101001");
    let is_noted = |listed: &[Value]| of_attempts(&listed[1], "cause") == ["delay"];
    list_until(&shop.sandbox, "notifications", is_noted).await;
}

#[tokio::test]
async fn a_late_notification_that_was_delivered_on_demand_is_not_sent_any_more() {
    let shop = &open().await;
    let rule =
        json!({ "fault": "delay", "milliseconds": 60_000, "count": 1, "on": "notifications" });
    add_fault(&shop.sandbox, rule).await;
    let mut receiver = Receiver::start(&[204]).await;
    paid(shop, "20260101001", &receiver).await;
    list_until(&shop.sandbox, "faults", |faults| faults.is_empty()).await;
    let listed = notification_with(shop, 0).await;
    let path = format!("notifications/{}/send", listed["id"].as_str().unwrap());
    assert_eq!(ask(&shop.sandbox, "POST", &path, "").await.0, 204);
    receiver.next().await;
    notification_with(shop, 1).await;
    shop.sandbox.forward(60).await.unwrap();
    // The next notification is that of another order.
    paid(shop, "20260101002", &receiver).await;
    let (_, order) = receiver.next_event(&shop.sandbox).await;
    assert_eq!(order["out_trade_no"], "20260101002");
}

/// Pays orders whose notifications the server refuses. The next attempts are due at once after 15 s.
async fn paid_and_refused(shop: &Shop, receiver: &mut Receiver) -> Vec<Value> {
    let numbers: Vec<_> = (1..=8).map(|number| format!("BURST{number}")).collect();
    for number in &numbers {
        paid(shop, number, receiver).await;
        receiver.next().await;
    }
    let are_noted = |listed: &[Value]| {
        let mut attempts = listed.iter().map(|listed| of_attempts(listed, "status"));
        attempts.all(|statuses| statuses == [500])
    };
    list_until(&shop.sandbox, "notifications", are_noted).await;
    numbers.into_iter().map(Value::from).collect()
}

const REFUSED_ONCE: &[u16] = &[500, 500, 500, 500, 500, 500, 500, 500, 204];

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_burst_of_notifications_arrives_in_the_order_of_the_events() {
    let shop = &open().await;
    let mut receiver = Receiver::start(REFUSED_ONCE).await;
    let numbers = paid_and_refused(shop, &mut receiver).await;
    shop.sandbox.forward(15).await.unwrap();
    for number in numbers {
        let (_, order) = receiver.next_event(&shop.sandbox).await;
        assert_eq!(order["out_trade_no"], number);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_fault_is_that_of_the_first_notification_of_a_burst() {
    let shop = &open().await;
    let mut receiver = Receiver::start(REFUSED_ONCE).await;
    let mut numbers = paid_and_refused(shop, &mut receiver).await;
    let rule =
        json!({ "fault": "delay", "milliseconds": 60_000, "count": 1, "on": "notifications" });
    add_fault(&shop.sandbox, rule).await;
    shop.sandbox.forward(15).await.unwrap();
    let first = numbers.remove(0);
    for number in numbers {
        let (_, order) = receiver.next_event(&shop.sandbox).await;
        assert_eq!(order["out_trade_no"], number);
    }
    shop.sandbox.forward(60).await.unwrap();
    let (_, order) = receiver.next_event(&shop.sandbox).await;
    assert_eq!(order["out_trade_no"], first);
}

/// The faults by chance of a burst of notifications.
async fn faults_by_chance() -> Vec<Value> {
    let shop = &open().await;
    let mut receiver = Receiver::start(REFUSED_ONCE).await;
    paid_and_refused(shop, &mut receiver).await;
    let rule =
        json!({ "fault": "wrong-signature", "percent": 50, "seed": 7, "on": "notifications" });
    add_fault(&shop.sandbox, rule).await;
    shop.sandbox.forward(15).await.unwrap();
    let have_two = |listed: &[Value]| {
        let mut listed = listed.iter();
        listed.all(|listed| of_attempts(listed, "fault").len() == 2)
    };
    let listed = list_until(&shop.sandbox, "notifications", have_two).await;
    let listed = listed.iter().rev();
    listed
        .map(|listed| of_attempts(listed, "fault").remove(1))
        .collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_seed_gives_the_faults_of_a_burst_to_the_same_notifications() {
    let faults = faults_by_chance().await;
    assert!(faults.contains(&Value::Null), "{faults:?}");
    assert!(faults.contains(&json!("wrong-signature")), "{faults:?}");
    for _ in 0..3 {
        assert_eq!(faults_by_chance().await, faults);
    }
}

#[tokio::test]
async fn a_notification_has_a_fault_and_is_repeated_by_another() {
    let shop = &open().await;
    let rule = json!({ "fault": "wrong-signature", "event": "TRANSACTION.SUCCESS", "count": 1 });
    add_fault(&shop.sandbox, rule).await;
    add_fault(&shop.sandbox, json!({ "fault": "duplicate", "count": 1 })).await;
    let mut receiver = Receiver::start(&[401, 204]).await;
    paid(shop, "20260101001", &receiver).await;
    let account = shop.sandbox.folder().accounts().next().unwrap();
    let notifications = account.keys.notification_signer().notifications();
    let forged = receiver.next().await;
    let error = notifications.parse(forged.headers(), forged.body());
    let error = error.unwrap_err().to_string();
    assert!(error.contains("signature-mismatch"), "{error}");
    notification_with(shop, 1).await;
    shop.sandbox.forward(15).await.unwrap();
    for _ in 0..2 {
        let (event_type, _) = receiver.next_event(&shop.sandbox).await;
        assert_eq!(event_type, "TRANSACTION.SUCCESS");
    }
    let listed = notification_with(shop, 3).await;
    assert_eq!(
        of_attempts(&listed, "cause"),
        ["schedule", "schedule", "duplicate"]
    );
    let faults = [json!("wrong-signature"), Value::Null, Value::Null];
    assert_eq!(of_attempts(&listed, "fault"), faults);
}
