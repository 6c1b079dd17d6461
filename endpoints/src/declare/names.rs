//! Names in Rust.

use std::collections::BTreeSet;

/// Keywords that `r#` makes a name.
const KEYWORDS: [&str; 48] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let",
    "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return",
    "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use",
    "virtual", "where", "while", "yield",
];

/// Keywords that no prefix makes a name.
const NEVER_NAMES: [&str; 5] = ["_", "crate", "self", "Self", "super"];

/// Methods that a call on a `Client` finds before, or beside, those of a trait.
const METHODS_OF_CLIENT: [&str; 9] = [
    "borrow",
    "borrow_mut",
    "clone",
    "clone_into",
    "into",
    "to_owned",
    "try_into",
    "type_id",
    "with_timeout",
];

/// Names of the prelude, and those that a declaration imports. A type of the same name would hide them.
const RESERVED_TYPES: [&str; 46] = [
    "AsMut",
    "AsRef",
    "AsyncFn",
    "AsyncFnMut",
    "AsyncFnOnce",
    "BillFile",
    "BillFiles",
    "Box",
    "Clone",
    "Copy",
    "DateTime",
    "Debug",
    "Default",
    "Deserialize",
    "DoubleEndedIterator",
    "Download",
    "Drop",
    "Eq",
    "Err",
    "ExactSizeIterator",
    "Extend",
    "Fen",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "FromIterator",
    "Hash",
    "Into",
    "IntoIterator",
    "Iterator",
    "Map",
    "None",
    "Ok",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Result",
    "Sensitive",
    "Serialize",
    "Some",
    "String",
    "UploadFile",
    "Value",
    "Vec",
];

/// The names of the types in one module.
pub(super) struct TypeNames {
    /// The product, or `Operation` without one. Put in front of a name that is taken.
    prefix: String,
    taken: BTreeSet<String>,
}

impl TypeNames {
    pub(super) fn new(product: &str) -> Self {
        Self {
            prefix: pascal(or_operation(product)),
            taken: BTreeSet::new(),
        }
    }

    /// Adds a type, and returns its name.
    pub(super) fn add(&mut self, name: &str) -> String {
        let free = |name: &String| {
            !RESERVED_TYPES.contains(&&**name)
                && !NEVER_NAMES.contains(&&**name)
                && !self.taken.contains(name)
        };
        let prefixed = format!("{}{name}", self.prefix);
        let numbered = (2_u64..).map(|number| format!("{prefixed}{number}"));
        let mut names = [name.to_owned(), prefixed.clone()]
            .into_iter()
            .chain(numbered);
        let name = names.find(free).unwrap_or_default();
        self.taken.insert(name.clone());
        name
    }
}

/// The name of a type: `create_refund` is `CreateRefund`.
pub(super) fn pascal(name: &str) -> String {
    let mut pascal = String::new();
    for word in name.split(|c: char| !c.is_ascii_alphanumeric()) {
        let mut letters = word.chars();
        pascal.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        pascal.push_str(letters.as_str());
    }
    if pascal.starts_with(|c: char| !c.is_ascii_alphabetic()) || pascal.is_empty() {
        pascal.insert(0, 'T');
    }
    pascal
}

/// The name of a member, argument or method: `payAuthNo` is `pay_auth_no`, and `type` is `r#type`.
pub(super) fn snake(name: &str) -> String {
    let snake = words(name);
    if KEYWORDS.contains(&&*snake) {
        format!("r#{snake}")
    } else if NEVER_NAMES.contains(&&*snake) {
        format!("{snake}_")
    } else {
        snake
    }
}

/// The name of a method, which a call on a `Client` must find.
pub(super) fn method(name: &str, product: &str) -> String {
    let method = snake(name);
    if method == words(name) && !METHODS_OF_CLIENT.contains(&&*method) {
        method
    } else {
        format!("{}_{}", words(name), words(or_operation(product)))
    }
}

/// The product, or a word for none.
const fn or_operation(product: &str) -> &str {
    if product.is_empty() {
        "operation"
    } else {
        product
    }
}

/// The words of a name in small letters, with `_` between them.
pub(super) fn words(name: &str) -> String {
    let mut words = String::new();
    let mut after_small = false;
    for letter in name.chars() {
        let is_separator = !letter.is_ascii_alphanumeric();
        if (is_separator || letter.is_ascii_uppercase() && after_small) && !words.ends_with('_') {
            words.push('_');
        }
        if !is_separator {
            words.push(letter.to_ascii_lowercase());
        }
        after_small = letter.is_ascii_lowercase() || letter.is_ascii_digit();
    }
    if !words.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') {
        words.insert(0, '_');
    }
    words
}

/// Makes a name different from those before.
pub(super) fn unique(name: String, taken: &mut Vec<String>) -> String {
    let numbered = (2_u64..).map(|number| format!("{}_{number}", name.trim_start_matches("r#")));
    let mut names = std::iter::once(name.clone()).chain(numbered);
    let name = names.find(|name| !taken.contains(name)).unwrap_or(name);
    taken.push(name.clone());
    name
}

/// Tests if serde and the macro know a name of the facts by this name in Rust.
pub(super) fn is_name_of(ident: &str, name: &str) -> bool {
    ident.strip_prefix("r#").unwrap_or(ident) == name
}
