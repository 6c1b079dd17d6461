//! Notifications (回调通知) with axum: the extractor verifies, decrypts and decodes them, and each is handled once.
//!
//! Without environment variables, the loopback gateway sends a few:
//!
//! ```text
//! cargo run --example notifications_axum
//! ```
//!
//! With the keys of an account, the example listens for notifications of WeChat Pay. The public key is the path of
//! a PEM file. Put an HTTPS server in front:
//!
//! ```text
//! WECHATPAY_PUBLIC_KEY=pub_key.pem WECHATPAY_PUBLIC_KEY_ID=PUB_KEY_ID_… WECHATPAY_API_V3_KEY=… \
//!     cargo run --example notifications_axum -- 127.0.0.1:3000
//! ```

use std::{
    collections::HashSet,
    env,
    error::Error,
    fs,
    sync::{Arc, Mutex, PoisonError},
};

use axum::{
    Router,
    extract::{FromRef, State},
    routing::post,
};
use serde_json::json;
use tokio::net::TcpListener;
use wechatpay_client::{
    ApiV3Key, Verifier, WechatPayPublicKey,
    gateway::{Fault, Gateway},
    notification::{Notification, Notifications, Reply},
};
use wechatpay_endpoints::notifications::{
    Event, MerchantTransaction, NotificationExt as _, TransactionSuccess,
};

#[derive(Clone)]
struct Shop {
    notifications: Notifications,
    /// The IDs of handled notifications. A shop keeps them in its database, under a unique key.
    handled: Arc<Mutex<HashSet<String>>>,
}

/// Gives the extractor its keys.
impl FromRef<Shop> for Notifications {
    fn from_ref(shop: &Shop) -> Self {
        shop.notifications.clone()
    }
}

/// Handles a notification that WeChat Pay signed. The extractor has replied to all others.
async fn notified(State(shop): State<Shop>, notification: Notification) -> Reply {
    match notification.event() {
        Event::TransactionSuccess(TransactionSuccess::Merchant(transaction)) => {
            paid(&shop, notification.id(), &transaction);
            Reply::success()
        }
        // WeChat Pay sends the notification again.
        Event::Undecoded(undecoded) => {
            println!("not decoded   {undecoded}");
            Reply::failure("not decoded")
        }
        _ => {
            println!("ignored       {}", notification.event_type());
            Reply::success()
        }
    }
}

fn paid(shop: &Shop, id: &str, transaction: &MerchantTransaction) {
    let mut handled = shop.handled.lock().unwrap_or_else(PoisonError::into_inner);
    if !handled.insert(id.to_owned()) {
        println!("repeated      {id}");
        return;
    }
    // A shop compares the amount with that of its order.
    let amount = transaction.amount.as_ref();
    match amount.and_then(|amount| amount.total) {
        Some(total) => println!("paid          {} {total} yuan", transaction.out_trade_no),
        None => println!("no amount     {}", transaction.out_trade_no),
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    match env::args().nth(1) {
        Some(address) => {
            let listener = TcpListener::bind(address).await?;
            println!("listening on  {}", listener.local_addr()?);
            serve(listener, live()?).await?;
        }
        None => loopback().await?,
    }
    Ok(())
}

async fn serve(listener: TcpListener, notifications: Notifications) -> std::io::Result<()> {
    let shop = Shop {
        notifications,
        handled: Arc::default(),
    };
    let router = Router::new()
        .route("/notify", post(notified))
        .with_state(shop);
    axum::serve(listener, router).await
}

fn live() -> Result<Notifications, Box<dyn Error>> {
    let value =
        |name: &str| env::var(name).map_err(|_| format!("not set in the environment: {name}"));
    let public_key = fs::read(value("WECHATPAY_PUBLIC_KEY")?)?;
    let public_key = WechatPayPublicKey::from_pem(value("WECHATPAY_PUBLIC_KEY_ID")?, public_key)?;
    let key = ApiV3Key::new(value("WECHATPAY_API_V3_KEY")?)?;
    Ok(Notifications::new(Verifier::new(public_key), key)?)
}

/// Sends a payment, the same payment again, a forged notification, and one of another event type.
async fn loopback() -> Result<(), Box<dyn Error>> {
    let gateway = Gateway::start().await?;
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}/notify", listener.local_addr()?);
    let server = tokio::spawn(serve(listener, gateway.notifications()));

    let paid = json!({
        "mchid": "1230000109",
        "out_trade_no": "1217752501201407033233368018",
        "trade_state": "SUCCESS",
        "amount": { "total": 100, "currency": "CNY" },
    });
    let payment = gateway.notification("TRANSACTION.SUCCESS", "transaction", &paid)?;
    let forged = gateway.faulty_notification(
        "TRANSACTION.SUCCESS",
        "transaction",
        &paid,
        Fault::WrongSignature,
    )?;
    let other = gateway.notification("COUPON.USE", "coupon", &json!({}))?;
    for notification in [payment.clone(), payment, forged, other] {
        let reply = gateway.notify(&url, notification).await?;
        println!(
            "replied       {} {}",
            reply.status(),
            String::from_utf8_lossy(reply.body())
        );
    }
    server.abort();
    Ok(())
}
