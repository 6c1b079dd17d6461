//! The report of a state: the state with its meaning, the next steps, and the verified response.

use std::{collections::BTreeMap, io};

use serde::Serialize;
use wechatpay_endpoints::{
    facts,
    facts::{Operation, Type, Unit},
};

use super::{
    machine::{Machine, Party, text},
    next::Next,
    query::Query,
};
use crate::{
    json::Json,
    output::{BOLD, GREEN, Report, YELLOW, lines, printable, table, yuan},
    sender::Response,
};

/// The report of one response.
#[derive(Debug, Serialize)]
pub(super) struct StateReport {
    kind: &'static str,
    #[serde(skip)]
    label: &'static str,
    /// The name of the number that was asked for.
    number_name: &'static str,
    #[serde(skip)]
    number_label: &'static str,
    number: String,
    #[serde(flatten)]
    current: Current,
    /// The parts of a combined order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    parts: Vec<Part>,
    key_id: Option<String>,
    request_id: Option<String>,
    response: Json,
    #[serde(skip)]
    operation: &'static Operation,
}

/// A part with a state of its own.
#[derive(Debug, Serialize)]
struct Part {
    number: Option<String>,
    #[serde(flatten)]
    current: Current,
}

/// A state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Current {
    /// The values of all fields of the state, joined by `/`. `None` if the parts have different states.
    state: Option<String>,
    fields: BTreeMap<String, String>,
    label: Option<&'static str>,
    meaning: Option<&'static str>,
    /// The state changes only by a further request of the merchant, if at all.
    #[serde(rename = "final")]
    is_final: bool,
    waits_for: Option<Party>,
    next: Vec<Next>,
}

impl StateReport {
    pub(super) fn new(query: &Query, response: Response) -> Self {
        let Response {
            body,
            key_id,
            request_id,
            ..
        } = response;
        let current = |part: &Json| Current::new(query, &body, part);
        let parts = query.mode.parts.iter();
        let parts = parts.filter_map(|member| body.get(member)?.as_array());
        let parts: Vec<_> = parts
            .flatten()
            .map(|part| Part {
                number: text(part, "out_trade_no"),
                current: current(part),
            })
            .collect();
        let current = match query.mode.parts {
            Some(_) => Current::of_parts(&parts),
            None => current(&body),
        };
        Self {
            kind: query.kind_name,
            label: &query.kind.label,
            number_name: &query.number.name,
            number_label: &query.number.label,
            number: query.value.clone(),
            current,
            parts,
            key_id,
            request_id,
            response: body,
            operation: query.operation(),
        }
    }

    /// Tests if waiting does not change the state: the state is final, or the merchant must act.
    pub(super) fn is_settled(&self) -> bool {
        self.current.is_settled()
    }

    /// The state in one line.
    pub(super) fn line(&self) -> String {
        self.current.line()
    }
}

impl Current {
    fn new(query: &Query, body: &Json, part: &Json) -> Self {
        let machine = query.mode.machine(query.number);
        let values = machine
            .map(|machine| machine.values(part))
            .unwrap_or_default();
        let thing = machine.map_or(part, |machine| machine.thing(part));
        let known = machine.and_then(|machine: &'static Machine| machine.state(&values));
        let next = match known {
            Some(state) => {
                let steps = state.next.iter();
                let objects = [thing, part, body];
                steps
                    .filter_map(|step| Next::new(step, query, &objects))
                    .collect()
            }
            None => vec![Next::of_unknown(query)],
        };
        Self {
            state: joined(&values),
            label: known.map(|state| &*state.label),
            meaning: known.map(|state| &*state.meaning),
            is_final: known.is_some_and(|state| state.is_final),
            waits_for: known.and_then(|state| state.waits_for),
            next,
            fields: values
                .into_iter()
                .filter(|(_, value)| !value.is_empty())
                .map(|(path, value)| (path.to_owned(), value))
                .collect(),
        }
    }

    /// The state of a whole with parts: the state of all parts, if it is the same, with the next steps of each.
    fn of_parts(parts: &[Part]) -> Self {
        match parts {
            [first, rest @ ..]
                if rest
                    .iter()
                    .all(|part| part.current.fields == first.current.fields) =>
            {
                let mut current = first.current.clone();
                for next in rest.iter().flat_map(|part| &part.current.next) {
                    if !current.next.contains(next) {
                        current.next.push(next.clone());
                    }
                }
                current
            }
            parts => Self {
                state: None,
                fields: BTreeMap::new(),
                label: None,
                meaning: None,
                is_final: !parts.is_empty() && parts.iter().all(|part| part.current.is_final),
                waits_for: parts.iter().find_map(|part| part.current.waits_for),
                next: Vec::new(),
            },
        }
    }

    fn is_settled(&self) -> bool {
        self.is_final || self.waits_for == Some(Party::Merchant)
    }

    fn line(&self) -> String {
        let state = printable(self.state.as_deref().unwrap_or("(several states)"));
        match self.label {
            Some(label) => format!("{state} {label}"),
            None if self.state.is_none() => state,
            None if state.is_empty() => "(the response has no state)".to_owned(),
            None => format!("{state} (a state that this version does not know)"),
        }
    }

    fn write_text(&self, out: &mut dyn io::Write) -> io::Result<()> {
        let style = match self.is_final {
            true => GREEN,
            false => YELLOW,
        };
        let end = match (self.is_final, self.waits_for) {
            (true, _) => "final",
            (false, Some(Party::User)) => "waits for the user",
            (false, Some(Party::Merchant)) => "waits for you, the merchant",
            (false, Some(Party::WeChatPay)) => "waits for WeChat Pay",
            (false, None) => "not known to be final",
        };
        writeln!(out, "{style}{}{style:#} · {end}", self.line())?;
        match self.meaning {
            Some(meaning) => writeln!(out, "{meaning}"),
            None => Ok(()),
        }
    }

    fn write_next(&self, out: &mut dyn io::Write) -> io::Result<()> {
        let mut next = self.next.iter();
        next.try_for_each(|next| next.write_text(out))
    }
}

impl Report for StateReport {
    fn write_text(&self, out: &mut dyn io::Write) -> io::Result<()> {
        let Self {
            kind,
            label,
            number_name,
            number_label,
            ..
        } = self;
        let number = printable(&self.number);
        writeln!(
            out,
            "{BOLD}{kind}{BOLD:#} ({label}) {number_name} ({number_label}) {number}"
        )?;
        self.current.write_text(out)?;
        let is_mixed = self.current.state.is_none();
        for part in &self.parts {
            let number = part.number.as_deref().unwrap_or_default();
            writeln!(out, "  {}  {}", printable(number), part.current.line())?;
            if is_mixed {
                part.current.write_next(out)?;
            }
        }
        self.write_details(out)?;
        if !self.current.next.is_empty() {
            writeln!(out, "{BOLD}next{BOLD:#}")?;
            self.current.write_next(out)?;
        }
        let key_id = self.key_id.as_deref().unwrap_or("none");
        let request_id = self.request_id.as_deref().unwrap_or("none");
        writeln!(
            out,
            "verified by {key_id} · Request-ID {}",
            printable(request_id)
        )
    }
}

impl StateReport {
    fn write_details(&self, out: &mut dyn io::Write) -> io::Result<()> {
        let mut table = table(["", "", ""]);
        let mut rows = Vec::new();
        let ty = self.operation.response_type();
        members(&mut rows, &self.operation.product, ty, &self.response, "");
        let shown = rows
            .iter()
            .filter(|row| !self.current.fields.contains_key(&row[0]));
        let shown: Vec<_> = shown.collect();
        if shown.is_empty() {
            return Ok(());
        }
        for row in shown {
            table.add_row(row.clone());
        }
        // The first line is the empty head.
        for line in lines(table, 2).iter().skip(1) {
            writeln!(out, " {line}")?;
        }
        Ok(())
    }
}

/// The rows of all texts and numbers of an object: path, value and Chinese name.
fn members(
    rows: &mut Vec<[String; 3]>,
    product: &str,
    ty: Option<&Type>,
    body: &Json,
    prefix: &str,
) {
    let fields = ty
        .and_then(|ty| facts().members(product, ty))
        .unwrap_or_default();
    for (name, value) in body.members() {
        let field = fields.iter().find(|field| field.name == *name);
        let path = format!("{prefix}{name}");
        if matches!(value, Json::Object(_)) {
            members(
                rows,
                product,
                field.map(|field| &field.ty),
                value,
                &format!("{path}."),
            );
            continue;
        }
        let shown = match (value, value.scalar()) {
            (Json::Array(items), _) => match items.len() {
                1 => "[1 entry]".to_owned(),
                count => format!("[{count} entries]"),
            },
            (_, Some(text)) => text.to_owned(),
            (_, None) => continue,
        };
        let is_encrypted = field.is_some_and(|field| field.sensitive);
        let is_fen = field.is_some_and(|field| field.unit == Some(Unit::Fen));
        let shown = match (is_fen, value.as_i64()) {
            (true, Some(fen)) => format!("{shown} ({} yuan)", yuan(fen)),
            // Only the merchant's private key reads the ciphertext, which is longer than all other values.
            _ if is_encrypted => "(encrypted)".to_owned(),
            _ => printable(&shown),
        };
        let label = field.map(|field| field.label.clone()).unwrap_or_default();
        rows.push([printable(&path), shown, label]);
        let ty = field.map(|field| &field.ty);
        amounts(
            rows,
            product,
            ty,
            value.as_array().unwrap_or_default(),
            &path,
        );
    }
}

/// The rows of the amounts in a list of objects, such as the parts of a combined order.
fn amounts(
    rows: &mut Vec<[String; 3]>,
    product: &str,
    ty: Option<&Type>,
    items: &[Json],
    path: &str,
) {
    const AMOUNT: &str = "amount";
    let fields = match ty {
        Some(Type::Array(item)) => facts().members(product, item).unwrap_or_default(),
        _ => &[],
    };
    let field = fields.iter().find(|field| field.name == AMOUNT);
    for (index, item) in items.iter().enumerate() {
        if let Some(amount @ Json::Object(_)) = item.get(AMOUNT) {
            let prefix = format!("{path}[{index}].{AMOUNT}.");
            members(rows, product, field.map(|field| &field.ty), amount, &prefix);
        }
    }
}

/// The present values in their order, joined by `/`.
fn joined(values: &[(&str, String)]) -> Option<String> {
    let present = values.iter().map(|(_, value)| &**value);
    let present: Vec<_> = present.filter(|value| !value.is_empty()).collect();
    Some(present.join("/"))
}
