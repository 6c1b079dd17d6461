//! The events of products: those that tell of their operations.

use wechatpay_endpoints::{
    facts,
    facts::{Event, Operation},
};

/// The first part of an event's type and the products, a line each.
const PRODUCTS: &str = include_str!("events.txt");

/// The events of the product of an operation.
pub(super) fn of(operation: &Operation) -> impl Iterator<Item = &'static Event> {
    let names: Vec<_> = lines()
        .filter(|(_, products)| {
            products
                .split(' ')
                .any(|product| product == operation.product)
        })
        .map(|(name, _)| name)
        .collect();
    let mut events = facts().events.iter();
    std::iter::from_fn(move || events.find(|event| names.contains(&first(event))))
}

/// Tests if a search means an event: its type, or the beginning of its type in capitals, or a part of its label that ends with 通知.
pub(super) fn fits(event: &Event, word: &str) -> bool {
    let label = event.label.as_deref().unwrap_or_default();
    let is_type = word.starts_with(|c: char| c.is_ascii_uppercase());
    is_type && event.event_type.starts_with(word)
        || event.event_type.eq_ignore_ascii_case(word)
        || word.ends_with("通知") && label.contains(word)
}

/// The first part of an event's type.
fn first(event: &Event) -> &str {
    event.event_type.split('.').next().unwrap_or_default()
}

fn lines() -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = PRODUCTS.lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| line.split_once(' ').unwrap_or((line, "")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_event_is_listed_and_every_product_is_known() {
        for event in &facts().events {
            let name = first(event);
            assert!(lines().any(|(known, _)| known == name), "{name}");
        }
        for (name, products) in lines() {
            let mut events = facts().events.iter();
            assert!(events.any(|event| first(event) == name), "{name}");
            for product in products.split_whitespace() {
                let mut operations = facts().operations.iter();
                assert!(
                    operations.any(|operation| operation.product == product),
                    "{product}"
                );
            }
        }
    }
}
