//! The body of a request: sensitive texts are encrypted.

use serde::{Serialize, Serializer, ser::SerializeMap as _, ser::SerializeSeq as _};
use serde_json::Value;
use wechatpay_client::Sensitive;
use wechatpay_endpoints::{facts, facts::Type};

use crate::{
    failure::{Failure, Result},
    json::pointer,
};

/// The size of a ciphertext in base64 and in bytes: the block of an RSA key of 2,048 bits. A plaintext of this size
/// cannot be encrypted.
const CIPHERTEXT: (usize, usize) = (344, 256);

/// The failure of a sensitive text that is ciphertext.
pub(super) fn encrypted_already(place: &str) -> Failure {
    Failure::configuration(format!(
        "{place} is sensitive (敏感信息), and looks encrypted already"
    ))
    .cure("give the plaintext: the client encrypts it")
}

/// Tests if a text has the form of an encrypted one.
pub(super) fn is_ciphertext(text: &str) -> bool {
    let (length, size) = CIPHERTEXT;
    let bytes = || openssl::base64::decode_block(text);
    text.len() == length && bytes().is_ok_and(|bytes| bytes.len() == size)
}

/// A value of a body, with its type in the facts. Sensitive texts serialize as `Sensitive`.
#[derive(Clone, Copy)]
pub(super) struct Body<'a> {
    product: &'a str,
    ty: Option<&'a Type>,
    is_sensitive: bool,
    value: &'a Value,
}

impl<'a> Body<'a> {
    /// The whole body of an operation of a product.
    pub(super) const fn new(product: &'a str, ty: Option<&'a Type>, value: &'a Value) -> Self {
        Self {
            product,
            ty,
            is_sensitive: false,
            value,
        }
    }

    /// Refuses a sensitive member that the client would send in clear.
    pub(super) fn check_texts(self) -> Result<()> {
        match self.find("", Self::is_not_encryptable) {
            Some(pointer) => Err(Failure::configuration(format!(
                "`{pointer}` of the body is sensitive (敏感信息) and no text"
            ))
            .cure(
                "send a text: the client encrypts only texts, and sends no other value in clear",
            )),
            None => Ok(()),
        }
    }

    /// Refuses a sensitive member that the client would encrypt a second time.
    pub(super) fn check_plaintexts(self) -> Result<()> {
        match self.find("", Self::is_encrypted) {
            Some(pointer) => Err(encrypted_already(&format!("`{pointer}` of the body"))),
            None => Ok(()),
        }
    }

    fn inside(self, ty: Option<&'a Type>, is_sensitive: bool, value: &'a Value) -> Self {
        Self {
            ty,
            is_sensitive,
            value,
            ..self
        }
    }

    fn item(self, value: &'a Value) -> Self {
        let item = match self.ty {
            Some(Type::Array(item)) => Some(&**item),
            _ => None,
        };
        self.inside(item, self.is_sensitive, value)
    }

    fn member(self, name: &str, value: &'a Value) -> Self {
        let members = self.ty.and_then(|ty| facts().members(self.product, ty));
        let field = members
            .into_iter()
            .flatten()
            .find(|field| field.name == name);
        match field {
            Some(field) => self.inside(Some(&field.ty), field.sensitive, value),
            None => self.inside(None, false, value),
        }
    }
}

impl Body<'_> {
    fn is_not_encryptable(self) -> bool {
        let is_no_text = matches!(
            self.value,
            Value::Bool(_) | Value::Number(_) | Value::Object(_)
        );
        self.is_sensitive && is_no_text
    }

    fn is_encrypted(self) -> bool {
        self.is_sensitive && self.value.as_str().is_some_and(is_ciphertext)
    }

    /// The JSON pointer of the first member that passes a test.
    fn find(self, place: &str, test: fn(Self) -> bool) -> Option<String> {
        match self.value {
            _ if test(self) => Some(place.to_owned()),
            Value::Object(members) => members.iter().find_map(|(name, value)| {
                let inner = self.member(name, value);
                inner.find(&pointer(place, name), test)
            }),
            Value::Array(items) => items.iter().enumerate().find_map(|(index, value)| {
                self.item(value).find(&format!("{place}/{index}"), test)
            }),
            _ => None,
        }
    }
}

impl Serialize for Body<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.value {
            Value::String(text) if self.is_sensitive => {
                Sensitive::new(&**text).serialize(serializer)
            }
            Value::Object(members) => {
                let mut map = serializer.serialize_map(Some(members.len()))?;
                for (name, value) in members {
                    map.serialize_entry(name, &self.member(name, value))?;
                }
                map.end()
            }
            Value::Array(items) => {
                let mut list = serializer.serialize_seq(Some(items.len()))?;
                for value in items {
                    list.serialize_element(&self.item(value))?;
                }
                list.end()
            }
            value => value.serialize(serializer),
        }
    }
}
