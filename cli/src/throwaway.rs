//! Keys that exist for one run, in the place of a key that is not there.

use openssl::{
    error::ErrorStack,
    pkey::{PKey, Private},
    rsa::Rsa,
};
use wechatpay_client::{Verifier, WechatPayPublicKey};

use crate::failure::{Failure, Result};

/// A verifier that trusts nobody, so that requests can be sent without a key of WeChat Pay.
pub(crate) fn verifier() -> Result<Verifier> {
    let pem = key().and_then(|key| key.public_key_to_pem());
    let pem = pem.map_err(Failure::configuration)?;
    let key = WechatPayPublicKey::from_pem("PUB_KEY_ID_0", &pem);
    Ok(Verifier::new(key.map_err(Failure::configuration)?))
}

pub(crate) fn key() -> Result<PKey<Private>, ErrorStack> {
    Rsa::generate(2048).and_then(PKey::from_rsa)
}
