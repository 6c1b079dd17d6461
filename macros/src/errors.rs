//! The mistakes of one trait, collected so that all of them are reported at once.

use std::{
    fmt::{self, Display},
    ops::{Deref, DerefMut},
};

use proc_macro2::TokenStream;
use quote::{ToTokens, TokenStreamExt};

#[derive(Debug, Default)]
pub(crate) struct Errors {
    reported: Vec<syn::Error>,
    /// Mistakes that the compiler's own parser reports.
    by_compiler: usize,
}

impl Errors {
    /// Reports a mistake, underlined from the first of the tokens to the last.
    pub(crate) fn at(&mut self, tokens: impl ToTokens, message: impl Display) {
        self.push(syn::Error::new_spanned(tokens, message));
    }

    pub(crate) fn push(&mut self, error: syn::Error) {
        self.reported.push(error);
    }

    /// Counts a mistake that the compiler's own parser has reported already.
    pub(crate) fn reported_by_compiler(&mut self) {
        self.by_compiler += 1;
    }

    /// Reads a value, and records whether a mistake was reported while it was read.
    pub(crate) fn scope<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> Checked<T> {
        let before = self.count();
        let value = read(self);
        let ok = self.count() == before;
        Checked { value, ok }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.count() == 0
    }

    fn count(&self) -> usize {
        self.reported.len() + self.by_compiler
    }
}

/// A `compile_error!` for each mistake that the compiler does not report itself.
impl ToTokens for Errors {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append_all(self.reported.iter().map(syn::Error::to_compile_error));
    }
}

/// A value as far as it could be read, and whether a mistake in it was reported. [`Errors::scope`] makes one.
///
/// After a mistake, parts that seem to be missing are not reported: the mistake may be one of them misspelt.
pub(crate) struct Checked<T> {
    value: T,
    ok: bool,
}

impl<T> Checked<T> {
    /// Tests if the value has no mistake.
    pub(crate) fn is_ok(&self) -> bool {
        self.ok
    }

    /// The value, if it has no mistake.
    pub(crate) fn ok(self) -> Option<T> {
        self.ok.then_some(self.value)
    }

    /// The value, with or without a mistake.
    pub(crate) fn into_inner(self) -> T {
        self.value
    }

    pub(crate) fn map<U>(self, change: impl FnOnce(T) -> U) -> Checked<U> {
        Checked {
            value: change(self.value),
            ok: self.ok,
        }
    }
}

impl<T> Checked<Option<T>> {
    pub(crate) fn transpose(self) -> Option<Checked<T>> {
        let ok = self.ok;
        self.value.map(|value| Checked { value, ok })
    }
}

impl<T, E> Checked<Result<T, E>> {
    pub(crate) fn transpose(self) -> Result<Checked<T>, E> {
        let ok = self.ok;
        self.value.map(|value| Checked { value, ok })
    }
}

impl<T: Display> Display for Checked<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(f)
    }
}

impl<T> Deref for Checked<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T> DerefMut for Checked<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.value
    }
}
