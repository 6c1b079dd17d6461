use crate::{
    call::broken_call,
    imports::Graph,
    order::{ORDER, points_up, unmatched},
    page::differences,
    sizes::Sizes,
    source::{File, Source},
    syntax::too_new,
};

fn source(files: &[(&str, &str)]) -> Source {
    let parse = |(name, text): &(&str, &str)| File::parse(name, (*text).to_owned()).unwrap();
    Source {
        files: files.iter().map(parse).collect(),
    }
}

/// The imports that point up, each as `from > to`.
fn upward(files: &[(&str, &str)]) -> Vec<String> {
    let graph = Graph::of(&source(files));
    let upward = graph.edges().filter(|edge| points_up(edge));
    upward
        .map(|edge| format!("{} > {}", edge.from, edge.to))
        .collect()
}

#[test]
fn every_form_of_an_import_that_points_up_is_found() {
    let client = ("client/mod.rs", "use crate::crypto; pub struct Client;");
    for (root, import) in [
        ("", "use crate::client::Client;"),
        ("", "use crate::{clock::now, client::Client};"),
        ("", "use super::client::Client;"),
        ("", "use self::super::client::Client;"),
        ("", "fn open() { super::client::open() }"),
        ("", "fn open() { self::super::client::open() }"),
        ("", "mod key { use super::super::client::Client; }"),
        ("", "mod key { fn open() { super::super::client::open() } }"),
        ("", "fn open() { assert!(crate::client::open()) }"),
        ("", "fn open() { assert!([super::client::open()]) }"),
        ("", "macro_rules! open { () => { $crate::client::open() } }"),
        ("", "fn open(client: &crate::client::Client) {}"),
        ("pub use client::Client;", "use crate::Client;"),
        ("pub use crate::client::Client;", "use crate::Client;"),
        ("pub use self::client::Client;", "use crate::Client;"),
        ("use client as made;", "use crate::made::Client;"),
        ("use client as a; use a::Client;", "use crate::Client;"),
        (
            "pub use client::{builder::Builder as Made};",
            "use crate::Made;",
        ),
    ] {
        let files = [("lib.rs", root), client, ("crypto.rs", import)];
        assert_eq!(upward(&files), ["crypto > client"], "{root} {import}");
        assert_eq!(
            Graph::of(&source(&files)).largest_circle(),
            ["client", "crypto"]
        );
    }
}

#[test]
fn an_import_whose_module_cannot_be_told_is_found() {
    for import in [
        "use crate::*;",
        "use super::*;",
        "use crate as root;",
        "use crate::{self as root};",
        "use self::super::{self as root};",
        "mod key { use super::super::*; }",
        "macros! { use crate::{client::Client}; }",
        "macros! { use crate as root; }",
        "extern crate self as root;",
    ] {
        let graph = Graph::of(&source(&[("lib.rs", ""), ("crypto.rs", import)]));
        let fault = "crypto.rs imports the whole root; import names";
        assert_eq!(graph.faults(), [fault], "{import}");
    }
    for (root, fault) in [
        (
            "pub use client::*;",
            "lib.rs re-exports `*`; name the exports",
        ),
        (
            "pub use crate::{client::*};",
            "lib.rs re-exports `*`; name the exports",
        ),
        ("use crate as root;", "lib.rs renames the root"),
        (
            "type Client = client::Client;",
            "lib.rs holds more than `mod name;` and `use`",
        ),
        (
            "mod made { pub use crate::client::Client; }",
            "lib.rs holds more than `mod name;` and `use`",
        ),
    ] {
        let graph = Graph::of(&source(&[("lib.rs", root), ("client.rs", "")]));
        assert_eq!(graph.faults(), [fault], "{root}");
    }
}

#[test]
fn a_module_named_tests_that_is_compiled_for_users_is_found() {
    let faults = |text| {
        let files = [("lib.rs", ""), ("crypto/mod.rs", text)];
        Graph::of(&source(&files)).faults().to_vec()
    };
    let fault = "crypto/mod.rs compiles `tests` without `#[cfg(test)]`";
    assert_eq!(faults("mod tests;"), [fault]);
    assert_eq!(faults("#[cfg(test)] mod tests;"), [""; 0]);
}

#[test]
fn imports_that_point_down_and_imports_of_tests_are_no_faults() {
    for import in [
        "use super::clock;",
        "mod aead { use super::*; fn open() { super::key() } }",
        "pub(crate) struct Key; texts! { pub(crate) struct Open; }",
        "use super::key::Key;",
        "#[cfg(test)] mod tests { use crate::client::Client; }",
        "#[cfg(test)] use crate::client::Client;",
    ] {
        let files = [
            ("lib.rs", ""),
            ("client/mod.rs", "use crate::crypto;"),
            ("crypto/mod.rs", import),
            ("crypto/tests/mod.rs", "use crate::client::Client;"),
            ("clock.rs", ""),
        ];
        assert_eq!(upward(&files), [""; 0], "{import}");
        assert_eq!(Graph::of(&source(&files)).largest_circle().len(), 1);
    }
}

#[test]
fn a_module_that_the_order_does_not_name_and_a_name_without_a_module_are_found() {
    let mut files: Vec<_> = ORDER.iter().map(|name| format!("{name}.rs")).collect();
    files[0] = "helpers.rs".to_owned();
    let files: Vec<_> = files.iter().map(|name| (&**name, "")).collect();
    assert_eq!(
        unmatched(&Graph::of(&source(&[&[("lib.rs", "")], &*files].concat()))),
        [
            "helpers has no place in the order of the modules",
            "the order names error, which is no module",
        ]
    );
}

#[test]
fn a_table_of_contributing_md_that_differs_from_the_code_is_found() {
    let page = include_str!("../../../../CONTRIBUTING.md");
    assert_eq!(differences(page), [""; 0]);
    for (row, changed, fault) in [
        (
            "| `attempt` | `client` |",
            "| `attempts` | `client` |",
            "The way of one call, place 5: attempts in client where the code declares attempt in client",
        ),
        (
            "| `attempt` | `client` |",
            "| `attempt` | `sign` |",
            "The way of one call, place 5: attempt in sign where the code declares attempt in client",
        ),
        (
            "| `exchange` | `transport` |",
            "`exchange`",
            "The way of one call, place 7: nothing where the code declares exchange in transport",
        ),
        (
            "| `testing` |",
            "| `testing`, `testing` |",
            "The map, place 3: testing where the code declares gateway",
        ),
        (
            "| `sign` |",
            "| sign |",
            "The map, place 18: api_v3_key where the code declares sign",
        ),
        (
            "`crypto`, `clock` |",
            "`clock`, `crypto` |",
            "The map, place 27: clock where the code declares crypto",
        ),
        (
            "`crypto`, `clock` |",
            "`crypto` |",
            "The map, place 28: nothing where the code declares clock",
        ),
    ] {
        assert!(page.contains(row), "{row}");
        let faults = differences(&page.replace(row, changed));
        assert_eq!(faults, [format!("CONTRIBUTING.md, {fault}")], "{changed}");
    }
}

#[test]
fn a_function_that_does_not_call_the_next_one_is_found() {
    let private = "fn call() { client.execute(1) }\n";
    let other = "impl Client {\n    fn execute() {\n        skip()\n    }\n\n    fn skip() { perform() }\n}\n";
    let faults = broken_call(&source(&[
        ("lib.rs", ""),
        ("__private.rs", private),
        ("client/mod.rs", other),
    ]));
    assert!(faults.contains(&"execute of client/mod.rs does not call perform".to_owned()));
    assert!(faults.contains(&"client/attempts.rs has no function run".to_owned()));
}

#[test]
fn only_a_call_of_the_next_function_counts() {
    for (text, fault) in [
        ("// fn call() { execute() }", "has no function call"),
        (
            "#[cfg(test)] mod tests { fn call() { execute() } }",
            "has no function call",
        ),
        ("fn call() { /* execute( */ skip(\"execute(\") }", "call"),
        ("fn call() { re_execute() }", "call"),
        ("fn call() { let execute = 1; }", "call"),
        ("fn call() { fn execute() { execute() } }", "call"),
        (
            "fn call() { execute() } impl Client { fn call() {} }",
            "call",
        ),
    ] {
        let faults = broken_call(&source(&[("lib.rs", ""), ("__private.rs", text)]));
        let fault = match fault {
            "call" => "call of __private.rs does not call execute".to_owned(),
            fault => format!("__private.rs {fault}"),
        };
        assert_eq!(faults[0], fault, "{text}");
    }
    for text in [
        "fn call() { execute() }",
        "fn call() { async { client.execute(1) } }",
    ] {
        let faults = broken_call(&source(&[("lib.rs", ""), ("__private.rs", text)]));
        assert_eq!(faults[0], "client/mod.rs has no function execute", "{text}");
    }
}

/// The faults of one file's size.
fn too_long(text: &str) -> Vec<String> {
    let sizes = Sizes::of(&source(&[("api.rs", text)]));
    sizes.faults("macros/src").collect()
}

#[test]
fn lines_around_the_modules_for_tests_count() {
    let fault = ["macros/src/api.rs has 400 lines without tests; stay under 400"];
    let code = |lines| "// A line.\n".repeat(lines);
    let tests = format!("#[cfg(test)]\nmod tests {{\n{}}}\n", code(500));
    assert_eq!(too_long(&code(399)), [""; 0]);
    assert_eq!(too_long(&code(400)), fault);
    for (before, after) in [(200, 199), (0, 399), (399, 0)] {
        let text = |after| [&code(before), &*tests, &code(after), &tests].concat();
        assert_eq!(too_long(&text(after)), [""; 0], "{before} {after}");
        assert_eq!(too_long(&text(after + 1)), fault, "{before} {after}");
    }
}

#[test]
fn let_chains_and_let_guards_are_found() {
    let chain = ["macros/src/api.rs:2 has a let chain, which needs Rust 1.88"];
    let guard = ["macros/src/api.rs:2 has a let guard, which needs Rust 1.95"];
    for (code, faults) in [
        ("if let Some(a) = b && a {}", &chain[..]),
        ("if c && let Some(a) = b {}", &chain),
        ("while c && let Some(a) = b && a {}", &chain),
        ("match a { b if let Some(c) = b => (), _ => () }", &guard),
        ("if let Some(a) = b { c && a; }", &[]),
        ("match a { b if b && c => (), _ => () }", &[]),
    ] {
        let text = format!("fn f() {{\n{code}\n}}");
        let found = too_new(&source(&[("api.rs", &text)]), "macros/src");
        assert_eq!(found, faults, "{code}");
    }
}
