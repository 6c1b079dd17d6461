//! The arguments of a method: path segments, query parameters, headers, the body and the file.

mod parameter;
mod place;
mod unmatched;

use syn::{FnArg, Ident, LitStr, PatType, Signature, Type};

use self::place::Places;
use crate::{check::Lookup, endpoint::Endpoint, errors::Errors, types::unraw};

/// The arguments of one operation, each in its place.
#[derive(Default)]
pub(crate) struct Args {
    /// An argument for each placeholder, in the order of the path.
    pub(crate) path: Vec<Argument>,
    /// In the order of declaration.
    pub(crate) query: Vec<Query>,
    /// In the order of declaration.
    pub(crate) headers: Vec<Argument>,
    pub(crate) body: Option<Argument>,
    /// The file of an upload.
    pub(crate) file: Option<Argument>,
}

/// A parameter of the method.
pub(crate) struct Argument {
    /// The name in the operation.
    pub(crate) name: String,
    pub(crate) ident: Ident,
    /// The name in the operation as an attribute writes it.
    pub(crate) literal: Option<LitStr>,
    pub(crate) ty: Type,
    /// `#[unlisted]`: the argument is not compared with the catalogue.
    pub(crate) unlisted: bool,
}

pub(crate) enum Query {
    Value(Argument),
    Struct(Argument),
}

impl Args {
    /// Reads the parameters, takes our attributes off them, and reports every mistake.
    ///
    /// If the endpoint could not be read, only mistakes that any endpoint excludes are reported.
    pub(crate) fn read(
        signature: &mut Signature,
        endpoint: Option<&Endpoint>,
        lookup: Option<&Lookup>,
        errors: &mut Errors,
    ) -> Self {
        let mut places = Places::new(endpoint, lookup, errors);
        for input in &mut signature.inputs {
            if let FnArg::Typed(parameter) = input {
                places.add(parameter);
            }
        }
        places.finish(&signature.ident)
    }

    /// The query parameters that are declared one by one, not in a struct.
    pub(crate) fn values(&self) -> impl Iterator<Item = &Argument> {
        self.query.iter().filter_map(|query| match query {
            Query::Value(argument) => Some(argument),
            Query::Struct(_) => None,
        })
    }

    pub(crate) fn has_query_struct(&self) -> bool {
        let is_struct = |query: &Query| matches!(query, Query::Struct(_));
        self.query.iter().any(is_struct)
    }
}

impl Argument {
    fn new(ident: Ident, parameter: &PatType, unlisted: bool) -> Self {
        Self {
            name: unraw(&ident),
            ident,
            literal: None,
            ty: (*parameter.ty).clone(),
            unlisted,
        }
    }
}
