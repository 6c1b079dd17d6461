//! The APIv3 keys that decrypt notifications. Each belongs to one merchant, or is tried for every merchant.

use std::sync::Arc;

use zeroize::Zeroizing;

use crate::{
    api_v3_key::ApiV3Key,
    crypto::{OpenError, Sealed},
    verify::Holders,
};

/// A list of APIv3 keys. A clone is cheap and shares the list.
#[derive(Clone, Debug)]
pub(super) struct ApiV3Keys(Arc<[KeyEntry]>);

#[derive(Clone, Debug)]
struct KeyEntry {
    /// The merchant number of the key's owner. `None` if the key is tried for every merchant.
    mchid: Option<String>,
    key: ApiV3Key,
}

impl ApiV3Keys {
    /// A key that is tried for every merchant.
    pub(super) fn for_any_merchant(key: ApiV3Key) -> Self {
        Self(Arc::new([KeyEntry { mchid: None, key }]))
    }

    /// Keys, each tried only for the merchant of its number.
    pub(super) fn for_each_merchant(keys: impl Iterator<Item = (String, ApiV3Key)>) -> Self {
        let keys = keys.map(|(mchid, key)| KeyEntry {
            mchid: Some(mchid),
            key,
        });
        Self(keys.collect())
    }

    /// Adds a key that is tried for every merchant.
    pub(super) fn with_key(&self, key: ApiV3Key) -> Self {
        let added = KeyEntry { mchid: None, key };
        Self(self.0.iter().cloned().chain([added]).collect())
    }

    /// Decrypts with the first key that fits: a key of a merchant in `holders`, or a key for every merchant. Returns the
    /// merchant number of the key too. A mistake in the ciphertext itself gives the same error with every key.
    pub(super) fn decrypt(
        &self,
        sealed: &Sealed,
        holders: &Holders,
    ) -> Result<(Zeroizing<Vec<u8>>, Option<&str>), OpenError> {
        let mut last_error = OpenError::Failed;
        let may_fit = |entry: &&KeyEntry| {
            entry
                .mchid
                .as_ref()
                .is_none_or(|mchid| holders.contains(mchid))
        };
        for KeyEntry { mchid, key } in self.0.iter().filter(may_fit) {
            match key.decrypt(sealed) {
                Ok(plaintext) => return Ok((plaintext, mchid.as_deref())),
                Err(error) => last_error = error,
            }
        }
        Err(last_error)
    }
}
