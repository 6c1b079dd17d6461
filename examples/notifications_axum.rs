//! Notifications (回调通知) with axum: the extractor verifies, decrypts and decodes them. The shop marks an order as paid
//! once, and only if merchant and amount are those of the order.
//!
//! Without environment variables, the loopback gateway sends a few:
//!
//! ```text
//! cargo run --example notifications_axum
//! ```
//!
//! With the keys of an account, the example listens for notifications of WeChat Pay. The public key is the path of
//! a PEM file. Put an HTTPS server in front. Every order of the shop is of merchant 1230000109 and costs 1.00 yuan:
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
    ApiV3Key, Fen, Verifier, WechatPayPublicKey,
    gateway::{Fault, Gateway},
    notification::{Notification, Notifications, Reply},
};
use wechatpay_endpoints::notifications::{
    Event, MerchantTransaction, NotificationExt as _, TransactionSuccess,
};

#[derive(Clone)]
struct Shop {
    notifications: Notifications,
    /// The numbers of paid orders. A shop keeps them in its database, under a unique key.
    paid: Arc<Mutex<HashSet<String>>>,
}

/// An order of the shop.
struct Order {
    mchid: &'static str,
    total: Fen,
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
            pay(&shop, &transaction)
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

/// The order of the number. A shop reads the order from its database; here, all orders are alike.
fn order(_out_trade_no: &str) -> Order {
    Order {
        mchid: "1230000109",
        total: Fen(100),
    }
}

/// Marks the order as paid, if the payment is that of the order.
fn pay(shop: &Shop, transaction: &MerchantTransaction) -> Reply {
    let number = &transaction.out_trade_no;
    let order = order(number);
    let total = transaction.amount.as_ref().and_then(|amount| amount.total);
    if transaction.mchid != order.mchid || total != Some(order.total) {
        println!("mismatch      {number} is not paid: another merchant or amount");
        return Reply::failure("merchant or amount differ from the order");
    }
    let mut paid = shop.paid.lock().unwrap_or_else(PoisonError::into_inner);
    match paid.insert(number.clone()) {
        true => println!("paid          {number} {} yuan", order.total),
        false => println!("repeated      {number}"),
    }
    Reply::success()
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
        paid: Arc::default(),
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

/// Sends a payment, the same payment again, one of a wrong amount, a forged notification, and one of another event type.
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
    let mut cheap = paid.clone();
    cheap["amount"]["total"] = json!(1);
    let cheap = gateway.notification("TRANSACTION.SUCCESS", "transaction", &cheap)?;
    let forged = gateway.faulty_notification(
        "TRANSACTION.SUCCESS",
        "transaction",
        &paid,
        Fault::WrongSignature,
    )?;
    let other = gateway.notification("COUPON.USE", "coupon", &json!({}))?;
    for notification in [payment.clone(), payment, cheap, forged, other] {
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
