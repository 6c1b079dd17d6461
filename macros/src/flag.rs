//! The options of an endpoint that are one word.

use proc_macro2::TokenTree;

use crate::errors::Errors;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Flag {
    /// The operation responds with 202 if it succeeds.
    Accepted,
    /// The response is a file, and unsigned.
    Download,
    /// The operation is on the hosts outside the mainland.
    Global,
    /// The server de-duplicates by the merchant's number, so the client may retry.
    Idempotent,
    /// The declaration is not compared with the catalogue.
    Unlisted,
    /// The response is JSON without a signature.
    Unsigned,
    /// The request is a multipart form with a file.
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

    /// The flag as a declaration writes it.
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

/// The flags of one endpoint, each with its token in the declaration.
#[derive(Default)]
pub(crate) struct Flags(Vec<(Flag, TokenTree)>);

impl Flags {
    pub(crate) fn insert(&mut self, flag: Flag, token: TokenTree) {
        self.0.push((flag, token));
    }

    /// The token that sets the flag, if one does.
    pub(crate) fn get(&self, flag: Flag) -> Option<&TokenTree> {
        self.0
            .iter()
            .find_map(|(set, token)| (*set == flag).then_some(token))
    }

    pub(crate) fn has(&self, flag: Flag) -> bool {
        self.get(flag).is_some()
    }

    /// Reports flags that the HTTP method or another flag excludes.
    pub(crate) fn check(&self, method: Option<&'static str>, errors: &mut Errors) {
        let rules = self.rules_of_methods(method).into_iter();
        for (flag, is_excluded, message) in rules.chain(self.rules_of_flags()) {
            if let Some(token) = self.get(flag).filter(|_| is_excluded) {
                errors.at(token, message);
            }
        }
    }

    fn rules_of_methods(&self, method: Option<&'static str>) -> [Rule; 4] {
        let is_get = method == Some("GET");
        let is_other = method.is_some() && !is_get;
        [
            (
                Flag::Idempotent,
                is_get,
                "a `GET` is always safe to retry: remove `idempotent`",
            ),
            (
                Flag::Upload,
                matches!(method, Some("GET" | "DELETE")),
                "an `upload` needs an HTTP method with a body: write `POST`",
            ),
            (
                Flag::Download,
                is_other && !self.has(Flag::Upload),
                "a `download` must be a `GET`: write `GET`, or remove `download`",
            ),
            (
                Flag::Unsigned,
                is_other,
                "only a `GET` may be `unsigned`, because nothing proves the response: remove `unsigned`",
            ),
        ]
    }

    fn rules_of_flags(&self) -> [Rule; 4] {
        let is_download = self.has(Flag::Download);
        [
            (
                Flag::Accepted,
                self.has(Flag::Unsigned) && !is_download,
                "an `unsigned` response cannot prove that anything was `accepted`: remove one of \
                 the two options",
            ),
            (
                Flag::Unsigned,
                is_download,
                "a `download` is always unsigned: remove `unsigned`",
            ),
            (
                Flag::Accepted,
                is_download,
                "the response of a `download` is the file: remove `accepted`",
            ),
            (
                Flag::Upload,
                is_download,
                "an operation is a `download` or an `upload`, not both: remove one of the two options",
            ),
        ]
    }
}

/// A flag, `true` if the method or another flag excludes this flag, and the message if the flag is set all the same.
type Rule = (Flag, bool, &'static str);
