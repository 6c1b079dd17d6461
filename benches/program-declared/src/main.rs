//! A declared operation, and nothing else.

use std::{env, error::Error, fs};

use order::Transaction;
use wechatpay_client::{Client, Merchant, Verifier, WechatPayPublicKey, wechatpay_api};

#[wechatpay_api]
pub trait Transactions {
    #[wechatpay_api(GET "/v3/pay/transactions/out-trade-no/{out_trade_no}")]
    async fn query_order(
        &self,
        out_trade_no: &str,
        #[query] mchid: &str,
    ) -> wechatpay_client::Result<Transaction>;
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error + Send + Sync>> {
    let argument = |index| env::args().nth(index).ok_or("an argument is missing");
    let file = |index| Ok::<_, Box<dyn Error + Send + Sync>>(fs::read_to_string(argument(index)?)?);
    let merchant = Merchant::new(argument(2)?, argument(3)?, file(4)?)?;
    let key = WechatPayPublicKey::from_pem(argument(5)?, file(6)?)?;
    let client = Client::builder(merchant, Verifier::new(key))
        .base_url(argument(1)?)
        .build()?;
    let order = client.query_order(&argument(7)?, &argument(2)?).await?;
    println!("{order:?}");
    Ok(())
}
