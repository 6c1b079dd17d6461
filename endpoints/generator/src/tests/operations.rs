//! Every operation of the facts has a method and a test.

use std::collections::BTreeSet;

use wechatpay_endpoints::declare::Module;

use super::CATALOGUE;
use crate::{calls, cases};

/// Operations without types, each with the reason.
const EXCEPTIONS: [(&str, &str); 1] = [(
    "POST /brand/card-member/media/image-upload",
    "No source shows the form and the response.",
)];

/// The operations that the lines of files name.
fn operations(files: &[Module], start: &str, end: &str) -> Vec<String> {
    let lines = files.iter().flat_map(|file| file.text.lines());
    let names = lines.filter_map(|line| line.trim_start().strip_prefix(start)?.split_once(end));
    let mut names: Vec<_> = names.map(|(name, _)| name.to_owned()).collect();
    names.sort();
    names
}

#[test]
fn every_operation_of_the_facts_is_a_method_and_tested() {
    let facts = &*CATALOGUE;
    let calls = calls::modules(facts).unwrap();
    let called = operations(&calls, "\"", "\" => ");
    let cases = cases::files(facts).unwrap();
    let mut expected: Vec<_> = facts.operations.iter().map(ToString::to_string).collect();
    expected.retain(|operation| EXCEPTIONS.iter().all(|(name, _)| name != operation));
    expected.sort();
    let families: BTreeSet<_> = facts.families.iter().map(|family| &*family.name).collect();
    let called: Vec<_> = called
        .into_iter()
        .filter(|name| !families.contains(&**name))
        .collect();
    assert_eq!(called, expected);
    assert_eq!(operations(&cases, "{\"operation\":\"", "\""), expected);
    assert_eq!(expected.len() + EXCEPTIONS.len(), facts.operations.len());
    let methods = calls.iter().flat_map(|file| file.text.lines());
    let methods = methods.filter(|line| line.starts_with("async fn "));
    assert_eq!(methods.count(), expected.len());
}
