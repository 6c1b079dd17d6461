//! The mode of sensitive values on this thread: encrypt, decrypt or refuse. serde passes a value to its type
//! and nothing else, so a thread-local carries the mode.

use std::{borrow::Cow, cell::RefCell, mem};

use zeroize::Zeroizing;

use super::{FieldDecryptor, Sensitive, Slots};
use crate::request::RequestError;

/// The behaviour of [`Sensitive`] in serde.
enum Mode {
    Inactive,
    Encrypting(Slots),
    /// Collects the ciphertexts that are not decrypted yet, with an empty text in place of each.
    Collecting(FieldDecryptor, Vec<String>),
    Decrypting(FieldDecryptor),
    #[cfg(feature = "testing")]
    Plain,
}

thread_local! {
    static MODE: RefCell<Mode> = const { RefCell::new(Mode::Inactive) };
}

impl Sensitive {
    /// The text that stands for this value in the request: a slot. The borrow ends before foreign code runs.
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

/// Runs `build` while sensitive values write slots. Returns the slots with its result.
pub(crate) fn encrypting<T>(
    build: impl FnOnce() -> Result<T, RequestError>,
) -> Result<(T, Slots), RequestError> {
    let scope = Scope::enter(Mode::Encrypting(Slots::default()));
    let request = build()?;
    match scope.leave() {
        Mode::Encrypting(slots) => Ok((request, slots)),
        _ => Ok((request, Slots::default())),
    }
}

/// Runs `decode` while sensitive values are decrypted by `decryptor`.
pub(crate) fn decrypting<T>(decryptor: &FieldDecryptor, decode: impl FnOnce() -> T) -> T {
    let _scope = Scope::enter(Mode::Decrypting(decryptor.clone()));
    decode()
}

/// Runs `decode` and returns the ciphertexts that it meets and that `decryptor` has no plaintext for.
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

/// Runs `test` while sensitive values are plain text.
#[cfg(feature = "testing")]
pub(crate) fn plain<T>(test: impl FnOnce() -> T) -> T {
    let _scope = Scope::enter(Mode::Plain);
    test()
}

/// Restores the earlier mode when dropped, even if the code in between panics.
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
