//! 商户开户意愿确认.

mod identity_applyments;
mod inactive_merchant_verifications;

pub use identity_applyments::*;
pub use inactive_merchant_verifications::*;
