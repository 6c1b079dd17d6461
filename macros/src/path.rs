//! The path of an endpoint: a root, then segments. Each segment is text or one `{placeholder}`.

use syn::LitStr;

use crate::{
    catalogue::is_known,
    errors::{Checked, Errors},
};

/// A path as its user declared it.
pub(crate) struct Template {
    pub(crate) literal: LitStr,
    pub(crate) text: String,
    /// The names in the order of the path; `None` if a mistake in the path leaves them open.
    pub(crate) placeholders: Option<Vec<String>>,
}

impl Template {
    /// Reads the literal, and reports the mistakes in it.
    ///
    /// If the path begins wrong, only that is reported, but the placeholders are read all the same.
    pub(crate) fn parse(literal: LitStr, errors: &mut Errors) -> Checked<Self> {
        errors.scope(|errors| Self::read(literal, errors))
    }

    fn read(literal: LitStr, errors: &mut Errors) -> Self {
        let text = literal.value();
        let mut problems = Vec::from_iter(root_problem(&text));
        let placeholders = match placeholders(without_host(&text).unwrap_or(&text)) {
            Ok(names) => Some(names),
            Err(more) if problems.is_empty() => {
                problems = more;
                None
            }
            Err(_) => None,
        };
        for problem in problems {
            errors.at(&literal, problem);
        }
        Self {
            literal,
            text,
            placeholders,
        }
    }
}

/// The beginnings of all APIv3 paths.
const ROOTS: [&str; 4] = ["/v3/", "/hk/v3/", "/global/v3/", "/brand/"];

/// The beginnings of most APIv2 paths.
const APIV2_ROOTS: [&str; 7] = [
    "/pay/",
    "/secapi/",
    "/mmpaymkttransfers/",
    "/tools/",
    "/papay/",
    "/risk/",
    "/sandboxnew/",
];

/// The mistake in the beginning of a path.
fn root_problem(path: &str) -> Option<String> {
    if path.is_empty() {
        return Some("the path is empty: write `\"/v3/…\"`".to_owned());
    }
    if let Some(path) = without_host(path) {
        return Some(format!(
            "a path cannot contain the host: write only `\"{path}\"`"
        ));
    }
    if !path.starts_with('/') {
        return Some(format!("a path must begin with `/`: write `\"/{path}\"`"));
    }
    let is_root = |root: &&&str| path.starts_with(**root) || root.strip_suffix('/') == Some(path);
    if let Some(root) = ROOTS.iter().find(is_root) {
        return (path.len() <= root.len()).then(|| {
            format!("the path ends after `{root}`: write the whole path of the operation")
        });
    }
    let with_root = format!("/v3{path}");
    if is_known(&with_root) {
        return Some(format!(
            "a path must begin with `/v3/`: write `\"{with_root}\"`"
        ));
    }
    if APIV2_ROOTS.iter().any(|root| path.starts_with(root)) {
        return Some(
            "APIv2 is not supported: use the APIv3 operation, whose path begins with `/v3/`"
                .to_owned(),
        );
    }
    Some(
        "a path must begin with `/v3/`, `/hk/v3/`, `/global/v3/` or `/brand/`: write the path that the \
         official page shows"
            .to_owned(),
    )
}

/// The path of a URL, with or without its scheme. For a URL that has no path, an example of one.
fn without_host(path: &str) -> Option<&str> {
    let url = path.split_once("://");
    let address = url.map_or(path, |(_, address)| address);
    let Some((host, _)) = address.split_once('/') else {
        return url.map(|_| "/v3/…");
    };
    let is_host = !host.is_empty() && (url.is_some() || host.contains('.'));
    is_host.then(|| address.split_at(host.len()).1)
}

/// The placeholders in their order, or all mistakes in the segments.
fn placeholders(path: &str) -> Result<Vec<String>, Vec<String>> {
    if let Some(problem) = suffix_problem(path) {
        return Err(vec![problem]);
    }
    let mut names = Vec::new();
    let mut problems = Vec::new();
    // A trailing slash is part of the path: there is an operation that has one.
    let segments = path.strip_suffix('/').unwrap_or(path);
    let segments = segments.strip_prefix('/').unwrap_or(segments);
    for segment in segments.split('/') {
        let problem = match placeholder(segment) {
            Ok(Some(name)) if names.iter().any(|known| known == name) => {
                format!("duplicate placeholder `{{{name}}}`: rename one")
            }
            Ok(name) => {
                names.extend(name.map(str::to_owned));
                continue;
            }
            Err(problem) => problem,
        };
        if !problems.contains(&problem) {
            problems.push(problem);
        }
    }
    if problems.is_empty() {
        Ok(names)
    } else {
        Err(problems)
    }
}

/// The mistake of a path that contains `?` or `#`.
fn suffix_problem(path: &str) -> Option<String> {
    if let Some((path, query)) = path.split_once('?') {
        return Some(query_problem(path, query));
    }
    if let Some((_, raw)) = path.split_once("{r#") {
        let name = raw.split('}').next().unwrap_or_default();
        return Some(format!(
            "a placeholder has no `r#`: write `{{{name}}}`, and name its argument `r#{name}`"
        ));
    }
    let (_, fragment) = path.split_once('#')?;
    Some(format!(
        "a path cannot have a fragment: remove `#{fragment}`"
    ))
}

fn query_problem(path: &str, query: &str) -> String {
    let names: Vec<_> = query
        .split('&')
        .map(|pair| pair.split_once('=').map_or(pair, |(name, _)| name))
        .filter(|name| !name.is_empty())
        .map(|name| format!("`{name}`"))
        .collect();
    if names.is_empty() {
        return format!("a path cannot have a query string: write `{path}`");
    }
    let names = names.join(", ");
    format!(
        "a path cannot have a query string: write `{path}`, and declare {names} with `#[query]`"
    )
}

/// The name of a placeholder, or `None` if the segment is text.
fn placeholder(segment: &str) -> Result<Option<&str>, String> {
    if let Some(name) = foreign_placeholder(segment) {
        return Err(format!(
            "`{segment}` is not a placeholder: write `{{{name}}}`"
        ));
    }
    if segment.is_empty() {
        return Err("empty path segment: replace `//` by `/`".to_owned());
    }
    if matches!(segment, "." | "..") {
        return Err(format!(
            "`{segment}` is not allowed as a path segment: remove the segment"
        ));
    }
    let Some(name) = segment
        .strip_prefix('{')
        .and_then(|rest| rest.strip_suffix('}'))
        .filter(|name| !name.contains(['{', '}']))
    else {
        return check_text(segment).map(|()| None);
    };
    if name.is_empty() {
        return Err("a placeholder needs a name: write `{name}` in place of `{}`".to_owned());
    }
    if !is_snake_case(name) {
        return Err(not_snake_case(name));
    }
    if matches!(name, "self" | "super" | "crate") {
        return Err(format!(
            "no argument can be named `{name}`: rename the placeholder `{{{name}}}`"
        ));
    }
    Ok(Some(name))
}

/// The name in a placeholder as other libraries write it: `:id`, `<id>`.
fn foreign_placeholder(segment: &str) -> Option<&str> {
    let name = segment.strip_prefix(':').or_else(|| {
        let inner = segment.strip_prefix('<')?;
        inner.strip_suffix('>')
    })?;
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    (!name.is_empty() && name.chars().all(is_name)).then_some(name)
}

/// Checks that a segment has only characters that a URL does not encode, and no braces.
fn check_text(segment: &str) -> Result<(), String> {
    let is_text = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_' | '~');
    let Some(odd) = segment.chars().find(|c| !is_text(c)) else {
        return Ok(());
    };
    let braces = |brace| segment.matches(brace).count();
    if braces('{') != braces('}') {
        // The segment is not named, so that a placeholder with a `/` in it is reported only once.
        return Err(
            "unbalanced braces: write a placeholder as `{name}`, a whole path segment".to_owned(),
        );
    }
    if braces('{') > 0 {
        return Err(format!(
            "`{segment}` mixes a placeholder with text: a placeholder must be a whole path segment"
        ));
    }
    Err(format!(
        "`{}` is not allowed in a path: use letters, digits, `-`, `.`, `_` and `~`",
        odd.escape_debug()
    ))
}

fn not_snake_case(name: &str) -> String {
    let mut snake_case = String::new();
    for c in name.chars() {
        if c.is_ascii_uppercase() && !snake_case.is_empty() {
            snake_case.push('_');
        }
        snake_case.push(if c == '-' {
            '_'
        } else {
            c.to_ascii_lowercase()
        });
    }
    if is_snake_case(&snake_case) {
        format!("`{{{name}}}` is not in snake_case: write `{{{snake_case}}}`")
    } else {
        format!("`{{{name}}}` is not in snake_case: rename the placeholder")
    }
}

fn is_snake_case(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}
