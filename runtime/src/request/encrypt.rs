//! Encryption of a request's sensitive fields, after the client has chosen a WeChat Pay key and before the
//! request is frozen.

use percent_encoding::{percent_decode_str, utf8_percent_encode};
use serde_json::Value;

use super::{
    RESERVED, Request, RequestError, RequestErrorKind, Sensitive, parse_target, sensitive::Slots,
};
use crate::{
    crypto::{EncryptError, PublicKey, encode_base64},
    json,
};

impl Request {
    /// Replaces every slot by the ciphertext of its text under `key`.
    pub(crate) fn encrypted(self, key: Option<&PublicKey>) -> Result<Self, RequestError> {
        if self.slots.is_empty() {
            return Ok(self);
        }
        let key = key.ok_or(RequestErrorKind::NoEncryptionKey)?;
        let encrypt = |(index, plaintext): (usize, &Sensitive)| {
            let ciphertext = key.encrypt(plaintext.expose().as_bytes());
            ciphertext
                .map(|bytes| encode_base64(&bytes))
                .map_err(|error| {
                    RequestError::from(match error {
                        EncryptError::TooLong { limit } => RequestErrorKind::SensitiveTooLong {
                            field: self.field_of_slot(&self.slots.slot(index)),
                            bytes: plaintext.expose().len(),
                            limit,
                        },
                        EncryptError::Failed => RequestErrorKind::NoEncryptionKey,
                    })
                })
        };
        let values = self.slots.plaintexts().iter().enumerate().map(encrypt);
        let values = values.collect::<Result<Vec<_>, _>>()?;
        let encoded: Vec<_> = values
            .iter()
            .map(|value| utf8_percent_encode(value, RESERVED).to_string())
            .collect();
        let target = self.slots.fill(self.target(), &encoded);
        // JSON is UTF-8, and base64 needs no escapes in JSON.
        let body = self.body.as_deref().map(String::from_utf8_lossy);
        Ok(Self {
            uri: parse_target(target)?,
            body: body.map(|body| self.slots.fill(&body, &values).into()),
            slots: Slots::default(),
            ..self
        })
    }

    /// The field of a slot: a JSON pointer into the body, the name of a query parameter, or `path`.
    fn field_of_slot(&self, slot: &str) -> String {
        let body = self
            .body
            .as_deref()
            .and_then(|body| serde_json::from_slice(body).ok());
        if let Some(pointer) = body.and_then(|body: Value| pointer_to_slot(&body, slot)) {
            return pointer;
        }
        let query = self.uri.query().unwrap_or_default();
        let parameter = query.split('&').find_map(|pair| pair.strip_suffix(slot));
        let name = parameter.map_or("path", |name| name.trim_end_matches('='));
        percent_decode_str(name).decode_utf8_lossy().into_owned()
    }
}

fn pointer_to_slot(value: &Value, slot: &str) -> Option<String> {
    match value {
        Value::String(text) => (text == slot).then(String::new),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .find_map(|(index, item)| Some(format!("/{index}{}", pointer_to_slot(item, slot)?))),
        Value::Object(fields) => fields.iter().find_map(|(name, field)| {
            Some(json::pointer_below("", name) + &pointer_to_slot(field, slot)?)
        }),
        _ => None,
    }
}
