//! 银行转账电子回单.

use serde::Serialize;
use wechatpay_client::{BillFile, DateTime, Result, wechatpay_api};

use crate::rules::rules;

/// 银行转账电子回单
#[wechatpay_api(defaults)]
pub trait BankTransferReceipts {
    /// 受理汇总电子回单
    ///
    /// `POST /v3/bank-batch-transfer/receipt/summary-receipts`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter4_2_6.shtml>
    #[wechatpay_api(POST "/v3/bank-batch-transfer/receipt/summary-receipts")]
    async fn apply_bank_transfer_summary_receipt(
        &self,
        body: &ApplyBankTransferSummaryReceiptRequest,
    ) -> Result<BankTransferSummaryReceipt>;

    /// 查询汇总电子回单受理结果
    ///
    /// `GET /v3/bank-batch-transfer/receipt/summary-receipts`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter4_2_7.shtml>
    ///
    /// - `out_batch_no` 银行转账批次单号: such as `GD2021011610162610BBdkkIwcu3`
    #[wechatpay_api(GET "/v3/bank-batch-transfer/receipt/summary-receipts")]
    async fn query_bank_transfer_summary_receipt(
        &self,
        #[query] out_batch_no: &str,
    ) -> Result<BankTransferSummaryReceipt>;

    /// 受理明细电子回单
    ///
    /// `POST /v3/bank-batch-transfer/receipt/detail-receipts`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter4_2_8.shtml>
    #[wechatpay_api(POST "/v3/bank-batch-transfer/receipt/detail-receipts")]
    async fn apply_bank_transfer_detail_receipt(
        &self,
        body: &ApplyBankTransferDetailReceiptRequest,
    ) -> Result<BankTransferDetailReceipt>;

    /// 查询明细电子回单受理结果
    ///
    /// `GET /v3/bank-batch-transfer/receipt/detail-receipts`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter4_2_9.shtml>
    ///
    /// - `out_batch_no` 银行转账批次单号: such as `GD2021011610162610BBdkkIwcu3`
    /// - `out_detail_no` 银行转账明细单号: such as `mx0911231610162610v4CNkO4HAf`
    #[wechatpay_api(GET "/v3/bank-batch-transfer/receipt/detail-receipts")]
    async fn query_bank_transfer_detail_receipt(
        &self,
        #[query] out_batch_no: &str,
        #[query] out_detail_no: &str,
    ) -> Result<BankTransferDetailReceipt>;
}

/// The request of [`BankTransferReceipts::apply_bank_transfer_summary_receipt`].
///
/// `ApplyBankTransferSummaryReceiptRequest::builder().out_batch_no(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ApplyBankTransferSummaryReceiptRequest {
    /// 银行转账批次单号: such as `GD2021011610162610BBdkkIwcu3`
    pub out_batch_no: String,
}

rules! { ApplyBankTransferSummaryReceiptRequest {} }

/// The response of [`BankTransferReceipts::apply_bank_transfer_summary_receipt`],
/// [`BankTransferReceipts::query_bank_transfer_summary_receipt`].
#[derive(Clone, Debug, serde::Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct BankTransferSummaryReceipt {
    /// 银行转账批次单号: such as `plfk2020042013`
    pub out_batch_no: String,
    /// 电子回单申请单号: such as `1050000010509999485212020110200058820001`
    pub receipt_no: String,
    /// 电子回单状态: such as `ACCEPTED`
    pub receipt_state: Option<String>,
    /// 创建时间: such as `2020-05-20T13:29:35.120+08:00`
    pub create_time: Option<DateTime>,
    /// 更新时间: such as `2020-05-21T13:29:35.120+08:00`
    pub update_time: Option<DateTime>,
    /// The file, once there is one: `Client::download` checks its hash.
    #[serde(flatten)]
    pub file: Option<BillFile>,
}

/// The request of [`BankTransferReceipts::apply_bank_transfer_detail_receipt`].
///
/// `ApplyBankTransferDetailReceiptRequest::builder().out_batch_no(…).out_detail_no(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ApplyBankTransferDetailReceiptRequest {
    /// 银行转账批次单号: such as `GD2021011610162610BBdkkIwcu3`
    pub out_batch_no: String,
    /// 银行转账明细单号: such as `mx0911231610162610v4CNkO4HAf`
    pub out_detail_no: String,
}

rules! { ApplyBankTransferDetailReceiptRequest {} }

/// The response of [`BankTransferReceipts::apply_bank_transfer_detail_receipt`],
/// [`BankTransferReceipts::query_bank_transfer_detail_receipt`].
#[derive(Clone, Debug, serde::Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct BankTransferDetailReceipt {
    /// 银行转账批次单号: such as `GD2021011610162610BBdkkIwcu3`
    pub out_batch_no: String,
    /// 银行转账明细单号: such as `mx0911231610162610v4CNkO4HAf`
    pub out_detail_no: String,
    /// 电子回单受理单号: such as `1050000010509999485212020110200058820001`
    pub receipt_no: String,
    /// 电子回单状态: such as `ACCEPTED`
    pub receipt_state: Option<String>,
    /// The file, once there is one: `Client::download` checks its hash.
    #[serde(flatten)]
    pub file: Option<BillFile>,
}
