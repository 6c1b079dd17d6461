//! Refuses a key in the place of a path, before an error prints the value.

use std::{fmt::Display, path::Path};

use crate::{
    config::Profile,
    failure::{Failure, Result},
};

/// The option whose value may be the APIv3 key itself.
const API_V3_KEY_FILE: &str = "api-v3-key-file";

/// The first bytes of a private key, a public key or a certificate in base64.
const BASE64_PREFIX: &str = "MI";

/// Refuses the value of a path option that is a key or a certificate itself. `place` names the option, because the
/// value is never printed.
pub(crate) fn refuse(place: impl Display, option: &str, path: &Path) -> Result<()> {
    let value = path.to_string_lossy();
    let is_key = is_key_material(&value)
        || value.contains('\n')
        || (option == API_V3_KEY_FILE && is_api_v3_key(&value));
    if !is_key || path.exists() {
        return Ok(());
    }
    let noun = match option.contains("certificate") {
        true => "certificate",
        false => "key",
    };
    Err(Failure::configuration(format!(
        "{place} is a {noun} itself, not the path of a file"
    ))
    .cure(format!(
        "write the {noun} to a file that only you may read, and give the path of the file"
    )))
}

/// Refuses the APIv3 key, if there is one, in the place of a number or an ID.
pub(crate) fn refuse_key(key: Option<&str>, profile: &Profile) -> Result<()> {
    let values = [
        ("mchid", &profile.mchid),
        ("brand-id", &profile.brand_id),
        ("serial-no", &profile.serial_no),
        ("public-key-id", &profile.public_key_id),
    ];
    let is_key = |value: &Option<String>| key.is_some() && value.as_deref().map(str::trim) == key;
    match values.into_iter().find(|(_, value)| is_key(value)) {
        Some((option, _)) => Err(Failure::configuration(format!(
            "{} is the APIv3 key itself",
            flag(option)
        ))
        .cure("give the value that the name of the option says")),
        None => Ok(()),
    }
}

/// Tests if a value is PEM text or a long base64.
pub(crate) fn is_key_material(value: &str) -> bool {
    let is_base64 = |byte: u8| byte.is_ascii_alphanumeric() || b"+/=\r\n".contains(&byte);
    let least = match value.starts_with(BASE64_PREFIX) {
        true => 64,
        // A longer path without a dot or a hyphen is improbable.
        false => 200,
    };
    value.contains("-----BEGIN") || (value.len() >= least && value.bytes().all(is_base64))
}

fn is_api_v3_key(value: &str) -> bool {
    value.len() == 32 && !value.contains(['/', '\\'])
}

/// The flag of an option, and its environment variable.
pub(crate) fn flag(option: &str) -> String {
    let variable = option.replace('-', "_").to_uppercase();
    format!("--{option} (WECHATPAY_{variable})")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_refused_and_a_path_is_not() {
        let base64 = "MIIEvQIBADANBgkq".repeat(8);
        let key = "0123456789abcdef0123456789abcdef";
        for (option, value) in [
            ("private-key", "-----BEGIN PRIVATE KEY-----"),
            ("private-key", "a\nb"),
            ("pkcs12", &base64),
            (API_V3_KEY_FILE, key),
        ] {
            let failure = refuse(flag(option), option, Path::new(value)).unwrap_err();
            assert!(!failure.to_string().contains(value), "{failure}");
        }
        for (option, value) in [
            ("private-key", "apiclient_key.pem"),
            ("private-key", key),
            (API_V3_KEY_FILE, "/etc/wechatpay/keys/api_v3_key"),
            (API_V3_KEY_FILE, "keys/0123456789abcdef0123456789a"),
        ] {
            assert!(
                refuse(flag(option), option, Path::new(value)).is_ok(),
                "{value}"
            );
        }
    }
}
