//! Joins the resources that an event can have, one for each product or mode, to one resource that decodes each of them.

use wechatpay_endpoints::facts::{Enum, Facts, Field, Limits, Type, Types, Unit};

use crate::{Result, copies, read::WEBHOOKS};

/// Gives each event with `one_of` the joined resource. Returns the types of these events.
///
/// Every operation and event must have types of its own in `facts`. `shared` are the same facts, in which equal types
/// have one name.
pub(crate) fn join_resources(facts: &mut Facts, shared: &Facts) -> Result<Vec<String>> {
    let mut joined = Vec::new();
    let to = facts.products.entry(WEBHOOKS.to_owned()).or_default();
    for (event, known) in facts.events.iter_mut().zip(&shared.events) {
        if known.one_of.is_empty() {
            continue;
        }
        let key = &event.event_type;
        let resources = known.one_of.iter().map(|member| resource(member, shared));
        let resources = resources
            .collect::<Result<Vec<_>>>()
            .map_err(|error| format!("{key}: {error}"))?;
        let mut joiner = Joiner { to };
        let name = match &known.resource {
            Some(Type::Schema(name)) => name.clone(),
            _ => return Err(format!("{key}: an event of several resources has one itself").into()),
        };
        let ty = joiner.join_schemas(&name, &resources);
        event.resource = Some(ty.map_err(|error| format!("{key}: {error}"))?);
        joined.push(key.clone());
    }
    Ok(joined)
}

/// The type that a member of `one_of` names.
fn resource<'a>(member: &str, facts: &'a Facts) -> Result<Typed<'a>> {
    let (product, schema) = member.split_once(':').ok_or("a member has no product")?;
    let types = facts.products.get(product);
    let types = types.ok_or_else(|| format!("no product is `{product}`"))?;
    let ty = Type::Schema(schema.to_owned());
    Ok(Typed { ty, types })
}

/// A type, and the types that it names.
#[derive(Clone)]
pub(crate) struct Typed<'a> {
    pub(crate) ty: Type,
    pub(crate) types: &'a Types,
}

/// Writes joined types.
pub(crate) struct Joiner<'a> {
    pub(crate) to: &'a mut Types,
}

impl Joiner<'_> {
    /// The schema with the members of all schemas. Only a member that each of them has and requires is required.
    pub(crate) fn join_schemas(&mut self, name: &str, schemas: &[Typed<'_>]) -> Result<Type> {
        let mut sources = Vec::new();
        for Typed { ty, types } in schemas {
            let members = match ty {
                Type::Schema(name) => types.schemas.get(name),
                _ => None,
            };
            sources.push((
                members.ok_or_else(|| format!("no schema is `{ty}`"))?,
                *types,
            ));
        }
        let mut names: Vec<&str> = Vec::new();
        for member in sources.iter().flat_map(|(members, _)| *members) {
            if !names.contains(&&*member.name) {
                names.push(&member.name);
            }
        }
        let fields = names.into_iter().map(|name| {
            let found = sources.iter().filter_map(|&(members, types)| {
                let mut members = members.iter();
                Some((members.find(|member| member.name == name)?, types))
            });
            let found: Vec<_> = found.collect();
            let mut field = self.join_fields(&found)?;
            field.required &= found.len() == sources.len();
            Ok(field)
        });
        let fields = fields.collect::<Result<Vec<_>>>()?;
        let name = copies::fresh(&self.to.schemas, name);
        self.to.schemas.insert(name.clone(), fields);
        Ok(Type::Schema(name))
    }

    /// Joins the fields of one name in several schemas.
    fn join_fields(&mut self, fields: &[(&Field, &Types)]) -> Result<Field> {
        let Some(((first, _), others)) = fields.split_first() else {
            return Err("no member to join".into());
        };
        let types: Vec<_> = fields
            .iter()
            .map(|(field, types)| Typed {
                ty: field.ty.clone(),
                types,
            })
            .collect();
        let mut joined = (*first).clone();
        joined.ty = self
            .join_types(&types)
            .map_err(|error| format!("`{}`: {error}", first.name))?;
        for (other, _) in others {
            join_properties(&mut joined, other);
        }
        Ok(joined)
    }

    fn join_types(&mut self, types: &[Typed<'_>]) -> Result<Type> {
        let Some(Typed { ty: first, .. }) = types.first() else {
            return Err("no type to join".into());
        };
        let inner = |inner: fn(&Type) -> Option<&Type>| -> Option<Vec<Typed<'_>>> {
            let inner = types.iter().map(|typed| {
                let ty = inner(&typed.ty)?.clone();
                Some(Typed { ty, ..*typed })
            });
            inner.collect()
        };
        if let Some(items) = inner(|ty| match ty {
            Type::Array(item) => Some(item),
            _ => None,
        }) {
            return Ok(Type::Array(Box::new(self.join_types(&items)?)));
        }
        let has = |ty: &Type| types.iter().any(|typed| typed.ty == *ty);
        match first {
            Type::Schema(name) if types.iter().all(|typed| is_schema(&typed.ty)) => {
                self.join_schemas(name, types)
            }
            _ if types.iter().any(|typed| is_enum(&typed.ty)) => self.join_enums(types),
            ty if types.iter().all(|typed| typed.ty == *ty) => Ok(ty.clone()),
            _ if types
                .iter()
                .all(|typed| matches!(typed.ty, Type::Int | Type::Number)) =>
            {
                Ok(Type::Number)
            }
            _ if has(&Type::Object)
                && types
                    .iter()
                    .all(|typed| is_schema(&typed.ty) || typed.ty == Type::Object) =>
            {
                Ok(Type::Object)
            }
            _ => Ok(Type::Any),
        }
    }

    /// The enum with the values of all enums. A plain type of the same values lists none.
    fn join_enums(&mut self, types: &[Typed<'_>]) -> Result<Type> {
        let mut joined: Option<(&str, Enum)> = None;
        for Typed { ty, types } in types {
            let Type::Enum(name) = ty else {
                continue;
            };
            let listed = types.enums.get(name);
            let listed = listed.ok_or_else(|| format!("no enum is `{name}`"))?;
            match &mut joined {
                None => joined = Some((name, listed.clone())),
                Some((_, joined)) if joined.ty == listed.ty => {
                    for value in &listed.values {
                        if !joined.values.contains(value) {
                            joined.values.push(value.clone());
                        }
                    }
                }
                Some(_) => return Ok(Type::Any),
            }
        }
        let (name, joined) = joined.ok_or("no enum to join")?;
        let is_same = |ty: &Type| is_enum(ty) || *ty == joined.ty;
        if !types.iter().all(|typed| is_same(&typed.ty)) {
            return Ok(Type::Any);
        }
        let name = copies::fresh(&self.to.enums, name);
        self.to.enums.insert(name.clone(), joined);
        Ok(Type::Enum(name))
    }
}

/// Keeps of the joined member only the properties that the other has, too.
fn join_properties(joined: &mut Field, other: &Field) {
    joined.required &= other.required;
    joined.sensitive |= other.sensitive;
    joined.nullable |= other.nullable;
    if joined.label.is_empty() {
        joined.label.clone_from(&other.label);
    }
    keep_same(&mut joined.encrypted, &other.encrypted);
    keep_same(&mut joined.format, &other.format);
    keep_same(&mut joined.item_format, &other.item_format);
    keep_same(&mut joined.default, &other.default);
    joined.unit = join_units(joined.unit, other.unit);
    joined.example = joined.example.take().or_else(|| other.example.clone());
    if joined.limits != other.limits {
        joined.limits = Limits::default();
    }
    joined.witnesses = joined.witnesses.and(other.witnesses);
}

/// A fen is the smallest unit of its currency.
fn join_units(a: Option<Unit>, b: Option<Unit>) -> Option<Unit> {
    match (a, b) {
        _ if a == b => a,
        (Some(Unit::Fen), Some(Unit::Minor)) | (Some(Unit::Minor), Some(Unit::Fen)) => {
            Some(Unit::Minor)
        }
        _ => None,
    }
}

fn keep_same<T: PartialEq>(joined: &mut Option<T>, other: &Option<T>) {
    if joined != other {
        *joined = None;
    }
}

const fn is_schema(ty: &Type) -> bool {
    matches!(ty, Type::Schema(_))
}

const fn is_enum(ty: &Type) -> bool {
    matches!(ty, Type::Enum(_))
}
