//! What sensitive values do on this thread: serde hands a value to its type and nothing beside it.

use std::{borrow::Cow, cell::RefCell, mem};

use zeroize::Zeroizing;

use super::{Opener, Sensitive, Slots};
use crate::request::RequestError;

/// What sensitive values do on this thread now.
enum Mode {
    Closed,
    Encrypting(Slots),
    /// Notes what is not opened yet, and goes on with an empty text for it.
    Noting(Opener, Vec<String>),
    Opening(Opener),
    #[cfg(feature = "testing")]
    Plain,
}

thread_local! {
    static MODE: RefCell<Mode> = const { RefCell::new(Mode::Closed) };
}

impl Sensitive {
    /// What stands in the request for it. The borrow ends before anybody else's code runs.
    pub(super) fn write(&self) -> Option<Cow<'_, str>> {
        MODE.with_borrow_mut(|mode| match mode {
            Mode::Encrypting(slots) => slots.add(self).map(Cow::Owned),
            #[cfg(feature = "testing")]
            Mode::Plain => Some(Cow::Borrowed(self.expose())),
            _ => None,
        })
    }

    pub(super) fn read(text: Zeroizing<String>) -> Result<Self, String> {
        MODE.with_borrow_mut(|mode| match mode {
            Mode::Opening(_) | Mode::Noting(..) if text.is_empty() => Ok(Self::new("")),
            Mode::Opening(opener) => opener.open(&text),
            Mode::Noting(opener, _) if opener.knows(&text) => opener.open(&text),
            Mode::Noting(_, ciphertexts) => {
                ciphertexts.push(text.to_string());
                Ok(Self::new(""))
            }
            #[cfg(feature = "testing")]
            Mode::Plain => Ok(Self(text)),
            _ => Err("a sensitive value is read only from a verified response".to_owned()),
        })
    }
}

/// Runs `freeze` with sensitive values writing slots; returns them with its result.
pub(crate) fn encrypting<T>(
    freeze: impl FnOnce() -> Result<T, RequestError>,
) -> Result<(T, Slots), RequestError> {
    let scope = Scope::enter(Mode::Encrypting(Slots::default()));
    let frozen = freeze()?;
    match scope.leave() {
        Mode::Encrypting(slots) => Ok((frozen, slots)),
        _ => Ok((frozen, Slots::default())),
    }
}

/// Runs `decode` with sensitive values opened by `opener`.
pub(crate) fn opening<T>(opener: &Opener, decode: impl FnOnce() -> T) -> T {
    let _scope = Scope::enter(Mode::Opening(opener.clone()));
    decode()
}

/// The ciphertexts that `decode` comes upon, and `opener` does not know.
pub(crate) fn noting<T>(opener: Opener, decode: impl FnOnce() -> T) -> Vec<String> {
    let scope = Scope::enter(Mode::Noting(opener, Vec::new()));
    drop(decode());
    match scope.leave() {
        Mode::Noting(_, ciphertexts) => ciphertexts,
        _ => Vec::new(),
    }
}

/// Runs `test` with sensitive values in clear.
#[cfg(feature = "testing")]
pub(crate) fn plain<T>(test: impl FnOnce() -> T) -> T {
    let _scope = Scope::enter(Mode::Plain);
    test()
}

/// Puts the earlier mode back, also when the code within panics.
struct Scope {
    outer: Mode,
}

impl Scope {
    fn enter(mode: Mode) -> Self {
        Self {
            outer: MODE.replace(mode),
        }
    }

    fn leave(mut self) -> Mode {
        let outer = mem::replace(&mut self.outer, Mode::Closed);
        let inner = MODE.replace(Mode::Closed);
        self.outer = outer;
        inner
    }
}

impl Drop for Scope {
    fn drop(&mut self) {
        MODE.set(mem::replace(&mut self.outer, Mode::Closed));
    }
}
