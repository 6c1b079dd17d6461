//! Puts each argument in its place in the request: by its attribute, or else by its name.

use syn::{Attribute, LitStr, PatType, Type};

use super::{Args, Argument, Query, parameter::Parameter};
use crate::{
    check::Lookup,
    endpoint::Endpoint,
    errors::Errors,
    flag::Flag,
    param_attr::ParamAttr,
    types::{Known, known, last_segment_is, strip_references},
};

/// The arguments read so far.
pub(super) struct Places<'a> {
    pub(super) args: Args,
    /// Arguments without a place.
    pub(super) unmatched: Vec<Argument>,
    /// Arguments without a place because of a mistake. Each may be what seems to be missing.
    pub(super) misread: Vec<Argument>,
    /// `None` if the endpoint could not be read, or no operation is known that could be meant.
    pub(super) endpoint: Option<&'a Endpoint>,
    pub(super) lookup: Option<&'a Lookup>,
    pub(super) errors: &'a mut Errors,
}

impl<'a> Places<'a> {
    pub(super) fn new(
        endpoint: Option<&'a Endpoint>,
        lookup: Option<&'a Lookup>,
        errors: &'a mut Errors,
    ) -> Self {
        Self {
            args: Args::default(),
            unmatched: Vec::new(),
            misread: Vec::new(),
            endpoint,
            lookup,
            errors,
        }
    }

    pub(super) fn add(&mut self, parameter: &mut PatType) {
        let endpoint = self.endpoint;
        let read = self
            .errors
            .scope(|errors| Parameter::read(parameter, endpoint, errors));
        let is_ok = read.is_ok();
        let Parameter { argument, attr } = read.into_inner();
        match attr {
            _ if !is_ok => self.add_misread(argument),
            Some(ParamAttr::Query { attribute, name }) => {
                self.add_query_value(&attribute, name, argument)
            }
            Some(ParamAttr::Header { name }) => self.add_header(name, argument),
            None => self.add_by_name(argument),
        }
    }

    pub(super) fn http_method(&self) -> Option<&'static str> {
        self.endpoint?.method
    }

    pub(super) fn is_upload(&self) -> bool {
        self.endpoint
            .is_some_and(|endpoint| endpoint.flags.has(Flag::Upload))
    }

    /// Tests if the operation is not reported as unknown.
    fn may_be_known(&self) -> bool {
        !matches!(self.lookup, Some(Lookup::Unknown))
    }

    fn is_placeholder(&self, name: &str) -> bool {
        self.endpoint
            .is_some_and(|endpoint| endpoint.has_placeholder(name))
    }

    /// Adds a parameter with a mistake, without looking for further mistakes.
    fn add_misread(&mut self, argument: Argument) {
        if self.is_placeholder(&argument.name) {
            self.args.path.push(argument);
        } else {
            self.misread.push(argument);
        }
    }

    /// Adds a parameter without an attribute.
    fn add_by_name(&mut self, argument: Argument) {
        match argument.name.as_str() {
            name if self.is_placeholder(name) => self.args.path.push(argument),
            "body" => self.add_body(argument),
            "file" if self.is_upload() => self.args.file = Some(argument),
            "query" => self.add_query_struct(argument),
            _ => self.unmatched.push(argument),
        }
    }

    fn add_query_struct(&mut self, query: Argument) {
        let is_known = self.may_be_known();
        if let Some(problem) = query_problem(&query.ty).filter(|_| is_known) {
            self.errors.at(&query.ty, problem);
        }
        self.args.query.push(Query::Struct(query));
    }

    fn add_body(&mut self, body: Argument) {
        if self.http_method() == Some("GET") {
            self.errors.at(
                &body.ident,
                "a `GET` has no body: write `#[query] name: …` for each value, or name a struct of query \
                 parameters `query`",
            );
            return;
        }
        let is_known = self.may_be_known();
        if let Some(problem) = known(&body.ty).and_then(body_problem).filter(|_| is_known) {
            self.errors.at(&body.ty, problem);
        }
        self.args.body = Some(body);
    }

    fn add_query_value(
        &mut self,
        attribute: &Attribute,
        name: Option<LitStr>,
        mut argument: Argument,
    ) {
        if let Some(name) = name {
            argument.name = name.value();
        } else if self.is_placeholder(&argument.name) {
            let name = &argument.name;
            self.errors.at(
                attribute,
                format!(
                    "`{name}` is the placeholder `{{{name}}}` of the path: remove `#[query]`, or write \
                     `#[query = \"{name}\"]` on a parameter of another name"
                ),
            );
            // Only the attribute is wrong: the placeholder has its argument.
            self.args.path.push(argument);
            return;
        }
        let is_same = |other: &Argument| other.name == argument.name;
        if self.args.values().any(is_same) {
            let message = format!("duplicate query parameter `{}`: remove one", argument.name);
            self.errors.at(&argument.ident, message);
        }
        self.args.query.push(Query::Value(argument));
    }

    fn add_header(&mut self, name: LitStr, mut argument: Argument) {
        argument.name = name.value();
        argument.literal = Some(name);
        let is_same = |other: &Argument| other.name.eq_ignore_ascii_case(&argument.name);
        if self.args.headers.iter().any(is_same) {
            let message = format!("duplicate header `{}`: remove one", argument.name);
            self.errors.at(&argument.ident, message);
        }
        self.args.headers.push(argument);
    }
}

/// The mistake of a `query` that is no struct.
fn query_problem(ty: &Type) -> Option<&'static str> {
    match known(ty)? {
        Known::Option(_) => {
            Some("`query` cannot be an `Option`: make the fields of the struct `Option` instead")
        }
        // A user may have a struct of this name.
        Known::Text if last_segment_is(strip_references(ty), "String") => None,
        _ => Some(
            "`query` must be a struct of query parameters: for a single one, write `#[query] name: …`",
        ),
    }
}

/// The mistake of a body that is no JSON object.
fn body_problem(known: Known<'_>) -> Option<String> {
    let problem = match known {
        Known::Option(_) => {
            "a body cannot be an `Option`, because `None` is not a JSON object: remove the `Option`"
        }
        Known::Unit => {
            "`()` is not a JSON object: remove `body` if the operation has no body, or use a struct"
        }
        _ => {
            let found = known.json()?;
            return Some(format!(
                "a body must be a JSON object, but this type serializes to {found}: use a struct"
            ));
        }
    };
    Some(problem.to_owned())
}
