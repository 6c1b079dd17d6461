//! 银行转账批次.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, Sensitive, wechatpay_api};

use crate::open_enum::{open_enum, parameter_enum};
use crate::rules::rules;

/// 银行转账批次
#[wechatpay_api(defaults)]
pub trait BankTransferBatches {
    /// 发起批量转账
    ///
    /// `POST /v3/bank-transfer/batches`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter4_2_1.shtml>
    #[wechatpay_api(POST "/v3/bank-transfer/batches")]
    async fn create_bank_transfer_batch(
        &self,
        body: &CreateBankTransferBatchRequest,
    ) -> Result<CreateBankTransferBatchResponse>;

    /// 银行批次单号查询批次单
    ///
    /// `GET /v3/bank-transfer/batches/out-batch-no/{out_batch_no}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter4_2_4.shtml>
    ///
    /// - `out_batch_no` 银行批次单号: such as `plfk2020042013`
    /// - `need_query_detail` 是否查询转账明细单
    /// - `offset` 请求资源起始位置
    /// - `limit` 最大资源条数: such as `20`
    /// - `detail_state` 明细状态: such as `FAIL`
    #[wechatpay_api(GET "/v3/bank-transfer/batches/out-batch-no/{out_batch_no}")]
    async fn query_bank_transfer_batch_by_out_batch_no(
        &self,
        out_batch_no: &str,
        #[query] need_query_detail: bool,
        #[query] offset: Option<i64>,
        #[query] limit: Option<i64>,
        #[query] detail_state: Option<&DetailStateFilter>,
    ) -> Result<BankTransferBatch>;

    /// 微信支付批次单号查询批次单
    ///
    /// `GET /v3/bank-transfer/batches/batch-id/{batch_id}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter4_2_2.shtml>
    ///
    /// - `batch_id` 微信支付批次单号: such as `1130000071100999991182020050700019480001`
    /// - `need_query_detail` 是否查询转账明细单
    /// - `offset` 请求资源起始位置
    /// - `limit` 最大资源条数: such as `20`
    /// - `detail_state` 明细状态: such as `FAIL`
    #[wechatpay_api(GET "/v3/bank-transfer/batches/batch-id/{batch_id}")]
    async fn query_bank_transfer_batch_by_batch_id(
        &self,
        batch_id: &str,
        #[query] need_query_detail: bool,
        #[query] offset: Option<i64>,
        #[query] limit: Option<i64>,
        #[query] detail_state: Option<&DetailStateFilter>,
    ) -> Result<BankTransferBatch>;

    /// 银行明细单号查询明细单
    ///
    /// `GET
    /// /v3/bank-transfer/batches/out-batch-no/{out_batch_no}/details/out-detail-no/{out_detail_no}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter4_2_5.shtml>
    ///
    /// - `out_batch_no` 银行批次单号: such as `plfk2020042013`
    /// - `out_detail_no` 银行明细单号: such as `x23zy545Bd5436`
    #[wechatpay_api(GET "/v3/bank-transfer/batches/out-batch-no/{out_batch_no}/details/out-detail-no/{out_detail_no}")]
    async fn query_bank_transfer_detail_by_out_detail_no(
        &self,
        out_batch_no: &str,
        out_detail_no: &str,
    ) -> Result<BankTransferDetail>;

    /// 微信支付明细单号查询明细单
    ///
    /// `GET /v3/bank-transfer/batches/batch-id/{batch_id}/details/detail-id/{detail_id}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter4_2_3.shtml>
    ///
    /// - `batch_id` 微信支付批次单号: such as `1130000071100999991182020050700019480001`
    /// - `detail_id` 微信明细单号: such as `1140000071100999991182020050700019500100`
    #[wechatpay_api(GET "/v3/bank-transfer/batches/batch-id/{batch_id}/details/detail-id/{detail_id}")]
    async fn query_bank_transfer_detail_by_detail_id(
        &self,
        batch_id: &str,
        detail_id: &str,
    ) -> Result<BankTransferDetail>;
}

/// The request of [`BankTransferBatches::create_bank_transfer_batch`].
///
/// `CreateBankTransferBatchRequest::builder().platform_mchid(…).specialized_payment_mchid(…).sponsor_mchid(…).user_authorized_mchid(…).user_authorized_appid(…).out_batch_no(…).batch_name(…).batch_remark(…).total_amount(…).total_count(…).build()`.
/// For an `Option`, use setters such as `maybe_attach_remark`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateBankTransferBatchRequest {
    /// 服务平台商户号: such as `1900001109`
    pub platform_mchid: String,
    /// 付款企业商户号: such as `1900001109`
    pub specialized_payment_mchid: String,
    /// 实际出资商户号: such as `1900001109`
    pub sponsor_mchid: String,
    /// 用户授权商户号: such as `1900001109`
    pub user_authorized_mchid: String,
    /// 用户授权appid: such as `wxaffdakkk11112e3`
    pub user_authorized_appid: String,
    /// 银行批次单号: such as `plfk2020042013`
    pub out_batch_no: String,
    /// 批次名称: such as `2019年1月深圳分部报销单`
    pub batch_name: String,
    /// 批次备注: such as `2019年1月深圳分部报销单`
    pub batch_remark: String,
    /// 附加信息: such as `付款专用商户单号11111`
    pub attach_remark: Option<String>,
    /// 转账总金额: such as `4000000`
    pub total_amount: Fen,
    /// 转账总笔数: such as `200`
    pub total_count: i64,
    /// 转账场景: such as `ORDINARY_TRANSFER`
    pub transfer_scene: Option<String>,
    /// 批量转账用途: such as `COMMISSION`
    pub transfer_purpose: Option<String>,
    /// 转账明细列表
    pub transfer_detail_list: Option<Vec<TransferDetailInput>>,
}

rules! { CreateBankTransferBatchRequest {} }

/// 转账明细列表
///
/// `TransferDetailInput::builder().out_detail_no(…).transfer_amount(…).transfer_remark(…).openid(…).build()`.
/// For an `Option`, use setters such as `maybe_user_name`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(Sensitive, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct TransferDetailInput {
    /// 银行明细单号: such as `x23zy545Bd5436`
    pub out_detail_no: String,
    /// 转账金额: such as `200000`
    pub transfer_amount: Fen,
    /// 转账备注: such as `2020年4月报销`
    pub transfer_remark: String,
    /// 收款用户openid: such as `o-MYE42l80oelYMDE34nYD456Xoy`
    pub openid: String,
    /// 收款用户姓名: encrypted
    pub user_name: Option<Sensitive>,
    /// 收款用户身份证: encrypted
    pub user_id_card: Option<Sensitive>,
}

/// The response of [`BankTransferBatches::create_bank_transfer_batch`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CreateBankTransferBatchResponse {
    /// 银行批次单号: such as `plfk2020042013`
    pub out_batch_no: String,
    /// 微信支付批次单号: such as `1130000071100999991182020050700019480001`
    pub batch_id: String,
    /// 批次创建时间: such as `2015-05-20T13:29:35+08:00`
    pub create_time: DateTime,
}

/// The response of [`BankTransferBatches::query_bank_transfer_batch_by_out_batch_no`],
/// [`BankTransferBatches::query_bank_transfer_batch_by_batch_id`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct BankTransferBatch {
    /// 银行服务商号: such as `1900001109`
    pub bank_sp_mchid: String,
    /// 服务平台商户号: such as `1900001109`
    pub platform_mchid: String,
    /// 付款企业商户号: such as `1900001109`
    pub specialized_payment_mchid: String,
    /// 实际出资商户号: such as `1900001109`
    pub sponsor_mchid: String,
    /// 用户授权商户号: such as `1900001109`
    pub user_authorized_mchid: String,
    /// 用户授权appid: such as `wxf636efh567hg4356`
    pub user_authorized_appid: String,
    /// 银行批次单号: such as `plfk2020042013`
    pub out_batch_no: String,
    /// 微信支付批次单号: such as `1130000071100999991182020050700019480001`
    pub batch_id: String,
    /// 转账场景: such as `ORDINARY_TRANSFER`
    pub transfer_scene: Option<TransferScene>,
    /// 批次名称: such as `2019年1月深圳分部报销单`
    pub batch_name: String,
    /// 批次备注: such as `2019年1月深圳分部报销单`
    pub batch_remark: String,
    /// 附加信息: such as `付款专用商户单号11111`
    pub attach_remark: Option<String>,
    /// 批量转账用途: such as `COMMISSION`
    pub transfer_purpose: Option<TransferPurpose>,
    /// 批次状态: such as `ACCEPTED`
    pub batch_state: BatchState,
    /// 批次关闭原因: such as `OVERDUE_CLOSE`
    pub close_reason: Option<CloseReason>,
    /// 转账总金额: such as `4000000`
    pub total_amount: Fen,
    /// 转账总笔数: such as `200`
    pub total_count: i64,
    /// 批次创建时间: such as `2015-05-20T13:29:35+08:00`
    pub create_time: Option<DateTime>,
    /// 批次更新时间: such as `2015-05-20T13:29:35+08:00`
    pub update_time: Option<DateTime>,
    /// 转账成功金额: such as `3900000`
    pub success_amount: Option<Fen>,
    /// 转账成功笔数: such as `199`
    pub success_count: Option<i64>,
    /// 转账失败金额: such as `100000`
    pub fail_amount: Option<Fen>,
    /// 转账失败笔数: such as `1`
    pub fail_count: Option<i64>,
    /// 转账明细单列表
    pub transfer_detail_list: Option<Vec<TransferDetailCompact>>,
}

/// 转账明细单列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct TransferDetailCompact {
    /// 微信支付明细单号: such as `1140000071100999991182020050700019500100`
    pub detail_id: String,
    /// 银行明细单号: such as `x23zy545Bd5436`
    pub out_detail_no: String,
    /// 明细状态: such as `SUCCESS`
    pub detail_state: DetailState,
    /// 明细失败原因: such as `ACCOUNT_FROZEN`
    pub fail_reason: Option<FailReason>,
}

/// The response of [`BankTransferBatches::query_bank_transfer_detail_by_out_detail_no`],
/// [`BankTransferBatches::query_bank_transfer_detail_by_detail_id`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct BankTransferDetail {
    /// 银行服务商号: such as `1900001109`
    pub bank_sp_mchid: String,
    /// 服务平台商户号: such as `1900001109`
    pub platform_mchid: String,
    /// 付款企业商户号: such as `1900001109`
    pub specialized_payment_mchid: String,
    /// 实际出资商户号: such as `1900001109`
    pub sponsor_mchid: String,
    /// 用户授权商户号: such as `1900001109`
    pub user_authorized_mchid: String,
    /// 用户授权appid: such as `wxaffdakkk11112e3`
    pub user_authorized_appid: String,
    /// 银行批次单号: such as `plfk2020042013`
    pub out_batch_no: String,
    /// 微信支付批次单号: such as `1130000071100999991182020050700019480001`
    pub batch_id: String,
    /// 转账场景: such as `ORDINARY_TRANSFER`
    pub transfer_scene: Option<TransferScene>,
    /// 银行明细单号: such as `x23zy545Bd5436`
    pub out_detail_no: String,
    /// 微信支付明细单号: such as `1140000071100999991182020050700019500100`
    pub detail_id: String,
    /// 收款用户openid: such as `o-MYE42l80oelYMDE34nYD456Xoy`
    pub openid: String,
    /// 收款用户姓名
    pub username: String,
    /// 转账金额: such as `200000`
    pub transfer_amount: Fen,
    /// 转账备注: such as `2020年4月报销`
    pub transfer_remark: String,
    /// 明细状态: such as `SUCCESS`
    pub detail_state: TransferDetailState,
    /// 明细失败原因: such as `ACCOUNT_FROZEN`
    pub fail_reason: Option<FailReason>,
    /// 转账发起时间: such as `2015-05-20T13:29:35+08:00`
    pub initiate_time: Option<DateTime>,
    /// 明细更新时间: such as `2015-05-20T13:29:35+08:00`
    pub update_time: DateTime,
    /// 收款账户类型: such as `WECHATPAY_ACCOUNT`
    pub account_type: AccountType,
    /// 银行名称: such as `招商银行`
    pub bank_name: Option<String>,
    /// 银行卡尾号: such as `1234`
    pub bank_card_number_tail: Option<String>,
}

parameter_enum! {
    /// 明细状态
    pub enum DetailStateFilter {
        All = "ALL",
        Success = "SUCCESS",
        Fail = "FAIL",
    }
}

open_enum! {
    /// 转账场景
    pub enum TransferScene {
        OrdinaryTransfer = "ORDINARY_TRANSFER",
        PayrollCardTransfer = "PAYROLL_CARD_TRANSFER",
    }
}

open_enum! {
    /// 批量转账用途
    pub enum TransferPurpose {
        Goodspayment = "GOODSPAYMENT",
        Commission = "COMMISSION",
        Refund = "REFUND",
        Reimbursement = "REIMBURSEMENT",
        Freight = "FREIGHT",
        Others = "OTHERS",
    }
}

open_enum! {
    /// 批次状态
    pub enum BatchState {
        Accepted = "ACCEPTED",
        Processing = "PROCESSING",
        Finished = "FINISHED",
        Closed = "CLOSED",
    }
}

open_enum! {
    /// 批次关闭原因
    pub enum CloseReason {
        MerchantRevocation = "MERCHANT_REVOCATION",
        OverdueClose = "OVERDUE_CLOSE",
    }
}

open_enum! {
    /// 明细状态
    pub enum DetailState {
        Processing = "PROCESSING",
        Success = "SUCCESS",
        Refund = "REFUND",
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
        TransferRemarkSetFail = "TRANSFER_REMARK_SET_FAIL",
    }
}

open_enum! {
    /// 明细状态
    pub enum TransferDetailState {
        Processing = "PROCESSING",
        Success = "SUCCESS",
        Fail = "FAIL",
        Refund = "REFUND",
    }
}

open_enum! {
    /// 收款账户类型
    pub enum AccountType {
        WechatpayAccount = "WECHATPAY_ACCOUNT",
        BankAccount = "BANK_ACCOUNT",
    }
}
