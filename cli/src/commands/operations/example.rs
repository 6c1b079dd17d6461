//! The JSON body of an operation's example, with plaintext in sensitive members.
//!
//! Several published examples have a ciphertext there, which `call` would encrypt again.

use serde_json::Value;
use wechatpay_endpoints::{
    facts,
    facts::{Field, Operation, Type},
};

use crate::failure::{Failure, Result};

/// The body to edit and to send.
pub(super) fn body(operation: &Operation) -> Result<String> {
    let example = facts().example(operation);
    let body = example.and_then(|example| example.request.as_ref());
    let body = body.ok_or_else(|| {
        Failure::arguments(format!("{operation} takes no body"))
            .cure("give its parameters in the path and with -q NAME=VALUE")
    })?;
    let mut body = body.clone();
    if let Some(ty) = &operation.request {
        replace_ciphertexts(&operation.product, ty, &mut body);
    }
    Ok(format!("{body:#}\n"))
}

fn replace_ciphertexts(product: &str, ty: &Type, value: &mut Value) {
    if let Value::Array(items) = value {
        for item in items {
            replace_ciphertexts(product, ty, item);
        }
        return;
    }
    let fields = facts().members(product, ty.innermost()).unwrap_or_default();
    for field in fields {
        let Some(member) = value.get_mut(&field.name) else {
            continue;
        };
        match member {
            Value::String(text) if field.sensitive && is_ciphertext(text) => {
                *text = plaintext(field);
            }
            member => replace_ciphertexts(product, &field.ty, member),
        }
    }
}

/// Tests for base64, for hexadecimal digits and for placeholders of them: a text without blanks and Chinese characters that
/// no person has as a name, a number or an address.
fn is_ciphertext(text: &str) -> bool {
    let is_code = |c: char| c.is_ascii_alphanumeric() || "+/=_-".contains(c);
    let has_letter = text.contains(|c: char| c.is_ascii_alphabetic());
    // An identity number ends with a letter at most, and an openid is never sensitive.
    text == "ciphertext"
        || text.len() > 14 && text.chars().all(is_code) && has_letter && !is_identity_number(text)
}

fn is_identity_number(text: &str) -> bool {
    text.len() == 18 && text.bytes().take(17).all(|c| c.is_ascii_digit())
}

/// A plaintext that fits the member, as its name and its limits say.
fn plaintext(field: &Field) -> String {
    let has = |parts: &[&str]| parts.iter().any(|part| field.name.contains(part));
    let text = if has(&["email"]) {
        "zhangsan@example.com"
    } else if has(&["phone", "mobile", "tel"]) {
        "13800138000"
    } else if has(&["account_n", "bank", "card_no"]) && !has(&["name", "id_card"]) {
        "6222020000000000000"
    } else if has(&["address"]) {
        "广东省深圳市南山区深南大道10000号"
    } else if has(&["number", "_no", "_id", "id_card"]) && !has(&["name"]) {
        "110101199003070011"
    } else {
        "张三"
    };
    text.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The sensitive members of a body.
    fn sensitive<'v>(
        product: &str,
        ty: &Type,
        value: &'v Value,
        found: &mut Vec<(String, &'v str)>,
    ) {
        if let Value::Array(items) = value {
            items
                .iter()
                .for_each(|item| sensitive(product, ty, item, found));
            return;
        }
        for field in facts().members(product, ty.innermost()).unwrap_or_default() {
            match value.get(&field.name) {
                Some(Value::String(text)) if field.sensitive => {
                    let length = text.chars().count() as u64;
                    let limits = &field.limits;
                    assert!(
                        length <= limits.max_length.unwrap_or(length),
                        "{}: {text}",
                        field.name
                    );
                    assert!(
                        length >= limits.min_length.unwrap_or(0),
                        "{}: {text}",
                        field.name
                    );
                    found.push((field.name.clone(), text));
                }
                Some(value) => sensitive(product, &field.ty, value, found),
                None => {}
            }
        }
    }

    #[test]
    fn sensitive_members_of_every_example_are_plaintext_within_their_limits() {
        let mut count = 0;
        for operation in &facts().operations {
            let (Ok(body), Some(ty)) = (body(operation), &operation.request) else {
                continue;
            };
            let body: Value = serde_json::from_str(&body).unwrap();
            let mut found = Vec::new();
            sensitive(&operation.product, ty, &body, &mut found);
            for (name, text) in &found {
                assert!(!is_ciphertext(text), "{operation}: {name} is {text}");
            }
            count += found.len();
        }
        assert!(count > 50, "{count}");
    }
}
