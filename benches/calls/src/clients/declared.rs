//! This library, as a client to measure.

use load::{Caller, Result, Settings};
use order::{OUT_TRADE_NO, Transaction, paid};
use wechatpay_client::{Client, Merchant, Verified, Verifier, WechatPayPublicKey, wechatpay_api};

#[wechatpay_api]
pub trait Transactions {
    #[wechatpay_api(GET "/v3/pay/transactions/out-trade-no/{out_trade_no}")]
    async fn query_order(
        &self,
        out_trade_no: &str,
        #[query] mchid: &str,
    ) -> wechatpay_client::Result<Verified<Transaction>>;
}

pub struct Declared {
    pub client: Client,
    mchid: String,
}

impl Declared {
    pub fn new(settings: &Settings) -> Result<Self> {
        let (mchid, serial_no) = (&settings.mchid, &settings.serial_no);
        let merchant = Merchant::new(mchid, serial_no, &settings.private_key)?;
        Self::signing_as(merchant, settings)
    }

    pub fn signing_as(merchant: Merchant, settings: &Settings) -> Result<Self> {
        let key = WechatPayPublicKey::from_pem(&settings.public_key_id, &settings.public_key)?;
        let client = Client::builder(merchant, Verifier::new(key))
            .base_url(&settings.base_url)
            .root_certificates(settings.root.as_str())
            .build()?;
        let mchid = settings.mchid.clone();
        Ok(Self { client, mchid })
    }
}

impl Caller for Declared {
    async fn call(&self) -> Result<()> {
        let order = self.client.query_order(OUT_TRADE_NO, &self.mchid).await?;
        Ok(paid(&order.trade_state)?)
    }
}
