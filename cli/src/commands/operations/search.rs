//! The search for operations by words.

use std::cmp::Reverse;

use wechatpay_endpoints::{
    facts,
    facts::{Event, Family, FindErrorKind, Operation, Product},
};

use super::events;

/// The most operations that are named if none fits.
const NEAREST: usize = 8;

/// A search: all words must fit, and the filters too.
#[derive(Debug)]
pub(super) struct Search<'a> {
    words: Vec<String>,
    family: Option<&'a str>,
    method: Option<&'a str>,
}

impl<'a> Search<'a> {
    /// A search for arguments, each of which may be several words.
    pub(super) fn new(arguments: &[String]) -> Self {
        let words = arguments.iter().flat_map(|text| text.split_whitespace());
        Self {
            words: words.map(str::to_owned).collect(),
            family: None,
            method: None,
        }
    }

    pub(super) const fn filtered_by(
        mut self,
        family: Option<&'a str>,
        method: Option<&'a str>,
    ) -> Self {
        self.family = family;
        self.method = method;
        self
    }

    /// The words and the filters as they are written.
    pub(super) fn text(&self) -> String {
        let mut words = self.words.to_vec();
        for (name, filter) in [("--family", self.family), ("--method", self.method)] {
            words.extend(filter.map(|value| format!("{name} {value}")));
        }
        words.join(" ")
    }

    /// The operations that fit, the best first.
    pub(super) fn operations(&self) -> Vec<&'static Operation> {
        let mut found: Vec<_> = self
            .filtered()
            .filter(|operation| {
                let text = Text::of(operation);
                self.words.iter().all(|word| text.fits(word))
            })
            .collect();
        let whole = self.words.join(" ");
        found.sort_by_key(|operation| {
            (
                operation.deprecated,
                operation.label != whole && operation.name != whole,
            )
        });
        found
    }

    /// The events that a word means.
    pub(super) fn events(&self) -> Vec<&'static Event> {
        let fits = |event: &&Event| self.words.iter().any(|word| events::fits(event, word));
        facts().events.iter().filter(fits).collect()
    }

    /// The operations most like the words, if none fits: the one that `facts().find` means, or those that the most words
    /// fit.
    pub(super) fn nearest(&self) -> Vec<&'static Operation> {
        if let Err(error) = facts().find(&self.words.join(" ")) {
            match error.kind() {
                FindErrorKind::Unknown(Some(operation)) => return vec![operation],
                FindErrorKind::Several(operations)
                | FindErrorKind::OtherMethod(operations)
                | FindErrorKind::Product(operations) => {
                    return operations.iter().copied().take(NEAREST).collect();
                }
                _ => {}
            }
        }
        let ranked = self.filtered().filter_map(|operation| {
            let score = self.likeness(operation);
            (score > 0).then_some((score, operation))
        });
        let mut ranked: Vec<_> = ranked.collect();
        // If two texts share equally many parts with the words, the shorter text is the closer one.
        let length = |operation: &Operation| operation.label.len() + operation.path.len();
        ranked.sort_by_key(|(score, operation)| (Reverse(*score), length(operation)));
        let best = ranked.first().map_or(0, |(score, _)| *score);
        let near = ranked.into_iter().filter(|(score, _)| *score * 2 > best);
        near.map(|(_, operation)| operation).take(NEAREST).collect()
    }

    /// The number of parts that words and texts have in common: single Chinese characters, or pairs of other letters.
    fn likeness(&self, operation: &'static Operation) -> usize {
        let Text { text, .. } = Text::of(operation);
        let words = self.words.iter().map(|word| word.to_lowercase());
        words
            .map(|word| match word.is_ascii() {
                true => pieces(&word)
                    .map(|piece| shared_by_word(piece, &text))
                    .sum(),
                false => shared(&word, &text),
            })
            .sum()
    }

    fn filtered(&self) -> impl Iterator<Item = &'static Operation> {
        facts().operations.iter().filter(|operation| {
            let is_family = |name: &str| {
                product_of(operation).is_some_and(|(family, _)| family.name == name)
                    || operation.product == name
            };
            self.method
                .is_none_or(|method| method.eq_ignore_ascii_case(&operation.method))
                && self.family.is_none_or(is_family)
        })
    }
}

/// The parts of a word that a text has. Less than half of them is chance.
fn shared(word: &str, text: &str) -> usize {
    let parts = parts(word);
    let shared = parts.iter().filter(|part| text.contains(&***part)).count();
    if shared * 2 >= parts.len() { shared } else { 0 }
}

/// The parts that the most similar word of a text has. In all words of a text, a word finds most of its pairs by chance.
fn shared_by_word(word: &str, text: &str) -> usize {
    let words = pieces(text).map(|other| shared(word, other));
    words.max().unwrap_or_default()
}

fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|piece| !piece.is_empty())
}

/// The Chinese characters of a word, or the pairs of its letters.
fn parts(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let size = if word.is_ascii() { 2 } else { 1 };
    letters
        .windows(size)
        .map(|part| part.iter().collect())
        .collect()
}

/// The family and the product of an operation.
pub(super) fn product_of(operation: &Operation) -> Option<(&'static Family, &'static Product)> {
    facts().families.iter().find_map(|family| {
        let mut products = family.products.iter();
        let product = products.find(|product| product.name == operation.product)?;
        Some((family, product))
    })
}

/// The path of the method in `wechatpay-endpoints`.
pub(super) fn typed(operation: &Operation) -> Option<String> {
    let (family, product) = product_of(operation)?;
    let mut traits = product.traits.iter();
    let found = traits.find(|found| found.operations.contains(&operation.name))?;
    let (family, product) = (&family.name, &product.module);
    Some(format!(
        "wechatpay_endpoints::{family}::{product}::{}::{}",
        found.name, operation.name
    ))
}

/// The text of an operation that words may fit, in lower case.
struct Text {
    text: String,
    /// The path of the method in `wechatpay-endpoints`.
    typed: String,
    operation: &'static Operation,
}

impl Text {
    fn of(operation: &'static Operation) -> Self {
        let product = product_of(operation).map_or("", |(_, product)| &product.label);
        let name = operation.full_name();
        let text = format!("{}\n{operation}\n{name}\n{product}", operation.label);
        Self {
            text: text.to_lowercase(),
            typed: typed(operation).unwrap_or_default().to_lowercase(),
            operation,
        }
    }

    fn fits(&self, word: &str) -> bool {
        let lower = word.to_lowercase();
        self.text.contains(&lower)
            || self.is_typed(&lower)
            || self.is_page(&lower)
            || events::of(self.operation).any(|event| events::fits(event, word))
    }

    /// Tests if a word is the URL of a documentation page.
    fn is_page(&self, word: &str) -> bool {
        let Some((_, page)) = word.split_once("pay.weixin.qq.com") else {
            return false;
        };
        let page = page.split(['?', '#']).next().unwrap_or_default();
        let mut pages = self.operation.docs.iter();
        pages.any(|known| known.eq_ignore_ascii_case(page))
    }

    /// Tests if a word is the trait, or a part of the path with `::`. Another part, such as the family, fits too many.
    fn is_typed(&self, word: &str) -> bool {
        match word.contains("::") {
            true => self.typed.contains(word),
            false => self.typed.rsplit("::").nth(1) == Some(word),
        }
    }
}
