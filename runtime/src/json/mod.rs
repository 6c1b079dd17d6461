//! JSON as WeChat Pay takes and gives it: written without `null`, read without exceptions.

mod compound;
mod kind;
mod pointer;
mod raw;
mod read;
mod strict;
mod write;

pub(crate) use kind::kind;
pub(crate) use pointer::push_segment;
pub(crate) use read::{Members, Object, is_object, object, read, read_object, text};
pub(crate) use write::{Fault, SENSITIVE, WriteError, Writer, Written};
