//! 保险转账批次.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, Sensitive, wechatpay_api};

use super::{InsuranceDetailStateFilter, TransferDetailInput};
use crate::open_enum::open_enum;
use crate::rules::rules;

/// 保险转账批次
#[wechatpay_api(defaults)]
pub trait InsuranceTransferBatches {
    /// 保险受理商家转账
    ///
    /// `POST /v3/platsolution/insurance/mch-transfer/batches/apply`
    #[wechatpay_api(POST "/v3/platsolution/insurance/mch-transfer/batches/apply")]
    async fn apply_insurance_transfer_batch(
        &self,
        body: &ApplyInsuranceTransferBatchRequest,
    ) -> Result<ApplyInsuranceTransferBatchResponse>;

    /// 保险商户转账批次单号查询批次单
    ///
    /// `GET /v3/platsolution/insurance/mch-transfer/batches/out-batch-no/{out_batch_no}`
    ///
    /// - `out_batch_no` 商家批次单号: such as `sjzz20230223`
    /// - `sub_mchid` 二级商户号: such as `1900102208`
    /// - `need_query_detail` 是否查询转账明细单
    /// - `offset` 请求资源起始位置: default `0`
    /// - `limit` 最大资源条数: default `20`
    /// - `detail_state` 明细状态: such as `ALL`
    #[wechatpay_api(GET "/v3/platsolution/insurance/mch-transfer/batches/out-batch-no/{out_batch_no}")]
    async fn query_insurance_transfer_batch_by_out_batch_no(
        &self,
        out_batch_no: &str,
        #[query] sub_mchid: &str,
        #[query] need_query_detail: bool,
        #[query] offset: Option<i64>,
        #[query] limit: Option<i64>,
        #[query] detail_state: Option<&InsuranceDetailStateFilter>,
    ) -> Result<InsuranceTransferBatchPage>;

    /// 保险微信支付转账批次单号查询批次单
    ///
    /// `GET /v3/platsolution/insurance/mch-transfer/batches/batch-id/{batch_id}`
    ///
    /// - `batch_id` 商家转账批次单号: such as `131000011085109987515042023022300246500006`
    /// - `sub_mchid` 二级商户号: such as `1900102208`
    /// - `need_query_detail` 是否查询转账明细单
    /// - `detail_state` 明细状态: such as `FAIL`
    /// - `offset` 请求资源起始位置: default `0`
    /// - `limit` 最大资源条数: default `20`
    #[wechatpay_api(GET "/v3/platsolution/insurance/mch-transfer/batches/batch-id/{batch_id}")]
    async fn query_insurance_transfer_batch_by_batch_id(
        &self,
        batch_id: &str,
        #[query] sub_mchid: &str,
        #[query] need_query_detail: bool,
        #[query] detail_state: Option<&InsuranceDetailStateFilter>,
        #[query] offset: Option<i64>,
        #[query] limit: Option<i64>,
    ) -> Result<InsuranceTransferBatchPage>;

    /// 保险商户明细单号查询明细单
    ///
    /// `GET
    /// /v3/platsolution/insurance/mch-transfer/batches/out-batch-no/{out_batch_no}/details/out-detail-no/{out_detail_no}`
    ///
    /// - `out_batch_no` 商家批次单号: such as `sjzz20230223`
    /// - `out_detail_no` 商家明细单号: such as `x23zy545Bd5436`
    /// - `sub_mchid` 二级商户号: such as `1900000109`
    #[wechatpay_api(GET "/v3/platsolution/insurance/mch-transfer/batches/out-batch-no/{out_batch_no}/details/out-detail-no/{out_detail_no}")]
    async fn query_insurance_transfer_detail_by_out_detail_no(
        &self,
        out_batch_no: &str,
        out_detail_no: &str,
        #[query] sub_mchid: &str,
    ) -> Result<InsuranceTransferDetail>;

    /// 保险微信支付转账明细单号查询明细单
    ///
    /// `GET
    /// /v3/platsolution/insurance/mch-transfer/batches/batch-id/{batch_id}/details/detail-id/{detail_id}`
    ///
    /// - `batch_id` 商家转账批次单号: such as `131000011085109987515042023022300246500006`
    /// - `detail_id` 商家转账明细单号: such as `132000011085109987515042023022300246521006`
    /// - `sub_mchid` 二级商户号: such as `1900000109`
    #[wechatpay_api(GET "/v3/platsolution/insurance/mch-transfer/batches/batch-id/{batch_id}/details/detail-id/{detail_id}")]
    async fn query_insurance_transfer_detail_by_detail_id(
        &self,
        batch_id: &str,
        detail_id: &str,
        #[query] sub_mchid: &str,
    ) -> Result<InsuranceTransferDetail>;
}

/// The request of [`InsuranceTransferBatches::apply_insurance_transfer_batch`].
///
/// `ApplyInsuranceTransferBatchRequest::builder().sub_mchid(…).out_batch_no(…).batch_name(…).batch_remark(…).total_amount(…).total_num(…).transfer_scene_id(…).transfer_detail_list(…).build()`.
/// For an `Option`, use setters such as `maybe_sp_appid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ApplyInsuranceTransferBatchRequest {
    /// 二级商户号: such as `1900001109`
    pub sub_mchid: String,
    /// 服务商AppID: such as `wxf636efh567hg4356`
    pub sp_appid: Option<String>,
    /// 二级商户AppID: such as `wxf636efh567hg4356`
    pub sub_appid: Option<String>,
    /// 商家批次单号: such as `sjzz20230223`
    pub out_batch_no: String,
    /// 批次名称: such as `2023年2月深圳分部报销单`
    pub batch_name: String,
    /// 批次备注: such as `2023年2月深圳分部报销单`
    pub batch_remark: String,
    /// 转账总金额: such as `4000000`
    pub total_amount: Fen,
    /// 转账总笔数: such as `200`
    pub total_num: i64,
    /// 转账场景ID: such as `1000`
    pub transfer_scene_id: String,
    /// 转账明细列表
    pub transfer_detail_list: Vec<TransferDetailInput>,
    /// 商户回调地址: such as `https://www.weixin.qq.com/wxpay/pay.php`
    pub notify_url: Option<String>,
}

rules! {
    ApplyInsuranceTransferBatchRequest {
        sum("/total_amount", &["/transfer_detail_list/*/transfer_amount"], &[]),
        count("/total_num", "/transfer_detail_list"),
        member("notify_url", &[NotifyUrl]),
    }
}

/// The response of [`InsuranceTransferBatches::apply_insurance_transfer_batch`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct ApplyInsuranceTransferBatchResponse {
    /// 商家批次单号: such as `sjzz20230223`
    pub out_batch_no: String,
    /// 商家转账批次单号: such as `131000011085109987515042023022300246500006`
    pub batch_id: String,
    /// 批次创建时间: such as `2023-02-23T13:29:35+08:00`
    pub create_time: DateTime,
    /// 批次状态: such as `ACCEPTED`
    pub batch_state: Option<BatchState>,
}

/// The response of [`InsuranceTransferBatches::query_insurance_transfer_batch_by_out_batch_no`],
/// [`InsuranceTransferBatches::query_insurance_transfer_batch_by_batch_id`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct InsuranceTransferBatchPage {
    /// 转账批次单
    pub transfer_batch: InsuranceTransferBatch,
    /// 转账明细单列表
    pub data: Option<Vec<InsuranceTransferDetailCompact>>,
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
pub struct InsuranceTransferBatch {
    /// 商家批次单号: such as `sjzz20230223`
    pub out_batch_no: String,
    /// 商家转账批次单号: such as `131000011085109987515042023022300246500006`
    pub batch_id: String,
    /// 服务商应用ID: such as `wxf636efh567hg4356`
    pub sp_appid: String,
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 二级商户应用ID: such as `wxf636efh567hg4356`
    pub sub_appid: Option<String>,
    /// 批次状态: such as `ACCEPTED`
    pub batch_state: BatchState,
    /// 批次名称: such as `2023年2月深圳分部转账单`
    pub batch_name: String,
    /// 批次备注: such as `2023年2月深圳分部报销单`
    pub batch_remark: String,
    /// 批次关闭原因: such as `MERCHANT_REVOCATION`
    pub close_reason: Option<TransferBatchCloseReason>,
    /// 转账总金额: such as `4000000`
    pub total_amount: Fen,
    /// 转账总笔数: such as `200`
    pub total_num: i64,
    /// 批次创建时间: such as `2023-02-23T13:29:35+08:00`
    pub create_time: DateTime,
    /// 转账成功金额: such as `3900000`
    pub success_amount: Fen,
    /// 转账成功笔数: such as `199`
    pub success_num: i64,
    /// 转账失败金额: such as `100000`
    pub failed_amount: Fen,
    /// 转账失败笔数: such as `1`
    pub failed_num: i64,
    /// 转账场景ID: such as `1000`
    pub transfer_scene_id: String,
}

/// 转账明细单列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct InsuranceTransferDetailCompact {
    /// 商家转账明细单号: such as `132000011085109987515042023022300246521006`
    pub detail_id: String,
    /// 商家明细单号: such as `x23zy545Bd5436`
    pub out_detail_no: String,
    /// 明细状态: such as `INIT`
    pub detail_state: DetailState,
}

/// The response of [`InsuranceTransferBatches::query_insurance_transfer_detail_by_out_detail_no`],
/// [`InsuranceTransferBatches::query_insurance_transfer_detail_by_detail_id`].
///
/// Sensitive members deserialize only inside the client, which decrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into), on(Sensitive, into))
)]
#[non_exhaustive]
pub struct InsuranceTransferDetail {
    /// 商家批次单号: such as `sjzz20230223`
    pub out_batch_no: String,
    /// 商家转账批次单号: such as `131000011085109987515042023022300246500006`
    pub batch_id: String,
    /// 商家明细单号: such as `x23zy545Bd5436`
    pub out_detail_no: String,
    /// 商家转账明细单号: such as `132000011085109987515042023022300246521006`
    pub detail_id: String,
    /// 服务商应用ID: such as `wxf636efh567hg4356`
    pub sp_appid: String,
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 二级商户应用ID: such as `wxf636efh567hg4356`
    pub sub_appid: Option<String>,
    /// 转账发起时间: such as `2023-02-23T13:29:35+08:00`
    pub create_time: DateTime,
    /// 明细状态: such as `INIT`
    pub detail_state: DetailState,
    /// 转账金额: such as `20000`
    pub transfer_amount: Fen,
    /// 转账备注: such as `2023年2月报销`
    pub transfer_remark: String,
    /// 明细失败原因: such as `ACCOUNT_FROZEN`
    pub fail_reason: Option<FailReason>,
    /// 收款用户OpenID: such as `o-MYE42l80oelYMDE34nYD456Xoy`
    pub openid: Option<String>,
    /// 收款银行类型: such as `ICBC_DEBIT`
    pub bank_type: Option<String>,
    /// 收款用户姓名: encrypted
    pub user_name: Option<Sensitive>,
    /// 转账完成时间: such as `2023-02-23T13:29:35+08:00`
    pub transfer_finish_time: Option<DateTime>,
    /// 银行退票时间: such as `2023-02-23T13:29:35+08:00`
    pub bank_refund_time: Option<DateTime>,
}

open_enum! {
    /// 批次状态
    pub enum BatchState {
        Accepted = "ACCEPTED",
        Processing = "PROCESSING",
        Completed = "COMPLETED",
        Closed = "CLOSED",
    }
}

open_enum! {
    /// 批次关闭原因
    pub enum TransferBatchCloseReason {
        MerchantRevocation = "MERCHANT_REVOCATION",
        OverdueClose = "OVERDUE_CLOSE",
    }
}

open_enum! {
    /// 明细状态
    pub enum DetailState {
        Init = "INIT",
        All = "ALL",
        WaitPay = "WAIT_PAY",
        Success = "SUCCESS",
        Fail = "FAIL",
        BankRefund = "BANK_REFUND",
    }
}

open_enum! {
    /// 明细失败原因
    pub enum FailReason {
        AccountFrozen = "ACCOUNT_FROZEN",
        RealNameCheckFail = "REAL_NAME_CHECK_FAIL",
        NameNotCorrect = "NAME_NOT_CORRECT",
        OpenidInvalid = "OPENID_INVALID",
        TransferQuotaExceed = "TRANSFER_QUOTA_EXCEED",
        DayReceivedQuotaExceed = "DAY_RECEIVED_QUOTA_EXCEED",
        MonthReceivedQuotaExceed = "MONTH_RECEIVED_QUOTA_EXCEED",
        DayReceivedCountExceed = "DAY_RECEIVED_COUNT_EXCEED",
        ProductAuthCheckFail = "PRODUCT_AUTH_CHECK_FAIL",
        OverdueClose = "OVERDUE_CLOSE",
        IdCardNotCorrect = "ID_CARD_NOT_CORRECT",
        AccountNotExist = "ACCOUNT_NOT_EXIST",
        TransferRisk = "TRANSFER_RISK",
        PayrollCardAlreadyLogout = "PAYROLL_CARD_ALREADY_LOGOUT",
        PayrollCardAlreadyFrozen = "PAYROLL_CARD_ALREADY_FROZEN",
        PayrollCardUnauthorized = "PAYROLL_CARD_UNAUTHORIZED",
        PayrollCardUserNotOpen = "PAYROLL_CARD_USER_NOT_OPEN",
        PayrollCardNameCardNotMatch = "PAYROLL_CARD_NAME_CARD_NOT_MATCH",
        PayrollCardIdCardNotMatch = "PAYROLL_CARD_ID_CARD_NOT_MATCH",
        PayrollCardBankcardUnbundling = "PAYROLL_CARD_BANKCARD_UNBUNDLING",
        BankCardCollectionsAboveQuota = "BANK_CARD_COLLECTIONS_ABOVE_QUOTA",
        BankCardAccountAbnormal = "BANK_CARD_ACCOUNT_ABNORMAL",
        BankCardStatusAbnormal = "BANK_CARD_STATUS_ABNORMAL",
        BankCardBankInfoWrong = "BANK_CARD_BANK_INFO_WRONG",
        BankCardCardInfoWrong = "BANK_CARD_CARD_INFO_WRONG",
        OtherFailReasonType = "OTHER_FAIL_REASON_TYPE",
        RealnameAccountReceivedQuotaExceed = "REALNAME_ACCOUNT_RECEIVED_QUOTA_EXCEED",
        ReceiveAccountNotPermmit = "RECEIVE_ACCOUNT_NOT_PERMMIT",
        PayeeAccountAbnormal = "PAYEE_ACCOUNT_ABNORMAL",
        PayerAccountAbnormal = "PAYER_ACCOUNT_ABNORMAL",
        TransferRemarkSetFail = "TRANSFER_REMARK_SET_FAIL",
        TransferSceneInvalid = "TRANSFER_SCENE_INVALID",
        TransferSceneUnavailable = "TRANSFER_SCENE_UNAVAILABLE",
        ReceiveAccountNotConfigure = "RECEIVE_ACCOUNT_NOT_CONFIGURE",
        BlockB2CUserlimitamountBsruleMonth = "BLOCK_B2C_USERLIMITAMOUNT_BSRULE_MONTH",
        BlockB2CUserlimitamountMonth = "BLOCK_B2C_USERLIMITAMOUNT_MONTH",
        MerchantReject = "MERCHANT_REJECT",
        MerchantNotConfirm = "MERCHANT_NOT_CONFIRM",
        BankCardParamError = "BANK_CARD_PARAM_ERROR",
        BankCardTypeNotSupported = "BANK_CARD_TYPE_NOT_SUPPORTED",
        ReservationStateInvalid = "RESERVATION_STATE_INVALID",
        ExceededEstimatedAmount = "EXCEEDED_ESTIMATED_AMOUNT",
        ReservationInfoNotMatch = "RESERVATION_INFO_NOT_MATCH",
        ReservationSceneNotMatch = "RESERVATION_SCENE_NOT_MATCH",
    }
}
