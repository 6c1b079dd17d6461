//! What sensitive values do on this thread: serde hands a value to its type and nothing beside it.

use std::{borrow::Cow, cell::RefCell, mem};

use zeroize::Zeroizing;

use super::{FieldDecryptor, Sensitive, Slots};
use crate::request::RequestError;

/// What sensitive values do on this thread now.
enum Mode {
    Inactive,
    Encrypting(Slots),
    /// Notes what is not opened yet, and goes on with an empty text for it.
    Collecting(FieldDecryptor, Vec<String>),
    Decrypting(FieldDecryptor),
    #[cfg(feature = "testing")]
    Plain,
}

thread_local! {
    static MODE: RefCell<Mode> = const { RefCell::new(Mode::Inactive) };
}

impl Sensitive {
    /// What stands in the request for it. The borrow ends before anybody else's code runs.
    pub(super) fn to_request_text(&self) -> Option<Cow<'_, str>> {
        MODE.with_borrow_mut(|mode| match mode {
            Mode::Encrypting(slots) => slots.add(self).map(Cow::Owned),
            #[cfg(feature = "testing")]
            Mode::Plain => Some(Cow::Borrowed(self.expose())),
            _ => None,
        })
    }

    pub(super) fn from_response_text(text: Zeroizing<String>) -> Result<Self, String> {
        MODE.with_borrow_mut(|mode| match mode {
            Mode::Decrypting(_) | Mode::Collecting(..) if text.is_empty() => Ok(Self::new("")),
            Mode::Decrypting(decryptor) => decryptor.decrypt(&text),
            Mode::Collecting(decryptor, _) if decryptor.can_decrypt(&text) => {
                decryptor.decrypt(&text)
            }
            Mode::Collecting(_, ciphertexts) => {
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

/// Runs `decode` with sensitive values opened by `decryptor`.
pub(crate) fn decrypting<T>(decryptor: &FieldDecryptor, decode: impl FnOnce() -> T) -> T {
    let _scope = Scope::enter(Mode::Decrypting(decryptor.clone()));
    decode()
}

/// The ciphertexts that `decode` comes upon, and `decryptor` does not know.
pub(crate) fn collecting_ciphertexts<T>(
    decryptor: FieldDecryptor,
    decode: impl FnOnce() -> T,
) -> Vec<String> {
    let scope = Scope::enter(Mode::Collecting(decryptor, Vec::new()));
    drop(decode());
    match scope.leave() {
        Mode::Collecting(_, ciphertexts) => ciphertexts,
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
        let outer = mem::replace(&mut self.outer, Mode::Inactive);
        let inner = MODE.replace(Mode::Inactive);
        self.outer = outer;
        inner
    }
}

impl Drop for Scope {
    fn drop(&mut self) {
        MODE.set(mem::replace(&mut self.outer, Mode::Inactive));
    }
}
