//! Certificates: the parts that the command shows and compares.

use std::path::Path;

use openssl::{
    asn1::{Asn1Time, Asn1TimeRef},
    nid::Nid,
    x509::{X509, X509NameRef},
};
use serde::Serialize;

use crate::{
    failure::{Failure, Result},
    file,
};

/// The holder, the serial number and the dates of a certificate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Certificate {
    /// In upper-case hexadecimal.
    pub(crate) serial_no: String,
    /// The common name of the holder: of a merchant API certificate (商户API证书), the merchant number.
    pub(crate) holder: Option<String>,
    /// The common name of the issuer.
    pub(crate) issuer: Option<String>,
    pub(crate) not_before: String,
    pub(crate) not_after: String,
    /// The days until the certificate expires; negative if it has expired.
    pub(crate) days_left: i32,
    #[serde(skip)]
    has_begun: bool,
}

impl Certificate {
    /// Reads the first certificate of a PEM file, or of a file of base64 in one line.
    pub(crate) fn read(path: &Path) -> Result<Self> {
        let pem = file::read(path)?;
        Self::from_pem(&pem).ok_or_else(|| {
            let path = path.display();
            Failure::configuration(format!("{path} has no certificate that can be read"))
                .cure("name `apiclient_cert.pem`, which begins with `-----BEGIN CERTIFICATE-----`")
        })
    }

    pub(crate) fn from_pem(pem: &[u8]) -> Option<Self> {
        let certificate = X509::from_pem(pem).or_else(|_| {
            let text = String::from_utf8_lossy(pem);
            X509::from_pem(
                format!(
                    "-----BEGIN CERTIFICATE-----\n{}\n-----END CERTIFICATE-----\n",
                    text.trim()
                )
                .as_bytes(),
            )
        });
        Self::of(&certificate.ok()?)
    }

    fn of(certificate: &X509) -> Option<Self> {
        let serial_no = certificate.serial_number().to_bn().ok()?;
        let now = Asn1Time::days_from_now(0).ok()?;
        Some(Self {
            serial_no: serial_no.to_hex_str().ok()?.to_string(),
            holder: common_name(certificate.subject_name()),
            issuer: common_name(certificate.issuer_name()),
            not_before: certificate.not_before().to_string(),
            not_after: certificate.not_after().to_string(),
            days_left: days_between(&now, certificate.not_after())?,
            has_begun: certificate.not_before() <= now,
        })
    }

    pub(crate) const fn has_expired(&self) -> bool {
        self.days_left < 0
    }

    /// Tests if the validity has begun.
    pub(crate) const fn has_begun(&self) -> bool {
        self.has_begun
    }
}

fn days_between(from: &Asn1TimeRef, to: &Asn1TimeRef) -> Option<i32> {
    let difference = from.diff(to).ok()?;
    // The days and the seconds have the same sign: a certificate that expired an hour ago has -1 day left.
    Some(difference.days - i32::from(difference.secs < 0))
}

fn common_name(name: &X509NameRef) -> Option<String> {
    let entry = name.entries_by_nid(Nid::COMMONNAME).next()?;
    entry.data().to_string().ok()
}
