//! The mistakes of a request, in the words of WeChat Pay.

use serde_json::{Value, json};
use wechatpay_client::{
    gateway::{ParamError, ParamLocation},
    validation::ViolationKind,
};

use crate::facts::{Field, Type};

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

    /// The operation requires this member, and neither the member nor one of its alternatives is there.
    pub(super) fn missing(&self, field: &Field) -> ParamError {
        let issue = match &*field.alternatives {
            [] => "is missing: send the member".to_owned(),
            names => format!(
                "is missing: send the member, or `{}`",
                names.join("`, or `")
            ),
        };
        let rule = "必填性规则校验失败，此字段为必填项";
        self.error(issue)
            .with_value(json!(""))
            .with_message(self.message("字段", field, rule))
    }

    /// The operation does not have this member or parameter.
    pub(super) fn unknown(&self) -> ParamError {
        self.error("is unknown: correct the name, or leave the member or parameter out")
            .with_message("请求中含有未在API文档中定义的参数")
    }

    /// The value has another type. The detail holds the value unless it may be the plaintext of a sensitive member.
    pub(super) fn wrong_type(&self, field: &Field, ty: &Type, value: &Value) -> ParamError {
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
        let error = self
            .error(format!("is {}: send {wanted}", kind(value)))
            .with_message(message);
        match is_scalar(ty) && !field.sensitive && !value.is_array() && !value.is_object() {
            true => error.with_value(value.clone()),
            false => error,
        }
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
        // The length of a sensitive text may be shown, the text may not.
        match field.sensitive && found.is_string() {
            true => error,
            false => error.with_value(found),
        }
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
        // The checks that the facts make find nothing else.
        other => ("值字段", format!("{OTHER}，{other}"), value.clone()),
    }
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

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "`null`",
        Value::Bool(_) => "a truth value",
        Value::Number(number) if number.is_f64() => "a number with a fraction",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}
