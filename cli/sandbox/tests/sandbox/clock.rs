//! The clock of a sandbox.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests"
)]

use serde_json::json;

use crate::shop::{MCHID, Orders as _, Shop, open, order, refund};

#[tokio::test]
async fn two_requests_at_once_both_set_the_clock_forward() {
    let Shop {
        client, sandbox, ..
    } = &open().await;
    client.place(&order("20260101001", 100)).await.unwrap();
    // Together they reach the end of the order, after seven days.
    let half = 7 * 86_400 / 2;
    let (first, second) = tokio::join!(sandbox.forward(half), sandbox.forward(half));
    first.unwrap();
    second.unwrap();
    let queried = client.query("20260101001", MCHID).await.unwrap();
    assert_eq!(queried["trade_state"], json!("CLOSED"));
}

#[tokio::test]
async fn what_is_due_has_happened_when_the_clock_is_set() {
    let Shop {
        client, sandbox, ..
    } = &open().await;
    for number in 0..10 {
        let (order_no, refund_no) = (format!("202601010{number}"), format!("R{number}"));
        client.place(&order(&order_no, 100)).await.unwrap();
        sandbox.pay(MCHID, &order_no).await.unwrap();
        let refund = refund(&order_no, &refund_no, 100, 100);
        let begun = client.refund(&refund).await.unwrap();
        assert_eq!(begun["status"], json!("PROCESSING"));
        sandbox.forward(2).await.unwrap();
        let ended = client.query_refund(&refund_no).await.unwrap();
        assert_eq!(ended["status"], json!("SUCCESS"));
    }
}

#[tokio::test]
async fn the_clock_has_an_end() {
    let Shop { sandbox, .. } = &open().await;
    let most = i32::MAX.unsigned_abs();
    sandbox.forward(most).await.unwrap();
    let error = sandbox.forward(1).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "400 PARAM_ERROR: 沙箱时钟最多可前进68年，请换用新的目录"
    );
}
