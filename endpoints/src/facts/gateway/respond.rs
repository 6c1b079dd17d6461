//! The response to a request: the example of its operation.

use std::io;

use serde_json::{Map, Value};
use wechatpay_client::gateway::{OperationRequest, ScriptedResponse};

use super::sent::Sent;
use crate::facts::{Facts, Field, Operation, ResponseBody, Type};

/// The content of every file.
const FILE: &[u8] = "\u{feff}`示例文件\r\n".as_bytes();

/// Responds to one request.
pub(super) struct Responder<'a> {
    facts: &'a Facts,
    operation: &'a Operation,
    request: &'a OperationRequest<'a>,
}

impl<'a> Responder<'a> {
    pub(super) const fn new(
        facts: &'a Facts,
        operation: &'a Operation,
        request: &'a OperationRequest<'a>,
    ) -> Self {
        Self {
            facts,
            operation,
            request,
        }
    }

    pub(super) fn respond(&self) -> ScriptedResponse {
        let Some(response) = self.operation.responses.first() else {
            return ScriptedResponse::no_content();
        };
        let scripted = match &response.body {
            ResponseBody::None => ScriptedResponse::bytes(response.status, ""),
            ResponseBody::File => ScriptedResponse::file(FILE),
            ResponseBody::Json(ty) => match self.body(ty) {
                Ok(body) => ScriptedResponse::json(response.status, body),
                Err(error) => ScriptedResponse::error(500, "SYSTEM_ERROR", &error.to_string()),
            },
        };
        match self.operation.unsigned_response {
            true => scripted.unsigned(),
            false => scripted,
        }
    }

    fn body(&self, ty: &Type) -> io::Result<Value> {
        let example = self.facts.example(self.operation);
        let mut body = example
            .and_then(|example| example.response.clone())
            .unwrap_or_else(|| Value::Object(Map::new()));
        self.repeat(ty, &mut body);
        self.serve_files(&mut body)?;
        self.encrypt(ty, &mut body)?;
        Ok(body)
    }

    /// Gives members the values that the request sent under their names.
    fn repeat(&self, ty: &Type, body: &mut Value) {
        let sent = Sent::new(self.operation, self.request);
        let members = self.facts.members(&self.operation.product, ty);
        for field in members.unwrap_or_default() {
            let is_scalar = matches!(field.ty, Type::String | Type::Int | Type::Bool);
            if let (Some(value), true) = (body.get_mut(&field.name), is_scalar) {
                if let Some(repeated) = sent.value(self.facts, self.operation, field) {
                    *value = repeated;
                }
            }
        }
    }

    /// Serves a file at each `download_url`, and at each `url` of a file.
    fn serve_files(&self, value: &mut Value) -> io::Result<()> {
        match value {
            Value::Object(members) => {
                if members.get("download_url").is_some_and(Value::is_string) {
                    self.request.serve_file(members, FILE)?;
                } else if is_bill_of_coupons(members) {
                    self.serve_bill_of_coupons(members)?;
                }
                members
                    .values_mut()
                    .try_for_each(|value| self.serve_files(value))
            }
            Value::Array(items) => items
                .iter_mut()
                .try_for_each(|value| self.serve_files(value)),
            _ => Ok(()),
        }
    }

    /// Serves the bill of coupons, whose description has names of its own.
    fn serve_bill_of_coupons(&self, members: &mut Map<String, Value>) -> io::Result<()> {
        let mut description = Map::new();
        for name in ["download_url", "hash_type", "hash_value"] {
            let value = members.get(name).cloned().unwrap_or_default();
            description.insert(name.to_owned(), value);
        }
        self.request.serve_file(&mut description, FILE)?;
        for (name, value) in members {
            let stated = match &**name {
                "url" => "download_url",
                name if is_hash(name) => "hash_value",
                name => name,
            };
            if let Some(stated) = description.get(stated) {
                *value = stated.clone();
            }
        }
        Ok(())
    }

    /// Encrypts the sensitive members of a value.
    fn encrypt(&self, ty: &Type, value: &mut Value) -> io::Result<()> {
        match (ty, value) {
            (Type::Array(item), Value::Array(items)) => items
                .iter_mut()
                .try_for_each(|value| self.encrypt(item, value)),
            (ty, Value::Object(object)) => {
                let members = self.facts.members(&self.operation.product, ty);
                for field in members.unwrap_or_default() {
                    if let Some(value) = object.get_mut(&field.name) {
                        self.encrypt_member(field, value)?;
                    }
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn encrypt_member(&self, field: &Field, value: &mut Value) -> io::Result<()> {
        match value {
            Value::String(text) if field.sensitive => {
                *text = self.request.encrypt(text)?;
                Ok(())
            }
            value => self.encrypt(&field.ty, value),
        }
    }
}

/// Tests for the description of a bill of coupons: an address with a hash, or with the path of bills.
fn is_bill_of_coupons(members: &Map<String, Value>) -> bool {
    let url = members.get("url").and_then(Value::as_str);
    url.is_some_and(|url| {
        url.contains("/billdownload/") || members.keys().any(|name| is_hash(name))
    })
}

fn is_hash(name: &str) -> bool {
    name == "hash_value" || name.ends_with("flow_hash")
}
