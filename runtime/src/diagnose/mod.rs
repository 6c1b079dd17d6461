//! Diagnosis, after a call or a notification has failed: why a signature was not accepted, ours by WeChat Pay
//! or WeChat Pay's by us. A diagnosis is for people. Nothing is ever trusted because of one.

mod sign_error;
mod unverified;

pub use sign_error::SignErrorDiagnosis;
pub use unverified::VerifyDiagnosis;
pub(crate) use unverified::diagnose;
