//! Code that borrows a text of an order.

use super::{
    super::structs::{Member, Struct},
    Order,
};

/// A text of an order.
pub(super) struct Text {
    /// The name of the member.
    member: String,
    /// The lines that the code needs before it.
    pub(super) before: Vec<String>,
    code: Code,
}

/// An expression.
enum Code {
    /// The place of a text that is always there.
    Place(String),
    /// The value is an `Option<&str>`.
    Option(String),
}

/// The widest array that rustfmt leaves on one line.
const ARRAY_WIDTH: usize = 60;

impl<'a> Order<'a> {
    /// A member.
    pub(super) fn text(self, name: &str) -> Option<Text> {
        let member = member(self.declared, name)?;
        let code = match &*member.ty {
            "String" => Code::Place(format!("self.{name}")),
            "Option<String>" => Code::Option(format!("self.{name}.as_deref()")),
            _ => return None,
        };
        Some(Text::new(name, Vec::new(), code))
    }

    /// A member of an object in the order.
    pub(super) fn inside(self, object: &str, name: &str) -> Option<Text> {
        let holder = member(self.declared, object)?;
        let is_optional = holder.ty.starts_with("Option<");
        let ty = holder
            .ty
            .trim_start_matches("Option<")
            .trim_end_matches('>');
        let inner = member(self.named(ty)?, name)?;
        // A short name, so that the expression fits on a line.
        let short = object.trim_end_matches("_info");
        let item = short.rsplit('_').next().unwrap_or(short);
        let code = match (is_optional, &*inner.ty) {
            (false, "String") => Code::Place(format!("self.{object}.{name}")),
            (false, "Option<String>") => Code::Option(format!("self.{object}.{name}.as_deref()")),
            (true, "String") => Code::Option(format!("{short}.map(|{item}| &*{item}.{name})")),
            (true, "Option<String>") => Code::Option(format!(
                "{short}.and_then(|{item}| {item}.{name}.as_deref())"
            )),
            _ => return None,
        };
        let before = is_optional.then(|| format!("let {short} = self.{object}.as_ref();"));
        Some(Text::new(name, before.into_iter().collect(), code))
    }

    /// An openid of the payer.
    pub(super) fn of_payer(self, name: &str) -> Option<Text> {
        let inside = self.inside("payer", name);
        let inside = inside.or_else(|| self.inside("combine_payer_info", name));
        inside.or_else(|| self.text(name))
    }

    /// Tests if the orders in a combined order (合单) have a text.
    pub(super) fn has_in_sub_orders(self, name: &str) -> bool {
        let list = member(self.declared, "sub_orders");
        let item = list.and_then(|list| list.ty.strip_prefix("Vec<")?.strip_suffix('>'));
        let item = item.and_then(|item| member(self.named(item)?, name));
        item.is_some_and(|item| item.ty == "Option<String>")
    }

    /// The text of an enum that is always there.
    pub(super) fn enum_text(self, name: &str) -> Option<String> {
        let member = member(self.declared, name)?;
        let is_plain = !member.ty.contains('<');
        is_plain.then(|| format!("self.{name}.as_str()"))
    }

    fn named(self, name: &str) -> Option<&'a Struct> {
        self.all.iter().find(|declared| declared.name == name)
    }
}

impl Text {
    fn new(member: &str, before: Vec<String>, code: Code) -> Self {
        Self {
            member: member.to_owned(),
            before,
            code,
        }
    }

    /// An expression of type `Option<&str>`, without the lines before it.
    pub(super) fn expression(&self) -> String {
        match &self.code {
            Code::Place(place) => format!("Some(&{place})"),
            Code::Option(code) => code.clone(),
        }
    }

    /// Code of type `Option<&str>`.
    pub(super) fn option(&self) -> String {
        self.after_lines(&self.expression())
    }

    /// Code of type `Result<&str>`, for a member of a request.
    pub(super) fn required(&self) -> String {
        self.checked_by("required")
    }

    /// Code of type `Result<&str>`, for a member of a response.
    pub(super) fn returned(&self) -> String {
        self.checked_by("returned")
    }

    fn checked_by(&self, function: &str) -> String {
        let member = &self.member;
        self.after_lines(&match &self.code {
            Code::Place(place) => format!("Ok(&{place})"),
            Code::Option(code) => format!("pay::{function}({member:?}, {code})"),
        })
    }

    fn after_lines(&self, code: &str) -> String {
        let lines = self.before.iter().map(String::as_str);
        lines.chain([code]).collect::<Vec<_>>().join("\n")
    }

    /// Code of type `Result<&str>`, for texts of which the order must have exactly one; `None` without a text.
    pub(super) fn only(texts: &[Self]) -> Option<String> {
        let (first, others) = texts.split_first()?;
        if others.is_empty() {
            return Some(first.required());
        }
        let member = &first.member;
        let mut lines: Vec<_> = texts.iter().flat_map(|text| text.before.clone()).collect();
        let values = texts.iter().map(|text| match &text.code {
            // The first item of an array decides its type.
            Code::Place(place) => format!("Some(&*{place})"),
            Code::Option(code) => code.clone(),
        });
        let values: Vec<_> = values.collect();
        let array = format!("[{}]", values.join(", "));
        let array = if array.len() > ARRAY_WIDTH {
            format!("[\n    {},\n]", values.join(",\n    "))
        } else {
            array
        };
        lines.push(format!("let {member}s = {array};"));
        lines.push(format!(
            "pay::required({member:?}, pay::only({member:?}, {member}s)?)"
        ));
        Some(lines.join("\n"))
    }
}

fn member<'a>(declared: &'a Struct, name: &str) -> Option<&'a Member> {
    declared.members.iter().find(|member| member.name == name)
}
