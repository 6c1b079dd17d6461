//! `doctor --checklist`: the demands of WeChat Pay's checklists, and the part that the library does of each.

use std::{collections::BTreeMap, io, sync::LazyLock};

use serde::{Deserialize, Serialize};

use crate::{
    failure::{Exit, Failure, Result},
    output::{BOLD, GREEN, Output, RED, Report, YELLOW},
};

/// The demands of all products. A test reads the data, so that a reader never finds it damaged.
static CHECKLIST: LazyLock<Checklist> = LazyLock::new(|| Checklist {
    holds_for: "programs in Rust that call WeChat Pay with wechatpay-client",
    ..serde_json::from_str(include_str!("checklist.json")).unwrap_or_default()
});

/// The programs for which the marks hold.
const HOLDS_FOR: &str = "✓ and + hold only for a program in Rust that calls WeChat Pay with wechatpay-client: in every other \
    program, all of it is by hand";

#[derive(Debug, Clone, Default, Deserialize, Serialize)]
struct Checklist {
    /// The programs for which `covered` holds.
    #[serde(skip_deserializing)]
    holds_for: &'static str,
    /// The products, with their Chinese names.
    products: BTreeMap<String, String>,
    sources: Vec<String>,
    sections: Vec<Section>,
}

#[derive(Debug, Clone, Deserialize, Serialize)]
struct Section {
    title: String,
    label: String,
    demands: Vec<Demand>,
}

#[derive(Debug, Clone, Deserialize, Serialize)]
struct Demand {
    grade: Grade,
    products: Vec<String>,
    covered: Coverage,
    demand: String,
    /// The way in which the library meets the demand, or the work that is left.
    how: String,
}

/// The weight that WeChat Pay gives to a demand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
enum Grade {
    Fatal,
    Required,
    Advice,
}

/// The part of a demand that the library does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
enum Coverage {
    ByConstruction,
    OneCall,
    ByHand,
    NotCovered,
}

/// Prints the demands of one product, or of all.
pub(super) fn run(product: Option<&str>, output: &Output) -> Result<Exit> {
    let mut checklist = CHECKLIST.clone();
    if let Some(product) = product {
        checklist.keep(product)?;
    }
    output.report(&checklist)?;
    Ok(Exit::Success)
}

/// The names of the products.
pub(super) fn products() -> Vec<&'static str> {
    CHECKLIST.products.keys().map(String::as_str).collect()
}

impl Checklist {
    /// Removes the demands of other products.
    fn keep(&mut self, product: &str) -> Result<()> {
        let wanted = product.to_lowercase().replace(['_', ' '], "-");
        let mut products = self.products.iter();
        let known = products.find(|(name, label)| **name == wanted || *label == product);
        let Some((name, label)) = known.map(|(name, label)| (name.clone(), label.clone())) else {
            let products = self.products.iter();
            let products: Vec<_> = products
                .map(|(name, label)| format!("{name} ({label})"))
                .collect();
            let names = self.products.keys().map(String::as_str);
            return Err(Failure::arguments(format!("`{product}` has no checklist"))
                .did_you_mean(product, names)
                .cure(format!("use one of: {}", products.join(", "))));
        };
        for section in &mut self.sections {
            section
                .demands
                .retain(|demand| demand.products.contains(&name));
        }
        self.sections.retain(|section| !section.demands.is_empty());
        self.products = BTreeMap::from([(name, label)]);
        Ok(())
    }

    fn count(&self, covered: Coverage) -> usize {
        let demands = self.sections.iter().flat_map(|section| &section.demands);
        demands.filter(|demand| demand.covered == covered).count()
    }
}

impl Report for Checklist {
    fn write_text(&self, out: &mut dyn io::Write) -> io::Result<()> {
        writeln!(out, "{YELLOW}!{YELLOW:#} {HOLDS_FOR}\n")?;
        for section in &self.sections {
            writeln!(out, "{BOLD}{} ({}){BOLD:#}", section.title, section.label)?;
            for demand in &section.demands {
                demand.write_text(out)?;
            }
            writeln!(out)?;
        }
        writeln!(
            out,
            "{GREEN}✓{GREEN:#} by construction: {}   {GREEN}+{GREEN:#} with one call: {}   {YELLOW}·{YELLOW:#} by hand: {}   {RED}✗{RED:#} not covered: {}",
            self.count(Coverage::ByConstruction),
            self.count(Coverage::OneCall),
            self.count(Coverage::ByHand),
            self.count(Coverage::NotCovered)
        )
    }
}

impl Demand {
    fn write_text(&self, out: &mut dyn io::Write) -> io::Result<()> {
        let (style, mark, words) = match self.covered {
            Coverage::ByConstruction => (GREEN, "✓", "by construction"),
            Coverage::OneCall => (GREEN, "+", "with one call"),
            Coverage::ByHand => (YELLOW, "·", "by hand"),
            Coverage::NotCovered => (RED, "✗", "not covered"),
        };
        let grade = match self.grade {
            Grade::Fatal => " [fatal]",
            Grade::Required => "",
            Grade::Advice => " [advice]",
        };
        writeln!(out, "{style}{mark}{style:#} {}{grade}", self.demand)?;
        writeln!(out, "    {words}: {}", self.how)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_product_has_demands_and_every_demand_known_products() {
        let checklist = &*CHECKLIST;
        let demands: Vec<_> = checklist
            .sections
            .iter()
            .flat_map(|section| &section.demands)
            .collect();
        assert_eq!(demands.len(), 64);
        for product in checklist.products.keys() {
            let has_product = |demand: &&Demand| demand.products.contains(product);
            assert!(demands.iter().any(has_product), "{product}");
        }
        for demand in demands {
            assert!(!demand.products.is_empty(), "{}", demand.demand);
            for product in &demand.products {
                assert!(checklist.products.contains_key(product), "{product}");
            }
        }
    }
}
