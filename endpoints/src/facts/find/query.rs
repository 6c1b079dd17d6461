//! The text of a search, read.

/// The operation that a text asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Query {
    Path {
        /// `None` if the text is only a path.
        method: Option<String>,
        segments: Vec<Segment>,
    },
    Name(String),
}

/// A part of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Segment {
    Literal(String),
    /// The name between the braces.
    Placeholder(String),
}

impl Query {
    pub(super) fn parse(text: &str) -> Self {
        let text = without_attribute(text.trim_start_matches('\u{feff}').trim());
        let (method, rest) = match text.split_once(char::is_whitespace) {
            Some((method, rest)) => (Some(method.to_ascii_uppercase()), rest),
            None => (None, text),
        };
        let rest = unquoted(rest);
        if method.is_none() && !rest.contains('/') {
            // As in Rust, a product may be written with `::`.
            return Self::Name(rest.replace("::", "."));
        }
        let segments = segments(path(rest));
        Self::Path { method, segments }
    }
}

impl Segment {
    /// The text of the segment, or the name of the placeholder.
    pub(super) fn text(&self) -> &str {
        match self {
            Self::Literal(text) | Self::Placeholder(text) => text,
        }
    }
}

/// The segments of a path. Empty ones are left out, so a `/` at the end changes nothing.
pub(super) fn segments(path: &str) -> Vec<Segment> {
    let segments = path.split('/').filter(|segment| !segment.is_empty());
    let segment = |segment: &str| {
        let name = segment
            .strip_prefix('{')
            .and_then(|rest| rest.strip_suffix('}'));
        match name {
            Some(name) => Segment::Placeholder(name.to_owned()),
            None => Segment::Literal(segment.to_owned()),
        }
    };
    segments.map(segment).collect()
}

/// The words inside `#[wechatpay_api(…)]`, if the text is such an attribute.
fn without_attribute(text: &str) -> &str {
    let inner = text
        .strip_prefix("#[wechatpay_api(")
        .and_then(|rest| rest.strip_suffix(")]"));
    inner.unwrap_or(text).trim()
}

/// The text between quotation marks, or the whole text if it does not begin with one.
fn unquoted(text: &str) -> &str {
    let text = text.trim();
    let quoted = text
        .chars()
        .next()
        .filter(|first| matches!(first, '"' | '\'' | '`'));
    let inner = quoted.and_then(|quote| text.get(1..)?.split(quote).next());
    inner.unwrap_or(text).trim()
}

/// The path of a URL, or of a path, without its query.
fn path(text: &str) -> &str {
    let text = text.split(['?', '#']).next().unwrap_or_default();
    let text = text.split_once("://").map_or(text, |(_, rest)| rest);
    match text.split_once('/') {
        Some((host, path)) if host.contains('.') => path,
        _ => text,
    }
}
