//! Creating a service order (创建支付分订单).

use serde_json::{Map, Value};

use super::{ServiceOrder, State, check, refusals, risk_fund};
use crate::{book::BookError, clock::Time, ids, json::text, refusal::Refusal, store::Change};

/// A request for a service order. The facts have checked its body.
pub(crate) struct NewServiceOrder {
    owner: String,
    is_partner: bool,
    request: Map<String, Value>,
}

impl NewServiceOrder {
    pub(super) fn new(
        owner: String,
        is_partner: bool,
        request: Map<String, Value>,
    ) -> Result<Self, Refusal> {
        let new = Self {
            owner,
            is_partner,
            request,
        };
        let has_user = ["openid", "sub_openid"]
            .iter()
            .any(|member| !text(&new.request, member).trim().is_empty());
        match new.needs_confirmation() || has_user {
            true => Ok(new),
            false => Err(refusals::NO_USER),
        }
    }

    /// Creates the order, or repeats the response to an order that exists.
    pub(super) async fn apply(
        self,
        change: &mut Change,
        now: Time,
    ) -> Result<ServiceOrder, BookError> {
        let number = text(&self.request, "out_order_no").to_owned();
        let known: Option<ServiceOrder> = change.find(&self.owner, &number).await?;
        if let Some(mut order) = known {
            if order.expire(now) {
                change.put(&order).await?;
            }
            let is_same = (self.is_partner, &self.request) == (order.is_partner, &order.request);
            return match is_same {
                true => Ok(order),
                false => Err(refusals::OTHER_PARAMETERS.into()),
            };
        }
        check::amounts(&self.request)?;
        check::times(&self.request)?;
        check::expected_end(&self.request, now)?;
        risk_fund::check(change, &self.request).await?;
        let order = self.create(number, now);
        change.put(&order).await?;
        Ok(order)
    }

    fn create(self, out_order_no: String, now: Time) -> ServiceOrder {
        let is_confirmed = !self.needs_confirmation();
        ServiceOrder {
            owner: self.owner,
            out_order_no,
            order_id: ids::service_order_id(now),
            is_partner: self.is_partner,
            request: self.request,
            package: ids::package(),
            created: now,
            state: if is_confirmed {
                State::Confirmed
            } else {
                State::Created
            },
            confirmed: is_confirmed.then_some(now),
            completion: None,
            modification: None,
            cancellation: None,
            report: None,
            is_collecting: false,
            payment: None,
        }
    }

    /// The user has to confirm the order, unless the request says that the user need not.
    fn needs_confirmation(&self) -> bool {
        let needs = self
            .request
            .get("need_user_confirm")
            .and_then(Value::as_bool);
        needs.unwrap_or(true)
    }
}
