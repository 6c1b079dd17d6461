//! The files that tell other programs about a sandbox: `sandbox.env` for a shell, and `sandbox.json`.

use std::path::Path;

use serde_json::{Value, json};

use crate::{
    folder::{self, Account, Folder, Role},
    folder_error::FolderError,
    sandbox::Addresses,
};

/// Settings of the command `wechatpay` for another merchant, which would mix with those of the sandbox.
const OTHERS: &str = "WECHATPAY_PROFILE WECHATPAY_BRAND_ID WECHATPAY_PKCS12 WECHATPAY_PKCS12_PASSWORD \
                      WECHATPAY_SIGN_WITH WECHATPAY_PLATFORM_CERTIFICATE WECHATPAY_API_V3_KEY WECHATPAY_PROXY";

/// The hosts that programs reach without the proxy: those of this machine.
const DIRECT: &str = "localhost,127.0.0.1,::1";

/// Writes both files into the folder.
pub(crate) fn write(folder: &Folder, addresses: Addresses) -> Result<(), FolderError> {
    let environment = environment(folder, addresses);
    folder::write(&folder.environment(), environment.as_bytes())?;
    let mut description = describe(folder, addresses).to_string();
    description.push('\n');
    folder::write(&folder.description(), description.as_bytes())
}

/// Variables for a shell: the proxy and its authority for SDKs with fixed hosts, the direct merchant for the command
/// `wechatpay` and for programs that read the same variables, and the address of the page. Some programs read the
/// variables of proxies in capitals, some in small letters, and curl and Python prefer the small ones.
fn environment(folder: &Folder, addresses: Addresses) -> String {
    let authority = folder.authority();
    let direct = folder.direct();
    let proxy = format!("http://{}", addresses.proxy);
    let base_url = format!("https://{}", addresses.https);
    let merchant = direct.keys.merchant();
    let signer = direct.keys.notification_signer();
    let text = |path: &Path| path.display().to_string();
    let variables = [
        ("HTTPS_PROXY", proxy.clone()),
        ("https_proxy", proxy),
        ("NO_PROXY", DIRECT.to_owned()),
        ("no_proxy", DIRECT.to_owned()),
        ("SSL_CERT_FILE", text(&authority)),
        ("CURL_CA_BUNDLE", text(&authority)),
        ("NODE_EXTRA_CA_CERTS", text(&authority)),
        ("REQUESTS_CA_BUNDLE", text(&authority)),
        // No file, so that no profile of another merchant is read.
        ("WECHATPAY_CONFIG", "/dev/null".to_owned()),
        ("WECHATPAY_BASE_URL", base_url),
        ("WECHATPAY_ROOT_CERTIFICATES", text(&authority)),
        ("WECHATPAY_SANDBOX", format!("http://{}", addresses.http)),
        ("WECHATPAY_SANDBOX_FOLDER", text(folder.path())),
        ("WECHATPAY_MCHID", direct.id.clone()),
        ("WECHATPAY_SERIAL_NO", merchant.serial_no().to_owned()),
        ("WECHATPAY_PRIVATE_KEY", text(&direct.private_key())),
        ("WECHATPAY_CERTIFICATE", text(&direct.certificate())),
        ("WECHATPAY_PUBLIC_KEY", text(&direct.public_key())),
        ("WECHATPAY_PUBLIC_KEY_ID", signer.key_id().to_owned()),
        ("WECHATPAY_API_V3_KEY_FILE", text(&direct.api_v3_key())),
    ];
    let exports = variables.map(|(name, value)| format!("export {name}={}\n", quoted(&value)));
    format!("unset {OTHERS}\n{}", exports.concat())
}

/// A word of a shell.
fn quoted(value: &str) -> String {
    format!("'{}'", value.replace('\'', r"'\''"))
}

fn describe(folder: &Folder, addresses: Addresses) -> Value {
    let accounts: Vec<_> = folder.accounts().map(describe_account).collect();
    json!({
        "id": folder.id(),
        "http": format!("http://{}", addresses.http),
        "https": format!("https://{}", addresses.https),
        "proxy": format!("http://{}", addresses.proxy),
        "root_certificates": folder.authority(),
        "merchants": accounts,
    })
}

fn describe_account(account: &Account) -> Value {
    let (merchant, signer) = (account.keys.merchant(), account.keys.notification_signer());
    let role = match account.role {
        Role::Merchant => "merchant",
        Role::CertificateMerchant => "certificate_merchant",
        Role::ServiceProvider => "service_provider",
        Role::Brand => "brand",
    };
    json!({
        "role": role,
        "id": account.id,
        "serial_no": merchant.serial_no(),
        "private_key": account.private_key(),
        "certificate": account.certificate(),
        "public_key": account.public_key(),
        "public_key_id": signer.key_id(),
        "api_v3_key_file": account.api_v3_key(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_one_word_of_a_shell() {
        assert_eq!(quoted("/it's $HOME"), r"'/it'\''s $HOME'");
    }
}
