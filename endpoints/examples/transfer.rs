//! 商家转账: pays a user whose name WeChat Pay compares with the name of the account. The user confirms the receipt.
//!
//! Official page: <https://pay.weixin.qq.com/docs/merchant/apis/mch-trans/transfer-bill/transfer-to-user.html>
//!
//! ```text
//! cargo run -p wechatpay-endpoints --example transfer --features facts,gateway,notifications,transfers
//! ```

#![allow(clippy::print_stdout, reason = "an example prints what happens")]

mod loopback;

use std::error::Error;

use serde_json::json;
use wechatpay_client::{
    Client, Fen, Outcome, Result,
    gateway::{Gateway, ScriptedResponse},
    notification::{Notification, Reply},
    pay::{MerchantTransfer, TransferToConfirm},
};
use wechatpay_endpoints::{
    notifications::{Event, NotificationExt as _, TransferBillState as NotifiedState},
    transfers::direct::{
        CreateTransferBillRequest, TransferBillState, TransferBills as _, TransferSceneReportInfo,
    },
};

const APPID: &str = "wxf636efh567hg4356";
/// A new number pays again: the shop stores the number before the first request.
const OUT_BILL_NO: &str = "plfk2020042013";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let gateway = loopback::start().await?;
    let client = gateway.client().validate(true).build()?;
    lose_response(&gateway);

    let (state, transfer) = pay(&client).await?;
    println!("state         {state}");
    if matches!(
        state,
        TransferBillState::Fail | TransferBillState::Cancelled
    ) {
        return Err("not paid".into());
    }
    // The argument of wx.requestMerchantTransfer in the user's mini program. If the bill does not wait for the user, the
    // notification or the next query has the result.
    if let Some(transfer) = transfer {
        println!("confirm by    {}", serde_json::to_string(&transfer)?);
    }

    let finished =
        json!({ "out_bill_no": OUT_BILL_NO, "state": "SUCCESS", "transfer_amount": 400_000 });
    loopback::notify(&gateway, "MCHTRANSFER.BILL.FINISHED", &finished, notified)?;
    Ok(())
}

/// Pays, and returns the state with the parameters by which the user confirms the receipt.
///
/// After an unknown outcome the query decides. If the query finds no bill, request the same transfer again
/// with the same `out_bill_no`: WeChat Pay de-duplicates.
async fn pay(client: &Client) -> Result<(TransferBillState, Option<MerchantTransfer>)> {
    let body = CreateTransferBillRequest::builder()
        .appid(APPID)
        .out_bill_no(OUT_BILL_NO)
        .openid("o-MYE42l80oelYMDE34nYD456Xoy")
        // Encrypted in the request, with the key that the request names, and hidden in every log.
        .user_name("张三")
        .transfer_amount(Fen(400_000))
        .transfer_remark("4月提成")
        .transfer_scene_id("1005")
        .transfer_scene_report_infos(vec![
            report("岗位类型", "销售员"),
            report("报酬说明", "4月提成"),
        ])
        .notify_url("https://merchant.example/notify")
        .build();
    println!(
        "pays          {} yuan to {:?}",
        body.transfer_amount, body.user_name
    );
    let error = match client.create_transfer_bill(&body).await {
        Err(error) if error.outcome() == Outcome::Unknown => error,
        known => {
            let bill = known?;
            return confirmation(client, &body, bill.state.clone(), &bill);
        }
    };
    println!("unknown       {error}");
    match client.query_transfer_bill_by_out_bill_no(OUT_BILL_NO).await {
        Ok(bill) => confirmation(client, &body, bill.state.clone(), &bill),
        Err(_) => Err(error),
    }
}

/// The parameters of a bill that waits for the user.
fn confirmation(
    client: &Client,
    body: &CreateTransferBillRequest,
    state: TransferBillState,
    bill: &impl TransferToConfirm,
) -> Result<(TransferBillState, Option<MerchantTransfer>)> {
    let waits = state == TransferBillState::WaitUserConfirm;
    let transfer = waits.then(|| MerchantTransfer::of(client, body, bill));
    Ok((state, transfer.transpose()?))
}

fn report(info_type: &str, info_content: &str) -> TransferSceneReportInfo {
    TransferSceneReportInfo::builder()
        .info_type(info_type)
        .info_content(info_content)
        .build()
}

/// Records the result, which is final.
fn notified(notification: &Notification) -> Reply {
    match notification.event() {
        Event::MchTransferBillFinished(bill) => {
            let number = bill.out_bill_no.unwrap_or_default();
            match bill.state {
                Some(NotifiedState::Success) => println!("paid          {number}"),
                state => println!("not paid      {number} {state:?} {:?}", bill.fail_reason),
            }
            Reply::success()
        }
        Event::Undecoded(_) => Reply::failure("not decoded"),
        _ => Reply::success(),
    }
}

/// Loses the response to the transfer. The query finds the bill, which waits for the user.
fn lose_response(gateway: &Gateway) {
    let path = "/v3/fund-app/mch-transfer/transfer-bills";
    loopback::lose(gateway, path);
    let bill = json!({
        "mch_id": gateway.merchant().mchid(), "appid": APPID, "out_bill_no": OUT_BILL_NO,
        "transfer_bill_no": "1330000071100999991182020050700019480001", "state": "WAIT_USER_CONFIRM",
        "transfer_amount": 400_000, "transfer_remark": "4月提成", "package_info": "affffddafdfafddffda==",
        "create_time": "2026-05-20T13:29:35+08:00", "update_time": "2026-05-20T13:29:35+08:00",
    });
    gateway.respond(
        "GET",
        &format!("{path}/out-bill-no/{{out_bill_no}}"),
        ScriptedResponse::ok(bill),
    );
}
