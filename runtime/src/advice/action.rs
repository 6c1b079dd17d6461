//! The fixed words of advice: actions, places and roles.

use std::fmt;

use serde::Deserialize;

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident $word:literal $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$variant_doc])* #[serde(rename = $word)] $variant,)*
        }

        impl $name {
            /// All values.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The short fixed name, for programs.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }
        }

        /// Writes a text for people.
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(match self {
                    $(Self::$variant => $text,)*
                })
            }
        }
    };
}

words! {
    /// The kind of step that helps. The `Display` text says what to do.
    Action {
        /// The request is wrong.
        FixRequest "fix-request" "correct the request",
        /// A key, a serial number, a certificate, the clock or the signature is wrong.
        FixKeys "fix-keys" "correct the keys, the certificate, the clock or the signature",
        /// A binding, a product or a permission is missing on a platform of WeChat Pay.
        Configure "configure" "configure the platform: a binding, a product or a permission is missing",
        /// The state is not known.
        Query "query" "query the state before anything else",
        /// The same request may succeed later.
        RepeatSame "repeat-same" "repeat later, with the same number and the same parameters",
        /// The number cannot be used any more.
        NewNumber "new-number" "take a new number, after a query",
        /// The request cannot succeed yet.
        Wait "wait" "wait",
        /// The operation is called too often.
        SlowDown "slow-down" "call less often",
        /// Another operation does this.
        OtherOperation "other-operation" "use another operation",
        /// Only the user can help.
        User "user" "let the user act",
        /// WeChat Pay restricts the merchant.
        Appeal "appeal" "appeal: WeChat Pay restricts the merchant",
        /// The state is final, or nothing is wrong.
        None "none" "do not repeat the request: the state is final, or nothing is wrong",
        /// The merchant's server or network is wrong.
        FixServer "fix-server" "correct your own server or network",
        /// The page or the app is wrong.
        FixFrontEnd "fix-front-end" "correct the page or the app",
    }
}

words! {
    /// The place where an error shows.
    Place {
        /// In a response to a request.
        Api "api" "response",
        /// In a notification.
        Notification "notification" "notification",
        /// On the screen of a user, or in a page or an app.
        FrontEnd "front-end" "front end",
        /// In the state of an order, a refund or another thing.
        State "state" "state",
        /// In the program of the merchant, before a request is sent.
        Program "program" "program",
    }
}

words! {
    /// The role of a caller.
    Role {
        /// A direct merchant (直连商户).
        Merchant "merchant" "merchant",
        /// A service provider (服务商).
        ServiceProvider "partner" "service provider",
        /// A brand in brand-direct mode (品牌直连).
        Brand "brand" "brand",
    }
}
