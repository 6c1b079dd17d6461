//! `OPERATIONS.md` has every operation.

use std::collections::BTreeSet;

use super::{CATALOGUE, SOURCES};
use crate::listing;

#[test]
fn the_page_has_every_operation_and_counts_them() {
    let catalogue = &*CATALOGUE;
    let events = SOURCES.events(catalogue).unwrap();
    let page = listing::page(catalogue, &events, SOURCES.untyped());
    let (typed, without) = page.split_once("\n## Without a method\n").unwrap();
    let (without, _) = without.split_once("\n## notifications").unwrap();
    let keys = |text: &str| -> BTreeSet<String> {
        let lines = text.lines().filter(|line| line.starts_with("| `"));
        let quoted = lines.filter_map(|line| {
            let mut quoted = line.split('`').skip(1).step_by(2);
            quoted.find(|text| text.contains(' ')).map(str::to_owned)
        });
        quoted.collect()
    };
    let (typed, untyped) = (keys(typed), keys(without));
    let known: BTreeSet<_> = catalogue
        .operations
        .iter()
        .map(ToString::to_string)
        .collect();
    assert!(typed.is_disjoint(&untyped));
    assert_eq!(&typed | &untyped, known);
    let counts = format!(
        "\nAll {} operations: {} with a method, by family, and {} [without a method](#without-a-method). ",
        known.len(),
        typed.len(),
        untyped.len()
    );
    assert!(
        page.contains(&counts),
        "the page does not begin with:{counts}"
    );
    assert!(without.ends_with(
        "|---|---|---|\n\
         | `POST /brand/card-member/media/image-upload` | 图片上传 | No source shows the form and the response. |\n"
    ));
}

#[test]
fn an_addition_without_a_trait_is_on_the_page() {
    let mut catalogue = CATALOGUE.clone();
    let added = r#"{"name": "a", "product": "b", "label": "新", "method": "GET", "path": "/v3/b/a", "responses": []}"#;
    let added = crate::read::facts_of(added).operations;
    let events = SOURCES.events(&catalogue).unwrap();
    catalogue.operations.extend(added);
    let page = listing::page(&catalogue, &events, SOURCES.untyped());
    let line = "\n| `GET /v3/b/a` | 新 | No trait in `families.json` names a method yet. |\n";
    assert!(page.contains(line));
}
