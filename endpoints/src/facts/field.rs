//! A member of a schema, or a parameter.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Type, Witnesses, is_default};

/// A member of a schema, or a parameter.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[non_exhaustive]
pub struct Field {
    /// The name in JSON, in the query, or of the header.
    pub name: String,
    /// The type of the value.
    #[serde(rename = "type")]
    pub ty: Type,
    /// The sources call the member required. [`Witnesses`] tells who confirms that.
    #[serde(default, skip_serializing_if = "is_default")]
    pub required: bool,
    /// Other members of the same object, if the object needs this member or one of the others.
    #[serde(default, skip_serializing_if = "is_default")]
    pub alternatives: Vec<String>,
    /// The value goes encrypted with the public key of the other side (敏感信息加密).
    #[serde(default, skip_serializing_if = "is_default")]
    pub sensitive: bool,
    /// The value is encrypted in another way: `by-aes-gcm` is with the APIv3 key.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub encrypted: Option<String>,
    /// The value may be `null`.
    #[serde(default, skip_serializing_if = "is_default")]
    pub nullable: bool,
    /// The Chinese name.
    #[serde(default, skip_serializing_if = "is_default")]
    pub label: String,
    /// The format of the text, such as `rfc3339`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub format: Option<String>,
    /// The format of each item of a list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item_format: Option<String>,
    /// The value that the server takes if the member is absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default: Option<Value>,
    /// An example value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub example: Option<Value>,
    /// The published limits.
    #[serde(flatten)]
    pub limits: Limits,
    /// The unit of a number, if it is settled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
    /// The witnesses that have the member, and what they say of it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub witnesses: Witnesses,
}

/// The unit of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Unit {
    /// Fen (分), the hundredth of a yuan.
    Fen,
    /// The smallest unit of the currency (币种最小单位), such as the cent of a dollar. The yen has no smaller unit.
    Minor,
    /// The hundred-millionth of a yuan.
    YuanE8,
    /// Seconds. Of a time of day, the seconds since midnight.
    Seconds,
    /// Minutes.
    Minutes,
    /// Days.
    Days,
    /// The seconds since 1970-01-01T00:00:00Z (Unix 时间戳).
    UnixSeconds,
    /// Hundredths of the whole (百分比).
    Percent,
    /// Ten-thousandths of the whole (万分比): 2000 is 20%.
    TenThousandths,
    /// Hundred-millionths, of an exchange rate or a quantity: 650000000 is 6.5.
    E8,
}

/// The published limits of a value. Lengths are in characters, and those of a sensitive member are of its plaintext.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[non_exhaustive]
pub struct Limits {
    /// The shortest text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_length: Option<u64>,
    /// The longest text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_length: Option<u64>,
    /// The least number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minimum: Option<i64>,
    /// The greatest number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maximum: Option<i64>,
    /// The fewest items of a list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_items: Option<u64>,
    /// The most items of a list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_items: Option<u64>,
    /// A regular expression that the whole text matches, in the syntax of `regex-lite`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pattern: Option<String>,
    /// The shortest text of an item.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item_min_length: Option<u64>,
    /// The longest text of an item.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item_max_length: Option<u64>,
}

impl Field {
    /// An optional member of which nothing but the name and the type is known.
    #[must_use]
    pub fn new(name: &str, ty: Type) -> Self {
        Self {
            name: name.to_owned(),
            ty,
            required: false,
            alternatives: Vec::new(),
            sensitive: false,
            encrypted: None,
            nullable: false,
            label: String::new(),
            format: None,
            item_format: None,
            default: None,
            example: None,
            limits: Limits::default(),
            unit: None,
            witnesses: Witnesses::default(),
        }
    }

    /// Tests if a request needs the member or the parameter: the sources require it, and the witnesses confirm that, or
    /// none of them denies it.
    // A library that fills in the merchant number calls it optional: its word alone does not count against an official
    // witness.
    #[must_use]
    pub const fn is_demanded(&self) -> bool {
        self.required && (self.witnesses.confirm_required() || !self.witnesses.deny_required())
    }

    /// Tests if the value is an address that WeChat Pay sends notifications (回调通知) to.
    #[must_use]
    pub fn is_notify_url(&self) -> bool {
        let is_called_so = ["notify_url", "callback_url"]
            .iter()
            .any(|end| self.name.ends_with(end));
        self.ty == Type::String && (is_called_so || self.label.ends_with("通知地址"))
    }

    /// Tests if the value is the ID of a user under an appid.
    pub(crate) fn is_openid(&self) -> bool {
        self.ty == Type::String && self.name.ends_with("openid")
    }

    /// Tests if the client writes a header with this name by itself, such as `Wechatpay-Serial`.
    #[must_use]
    pub fn is_written_by_client(&self) -> bool {
        let name = self.name.to_ascii_lowercase();
        name.starts_with("wechatpay-") || name.starts_with("accept") || name == "authorization"
    }

    /// Tests if every response has the member, and never as `null`: the sources require it, a witness says the same, and
    /// none denies that.
    // Without such a member, a response does not decode.
    #[must_use]
    pub const fn is_promised(&self) -> bool {
        let is_said = self.witnesses.say_required() && !self.witnesses.deny_required();
        self.required && !self.nullable && is_said
    }
}
