//! The list of platform certificates as WeChat Pay answers it: opened, verified, all or nothing.

use hyper::{Response, body::Bytes};
use serde::Deserialize;

use super::error::{CertificateReason, CertificatesError};
use crate::{
    crypto::{self, ApiV3Key, Sealed},
    error::{ApiError, BuildError, Error, JsonError},
    sign::Scheme,
    verify::{KeyRing, PlatformCertificate, VerifyReason, check},
};

#[derive(Deserialize)]
struct List {
    data: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    serial_no: String,
    effective_time: String,
    expire_time: String,
    encrypt_certificate: Sealed,
}

/// What stands for «no platform certificates»: its code has two spellings.
const NOT_ISSUED: [&str; 2] = ["RESOURCE_NOT_EXISTS", "RESOURCE_NOT_EXIST"];

/// The certificates of an answer to `GET /v3/certificates`, verified at `now` (Unix seconds).
///
/// `known` are the keys that are trusted already. Once one of them is a certificate in force, they alone
/// verify; before that the list itself may carry the key that signed it: then it is the APIv3 key, under
/// which each entry is sealed, that proves where it is from.
pub(super) fn open(
    answer: &Response<Bytes>,
    key: &ApiV3Key,
    known: &[&KeyRing],
    scheme: Scheme,
    now: u64,
) -> Result<KeyRing, CertificatesError> {
    if !answer.status().is_success() {
        return Err(refusal(answer));
    }
    let carried = decrypt(answer.body(), key)?;
    let mut trusted = known.to_vec();
    if !known.iter().any(|ring| ring.has_certificate_in_force(now)) {
        trusted.push(&carried);
    }
    match check(answer.headers(), answer.body(), &trusted, scheme, now) {
        Ok(_) => Ok(carried),
        // Nobody could verify it, and it gives nothing: it says what a 404 says.
        Err(VerifyReason::UnknownSerial { .. }) if carried.is_empty() => {
            Err(CertificatesError::NotIssued)
        }
        Err(reason) => Err(CertificateReason::Unverified(reason).into()),
    }
}

/// The certificates of a list that was verified earlier.
pub(super) fn decrypt(body: &[u8], key: &ApiV3Key) -> Result<KeyRing, CertificateReason> {
    let list: List = serde_json::from_slice(body)
        .map_err(|error| CertificateReason::ListInvalid(JsonError::from(error).to_string()))?;
    let mut carried = KeyRing::default();
    for entry in list.data {
        carried.insert_certificate(entry.open(key)?);
    }
    Ok(carried)
}

fn refusal(answer: &Response<Bytes>) -> CertificatesError {
    let error = ApiError::unauthenticated(answer);
    match error.code() {
        Some(code) if NOT_ISSUED.contains(&code) => CertificatesError::NotIssued,
        _ => CertificatesError::Call(Box::new(Error::from(error))),
    }
}

impl Entry {
    fn open(self, key: &ApiV3Key) -> Result<PlatformCertificate, CertificateReason> {
        let pem = key.open(&self.encrypt_certificate)?;
        let certificate = PlatformCertificate::from_pem(&*pem).map_err(|error| match error {
            Error::Build(BuildError::PlatformCertificate(error)) => {
                CertificateReason::NotCertificate(error)
            }
            _ => CertificateReason::NotCertificate(crate::KeyError::Malformed),
        })?;
        if certificate.serial_no() != self.serial_no {
            return Err(CertificateReason::SerialMismatch);
        }
        let time = |text: &str| crypto::rfc3339(text).ok_or(CertificateReason::TimeInvalid);
        Ok(certificate.in_force(time(&self.effective_time)?, time(&self.expire_time)?))
    }
}
