//! Profit sharing (分账) of merchants and service providers: receivers get shares of a paid order.

mod ecommerce;
mod end;
mod new;
mod receiver;
mod request;
mod returned;
mod settings;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

pub(crate) use ecommerce::EcommerceSharing;
pub(crate) use request::SharingRequest;

use crate::{clock::Time, ids, json::without_nulls, store::Record};

/// The merchant whose money is shared.
pub(crate) struct Sharer {
    /// The merchant or service provider that signed the request.
    owner: String,
    /// The sub-merchant (子商户) of a service provider.
    sub_mchid: Option<String>,
    /// The owner is an e-commerce platform (电商平台), which adds receivers for all its sub-merchants.
    is_platform: bool,
}

/// A sharing (分账单), or an unfreezing of the rest (解冻剩余资金).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Sharing {
    /// The merchant or service provider that signed the request.
    owner: String,
    out_order_no: String,
    order_id: String,
    /// The body of the request, with digests of the receivers' names.
    request: Map<String, Value>,
    transaction_id: String,
    created: Time,
    state: State,
    receivers: Vec<Share>,
    is_platform: bool,
}

/// The state of a sharing (分账单状态).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
enum State {
    Processing,
    /// The sharing ran. Each receiver has a result of its own.
    Finished,
}

/// The share of a receiver.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Share {
    /// The type of the receiver, such as `MERCHANT_ID`.
    kind: String,
    account: String,
    /// In fen.
    amount: i64,
    description: String,
    detail_id: String,
    result: ShareResult,
    fail_reason: Option<String>,
    finished: Option<Time>,
    /// The money that the receiver returned, in fen.
    returned: i64,
}

/// The result of a share (分账结果).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
enum ShareResult {
    Pending,
    Success,
    Closed,
}

impl Record for Sharing {
    const KIND: &'static str = "sharing";

    fn owner(&self) -> &str {
        &self.owner
    }

    fn number(&self) -> &str {
        &self.out_order_no
    }

    fn id(&self) -> &str {
        &self.order_id
    }
}

impl Sharer {
    /// The merchant that gives the money.
    fn mchid(&self) -> &str {
        self.sub_mchid.as_deref().unwrap_or(&self.owner)
    }
}

impl Sharing {
    fn sub_mchid(&self) -> Option<&str> {
        self.request.get("sub_mchid")?.as_str()
    }

    /// The merchant that gives the money.
    fn sharer(&self) -> Sharer {
        Sharer {
            owner: self.owner.clone(),
            sub_mchid: self.sub_mchid().map(str::to_owned),
            is_platform: self.is_platform,
        }
    }

    /// The sharing as a request for it and its query describe it.
    fn describe(&self) -> Value {
        let receivers: Vec<_> = self
            .receivers
            .iter()
            .map(|share| share.describe(self))
            .collect();
        without_nulls(json!({
            "sub_mchid": self.sub_mchid(),
            "transaction_id": self.transaction_id,
            "out_order_no": self.out_order_no,
            "order_id": self.order_id,
            "state": self.state,
            "receivers": receivers,
        }))
    }
}

impl Share {
    /// A share that is on its way.
    fn new(kind: &str, account: &str, amount: i64, description: &str, now: Time) -> Self {
        Self {
            kind: kind.to_owned(),
            account: account.to_owned(),
            amount,
            description: description.to_owned(),
            detail_id: ids::detail_id(now),
            result: ShareResult::Pending,
            fail_reason: None,
            finished: None,
            returned: 0,
        }
    }

    fn describe(&self, sharing: &Sharing) -> Value {
        let finished = self.finished.unwrap_or(Time::EPOCH);
        without_nulls(json!({
            "type": self.kind,
            "account": self.account,
            "amount": self.amount,
            "description": self.description,
            "result": self.result,
            "detail_id": self.detail_id,
            "create_time": sharing.created.to_string(),
            "finish_time": finished.to_string(),
            "fail_reason": self.fail_reason,
        }))
    }
}
