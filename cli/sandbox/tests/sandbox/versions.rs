//! A state that an older version wrote: `tests/fixtures/state_0001.sql` is a dump of one with only the first migration. The
//! unpaid order of the dump expires in 2096, so that the test does not depend on the date.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use std::time::Duration;

use sqlx::sqlite::{SqliteConnectOptions, SqlitePool};
use tokio::time::{sleep, timeout};

use crate::shop::{MCHID, Orders as _, Shop, new_folder, open_in};

const STATE: &str = include_str!("../fixtures/state_0001.sql");

#[tokio::test]
async fn a_state_of_the_first_migration_goes_on() {
    let folder = new_folder();
    let options = SqliteConnectOptions::new()
        .filename(folder.path().join("state.sqlite"))
        .create_if_missing(true);
    let pool = SqlitePool::connect_with(options).await.unwrap();
    sqlx::raw_sql(STATE).execute(&pool).await.unwrap();
    pool.close().await;

    let Shop {
        client, sandbox, ..
    } = &open_in(folder).await;
    let open = client.query("20260101001", MCHID).await.unwrap();
    assert_eq!(open["trade_state"], "NOTPAY");
    sandbox.pay(MCHID, "20260101001").await.unwrap();
    let refunded = client.query("20260101002", MCHID).await.unwrap();
    assert_eq!(refunded["trade_state"], "REFUND");
    assert_eq!(refunded["amount"]["total"], 100);
    // The task that ends the refund was kept too.
    let is_ended = async {
        while client.query_refund("R1").await.unwrap()["status"] != "SUCCESS" {
            sleep(Duration::from_millis(5)).await;
        }
    };
    timeout(Duration::from_secs(30), is_ended).await.unwrap();
}
