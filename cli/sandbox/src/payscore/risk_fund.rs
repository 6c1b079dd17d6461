//! The risk fund (风险金) of an order, and the largest that a service has. A service has no limit until the user of the
//! sandbox sets one.

use serde_json::{Map, Value};
use wechatpay_client::gateway::{ParamError, ParamLocation};

use super::{ServiceOrder, price::ESTIMATE, refusals};
use crate::{
    amount,
    book::{Book, BookError},
    json::text,
    store::{Change, StoreError},
};

/// The names (风险金名称). The official guide has them for requests, the facts only for some of those and for responses.
const NAMES: [&str; 4] = ["DEPOSIT", "ADVANCE", "CASH_DEPOSIT", ESTIMATE];

/// Checks the risk fund of a request for an order.
pub(super) async fn check(change: &mut Change, body: &Map<String, Value>) -> Result<(), BookError> {
    let member = |name: &str| body.get("risk_fund").and_then(|fund| fund.get(name));
    check_name(member("name"))?;
    let amount = member("amount");
    amount::check_fen(amount, "/risk_fund/amount")?;
    let amount = amount.and_then(Value::as_i64).unwrap_or_default();
    match limit(change, text(body, "service_id")).await? {
        Some(limit) if amount > limit => Err(refusals::LARGE_RISK_FUND.into()),
        _ => Ok(()),
    }
}

impl ServiceOrder {
    /// Checks the total against the limit of the service.
    pub(super) async fn check_limit(&self, change: &mut Change) -> Result<(), BookError> {
        let service = self.text("service_id").unwrap_or_default();
        match limit(change, service).await? {
            Some(limit) if self.total() > limit => Err(refusals::ABOVE_THE_RISK_FUND.into()),
            _ => Ok(()),
        }
    }
}

impl Book {
    /// Sets the largest risk fund of a service, in fen.
    pub(crate) async fn set_risk_fund(&self, service_id: &str, fen: i64) -> Result<(), BookError> {
        let mut change = self.begin().await?;
        change.set(&name(service_id), &fen.to_string()).await?;
        Ok(change.commit().await?)
    }
}

fn check_name(name: Option<&Value>) -> Result<(), ParamError> {
    match name {
        Some(name) if NAMES.iter().all(|listed| name != listed) => {
            let issue = "is unlisted: send a value that the documentation lists";
            let error = ParamError::new(ParamLocation::Body, "/risk_fund/name", issue);
            Err(error.with_value(name.clone()))
        }
        _ => Ok(()),
    }
}

async fn limit(change: &mut Change, service_id: &str) -> Result<Option<i64>, StoreError> {
    let limit = change.setting(&name(service_id)).await?;
    Ok(limit.and_then(|limit| limit.parse().ok()))
}

fn name(service_id: &str) -> String {
    format!("risk_fund/{service_id}")
}
