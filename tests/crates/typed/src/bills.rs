//! 交易账单: the orders of a day, from 10:00 of the next day.

use std::path::Path;

use wechatpay_client::{Client, Result};
use wechatpay_endpoints::payments::bills::{BillType, Bills, TarType};

/// Saves the bill of a day (`yyyy-MM-dd`), and returns its size in bytes. The file appears only if its hash matches.
pub async fn save(client: &Client, day: &str, path: impl AsRef<Path>) -> Result<u64> {
    let bill = client
        .get_trade_bill(day, None, Some(&BillType::All), Some(&TarType::Gzip))
        .await?
        .with_gzip();
    Ok(Client::download(client, &bill).await?.save(path).await?)
}
