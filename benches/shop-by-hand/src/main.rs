//! The shop, on the client by hand.

use std::io;

use by_hand::{HandWritten, Result, encode, nonce, now};
use load::Settings;
use serde_json::{Value, json};
use shop::{
    APPID, NAME, OUT_BILL_NO, OUT_REFUND_NO, OUT_TRADE_NO,
    types::{self, Prepaid, Refund, Transaction, Transfer, TransferAccepted},
};

#[tokio::main]
async fn main() -> Result<()> {
    let settings: Settings = serde_json::from_reader(io::stdin())?;
    let client = HandWritten::new(&by_hand::Settings {
        base_url: &settings.base_url,
        root: &settings.root,
        mchid: &settings.mchid,
        serial_no: &settings.serial_no,
        private_key: &settings.private_key,
        public_key_id: &settings.public_key_id,
        public_key: &settings.public_key,
    })?;
    pay(&client, &settings.mchid).await?;
    refund(&client).await?;
    transfer(&client).await
}

async fn pay(client: &HandWritten, mchid: &str) -> Result<()> {
    let prepaid: Prepaid = client
        .post("/v3/pay/transactions/jsapi", &types::order(mchid))
        .await?;
    println!("{}", payment(client, &prepaid.prepay_id)?);
    let (out_trade_no, mchid) = (encode(OUT_TRADE_NO), encode(mchid));
    let target = format!("/v3/pay/transactions/out-trade-no/{out_trade_no}?mchid={mchid}");
    let order: Transaction = client.get(&target).await?;
    println!("{} {}", order.out_trade_no, order.trade_state);
    Ok(())
}

/// The payment parameters (调起支付) of the web page.
fn payment(client: &HandWritten, prepay_id: &str) -> Result<Value> {
    let (timestamp, nonce) = (now()?, nonce()?);
    let message = format!("{APPID}\n{timestamp}\n{nonce}\nprepay_id={prepay_id}\n");
    Ok(json!({
        "appId": APPID,
        "timeStamp": timestamp.to_string(),
        "nonceStr": nonce,
        "package": format!("prepay_id={prepay_id}"),
        "signType": "RSA",
        "paySign": client.sign(&message)?,
    }))
}

async fn refund(client: &HandWritten) -> Result<()> {
    let path = "/v3/refund/domestic/refunds";
    let refund: Refund = client.post(path, &types::refund()).await?;
    println!("{} {}", refund.refund_id, refund.status);
    let target = format!("{path}/{}", encode(OUT_REFUND_NO));
    let refund: Refund = client.get(&target).await?;
    println!("{} {}", refund.refund_id, refund.status);
    Ok(())
}

async fn transfer(client: &HandWritten) -> Result<()> {
    let path = "/v3/fund-app/mch-transfer/transfer-bills";
    let body = types::transfer(client.encrypt(NAME)?);
    let accepted: TransferAccepted = client.post(path, &body).await?;
    println!("{} {}", accepted.transfer_bill_no, accepted.state);
    let target = format!("{path}/out-bill-no/{}", encode(OUT_BILL_NO));
    let bill: Transfer<String> = client.get(&target).await?;
    let name = bill.user_name.ok_or("the transfer has no name")?;
    println!("{} {}", bill.state, client.decrypt(&name)?);
    Ok(())
}
