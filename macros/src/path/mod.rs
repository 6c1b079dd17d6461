//! The path of an endpoint: a root, then segments. Each segment is text or one `{placeholder}`.

mod characters;

use syn::LitStr;

use self::characters::Odd;
use crate::{
    catalogue::{Found, find_near, is_known},
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
    /// Reads the literal, and reports the mistakes in it. The HTTP method helps to find the path that was meant.
    ///
    /// If the path begins wrong, only that is reported.
    pub(crate) fn parse(
        literal: LitStr,
        method: Option<&str>,
        errors: &mut Errors,
    ) -> Checked<Self> {
        errors.scope(|errors| Self::read(literal, method, errors))
    }

    fn read(literal: LitStr, method: Option<&str>, errors: &mut Errors) -> Self {
        let text = literal.value();
        let (placeholders, problems) = match root_or_odd_problem(&text, method) {
            Some(problem) => (placeholders_of_meant(&text), vec![problem]),
            None => match placeholders(&text) {
                Ok(names) => (Some(names), Vec::new()),
                Err(problems) => (None, problems),
            },
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

fn root_or_odd_problem(path: &str, method: Option<&str>) -> Option<String> {
    odd_problem(path).or_else(|| root_problem(path, method))
}

/// The placeholders of a path that begins wrong, if only its beginning is missing, or contains the host.
fn placeholders_of_meant(path: &str) -> Option<Vec<String>> {
    let path = without_host(path).unwrap_or(path);
    let with_slash = format!("/{}", path.strip_prefix('/').unwrap_or(path));
    let with_version = format!("/v3{with_slash}");
    let meant = if is_known(&with_version) {
        with_version
    } else {
        with_slash
    };
    let is_right = root_or_odd_problem(&meant, None).is_none();
    is_right.then(|| placeholders(&meant).ok()).flatten()
}

/// The mistake of characters that look like others, with the path that was probably meant.
fn odd_problem(path: &str) -> Option<String> {
    let Odd {
        problem,
        advice,
        repaired,
    } = Odd::find(path)?;
    match only_path(&repaired) {
        Some(path) => Some(format!("{problem}: write `\"{path}\"`")),
        None => Some(format!("{problem}: {advice}")),
    }
}

/// The path in a text, without what was copied around it; `None` if that is no right path.
fn only_path(text: &str) -> Option<String> {
    let start = ROOTS.iter().filter_map(|root| text.find(root)).min();
    let path = match start.and_then(|start| text.get(start..)) {
        Some(path) => path.to_owned(),
        None => format!("/{text}"),
    };
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let is_around = |c: char| c.is_ascii_punctuation() && !matches!(c, '/' | '}');
    let path = path.trim_end_matches(is_around);
    let is_right = root_problem(path, None).is_none() && placeholders(path).is_ok();
    is_right.then(|| path.to_owned())
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
fn root_problem(path: &str, method: Option<&str>) -> Option<String> {
    if path.is_empty() {
        return Some("the path is empty: write `\"/v3/…\"`".to_owned());
    }
    if let Some(meant) = without_host(path) {
        let meant = only_path(meant).unwrap_or_else(|| meant.to_owned());
        return Some(format!(
            "a path cannot contain the host: write only `\"{meant}\"`"
        ));
    }
    if !path.starts_with('/') {
        let meant = only_path(path).unwrap_or_else(|| format!("/{path}"));
        return Some(format!("a path must begin with `/`: write `\"{meant}\"`"));
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
    let roots = "a path must begin with `/v3/`, `/hk/v3/`, `/global/v3/` or `/brand/`";
    if let Some(meant) = method.and_then(|method| only_near(method, path)) {
        return Some(format!("{roots}; did you mean {meant}?"));
    }
    if APIV2_ROOTS.iter().any(|root| path.starts_with(root)) {
        return Some(
            "APIv2 is not supported: use the APIv3 operation, whose path begins with `/v3/`"
                .to_owned(),
        );
    }
    Some(format!(
        "{roots}: write the path that the official page shows"
    ))
}

/// The only operation that is near, for a message.
fn only_near(method: &str, path: &str) -> Option<String> {
    match find_near(method, path) {
        Found::Misspelt(operation) => Some(operation.to_string()),
        Found::Near(operations) => match operations.as_slice() {
            [operation] => Some(operation.to_string()),
            _ => None,
        },
        _ => None,
    }
}

/// The path of a URL, with or without its scheme. For a URL that has no path, an example of one.
fn without_host(path: &str) -> Option<&str> {
    let url = path.split_once("://");
    let address = url.map_or(path, |(_, address)| address);
    let Some((host, _)) = address.split_once('/') else {
        return url.map(|_| "/v3/…");
    };
    let is_name = host.contains('.') && host.contains(|c: char| c.is_ascii_alphanumeric());
    let is_host = !host.is_empty() && (url.is_some() || is_name);
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
    if let Some((path, query)) = split_query(path) {
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

/// Splits a path at its `?`, except in a placeholder that another library calls optional: `{id?}`.
fn split_query(path: &str) -> Option<(&str, &str)> {
    let (before, after) = path.split_once('?')?;
    let is_in_braces = before.matches('{').count() > before.matches('}').count();
    (!is_in_braces || !after.contains('}')).then_some((before, after))
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

/// The name in a placeholder as other libraries write it, or as a URL encodes it.
fn foreign_placeholder(segment: &str) -> Option<&str> {
    const FORMS: [(&str, &str); 9] = [
        ("%7B", "%7D"),
        ("%7b", "%7d"),
        ("${", "}"),
        ("{{", "}}"),
        ("{", "}"),
        ("<", ">"),
        ("[", "]"),
        (":", ""),
        ("$", ""),
    ];
    // Nearly every segment ends here.
    if segment.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    let (form, inner) = FORMS.iter().find_map(|form| {
        let inner = segment.strip_prefix(form.0)?.strip_suffix(form.1)?;
        Some((form, inner))
    })?;
    // A type or a pattern may follow, or a mark: `{id:int}`, `{*id}`, `{id?}`.
    // Only Flask writes the type before the name: `<int:id>`.
    let inner_name = match inner.rsplit_once(':') {
        Some((_, name)) if form.0 == "<" => name,
        _ => inner.trim_start_matches(['*', ':']),
    };
    let name = inner_name.split(|c| !is_part(c)).next().unwrap_or_default();
    let is_foreign = form.0 != "{" || name != inner;
    (is_foreign && !name.is_empty()).then_some(name)
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
    let code_point = if odd.is_ascii() {
        String::new()
    } else {
        format!(" (U+{:04X})", u32::from(odd))
    };
    Err(format!(
        "`{}`{code_point} is not allowed in a path: use letters, digits, `-`, `.`, `_` and `~`",
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
