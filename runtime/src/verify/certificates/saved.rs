//! Platform certificates at rest: the list as it was downloaded, still sealed, and a code that shows
//! whether it was altered.

use serde::{Deserialize, Serialize};

use crate::crypto::{self, ApiV3Key};

/// A list that was verified when it was downloaded.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Saved {
    /// Unix seconds.
    pub(super) downloaded_at: u64,
    pub(super) list: String,
}

#[derive(Serialize, Deserialize)]
struct Envelope {
    #[serde(flatten)]
    saved: Saved,
    mac: String,
}

impl Saved {
    /// JSON text. `None` where OpenSSL fails.
    pub(super) fn to_bytes(&self, key: &ApiV3Key) -> Option<Vec<u8>> {
        let mac = self.mac(key)?;
        let saved = self.clone();
        serde_json::to_vec_pretty(&Envelope { saved, mac }).ok()
    }

    /// Only what [`to_bytes`](Self::to_bytes) wrote under this key.
    pub(super) fn from_bytes(bytes: &[u8], key: &ApiV3Key) -> Option<Self> {
        let Envelope { saved, mac } = serde_json::from_slice(bytes).ok()?;
        crypto::equal(saved.mac(key)?.as_bytes(), mac.as_bytes()).then_some(saved)
    }

    /// The first line keeps this use of the APIv3 key apart from every other one.
    fn mac(&self, key: &ApiV3Key) -> Option<String> {
        let Self {
            downloaded_at,
            list,
        } = self;
        let message = format!("wechatpay-client platform certificates 1\n{downloaded_at}\n{list}");
        key.mac(message.as_bytes()).ok()
    }
}
