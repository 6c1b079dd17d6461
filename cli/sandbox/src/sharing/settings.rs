//! Settings of merchants that WeChat Pay has on its merchant platform, and the results of shares in the sandbox.

use crate::{
    book::{Book, BookError},
    refusal::{Refusal, refusal},
    store::{Change, StoreError},
};

/// The largest ratio that is shared (最大分账比例), in hundredths of a percent, unless it is set.
const RATIO: i64 = 3_000;

const NO_SUCH_RESULT: Refusal = refusal(
    400,
    "PARAM_ERROR",
    "the result is neither SUCCESS nor a fail_reason of a share, such as ACCOUNT_ABNORMAL",
    0,
);

/// The reasons why a share fails.
const FAILURES: [&str; 8] = [
    "ACCOUNT_ABNORMAL",
    "NO_RELATION",
    "RECEIVER_HIGH_RISK",
    "RECEIVER_REAL_NAME_NOT_VERIFIED",
    "NO_AUTH",
    "RECEIVER_RECEIPT_LIMIT",
    "PAYER_ACCOUNT_ABNORMAL",
    "INVALID_REQUEST",
];

/// The largest ratio of a merchant, in hundredths of a percent.
pub(super) async fn ratio(mchid: &str, change: &mut Change) -> Result<i64, StoreError> {
    let ratio = change.setting(&ratio_name(mchid)).await?;
    Ok(ratio.and_then(|ratio| ratio.parse().ok()).unwrap_or(RATIO))
}

/// The reason why shares do not arrive at a receiver.
pub(super) async fn failure(
    account: &str,
    change: &mut Change,
) -> Result<Option<String>, StoreError> {
    let failure = change.setting(&failure_name(account)).await?;
    Ok(failure.filter(|failure| !failure.is_empty()))
}

/// `service_notify_url` of a receiving merchant.
pub(super) async fn notify_url(
    mchid: &str,
    change: &mut Change,
) -> Result<Option<String>, StoreError> {
    let url = change.setting(&url_name(mchid)).await?;
    Ok(url.filter(|url| !url.is_empty()))
}

impl Book {
    /// Sets the largest ratio of a merchant, in hundredths of a percent.
    pub(crate) async fn set_sharing_ratio(&self, mchid: &str, ratio: u32) -> Result<(), BookError> {
        self.set(&ratio_name(mchid), &ratio.to_string()).await
    }

    /// Sets the result of later shares to a receiver: `SUCCESS`, or the reason of the failure.
    pub(crate) async fn set_share_result(
        &self,
        account: &str,
        result: &str,
    ) -> Result<(), BookError> {
        let failure = match result {
            "SUCCESS" => "",
            failure if FAILURES.contains(&failure) => failure,
            _ => return Err(NO_SUCH_RESULT.into()),
        };
        self.set(&failure_name(account), failure).await
    }

    /// Sets the URL at which a merchant hears of its shares. An empty URL removes it.
    pub(crate) async fn set_sharing_url(&self, mchid: &str, url: &str) -> Result<(), BookError> {
        self.check_merchant(mchid)?;
        self.set(&url_name(mchid), url).await
    }

    async fn set(&self, name: &str, value: &str) -> Result<(), BookError> {
        let mut change = self.begin().await?;
        change.set(name, value).await?;
        Ok(change.commit().await?)
    }
}

fn ratio_name(mchid: &str) -> String {
    format!("sharing_ratio/{mchid}")
}

fn failure_name(account: &str) -> String {
    format!("share_failure/{account}")
}

fn url_name(mchid: &str) -> String {
    format!("sharing_notify_url/{mchid}")
}
