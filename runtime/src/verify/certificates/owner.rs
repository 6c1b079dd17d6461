//! The owner of platform certificates: the merchant of the first client or set that they are given to. Checked when a
//! client or set is built.

use std::sync::{Arc, Mutex, PoisonError};

use super::PlatformCertificates;
use crate::{
    config_error::{ConfigError, ConfigErrorKind},
    sign::Scheme,
};

/// The merchant or the brand that owns the certificates.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Owner {
    pub(crate) id: Arc<str>,
    pub(crate) scheme: Scheme,
}

/// Locked while certificates are claimed, so that no other thread sees a claim that is undone.
static CLAIMS: Mutex<()> = Mutex::new(());

impl PlatformCertificates {
    /// Assigns each certificates to their claimant, or none of them if some belong to a different merchant.
    ///
    /// Otherwise requests would name the key of the different merchant, and encrypt sensitive fields with it.
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
