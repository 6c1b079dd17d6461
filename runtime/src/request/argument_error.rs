//! Errors of a single argument of a call: a path value, a query parameter or a header.

use std::fmt;

/// Why a path value cannot be sent: no encoding would keep it inside its path segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum PathErrorKind {
    /// The value is empty, so its segment would vanish.
    Empty,
    /// The value is `.` or `..`, which HTTP software resolves, encoded or not.
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

/// Why a query parameter cannot be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum QueryErrorKind {
    /// The value is NaN or infinite.
    NotFinite,
    /// The value is a list with an item that is `null` or `None`.
    NullInArray,
    /// The value is an object, or a list that holds an object or another list.
    Nested,
    /// The parameter is given twice, by two arguments or two fields.
    Twice,
}

/// Why the value of a header cannot be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum HeaderErrorKind {
    /// The value is empty. Use `None` to leave a header out.
    Empty,
    /// The value is not ASCII, or has control characters or white space at its ends.
    Characters,
}

impl fmt::Display for PathErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "is empty",
            Self::Dots => "is `.` or `..`, which would change the path",
        })
    }
}

impl fmt::Display for QueryErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotFinite => "is NaN or infinite",
            Self::NullInArray => "is a list that holds `null` (or `None`)",
            Self::Nested => "is not a string, number, bool or list of these",
            Self::Twice => "is given twice",
        })
    }
}

impl fmt::Display for HeaderErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "is empty: use `None` to leave it out",
            Self::Characters => {
                "must be ASCII without control characters or surrounding white space"
            }
        })
    }
}
