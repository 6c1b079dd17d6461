//! 支付分订单.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 支付分订单
#[wechatpay_api(defaults)]
pub trait PartnerServiceOrders {
    /// 创建支付分订单
    ///
    /// `POST /v3/payscore/partner/serviceorder`
    #[wechatpay_api(POST "/v3/payscore/partner/serviceorder")]
    async fn create_partner_service_order(
        &self,
        body: &CreatePartnerServiceOrderRequest,
    ) -> Result<CreatePartnerServiceOrderResponse>;

    /// 创单结单合并
    ///
    /// `POST /v3/payscore/partner/serviceorder/direct-complete`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter6_2_8.shtml>
    #[wechatpay_api(POST "/v3/payscore/partner/serviceorder/direct-complete")]
    async fn direct_complete_partner_service_order(
        &self,
        body: &DirectCompletePartnerServiceOrderRequest,
    ) -> Result<()>;

    /// 创建先用后付订单
    ///
    /// `POST /v3/payscore/partner/servicepayondeliveryorder`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/partner-weixin-pay-score/partner-service-order/create-partner-pay-on-delivery-service-order.html>
    #[wechatpay_api(POST "/v3/payscore/partner/servicepayondeliveryorder")]
    async fn create_partner_pay_on_delivery_order(
        &self,
        body: &CreatePartnerPayOnDeliveryOrderRequest,
    ) -> Result<CreatePartnerPayOnDeliveryOrderResponse>;

    /// 查询支付分订单
    ///
    /// `GET /v3/payscore/partner/serviceorder`
    ///
    /// - `service_id` 服务ID: such as `2002000000000558128851361561536`
    /// - `sub_mchid` 子商户号: such as `1900000109`
    /// - `out_order_no` 商户服务订单号: such as `1234323JKHDFE1243252`
    /// - `query_id` 回跳查询ID
    #[wechatpay_api(GET "/v3/payscore/partner/serviceorder")]
    async fn query_partner_service_order(
        &self,
        #[query] service_id: Option<&str>,
        #[query] sub_mchid: &str,
        #[query] out_order_no: Option<&str>,
        #[query] query_id: Option<&str>,
    ) -> Result<ServiceOrder>;

    /// 修改订单金额
    ///
    /// `POST /v3/payscore/partner/serviceorder/{out_order_no}/modify`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/partner-weixin-pay-score/partner-service-order/modify-partner-service-order.html>
    ///
    /// - `out_order_no` 商户服务订单号: such as `1234323JKHDFE1243252`
    #[wechatpay_api(POST "/v3/payscore/partner/serviceorder/{out_order_no}/modify")]
    async fn modify_partner_service_order(
        &self,
        out_order_no: &str,
        body: &ModifyPartnerServiceOrderRequest,
    ) -> Result<()>;

    /// 完结支付分订单
    ///
    /// `POST /v3/payscore/partner/serviceorder/{out_order_no}/complete`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/partner-weixin-pay-score/partner-service-order/complete-partner-service-order.html>
    ///
    /// - `out_order_no` 商户服务订单号: such as `1234323JKHDFE1243252`
    #[wechatpay_api(POST "/v3/payscore/partner/serviceorder/{out_order_no}/complete")]
    async fn complete_partner_service_order(
        &self,
        out_order_no: &str,
        body: &CompletePartnerServiceOrderRequest,
    ) -> Result<()>;

    /// 取消支付分订单
    ///
    /// `POST /v3/payscore/partner/serviceorder/{out_order_no}/cancel`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/partner-weixin-pay-score/partner-service-order/cancel-partner-service-order.html>
    ///
    /// - `out_order_no` 商户服务订单号: such as `1234323JKHDFE1243252`
    #[wechatpay_api(POST "/v3/payscore/partner/serviceorder/{out_order_no}/cancel")]
    async fn cancel_partner_service_order(
        &self,
        out_order_no: &str,
        body: &CancelOrTerminateRequest,
    ) -> Result<()>;

    /// 商户发起催收扣款
    ///
    /// `POST /v3/payscore/partner/serviceorder/{out_order_no}/pay`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/partner-weixin-pay-score/partner-service-order/collect-partner-service-order.html>
    ///
    /// - `out_order_no` 商户服务订单号: such as `1234323JKHDFE1243252`
    #[wechatpay_api(POST "/v3/payscore/partner/serviceorder/{out_order_no}/pay")]
    async fn pay_partner_service_order(
        &self,
        out_order_no: &str,
        body: &PayPartnerServiceOrderRequest,
    ) -> Result<()>;

    /// 同步订单信息
    ///
    /// `POST /v3/payscore/partner/serviceorder/{out_order_no}/sync`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/partner-weixin-pay-score/partner-service-order/sync-partner-service-order.html>
    ///
    /// - `out_order_no` 商户服务订单号: such as `1234323JKHDFE1243252`
    #[wechatpay_api(POST "/v3/payscore/partner/serviceorder/{out_order_no}/sync")]
    async fn sync_partner_service_order(
        &self,
        out_order_no: &str,
        body: &SyncPartnerServiceOrderRequest,
    ) -> Result<()>;

    /// 下发服务费用待处理消息
    ///
    /// `POST /v3/payscore/partner/serviceorder/{out_order_no}/send-pendingmessage`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/partner-weixin-pay-score/partner-service-order/send-partner-order-pending-message.html>
    ///
    /// - `out_order_no` 商户服务订单号
    #[wechatpay_api(POST "/v3/payscore/partner/serviceorder/{out_order_no}/send-pendingmessage")]
    async fn send_partner_pending_message(
        &self,
        out_order_no: &str,
        body: &SendMessageRequest,
    ) -> Result<()>;

    /// 下发服务预扣费消息
    ///
    /// `POST /v3/payscore/partner/serviceorder/{out_order_no}/send-prepaidmessage`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/partner-weixin-pay-score/partner-service-order/send-partner-order-prepaid-message.html>
    ///
    /// - `out_order_no` 商户服务订单号
    #[wechatpay_api(POST "/v3/payscore/partner/serviceorder/{out_order_no}/send-prepaidmessage")]
    async fn send_partner_prepaid_message(
        &self,
        out_order_no: &str,
        body: &SendMessageRequest,
    ) -> Result<()>;
}

/// The request of [`PartnerServiceOrders::create_partner_service_order`].
///
/// `CreatePartnerServiceOrderRequest::builder().service_id(…).appid(…).sub_mchid(…).out_order_no(…).service_introduction(…).risk_fund(…).time_range(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_appid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreatePartnerServiceOrderRequest {
    /// 服务ID: such as `2002000000000558128851361561536`
    pub service_id: String,
    /// 服务商应用ID: such as `wxd678efh567hg6787`
    pub appid: String,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 子商户应用ID: such as `wxd678efh567hg6999`
    pub sub_appid: Option<String>,
    /// 商户服务订单号: such as `1234323JKHDFE1243252`
    pub out_order_no: String,
    /// 服务信息: such as `XX充电宝`
    pub service_introduction: String,
    /// 后付费项目
    pub post_payments: Option<Vec<PostPayment>>,
    /// 后付费商户优惠
    pub post_discounts: Option<Vec<PostDiscount>>,
    /// 订单风险金
    pub risk_fund: RiskFund,
    /// 服务时间
    pub time_range: TimeRange,
    /// 服务位置
    pub location: Option<Location>,
    /// 服务商公众号下的用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub openid: Option<String>,
    /// 子商户公众号下的用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub sub_openid: Option<String>,
    /// 是否需要用户确认
    pub need_user_confirm: Option<bool>,
    /// 商户回调地址: such as `https://api.test.com`
    pub notify_url: Option<String>,
    /// 商户数据包: such as `Easdfowealsdkjfnlaksjdlfkwqoi&wl3l2sald`
    pub attach: Option<String>,
    /// 设备信息
    pub device: Option<Device>,
}

rules! {
    CreatePartnerServiceOrderRequest {
        within("risk_fund", RiskFund::RULES),
        member("notify_url", &[NotifyUrl]),
    }
}

/// 后付费项目
///
/// `PostPayment::builder().name(…).build()`. For an `Option`, use setters such as
/// `maybe_description`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PostPayment {
    /// 付费项目名称: such as `就餐费用`
    pub name: String,
    /// 付费说明: such as `就餐人均100元`
    pub description: Option<String>,
    /// 金额: such as `40000`
    pub amount: Option<Fen>,
    /// 付费数量: such as `4`
    pub count: Option<i64>,
}

/// 后付费商户优惠
///
/// `PostDiscount::builder().build()`. For an `Option`, use setters such as `maybe_name`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct PostDiscount {
    /// 优惠名称: such as `满20减1元`
    pub name: Option<String>,
    /// 优惠说明: such as `不与其他优惠叠加`
    pub description: Option<String>,
    /// 优惠金额: such as `100`
    pub amount: Option<Fen>,
    /// 优惠数量: such as `2`
    pub count: Option<i64>,
}

/// 订单风险金
///
/// `RiskFund::builder().name(…).amount(…).build()`. For an `Option`, use setters such as
/// `maybe_description`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct RiskFund {
    /// 风险金名称: such as `DEPOSIT`
    pub name: RiskFundName,
    /// 风险金额: such as `10000`
    pub amount: Fen,
    /// 风险说明: such as `就餐的预估费用`
    pub description: Option<String>,
}

rules! {
    RiskFund {
        member("name", &[Listed(RiskFundName::TEXTS)]),
    }
}

/// 服务时间
///
/// `TimeRange::builder().build()`. For an `Option`, use setters such as `maybe_start_time`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct TimeRange {
    /// 服务开始时间: such as `20091225091010`
    pub start_time: Option<String>,
    /// 服务开始时间备注: such as `开始租借时间`
    pub start_time_remark: Option<String>,
    /// 预计服务结束时间: such as `20091225121010`
    pub end_time: Option<String>,
    /// 预计服务结束时间备注: such as `租借结束时间`
    pub end_time_remark: Option<String>,
}

/// 服务位置
///
/// `Location::builder().build()`. For an `Option`, use setters such as `maybe_start_location`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct Location {
    /// 服务开始地点: such as `嗨客时尚主题展餐厅`
    pub start_location: Option<String>,
    /// 预计服务结束地点: such as `嗨客时尚主题展餐厅`
    pub end_location: Option<String>,
}

/// 设备信息
///
/// `Device::builder().build()`. For an `Option`, use setters such as `maybe_start_device_id`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct Device {
    /// 服务开始的设备ID: such as `HG123456`
    pub start_device_id: Option<String>,
    /// 服务结束的设备ID: such as `HG123456`
    pub end_device_id: Option<String>,
    /// 物料URL: such as `example_materiel_no`
    pub materiel_no: Option<String>,
}

/// The response of [`PartnerServiceOrders::create_partner_service_order`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CreatePartnerServiceOrderResponse {
    /// 商户服务订单号: such as `1234323JKHDFE1243252`
    pub out_order_no: String,
    /// 服务ID: such as `2002000000000558128851361561536`
    pub service_id: String,
    /// 服务商应用ID: such as `wxd678efh567hg6787`
    pub appid: String,
    /// 服务商商户号: such as `1230000109`
    pub mchid: String,
    /// 子商户应用ID: such as `wxd678efh567hg6999`
    pub sub_appid: Option<String>,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 服务信息: such as `XX充电宝`
    pub service_introduction: String,
    /// 服务订单状态: such as `CREATED`
    pub state: ServiceOrderState,
    /// 订单状态说明: such as `MCH_COMPLETE`
    pub state_description: Option<ServiceOrderStateDescription>,
    /// 后付费项目
    pub post_payments: Option<Vec<ServiceOrderPostPayment>>,
    /// 商户优惠
    pub post_discounts: Option<Vec<PostDiscount>>,
    /// 订单风险金
    pub risk_fund: Option<RiskFund>,
    /// 服务时间段
    pub time_range: Option<TimeRange>,
    /// 服务位置
    pub location: Option<Location>,
    /// 商户数据包: such as `Easdfowealsdkjfnlaksjdlfkwqoi&wl3l2sald`
    pub attach: Option<String>,
    /// 商户回调地址: such as `https://api.test.com`
    pub notify_url: Option<String>,
    /// 微信支付服务订单号: such as `0000300001201908301055157220022`
    pub order_id: String,
    /// 跳转微信侧数据包: such as `DJIOSQPYWDxsjdldeuwhdodwxasd_dDiodnwjh9we`
    pub package: Option<String>,
}

/// 后付费项目
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ServiceOrderPostPayment {
    /// 付费项目名称: such as `就餐费用`
    pub name: Option<String>,
    /// 付费说明: such as `就餐人均100元`
    pub description: Option<String>,
    /// 金额: such as `40000`
    pub amount: Option<Fen>,
    /// 付费数量: such as `4`
    pub count: Option<i64>,
}

/// The request of [`PartnerServiceOrders::direct_complete_partner_service_order`].
///
/// `DirectCompletePartnerServiceOrderRequest::builder().service_id(…).appid(…).sub_appid(…).out_order_no(…).service_introduction(…).total_amount(…).time_range(…).notify_url(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct DirectCompletePartnerServiceOrderRequest {
    /// 服务ID: such as `2002000000000558128851361561536` (unconfirmed)
    pub service_id: String,
    /// 服务商应用ID: such as `wxd678efh567hg6787` (unconfirmed)
    pub appid: String,
    /// 子商户应用ID: such as `wxd678efh567hg6999` (unconfirmed)
    pub sub_appid: String,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 商户服务订单号: such as `1234323JKHDFE1243252` (unconfirmed)
    pub out_order_no: String,
    /// 服务信息: such as `XX充电宝` (unconfirmed)
    pub service_introduction: String,
    /// 后付费项目
    pub post_payments: Option<Vec<PostPayment>>,
    /// 后付费商户优惠
    pub post_discounts: Option<Vec<PostDiscount>>,
    /// 总金额: such as `50000` (unconfirmed)
    pub total_amount: Fen,
    /// 服务时间段 (unconfirmed)
    pub time_range: CreatePartnerServiceOrderTimeRange,
    /// 服务位置
    pub location: Option<Location>,
    /// 微信支付服务分账标记
    pub profit_sharing: Option<bool>,
    /// 订单优惠标记: such as `goods_tag`
    pub goods_tag: Option<String>,
    /// 商户数据包: such as `Easdfowealsdkjfnlaksjdlfkwqoi&wl3l2sald`
    pub attach: Option<String>,
    /// 商户回调地址: such as `https://api.test.com` (unconfirmed)
    pub notify_url: String,
    /// 服务商公众号下的用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub openid: Option<String>,
}

rules! {
    DirectCompletePartnerServiceOrderRequest {
        sum("/total_amount", &["/post_payments/*/amount"], &["/post_discounts/*/amount"]),
        member("notify_url", &[NotifyUrl]),
    }
}

/// 服务时间段
///
/// `CreatePartnerServiceOrderTimeRange::builder().start_time(…).build()`. For an `Option`, use
/// setters such as `maybe_start_time_remark`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreatePartnerServiceOrderTimeRange {
    /// 服务开始时间: such as `20091225091010` (unconfirmed)
    pub start_time: String,
    /// 服务开始时间备注: such as `开始租借时间`
    pub start_time_remark: Option<String>,
    /// 预计服务结束时间: such as `20091225121010`
    pub end_time: Option<String>,
    /// 预计服务结束时间备注: such as `租借结束时间`
    pub end_time_remark: Option<String>,
}

/// The request of [`PartnerServiceOrders::create_partner_pay_on_delivery_order`].
///
/// `CreatePartnerPayOnDeliveryOrderRequest::builder().out_order_no(…).appid(…).sub_mchid(…).service_id(…).service_introduction(…).time_range(…).risk_fund(…).notify_url(…).shopping_info(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_appid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreatePartnerPayOnDeliveryOrderRequest {
    /// 商户服务订单号: such as `1234323JKHDFE1243252` (unconfirmed)
    pub out_order_no: String,
    /// 公众账号ID: such as `wxd678efh567hg6787` (unconfirmed)
    pub appid: String,
    /// 子商户号: such as `1900000109` (unconfirmed)
    pub sub_mchid: String,
    /// 子商户应用ID: such as `wxd678efh567hg6999`
    pub sub_appid: Option<String>,
    /// 服务ID: such as `500001` (unconfirmed)
    pub service_id: String,
    /// 服务信息: such as `某某酒店` (unconfirmed)
    pub service_introduction: String,
    /// 后付费项目
    pub post_payments: Option<Vec<PayOnDeliveryOrderPostPayment>>,
    /// `post_discounts`
    pub post_discounts: Option<Vec<PayOnDeliveryOrderPostDiscount>>,
    /// 服务时间 (unconfirmed)
    pub time_range: PayOnDeliveryOrderTimeRange,
    /// 服务位置
    pub location: Option<Location>,
    /// 订单风险金 (unconfirmed)
    pub risk_fund: PayOnDeliveryOrderRiskFund,
    /// 商户数据包: such as `Easdfowealsdkjfnlaksjdlfkwqoi&wl3l2sald`
    pub attach: Option<String>,
    /// 商户回调地址: such as `https://api.test.com` (unconfirmed)
    pub notify_url: String,
    /// 用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub openid: Option<String>,
    /// 子商户公众号下的用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub sub_openid: Option<String>,
    /// 是否需要用户确认
    pub need_user_confirm: Option<bool>,
    /// 商户号: such as `1230000109`
    pub mchid: Option<String>,
    /// 先用后付购物详情 (unconfirmed)
    pub shopping_info: PayOnDeliveryOrderShoppingInfo,
}

rules! {
    CreatePartnerPayOnDeliveryOrderRequest {
        within("post_payments", PayOnDeliveryOrderPostPayment::RULES),
        within("post_discounts", PayOnDeliveryOrderPostDiscount::RULES),
        within("time_range", PayOnDeliveryOrderTimeRange::RULES),
        within("risk_fund", PayOnDeliveryOrderRiskFund::RULES),
        member("notify_url", &[NotifyUrl]),
        within("shopping_info", PayOnDeliveryOrderShoppingInfo::RULES),
    }
}

/// 后付费项目
///
/// `PayOnDeliveryOrderPostPayment::builder().build()`. For an `Option`, use setters such as
/// `maybe_name`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PayOnDeliveryOrderPostPayment {
    /// 付费项目名称: at most 20 characters, such as `就餐费用, 服务费`
    pub name: Option<String>,
    /// 金额: such as `40000`
    pub amount: Option<Fen>,
    /// 计费说明: such as `就餐人均100元，服务费：100/小时`
    pub description: Option<String>,
    /// 付费数量: such as `4`
    pub count: Option<i64>,
}

rules! {
    PayOnDeliveryOrderPostPayment {
        member("name", &[MaxLength(20)]),
    }
}

/// The `post_discounts` of [`PartnerServiceOrders::create_partner_pay_on_delivery_order`].
///
/// `PayOnDeliveryOrderPostDiscount::builder().build()`. For an `Option`, use setters such as
/// `maybe_name`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PayOnDeliveryOrderPostDiscount {
    /// 优惠名称: at most 20 characters, such as `满20减1元`
    pub name: Option<String>,
    /// 优惠说明: such as `不与其他优惠叠加`
    pub description: Option<String>,
    /// 优惠金额: such as `100`
    pub amount: Option<Fen>,
    /// 优惠数量: such as `2`
    pub count: Option<i64>,
}

rules! {
    PayOnDeliveryOrderPostDiscount {
        member("name", &[MaxLength(20)]),
    }
}

/// 服务时间
///
/// `PayOnDeliveryOrderTimeRange::builder().build()`. For an `Option`, use setters such as
/// `maybe_start_time`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PayOnDeliveryOrderTimeRange {
    /// 服务开始时间: matches `\d{8}|\d{14}|OnAccept`, such as `20091225091010`
    pub start_time: Option<String>,
    /// 服务开始时间备注: at most 20 characters, such as `备注1`
    pub start_time_remark: Option<String>,
    /// 服务结束时间: matches `\d{8}|\d{14}`, such as `20091225121010`
    pub end_time: Option<String>,
    /// 服务结束时间备注: at most 50 characters, such as `备注2`
    pub end_time_remark: Option<String>,
}

rules! {
    PayOnDeliveryOrderTimeRange {
        member("start_time", &[Pattern("\\d{8}|\\d{14}|OnAccept")]),
        member("start_time_remark", &[MaxLength(20)]),
        member("end_time", &[Pattern("\\d{8}|\\d{14}")]),
        member("end_time_remark", &[MaxLength(50)]),
    }
}

/// 订单风险金
///
/// `PayOnDeliveryOrderRiskFund::builder().name(…).amount(…).build()`. For an `Option`, use
/// setters such as `maybe_description`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PayOnDeliveryOrderRiskFund {
    /// 风险金名称 (unconfirmed)
    pub name: RiskFundName,
    /// 风险金额: such as `10000` (unconfirmed)
    pub amount: Fen,
    /// 风险说明: at most 30 characters, such as `就餐的预估费用`
    pub description: Option<String>,
}

rules! {
    PayOnDeliveryOrderRiskFund {
        member("name", &[Listed(RiskFundName::TEXTS)]),
        member("description", &[MaxLength(30)]),
    }
}

/// 先用后付购物详情
///
/// `PayOnDeliveryOrderShoppingInfo::builder().build()`. For an `Option`, use setters such as
/// `maybe_real_merchant_appid`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PayOnDeliveryOrderShoppingInfo {
    /// 实际购物商家公众号ID: such as `wxd678efh567hg6787`
    pub real_merchant_appid: Option<String>,
    /// 单详跳转链接
    pub jump_link: Option<JumpLink>,
    /// 商品列表
    pub goods: Option<Vec<PayOnDeliveryOrderGoods>>,
}

rules! {
    PayOnDeliveryOrderShoppingInfo {
        within("jump_link", JumpLink::RULES),
    }
}

/// 单详跳转链接
///
/// `JumpLink::builder().build()`. For an `Option`, use setters such as `maybe_jump_link_type`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct JumpLink {
    /// 跳转链接类型
    pub jump_link_type: Option<JumpLinkType>,
    /// 小程序跳转AppID
    pub appid: Option<String>,
    /// 小程序跳转path
    pub path: Option<String>,
}

rules! {
    JumpLink {
        member("jump_link_type", &[Listed(JumpLinkType::TEXTS)]),
    }
}

/// 商品列表
///
/// `PayOnDeliveryOrderGoods::builder().build()`. For an `Option`, use setters such as `maybe_name`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct PayOnDeliveryOrderGoods {
    /// 商品名称: such as `森海塞尔 MOMENTUM 4 无线耳机大馒头4 头戴式蓝牙音乐耳机自适应降噪`
    pub name: Option<String>,
    /// 商品图片链接
    pub picture: Option<String>,
    /// 商品单价金额: such as `40000`
    pub amount: Option<Fen>,
    /// 商品数量: such as `4`
    pub count: Option<i64>,
    /// 商品品类ID
    pub category_id: Option<Vec<String>>,
}

/// The response of [`PartnerServiceOrders::create_partner_pay_on_delivery_order`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CreatePartnerPayOnDeliveryOrderResponse {
    /// 商户订单号: such as `1234323JKHDFE1243252`
    pub out_order_no: Option<String>,
    /// 服务ID: such as `2002000000000558128851361561536`
    pub service_id: Option<String>,
    /// 服务商公众号ID: such as `wxd678efh567hg6787`
    pub appid: Option<String>,
    /// 服务商商户号: such as `1230000109`
    pub mchid: Option<String>,
    /// 子商户公众号ID: such as `wxd678efh567hg6999`
    pub sub_appid: Option<String>,
    /// 子商户商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 服务信息: such as `XX充电宝`
    pub service_introduction: Option<String>,
    /// 服务订单状态: such as `CREATED`
    pub state: Option<String>,
    /// 订单状态说明: such as `MCH_COMPLETE`
    pub state_description: Option<String>,
    /// 后付费项目
    pub post_payments: Option<Vec<MessagePostPayment>>,
    /// 商户优惠
    pub post_discounts: Option<Vec<PostDiscount>>,
    /// 服务风险金
    pub risk_fund: Option<ServiceOrderRiskFund>,
    /// 服务时间
    pub time_range: Option<PayOnDeliveryOrderResponseTimeRange>,
    /// 服务位置
    pub location: Option<Location>,
    /// 附加数据: such as `Easdfowealsdkjfnlaksjdlfkwqoi&wl3l2sald`
    pub attach: Option<String>,
    /// 商户回调地址: such as `https://api.test.com`
    pub notify_url: Option<String>,
    /// 微信支付服务订单号: such as `0000300001201908301055157220022`
    pub order_id: Option<String>,
    /// 跳转微信侧数据包: such as `DJIOSQPYWDxsjdldeuwhdodwxasd_dDiodnwjh9we`
    pub package: Option<String>,
    /// 先用后付购物详情
    pub shopping_info: Option<PayOnDeliveryOrderResponseShoppingInfo>,
}

/// 后付费项目
///
/// `MessagePostPayment::builder().build()`. For an `Option`, use setters such as `maybe_name`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct MessagePostPayment {
    /// 付费名称: such as `就餐费用`
    pub name: Option<String>,
    /// 付费金额: such as `40000`
    pub amount: Option<Fen>,
    /// 付费说明: such as `就餐人均100元`
    pub description: Option<String>,
    /// 付费数量: such as `4`
    pub count: Option<i64>,
}

/// 服务风险金
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ServiceOrderRiskFund {
    /// 风险金名称: such as `DEPOSIT`
    pub name: String,
    /// 风险金额: such as `10000`
    pub amount: Fen,
    /// 风险说明: such as `就餐的预估费用`
    pub description: Option<String>,
}

/// 服务时间
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PayOnDeliveryOrderResponseTimeRange {
    /// 服务开始时间: such as `20091225091010`
    pub start_time: Option<String>,
    /// 服务结束时间: such as `20091225121010`
    pub end_time: Option<String>,
    /// 服务开始时间备注: such as `备注1`
    pub start_time_remark: Option<String>,
    /// 服务结束时间备注: such as `备注2`
    pub end_time_remark: Option<String>,
}

/// 先用后付购物详情
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PayOnDeliveryOrderResponseShoppingInfo {
    /// 实际购物商家公众号ID: such as `wxd678efh567hg6787`
    pub real_merchant_appid: Option<String>,
    /// 单详跳转链接
    pub jump_link: Option<PayOnDeliveryOrderResponseJumpLink>,
    /// 商品列表
    pub goods: Option<Vec<PayOnDeliveryOrderGoods>>,
}

/// 单详跳转链接
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PayOnDeliveryOrderResponseJumpLink {
    /// 跳转链接类型: such as `JUMP_LINK_MINI_PROGRAM`
    pub jump_link_type: Option<String>,
    /// 小程序跳转AppID: such as `wxd678efh567hg6787`
    pub appid: Option<String>,
    /// 小程序跳转path: such as `/page/order/orderid=PO213412451223`
    pub path: Option<String>,
}

/// The response of [`PartnerServiceOrders::query_partner_service_order`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ServiceOrder {
    /// 商户服务订单号: such as `1234323JKHDFE1243252`
    pub out_order_no: String,
    /// 服务ID: such as `2002000000000558128851361561536`
    pub service_id: String,
    /// 服务商应用ID: such as `wxd678efh567hg6787`
    pub appid: String,
    /// 服务商商户号: such as `1230000109`
    pub mchid: String,
    /// 子商户应用ID: such as `wxd678efh567hg6999`
    pub sub_appid: Option<String>,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 服务信息: such as `XX充电宝`
    pub service_introduction: String,
    /// 服务订单状态: such as `CREATED`
    pub state: ServiceOrderState,
    /// 订单状态说明: such as `MCH_COMPLETE`
    pub state_description: Option<ServiceOrderStateDescription>,
    /// 后付费项目
    pub post_payments: Option<Vec<ServiceOrderPostPayment>>,
    /// 后付费商户优惠
    pub post_discounts: Option<Vec<PostDiscount>>,
    /// 订单风险金
    pub risk_fund: Option<ServiceOrderRiskFund>,
    /// 总金额: such as `40000`
    pub total_amount: Option<Fen>,
    /// 是否需要收款
    pub need_collection: Option<bool>,
    /// 收款信息
    pub collection: Option<Collection>,
    /// 服务时间
    pub time_range: Option<TimeRange>,
    /// 服务位置
    pub location: Option<Location>,
    /// 商户数据包: such as `Easdfowealsdkjfnlaksjdlfkwqoi&wl3l2sald`
    pub attach: Option<String>,
    /// 商户回调地址: such as `https://api.test.com`
    pub notify_url: Option<String>,
    /// 服务商公众号下的用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub openid: Option<String>,
    /// 子商户公众号下的用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub sub_openid: Option<String>,
    /// 微信支付服务订单号: such as `0000300001201908301055157220022`
    pub order_id: Option<String>,
}

/// 收款信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct Collection {
    /// 收款状态: such as `USER_PAID`
    pub state: CollectionState,
    /// 总收款金额: such as `50000`
    pub total_amount: Option<Fen>,
    /// 待收金额: such as `40000`
    pub paying_amount: Option<Fen>,
    /// 已收金额: such as `10000`
    pub paid_amount: Option<Fen>,
    /// 收款明细列表
    pub details: Option<Vec<CollectionDetail>>,
    /// 收款银行: such as `example_bank_type`
    pub bank_type: Option<String>,
}

/// 收款明细列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CollectionDetail {
    /// 收款序号: such as `1`
    pub seq: Option<i64>,
    /// 单笔收款金额: such as `10000`
    pub amount: Option<Fen>,
    /// 收款成功渠道: such as `NEWTON`
    pub paid_type: Option<PaidType>,
    /// 收款成功时间: such as `20091225091210`
    pub paid_time: Option<String>,
    /// 微信支付交易单号: such as `15646546545165651651`
    pub transaction_id: Option<String>,
    /// 优惠功能
    pub promotion_detail: Option<Vec<PromotionDetail>>,
}

/// 优惠功能
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PromotionDetail {
    /// 券ID: such as `123456`
    pub coupon_id: String,
    /// 优惠名称: such as `单品优惠-6`
    pub name: Option<String>,
    /// 优惠范围: such as `GLOBAL`
    pub scope: Option<PromotionScope>,
    /// 优惠类型: such as `CASH`
    pub r#type: Option<PromotionType>,
    /// 优惠券面额: such as `100`
    pub amount: Fen,
    /// 活动ID: such as `activity_id`
    pub stock_id: Option<String>,
    /// 微信出资: such as `100`
    pub wechatpay_contribute: Option<Fen>,
    /// 商户出资: such as `100`
    pub merchant_contribute: Option<Fen>,
    /// 其他出资: such as `100`
    pub other_contribute: Option<Fen>,
    /// 优惠币种: such as `CNY`
    pub currency: Option<String>,
    /// 单品列表
    pub goods_detail: Option<Vec<GoodsDetail>>,
}

/// 单品列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct GoodsDetail {
    /// 商品编码: such as `M1006`
    pub goods_id: String,
    /// 商品数量: such as `1`
    pub quantity: Option<i64>,
    /// 商品价格: such as `1`
    pub unit_price: Option<Fen>,
    /// 商品优惠金额: such as `100`
    pub discount_amount: Option<Fen>,
    /// 商品备注: such as `商品备注信息`
    pub goods_remark: Option<String>,
}

/// The request of [`PartnerServiceOrders::modify_partner_service_order`].
///
/// `ModifyPartnerServiceOrderRequest::builder().sub_mchid(…).post_payments(…).total_amount(…).build()`.
/// For an `Option`, use setters such as `maybe_service_id`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ModifyPartnerServiceOrderRequest {
    /// 服务ID: such as `2002000000000558128851361561536`
    pub service_id: Option<String>,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 后付费项目
    pub post_payments: Vec<PostPayment>,
    /// 后付费商户优惠
    pub post_discounts: Option<Vec<PostDiscount>>,
    /// 总金额: such as `50000`
    pub total_amount: Fen,
    /// 修改原因: such as `用户投诉`
    pub reason: Option<String>,
    /// 设备信息
    pub device: Option<Device>,
}

rules! {
    ModifyPartnerServiceOrderRequest {
        sum("/total_amount", &["/post_payments/*/amount"], &["/post_discounts/*/amount"]),
    }
}

/// The request of [`PartnerServiceOrders::complete_partner_service_order`].
///
/// `CompletePartnerServiceOrderRequest::builder().service_id(…).sub_mchid(…).post_payments(…).total_amount(…).build()`.
/// For an `Option`, use setters such as `maybe_post_discounts`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CompletePartnerServiceOrderRequest {
    /// 服务ID: such as `2002000000000558128851361561536`
    pub service_id: String,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 后付费项目
    pub post_payments: Vec<PostPayment>,
    /// 后付费商户优惠
    pub post_discounts: Option<Vec<PostDiscount>>,
    /// 总金额: such as `50000`
    pub total_amount: Fen,
    /// 实际服务时间
    pub time_range: Option<TimeRange>,
    /// 实际服务位置
    pub location: Option<Location>,
    /// 微信支付服务分账标记
    pub profit_sharing: Option<bool>,
    /// 完结服务时间: such as `2019-11-11T16:24:05+08:00`
    pub complete_time: Option<DateTime>,
    /// 订单优惠标记: such as `goods_tag`
    pub goods_tag: Option<String>,
    /// 设备信息
    pub device: Option<Device>,
}

rules! {
    CompletePartnerServiceOrderRequest {
        sum("/total_amount", &["/post_payments/*/amount"], &["/post_discounts/*/amount"]),
    }
}

/// The request of [`PartnerServiceOrders::cancel_partner_service_order`],
/// `PartnerPermissions::terminate_partner_permission_by_authorization_code`.
///
/// `CancelOrTerminateRequest::builder().service_id(…).sub_mchid(…).build()`. For an `Option`, use
/// setters such as `maybe_reason`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CancelOrTerminateRequest {
    /// 服务ID: such as `500001`
    pub service_id: String,
    /// 子商户号: such as `1230000109`
    pub sub_mchid: String,
    /// 撤销原因: such as `撤销原因`
    pub reason: Option<String>,
}

rules! { CancelOrTerminateRequest {} }

/// The request of [`PartnerServiceOrders::pay_partner_service_order`].
///
/// `PayPartnerServiceOrderRequest::builder().sub_mchid(…).build()`. For an `Option`, use setters
/// such as `maybe_service_id`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PayPartnerServiceOrderRequest {
    /// 服务ID: such as `2002000000000558128851361561536`
    pub service_id: Option<String>,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: String,
}

rules! { PayPartnerServiceOrderRequest {} }

/// The request of [`PartnerServiceOrders::sync_partner_service_order`].
///
/// `SyncPartnerServiceOrderRequest::builder().service_id(…).sub_mchid(…).r#type(…).build()`. For
/// an `Option`, use setters such as `maybe_detail`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SyncPartnerServiceOrderRequest {
    /// 服务ID: such as `2002000000000558128851361561536`
    pub service_id: String,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 场景类型: such as `Order_Paid`
    pub r#type: String,
    /// 内容信息详情
    pub detail: Option<SyncServiceOrderDetail>,
}

rules! { SyncPartnerServiceOrderRequest {} }

/// 内容信息详情
///
/// `SyncServiceOrderDetail::builder().build()`. For an `Option`, use setters such as `maybe_seq`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SyncServiceOrderDetail {
    /// 收款序号: such as `1`
    pub seq: Option<i64>,
    /// 收款成功时间: such as `20091225091210`
    pub paid_time: Option<String>,
    /// 收款金额: such as `1`
    pub paid_amount: Option<Fen>,
}

/// The request of [`PartnerServiceOrders::send_partner_pending_message`],
/// [`PartnerServiceOrders::send_partner_prepaid_message`].
///
/// `SendMessageRequest::builder().service_id(…).sub_mchid(…).post_payments(…).total_amount(…).build()`.
/// For an `Option`, use setters such as `maybe_post_discounts`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SendMessageRequest {
    /// 服务ID: such as `2002000000000558128851361561536`
    pub service_id: String,
    /// 子商户商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 后付费项目
    pub post_payments: Vec<MessagePostPayment>,
    /// 商户优惠
    pub post_discounts: Option<Vec<PostDiscount>>,
    /// 总金额: such as `50000`
    pub total_amount: Fen,
    /// 预计扣费时间: such as `20231218`
    pub prepaid_time: Option<String>,
}

rules! { SendMessageRequest {} }

open_enum! {
    /// 风险金名称
    pub enum RiskFundName {
        Deposit = "DEPOSIT",
        Advance = "ADVANCE",
        CashDeposit = "CASH_DEPOSIT",
        EstimateOrderCost = "ESTIMATE_ORDER_COST",
    }
}

open_enum! {
    /// 服务订单状态
    pub enum ServiceOrderState {
        Created = "CREATED",
        Doing = "DOING",
        Done = "DONE",
        Revoked = "REVOKED",
        Expired = "EXPIRED",
    }
}

open_enum! {
    /// 订单状态说明
    pub enum ServiceOrderStateDescription {
        UserConfirm = "USER_CONFIRM",
        MchComplete = "MCH_COMPLETE",
    }
}

open_enum! {
    /// 跳转链接类型
    pub enum JumpLinkType {
        JumpLinkMiniProgram = "JUMP_LINK_MINI_PROGRAM",
    }
}

open_enum! {
    /// 收款状态
    pub enum CollectionState {
        UserPaying = "USER_PAYING",
        UserPaid = "USER_PAID",
    }
}

open_enum! {
    /// 收款成功渠道
    pub enum PaidType {
        Newton = "NEWTON",
        Mch = "MCH",
    }
}

open_enum! {
    /// 优惠范围
    pub enum PromotionScope {
        Single = "SINGLE",
        Global = "GLOBAL",
    }
}

open_enum! {
    /// 优惠类型
    pub enum PromotionType {
        Cash = "CASH",
        Nocash = "NOCASH",
    }
}
