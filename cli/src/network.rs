//! The settings of the network: base URL, proxy and root certificates.

use std::time::Duration;

use wechatpay_client::{
    ClientBuilder,
    error::{ConfigError, ConfigErrorKind},
};

use crate::{
    config::Profile,
    failure::{Failure, Result},
    file::read_option as read,
    key_failure::no_certificate,
};

/// The builder with the settings of the profile.
pub(crate) fn configured(
    mut builder: ClientBuilder,
    profile: &Profile,
    timeout: Duration,
) -> Result<ClientBuilder> {
    if let Some(url) = &profile.base_url {
        builder = builder.base_url(url);
    }
    if let Some(url) = &profile.proxy {
        builder = builder.proxy(url);
    }
    if let Some(path) = &profile.root_certificates {
        builder = builder.root_certificates(read("root-certificates", path)?);
    }
    if profile.global {
        builder = builder.global();
    }
    Ok(builder.timeout(timeout))
}

/// The failure of a client that cannot be built, with the option to correct.
pub(crate) fn failure(error: &ConfigError, profile: &Profile) -> Failure {
    let failure = Failure::configuration(error);
    match (error.kind(), profile.root_certificates.as_deref()) {
        (ConfigErrorKind::RootCertificate, Some(path)) => match read("root-certificates", path) {
            Ok(content) => no_certificate("root-certificates", path, &content),
            Err(failure) => failure,
        },
        (ConfigErrorKind::BaseUrl { .. }, _) => {
            failure.cure("correct --base-url (WECHATPAY_BASE_URL)")
        }
        (ConfigErrorKind::Proxy { .. }, _) => failure.cure("correct --proxy (WECHATPAY_PROXY)"),
        _ => failure,
    }
}
