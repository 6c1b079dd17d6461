//! The command of a next step: `wechatpay call` with the body that the operation demands.

use serde_json::{Map, Value};
use wechatpay_endpoints::{
    facts,
    facts::{Field, Location, Operation, Type, Unit},
};

use super::{
    machine::{Step, at, text},
    query::Query,
};
use crate::{
    command_line::{placeholder, quoted},
    json::Json,
};

/// The ends of the names of identifiers.
const IDENTIFIERS: [&str; 3] = ["id", "_no", "_code"];

/// The numbers of an order, of which a refund needs one. The facts say so only of some refunds.
const ORDER: [&str; 2] = ["transaction_id", "out_trade_no"];

/// The members that name the merchants of a thing, and their apps. A step has them if the response has them.
const PARTIES: [&str; 5] = ["mchid", "sp_mchid", "appid", "sp_appid", "sub_appid"];

/// The sources of the values of a step: objects of the response, and then the arguments of the query.
#[derive(Clone)]
pub(super) struct Known<'a> {
    pub(super) objects: Vec<&'a Json>,
    /// `None` inside of a member of the body.
    pub(super) query: Option<&'a Query>,
    /// `None` inside of a member of the body.
    pub(super) step: Option<&'a Step>,
}

/// A command, and the placeholders in it.
pub(super) struct StepCommand {
    pub(super) line: String,
    placeholders: Vec<String>,
}

impl StepCommand {
    /// The command with the values that are known. A new member needs a value of its own in a new request: the member is a
    /// placeholder, so that nobody sends the old number or amount again.
    pub(super) fn of(operation: &Operation, path: &str, known: &Known<'_>, step: &Step) -> Self {
        let flags = known.query.map_or("", |query| &query.flags);
        let method = &operation.method;
        let mut writer = Writer {
            operation,
            step,
            placeholders: Vec::new(),
        };
        let mut line = format!("wechatpay call{flags} {method} {}", quoted(path));
        for field in operation.params_in(Location::Query) {
            if field.required {
                let pair = format!("{}={}", field.name, writer.parameter(field, known));
                line += &format!(" -q {}", quoted(&pair));
            }
        }
        for field in operation.params_in(Location::Header) {
            if field.required && !field.is_written_by_client() {
                let header = format!("{}: {}", field.name, writer.placeholder(&field.name, ""));
                line += &format!(" -H {}", quoted(&header));
            }
        }
        if let Some(ty) = &operation.request {
            let body = Value::from(writer.object(ty, known));
            line += &format!(" -d {}", quoted(&body.to_string()));
        }
        Self {
            line,
            placeholders: writer.placeholders,
        }
    }

    /// The remark that names the placeholders, if there are any.
    pub(super) fn remark(&self, operation: &Operation) -> Option<String> {
        let names = self.placeholders.join(", ");
        let all = match operation.request {
            Some(_) => format!(
                "; all members: wechatpay operations {}",
                operation.full_name()
            ),
            None => String::new(),
        };
        (!names.is_empty()).then(|| format!("replace before you run the command: {names}{all}"))
    }
}

impl<'a> Known<'a> {
    pub(super) fn value(&self, name: &str) -> Option<String> {
        let mut objects = self.objects.iter();
        let value = objects.find_map(|object| text(object, name));
        let renamed = || self.renamed(name)?.scalar().map(str::to_owned);
        let value = value.or_else(renamed);
        value.or_else(|| self.query?.parameter(name).map(str::to_owned))
    }

    /// The values of the member with this name.
    fn inside(&self, name: &str) -> Self {
        if let Some(object) = self.renamed(name) {
            return Self::only(vec![object]);
        }
        let objects = self.objects.iter().filter_map(|object| object.get(name));
        Self::only(objects.collect())
    }

    /// The entries of the list with this name, or none.
    fn entries(&self, name: &str) -> Vec<Self> {
        let mut lists = self.objects.iter().filter_map(|object| object.get(name));
        let entries = lists.find_map(Json::as_array).unwrap_or_default();
        let entries = entries.iter().map(|entry| Self::only(vec![entry]));
        entries.collect()
    }

    const fn only(objects: Vec<&'a Json>) -> Self {
        Self {
            objects,
            query: None,
            step: None,
        }
    }

    /// The value that the response has under another name.
    fn renamed(&self, name: &str) -> Option<&'a Json> {
        let path = self.step?.from.get(name)?;
        let mut objects = self.objects.iter();
        objects.find_map(|object| at(object, path))
    }

    fn is_responded(&self, name: &str) -> bool {
        let mut objects = self.objects.iter();
        objects.any(|object| text(object, name).is_some())
    }

    /// Tests if the query asked by a number of this name.
    fn is_number(&self, name: &str) -> bool {
        let mut numbers = self.query.iter().flat_map(|query| &query.mode.numbers);
        numbers.any(|number| number.name == name)
    }
}

/// Writes the parameters and members of a step.
struct Writer<'a> {
    operation: &'a Operation,
    step: &'a Step,
    placeholders: Vec<String>,
}

impl Writer<'_> {
    /// The members of an object that the operation demands, and those that name the thing and its sub-merchant.
    fn object(&mut self, ty: &Type, known: &Known<'_>) -> Map<String, Value> {
        let mut object = Map::new();
        let fields = facts().members(&self.operation.product, ty);
        let fields = fields.unwrap_or_default();
        for field in fields {
            let others = alternatives(field, fields);
            let is_taken = match &*others {
                [] => self.is_taken(field, known),
                others if others.iter().any(|other| object.contains_key(*other)) => false,
                others => {
                    let is_known = |name: &str| self.is_known(name, known);
                    is_known(&field.name) || !others.iter().any(|other| is_known(other))
                }
            };
            if is_taken {
                object.insert(field.name.clone(), self.member(field, known));
            }
        }
        object
    }

    /// Tests if a step has the member. The facts demand too little of some operations: a refund without its amount.
    fn is_taken(&self, field: &Field, known: &Known<'_>) -> bool {
        let name = &*field.name;
        let mut path = self.operation.params_in(Location::Path);
        let is_number = known.is_number(name) && path.all(|placeholder| placeholder.name != name);
        let is_party = name == "sub_mchid" || PARTIES.contains(&name) && known.is_responded(name);
        let is_demanded = field.required || self.step.demanded.contains(&field.name);
        is_demanded || name == "amount" || (is_number || is_party) && self.is_known(name, known)
    }

    fn is_known(&self, name: &str, known: &Known<'_>) -> bool {
        !self.is_new(name) && known.value(name).is_some()
    }

    fn member(&mut self, field: &Field, known: &Known<'_>) -> Value {
        let nothing = Known::only(Vec::new());
        let known = if self.is_new(&field.name) {
            &nothing
        } else {
            known
        };
        match &field.ty {
            Type::Array(item) => {
                let mut entries = known.entries(&field.name);
                if entries.is_empty() {
                    entries.push(nothing);
                }
                let entries = entries.iter();
                let entries = entries.map(|entry| match &**item {
                    Type::Schema(_) => Value::from(self.object(item, entry)),
                    item => Value::from(self.placeholder(&field.name, hint(item))),
                });
                entries.collect()
            }
            Type::Schema(_) => {
                let object = self.object(&field.ty, &known.inside(&field.name));
                match object.is_empty() {
                    true => Value::from(self.placeholder(&field.name, hint(&field.ty))),
                    false => Value::from(object),
                }
            }
            ty => self.scalar(field, ty, known),
        }
    }

    fn scalar(&mut self, field: &Field, ty: &Type, known: &Known<'_>) -> Value {
        let value = known.value(&field.name).filter(|_| is_repeated(field));
        let number = value.as_ref().and_then(|value| value.parse::<i64>().ok());
        match (ty, value, number) {
            (Type::String | Type::Enum(_), Some(value), _) => Value::from(value),
            (Type::Int, _, Some(number)) => Value::from(number),
            _ => Value::from(self.placeholder(&field.name, hint(ty))),
        }
    }

    fn parameter(&mut self, field: &Field, known: &Known<'_>) -> String {
        let value = known.value(&field.name).filter(|_| is_repeated(field));
        match field.ty {
            Type::Bool => "true".to_owned(),
            _ => value.unwrap_or_else(|| self.placeholder(&field.name, "")),
        }
    }

    /// A placeholder, which the remark names with its hint.
    fn placeholder(&mut self, name: &str, hint: &str) -> String {
        let placeholder = placeholder(name);
        let named = match hint {
            "" => placeholder.clone(),
            hint => format!("\"{placeholder}\" ({hint}, without quotes)"),
        };
        if !self.placeholders.contains(&named) {
            self.placeholders.push(named);
        }
        placeholder
    }

    fn is_new(&self, name: &str) -> bool {
        self.step.new.iter().any(|new| new == name)
    }
}

/// The members of which the object needs one in place of this one, also if the facts say so of another one only.
fn alternatives<'a>(field: &Field, fields: &'a [Field]) -> Vec<&'a str> {
    let is_of_order = |field: &Field| ORDER.contains(&&*field.name) && !field.required;
    let is_other = |other: &&Field| {
        let names = |one: &Field, two: &Field| one.alternatives.contains(&two.name);
        let is_same_order = is_of_order(field) && is_of_order(other);
        other.name != field.name && (names(field, other) || names(other, field) || is_same_order)
    };
    let others = fields.iter().filter(is_other);
    others.map(|other| &*other.name).collect()
}

/// Tests if a step takes the value of the response: a number or an amount. A step may take other members, such as a
/// reason, with another value, and a sensitive member of a response is ciphertext for the merchant.
fn is_repeated(field: &Field) -> bool {
    let is_identifier = IDENTIFIERS.iter().any(|end| field.name.ends_with(end));
    let is_amount = matches!(field.unit, Some(Unit::Fen | Unit::Minor));
    (is_identifier || is_amount || field.name == "currency") && !field.sensitive
}

/// The kind of a value that is no text.
const fn hint(ty: &Type) -> &'static str {
    match ty {
        Type::Int | Type::Number => "a number",
        Type::Bool => "true or false",
        Type::String | Type::File | Type::Json(_) | Type::Enum(_) => "",
        _ => "JSON",
    }
}
