//! The requests about transfers: reads them from HTTP, and makes their changes.

use serde_json::{Map, Value};
use wechatpay_client::gateway::{ReceivedRequest, ScriptedResponse};

use super::{CONFIRMATION, Transfer, TransferState, funds, refusals};
use crate::{
    book::{Book, BookError},
    clock::Time,
    ids,
    json::text,
    product::Product,
    refusal::Refusal,
    request,
    store::Change,
    task::Task,
};

const TRANSFERS: &str = "/v3/fund-app/mch-transfer/transfer-bills";
const BY_NUMBER: &str = "/v3/fund-app/mch-transfer/transfer-bills/out-bill-no/{out_bill_no}";
const CANCEL: &str = "/v3/fund-app/mch-transfer/transfer-bills/out-bill-no/{out_bill_no}/cancel";
const BY_ID: &str = "/v3/fund-app/mch-transfer/transfer-bills/transfer-bill-no/{transfer_bill_no}";

/// The smallest transfer, in fen.
const SMALLEST: i64 = 10;

/// The amount in fen from which on the request needs the user's name: 2,000 yuan.
const NAMED: i64 = 200_000;

/// The seconds in which a transfer can be queried: 30 days.
const QUERIED: i64 = 30 * 86_400;

/// A request about a transfer.
pub(crate) enum TransferRequest {
    Create(NewTransfer),
    Query(Query),
    Cancel { owner: String, out_bill_no: String },
}

/// A request for a transfer. The facts have checked its body.
pub(crate) struct NewTransfer {
    owner: String,
    /// The body without the name.
    request: Map<String, Value>,
    user_name: Option<String>,
}

/// A request that queries a transfer.
pub(crate) struct Query {
    owner: String,
    received: Box<ReceivedRequest>,
    number: Number,
}

enum Number {
    OutBillNo(String),
    TransferBillNo(String),
}

impl Product for TransferRequest {
    fn read(
        book: &Book,
        sender: &str,
        request: &ReceivedRequest,
    ) -> Option<Result<Self, BookError>> {
        let owner = sender.to_owned();
        let value = |template| request::path_value(request, template);
        match request.method() {
            "POST" if request.path() == TRANSFERS => {
                Some(NewTransfer::new(book, owner, request).map(Self::Create))
            }
            "POST" => value(CANCEL).map(|out_bill_no| Ok(Self::Cancel { owner, out_bill_no })),
            "GET" => {
                let number = value(BY_NUMBER).map(Number::OutBillNo);
                let number = number.or_else(|| value(BY_ID).map(Number::TransferBillNo))?;
                let received = Box::new(request.clone());
                Some(Ok(Self::Query(Query {
                    owner,
                    received,
                    number,
                })))
            }
            _ => None,
        }
    }

    async fn apply(
        self,
        change: &mut Change,
        book: &Book,
        now: Time,
    ) -> Result<ScriptedResponse, BookError> {
        match self {
            Self::Create(request) => request.apply(change, book, now).await,
            Self::Query(query) => query.apply(change, book, now).await,
            Self::Cancel { owner, out_bill_no } => {
                let transfer = Transfer::find(&owner, &out_bill_no, change, book, now).await?;
                let mut transfer = transfer.ok_or(refusals::NO_TRANSFER)?;
                if transfer.cancel(now)? {
                    change.put(&transfer).await?;
                    transfer.schedule_end(change, now).await?;
                }
                Ok(ScriptedResponse::ok(transfer.cancelled()))
            }
        }
    }
}

impl Query {
    async fn apply(
        self,
        change: &mut Change,
        book: &Book,
        now: Time,
    ) -> Result<ScriptedResponse, BookError> {
        let transfer = match &self.number {
            Number::OutBillNo(number) => change.find(&self.owner, number).await?,
            Number::TransferBillNo(id) => change.find_by_id(id).await?,
        };
        let transfer = Transfer::closed_if_overdue(transfer, change, book, now).await?;
        let transfer = transfer.filter(|transfer| {
            transfer.owner == self.owner && now <= transfer.created.plus(QUERIED)
        });
        let transfer = transfer.ok_or(refusals::NO_TRANSFER)?;
        let name = transfer.user_name.as_deref();
        let name = name.and_then(|name| book.encrypt(&self.received, name));
        Ok(ScriptedResponse::ok(transfer.describe(name)))
    }
}

impl NewTransfer {
    fn new(book: &Book, owner: String, received: &ReceivedRequest) -> Result<Self, BookError> {
        let mut request = request::body(received);
        let user_name = request.remove("user_name");
        let user_name = user_name.and_then(|name| book.decrypt(received, name.as_str()?));
        // An empty text counts as missing.
        let user_name = user_name.filter(|name| !name.trim().is_empty());
        let amount = request.get("transfer_amount").and_then(Value::as_i64);
        let amount = amount.unwrap_or_default();
        let reports = request.get("transfer_scene_report_infos");
        if amount < SMALLEST {
            return Err(refusals::OUTSIDE_THE_LIMITS.into());
        }
        if amount >= NAMED && user_name.is_none() {
            return Err(refusals::NO_NAME.into());
        }
        if reports.and_then(Value::as_array).is_none_or(Vec::is_empty) {
            return Err(refusals::NO_REPORT.into());
        }
        Ok(Self {
            owner,
            request,
            user_name,
        })
    }

    async fn apply(
        self,
        change: &mut Change,
        book: &Book,
        now: Time,
    ) -> Result<ScriptedResponse, BookError> {
        let number = text(&self.request, "out_bill_no").to_owned();
        let known = Transfer::find(&self.owner, &number, change, book, now).await?;
        let mut transfer = match known {
            Some(transfer) => self.repeat(transfer)?,
            None => self.create(number, change, now).await?,
        };
        if transfer.state == TransferState::Processing {
            if !funds::take(change, &transfer.owner, transfer.amount()).await? {
                change.put(&transfer).await?;
                return Ok(refusals::NOT_ENOUGH.into());
            }
            transfer.is_funded = true;
            transfer.set(TransferState::WaitUserConfirm, now);
        }
        change.put(&transfer).await?;
        Ok(ScriptedResponse::ok(transfer.created()))
    }

    /// Asks again for a transfer (重入): the parameters must be those of the first time.
    fn repeat(self, transfer: Transfer) -> Result<Transfer, Refusal> {
        let is_same = (&self.request, &self.user_name) == (&transfer.request, &transfer.user_name);
        match is_same {
            true => Ok(transfer),
            false => Err(refusals::OTHER_PARAMETERS),
        }
    }

    async fn create(
        self,
        out_bill_no: String,
        change: &mut Change,
        now: Time,
    ) -> Result<Transfer, BookError> {
        let task = Task::CloseTransfer {
            owner: self.owner.clone(),
            out_bill_no: out_bill_no.clone(),
        };
        change.schedule(now.plus(CONFIRMATION), &task).await?;
        Ok(Transfer {
            owner: self.owner,
            out_bill_no,
            transfer_bill_no: ids::transfer_bill_no(now),
            package_info: ids::package(),
            request: self.request,
            user_name: self.user_name,
            is_funded: false,
            created: now,
            updated: now,
            state: TransferState::Processing,
            fail_reason: None,
        })
    }
}
