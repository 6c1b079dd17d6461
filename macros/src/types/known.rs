//! Types that are known by their spelling: primitives, and types of the standard library and of this crate.

use syn::{GenericArgument, Ident, Path, Type, TypePath};

use super::{arguments, strip_references};

/// A type that is known by its spelling. Any other name may stand for anything.
#[derive(Clone, Copy)]
pub(crate) enum Known<'a> {
    Text,
    Integer,
    Float,
    Bool,
    Bytes,
    /// A list, an array or a slice, with the type of its items; or a tuple.
    List(Option<&'a Type>),
    Unit,
    Option(&'a Type),
    Result(&'a Type),
    /// A sensitive field of this crate.
    Sensitive,
    /// A response of this crate with its proof.
    Verified(&'a Type),
}

impl Known<'_> {
    /// The kind of JSON that the type serializes to, if that is neither an object nor `null`.
    pub(crate) fn json(self) -> Option<&'static str> {
        match self {
            Self::Text | Self::Sensitive => Some("a string"),
            Self::Integer | Self::Float => Some("a number"),
            Self::Bool => Some("a boolean"),
            Self::List(_) | Self::Bytes => Some("an array"),
            Self::Unit | Self::Option(_) | Self::Result(_) | Self::Verified(_) => None,
        }
    }
}

/// The type behind references and pointers, if it is known.
pub(crate) fn known(ty: &Type) -> Option<Known<'_>> {
    match strip_references(ty) {
        Type::Tuple(tuple) if tuple.elems.is_empty() => Some(Known::Unit),
        Type::Tuple(_) => Some(Known::List(None)),
        Type::Slice(slice) => Some(Known::List(Some(&slice.elem))),
        Type::Array(array) => Some(Known::List(Some(&array.elem))),
        Type::Path(TypePath {
            qself: None, path, ..
        }) => {
            let Some(arguments) = arguments(path) else {
                return plain(path);
            };
            let first = arguments.iter().find_map(|argument| match argument {
                GenericArgument::Type(ty) => Some(ty),
                _ => None,
            })?;
            pointee(path, first).map_or_else(|| generic(path, first), known)
        }
        _ => None,
    }
}

/// A type without arguments.
fn plain(path: &Path) -> Option<Known<'static>> {
    let name = last_name(path)?.to_string();
    // Without `Path`, which is as likely a type of the user's own.
    let (module, known) = match &*name {
        "str" | "char" => ("", Known::Text),
        "bool" => ("", Known::Bool),
        "f32" | "f64" => ("", Known::Float),
        "String" => ("string", Known::Text),
        "Bytes" => return names(path, &["bytes", "Bytes"]).then_some(Known::Bytes),
        "Sensitive" => return Some(Known::Sensitive),
        name => match name.strip_prefix("NonZero") {
            Some(integer) if is_integer(&integer.to_lowercase()) => ("num", Known::Integer),
            None if is_integer(name) => ("", Known::Integer),
            _ => return None,
        },
    };
    let is_meant = match module {
        "" => path.get_ident().is_some(),
        module => is_standard(path, module, &name),
    };
    is_meant.then_some(known)
}

fn is_integer(name: &str) -> bool {
    matches!(
        name,
        "u8" | "u16"
            | "u32"
            | "u64"
            | "u128"
            | "usize"
            | "i8"
            | "i16"
            | "i32"
            | "i64"
            | "i128"
            | "isize"
    )
}

/// A type with arguments. Without them, the same name is a type of the user's own.
fn generic<'a>(path: &Path, first: &'a Type) -> Option<Known<'a>> {
    let name = last_name(path)?.to_string();
    let (module, known) = match &*name {
        "Option" => ("option", Known::Option(first)),
        "Vec" => ("vec", Known::List(Some(first))),
        "VecDeque" | "LinkedList" | "BinaryHeap" | "BTreeSet" | "HashSet" => {
            ("collections", Known::List(Some(first)))
        }
        "NonZero" => ("num", Known::Integer),
        "Result" => return Some(Known::Result(first)),
        "Verified" => return Some(Known::Verified(first)),
        _ => return None,
    };
    is_standard(path, module, &name).then_some(known)
}

/// The content of a pointer of the standard library, which serializes as that content.
fn pointee<'a>(path: &Path, first: &'a Type) -> Option<&'a Type> {
    let name = last_name(path)?.to_string();
    let module = match &*name {
        "Box" => "boxed",
        "Cow" => "borrow",
        "Rc" => "rc",
        "Arc" => "sync",
        _ => return None,
    };
    is_standard(path, module, &name).then_some(first)
}

fn last_name(path: &Path) -> Option<&Ident> {
    path.segments.last().map(|segment| &segment.ident)
}

/// Tests if a path names an item of the standard library, with or without its module.
fn is_standard(path: &Path, module: &str, name: &str) -> bool {
    ["std", "core", "alloc"]
        .iter()
        .any(|root| names(path, &[root, module, name]))
}

/// Tests if a path is this one, or only its last name.
fn names(path: &Path, whole: &[&str]) -> bool {
    let is_same = |whole: &[&str]| {
        path.segments.len() == whole.len()
            && path
                .segments
                .iter()
                .zip(whole)
                .all(|(segment, name)| segment.ident == name)
    };
    is_same(whole) || whole.last().is_some_and(|last| is_same(&[last]))
}
