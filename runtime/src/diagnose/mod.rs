//! Diagnoses after a failed call or notification: the reason why WeChat Pay refused the merchant's signature, or why a
//! signature of WeChat Pay did not verify. A diagnosis is for people. No message is ever trusted because of a diagnosis.

mod sign_error;
mod unverified;

pub use sign_error::SignErrorDiagnosis;
pub use unverified::VerifyDiagnosis;
pub(crate) use unverified::{diagnose, is_made_by_trusted_key};
