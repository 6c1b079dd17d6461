//! PKCS#12 (`apiclient_cert.p12`): a private key with its certificate, under a password.

use openssl::{
    error::ErrorStack,
    pkcs12::{ParsedPkcs12_2, Pkcs12},
    provider::Provider,
};

use super::keys::{Certificate, PrivateKey};
use crate::error::Pkcs12Error;

/// The private key in a PKCS#12 file, and the certificate of that key.
pub(crate) fn read(file: &[u8], password: &str) -> Result<(PrivateKey, Certificate), Pkcs12Error> {
    let file = Pkcs12::from_der(file).map_err(|_| Pkcs12Error::NotPkcs12)?;
    // C strings end there, and the binding panics.
    if password.contains('\0') {
        return Err(Pkcs12Error::WrongPassword);
    }
    let ParsedPkcs12_2 { pkey, cert, .. } = parse(&file, password)?;
    let key = pkey.ok_or(Pkcs12Error::NoPrivateKey)?;
    let certificate = cert.ok_or(Pkcs12Error::NoCertificate)?;
    let key = PrivateKey::checked(key).map_err(Pkcs12Error::Unusable)?;
    let certificate = Certificate::of(&certificate).map_err(Pkcs12Error::Unusable)?;
    Ok((key, certificate))
}

fn parse(file: &Pkcs12, password: &str) -> Result<ParsedPkcs12_2, Pkcs12Error> {
    let parsed = match file.parse2(password) {
        // Older tools encrypt certificates with RC2-40, which OpenSSL 3 keeps apart. Loaded for this reading
        // only.
        Err(error) if says(&error, "unsupported") => {
            let _legacy = Provider::try_load(None, "legacy", true)
                .map_err(|_| Pkcs12Error::LegacyEncryption)?;
            file.parse2(password)
        }
        parsed => parsed,
    };
    parsed.map_err(|error| match says(&error, "mac verify failure") {
        true => Pkcs12Error::WrongPassword,
        false => Pkcs12Error::Malformed,
    })
}

fn says(error: &ErrorStack, reason: &str) -> bool {
    let mut reasons = error.errors().iter().filter_map(|error| error.reason());
    reasons.any(|said| said == reason)
}
