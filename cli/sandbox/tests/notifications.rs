//! Notifications: signed and encrypted, sent until the merchant's server replies with success.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod shop;

use serde_json::{Value, json};

use shop::{MCHID, Orders as _, Shop, open, order, receiver::Receiver, refund};

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
