//! 先享卡.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, wechatpay_api};

use crate::rules::rules;

/// 先享卡
#[wechatpay_api(defaults)]
pub trait DiscountCards {
    /// 预受理领卡请求
    ///
    /// `POST /v3/discount-card/cards`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/discount-card/chapter3_1.shtml>
    #[wechatpay_api(POST "/v3/discount-card/cards")]
    async fn create_discount_card(
        &self,
        body: &CreateDiscountCardRequest,
    ) -> Result<CreateDiscountCardResponse>;

    /// 查询先享卡订单
    ///
    /// `GET /v3/discount-card/cards/{out_card_code}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/discount-card/chapter3_3.shtml>
    ///
    /// - `out_card_code` 商户领卡号: such as `6e8369071cd942c0476613f9d1ce9ca3`
    #[wechatpay_api(GET "/v3/discount-card/cards/{out_card_code}")]
    async fn query_discount_card(&self, out_card_code: &str) -> Result<DiscountCard>;

    /// 增加用户记录
    ///
    /// `POST /v3/discount-card/cards/{out_card_code}/add-user-records`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/discount-card/chapter3_2.shtml>
    ///
    /// - `out_card_code` 商户领卡号: such as `6e8369071cd942c0476613f9d1ce9ca3`
    #[wechatpay_api(POST "/v3/discount-card/cards/{out_card_code}/add-user-records")]
    async fn add_discount_card_user_records(
        &self,
        out_card_code: &str,
        body: &AddDiscountCardUserRecordsRequest,
    ) -> Result<()>;
}

/// The request of [`DiscountCards::create_discount_card`].
///
/// `CreateDiscountCardRequest::builder().out_card_code(…).card_template_id(…).appid(…).build()`.
/// For an `Option`, use setters such as `maybe_notify_url`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateDiscountCardRequest {
    /// 商户领卡号: such as `6e8369071cd942c0476613f9d1ce9ca3`
    pub out_card_code: String,
    /// 卡模板ID: such as `87789b2f25177433bcbf407e8e471f95`
    pub card_template_id: String,
    /// 公众账号ID: such as `wxd678efh567hg6787`
    pub appid: String,
    /// 通知商户URL: such as `https://api.test.com`
    pub notify_url: Option<String>,
}

rules! {
    CreateDiscountCardRequest {
        member("notify_url", &[NotifyUrl]),
    }
}

/// The response of [`DiscountCards::create_discount_card`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CreateDiscountCardResponse {
    /// 预领卡请求token: such as `zyx53Nkey8o4bHpxTQvd8m7e92nG5mG2`
    pub prepare_card_token: String,
}

/// The response of [`DiscountCards::query_discount_card`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct DiscountCard {
    /// 先享卡ID: such as `233bcbf407e87789b8e471f251774f95`
    pub card_id: String,
    /// 先享卡模板ID: such as `87789b2f25177433bcbf407e8e471f95`
    pub card_template_id: String,
    /// 用户标识: such as `oUpF8uMuAJ2pxb1Q9zNjWeS6o`
    pub openid: String,
    /// 商户领卡号: such as `6e8369071cd942c0476613f9d1ce9ca3`
    pub out_card_code: String,
    /// 公众账号ID: such as `wxd678efh567hg6787`
    pub appid: String,
    /// 商户号: such as `1230000109`
    pub mchid: String,
    /// 约定时间期限
    pub time_range: TimeRange,
    /// 状态: such as `ONGOING`
    pub state: String,
    /// 未完成约定原因: such as `DUE_TO_QUIT`
    pub unfinished_reason: Option<String>,
    /// 享受优惠总金额: such as `1000`
    pub total_amount: Option<Fen>,
    /// 用户退回优惠的付款信息
    pub pay_information: Option<PayInformation>,
    /// 创卡时间: such as `2015-05-20T13:29:35.120+08:00`
    pub create_time: DateTime,
    /// 目标列表
    pub objectives: Option<Vec<DiscountCardObjective>>,
    /// 优惠列表
    pub rewards: Option<Vec<DiscountCardReward>>,
    /// 邀请者用户标识: such as `oUpF8uMuAJ2pxb1Q9zNjWUHsd`
    pub sharer_openid: Option<String>,
}

/// 约定时间期限
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(DateTime, into))
)]
#[non_exhaustive]
pub struct TimeRange {
    /// 约定开始时间: such as `2015-05-20T13:29:35.120+08:00`
    pub begin_time: DateTime,
    /// 约定结束时间: such as `2015-05-20T13:29:35.120+08:00`
    pub end_time: DateTime,
}

/// 用户退回优惠的付款信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct PayInformation {
    /// 付款金额: such as `100`
    pub pay_amount: Fen,
    /// 付款状态: such as `2015-05-20T13:29:35.120+08:00`
    pub pay_state: String,
    /// 微信支付订单号: such as `1009660380201506130728806387`
    pub transaction_id: Option<String>,
    /// 支付时间: such as `2015-05-20T13:29:35.120+08:00`
    pub pay_time: Option<DateTime>,
}

/// 目标列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct DiscountCardObjective {
    /// 目标ID: such as `123456`
    pub objective_id: String,
    /// 目标名称: such as `一周购买三次商品`
    pub name: String,
    /// 目标数量: such as `1`
    pub count: i64,
    /// 目标单位: such as `次`
    pub unit: String,
    /// 目标描述: such as `特价商品`
    pub description: Option<String>,
    /// 目标完成记录
    pub objective_completion_records: Option<Vec<DiscountCardObjectiveCompletionRecord>>,
}

/// 目标完成记录
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct DiscountCardObjectiveCompletionRecord {
    /// 目标完成流水号: such as `578354545`
    pub objective_completion_serial_no: String,
    /// 目标ID: such as `123456`
    pub objective_id: String,
    /// 目标完成时间: such as `2015-05-20T13:29:35.120+08:00`
    pub completion_time: DateTime,
    /// 目标完成类型: such as `INCREASE`
    pub completion_type: String,
    /// 目标完成描述: such as `购买商品`
    pub description: Option<String>,
    /// 目标完成数量: such as `1`
    pub completion_count: i64,
    /// 备注说明: such as `特价商品`
    pub remark: Option<String>,
}

/// 优惠列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct DiscountCardReward {
    /// 优惠ID: such as `123456`
    pub reward_id: String,
    /// 优惠名称: such as `八折优惠`
    pub name: String,
    /// 优惠数量类型: such as `COUNT_LIMIT`
    pub count_type: String,
    /// 优惠数量: such as `1`
    pub count: i64,
    /// 优惠单位: such as `个`
    pub unit: String,
    /// 优惠金额: such as `100`
    pub amount: Fen,
    /// 优惠描述: such as `特价商品优惠`
    pub description: Option<String>,
    /// 优惠使用记录列
    pub reward_usage_records: Option<Vec<DiscountCardRewardUsageRecord>>,
}

/// 优惠使用记录列
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct DiscountCardRewardUsageRecord {
    /// 优惠使用记录流水号: such as `578354`
    pub reward_usage_serial_no: String,
    /// 优惠ID: such as `123456`
    pub reward_id: String,
    /// 优惠使用时间: such as `2015-05-20T13:29:35.120+08:00`
    pub usage_time: DateTime,
    /// 优惠使用类型: such as `INCREASE`
    pub usage_type: String,
    /// 优惠使用描述: such as `购买商品`
    pub description: Option<String>,
    /// 优惠使用数量: such as `1`
    pub usage_count: i64,
    /// 优惠金额: such as `100`
    pub amount: Fen,
    /// 备注说明: such as `特价商品`
    pub remark: Option<String>,
}

/// The request of [`DiscountCards::add_discount_card_user_records`].
///
/// `AddDiscountCardUserRecordsRequest::builder().card_template_id(…).build()`. For an `Option`,
/// use setters such as `maybe_objective_completion_records`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct AddDiscountCardUserRecordsRequest {
    /// 卡模板ID: such as `87789b2f25177433bcbf407e8e471f95`
    pub card_template_id: String,
    /// 目标完成记录
    pub objective_completion_records: Option<Vec<ObjectiveCompletionRecord>>,
    /// 优惠使用记录
    pub reward_usage_records: Option<Vec<RewardUsageRecord>>,
}

rules! { AddDiscountCardUserRecordsRequest {} }

/// 目标完成记录
///
/// `ObjectiveCompletionRecord::builder().objective_completion_serial_no(…).objective_id(…).completion_time(…).completion_type(…).description(…).completion_count(…).build()`.
/// For an `Option`, use setters such as `maybe_remark`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ObjectiveCompletionRecord {
    /// 目标完成流水号: such as `578354545`
    pub objective_completion_serial_no: String,
    /// 目标ID: such as `123456`
    pub objective_id: String,
    /// 目标完成时间: such as `2015-05-20T13:29:35.120+08:00`
    pub completion_time: DateTime,
    /// 目标完成类型: such as `INCREASE`
    pub completion_type: String,
    /// 目标完成描述: such as `购买商品`
    pub description: String,
    /// 目标完成数量: such as `1`
    pub completion_count: i64,
    /// 备注说明: such as `特价商品`
    pub remark: Option<String>,
}

/// 优惠使用记录
///
/// `RewardUsageRecord::builder().reward_usage_serial_no(…).reward_id(…).usage_time(…).usage_type(…).description(…).usage_count(…).amount(…).build()`.
/// For an `Option`, use setters such as `maybe_remark`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct RewardUsageRecord {
    /// 优惠使用记录流水号: such as `578354`
    pub reward_usage_serial_no: String,
    /// 优惠ID: such as `123456`
    pub reward_id: String,
    /// 优惠使用时间: such as `2015-05-20T13:29:35.120+08:00`
    pub usage_time: DateTime,
    /// 优惠使用类型: such as `INCREASE`
    pub usage_type: String,
    /// 优惠使用描述: such as `购买商品`
    pub description: String,
    /// 优惠使用数量: such as `1`
    pub usage_count: i64,
    /// 优惠金额: such as `100`
    pub amount: Fen,
    /// 备注说明: such as `特价商品`
    pub remark: Option<String>,
}
