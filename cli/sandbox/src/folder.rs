//! The folder of a sandbox: its keys and those of its merchants, made at the first start and kept.

use std::{
    fs, io, iter,
    path::{Path, PathBuf},
};

use openssl::asn1::Asn1Time;
use tempfile::TempDir;
use wechatpay_client::gateway::{
    GatewayMerchant, NotificationSigner,
    sandbox::{PlatformKeys, TlsIdentity, WECHAT_PAY_HOSTS, generate_certified},
};

use crate::{
    folder_error::{FolderError, unreadable, unusable, unwritable},
    secret_file::{self, UNFINISHED},
    tls,
};

pub(crate) const DIRECT_MERCHANT: &str = "1900000109";
/// A direct merchant that has platform certificates in place of a WeChat Pay public key.
const CERTIFICATE_MERCHANT: &str = "1900000108";
const SERVICE_PROVIDER: &str = "1900000100";
const BRAND: &str = "10023";
/// A brand may have the number of a merchant, so the folders of brands have a prefix.
const BRAND_PREFIX: &str = "brand-";

const ENVIRONMENT: &str = "sandbox.env";
const DESCRIPTION: &str = "sandbox.json";
const AUTHORITY: &str = "ca.pem";
const TLS_CERTIFICATE: &str = "tls_cert.pem";
const TLS_KEY: &str = "tls_key.pem";
const PLATFORM_CERTIFICATE: &str = "platform_cert.pem";
const PLATFORM_KEY: &str = "platform_key.pem";
const MERCHANTS: &str = "merchants";
const MERCHANT_KEY: &str = "apiclient_key.pem";
const MERCHANT_CERTIFICATE: &str = "apiclient_cert.pem";
const PUBLIC_KEY: &str = "pub_key.pem";
const PUBLIC_KEY_ID: &str = "pub_key_id.txt";
const API_V3_KEY: &str = "api_v3_key.txt";
/// The half of the WeChat Pay public key that only WeChat Pay has.
const WECHAT_PAY_KEY: &str = "wechatpay_key.pem";

/// The folder of a sandbox, with the keys read.
pub struct Folder {
    path: PathBuf,
    pub(crate) tls_certificate: Vec<u8>,
    pub(crate) tls_key: Vec<u8>,
    pub(crate) platform: PlatformKeys,
    direct: Account,
    others: Vec<Account>,
}

/// A merchant, a service provider or a brand, with the folder of its keys.
pub struct Account {
    /// The number of the merchant or brand.
    pub id: String,
    /// The role, which decides how the account signs and whom it stands for.
    pub role: Role,
    /// The keys.
    pub keys: GatewayMerchant,
    folder: PathBuf,
}

/// The role of an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Role {
    /// A merchant that takes payments for itself (普通商户).
    Merchant,
    /// A merchant with platform certificates (平台证书模式) in place of a WeChat Pay public key.
    CertificateMerchant,
    /// A service provider (服务商), which takes payments for its sub-merchants.
    ServiceProvider,
    /// A brand in brand-direct mode (品牌直连).
    Brand,
}

impl Folder {
    /// Opens the folder, and makes it and each missing key first.
    ///
    /// # Errors
    ///
    /// A file cannot be read or written, or does not hold the key that its name says.
    pub fn open(path: &Path) -> Result<Self, FolderError> {
        let path = &create(path)?;
        make_tls(path)?;
        make_platform(path)?;
        for role in [
            Role::Merchant,
            Role::CertificateMerchant,
            Role::ServiceProvider,
            Role::Brand,
        ] {
            make_account(path, role)?;
        }
        Self::read(path)
    }

    fn read(path: &Path) -> Result<Self, FolderError> {
        let certificate = path.join(PLATFORM_CERTIFICATE);
        let platform = PlatformKeys::from_pem(
            &read_text(&path.join(PLATFORM_KEY))?,
            &read_text(&certificate)?,
        );
        let platform = platform.map_err(|error| unusable(&certificate, error))?;
        let folder = path.join(MERCHANTS);
        let mut others = Vec::new();
        let entries = fs::read_dir(&folder).map_err(|error| unreadable(&folder, error))?;
        for entry in entries {
            let path = entry.map_err(|error| unreadable(&folder, error))?.path();
            // A program that shows folders may leave files of its own there.
            if path.is_dir() && !path.ends_with(DIRECT_MERCHANT) {
                others.push(Account::read(&path)?);
            }
        }
        others.sort_by(|a, b| a.folder.cmp(&b.folder));
        Ok(Self {
            path: path.to_owned(),
            tls_certificate: read_bytes(&path.join(TLS_CERTIFICATE))?,
            tls_key: read_bytes(&path.join(TLS_KEY))?,
            platform,
            direct: Account::read(&folder.join(DIRECT_MERCHANT))?,
            others,
        })
    }

    /// The path of the certificate of the authority, in PEM, that clients trust.
    #[must_use]
    pub fn authority(&self) -> PathBuf {
        self.path.join(AUTHORITY)
    }

    /// The accounts, the direct merchant first.
    pub fn accounts(&self) -> impl Iterator<Item = &Account> {
        iter::once(&self.direct).chain(&self.others)
    }

    /// The path of the variables for a shell.
    #[must_use]
    pub fn environment(&self) -> PathBuf {
        self.path.join(ENVIRONMENT)
    }

    /// The path of the description of addresses and keys, in JSON.
    #[must_use]
    pub fn description(&self) -> PathBuf {
        self.path.join(DESCRIPTION)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// The ID of the sandbox, which no other sandbox has: a serial number of the keys in the folder.
    pub(crate) fn id(&self) -> String {
        self.direct.keys.merchant().serial_no().to_owned()
    }

    /// The direct merchant, as whom a request without a known sender counts.
    pub(crate) const fn direct(&self) -> &Account {
        &self.direct
    }
}

/// Creates the folder of a sandbox, without keys. Returns its absolute path: programs in other folders read the paths of
/// its files.
pub(crate) fn create(path: &Path) -> Result<PathBuf, FolderError> {
    let absolute = std::path::absolute(path).map_err(|error| unusable(path, error))?;
    make_folder(&absolute)?;
    // SQLite does not say why it cannot write.
    let probe = TempDir::with_prefix_in(UNFINISHED, &absolute);
    probe.map_err(|error| unwritable(&absolute, error))?;
    Ok(absolute)
}

/// The file of the state.
pub(crate) fn state(path: &Path) -> PathBuf {
    path.join("state.sqlite")
}

/// Removes the unfinished files of a start that was killed.
pub(crate) fn remove_unfinished(path: &Path) -> Result<(), FolderError> {
    secret_file::remove_unfinished(path).map_err(|error| unwritable(path, error))
}

impl Account {
    fn read(folder: &Path) -> Result<Self, FolderError> {
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        let brand = name.strip_prefix(BRAND_PREFIX);
        let id = brand.unwrap_or(&name).to_owned();
        let role = match (brand, &*id) {
            (Some(_), _) => Role::Brand,
            (None, SERVICE_PROVIDER) => Role::ServiceProvider,
            (None, CERTIFICATE_MERCHANT) => Role::CertificateMerchant,
            (None, _) => Role::Merchant,
        };
        let text = |file| read_text(&folder.join(file));
        let signer = NotificationSigner::from_pem(
            text(PUBLIC_KEY_ID)?.trim(),
            &text(WECHAT_PAY_KEY)?,
            text(API_V3_KEY)?.trim(),
        );
        let signer = signer.map_err(|error| unusable(folder, error))?;
        restore_public_key(folder, signer.public_key_pem().as_bytes())?;
        let from_pem = match role {
            Role::Brand => GatewayMerchant::brand_from_pem,
            _ => GatewayMerchant::from_pem,
        };
        let (key, certificate) = (text(MERCHANT_KEY)?, text(MERCHANT_CERTIFICATE)?);
        let keys = from_pem(&id, &key, &certificate, signer);
        let keys = keys.map_err(|error| unusable(folder, error))?;
        Ok(Self {
            keys: match role {
                Role::CertificateMerchant => keys.with_certificate_mode(),
                _ => keys,
            },
            folder: folder.to_owned(),
            id,
            role,
        })
    }

    /// The path of the private key (商户API私钥), in PEM.
    #[must_use]
    pub fn private_key(&self) -> PathBuf {
        self.folder.join(MERCHANT_KEY)
    }

    /// The path of the API certificate (商户API证书), in PEM.
    #[must_use]
    pub fn certificate(&self) -> PathBuf {
        self.folder.join(MERCHANT_CERTIFICATE)
    }

    /// The path of the WeChat Pay public key (微信支付公钥), in PEM.
    #[must_use]
    pub fn public_key(&self) -> PathBuf {
        self.folder.join(PUBLIC_KEY)
    }

    /// The path of the APIv3 key (APIv3密钥).
    #[must_use]
    pub fn api_v3_key(&self) -> PathBuf {
        self.folder.join(API_V3_KEY)
    }
}

/// Makes the certificate for TLS, if it is missing, expires, or does not fit the other files: a start that is killed
/// leaves files of two starts.
fn make_tls(path: &Path) -> Result<(), FolderError> {
    let files = [AUTHORITY, TLS_CERTIFICATE, TLS_KEY].map(|file| path.join(file));
    let [authority, certificate, key] = &files;
    if is_usable(&files)? {
        return Ok(());
    }
    let mut hosts = vec!["localhost"];
    hosts.extend(WECHAT_PAY_HOSTS);
    let tls = TlsIdentity::generate(&hosts).map_err(|error| unusable(authority, error))?;
    write(key, &tls.private_key)?;
    write(certificate, &tls.certificate)?;
    write(authority, &tls.authority)
}

/// Tests if the authority, the certificate and the key for TLS are there, and serve for another day.
fn is_usable([authority, certificate, key]: &[PathBuf; 3]) -> Result<bool, FolderError> {
    if !(authority.exists() && certificate.exists() && key.exists()) {
        return Ok(false);
    }
    let tomorrow = Asn1Time::days_from_now(1).map_err(|error| unusable(certificate, error))?;
    let is_usable = tls::is_usable(
        &read_bytes(authority)?,
        &read_bytes(certificate)?,
        &read_bytes(key)?,
        &tomorrow,
    );
    // Files that are no PEM are made again too.
    Ok(is_usable.unwrap_or(false))
}

fn make_platform(path: &Path) -> Result<(), FolderError> {
    let (key, certificate) = (path.join(PLATFORM_KEY), path.join(PLATFORM_CERTIFICATE));
    if key.exists() && certificate.exists() {
        return Ok(());
    }
    let (private_key, pem) =
        generate_certified("Tenpay.com sign").map_err(|error| unusable(&key, error))?;
    remove(&certificate)?;
    write(&key, private_key.as_bytes())?;
    write(&certificate, pem.as_bytes())
}

/// Makes the account of a role, if its folder is missing.
fn make_account(path: &Path, role: Role) -> Result<(), FolderError> {
    let (name, id) = match role {
        Role::Merchant => (DIRECT_MERCHANT.to_owned(), DIRECT_MERCHANT),
        Role::CertificateMerchant => (CERTIFICATE_MERCHANT.to_owned(), CERTIFICATE_MERCHANT),
        Role::ServiceProvider => (SERVICE_PROVIDER.to_owned(), SERVICE_PROVIDER),
        Role::Brand => (format!("{BRAND_PREFIX}{BRAND}"), BRAND),
    };
    let folder = path.join(MERCHANTS).join(name);
    if folder.exists() {
        return Ok(());
    }
    let generated = match role {
        Role::Brand => GatewayMerchant::generate_brand(id),
        _ => GatewayMerchant::generate(id),
    };
    let keys = generated.map_err(|error| unusable(&folder, error))?;
    let signer = keys.notification_signer();
    make_folder(&path.join(MERCHANTS))?;
    // A process that is killed leaves no half of an account.
    let unfinished = TempDir::with_prefix_in(UNFINISHED, path);
    let unfinished = unfinished.map_err(|error| unwritable(path, error))?;
    let files = [
        (MERCHANT_KEY, keys.private_key_pem().as_bytes()),
        (MERCHANT_CERTIFICATE, keys.certificate_pem().as_bytes()),
        (PUBLIC_KEY, signer.public_key_pem().as_bytes()),
        (PUBLIC_KEY_ID, signer.key_id().as_bytes()),
        (API_V3_KEY, signer.api_v3_key_bytes()),
        (WECHAT_PAY_KEY, signer.private_key_pem().as_bytes()),
    ];
    for (file, content) in files {
        write(&unfinished.path().join(file), content)?;
    }
    fs::rename(unfinished.keep(), &folder).map_err(|error| unwritable(&folder, error))
}

/// Writes the public half of WeChat Pay's key, if the file does not hold it. No response would verify with another key.
fn restore_public_key(folder: &Path, pem: &[u8]) -> Result<(), FolderError> {
    let path = folder.join(PUBLIC_KEY);
    match read_bytes(&path) {
        Ok(known) if known == pem => Ok(()),
        _ => write(&path, pem),
    }
}

fn make_folder(path: &Path) -> Result<(), FolderError> {
    secret_file::create_folder(path).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => unusable(path, "this is a file, not a folder"),
        _ => unwritable(path, error),
    })
}

/// Removes a file, if it is there.
fn remove(path: &Path) -> Result<(), FolderError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(unwritable(path, error)),
        _ => Ok(()),
    }
}

pub(crate) fn write(path: &Path, content: &[u8]) -> Result<(), FolderError> {
    secret_file::write(path, content).map_err(|error| unwritable(path, error))
}

fn read_bytes(path: &Path) -> Result<Vec<u8>, FolderError> {
    fs::read(path).map_err(|error| unreadable(path, error))
}

fn read_text(path: &Path) -> Result<String, FolderError> {
    fs::read_to_string(path).map_err(|error| unreadable(path, error))
}
