//! Search for an operation, in the words of a user.

mod error;
mod nearest;
mod query;
#[cfg(test)]
mod tests;

pub use self::error::{FindError, FindErrorKind};
use self::query::{Query, Segment};
use super::{Event, Facts, Operation};

impl Facts {
    /// The only operation that a text names.
    ///
    /// | text | such as |
    /// |---|---|
    /// | method and path | `GET /v3/refund/domestic/refunds/{out_refund_no}` |
    /// | the path only, if it has one method | `/v3/refund/domestic/refunds` |
    /// | the words of the attribute | `POST "/v3/refund/domestic/refunds"` |
    /// | a URL | `GET https://api.mch.weixin.qq.com/v3/refund/domestic/refunds/1217752501?sub_mchid=1900000109` |
    /// | the name, with its product or without | `refund.create_refund`, or with `::` |
    ///
    /// Placeholders may have other names than the official ones, or values.
    ///
    /// # Errors
    ///
    /// [`FindError`]: the text names no operation, or several. Its [`kind`](FindError::kind) holds what the text may
    /// mean.
    pub fn find(&self, text: &str) -> Result<&Operation, FindError<'_>> {
        let query = Query::parse(text);
        let found = match &query {
            Query::Path { method, segments } => self.at(method.as_deref(), segments),
            Query::Name(name) => self.named(name),
        };
        let kind = match *found {
            [operation] => return Ok(operation),
            [] => self.otherwise(&query),
            _ => FindErrorKind::Several(found),
        };
        Err(FindError::new(text, kind))
    }

    /// The operations of a method and a path: with the names of the placeholders, or else with the fewest values in
    /// their place.
    fn at(&self, method: Option<&str>, segments: &[Segment]) -> Vec<&Operation> {
        let operations = self.operations.iter();
        let operations = operations.filter(|operation| operation.has_method(method));
        least(
            operations.filter_map(|operation| {
                Some((self.difference(segments, &operation.path)?, operation))
            }),
        )
    }

    /// The number of values for placeholders, then that of other names; `None` if the path is another one.
    fn difference(&self, segments: &[Segment], path: &str) -> Option<(usize, usize)> {
        let official = query::segments(path);
        if segments.len() != official.len() {
            return None;
        }
        let mut difference = (0, 0);
        for (segment, official) in segments.iter().zip(official) {
            match (segment, official) {
                (segment, official) if *segment == official => {}
                (Segment::Placeholder(_), Segment::Placeholder(_)) => difference.1 += 1,
                (Segment::Literal(text), Segment::Placeholder(_)) if self.is_value(text) => {
                    difference.0 += 1;
                }
                _ => return None,
            }
        }
        Some(difference)
    }

    /// Tests if a segment looks like a value: no path has it, and it is more than words.
    fn is_value(&self, text: &str) -> bool {
        let is_word = |c: char| c.is_ascii_lowercase() || c == '-' || c == '_';
        let is_segment = !text.contains(char::is_whitespace);
        let has = |operation: &Operation| {
            let mut segments = operation.path.split('/');
            segments.any(|known| known.eq_ignore_ascii_case(text))
        };
        is_segment && !text.chars().all(is_word) && !self.operations.iter().any(has)
    }

    /// The operations of a name: with its product, or else without.
    fn named(&self, name: &str) -> Vec<&Operation> {
        least(self.operations.iter().filter_map(|operation| {
            let is_full = operation.full_name() == name;
            (is_full || operation.name == name).then_some((!is_full, operation))
        }))
    }

    /// The reason why a query names no operation.
    fn otherwise(&self, query: &Query) -> FindErrorKind<'_> {
        match query {
            Query::Path { method, segments } => match self.at(None, segments) {
                found if found.is_empty() => {
                    FindErrorKind::Unknown(self.nearest(method.as_deref(), segments))
                }
                found => FindErrorKind::OtherMethod(found),
            },
            Query::Name(name) => self.not_named(name),
        }
    }

    /// The reason why a name is that of no operation.
    fn not_named(&self, name: &str) -> FindErrorKind<'_> {
        let same = |event: &&Event| event.event_type.eq_ignore_ascii_case(name);
        if let Some(event) = self.events.iter().find(same) {
            return FindErrorKind::Event(event);
        }
        let text = name;
        let (product, name) = name.split_once('.').unwrap_or((name, ""));
        let has_name = |operation: &&Operation| operation.name == name;
        let of_product = |operation: &&Operation| operation.product == product;
        let with_name: Vec<_> = self.operations.iter().filter(has_name).collect();
        let with_product: Vec<_> = self.operations.iter().filter(of_product).collect();
        match *with_name {
            _ if !product.is_empty() && !with_product.is_empty() => {
                FindErrorKind::Product(with_product)
            }
            [] => self.like(text),
            [nearest] => FindErrorKind::Unknown(Some(nearest)),
            _ => FindErrorKind::Several(with_name),
        }
    }

    /// The operations with a text in their names or Chinese labels.
    fn like(&self, text: &str) -> FindErrorKind<'_> {
        let is_like = |operation: &&Operation| {
            !text.is_empty() && (operation.name.contains(text) || operation.label.contains(text))
        };
        let operations: Vec<_> = self.operations.iter().filter(is_like).collect();
        match operations.is_empty() {
            true => FindErrorKind::Unknown(None),
            false => FindErrorKind::Like(operations),
        }
    }
}

/// The operations with the least rank.
fn least<'a, R: Ord>(ranked: impl Iterator<Item = (R, &'a Operation)>) -> Vec<&'a Operation> {
    let ranked: Vec<_> = ranked.collect();
    let least = ranked.iter().map(|(rank, _)| rank).min();
    let nearest = ranked.iter().filter(|(rank, _)| Some(rank) == least);
    nearest.map(|(_, operation)| *operation).collect()
}

impl Operation {
    /// The product and the name, such as `refund.create_refund`; only the name of an operation without a product.
    #[must_use]
    pub fn full_name(&self) -> String {
        match &*self.product {
            "" => self.name.clone(),
            product => format!("{product}.{}", self.name),
        }
    }

    /// Tests if the operation has a method, if one is given.
    fn has_method(&self, method: Option<&str>) -> bool {
        method.is_none_or(|method| method == self.method)
    }
}
