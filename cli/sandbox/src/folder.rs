//! The folder of a sandbox: its keys and those of its merchants, made at the first start and kept.

mod broken;
mod make;

use std::{
    fs, io, iter,
    path::{Path, PathBuf},
};

use tempfile::TempDir;
use wechatpay_client::gateway::{GatewayMerchant, NotificationSigner, sandbox::PlatformKeys};

use crate::{
    folder_error::{FolderError, unreadable, unusable, unwritable},
    secret_file::{self, UNFINISHED},
    store::Lost,
};

pub(crate) const DIRECT_MERCHANT: &str = "1900000109";
/// The direct merchant that has platform certificates, as one of before 2024.
pub(crate) const CERTIFICATE_MERCHANT: &str = "1900000108";
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
const STATE: &str = "state.sqlite";
/// The changes that SQLite has not yet written to the state.
const STATE_LOG: &str = "state.sqlite-wal";
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
    made_again: Vec<String>,
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
    /// A merchant with platform certificates (平台证书模式), as those of before 2024. The others have none.
    CertificateMerchant,
    /// A service provider (服务商), which takes payments for its sub-merchants.
    ServiceProvider,
    /// A brand in brand-direct mode (品牌直连).
    Brand,
}

impl Folder {
    /// Opens the folder, and makes first what is missing: the folder itself, the files for TLS and of the platform, and
    /// whole accounts.
    ///
    /// # Errors
    ///
    /// A file cannot be read or written, does not hold the key that its name says, or is missing in an account.
    pub fn open(path: &Path) -> Result<Self, FolderError> {
        let path = &create(path)?;
        // A start writes both again when all keys are there, and nothing over a file of another user.
        read_if_there(&path.join(ENVIRONMENT))?;
        let is_first = read_if_there(&path.join(DESCRIPTION))?.is_none();
        let mut made = Vec::new();
        made.extend(make::tls(path)?);
        made.extend(make::platform(path)?);
        for role in [
            Role::Merchant,
            Role::CertificateMerchant,
            Role::ServiceProvider,
            Role::Brand,
        ] {
            made.extend(make::account(path, role)?);
        }
        let mut folder = Self::read(path, made)?;
        if is_first {
            folder.made_again.clear();
        }
        Ok(folder)
    }

    /// Adds the sentence about a [lost state](lost_state).
    pub(crate) fn with_lost_state(mut self, lost: Option<String>) -> Self {
        self.made_again.extend(lost);
        self
    }

    fn read(path: &Path, mut made_again: Vec<String>) -> Result<Self, FolderError> {
        let platform = PlatformKeys::from_pem(
            &read_of_platform(path, PLATFORM_KEY)?,
            &read_of_platform(path, PLATFORM_CERTIFICATE)?,
        );
        let platform = platform.map_err(|error| broken::platform(path, &error))?;
        let folder = path.join(MERCHANTS);
        let mut others = Vec::new();
        let entries = fs::read_dir(&folder).map_err(|error| unreadable(&folder, error))?;
        for entry in entries {
            let path = entry.map_err(|error| unreadable(&folder, error))?.path();
            // A program that shows folders may leave files of its own there.
            if path.is_dir() && !path.ends_with(DIRECT_MERCHANT) {
                others.push(Account::read(&path, &mut made_again)?);
            }
        }
        others.sort_by(|a, b| a.folder.cmp(&b.folder));
        let direct = Account::read(&folder.join(DIRECT_MERCHANT), &mut made_again)?;
        Ok(Self {
            path: path.to_owned(),
            tls_certificate: read_bytes(&path.join(TLS_CERTIFICATE))?,
            tls_key: read_bytes(&path.join(TLS_KEY))?,
            platform,
            direct,
            others,
            made_again,
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

    /// The keys that were missing or unusable and were made again, and a state that is lost, each as a sentence that says
    /// what follows. None at the first start.
    #[must_use]
    pub fn made_again(&self) -> &[String] {
        &self.made_again
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
    path.join(STATE)
}

/// A sentence about what the state lacks, if the folder was used before.
pub(crate) fn lost_state(path: &Path, lost: Lost) -> Option<String> {
    if !path.join(DESCRIPTION).exists() {
        return None;
    }
    let state = state(path);
    let problem = match lost {
        Lost::Missing => "was missing",
        Lost::Empty => "was empty",
        Lost::Changes(number) => {
            let changes = match number {
                1 => "change".to_owned(),
                _ => format!("{number} changes"),
            };
            return Some(format!(
                "{} lacks the last {changes}: {STATE_LOG} was removed or damaged, or the file is an earlier copy; the \
                 sandbox begins with the orders, refunds and notifications of then",
                state.display()
            ));
        }
    };
    Some(format!(
        "{} {problem}: the sandbox begins without the orders, refunds and notifications of before",
        state.display()
    ))
}

/// Removes the unfinished files of a start that was killed.
pub(crate) fn remove_unfinished(path: &Path) -> Result<(), FolderError> {
    secret_file::remove_unfinished(path).map_err(|error| unwritable(path, error))
}

impl Account {
    fn read(folder: &Path, made_again: &mut Vec<String>) -> Result<Self, FolderError> {
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        let brand = name.strip_prefix(BRAND_PREFIX);
        let id = brand.unwrap_or(&name).to_owned();
        let role = match (brand, &*id) {
            (Some(_), _) => Role::Brand,
            (None, SERVICE_PROVIDER) => Role::ServiceProvider,
            (None, CERTIFICATE_MERCHANT) => Role::CertificateMerchant,
            (None, _) => Role::Merchant,
        };
        let text = |file| read_of_account(folder, file);
        let signer = NotificationSigner::from_pem(
            text(PUBLIC_KEY_ID)?.trim(),
            &text(WECHAT_PAY_KEY)?,
            text(API_V3_KEY)?.trim(),
        );
        let signer = signer.map_err(|error| broken::signer(folder, &error))?;
        made_again.extend(make::public_key(
            folder,
            signer.public_key_pem().as_bytes(),
        )?);
        let from_pem = match role {
            Role::Brand => GatewayMerchant::brand_from_pem,
            _ => GatewayMerchant::from_pem,
        };
        for file in [MERCHANT_KEY, MERCHANT_CERTIFICATE] {
            text(file)?;
        }
        made_again.extend(make::merchant_certificate(folder, &id)?);
        let (key, certificate) = (text(MERCHANT_KEY)?, text(MERCHANT_CERTIFICATE)?);
        let keys = from_pem(&id, &key, &certificate, signer);
        let keys = keys.map_err(|error| broken::account(folder, &error))?;
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

fn make_folder(path: &Path) -> Result<(), FolderError> {
    secret_file::create_folder(path).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => unusable(path, "this is a file, not a folder"),
        _ => unwritable(path, error),
    })
}

pub(crate) fn write(path: &Path, content: &[u8]) -> Result<(), FolderError> {
    secret_file::write(path, content).map_err(|error| unwritable(path, error))
}

fn read_of_account(folder: &Path, file: &str) -> Result<String, FolderError> {
    let path = folder.join(file);
    let cure = broken::CURE_OF_ACCOUNT;
    fs::read_to_string(&path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => unusable(folder, format!("{file} is missing: {cure}")),
        _ => unreadable_text(&path, error, cure),
    })
}

fn read_of_platform(folder: &Path, file: &str) -> Result<String, FolderError> {
    let path = folder.join(file);
    let read = fs::read_to_string(&path);
    read.map_err(|error| unreadable_text(&path, error, broken::CURE_OF_PLATFORM))
}

fn unreadable_text(path: &Path, error: io::Error, cure: &str) -> FolderError {
    match error.kind() {
        io::ErrorKind::InvalidData => unusable(path, format!("the file is no text: {cure}")),
        _ => unreadable(path, error),
    }
}

/// The content of a file. `None` if there is no file.
fn read_if_there(path: &Path) -> Result<Option<Vec<u8>>, FolderError> {
    match fs::read(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        read => read.map(Some).map_err(|error| unreadable(path, error)),
    }
}

fn read_bytes(path: &Path) -> Result<Vec<u8>, FolderError> {
    fs::read(path).map_err(|error| unreadable(path, error))
}
