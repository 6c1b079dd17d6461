//! Verifiers of several merchants behind one notification URL: whose key signed, and whose to diagnose by.

use std::{borrow::Cow, iter, sync::Arc};

use hyper::HeaderMap;

use super::{
    PlatformCertificates, Received, SignatureHeader, Verifier, VerifyCause, VerifyReason, required,
};
use crate::{
    error::{BuildError, Result},
    sign::Merchant,
};

/// A merchant of a set.
#[derive(Clone, Debug)]
pub(super) struct Member {
    mchid: Arc<str>,
    verifier: Verifier,
}

impl Verifier {
    /// The verifiers of several merchants (商户) behind one notification URL, each with its merchant number
    /// (商户号, `mchid`). [`Notification::mchid`](crate::notification::Notification::mchid) then says whose
    /// a notification is.
    ///
    /// If the certificates download themselves, use
    /// [`Notifications::for_clients`](crate::notification::Notifications::for_clients), which keeps the clients
    /// that download.
    ///
    /// A set verifies notifications only: [`ClientBuilder`](crate::ClientBuilder) refuses it. Each verifier
    /// keeps its own scheme ([`brand`](Self::brand)). Add a merchant's further keys to its own verifier: a key
    /// that is added to the set is no merchant's, and
    /// [`Notifications::new`](crate::notification::Notifications::new) refuses the set.
    ///
    /// ```
    /// # use wechatpay_client::{ApiV3Key, Client, Result, Verifier, notification::Notifications};
    /// # fn one_url(shop: (Verifier, ApiV3Key), bar: (Verifier, ApiV3Key)) -> Result<Notifications> {
    /// let both = Verifier::for_merchants([("1900000109", shop.0), ("1900000110", bar.0)])?;
    /// Ok(Notifications::new(both, shop.1)?.and_key(bar.1))
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// [`BuildError::NoMerchants`]; [`BuildError::Mchid`]; [`BuildError::MerchantTwice`] for two verifiers of one merchant;
    /// [`BuildError::SeveralMerchants`] for a verifier that is a set itself;
    /// [`BuildError::OtherMerchantsCertificates`] for [`PlatformCertificates`] of another merchant.
    pub fn for_merchants<M: Into<String>>(
        merchants: impl IntoIterator<Item = (M, Self)>,
    ) -> Result<Self> {
        let mut members: Vec<Member> = Vec::new();
        for (mchid, verifier) in merchants {
            let mchid = mchid.into();
            if !Merchant::is_number(&mchid) {
                return Err(BuildError::Mchid.into());
            }
            if verifier.is_set() {
                return Err(BuildError::SeveralMerchants.into());
            }
            if members.iter().any(|it| *it.mchid == *mchid) {
                return Err(BuildError::MerchantTwice { mchid }.into());
            }
            members.push(Member {
                mchid: mchid.into(),
                verifier,
            });
        }
        if members.is_empty() {
            return Err(BuildError::NoMerchants.into());
        }
        for Member { mchid, verifier } in &members {
            for certificates in &verifier.downloaded {
                certificates.belong_to(mchid, verifier.scheme)?;
            }
        }
        Ok(Self {
            merchants: Some(members.into()),
            ..Self::empty()
        })
    }

    /// Checks a signature. Returns the serial number of the key that made it, and whose it is if this is a
    /// set; a key that several merchants trust is nobody's.
    pub(super) fn check(
        &self,
        headers: &HeaderMap,
        body: &[u8],
        now: u64,
    ) -> Result<(Arc<str>, Option<Arc<str>>), VerifyReason> {
        let holders = self.holders(headers);
        let concerned = match &*holders {
            [] => self.members().iter().collect(),
            _ => holders,
        };
        let mut failure = None;
        for member in &concerned {
            match member.verifier.check_own(headers, body, now) {
                Ok(serial) => {
                    let only = concerned.len() == 1;
                    return Ok((serial, only.then(|| Arc::clone(&member.mchid))));
                }
                // A key that nobody holds is not refused for the scheme of one merchant of several.
                Err(VerifyReason::UnsupportedSignatureType) if failure.is_some() => {}
                Err(reason) => failure = Some(reason),
            }
        }
        match failure {
            Some(reason) => Err(reason),
            None => Ok((self.check_own(headers, body, now)?, None)),
        }
    }

    /// The cause behind `reason`, found by the keys of the merchant that it concerns.
    pub(crate) fn diagnose(
        &self,
        received: &Received,
        reason: &VerifyReason,
        merchant: Option<&Merchant>,
    ) -> Option<VerifyCause> {
        let concerned = self.concerned(&received.headers, merchant);
        received.diagnose(reason, &concerned, merchant)
    }

    /// True if [`for_merchants`](Self::for_merchants) made it.
    pub(super) fn is_set(&self) -> bool {
        self.merchants.is_some()
    }

    /// Refuses a set with keys beside those of its merchants: what they sign would be nobody's.
    pub(crate) fn check_set(&self) -> Result<(), BuildError> {
        if self.is_set() && !(self.given.is_empty() && self.downloaded.is_empty()) {
            return Err(BuildError::KeyOfNoMerchant);
        }
        Ok(())
    }

    /// All certificates that download themselves, those of its merchants too.
    pub(crate) fn all_downloaded(&self) -> impl Iterator<Item = &PlatformCertificates> {
        let members = self.members().iter().map(|member| &member.verifier);
        iter::once(self)
            .chain(members)
            .flat_map(|it| &it.downloaded)
    }

    /// The merchants of a set; otherwise none.
    fn members(&self) -> &[Member] {
        self.merchants.as_deref().unwrap_or_default()
    }

    /// The merchants that hold the key which is named.
    fn holders(&self, headers: &HeaderMap) -> Vec<&Member> {
        let Ok(serial) = required(headers, SignatureHeader::Serial) else {
            return Vec::new();
        };
        let holds = |member: &&Member| {
            let (given, downloaded) = member.verifier.rings();
            given.get(serial).is_some() || downloaded.is_some_and(|it| it.get(serial).is_some())
        };
        self.members().iter().filter(holds).collect()
    }

    /// The verifier of `merchant`, or else of the merchant that holds the key which is named. If there is
    /// neither, the keys of all.
    fn concerned(&self, headers: &HeaderMap, merchant: Option<&Merchant>) -> Cow<'_, Self> {
        let of = |merchant: &Merchant| {
            let mut members = self.members().iter();
            members.find(|it| *it.mchid == *merchant.mchid())
        };
        let member = merchant
            .and_then(of)
            .or_else(|| self.holders(headers).first().copied());
        match member {
            Some(member) => Cow::Borrowed(&member.verifier),
            None if !self.is_set() => Cow::Borrowed(self),
            None => Cow::Owned(self.merged()),
        }
    }

    /// A verifier with the keys of all, to diagnose by.
    fn merged(&self) -> Self {
        let mut merged = Self {
            merchants: None,
            ..self.clone()
        };
        for Member { verifier, .. } in self.members() {
            Arc::make_mut(&mut merged.given).extend(&verifier.given);
            merged.downloaded.extend_from_slice(&verifier.downloaded);
        }
        merged
    }
}
