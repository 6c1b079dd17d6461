//! The example that a member or a parameter has itself.

use std::collections::BTreeMap;

use serde_json::Value;
use wechatpay_endpoints::facts::{Enum, Facts, Field, Type};

use super::limits::{Place, misfit};

/// Removes each example that contradicts the type, the values or the limits of its member. The example of a sensitive
/// member is a ciphertext, which has no limits. A number that stands for a text of digits becomes one.
pub(crate) fn remove_misfits(facts: &mut Facts) {
    for operation in &mut facts.operations {
        let types = facts.products.get(&operation.product);
        let none = BTreeMap::new();
        let enums = types.map_or(&none, |types| &types.enums);
        let params = operation.params.iter_mut();
        params.for_each(|parameter| remove_misfit(&mut parameter.field, enums));
    }
    for types in facts.products.values_mut() {
        let fields = types.schemas.values_mut().flatten();
        fields.for_each(|field| remove_misfit(field, &types.enums));
    }
}

fn remove_misfit(field: &mut Field, enums: &BTreeMap<String, Enum>) {
    if let (Type::String, Some(Value::Number(number))) = (&field.ty, &field.example) {
        field.example = Some(number.to_string().into());
    }
    let place = Place::of(field);
    let fits = |example: &Value| field.sensitive || fits(&field.ty, &place, enums, example);
    if !field.example.as_ref().is_none_or(fits) {
        field.example = None;
    }
}

/// Tests if an example fits. The example of a list is that of an item in some sources.
fn fits(ty: &Type, place: &Place<'_>, enums: &BTreeMap<String, Enum>, example: &Value) -> bool {
    match (ty, example) {
        (Type::Array(item), Value::Array(examples)) => {
            let place = place.item();
            examples
                .iter()
                .all(|example| fits(item, &place, enums, example))
        }
        (Type::Array(item), example) => fits(item, &place.item(), enums, example),
        (Type::Schema(_) | Type::Json(_), _) => true,
        (Type::Enum(name), example) => misfit(ty, enums.get(name), place, example).is_none(),
        (ty, example) => misfit(ty, None, place, example).is_none(),
    }
}
