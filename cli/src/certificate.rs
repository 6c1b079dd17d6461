//! Certificates: the parts that the command shows and compares.

use std::path::Path;

use openssl::{
    asn1::{Asn1Time, Asn1TimeRef},
    nid::Nid,
    x509::{X509, X509NameRef},
};
use serde::Serialize;

use crate::{failure::Result, file::read_option, key_failure::no_certificate};

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
    /// The days until the certificate expires, to the nearest; negative if the certificate has expired.
    pub(crate) days_left: i64,
    #[serde(skip)]
    seconds_left: i64,
    #[serde(skip)]
    has_begun: bool,
}

/// Parses the first certificate of a PEM file, of a file of base64 in one line, or of a file in DER, as the library does.
pub(crate) fn x509(file: &[u8]) -> Option<X509> {
    let certificate = X509::from_pem(file).or_else(|_| X509::from_der(file));
    let certificate = certificate.or_else(|_| {
        let text = String::from_utf8_lossy(file);
        X509::from_pem(
            format!(
                "-----BEGIN CERTIFICATE-----\n{}\n-----END CERTIFICATE-----\n",
                text.trim()
            )
            .as_bytes(),
        )
    });
    certificate.ok()
}

/// Reads the root certificates of an option, which are in PEM.
pub(crate) fn read_roots(path: &Path) -> Result<Vec<u8>> {
    let content = read_option("root-certificates", path)?;
    match X509::stack_from_pem(&content) {
        Ok(roots) if !roots.is_empty() => Ok(content),
        _ => Err(no_certificate("root-certificates", path, &content)),
    }
}

impl Certificate {
    /// Reads the first certificate of a file.
    pub(crate) fn read(path: &Path) -> Result<Self> {
        let pem = read_option("certificate", path)?;
        Self::from_pem(&pem).ok_or_else(|| no_certificate("certificate", path, &pem))
    }

    pub(crate) fn from_pem(pem: &[u8]) -> Option<Self> {
        Self::of(&x509(pem)?)
    }

    fn of(certificate: &X509) -> Option<Self> {
        let serial_no = certificate.serial_number().to_bn().ok()?;
        let now = Asn1Time::days_from_now(0).ok()?;
        let seconds_left = seconds_between(&now, certificate.not_after())?;
        Some(Self {
            serial_no: serial_no.to_hex_str().ok()?.to_string(),
            holder: common_name(certificate.subject_name()),
            issuer: common_name(certificate.issuer_name()),
            not_before: certificate.not_before().to_string(),
            not_after: certificate.not_after().to_string(),
            days_left: days(seconds_left),
            seconds_left,
            has_begun: certificate.not_before() <= now,
        })
    }

    pub(crate) const fn has_expired(&self) -> bool {
        self.seconds_left < 0
    }

    /// The time until the certificate expires, or since then, for people: `3 days`.
    pub(crate) fn distance(&self) -> String {
        distance(self.seconds_left)
    }

    /// Tests if the validity has begun.
    pub(crate) const fn has_begun(&self) -> bool {
        self.has_begun
    }
}

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;

fn seconds_between(from: &Asn1TimeRef, to: &Asn1TimeRef) -> Option<i64> {
    let difference = from.diff(to).ok()?;
    Some(i64::from(difference.days) * DAY + i64::from(difference.secs))
}

/// The nearest number of days. A time in the past is at least one day ago, so that the number is negative.
fn days(seconds: i64) -> i64 {
    match seconds < 0 {
        true => seconds.div_euclid(DAY),
        false => (seconds + DAY / 2) / DAY,
    }
}

/// A length of time, as people count: the nearest number of days, or below a day the nearest number of hours.
fn distance(seconds: i64) -> String {
    let seconds = seconds.saturating_abs();
    let nearest = |unit: i64| (seconds + unit / 2) / unit;
    let (count, noun) = match (nearest(DAY), nearest(HOUR)) {
        (_, 0) => return "less than an hour".to_owned(),
        (_, hours @ ..24) => (hours, "hour"),
        (days, _) => (days, "day"),
    };
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
}

fn common_name(name: &X509NameRef) -> Option<String> {
    let entry = name.entries_by_nid(Nid::COMMONNAME).next()?;
    entry.data().to_string().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_counted_as_people_do() {
        for (seconds, text, number) in [
            (0, "less than an hour", 0),
            (HOUR, "1 hour", 0),
            (23 * HOUR, "23 hours", 1),
            (DAY - 1, "1 day", 1),
            (DAY, "1 day", 1),
            (36 * HOUR, "2 days", 2),
            (3 * DAY - 1, "3 days", 3),
            (3 * DAY, "3 days", 3),
            (30 * DAY - 1, "30 days", 30),
            (-1, "less than an hour", -1),
            (-2 * HOUR, "2 hours", -1),
            (-DAY, "1 day", -1),
            (-3 * DAY + 1, "3 days", -3),
        ] {
            assert_eq!(
                (&*distance(seconds), days(seconds)),
                (text, number),
                "{seconds}"
            );
        }
    }
}
