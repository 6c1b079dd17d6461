//! Proposing a contract (预签约): a session in which the user can sign.

use serde_json::{Map, Value, json};
use wechatpay_client::{
    gateway::{ParamError, ParamLocation},
    validation::Check,
};

use super::{Contract, Day, SESSION, agreed_date, refusals};
use crate::{
    amount, book::BookError, clock::Time, ids, json::text, refusal::Refusal, store::Change,
};

/// The form of the merchant's number of a contract (商户签约协议号).
const CODE: Check<'_> = Check::Pattern("[0-9A-Za-z]+");

/// The front end on which the user signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Front {
    App,
    H5,
    Jsapi,
    MiniProgram,
}

/// A request that proposes a contract. The facts have checked its body.
pub(crate) struct Proposal {
    owner: String,
    is_partner: bool,
    front: Front,
    request: Map<String, Value>,
}

impl Front {
    /// The last segment of the path.
    pub(super) fn of_path(segment: &str) -> Option<Self> {
        Some(match segment {
            "app" => Self::App,
            "h5" => Self::H5,
            "jsapi" => Self::Jsapi,
            "mini-program" => Self::MiniProgram,
            _ => return None,
        })
    }
}

impl Proposal {
    pub(super) fn new(
        owner: String,
        is_partner: bool,
        front: Front,
        request: Map<String, Value>,
    ) -> Result<Self, BookError> {
        let schedule = request.get("deduct_schedule").ok_or_else(|| {
            // The facts leave the member out: templates of another kind have none.
            let issue = "is missing: send the member";
            ParamError::new(ParamLocation::Body, "/deduct_schedule", issue)
        })?;
        let amount = schedule.get("estimated_deduct_amount");
        let pointer = "/deduct_schedule/estimated_deduct_amount";
        amount::check(amount, pointer, "total")?;
        check_code(request.get("out_contract_code"))?;
        Ok(Self {
            owner,
            is_partner,
            front,
            request,
        })
    }

    pub(super) async fn apply(self, change: &mut Change, now: Time) -> Result<Value, BookError> {
        let code = text(&self.request, "out_contract_code").to_owned();
        let known: Option<Contract> = change.find(&self.owner, &code).await?;
        if known.as_ref().is_some_and(|known| known.signed.is_some()) {
            return Err(refusals::CODE_IS_TAKEN.into());
        }
        self.check_day(now)?;
        let front = self.front;
        let repeated = known.as_ref().filter(|known| {
            (known.is_partner, &known.request) == (self.is_partner, &self.request)
                && now <= known.proposed.plus(SESSION)
        });
        if let Some(contract) = repeated {
            return Ok(session(front, &contract.session_id));
        }
        // A new session of a code keeps the number that the first one would have given to the contract.
        let contract_id = known.map_or_else(|| ids::contract_id(now), |known| known.contract_id);
        let contract = self.propose(code, contract_id, now);
        change.put(&contract).await?;
        Ok(session(front, &contract.session_id))
    }

    fn check_day(&self, now: Time) -> Result<(), Refusal> {
        let day = agreed_date(&self.request).and_then(Day::parse);
        let day = day.ok_or(refusals::NO_DAY)?;
        match day.can_be_agreed(now) {
            true => Ok(()),
            false => Err(refusals::AGREED_TOO_LATE),
        }
    }

    fn propose(self, out_contract_code: String, contract_id: String, now: Time) -> Contract {
        Contract {
            owner: self.owner,
            out_contract_code,
            contract_id,
            is_partner: self.is_partner,
            request: self.request,
            session_id: ids::session_id(),
            proposed: now,
            signed: None,
            is_scheduled: false,
            is_broke: false,
            deduction: None,
            paid: None,
            ending: None,
        }
    }
}

/// Checks that the merchant's number of a contract has letters and digits only, as the official page demands.
fn check_code(code: Option<&Value>) -> Result<(), ParamError> {
    let violation = code.and_then(|code| Some((code, CODE.violation_of(code)?)));
    violation.map_or(Ok(()), |(code, kind)| {
        let pointer = "/out_contract_code";
        let error = ParamError::new(ParamLocation::Body, pointer, kind.to_string());
        Err(error.with_value(code.clone()))
    })
}

/// The response, with which a front end opens the page for signing.
fn session(front: Front, id: &str) -> Value {
    match front {
        Front::App => json!({
            "pre_entrustweb_id": id,
            "miniprogram_username": "gh_sandbox000000",
            "miniprogram_path":
                format!("pages/index/index?sign_scene=app&domain_type=cn&pre_entrustweb_id={id}"),
        }),
        Front::MiniProgram => json!({
            "pre_entrustweb_id": id,
            "redirect_appid": "wxbd687630cd02ce1d",
            "redirect_path": "pages/PwdExemptContract/index",
        }),
        Front::H5 | Front::Jsapi => {
            let page = "https://payapp.weixin.qq.com/papay/scheduled";
            json!({ "redirect_url": format!("{page}?session_id={id}") })
        }
    }
}
