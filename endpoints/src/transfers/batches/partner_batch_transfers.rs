//! 服务商批量转账.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, Sensitive, wechatpay_api};

use super::TransferDetailCompact;
use crate::open_enum::{open_enum, parameter_enum};
use crate::rules::rules;

/// 服务商批量转账
#[wechatpay_api(defaults)]
pub trait PartnerBatchTransfers {
    /// 服务商发起批量转账
    ///
    /// `POST /v3/partner-transfer/batches`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter4_1_6.shtml>
    #[wechatpay_api(POST "/v3/partner-transfer/batches")]
    async fn initiate_partner_batch_transfer(
        &self,
        body: &InitiatePartnerBatchTransferRequest,
    ) -> Result<InitiatePartnerBatchTransferResponse>;

    /// 微信支付批次单号查询批次单
    ///
    /// `GET /v3/partner-transfer/batches/batch-id/{batch_id}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter4_1_7.shtml>
    ///
    /// - `batch_id` 微信支付批次单号: such as `1030000071100999991182020050700019480001`
    /// - `need_query_detail` 是否查询转账明细单
    /// - `offset` 请求资源起始位置: such as `0`
    /// - `limit` 最大资源条数: such as `20`
    /// - `detail_status` 明细状态: such as `FAIL`
    #[wechatpay_api(GET "/v3/partner-transfer/batches/batch-id/{batch_id}")]
    async fn query_partner_transfer_batch_by_batch_id(
        &self,
        batch_id: &str,
        #[query] need_query_detail: bool,
        #[query] offset: Option<i64>,
        #[query] limit: Option<i64>,
        #[query] detail_status: Option<&DetailStatusFilter>,
    ) -> Result<PartnerTransferBatch>;

    /// 服务商商家批次单号查询批次单
    ///
    /// `GET /v3/partner-transfer/batches/out-batch-no/{out_batch_no}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter4_1_9.shtml>
    ///
    /// - `out_batch_no` 商家批次单号: such as `plfk2020042013`
    /// - `need_query_detail` 是否查询转账明细单
    /// - `offset` 请求资源起始位置
    /// - `limit` 最大资源条数: such as `20`
    /// - `detail_status` 明细状态: such as `FAIL`
    #[wechatpay_api(GET "/v3/partner-transfer/batches/out-batch-no/{out_batch_no}")]
    async fn query_partner_transfer_batch_by_out_batch_no(
        &self,
        out_batch_no: &str,
        #[query] need_query_detail: bool,
        #[query] offset: Option<i64>,
        #[query] limit: Option<i64>,
        #[query] detail_status: Option<&PartnerDetailStatusFilter>,
    ) -> Result<PartnerTransferBatch>;

    /// 微信支付明细单号查询明细单
    ///
    /// `GET /v3/partner-transfer/batches/batch-id/{batch_id}/details/detail-id/{detail_id}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter4_1_8.shtml>
    ///
    /// - `batch_id` 微信支付批次单号: such as `1030000071100999991182020050700019480001`
    /// - `detail_id` 微信明细单号: such as `1040000071100999991182020050700019500100`
    #[wechatpay_api(GET "/v3/partner-transfer/batches/batch-id/{batch_id}/details/detail-id/{detail_id}")]
    async fn query_partner_transfer_detail_by_detail_id(
        &self,
        batch_id: &str,
        detail_id: &str,
    ) -> Result<PartnerTransferDetail>;

    /// 服务商商家明细单号查询明细单
    ///
    /// `GET
    /// /v3/partner-transfer/batches/out-batch-no/{out_batch_no}/details/out-detail-no/{out_detail_no}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter4_1_10.shtml>
    ///
    /// - `out_batch_no` 商家批次单号: such as `plfk2020042013`
    /// - `out_detail_no` 商家明细单号: such as `x23zy545Bd5436`
    #[wechatpay_api(GET "/v3/partner-transfer/batches/out-batch-no/{out_batch_no}/details/out-detail-no/{out_detail_no}")]
    async fn query_partner_transfer_detail_by_out_detail_no(
        &self,
        out_batch_no: &str,
        out_detail_no: &str,
    ) -> Result<PartnerTransferDetail>;
}

/// The request of [`PartnerBatchTransfers::initiate_partner_batch_transfer`].
///
/// `InitiatePartnerBatchTransferRequest::builder().sub_mchid(…).authorization_type(…).out_batch_no(…).batch_name(…).batch_remark(…).total_amount(…).total_num(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_appid`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct InitiatePartnerBatchTransferRequest {
    /// 特约商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 特约商户appid: such as `wxf636efh567hg4356`
    pub sub_appid: Option<String>,
    /// 特约商户授权类型: such as `INFORMATION_AUTHORIZATION_TYPE`
    pub authorization_type: AuthorizationType,
    /// 商家批次单号: at most 32 characters, matches `[0-9A-Za-z]+`, such as `plfk2020042013`
    pub out_batch_no: String,
    /// 批次名称: such as `2019年1月深圳分部报销单`
    pub batch_name: String,
    /// 批次备注: such as `2019年1月深圳分部报销单`
    pub batch_remark: String,
    /// 转账总金额: such as `4000000`
    pub total_amount: Fen,
    /// 转账总笔数: such as `200`
    pub total_num: i64,
    /// 转账明细列表
    pub transfer_detail_list: Option<Vec<PartnerTransferDetailInput>>,
    /// 服务商的appid: such as `wxf636efh567hg4388`
    pub sp_appid: Option<String>,
    /// 批量转账用途: such as `COMMISSION`
    pub transfer_purpose: Option<TransferPurpose>,
    /// 转账场景: such as `ORDINARY_TRANSFER`
    pub transfer_scene: Option<TransferScene>,
}

rules! {
    InitiatePartnerBatchTransferRequest {
        member("authorization_type", &[Listed(AuthorizationType::TEXTS)]),
        member("out_batch_no", &[MaxLength(32), Pattern("[0-9A-Za-z]+")]),
        sum("/total_amount", &["/transfer_detail_list/*/transfer_amount"], &[]),
        count("/total_num", "/transfer_detail_list"),
        member("transfer_purpose", &[Listed(TransferPurpose::TEXTS)]),
        member("transfer_scene", &[Listed(TransferScene::TEXTS)]),
    }
}

/// 转账明细列表
///
/// `PartnerTransferDetailInput::builder().out_detail_no(…).transfer_amount(…).transfer_remark(…).openid(…).user_name(…).build()`.
/// For an `Option`, use setters such as `maybe_user_id_card`.
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
pub struct PartnerTransferDetailInput {
    /// 商家明细单号: such as `x23zy545Bd5436`
    pub out_detail_no: String,
    /// 转账金额: such as `200000`
    pub transfer_amount: Fen,
    /// 转账备注: such as `2020年4月报销`
    pub transfer_remark: String,
    /// 收款用户openid: such as `o-MYE42l80oelYMDE34nYD456Xoy`
    pub openid: String,
    /// 收款用户姓名: encrypted
    pub user_name: Sensitive,
    /// 收款用户身份证: encrypted
    pub user_id_card: Option<Sensitive>,
}

/// The response of [`PartnerBatchTransfers::initiate_partner_batch_transfer`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct InitiatePartnerBatchTransferResponse {
    /// 商家批次单号: such as `plfk2020042013`
    pub out_batch_no: String,
    /// 微信支付批次单号: such as `1030000071100999991182020050700019480001`
    pub batch_id: String,
    /// 批次创建时间: such as `2015-05-20T13:29:35.120+08:00`
    pub create_time: DateTime,
}

/// The response of [`PartnerBatchTransfers::query_partner_transfer_batch_by_batch_id`],
/// [`PartnerBatchTransfers::query_partner_transfer_batch_by_out_batch_no`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct PartnerTransferBatch {
    /// 服务商商户号: such as `1900001109`
    pub sp_mchid: String,
    /// 特约商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 商家批次单号: such as `plfk2020042013`
    pub out_batch_no: String,
    /// 微信支付批次单号: such as `1030000071100999991182020050700019480001`
    pub batch_id: String,
    /// 特约商户appid: such as `wxf636efh567hg4356`
    pub sub_appid: Option<String>,
    /// 批次状态: such as `ACCEPTED`
    pub batch_status: String,
    /// 批次类型: such as `API`
    pub batch_type: String,
    /// 特约商户授权类型: such as `INFORMATION_AUTHORIZATION_TYPE`
    pub authorization_type: AuthorizationType,
    /// 批次名称: such as `2019年1月深圳分部报销单`
    pub batch_name: String,
    /// 批次备注: such as `2019年1月深圳分部报销单`
    pub batch_remark: String,
    /// 批次关闭原因: such as `OVERDUE_CLOSE`
    pub close_reason: Option<PartnerTransferBatchCloseReason>,
    /// 转账总金额: such as `4000000`
    pub total_amount: Fen,
    /// 转账总笔数: such as `200`
    pub total_num: i64,
    /// 批次创建时间: such as `2015-05-20T13:29:35.120+08:00`
    pub create_time: Option<DateTime>,
    /// 批次更新时间: such as `2015-05-20T13:29:35.120+08:00`
    pub update_time: Option<DateTime>,
    /// 转账成功金额: such as `3900000`
    pub success_amount: Option<Fen>,
    /// 转账成功笔数: such as `199`
    pub success_num: Option<i64>,
    /// 转账失败金额: such as `100000`
    pub fail_amount: Option<Fen>,
    /// 转账失败笔数: such as `1`
    pub fail_num: Option<i64>,
    /// 转账明细单列表
    pub transfer_detail_list: Option<Vec<TransferDetailCompact>>,
    /// 服务商的appid: such as `wxf636efh567hg4388`
    pub sp_appid: Option<String>,
    /// 批量转账用途: such as `COMMISSION`
    pub transfer_purpose: Option<TransferPurpose>,
    /// 转账场景: such as `ORDINARY_TRANSFER`
    pub transfer_scene: Option<TransferScene>,
}

/// The response of [`PartnerBatchTransfers::query_partner_transfer_detail_by_detail_id`],
/// [`PartnerBatchTransfers::query_partner_transfer_detail_by_out_detail_no`].
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
pub struct PartnerTransferDetail {
    /// 服务商商户号: such as `1900001109`
    pub sp_mchid: String,
    /// 商家批次单号: such as `plfk2020042013`
    pub out_batch_no: String,
    /// 微信支付批次单号: such as `1030000071100999991182020050700019480001`
    pub batch_id: String,
    /// 商户的appid: such as `wxf636efh567hg4356`
    pub appid: Option<String>,
    /// 商家明细单号: such as `x23zy545Bd5436`
    pub out_detail_no: String,
    /// 微信支付明细单号: such as `1040000071100999991182020050700019500100`
    pub detail_id: String,
    /// 明细状态: such as `SUCCESS`
    pub detail_status: String,
    /// 转账金额: such as `200000`
    pub transfer_amount: Fen,
    /// 转账备注: such as `2020年4月报销`
    pub transfer_remark: String,
    /// 明细失败原因: such as `ACCOUNT_FROZEN`
    pub fail_reason: Option<PartnerTransferDetailFailReason>,
    /// 收款用户openid: such as `o-MYE42l80oelYMDE34nYD456Xoy`
    pub openid: String,
    /// 收款用户姓名: encrypted
    pub username: Sensitive,
    /// 转账发起时间: such as `2015-05-20T13:29:35.120+08:00`
    pub initiate_time: DateTime,
    /// 明细更新时间: such as `2015-05-20T13:29:35.120+08:00`
    pub update_time: DateTime,
    /// 收款账户类型: such as `BANK_ACCOUNT`
    pub account_type: Option<String>,
    /// 银行名称: such as `招商银行`
    pub bank_name: Option<String>,
    /// 银行卡尾号: such as `1234`
    pub bank_card_number_tail: Option<String>,
}

open_enum! {
    /// 特约商户授权类型
    pub enum AuthorizationType {
        InformationAuthorizationType = "INFORMATION_AUTHORIZATION_TYPE",
        FundAuthorizationType = "FUND_AUTHORIZATION_TYPE",
        InformationAndFundAuthorizationType = "INFORMATION_AND_FUND_AUTHORIZATION_TYPE",
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
    /// 转账场景
    pub enum TransferScene {
        OrdinaryTransfer = "ORDINARY_TRANSFER",
        PayrollCardTransfer = "PAYROLL_CARD_TRANSFER",
    }
}

parameter_enum! {
    /// 明细状态
    pub enum DetailStatusFilter {
        All = "ALL",
        Success = "SUCCESS",
        Fail = "FAIL",
    }
}

open_enum! {
    /// 批次关闭原因
    pub enum PartnerTransferBatchCloseReason {
        MerchantRevocation = "MERCHANT_REVOCATION",
        OverdueClose = "OVERDUE_CLOSE",
        PayerAccountAbnormal = "PAYER_ACCOUNT_ABNORMAL",
    }
}

parameter_enum! {
    /// 明细状态
    pub enum PartnerDetailStatusFilter {
        All = "ALL",
        Success = "SUCCESS",
        Fail = "FAIL",
        Refund = "REFUND",
    }
}

open_enum! {
    /// 明细失败原因
    pub enum PartnerTransferDetailFailReason {
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
        PayRollCardAlreadyLogout = "PAY_ROLL_CARD_ALREADY_LOGOUT",
        PayRollCardAlreadyFrozen = "PAY_ROLL_CARD_ALREADY_FROZEN",
        PayRollCardUnauthorized = "PAY_ROLL_CARD_UNAUTHORIZED",
        PayRollCardUserNotOpen = "PAY_ROLL_CARD_USER_NOT_OPEN",
    }
}
