//! The shop, with its own declarations.

use std::{error::Error, io};

use load::Settings;
use serde_json::json;
use shop::{
    APPID, NAME, OUT_BILL_NO, OUT_REFUND_NO, OUT_TRADE_NO,
    types::{
        self, Order, Prepaid, Refund, RefundRequest, Transaction, Transfer, TransferAccepted,
        TransferRequest,
    },
};
use wechatpay_client::{
    Client, Merchant, Result, Sensitive, Verifier, WechatPayPublicKey, pay::JsapiPayment,
    wechatpay_api,
};

#[wechatpay_api]
pub trait Transactions {
    #[wechatpay_api(POST "/v3/pay/transactions/jsapi")]
    async fn prepay(&self, body: &Order<'_>) -> Result<Prepaid>;

    #[wechatpay_api(GET "/v3/pay/transactions/out-trade-no/{out_trade_no}")]
    async fn query_order(&self, out_trade_no: &str, #[query] mchid: &str) -> Result<Transaction>;
}

#[wechatpay_api]
pub trait Refunds {
    #[wechatpay_api(POST "/v3/refund/domestic/refunds")]
    async fn create_refund(&self, body: &RefundRequest<'_>) -> Result<Refund>;

    #[wechatpay_api(GET "/v3/refund/domestic/refunds/{out_refund_no}")]
    async fn query_refund(&self, out_refund_no: &str) -> Result<Refund>;
}

#[wechatpay_api]
pub trait Transfers {
    #[wechatpay_api(POST "/v3/fund-app/mch-transfer/transfer-bills")]
    async fn create_transfer(
        &self,
        body: &TransferRequest<'_, Sensitive>,
    ) -> Result<TransferAccepted>;

    #[wechatpay_api(GET "/v3/fund-app/mch-transfer/transfer-bills/out-bill-no/{out_bill_no}")]
    async fn query_transfer(&self, out_bill_no: &str) -> Result<Transfer<Sensitive>>;
}

type Failure = Box<dyn Error + Send + Sync>;

#[tokio::main]
async fn main() -> std::result::Result<(), Failure> {
    let settings: Settings = serde_json::from_reader(io::stdin())?;
    let merchant = Merchant::new(
        &*settings.mchid,
        &*settings.serial_no,
        &settings.private_key,
    )?;
    let key = WechatPayPublicKey::from_pem(settings.public_key_id, settings.public_key)?;
    let client = Client::builder(merchant, Verifier::new(key))
        .base_url(settings.base_url)
        .root_certificates(settings.root)
        .build()?;
    pay(&client, &settings.mchid).await?;
    refund(&client).await?;
    transfer(&client).await
}

async fn pay(client: &Client, mchid: &str) -> std::result::Result<(), Failure> {
    let prepaid = client.prepay(&types::order(mchid)).await?;
    let payment = JsapiPayment::sign(client, APPID, &prepaid.prepay_id).await?;
    println!("{}", json!(payment));
    let order = client.query_order(OUT_TRADE_NO, mchid).await?;
    println!("{} {}", order.out_trade_no, order.trade_state);
    Ok(())
}

async fn refund(client: &Client) -> std::result::Result<(), Failure> {
    let refund = client.create_refund(&types::refund()).await?;
    println!("{} {}", refund.refund_id, refund.status);
    let refund = client.query_refund(OUT_REFUND_NO).await?;
    println!("{} {}", refund.refund_id, refund.status);
    Ok(())
}

async fn transfer(client: &Client) -> std::result::Result<(), Failure> {
    let body = types::transfer(Sensitive::new(NAME));
    let accepted = client.create_transfer(&body).await?;
    println!("{} {}", accepted.transfer_bill_no, accepted.state);
    let bill = client.query_transfer(OUT_BILL_NO).await?;
    let name = bill.user_name.ok_or("the transfer has no name")?;
    println!("{} {}", bill.state, name.expose());
    Ok(())
}
