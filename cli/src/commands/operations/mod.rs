//! `wechatpay operations`: searches the operations, and shows one.

mod detail;
mod events;
mod example;
mod list;
mod members;
mod search;

use clap::Args;
use wechatpay_endpoints::{
    facts,
    facts::{FindErrorKind, Operation},
};

use crate::{
    failure::{Exit, Failure, Result},
    names::{METHODS, NameParser},
    output::Output,
};
use detail::Detail;
pub(crate) use detail::page;
use list::List;
use search::Search;

/// The most operations that a failure lists.
const LISTED: usize = 8;

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  wechatpay operations 退款
  wechatpay operations profit 回退 --method POST
  wechatpay operations REFUND.SUCCESS
  wechatpay operations refund.create_refund
  wechatpay operations POST /v3/refund/domestic/refunds --example > refund.json")]
pub(crate) struct OperationsArguments {
    /// Words of the Chinese label, the path, the name, the trait or an event, or the URL of a page, which all must fit; or
    /// the whole name, or METHOD and path
    #[arg(value_name = "WORD")]
    words: Vec<String>,

    /// Only operations of a family, such as `payments`, or of a product, such as `refund`
    #[arg(long, value_name = "NAME", hide_possible_values = true, value_parser = NameParser(families))]
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
        ([operation], true) => output.verbatim(&example::body(operation)?)?,
        (_, true) => {
            return Err(several(&arguments.search().text(), &found));
        }
        ([operation], false) => output.report(&Detail::new(operation))?,
        (operations, false) => {
            let events = arguments.search().events();
            output.report(&List::new(operations, &events))?;
        }
    }
    Ok(Exit::Success)
}

/// The operation that the words name, or the only one that they fit, for a command that needs one.
pub(super) fn one(words: &[String]) -> Result<&'static Operation> {
    let text = words.join(" ");
    let error = match facts().find(&text) {
        Ok(operation) => return Ok(operation),
        Err(error) => error,
    };
    let search = Search::new(words);
    let found = match error.kind() {
        FindErrorKind::Several(operations) => operations.clone(),
        // The words are exact, and wrong.
        FindErrorKind::Event(_) | FindErrorKind::OtherMethod(_) => Vec::new(),
        _ => search.operations(),
    };
    match *found {
        [operation] => Ok(operation),
        [] => {
            let near = match error.kind() {
                FindErrorKind::Unknown(None) => search.nearest(),
                _ => Vec::new(),
            };
            let failure = listed(Failure::arguments(&error), &near);
            Err(failure.cure("search: `wechatpay operations WORD`"))
        }
        _ => Err(several(&text, &found)),
    }
}

/// The operations most like a misspelt name or path.
pub(super) fn nearest(text: &str) -> Vec<&'static Operation> {
    Search::new(&[text.to_owned()]).nearest()
}

/// The failure of words that fit several operations.
fn several(text: &str, found: &[&Operation]) -> Failure {
    let (text, count) = (text.escape_debug(), found.len());
    let error = format!("`{text}` may be any of {count} operations: name one");
    let failure = listed(Failure::arguments(error), found);
    match count > LISTED {
        true => failure.cure(format!("see all: `wechatpay operations {text}`")),
        false => failure,
    }
}

fn listed(failure: Failure, operations: &[&Operation]) -> Failure {
    let operations = operations.iter().take(LISTED);
    operations.fold(failure, |failure, operation| {
        let (name, label) = (operation.full_name(), &operation.label);
        failure.cure(format!("{operation}  {name}  {label}"))
    })
}

impl OperationsArguments {
    fn search(&self) -> Search<'_> {
        Search::new(&self.words).filtered_by(self.family.as_deref(), self.method.as_deref())
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
        let products = facts().products.keys().map(String::as_str);
        Err(
            Failure::arguments(format!("no family or product is `{name}`"))
                .did_you_mean(name, families().into_iter().chain(products))
                .cure(format!("use one of: {}", families().join(", "))),
        )
    }
}

fn families() -> Vec<&'static str> {
    let families = facts().families.iter();
    families.map(|family| &*family.name).collect()
}

fn nothing(search: &Search<'_>) -> Failure {
    let text = search.text();
    if text.starts_with("https://pay.weixin.qq.com/")
        || text.starts_with("http://pay.weixin.qq.com/")
    {
        let text = text.escape_debug();
        return Failure::arguments(format!("no known operation has the page `{text}`"))
            .cure("search with the label of the operation or its path, which the page shows")
            .cure("this version does not know the page: it may be a guide, or have moved");
    }
    let failure = Failure::arguments(format!("no known operation fits `{}`", text.escape_debug()));
    listed(failure, &search.nearest())
        .cure("search with fewer or other words: of the label, the path, the name or an event")
}
