//! The shop, on the typed operations.

use std::{error::Error, io};

use load::Settings;
use serde_json::json;
use shop::{
    APPID, ATTACH, DESCRIPTION, NAME, NOTIFY_URL, OPENID, OUT_BILL_NO, OUT_REFUND_NO, OUT_TRADE_NO,
    PRICE, PRIZE, REASON, REMARK, REPORTS, SCENE,
};
use wechatpay_client::{Client, Fen, Merchant, Verifier, WechatPayPublicKey, pay::JsapiPayment};
use wechatpay_endpoints::{
    payments::{
        direct::{Amount, JsapiPayer, PrepayJsapiRequest, Transactions as _},
        refunds::{CreateRefundAmount, CreateRefundRequest, Refunds as _},
    },
    transfers::direct::{CreateTransferBillRequest, TransferBills as _, TransferSceneReportInfo},
};

type Result<T> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

#[tokio::main]
async fn main() -> Result<()> {
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

async fn pay(client: &Client, mchid: &str) -> Result<()> {
    let order = PrepayJsapiRequest::builder()
        .appid(APPID)
        .mchid(mchid)
        .description(DESCRIPTION)
        .out_trade_no(OUT_TRADE_NO)
        .notify_url(NOTIFY_URL)
        .attach(ATTACH)
        .amount(Amount::builder().total(Fen(PRICE)).currency("CNY").build())
        .payer(JsapiPayer::builder().openid(OPENID).build())
        .build();
    let prepaid = client.prepay_jsapi(&order).await?;
    let payment = JsapiPayment::of(client, &order, &prepaid).await?;
    println!("{}", json!(payment));
    let order = client
        .query_order_by_out_trade_no(OUT_TRADE_NO, mchid)
        .await?;
    println!("{} {}", order.out_trade_no, order.trade_state);
    Ok(())
}

async fn refund(client: &Client) -> Result<()> {
    let amount = CreateRefundAmount::builder()
        .refund(Fen(PRICE))
        .total(Fen(PRICE))
        .currency("CNY")
        .build();
    let body = CreateRefundRequest::builder()
        .out_trade_no(OUT_TRADE_NO)
        .out_refund_no(OUT_REFUND_NO)
        .reason(REASON)
        .notify_url(NOTIFY_URL)
        .amount(amount)
        .build();
    let refund = client.create_refund(&body).await?;
    println!("{} {}", refund.refund_id, refund.status);
    let refund = client.query_refund(OUT_REFUND_NO, None).await?;
    println!("{} {}", refund.refund_id, refund.status);
    Ok(())
}

async fn transfer(client: &Client) -> Result<()> {
    let report = |(info_type, info_content)| {
        TransferSceneReportInfo::builder()
            .info_type(info_type)
            .info_content(info_content)
            .build()
    };
    let body = CreateTransferBillRequest::builder()
        .appid(APPID)
        .out_bill_no(OUT_BILL_NO)
        .openid(OPENID)
        .user_name(NAME)
        .transfer_amount(Fen(PRIZE))
        .transfer_remark(REMARK)
        .notify_url(NOTIFY_URL)
        .transfer_scene_id(SCENE)
        .transfer_scene_report_infos(REPORTS.map(report).into())
        .build();
    let accepted = client.create_transfer_bill(&body).await?;
    println!("{} {}", accepted.transfer_bill_no, accepted.state);
    let bill = client
        .query_transfer_bill_by_out_bill_no(OUT_BILL_NO)
        .await?;
    let name = bill.user_name.ok_or("the transfer has no name")?;
    println!("{} {}", bill.state, name.expose());
    Ok(())
}
