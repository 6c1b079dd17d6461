//! 投诉单.

use serde::Serialize;
use serde_json::{Map, Value};
use wechatpay_client::{DateTime, Deserialize, Fen, Result, Sensitive, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 投诉单
#[wechatpay_api(defaults)]
pub trait Complaints {
    /// 查询投诉单列表
    ///
    /// `GET /v3/merchant-service/complaints-v2`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/consumer-complaint/complaints/list-complaints-v2.html>
    ///
    /// - `limit` 分页大小: such as `5`
    /// - `offset` 分页开始位置: such as `10`
    /// - `begin_date` 开始日期: such as `2019-01-01`
    /// - `end_date` 结束日期: such as `2019-01-01`
    /// - `complainted_mchid` 被诉商户号: such as `1900012181`
    #[wechatpay_api(GET "/v3/merchant-service/complaints-v2")]
    async fn list_complaints(
        &self,
        #[query] limit: Option<i64>,
        #[query] offset: Option<i64>,
        #[query] begin_date: &str,
        #[query] end_date: &str,
        #[query] complainted_mchid: Option<&str>,
    ) -> Result<ListComplaintsResponse>;

    /// 查询投诉单详情
    ///
    /// `GET /v3/merchant-service/complaints-v2/{complaint_id}`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/consumer-complaint/complaints/query-complaint-v2.html>
    ///
    /// - `complaint_id` 投诉单号: such as `200201820200101080076610000`
    #[wechatpay_api(GET "/v3/merchant-service/complaints-v2/{complaint_id}")]
    async fn query_complaint(&self, complaint_id: &str) -> Result<Complaint>;

    /// 查询投诉协商历史
    ///
    /// `GET /v3/merchant-service/complaints-v2/{complaint_id}/negotiation-historys`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/consumer-complaint/complaints/query-negotiation-history-v2.html>
    ///
    /// - `complaint_id` 投诉单号: such as `200201820200101080076610000`
    /// - `limit` 分页大小: such as `50`
    /// - `offset` 分页开始位置: such as `10`
    #[wechatpay_api(GET "/v3/merchant-service/complaints-v2/{complaint_id}/negotiation-historys")]
    async fn list_negotiation_histories(
        &self,
        complaint_id: &str,
        #[query] limit: Option<i64>,
        #[query] offset: Option<i64>,
    ) -> Result<ListNegotiationHistoriesResponse>;

    /// 提交回复
    ///
    /// `POST /v3/merchant-service/complaints-v2/{complaint_id}/response`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/consumer-complaint/complaints/response-complaint-v2.html>
    ///
    /// - `complaint_id` 投诉单号: such as `200201820200101080076610000`
    #[wechatpay_api(POST "/v3/merchant-service/complaints-v2/{complaint_id}/response")]
    async fn respond_complaint(
        &self,
        complaint_id: &str,
        body: &RespondComplaintRequest,
    ) -> Result<()>;

    /// 回复需要即时服务的投诉单
    ///
    /// `POST /v3/merchant-service/complaints-v2/{complaint_id}/response-immediate-service`
    ///
    /// - `complaint_id` 投诉单号: such as `200201820200101080076610000`
    #[wechatpay_api(POST "/v3/merchant-service/complaints-v2/{complaint_id}/response-immediate-service")]
    async fn respond_immediate_service_complaint(
        &self,
        complaint_id: &str,
        body: &RespondImmediateServiceComplaintRequest,
    ) -> Result<RespondImmediateServiceComplaintResponse>;

    /// 更新退款审批结果
    ///
    /// `POST /v3/merchant-service/complaints-v2/{complaint_id}/update-refund-progress`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/consumer-complaint/complaints/update-refund-progress.html>
    ///
    /// - `complaint_id` 投诉单号: such as `200201820200101080076610000`
    #[wechatpay_api(POST "/v3/merchant-service/complaints-v2/{complaint_id}/update-refund-progress")]
    async fn update_complaint_refund_progress(
        &self,
        complaint_id: &str,
        body: &UpdateComplaintRefundProgressRequest,
    ) -> Result<()>;

    /// 反馈处理完成
    ///
    /// `POST /v3/merchant-service/complaints-v2/{complaint_id}/complete`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/consumer-complaint/complaints/complete-complaint-v2.html>
    ///
    /// - `complaint_id` 投诉单号: such as `200201820200101080076610000`
    #[wechatpay_api(POST "/v3/merchant-service/complaints-v2/{complaint_id}/complete")]
    async fn complete_complaint(
        &self,
        complaint_id: &str,
        body: &CompleteComplaintRequest,
    ) -> Result<()>;
}

/// The response of [`Complaints::list_complaints`].
///
/// Sensitive members deserialize only inside the client, which decrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ListComplaintsResponse {
    /// 用户投诉信息详情
    pub data: Option<Vec<ComplaintInfo>>,
    /// 分页大小: such as `5`
    pub limit: i64,
    /// 分页开始位置: such as `10`
    pub offset: i64,
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
pub struct ComplaintInfo {
    /// 投诉单号: such as `200201820200101080076610000`
    pub complaint_id: String,
    /// 投诉时间: such as `2015-05-20T13:29:35.120+08:00`
    pub complaint_time: DateTime,
    /// 投诉详情: such as `反馈一个重复扣费的问题`
    pub complaint_detail: String,
    /// 投诉单状态: such as `PENDING`
    pub complaint_state: ComplaintState,
    /// 被诉商户号: such as `1900012181`
    pub complainted_mchid: Option<String>,
    /// 投诉人联系方式: encrypted
    pub payer_phone: Option<Sensitive>,
    /// 投诉单关联订单信息
    pub complaint_order_info: Option<Vec<ComplaintOrderInfo>>,
    /// 投诉单关联服务单信息
    pub service_order_info: Option<Vec<ServiceOrderInfo>>,
    /// 投诉资料列表
    pub complaint_media_list: Option<Vec<ComplaintMedia>>,
    /// 投诉单是否已全额退款
    pub complaint_full_refunded: bool,
    /// 是否有待回复的用户留言
    pub incoming_user_response: bool,
    /// 问题描述: such as `不满意商家服务`
    pub problem_description: String,
    /// 用户投诉次数: such as `1`
    pub user_complaint_times: i64,
    /// 问题类型: such as `REFUND`
    pub problem_type: Option<ProblemType>,
    /// 申请退款金额: such as `10`
    pub apply_refund_amount: Option<Fen>,
    /// 用户标签列表: such as `TRUSTED`
    pub user_tag_list: Option<Vec<UserTag>>,
    /// 补充信息
    pub additional_info: Option<AdditionalInfo>,
    /// 是否在平台协助中: such as `true`
    pub in_platform_service: Option<bool>,
    /// 是否需即时服务用户: such as `true`
    pub need_immediate_service: Option<bool>,
    /// 是否是智能体投诉
    pub is_agent_mode: Option<bool>,
    /// 投诉人openid
    pub payer_openid: Option<String>,
}

/// 投诉单关联订单信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ComplaintOrderInfo {
    /// 微信订单号: such as `4200000404201909069117582536`
    pub transaction_id: String,
    /// 商户订单号: such as `20190906154617947762231`
    pub out_trade_no: String,
    /// 订单金额: such as `3`
    pub amount: Fen,
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

/// 投诉资料列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ComplaintMedia {
    /// 媒体文件业务类型: such as `USER_COMPLAINT_IMAGE`
    pub media_type: MediaType,
    /// 媒体文列表
    pub media_url: Option<Vec<String>>,
}

/// 补充信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct AdditionalInfo {
    /// 补充信息类型: such as `SHARE_POWER_TYPE`
    pub r#type: Option<AdditionalInfoType>,
    /// 充电宝投诉相关信息
    pub share_power_info: Option<SharePowerInfo>,
}

/// 充电宝投诉相关信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(DateTime, into))
)]
#[non_exhaustive]
pub struct SharePowerInfo {
    /// 归还时间: such as `2015-05-20T13:29:35+08:00`
    pub return_time: Option<DateTime>,
    /// 归还地点信息
    pub return_address_info: Option<ReturnAddressInfo>,
    /// 是否归还同一柜机: such as `false`
    pub is_returned_to_same_machine: Option<bool>,
}

/// 归还地点信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ReturnAddressInfo {
    /// 归还地点: such as `广东省深圳市南山区海天二路南山区后海腾讯滨海大厦(海天二路西)`
    pub return_address: Option<String>,
    /// 归还地点经度: such as `113.93535488533665`
    pub longitude: Option<String>,
    /// 归还地点纬度: such as `22.52305518747831`
    pub latitude: Option<String>,
}

/// The response of [`Complaints::query_complaint`].
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
    pub complaint_id: String,
    /// 投诉时间: such as `2015-05-20T13:29:35.120+08:00`
    pub complaint_time: DateTime,
    /// 投诉详情: such as `反馈一个重复扣费的问题`
    pub complaint_detail: String,
    /// 投诉单状态: such as `PENDING`
    pub complaint_state: ComplaintState,
    /// 被诉商户号: such as `1900012181`
    pub complainted_mchid: Option<String>,
    /// 投诉人联系方式: encrypted
    pub payer_phone: Option<Sensitive>,
    /// 投诉人openid: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub payer_openid: Option<String>,
    /// 投诉资料列表
    pub complaint_media_list: Option<Vec<ComplaintMedia>>,
    /// 投诉单关联订单信息
    pub complaint_order_info: Option<Vec<ComplaintOrderInfo>>,
    /// 投诉单关联服务单信息
    pub service_order_info: Option<Vec<QueryComplaintServiceOrderInfo>>,
    /// 投诉单是否已全额退款
    pub complaint_full_refunded: bool,
    /// 是否有待回复的用户留言
    pub incoming_user_response: bool,
    /// 问题描述: such as `不满意商家服务`
    pub problem_description: String,
    /// 用户投诉次数: such as `1`
    pub user_complaint_times: i64,
    /// 问题类型: such as `REFUND`
    pub problem_type: Option<ProblemType>,
    /// 申请退款金额: such as `10`
    pub apply_refund_amount: Option<Fen>,
    /// 用户标签列表: such as `TRUSTED`
    pub user_tag_list: Option<Vec<UserTag>>,
    /// 补充信息
    pub additional_info: Option<AdditionalInfo>,
    /// 是否在平台协助中: such as `true`
    pub in_platform_service: Option<bool>,
    /// 是否需即时服务用户: such as `true`
    pub need_immediate_service: Option<bool>,
    /// 是否是智能体投诉
    pub is_agent_mode: Option<bool>,
}

/// 投诉单关联服务单信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct QueryComplaintServiceOrderInfo {
    /// 微信支付服务订单号: such as `15646546545165651651`
    pub order_id: Option<String>,
    /// 商户服务订单号: such as `1234323JKHDFE1243252`
    pub out_order_no: Option<String>,
    /// 支付分服务单状态: such as `DOING`
    pub state: Option<String>,
}

/// The response of [`Complaints::list_negotiation_histories`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ListNegotiationHistoriesResponse {
    /// 投诉协商历史
    pub data: Option<Vec<NegotiationHistory>>,
    /// 分页大小
    pub limit: i64,
    /// 分页开始位置: such as `50`
    pub offset: i64,
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
    /// 操作资料列表：一个对象，或对象的列表
    pub complaint_media_list: Option<Value>,
    /// 操作流水号: such as `300285320210322170000071077`
    pub log_id: String,
    /// 操作人: such as `投诉人`
    pub operator: String,
    /// 操作时间: such as `2015-05-20T13:29:35.120+08:00`
    pub operate_time: DateTime,
    /// 操作类型: such as `USER_CREATE_COMPLAINT`
    pub operate_type: OperateType,
    /// 操作内容: such as `已与用户电话沟通解决`
    pub operate_details: Option<String>,
    /// 协商历史图片凭证: each a URL, such as `https://qpic.cn/xxx`
    pub image_list: Option<Vec<String>>,
    /// 用户申请平台协助原因: such as `商家响应不及时`
    pub user_appy_platform_service_reason: Option<String>,
    /// 用户申请平台协助原因描述: such as `一周前就提交咨询了，到现在商家还没理我`
    pub user_appy_platform_service_reason_description: Option<String>,
    /// 普通消息内容
    pub normal_message: Option<Message>,
    /// 用户点击回复消息
    pub click_message: Option<ClickMessage>,
}

/// 普通消息内容
///
/// `Message::builder().build()`. For an `Option`, use setters such as `maybe_blocks`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct Message {
    /// 消息内容
    pub blocks: Option<Vec<Block>>,
    /// 发送者身份类别: such as `UNKNOWN`
    pub sender_identity: Option<SenderIdentity>,
    /// 自定义透传信息: such as `example_custom_data`
    pub custom_data: Option<String>,
}

rules! {
    Message {
        within("blocks", Block::RULES),
        member("sender_identity", &[Listed(SenderIdentity::TEXTS)]),
    }
}

/// 消息内容
///
/// `Block::builder().build()`. For an `Option`, use setters such as `maybe_type`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[non_exhaustive]
pub struct Block {
    /// 消息块类型: such as `TEXT`
    pub r#type: Option<BlockType>,
    /// 文本
    pub text: Option<Text>,
    /// 图片
    pub image: Option<Image>,
    /// 链接
    pub link: Option<Link>,
    /// FAQ列表
    pub faq_list: Option<FaqList>,
    /// 按钮
    pub button: Option<Link>,
    /// 按钮组
    pub button_group: Option<ButtonGroup>,
}

rules! {
    Block {
        member("type", &[Listed(BlockType::TEXTS)]),
        within("text", Text::RULES),
        within("image", Image::RULES),
        within("link", Link::RULES),
        within("faq_list", FaqList::RULES),
        within("button", Link::RULES),
        within("button_group", ButtonGroup::RULES),
    }
}

/// 文本
///
/// `Text::builder().build()`. For an `Option`, use setters such as `maybe_text`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct Text {
    /// 文本: such as `example_text`
    pub text: Option<String>,
    /// 文本颜色: such as `DEFAULT`
    pub color: Option<TextColor>,
    /// 是否粗体
    pub is_bold: Option<bool>,
}

rules! {
    Text {
        member("color", &[Listed(TextColor::TEXTS)]),
    }
}

/// 图片
///
/// `Image::builder().build()`. For an `Option`, use setters such as `maybe_media_id`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct Image {
    /// 媒体ID: the ID of an uploaded file, such as `example_media_id`
    pub media_id: Option<String>,
    /// 图片样式类型: such as `IMAGE_STYLE_TYPE_NARROW`
    pub image_style_type: Option<ImageStyleType>,
}

rules! {
    Image {
        member("image_style_type", &[Listed(ImageStyleType::TEXTS)]),
    }
}

/// 链接
///
/// `Link::builder().build()`. For an `Option`, use setters such as `maybe_text`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct Link {
    /// 文本: such as `example_text`
    pub text: Option<String>,
    /// 动作
    pub action: Option<Action>,
    /// 失效配置
    pub invalid_info: Option<InvalidInfo>,
}

rules! {
    Link {
        within("action", Action::RULES),
    }
}

/// 动作
///
/// `Action::builder().build()`. For an `Option`, use setters such as `maybe_action_type`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct Action {
    /// 动作类型: such as `ACTION_TYPE_SEND_MESSAGE`
    pub action_type: Option<ActionType>,
    /// 跳转链接: such as `example_jump_url`
    pub jump_url: Option<String>,
    /// 跳转小程序信息
    pub mini_program_jump_info: Option<MessageMiniProgramJumpInfo>,
    /// 回复消息内容
    pub message_info: Option<MessageInfo>,
    /// 动作id: such as `example_action_id`
    pub action_id: Option<String>,
}

rules! {
    Action {
        member("action_type", &[Listed(ActionType::TEXTS)]),
    }
}

/// 跳转小程序信息
///
/// `MessageMiniProgramJumpInfo::builder().build()`. For an `Option`, use setters such as
/// `maybe_appid`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct MessageMiniProgramJumpInfo {
    /// 跳转小程序APPID: such as `example_appid`
    pub appid: Option<String>,
    /// 跳转小程序页面PATH: such as `example_path`
    pub path: Option<String>,
    /// 跳转小程序页面名称: such as `example_text`
    pub text: Option<String>,
}

/// 回复消息内容
///
/// `MessageInfo::builder().build()`. For an `Option`, use setters such as `maybe_content`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct MessageInfo {
    /// 回复的消息内容: such as `example_content`
    pub content: Option<String>,
    /// 自定义透传字段: such as `example_custom_data`
    pub custom_data: Option<String>,
}

/// 失效配置
///
/// `InvalidInfo::builder().build()`. For an `Option`, use setters such as `maybe_expired_time`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(DateTime, into)))]
#[non_exhaustive]
pub struct InvalidInfo {
    /// 过期时间: such as `2015-05-20T13:29:35+08:00`
    pub expired_time: Option<DateTime>,
    /// 是否可以多次点击
    pub multi_clickable: Option<bool>,
}

/// FAQ列表
///
/// `FaqList::builder().build()`. For an `Option`, use setters such as `maybe_faqs`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[non_exhaustive]
pub struct FaqList {
    /// FAQ列表
    pub faqs: Option<Vec<Faq>>,
}

rules! {
    FaqList {
        within("faqs", Faq::RULES),
    }
}

/// FAQ列表
///
/// `Faq::builder().build()`. For an `Option`, use setters such as `maybe_faq_id`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct Faq {
    /// faq的id: such as `example_faq_id`
    pub faq_id: Option<String>,
    /// faq内容: such as `example_faq_title`
    pub faq_title: Option<String>,
    /// 动作
    pub action: Option<Action>,
}

rules! {
    Faq {
        within("action", Action::RULES),
    }
}

/// 按钮组
///
/// `ButtonGroup::builder().build()`. For an `Option`, use setters such as `maybe_buttons`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[non_exhaustive]
pub struct ButtonGroup {
    /// 按钮组
    pub buttons: Option<Vec<Link>>,
    /// 按钮布局方式: such as `LAYOUT_HORIZONTAL`
    pub button_layout: Option<ButtonLayout>,
    /// 失效配置
    pub invalid_info: Option<InvalidInfo>,
}

rules! {
    ButtonGroup {
        within("buttons", Link::RULES),
        member("button_layout", &[Listed(ButtonLayout::TEXTS)]),
    }
}

/// 用户点击回复消息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ClickMessage {
    /// 回复的消息内容
    pub message_content: Option<Map<String, Value>>,
    /// 动作id: such as `example_action_id`
    pub action_id: Option<String>,
    /// 被点击的操作流水号: such as `example_clicked_log_id`
    pub clicked_log_id: Option<String>,
}

/// The request of [`Complaints::respond_complaint`].
///
/// `RespondComplaintRequest::builder().response_content(…).build()`. For an `Option`, use setters
/// such as `maybe_complainted_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct RespondComplaintRequest {
    /// 被诉商户号: such as `1900012181`
    pub complainted_mchid: Option<String>,
    /// 回复内容: such as `已与用户沟通解决`
    pub response_content: String,
    /// A list, each the ID of an uploaded file, such as `file23578_21798531.jpg`
    pub response_images: Option<Vec<String>>,
    /// 跳转链接: such as `https://www.xxx.com/notify`
    pub jump_url: Option<String>,
    /// 跳转链接文案: such as `查看订单详情`
    pub jump_url_text: Option<String>,
    /// 跳转小程序信息
    pub mini_program_jump_info: Option<MiniProgramJumpInfo>,
}

rules! { RespondComplaintRequest {} }

/// 跳转小程序信息
///
/// `MiniProgramJumpInfo::builder().appid(…).path(…).text(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct MiniProgramJumpInfo {
    /// 跳转小程序APPID: such as `example_appid`
    pub appid: String,
    /// 跳转小程序页面PATH: such as `example_path`
    pub path: String,
    /// 跳转小程序页面名称: such as `example_text`
    pub text: String,
}

/// The request of [`Complaints::respond_immediate_service_complaint`].
///
/// `RespondImmediateServiceComplaintRequest::builder().complainted_mchid(…).message(…).idempotent_id(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct RespondImmediateServiceComplaintRequest {
    /// 被诉商户号: such as `1900012181` (unconfirmed)
    pub complainted_mchid: String,
    /// 消息内容 (unconfirmed)
    pub message: Message,
    /// 幂等ID: such as `550e8400-e29b-41d4-a716-446655440000` (unconfirmed)
    pub idempotent_id: String,
}

rules! {
    RespondImmediateServiceComplaintRequest {
        within("message", Message::RULES),
    }
}

/// The response of [`Complaints::respond_immediate_service_complaint`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct RespondImmediateServiceComplaintResponse {
    /// 操作流水号: such as `300285320210322170000071077`
    pub log_id: Option<String>,
}

/// The request of [`Complaints::update_complaint_refund_progress`].
///
/// `UpdateComplaintRefundProgressRequest::builder().action(…).build()`. For an `Option`, use
/// setters such as `maybe_launch_refund_day`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UpdateComplaintRefundProgressRequest {
    /// 审批动作
    pub action: RefundProgressAction,
    /// 预计发起退款时间: such as `3`
    pub launch_refund_day: Option<i64>,
    /// 拒绝退款原因: such as `拒绝退款`
    pub reject_reason: Option<String>,
    /// 拒绝退款的举证图片列表: each the ID of an uploaded file, such as `file23578_21798531.jpg`
    pub reject_media_list: Option<Vec<String>>,
    /// 备注: such as `已处理完成`
    pub remark: Option<String>,
}

rules! {
    UpdateComplaintRefundProgressRequest {
        member("action", &[Listed(RefundProgressAction::TEXTS)]),
    }
}

/// The request of [`Complaints::complete_complaint`].
///
/// `CompleteComplaintRequest::builder().build()`. For an `Option`, use setters such as
/// `maybe_complainted_mchid`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CompleteComplaintRequest {
    /// 被诉商户号: such as `1900012181`
    pub complainted_mchid: Option<String>,
}

rules! { CompleteComplaintRequest {} }

open_enum! {
    /// 投诉单状态
    pub enum ComplaintState {
        Pending = "PENDING",
        Processing = "PROCESSING",
        Processed = "PROCESSED",
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
    /// 媒体文件业务类型
    pub enum MediaType {
        UserComplaintImage = "USER_COMPLAINT_IMAGE",
        OperationImage = "OPERATION_IMAGE",
    }
}

open_enum! {
    /// 问题类型
    pub enum ProblemType {
        Refund = "REFUND",
        ServiceNotWork = "SERVICE_NOT_WORK",
        Others = "OTHERS",
    }
}

open_enum! {
    /// 用户标签列表
    pub enum UserTag {
        Trusted = "TRUSTED",
        HighRisk = "HIGH_RISK",
    }
}

open_enum! {
    /// 补充信息类型
    pub enum AdditionalInfoType {
        SharePowerType = "SHARE_POWER_TYPE",
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
        UserApplyPlatformService = "USER_APPLY_PLATFORM_SERVICE",
        UserCancelPlatformService = "USER_CANCEL_PLATFORM_SERVICE",
        PlatformServiceFinished = "PLATFORM_SERVICE_FINISHED",
        UserClickResponse = "USER_CLICK_RESPONSE",
    }
}

open_enum! {
    /// 消息块类型
    pub enum BlockType {
        Text = "TEXT",
        Image = "IMAGE",
        Link = "LINK",
        FaqList = "FAQ_LIST",
        Button = "BUTTON",
        ButtonGroup = "BUTTON_GROUP",
    }
}

open_enum! {
    /// 文本颜色
    pub enum TextColor {
        Default = "DEFAULT",
        Secondary = "SECONDARY",
    }
}

open_enum! {
    /// 图片样式类型
    pub enum ImageStyleType {
        Narrow = "IMAGE_STYLE_TYPE_NARROW",
        Wide = "IMAGE_STYLE_TYPE_WIDE",
    }
}

open_enum! {
    /// 动作类型
    pub enum ActionType {
        SendMessage = "ACTION_TYPE_SEND_MESSAGE",
        JumpUrl = "ACTION_TYPE_JUMP_URL",
        JumpMiniProgram = "ACTION_TYPE_JUMP_MINI_PROGRAM",
    }
}

open_enum! {
    /// 按钮布局方式
    pub enum ButtonLayout {
        Unknown = "LAYOUT_UNKNOWN",
        Horizontal = "LAYOUT_HORIZONTAL",
        Vertical = "LAYOUT_VERTICAL",
    }
}

open_enum! {
    /// 发送者身份类别
    pub enum SenderIdentity {
        Unknown = "UNKNOWN",
        Manual = "MANUAL",
        Machine = "MACHINE",
    }
}

open_enum! {
    /// 审批动作
    pub enum RefundProgressAction {
        Reject = "REJECT",
        Approve = "APPROVE",
    }
}
