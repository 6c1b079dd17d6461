//! Makes the keys in the folder of a sandbox that are missing. Each function returns a sentence about the keys that it
//! made, for the case that programs have earlier ones.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use openssl::{asn1::Asn1Time, pkey::PKey, x509::X509};
use tempfile::TempDir;
use wechatpay_client::gateway::{
    GatewayMerchant,
    sandbox::{TlsIdentity, WECHAT_PAY_HOSTS, generate_certified, renew_certificate},
};

use super::{
    API_V3_KEY, AUTHORITY, BRAND, BRAND_PREFIX, CERTIFICATE_MERCHANT, DIRECT_MERCHANT,
    MERCHANT_CERTIFICATE, MERCHANT_KEY, MERCHANTS, PLATFORM_CERTIFICATE, PLATFORM_KEY, PUBLIC_KEY,
    PUBLIC_KEY_ID, Role, SERVICE_PROVIDER, TLS_CERTIFICATE, TLS_KEY, WECHAT_PAY_KEY, make_folder,
    read_bytes, read_if_there, write,
};
use crate::{
    folder_error::{FolderError, unreadable, unusable, unwritable},
    secret_file::UNFINISHED,
    tls::is_usable,
};

/// Makes the certificate for TLS, if it is missing, expires, or does not fit the other files: a start that is killed
/// leaves files of two starts.
pub(super) fn tls(path: &Path) -> Result<Option<String>, FolderError> {
    let files = [AUTHORITY, TLS_CERTIFICATE, TLS_KEY].map(|file| path.join(file));
    let [authority, certificate, key] = &files;
    let reason = match missing(&files)? {
        Some(missing) => format!("{} was missing", missing.display()),
        None if serves(&files)? => return Ok(None),
        None => format!(
            "{} expires, or does not fit {AUTHORITY} and {TLS_KEY}",
            certificate.display()
        ),
    };
    let mut hosts = vec!["localhost"];
    hosts.extend(WECHAT_PAY_HOSTS);
    let tls = TlsIdentity::generate(&hosts).map_err(|error| unusable(authority, error))?;
    write(key, &tls.private_key)?;
    write(certificate, &tls.certificate)?;
    write(authority, &tls.authority)?;
    Ok(Some(format!(
        "{reason}: {AUTHORITY}, {TLS_CERTIFICATE} and {TLS_KEY} were made again; \
         programs must trust the new {AUTHORITY}"
    )))
}

/// Tests if the authority, the certificate and the key for TLS serve for another day.
fn serves([authority, certificate, key]: &[PathBuf; 3]) -> Result<bool, FolderError> {
    let tomorrow = Asn1Time::days_from_now(1).map_err(|error| unusable(certificate, error))?;
    let is_usable = is_usable(
        &read_bytes(authority)?,
        &read_bytes(certificate)?,
        &read_bytes(key)?,
        &tomorrow,
    );
    // Files that are no PEM are made again too.
    Ok(is_usable.unwrap_or(false))
}

/// Makes the platform certificate and its key, if one of them is missing, if the certificate is out of date, or if it is that
/// of another key.
pub(super) fn platform(path: &Path) -> Result<Option<String>, FolderError> {
    let files = [PLATFORM_KEY, PLATFORM_CERTIFICATE].map(|file| path.join(file));
    let [key, certificate] = &files;
    let reason = match missing(&files)? {
        Some(missing) => format!("{} was missing", missing.display()),
        None if is_out_of_date(certificate)? => {
            format!("{} expires, or is not valid yet", certificate.display())
        }
        None if is_of_another_key(certificate, key)? => format!(
            "{} is the certificate of another key than {PLATFORM_KEY}",
            certificate.display()
        ),
        None => return Ok(None),
    };
    let (private_key, pem) =
        generate_certified("Tenpay.com sign").map_err(|error| unusable(key, error))?;
    remove(certificate)?;
    write(key, private_key.as_bytes())?;
    write(certificate, pem.as_bytes())?;
    Ok(Some(format!(
        "{reason}: {PLATFORM_KEY} and {PLATFORM_CERTIFICATE} were made again; \
         programs with platform certificates must download the new one"
    )))
}

/// Tests if a certificate expires within a day, or is not valid yet. A file that is no certificate is an error of a later
/// step.
fn is_out_of_date(certificate: &Path) -> Result<bool, FolderError> {
    let days = |days| Asn1Time::days_from_now(days).map_err(|error| unusable(certificate, error));
    let (now, tomorrow) = (days(0)?, days(1)?);
    let read = X509::from_pem(&read_bytes(certificate)?);
    Ok(read.is_ok_and(|read| *read.not_after() <= *tomorrow || *read.not_before() > *now))
}

/// Tests if a certificate and a key are readable, and do not belong together: no response would verify. A file that is not
/// readable is an error of a later step.
fn is_of_another_key(certificate: &Path, key: &Path) -> Result<bool, FolderError> {
    let certified = X509::from_pem(&read_bytes(certificate)?).and_then(|read| read.public_key());
    let key = PKey::private_key_from_pem(&read_bytes(key)?);
    Ok(matches!((certified, key), (Ok(certified), Ok(key)) if !certified.public_eq(&key)))
}

/// Makes the certificate of a merchant again, of the same key, if it is out of date. A key that is not readable is an error
/// of a later step.
pub(super) fn merchant_certificate(folder: &Path, id: &str) -> Result<Option<String>, FolderError> {
    let path = folder.join(MERCHANT_CERTIFICATE);
    if !is_out_of_date(&path)? {
        return Ok(None);
    }
    let key = read_bytes(&folder.join(MERCHANT_KEY))?;
    let Ok(certificate) = renew_certificate(id, &String::from_utf8_lossy(&key)) else {
        return Ok(None);
    };
    write(&path, certificate.as_bytes())?;
    Ok(Some(format!(
        "{} expires, or is not valid yet: the file was written again; programs must use its new serial number",
        path.display()
    )))
}

/// Makes the account of a role, if its folder is missing.
pub(super) fn account(path: &Path, role: Role) -> Result<Option<String>, FolderError> {
    let (name, id) = match role {
        Role::Merchant => (DIRECT_MERCHANT.to_owned(), DIRECT_MERCHANT),
        Role::CertificateMerchant => (CERTIFICATE_MERCHANT.to_owned(), CERTIFICATE_MERCHANT),
        Role::ServiceProvider => (SERVICE_PROVIDER.to_owned(), SERVICE_PROVIDER),
        Role::Brand => (format!("{BRAND_PREFIX}{BRAND}"), BRAND),
    };
    let folder = path.join(MERCHANTS).join(name);
    if is_there(&folder)? {
        return Ok(None);
    }
    let generated = match role {
        Role::Brand => GatewayMerchant::generate_brand(id),
        _ => GatewayMerchant::generate(id),
    };
    let keys = generated.map_err(|error| unusable(&folder, error))?;
    make_folder(&path.join(MERCHANTS))?;
    // A process that is killed leaves no half of an account.
    let unfinished = TempDir::with_prefix_in(UNFINISHED, path);
    let unfinished = unfinished.map_err(|error| unwritable(path, error))?;
    write_keys(unfinished.path(), &keys)?;
    fs::rename(unfinished.keep(), &folder).map_err(|error| unwritable(&folder, error))?;
    Ok(Some(format!(
        "{} was missing: its keys were made again; programs must use the new ones, and do not decrypt notifications of \
         before",
        folder.display()
    )))
}

fn write_keys(folder: &Path, keys: &GatewayMerchant) -> Result<(), FolderError> {
    let signer = keys.notification_signer();
    let files = [
        (MERCHANT_KEY, keys.private_key_pem().as_bytes()),
        (MERCHANT_CERTIFICATE, keys.certificate_pem().as_bytes()),
        (PUBLIC_KEY, signer.public_key_pem().as_bytes()),
        (PUBLIC_KEY_ID, signer.key_id().as_bytes()),
        (API_V3_KEY, signer.api_v3_key_bytes()),
        (WECHAT_PAY_KEY, signer.private_key_pem().as_bytes()),
    ];
    for (file, content) in files {
        write(&folder.join(file), content)?;
    }
    Ok(())
}

/// Writes the public half of WeChat Pay's key, if the file does not hold it. No response would verify with another key.
pub(super) fn public_key(folder: &Path, pem: &[u8]) -> Result<Option<String>, FolderError> {
    let path = folder.join(PUBLIC_KEY);
    let known = read_if_there(&path)?;
    if known.as_deref() == Some(pem) {
        return Ok(None);
    }
    write(&path, pem)?;
    let reason = match known {
        None => "was missing",
        Some(_) => "did not hold the key",
    };
    Ok(Some(format!(
        "{} {reason}: the file was written again",
        path.display()
    )))
}

/// The first of these files that is missing.
fn missing(files: &[PathBuf]) -> Result<Option<&PathBuf>, FolderError> {
    for file in files {
        if !is_there(file)? {
            return Ok(Some(file));
        }
    }
    Ok(None)
}

fn is_there(path: &Path) -> Result<bool, FolderError> {
    path.try_exists().map_err(|error| unreadable(path, error))
}

/// Removes a file, if it is there.
fn remove(path: &Path) -> Result<(), FolderError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(unwritable(path, error)),
        _ => Ok(()),
    }
}
