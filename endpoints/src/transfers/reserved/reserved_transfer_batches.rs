//! 预约转账批次.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, wechatpay_api};

use crate::open_enum::parameter_enum;
use crate::rules::rules;

/// 预约转账批次
#[wechatpay_api(defaults)]
pub trait ReservedTransferBatches {
    /// 受理商家转账
    ///
    /// `POST /v3/platsolution/mch-transfer/batches/apply`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/platsolution-mch-transfer/transfer-batch/transfer-batch-apply.html>
    #[wechatpay_api(POST "/v3/platsolution/mch-transfer/batches/apply")]
    async fn apply_reserved_transfer_batch(
        &self,
        body: &ApplyReservedTransferBatchRequest,
    ) -> Result<ApplyReservedTransferBatchResponse>;

    /// 商户转账批次单号查询批次单
    ///
    /// `GET /v3/platsolution/mch-transfer/batches/out-batch-no/{out_batch_no}`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/platsolution-mch-transfer/transfer-batch/transfer-batch-get-by-out-code.html>
    ///
    /// - `out_batch_no` 商家批次单号: such as `sjzz20230223`
    /// - `sub_mchid` 二级商户号: such as `1900102208`
    /// - `need_query_detail` 是否查询转账明细单
    /// - `offset` 请求资源起始位置: default `0`
    /// - `limit` 最大资源条数: default `20`
    /// - `detail_state` 明细状态: such as `ALL`
    #[wechatpay_api(GET "/v3/platsolution/mch-transfer/batches/out-batch-no/{out_batch_no}")]
    async fn query_reserved_transfer_batch_by_out_batch_no(
        &self,
        out_batch_no: &str,
        #[query] sub_mchid: &str,
        #[query] need_query_detail: bool,
        #[query] offset: Option<i64>,
        #[query] limit: Option<i64>,
        #[query] detail_state: Option<&InsuranceDetailStateFilter>,
    ) -> Result<ReservedTransferBatchPage>;

    /// 微信支付转账批次单号查询批次单
    ///
    /// `GET /v3/platsolution/mch-transfer/batches/batch-id/{batch_id}`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/platsolution-mch-transfer/transfer-batch/transfer-batch-get-by-id.html>
    ///
    /// - `batch_id` 商家转账批次单号: such as `131000011085109987515042023022300246500006`
    /// - `sub_mchid` 二级商户号: such as `1900102208`
    /// - `need_query_detail` 是否查询转账明细单
    /// - `detail_state` 明细状态: such as `FAIL`
    /// - `offset` 请求资源起始位置: default `0`
    /// - `limit` 最大资源条数: default `20`
    #[wechatpay_api(GET "/v3/platsolution/mch-transfer/batches/batch-id/{batch_id}")]
    async fn query_reserved_transfer_batch_by_batch_id(
        &self,
        batch_id: &str,
        #[query] sub_mchid: &str,
        #[query] need_query_detail: bool,
        #[query] detail_state: Option<&DetailStateFilter>,
        #[query] offset: Option<i64>,
        #[query] limit: Option<i64>,
    ) -> Result<ReservedTransferBatchPage>;

    /// 商户明细单号查询明细单
    ///
    /// `GET
    /// /v3/platsolution/mch-transfer/batches/out-batch-no/{out_batch_no}/details/out-detail-no/{out_detail_no}`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/platsolution-mch-transfer/transfer-batch/transfer-batch-get-detail-by-out-no.html>
    ///
    /// - `out_batch_no` 商家批次单号: such as `sjzz20230223`
    /// - `out_detail_no` 商家明细单号: such as `x23zy545Bd5436`
    /// - `sub_mchid` 二级商户号: such as `1900000109`
    #[wechatpay_api(GET "/v3/platsolution/mch-transfer/batches/out-batch-no/{out_batch_no}/details/out-detail-no/{out_detail_no}")]
    async fn query_reserved_transfer_detail_by_out_detail_no(
        &self,
        out_batch_no: &str,
        out_detail_no: &str,
        #[query] sub_mchid: &str,
    ) -> Result<ReservedTransferDetail>;

    /// 微信支付转账明细单号查询明细单
    ///
    /// `GET
    /// /v3/platsolution/mch-transfer/batches/batch-id/{batch_id}/details/detail-id/{detail_id}`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/platsolution-mch-transfer/transfer-batch/get-transfer-detail-by-no.html>
    ///
    /// - `batch_id` 商家转账批次单号: such as `131000011085109987515042023022300246500006`
    /// - `detail_id` 商家转账明细单号: such as `132000011085109987515042023022300246521006`
    /// - `sub_mchid` 二级商户号: such as `1900000109`
    #[wechatpay_api(GET "/v3/platsolution/mch-transfer/batches/batch-id/{batch_id}/details/detail-id/{detail_id}")]
    async fn query_reserved_transfer_detail_by_detail_id(
        &self,
        batch_id: &str,
        detail_id: &str,
        #[query] sub_mchid: &str,
    ) -> Result<ReservedTransferDetail>;
}

/// The request of [`ReservedTransferBatches::apply_reserved_transfer_batch`].
///
/// `ApplyReservedTransferBatchRequest::builder().sub_mchid(…).sp_appid(…).out_batch_no(…).batch_name(…).batch_remark(…).total_amount(…).total_num(…).transfer_scene_id(…).transfer_detail_list(…).notify_url(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_appid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ApplyReservedTransferBatchRequest {
    /// 二级商户号: such as `1900001109` (unconfirmed)
    pub sub_mchid: String,
    /// 服务商AppID: such as `wxf636efh567hg4356` (unconfirmed)
    pub sp_appid: String,
    /// 二级商户AppID: such as `wxf636efh567hg4356`
    pub sub_appid: Option<String>,
    /// 商家批次单号: such as `sjzz20230223` (unconfirmed)
    pub out_batch_no: String,
    /// 批次名称: such as `2023年2月深圳分部报销单` (unconfirmed)
    pub batch_name: String,
    /// 批次备注: such as `2023年2月深圳分部报销单` (unconfirmed)
    pub batch_remark: String,
    /// 转账总金额: such as `4000000` (unconfirmed)
    pub total_amount: Fen,
    /// 转账总笔数: such as `200` (unconfirmed)
    pub total_num: i64,
    /// 转账场景ID: such as `1000` (unconfirmed)
    pub transfer_scene_id: String,
    /// 转账明细列表 (unconfirmed)
    pub transfer_detail_list: Vec<TransferDetailInput>,
    /// 商户回调地址: such as `https://www.weixin.qq.com/wxpay/pay.php` (unconfirmed)
    pub notify_url: String,
}

rules! {
    ApplyReservedTransferBatchRequest {
        sum("/total_amount", &["/transfer_detail_list/*/transfer_amount"], &[]),
        count("/total_num", "/transfer_detail_list"),
        member("notify_url", &[NotifyUrl]),
    }
}

/// 转账明细列表
///
/// `TransferDetailInput::builder().out_detail_no(…).transfer_amount(…).transfer_remark(…).reservation_id(…).openid(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct TransferDetailInput {
    /// 商家明细单号: such as `x23zy545Bd5436`
    pub out_detail_no: String,
    /// 转账金额: such as `200000`
    pub transfer_amount: Fen,
    /// 转账备注: such as `2023年2月报销`
    pub transfer_remark: String,
    /// 微信转账预约单号: such as `1330000071100999991182020050700019480001`
    pub reservation_id: String,
    /// 收款用户OpenID: such as `o-MYE42l80oelYMDE34nYD456Xoy`
    pub openid: String,
}

/// The response of [`ReservedTransferBatches::apply_reserved_transfer_batch`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct ApplyReservedTransferBatchResponse {
    /// 商家批次单号: such as `sjzz20230223`
    pub out_batch_no: Option<String>,
    /// 商家转账批次单号: such as `131000011085109987515042023022300246500006`
    pub batch_id: Option<String>,
    /// 批次创建时间: such as `2023-02-23T13:29:35+08:00`
    pub create_time: Option<DateTime>,
    /// 批次状态: such as `ACCEPTED`
    pub batch_state: Option<String>,
}

/// The response of [`ReservedTransferBatches::query_reserved_transfer_batch_by_out_batch_no`],
/// [`ReservedTransferBatches::query_reserved_transfer_batch_by_batch_id`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ReservedTransferBatchPage {
    /// 转账批次单
    pub transfer_batch: Option<ReservedTransferBatch>,
    /// 转账明细单列表
    pub data: Option<Vec<ReservedTransferDetailCompact>>,
    /// 请求资源起始位置: such as `0`
    pub offset: Option<i64>,
    /// 最大资源条数: such as `20`
    pub limit: Option<i64>,
}

/// 转账批次单
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct ReservedTransferBatch {
    /// 商家批次单号: such as `sjzz20230223`
    pub out_batch_no: Option<String>,
    /// 商家转账批次单号: such as `131000011085109987515042023022300246500006`
    pub batch_id: Option<String>,
    /// 服务商应用ID: such as `wxf636efh567hg4356`
    pub sp_appid: Option<String>,
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 二级商户应用ID: such as `wxf636efh567hg4356`
    pub sub_appid: Option<String>,
    /// 批次状态: such as `ACCEPTED`
    pub batch_state: Option<String>,
    /// 批次名称: such as `2023年2月深圳分部转账单`
    pub batch_name: Option<String>,
    /// 批次备注: such as `2023年2月深圳分部报销单`
    pub batch_remark: Option<String>,
    /// 批次关闭原因: such as `MERCHANT_REVOCATION`
    pub close_reason: Option<String>,
    /// 转账总金额: such as `4000000`
    pub total_amount: Option<Fen>,
    /// 转账总笔数: such as `200`
    pub total_num: Option<i64>,
    /// 批次创建时间: such as `2023-02-23T13:29:35+08:00`
    pub create_time: Option<DateTime>,
    /// 转账成功金额: such as `3900000`
    pub success_amount: Option<Fen>,
    /// 转账成功笔数: such as `199`
    pub success_num: Option<i64>,
    /// 转账失败金额: such as `100000`
    pub failed_amount: Option<Fen>,
    /// 转账失败笔数: such as `1`
    pub failed_num: Option<i64>,
    /// 转账场景ID: such as `1000`
    pub transfer_scene_id: Option<String>,
}

/// 转账明细单列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ReservedTransferDetailCompact {
    /// 商家转账明细单号: such as `132000011085109987515042023022300246521006`
    pub detail_id: Option<String>,
    /// 商家明细单号: such as `x23zy545Bd5436`
    pub out_detail_no: Option<String>,
    /// 明细状态: such as `INIT`
    pub detail_state: Option<String>,
}

/// The response of [`ReservedTransferBatches::query_reserved_transfer_detail_by_out_detail_no`],
/// [`ReservedTransferBatches::query_reserved_transfer_detail_by_detail_id`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct ReservedTransferDetail {
    /// 商家批次单号: such as `sjzz20230223`
    pub out_batch_no: Option<String>,
    /// 商家转账批次单号: such as `131000011085109987515042023022300246500006`
    pub batch_id: Option<String>,
    /// 商家明细单号: such as `x23zy545Bd5436`
    pub out_detail_no: Option<String>,
    /// 商家转账明细单号: such as `132000011085109987515042023022300246521006`
    pub detail_id: Option<String>,
    /// 服务商应用ID: such as `wxf636efh567hg4356`
    pub sp_appid: Option<String>,
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 二级商户应用ID: such as `wxf636efh567hg4356`
    pub sub_appid: Option<String>,
    /// 转账发起时间: such as `2023-02-23T13:29:35+08:00`
    pub create_time: Option<DateTime>,
    /// 明细状态: such as `INIT`
    pub detail_state: Option<String>,
    /// 转账金额: such as `20000`
    pub transfer_amount: Option<Fen>,
    /// 转账备注: such as `2023年2月报销`
    pub transfer_remark: Option<String>,
    /// 明细失败原因: such as `ACCOUNT_FROZEN`
    pub fail_reason: Option<String>,
    /// 收款用户OpenID: such as `o-MYE42l80oelYMDE34nYD456Xoy`
    pub openid: Option<String>,
    /// 收款银行类型: such as `ICBC_DEBIT`
    pub bank_type: Option<String>,
    /// 收款用户姓名
    pub user_name: Option<String>,
    /// 转账完成时间: such as `2023-02-23T13:29:35+08:00`
    pub transfer_finish_time: Option<DateTime>,
    /// 银行退票时间: such as `2023-02-23T13:29:35+08:00`
    pub bank_refund_time: Option<DateTime>,
}

parameter_enum! {
    /// 明细状态
    pub enum InsuranceDetailStateFilter {
        All = "ALL",
        WaitPay = "WAIT_PAY",
        Success = "SUCCESS",
        Fail = "FAIL",
        BankRefund = "BANK_REFUND",
    }
}

parameter_enum! {
    /// 明细状态
    pub enum DetailStateFilter {
        All = "ALL",
        WaitPay = "WAIT_PAY",
        Success = "SUCCESS",
        Fail = "FAIL",
    }
}
