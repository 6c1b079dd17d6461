//! The settings of a run: the flags and the environment, then the profile. Makes the keys and the client of them.

use std::{
    env,
    path::{Path, PathBuf},
    time::Duration,
};

use wechatpay_client::{
    ApiV3Key, Client, ClientBuilder, Merchant, PlatformCertificate, PlatformCertificates, Verifier,
    WechatPayPublicKey, error::KeySubject,
};

use crate::{
    api_v3_key,
    arguments::ConnectionArguments,
    certificate::Certificate,
    command_line::with_flags,
    config::{Choice, Profile},
    failure::{Failure, Result},
    file::read_option as read,
    key_failure::{brand_of_pkcs12, key_failure, of_file},
    key_material,
    merge::merged,
    missing::{self, Setting},
    network,
    sign_with::SignWith,
    timeout::Timeout,
};

/// The environment variable with the password of the PKCS#12 file.
const PKCS12_PASSWORD: &str = "WECHATPAY_PKCS12_PASSWORD";

/// The source of the private key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum KeySource {
    Pem(PathBuf),
    Pkcs12(PathBuf),
    Command(String),
}

/// The merged configuration.
#[derive(Debug, Clone)]
pub(crate) struct Settings {
    profile: Profile,
    /// The names of several profiles, of which none was chosen.
    names: Vec<String>,
    is_api_v3_key_file_flag: bool,
    /// The flags of the command line, which a further command repeats.
    flags: String,
}

impl Settings {
    /// Repeats the flags of the command line in the commands of a text.
    pub(crate) fn with_flags(&self, text: &str) -> String {
        with_flags(text, &self.flags)
    }

    /// Merges the arguments with the profile that they name.
    pub(crate) fn new(arguments: &ConnectionArguments) -> Result<Self> {
        let flags = Profile::from(arguments.clone());
        let config = arguments.config.as_deref().map(|path| ("config", path));
        for (option, path) in flags.paths().chain(config) {
            key_material::refuse(key_material::flag(option), option, path)?;
        }
        let Choice { profile, names } =
            Profile::find(arguments.config.as_deref(), arguments.profile.as_deref())?;
        let settings = Self {
            profile: merged(flags, profile),
            names,
            is_api_v3_key_file_flag: arguments.is_api_v3_key_file_flag,
            flags: arguments.flags.clone(),
        };
        // Before an error or a report prints a value. A file that cannot be read is named when the key is needed.
        let key = match settings.api_v3_key_file() {
            Some(path) => api_v3_key::text_of_file(path),
            None => variable(api_v3_key::VARIABLE),
        };
        key_material::refuse_key(key.as_deref(), &settings.profile)?;
        Ok(settings)
    }

    /// The settings of a command that signs, with a number of the right form: before a request is compared with it.
    pub(crate) fn of_signer(arguments: &ConnectionArguments) -> Result<Self> {
        let settings = Self::new(arguments)?;
        // The library checks the number before the key.
        let checked = match settings.holder() {
            Ok(Holder::Merchant(mchid)) => Merchant::new(mchid, "0", []),
            Ok(Holder::Brand(id)) => Merchant::brand(id, "0", []),
            Err(_) => return Ok(settings),
        };
        match checked {
            Err(error) if matches!(error.subject(), KeySubject::Mchid | KeySubject::BrandId) => {
                Err(key_failure(&error))
            }
            _ => Ok(settings),
        }
    }

    /// The merged options.
    pub(crate) const fn options(&self) -> &Profile {
        &self.profile
    }

    /// The source of the private key; an error if there is none, or several.
    pub(crate) fn key_source(&self) -> Result<KeySource> {
        let Profile {
            private_key,
            pkcs12,
            sign_with,
            ..
        } = &self.profile;
        match (private_key, pkcs12, sign_with) {
            (Some(path), None, None) => Ok(KeySource::Pem(path.clone())),
            (None, Some(path), None) => Ok(KeySource::Pkcs12(path.clone())),
            (None, None, Some(command)) => Ok(KeySource::Command(command.clone())),
            (None, None, None) => Err(self.missing(&[missing::PRIVATE_KEY])),
            _ => Err(Failure::configuration("the private key has several sources")
                .cure("keep one of --private-key, --pkcs12 and --sign-with, also among the environment variables")),
        }
    }

    /// The merchant or brand that signs requests.
    pub(crate) fn merchant(&self) -> Result<Merchant> {
        let missing = self.missing_of_merchant();
        if !missing.is_empty() {
            return Err(self.missing(&missing));
        }
        let source = self.key_source()?;
        if let KeySource::Pkcs12(path) = &source {
            return match self.profile.brand_id {
                Some(_) => Err(brand_of_pkcs12()),
                None => self.merchant_of_pkcs12(path),
            };
        }
        let merchant = self.merchant_of(source)?;
        match &self.profile.certificate {
            Some(path) => {
                let content = read("certificate", path)?;
                merchant
                    .with_certificate(&content)
                    .map_err(of_file("certificate", path, &content))
            }
            None => Ok(merchant),
        }
    }

    /// The merchant or brand of a private key in PEM or behind a command.
    fn merchant_of(&self, source: KeySource) -> Result<Merchant> {
        let serial_no = self.serial_no()?;
        let holder = self.holder()?;
        let path = match source {
            KeySource::Command(command) => {
                let signer = SignWith::new(command, self.timeout())?;
                let merchant = match holder {
                    Holder::Merchant(mchid) => Merchant::with_signer(mchid, serial_no, signer),
                    Holder::Brand(id) => Merchant::brand_with_signer(id, serial_no, signer),
                };
                return merchant.map_err(|error| key_failure(&error));
            }
            KeySource::Pem(path) | KeySource::Pkcs12(path) => path,
        };
        let content = read("private-key", &path)?;
        let merchant = match holder {
            Holder::Merchant(mchid) => Merchant::new(mchid, serial_no, &content),
            Holder::Brand(id) => Merchant::brand(id, serial_no, &content),
        };
        merchant.map_err(of_file("private-key", &path, &content))
    }

    fn merchant_of_pkcs12(&self, path: &Path) -> Result<Merchant> {
        let password = self
            .pkcs12_password()
            .ok_or_else(|| self.missing(&[missing::PASSWORD]))?;
        let content = read("pkcs12", path)?;
        let merchant = Merchant::from_pkcs12(&content, &password)
            .map_err(of_file("pkcs12", path, &content))?;
        match &self.profile.mchid {
            Some(mchid) if mchid != merchant.mchid() => Err(Failure::configuration(format!(
                "{} belongs to the merchant {}, not to {mchid}",
                path.display(),
                merchant.mchid()
            ))
            .cure("correct --mchid, or name the file of this merchant")),
            _ => Ok(merchant),
        }
    }

    /// The serial number, given or read from the certificate.
    fn serial_no(&self) -> Result<String> {
        match (&self.profile.serial_no, &self.profile.certificate) {
            (Some(serial_no), _) => Ok(serial_no.clone()),
            (None, Some(path)) => Ok(Certificate::read(path)?.serial_no),
            (None, None) => Err(self.missing(&[missing::SERIAL_NO])),
        }
    }

    /// The timeout of a call.
    pub(crate) fn timeout(&self) -> Duration {
        self.profile.timeout.unwrap_or(Timeout::DEFAULT).duration()
    }

    fn holder(&self) -> Result<Holder> {
        match (&self.profile.mchid, &self.profile.brand_id) {
            (Some(mchid), None) => Ok(Holder::Merchant(mchid.clone())),
            (None, Some(id)) => Ok(Holder::Brand(id.clone())),
            (None, None) => Err(self.missing(&[missing::MCHID])),
            (Some(_), Some(_)) => Err(Failure::configuration(
                "both a merchant and a brand are given",
            )
            .cure("keep one of --mchid and --brand-id")),
        }
    }

    /// The APIv3 key (APIv3密钥), if it is configured.
    pub(crate) fn api_v3_key(&self) -> Result<Option<ApiV3Key>> {
        match self.api_v3_key_file() {
            Some(path) => api_v3_key::of_file(path).map(Some),
            None => variable(api_v3_key::VARIABLE)
                .map(|value| api_v3_key::of_variable(&value))
                .transpose(),
        }
    }

    /// The file of the APIv3 key; `None` if the key is in the environment, or nowhere.
    pub(crate) fn api_v3_key_file(&self) -> Option<&Path> {
        let file = self.profile.api_v3_key_file.as_deref();
        file.filter(|_| self.is_api_v3_key_file_flag || variable(api_v3_key::VARIABLE).is_none())
    }

    /// The password of the PKCS#12 file: by default, the merchant number.
    pub(crate) fn pkcs12_password(&self) -> Option<String> {
        variable(PKCS12_PASSWORD).or_else(|| self.profile.mchid.clone())
    }

    /// The APIv3 key, which a download of certificates needs. The failure names all settings that are missing.
    pub(crate) fn needed_api_v3_key(&self) -> Result<ApiV3Key> {
        let others = self.missing_of_merchant();
        let missing = || self.missing(&[vec![missing::API_V3_KEY], others].concat());
        self.api_v3_key()?.ok_or_else(missing)
    }

    /// The verifier of WeChat Pay's signatures: the public key and the platform certificates that are given, or else
    /// the certificates that the APIv3 key downloads.
    pub(crate) fn verifier(&self) -> Result<Verifier> {
        if let Some(verifier) = self.offline_verifier()? {
            return Ok(verifier);
        }
        let key = self
            .api_v3_key()?
            .ok_or_else(|| self.missing(&[missing::VERIFYING_KEY]))?;
        Ok(Verifier::new(PlatformCertificates::downloading(key)))
    }

    /// The verifier with the public key and the platform certificate that are given, which needs no network. `None` if
    /// none is given.
    pub(crate) fn offline_verifier(&self) -> Result<Option<Verifier>> {
        let public_key = self.public_key()?.map(Verifier::new);
        let Some(path) = &self.profile.platform_certificate else {
            return Ok(public_key);
        };
        let content = read("platform-certificate", path)?;
        let certificate = PlatformCertificate::from_pem(&content).map_err(of_file(
            "platform-certificate",
            path,
            &content,
        ))?;
        Ok(Some(match public_key {
            Some(verifier) => verifier.with_key(certificate),
            None => Verifier::new(certificate),
        }))
    }

    fn public_key(&self) -> Result<Option<WechatPayPublicKey>> {
        match (&self.profile.public_key, &self.profile.public_key_id) {
            (Some(path), Some(id)) => {
                let content = read("public-key", path)?;
                WechatPayPublicKey::from_pem(id, &content)
                    .map(Some)
                    .map_err(of_file("public-key", path, &content))
            }
            (Some(_), None) => Err(self.missing(&[missing::PUBLIC_KEY_ID])),
            (None, Some(_)) => Err(self.missing(&[missing::PUBLIC_KEY])),
            (None, None) => Ok(None),
        }
    }

    /// A client of the merchant. The failure names all settings that are missing.
    pub(crate) fn client(&self) -> Result<Client> {
        let missing = [self.missing_of_merchant(), self.missing_of_verifier()].concat();
        if !missing.is_empty() {
            return Err(self.missing(&missing));
        }
        self.client_with(self.verifier()?)
    }

    /// A client of the merchant that downloads its platform certificates into `certificates`.
    pub(crate) fn client_downloading(&self, certificates: &PlatformCertificates) -> Result<Client> {
        let certificates = certificates.clone();
        self.client_with(match self.offline_verifier()? {
            Some(verifier) => verifier.with_key(certificates),
            None => Verifier::new(certificates),
        })
    }

    /// The settings that a merchant needs and that are not given.
    fn missing_of_merchant(&self) -> Vec<Setting> {
        let Profile {
            mchid,
            brand_id,
            private_key,
            pkcs12,
            sign_with,
            serial_no,
            certificate,
            ..
        } = &self.profile;
        if pkcs12.is_some() {
            let has_password = self.pkcs12_password().is_some();
            return Vec::from_iter((!has_password).then_some(missing::PASSWORD));
        }
        let settings = [
            (missing::MCHID, mchid.is_some() || brand_id.is_some()),
            (
                missing::PRIVATE_KEY,
                private_key.is_some() || sign_with.is_some(),
            ),
            (
                missing::SERIAL_NO,
                serial_no.is_some() || certificate.is_some(),
            ),
        ];
        let missing = settings.into_iter().filter(|(_, is_given)| !is_given);
        missing.map(|(setting, _)| setting).collect()
    }

    /// The settings that a verifier needs and that are not given.
    fn missing_of_verifier(&self) -> Vec<Setting> {
        let Profile {
            public_key,
            public_key_id,
            platform_certificate,
            ..
        } = &self.profile;
        let has_api_v3_key =
            self.api_v3_key_file().is_some() || variable(api_v3_key::VARIABLE).is_some();
        match (public_key, public_key_id) {
            (Some(_), None) => vec![missing::PUBLIC_KEY_ID],
            (None, Some(_)) => vec![missing::PUBLIC_KEY],
            (None, None) if platform_certificate.is_none() && !has_api_v3_key => {
                vec![missing::VERIFYING_KEY]
            }
            _ => Vec::new(),
        }
    }

    /// The failure of settings that are not given.
    fn missing(&self, settings: &[Setting]) -> Failure {
        missing::failure(settings, &self.names)
    }

    fn client_with(&self, verifier: Verifier) -> Result<Client> {
        self.client_of(self.merchant()?, verifier)
    }

    /// A client of any merchant, with the settings of the network.
    pub(crate) fn client_of(&self, merchant: Merchant, verifier: Verifier) -> Result<Client> {
        let builder = self.with_network(Client::builder(merchant, verifier))?;
        let client = builder.build();
        client.map_err(|error| network::failure(&error, &self.profile))
    }

    /// A builder with the settings of the network.
    pub(crate) fn with_network(&self, builder: ClientBuilder) -> Result<ClientBuilder> {
        network::configured(builder, &self.profile, self.timeout())
    }
}

enum Holder {
    Merchant(String),
    Brand(String),
}

/// A secret in the environment. An empty variable is the same as none.
fn variable(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.is_empty())
}
