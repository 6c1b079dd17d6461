//! The kinds of bills and receipts, as data of `bills.json`, and the descriptions of their files.

use std::{collections::BTreeMap, sync::LazyLock};

use serde::Deserialize;
use serde_json::{Value, json};
use wechatpay_client::{BillFile, BillFiles};
use wechatpay_endpoints::{
    facts,
    facts::{Operation, Type},
};

use crate::failure::{Exit, Failure, Result};

static KINDS: LazyLock<Vec<Kind>> = LazyLock::new(|| {
    // A test reads the data.
    serde_json::from_str(include_str!("bills.json")).unwrap_or_default()
});

/// A kind of bill or receipt.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Kind {
    pub(super) name: String,
    /// The Chinese name.
    pub(super) label: String,
    operation: String,
    /// The values of parameters that are not given.
    #[serde(default)]
    pub(super) defaults: BTreeMap<String, String>,
    /// The format of the date, if it is not that of RFC 3339.
    #[serde(default = "rfc3339_date")]
    pub(super) date_format: String,
    /// The operation that applies for a receipt, which is a PDF.
    #[serde(default)]
    pub(super) apply: Option<String>,
}

/// The files that a response describes.
#[derive(Debug)]
pub(super) enum Described {
    /// Files with hashes, in their order.
    Files(Vec<BillFile>),
    /// The address of a file without a hash.
    Address(String),
}

impl Kind {
    pub(super) fn names() -> Vec<&'static str> {
        KINDS.iter().map(|kind| &*kind.name).collect()
    }

    pub(super) fn find(name: &str) -> Result<&'static Self> {
        let kind = KINDS.iter().find(|kind| kind.name == name);
        kind.ok_or_else(|| {
            Failure::configuration(format!("there is no bill `{name}`"))
                .cure(format!("use one of: {}", Self::names().join(", ")))
        })
    }

    /// The list of all kinds for the help.
    pub(super) fn list() -> String {
        let width = KINDS
            .iter()
            .map(|kind| kind.name.len())
            .max()
            .unwrap_or_default();
        let line = |kind: &Self| format!("  {:width$}  {}", kind.name, kind.label);
        KINDS.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    pub(super) fn operation(&self) -> Result<&'static Operation> {
        let operation = self.operation.split_once(' ');
        let operation = operation.and_then(|(method, path)| facts().operation(method, path));
        operation
            .ok_or_else(|| Failure::configuration(format!("the facts have no {}", self.operation)))
    }

    /// Tests if every file of the bill comes encrypted.
    pub(super) fn is_encrypted(&self) -> Result<bool> {
        let product = &self.operation()?.product;
        let members = |ty: &Type| facts().members(product, ty.innermost());
        let files = self.operation()?.response_type().and_then(members);
        let mut files = files.unwrap_or_default().iter();
        let files = files.find(|field| field.name == "download_bill_list");
        let file = files.and_then(|files| members(&files.ty));
        let mut members = file.unwrap_or_default().iter();
        Ok(members.any(|member| member.name == "encrypt_key" && member.required))
    }

    /// The ending of the file's name.
    pub(super) const fn extension(&self) -> &'static str {
        match self.apply {
            Some(_) => "pdf",
            None => "csv",
        }
    }

    /// The files that a response describes.
    pub(super) fn described(&self, body: &Value) -> Result<Described> {
        if body.get("download_bill_count").is_some() {
            let files: BillFiles = serde_json::from_value(body.clone()).map_err(unreadable)?;
            return Ok(Described::Files(files.files().to_vec()));
        }
        let member = |names: &[&str]| {
            let mut members = names.iter().filter_map(|name| body.get(*name)?.as_str());
            members.find(|text| !text.is_empty())
        };
        let Some(address) = member(&["download_url", "url"]) else {
            return Err(self.not_ready(body));
        };
        let hash = member(&["hash_value", "stock_useflow_hash", "stock_refundflow_hash"]);
        let Some(hash) = hash else {
            return Ok(Described::Address(address.to_owned()));
        };
        let file = json!({
            "download_url": address,
            "hash_value": hash,
            // The bills of coupons by day have no `hash_type`, and hashes of 40 digits.
            "hash_type": member(&["hash_type"]).unwrap_or("SHA1"),
        });
        let file = serde_json::from_value(file).map_err(unreadable)?;
        Ok(Described::Files(vec![file]))
    }

    /// The failure of a response without an address.
    fn not_ready(&self, body: &Value) -> Failure {
        let states = ["state", "receipt_state", "signature_status"];
        let state = states.iter().find_map(|name| body.get(*name)?.as_str());
        let state = state.map(|state| format!(": its state is {}", state.escape_debug()));
        let reason = state.unwrap_or_else(|| {
            ": WeChat Pay's response has neither `download_url` nor `url`".to_owned()
        });
        let failure = Failure::configuration(format!(
            "the {} ({}) has no file{reason}",
            self.name, self.label
        ))
        .with_exit(Exit::NotExecuted);
        match &self.apply {
            Some(apply) => failure
                .cure("download it again in some minutes, if it is being made")
                .cure(format!(
                    "apply for it first, if nobody has: wechatpay call {apply}"
                )),
            None => failure.cure("download it again in some minutes"),
        }
    }
}

fn rfc3339_date() -> String {
    "%Y-%m-%d".to_owned()
}

fn unreadable(error: serde_json::Error) -> Failure {
    Failure::configuration(format!(
        "the description of the bill cannot be read: {error}"
    ))
    .with_exit(Exit::NotExecuted)
    .cure("nothing was saved: ask WeChat Pay with the Request-ID")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_operation_of_the_facts_that_describes_a_file_by_date_or_number_is_a_kind() {
        let kinds: Vec<Kind> = serde_json::from_str(include_str!("bills.json")).unwrap();
        for kind in &kinds {
            let operation = kind.operation().unwrap();
            for name in kind.defaults.keys() {
                let mut parameters = operation.params.iter();
                assert!(
                    parameters.any(|parameter| parameter.field.name == *name),
                    "{name}"
                );
            }
            if let Some((method, path)) =
                kind.apply.as_ref().and_then(|apply| apply.split_once(' '))
            {
                assert!(facts().operation(method, path).is_some(), "{path}");
            }
        }
        let describes = |operation: &&Operation| {
            let ty = operation.response_type();
            let members = ty
                .and_then(|ty| facts().members(&operation.product, ty))
                .unwrap_or_default();
            let has = |names: &[&str]| members.iter().any(|field| names.contains(&&*field.name));
            let has_url = has(&["url"]) && members.iter().any(|field| field.name.contains("hash"));
            has(&["download_url", "download_bill_list"]) || has_url
        };
        for operation in facts().operations.iter().filter(describes) {
            if operation.method == "GET" {
                let known = kinds
                    .iter()
                    .any(|kind| kind.operation == operation.to_string());
                assert!(known, "{operation}");
            }
        }
    }
}
