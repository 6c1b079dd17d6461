//! Operations as they are declared.

use http::Method;
use serde::{Deserialize, Serialize};

/// An operation: method, path template and options.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Endpoint {
    pub(crate) method: Method,
    /// The path template. A placeholder is a whole segment, `{name}`.
    pub(crate) path: &'static str,
    pub(crate) options: EndpointOptions,
    /// JSON pointers to the sensitive members (敏感信息) of the body. `*` stands for each item of a list.
    pub(crate) sensitive: &'static [&'static str],
    /// The names of the query parameters that must be sensitive.
    pub(crate) sensitive_query: &'static [&'static str],
}

/// Properties of an operation that every request inherits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct EndpointOptions {
    /// 202 is a success of this operation.
    #[serde(skip_serializing_if = "is_false")]
    pub(crate) accepted: bool,
    /// WeChat Pay de-duplicates by the merchant's order number (`out_trade_no`, `out_refund_no` …), so the client may
    /// retry.
    #[serde(skip_serializing_if = "is_false")]
    pub(crate) idempotent: bool,
    /// The operation is on the hosts for callers outside mainland China.
    #[serde(skip_serializing_if = "is_false")]
    pub(crate) global: bool,
    /// The response carries no signature.
    #[serde(skip_serializing_if = "is_false")]
    pub(crate) unsigned: bool,
}

/// Skips `false`, so that a property added later does not change the MAC of stored requests.
fn is_false(option: &bool) -> bool {
    !option
}

impl Endpoint {
    /// Creates an operation without options.
    #[must_use]
    pub const fn new(method: Method, path: &'static str) -> Self {
        Self {
            method,
            path,
            options: EndpointOptions {
                accepted: false,
                idempotent: false,
                global: false,
                unsigned: false,
            },
            sensitive: &[],
            sensitive_query: &[],
        }
    }

    /// Declares that the status 202 is a success of the operation.
    #[must_use]
    pub const fn accepted(mut self) -> Self {
        self.options.accepted = true;
        self
    }

    /// Declares that the operation is on the hosts for callers outside mainland China, such as
    /// `apihk.mch.weixin.qq.com`.
    #[must_use]
    pub const fn global(mut self) -> Self {
        self.options.global = true;
        self
    }

    /// Declares that the client may retry the operation, because WeChat Pay de-duplicates by the merchant's order
    /// number (`out_trade_no`, `out_refund_no` …).
    #[must_use]
    pub const fn idempotent(mut self) -> Self {
        self.options.idempotent = true;
        self
    }

    /// Declares that WeChat Pay does not sign the response of the operation.
    #[must_use]
    pub const fn unsigned(mut self) -> Self {
        self.options.unsigned = true;
        self
    }

    /// Declares the sensitive members (敏感信息) of the body, by JSON pointers in which `*` stands for each item of a
    /// list. The client sends no body with such a member in clear.
    #[must_use]
    pub const fn sensitive(mut self, pointers: &'static [&'static str]) -> Self {
        self.sensitive = pointers;
        self
    }

    /// Declares the sensitive query parameters by their names. The client sends no such parameter in clear.
    #[must_use]
    pub const fn sensitive_query(mut self, names: &'static [&'static str]) -> Self {
        self.sensitive_query = names;
        self
    }
}
