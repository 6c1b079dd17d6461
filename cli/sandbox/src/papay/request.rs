//! The requests about contracts and their deductions: reads them from HTTP, and makes their changes.

use serde_json::{Map, Value};
use wechatpay_client::gateway::{ReceivedRequest, ScriptedResponse};

use super::{
    Contract, Ending, EndingMode,
    deduct::DeductionRequest,
    presign::{Front, Proposal},
    refusals,
};
use crate::{
    amount,
    book::{Book, BookError},
    clock::Time,
    product::Product,
    request,
    store::Change,
};

/// The paths of a role.
struct Paths {
    is_partner: bool,
    propose: &'static str,
    contract: &'static str,
    terminate: &'static str,
    query_schedule: &'static str,
    schedule: &'static str,
    deduct: &'static str,
}

const DIRECT: Paths = Paths {
    is_partner: false,
    propose: "/v3/papay/scheduled-deduct-sign/contracts/pre-entrust-sign/{front}",
    contract: "/v3/papay/sign/contracts/plan-id/{plan_id}/out-contract-code/{out_contract_code}",
    terminate: "/v3/papay/sign/contracts/plan-id/{plan_id}/out-contract-code/{out_contract_code}/terminate",
    query_schedule: "/v3/papay/pay/schedules/contract-id/{contract_id}",
    schedule: "/v3/papay/pay/schedules/contract-id/{contract_id}/schedule",
    deduct: "/v3/papay/pay/transactions/apply",
};

const PARTNER: Paths = Paths {
    is_partner: true,
    propose: "/v3/papay/scheduled-deduct-sign/partner/contracts/pre-entrust-sign/{front}",
    contract: "/v3/papay/sign/partner/contracts/plan-id/{plan_id}/out-contract-code/{out_contract_code}",
    terminate: "/v3/papay/sign/partner/contracts/plan-id/{plan_id}/out-contract-code/{out_contract_code}/terminate",
    query_schedule: "/v3/papay/pay/partner/schedules/contract-id/{contract_id}",
    schedule: "/v3/papay/pay/partner/schedules/contract-id/{contract_id}/schedule",
    deduct: "/v3/papay/pay/partner/transactions/apply",
};

/// A request about a contract.
pub(crate) enum ContractRequest {
    Propose(Proposal),
    Query(Lookup),
    Terminate(Lookup, Option<String>),
    QuerySchedule(Lookup),
    Schedule(Lookup, i64),
    Deduct(DeductionRequest),
}

/// A number of a contract, and the merchant that asks for the contract.
pub(crate) struct Lookup {
    owner: String,
    is_partner: bool,
    sub_mchid: Option<String>,
    number: Number,
}

enum Number {
    Id(String),
    Code { plan_id: String, code: String },
}

impl Product for ContractRequest {
    fn read(_: &Book, sender: &str, request: &ReceivedRequest) -> Option<Result<Self, BookError>> {
        let paths = [&DIRECT, &PARTNER].into_iter();
        let mut read = paths.filter_map(|paths| paths.read(sender, request));
        read.next()
    }

    async fn apply(
        self,
        change: &mut Change,
        book: &Book,
        now: Time,
    ) -> Result<ScriptedResponse, BookError> {
        let body = match self {
            Self::Propose(proposal) => proposal.apply(change, now).await?,
            Self::Query(lookup) => lookup.find(change).await?.describe(now),
            Self::Terminate(lookup, remark) => {
                let mut contract = lookup.find(change).await?;
                // A second time changes nothing.
                if contract.is_live() {
                    let mode = EndingMode::Merchant;
                    let ending = Ending {
                        remark,
                        ..Ending::new(mode, now)
                    };
                    contract.end(ending, change, book, now).await?;
                }
                contract.describe(now)
            }
            Self::QuerySchedule(lookup) => lookup.find(change).await?.describe_schedule(now),
            Self::Schedule(lookup, total) => {
                let mut contract = lookup.find(change).await?;
                contract.schedule(total, now)?;
                change.put(&contract).await?;
                contract.describe_schedule(now)
            }
            Self::Deduct(request) => request.apply(change, now).await?,
        };
        Ok(ScriptedResponse::ok(body))
    }
}

impl Paths {
    fn read(
        &self,
        sender: &str,
        request: &ReceivedRequest,
    ) -> Option<Result<ContractRequest, BookError>> {
        match request.method() {
            "POST" => self.read_post(sender, request),
            "GET" => {
                let sub_mchid = request::query(request, "sub_mchid");
                let lookup = |number| self.lookup(sender, sub_mchid, number);
                if let Some(number) = code(request, self.contract) {
                    return Some(Ok(ContractRequest::Query(lookup(number))));
                }
                let id = request::path_value(request, self.query_schedule)?;
                Some(Ok(ContractRequest::QuerySchedule(lookup(Number::Id(id)))))
            }
            _ => None,
        }
    }

    fn read_post(
        &self,
        sender: &str,
        request: &ReceivedRequest,
    ) -> Option<Result<ContractRequest, BookError>> {
        let (owner, is_partner) = (sender.to_owned(), self.is_partner);
        let lookup = |number| {
            let sub_mchid = request::member(request, "sub_mchid");
            self.lookup(sender, sub_mchid, number)
        };
        if let Some(front) = request::path_value(request, self.propose) {
            let front = Front::of_path(&front)?;
            let proposal = Proposal::new(owner, is_partner, front, request::body(request));
            return Some(proposal.map(ContractRequest::Propose));
        }
        if let Some(number) = code(request, self.terminate) {
            let remark = request::member(request, "contract_termination_remark");
            return Some(Ok(ContractRequest::Terminate(lookup(number), remark)));
        }
        if let Some(id) = request::path_value(request, self.schedule) {
            let total = scheduled_total(&request::body(request));
            return Some(
                total.map(|total| ContractRequest::Schedule(lookup(Number::Id(id)), total)),
            );
        }
        (request.path() == self.deduct).then(|| {
            let request = request::body(request);
            DeductionRequest::new(owner, is_partner, request).map(ContractRequest::Deduct)
        })
    }

    fn lookup(&self, sender: &str, sub_mchid: Option<String>, number: Number) -> Lookup {
        Lookup {
            owner: sender.to_owned(),
            is_partner: self.is_partner,
            sub_mchid: sub_mchid.filter(|_| self.is_partner),
            number,
        }
    }
}

/// The numbers in a path about a contract.
fn code(request: &ReceivedRequest, template: &str) -> Option<Number> {
    let mut values = request.path_values(template)?.into_iter();
    let ((_, plan_id), (_, code)) = (values.next()?, values.next()?);
    Some(Number::Code { plan_id, code })
}

fn scheduled_total(body: &Map<String, Value>) -> Result<i64, BookError> {
    let amount = body.get("schedule_amount");
    amount::check(amount, "/schedule_amount", "total")?;
    let total = amount.and_then(|amount| amount.get("total")?.as_i64());
    Ok(total.unwrap_or_default())
}

impl Lookup {
    /// The contract, which the user has signed.
    async fn find(&self, change: &mut Change) -> Result<Contract, BookError> {
        let contract: Option<Contract> = match &self.number {
            Number::Id(id) => change.find_by_id(id).await?,
            Number::Code { code, .. } => change.find(&self.owner, code).await?,
        };
        let contract = contract.filter(|contract| {
            contract.is_of(&self.owner, self.is_partner, self.sub_mchid.as_deref())
                && self.number.is_of(contract)
        });
        Ok(contract.ok_or(refusals::NO_CONTRACT)?)
    }
}

impl Number {
    fn is_of(&self, contract: &Contract) -> bool {
        match self {
            Self::Id(id) => *id == contract.contract_id,
            Self::Code { plan_id, .. } => {
                let known = contract.request.get("plan_id").and_then(Value::as_i64);
                known.is_some_and(|known| known.to_string() == *plan_id)
            }
        }
    }
}

impl Contract {
    /// Tests if the user has signed the contract with this merchant.
    pub(super) fn is_of(&self, owner: &str, is_partner: bool, sub_mchid: Option<&str>) -> bool {
        let known = (&*self.owner, self.is_partner, self.text("sub_mchid"));
        self.signed.is_some() && known == (owner, is_partner, sub_mchid)
    }
}
