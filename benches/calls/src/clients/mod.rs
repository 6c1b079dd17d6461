//! The clients that are measured, each making the same call: 查询订单 by the merchant's order number.

pub mod declared;
pub mod peers;
pub mod rsa;

use by_hand::HandWritten;
use load::{Caller, Result, Settings};
use order::{OUT_TRADE_NO, paid};

/// The hand-written client, against which all others are measured.
pub struct ByHand {
    pub client: HandWritten,
    mchid: String,
}

impl ByHand {
    pub fn new(settings: &Settings) -> Result<Self> {
        let client = HandWritten::new(&by_hand::Settings {
            base_url: &settings.base_url,
            root: &settings.root,
            mchid: &settings.mchid,
            serial_no: &settings.serial_no,
            private_key: &settings.private_key,
            public_key_id: &settings.public_key_id,
            public_key: &settings.public_key,
        })?;
        let mchid = settings.mchid.clone();
        Ok(Self { client, mchid })
    }
}

impl Caller for ByHand {
    async fn call(&self) -> Result<()> {
        let order = self.client.query_order(OUT_TRADE_NO, &self.mchid).await?;
        Ok(paid(&order.trade_state)?)
    }
}
