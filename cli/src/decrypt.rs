//! Decryption of the sensitive members of a response, which the facts mark.

use wechatpay_client::Sensitive;
use wechatpay_endpoints::{
    facts,
    facts::{Operation, Type},
};

use crate::json::{Json, pointer};

/// The members of a response that were decrypted, and those that were not, each by its JSON pointer.
#[derive(Debug, Default)]
pub(crate) struct Decryption {
    pub(crate) decrypted: Vec<String>,
    pub(crate) failed: Vec<String>,
}

/// A place in a response: its type in the facts, and its JSON pointer.
struct Place<'a> {
    ty: Option<&'a Type>,
    is_sensitive: bool,
    pointer: String,
}

impl Decryption {
    /// Replaces the sensitive texts of a body by their plaintexts. A text that `decrypt` has no plaintext for stays.
    pub(crate) fn of(
        operation: &Operation,
        body: &mut Json,
        decrypt: &dyn Fn(&str) -> Option<Sensitive>,
    ) -> Self {
        let root = Place {
            ty: operation.response_type(),
            is_sensitive: false,
            pointer: String::new(),
        };
        let mut decryption = Self::default();
        decryption.walk(&operation.product, &root, body, decrypt);
        decryption
    }

    fn walk(
        &mut self,
        product: &str,
        place: &Place<'_>,
        value: &mut Json,
        decrypt: &dyn Fn(&str) -> Option<Sensitive>,
    ) {
        match value {
            Json::Object(members) => {
                for (name, value) in members {
                    self.walk(product, &place.member(product, name), value, decrypt);
                }
            }
            Json::Array(items) => {
                for (index, value) in items.iter_mut().enumerate() {
                    self.walk(product, &place.item(index), value, decrypt);
                }
            }
            Json::Text(text) if place.is_sensitive && !text.is_empty() => match decrypt(text) {
                Some(plaintext) => {
                    plaintext.expose().clone_into(text);
                    self.decrypted.push(place.pointer.clone());
                }
                None => self.failed.push(place.pointer.clone()),
            },
            Json::Text(_) | Json::Raw(_) => {}
        }
    }
}

impl Place<'_> {
    fn item(&self, index: usize) -> Self {
        let ty = match self.ty {
            Some(Type::Array(item)) => Some(&**item),
            ty => ty,
        };
        Self {
            ty,
            is_sensitive: self.is_sensitive,
            pointer: format!("{}/{index}", self.pointer),
        }
    }

    fn member(&self, product: &str, name: &str) -> Place<'static> {
        let members = self.ty.and_then(|ty| facts().members(product, ty));
        let mut members = members.into_iter().flatten();
        let field = members.find(|field| field.name == name);
        Place {
            ty: field.map(|field| &field.ty),
            is_sensitive: field.is_some_and(|field| field.sensitive),
            pointer: pointer(&self.pointer, name),
        }
    }
}
