//! The reason why a text names no operation.

use std::fmt::{self, Display};

use crate::facts::{Event, Operation};

/// The most operations that a message lists for a text in their names.
const LIKE: usize = 10;

/// A text that does not name one operation.
#[derive(Clone, Debug, PartialEq)]
pub struct FindError<'a> {
    text: String,
    kind: FindErrorKind<'a>,
}

/// The reason why a text does not name one operation.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum FindErrorKind<'a> {
    /// Several operations have this name, or this path but for the names of its placeholders.
    Several(Vec<&'a Operation>),
    /// The path has other methods.
    OtherMethod(Vec<&'a Operation>),
    /// The text begins with the name of a product, which has these operations.
    Product(Vec<&'a Operation>),
    /// These operations have the text in their names or Chinese labels.
    Like(Vec<&'a Operation>),
    /// The text is the type of a notification event.
    Event(&'a Event),
    /// Nothing like it is known, or only this operation, which is probably meant.
    Unknown(Option<&'a Operation>),
}

impl<'a> FindError<'a> {
    pub(super) fn new(text: &str, kind: FindErrorKind<'a>) -> Self {
        let text = text.trim().escape_debug().to_string();
        Self { text, kind }
    }

    /// The reason.
    #[must_use]
    pub const fn kind(&self) -> &FindErrorKind<'a> {
        &self.kind
    }
}

impl Display for FindError<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = &self.text;
        match &self.kind {
            FindErrorKind::Several(operations) => {
                write!(f, "`{text}` may be any of these operations; name one:")?;
                list(f, operations)
            }
            FindErrorKind::OtherMethod(operations) => {
                write!(f, "no known operation is `{text}`; the path belongs to:")?;
                list(f, operations)
            }
            FindErrorKind::Product(operations) => {
                let product = operations
                    .first()
                    .map_or("", |operation| &operation.product);
                write!(
                    f,
                    "no known operation is `{text}`; the product `{product}` has:"
                )?;
                list(f, operations)
            }
            FindErrorKind::Like(operations) => {
                write!(f, "no known operation is `{text}`; like it are:")?;
                let (shown, more) = operations.split_at(operations.len().min(LIKE));
                list(f, shown)?;
                match more.len() {
                    0 => Ok(()),
                    more => write!(f, "\n  and {more} more"),
                }
            }
            FindErrorKind::Event(event) => write!(
                f,
                "`{}` is a notification event, and no operation: receive it with `Notifications::parse`, and decode it \
                 with `Notification::resource`",
                event.event_type
            ),
            FindErrorKind::Unknown(nearest) => {
                write!(f, "no known operation is `{text}`")?;
                if let Some(nearest) = nearest {
                    let name = nearest.full_name();
                    write!(f, "; did you mean `{nearest}`, which is `{name}`?")?;
                }
                f.write_str(
                    "\nwrite `METHOD /path` or `product.name`; to declare an operation that is not known, write the \
                     trait with `unlisted`",
                )
            }
        }
    }
}

impl std::error::Error for FindError<'_> {}

fn list(f: &mut fmt::Formatter<'_>, operations: &[&Operation]) -> fmt::Result {
    operations.iter().try_for_each(|operation| {
        write!(f, "\n  `{operation}`, which is `{}`", operation.full_name())
    })
}
