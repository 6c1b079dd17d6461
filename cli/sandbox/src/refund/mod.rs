//! Refunds (退款): their states and limits, and the JSON that describes them.

mod abnormal;
mod ecommerce;
mod end;
mod request;
mod source;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

pub(crate) use ecommerce::EcommerceRefund;
pub(crate) use request::RefundRequest;

use crate::{clock::Time, json::without_nulls, store::Record};

/// The state of a refund (退款状态).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub(crate) enum RefundState {
    Processing,
    #[default]
    Success,
    /// The money did not reach the user. The merchant names another account (异常退款).
    Abnormal,
    /// The money is back at the merchant.
    Closed,
}

/// A refund of an order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Refund {
    owner: String,
    out_refund_no: String,
    refund_id: String,
    /// `out_trade_no` of the order.
    order: String,
    transaction_id: String,
    /// The body of the request.
    request: Map<String, Value>,
    created: Time,
    state: RefundState,
    succeeded: Option<Time>,
    /// The part of the money that was the merchant's own, not frozen for sharing, in fen.
    #[serde(default)]
    own: i64,
    /// The body of the request that names another account, with digests of the account and its owner.
    #[serde(default)]
    account: Option<Map<String, Value>>,
}

impl Record for Refund {
    const KIND: &'static str = "refund";

    fn owner(&self) -> &str {
        &self.owner
    }

    fn number(&self) -> &str {
        &self.out_refund_no
    }

    fn id(&self) -> &str {
        &self.refund_id
    }
}

impl Refund {
    /// The refund as a request for it and its query describe it.
    fn describe(&self) -> Value {
        let (total, refund) = (fen(&self.request, "total"), fen(&self.request, "refund"));
        let (channel, account) = self.destination();
        without_nulls(json!({
            "refund_id": self.refund_id,
            "out_refund_no": self.out_refund_no,
            "transaction_id": self.transaction_id,
            "out_trade_no": self.order,
            "channel": channel,
            "user_received_account": account,
            "create_time": self.created.to_string(),
            "success_time": self.succeeded.map(|time| time.to_string()),
            "status": self.state,
            "funds_account": self.funds_account(),
            "amount": without_nulls(json!({
                "total": total,
                "refund": refund,
                "from": self.sources(),
                "payer_total": total,
                "payer_refund": refund,
                "settlement_refund": refund,
                "settlement_total": total,
                "discount_refund": 0,
                "currency": "CNY",
            })),
        }))
    }

    /// The accounts of the merchant that pay the refund (退款出资账户), as the request names them.
    fn sources(&self) -> Option<&Value> {
        self.request.get("amount")?.get("from")
    }

    /// The account that pays the refund (资金账户). WeChat Pay takes unsettled money unless the request says otherwise.
    fn funds_account(&self) -> &str {
        let first = self
            .sources()
            .and_then(|sources| sources.get(0)?.get("account"));
        let named = self.request.get("funds_account").or(first);
        named.and_then(Value::as_str).unwrap_or("UNSETTLED")
    }

    /// The channel of the refund (退款渠道), and the account that gets the money.
    fn destination(&self) -> (&'static str, &'static str) {
        let account = self.account.as_ref();
        let kind = account.and_then(|account| account.get("type")?.as_str());
        match kind {
            None => ("ORIGINAL", "支付用户零钱"),
            Some("MERCHANT_BANK_CARD") => ("OTHER_BANKCARD", "商户结算银行账户"),
            Some(_) => ("OTHER_BANKCARD", "用户银行卡"),
        }
    }

    fn sub_mchid(&self) -> Option<&str> {
        self.request.get("sub_mchid")?.as_str()
    }
}

/// A member of the amount, in fen.
fn fen(request: &Map<String, Value>, member: &str) -> i64 {
    let amount = request
        .get("amount")
        .and_then(|amount| amount.get(member)?.as_i64());
    amount.unwrap_or_default()
}
