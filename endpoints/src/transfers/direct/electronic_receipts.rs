//! 电子回单.

use serde::Serialize;
use wechatpay_client::{BillFile, DateTime, Deserialize, Result, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 电子回单
#[wechatpay_api(defaults)]
pub trait ElectronicReceipts {
    /// 商户单号申请电子回单
    ///
    /// `POST /v3/fund-app/mch-transfer/elecsign/out-bill-no`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/mch-trans/elecsign/accept-elecsign-by-out-no.html>
    #[wechatpay_api(POST "/v3/fund-app/mch-transfer/elecsign/out-bill-no")]
    async fn apply_electronic_receipt_by_out_bill_no(
        &self,
        body: &ApplyElectronicReceiptByOutBillNoRequest,
    ) -> Result<ApplyElectronicReceiptResponse>;

    /// 商户单号查询电子回单
    ///
    /// `GET /v3/fund-app/mch-transfer/elecsign/out-bill-no/{out_bill_no}`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/mch-trans/elecsign/query-elecsign-by-out-no.html>
    ///
    /// - `out_bill_no` 商户转账单号: such as `plfk2020042013`
    #[wechatpay_api(GET "/v3/fund-app/mch-transfer/elecsign/out-bill-no/{out_bill_no}")]
    async fn query_electronic_receipt_by_out_bill_no(
        &self,
        out_bill_no: &str,
    ) -> Result<ElectronicReceipt>;

    /// 微信单号申请电子回单
    ///
    /// `POST /v3/fund-app/mch-transfer/elecsign/transfer-bill-no`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/mch-trans/elecsign/accept-elecsign-by-no.html>
    #[wechatpay_api(POST "/v3/fund-app/mch-transfer/elecsign/transfer-bill-no")]
    async fn apply_electronic_receipt_by_transfer_bill_no(
        &self,
        body: &ApplyElectronicReceiptByTransferBillNoRequest,
    ) -> Result<ApplyElectronicReceiptResponse>;

    /// 微信单号查询电子回单
    ///
    /// `GET /v3/fund-app/mch-transfer/elecsign/transfer-bill-no/{transfer_bill_no}`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/mch-trans/elecsign/query-elecsign-by-no.html>
    ///
    /// - `transfer_bill_no` 微信转账单号: such as `1330000071100999991182020050700019480001`
    #[wechatpay_api(GET "/v3/fund-app/mch-transfer/elecsign/transfer-bill-no/{transfer_bill_no}")]
    async fn query_electronic_receipt_by_transfer_bill_no(
        &self,
        transfer_bill_no: &str,
    ) -> Result<ElectronicReceipt>;
}

/// The request of [`ElectronicReceipts::apply_electronic_receipt_by_out_bill_no`].
///
/// `ApplyElectronicReceiptByOutBillNoRequest::builder().out_bill_no(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ApplyElectronicReceiptByOutBillNoRequest {
    /// 商户转账单号: such as `plfk2020042013`
    pub out_bill_no: String,
}

rules! { ApplyElectronicReceiptByOutBillNoRequest {} }

/// The response of [`ElectronicReceipts::apply_electronic_receipt_by_out_bill_no`],
/// [`ElectronicReceipts::apply_electronic_receipt_by_transfer_bill_no`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct ApplyElectronicReceiptResponse {
    /// 申请单状态: such as `GENERATING`
    pub state: String,
    /// 申请单创建时间: such as `2015-05-20T13:29:35.120+08:00`
    pub create_time: DateTime,
}

/// The response of [`ElectronicReceipts::query_electronic_receipt_by_out_bill_no`],
/// [`ElectronicReceipts::query_electronic_receipt_by_transfer_bill_no`].
#[derive(Clone, Debug, serde::Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct ElectronicReceipt {
    /// 申请单状态: such as `GENERATING`
    pub state: ElectronicReceiptState,
    /// 申请单创建时间: such as `2015-05-20T13:29:35.120+08:00`
    pub create_time: DateTime,
    /// 申请单更新时间: such as `2015-05-20T13:29:35.120+08:00`
    pub update_time: DateTime,
    /// 失败原因: such as `转账单据不存在`
    pub fail_reason: Option<String>,
    /// The file, once there is one: `Client::download` checks its hash.
    #[serde(flatten)]
    pub file: Option<BillFile>,
}

/// The request of [`ElectronicReceipts::apply_electronic_receipt_by_transfer_bill_no`].
///
/// `ApplyElectronicReceiptByTransferBillNoRequest::builder().transfer_bill_no(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ApplyElectronicReceiptByTransferBillNoRequest {
    /// 微信转账单号: such as `1330000071100999991182020050700019480001`
    pub transfer_bill_no: String,
}

rules! { ApplyElectronicReceiptByTransferBillNoRequest {} }

open_enum! {
    /// 申请单状态
    pub enum ElectronicReceiptState {
        Generating = "GENERATING",
        Finished = "FINISHED",
        Failed = "FAILED",
    }
}

open_enum! {
    /// 回单文件摘要类型
    pub enum HashType {
        Sha256 = "SHA256",
        Sm3 = "SM3",
    }
}
