//! The clock of a sandbox.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use serde_json::json;

use crate::shop::{MCHID, Orders as _, Shop, open, order};

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
