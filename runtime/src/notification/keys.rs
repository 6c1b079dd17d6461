//! The APIv3 keys that decrypt notifications, each of one merchant or of any.

use std::sync::Arc;

use zeroize::Zeroizing;

use crate::{
    api_v3_key::ApiV3Key,
    crypto::{OpenError, Sealed},
    verify::Holders,
};

/// APIv3 keys. A clone is cheap and shares them.
#[derive(Clone, Debug)]
pub(super) struct ApiV3Keys(Arc<[KeyEntry]>);

#[derive(Clone, Debug)]
struct KeyEntry {
    /// The merchant of a set whose key it is. `None` if the key is tried for each.
    mchid: Option<String>,
    key: ApiV3Key,
}

impl ApiV3Keys {
    /// A key that is tried for every merchant.
    pub(super) fn for_any_merchant(key: ApiV3Key) -> Self {
        Self(Arc::new([KeyEntry { mchid: None, key }]))
    }

    /// Keys that are tried for their own merchant only.
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

    /// Opens with the first key that does, of those which a merchant of `holders` or any merchant may have. A
    /// fault of the text itself is the same with every key.
    pub(super) fn decrypt(
        &self,
        sealed: &Sealed,
        holders: &Holders,
    ) -> Result<Zeroizing<Vec<u8>>, OpenError> {
        let mut last_error = OpenError::Failed;
        let may_fit = |entry: &&KeyEntry| {
            entry
                .mchid
                .as_ref()
                .is_none_or(|mchid| holders.contains(mchid))
        };
        for KeyEntry { key, .. } in self.0.iter().filter(may_fit) {
            match key.open(sealed) {
                Ok(plaintext) => return Ok(plaintext),
                Err(error) => last_error = error,
            }
        }
        Err(last_error)
    }
}
