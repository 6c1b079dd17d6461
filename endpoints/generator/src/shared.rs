//! The types of one product that operations and events share.

use std::collections::{BTreeMap, BTreeSet};

use wechatpay_endpoints::facts::{Enum, Field, Type, Types, Witnesses};

use crate::{Result, names::joined};

/// Stands between the name of a type and the number of its copy.
pub(crate) const MARK: char = '#';

/// Stands after the name of a type of responses, if a type of requests has the name.
pub(crate) const RECEIVED: char = '@';

/// The witnesses of a shared type.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sharing {
    /// Types are shared only if their witnesses decide the same, so that the witnesses are those of each operation.
    Exact,
    /// The witnesses of all operations with the type are united, those of requests and those of responses apart.
    United,
}

/// The direction in which a type goes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Side {
    Sent,
    Received,
}

impl Side {
    const fn other(self) -> Self {
        match self {
            Self::Sent => Self::Received,
            Self::Received => Self::Sent,
        }
    }
}

/// The order in which operations and events take names for their types.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Turn {
    /// The types are as the sources state them, and keep their names.
    Known,
    /// The types were corrected: a type that differs takes another name.
    Changed,
    /// The operation is an addition. It has no witnesses and no corrections, so its types are those of the others.
    Added,
}

/// The operation or the event that a type belongs to.
#[derive(Clone, Copy)]
pub(crate) struct Owner<'a> {
    /// The method and path, or the type of the event.
    pub(crate) key: &'a str,
    /// The beginning of names for its own types.
    pub(crate) name: &'a str,
    pub(crate) product: &'a str,
    pub(crate) side: Side,
}

/// The shared types of one product.
pub(crate) struct Shared {
    sharing: Sharing,
    pub(crate) types: Types,
    /// The names of all originals: no other type may take one. Those of additions are not here, so that an addition
    /// renames no type.
    reserved: BTreeSet<String>,
    /// The names of the originals that requests have, but for additions.
    sent: BTreeSet<String>,
    /// The shared types that were made of one original, apart by side if the type is a schema whose witnesses are united.
    variants: BTreeMap<(Option<Side>, String), Vec<String>>,
}

impl Shared {
    pub(crate) fn new(sharing: Sharing) -> Self {
        Self {
            sharing,
            types: Types::default(),
            reserved: BTreeSet::new(),
            sent: BTreeSet::new(),
            variants: BTreeMap::new(),
        }
    }

    /// Reserves the names of the originals of a copy and of the types of its members.
    pub(crate) fn reserve(&mut self, ty: &Type, from: &Types, side: Side, turn: Turn) {
        let (Type::Schema(name) | Type::Enum(name)) = ty.innermost() else {
            return;
        };
        let original = original(name);
        if turn != Turn::Added {
            self.reserved.insert(original.to_owned());
            if side == Side::Sent {
                self.sent.insert(original.to_owned());
            }
        }
        let members = from.schemas.get(name).into_iter().flatten();
        members.for_each(|member| self.reserve(&member.ty, from, side, turn));
    }

    pub(crate) fn share(
        &mut self,
        ty: &mut Type,
        from: &Types,
        owner: &Owner<'_>,
        turn: Turn,
    ) -> Result<()> {
        if turn == Turn::Added && self.take_known(ty.innermost_mut(), owner.side) {
            return Ok(());
        }
        match ty.innermost_mut() {
            // A name without a mark is shared already.
            Type::Schema(name) if name.contains(MARK) => {
                let members = from.schemas.get(name);
                let members = members.ok_or_else(|| format!("no schema is `{name}`"))?;
                let mut members = members.clone();
                for member in &mut members {
                    self.share(&mut member.ty, from, owner, turn)?;
                }
                *name = self.share_schema(original(name), members, owner);
            }
            Type::Enum(name) if name.contains(MARK) => {
                let values = from.enums.get(name);
                let values = values.ok_or_else(|| format!("no enum is `{name}`"))?;
                *name = self.share_enum(original(name), values, owner);
            }
            _ => {}
        }
        Ok(())
    }

    /// Replaces a copy by the first shared type that was made of its original, if there is one on its side or the other.
    /// Returns `false` if there is none.
    fn take_known(&self, ty: &mut Type, side: Side) -> bool {
        let (Type::Schema(name) | Type::Enum(name)) = ty else {
            return false;
        };
        let sides = [Some(side), Some(side.other()), None];
        let mut known = sides.into_iter().filter_map(|side| {
            let variants = self.variants.get(&(side, original(name).to_owned()));
            variants.and_then(|variants| variants.first())
        });
        let known = known.next();
        known.map(|known| known.clone_into(name)).is_some()
    }

    fn side_of_schema(&self, side: Side) -> Option<Side> {
        (self.sharing == Sharing::United).then_some(side)
    }

    fn share_schema(&mut self, original: &str, members: Vec<Field>, owner: &Owner<'_>) -> String {
        let side = self.side_of_schema(owner.side);
        let variants = self.variants.get(&(side, original.to_owned()));
        let same = variants.into_iter().flatten().find(|variant| {
            let known = self.types.schemas.get(*variant);
            known.is_some_and(|known| is_same(known, &members, self.sharing))
        });
        let name = same
            .cloned()
            .unwrap_or_else(|| self.new_name(original, side, owner));
        match self.types.schemas.get_mut(&name) {
            Some(known) if self.sharing == Sharing::United => unite_witnesses(known, &members),
            // The witnesses are those of the first operation: what they decide is the same for all.
            Some(_) => {}
            None => drop(self.types.schemas.insert(name.clone(), members)),
        }
        name
    }

    fn share_enum(&mut self, original: &str, values: &Enum, owner: &Owner<'_>) -> String {
        let variants = self.variants.get(&(None, original.to_owned()));
        let same = variants
            .into_iter()
            .flatten()
            .find(|variant| self.types.enums.get(*variant) == Some(values));
        let name = same
            .cloned()
            .unwrap_or_else(|| self.new_name(original, None, owner));
        self.types.enums.insert(name.clone(), values.clone());
        name
    }

    /// The name of a new variant: that of the original, or else the original's after the owner's.
    fn new_name(&mut self, original: &str, side: Option<Side>, owner: &Owner<'_>) -> String {
        let second = joined(owner.name, original);
        let numbered = (2..).map(|number| format!("{second}{number}"));
        // The resource of an event is named after the event.
        let resource = original
            .ends_with("Resource")
            .then(|| format!("{}Resource", owner.name));
        let is_twin = side == Some(Side::Received) && self.sent.contains(original);
        let twin = |name: &str| is_twin.then(|| format!("{name}{RECEIVED}"));
        let first = twin(original).unwrap_or_else(|| original.to_owned());
        let mut names = [first.clone()]
            .into_iter()
            .chain(resource)
            .chain([second.clone()])
            .chain(twin(&second))
            .chain(numbered);
        let is_free = |name: &String| {
            let is_taken =
                self.types.schemas.contains_key(name) || self.types.enums.contains_key(name);
            !is_taken && (*name == first || !self.reserved.contains(name))
        };
        let name = names.find(is_free).unwrap_or_default();
        self.variants
            .entry((side, original.to_owned()))
            .or_default()
            .push(name.clone());
        name
    }
}

/// Tests if two schemas differ only in who says the same of their members.
fn is_same(a: &[Field], b: &[Field], sharing: Sharing) -> bool {
    let is_equal = |(a, b): (&Field, &Field)| {
        let is_decided_equally =
            sharing == Sharing::United || !a.required || decisions(a) == decisions(b);
        plain(a, &a.ty) == plain(b, &b.ty) && is_decided_equally
    };
    a.len() == b.len() && a.iter().zip(b).all(is_equal)
}

/// The decisions of the witnesses about a member that the facts require.
fn decisions(Field { witnesses, .. }: &Field) -> [bool; 4] {
    [
        witnesses.is_empty(),
        witnesses.confirm_required(),
        witnesses.say_required(),
        witnesses.deny_required(),
    ]
}

/// The name of a copy's original, which the types of both sides have.
pub(crate) fn original(name: &str) -> &str {
    let end = name.find([MARK, RECEIVED]);
    end.and_then(|end| name.get(..end)).unwrap_or(name)
}

/// The member with another type and without its witnesses.
pub(crate) fn plain(field: &Field, ty: &Type) -> Field {
    let mut field = field.clone();
    field.ty = ty.clone();
    field.witnesses = Witnesses::default();
    field
}

fn unite_witnesses(known: &mut [Field], members: &[Field]) {
    for (known, member) in known.iter_mut().zip(members) {
        known.witnesses = known.witnesses.and(member.witnesses);
    }
}
