//! 品牌红包.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, Sensitive, wechatpay_api};

use crate::open_enum::{open_enum, parameter_enum};
use crate::rules::rules;

/// 品牌红包批次
#[wechatpay_api(defaults)]
pub trait RedPacketBatches {
    /// 品牌商户发放红包
    ///
    /// `POST /v3/fund-app/brand-redpacket/brand-merchant-batches`
    #[wechatpay_api(POST "/v3/fund-app/brand-redpacket/brand-merchant-batches")]
    async fn create_red_packet_batch(
        &self,
        body: &CreateRedPacketBatchRequest,
    ) -> Result<CreateRedPacketBatchResponse>;

    /// 商家批次单号查询批次单
    ///
    /// `GET /v3/fund-app/brand-redpacket/brand-merchant-out-batches/{out_batch_no}`
    ///
    /// - `out_batch_no` 商家品牌红包批次单号: such as `plfk2020042013`
    /// - `need_query_detail` 是否需要查询品牌红包明细单
    /// - `detail_state` 品牌红包明细单状态
    #[wechatpay_api(GET "/v3/fund-app/brand-redpacket/brand-merchant-out-batches/{out_batch_no}")]
    async fn query_red_packet_batch_by_out_batch_no(
        &self,
        out_batch_no: &str,
        #[query] need_query_detail: Option<bool>,
        #[query] detail_state: Option<&DetailStateFilter>,
    ) -> Result<RedPacketBatch>;

    /// 微信支付批次单号查询批次单
    ///
    /// `GET /v3/fund-app/brand-redpacket/brand-merchant-batches/{batch_no}`
    ///
    /// - `batch_no` 微信支付品牌红包批次单号: such as `1030000071100999991182020050700019480001`
    /// - `need_query_detail` 是否需要查询品牌红包明细单
    /// - `detail_state` 品牌红包明细单状态
    #[wechatpay_api(GET "/v3/fund-app/brand-redpacket/brand-merchant-batches/{batch_no}")]
    async fn query_red_packet_batch_by_batch_no(
        &self,
        batch_no: &str,
        #[query] need_query_detail: Option<bool>,
        #[query] detail_state: Option<&DetailStateFilter>,
    ) -> Result<RedPacketBatch>;

    /// 商家明细单号查询明细单
    ///
    /// `GET
    /// /v3/fund-app/brand-redpacket/brand-merchant-out-batches/{out_batch_no}/out-details/{out_detail_no}`
    ///
    /// - `out_batch_no` 商家品牌红包批次单号: such as `plfk2020042013`
    /// - `out_detail_no` 商家品牌红包明细单号: such as `x23zy545Bd5436`
    #[wechatpay_api(GET "/v3/fund-app/brand-redpacket/brand-merchant-out-batches/{out_batch_no}/out-details/{out_detail_no}")]
    async fn query_red_packet_detail_by_out_detail_no(
        &self,
        out_batch_no: &str,
        out_detail_no: &str,
    ) -> Result<RedPacketDetailByOutDetailNo>;

    /// 微信支付明细单号查询明细单
    ///
    /// `GET /v3/fund-app/brand-redpacket/brand-merchant-batches/{batch_no}/details/{detail_no}`
    ///
    /// - `batch_no` 微信支付品牌红包批次单号: such as `1030000071100999991182020050700019480001`
    /// - `detail_no` 商家品牌红包明细单号: such as `1040000071100999991182020050700019500100`
    #[wechatpay_api(GET "/v3/fund-app/brand-redpacket/brand-merchant-batches/{batch_no}/details/{detail_no}")]
    async fn query_red_packet_detail_by_detail_no(
        &self,
        batch_no: &str,
        detail_no: &str,
    ) -> Result<RedPacketDetail>;
}

/// The request of [`RedPacketBatches::create_red_packet_batch`].
///
/// `CreateRedPacketBatchRequest::builder().brand_id(…).brand_appid(…).scene(…).template_id(…).out_batch_no(…).batch_name(…).batch_remark(…).total_amount(…).total_num(…).build()`.
/// For an `Option`, use setters such as `maybe_detail_list`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateRedPacketBatchRequest {
    /// 品牌ID: such as `1234`
    pub brand_id: i64,
    /// 品牌AppID: such as `wxf636efh567hg4356`
    pub brand_appid: String,
    /// 品牌红包发放场景: such as `CUSTOM_SEND`
    pub scene: SendScene,
    /// 品牌红包模板ID: such as `123400001`
    pub template_id: String,
    /// 商家品牌红包批次单号: such as `plfk2020042013`
    pub out_batch_no: String,
    /// 品牌红包批次名称: such as `双十一营销用品牌红包`
    pub batch_name: String,
    /// 品牌红包批次备注: such as `双十一营销用品牌红包`
    pub batch_remark: String,
    /// 总金额: such as `10000`
    pub total_amount: Fen,
    /// 总笔数: such as `10`
    pub total_num: i64,
    /// 品牌红包明细列表
    pub detail_list: Option<Vec<RedPacketDetailInput>>,
}

rules! {
    CreateRedPacketBatchRequest {
        member("scene", &[Listed(SendScene::TEXTS)]),
    }
}

/// 品牌红包明细列表
///
/// `RedPacketDetailInput::builder().out_detail_no(…).amount(…).openid(…).build()`. For an
/// `Option`, use setters such as `maybe_user_name`.
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
pub struct RedPacketDetailInput {
    /// 商家品牌红包明细单号: such as `x23zy545Bd5436`
    pub out_detail_no: String,
    /// 红包金额: such as `100`
    pub amount: Fen,
    /// 接收红包用户OpenID: such as `o-MYE42l80oelYMDE34nYD456Xoy`
    pub openid: String,
    /// 接收红包用户姓名: encrypted
    pub user_name: Option<Sensitive>,
    /// 红包备注: such as `来自XX的红包`
    pub remark: Option<String>,
}

/// The response of [`RedPacketBatches::create_red_packet_batch`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CreateRedPacketBatchResponse {
    /// 商家品牌红包批次单号: such as `plfk2020042013`
    pub out_batch_no: String,
    /// 微信支付品牌红包批次单号: such as `1210000071100999991182020050700019480001`
    pub batch_no: Option<String>,
    /// 品牌红包批次创建时间: such as `2015-05-20T13:29:35.120+08:00`
    pub create_time: DateTime,
    /// 批次单状态: such as `ACCEPTED`
    pub batch_state: Option<BatchState>,
}

/// The response of [`RedPacketBatches::query_red_packet_batch_by_out_batch_no`],
/// [`RedPacketBatches::query_red_packet_batch_by_batch_no`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct RedPacketBatch {
    /// 品牌主商户号: such as `1900001109`
    pub brand_mchid: String,
    /// 微信支付品牌红包批次单号: such as `1210000071100999991182020050700019480001`
    pub batch_no: String,
    /// 商家品牌红包批次单号: such as `plfk2020042013`
    pub out_batch_no: String,
    /// 品牌ID: such as `1234`
    pub brand_id: Option<i64>,
    /// 品牌红包模板ID: such as `123400001`
    pub template_id: Option<String>,
    /// 品牌AppID: such as `wxf636efh567hg4356`
    pub brand_appid: Option<String>,
    /// 批次单状态: such as `ACCEPTED`
    pub batch_state: BatchState,
    /// 品牌红包批次名称: such as `双十一营销用品牌红包`
    pub batch_name: String,
    /// 品牌红包批次备注: such as `双十一营销用品牌红包`
    pub batch_remark: String,
    /// 品牌红包批次单关闭原因: such as `MERCHANT_REVOCATION`
    pub close_reason: Option<CloseReason>,
    /// 总金额: such as `10000`
    pub total_amount: Fen,
    /// 总笔数: such as `10`
    pub total_num: i64,
    /// 品牌红包批次创建时间: such as `2015-05-20T13:29:35.120+08:00`
    pub create_time: DateTime,
    /// 品牌红包批次更新时间: such as `2015-05-20T13:29:35.120+08:00`
    pub update_time: Option<DateTime>,
    /// 发放成功金额: such as `10000`
    pub success_amount: Fen,
    /// 发放成功笔数: such as `10`
    pub success_num: i64,
    /// 发放失败金额: such as `10000`
    pub fail_amount: Fen,
    /// 发放失败笔数: such as `10`
    pub fail_num: i64,
    /// 品牌红包明细列表
    pub detail_list: Option<Vec<RedPacketDetailCompact>>,
}

/// 品牌红包明细列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct RedPacketDetailCompact {
    /// 微信支付品牌红包明细单号: such as `1220000071100999991182020050700019500100`
    pub transfer_detail_no: String,
    /// 商家品牌红包明细单号: such as `x23zy545Bd5436`
    pub out_detail_no: String,
    /// 品牌红包明细单状态: such as `DETAIL_SUCCESS`
    pub detail_state: DetailState,
}

/// The response of [`RedPacketBatches::query_red_packet_detail_by_out_detail_no`].
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
pub struct RedPacketDetailByOutDetailNo {
    /// 品牌主商户号: such as `1900001109`
    pub brand_mchid: String,
    /// 商家品牌红包批次单号: such as `plfk2020042013`
    pub out_batch_no: String,
    /// 微信支付品牌红包批次单号: such as `1210000071100999991182020050700019480001`
    pub batch_no: String,
    /// 商家品牌红包明细单号: such as `x23zy545Bd5436`
    pub out_detail_no: String,
    /// 微信支付品牌红包明细单号: such as `1220000071100999991182020050700019500100`
    pub detail_no: String,
    /// 品牌红包明细单状态: such as `DETAIL_SUCCESS`
    pub detail_state: DetailState,
    /// 红包金额: such as `10000`
    pub amount: Fen,
    /// 红包备注: such as `来自XX的红包`
    pub remark: Option<String>,
    /// 失败原因: such as `ACCOUNT_FROZEN`
    pub fail_reason: Option<FailReason>,
    /// 接收红包用户OpenID: such as `o-MYE42l80oelYMDE34nYD456Xoy`
    pub openid: String,
    /// 接收红包用户姓名: encrypted
    pub user_name: Option<Sensitive>,
    /// 品牌红包发起时间: such as `2015-05-20T13:29:35.120+08:00`
    pub initiate_time: Option<DateTime>,
    /// 品牌红包更新时间: such as `2015-05-20T13:29:35.120+08:00`
    pub update_time: DateTime,
    /// 品牌ID: such as `1234`
    pub brand_id: i64,
    /// 品牌红包模板ID: such as `123400001`
    pub template_id: Option<String>,
    /// 品牌AppID: such as `wxf636efh567hg4356`
    pub brand_appid: Option<String>,
}

/// The response of [`RedPacketBatches::query_red_packet_detail_by_detail_no`].
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
pub struct RedPacketDetail {
    /// 品牌主商户号: such as `1900001109`
    pub brand_mchid: String,
    /// 商家品牌红包批次单号: such as `plfk2020042013`
    pub out_batch_no: String,
    /// 微信支付品牌红包批次单号: such as `1210000071100999991182020050700019480001`
    pub batch_no: String,
    /// 商家品牌红包明细单号: such as `x23zy545Bd5436`
    pub out_detail_no: String,
    /// 微信支付品牌红包明细单号: such as `1220000071100999991182020050700019500100`
    pub detail_no: String,
    /// 品牌红包明细单状态: such as `DETAIL_SUCCESS`
    pub detail_state: DetailState,
    /// 红包金额: such as `10000`
    pub amount: Fen,
    /// 红包备注: such as `来自XX的红包`
    pub remark: String,
    /// 失败原因: such as `ACCOUNT_FROZEN`
    pub fail_reason: Option<FailReason>,
    /// 接收红包用户OpenID: such as `o-MYE42l80oelYMDE34nYD456Xoy`
    pub openid: String,
    /// 接收红包用户姓名: encrypted
    pub user_name: Option<Sensitive>,
    /// 品牌红包发起时间: such as `2015-05-20T13:29:35.120+08:00`
    pub initiate_time: Option<DateTime>,
    /// 品牌红包更新时间: such as `2015-05-20T13:29:35.120+08:00`
    pub update_time: DateTime,
    /// 品牌ID: such as `1234`
    pub brand_id: i64,
    /// 品牌红包模板ID: such as `123400001`
    pub template_id: String,
    /// 品牌AppID: such as `wxf636efh567hg4356`
    pub brand_appid: Option<String>,
}

open_enum! {
    /// 品牌红包发放场景
    pub enum SendScene {
        CustomSend = "CUSTOM_SEND",
    }
}

open_enum! {
    /// 批次单状态
    pub enum BatchState {
        WaitPay = "WAIT_PAY",
        Accepted = "ACCEPTED",
        Processing = "PROCESSING",
        Finished = "FINISHED",
        Closed = "CLOSED",
    }
}

parameter_enum! {
    /// 品牌红包明细单状态
    pub enum DetailStateFilter {
        DetailViewAll = "DETAIL_VIEW_ALL",
        DetailViewSuccess = "DETAIL_VIEW_SUCCESS",
        DetailViewFail = "DETAIL_VIEW_FAIL",
    }
}

open_enum! {
    /// 品牌红包批次单关闭原因
    pub enum CloseReason {
        MerchantRevocation = "MERCHANT_REVOCATION",
        SystemOverdueClose = "SYSTEM_OVERDUE_CLOSE",
    }
}

open_enum! {
    /// 品牌红包明细单状态
    pub enum DetailState {
        Init = "DETAIL_INIT",
        WaitPay = "DETAIL_WAIT_PAY",
        Processing = "DETAIL_PROCESSING",
        Success = "DETAIL_SUCCESS",
        Fail = "DETAIL_FAIL",
    }
}

open_enum! {
    /// 失败原因
    pub enum FailReason {
        AccountFrozen = "ACCOUNT_FROZEN",
        RealNameCheckFail = "REAL_NAME_CHECK_FAIL",
        NameNotCorrect = "NAME_NOT_CORRECT",
        OpenidInvalid = "OPENID_INVALID",
        TransferQuotaExceed = "TRANSFER_QUOTA_EXCEED",
        DayReceivedQuotaExceed = "DAY_RECEIVED_QUOTA_EXCEED",
        DayReceivedCountExceed = "DAY_RECEIVED_COUNT_EXCEED",
        ProductAuthCheckFail = "PRODUCT_AUTH_CHECK_FAIL",
        OverdueClose = "OVERDUE_CLOSE",
        AccountNotExist = "ACCOUNT_NOT_EXIST",
        TransferRisk = "TRANSFER_RISK",
        UserAccountLimit = "USER_ACCOUNT_LIMIT",
        FailReasonUnknown = "FAIL_REASON_UNKNOWN",
        PayerAccountAbnormal = "PAYER_ACCOUNT_ABNORMAL",
        PayeeAccountAbnormal = "PAYEE_ACCOUNT_ABNORMAL",
        UserReceiveOverdue = "USER_RECEIVE_OVERDUE",
        RemarkNotCorrect = "REMARK_NOT_CORRECT",
        MerchantReject = "MERCHANT_REJECT",
        MerchantNotConfirm = "MERCHANT_NOT_CONFIRM",
        BlockB2CUserlimitamountBsruleMonth = "BLOCK_B2C_USERLIMITAMOUNT_BSRULE_MONTH",
    }
}
