//! Bills (账单) of a day: the day is one of the calendar, and over.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests"
)]

use serde_json::Value;
use wechatpay_client::{Client, Result, wechatpay_api};

use crate::shop::{Shop, open, page, refusal, refused, user::list};

#[wechatpay_api]
trait Bills {
    #[wechatpay_api(GET "/v3/bill/tradebill")]
    async fn trade(&self, #[query] bill_date: &str) -> Result<Value>;

    #[wechatpay_api(GET "/v3/bill/fundflowbill")]
    async fn fund_flow(&self, #[query] bill_date: &str) -> Result<Value>;

    #[wechatpay_api(GET "/v3/profitsharing/bills")]
    async fn sharing(&self, #[query] bill_date: &str) -> Result<Value>;
}

/// Asks for the bills of a day.
async fn ask(client: &Client, day: &str) -> [Result<Value>; 3] {
    [
        client.trade(day).await,
        client.fund_flow(day).await,
        client.sharing(day).await,
    ]
}

/// A day, this many days after today in Beijing.
fn day_after_today(days: i64) -> String {
    let now = chrono::Utc::now() + chrono::TimeDelta::hours(8 + 24 * days);
    now.format("%Y-%m-%d").to_string()
}

#[tokio::test]
async fn a_bill_is_that_of_a_day_of_the_calendar_that_is_over() {
    let shop = &open().await;
    let Shop {
        client, sandbox, ..
    } = shop;
    for bill in ask(client, "2025-12-31").await {
        assert!(bill.unwrap()["download_url"].is_string());
    }
    let no_day = "`bill_date` is no date of the form 2026-01-31: correct the parameter";
    let not_over = "`bill_date` is not over by the clock of the sandbox: ask for an earlier day";
    let (today, tomorrow) = (day_after_today(0), day_after_today(1));
    for (day, code, message, reason) in [
        ("2026-13-45", "INVALID_REQUEST", "参数错误", no_day),
        ("20251231", "INVALID_REQUEST", "参数错误", no_day),
        (&today, "STATEMENT_CREATING", "账单生成中", not_over),
        (&tomorrow, "STATEMENT_CREATING", "账单生成中", not_over),
    ] {
        for bill in ask(client, day).await {
            let error = refusal(bill.unwrap_err());
            assert_eq!(error, refused(400, code, message), "{day}");
            let entry = list(sandbox, "requests?limit=1").await.remove(0);
            assert_eq!(entry["reason"], reason);
        }
    }
    let page = page::get(shop, "/requests?lang=zh").await;
    for reason in [
        "`bill_date` 不是 2026-01-31",
        "`bill_date` 这一天还没有结束",
    ] {
        assert!(page.has(reason), "{}", page.body);
    }
    sandbox.forward(86_400).await.unwrap();
    for bill in ask(client, &today).await {
        bill.unwrap();
    }
}
