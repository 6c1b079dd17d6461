//! The faults that a user can add, by their names.

use serde::Serialize;
use wechatpay_client::{
    SignatureHeader,
    gateway::{Fault, ScriptedResponse},
};

use crate::refusal::{self, Refusal, refusal};

/// The number is that of the limit of WeChat Pay's gateway (频率过快).
const FREQUENCY_LIMITED: Refusal = refusal(429, "FREQUENCY_LIMITED", "频率超限", 270_924_289);

/// The body of a 502, as a proxy before WeChat Pay sends it.
const BAD_GATEWAY: &str =
    "<html><head><title>502 Bad Gateway</title></head><body>502 Bad Gateway</body></html>";

/// A fault that a user can add.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(crate) struct KnownFault {
    pub(crate) name: &'static str,
    /// The exchanges that can have the fault. The first is the default.
    pub(crate) on: &'static [Target],
    /// The times at which a request can have the fault. The first is the default.
    pub(crate) when: &'static [When],
    pub(crate) description: &'static str,
    #[serde(skip)]
    pub(crate) effect: Effect,
}

/// The exchanges that have a fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Target {
    Requests,
    Notifications,
}

/// The time of a fault, seen from the execution of the request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum When {
    /// Nothing is executed.
    Before,
    /// The request is executed: the state is changed.
    After,
}

/// The effect of a fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Effect {
    /// A fault that the gateway makes.
    Gateway(Fault),
    /// The body is padded to the bytes of the rule.
    Oversize,
    /// The response, or the notification, is late by the milliseconds of the rule.
    Delay,
    SystemError,
    FrequencyLimited,
    BadGateway,
    /// The notification is sent again after its success.
    Duplicate,
}

/// All faults.
pub(crate) static KNOWN: &[KnownFault] = &[
    message(
        "wrong-signature",
        Effect::Gateway(Fault::WrongSignature),
        "the signature is that of another message",
    ),
    message(
        "altered-body",
        Effect::Gateway(Fault::AlteredBody),
        "the last byte of the body is changed after signing",
    ),
    message(
        "stale-timestamp",
        Effect::Gateway(Fault::StaleTimestamp),
        "the timestamp is ten minutes old, as in a replay",
    ),
    message(
        "future-timestamp",
        Effect::Gateway(Fault::FutureTimestamp),
        "the timestamp is ten minutes in the future",
    ),
    message(
        "unknown-key-id",
        Effect::Gateway(Fault::UnknownKeyId),
        "`Wechatpay-Serial` names a key that does not exist",
    ),
    message(
        "missing-timestamp",
        without(SignatureHeader::Timestamp),
        "there is no header `Wechatpay-Timestamp`",
    ),
    message(
        "missing-nonce",
        without(SignatureHeader::Nonce),
        "there is no header `Wechatpay-Nonce`",
    ),
    message(
        "missing-signature",
        without(SignatureHeader::Signature),
        "there is no header `Wechatpay-Signature`",
    ),
    message(
        "missing-serial",
        without(SignatureHeader::Serial),
        "there is no header `Wechatpay-Serial`",
    ),
    message(
        "missing-signature-type",
        without(SignatureHeader::SignatureType),
        "there is no header `Wechatpay-Signature-Type`, which is optional",
    ),
    message(
        "signature-probe",
        Effect::Gateway(Fault::SignatureProbe),
        "a signature probe (签名探测流量), which must not verify",
    ),
    message(
        "truncated-body",
        Effect::Gateway(Fault::TruncatedBody),
        "the body is cut in its middle",
    ),
    message(
        "oversize-body",
        Effect::Oversize,
        "the body is padded with spaces to `bytes`",
    ),
    request(
        "drop-before-read",
        Effect::Gateway(Fault::DropBeforeRead),
        &[When::Before],
        "the connection is closed, and nothing is executed",
    ),
    request(
        "drop-after-read",
        Effect::Gateway(Fault::DropAfterRead),
        &[When::After],
        "the request is executed, and the connection is closed without a response",
    ),
    KnownFault {
        name: "delay",
        on: &[Target::Requests, Target::Notifications],
        when: &[When::After, When::Before],
        description: "the response comes `milliseconds` late; a later notification overtakes one that is late",
        effect: Effect::Delay,
    },
    request(
        "system-error",
        Effect::SystemError,
        &[When::After, When::Before],
        "500 SYSTEM_ERROR",
    ),
    request(
        "frequency-limited",
        Effect::FrequencyLimited,
        &[When::Before, When::After],
        "429 FREQUENCY_LIMITED",
    ),
    request(
        "bad-gateway",
        Effect::BadGateway,
        &[When::After, When::Before],
        "502 without a signature, from a proxy before WeChat Pay",
    ),
    KnownFault {
        name: "duplicate",
        on: &[Target::Notifications],
        when: &[],
        description: "the notification is sent again after its success",
        effect: Effect::Duplicate,
    },
];

/// The fault with this name.
pub(crate) fn find(name: &str) -> Option<&'static KnownFault> {
    KNOWN.iter().find(|known| known.name == name)
}

/// A fault of responses, which are sent after the execution, and of notifications.
const fn message(name: &'static str, effect: Effect, description: &'static str) -> KnownFault {
    KnownFault {
        name,
        on: &[Target::Requests, Target::Notifications],
        when: &[When::After],
        description,
        effect,
    }
}

/// A fault of requests only.
const fn request(
    name: &'static str,
    effect: Effect,
    when: &'static [When],
    description: &'static str,
) -> KnownFault {
    KnownFault {
        name,
        on: &[Target::Requests],
        when,
        description,
        effect,
    }
}

const fn without(header: SignatureHeader) -> Effect {
    Effect::Gateway(Fault::MissingHeader(header))
}

impl Effect {
    /// The response in place of that of WeChat Pay, if the fault is one of a status.
    pub(crate) fn status(self) -> Option<ScriptedResponse> {
        match self {
            Self::SystemError => Some(refusal::SYSTEM_ERROR.into()),
            Self::FrequencyLimited => Some(FREQUENCY_LIMITED.into()),
            Self::BadGateway => Some(
                ScriptedResponse::bytes(502, BAD_GATEWAY)
                    .with_content_type("text/html")
                    .unsigned(),
            ),
            Self::Gateway(_) | Self::Oversize | Self::Delay | Self::Duplicate => None,
        }
    }
}

impl Target {
    pub(crate) const ALL: [Self; 2] = [Self::Requests, Self::Notifications];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Requests => "requests",
            Self::Notifications => "notifications",
        }
    }
}

impl When {
    pub(crate) const ALL: [Self; 2] = [Self::Before, Self::After];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::After => "after",
        }
    }
}
