//! Diagnosis: why a signature was not accepted, on either side. The causes are for people; nothing is ever
//! trusted because of one.

mod sign_error;
mod unverified;

pub use sign_error::SignErrorCause;
pub use unverified::VerifyCause;
pub(crate) use unverified::diagnose;
