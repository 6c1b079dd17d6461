//! The details of an operation: parameters, members, limits and responses.

use std::io;

use serde::Serialize;
use serde_json::Value;
use wechatpay_endpoints::{
    facts,
    facts::{Location, Operation, ResponseBody, Witness},
};

use super::{
    events,
    list::EventLine,
    members::{Member, Reader, Side},
    search::{product_of, typed},
};
use crate::{
    commands::call::money::Risk,
    output,
    output::{BOLD, Report, YELLOW, write_table},
};

const HOST: &str = "api.mch.weixin.qq.com";
const SCHEME: &str = "WECHATPAY2-SHA256-RSA2048";

/// The letters of the witnesses, for people.
const LEGEND: &str = "BY: D documentation page, S official samples, G J P official SDKs for Go, Java and PHP, \
k SKIT, w WxJava, g gopay, s Senparc, p wechatpayv3";

/// Everything that the facts know of an operation.
#[derive(Debug, Serialize)]
pub(super) struct Detail {
    name: String,
    method: &'static str,
    path: &'static str,
    label: &'static str,
    product: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    product_label: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    family: Option<&'static str>,
    /// The method of `wechatpay-endpoints`.
    #[serde(skip_serializing_if = "Option::is_none")]
    typed: Option<String>,
    pages: Vec<String>,
    host: &'static str,
    scheme: &'static str,
    deprecated: bool,
    upload: bool,
    /// The reason why `call` asks before it sends.
    #[serde(skip_serializing_if = "Option::is_none")]
    asks: Option<Risk>,
    confirmed: bool,
    confirmed_by: Vec<&'static str>,
    parameters: Vec<Parameter>,
    #[serde(skip_serializing_if = "Option::is_none")]
    request: Option<Vec<Member>>,
    responses: Vec<Response>,
    /// The events of the product.
    events: Vec<EventLine>,
    #[serde(skip_serializing_if = "Option::is_none")]
    example: Option<&'static Value>,
}

#[derive(Debug, Serialize)]
struct Parameter {
    #[serde(rename = "in")]
    place: &'static str,
    #[serde(flatten)]
    member: Member,
}

/// A successful response.
#[derive(Debug, Serialize)]
struct Response {
    status: u16,
    /// `json`, `file` or `none`.
    body: &'static str,
    signed: bool,
    members: Vec<Member>,
}

impl Detail {
    pub(super) fn new(operation: &'static Operation) -> Self {
        let product = product_of(operation);
        let example = facts().example(operation);
        let request = Reader::new(operation, Side::Request);
        Self {
            name: operation.full_name(),
            method: &operation.method,
            path: &operation.path,
            label: &operation.label,
            product: &operation.product,
            product_label: product.map(|(_, product)| &*product.label),
            family: product.map(|(family, _)| &*family.name),
            typed: typed(operation),
            pages: operation.docs.iter().map(|path| page(path)).collect(),
            host: operation.host.as_deref().unwrap_or(HOST),
            scheme: operation.scheme.as_deref().unwrap_or(SCHEME),
            deprecated: operation.deprecated,
            upload: operation.upload,
            asks: Risk::of(operation),
            confirmed: operation.seen.confirm(),
            confirmed_by: operation.seen.iter().map(Witness::name).collect(),
            parameters: parameters(operation),
            request: operation.request.as_ref().map(|ty| request.members(ty)),
            responses: responses(operation),
            events: events::of(operation).map(EventLine::of).collect(),
            example: example.and_then(|example| example.request.as_ref()),
        }
    }
}

/// The URL of an official page.
pub(crate) fn page(path: &str) -> String {
    format!("https://pay.weixin.qq.com{path}")
}

fn parameters(operation: &'static Operation) -> Vec<Parameter> {
    let reader = Reader::new(operation, Side::Request);
    let parameter = |parameter: &'static facts::Parameter| {
        let (place, member) = match parameter.location {
            Location::Header => ("header", reader.header(&parameter.field)),
            Location::Path => ("path", reader.member(&parameter.field)),
            _ => ("query", reader.member(&parameter.field)),
        };
        Parameter { place, member }
    };
    operation.params.iter().map(parameter).collect()
}

fn responses(operation: &'static Operation) -> Vec<Response> {
    let reader = Reader::new(operation, Side::Response);
    let detail = |response: &'static facts::Response| {
        let (body, members) = match &response.body {
            ResponseBody::Json(ty) => ("json", reader.members(ty)),
            ResponseBody::File => ("file", Vec::new()),
            _ => ("none", Vec::new()),
        };
        Response {
            status: response.status,
            body,
            signed: !operation.unsigned_response,
            members,
        }
    };
    operation.responses.iter().map(detail).collect()
}

impl Report for Detail {
    fn write_text(&self, out: &mut dyn io::Write) -> io::Result<()> {
        self.write_head(out)?;
        if !self.parameters.is_empty() {
            writeln!(out, "\n{BOLD}Parameters{BOLD:#}")?;
            let rows = self.parameters.iter().map(|parameter| {
                let Parameter { place, member } = parameter;
                (format!("{place} {}", member.name), member)
            });
            write_rows(out, rows)?;
        }
        if let Some(members) = &self.request {
            let kind = if self.upload { "Form" } else { "Body" };
            writeln!(out, "\n{BOLD}{kind}{BOLD:#}")?;
            write_tree(out, members)?;
        }
        for response in &self.responses {
            let Response { status, body, .. } = response;
            let signed = if response.signed { "" } else { ", not signed" };
            writeln!(out, "\n{BOLD}Response {status}{BOLD:#} {body}{signed}")?;
            write_tree(out, &response.members)?;
        }
        if !self.events.is_empty() {
            writeln!(out, "\n{BOLD}Events of the product{BOLD:#}")?;
        }
        for event in &self.events {
            writeln!(
                out,
                "  {}  {}",
                event.event_type,
                event.label.unwrap_or_default()
            )?;
        }
        writeln!(out, "\n{LEGEND}")?;
        if self.example.is_some() {
            writeln!(
                out,
                "\n`wechatpay operations {} --example` prints a body.",
                self.name
            )?;
        }
        Ok(())
    }
}

impl Detail {
    fn write_head(&self, out: &mut dyn io::Write) -> io::Result<()> {
        let Self {
            label,
            name,
            method,
            path,
            host,
            scheme,
            ..
        } = self;
        writeln!(out, "{BOLD}{label}{BOLD:#}  {name}")?;
        writeln!(out, "{method} {path}")?;
        if self.deprecated {
            writeln!(
                out,
                "{YELLOW}deprecated:{YELLOW:#} WeChat Pay advises another operation"
            )?;
        }
        let product = self.product_label.unwrap_or_default();
        writeln!(out, "  product    {product} ({})", self.product)?;
        writeln!(out, "  host       {host}")?;
        writeln!(out, "  scheme     {scheme}")?;
        for page in &self.pages {
            writeln!(out, "  page       {page}")?;
        }
        if let Some(typed) = &self.typed {
            writeln!(out, "  typed      {typed}")?;
        }
        let word = if self.confirmed {
            "confirmed"
        } else {
            "named only"
        };
        if !self.confirmed_by.is_empty() {
            writeln!(out, "  {word}  by {}", self.confirmed_by.join(", "))?;
        }
        if let Some(risk) = self.asks {
            writeln!(
                out,
                "  {YELLOW}{risk}{YELLOW:#}: `call` asks before it sends"
            )?;
        }
        Ok(())
    }
}

/// Writes members as an indented tree.
fn write_tree(out: &mut dyn io::Write, members: &[Member]) -> io::Result<()> {
    let mut rows = Vec::new();
    flatten(members, 0, &mut rows);
    write_rows(out, rows)
}

fn flatten<'a>(members: &'a [Member], depth: usize, rows: &mut Vec<(String, &'a Member)>) {
    for member in members {
        rows.push((format!("{}{}", "  ".repeat(depth), member.name), member));
        flatten(&member.members, depth + 1, rows);
    }
}

fn write_rows<'a>(
    out: &mut dyn io::Write,
    rows: impl IntoIterator<Item = (String, &'a Member)>,
) -> io::Result<()> {
    let mut table = output::table(["NAME", "TYPE", "", "ABOUT", "BY"]);
    let mut is_empty = true;
    for (name, member) in rows {
        let required = if member.required { "required" } else { "" };
        table.add_row([
            &*name,
            &*member.ty,
            required,
            &*member.about(),
            &*member.letters,
        ]);
        is_empty = false;
    }
    match is_empty {
        true => Ok(()),
        false => write_table(out, table, 3),
    }
}
