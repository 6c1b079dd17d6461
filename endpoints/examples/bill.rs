//! 申请交易账单: requests the gzipped bill of a day, and saves it with a progress bar. The file appears only if its hash
//! matches. WeChat Pay has the bill from 10:00 of the next day.
//!
//! Official page: <https://pay.weixin.qq.com/docs/merchant/apis/bill-download/trade-bill/get-trade-bill.html>
//!
//! ```text
//! cargo run -p wechatpay-endpoints --example bill --features facts,gateway,payments
//! cargo run -p wechatpay-endpoints --example bill --features facts,gateway,payments -- bill.csv
//! ```

#![allow(clippy::print_stdout, reason = "an example prints what happens")]

mod loopback;

use std::{
    env,
    error::Error,
    io::{self, Write as _},
    path::PathBuf,
};

use wechatpay_client::Client;
use wechatpay_endpoints::payments::bills::{BillType, Bills as _, TarType};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let gateway = loopback::start().await?;
    let header = "\u{feff}交易时间,商户号,商户订单号,应结订单金额\r\n";
    let line = "`2025-12-31 12:00:00,`1900000109,`1217752501201407033233368018,`8.88\r\n";
    gateway.bill(
        "/v3/bill/tradebill",
        format!("{header}{}", line.repeat(200_000)),
    );

    let client = gateway.client().build()?;
    let bill = client
        .get_trade_bill(
            "2025-12-31",
            None,
            Some(&BillType::All),
            Some(&TarType::Gzip),
        )
        .await?
        .with_gzip();
    println!("{}          {}", bill.hash_type(), bill.hash_value());

    let file = Client::download(&client, &bill).await?.on_progress(draw);
    let given = env::args_os().nth(1).map(PathBuf::from);
    let path = given
        .clone()
        .unwrap_or_else(|| env::temp_dir().join("wechatpay-bill.csv"));
    let bytes = file.save(&path).await?;
    println!();
    println!("saved         {bytes} bytes at {}", path.display());
    if given.is_none() {
        std::fs::remove_file(path)?;
    }
    Ok(())
}

/// Draws a progress bar, which fills if the length is known.
fn draw(received: u64, all: Option<u64>) {
    const WIDTH: u64 = 40;
    let filled = all.map_or(0, |all| received * WIDTH / all.max(1));
    let filled = usize::try_from(filled).unwrap_or_default();
    print!("\r[{:<40}] {received} bytes", "#".repeat(filled));
    let _ = io::stdout().flush();
}
