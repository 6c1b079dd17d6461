//! The requests of profit sharing: reads them from HTTP, and makes their changes.

use serde_json::{Map, Value, json};
use wechatpay_client::gateway::{ReceivedRequest, ScriptedResponse};

use super::{
    Sharer, Sharing,
    new::NewSharing,
    receiver::ReceiverChange,
    returned::{NewReturn, Return},
    settings,
};
use crate::{
    book::{Book, BookError},
    clock::Time,
    order::Order,
    product::Product,
    refusal, request,
    store::{Change, Record as _},
};

const PREFIX: &str = "/v3/profitsharing/";
const RECEIVERS: &str = "/v3/profitsharing/receivers/{change}";
const SHARE: &str = "/v3/profitsharing/orders";
const UNFREEZE: &str = "/v3/profitsharing/orders/unfreeze";
const QUERY: &str = "/v3/profitsharing/orders/{out_order_no}";
const RETURN: &str = "/v3/profitsharing/return-orders";
const QUERY_RETURN: &str = "/v3/profitsharing/return-orders/{out_return_no}";
const AMOUNT: &str = "/v3/profitsharing/transactions/{transaction_id}/amounts";
const RATIO: &str = "/v3/profitsharing/merchant-configs/{sub_mchid}";

/// A request of profit sharing.
pub(crate) enum SharingRequest {
    Receiver(ReceiverChange),
    Share(NewSharing),
    Query {
        sharer: Sharer,
        out_order_no: String,
        transaction_id: String,
    },
    Return(NewReturn),
    QueryReturn {
        sharer: Sharer,
        out_return_no: String,
        /// A number of the sharing.
        sharing: String,
    },
    Amount {
        owner: String,
        transaction_id: String,
    },
    Ratio {
        mchid: String,
    },
}

impl Product for SharingRequest {
    fn read(
        book: &Book,
        sender: &str,
        request: &ReceivedRequest,
    ) -> Option<Result<Self, BookError>> {
        if !request.path().starts_with(PREFIX) {
            return None;
        }
        let read = match request.method() {
            "POST" => read_post(book, sender, request)?,
            "GET" => read_get(sender, request)?,
            _ => return None,
        };
        Some(Ok(read))
    }

    async fn apply(
        self,
        change: &mut Change,
        book: &Book,
        now: Time,
    ) -> Result<ScriptedResponse, BookError> {
        let body = self.respond(change, book, now).await?;
        Ok(ScriptedResponse::ok(body))
    }
}

impl SharingRequest {
    /// Makes the change, and the body of the response.
    pub(super) async fn respond(
        self,
        change: &mut Change,
        book: &Book,
        now: Time,
    ) -> Result<Value, BookError> {
        Ok(match self {
            Self::Receiver(receiver) => receiver.apply(change).await?,
            Self::Share(share) => share.apply(change, now).await?,
            Self::Return(new) => new.apply(change, book, now).await?,
            Self::Query {
                sharer,
                out_order_no,
                transaction_id,
            } => {
                let sharing = sharer.sharing(&out_order_no, change).await?;
                let sharing = sharing.filter(|sharing| sharing.transaction_id == transaction_id);
                sharing.ok_or(refusal::NO_RECORD)?.describe()
            }
            Self::QueryReturn {
                sharer,
                out_return_no,
                sharing,
            } => {
                let returned = sharer.returned(&out_return_no, change).await?;
                let returned = returned.filter(|returned| returned.is_of(&sharing));
                returned.ok_or(refusal::NO_RECORD)?.describe()
            }
            Self::Amount {
                owner,
                transaction_id,
            } => {
                let order: Option<Order> = change.find_by_id(&transaction_id).await?;
                let order = order.filter(|order| order.owner() == owner && order.is_for_sharing());
                let order = order.ok_or(refusal::NO_RECORD)?;
                json!({ "transaction_id": transaction_id, "unsplit_amount": order.frozen(now) })
            }
            Self::Ratio { mchid } => {
                let ratio = settings::ratio(&mchid, change).await?;
                json!({ "sub_mchid": mchid, "max_ratio": ratio })
            }
        })
    }
}

impl Sharer {
    async fn sharing(
        &self,
        out_order_no: &str,
        change: &mut Change,
    ) -> Result<Option<Sharing>, BookError> {
        let sharing: Option<Sharing> = change.find(&self.owner, out_order_no).await?;
        Ok(sharing.filter(|sharing| sharing.sub_mchid() == self.sub_mchid.as_deref()))
    }

    async fn returned(
        &self,
        out_return_no: &str,
        change: &mut Change,
    ) -> Result<Option<Return>, BookError> {
        let returned: Option<Return> = change.find(&self.owner, out_return_no).await?;
        Ok(returned.filter(|returned| returned.sub_mchid() == self.sub_mchid.as_deref()))
    }
}

fn read_post(book: &Book, sender: &str, request: &ReceivedRequest) -> Option<SharingRequest> {
    let sharer = Sharer {
        owner: sender.to_owned(),
        sub_mchid: request::member(request, "sub_mchid"),
        is_platform: false,
    };
    let path = request.path();
    let mut body = request::body(request);
    digest_names(book, request, &mut body);
    if path == SHARE || path == UNFREEZE {
        return Some(SharingRequest::Share(NewSharing {
            sharer,
            request: body,
            is_unfreezing: path == UNFREEZE,
        }));
    }
    if path == RETURN {
        return Some(SharingRequest::Return(NewReturn {
            sharer,
            request: body,
        }));
    }
    let is_deletion = match request::path_value(request, RECEIVERS)?.as_str() {
        "add" => false,
        "delete" => true,
        _ => return None,
    };
    Some(SharingRequest::Receiver(ReceiverChange {
        sharer,
        request: body,
        is_deletion,
    }))
}

/// Replaces the ciphertexts of the receivers' names by digests: of those in a list, and of a single one.
pub(super) fn digest_names(book: &Book, request: &ReceivedRequest, body: &mut Map<String, Value>) {
    book.digest(request, Some(body), &["name"]);
    let receivers = body.get_mut("receivers").and_then(Value::as_array_mut);
    for receiver in receivers.into_iter().flatten() {
        book.digest(request, receiver.as_object_mut(), &["name"]);
    }
}

fn read_get(sender: &str, request: &ReceivedRequest) -> Option<SharingRequest> {
    let value = |template: &str| request::path_value(request, template);
    let query = |name: &str| request::query(request, name).unwrap_or_default();
    let owner = sender.to_owned();
    if let Some(transaction_id) = value(AMOUNT) {
        return Some(SharingRequest::Amount {
            owner,
            transaction_id,
        });
    }
    if let Some(mchid) = value(RATIO) {
        return Some(SharingRequest::Ratio { mchid });
    }
    let sharer = Sharer {
        owner,
        sub_mchid: request::query(request, "sub_mchid"),
        is_platform: false,
    };
    if let Some(out_order_no) = value(QUERY) {
        return Some(SharingRequest::Query {
            sharer,
            out_order_no,
            transaction_id: query("transaction_id"),
        });
    }
    Some(SharingRequest::QueryReturn {
        sharer,
        out_return_no: value(QUERY_RETURN)?,
        sharing: query("out_order_no"),
    })
}
