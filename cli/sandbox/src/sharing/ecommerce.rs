//! Profit sharing of e-commerce platforms (电商平台): the same with other paths and names of members.

use serde_json::{Map, Value, json};
use wechatpay_client::gateway::{ReceivedRequest, ScriptedResponse};

use super::{
    Sharer, SharingRequest, new::NewSharing, receiver::ReceiverChange, request::digest_names,
    returned::NewReturn,
};
use crate::{
    book::{Book, BookError},
    clock::Time,
    product::Product,
    request,
    store::Change,
};

const PREFIX: &str = "/v3/ecommerce/profitsharing/";
const AMOUNT: &str = "/v3/ecommerce/profitsharing/orders/{transaction_id}/amounts";

/// A request of profit sharing by an e-commerce platform.
pub(crate) struct EcommerceSharing {
    request: SharingRequest,
    shape: Shape,
}

/// The shape of the response.
#[derive(Clone, Copy)]
enum Shape {
    Receiver,
    Sharing,
    Unfreezing,
    Return,
    Amount,
}

impl Product for EcommerceSharing {
    fn read(
        book: &Book,
        sender: &str,
        request: &ReceivedRequest,
    ) -> Option<Result<Self, BookError>> {
        let place = request.path().strip_prefix(PREFIX)?;
        let (request, shape) = match request.method() {
            "POST" => read_post(book, sender, place, request)?,
            "GET" => read_get(sender, place, request)?,
            _ => return None,
        };
        Some(Ok(Self { request, shape }))
    }

    async fn apply(
        self,
        change: &mut Change,
        book: &Book,
        now: Time,
    ) -> Result<ScriptedResponse, BookError> {
        let body = self.request.respond(change, book, now).await?;
        Ok(ScriptedResponse::ok(self.shape.of(body)))
    }
}

fn read_post(
    book: &Book,
    sender: &str,
    place: &str,
    request: &ReceivedRequest,
) -> Option<(SharingRequest, Shape)> {
    let sharer = sharer(sender, request::member(request, "sub_mchid"));
    let mut body = request::body(request);
    let is_deletion = place == "receivers/delete";
    let is_unfreezing = place == "finish-order";
    Some(match place {
        "receivers/add" | "receivers/delete" => {
            let receiver = ReceiverChange {
                sharer,
                request: body,
                is_deletion,
            };
            (SharingRequest::Receiver(receiver), Shape::Receiver)
        }
        "orders" | "finish-order" => {
            rename_request(&mut body);
            digest_names(book, request, &mut body);
            let sharing = NewSharing {
                sharer,
                request: body,
                is_unfreezing,
            };
            let shape = match is_unfreezing {
                true => Shape::Unfreezing,
                false => Shape::Sharing,
            };
            (SharingRequest::Share(sharing), shape)
        }
        "returnorders" => {
            let request = body;
            let new = NewReturn { sharer, request };
            (SharingRequest::Return(new), Shape::Return)
        }
        _ => return None,
    })
}

fn read_get(
    sender: &str,
    place: &str,
    request: &ReceivedRequest,
) -> Option<(SharingRequest, Shape)> {
    let query = |name: &str| request::query(request, name);
    let text = |name: &str| query(name).unwrap_or_default();
    let sharer = sharer(sender, query("sub_mchid"));
    Some(match place {
        "orders" => {
            let request = SharingRequest::Query {
                sharer,
                out_order_no: text("out_order_no"),
                transaction_id: text("transaction_id"),
            };
            (request, Shape::Sharing)
        }
        "returnorders" => {
            let request = SharingRequest::QueryReturn {
                sharer,
                out_return_no: text("out_return_no"),
                sharing: query("out_order_no").unwrap_or_else(|| text("order_id")),
            };
            (request, Shape::Return)
        }
        _ => {
            let request = SharingRequest::Amount {
                owner: sender.to_owned(),
                transaction_id: request::path_value(request, AMOUNT)?,
            };
            (request, Shape::Amount)
        }
    })
}

fn sharer(sender: &str, sub_mchid: Option<String>) -> Sharer {
    Sharer {
        owner: sender.to_owned(),
        sub_mchid,
        is_platform: true,
    }
}

/// Gives the members of a sharing the names that other merchants use.
fn rename_request(request: &mut Map<String, Value>) {
    rename(request, "finish", "unfreeze_unsplit");
    let receivers = request.get_mut("receivers").and_then(Value::as_array_mut);
    for receiver in receivers.into_iter().flatten() {
        if let Some(members) = receiver.as_object_mut() {
            rename(members, "receiver_account", "account");
            rename(members, "receiver_name", "name");
        }
    }
}

impl Shape {
    /// The body as an e-commerce platform gets it.
    fn of(self, mut body: Value) -> Value {
        let Some(members) = body.as_object_mut() else {
            return body;
        };
        match self {
            Self::Receiver => members.retain(|name, _| name == "type" || name == "account"),
            Self::Unfreezing => members.retain(|name, _| name != "state" && name != "receivers"),
            Self::Sharing => {
                rename(members, "state", "status");
                let receivers = members.get_mut("receivers").and_then(Value::as_array_mut);
                for receiver in receivers.into_iter().flatten() {
                    if let Some(members) = receiver.as_object_mut() {
                        rename(members, "account", "receiver_account");
                        members.remove("create_time");
                    }
                }
            }
            Self::Return => {
                rename(members, "return_id", "return_no");
                members.retain(|name, _| name != "description" && name != "create_time");
                if members
                    .get("result")
                    .is_some_and(|result| result == "FAILED")
                {
                    members.insert("result".to_owned(), json!("FAIL"));
                }
            }
            Self::Amount => {}
        }
        body
    }
}

fn rename(members: &mut Map<String, Value>, from: &str, to: &str) {
    if let Some(value) = members.remove(from) {
        members.insert(to.to_owned(), value);
    }
}
