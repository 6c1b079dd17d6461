//! Errors of a single argument of a call: a path value, a query parameter or a header.

use std::fmt;

/// The kind of a [`RequestErrorKind::PathArgument`](crate::error::RequestErrorKind::PathArgument): the reason why a path
/// value cannot be sent. No encoding would keep such a value inside its path segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum PathErrorKind {
    /// The path value is empty, so its path segment would be empty too.
    Empty,
    /// The path value is `.` or `..`, which HTTP software removes from a path, encoded or not.
    Dots,
}

impl PathErrorKind {
    pub(crate) fn find_in(value: &str) -> Option<Self> {
        match value {
            "" => Some(Self::Empty),
            "." | ".." => Some(Self::Dots),
            _ => None,
        }
    }
}

/// The kind of a [`RequestErrorKind::QueryArgument`](crate::error::RequestErrorKind::QueryArgument): the reason why a
/// query parameter cannot be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum QueryErrorKind {
    /// The query parameter is a number that is NaN or infinite.
    NotFinite,
    /// The query parameter is a list with an item that is `null` or `None`.
    NullInArray,
    /// The query parameter is an object, or a list that holds an object or another list.
    Nested,
    /// The query parameter is given twice, by two arguments or two fields.
    Twice,
    /// The query parameter is sensitive (敏感信息) and not encrypted: no [`Sensitive`](crate::Sensitive) wrote it.
    NotEncrypted,
}

/// The kind of a [`RequestErrorKind::HeaderArgument`](crate::error::RequestErrorKind::HeaderArgument): the reason why
/// the value of a header cannot be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum HeaderErrorKind {
    /// The value of the header is empty. Use `None` to leave a header out.
    Empty,
    /// The value of the header is not ASCII, has control characters, or begins or ends with white space.
    Characters,
}

impl fmt::Display for PathErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "is empty: pass a value",
            Self::Dots => "is `.` or `..`, which would change the path: pass another value",
        })
    }
}

impl fmt::Display for QueryErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotFinite => "is NaN or infinite: send a finite number",
            Self::NullInArray => "is a list that holds `null` (or `None`): leave that item out",
            Self::Nested => {
                "is an object or a nested list: send a string, number, bool or list of these"
            }
            Self::Twice => "is given twice, by two arguments or fields: remove one",
            Self::NotEncrypted => {
                "is not encrypted: make its type `Sensitive`, or declare it as `#[query] #[unlisted]` if WeChat Pay \
                 takes it in clear"
            }
        })
    }
}

impl fmt::Display for HeaderErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "is empty: use `None` to leave the header out",
            Self::Characters => {
                "has non-ASCII or control characters, or white space at an end: remove them"
            }
        })
    }
}
