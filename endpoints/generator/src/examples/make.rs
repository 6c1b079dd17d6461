//! Makes examples from the schema, the same every time.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};
use wechatpay_endpoints::facts::{
    Enum, Example, Facts, Field, Location, Operation, Type, Types, Unit,
};

use super::limits::{Place, misfit};

/// The value of a file of a form, in the place of its bytes.
const FILE: &str = "file";

/// Makes values of members that have none.
pub(super) struct Maker<'a> {
    facts: &'a Facts,
    /// The example that most products have of the members of a name and a type.
    usual: BTreeMap<(&'a str, &'a Type), &'a Value>,
    /// The event whose resource is made, with all of its members.
    event: Option<&'a str>,
}

impl<'a> Maker<'a> {
    pub(super) fn new(facts: &'a Facts) -> Self {
        let mut examples: BTreeMap<_, BTreeMap<String, (BTreeSet<&str>, &Value)>> = BTreeMap::new();
        for (product, field) in fields(facts) {
            let Some(value) = &field.example else {
                continue;
            };
            let known = examples.entry((&*field.name, &field.ty)).or_default();
            let known = known.entry(value.to_string());
            known.or_insert((BTreeSet::new(), value)).0.insert(product);
        }
        let usual = examples.into_iter().filter_map(|(key, values)| {
            let values = values.into_values();
            let (_, value) = values.max_by_key(|(products, _)| products.len())?;
            Some((key, value))
        });
        Self {
            facts,
            usual: usual.collect(),
            event: None,
        }
    }

    /// An example of a resource of an event, with all members.
    pub(super) fn resource(&mut self, event: &'a str, product: &str, schema: &str) -> Value {
        self.event = Some(event);
        let members = self
            .types(product)
            .and_then(|types| types.schemas.get(schema));
        let resource = self.members(product, members.into_iter().flatten());
        self.event = None;
        Value::Object(resource)
    }

    /// An example of an operation: with what the facts require, and with optional members that have an example.
    pub(super) fn example(&self, operation: &Operation) -> Example {
        let product = &operation.product;
        let params = |location| {
            let fields = operation.params_in(location);
            self.members(product, fields)
        };
        let body = |ty: Option<&Type>| {
            let members = self.facts.members(product, ty?)?;
            Some(Value::Object(self.members(product, members)))
        };
        let mut example = Example::default();
        example.path = params(Location::Path);
        example.query = params(Location::Query);
        example.header = params(Location::Header);
        example.request = body(operation.request.as_ref());
        example.response = body(operation.response_type());
        example
    }

    pub(super) fn types(&self, product: &str) -> Option<&'a Types> {
        self.facts.products.get(product)
    }

    /// The value of a member or a parameter.
    pub(super) fn value(&self, product: &str, field: &Field) -> Value {
        self.of_type(product, field, &field.ty, &Place::of(field))
    }

    fn members<'f>(
        &self,
        product: &str,
        fields: impl IntoIterator<Item = &'f Field>,
    ) -> Map<String, Value> {
        let fields = fields.into_iter();
        let is_whole = self.event.is_some();
        let fields =
            fields.filter(|field| is_whole || field.required || self.has_example(product, field));
        let member = |field: &Field| (field.name.clone(), self.value(product, field));
        fields.map(member).collect()
    }

    /// Tests if a member has an example, or a member inside it has.
    fn has_example(&self, product: &str, field: &Field) -> bool {
        let members = self.facts.members(product, field.ty.innermost());
        let mut members = members.into_iter().flatten();
        field.example.is_some() || members.any(|member| self.has_example(product, member))
    }

    fn of_type(&self, product: &str, field: &Field, ty: &Type, place: &Place<'_>) -> Value {
        match ty {
            Type::File => FILE.into(),
            Type::Schema(_) => {
                let members = self.facts.members(product, ty);
                Value::Object(self.members(product, members.unwrap_or_default()))
            }
            Type::Array(item) => {
                let item = self.of_type(product, field, item, &place.item());
                vec![item; place.items()].into()
            }
            Type::Json(inner) => {
                let value = self.of_type(product, field, inner, &Place::default());
                value.to_string().into()
            }
            Type::Object | Type::Any => Value::Object(Map::new()),
            ty => self.scalar(product, field, ty, place),
        }
    }

    /// The field's own example or default, that of its namesakes, or any value.
    fn scalar(&self, product: &str, field: &Field, ty: &Type, place: &Place<'_>) -> Value {
        let listed = match ty {
            Type::Enum(name) => self.types(product).and_then(|types| types.enums.get(name)),
            _ => None,
        };
        if let Some(value) = self.event.and_then(|event| told(event, field, listed)) {
            return value;
        }
        let own = [field.example.as_ref(), field.default.as_ref()];
        // The example of a list is that of an item in some sources.
        let own = own.into_iter().flatten().map(|value| match value {
            Value::Array(items) => items.first().unwrap_or(value),
            value => value,
        });
        let listed_first = listed.and_then(|listed| listed.values.first());
        let usual = self.usual.get(&(&*field.name, ty)).copied();
        let mut known = own.chain(listed_first).chain(usual);
        let fits = |value: &&Value| misfit(ty, listed, place, value).is_none();
        match known.find(fits) {
            Some(value) => value.clone(),
            None => any(field, ty, place),
        }
    }
}

/// The value of a state that the type of an event tells, such as `CLOSED` in `REFUND.CLOSED`.
fn told(event: &str, field: &Field, listed: Option<&Enum>) -> Option<Value> {
    let (_, last) = event.rsplit_once('.').unwrap_or(("", event));
    // The published example is that of a failure.
    if field.name == "trade_state_desc" && last.ends_with("SUCCESS") {
        return Some("支付成功".into());
    }
    if !field.name.contains("state") && !field.name.contains("status") {
        return None;
    }
    let values = &listed?.values;
    last.rsplit('_').find_map(|word| {
        let word = word.trim_end_matches("ED");
        let means = |part: &str| part.contains(word) || word == "FAIL" && part.ends_with("ERROR");
        let is_told = |value: &&Value| {
            let text = value.as_str().unwrap_or_default();
            text.rsplit('_').any(means)
        };
        values.iter().find(is_told).cloned()
    })
}

/// A value of a type, whatever the member means.
fn any(field: &Field, ty: &Type, place: &Place<'_>) -> Value {
    match ty {
        Type::Int => match field.unit {
            Some(Unit::Fen) => place.number(100).into(),
            _ => place.number(1).into(),
        },
        Type::Number => 1.5.into(),
        Type::Bool => true.into(),
        _ => place.text(text(field, place.format)).into(),
    }
}

/// A text of a format, or else the Chinese name.
fn text<'f>(field: &'f Field, format: Option<&str>) -> &'f str {
    match format {
        Some("rfc3339") => "2018-06-08T10:34:56+08:00",
        Some("date") => "2018-06-08",
        Some("url" | "MediaUrl") => "https://www.weixin.qq.com/wxpay/pay.php",
        Some("yyyyMMddHHmmss") => "20180608103456",
        Some("mm/yy") => "06/28",
        Some("base64") => "ASNFZ4mrze/+3LqYdlQyEA==",
        Some("rfc2397") => "data:image/png;base64,iVBORw0KGgo=",
        Some("integer" | "numeric" | "int64" | "uint64") => "1",
        _ if !field.label.is_empty() => &field.label,
        _ => &field.name,
    }
}

/// All members and parameters, each with its product.
fn fields(facts: &Facts) -> impl Iterator<Item = (&str, &Field)> {
    let params = facts.operations.iter().flat_map(|operation| {
        let params = operation.params.iter();
        params.map(|parameter| (&*operation.product, &parameter.field))
    });
    let members = facts.products.iter().flat_map(|(product, types)| {
        let members = types.schemas.values().flatten();
        members.map(|member| (&**product, member))
    });
    params.chain(members)
}
