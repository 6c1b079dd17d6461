//! Receives the shop's notifications. Put an HTTPS server in front:
//!
//! ```text
//! WECHATPAY_PUBLIC_KEY=pub_key.pem WECHATPAY_PUBLIC_KEY_ID=PUB_KEY_ID_… WECHATPAY_API_V3_KEY=… \
//!     cargo run -p typed -- 127.0.0.1:3000
//! ```

use std::{env, error::Error, fs};

use tokio::net::TcpListener;
use typed::notifications::{Ledger, router};
use wechatpay_client::{ApiV3Key, Verifier, WechatPayPublicKey, notification::Notifications};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let address = env::args().nth(1);
    let address = address.ok_or("the address is missing: give one, such as 127.0.0.1:3000")?;
    let public_key = WechatPayPublicKey::from_pem(
        env::var("WECHATPAY_PUBLIC_KEY_ID")?,
        fs::read(env::var("WECHATPAY_PUBLIC_KEY")?)?,
    )?;
    let key = ApiV3Key::new(env::var("WECHATPAY_API_V3_KEY")?)?;
    let notifications = Notifications::new(Verifier::new(public_key), key)?;
    let listener = TcpListener::bind(address).await?;
    axum::serve(listener, router(notifications, Ledger::default())).await?;
    Ok(())
}
