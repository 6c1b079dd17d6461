//! The mistakes of a request, in the words of WeChat Pay.

use serde_json::{Number, Value, json};
use wechatpay_client::{
    gateway::{ParamError, ParamLocation},
    validation::{NotifyUrlProblem, Violation, ViolationKind},
};

use crate::facts::{Field, Type};

/// The numbers at the end of `Request-ID`, from the official troubleshooting manuals (排障手册): 参数过长, 参数过短,
/// 参数超出取值范围, and 参数中含有非法的额外参数. Every other mistake has that of 参数非法.
const TOO_LONG: u64 = 268_435_462;
const TOO_SHORT: u64 = 268_435_463;
const OUT_OF_RANGE: u64 = 268_435_464;
const UNKNOWN: u64 = 270_924_358;

/// The place of a value in a request.
#[derive(Clone, Debug)]
pub(super) struct Place {
    location: ParamLocation,
    /// The JSON pointer inside the location.
    pointer: String,
}

impl Place {
    pub(super) const fn new(location: ParamLocation) -> Self {
        Self {
            location,
            pointer: String::new(),
        }
    }

    /// The place of a member, a parameter or an item of a list.
    pub(super) fn of(&self, name: &str) -> Self {
        let name = name.replace('~', "~0").replace('/', "~1");
        Self {
            location: self.location,
            pointer: format!("{}/{name}", self.pointer),
        }
    }

    /// The JSON pointer inside the location.
    pub(super) fn pointer(&self) -> &str {
        &self.pointer
    }

    /// The members of this object break a rule of several members.
    pub(super) fn broken(&self, violation: &Violation) -> ParamError {
        ParamError::new(
            self.location,
            violation.pointer(),
            violation.kind().to_string(),
        )
    }

    /// The body is other JSON than an object.
    pub(super) fn no_object(&self) -> ParamError {
        self.error("is no JSON object: send an object")
    }

    /// The body of an upload is no multipart form.
    pub(super) fn no_form(&self) -> ParamError {
        self.error("is not `multipart/form-data`: send the file in a form")
    }

    /// The operation takes no multipart form.
    pub(super) fn form(&self) -> ParamError {
        self.error(
            "is `multipart/form-data`: send the body as JSON, because the operation takes no file",
        )
    }

    /// The operation requires this member, and neither the member nor one of its alternatives is there.
    pub(super) fn missing(&self, field: &Field) -> ParamError {
        let noun = match self.location {
            ParamLocation::Query => "parameter",
            ParamLocation::Path => "value",
            ParamLocation::Header => "header",
            _ => "member",
        };
        let issue = match &*field.alternatives {
            [] => format!("is missing: send the {noun}"),
            names => format!(
                "is missing: send the {noun}, or `{}`",
                names.join("`, or `")
            ),
        };
        self.required(field, issue)
    }

    /// The operation requires this member, and its text is empty.
    pub(super) fn empty(&self, field: &Field) -> ParamError {
        self.required(field, "is empty: send a value".to_owned())
            .with_request_id_number(TOO_SHORT)
    }

    /// The request sends a parameter several times that is no list.
    pub(super) fn repeated(&self, field: &Field) -> ParamError {
        self.error("is repeated: send the parameter once")
            .with_message(self.message("字段", field, "规则校验失败，此参数只能出现一次"))
    }

    /// The operation does not have this member or parameter.
    pub(super) fn unknown(&self) -> ParamError {
        self.error("is unknown: correct the name, or leave the member or parameter out")
            .with_message("请求中含有未在API文档中定义的参数")
            .with_request_id_number(UNKNOWN)
    }

    /// The value has another type. The detail holds the value unless it may be the plaintext of a sensitive member.
    pub(super) fn wrong_type(&self, field: &Field, ty: &Type, value: &Value) -> ParamError {
        let error = self.no_value(field, ty, kind(ty, value));
        match is_scalar(ty) && !field.sensitive && !value.is_array() && !value.is_object() {
            true => error.with_value(value.clone()),
            false => error,
        }
    }

    /// The text of a parameter or of a part of a form is no value of its type.
    pub(super) fn wrong_text(&self, field: &Field, ty: &Type, text: &str) -> ParamError {
        let number = serde_json::from_str::<Number>(text).map(Value::Number);
        let value = number.unwrap_or_else(|_| text.into());
        let kind = match ty {
            Type::Int => kind(ty, &value),
            _ => "a text",
        };
        self.no_value(field, ty, kind).with_value(text.into())
    }

    /// The value is none of the type.
    fn no_value(&self, field: &Field, ty: &Type, kind: &str) -> ParamError {
        let json = match self.location {
            ParamLocation::Body => " JSON ",
            _ => "",
        };
        let (wanted, needed) = wanted(ty);
        let message = format!(
            "无法将{json}输入源“{}”映射到目标字段“{}”中，此字段需要一个{needed}",
            self.full(),
            label(field)
        );
        self.error(format!("is {kind}: send {wanted}"))
            .with_message(message)
    }

    /// The text is no time.
    pub(super) fn no_time(&self, field: &Field, text: &str) -> ParamError {
        self.error("is no time of RFC 3339: send a time such as `2018-06-08T10:34:56+08:00`")
            .with_value(text.into())
            .with_message(self.message(
                "值字段",
                field,
                "字符串规则校验失败，不是 RFC 3339 格式的时间",
            ))
    }

    /// A sensitive member is not encrypted with the key that the request names.
    pub(super) fn not_encrypted(&self, field: &Field) -> ParamError {
        let issue = "is not encrypted with the key that `Wechatpay-Serial` names: encrypt the value with that key";
        let rule = "解密失败，请使用 Wechatpay-Serial 所指的公钥加密";
        self.error(issue)
            .with_message(self.message("值字段", field, rule))
    }

    /// The enum does not list the value.
    pub(super) fn unlisted(&self, field: &Field, value: &Value) -> ParamError {
        self.error("is unlisted: send a value that the documentation lists")
            .with_value(value.clone())
            .with_message(self.message("枚举字段", field, "规则校验失败，值不在枚举范围内"))
    }

    /// The value breaks a published limit.
    pub(super) fn violation(
        &self,
        field: &Field,
        kind: &ViolationKind,
        value: &Value,
    ) -> ParamError {
        let (class, rule, found) = rule(kind, value);
        let error = self
            .error(kind.to_string())
            .with_message(self.message(class, field, &rule));
        let error = match number(kind) {
            Some(number) => error.with_request_id_number(number),
            None => error,
        };
        // The length of a sensitive text may be shown, the text may not.
        let is_secret = field.sensitive || names_user(kind);
        match is_secret && found.is_string() {
            true => error,
            false => error.with_value(found),
        }
    }

    fn required(&self, field: &Field, issue: String) -> ParamError {
        let rule = "必填性规则校验失败，此字段为必填项";
        self.error(issue)
            .with_value(json!(""))
            .with_message(self.message("字段", field, rule))
    }

    fn error(&self, issue: impl Into<String>) -> ParamError {
        ParamError::new(self.location, &self.pointer, issue)
    }

    /// The pointer from the root of the request, such as `/body/amount/total`.
    fn full(&self) -> String {
        format!("/{}{}", self.location.name(), self.pointer)
    }

    /// The message about a rule for a class of fields (字段).
    fn message(&self, class: &str, field: &Field, rule: &str) -> String {
        format!(
            "输入源“{}”映射到{class}“{}”{rule}",
            self.full(),
            label(field)
        )
    }
}

/// The class of the field, the broken rule, and the value that the detail shows: a length in place of a text.
fn rule(kind: &ViolationKind, value: &Value) -> (&'static str, String, Value) {
    const TEXT: &str = "字符串规则校验失败";
    const OTHER: &str = "规则校验失败";
    match kind {
        ViolationKind::TooShort { characters, least } => (
            "值字段",
            format!("{TEXT}，字符数 {characters}，小于最小值 {least}"),
            json!(characters),
        ),
        ViolationKind::TooLong { characters, most } => (
            "值字段",
            format!("{TEXT}，字符数 {characters}，大于最大值 {most}"),
            json!(characters),
        ),
        ViolationKind::Pattern { pattern } => (
            "值字段",
            format!("{TEXT}，字符串必须匹配正则表达式“{pattern}”"),
            value.clone(),
        ),
        ViolationKind::TooSmall { number, least } => (
            "数值字段",
            format!("{OTHER}，值低于最小值 {least}"),
            json!(number),
        ),
        ViolationKind::TooLarge { number, most } => (
            "数值字段",
            format!("{OTHER}，值高于最大值 {most}"),
            json!(number),
        ),
        ViolationKind::TooFewItems { items, least } => (
            "数组字段",
            format!("{OTHER}，元素个数 {items}，小于最小值 {least}"),
            json!(items),
        ),
        ViolationKind::TooManyItems { items, most } => (
            "数组字段",
            format!("{OTHER}，元素个数 {items}，大于最大值 {most}"),
            json!(items),
        ),
        // No source has the message of WeChat Pay.
        ViolationKind::NotifyUrl(_) => (
            "值字段",
            format!("{TEXT}，不是可用的通知地址"),
            value.clone(),
        ),
        // The checks that the facts make find nothing else.
        other => ("值字段", format!("{OTHER}，{other}"), value.clone()),
    }
}

/// The number of a broken limit.
const fn number(kind: &ViolationKind) -> Option<u64> {
    match kind {
        ViolationKind::TooLong { .. } => Some(TOO_LONG),
        ViolationKind::TooShort { .. } => Some(TOO_SHORT),
        ViolationKind::TooSmall { .. }
        | ViolationKind::TooLarge { .. }
        | ViolationKind::TooFewItems { .. }
        | ViolationKind::TooManyItems { .. } => Some(OUT_OF_RANGE),
        _ => None,
    }
}

/// Tests if a value is an address with a user, and perhaps a password.
fn names_user(kind: &ViolationKind) -> bool {
    matches!(kind, ViolationKind::NotifyUrl(problems) if problems.contains(&NotifyUrlProblem::User))
}

/// The Chinese name of a field, or else its name.
fn label(field: &Field) -> &str {
    match &*field.label {
        "" => &field.name,
        label => label,
    }
}

fn is_scalar(ty: &Type) -> bool {
    matches!(
        ty,
        Type::String | Type::Int | Type::Number | Type::Bool | Type::Enum(_)
    )
}

/// The value that a type needs, in English and in the words of WeChat Pay.
fn wanted(ty: &Type) -> (&'static str, &'static str) {
    match ty {
        Type::Int => ("an integer", "合法的 64 位有符号整数"),
        Type::Number => ("a number", " number 类型的 Json 值"),
        Type::Bool => ("`true` or `false`", " boolean 类型的 Json 值"),
        Type::Array(_) => ("a list", " array 类型的 Json 值"),
        Type::Object | Type::Schema(_) => ("an object", " object 类型的 Json 值"),
        Type::Json(_) => ("a text of JSON", " string 类型的 Json 值"),
        Type::String | Type::Any | Type::File | Type::Enum(_) => {
            ("a text", " string 类型的 Json 值")
        }
    }
}

fn kind(ty: &Type, value: &Value) -> &'static str {
    match value {
        Value::Null => "`null`",
        Value::Bool(_) => "a truth value",
        Value::Number(number) if *ty == Type::Int => kind_of_number(number),
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

/// The kind of a number that is no signed 64-bit integer.
fn kind_of_number(number: &Number) -> &'static str {
    const LIMIT: f64 = 9_223_372_036_854_775_808.0;
    match number.as_f64() {
        Some(float) if float.abs() < LIMIT && float.fract() != 0.0 => "a number with a fraction",
        Some(float) if number.is_f64() && float.abs() < LIMIT => {
            "written with a decimal point or an exponent"
        }
        _ => "beyond the range of signed 64-bit integers",
    }
}
