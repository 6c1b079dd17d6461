//! Placing an order (下单).

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::{Order, TradeState, TradeType};
use crate::{
    amount,
    book::BookError,
    clock::Time,
    expiry, ids,
    json::text,
    refund::RefundState,
    refusal::{self, Refusal, refusal},
    store::Change,
};

/// The seconds in which a user can pay by a `prepay_id` or a `code_url`: 2 hours.
const SESSION: i64 = 2 * 3_600;

/// The seconds in which a user can pay by an `h5_url`: 5 minutes.
const H5_SESSION: i64 = 300;

const SESSION_IS_OVER: Refusal = refusal(
    400,
    "INVALID_REQUEST",
    "支付请求已失效，请使用原参数重新下单",
    0,
);

/// A session in which a user can pay (预支付交易会话).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Session {
    pub(crate) prepay_id: String,
    /// `None` in an older state, which has no such time.
    #[serde(default)]
    begun: Option<Time>,
}

/// A request that places an order.
pub(crate) struct Prepay {
    pub(super) owner: String,
    pub(super) out_trade_no: String,
    pub(super) trade_type: TradeType,
    pub(super) is_partner: bool,
    pub(super) request: Map<String, Value>,
}

impl Prepay {
    /// Reads the body of a request that `sender` signed. The facts have checked the body.
    pub(super) fn new(
        sender: &str,
        trade_type: TradeType,
        is_partner: bool,
        request: Map<String, Value>,
    ) -> Result<Self, BookError> {
        amount::check(request.get("amount"), "/amount", "total")?;
        trade_type.check_payer(request.get("payer"))?;
        let owner = text(&request, if is_partner { "sp_mchid" } else { "mchid" });
        if owner != sender {
            return Err(refusal::OTHER_SENDER.into());
        }
        if is_partner && text(&request, "sub_mchid") == owner {
            return Err(refusal::SUB_MERCHANT_IS_ITSELF.into());
        }
        Ok(Self {
            owner: owner.to_owned(),
            out_trade_no: text(&request, "out_trade_no").to_owned(),
            trade_type,
            is_partner,
            request,
        })
    }

    /// Places the order, or begins another session of an order that exists.
    pub(super) async fn apply(self, change: &mut Change, now: Time) -> Result<Value, BookError> {
        let order = match self.find(change, now).await? {
            Some(mut order) => {
                self.repeat(&order)?;
                order.session = Session::begin(now);
                order
            }
            None => {
                expiry::check(&self.request, now)?;
                self.place(now)
            }
        };
        change.put(&order).await?;
        Ok(order.prepaid())
    }

    /// The order with this number, if there is one.
    pub(super) async fn find(
        &self,
        change: &mut Change,
        now: Time,
    ) -> Result<Option<Order>, BookError> {
        let mut order: Option<Order> = change.find(&self.owner, &self.out_trade_no).await?;
        if let Some(order) = &mut order {
            order.expire(now);
        }
        Ok(order)
    }

    /// The new order.
    pub(super) fn place(self, now: Time) -> Order {
        let state = match self.trade_type {
            TradeType::Micropay => TradeState::UserPaying,
            _ => TradeState::NotPay,
        };
        Order {
            owner: self.owner,
            out_trade_no: self.out_trade_no,
            trade_type: self.trade_type,
            is_partner: self.is_partner,
            request: self.request,
            session: Session::begin(now),
            transaction_id: ids::transaction_id(now),
            created: now,
            state,
            paid: None,
            refunded: 0,
            refunds: 0,
            refund_result: RefundState::default(),
            shared: 0,
            own: 0,
            unfrozen: false,
            sharings: 0,
            combined: None,
        }
    }

    /// Places the order again (重入): the parameters must be those of the first time.
    pub(super) fn repeat(&self, order: &Order) -> Result<(), Refusal> {
        let is_by_code = |trade_type| trade_type == TradeType::Micropay;
        if order.combined.is_some() || is_by_code(self.trade_type) != is_by_code(order.trade_type) {
            return Err(refusal::NUMBER_USED);
        }
        order.payable()?;
        let is_same = (self.trade_type, self.is_partner, &self.request)
            == (order.trade_type, order.is_partner, &order.request);
        match is_same {
            true => Ok(()),
            false => Err(refusal::OTHER_PARAMETERS),
        }
    }
}

impl Order {
    /// The response that a client pays by.
    pub(super) fn prepaid(&self) -> Value {
        self.session.response(self.trade_type)
    }

    /// Checks that the user can still pay by the last response.
    pub(super) fn check_session(&self, now: Time) -> Result<(), Refusal> {
        self.session.check(self.trade_type, now)
    }
}

impl Session {
    /// Begins a session, which ends the earlier one of the order.
    pub(crate) fn begin(now: Time) -> Self {
        Self {
            prepay_id: ids::prepay_id(now),
            begun: Some(now),
        }
    }

    /// Checks that the session is not over.
    pub(crate) fn check(&self, trade_type: TradeType, now: Time) -> Result<(), Refusal> {
        let seconds = match trade_type {
            TradeType::Mweb => H5_SESSION,
            TradeType::Jsapi | TradeType::App | TradeType::Native => SESSION,
            TradeType::Micropay | TradeType::Pap | TradeType::Auth => return Ok(()),
        };
        match self.begun {
            Some(begun) if now >= begun.plus(seconds) => Err(SESSION_IS_OVER),
            _ => Ok(()),
        }
    }

    /// The response that a client pays by. A payment code and a deduction have none.
    pub(crate) fn response(&self, trade_type: TradeType) -> Value {
        let id = &self.prepay_id;
        match trade_type {
            TradeType::Jsapi | TradeType::App => json!({ "prepay_id": id }),
            TradeType::Native => json!({ "code_url": format!("weixin://wxpay/bizpayurl?pr={id}") }),
            TradeType::Mweb => {
                let page = "https://wx.tenpay.com/cgi-bin/mmpayweb-bin/checkmweb";
                json!({ "h5_url": format!("{page}?prepay_id={id}") })
            }
            TradeType::Micropay | TradeType::Pap | TradeType::Auth => json!({}),
        }
    }
}
