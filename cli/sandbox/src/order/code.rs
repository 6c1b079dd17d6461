//! Payment codes (付款码支付): the merchant scans the code that a user shows, and the order is paid at once.

use serde_json::{Value, json};
use wechatpay_client::gateway::ScriptedResponse;

use super::{Order, Prepay, TradeState, TradeType};
use crate::{
    book::BookError,
    clock::Time,
    refusal::{self, Refusal, refusal},
    store::Change,
};

/// The seconds in which an order waits for the password, and cannot be reversed.
const PASSWORD_TIME: i64 = 15;

/// The seconds in which an order can be reversed: 7 days.
const REVERSAL_PERIOD: i64 = 7 * 86_400;

// No source has the status and code by which APIv3 refuses a code.
const NO_CODE: Refusal = refusal(400, "INVALID_REQUEST", "付款码不存在", 0);
const NOT_ENOUGH: Refusal = refusal(403, "NOT_ENOUGH", "余额不足", 0);
const STILL_PAYING: Refusal = refusal(400, "USERPAYING", "正在支付中不能发起撤销", 0);
// The text of APIv2, since no source has that of APIv3.
const REVERSED_TOO_LATE: Refusal = refusal(
    400,
    "INVALID_REQUEST",
    "订单有7天的撤销有效期，过期将不能撤销",
    0,
);

/// The user that shows a code. In the sandbox, the code says what the user does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum User {
    Pays,
    /// WeChat asks for the password first.
    NeedsPassword,
    /// The user has too little money.
    LacksMoney,
}

impl User {
    /// The user of a code: 18 digits that begin with 10 to 15. `None` for other texts.
    fn of_code(code: &str) -> Option<Self> {
        let is_code = code.len() == 18 && code.bytes().all(|byte| byte.is_ascii_digit());
        let begins = matches!(code.get(..2)?, "10" | "11" | "12" | "13" | "14" | "15");
        if !is_code || !begins {
            return None;
        }
        Some(match code.get(16..)? {
            "01" => Self::NeedsPassword,
            "02" => Self::LacksMoney,
            _ => Self::Pays,
        })
    }
}

impl Prepay {
    /// Pays a new order by the code, or repeats the response to an order that waits for the password.
    pub(super) async fn pay_by_code(
        self,
        change: &mut Change,
        now: Time,
    ) -> Result<ScriptedResponse, BookError> {
        if let Some(order) = self.find(change, now).await? {
            self.repeat(&order)?;
            return Ok(order.paid_by_code());
        }
        let user = User::of_code(self.auth_code()).ok_or(NO_CODE)?;
        use_code(change, self.auth_code(), &self.out_trade_no).await?;
        let mut order = self.place(now);
        match user {
            User::Pays => order.pay(now)?,
            User::NeedsPassword => {}
            User::LacksMoney => order.state = TradeState::PayError,
        }
        change.put(&order).await?;
        Ok(match user {
            User::Pays | User::NeedsPassword => order.paid_by_code(),
            User::LacksMoney => NOT_ENOUGH.into(),
        })
    }

    /// The code. A user shows another one each minute, and after each payment.
    fn auth_code(&self) -> &str {
        let code = self
            .request
            .get("payer")
            .and_then(|payer| payer.get("auth_code"));
        code.and_then(Value::as_str).unwrap_or_default()
    }
}

/// Keeps the order of a code, so that the code serves for no other one.
async fn use_code(change: &mut Change, code: &str, out_trade_no: &str) -> Result<(), BookError> {
    let name = format!("payment_code/{code}");
    match change.setting(&name).await? {
        Some(_) => Err(NO_CODE.into()),
        None => Ok(change.set(&name, out_trade_no).await?),
    }
}

impl Order {
    /// The response to a payment by a code. WeChat Pay sends 202 while it waits for the password.
    fn paid_by_code(&self) -> ScriptedResponse {
        let status = match self.state {
            TradeState::UserPaying => 202,
            _ => 200,
        };
        ScriptedResponse::json(status, self.transaction())
    }

    /// Reverses the order (撤销): it cannot be paid any more, and paid money goes back. A second time changes nothing.
    pub(super) fn reverse(&mut self, now: Time) -> Result<Value, Refusal> {
        if self.trade_type != TradeType::Micropay {
            return Err(refusal::TRADE_ERROR);
        }
        match self.state {
            TradeState::Revoked => return Ok(self.reversed()),
            TradeState::UserPaying if now < self.created.plus(PASSWORD_TIME) => {
                return Err(STILL_PAYING);
            }
            TradeState::UserPaying | TradeState::PayError => {}
            TradeState::Success if self.rest() == self.total() => {}
            // An order of a code is closed when the time for its reversal is over.
            TradeState::Closed => return Err(REVERSED_TOO_LATE),
            _ => return Err(refusal::TRADE_ERROR),
        }
        if now > self.created.plus(REVERSAL_PERIOD) {
            return Err(REVERSED_TOO_LATE);
        }
        self.state = TradeState::Revoked;
        Ok(self.reversed())
    }

    fn reversed(&self) -> Value {
        let mut members = self.repeated();
        members.remove("attach");
        json!(members)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_18_digits_and_begins_with_10_to_15() {
        assert_eq!(User::of_code("130061098828009406"), Some(User::Pays));
        assert_eq!(
            User::of_code("150061098828009401"),
            Some(User::NeedsPassword)
        );
        assert_eq!(User::of_code("100061098828009402"), Some(User::LacksMoney));
        for other in [
            "",
            "160061098828009406",
            "13006109882800940",
            "13006109882800940a",
            "付款码付款码",
        ] {
            assert_eq!(User::of_code(other), None, "{other}");
        }
    }
}
