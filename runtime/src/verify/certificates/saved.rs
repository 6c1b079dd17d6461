//! The file form of platform certificates: the list as downloaded, still encrypted, after a MAC that detects
//! changes.

use serde::{Deserialize, Serialize};

use super::Owner;
use crate::{api_v3_key::ApiV3Key, crypto, json, sign::Scheme};

/// A list that was verified when it was downloaded.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct SavedList {
    /// The time of the download, in Unix seconds.
    pub(super) downloaded_at: u64,
    /// The merchant that owns the list. Several merchants may have the same APIv3 key.
    #[serde(skip_serializing_if = "Option::is_none")]
    mchid: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    brand_id: Option<String>,
    pub(super) list: String,
}

impl SavedList {
    pub(super) fn new(downloaded_at: u64, list: String) -> Self {
        Self {
            downloaded_at,
            mchid: None,
            brand_id: None,
            list,
        }
    }

    pub(super) fn with_owner(mut self, owner: Option<&Owner>) -> Self {
        let id = |scheme| {
            let owner = owner.filter(|owner| owner.scheme == scheme)?;
            Some(owner.id.to_string())
        };
        (self.mchid, self.brand_id) = (id(Scheme::Merchant), id(Scheme::Brand));
        self
    }

    /// `None` if the certificates had not been given to a client or set when they were saved.
    pub(super) fn owner(&self) -> Option<Owner> {
        let (id, scheme) = match (&self.mchid, &self.brand_id) {
            (Some(mchid), _) => (mchid, Scheme::Merchant),
            (None, Some(brand_id)) => (brand_id, Scheme::Brand),
            (None, None) => return None,
        };
        Some(Owner {
            id: id.as_str().into(),
            scheme,
        })
    }

    /// A line with the MAC of the rest, then JSON. `None` if OpenSSL fails.
    pub(super) fn to_bytes(&self, key: &ApiV3Key) -> Option<Vec<u8>> {
        let json = serde_json::to_string_pretty(self).ok()?;
        Some(format!("{}\n{json}", mac(key, &json)?).into_bytes())
    }

    /// Reads what [`to_bytes`](Self::to_bytes) wrote with the same key. `None` if any byte differs.
    pub(super) fn from_bytes(bytes: &[u8], key: &ApiV3Key) -> Option<Self> {
        let (expected_mac, json) = std::str::from_utf8(bytes).ok()?.split_once('\n')?;
        let is_intact =
            crypto::constant_time_eq(mac(key, json)?.as_bytes(), expected_mac.as_bytes());
        is_intact.then(|| json::read(json.as_bytes()).ok())?
    }
}

/// The MAC of `json`. The first line of the message separates this use of the APIv3 key from all others.
fn mac(key: &ApiV3Key, json: &str) -> Option<String> {
    let message = format!("wechatpay-client platform certificates 1\n{json}");
    key.mac(message.as_bytes()).ok()
}
