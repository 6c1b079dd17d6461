//! The arguments of a call, read: parameters, headers, the body or the form.

use serde_json::{Map, Value};
use wechatpay_client::gateway::{ParamError, ParamLocation};
use wechatpay_endpoints::{
    facts,
    facts::{Example, Field, Location, Operation},
};

use super::{CallArguments, form::Form, target::Target, upload_limits};
use crate::{
    command_line::is_placeholder,
    data,
    failure::{Failure, Result},
    no_connection::is_of_this_machine,
    sender::Request,
    settings::Settings,
};

/// A request, and the same as values that the facts check.
pub(super) struct Input {
    pub(super) request: Request,
    pub(super) is_listed: bool,
    pub(super) values: Example,
}

impl Input {
    /// Reads the arguments. An operation that is not listed is on the hosts of the client: `is_global` if they are
    /// outside the mainland.
    pub(super) async fn read(arguments: &CallArguments, is_global: bool) -> Result<Self> {
        let mut target = Target::parse(&arguments.operation, arguments.unlisted)?;
        if !target.is_listed && is_global {
            target.operation.host = Some("apihk.mch.weixin.qq.com".to_owned());
        }
        let headers = headers(&mut target, &arguments.headers)?;
        let parameters = parameters(&target, &arguments.query)?;
        let form = Form::read(&target, &arguments.files).await?;
        let body = match &form {
            Some(form) => form.meta.clone(),
            None => body(&target, arguments)?,
        };
        let Target {
            operation,
            is_listed,
            ..
        } = target;
        // A program calls one operation.
        let operation: &'static Operation = Box::leak(Box::new(operation));
        let mut values = Example::default();
        let mut request = Request::new(operation);
        for (name, value) in parameters.into_iter().chain(headers) {
            add(&mut values, operation, &name, &value);
            request = request.with_parameter(&name, value);
        }
        values.request = match &form {
            Some(form) => Some(form.values()),
            None => body.clone(),
        };
        refuse_placeholders(&values, body.as_ref())?;
        if let Some(body) = body {
            request = request.with_body(body);
        }
        if let Some(Form { file, .. }) = form {
            request = request.with_file(file);
        }
        Ok(Self {
            request,
            is_listed,
            values,
        })
    }

    /// Checks the request against the facts. The failure lists all mistakes.
    pub(super) fn check(&self, arguments: &CallArguments, settings: &Settings) -> Result<()> {
        let operation = self.request.operation();
        let mistakes = match is_of_this_machine(settings.options().host_url()) {
            true => facts().sandbox_mistakes(operation, &self.values),
            false => facts().mistakes(operation, &self.values),
        };
        let others = other_merchants(operation, &self.values, settings);
        let file = self.request.file();
        let of_file = file.map(|file| upload_limits::mistakes(operation, file));
        let texts = mistakes.iter().map(ToString::to_string);
        let texts = texts.chain(others.iter().cloned());
        let texts: Vec<_> = texts.chain(of_file.unwrap_or_default()).collect();
        if texts.is_empty() {
            return Ok(());
        }
        let mut failure = Failure::mistakes(texts);
        if !others.is_empty() {
            failure =
                failure.cure("or sign as the other merchant, with its keys: --profile or --mchid");
        }
        let missing = mistakes
            .iter()
            .filter_map(|mistake| self.missing(mistake, settings));
        failure = missing.fold(failure, Failure::cure);
        if operation.request.is_some() && arguments.data.is_none() && arguments.files.is_empty() {
            failure = failure.cure("give the body with -d JSON or -d @FILE");
        }
        Err(failure
            .cure(format!(
                "see the parameters and members: wechatpay operations {}",
                operation.full_name()
            ))
            .cure("--no-check sends the request without this check"))
    }

    /// The step of a parameter or a header that is not given. `None` for every other mistake.
    fn missing(&self, mistake: &ParamError, settings: &Settings) -> Option<String> {
        let name = mistake.field();
        let given = match mistake.location() {
            ParamLocation::Path => &self.values.path,
            ParamLocation::Query => &self.values.query,
            ParamLocation::Header => &self.values.header,
            _ => return None,
        };
        if given.contains_key(name) {
            return None;
        }
        let mut fields = self.request.operation().params_in(Location::Query);
        let is_own = fields.any(|field| field.name == name && is_signer(field));
        let own = settings.options().mchid.as_deref().filter(|_| is_own);
        Some(match (mistake.location(), own) {
            (ParamLocation::Path, _) => {
                format!("write the value of `{{{name}}}` into the path, or give -q {name}=VALUE")
            }
            (ParamLocation::Query, Some(mchid)) => format!("add -q {name}={mchid}"),
            (ParamLocation::Query, None) => format!("add -q {name}=VALUE"),
            _ => format!("add -H '{name}: VALUE'"),
        })
    }

    /// The value of a placeholder or of a top-level member of the body.
    pub(super) fn value(&self, name: &str) -> Option<&str> {
        let body = self.values.request.as_ref().and_then(|body| body.get(name));
        let value = self
            .values
            .path
            .get(name)
            .or_else(|| self.values.query.get(name))
            .or(body);
        value.and_then(Value::as_str)
    }
}

/// Refuses a value that is a placeholder of a printed command. WeChat Pay would take `<REASON>` as a reason, and end a
/// contract for it.
fn refuse_placeholders(values: &Example, body: Option<&Value>) -> Result<()> {
    let mut found = Vec::new();
    let parameters = [&values.path, &values.query, &values.header];
    for (name, value) in parameters.into_iter().flatten() {
        add_placeholders(&mut found, name, value);
    }
    // The form of an upload has its body, the meta, as a text.
    for body in values.request.iter().chain(body) {
        add_placeholders(&mut found, "", body);
    }
    if found.is_empty() {
        return Ok(());
    }
    Err(
        Failure::configuration(format!("replace the placeholder {}", found.join(", "))).cure(
            "write a value in the place of each `<…>`: it stands for a value that only you know",
        ),
    )
}

fn add_placeholders(found: &mut Vec<String>, path: &str, value: &Value) {
    let inner = |name: &str| match path {
        "" => name.to_owned(),
        path => format!("{path}.{name}"),
    };
    match value {
        Value::String(text) if is_placeholder(text) => {
            let place = match path {
                "" => "the body",
                path => path,
            };
            let placeholder = format!("`{}` of `{place}`", text.trim());
            if !found.contains(&placeholder) {
                found.push(placeholder);
            }
        }
        Value::Array(items) => {
            for item in items {
                add_placeholders(found, path, item);
            }
        }
        Value::Object(members) => {
            for (name, member) in members {
                add_placeholders(found, &inner(name), member);
            }
        }
        _ => {}
    }
}

/// The mistakes about merchant numbers: WeChat Pay refuses the number of another merchant than the one that signs.
fn other_merchants(operation: &Operation, values: &Example, settings: &Settings) -> Vec<String> {
    let Some(own) = settings.options().mchid.as_deref() else {
        return Vec::new();
    };
    let body = operation.request.as_ref();
    let members = body.and_then(|ty| facts().members(&operation.product, ty));
    let members = members.into_iter().flatten().map(|field| {
        let values = values.request.as_ref();
        let place = format!("`/{}` of the body", field.name);
        (field, values.and_then(|body| body.get(&field.name)), place)
    });
    let query = operation.params_in(Location::Query).map(|field| {
        let place = format!("the query parameter `{}`", field.name);
        (field, values.query.get(&field.name), place)
    });
    let path = operation.params_in(Location::Path).map(|field| {
        let place = format!("`{{{}}}` of the path", field.name);
        (field, values.path.get(&field.name), place)
    });
    let all = members.chain(query).chain(path);
    let others = all.filter_map(|(field, value, place)| {
        let value = value?.as_str().filter(|value| *value != own)?;
        is_signer(field).then(|| {
            let value = value.escape_debug();
            format!("{place} is {value}, and the merchant that signs is {own}: send {own}")
        })
    });
    others.collect()
}

/// Tests if a member is the number of the merchant that signs. Some operations have an `mchid` of another merchant, such
/// as that of a sub-merchant: only the label tells.
pub(super) fn is_signer(field: &Field) -> bool {
    match &*field.name {
        "sp_mchid" | "combine_mchid" => true,
        "mchid" => field.label == "直连商户号",
        _ => false,
    }
}

/// Adds a parameter to the values. A name that comes again makes a list.
fn add(values: &mut Example, operation: &Operation, name: &str, value: &str) {
    let is_at = |location| {
        operation
            .params_in(location)
            .any(|field| field.name == name)
    };
    let place = match () {
        () if is_at(Location::Header) => &mut values.header,
        () if is_at(Location::Path) => &mut values.path,
        () => &mut values.query,
    };
    match place.get_mut(name) {
        None => {
            place.insert(name.to_owned(), value.into());
        }
        Some(Value::Array(items)) => items.push(value.into()),
        Some(first) => *first = Value::Array(vec![first.take(), value.into()]),
    }
}

/// The values of placeholders and the query parameters, of the path and of `-q`.
fn parameters(target: &Target, given: &[String]) -> Result<Vec<(String, String)>> {
    let mut all = target.path.clone();
    all.extend(target.query.iter().cloned());
    for text in given {
        let (name, value) = text.split_once('=').ok_or_else(|| {
            Failure::arguments(format!("`-q {text}` has no `=`")).cure("write -q NAME=VALUE")
        })?;
        if name.is_empty() {
            return Err(
                Failure::arguments(format!("`-q {text}` has no name")).cure("write -q NAME=VALUE")
            );
        }
        if target.path.iter().any(|(known, _)| known == name) {
            return Err(Failure::configuration(format!(
                "`{name}` has a value in the path already"
            ))
            .cure("give the value in the path or with -q, not both"));
        }
        all.push((name.to_owned(), value.to_owned()));
    }
    let is_twice = |name: &str| all.iter().filter(|(other, _)| other == name).count() > 1;
    let twice = all
        .iter()
        .find(|(name, _)| target.has_placeholder(name) && is_twice(name));
    if let Some((name, _)) = twice {
        return Err(
            Failure::configuration(format!("`{name}` of the path has two values")).cure("give one"),
        );
    }
    Ok(all)
}

/// The headers of `-H`, with the names that the operation declares.
fn headers(target: &mut Target, given: &[String]) -> Result<Vec<(String, String)>> {
    let mut all: Vec<(String, String)> = Vec::new();
    for text in given {
        let (name, value) = text.split_once(':').ok_or_else(|| {
            Failure::arguments(format!("`-H {text}` has no `:`")).cure("write -H 'NAME: VALUE'")
        })?;
        let name = header_name(target, name.trim())?;
        if all.iter().any(|(known, _)| *known == name) {
            return Err(
                Failure::configuration(format!("the header `{name}` has two values"))
                    .cure("give one"),
            );
        }
        all.push((name, value.trim().to_owned()));
    }
    Ok(all)
}

/// The name as the operation declares it.
fn header_name(target: &mut Target, name: &str) -> Result<String> {
    if is_written_by_client(name) {
        return Err(Failure::configuration(format!(
            "the client writes the header `{name}` by itself"
        ))
        .cure("leave the header out"));
    }
    if !target.is_listed {
        target.declare_header(name);
        return Ok(name.to_owned());
    }
    let declared = target.operation.params_in(Location::Header);
    let declared: Vec<_> = declared
        .filter(|field| !field.is_written_by_client())
        .map(|field| field.name.clone())
        .collect();
    let mut same = declared.iter();
    if let Some(name) = same.find(|known| known.eq_ignore_ascii_case(name)) {
        return Ok(name.clone());
    }
    let failure = Failure::configuration(format!("the operation declares no header `{name}`"));
    Err(match &*declared {
        [] => failure.cure("leave the header out: the operation declares none"),
        names => failure.cure(format!("the operation declares: {}", names.join(", "))),
    })
}

fn is_written_by_client(name: &str) -> bool {
    let field = Field::new(name, facts::Type::String);
    let transport = ["content-type", "content-length", "host", "user-agent"];
    field.is_written_by_client() || transport.contains(&&*name.to_ascii_lowercase())
}

/// The JSON body. An operation with a body gets an empty object if none is given.
fn body(target: &Target, arguments: &CallArguments) -> Result<Option<Value>> {
    let operation = &target.operation;
    let has_body = operation.request.is_some();
    let Some(data) = &arguments.data else {
        return Ok(has_body.then(|| Value::Object(Map::new())));
    };
    let may_have_body = !target.is_listed || arguments.no_check;
    if !has_body && (operation.method == "GET" || !may_have_body) {
        return Err(
            Failure::configuration(format!("{operation} does not have a request body"))
                .cure("leave out -d, and give parameters with -q NAME=VALUE"),
        );
    }
    data::read(data, "the body").map(Some)
}
