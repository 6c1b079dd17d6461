//! 转账电子回单.

use serde::Serialize;
use wechatpay_client::{BillFile, DateTime, Download, Result, wechatpay_api};

use crate::open_enum::parameter_enum;
use crate::rules::rules;

/// 转账电子回单
#[wechatpay_api(defaults)]
pub trait TransferReceipts {
    /// 转账电子回单申请受理
    ///
    /// `POST /v3/transfer/bill-receipt`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter4_1_11.shtml>
    #[wechatpay_api(POST "/v3/transfer/bill-receipt")]
    async fn apply_transfer_batch_receipt(
        &self,
        body: &ApplyTransferBatchReceiptRequest,
    ) -> Result<TransferBatchReceipt>;

    /// 查询转账电子回单
    ///
    /// `GET /v3/transfer/bill-receipt/{out_batch_no}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter4_1_12.shtml>
    ///
    /// - `out_batch_no` 商家批次单号: such as `plfk2020042013`
    #[wechatpay_api(GET "/v3/transfer/bill-receipt/{out_batch_no}")]
    async fn query_transfer_batch_receipt(
        &self,
        out_batch_no: &str,
    ) -> Result<TransferBatchReceipt>;

    /// 转账明细电子回单受理
    ///
    /// `POST /v3/transfer-detail/electronic-receipts`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter4_1_13.shtml>
    #[wechatpay_api(POST "/v3/transfer-detail/electronic-receipts")]
    async fn apply_transfer_detail_receipt(
        &self,
        body: &ApplyTransferDetailReceiptRequest,
    ) -> Result<TransferDetailReceipt>;

    /// 查询转账明细电子回单受理结果
    ///
    /// `GET /v3/transfer-detail/electronic-receipts`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter4_1_14.shtml>
    ///
    /// - `accept_type` 受理类型: such as `BATCH_TRANSFER`
    /// - `out_batch_no` 商家转账批次单号: such as `GD2021011610162610BBdkkIwcu3`
    /// - `out_detail_no` 商家转账明细单号: such as `mx0911231610162610v4CNkO4HAf`
    #[wechatpay_api(GET "/v3/transfer-detail/electronic-receipts")]
    async fn query_transfer_detail_receipt(
        &self,
        #[query] accept_type: Option<&AcceptType>,
        #[query] out_batch_no: Option<&str>,
        #[query] out_detail_no: Option<&str>,
    ) -> Result<TransferDetailReceipt>;

    /// 下载电子回单
    ///
    /// `GET /v3/transferdownload/elecvoucherfile`
    ///
    /// Prefer `Client::download` with the `BillFile` in the response that has the token. The client
    /// then uses the address in that response, and checks the hash. If that response has no hash,
    /// prefer `Client::download_from` with the address.
    ///
    /// <https://pay.weixin.qq.com/doc/v3/merchant/4012716436>
    ///
    /// - `token`: a text, such as `X8Uk3sD4a4eZVPTBvqNDoUqcYMlZ9uuD`
    /// - `source`: a text, such as `elecsign`
    #[wechatpay_api(GET "/v3/transferdownload/elecvoucherfile", download)]
    async fn download_electronic_voucher_file(
        &self,
        #[query] token: &str,
        #[query] source: &str,
    ) -> Result<Download>;

    /// 下载电子回单签名文件
    ///
    /// `GET /v3/transferdownload/signfile`
    ///
    /// Prefer `Client::download` with the `BillFile` in the response that has the token. The client
    /// then uses the address in that response, and checks the hash. If that response has no hash,
    /// prefer `Client::download_from` with the address.
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/bank-mode-batch-transfer-accounts/download-electron-receipt.html>
    ///
    /// - `token`: a text, such as `X8Uk3sD4a4eZVPTBvqNDoUqcYMlZ9uuD`
    #[wechatpay_api(GET "/v3/transferdownload/signfile", download)]
    async fn download_sign_file(&self, #[query] token: &str) -> Result<Download>;
}

/// The request of [`TransferReceipts::apply_transfer_batch_receipt`].
///
/// `ApplyTransferBatchReceiptRequest::builder().out_batch_no(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ApplyTransferBatchReceiptRequest {
    /// 商家批次单号: such as `plfk2020042013`
    pub out_batch_no: String,
}

rules! { ApplyTransferBatchReceiptRequest {} }

/// The response of [`TransferReceipts::apply_transfer_batch_receipt`],
/// [`TransferReceipts::query_transfer_batch_receipt`].
#[derive(Clone, Debug, serde::Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct TransferBatchReceipt {
    /// 商家批次单号: such as `plfk2020042013`
    pub out_batch_no: String,
    /// 电子回单申请单号: such as `1050000010509999485212020110200058820001`
    pub signature_no: String,
    /// 电子回单状态: such as `ACCEPTED`
    pub signature_status: Option<String>,
    /// 创建时间: such as `2020-05-20T13:29:35.120+08:00`
    pub create_time: Option<DateTime>,
    /// 更新时间: such as `2020-05-21T13:29:35.120+08:00`
    pub update_time: Option<DateTime>,
    /// The file, once there is one: `Client::download` checks its hash.
    #[serde(flatten)]
    pub file: Option<BillFile>,
}

/// The request of [`TransferReceipts::apply_transfer_detail_receipt`].
///
/// `ApplyTransferDetailReceiptRequest::builder().accept_type(…).out_detail_no(…).build()`. For an
/// `Option`, use setters such as `maybe_out_batch_no`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ApplyTransferDetailReceiptRequest {
    /// 受理类型: such as `BATCH_TRANSFER`
    pub accept_type: AcceptType,
    /// 商家转账批次单号: such as `GD2021011610162610BBdkkIwcu3`
    pub out_batch_no: Option<String>,
    /// 商家转账明细单号: such as `mx0911231610162610v4CNkO4HAf`
    pub out_detail_no: String,
}

rules! {
    ApplyTransferDetailReceiptRequest {
        member("accept_type", &[Listed(AcceptType::TEXTS)]),
    }
}

/// The response of [`TransferReceipts::apply_transfer_detail_receipt`],
/// [`TransferReceipts::query_transfer_detail_receipt`].
#[derive(Clone, Debug, serde::Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct TransferDetailReceipt {
    /// 受理类型: such as `BATCH_TRANSFER`
    pub accept_type: String,
    /// 商家转账批次单号: such as `GD2021011610162610BBdkkIwcu3`
    pub out_batch_no: Option<String>,
    /// 商家转账明细单号: such as `mx0911231610162610v4CNkO4HAf`
    pub out_detail_no: String,
    /// 电子回单受理单号: such as `1050000010509999485212020110200058820001`
    pub signature_no: String,
    /// 电子回单状态: such as `ACCEPTED`
    pub signature_status: Option<String>,
    /// The file, once there is one: `Client::download` checks its hash.
    #[serde(flatten)]
    pub file: Option<BillFile>,
}

parameter_enum! {
    /// 受理类型
    pub enum AcceptType {
        BatchTransfer = "BATCH_TRANSFER",
        TransferToPocket = "TRANSFER_TO_POCKET",
        TransferToBank = "TRANSFER_TO_BANK",
    }
}
