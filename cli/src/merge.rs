//! The options of the arguments and of the profile, merged.

use crate::{arguments::ConnectionArguments, config::Profile};

/// The options of the arguments, completed by those of the profile. A source of the private key in the arguments
/// replaces every source in the profile, and a merchant or brand in the arguments that of the profile.
pub(crate) fn merged(flags: Profile, profile: Profile) -> Profile {
    let has_key =
        flags.private_key.is_some() || flags.pkcs12.is_some() || flags.sign_with.is_some();
    let has_holder = flags.mchid.is_some() || flags.brand_id.is_some();
    Profile {
        mchid: trimmed(
            flags
                .mchid
                .or_else(|| profile.mchid.filter(|_| !has_holder)),
        ),
        brand_id: trimmed(
            flags
                .brand_id
                .or_else(|| profile.brand_id.filter(|_| !has_holder)),
        ),
        private_key: flags
            .private_key
            .or_else(|| profile.private_key.filter(|_| !has_key)),
        pkcs12: flags.pkcs12.or_else(|| profile.pkcs12.filter(|_| !has_key)),
        sign_with: flags
            .sign_with
            .or_else(|| profile.sign_with.filter(|_| !has_key)),
        serial_no: trimmed(flags.serial_no.or(profile.serial_no)),
        certificate: flags.certificate.or(profile.certificate),
        public_key: flags.public_key.or(profile.public_key),
        public_key_id: trimmed(flags.public_key_id.or(profile.public_key_id)),
        platform_certificate: flags.platform_certificate.or(profile.platform_certificate),
        api_v3_key_file: flags.api_v3_key_file.or(profile.api_v3_key_file),
        base_url: flags.base_url.or(profile.base_url),
        global: flags.global || profile.global,
        proxy: flags.proxy.or(profile.proxy),
        root_certificates: flags.root_certificates.or(profile.root_certificates),
        timeout: flags.timeout.or(profile.timeout),
    }
}

/// A number or an ID without the blanks and the byte order mark around it, which come with a copy from a page or a file
/// and are not seen. `None` if nothing is left.
fn trimmed(value: Option<String>) -> Option<String> {
    let is_blank = |c: char| c.is_whitespace() || c == '\u{feff}';
    let value = value?.trim_matches(is_blank).to_owned();
    (!value.is_empty()).then_some(value)
}

/// The options of the arguments, without a profile.
impl From<ConnectionArguments> for Profile {
    fn from(arguments: ConnectionArguments) -> Self {
        Self {
            mchid: arguments.mchid,
            brand_id: arguments.brand_id,
            serial_no: arguments.serial_no,
            private_key: arguments.private_key,
            certificate: arguments.certificate,
            pkcs12: arguments.pkcs12,
            sign_with: arguments.sign_with,
            public_key: arguments.public_key,
            public_key_id: arguments.public_key_id,
            platform_certificate: arguments.platform_certificate,
            api_v3_key_file: arguments.api_v3_key_file,
            base_url: arguments.base_url,
            global: arguments.global,
            proxy: arguments.proxy,
            root_certificates: arguments.root_certificates,
            timeout: arguments.timeout,
        }
    }
}
