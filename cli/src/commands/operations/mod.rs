//! `wechatpay operations`: searches the operations, and shows one.

mod detail;
mod events;
mod list;
mod members;
mod search;

use clap::Args;
use wechatpay_endpoints::{facts, facts::Operation};

use crate::{
    failure::{Exit, Failure, Result},
    output::Output,
};
use detail::Detail;
use list::List;
use search::Search;

/// The methods of the operations.
const METHODS: [&str; 5] = ["GET", "POST", "PUT", "PATCH", "DELETE"];

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  wechatpay operations 退款
  wechatpay operations profit 回退 --method POST
  wechatpay operations REFUND.SUCCESS
  wechatpay operations refund.create_refund
  wechatpay operations POST /v3/refund/domestic/refunds --example > refund.json")]
pub(crate) struct OperationsArguments {
    /// Words of the Chinese label, the path, the name or an event, which all must fit; or the whole name, or METHOD and path
    #[arg(value_name = "WORD")]
    words: Vec<String>,

    /// Only operations of a family, such as `payments`, or of a product, such as `refund`
    #[arg(long, value_name = "NAME")]
    family: Option<String>,

    /// Only operations with an HTTP method
    #[arg(long, value_name = "METHOD", ignore_case = true, hide_possible_values = true, value_parser = METHODS)]
    method: Option<String>,

    /// Print the JSON body of the operation's example, to edit and to send with `call -d @FILE`
    #[arg(long)]
    example: bool,
}

pub(crate) fn run(arguments: &OperationsArguments, output: &Output) -> Result<Exit> {
    let found = arguments.find()?;
    match (&*found, arguments.example) {
        ([operation], true) => output.verbatim(&example(operation)?)?,
        (_, true) => {
            return Err(Failure::configuration(format!(
                "{} operations fit, and an example is of one",
                found.len()
            ))
            .cure("name the operation, such as `refund.create_refund`"));
        }
        ([operation], false) => output.report(&Detail::new(operation))?,
        (operations, false) => {
            let events = arguments.search().events();
            output.report(&List::new(operations, &events))?;
        }
    }
    Ok(Exit::Success)
}

impl OperationsArguments {
    fn search(&self) -> Search<'_> {
        Search {
            words: &self.words,
            family: self.family.as_deref(),
            method: self.method.as_deref(),
        }
    }

    /// The operation that the words name exactly, or else those that they fit.
    fn find(&self) -> Result<Vec<&'static Operation>> {
        self.check_filters()?;
        if self.family.is_none()
            && self.method.is_none()
            && let Ok(operation) = facts().find(&self.words.join(" "))
        {
            return Ok(vec![operation]);
        }
        let search = self.search();
        let found = search.operations();
        match found.is_empty() {
            true => Err(nothing(&search)),
            false => Ok(found),
        }
    }

    fn check_filters(&self) -> Result<()> {
        let Some(name) = &self.family else {
            return Ok(());
        };
        let is_known = facts().families.iter().any(|family| family.name == *name)
            || facts().products.contains_key(name);
        if is_known {
            return Ok(());
        }
        let names: Vec<_> = facts()
            .families
            .iter()
            .map(|family| &*family.name)
            .collect();
        Err(
            Failure::configuration(format!("no family or product is `{name}`"))
                .cure(format!("use one of: {}", names.join(", "))),
        )
    }
}

fn nothing(search: &Search<'_>) -> Failure {
    let mut words = search.words.to_vec();
    for (name, filter) in [("--family", search.family), ("--method", search.method)] {
        words.extend(filter.map(|value| format!("{name} {value}")));
    }
    let words = words.join(" ");
    let mut failure = Failure::configuration(format!(
        "no known operation fits `{}`",
        words.escape_debug()
    ));
    for operation in search.nearest() {
        let (name, label) = (operation.full_name(), &operation.label);
        failure = failure.cure(format!("{operation}  {name}  {label}"));
    }
    failure.cure("search with fewer or other words: of the label, the path, the name or an event")
}

/// The JSON body of the example.
fn example(operation: &Operation) -> Result<String> {
    let example = facts().example(operation);
    let body = example.and_then(|example| example.request.as_ref());
    let body = body.ok_or_else(|| {
        Failure::configuration(format!("{operation} takes no body"))
            .cure("give its parameters in the path and with -q NAME=VALUE")
    })?;
    Ok(format!("{body:#}\n"))
}
