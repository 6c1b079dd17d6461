//! The families of products, and their traits.

use serde::{Deserialize, Serialize};

/// Products that a merchant looks for together. A family is a module and a feature of this crate.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[non_exhaustive]
pub struct Family {
    /// In snake_case.
    pub name: String,
    /// The Chinese name.
    pub label: String,
    /// In the order of the documentation.
    pub products: Vec<Product>,
}

/// A product: a module inside that of its family.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[non_exhaustive]
pub struct Product {
    /// The name in [`Facts::products`](super::Facts::products).
    pub name: String,
    /// The name of the module.
    pub module: String,
    /// The Chinese name.
    pub label: String,
    /// Each with a part of the operations.
    pub traits: Vec<Trait>,
}

/// Operations in one trait.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[non_exhaustive]
pub struct Trait {
    /// In PascalCase.
    pub name: String,
    /// The Chinese name.
    pub label: String,
    /// The names of the operations, which are those of the methods.
    pub operations: Vec<String>,
}

impl Family {
    /// A family without products.
    #[must_use]
    pub fn new(name: &str, label: &str) -> Self {
        Self {
            name: name.to_owned(),
            label: label.to_owned(),
            products: Vec::new(),
        }
    }
}

impl Product {
    /// A product without operations.
    #[must_use]
    pub fn new(name: &str, module: &str, label: &str) -> Self {
        Self {
            name: name.to_owned(),
            module: module.to_owned(),
            label: label.to_owned(),
            traits: Vec::new(),
        }
    }
}

impl Trait {
    /// A trait of these operations.
    #[must_use]
    pub fn new(name: &str, label: &str, operations: Vec<String>) -> Self {
        Self {
            name: name.to_owned(),
            label: label.to_owned(),
            operations,
        }
    }
}
