//! A cashier (收银台): takes an amount, shows the QR code of a Native order (Native支付), and shows the payment as soon
//! as WeChat Pay notifies it. A button refunds the payment.
//!
//! Against the sandbox (`wechatpay sandbox` in another shell):
//!
//! ```text
//! cargo build -p cashier # before `sandbox.env`, whose proxy downloads no crates
//! . ~/.local/share/wechatpay/sandbox/sandbox.env
//! cargo run -p cashier
//! ```
//!
//! Against WeChat Pay, with the keys of an account and an address that WeChat Pay reaches:
//!
//! ```text
//! WECHATPAY_MCHID=… WECHATPAY_SERIAL_NO=… WECHATPAY_PRIVATE_KEY=apiclient_key.pem \
//! WECHATPAY_PUBLIC_KEY=pub_key.pem WECHATPAY_PUBLIC_KEY_ID=PUB_KEY_ID_… WECHATPAY_API_V3_KEY_FILE=api_v3_key.txt \
//! CASHIER_APPID=wx… CASHIER_NOTIFY_URL=https://shop.example/notify cargo run -p cashier
//! ```
//!
//! The cashier listens on 127.0.0.1:3000, or on `CASHIER_ADDRESS`. It has no login: only `/notify` may be reached from
//! outside. A browser opens its pages by `localhost` or an IP address: other names are refused.

#![allow(clippy::print_stdout, reason = "an example prints what happens")]

mod cashier;
mod notify;
mod order;
mod page;
mod server;
mod settings;

use std::error::Error;

use tokio::net::TcpListener;

use cashier::Cashier;
use settings::Settings;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let settings = Settings::from_environment()?;
    let listener = TcpListener::bind(&settings.address).await;
    let listener = listener.map_err(|error| format!("{}: {error}", settings.address))?;
    let address = listener.local_addr()?;
    println!("http://{address}");
    let cashier = Cashier::new(settings, address)?;
    axum::serve(listener, server::router(cashier)).await?;
    Ok(())
}
