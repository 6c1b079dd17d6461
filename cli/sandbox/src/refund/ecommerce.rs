//! Refunds of e-commerce platforms (电商平台): the same with other paths and fewer members.

use serde_json::{Map, Value, json};
use wechatpay_client::gateway::{ReceivedRequest, ScriptedResponse};

use super::{
    RefundState,
    abnormal::AbnormalRefund,
    request::{Lookup, NewRefund, Number, RefundRequest},
};
use crate::{
    book::{Book, BookError},
    clock::Time,
    product::Product,
    request,
    store::Change,
};

const REFUND: &str = "/v3/ecommerce/refunds/apply";
const QUERY: &str = "/v3/ecommerce/refunds/out-refund-no/{out_refund_no}";
const QUERY_BY_ID: &str = "/v3/ecommerce/refunds/id/{refund_id}";
const ABNORMAL: &str = "/v3/ecommerce/refunds/{refund_id}/apply-abnormal-refund";

/// The members of the response to a new refund.
const NEW: [&str; 5] = [
    "refund_id",
    "out_refund_no",
    "create_time",
    "amount",
    "refund_account",
];

/// The members of an amount.
const AMOUNT: [&str; 5] = [
    "refund",
    "from",
    "payer_refund",
    "discount_refund",
    "currency",
];

/// A request about a refund by an e-commerce platform.
pub(crate) struct EcommerceRefund {
    request: RefundRequest,
    is_new: bool,
}

impl Product for EcommerceRefund {
    fn read(
        book: &Book,
        sender: &str,
        request: &ReceivedRequest,
    ) -> Option<Result<Self, BookError>> {
        let owner = sender.to_owned();
        let value = |template: &str| request::path_value(request, template);
        let is_new = request.method() == "POST" && request.path() == REFUND;
        let request = match request.method() {
            "POST" if is_new => NewRefund::new(owner, request).map(RefundRequest::Refund),
            "POST" => {
                let read = AbnormalRefund::read(book, sender, ABNORMAL, request)?;
                read.map(RefundRequest::Abnormal)
            }
            "GET" => {
                let number = value(QUERY).map(Number::OutRefundNo);
                let number = number.or_else(|| value(QUERY_BY_ID).map(Number::RefundId))?;
                Ok(RefundRequest::Query(Lookup::new(owner, number, request)))
            }
            _ => return None,
        };
        Some(request.map(|request| Self { request, is_new }))
    }

    async fn apply(
        self,
        change: &mut Change,
        _: &Book,
        now: Time,
    ) -> Result<ScriptedResponse, BookError> {
        let refund = self.request.refund(change, now).await?;
        let mut body = refund.describe();
        if let Some(members) = body.as_object_mut() {
            let account = refund.request.get("refund_account").cloned();
            let account = account.unwrap_or_else(|| json!("REFUND_SOURCE_SUB_MERCHANT"));
            members.insert("refund_account".to_owned(), account);
            if refund.state == RefundState::Closed {
                members.insert("status".to_owned(), json!("CLOSE"));
            }
            let amount = members.get_mut("amount").and_then(Value::as_object_mut);
            keep(amount, &AMOUNT);
            keep(Some(members).filter(|_| self.is_new), &NEW);
        }
        Ok(ScriptedResponse::ok(body))
    }
}

fn keep(members: Option<&mut Map<String, Value>>, names: &[&str]) {
    if let Some(members) = members {
        members.retain(|name, _| names.contains(&name.as_str()));
    }
}
