//! The list of platform certificates, as WeChat Pay responds to a download: verified and decrypted, all or nothing.

use std::fmt;

use bytes::Bytes;
use http::Response;
use serde::{
    Deserialize, Deserializer,
    de::{IgnoredAny, SeqAccess, Visitor},
};

use super::error::{CertificateListErrorKind, CertificatesErrorKind, is_not_issued};
use crate::{
    api_v3_key::ApiV3Key,
    crypto::{self, Sealed},
    json,
    sign::Scheme,
    verify::{KeyRing, PlatformCertificate, VerifyErrorKind, verify_signature},
};

#[derive(Deserialize)]
struct CertificateList {
    data: Entries,
}

/// The first [`MAX_ENTRIES`] entries of a list, and the number of all entries.
struct Entries {
    entries: Vec<Entry>,
    count: usize,
}

#[derive(Deserialize)]
struct Entry {
    serial_no: String,
    effective_time: String,
    expire_time: String,
    encrypt_certificate: Sealed,
}

/// The largest number of entries that are decrypted. Real lists have one to three. Each entry costs an AES-GCM
/// decryption and the parsing of a certificate, even before the signature is verified if the list holds its own key.
const MAX_ENTRIES: usize = 64;

/// The certificates of a response to `GET /v3/certificates`, verified at `now` (Unix seconds).
///
/// If the response names a key of `trusted`, this key verifies the response before anything is decrypted. Otherwise a
/// certificate in the list must verify it. The APIv3 key, which encrypts each entry, then proves the origin of the
/// list.
pub(super) fn verify_and_decrypt(
    response: &Response<Bytes>,
    key: &ApiV3Key,
    trusted: &[&KeyRing],
    scheme: Scheme,
    now: u64,
) -> Result<KeyRing, CertificatesErrorKind> {
    if !response.status().is_success() {
        return Err(refusal(response));
    }
    let verify_with = |keys: &[&KeyRing]| {
        verify_signature(response.headers(), response.body(), keys, scheme, now)
    };
    match verify_with(trusted) {
        Ok(_) => return Ok(decrypt(response.body(), key)?),
        Err(VerifyErrorKind::UnknownKeyId { .. }) => {}
        Err(reason) => return Err(CertificateListErrorKind::Unverified(reason).into()),
    }
    let listed = decrypt(response.body(), key)?;
    match verify_with(&[&listed]) {
        Ok(_) => Ok(listed),
        // An empty list needs no proof. It means the same as a 404.
        Err(VerifyErrorKind::UnknownKeyId { .. }) if listed.is_empty() => {
            Err(CertificatesErrorKind::NotIssued)
        }
        Err(reason) => Err(CertificateListErrorKind::Unverified(reason).into()),
    }
}

/// The error of a response whose status is not a success.
fn refusal(response: &Response<Bytes>) -> CertificatesErrorKind {
    #[derive(Deserialize)]
    struct ErrorBody {
        code: String,
    }

    match json::read::<ErrorBody>(response.body()) {
        Ok(ErrorBody { code }) if is_not_issued(&code) => CertificatesErrorKind::NotIssued,
        _ => CertificatesErrorKind::Refused {
            status: response.status().as_u16(),
        },
    }
}

/// Decrypts the certificates of a list.
pub(super) fn decrypt(body: &[u8], key: &ApiV3Key) -> Result<KeyRing, CertificateListErrorKind> {
    let mut listed = KeyRing::default();
    for entry in entries(body)? {
        listed.insert_certificate(entry.decrypt(key)?);
    }
    Ok(listed)
}

/// The certificates of a list in PEM.
pub(super) fn decrypt_pem(
    body: &[u8],
    key: &ApiV3Key,
) -> Result<Vec<Vec<u8>>, CertificateListErrorKind> {
    let pem = |entry: Entry| Ok(key.decrypt(&entry.encrypt_certificate)?.to_vec());
    entries(body)?.into_iter().map(pem).collect()
}

fn entries(body: &[u8]) -> Result<Vec<Entry>, CertificateListErrorKind> {
    let list: CertificateList = json::read(body)
        .map_err(|error| CertificateListErrorKind::ListInvalid(error.to_string()))?;
    let Entries { entries, count } = list.data;
    if count > MAX_ENTRIES {
        return Err(CertificateListErrorKind::TooManyEntries {
            entries: count,
            limit: MAX_ENTRIES,
        });
    }
    Ok(entries)
}

impl<'de> Deserialize<'de> for Entries {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct EntriesVisitor;

        impl<'de> Visitor<'de> for EntriesVisitor {
            type Value = Entries;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an array of certificates")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Entries, A::Error> {
                let mut entries = Vec::new();
                while entries.len() < MAX_ENTRIES {
                    match list.next_element()? {
                        Some(entry) => entries.push(entry),
                        None => break,
                    }
                }
                let mut count = entries.len();
                while list.next_element::<IgnoredAny>()?.is_some() {
                    count += 1;
                }
                Ok(Entries { entries, count })
            }
        }

        deserializer.deserialize_seq(EntriesVisitor)
    }
}

impl Entry {
    fn decrypt(self, key: &ApiV3Key) -> Result<PlatformCertificate, CertificateListErrorKind> {
        let pem = key.decrypt(&self.encrypt_certificate)?;
        let certificate = PlatformCertificate::from_pem(&*pem)
            .map_err(|error| CertificateListErrorKind::NotCertificate(error.into_kind()))?;
        if certificate.serial_no() != self.serial_no {
            return Err(CertificateListErrorKind::SerialNoMismatch);
        }
        let time =
            |text: &str| crypto::parse_rfc3339(text).ok_or(CertificateListErrorKind::TimeInvalid);
        Ok(certificate.with_validity(time(&self.effective_time)?, time(&self.expire_time)?))
    }
}
