//! The type and the limits of one value that holds no others.

use serde_json::Value;
use wechatpay_endpoints::facts::{Enum, Field, Limits, Type};

use crate::{patterns, times::is_rfc3339};

/// The limits and the format of a value: those of a field, or of the items of its list.
#[derive(Clone, Default)]
pub(super) struct Place<'a> {
    limits: Limits,
    pub(super) format: Option<&'a str>,
    item_format: Option<&'a str>,
}

impl<'a> Place<'a> {
    pub(super) fn of(field: &'a Field) -> Self {
        Self {
            limits: field.limits.clone(),
            format: field.format.as_deref(),
            item_format: field.item_format.as_deref(),
        }
    }

    /// The place of an item.
    pub(super) fn item(&self) -> Self {
        let mut limits = Limits::default();
        limits.min_length = self.limits.item_min_length;
        limits.max_length = self.limits.item_max_length;
        Self {
            limits,
            format: self.item_format,
            item_format: None,
        }
    }

    /// The reason why a list of so many items does not fit.
    pub(super) fn misfit_of_list(&self, items: usize) -> Option<String> {
        let Limits {
            min_items,
            max_items,
            ..
        } = self.limits;
        outside(items as u64, min_items, max_items).map(|range| format!("{items} items: {range}"))
    }

    /// The fewest items of a list that has some.
    pub(super) fn items(&self) -> usize {
        usize::try_from(self.limits.min_items.unwrap_or(1))
            .unwrap_or(1)
            .max(1)
    }

    /// The text, cut or lengthened to its limits.
    pub(super) fn text(&self, text: &str) -> String {
        let size = |limit: u64| usize::try_from(limit).unwrap_or(usize::MAX);
        let length = text.chars().count();
        let length = length.max(self.limits.min_length.map_or(0, size));
        let length = length.min(self.limits.max_length.map_or(usize::MAX, size));
        text.chars().cycle().take(length).collect()
    }

    /// The number, or the nearest one within the limits.
    pub(super) fn number(&self, number: i64) -> i64 {
        let number = number.max(self.limits.minimum.unwrap_or(i64::MIN));
        number.min(self.limits.maximum.unwrap_or(i64::MAX))
    }

    fn misfit_of_text(&self, text: &str) -> Option<String> {
        let Limits {
            min_length,
            max_length,
            pattern,
            ..
        } = &self.limits;
        let length = text.chars().count() as u64;
        if let Some(range) = outside(length, *min_length, *max_length) {
            return Some(format!("{length} characters: {range}"));
        }
        if self.format == Some("rfc3339") && !is_rfc3339(text) {
            return Some(format!("{text} is no time of RFC 3339"));
        }
        let pattern = pattern.as_deref()?;
        match patterns::compile(pattern) {
            Ok(expression) if expression.is_match(text) => None,
            Ok(_) => Some(format!("the text does not match `{pattern}`")),
            Err(error) => Some(error.to_string()),
        }
    }

    fn misfit_of_number(&self, number: i64) -> Option<String> {
        let Limits {
            minimum, maximum, ..
        } = self.limits;
        outside(number, minimum, maximum).map(|range| format!("{number}: {range}"))
    }
}

/// The reason why a value that holds no others does not fit. `listed` is the enum that the type is.
pub(super) fn misfit(
    ty: &Type,
    listed: Option<&Enum>,
    place: &Place<'_>,
    value: &Value,
) -> Option<String> {
    if let Some(listed) = listed {
        let is_listed = listed.values.contains(value);
        return (!is_listed).then(|| format!("{value} is no listed value"));
    }
    match (ty, value) {
        (Type::String, Value::String(text)) => place.misfit_of_text(text),
        (Type::Int, value) if value.is_i64() => place.misfit_of_number(value.as_i64()?),
        (Type::Number, Value::Number(_))
        | (Type::Bool, Value::Bool(_))
        | (Type::Object, Value::Object(_))
        | (Type::File, Value::String(_))
        | (Type::Any, _) => None,
        (ty, value) => Some(format!("{value} is no `{ty}`")),
    }
}

/// The range that a value is outside of.
fn outside<T: PartialOrd + std::fmt::Display>(
    value: T,
    least: Option<T>,
    most: Option<T>,
) -> Option<String> {
    match (least, most) {
        (Some(least), _) if value < least => Some(format!("at least {least}")),
        (_, Some(most)) if value > most => Some(format!("at most {most}")),
        _ => None,
    }
}
