//! 保险转账电子回单.

use wechatpay_client::{BillFile, Deserialize, Result, wechatpay_api};

use super::ApplyReceiptRequest;
use crate::open_enum::open_enum;

/// 保险转账电子回单
#[wechatpay_api(defaults)]
pub trait InsuranceTransferReceipts {
    /// 保险申请商家转账批次电子回单
    ///
    /// `POST
    /// /v3/platsolution/insurance/mch-transfer/batches/summary-receipts/out-batch-no/{out_batch_no}/apply`
    ///
    /// - `out_batch_no` 商家批次单号: such as `sjzz20230223`
    #[wechatpay_api(POST "/v3/platsolution/insurance/mch-transfer/batches/summary-receipts/out-batch-no/{out_batch_no}/apply")]
    async fn apply_insurance_transfer_summary_receipt(
        &self,
        out_batch_no: &str,
        body: &ApplyReceiptRequest,
    ) -> Result<ApplyInsuranceTransferSummaryReceiptResponse>;

    /// 保险查询商家转账批次电子回单
    ///
    /// `GET
    /// /v3/platsolution/insurance/mch-transfer/batches/summary-receipts/out-batch-no/{out_batch_no}`
    ///
    /// - `out_batch_no` 商家批次单号: such as `sjzz20230223`
    /// - `sub_mchid` 二级商户号: such as `1900000109`
    #[wechatpay_api(GET "/v3/platsolution/insurance/mch-transfer/batches/summary-receipts/out-batch-no/{out_batch_no}")]
    async fn query_insurance_transfer_summary_receipt(
        &self,
        out_batch_no: &str,
        #[query] sub_mchid: &str,
    ) -> Result<InsuranceTransferSummaryReceipt>;

    /// 保险申请商家转账明细电子回单
    ///
    /// `POST
    /// /v3/platsolution/insurance/mch-transfer/batches/detail-receipts/out-batch-no/{out_batch_no}/out-detail-no/{out_detail_no}/apply`
    ///
    /// - `out_batch_no` 商家批次单号: such as `sjzz20230223`
    /// - `out_detail_no` 商家明细单号: such as `x23zy545Bd5436`
    #[wechatpay_api(POST "/v3/platsolution/insurance/mch-transfer/batches/detail-receipts/out-batch-no/{out_batch_no}/out-detail-no/{out_detail_no}/apply")]
    async fn apply_insurance_transfer_detail_receipt(
        &self,
        out_batch_no: &str,
        out_detail_no: &str,
        body: &ApplyReceiptRequest,
    ) -> Result<ApplyInsuranceTransferDetailReceiptResponse>;

    /// 保险查询商家转账明细电子回单
    ///
    /// `GET
    /// /v3/platsolution/insurance/mch-transfer/batches/detail-receipts/out-batch-no/{out_batch_no}/out-detail-no/{out_detail_no}`
    ///
    /// - `out_batch_no` 商家批次单号: such as `sjzz20230223`
    /// - `out_detail_no` 商家明细单号: such as `x23zy545Bd5436`
    /// - `sub_mchid` 二级商户号: such as `1900000109`
    #[wechatpay_api(GET "/v3/platsolution/insurance/mch-transfer/batches/detail-receipts/out-batch-no/{out_batch_no}/out-detail-no/{out_detail_no}")]
    async fn query_insurance_transfer_detail_receipt(
        &self,
        out_batch_no: &str,
        out_detail_no: &str,
        #[query] sub_mchid: &str,
    ) -> Result<InsuranceTransferDetailReceipt>;
}

/// The response of [`InsuranceTransferReceipts::apply_insurance_transfer_summary_receipt`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ApplyInsuranceTransferSummaryReceiptResponse {
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 商家批次单号: such as `sjzz20230223`
    pub out_batch_no: Option<String>,
    /// 电子回单状态: such as `ACCEPTED`
    pub receipt_state: Option<ReceiptState>,
}

/// The response of [`InsuranceTransferReceipts::query_insurance_transfer_summary_receipt`].
#[derive(Clone, Debug, serde::Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct InsuranceTransferSummaryReceipt {
    /// 商家转账批次单号: such as `131000011085109987515042023022300246500006`
    pub batch_id: Option<String>,
    /// 商家批次单号: such as `sjzz20230223`
    pub out_batch_no: Option<String>,
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 电子回单状态: such as `ACCEPTED`
    pub receipt_state: Option<ReceiptState>,
    /// The file, once there is one: `Client::download` checks its hash.
    #[serde(flatten)]
    pub file: Option<BillFile>,
}

/// The response of [`InsuranceTransferReceipts::apply_insurance_transfer_detail_receipt`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ApplyInsuranceTransferDetailReceiptResponse {
    /// 二级商户号: such as `1900102208`
    pub sub_mchid: Option<String>,
    /// 商家批次单号: such as `sjzz20230223`
    pub out_batch_no: Option<String>,
    /// 商家明细单号: such as `x23zy545Bd5436`
    pub out_detail_no: Option<String>,
    /// 电子回单状态: such as `ACCEPTED`
    pub receipt_state: Option<ReceiptState>,
}

/// The response of [`InsuranceTransferReceipts::query_insurance_transfer_detail_receipt`].
#[derive(Clone, Debug, serde::Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct InsuranceTransferDetailReceipt {
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
    pub receipt_state: Option<ReceiptState>,
    /// The file, once there is one: `Client::download` checks its hash.
    #[serde(flatten)]
    pub file: Option<BillFile>,
}

open_enum! {
    /// 电子回单状态
    pub enum ReceiptState {
        Accepted = "ACCEPTED",
        Finished = "FINISHED",
    }
}
