//! The caller of the online checks: the configured merchant, or as much of it as the files prove.
//!
//! A finding about one file must not hide the others. So a number that contradicts the certificate is replaced by the
//! certificate's, and a key that cannot be read by a throwaway key. WeChat Pay refuses the signature of a throwaway key,
//! but its refusal still tells connection, clock and changes on the way.

use wechatpay_client::{Client, Merchant, Verifier, WechatPayPublicKey, error::KeyError};

use super::{
    calls::Keys,
    check::{Checks, State},
    merchant::{Files, Key},
};
use crate::{
    failure::{Failure, Result},
    file::read,
    no_connection::Way,
    settings::Settings,
    sign_with::SignWith,
    throwaway,
};

/// The checks of the merchant's files and numbers.
const OF_MERCHANT: [&str; 6] = [
    "mchid",
    "private_key",
    "certificate",
    "serial_no",
    "certificate_mchid",
    "certificate_key",
];

/// The checks of WeChat Pay's keys.
const OF_WECHATPAY: [&str; 5] = [
    "wechatpay_key",
    "public_key",
    "public_key_id",
    "platform_certificate",
    "api_v3_key",
];

/// Stands for a merchant number or a serial number that is not known.
const UNKNOWN: &str = "0";

/// The merchant that calls, and the findings that its calls cannot see past.
pub(super) struct Caller<'a> {
    settings: &'a Settings,
    merchant: Merchant,
    /// The finding because of which WeChat Pay must refuse the signature.
    pub(super) without_signature: Option<&'static str>,
    /// The finding because of which no response can be verified.
    pub(super) without_key: Option<&'static str>,
    /// The merchant number of the certificate, if another one is configured.
    pub(super) corrected_mchid: Option<String>,
}

impl<'a> Caller<'a> {
    pub(super) fn new(settings: &'a Settings, files: &Files, checks: &Checks) -> Result<Self> {
        let is_finding = |name: &&'static str| checks.is_in_state(name, State::Finding);
        let mut wrong = OF_WECHATPAY.into_iter().filter(is_finding);
        let without_key = match settings.verifier() {
            // A wrong APIv3 key stops only a verifier that downloads certificates.
            Ok(_) => wrong.find(|name| *name != "api_v3_key"),
            Err(failure) => Some(wrong.next().ok_or(failure)?),
        };
        if !OF_MERCHANT.iter().any(is_finding) {
            return Ok(Self {
                settings,
                merchant: settings.merchant()?,
                without_signature: None,
                without_key,
                corrected_mchid: None,
            });
        }
        let parts = Parts::new(settings, files, checks);
        Ok(Self {
            settings,
            merchant: parts.merchant(settings, files)?,
            without_signature: parts.without_signature(files, checks),
            without_key,
            corrected_mchid: parts.corrected_mchid,
        })
    }

    /// Makes the client, whose clock is `ahead` seconds ahead of the machine's. Each client has its own list of
    /// certificates, so that an earlier failure of the download does not delay the next one.
    pub(super) fn keys(&self, ahead: i64) -> Result<Keys> {
        self.keys_with(
            ahead,
            match self.without_key {
                None => self.settings.verifier()?,
                Some(_) => throwaway::verifier()?,
            },
        )
    }

    /// The keys with the configured public key under another ID. `None` if no public key can be read.
    pub(super) fn keys_with_id(&self, ahead: i64, id: &str) -> Option<Keys> {
        let file = read(self.settings.options().public_key.as_deref()?).ok()?;
        let key = WechatPayPublicKey::from_pem(id, file).ok()?;
        self.keys_with(ahead, Verifier::new(key)).ok()
    }

    fn keys_with(&self, ahead: i64, verifier: Verifier) -> Result<Keys> {
        Ok(Keys {
            client: self.client(&verifier, ahead)?,
            merchant: self.merchant.clone(),
            verifier,
            host: self.settings.options().host_url().to_owned(),
            way: Way::of(self.settings.options()),
            ahead,
        })
    }

    /// Makes a client with other keys of WeChat Pay.
    pub(super) fn client(&self, verifier: &Verifier, ahead: i64) -> Result<Client> {
        let builder = Client::builder(self.merchant.clone(), verifier.clone());
        let builder = self.settings.with_network(builder)?;
        let client = wechatpay_client::__private::command::with_clock_ahead(builder, ahead).build();
        client.map_err(Failure::configuration)
    }
}

/// The key with which the caller signs.
enum Signing {
    Pem(Vec<u8>),
    Command(SignWith),
}

/// The numbers with which the caller signs.
struct Parts {
    number: Option<String>,
    serial_no: Option<String>,
    corrected_mchid: Option<String>,
}

impl Parts {
    fn new(settings: &Settings, files: &Files, checks: &Checks) -> Self {
        let options = settings.options();
        let is_finding = |name: &str| checks.is_in_state(name, State::Finding);
        let unless_wrong =
            |name: &str, value: Option<&String>| value.filter(|_| !is_finding(name)).cloned();
        let certificate = files.certificate.as_ref().map(|(_, read)| read);
        let holder = certificate.and_then(|read| read.holder.clone());
        let is_corrected =
            options.brand_id.is_none() && (is_finding("mchid") || is_finding("certificate_mchid"));
        let corrected_mchid = holder.filter(|_| is_corrected);
        let configured = options.brand_id.as_ref().or(options.mchid.as_ref());
        Self {
            number: corrected_mchid
                .clone()
                .or_else(|| unless_wrong("mchid", configured)),
            serial_no: certificate
                .map(|read| read.serial_no.clone())
                .or_else(|| unless_wrong("serial_no", options.serial_no.as_ref())),
            corrected_mchid,
        }
    }

    fn merchant(&self, settings: &Settings, files: &Files) -> Result<Merchant> {
        let number = self.number.as_deref().unwrap_or(UNKNOWN);
        let serial_no = self.serial_no.as_deref().unwrap_or(UNKNOWN);
        let is_brand = settings.options().brand_id.is_some();
        let throwaway = || throwaway::key()?.private_key_to_pem_pkcs8();
        let signing = match &files.key {
            Some(Key::Pkcs12(merchant)) => return Ok(merchant.clone()),
            Some(Key::Pem(pem)) => Signing::Pem(pem.clone()),
            Some(Key::Command { command, .. }) => {
                Signing::Command(SignWith::new(command.clone(), settings.timeout())?)
            }
            None => Signing::Pem(throwaway().map_err(Failure::configuration)?),
        };
        let merchant = match (signing, is_brand) {
            (Signing::Pem(pem), false) => Merchant::new(number, serial_no, pem),
            (Signing::Pem(pem), true) => Merchant::brand(number, serial_no, pem),
            (Signing::Command(signer), false) => Merchant::with_signer(number, serial_no, signer),
            (Signing::Command(signer), true) => {
                Merchant::brand_with_signer(number, serial_no, signer)
            }
        };
        let merchant = merchant.map_err(Failure::configuration)?;
        let with_certificate = |(pem, _): &(Vec<u8>, _)| -> Result<Merchant, KeyError> {
            merchant.clone().with_certificate(pem)
        };
        // A certificate of another key says nothing of this merchant.
        let certified = files.certificate.as_ref().map(with_certificate);
        Ok(certified.and_then(Result::ok).unwrap_or(merchant))
    }

    /// The finding because of which the signature cannot be right.
    fn without_signature(&self, files: &Files, checks: &Checks) -> Option<&'static str> {
        let of_key = ["private_key", "certificate_key"];
        let of_serial_no = ["serial_no", "certificate"];
        let of_number = ["mchid", "certificate"];
        let candidates = match (&files.key, &self.serial_no, &self.number) {
            (None, _, _) => of_key,
            (Some(Key::Pkcs12(_)), _, _) => return None,
            (_, None, _) => of_serial_no,
            (_, _, None) => of_number,
            _ => of_key,
        };
        let is_finding = |name: &&'static str| checks.is_in_state(name, State::Finding);
        candidates.into_iter().find(is_finding)
    }
}
