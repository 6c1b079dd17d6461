//! The merchant that certificates belong to, from the first client or set on that they were given to.

use std::sync::{Arc, Mutex, PoisonError};

use super::PlatformCertificates;
use crate::{
    config_error::{ConfigError, ConfigErrorKind},
    sign::Scheme,
};

/// The merchant, or the brand, that the certificates belong to.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Owner {
    pub(crate) id: Arc<str>,
    pub(crate) scheme: Scheme,
}

/// Held while certificates are claimed, so that nobody sees a claim that is taken back.
static CLAIMS: Mutex<()> = Mutex::new(());

impl PlatformCertificates {
    /// Makes all of them the certificates of their merchants, or none if some are another merchant's.
    ///
    /// Another merchant's would be named in requests, and sensitive fields be encrypted with its key.
    pub(crate) fn claim<'a>(
        claims: impl IntoIterator<Item = (&'a Self, Owner)>,
    ) -> Result<(), ConfigError> {
        let _claims = CLAIMS.lock().unwrap_or_else(PoisonError::into_inner);
        let mut claimed = Vec::new();
        for (certificates, claimant) in claims {
            let mut state = certificates.state();
            match &state.owner {
                None => {
                    state.owner = Some(claimant);
                    claimed.push(certificates);
                }
                Some(owner) if *owner == claimant => {}
                Some(owner) => {
                    let mchid = owner.id.to_string();
                    drop(state);
                    claimed
                        .iter()
                        .for_each(|certificates| certificates.state().owner = None);
                    return Err(ConfigErrorKind::OtherMerchantsCertificates { mchid }.into());
                }
            }
        }
        Ok(())
    }
}
