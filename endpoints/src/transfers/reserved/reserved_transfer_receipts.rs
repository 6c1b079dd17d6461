//! 预约转账电子回单.

use serde::Serialize;
use wechatpay_client::{BillFile, Deserialize, Result, wechatpay_api};

use crate::rules::rules;

/// 预约转账电子回单
#[wechatpay_api(defaults)]
pub trait ReservedTransferReceipts {
    /// 申请商家转账批次电子回单
    ///
    /// `POST
    /// /v3/platsolution/mch-transfer/batches/summary-receipts/out-batch-no/{out_batch_no}/apply`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/platsolution-mch-transfer/receipts/receipts-apply-by-batch-out-no.html>
    ///
    /// - `out_batch_no` 商家批次单号: such as `sjzz20230223`
    #[wechatpay_api(POST "/v3/platsolution/mch-transfer/batches/summary-receipts/out-batch-no/{out_batch_no}/apply")]
    async fn apply_reserved_transfer_summary_receipt(
        &self,
        out_batch_no: &str,
        body: &ApplyReceiptRequest,
    ) -> Result<ApplyReservedTransferSummaryReceiptResponse>;

    /// 查询商家转账批次电子回单
    ///
    /// `GET /v3/platsolution/mch-transfer/batches/summary-receipts/out-batch-no/{out_batch_no}`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/platsolution-mch-transfer/receipts/receipts-query-by-batch-out-no.html>
    ///
    /// - `out_batch_no` 商家批次单号: such as `sjzz20230223`
    /// - `sub_mchid` 二级商户号: such as `1900000109`
    #[wechatpay_api(GET "/v3/platsolution/mch-transfer/batches/summary-receipts/out-batch-no/{out_batch_no}")]
    async fn query_reserved_transfer_summary_receipt(
        &self,
        out_batch_no: &str,
        #[query] sub_mchid: &str,
    ) -> Result<ReservedTransferSummaryReceipt>;

    /// 申请商家转账明细电子回单
    ///
    /// `POST
    /// /v3/platsolution/mch-transfer/batches/detail-receipts/out-batch-no/{out_batch_no}/out-detail-no/{out_detail_no}/apply`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/platsolution-mch-transfer/receipts/receipt-apply-by-detail-out-no.html>
    ///
    /// - `out_batch_no` 商家批次单号: such as `sjzz20230223`
    /// - `out_detail_no` 商家明细单号: such as `x23zy545Bd5436`
    #[wechatpay_api(POST "/v3/platsolution/mch-transfer/batches/detail-receipts/out-batch-no/{out_batch_no}/out-detail-no/{out_detail_no}/apply")]
    async fn apply_reserved_transfer_detail_receipt(
        &self,
        out_batch_no: &str,
        out_detail_no: &str,
        body: &ApplyReceiptRequest,
    ) -> Result<ApplyReservedTransferDetailReceiptResponse>;

    /// 查询商家转账明细电子回单
    ///
    /// `GET
    /// /v3/platsolution/mch-transfer/batches/detail-receipts/out-batch-no/{out_batch_no}/out-detail-no/{out_detail_no}`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/platsolution-mch-transfer/receipts/receipt-query-by-detail-out-no.html>
    ///
    /// - `out_batch_no` 商家批次单号: such as `sjzz20230223`
    /// - `out_detail_no` 商家明细单号: such as `x23zy545Bd5436`
    /// - `sub_mchid` 二级商户号: such as `1900000109`
    #[wechatpay_api(GET "/v3/platsolution/mch-transfer/batches/detail-receipts/out-batch-no/{out_batch_no}/out-detail-no/{out_detail_no}")]
    async fn query_reserved_transfer_detail_receipt(
        &self,
        out_batch_no: &str,
        out_detail_no: &str,
        #[query] sub_mchid: &str,
    ) -> Result<ReservedTransferDetailReceipt>;
}

/// The request of [`ReservedTransferReceipts::apply_reserved_transfer_summary_receipt`],
/// [`ReservedTransferReceipts::apply_reserved_transfer_detail_receipt`],
/// `InsuranceTransferReceipts::apply_insurance_transfer_summary_receipt`,
/// `InsuranceTransferReceipts::apply_insurance_transfer_detail_receipt`.
///
/// `ApplyReceiptRequest::builder().sub_mchid(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ApplyReceiptRequest {
    /// 二级商户号: such as `1900102208` (unconfirmed)
    pub sub_mchid: String,
}

rules! { ApplyReceiptRequest {} }

/// The response of [`ReservedTransferReceipts::apply_reserved_transfer_summary_receipt`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ApplyReservedTransferSummaryReceiptResponse {
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 商家批次单号: such as `sjzz20230223`
    pub out_batch_no: Option<String>,
    /// 电子回单状态: such as `ACCEPTED`
    pub receipt_state: Option<String>,
}

/// The response of [`ReservedTransferReceipts::query_reserved_transfer_summary_receipt`].
#[derive(Clone, Debug, serde::Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ReservedTransferSummaryReceipt {
    /// 商家转账批次单号: such as `131000011085109987515042023022300246500006`
    pub batch_id: Option<String>,
    /// 商家批次单号: such as `sjzz20230223`
    pub out_batch_no: Option<String>,
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 电子回单状态: such as `ACCEPTED`
    pub receipt_state: Option<String>,
    /// The file, once there is one: `Client::download` checks its hash.
    #[serde(flatten)]
    pub file: Option<BillFile>,
}

/// The response of [`ReservedTransferReceipts::apply_reserved_transfer_detail_receipt`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ApplyReservedTransferDetailReceiptResponse {
    /// 二级商户号: such as `1900102208`
    pub sub_mchid: Option<String>,
    /// 商家批次单号: such as `sjzz20230223`
    pub out_batch_no: Option<String>,
    /// 商家明细单号: such as `x23zy545Bd5436`
    pub out_detail_no: Option<String>,
    /// 电子回单状态: such as `ACCEPTED`
    pub receipt_state: Option<String>,
}

/// The response of [`ReservedTransferReceipts::query_reserved_transfer_detail_receipt`].
#[derive(Clone, Debug, serde::Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ReservedTransferDetailReceipt {
    /// 商家转账批次单号: such as `131000011085109987515042023022300246500006`
    pub batch_id: Option<String>,
    /// 商家批次单号: such as `sjzz20230223`
    pub out_batch_no: Option<String>,
    /// 商家转账明细单号: such as `132000011085109987515042023022300246521006`
    pub detail_id: Option<String>,
    /// 商家明细单号: such as `x23zy545Bd5436`
    pub out_detail_no: Option<String>,
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 电子回单状态: such as `ACCEPTED`
    pub receipt_state: Option<String>,
    /// The file, once there is one: `Client::download` checks its hash.
    #[serde(flatten)]
    pub file: Option<BillFile>,
}
