//! Labels of members that the sources leave without one.

use std::collections::{BTreeMap, BTreeSet};

use wechatpay_endpoints::facts::{Facts, Field};

use crate::read::WEBHOOKS;

/// Gives a member without a label that of the members of its name in the product, if these have one label. The resources
/// of events are of many products.
pub(crate) fn complete(facts: &mut Facts) {
    let products = facts.products.iter_mut();
    for (_, types) in products.filter(|(product, _)| *product != WEBHOOKS) {
        let mut known: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for field in types.schemas.values().flatten().filter(is_labelled) {
            let labels = known.entry(field.name.clone()).or_default();
            labels.insert(field.label.clone());
        }
        let fields = types.schemas.values_mut().flatten();
        for field in fields.filter(|field| field.label.is_empty()) {
            let labels = known.get(&field.name).filter(|labels| labels.len() == 1);
            if let Some(label) = labels.and_then(BTreeSet::first) {
                field.label.clone_from(label);
            }
        }
    }
}

fn is_labelled(field: &&Field) -> bool {
    !field.label.is_empty()
}
