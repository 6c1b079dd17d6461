//! 投诉（旧版）.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, Sensitive, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 投诉（旧版）
#[wechatpay_api(defaults)]
pub trait ComplaintsV1 {
    /// 查询投诉信息
    ///
    /// `GET /v3/merchant-service/complaints`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/tool/merchant-service/chapter3_1.shtml>
    ///
    /// - `limit` 分页大小: such as `5`
    /// - `offset` 分页开始位置: such as `10`
    /// - `begin_date` 开始日期: a date, such as `2019-01-01`
    /// - `end_date` 结束日期: a date, such as `2019-01-01`
    /// - `sub_mchid` 特约商户号: such as `1900012181`
    #[deprecated = "deprecated by WeChat Pay: call `list_complaints`"]
    #[wechatpay_api(GET "/v3/merchant-service/complaints")]
    async fn list_complaints_v1(
        &self,
        #[query] limit: Option<i64>,
        #[query] offset: Option<i64>,
        #[query] begin_date: &str,
        #[query] end_date: &str,
        #[query] sub_mchid: Option<&str>,
    ) -> Result<ListComplaintsV1Response>;

    /// 查询投诉详情
    ///
    /// `GET /v3/merchant-service/complaints/{transaction_id}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/tool/merchant-service/chapter3_8.shtml>
    ///
    /// - `transaction_id` 微信支付订单号: such as `4200000404201909069117582536`
    #[deprecated = "deprecated by WeChat Pay: call `query_complaint`"]
    #[wechatpay_api(GET "/v3/merchant-service/complaints/{transaction_id}")]
    async fn query_complaint_v1(&self, transaction_id: &str) -> Result<ComplaintV1>;

    /// 查询投诉协商历史（旧版）
    ///
    /// `GET /v3/merchant-service/complaints/{transaction_id}/negotiation-historys`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/tool/merchant-service/chapter3_7.shtml>
    ///
    /// - `transaction_id` 微信支付订单号: such as `4200000404201909069117582536`
    #[deprecated = "deprecated by WeChat Pay: call `list_negotiation_histories`"]
    #[wechatpay_api(GET "/v3/merchant-service/complaints/{transaction_id}/negotiation-historys")]
    async fn list_negotiation_histories_v1(
        &self,
        transaction_id: &str,
    ) -> Result<ListNegotiationHistoriesV1Response>;

    /// 商户反馈
    ///
    /// `POST /v3/merchant-service/feedbacks`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/tool/merchant-service/chapter3_6.shtml>
    #[deprecated = "deprecated by WeChat Pay"]
    #[wechatpay_api(POST "/v3/merchant-service/feedbacks")]
    async fn create_complaint_feedback_v1(
        &self,
        body: &CreateComplaintFeedbackV1Request,
    ) -> Result<()>;
}

/// The response of [`ComplaintsV1::list_complaints_v1`].
///
/// Sensitive members deserialize only inside the client, which decrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ListComplaintsV1Response {
    /// 分页开始位置: such as `10`
    pub offset: Option<i64>,
    /// 分页大小: such as `5`
    pub limit: Option<i64>,
    /// 投诉总条数: such as `1000`
    pub total_count: Option<i64>,
    /// `data`
    pub data: Option<Vec<ComplaintInfoV1>>,
}

/// The `data` of [`ComplaintsV1::list_complaints_v1`].
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
pub struct ComplaintInfoV1 {
    /// 商户订单号: such as `20190906154617947762231`
    pub out_trade_no: Option<String>,
    /// 投诉时间: such as `2015-05-20T13:29:35.120+08:00`
    pub complaint_time: Option<DateTime>,
    /// 订单金额: such as `3`
    pub amount: Option<Fen>,
    /// 投诉人联系方式: encrypted
    pub payer_phone: Option<Sensitive>,
    /// 投诉详情: such as `反馈一个重复扣费的问题`
    pub complaint_detail: Option<String>,
    /// 投诉单状态
    pub complaint_state: Option<ComplaintStateV1>,
    /// 微信订单号: such as `4200000404201909069117582536`
    pub transaction_id: Option<String>,
    /// 冻结结束时间
    pub frozen_end_time: Option<DateTime>,
    /// 特约商户号
    pub sub_mchid: Option<String>,
}

/// The response of [`ComplaintsV1::query_complaint_v1`].
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
pub struct ComplaintV1 {
    /// 商户订单号: such as `20190906154617947762231`
    pub out_trade_no: Option<String>,
    /// 投诉时间: such as `2015-05-20T13:29:35.120+08:00`
    pub complaint_time: Option<DateTime>,
    /// 投诉金额: such as `3`
    pub amount: Option<Fen>,
    /// 投诉人联系方式: encrypted
    pub payer_phone: Option<Sensitive>,
    /// 投诉描述: such as `反馈一个重复扣费的问题`
    pub complaint_detail: Option<String>,
    /// 投诉单状态
    pub complaint_state: Option<String>,
    /// 微信支付订单号: such as `4200000404201909069117582536`
    pub transaction_id: Option<String>,
    /// 冻结结束时间: such as `2015-05-20T13:29:35.120+08:00`
    pub frozen_end_time: Option<DateTime>,
    /// 特约商户号: such as `1900012181`
    pub sub_mchid: Option<String>,
    /// 投诉单处理进展状态: such as `WAIT_MERCHANT_RESPONSE`
    pub complaint_handle_state: Option<String>,
}

/// The response of [`ComplaintsV1::list_negotiation_histories_v1`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ListNegotiationHistoriesV1Response {
    /// 投诉协商历史
    pub complaint_negotiation_history: Option<Vec<NegotiationHistoryV1>>,
}

/// 投诉协商历史
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct NegotiationHistoryV1 {
    /// 操作人: such as `投诉人`
    pub operate_user: Option<String>,
    /// 操作时间: such as `2015-05-20T13:29:35.120+08:00`
    pub operate_time: Option<DateTime>,
    /// 操作类型: such as `CREATE_COMPLAINT_BY_PLATFORM`
    pub operate_type: Option<OperateTypeV1>,
    /// 操作内容: such as `投诉一个重复扣费问题`
    pub operate_details: Option<String>,
    /// 协商历史图片凭证: such as `https://qpic.cn/xxx`
    pub image_list: Option<Vec<String>>,
}

/// The request of [`ComplaintsV1::create_complaint_feedback_v1`].
///
/// `CreateComplaintFeedbackV1Request::builder().transaction_id(…).complainted_mchid(…).feedback_content(…).build()`.
/// For an `Option`, use setters such as `maybe_feedback_type`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateComplaintFeedbackV1Request {
    /// 微信支付订单号: such as `4200000404201909069117582536` (unconfirmed)
    pub transaction_id: String,
    /// 被诉商户号: such as `9980456248` (unconfirmed)
    pub complainted_mchid: String,
    /// 反馈内容类型: such as `1`
    pub feedback_type: Option<i64>,
    /// 反馈内容: such as `已与用户协商解决` (unconfirmed)
    pub feedback_content: String,
    /// 图片凭证: each the ID of an uploaded file
    pub feedback_images: Option<Vec<String>>,
    /// 反馈处理完成
    pub launch_confirm_process: Option<bool>,
}

rules! { CreateComplaintFeedbackV1Request {} }

open_enum! {
    /// 投诉单状态
    pub enum ComplaintStateV1 {
        PayerComplainted = "PAYER_COMPLAINTED",
        Frozened = "FROZENED",
        FrozenFinished = "FROZEN_FINISHED",
        PayerCanceled = "PAYER_CANCELED",
        MerchantRefunded = "MERCHANT_REFUNDED",
        SystemRefunded = "SYSTEM_REFUNDED",
        ManualUnfrozen = "MANUAL_UNFROZEN",
    }
}

open_enum! {
    /// 操作类型
    pub enum OperateTypeV1 {
        UserCreateComplaint = "USER_CREATE_COMPLAINT",
        CreateComplaintByPlatform = "CREATE_COMPLAINT_BY_PLATFORM",
        UserContinueComplaint = "USER_CONTINUE_COMPLAINT",
        UserRevokeComplaint = "USER_REVOKE_COMPLAINT",
        UserConfirmComplaint = "USER_CONFIRM_COMPLAINT",
        SellerRefund = "SELLER_REFUND",
        MerchantLaunchConfirmProcess = "MERCHANT_LAUNCH_CONFIRM_PROCESS",
        UserResponse = "USER_RESPONSE",
        MerchantResponse = "MERCHANT_RESPONSE",
        ResponseByPlatform = "RESPONSE_BY_PLATFORM",
        ContinueComplaintByPlatform = "CONTINUE_COMPLAINT_BY_PLATFORM",
        CreateComplaintSystemMessage = "CREATE_COMPLAINT_SYSTEM_MESSAGE",
        ComplaintTimeoutSystemMessage = "COMPLAINT_TIMEOUT_SYSTEM_MESSAGE",
        SellerRefundSystemMessage = "SELLER_REFUND_SYSTEM_MESSAGE",
        ContinueComplaintSystemMessage = "CONTINUE_COMPLAINT_SYSTEM_MESSAGE",
        LaunchConfirmProcessSystemMessage = "LAUNCH_CONFIRM_PROCESS_SYSTEM_MESSAGE",
    }
}
