//! Values that must not enter a signed message.

use std::{error, fmt};

/// Why a value is not signed.
///
/// WeChat Pay verifies the bytes of a message only. A line feed in a value moves the borders between the
/// values: the parameters of a front end could then be an API request, such as a refund.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum SignedValueProblem {
    /// Empty.
    Empty,
    /// Holds a control character, such as a line feed, which ends a line of the message.
    ControlCharacter,
    /// Holds a blank, which ends a part of the request line.
    Blank,
    /// Does not begin with `/`: the target of a request is its path and query, without scheme and host.
    NotAPath,
    /// Holds `"`, `\` or a character that is not ASCII. The `Authorization` header cannot carry it.
    NotForHeader,
    /// Holds a character that separates names and values in this message.
    Separator {
        /// The character.
        character: char,
    },
}

impl fmt::Display for SignedValueProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("is empty"),
            Self::ControlCharacter => f.write_str("holds a control character, such as a line feed"),
            Self::Blank => f.write_str("holds a blank"),
            Self::NotAPath => {
                f.write_str("does not begin with `/`: leave out the scheme and the host")
            }
            Self::NotForHeader => f.write_str(
                "holds `\"`, `\\` or a character that is not ASCII, which the Authorization header \
                 cannot carry",
            ),
            Self::Separator { character } => {
                write!(
                    f,
                    "holds `{character}`, which separates names and values in the message"
                )
            }
        }
    }
}

impl error::Error for SignedValueProblem {}
