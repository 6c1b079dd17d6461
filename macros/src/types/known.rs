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
    // Without `Path`, which is as likely a type of the user's own.
    let is_word = |word: &&str| path.is_ident(word);
    if ["str", "char"].iter().any(is_word) || is_standard(path, "string", "String") {
        Some(Known::Text)
    } else if is_integer(path) {
        Some(Known::Integer)
    } else if ["f32", "f64"].iter().any(is_word) {
        Some(Known::Float)
    } else if path.is_ident("bool") {
        Some(Known::Bool)
    } else if names(path, &["bytes", "Bytes"]) {
        Some(Known::Bytes)
    } else if last_name(path)? == "Sensitive" {
        Some(Known::Sensitive)
    } else {
        None
    }
}

/// Tests for `u8`, `NonZeroU8` and so on.
fn is_integer(path: &Path) -> bool {
    const INTEGERS: [&str; 12] = [
        "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64", "i128", "isize",
    ];
    let name = last_name(path).map(Ident::to_string).unwrap_or_default();
    match name.strip_prefix("NonZero") {
        Some(integer) => {
            is_standard(path, "num", &name) && INTEGERS.contains(&&*integer.to_lowercase())
        }
        None => INTEGERS.iter().any(|integer| path.is_ident(integer)),
    }
}

/// A type with arguments. Without them, the same name is a type of the user's own.
fn generic<'a>(path: &Path, first: &'a Type) -> Option<Known<'a>> {
    const LISTS: [(&str, &str); 6] = [
        ("vec", "Vec"),
        ("collections", "VecDeque"),
        ("collections", "LinkedList"),
        ("collections", "BinaryHeap"),
        ("collections", "BTreeSet"),
        ("collections", "HashSet"),
    ];
    if is_standard(path, "option", "Option") {
        Some(Known::Option(first))
    } else if is_one_of(path, &LISTS) {
        Some(Known::List(Some(first)))
    } else if is_standard(path, "num", "NonZero") {
        Some(Known::Integer)
    } else {
        match &*last_name(path)?.to_string() {
            "Result" => Some(Known::Result(first)),
            "Verified" => Some(Known::Verified(first)),
            _ => None,
        }
    }
}

/// The content of a pointer of the standard library, which serializes as that content.
fn pointee<'a>(path: &Path, first: &'a Type) -> Option<&'a Type> {
    const POINTERS: [(&str, &str); 4] = [
        ("boxed", "Box"),
        ("borrow", "Cow"),
        ("rc", "Rc"),
        ("sync", "Arc"),
    ];
    is_one_of(path, &POINTERS).then_some(first)
}

fn last_name(path: &Path) -> Option<&Ident> {
    path.segments.last().map(|segment| &segment.ident)
}

fn is_one_of(path: &Path, items: &[(&str, &str)]) -> bool {
    items
        .iter()
        .any(|(module, name)| is_standard(path, module, name))
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
