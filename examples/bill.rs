//! 申请交易账单: requests a gzipped bill and saves it with a progress bar. The file appears only if its hash
//! matches.
//!
//! The example runs against the loopback gateway:
//!
//! ```text
//! cargo run --example bill
//! cargo run --example bill -- bill.csv
//! ```

use std::{
    env,
    error::Error,
    fmt::Write as _,
    io::{self, Write as _},
    path::PathBuf,
    process::ExitCode,
};

use wechatpay_client::{BillFile, Client, Result, gateway::Gateway, wechatpay_api};

const LINES: u32 = 200_000;

#[wechatpay_api(GET "/v3/bill/tradebill")]
pub trait TradeBill {
    async fn trade_bill(
        &self,
        #[query] bill_date: &str,
        #[query] tar_type: Option<&str>,
    ) -> Result<BillFile>;
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> std::result::Result<(), Box<dyn Error>> {
    let gateway = loopback().await?;
    let client = gateway.client().build()?;
    let bill = client
        .trade_bill("2025-12-31", Some("GZIP"))
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

/// A loopback gateway with a bill.
async fn loopback() -> std::result::Result<Gateway, Box<dyn Error>> {
    let mut content = String::from("\u{feff}交易时间,商户号,商户订单号,应结订单金额\r\n");
    for line in 0..LINES {
        write!(
            content,
            "`2025-12-31 12:00:00,`1900000109,`{line:032},`8.88\r\n"
        )?;
    }

    let gateway = Gateway::start().await?;
    gateway.bill("/v3/bill/tradebill", content);
    Ok(gateway)
}
