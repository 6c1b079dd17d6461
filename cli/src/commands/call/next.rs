//! The next steps after a failed call.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use wechatpay_client::Outcome;
use wechatpay_endpoints::{
    facts,
    facts::{Location, Operation},
};

use super::input::Input;
use crate::{failure::Failure, settings::Settings};

/// Adds the steps that the outcome asks for.
pub(super) fn with_steps(failure: Failure, input: &Input, settings: &Settings) -> Failure {
    let operation = input.request.operation();
    let is_query = operation.method == "GET";
    match failure.outcome() {
        Some(Outcome::Unknown) if is_query => failure.cure("call again: a query changes nothing"),
        Some(Outcome::Unknown) => {
            let failure = match query(operation, input, settings) {
                Some(query) => failure.cure(format!("query first: wechatpay call {query}")),
                None => failure.cure(format!(
                    "query first: wechatpay operations --family {} --method GET",
                    operation.product
                )),
            };
            failure
                .cure("or repeat the very same command, with the same numbers: a new number may pay twice")
        }
        Some(Outcome::Executed) if !is_query => {
            failure.cure("do not repeat the request: query its result")
        }
        _ => failure,
    }
}

/// The query of the thing that a request would have made or changed: an operation of the product whose placeholders and
/// required parameters the request names.
fn query(operation: &Operation, input: &Input, settings: &Settings) -> Option<String> {
    let queries = facts().operations.iter().filter(|query| {
        query.method == "GET" && query.product == operation.product && !query.responds_with_file()
    });
    let commands = queries.filter_map(|query| command(query, input, settings));
    // The path with the most values is the most exact.
    commands
        .max_by_key(|(count, _)| *count)
        .map(|(_, command)| command)
}

/// The arguments of `call`, and the number of values in the path; `None` if a value is missing.
fn command(query: &Operation, input: &Input, settings: &Settings) -> Option<(usize, String)> {
    let value = |name: &str| {
        let own = settings.options().mchid.as_deref();
        let is_own = matches!(name, "mchid" | "sp_mchid" | "combine_mchid");
        input.value(name).or_else(|| own.filter(|_| is_own))
    };
    let mut path = query.path.clone();
    let mut count = 0;
    for field in query.params_in(Location::Path) {
        let value = utf8_percent_encode(value(&field.name)?, NON_ALPHANUMERIC).to_string();
        path = path.replace(&format!("{{{}}}", field.name), &value);
        count += 1;
    }
    if count == 0 {
        return None;
    }
    let mut command = format!("GET {path}");
    for field in query
        .params_in(Location::Query)
        .filter(|field| field.is_demanded())
    {
        command.push_str(&format!(" -q {}={}", field.name, value(&field.name)?));
    }
    Some((count, command))
}
