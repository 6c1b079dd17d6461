//! The files that tell other programs about a sandbox.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use std::{fs, process::Command};

use serde_json::Value;

use crate::shop::{Shop, open};

#[tokio::test]
async fn a_shell_and_other_programs_find_addresses_and_keys() {
    let Shop { sandbox, .. } = &open().await;
    let folder = sandbox.folder();
    let script =
        ". \"$1\"; printf '%s\\n' \"$HTTPS_PROXY\" \"$WECHATPAY_MCHID\" \"$NODE_EXTRA_CA_CERTS\"";
    let shell = Command::new("sh")
        .args(["-c", script, "sh"])
        .arg(folder.environment())
        .output()
        .unwrap();
    let proxy = format!("http://{}", sandbox.addresses().proxy);
    let expected = format!("{proxy}\n1900000109\n{}\n", folder.authority().display());
    assert_eq!(String::from_utf8(shell.stdout).unwrap(), expected);

    let script = ". \"$1\"; printf '%s\\n' \"$https_proxy\" \"$NO_PROXY\" \"$no_proxy\" \"$WECHATPAY_CONFIG\" \
                  \"${WECHATPAY_PROXY-none}\" \"${WECHATPAY_API_V3_KEY-none}\"";
    let shell = Command::new("sh")
        .args(["-c", script, "sh"])
        .arg(folder.environment())
        .envs([
            ("https_proxy", "http://proxy.example:3128"),
            ("no_proxy", "weixin.qq.com"),
            ("WECHATPAY_PROXY", "http://proxy.example:3128"),
            ("WECHATPAY_API_V3_KEY", "0123456789abcdef0123456789abcdef"),
        ])
        .output()
        .unwrap();
    let direct = "localhost,127.0.0.1,::1";
    let expected = format!("{proxy}\n{direct}\n{direct}\n/dev/null\nnone\nnone\n");
    assert_eq!(String::from_utf8(shell.stdout).unwrap(), expected);

    let description = fs::read(folder.description()).unwrap();
    let description: Value = serde_json::from_slice(&description).unwrap();
    assert_eq!(description["proxy"], proxy);
    let merchants = description["merchants"].as_array().unwrap();
    let roles = merchants
        .iter()
        .map(|merchant| merchant["role"].as_str().unwrap());
    assert_eq!(
        roles.collect::<Vec<_>>(),
        [
            "merchant",
            "service_provider",
            "certificate_merchant",
            "brand"
        ]
    );
    for merchant in merchants {
        for file in [
            "private_key",
            "certificate",
            "public_key",
            "api_v3_key_file",
        ] {
            assert!(
                fs::exists(merchant[file].as_str().unwrap()).unwrap(),
                "{file}"
            );
        }
    }
}
