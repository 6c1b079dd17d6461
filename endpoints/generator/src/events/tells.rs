//! The members that tell the resources of one event apart.

use std::collections::BTreeSet;

use wechatpay_endpoints::facts::{Field, Type, Types};

/// A resource of an event: one schema, or several that are joined.
pub(super) struct Candidate<'a> {
    pub(super) name: &'a str,
    pub(super) schemas: Vec<(&'a str, &'a [Field])>,
    /// The paths of the members of the type that decodes the resource, as [`paths`] returns them.
    pub(super) paths: Vec<String>,
    /// Amounts can be in other currencies than CNY.
    pub(super) abroad: bool,
}

/// Members that tell a resource from the others of its event.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Tell {
    /// The members that every such resource has: the merchant numbers first, and last those that a witness calls
    /// optional.
    pub(super) needs: Vec<String>,
    /// The members of the resource, and those of its objects and lists of objects that another resource lacks there.
    pub(super) knows: Vec<String>,
}

/// The members that tell each of the candidates. An error if two of them cannot be told apart, or two that are joined
/// can be.
///
/// A resource is told by the candidate that knows most of its members, then by the one that misses the fewest, then by
/// the order. So every candidate must know a member that the earlier ones do not, or be told by its currency.
pub(super) fn tells(candidates: &[Candidate<'_>]) -> Result<Vec<Tell>, String> {
    candidates.iter().try_for_each(check_joined)?;
    for (place, candidate) in candidates.iter().enumerate() {
        let mut earlier = candidates.iter().take(place);
        let is_told_by_currency = |other: &Candidate<'_>| candidate.abroad && !other.abroad;
        if let Some(other) =
            earlier.find(|other| other.knows_all_of(candidate) && !is_told_by_currency(other))
        {
            return Err(format!(
                "nothing tells {} from {} before it: join them, or change their order",
                candidate.name, other.name
            ));
        }
    }
    let is_telling = |path: &str, outer: &str| {
        let mut others = candidates.iter().filter(|other| other.knows(outer));
        others.any(|other| !other.knows(path))
    };
    let is_known = |path: &&String| match path.rsplit_once('.') {
        Some((outer, _)) => is_telling(path, outer),
        None => true,
    };
    let tell = |candidate: &Candidate<'_>| Tell {
        needs: candidate.needs(),
        knows: candidate.paths.iter().filter(is_known).cloned().collect(),
    };
    Ok(candidates.iter().map(tell).collect())
}

/// The members of a schema, and those of its objects and lists of objects, as in `amount.currency`.
pub(super) fn paths(types: &Types, ty: &Type) -> Vec<String> {
    let fields = |ty: &Type| match ty.innermost() {
        Type::Schema(name) => types.schemas.get(name).map_or(&[][..], Vec::as_slice),
        _ => &[],
    };
    let mut paths = Vec::new();
    for field in fields(ty) {
        paths.push(field.name.clone());
        let inner = fields(&field.ty).iter();
        paths.extend(inner.map(|inner| format!("{}.{}", field.name, inner.name)));
    }
    paths
}

impl Candidate<'_> {
    fn knows(&self, path: &str) -> bool {
        self.paths.iter().any(|known| known == path)
    }

    fn knows_all_of(&self, other: &Self) -> bool {
        other.paths.iter().all(|path| self.knows(path))
    }

    fn needs(&self) -> Vec<String> {
        let is_needed = |name: &str| {
            self.schemas
                .iter()
                .all(|(_, schema)| requires(schema, name))
        };
        let fields = self.schemas.first().map_or(&[][..], |(_, fields)| fields);
        let names = fields.iter().map(|field| &*field.name);
        let mut needs: Vec<_> = names.filter(|name| is_needed(name)).collect();
        needs.sort_by_key(|name| (!name.ends_with("mchid"), self.is_denied(name)));
        needs.into_iter().map(str::to_owned).collect()
    }

    /// Tests if a witness calls a member optional.
    fn is_denied(&self, name: &str) -> bool {
        let mut fields = self.schemas.iter().flat_map(|(_, schema)| *schema);
        fields.any(|field| field.name == name && field.witnesses.deny_required())
    }
}

/// Tests if a schema has a member in every resource: a source or a witness calls the member required, and if only a
/// witness does, none denies it.
fn requires(schema: &[Field], name: &str) -> bool {
    schema.iter().any(|field| {
        let witnesses = field.witnesses;
        let is_said = witnesses.say_required() && !witnesses.deny_required();
        field.name == name && (field.required || is_said)
    })
}

/// Fails if a member tells two joined schemas apart.
fn check_joined(candidate: &Candidate<'_>) -> Result<(), String> {
    let schemas = &candidate.schemas;
    for (name, schema) in schemas {
        let names: BTreeSet<_> = schema.iter().map(|field| &*field.name).collect();
        for (other, fields) in schemas {
            let mut fields = fields.iter().map(|field| (&*field.name, *fields));
            let tell = fields.find(|(field, of)| requires(of, field) && !names.contains(field));
            if let Some((tell, _)) = tell {
                return Err(format!(
                    "`{tell}` tells {other} and {name} apart: do not join them"
                ));
            }
        }
    }
    Ok(())
}
