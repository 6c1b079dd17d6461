//! The merchant of a client: its checks, a change of its key, and clients of further merchants on the same
//! connections.

use std::{
    iter,
    sync::{Arc, Mutex, PoisonError, RwLock, Weak},
    time::Duration,
};

use super::{
    Client, Shared,
    core::{Core, Network},
};
use crate::{
    config_error::{ConfigError, ConfigErrorKind},
    journal::DynJournal,
    sign::{Merchant, Scheme},
    verify::{Owner, PlatformCertificates, Verifier},
};

impl Client {
    /// Makes a client of a further merchant that shares the connections, the TLS context and the hosts of `client`.
    /// Use this function if one process calls for many merchants (商户), as a SaaS platform does: such a client costs
    /// a few kilobytes, whereas a client from [`builder`](Self::builder) has its own TLS context and connections.
    ///
    /// The new client has the settings of `client`, including the journal, but not the earlier keys. The new client
    /// signs only as `merchant`, and trusts only the keys of `verifier`. All clients that share connections also share
    /// the limit [`max_connections`](super::ClientBuilder::max_connections).
    ///
    /// If the merchant has earlier keys, make the client with the earliest, and then call
    /// [`renew_merchant`](Self::renew_merchant) with each newer one: the client then decrypts and repeats what belongs
    /// to the earlier keys.
    ///
    /// ```no_run
    /// # use wechatpay_client::{Client, Merchant, Result, Verifier};
    /// # fn clients(all: Vec<(Merchant, Verifier)>, first: Client) -> Result<Vec<Client>> {
    /// let clients = all
    ///     .into_iter()
    ///     .map(|(merchant, verifier)| Ok(Client::for_merchant(&first, merchant, verifier)?))
    ///     .collect::<Result<Vec<_>>>()?;
    /// # Ok(clients) }
    /// ```
    ///
    /// # Errors
    ///
    /// A [`ConfigError`] of one of these kinds:
    ///
    /// - [`SeveralMerchants`](ConfigErrorKind::SeveralMerchants): the verifier is a set of several merchants'
    ///   verifiers.
    /// - [`SeveralCertificates`](ConfigErrorKind::SeveralCertificates): the verifier has more than one
    ///   [`PlatformCertificates`].
    /// - [`BrandCertificates`](ConfigErrorKind::BrandCertificates): the merchant is a brand, and the verifier has a
    ///   [`PlatformCertificates`].
    /// - [`OtherMerchantsCertificates`](ConfigErrorKind::OtherMerchantsCertificates): the [`PlatformCertificates`]
    ///   belong to a different merchant.
    pub fn for_merchant(
        client: &Self,
        merchant: Merchant,
        verifier: Verifier,
    ) -> Result<Self, ConfigError> {
        check_merchants(&merchant, &[], &verifier)?;
        let network = Arc::clone(&client.shared.core.network);
        let journal = client.shared.journal.clone();
        let merchants = iter::once(merchant).collect();
        assemble(network, merchants, verifier, journal, client.timeout)
    }

    /// Replaces the certificate and key that this client and all its clones sign with (更换商户API证书). `merchant`
    /// is the same merchant, with the new certificate and key.
    ///
    /// An attempt that is under way keeps the old key. The client still decrypts what WeChat Pay encrypted for an
    /// earlier key.
    ///
    /// # Errors
    ///
    /// [`ConfigErrorKind::OtherMerchant`]: `merchant` is not the merchant of this client.
    pub fn renew_merchant(client: &Self, merchant: Merchant) -> Result<(), ConfigError> {
        let merchants = &client.shared.core.merchants;
        let mut merchants = merchants.write().unwrap_or_else(PoisonError::into_inner);
        if !merchants.first().is_some_and(|now| now.is_same(&merchant)) {
            return Err(ConfigErrorKind::OtherMerchant.into());
        }
        let earlier = merchants
            .iter()
            .filter(|earlier| earlier.serial_no() != merchant.serial_no());
        *merchants = [merchant.clone()]
            .into_iter()
            .chain(earlier.cloned())
            .collect();
        Ok(())
    }
}

/// Refuses a verifier of several merchants, platform certificates for a brand, and earlier keys of another merchant.
pub(super) fn check_merchants(
    merchant: &Merchant,
    earlier: &[Merchant],
    verifier: &Verifier,
) -> Result<(), ConfigError> {
    verifier.check_one_merchant()?;
    if merchant.scheme() == Scheme::Brand && verifier.platform_certificates().is_some() {
        return Err(ConfigErrorKind::BrandCertificates.into());
    }
    if !earlier.iter().all(|earlier| earlier.is_same(merchant)) {
        return Err(ConfigErrorKind::OtherMerchant.into());
    }
    Ok(())
}

/// Makes the client of a merchant that was checked. `merchants` begins with the merchant and the key that signs now.
pub(super) fn assemble(
    network: Arc<Network>,
    merchants: Arc<[Merchant]>,
    verifier: Verifier,
    journal: Option<Arc<dyn DynJournal>>,
    timeout: Duration,
) -> Result<Client, ConfigError> {
    let scheme = merchants.first().map_or(Scheme::Merchant, Merchant::scheme);
    let owner = merchants.first().map(|merchant| Owner {
        id: Arc::clone(merchant.id()),
        scheme,
    });
    PlatformCertificates::claim(verifier.platform_certificates().zip(owner))?;
    let core = Core {
        merchants: RwLock::new(merchants),
        verifier: verifier.with_scheme(scheme),
        network,
    };
    let shared = Arc::new(Shared {
        core: Arc::new(core),
        journal,
        tasks: Mutex::default(),
    });
    if let Some(certificates) = shared.core.verifier.platform_certificates() {
        let downloader: Weak<Shared> = Arc::downgrade(&shared);
        certificates.attach(downloader);
    }
    Ok(Client { shared, timeout })
}
