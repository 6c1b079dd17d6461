//! 批量转账.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, Sensitive, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 批量转账
#[wechatpay_api(defaults)]
pub trait BatchTransfers {
    /// 发起批量转账
    ///
    /// `POST /v3/transfer/batches`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/pay/transfer/chapter3_1.shtml>
    #[wechatpay_api(POST "/v3/transfer/batches")]
    async fn initiate_batch_transfer(
        &self,
        body: &InitiateBatchTransferRequest,
    ) -> Result<InitiateBatchTransferResponse>;

    /// 微信批次单号查询批次单
    ///
    /// `GET /v3/transfer/batches/batch-id/{batch_id}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/pay/transfer/chapter3_2.shtml>
    ///
    /// - `batch_id` 微信批次单号: such as `1030000071100999991182020050700019480001`
    /// - `need_query_detail` 是否查询转账明细单
    /// - `offset` 请求资源起始位置
    /// - `limit` 最大资源条数: such as `20`
    /// - `detail_status` 明细状态: such as `FAIL`
    #[wechatpay_api(GET "/v3/transfer/batches/batch-id/{batch_id}")]
    async fn query_transfer_batch_by_batch_id(
        &self,
        batch_id: &str,
        #[query] need_query_detail: bool,
        #[query] offset: Option<i64>,
        #[query] limit: Option<i64>,
        #[query] detail_status: Option<&str>,
    ) -> Result<QueryTransferBatchByBatchIdResponse>;

    /// 商家批次单号查询批次单
    ///
    /// `GET /v3/transfer/batches/out-batch-no/{out_batch_no}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/pay/transfer/chapter3_4.shtml>
    ///
    /// - `out_batch_no` 商家批次单号: such as `plfk2020042013`
    /// - `need_query_detail` 是否查询转账明细单
    /// - `offset` 请求资源起始位置: such as `0`
    /// - `limit` 最大资源条数: such as `20`
    /// - `detail_status` 明细状态: such as `FAIL`
    #[wechatpay_api(GET "/v3/transfer/batches/out-batch-no/{out_batch_no}")]
    async fn query_transfer_batch_by_out_batch_no(
        &self,
        out_batch_no: &str,
        #[query] need_query_detail: bool,
        #[query] offset: Option<i64>,
        #[query] limit: Option<i64>,
        #[query] detail_status: Option<&str>,
    ) -> Result<QueryTransferBatchByOutBatchNoResponse>;

    /// 微信明细单号查询明细单
    ///
    /// `GET /v3/transfer/batches/batch-id/{batch_id}/details/detail-id/{detail_id}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/pay/transfer/chapter3_3.shtml>
    ///
    /// - `batch_id` 微信批次单号: such as `1030000071100999991182020050700019480001`
    /// - `detail_id` 微信明细单号: such as `1040000071100999991182020050700019500100`
    #[wechatpay_api(GET "/v3/transfer/batches/batch-id/{batch_id}/details/detail-id/{detail_id}")]
    async fn query_transfer_detail_by_detail_id(
        &self,
        batch_id: &str,
        detail_id: &str,
    ) -> Result<TransferDetail>;

    /// 商家明细单号查询明细单
    ///
    /// `GET /v3/transfer/batches/out-batch-no/{out_batch_no}/details/out-detail-no/{out_detail_no}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/pay/transfer/chapter3_5.shtml>
    ///
    /// - `out_batch_no` 商家批次单号: such as `plfk2020042013`
    /// - `out_detail_no` 商家明细单号: such as `x23zy545Bd5436`
    #[wechatpay_api(GET "/v3/transfer/batches/out-batch-no/{out_batch_no}/details/out-detail-no/{out_detail_no}")]
    async fn query_transfer_detail_by_out_detail_no(
        &self,
        out_batch_no: &str,
        out_detail_no: &str,
    ) -> Result<TransferDetail>;
}

/// The request of [`BatchTransfers::initiate_batch_transfer`].
///
/// `InitiateBatchTransferRequest::builder().appid(…).out_batch_no(…).batch_name(…).batch_remark(…).total_amount(…).total_num(…).transfer_detail_list(…).build()`.
/// For an `Option`, use setters such as `maybe_transfer_scene_id`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct InitiateBatchTransferRequest {
    /// 直连商户的appid: such as `wxf636efh567hg4356`
    pub appid: String,
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
    pub transfer_detail_list: Vec<TransferDetailInput>,
    /// 转账场景ID: such as `1001`
    pub transfer_scene_id: Option<String>,
    /// 通知地址: such as `https://www.weixin.qq.com/wxpay/pay.php`
    pub notify_url: Option<String>,
}

rules! {
    InitiateBatchTransferRequest {
        member("out_batch_no", &[MaxLength(32), Pattern("[0-9A-Za-z]+")]),
        sum("/total_amount", &["/transfer_detail_list/*/transfer_amount"], &[]),
        count("/total_num", "/transfer_detail_list"),
        member("notify_url", &[NotifyUrl]),
    }
}

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
    /// 商家明细单号: such as `x23zy545Bd5436`
    pub out_detail_no: String,
    /// 转账金额: such as `200000`
    pub transfer_amount: Fen,
    /// 转账备注: such as `2020年4月报销`
    pub transfer_remark: String,
    /// 用户在直连商户应用下的用户标示: such as `o-MYE42l80oelYMDE34nYD456Xoy`
    pub openid: String,
    /// 收款用户姓名: encrypted
    pub user_name: Option<Sensitive>,
    /// 收款用户身份证: encrypted
    pub user_id_card: Option<Sensitive>,
}

/// The response of [`BatchTransfers::initiate_batch_transfer`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct InitiateBatchTransferResponse {
    /// 商家批次单号: such as `plfk2020042013`
    pub out_batch_no: Option<String>,
    /// 微信批次单号: such as `1030000071100999991182020050700019480001`
    pub batch_id: Option<String>,
    /// 批次创建时间: such as `2015-05-20T13:29:35.120+08:00`
    pub create_time: Option<DateTime>,
    /// 批次状态: such as `ACCEPTED`
    pub batch_status: Option<BatchStatus>,
}

/// The response of [`BatchTransfers::query_transfer_batch_by_batch_id`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct QueryTransferBatchByBatchIdResponse {
    /// 转账批次单
    pub transfer_batch: Option<TransferBatch>,
    /// 转账明细单列表
    pub transfer_detail_list: Option<Vec<TransferDetailCompact>>,
}

/// 转账批次单
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct TransferBatch {
    /// 商户号: such as `1900001109`
    pub mchid: Option<String>,
    /// 商家批次单号: such as `plfk2020042013`
    pub out_batch_no: Option<String>,
    /// 微信批次单号: such as `1030000071100999991182020050700019480001`
    pub batch_id: Option<String>,
    /// 直连商户的appid: such as `wxf636efh567hg4356`
    pub appid: Option<String>,
    /// 批次状态: such as `ACCEPTED`
    pub batch_status: Option<String>,
    /// 批次类型: such as `API`
    pub batch_type: Option<String>,
    /// 批次名称: such as `2019年1月深圳分部报销单`
    pub batch_name: Option<String>,
    /// 批次备注: such as `2019年1月深圳分部报销单`
    pub batch_remark: Option<String>,
    /// 批次关闭原因: such as `OVERDUE_CLOSE`
    pub close_reason: Option<TransferBatchCloseReason>,
    /// 转账总金额: such as `4000000`
    pub total_amount: Option<Fen>,
    /// 转账总笔数: such as `200`
    pub total_num: Option<i64>,
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
pub struct TransferDetailCompact {
    /// 微信支付明细单号: such as `1040000071100999991182020050700019500100`
    pub detail_id: Option<String>,
    /// 商家明细单号: such as `x23zy545Bd5436`
    pub out_detail_no: Option<String>,
    /// 明细状态: such as `SUCCESS`
    pub detail_status: Option<String>,
}

/// The response of [`BatchTransfers::query_transfer_batch_by_out_batch_no`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct QueryTransferBatchByOutBatchNoResponse {
    /// 转账批次单
    pub transfer_batch: Option<TransferBatch>,
    /// 转账明细单列表
    pub transfer_detail_list: Option<Vec<TransferDetailCompact>>,
    /// 请求资源起始位置
    pub offset: Option<i64>,
    /// 最大资源条数: such as `20`
    pub limit: Option<i64>,
}

/// The response of [`BatchTransfers::query_transfer_detail_by_detail_id`],
/// [`BatchTransfers::query_transfer_detail_by_out_detail_no`].
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
pub struct TransferDetail {
    /// 商户号: such as `1900001109`
    pub mchid: Option<String>,
    /// 商家批次单号: such as `plfk2020042013`
    pub out_batch_no: Option<String>,
    /// 微信批次单号: such as `1030000071100999991182020050700019480001`
    pub batch_id: Option<String>,
    /// 直连商户的appid: such as `wxf636efh567hg4356`
    pub appid: Option<String>,
    /// 商家明细单号: such as `x23zy545Bd5436`
    pub out_detail_no: Option<String>,
    /// 微信明细单号: such as `1040000071100999991182020050700019500100`
    pub detail_id: Option<String>,
    /// 明细状态: such as `SUCCESS`
    pub detail_status: Option<String>,
    /// 转账金额: such as `200000`
    pub transfer_amount: Option<Fen>,
    /// 转账备注: such as `2020年4月报销`
    pub transfer_remark: Option<String>,
    /// 明细失败原因: such as `ACCOUNT_FROZEN`
    pub fail_reason: Option<TransferDetailFailReason>,
    /// 用户在直连商户应用下的用户标示: such as `o-MYE42l80oelYMDE34nYD456Xoy`
    pub openid: Option<String>,
    /// 收款用户姓名: encrypted
    pub user_name: Option<Sensitive>,
    /// 转账发起时间: such as `2015-05-20T13:29:35.120+08:00`
    pub initiate_time: Option<DateTime>,
    /// 明细更新时间: such as `2015-05-20T13:29:35.120+08:00`
    pub update_time: Option<DateTime>,
}

open_enum! {
    /// 批次状态
    pub enum BatchStatus {
        Accepted = "ACCEPTED",
        Processing = "PROCESSING",
        Finished = "FINISHED",
        Closed = "CLOSED",
    }
}

open_enum! {
    /// 批次关闭原因
    pub enum TransferBatchCloseReason {
        OverdueClose = "OVERDUE_CLOSE",
        TransferSceneInvalid = "TRANSFER_SCENE_INVALID",
    }
}

open_enum! {
    /// 明细失败原因
    pub enum TransferDetailFailReason {
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
        OtherFailReasonType = "OTHER_FAIL_REASON_TYPE",
        RealnameAccountReceivedQuotaExceed = "REALNAME_ACCOUNT_RECEIVED_QUOTA_EXCEED",
        ReceiveAccountNotPermmit = "RECEIVE_ACCOUNT_NOT_PERMMIT",
        PayeeAccountAbnormal = "PAYEE_ACCOUNT_ABNORMAL",
        PayerAccountAbnormal = "PAYER_ACCOUNT_ABNORMAL",
        TransferSceneUnavailable = "TRANSFER_SCENE_UNAVAILABLE",
        TransferSceneInvalid = "TRANSFER_SCENE_INVALID",
        TransferRemarkSetFail = "TRANSFER_REMARK_SET_FAIL",
        ReceiveAccountNotConfigure = "RECEIVE_ACCOUNT_NOT_CONFIGURE",
        BlockB2CUserlimitamountBsruleMonth = "BLOCK_B2C_USERLIMITAMOUNT_BSRULE_MONTH",
        BlockB2CUserlimitamountMonth = "BLOCK_B2C_USERLIMITAMOUNT_MONTH",
        MerchantReject = "MERCHANT_REJECT",
        MerchantNotConfirm = "MERCHANT_NOT_CONFIRM",
    }
}
