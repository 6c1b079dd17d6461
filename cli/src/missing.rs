//! The settings that a command needs: their names, and the options that give them.

use crate::failure::Failure;

/// A setting: the name, and the options that give it.
pub(crate) type Setting = (&'static str, &'static str);

pub(crate) const PRIVATE_KEY: Setting = (
    "the private key",
    "--private-key FILE (WECHATPAY_PRIVATE_KEY), --pkcs12 FILE or --sign-with COMMAND",
);
pub(crate) const SERIAL_NO: Setting = (
    "the serial number of the merchant API certificate (商户API证书序列号)",
    "--certificate FILE (WECHATPAY_CERTIFICATE), or --serial-no HEX (WECHATPAY_SERIAL_NO)",
);
pub(crate) const MCHID: Setting = (
    "the merchant number (商户号)",
    "--mchid MCHID (WECHATPAY_MCHID), or --brand-id ID for a brand (品牌)",
);
pub(crate) const PASSWORD: Setting = (
    "the password of the PKCS#12 file",
    "--mchid MCHID, which is the password by default, or WECHATPAY_PKCS12_PASSWORD",
);
pub(crate) const API_V3_KEY: Setting = (
    "the APIv3 key (APIv3密钥)",
    "WECHATPAY_API_V3_KEY in the environment, or --api-v3-key-file FILE",
);
pub(crate) const PUBLIC_KEY: Setting = (
    "the WeChat Pay public key (微信支付公钥)",
    "--public-key FILE (WECHATPAY_PUBLIC_KEY), `pub_key.pem` of the merchant platform",
);
pub(crate) const PUBLIC_KEY_ID: Setting = (
    "the ID of the WeChat Pay public key (微信支付公钥ID)",
    "--public-key-id ID (WECHATPAY_PUBLIC_KEY_ID), which begins with PUB_KEY_ID_",
);
pub(crate) const VERIFYING_KEY: Setting = (
    "a key of WeChat Pay, which verifies its responses",
    "--public-key FILE and --public-key-id ID (微信支付公钥), --platform-certificate FILE (平台证书), or the APIv3 key in WECHATPAY_API_V3_KEY, which downloads the certificates",
);

/// The failure of settings that are not given. `profiles` are the names of several profiles, of which none was chosen.
pub(crate) fn failure(settings: &[Setting], profiles: &[String]) -> Failure {
    let subjects: Vec<_> = settings.iter().map(|(subject, _)| *subject).collect();
    let error = format!("missing: {}", subjects.join("; "));
    let failure = match profiles {
        [] => Failure::configuration(error),
        names => Failure::configuration(format!("no profile is chosen; {error}"))
            .cure(format!(
                "choose a profile with --profile NAME (WECHATPAY_PROFILE): {}",
                names.join(", ")
            ))
            .cure("or name the usual profile in the file, before the first profile: default = \"NAME\""),
    };
    settings.iter().fold(failure, |failure, (_, options)| {
        failure.cure(format!("give {options}"))
    })
}

/// The failure of an argument that is not given.
pub(crate) fn argument(subject: &str, option: &str) -> Failure {
    Failure::configuration(format!("missing: {subject}")).cure(format!("give {option}"))
}
