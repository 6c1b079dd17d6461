//! A value of a request with its field.

use wechatpay_client::validation::Check;

use crate::facts::{Field, Type};

/// A value of a field, or an item of its list.
#[derive(Clone, Copy)]
pub(super) struct Slot<'a> {
    pub(super) field: &'a Field,
    pub(super) ty: &'a Type,
    pub(super) is_item: bool,
}

impl<'a> Slot<'a> {
    pub(super) const fn of(field: &'a Field) -> Self {
        Self {
            field,
            ty: &field.ty,
            is_item: false,
        }
    }

    /// An item of the list, if the value is one.
    pub(super) fn item(self) -> Option<Self> {
        match self.ty {
            Type::Array(ty) => Some(Self {
                ty,
                is_item: true,
                ..self
            }),
            _ => None,
        }
    }

    /// Tests if the value is a time.
    pub(super) fn is_time(self) -> bool {
        let format = match self.is_item {
            true => &self.field.item_format,
            false => &self.field.format,
        };
        format.as_deref() == Some("rfc3339")
    }

    pub(super) fn checks(self) -> impl Iterator<Item = Check<'a>> {
        let limits = &self.field.limits;
        let (min_length, max_length) = match self.is_item {
            true => (limits.item_min_length, limits.item_max_length),
            false => (limits.min_length, limits.max_length),
        };
        let checks = [
            min_length.map(Check::MinLength),
            max_length.map(Check::MaxLength),
            limits.minimum.map(Check::Minimum),
            limits.maximum.map(Check::Maximum),
            limits.min_items.map(Check::MinItems),
            limits.max_items.map(Check::MaxItems),
            limits.pattern.as_deref().map(Check::Pattern),
        ];
        checks.into_iter().flatten()
    }
}
