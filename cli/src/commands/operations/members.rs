//! The members of bodies and the parameters of an operation, as a tree.

use serde::Serialize;
use serde_json::Value;
use wechatpay_endpoints::{
    facts,
    facts::{Field, Limits, Operation, Type, Types, Unit, Witness},
};

/// A member or a parameter.
#[derive(Debug, Serialize)]
pub(super) struct Member {
    pub(super) name: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    label: String,
    #[serde(rename = "type")]
    pub(super) ty: String,
    /// In a request, the operation needs the member. In a response, the member is always there.
    pub(super) required: bool,
    /// Others of which one may stand in its place.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    alternatives: Vec<String>,
    sensitive: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    encrypted: Option<String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    nullable: bool,
    /// The client writes the header by itself.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    written_by_client: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    format: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    default: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<Unit>,
    #[serde(flatten)]
    limits: Limits,
    /// The listed values of an enum.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    values: Vec<Value>,
    /// An official source confirms the member, or two others do.
    confirmed: bool,
    confirmed_by: Vec<&'static str>,
    /// The letters of the witnesses.
    #[serde(skip)]
    pub(super) letters: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) members: Vec<Self>,
}

/// The side that sends the members.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Request,
    Response,
}

/// Reads the members of an operation's types.
#[derive(Debug, Clone)]
pub(super) struct Reader<'a> {
    types: Option<&'a Types>,
    side: Side,
    /// The schemas around a member. A schema inside itself is not read again.
    around: Vec<&'a str>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(operation: &Operation, side: Side) -> Self {
        Self {
            types: facts().products.get(&operation.product),
            side,
            around: Vec::new(),
        }
    }

    /// The members of an object, or of the objects in a list.
    pub(super) fn members(&self, ty: &'a Type) -> Vec<Member> {
        let Type::Schema(name) = ty.innermost() else {
            return Vec::new();
        };
        let Some(fields) = self.types.and_then(|types| types.schemas.get(name)) else {
            return Vec::new();
        };
        if self.around.contains(&&**name) {
            return Vec::new();
        }
        let mut inside = self.clone();
        inside.around.push(name);
        fields.iter().map(|field| inside.member(field)).collect()
    }

    /// A member, or a parameter.
    pub(super) fn member(&self, field: &'a Field) -> Member {
        let witnesses = field.witnesses.to_string();
        let letters = witnesses.split(['+', '-']).next().unwrap_or_default();
        Member {
            name: field.name.clone(),
            label: field.label.clone(),
            ty: self.words(&field.ty),
            required: match self.side {
                Side::Request => field.is_demanded(),
                Side::Response => field.is_promised(),
            },
            alternatives: field.alternatives.clone(),
            sensitive: field.sensitive,
            encrypted: field.encrypted.clone(),
            nullable: field.nullable,
            written_by_client: false,
            format: field.format.clone().or_else(|| field.item_format.clone()),
            default: field.default.clone(),
            unit: field.unit,
            limits: field.limits.clone(),
            values: self.values(&field.ty),
            confirmed: field.witnesses.confirm(),
            confirmed_by: field.witnesses.iter().map(Witness::name).collect(),
            letters: letters.to_owned(),
            members: self.members(&field.ty),
        }
    }

    /// A header, which the client may write by itself.
    pub(super) fn header(&self, field: &'a Field) -> Member {
        let written_by_client = field.is_written_by_client();
        let member = self.member(field);
        Member {
            written_by_client,
            required: member.required && !written_by_client,
            ..member
        }
    }

    /// The type in words.
    fn words(&self, ty: &Type) -> String {
        match ty {
            Type::String => "text".to_owned(),
            Type::Int => "integer".to_owned(),
            Type::Number => "number".to_owned(),
            Type::Bool => "boolean".to_owned(),
            Type::Object | Type::Schema(_) => "object".to_owned(),
            Type::Any => "any JSON".to_owned(),
            Type::File => "file".to_owned(),
            Type::Array(item) => format!("list of {}", plural(&self.words(item))),
            Type::Json(inner) => format!("JSON text of {}", self.words(inner)),
            Type::Enum(name) => match self.types.and_then(|types| types.enums.get(name)) {
                Some(listing) => self.words(&listing.ty),
                None => "text".to_owned(),
            },
            // A type that a later version of the facts adds.
            other => other.to_string(),
        }
    }

    fn values(&self, ty: &Type) -> Vec<Value> {
        let Type::Enum(name) = ty.innermost() else {
            return Vec::new();
        };
        let listing = self.types.and_then(|types| types.enums.get(name));
        listing.map_or_else(Vec::new, |listing| listing.values.clone())
    }
}

impl Member {
    /// The label, the marks and the limits, for people.
    pub(super) fn about(&self) -> String {
        let mut parts = vec![self.label.clone()];
        if !self.alternatives.is_empty() {
            parts.push(format!("or `{}`", self.alternatives.join("`, or `")));
        }
        if self.sensitive {
            parts.push("sensitive (敏感信息加密)".to_owned());
        }
        if let Some(encrypted) = &self.encrypted {
            parts.push(format!("encrypted: {encrypted}"));
        }
        if self.written_by_client {
            parts.push("the client writes it".to_owned());
        }
        if self.nullable {
            parts.push("may be null".to_owned());
        }
        parts.extend(self.unit.map(|unit| unit_words(unit).to_owned()));
        parts.extend(self.format.clone());
        parts.extend(limits(&self.limits));
        if !self.values.is_empty() {
            let values: Vec<_> = self.values.iter().map(plain).collect();
            parts.push(values.join(" | "));
        }
        parts.extend(
            self.default
                .as_ref()
                .map(|value| format!("default {}", plain(value))),
        );
        if !self.confirmed && !self.confirmed_by.is_empty() {
            parts.push("unconfirmed".to_owned());
        }
        parts.retain(|part| !part.is_empty());
        parts.join("; ")
    }
}

fn plural(words: &str) -> String {
    match words {
        "any JSON" => words.to_owned(),
        words if words.starts_with("list of ") => words.replacen("list of", "lists of", 1),
        words => format!("{words}s"),
    }
}

fn unit_words(unit: Unit) -> &'static str {
    match unit {
        Unit::Fen => "in fen (分)",
        Unit::Minor => "in the smallest unit of the currency (币种最小单位)",
        Unit::YuanE8 => "in hundred-millionths of a yuan",
        _ => "",
    }
}

fn limits(limits: &Limits) -> Vec<String> {
    let mut parts = Vec::new();
    parts.extend(range(limits.min_length, limits.max_length, "characters"));
    parts.extend(range(limits.minimum, limits.maximum, ""));
    parts.extend(range(limits.min_items, limits.max_items, "items"));
    parts.extend(range(
        limits.item_min_length,
        limits.item_max_length,
        "characters an item",
    ));
    parts.extend(
        limits
            .pattern
            .as_ref()
            .map(|pattern| format!("/{pattern}/")),
    );
    parts
}

fn range<T: ToString>(least: Option<T>, most: Option<T>, of: &str) -> Option<String> {
    let (least, most) = (least.map(|n| n.to_string()), most.map(|n| n.to_string()));
    let numbers = match (least, most) {
        (None, None) => return None,
        (Some(least), Some(most)) if least == most => least,
        (Some(least), Some(most)) => format!("{least} to {most}"),
        (Some(least), None) => format!("at least {least}"),
        (None, Some(most)) => format!("at most {most}"),
    };
    Some(format!("{numbers} {of}").trim_end().to_owned())
}

/// A value without quotation marks.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        value => value.to_string(),
    }
}
