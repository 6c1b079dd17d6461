//! Diagnosis: why a signature was not accepted, on either side. The causes are for people; nothing is ever
//! trusted because of one.

mod sign_error;
mod unverified;

pub use sign_error::SignErrorDiagnosis;
pub use unverified::VerifyDiagnosis;
pub(crate) use unverified::diagnose;
