//! Makes one correction.

use serde_json::Value;
use wechatpay_endpoints::facts::{
    Facts, Field, Limits, Location, Parameter, Response, ResponseBody, Type, Types, Witnesses,
};

use super::{Change, Correction, NewField, NewType, Place, at::Found};
use crate::{
    Result, copies,
    names::{check_label, is_snake_case, pascal, twice},
    operation, patterns,
    sources::check_values,
};

impl Correction {
    pub(super) fn apply(&self, facts: &mut Facts) -> Result<()> {
        self.check_change()?;
        self.make(facts)?;
        match self.operation(facts) {
            Ok(operation) => operation::check(operation),
            Err(_) => Ok(()),
        }
    }

    fn make(&self, facts: &mut Facts) -> Result<()> {
        match (&self.change, self.r#in) {
            (Change::OneOf { members }, _) => self.set_one_of(facts, members),
            (Change::Label { to }, Place::Event) => self.set_label(facts, to),
            (Change::Label { to }, Place::Operation) => self.set_operation_label(facts, to),
            (Change::Response { status, fields }, _) => self.set_response(facts, *status, fields),
            (Change::Status { status }, Place::Operation) => self.add_status(facts, *status),
            (Change::Move { to: Place::Request }, Place::Query) => self.move_to_body(facts),
            (Change::Add(ty), Place::Query) => self.add_parameter(facts, ty),
            (change, Place::Path) => self.change_parameter(facts, Location::Path, change),
            (change, Place::Query) => self.change_parameter(facts, Location::Query, change),
            (change, Place::Header) => self.change_parameter(facts, Location::Header, change),
            (change, Place::Request | Place::Response | Place::Resource) => {
                self.change_member(&mut self.find(facts)?, change)?;
                match change {
                    Change::Sensitive {} => self.mark_sensitive(facts),
                    _ => Ok(()),
                }
            }
            (_, Place::Operation | Place::Event) => Err("this is no change of an operation".into()),
        }
    }

    fn set_operation_label(&self, facts: &mut Facts, label: &str) -> Result<()> {
        check_label(label)?;
        let operation = self.operation(facts)?;
        if operation.label == label {
            return Err("the operation has this label already".into());
        }
        label.clone_into(&mut operation.label);
        Ok(())
    }

    /// Notes that a part of the operation has sensitive members.
    fn mark_sensitive(&self, facts: &mut Facts) -> Result<()> {
        let part = match self.r#in {
            Place::Request => "request",
            Place::Response => "response",
            _ => return Ok(()),
        };
        let parts = &mut self.operation(facts)?.sensitive;
        if !parts.iter().any(|known| known == part) {
            parts.push(part.to_owned());
        }
        Ok(())
    }

    /// Fails if a key of the change has no effect.
    fn check_change(&self) -> Result<()> {
        match &self.change {
            Change::Type(ty) if ty.required || ty.sensitive => {
                Err("`type` changes only the type, not `required` or `sensitive`".into())
            }
            Change::Values { values } | Change::RemoveValues { values } if values.is_empty() => {
                Err("`values` is empty".into())
            }
            _ => Ok(()),
        }
    }

    fn change_member(&self, found: &mut Found<'_>, change: &Change) -> Result<()> {
        match change {
            Change::Add(ty) => {
                check_name(found.name)?;
                check_list(&self.at, &ty.r#type)?;
                let (name, field) = (found.name, self.new_field(found.name, ty, found.types)?);
                push(found.members()?, name, field)
            }
            Change::Type(ty) => {
                let new = self.new_field(found.name, ty, found.types)?;
                let old = found.member()?.ty.clone();
                if copies::are_equal(&old, &new.ty, found.types) {
                    return Err("the member has this type already".into());
                }
                let member = found.member()?;
                set_type(member, new.ty);
                if !new.label.is_empty() {
                    member.label = new.label;
                }
                self.change_field(member, None)
            }
            Change::Values { .. } | Change::RemoveValues { .. } => {
                self.change_values(found, change)
            }
            Change::Alternatives { members } => set_alternatives(found, members),
            Change::Remove {} => {
                found.member()?;
                let name = found.name;
                found.members()?.retain(|member| member.name != name);
                Ok(())
            }
            Change::Rename { to } => {
                check_name(to)?;
                if found.members()?.iter().any(|member| member.name == *to) {
                    return Err(format!("`{to}` is there already").into());
                }
                self.change_field(found.member()?, Some(change))
            }
            change => self.change_field(found.member()?, Some(change)),
        }
    }

    fn change_parameter(&self, facts: &mut Facts, place: Location, change: &Change) -> Result<()> {
        match change {
            Change::Optional {}
            | Change::Require {}
            | Change::Rename { .. }
            | Change::Remove {}
                if place == Location::Path =>
            {
                Err("the path requires and names its parameters".into())
            }
            Change::Rename { to } => {
                check_name(to)?;
                if self
                    .operation(facts)?
                    .params_in(place)
                    .any(|known| known.name == *to)
                {
                    return Err(format!("`{to}` is there already").into());
                }
                self.change_field(self.parameter(facts, place)?, Some(change))
            }
            Change::Remove {} => {
                self.parameter(facts, place)?;
                let is_other = |parameter: &Parameter| {
                    parameter.location != place || parameter.field.name != self.at
                };
                self.operation(facts)?.params.retain(is_other);
                Ok(())
            }
            Change::Type(NewType { r#type, .. }) => {
                let parameter = self.parameter(facts, place)?;
                if parameter.ty == *r#type {
                    return Err("the parameter has this type already".into());
                }
                set_type(parameter, r#type.clone());
                self.change_field(parameter, None)
            }
            change => self.change_field(self.parameter(facts, place)?, Some(change)),
        }
    }

    /// Makes a change that needs only the field, and marks the field with the sources of the correction.
    fn change_field(&self, field: &mut Field, change: Option<&Change>) -> Result<()> {
        match change {
            Some(Change::Optional {}) if field.required => field.required = false,
            Some(Change::Optional {}) => return Err("the member is optional already".into()),
            Some(Change::Require {}) if !field.required => field.required = true,
            Some(Change::Require {}) => return Err("the member is required already".into()),
            Some(Change::Sensitive {}) if !field.sensitive => field.sensitive = true,
            Some(Change::Sensitive {}) => return Err("the member is sensitive already".into()),
            Some(Change::Plaintext {}) if field.sensitive => {
                field.sensitive = false;
                field.format = None;
            }
            Some(Change::Plaintext {}) => return Err("the member is not sensitive".into()),
            Some(Change::Label { to }) if field.label != *to => field.label.clone_from(to),
            Some(Change::Label { .. }) => return Err("the member has this label already".into()),
            Some(Change::Rename { to }) => field.name.clone_from(to),
            Some(Change::Pattern { to }) => set_pattern(field, to)?,
            None => {}
            Some(_) => return Err("the change does not fit a member or parameter".into()),
        }
        for witness in self.witnesses() {
            match change {
                Some(Change::Optional {}) => field.witnesses.add_word(witness, false),
                Some(Change::Require {}) => field.witnesses.add_word(witness, true),
                _ => field.witnesses.add(witness),
            }
        }
        Ok(())
    }

    fn change_values(&self, found: &mut Found<'_>, change: &Change) -> Result<()> {
        let Type::Enum(name) = found.member()?.ty.innermost().clone() else {
            return Err("the member is no enum".into());
        };
        let known = found.types.enums.get_mut(&name).ok_or("no such enum")?;
        match change {
            Change::Values { values } => {
                if let Some(value) = values.iter().find(|value| known.values.contains(value)) {
                    return Err(format!("{value} is listed already").into());
                }
                known.values.extend(values.iter().cloned());
            }
            Change::RemoveValues { values } => {
                if let Some(value) = values.iter().find(|value| !known.values.contains(value)) {
                    return Err(format!("{value} is not listed").into());
                }
                known.values.retain(|value: &Value| !values.contains(value));
            }
            _ => {}
        }
        check_values(known)
    }

    fn add_parameter(&self, facts: &mut Facts, ty: &NewType) -> Result<()> {
        check_name(&self.at)?;
        let field = self.new_field(&self.at, ty, &mut Types::default())?;
        let operation = self.operation(facts)?;
        if operation
            .params_in(Location::Query)
            .any(|known| known.name == self.at)
        {
            return Err("the parameter is there already".into());
        }
        operation
            .params
            .push(Parameter::new(Location::Query, field));
        Ok(())
    }

    fn move_to_body(&self, facts: &mut Facts) -> Result<()> {
        let mut field = self.parameter(facts, Location::Query)?.clone();
        for witness in self.witnesses() {
            field.witnesses.add(witness);
        }
        self.change_parameter(facts, Location::Query, &Change::Remove {})?;
        let operation = self.operation(facts)?;
        let product = operation.product.clone();
        let Some(Type::Schema(body)) = operation.request.clone() else {
            return Err("the operation has no body".into());
        };
        let types = facts.products.get_mut(&product).ok_or("no such product")?;
        push(
            types.schemas.get_mut(&body).ok_or("no such schema")?,
            &self.at,
            field,
        )
    }

    fn set_response(&self, facts: &mut Facts, status: u16, fields: &[NewField]) -> Result<()> {
        let operation = self.operation(facts)?;
        if operation.response_type().is_some() {
            return Err("the operation has a response already".into());
        }
        let (product, name) = (operation.product.clone(), pascal(&operation.name));
        let types = facts.products.entry(product).or_default();
        if fields.is_empty() {
            return Err("`fields` is empty: list the members of the response".into());
        }
        let schema = self.new_schema(&format!("{name}Response"), fields, types)?;
        let body = ResponseBody::Json(schema);
        self.operation(facts)?.responses = vec![Response::new(status, body)];
        Ok(())
    }

    fn add_status(&self, facts: &mut Facts, status: u16) -> Result<()> {
        let responses = &mut self.operation(facts)?.responses;
        if responses.iter().any(|known| known.status == status) {
            return Err("the operation has this status already".into());
        }
        let first = responses.first().ok_or("the operation has no response")?;
        let response = Response::new(status, first.body.clone());
        responses.push(response);
        Ok(())
    }

    fn new_field(&self, name: &str, ty: &NewType, types: &mut Types) -> Result<Field> {
        if *ty.r#type.innermost() == Type::File {
            return Err(format!("`{name}` is a `file`: no correction adds files").into());
        }
        let mut field = Field::new(name, ty.r#type.clone());
        field.required = ty.required;
        field.sensitive = ty.sensitive;
        field.label.clone_from(&ty.label);
        field.witnesses = Witnesses::default();
        for witness in self.witnesses() {
            if ty.required {
                field.witnesses.add_word(witness, true);
            } else {
                field.witnesses.add(witness);
            }
        }
        copies::copy_known(&mut field.ty, types)?;
        if !ty.fields.is_empty() {
            if *field.ty.innermost() != Type::Object {
                return Err("only an object has members".into());
            }
            *field.ty.innermost_mut() = self.new_schema(&pascal(name), &ty.fields, types)?;
        }
        Ok(field)
    }

    /// A new schema of these members.
    fn new_schema(&self, name: &str, fields: &[NewField], types: &mut Types) -> Result<Type> {
        if let Some(name) = twice(fields.iter().map(|field| &*field.name)) {
            return Err(format!("`{name}` is there twice").into());
        }
        let fields = fields
            .iter()
            .map(|field| self.new_field(&field.name, &field.ty, types));
        let fields = fields.collect::<Result<Vec<_>>>()?;
        let name = copies::fresh(&types.schemas, name);
        types.schemas.insert(name.clone(), fields);
        Ok(Type::Schema(name))
    }
}

/// Gives a member or a parameter another type. Formats, limits and values of the old type do not fit the new one.
fn set_type(field: &mut Field, ty: Type) {
    field.ty = ty;
    field.format = None;
    field.item_format = None;
    field.limits = Limits::default();
    field.default = None;
    field.example = None;
}

/// Requires a member or one of others, all of which are optional.
fn set_alternatives(found: &mut Found<'_>, others: &[String]) -> Result<()> {
    if others.is_empty() {
        return Err("the other members are missing".into());
    }
    let names = others.iter().map(String::as_str).chain([found.name]);
    if let Some(name) = twice(names.clone()) {
        let what = if name == found.name {
            "is the member itself"
        } else {
            "is there twice"
        };
        return Err(format!("the alternative `{name}` {what}: remove it").into());
    }
    for name in names {
        let mut members = found.members()?.iter();
        if !members.any(|member| member.name == name && !member.required) {
            return Err(format!("no optional member is `{name}`").into());
        }
    }
    found.member()?.alternatives = others.to_vec();
    Ok(())
}

fn set_pattern(field: &mut Field, pattern: &str) -> Result<()> {
    if field.ty != Type::String {
        return Err(format!(
            "only a text has a pattern, and the member is `{}`",
            field.ty
        )
        .into());
    }
    if field.limits.pattern.as_deref() == Some(pattern) {
        return Err("the member has this pattern already".into());
    }
    patterns::compile(pattern)?;
    field.limits.pattern = Some(pattern.to_owned());
    Ok(())
}

fn push(members: &mut Vec<Field>, name: &str, field: Field) -> Result<()> {
    if members.iter().any(|member| member.name == name) {
        return Err("the member is there already".into());
    }
    members.push(field);
    Ok(())
}

fn check_name(name: &str) -> Result<()> {
    if is_snake_case(name) {
        return Ok(());
    }
    Err(format!("the name `{name}` is not in snake_case").into())
}

/// Fails if `[]` follows a new member that is no list.
fn check_list(at: &str, ty: &Type) -> Result<()> {
    if at.ends_with("[]") && !matches!(ty, Type::Array(_)) {
        return Err(format!("`[]` follows a list, and the new member is `{ty}`").into());
    }
    Ok(())
}
