use std::fmt;

/// A value that no encoding can keep in its path segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum PathErrorKind {
    /// Empty: the segment would vanish.
    Empty,
    /// `.` or `..`: HTTP software resolves them, encoded or not.
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
    /// NaN or infinite.
    NotFinite,
    /// A list with an item that is `null` or `None`.
    NullInArray,
    /// An object, or a list that holds an object or another list.
    Nested,
    /// Given twice, by two arguments or by two fields.
    Twice,
}

/// A value that no header can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum HeaderErrorKind {
    /// Empty: it says nothing. `None` leaves a header out.
    Empty,
    /// Not ASCII text, or with control characters, or with blanks at its ends.
    Characters,
}

impl fmt::Display for PathErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "is empty",
            Self::Dots => "is `.` or `..`, which would name another path",
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
            Self::Empty => "is empty (`None` leaves it out)",
            Self::Characters => {
                "is not ASCII text without control characters and without blanks at its ends"
            }
        })
    }
}
