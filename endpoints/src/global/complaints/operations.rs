//! 投诉单.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, Sensitive, wechatpay_api};

use crate::open_enum::{open_enum, parameter_enum};
use crate::rules::rules;

/// 投诉单
#[wechatpay_api(defaults)]
pub trait Complaints {
    /// 查询投诉单列表
    ///
    /// `GET apihk.mch.weixin.qq.com/v3/global/merchant-service/complaints`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// - `begin_date` 开始日期: a date, such as `2019-01-01`
    /// - `end_date` 结束日期: a date, such as `2019-01-01`
    #[wechatpay_api(GET "/v3/global/merchant-service/complaints", global)]
    async fn list_global_complaints(
        &self,
        #[query] begin_date: &str,
        #[query] end_date: &str,
        query: &ListGlobalComplaintsQuery,
    ) -> Result<ListGlobalComplaintsResponse>;

    /// 查询投诉单详情
    ///
    /// `GET apihk.mch.weixin.qq.com/v3/global/merchant-service/complaints/{complaint_id}`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/consumer-complaint/complaints/query-complaint-v2.html>
    ///
    /// - `complaint_id` 投诉单号: such as `200201820200101080076610000`
    /// - `mch_language` 商户语言
    #[wechatpay_api(GET "/v3/global/merchant-service/complaints/{complaint_id}", global)]
    async fn query_global_complaint(
        &self,
        complaint_id: &str,
        #[query] mch_language: Option<&MerchantLanguage>,
    ) -> Result<Complaint>;

    /// 查询投诉协商历史
    ///
    /// `GET
    /// apihk.mch.weixin.qq.com/v3/global/merchant-service/complaints/{complaint_id}/negotiation-historys`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/consumer-complaint/complaints/query-negotiation-history-v2.html>
    ///
    /// - `complaint_id` 投诉单号: such as `200201820200101080076610000`
    /// - `limit` 分页大小: such as `50`
    /// - `offset` 分页开始位置: such as `10`
    /// - `mch_language` 商户语言
    #[wechatpay_api(GET "/v3/global/merchant-service/complaints/{complaint_id}/negotiation-historys", global)]
    async fn list_global_negotiation_histories(
        &self,
        complaint_id: &str,
        #[query] limit: Option<i64>,
        #[query] offset: Option<i64>,
        #[query] mch_language: Option<&MerchantLanguage>,
    ) -> Result<ListGlobalNegotiationHistoriesResponse>;

    /// 提交回复
    ///
    /// `POST apihk.mch.weixin.qq.com/v3/global/merchant-service/complaints/{complaint_id}/response`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// - `complaint_id` 投诉单号: such as `200201820200101080076610000`
    #[wechatpay_api(POST "/v3/global/merchant-service/complaints/{complaint_id}/response", global)]
    async fn respond_global_complaint(
        &self,
        complaint_id: &str,
        body: &RespondGlobalComplaintRequest,
    ) -> Result<()>;

    /// 反馈处理完成
    ///
    /// `POST apihk.mch.weixin.qq.com/v3/global/merchant-service/complaints/{complaint_id}/complete`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// - `complaint_id` 投诉单号: such as `200201820200101080076610000`
    #[wechatpay_api(POST "/v3/global/merchant-service/complaints/{complaint_id}/complete", global)]
    async fn complete_global_complaint(
        &self,
        complaint_id: &str,
        body: &CompleteGlobalComplaintRequest,
    ) -> Result<()>;
}

/// The query of [`Complaints::list_global_complaints`].
///
/// `ListGlobalComplaintsQuery::builder().build()`. For an `Option`, use setters such as
/// `maybe_limit`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ListGlobalComplaintsQuery {
    /// 分页大小: such as `5`
    pub limit: Option<i64>,
    /// 分页开始位置: such as `10`
    pub offset: Option<i64>,
    /// 被诉商户号: such as `1900012181`
    pub complainted_mchid: Option<String>,
    /// 商户语言
    pub mch_language: Option<MerchantLanguage>,
}

/// The response of [`Complaints::list_global_complaints`].
///
/// Sensitive members deserialize only inside the client, which decrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ListGlobalComplaintsResponse {
    /// 用户投诉信息详情
    pub data: Option<Vec<Complaint>>,
    /// 分页大小: such as `5`
    pub limit: Option<i64>,
    /// 分页开始位置: such as `10`
    pub offset: Option<i64>,
    /// 投诉总条数: such as `1000`
    pub total_count: Option<i64>,
}

/// 用户投诉信息详情
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
pub struct Complaint {
    /// 投诉单号: such as `200201820200101080076610000`
    pub complaint_id: Option<String>,
    /// 投诉时间: such as `2015-05-20T13:29:35.120+08:00`
    pub complaint_time: Option<DateTime>,
    /// 投诉详情: such as `反馈一个重复扣费的问题`
    pub complaint_detail: Option<String>,
    /// 投诉单状态: such as `PENDING`
    pub complaint_state: Option<ComplaintState>,
    /// 被诉商户号: such as `1900012181`
    pub complainted_mchid: Option<String>,
    /// 投诉人联系方式: encrypted
    pub payer_phone: Option<Sensitive>,
    /// 投诉单关联订单信息
    pub complaint_order_info: Option<Vec<ComplaintOrderInfo>>,
    /// 投诉单是否已全额退款
    pub complaint_full_refunded: Option<bool>,
    /// 是否超时
    pub is_overdue: Option<bool>,
    /// 优先级: such as `PRIORITY`
    pub priority: Option<ComplaintPriority>,
    /// 是否有待回复的用户留言
    pub incoming_user_response: Option<bool>,
    /// 用户投诉次数: such as `1`
    pub user_complaint_times: Option<i64>,
    /// 投诉资料列表
    pub complaint_media_list: Option<Vec<ComplaintMedia>>,
    /// 问题描述: such as `不满意商家服务`
    pub problem_description: Option<String>,
    /// 投诉详情翻译: such as `不满意商家服务`
    pub complaint_detail_trans: Option<String>,
    /// 投诉单关联服务单信息
    pub service_order_info: Option<Vec<ServiceOrderInfo>>,
}

/// 投诉单关联订单信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct ComplaintOrderInfo {
    /// 微信订单号: such as `4200000404201909069117582536`
    pub transaction_id: Option<String>,
    /// 商户订单号: such as `20190906154617947762231`
    pub out_trade_no: Option<String>,
    /// 结算币种金额: in the smallest unit of the currency, such as `1000`
    pub settlement_amount: Option<i64>,
    /// 结算币种累计已退款金额: such as `0`
    pub settlement_refunded_amount: Option<String>,
    /// 结算币种: such as `HKD`
    pub settlement_currency: Option<String>,
    /// 订单金额: in the smallest unit of the currency, such as `922`
    pub payer_amount: Option<i64>,
    /// 支付币种累计已退款金额: in the smallest unit of the currency, such as `0`
    pub payer_refunded_amount: Option<i64>,
    /// 支付币种: such as `CNY`
    pub payer_currency: Option<String>,
    /// 交易时间: such as `2015-05-20T13:29:35.120+08:00`
    pub trade_time: Option<DateTime>,
}

/// 投诉资料列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ComplaintMedia {
    /// 媒体文件业务类型: such as `USER_COMPLAINT_IMAGE`
    pub media_type: Option<MediaType>,
    /// 媒体文列表
    pub media_url: Option<Vec<String>>,
}

/// 投诉单关联服务单信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ServiceOrderInfo {
    /// 微信支付服务订单号: such as `15646546545165651651`
    pub order_id: Option<String>,
    /// 商户服务订单号: such as `1234323JKHDFE1243252`
    pub out_order_no: Option<String>,
    /// 支付分服务单状态: such as `DOING`
    pub state: Option<ServiceOrderState>,
}

/// The response of [`Complaints::list_global_negotiation_histories`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ListGlobalNegotiationHistoriesResponse {
    /// 投诉协商历史
    pub data: Option<Vec<NegotiationHistory>>,
    /// 分页大小
    pub limit: Option<i64>,
    /// 分页开始位置: such as `50`
    pub offset: Option<i64>,
    /// 投诉协商历史总条数: such as `1000`
    pub total_count: Option<i64>,
}

/// 投诉协商历史
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct NegotiationHistory {
    /// 操作流水号: such as `300285320210322170000071077`
    pub log_id: Option<String>,
    /// 操作人: such as `投诉人`
    pub operator: Option<String>,
    /// 操作时间: such as `2015-05-20T13:29:35.120+08:00`
    pub operate_time: Option<DateTime>,
    /// 操作类型: such as `USER_CREATE_COMPLAINT`
    pub operate_type: Option<OperateType>,
    /// 操作内容: such as `已与用户电话沟通解决`
    pub operate_details: Option<String>,
    /// A list, each a URL, such as `https://qpic.cn/xxx`
    pub image_list: Option<Vec<String>>,
    /// 操作资料列表
    pub complaint_media_list: Option<ComplaintMedia>,
}

/// The request of [`Complaints::respond_global_complaint`].
///
/// `RespondGlobalComplaintRequest::builder().complainted_mchid(…).response_content(…).build()`.
/// For an `Option`, use setters such as `maybe_response_images`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct RespondGlobalComplaintRequest {
    /// 被诉商户号: such as `1900012181` (unconfirmed)
    pub complainted_mchid: String,
    /// 回复内容: such as `已与用户沟通解决` (unconfirmed)
    pub response_content: String,
    /// A list, each the ID of an uploaded file, such as `file23578_21798531.jpg`
    pub response_images: Option<Vec<String>>,
    /// 跳转链接: such as `https://www.xxx.com/notify`
    pub jump_url: Option<String>,
    /// 跳转链接文案: such as `查看订单详情`
    pub jump_url_text: Option<String>,
}

rules! { RespondGlobalComplaintRequest {} }

/// The request of [`Complaints::complete_global_complaint`].
///
/// `CompleteGlobalComplaintRequest::builder().complainted_mchid(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CompleteGlobalComplaintRequest {
    /// 被诉商户号: such as `1900012181` (unconfirmed)
    pub complainted_mchid: String,
}

rules! { CompleteGlobalComplaintRequest {} }

parameter_enum! {
    /// 商户语言
    pub enum MerchantLanguage {
        ZhCn = "ZH_CN",
        ZhTw = "ZH_TW",
        ZhHk = "ZH_HK",
        En = "EN",
        Ja = "JA",
        Ko = "KO",
        Th = "TH",
        Vi = "VI",
        Ru = "RU",
        De = "DE",
        Fr = "FR",
        Ar = "AR",
        Es = "ES",
    }
}

open_enum! {
    /// 投诉单状态
    pub enum ComplaintState {
        Pending = "PENDING",
        Processing = "PROCESSING",
        Processed = "PROCESSED",
    }
}

open_enum! {
    /// 优先级
    pub enum ComplaintPriority {
        Priority = "PRIORITY",
        General = "GENERAL",
    }
}

open_enum! {
    /// 媒体文件业务类型
    pub enum MediaType {
        UserComplaintImage = "USER_COMPLAINT_IMAGE",
        OperationImage = "OPERATION_IMAGE",
    }
}

open_enum! {
    /// 支付分服务单状态
    pub enum ServiceOrderState {
        Doing = "DOING",
        Revoked = "REVOKED",
        Waitpay = "WAITPAY",
        Done = "DONE",
    }
}

open_enum! {
    /// 操作类型
    pub enum OperateType {
        UserCreateComplaint = "USER_CREATE_COMPLAINT",
        UserContinueComplaint = "USER_CONTINUE_COMPLAINT",
        UserResponse = "USER_RESPONSE",
        PlatformResponse = "PLATFORM_RESPONSE",
        MerchantResponse = "MERCHANT_RESPONSE",
        MerchantConfirmComplete = "MERCHANT_CONFIRM_COMPLETE",
        UserCreateComplaintSystemMessage = "USER_CREATE_COMPLAINT_SYSTEM_MESSAGE",
        ComplaintFullRefundedSystemMessage = "COMPLAINT_FULL_REFUNDED_SYSTEM_MESSAGE",
        UserContinueComplaintSystemMessage = "USER_CONTINUE_COMPLAINT_SYSTEM_MESSAGE",
        UserRevokeComplaint = "USER_REVOKE_COMPLAINT",
        UserComfirmComplaint = "USER_COMFIRM_COMPLAINT",
        PlatformHelpApplication = "PLATFORM_HELP_APPLICATION",
        UserApplyPlatformHelp = "USER_APPLY_PLATFORM_HELP",
        MerchantApproveRefund = "MERCHANT_APPROVE_REFUND",
        MerchantRefuseRerund = "MERCHANT_REFUSE_RERUND",
        UserSubmitSatisfaction = "USER_SUBMIT_SATISFACTION",
        ServiceOrderCancel = "SERVICE_ORDER_CANCEL",
        ServiceOrderComplete = "SERVICE_ORDER_COMPLETE",
        ComplaintPartialRefundedSystemMessage = "COMPLAINT_PARTIAL_REFUNDED_SYSTEM_MESSAGE",
        ComplaintRefundReceivedSystemMessage = "COMPLAINT_REFUND_RECEIVED_SYSTEM_MESSAGE",
        ComplaintEntrustedRefundSystemMessage = "COMPLAINT_ENTRUSTED_REFUND_SYSTEM_MESSAGE",
    }
}
