//! A set of verifiers, for several merchants with one notification URL. Finds the merchants whose key signed a
//! notification.

use std::{iter, sync::Arc};

use http::HeaderMap;

use super::{
    KeyRing, Owner, PlatformCertificates, SignatureHeader, Verifier, VerifyErrorKind,
    required_header, verify_signature,
};
use crate::{
    config_error::{ConfigError, ConfigErrorKind},
    crypto::PublicKey,
    sign::{Merchant, Scheme},
};

/// A merchant of a set.
#[derive(Clone, Debug)]
pub(super) struct Member {
    mchid: Arc<str>,
    verifier: Verifier,
}

impl Member {
    fn claims(&self) -> impl Iterator<Item = (&PlatformCertificates, Owner)> {
        let owner = || Owner {
            id: Arc::clone(&self.mchid),
            scheme: self.verifier.scheme,
        };
        let downloaded = self.verifier.platform_certificates.iter();
        downloaded.map(move |certificates| (certificates, owner()))
    }
}

/// The merchants of a set that trust one key, as `mchid`s. Empty if the verifier is not a set.
#[derive(Default)]
pub(crate) struct Holders(Vec<Arc<str>>);

impl Holders {
    /// The merchant, if only one merchant trusts the key.
    pub(crate) fn only(&self) -> Option<&Arc<str>> {
        match &*self.0 {
            [mchid] => Some(mchid),
            _ => None,
        }
    }

    pub(crate) fn contains(&self, mchid: &str) -> bool {
        self.0.iter().any(|holder| **holder == *mchid)
    }
}

impl Verifier {
    /// Combines the verifiers of several merchants (商户) that have the same notification URL into a set. Give each
    /// verifier with its merchant number (商户号, `mchid`).
    /// [`Notification::mchid`](crate::notification::Notification::mchid) then returns the merchant of a notification.
    ///
    /// If the verifiers have [`PlatformCertificates`], use
    /// [`Notifications::for_clients`](crate::notification::Notifications::for_clients) instead, which keeps the
    /// clients that download the certificates.
    ///
    /// A set verifies only notifications: a [`ClientBuilder`](crate::ClientBuilder) refuses the set. First call
    /// [`with_key`](Self::with_key) and, for a brand, [`for_brand`](Self::for_brand) on the verifier of each merchant.
    /// If you call them on the set, [`Notifications::new`](crate::notification::Notifications::new) refuses the set.
    ///
    /// ```
    /// # use wechatpay_client::{ApiV3Key, Client, Result, Verifier, notification::Notifications};
    /// # fn one_url(shop: (Verifier, ApiV3Key), bar: (Verifier, ApiV3Key)) -> Result<Notifications> {
    /// let both = Verifier::for_merchants([("1900000109", shop.0), ("1900000110", bar.0)])?;
    /// Ok(Notifications::new(both, shop.1)?.with_key(bar.1))
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// - [`ConfigErrorKind::NoMerchants`]: no merchant is given.
    /// - [`ConfigErrorKind::InvalidMchid`]: a merchant number is not 1 to 32 decimal digits.
    /// - [`ConfigErrorKind::MerchantTwice`]: a merchant number is given twice.
    /// - [`ConfigErrorKind::SeveralMerchants`]: a verifier is itself a set.
    /// - [`ConfigErrorKind::OtherMerchantsCertificates`]: the [`PlatformCertificates`] of a verifier belong to a
    ///   different merchant.
    pub fn for_merchants<M: Into<String>>(
        merchants: impl IntoIterator<Item = (M, Self)>,
    ) -> Result<Self, ConfigError> {
        let mut members: Vec<Member> = Vec::new();
        for (mchid, verifier) in merchants {
            let mchid = mchid.into();
            if !Merchant::is_number(&mchid) {
                return Err(ConfigErrorKind::InvalidMchid.into());
            }
            if verifier.is_set() {
                return Err(ConfigErrorKind::SeveralMerchants.into());
            }
            if members.iter().any(|member| *member.mchid == *mchid) {
                return Err(ConfigErrorKind::MerchantTwice { mchid }.into());
            }
            members.push(Member {
                mchid: mchid.into(),
                verifier,
            });
        }
        if members.is_empty() {
            return Err(ConfigErrorKind::NoMerchants.into());
        }
        PlatformCertificates::claim(members.iter().flat_map(Member::claims))?;
        Ok(Self {
            merchants: Some(members.into()),
            ..Self::empty()
        })
    }

    /// Checks a signature. Returns the ID of the key that made it, and the merchants of a set that trust this key.
    ///
    /// Reads the keys of each merchant once, so that a download that ends meanwhile has no influence.
    pub(crate) fn check_signature(
        &self,
        headers: &HeaderMap,
        body: &[u8],
        now: u64,
    ) -> Result<(Arc<str>, Holders), VerifyErrorKind> {
        let Some(members) = &self.merchants else {
            let key_id = verify_signature(headers, body, &self.rings(), self.scheme, now)?;
            return Ok((key_id, Holders::default()));
        };
        let members = members
            .iter()
            .map(|member| (member, member.verifier.rings()));
        let (holders, others): (Vec<_>, Vec<_>) =
            members.partition(|(_, rings)| holds(rings, headers));
        let candidates = if holders.is_empty() {
            &others
        } else {
            &holders
        };
        // A set has at least one merchant, so the loop replaces this.
        let mut failure = VerifyErrorKind::MissingHeader(SignatureHeader::Serial);
        for (index, (member, rings)) in candidates.iter().enumerate() {
            match verify_signature(headers, body, rings, member.verifier.scheme, now) {
                Ok(key_id) => {
                    let holders = holders.iter().map(|(holder, _)| Arc::clone(&holder.mchid));
                    return Ok((key_id, Holders(holders.collect())));
                }
                // If no merchant holds the key, the scheme of one merchant is not the reason.
                Err(VerifyErrorKind::UnsupportedSignatureType) if index > 0 => {}
                Err(kind) => failure = kind,
            }
        }
        Err(failure)
    }

    /// The verifier whose keys a diagnosis compares: this one, or the verifier of `merchant` in this set if no merchant
    /// of the set holds the key.
    pub(crate) fn for_diagnosis(&self, headers: &HeaderMap, merchant: Option<&Merchant>) -> &Self {
        let member_of = |merchant: &Merchant| {
            let mut members = self.members();
            members.find(|member| *member.mchid == *merchant.mchid())
        };
        match merchant.and_then(member_of) {
            Some(member) if !holds(&self.all_rings(), headers) => &member.verifier,
            _ => self,
        }
    }

    /// All keys that are trusted now, each with its ID.
    pub(crate) fn trusted_keys(&self) -> Vec<(Arc<str>, PublicKey)> {
        let rings = self.all_rings();
        let keys = rings.iter().flat_map(|ring| ring.iter());
        keys.map(|(id, key)| (Arc::clone(id), key.clone()))
            .collect()
    }

    /// `true` if the certificate may have been missing when the signature was checked: a list of platform certificates
    /// is empty, or holds the certificate by now.
    pub(crate) fn may_have_lacked_certificate(&self, key_id: &[u8]) -> bool {
        let mut downloaded = self
            .all_platform_certificates()
            .map(PlatformCertificates::ring);
        downloaded.any(|ring| ring.is_empty() || ring.get(key_id).is_some())
    }

    /// `true` if [`for_merchants`](Self::for_merchants) made this verifier.
    pub(super) fn is_set(&self) -> bool {
        self.merchants.is_some()
    }

    /// Refuses a set with keys of its own, because a notification that they sign would belong to no merchant. Refuses
    /// a set with a scheme of its own, because it would have no effect.
    pub(crate) fn check_set(&self) -> Result<(), ConfigError> {
        if self.is_set() && !(self.fixed_keys.is_empty() && self.platform_certificates.is_empty()) {
            return Err(ConfigErrorKind::KeyOfNoMerchant.into());
        }
        if self.is_set() && self.scheme == Scheme::Brand {
            return Err(ConfigErrorKind::BrandOfSeveralMerchants.into());
        }
        Ok(())
    }

    /// All platform certificates, including those of the merchants of a set.
    pub(crate) fn all_platform_certificates(&self) -> impl Iterator<Item = &PlatformCertificates> {
        let members = self.members().map(|member| &member.verifier);
        iter::once(self)
            .chain(members)
            .flat_map(|verifier| &verifier.platform_certificates)
    }

    /// All keys that are trusted now, including those of the merchants of a set.
    pub(super) fn all_rings(&self) -> Vec<Arc<KeyRing>> {
        let members = self.members().flat_map(|member| member.verifier.rings());
        self.rings().into_iter().chain(members).collect()
    }

    /// The merchants of a set. Empty for the verifier of one merchant.
    fn members(&self) -> impl Iterator<Item = &Member> {
        self.merchants.iter().flat_map(|members| &**members)
    }
}

/// `true` if one of `rings` holds the key that the headers name.
fn holds(rings: &[Arc<KeyRing>], headers: &HeaderMap) -> bool {
    required_header(headers, SignatureHeader::Serial)
        .is_ok_and(|key_id| rings.iter().any(|ring| ring.get(key_id).is_some()))
}
