//! Abnormal refunds (异常退款): the merchant names another account for money that did not reach the user.

use serde_json::{Map, Value};
use wechatpay_client::gateway::{ParamError, ParamLocation, ReceivedRequest};

use super::{Refund, RefundState};
use crate::{
    book::{Book, BookError},
    clock::Time,
    refusal::{self, Refusal, refusal},
    request,
    store::Change,
};

/// The members that name the card of the user.
const CARD: [&str; 3] = ["bank_type", "bank_account", "real_name"];

/// The encrypted members.
const SENSITIVE: [&str; 2] = ["bank_account", "real_name"];

// No public source has the error of this rule.
const NOT_ABNORMAL: Refusal = refusal(400, "INVALID_REQUEST", "退款单不是退款异常状态", 0);

/// A request that names another account. The facts have checked its body.
pub(crate) struct AbnormalRefund {
    owner: String,
    refund_id: String,
    request: Map<String, Value>,
}

impl AbnormalRefund {
    /// Reads a request by the template of its path. `None` if the path does not match.
    pub(super) fn read(
        book: &Book,
        owner: &str,
        template: &str,
        received: &ReceivedRequest,
    ) -> Option<Result<Self, BookError>> {
        let refund_id = request::path_value(received, template)?;
        let mut request = request::body(received);
        book.digest(received, Some(&mut request), &SENSITIVE);
        if let Err(error) = check_card(&request) {
            return Some(Err(error.into()));
        }
        Some(Ok(Self {
            owner: owner.to_owned(),
            refund_id,
            request,
        }))
    }

    /// Sends the money on its way again, or repeats the response.
    pub(super) async fn apply(self, change: &mut Change, now: Time) -> Result<Refund, BookError> {
        let refund: Option<Refund> = change.find_by_id(&self.refund_id).await?;
        let refund = refund.filter(|refund| self.is_of(refund));
        let mut refund = refund.ok_or(refusal::NO_REFUND)?;
        if let Some(account) = &refund.account {
            return match *account == self.request {
                true => Ok(refund),
                false => Err(refusal::OTHER_PARAMETERS.into()),
            };
        }
        if refund.state != RefundState::Abnormal {
            return Err(NOT_ABNORMAL.into());
        }
        refund.state = RefundState::Processing;
        refund.account = Some(self.request);
        refund.keep(change, now).await?;
        Ok(refund)
    }

    fn is_of(&self, refund: &Refund) -> bool {
        let text = |member: &str| self.request.get(member).and_then(Value::as_str);
        refund.owner == self.owner
            && text("out_refund_no") == Some(&refund.out_refund_no)
            && text("sub_mchid") == refund.sub_mchid()
    }
}

/// Checks that a refund to a card of the user names the card.
fn check_card(request: &Map<String, Value>) -> Result<(), ParamError> {
    let text = |member: &str| request.get(member).and_then(Value::as_str);
    if text("type") != Some("USER_BANK_CARD") {
        return Ok(());
    }
    let is_missing = |member: &&str| text(member).unwrap_or_default().is_empty();
    match CARD.into_iter().find(is_missing) {
        Some(member) => {
            let issue = "is missing: a refund to a card of the user names the card";
            Err(ParamError::new(
                ParamLocation::Body,
                &format!("/{member}"),
                issue,
            ))
        }
        None => Ok(()),
    }
}
