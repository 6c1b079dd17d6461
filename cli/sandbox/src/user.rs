//! The user of the sandbox.

/// The user (openid) that pays, signs and confirms, if a request names none.
pub(crate) const OPENID: &str = "oSandboxUser0000000000000000";
