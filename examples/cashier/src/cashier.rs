//! The business of the cashier: places orders, believes only payments that fit, and refunds.

use std::{
    collections::HashMap,
    net::SocketAddr,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::{SystemTime, UNIX_EPOCH},
};

use axum::extract::FromRef;
use wechatpay_client::{Client, Fen, Result, notification::Notifications};
use wechatpay_endpoints::payments::{
    direct::{Amount, PrepayNativeRequest, TradeState, Transactions as _},
    refunds::{CreateRefundAmount, CreateRefundRequest, RefundStatus, Refunds as _},
};

use crate::{
    order::{Order, Status},
    settings::Settings,
};

const CURRENCY: &str = "CNY";

/// The cashier. A clone shares its orders.
#[derive(Clone)]
pub(crate) struct Cashier {
    client: Client,
    notifications: Notifications,
    mchid: Arc<str>,
    appid: Arc<str>,
    notify_url: Arc<str>,
    sandbox: Option<Arc<str>>,
    orders: Arc<Mutex<HashMap<String, Arc<Order>>>>,
    /// The number of the next order.
    next: Arc<AtomicU64>,
}

/// A payment as WeChat Pay describes it, in a notification or in the response to a query.
pub(crate) struct Payment<'p> {
    pub(crate) mchid: &'p str,
    pub(crate) out_trade_no: &'p str,
    pub(crate) total: Option<Fen>,
    pub(crate) currency: Option<&'p str>,
}

impl Cashier {
    /// A cashier at this address.
    pub(crate) fn new(
        settings: Settings,
        address: SocketAddr,
    ) -> Result<Self, std::time::SystemTimeError> {
        let notify_url = settings.notify_url;
        let notify_url = notify_url.unwrap_or_else(|| format!("http://{address}/notify"));
        // Numbers of an earlier run are lower. A shop takes numbers from its database.
        let next = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs() * 1_000;
        Ok(Self {
            client: settings.client,
            notifications: settings.notifications,
            mchid: settings.mchid.into(),
            appid: settings.appid.into(),
            notify_url: notify_url.into(),
            sandbox: settings.sandbox.map(Into::into),
            orders: Arc::default(),
            next: Arc::new(AtomicU64::new(next)),
        })
    }

    /// Places an order (Native下单). If that fails, nobody has seen a QR code, so nobody can pay: the next attempt may
    /// take another number.
    pub(crate) async fn place(&self, total: Fen) -> Result<Arc<Order>> {
        let number = format!("CASHIER{}", self.next.fetch_add(1, Ordering::Relaxed));
        let request = PrepayNativeRequest::builder()
            .appid(&*self.appid)
            .mchid(&*self.mchid)
            .description("收银台 Cashier")
            .out_trade_no(&number)
            .notify_url(&*self.notify_url)
            .amount(Amount::builder().total(total).currency(CURRENCY).build())
            .build();
        let code_url = self.client.prepay_native(&request).await?.code_url;
        let order = Arc::new(Order::new(number.clone(), total, code_url));
        let mut orders = self.orders.lock().unwrap_or_else(PoisonError::into_inner);
        orders.insert(number, Arc::clone(&order));
        Ok(order)
    }

    pub(crate) fn order(&self, number: &str) -> Option<Arc<Order>> {
        let orders = self.orders.lock().unwrap_or_else(PoisonError::into_inner);
        orders.get(number).cloned()
    }

    /// Marks an order as paid, if merchant, amount and currency are those of the order. The error says what differs.
    pub(crate) fn pay(&self, payment: &Payment<'_>) -> Result<(), &'static str> {
        let order = self.order(payment.out_trade_no).ok_or("no such order")?;
        if payment.mchid != &*self.mchid {
            return Err("another merchant");
        }
        if payment.total != Some(order.total) || payment.currency != Some(CURRENCY) {
            return Err("another amount");
        }
        order.advance(Status::Paid);
        Ok(())
    }

    /// Asks WeChat Pay for what the next notification tells, because a notification can be late or lost.
    pub(crate) async fn query(&self, order: &Order) -> Result<()> {
        match order.status() {
            Status::Unpaid => self.query_payment(order).await,
            Status::Refunding => self.query_refund(order).await,
            _ => Ok(()),
        }
    }

    /// Asks for the order (查询订单).
    async fn query_payment(&self, order: &Order) -> Result<()> {
        let client = &self.client;
        let found = client.query_order_by_out_trade_no(&order.number, &self.mchid);
        let found = found.await?;
        if found.trade_state == TradeState::Success {
            let amount = found.amount.as_ref();
            let paid = self.pay(&Payment {
                mchid: &found.mchid,
                out_trade_no: &found.out_trade_no,
                total: amount.and_then(|amount| amount.total),
                currency: amount.and_then(|amount| amount.currency.as_deref()),
            });
            if let Err(difference) = paid {
                println!("not paid    {}: {difference}", order.number);
            }
        }
        Ok(())
    }

    /// Asks for the refund (查询单笔退款).
    async fn query_refund(&self, order: &Order) -> Result<()> {
        let number = order.refund_number();
        let refund = self.client.query_refund(&number, None).await?;
        order.advance(after(&refund.status));
        Ok(())
    }

    /// Refunds the whole order (申请退款). After any error the request may be made again: see
    /// [`Order::refund_number`].
    pub(crate) async fn refund(&self, order: &Order) -> Result<()> {
        let amount = CreateRefundAmount::builder()
            .refund(order.total)
            .total(order.total)
            .currency(CURRENCY)
            .build();
        let request = CreateRefundRequest::builder()
            .out_trade_no(&order.number)
            .out_refund_no(order.refund_number())
            .notify_url(&*self.notify_url)
            .amount(amount)
            .build();
        let refund = self.client.create_refund(&request).await?;
        order.advance(after(&refund.status));
        Ok(())
    }

    /// The page of the sandbox that pays an order. `None` if WeChat Pay itself is the other side.
    pub(crate) fn sandbox_page(&self, order: &Order) -> Option<String> {
        let (sandbox, (_, id)) = (self.sandbox.as_ref()?, order.code_url.split_once("?pr=")?);
        Some(format!("{sandbox}/pay/{id}"))
    }
}

/// The status of an order with a refund.
fn after(refund: &RefundStatus) -> Status {
    match refund {
        RefundStatus::Success => Status::Refunded,
        RefundStatus::Processing => Status::Refunding,
        _ => Status::NotRefunded,
    }
}

/// Gives the extractor of notifications its keys.
impl FromRef<Cashier> for Notifications {
    fn from_ref(cashier: &Cashier) -> Self {
        cashier.notifications.clone()
    }
}

#[cfg(test)]
mod tests {
    use wechatpay_client::gateway::{Gateway, ScriptedResponse};

    use super::*;

    const NATIVE: &str = "/v3/pay/transactions/native";
    const REFUNDS: &str = "/v3/refund/domestic/refunds";
    const REFUND: &str = r#"{"refund_id": "50000000382019052709732678859", "out_refund_no": "R1",
        "transaction_id": "1217752501201407033233368018", "out_trade_no": "1", "channel": "ORIGINAL",
        "user_received_account": "支付用户零钱", "create_time": "2020-12-01T16:18:12+08:00", "status": "STATUS",
        "amount": {"total": 100, "refund": 100, "payer_total": 100, "payer_refund": 100, "settlement_refund": 100,
        "settlement_total": 100, "discount_refund": 0, "currency": "CNY"}}"#;
    const CODE_URL: &str = "weixin://wxpay/bizpayurl?pr=wx1";

    async fn cashier(gateway: &Gateway) -> Cashier {
        let body = format!(r#"{{"code_url":"{CODE_URL}"}}"#);
        gateway.respond("POST", NATIVE, ScriptedResponse::bytes(200, body));
        let settings = Settings {
            client: gateway.client().build().unwrap(),
            notifications: gateway.notifications(),
            mchid: "1900000109".to_owned(),
            appid: "wxd678efh567hg6787".to_owned(),
            notify_url: None,
            address: String::new(),
            sandbox: Some("http://127.0.0.1:9080".to_owned()),
        };
        Cashier::new(settings, ([127, 0, 0, 1], 3000).into()).unwrap()
    }

    #[tokio::test]
    async fn only_a_payment_that_fits_marks_an_order_as_paid() {
        let gateway = Gateway::start().await.unwrap();
        let cashier = cashier(&gateway).await;
        let order = cashier.place(Fen(100)).await.unwrap();
        let page = cashier.sandbox_page(&order).unwrap();
        assert_eq!(page, "http://127.0.0.1:9080/pay/wx1");
        let pay = |mchid, out_trade_no, total, currency| {
            cashier.pay(&Payment {
                mchid,
                out_trade_no,
                total,
                currency,
            })
        };
        let (mchid, number, total) = ("1900000109", &*order.number, Some(Fen(100)));
        let refused = [
            (
                pay("1900000108", number, total, Some("CNY")),
                "another merchant",
            ),
            (pay(mchid, "x", total, Some("CNY")), "no such order"),
            (
                pay(mchid, number, Some(Fen(1)), Some("CNY")),
                "another amount",
            ),
            (pay(mchid, number, None, Some("CNY")), "another amount"),
            (pay(mchid, number, total, Some("USD")), "another amount"),
            (pay(mchid, number, total, None), "another amount"),
        ];
        for (result, difference) in refused {
            assert_eq!(result, Err(difference));
        }
        assert_eq!(order.status(), Status::Unpaid);
        assert_eq!(pay(mchid, number, total, Some("CNY")), Ok(()));
        assert_eq!(order.status(), Status::Paid);
    }

    #[tokio::test]
    async fn a_refund_without_a_notification_is_queried() {
        let gateway = Gateway::start().await.unwrap();
        let cashier = cashier(&gateway).await;
        let order = cashier.place(Fen(100)).await.unwrap();
        order.advance(Status::Paid);
        let query = format!("{REFUNDS}/{}", order.refund_number());
        for (method, path, status) in [("POST", REFUNDS, "PROCESSING"), ("GET", &*query, "SUCCESS")]
        {
            let body = REFUND.replace("STATUS", status);
            gateway.respond(method, path, ScriptedResponse::bytes(200, body));
        }
        cashier.refund(&order).await.unwrap();
        assert_eq!(order.status(), Status::Refunding);
        cashier.query(&order).await.unwrap();
        assert_eq!(order.status(), Status::Refunded);
    }

    #[tokio::test]
    async fn a_repeated_notification_does_not_undo_a_refund() {
        let gateway = Gateway::start().await.unwrap();
        let cashier = cashier(&gateway).await;
        let order = cashier.place(Fen(100)).await.unwrap();
        let payment = Payment {
            mchid: "1900000109",
            out_trade_no: &order.number,
            total: Some(Fen(100)),
            currency: Some("CNY"),
        };
        cashier.pay(&payment).unwrap();
        order.advance(Status::Refunded);
        cashier.pay(&payment).unwrap();
        assert_eq!(order.status(), Status::Refunded);
        let other = cashier.place(Fen(100)).await.unwrap();
        assert_ne!(order.number, other.number);
        assert_eq!(order.refund_number(), format!("R{}", order.number));
    }
}
