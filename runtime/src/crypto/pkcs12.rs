//! PKCS#12 (`apiclient_cert.p12`): a private key with its certificate, under a password.

use openssl::{
    error::ErrorStack,
    pkcs12::{ParsedPkcs12_2, Pkcs12},
    provider::Provider,
};

use super::keys::{Certificate, PrivateKey};
use crate::error::Pkcs12Problem;

/// The private key in a PKCS#12 file, and the certificate of that key.
pub(crate) fn read(
    file: &[u8],
    password: &str,
) -> Result<(PrivateKey, Certificate), Pkcs12Problem> {
    let file = Pkcs12::from_der(file).map_err(|_| Pkcs12Problem::NotPkcs12)?;
    // C strings end there, and the binding panics.
    if password.contains('\0') {
        return Err(Pkcs12Problem::WrongPassword);
    }
    let ParsedPkcs12_2 { pkey, cert, .. } = parse(&file, password)?;
    let key = pkey.ok_or(Pkcs12Problem::NoPrivateKey)?;
    let certificate = cert.ok_or(Pkcs12Problem::NoCertificate)?;
    let key = PrivateKey::checked(key).map_err(Pkcs12Problem::Unusable)?;
    let certificate = Certificate::of(&certificate).map_err(Pkcs12Problem::Unusable)?;
    Ok((key, certificate))
}

fn parse(file: &Pkcs12, password: &str) -> Result<ParsedPkcs12_2, Pkcs12Problem> {
    let parsed = match file.parse2(password) {
        // Older tools encrypt certificates with RC2-40, which OpenSSL 3 keeps apart. Loaded for this reading
        // only.
        Err(error) if says(&error, "unsupported") => {
            let _legacy = Provider::try_load(None, "legacy", true)
                .map_err(|_| Pkcs12Problem::LegacyEncryption)?;
            file.parse2(password)
        }
        parsed => parsed,
    };
    parsed.map_err(|error| match says(&error, "mac verify failure") {
        true => Pkcs12Problem::WrongPassword,
        false => Pkcs12Problem::Malformed,
    })
}

fn says(error: &ErrorStack, reason: &str) -> bool {
    let mut reasons = error.errors().iter().filter_map(|error| error.reason());
    reasons.any(|said| said == reason)
}
