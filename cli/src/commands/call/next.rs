//! The next steps after a failed call.

use wechatpay_client::Outcome;
use wechatpay_endpoints::{
    facts,
    facts::{Field, Location, Operation, Type},
};

use super::{input::Input, money::Risk};
use crate::{command_line::path_segment, failure::Failure, settings::Settings};

/// Adds the steps that the outcome asks for.
pub(super) fn with_steps(failure: Failure, input: &Input, settings: &Settings) -> Failure {
    let operation = input.request.operation();
    let is_query = changes_nothing(operation);
    // A failure with a first step, such as that of a wrong key, needs no explanation.
    let explanations = match failure.cures() {
        [] => failure.explanations(&operation.path, is_query),
        _ => Vec::new(),
    };
    let explained = |failure| explanations.iter().cloned().fold(failure, Failure::cure);
    let failure = match is_query {
        true => failure.of_query(),
        false => failure,
    };
    match failure.outcome() {
        Some(Outcome::Unknown) if !is_query => {
            let may_repeat = failure.may_repeat();
            let first = format!("query first{}", query_step(operation, input, settings));
            let failure = explained(failure.cure(first));
            match may_repeat {
                true => failure.cure(repetition(operation)),
                false => failure,
            }
        }
        Some(Outcome::Executed) if !is_query => {
            let query = query_step(operation, input, settings);
            failure.cure(format!(
                "do not repeat the request: query its result{query}"
            ))
        }
        _ => explained(failure),
    }
}

/// The step after a response that leaves the result open.
pub(super) fn open_result(input: &Input, settings: &Settings) -> String {
    let query = query_step(input.request.operation(), input, settings);
    settings.with_flags(&format!("query before anything else{query}"))
}

/// Tests if an operation only queries: a GET, a query by POST, or the test of signatures.
pub(super) fn changes_nothing(operation: &Operation) -> bool {
    let is_query = ["query_", "list_"]
        .iter()
        .any(|verb| operation.name.starts_with(verb));
    operation.method == "GET" || is_query || operation.path == "/v3/security/echo"
}

/// The step of a request that may be repeated as it was.
fn repetition(operation: &Operation) -> &'static str {
    let body = operation.request.as_ref();
    let members = body.and_then(|ty| facts().members(&operation.product, ty));
    let is_number = |field: &Field| is_number(&field.name);
    match Risk::of(operation) {
        Some(Risk::Money) => {
            "or repeat the very same command, with the same numbers: a new number may pay twice"
        }
        _ if members.into_iter().flatten().any(is_number) => {
            "or repeat the very same command, with the same numbers: a new number may execute it twice"
        }
        _ => "or repeat the very same command",
    }
}

/// The end of a step that tells how to query.
fn query_step(operation: &Operation, input: &Input, settings: &Settings) -> String {
    match query(operation, &|field| value(field, input, settings)) {
        Some(query) => format!(": wechatpay call {query}"),
        None if !input.is_listed => ", with the query of the operation".to_owned(),
        None => format!(
            ": wechatpay operations --family {} --method GET",
            operation.product
        ),
    }
}

/// Tests for the name of a number that the merchant gives.
fn is_number(name: &str) -> bool {
    name.starts_with("out_") || name.starts_with("combine_out_")
}

/// The arguments of `call` that query the thing which a request would have made or changed. A query of another thing
/// would find nothing, and mislead to pay again: so its path is that of the request, without the values and at most
/// without the last word, such as `apply`; and it asks by a number that the request gave to the thing, or by a value in
/// the path of the request.
fn query(operation: &Operation, value: &dyn Fn(&Field) -> Option<String>) -> Option<String> {
    let of_request = words(&operation.path);
    let queries = facts().operations.iter();
    let queries = queries.filter(|query| query.method == "GET" && !query.responds_with_file());
    let commands = queries.filter_map(|query| {
        let of_query = words(&query.path);
        let is_same = of_request.starts_with(&of_query) && of_query.len() + 1 >= of_request.len();
        let command = is_same.then(|| Command::of(query, operation, value))??;
        Some((of_query.len(), command))
    });
    let best = commands.max_by_key(|(length, command)| (*length, command.names_number));
    best.map(|(_, command)| command.arguments)
}

/// The words of a path, without placeholders and the words that only name them, such as `id` and `out-trade-no`.
fn words(path: &str) -> Vec<&str> {
    let segments: Vec<_> = path.split('/').collect();
    let following = segments.iter().skip(1).copied().chain([""]);
    let names = |word: &str, next: &str| {
        let placeholder = next
            .strip_prefix('{')
            .and_then(|next| next.strip_suffix('}'));
        placeholder.is_some_and(|name| word == "id" || word.replace('-', "_") == name)
    };
    let words = segments.iter().copied().zip(following);
    words
        .filter(|(word, next)| !word.starts_with('{') && !names(word, next))
        .map(|(word, _)| word)
        .collect()
}

/// A call of a query.
struct Command {
    arguments: String,
    /// The call asks by a number that the request gave to the thing.
    names_number: bool,
}

impl Command {
    /// `None` if the request does not give every value, or none that is only of the thing.
    fn of(
        query: &Operation,
        operation: &Operation,
        value: &dyn Fn(&Field) -> Option<String>,
    ) -> Option<Self> {
        let mut path = query.path.clone();
        let mut names = Vec::new();
        for field in query.params_in(Location::Path) {
            let value = path_segment(&value(field)?);
            path = path.replace(&format!("{{{}}}", field.name), &value);
            names.push(&*field.name);
        }
        let mut arguments = format!("GET {path}");
        for field in query.params_in(Location::Query) {
            match value(field) {
                Some(value) if field.is_demanded() || is_number(&field.name) => {
                    // The value stands in a shell.
                    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_.@".contains(c);
                    value.chars().all(is_plain).then_some(())?;
                    arguments.push_str(&format!(" -q {}={value}", field.name));
                    names.push(&*field.name);
                }
                None if field.is_demanded() => return None,
                _ => {}
            }
        }
        let names_number = names.iter().any(|name| is_number(name));
        // A person may have several coupons or orders, so an openid does not tell which one.
        let is_of_path = |field: &Field| field.name != "openid" && names.contains(&&*field.name);
        let is_of_thing = names_number || operation.params_in(Location::Path).any(is_of_path);
        is_of_thing.then_some(Self {
            arguments,
            names_number,
        })
    }
}

/// The value of a parameter in the request; the merchant's own number; or no for a choice, such as that of details.
fn value(field: &Field, input: &Input, settings: &Settings) -> Option<String> {
    let name = &*field.name;
    let own = settings.options().mchid.as_deref();
    let is_own = matches!(name, "mchid" | "sp_mchid" | "combine_mchid");
    let is_choice = field.ty == Type::Bool && field.is_demanded();
    let value = input.value(name).or_else(|| own.filter(|_| is_own));
    value
        .or_else(|| is_choice.then_some("false"))
        .map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The query after an operation whose every parameter and member has its name as its value.
    fn query_after(name: &str) -> Option<String> {
        let operation = facts().find(name).unwrap();
        let body = operation.request.as_ref();
        let members = body.and_then(|ty| facts().members(&operation.product, ty));
        let params = operation.params.iter().map(|parameter| &parameter.field);
        let given: Vec<_> = members.into_iter().flatten().chain(params).collect();
        query(operation, &|field| {
            let is_given = given.iter().any(|known| known.name == field.name);
            let is_own = matches!(&*field.name, "mchid" | "sp_mchid");
            let is_choice = field.ty == Type::Bool && field.is_demanded();
            let value = (is_given || is_own).then_some(&*field.name);
            value
                .or_else(|| is_choice.then_some("false"))
                .map(str::to_owned)
        })
    }

    #[test]
    fn a_query_asks_for_the_thing_of_the_request() {
        for (request, query) in [
            (
                "refund.create_refund",
                "/v3/refund/domestic/refunds/out_refund_no",
            ),
            (
                "POST /v3/fund-app/mch-transfer/transfer-bills",
                "/v3/fund-app/mch-transfer/transfer-bills/out-bill-no/out_bill_no",
            ),
            (
                "POST /v3/fund-app/mch-transfer/transfer-bills/transfer",
                "/v3/fund-app/mch-transfer/transfer-bills/out-bill-no/out_bill_no",
            ),
            (
                "POST /v3/profitsharing/orders",
                "/v3/profitsharing/orders/out_order_no -q transaction_id=transaction_id",
            ),
            (
                "POST /v3/ecommerce/profitsharing/orders",
                "/v3/ecommerce/profitsharing/orders -q sub_mchid=sub_mchid -q transaction_id=transaction_id -q out_order_no=out_order_no",
            ),
            (
                "POST /v3/platsolution/ecommerce/mch-transfer/compensate-bills/pre-transfer",
                "/v3/platsolution/ecommerce/mch-transfer/compensate-bills/out-bill-no/out_bill_no",
            ),
            (
                "POST /v3/mch_operate/risk/withdrawl-apply",
                "/v3/mch_operate/risk/withdrawl-apply/out-request-no/out_request_no",
            ),
            (
                "POST /v3/ecommerce/account/apply-cancel-withdraw",
                "/v3/ecommerce/account/apply-cancel-withdraw/out-request-no/out_request_no",
            ),
            (
                "POST /v3/ecommerce/refunds/{refund_id}/return-advance",
                "/v3/ecommerce/refunds/refund_id/return-advance -q sub_mchid=sub_mchid",
            ),
            (
                "POST /v3/bank-transfer/batches",
                "/v3/bank-transfer/batches/out-batch-no/out_batch_no -q need_query_detail=false",
            ),
            (
                "POST /v3/payscore/serviceorder/{out_order_no}/complete",
                "/v3/payscore/serviceorder -q out_order_no=out_order_no -q service_id=service_id -q appid=appid",
            ),
            (
                "POST /v3/pay/transactions/codepay",
                "/v3/pay/transactions/out-trade-no/out_trade_no -q mchid=mchid",
            ),
            (
                "POST /v3/marketing/favor/stocks/{stock_id}/start",
                "/v3/marketing/favor/stocks/stock_id -q stock_creator_mchid=stock_creator_mchid",
            ),
        ] {
            let query = format!("GET {query}");
            assert_eq!(query_after(request), Some(query), "{request}");
        }
    }

    /// An unknown outcome of a query counts as not executed, so that no name decides by itself.
    #[test]
    fn every_query_by_post_is_decided() {
        let operations = facts().operations.iter();
        let queries = operations.filter(|operation| operation.method != "GET");
        let queries = queries.filter(|operation| changes_nothing(operation));
        let mut queries: Vec<_> = queries.map(ToString::to_string).collect();
        queries.sort_unstable();
        let decided = [
            "POST /v3/gov/subsidy/audit/cup/query",
            "POST /v3/gov/subsidy/companies/query",
            "POST /v3/gov/subsidy/qualifications/passthrough/query",
            "POST /v3/gov/subsidy/qualifications/query",
            "POST /v3/gov/subsidy/sncode/query",
            "POST /v3/gov/subsidy/transactions/query",
            "POST /v3/gov/subsidy/transactions/summary/query-day",
            "POST /v3/gov/subsidy/zhejiang/goods/query",
            "POST /v3/gov/subsidy/zhejiang/qualifications/query",
            "POST /v3/gov/subsidy/zhejiang/sncode/query",
            "POST /v3/merchant-risk-manage/ec-trade-risk/query-risk-trades",
            "POST /v3/parking/reminders/parking-fee",
            "POST /v3/pay/acquiring-bank/transactions/exposure",
            "POST /v3/pay/instal/exposure",
            "POST /v3/pay/instal/partner/exposure",
            "POST /v3/pay/partner/transactions/exposure",
            "POST /v3/pay/transactions/exposure",
            "POST /v3/platsolution/ecommerce/insurance-compensation-contracts/sub-mchid/{sub_mchid}/check-opened",
            "POST /v3/security/echo",
        ];
        assert_eq!(queries, decided);
    }

    #[test]
    fn no_query_of_another_thing_is_named() {
        for request in [
            "ecommerce_refund.return_subsidy",
            "POST /v3/ecommerce/profitsharing/finish-order",
            "industry.sync_catering_order_status",
            "POST /v3/marketing/favor/users/{openid}/coupons",
        ] {
            assert_eq!(query_after(request), None, "{request}");
        }
    }
}
