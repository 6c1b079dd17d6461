//! The keys and the changing state of a gateway, shared by its handle and its connections.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::{
    authorize,
    bill::BillContent,
    keys::{PlatformKeys, ResponseSigner},
    merchant::GatewayMerchant,
    operations::Operations,
    received::ReceivedRequest,
    record::Record,
    script::Script,
};
use crate::{clock::unix_now, sign::Scheme};

/// Everything that the handle and the connections of a gateway share.
pub(super) struct GatewayContext {
    /// The merchant of a request that names none.
    pub(super) merchant: GatewayMerchant,
    /// The first platform certificate.
    pub(super) platform: PlatformKeys,
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
    /// The merchants and brands, once for each of their API certificates.
    pub(super) merchants: Vec<GatewayMerchant>,
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
    /// The newest platform certificate and its key.
    pub(super) fn newest_platform(&self) -> PlatformKeys {
        let rotated = self.state().rotated.last().cloned();
        rotated.unwrap_or_else(|| self.platform.clone())
    }

    /// All platform certificates, the newest first.
    pub(super) fn platforms(&self) -> Vec<PlatformKeys> {
        let mut all = self.state().rotated.clone();
        all.insert(0, self.platform.clone());
        all.reverse();
        all
    }

    /// The key that signs the response to a request: the WeChat Pay public key of its sender or a platform certificate,
    /// by the name in `Wechatpay-Serial` and the mode of the sender.
    pub(super) fn signer_for(&self, request: &ReceivedRequest) -> ResponseSigner {
        let (sender, platform) = (self.sender(request), self.newest_platform().signer);
        let public_key = sender.notification_signer().signer();
        match request.header("wechatpay-serial") {
            Some(key_id) if key_id == public_key.key_id => public_key.clone(),
            Some(key_id) if key_id == platform.key_id => platform,
            _ if sender.is_certificate_mode() => platform,
            _ => public_key.clone(),
        }
    }

    /// The key that a request names in `Wechatpay-Serial`, if it is a key of the sender or a platform certificate.
    pub(super) fn named_signer(&self, request: &ReceivedRequest) -> Option<ResponseSigner> {
        let key_id = request.header("wechatpay-serial")?;
        let sender = self.sender(request);
        let public_key = sender.notification_signer().signer().clone();
        let platforms = self.platforms().into_iter().map(|platform| platform.signer);
        let mut signers = platforms.chain([public_key]);
        signers.find(|signer| signer.key_id == key_id)
    }

    /// The merchant or brand that `Authorization` names with this certificate. The gateway's first merchant if the request
    /// names none.
    pub(super) fn sender(&self, request: &ReceivedRequest) -> GatewayMerchant {
        let named = authorize::sender(request);
        let sender = named.and_then(|(scheme, id, serial_no)| self.merchant(scheme, id, serial_no));
        sender.unwrap_or_else(|| self.merchant.clone())
    }

    /// Tests if the gateway serves a merchant or brand with this number.
    pub(super) fn serves(&self, scheme: Scheme, id: &str) -> bool {
        let merchants = &self.state().merchants;
        let mut merchants = merchants.iter();
        merchants.any(|merchant| merchant.scheme() == scheme && merchant.id() == id)
    }

    /// The merchant or brand with this number and this API certificate.
    pub(super) fn merchant(
        &self,
        scheme: Scheme,
        id: &str,
        serial_no: &str,
    ) -> Option<GatewayMerchant> {
        let is_named = |merchant: &&GatewayMerchant| {
            (merchant.scheme(), merchant.id(), merchant.serial_no()) == (scheme, id, serial_no)
        };
        self.state().merchants.iter().find(is_named).cloned()
    }

    /// The time by the gateway's clock, in Unix seconds.
    pub(super) fn now(&self) -> u64 {
        unix_now().saturating_add_signed(self.state().clock_ahead.into())
    }

    pub(super) fn state(&self) -> MutexGuard<'_, GatewayState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
