//! The options that are one word: facts of an operation beside its method and path.

use proc_macro2::TokenTree;

use crate::errors::Errors;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Flag {
    /// 202 is this operation's success.
    Accepted,
    /// Its response is a file, without a signature.
    Download,
    /// It is on the hosts outside the mainland.
    Global,
    /// It may be sent again: the server tells a repetition by the merchant's own number.
    Idempotent,
    /// It is not compared with the table of known operations.
    Unlisted,
    /// Its response carries no signature.
    Unsigned,
    /// It takes a file, as a multipart form.
    Upload,
}

impl Flag {
    pub(crate) const ALL: [Self; 7] = [
        Self::Accepted,
        Self::Download,
        Self::Global,
        Self::Idempotent,
        Self::Unlisted,
        Self::Unsigned,
        Self::Upload,
    ];

    /// As it is written.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Download => "download",
            Self::Global => "global",
            Self::Idempotent => "idempotent",
            Self::Unlisted => "unlisted",
            Self::Unsigned => "unsigned",
            Self::Upload => "upload",
        }
    }

    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|flag| flag.name() == name)
    }
}

/// The flags of one operation, each with the word that it was written as.
#[derive(Default)]
pub(crate) struct Flags(Vec<(Flag, TokenTree)>);

impl Flags {
    pub(crate) fn insert(&mut self, flag: Flag, word: TokenTree) {
        self.0.push((flag, word));
    }

    /// The word that sets the flag, if it is set.
    pub(crate) fn get(&self, flag: Flag) -> Option<&TokenTree> {
        self.0
            .iter()
            .find_map(|(set, word)| (*set == flag).then_some(word))
    }

    pub(crate) fn has(&self, flag: Flag) -> bool {
        self.get(flag).is_some()
    }

    /// Reports what does not go together.
    pub(crate) fn check(&self, method: Option<&'static str>, errors: &mut Errors) {
        if method == Some("GET") {
            self.forbid(
                Flag::Idempotent,
                "a GET is always safe to repeat: drop `idempotent`",
                errors,
            );
        }
        if matches!(method, Some("GET" | "DELETE")) {
            self.forbid(Flag::Upload, "an upload is a `POST`", errors);
        }
        if method.is_some_and(|method| method != "GET") {
            if !self.has(Flag::Upload) {
                self.forbid(Flag::Download, "a `download` is a `GET`", errors);
            }
            self.forbid(
                Flag::Unsigned,
                "nothing proves what an `unsigned` response says: only a `GET` may have one",
                errors,
            );
        }
        if self.has(Flag::Unsigned) && !self.has(Flag::Download) {
            self.forbid(
                Flag::Accepted,
                "nothing proves that an `unsigned` response accepted anything: drop one of the two",
                errors,
            );
        }
        if self.has(Flag::Download) {
            self.forbid(
                Flag::Unsigned,
                "a `download` is unsigned by nature: drop `unsigned`",
                errors,
            );
            self.forbid(
                Flag::Accepted,
                "the response of a `download` is the file: drop `accepted`",
                errors,
            );
            self.forbid(
                Flag::Upload,
                "an operation is a `download` or an `upload`, not both",
                errors,
            );
        }
    }

    fn forbid(&self, flag: Flag, message: &str, errors: &mut Errors) {
        if let Some(word) = self.get(flag) {
            errors.at(word, message);
        }
    }
}
