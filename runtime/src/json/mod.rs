//! JSON: request bodies are written without `null`, and responses are read strictly, with the path of an error.

mod compound;
pub mod derived;
mod empty;
mod error;
mod key;
mod kind;
mod pointer;
mod raw;
mod read;
mod strict;
mod track;
mod write;

pub(crate) use empty::{read_empty, read_nothing};
pub(crate) use error::JsonError;
pub(crate) use kind::kind;
pub(crate) use pointer::{pointer_below, push_pointer_segment};
pub(crate) use read::{Members, Object, is_field_name, is_object, object, read, read_object, text};
pub(crate) use track::Declared;
pub(crate) use write::{SENSITIVE_OUTSIDE_CALL, WriteError, WriteErrorKind, Writer, Written};
