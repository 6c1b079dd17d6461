//! The sources that the facts cite are named where users and authors look for them.

use std::{collections::BTreeSet, fs};

use serde_json::Value;

use crate::endpoints;

/// Words of `sources` that give a reason, and name no source.
const REASONS: [&str; 4] = ["facts", "like", "not", "meaning"];

#[test]
fn the_notice_and_the_readme_name_every_cited_source() {
    let mut cited = BTreeSet::new();
    for file in fs::read_dir(endpoints().join("facts")).unwrap() {
        let file = file.unwrap().path();
        if file.extension().is_some_and(|name| name == "json") {
            let text = fs::read_to_string(file).unwrap();
            add_words(&serde_json::from_str(&text).unwrap(), &mut cited);
        }
    }
    for reason in REASONS {
        assert!(cited.remove(reason), "no `sources` has `{reason}`");
    }
    for word in ["doc", "forum", "programs", "skills", "upstream"] {
        assert!(cited.contains(word), "no `sources` has `{word}`");
    }
    let read = |name: &str| fs::read_to_string(endpoints().join(name)).unwrap();
    let readme = read("facts/README.md");
    let (_, sources) = readme.split_once("\n## Sources\n").unwrap();
    assert_eq!(unnamed(&cited, sources), [""; 0], "in facts/README.md");
    assert_eq!(unnamed(&cited, &read("../NOTICE")), [""; 0], "in NOTICE");
}

/// The words that stand in no brackets of a text.
fn unnamed<'a>(words: &'a BTreeSet<String>, text: &str) -> Vec<&'a str> {
    let brackets = text.split('(').skip(1);
    let brackets = brackets.filter_map(|rest| rest.split(')').next());
    let brackets: Vec<_> = brackets.collect();
    let is_named = |word: &str| {
        let word = format!("`{word}`");
        brackets.iter().any(|text| text.contains(&word))
    };
    let words = words.iter().map(String::as_str);
    words.filter(|word| !is_named(word)).collect()
}

/// Adds the first word of each source.
fn add_words(value: &Value, words: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                if name == "sources" {
                    let sources = member.as_array().into_iter().flatten();
                    let sources = sources.filter_map(Value::as_str);
                    let first = |source: &str| source.split([' ', ':']).next().map(str::to_owned);
                    words.extend(sources.filter_map(first));
                } else {
                    add_words(member, words);
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| add_words(item, words)),
        _ => {}
    }
}
