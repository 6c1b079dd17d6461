//! The parameters of a method: which is a path segment, which a query parameter, a header, the body
//! or the file; checked both ways against the path.

mod parameter;
mod place;
mod unmatched;

use syn::{FnArg, Ident, PatType, Signature, Type};

use self::place::Places;
use crate::{endpoint::Endpoint, errors::Errors, types::unraw};

/// The arguments of one operation.
#[derive(Default)]
pub(crate) struct Args {
    /// One per placeholder, in the order of the path.
    pub(crate) path: Vec<Argument>,
    /// In the order of declaration.
    pub(crate) query: Vec<Query>,
    /// In the order of declaration.
    pub(crate) headers: Vec<Argument>,
    pub(crate) body: Option<Argument>,
    /// Of an upload.
    pub(crate) file: Option<Argument>,
}

/// A parameter, under the name that it has in the operation.
pub(crate) struct Argument {
    pub(crate) name: String,
    pub(crate) ident: Ident,
    pub(crate) ty: Type,
    /// `#[unlisted]`: the table of known operations does not have it.
    pub(crate) unlisted: bool,
}

pub(crate) enum Query {
    Value(Argument),
    Struct(Argument),
}

impl Args {
    /// Reads the parameters, takes our attributes off them, and reports every mistake. Without an
    /// operation (its mistake is reported) only what is wrong in any operation is.
    pub(crate) fn read(
        signature: &mut Signature,
        endpoint: Option<&Endpoint>,
        errors: &mut Errors,
    ) -> Self {
        let mut places = Places::new(endpoint, errors);
        for input in &mut signature.inputs {
            if let FnArg::Typed(parameter) = input {
                places.add(parameter);
            }
        }
        places.finish(&signature.ident)
    }

    /// The query parameters that are declared one by one.
    pub(crate) fn values(&self) -> impl Iterator<Item = &Argument> {
        self.query.iter().filter_map(|query| match query {
            Query::Value(argument) => Some(argument),
            Query::Struct(_) => None,
        })
    }
}

impl Argument {
    fn new(ident: Ident, parameter: &PatType, unlisted: bool) -> Self {
        Self {
            name: unraw(&ident),
            ident,
            ty: (*parameter.ty).clone(),
            unlisted,
        }
    }
}
