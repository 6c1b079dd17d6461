//! Files in the folder of a sandbox that do not hold the key that their names say: each error names the file, its key and
//! the cure.

use std::path::Path;

use wechatpay_client::error::{KeyError, KeySubject};

use super::{
    API_V3_KEY, MERCHANT_CERTIFICATE, MERCHANT_KEY, PLATFORM_CERTIFICATE, PLATFORM_KEY,
    PUBLIC_KEY_ID, WECHAT_PAY_KEY,
};
use crate::folder_error::{FolderError, unusable};

/// The cure of a file of an account. A single file is not made again, because the files belong together.
pub(super) const CURE_OF_ACCOUNT: &str =
    "put the file back, or remove the folder, whose keys are then made again";

/// The cure of a file of the platform, which the start makes again with the other one.
pub(super) const CURE_OF_PLATFORM: &str =
    "put the file back, or remove the file, which is then made again";

/// The error of a key of the platform.
pub(super) fn platform(folder: &Path, error: &KeyError) -> FolderError {
    let (file, key) = match error.subject() {
        KeySubject::PrivateKey => (PLATFORM_KEY, "private key of the platform certificate"),
        _ => (PLATFORM_CERTIFICATE, "platform certificate"),
    };
    broken(&folder.join(file), key, error, CURE_OF_PLATFORM)
}

/// The error of a key with which WeChat Pay signs for an account, or encrypts.
pub(super) fn signer(folder: &Path, error: &KeyError) -> FolderError {
    let (file, key) = match error.subject() {
        KeySubject::ApiV3Key => (API_V3_KEY, "APIv3 key"),
        KeySubject::PublicKeyId => (PUBLIC_KEY_ID, "ID of the WeChat Pay public key"),
        _ => (WECHAT_PAY_KEY, "private key of WeChat Pay"),
    };
    broken(&folder.join(file), key, error, CURE_OF_ACCOUNT)
}

/// The error of a key of the account itself.
pub(super) fn account(folder: &Path, error: &KeyError) -> FolderError {
    let (file, key) = match error.subject() {
        KeySubject::PrivateKey => (MERCHANT_KEY, "merchant API private key"),
        KeySubject::Mchid | KeySubject::BrandId => {
            let cure = "rename the folder to the number of its account, or remove the folder";
            return unusable(folder, format!("{error}: {cure}"));
        }
        _ => (MERCHANT_CERTIFICATE, "merchant API certificate"),
    };
    broken(&folder.join(file), key, error, CURE_OF_ACCOUNT)
}

fn broken(file: &Path, key: &str, error: &KeyError, cure: &str) -> FolderError {
    // The client calls every private key that of a merchant.
    let error = error.to_string().replace(&error.subject().to_string(), key);
    unusable(file, format!("{error}: {cure}"))
}
