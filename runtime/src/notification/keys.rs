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
pub(super) struct Keys(Arc<[Key]>);

#[derive(Clone, Debug)]
struct Key {
    /// The merchant of a set whose key it is. `None` if the key is tried for each.
    mchid: Option<String>,
    key: ApiV3Key,
}

impl Keys {
    /// A key that is tried for every merchant.
    pub(super) fn of_any(key: ApiV3Key) -> Self {
        Self(Arc::new([Key { mchid: None, key }]))
    }

    /// Keys that are tried for their own merchant only.
    pub(super) fn of_merchants(keys: impl Iterator<Item = (String, ApiV3Key)>) -> Self {
        let keys = keys.map(|(mchid, key)| Key {
            mchid: Some(mchid),
            key,
        });
        Self(keys.collect())
    }

    /// Adds a key that is tried for every merchant.
    pub(super) fn with_key(&self, key: ApiV3Key) -> Self {
        let added = Key { mchid: None, key };
        Self(self.0.iter().cloned().chain([added]).collect())
    }

    /// Opens with the first key that does, of those which a merchant of `holders` or any merchant may have. A
    /// fault of the text itself is the same with every key.
    pub(super) fn open(
        &self,
        sealed: &Sealed,
        holders: &Holders,
    ) -> Result<Zeroizing<Vec<u8>>, OpenError> {
        let mut failure = OpenError::Failed;
        let concerns = |key: &&Key| key.mchid.as_ref().is_none_or(|it| holders.contains(it));
        for Key { key, .. } in self.0.iter().filter(concerns) {
            match key.open(sealed) {
                Ok(plaintext) => return Ok(plaintext),
                Err(error) => failure = error,
            }
        }
        Err(failure)
    }
}
