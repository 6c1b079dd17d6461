//! 商家转账: the shop pays a user, who confirms the receipt.

use wechatpay_client::{Fen, Outcome, Result};
use wechatpay_endpoints::transfers::direct::{
    CreateTransferBillRequest, TransferBillState, TransferBills, TransferSceneReportInfo,
};

use crate::{APPID, NOTIFY_URL};

/// Pays a user, whose name WeChat Pay compares with the name of the account. An unknown outcome is queried.
///
/// Returns the state of the transfer, and the package with which the user's page confirms the receipt.
///
/// WeChat Pay de-duplicates by `out_bill_no`, so the same transfer may be requested again.
pub async fn pay(
    api: &(impl TransferBills + Sync),
    out_bill_no: &str,
    openid: &str,
    name: &str,
    amount: Fen,
) -> Result<(TransferBillState, Option<String>)> {
    let body = CreateTransferBillRequest::builder()
        .appid(APPID)
        .out_bill_no(out_bill_no)
        .openid(openid)
        .user_name(name)
        .transfer_amount(amount)
        .transfer_remark("新会员红包")
        .transfer_scene_id("1000")
        .transfer_scene_report_infos(vec![
            report("活动名称", "新会员有礼"),
            report("奖励说明", "注册会员抽奖一等奖"),
        ])
        .notify_url(NOTIFY_URL)
        .build();
    match api.create_transfer_bill(&body).await {
        Err(error) if error.outcome() == Outcome::Unknown => {
            match api.query_transfer_bill_by_out_bill_no(out_bill_no).await {
                Ok(bill) => Ok((bill.state, bill.package_info)),
                Err(_) => Err(error),
            }
        }
        bill => bill.map(|bill| (bill.state, bill.package_info)),
    }
}

fn report(info_type: &str, info_content: &str) -> TransferSceneReportInfo {
    TransferSceneReportInfo::builder()
        .info_type(info_type)
        .info_content(info_content)
        .build()
}
