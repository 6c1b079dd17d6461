//! The keys and the changing state of a gateway, shared by its handle and its connections.

use std::{
    iter,
    net::SocketAddr,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use super::{
    authorize,
    bill::BillContent,
    keys::{GatewayKeys, MerchantKeys, PUBLIC_KEY_ID, PlatformKeys, ResponseSigner},
    operations::Operations,
    received::ReceivedRequest,
    record::Record,
    script::Script,
};
use crate::{clock::unix_now, crypto::PublicKey};

/// Everything that the handle and the connections of a gateway share.
pub(super) struct GatewayContext {
    pub(super) address: SocketAddr,
    pub(super) keys: &'static GatewayKeys,
    pub(super) operations: Option<Arc<dyn Operations>>,
    pub(super) state: Mutex<GatewayState>,
}

/// The state that a test or a request changes.
#[derive(Default)]
pub(super) struct GatewayState {
    pub(super) script: Script,
    /// The files of scripted bills. The index of a file is the token in its address.
    pub(super) bills: Vec<BillContent>,
    pub(super) record: Record,
    pub(super) connections: Connections,
    /// The platform certificates after the first one, the newest last.
    pub(super) rotated: Vec<PlatformKeys>,
    /// The API certificates of the merchant after the first one.
    pub(super) renewed: Vec<MerchantKeys>,
    /// The gateway's clock minus the machine's, in seconds.
    pub(super) clock_ahead: i32,
}

/// The numbers of connections: accepted since the start, open now, and open at once at most.
#[derive(Default)]
pub(super) struct Connections {
    pub(super) accepted: usize,
    pub(super) open: usize,
    pub(super) peak: usize,
}

impl GatewayContext {
    pub(super) fn base_url(&self) -> String {
        format!("https://{}", self.address)
    }

    /// The newest platform certificate and its key.
    pub(super) fn newest_platform(&self) -> PlatformKeys {
        let rotated = self.state().rotated.last().cloned();
        rotated.unwrap_or_else(|| self.keys.platform.clone())
    }

    /// All platform certificates, the newest first.
    pub(super) fn platforms(&self) -> Vec<PlatformKeys> {
        let mut all = self.state().rotated.clone();
        all.insert(0, self.keys.platform.clone());
        all.reverse();
        all
    }

    /// The key that signs the response to a request which asks for `key_id`: the public key if it is named, else
    /// the key of the newest platform certificate.
    pub(super) fn signer_for(&self, key_id: Option<&str>) -> ResponseSigner {
        match key_id {
            Some(PUBLIC_KEY_ID) => self.keys.notifications.signer().clone(),
            _ => self.newest_platform().signer,
        }
    }

    /// The key with exactly this ID.
    pub(super) fn signer_by_id(&self, key_id: &str) -> Option<ResponseSigner> {
        if key_id == PUBLIC_KEY_ID {
            return Some(self.keys.notifications.signer().clone());
        }
        let mut platforms = self.platforms().into_iter().map(|platform| platform.signer);
        platforms.find(|signer| signer.key_id == key_id)
    }

    /// The public key of the merchant's certificate with this serial number.
    pub(super) fn merchant_key(&self, serial_no: &str) -> Option<PublicKey> {
        let state = self.state();
        let mut all = iter::once(&self.keys.merchant).chain(&state.renewed);
        let keys = all.find(|keys| keys.merchant.serial_no() == serial_no)?;
        Some(keys.public.clone())
    }

    /// The public key of the certificate whose key signed this request; of the first certificate if the request does
    /// not name one.
    pub(super) fn signing_key(&self, request: &ReceivedRequest) -> PublicKey {
        let key = authorize::serial_no(request).and_then(|serial_no| self.merchant_key(serial_no));
        key.unwrap_or_else(|| self.keys.merchant.public.clone())
    }

    /// The time by the gateway's clock, in Unix seconds.
    pub(super) fn now(&self) -> u64 {
        unix_now().saturating_add_signed(self.state().clock_ahead.into())
    }

    pub(super) fn state(&self) -> MutexGuard<'_, GatewayState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
