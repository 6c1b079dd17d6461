//! The errors of all layers, with their kinds.
//!
//! A call returns [`Error`](crate::Error), whose [`ErrorKind`](crate::ErrorKind) holds one of them. A constructor returns
//! the error of its own layer, which `?` converts into [`Error`](crate::Error).

pub use crate::call_error::DecodeError;
pub use crate::{
    config_error::{ConfigError, ConfigErrorKind},
    crypto::{KeyError, KeyErrorKind, KeySubject},
    diagnose::{SignErrorDiagnosis, VerifyDiagnosis},
    download::{DownloadError, DownloadErrorKind},
    journal::JournalError,
    request::{HeaderErrorKind, PathErrorKind, QueryErrorKind, RequestError, RequestErrorKind},
    sign::{SignedValueError, SignedValueErrorKind, SignerError, SigningError, SigningErrorKind},
    transport::{TransportError, TransportErrorKind},
    upload::{FileError, FileErrorKind},
    values::{DateTimeError, FenError},
    verify::{
        CertificateListErrorKind, CertificatesError, CertificatesErrorKind, VerifyError,
        VerifyErrorKind,
    },
};
