//! Labels of members and parameters that a product repeats, and that are no names.

use serde::Deserialize;
use wechatpay_endpoints::facts::{Facts, Field};

use super::strict::{Confidence, Sources};
use crate::{Result, names::check_label};

/// The label of the members and parameters of one name, in some products.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Label {
    products: Vec<String>,
    field: String,
    from: String,
    to: String,
    #[serde(rename = "confidence")]
    _confidence: Confidence,
    #[serde(rename = "sources")]
    _sources: Sources,
}

impl Label {
    /// Replaces the label wherever a member or a parameter of the name has it.
    pub(super) fn apply(&self, facts: &mut Facts) -> Result<()> {
        check_label(&self.to)?;
        let Self {
            field, from, to, ..
        } = self;
        for product in &self.products {
            let mut is_found = false;
            for member in fields(facts, product) {
                if member.name == *field && member.label == *from {
                    member.label.clone_from(to);
                    is_found = true;
                }
            }
            if !is_found {
                return Err(format!("{product}: no `{field}` has the label `{from}`").into());
            }
        }
        Ok(())
    }
}

/// The parameters and members of a product.
fn fields<'a>(facts: &'a mut Facts, product: &'a str) -> impl Iterator<Item = &'a mut Field> {
    let operations = facts.operations.iter_mut();
    let operations = operations.filter(move |operation| operation.product == product);
    let params = operations.flat_map(|operation| &mut operation.params);
    let params = params.map(|parameter| &mut parameter.field);
    let types = facts.products.get_mut(product).into_iter();
    params.chain(types.flat_map(|types| types.schemas.values_mut().flatten()))
}
