//! 支付分订单.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 支付分订单
#[wechatpay_api(defaults)]
pub trait InstitutionServiceOrders {
    /// 从业机构创建微信支付分订单
    ///
    /// `POST /v3/payscore/acquiringbank/serviceorder`
    #[wechatpay_api(POST "/v3/payscore/acquiringbank/serviceorder")]
    async fn create_institution_service_order(
        &self,
        body: &CreateInstitutionServiceOrderRequest,
    ) -> Result<CreateInstitutionServiceOrderResponse>;

    /// 从业机构创建先用后付订单
    ///
    /// `POST /v3/payscore/acquiringbank/servicepayondeliveryorder`
    #[wechatpay_api(POST "/v3/payscore/acquiringbank/servicepayondeliveryorder")]
    async fn create_institution_pay_on_delivery_order(
        &self,
        body: &CreateInstitutionPayOnDeliveryOrderRequest,
    ) -> Result<CreateInstitutionPayOnDeliveryOrderResponse>;

    /// 从业机构查询微信支付分订单
    ///
    /// `GET /v3/payscore/acquiringbank/serviceorder`
    ///
    /// - `service_id` 服务ID: such as `2002000000000558128851361561536`
    /// - `sub_mchid` 子商户号: such as `1900000109`
    /// - `channel_id` 渠道商商户号: such as `1230000109`
    /// - `out_order_no` 商户服务订单号: such as `1234323JKHDFE1243252`
    /// - `query_id` 回跳查询ID
    #[wechatpay_api(GET "/v3/payscore/acquiringbank/serviceorder")]
    async fn query_institution_service_order(
        &self,
        #[query] service_id: &str,
        #[query] sub_mchid: &str,
        #[query] channel_id: &str,
        #[query] out_order_no: Option<&str>,
        #[query] query_id: Option<&str>,
    ) -> Result<ServiceOrder>;

    /// 从业机构修改微信支付分订单金额
    ///
    /// `POST /v3/payscore/acquiringbank/serviceorder/{out_order_no}/modify`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/partner-institution-weixin-pay-score/acquiring-bank-service-order/modify-acquiring-bank-service-order.html>
    ///
    /// - `out_order_no` 商户服务订单号: such as `1234323JKHDFE1243252`
    #[wechatpay_api(POST "/v3/payscore/acquiringbank/serviceorder/{out_order_no}/modify")]
    async fn modify_institution_service_order(
        &self,
        out_order_no: &str,
        body: &ModifyInstitutionServiceOrderRequest,
    ) -> Result<()>;

    /// 从业机构完结微信支付分订单
    ///
    /// `POST /v3/payscore/acquiringbank/serviceorder/{out_order_no}/complete`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/partner-institution-weixin-pay-score/acquiring-bank-service-order/complete-acquiring-bank-service-order.html>
    ///
    /// - `out_order_no` 商户服务订单号: such as `1234323JKHDFE1243252`
    #[wechatpay_api(POST "/v3/payscore/acquiringbank/serviceorder/{out_order_no}/complete")]
    async fn complete_institution_service_order(
        &self,
        out_order_no: &str,
        body: &CompleteInstitutionServiceOrderRequest,
    ) -> Result<()>;

    /// 从业机构取消微信支付分订单
    ///
    /// `POST /v3/payscore/acquiringbank/serviceorder/{out_order_no}/cancel`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/partner-institution-weixin-pay-score/acquiring-bank-service-order/cancel-acquiring-bank-service-order.html>
    ///
    /// - `out_order_no` 商户服务订单号: such as `1234323JKHDFE1243252`
    #[wechatpay_api(POST "/v3/payscore/acquiringbank/serviceorder/{out_order_no}/cancel")]
    async fn cancel_institution_service_order(
        &self,
        out_order_no: &str,
        body: &CancelInstitutionServiceOrderRequest,
    ) -> Result<()>;

    /// 从业机构同步微信支付分订单信息
    ///
    /// `POST /v3/payscore/acquiringbank/serviceorder/{out_order_no}/sync`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/partner-institution-weixin-pay-score/acquiring-bank-service-order/sync-acquiring-bank-service-order.html>
    ///
    /// - `out_order_no` 商户服务订单号: such as `1234323JKHDFE1243252`
    #[wechatpay_api(POST "/v3/payscore/acquiringbank/serviceorder/{out_order_no}/sync")]
    async fn sync_institution_service_order(
        &self,
        out_order_no: &str,
        body: &SyncInstitutionServiceOrderRequest,
    ) -> Result<()>;

    /// 从业机构登记微信支付分扣款信息
    ///
    /// `POST /v3/payscore/acquiringbank/serviceorder/{out_order_no}/registerdeductinfo`
    ///
    /// - `out_order_no` 商户服务订单号: such as `1234323JKHDFE1243252`
    #[wechatpay_api(POST "/v3/payscore/acquiringbank/serviceorder/{out_order_no}/registerdeductinfo")]
    async fn register_service_order_deduction(
        &self,
        out_order_no: &str,
        body: &RegisterServiceOrderDeductionRequest,
    ) -> Result<RegisterServiceOrderDeductionResponse>;

    /// 从业机构查询微信支付分扣款信息
    ///
    /// `GET /v3/payscore/acquiringbank/serviceorder/deduction`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/partner-institution-weixin-pay-score/acquiring-bank-service-order/get-acquiring-bank-deduct-info.html>
    ///
    /// - `service_id` 服务ID: such as `2002000000000558128851361561536`
    /// - `sub_mchid` 子商户号: such as `1900000109`
    /// - `channel_id` 渠道商商户号: such as `1230000109`
    /// - `out_order_no` 商户服务订单号: such as `1234323JKHDFE1243252`
    #[wechatpay_api(GET "/v3/payscore/acquiringbank/serviceorder/deduction")]
    async fn query_service_order_deduction(
        &self,
        #[query] service_id: &str,
        #[query] appid: &str,
        #[query] sub_mchid: &str,
        #[query] sub_appid: Option<&str>,
        #[query] channel_id: &str,
        #[query] out_order_no: Option<&str>,
    ) -> Result<ServiceOrderDeduction>;
}

/// The request of [`InstitutionServiceOrders::create_institution_service_order`].
///
/// `CreateInstitutionServiceOrderRequest::builder().service_id(…).appid(…).sub_mchid(…).channel_id(…).out_order_no(…).service_introduction(…).risk_fund(…).time_range(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_appid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateInstitutionServiceOrderRequest {
    /// 服务ID: such as `2002000000000558128851361561536`
    pub service_id: String,
    /// 服务商应用ID: such as `wxd678efh567hg6787`
    pub appid: String,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 子商户应用ID: such as `wxd678efh567hg6999`
    pub sub_appid: Option<String>,
    /// 渠道商商户号: such as `1230000109`
    pub channel_id: String,
    /// 商户服务订单号: such as `1234323JKHDFE1243252`
    pub out_order_no: String,
    /// 服务信息: such as `XX充电宝`
    pub service_introduction: String,
    /// 后付费项目
    pub post_payments: Option<Vec<PostPayment>>,
    /// 后付费商户优惠
    pub post_discounts: Option<Vec<CreateServiceOrderRequestPostDiscount>>,
    /// 订单风险金
    pub risk_fund: RiskFund,
    /// 服务时间段
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
}

rules! {
    CreateInstitutionServiceOrderRequest {
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
/// `CreateServiceOrderRequestPostDiscount::builder().build()`. For an `Option`, use setters such as
/// `maybe_name`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateServiceOrderRequestPostDiscount {
    /// 优惠名称: such as `满20减1元`
    pub name: Option<String>,
    /// 优惠说明: such as `不与其他优惠叠加`
    pub description: Option<String>,
    /// 优惠数量: such as `2`
    pub count: Option<i64>,
    /// 付费金额: such as `40000`
    pub amount: Option<Fen>,
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
    pub name: String,
    /// 风险金额: such as `10000`
    pub amount: Fen,
    /// 风险说明: such as `就餐的预估费用`
    pub description: Option<String>,
}

/// 服务时间段
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

/// The response of [`InstitutionServiceOrders::create_institution_service_order`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CreateInstitutionServiceOrderResponse {
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
    /// 渠道商商户号: such as `1230000109`
    pub channel_id: String,
    /// 服务信息: such as `XX充电宝`
    pub service_introduction: String,
    /// 服务订单状态: such as `CREATED`
    pub state: String,
    /// 订单状态说明: such as `MCH_COMPLETE`
    pub state_description: Option<String>,
    /// 后付费项目
    pub post_payments: Option<Vec<ServiceOrderPostPayment>>,
    /// 后付费商户优惠
    pub post_discounts: Option<Vec<CreateServiceOrderResponsePostDiscount>>,
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

/// 后付费商户优惠
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CreateServiceOrderResponsePostDiscount {
    /// 优惠名称: such as `满20减1元`
    pub name: Option<String>,
    /// 优惠说明: such as `不与其他优惠叠加`
    pub description: Option<String>,
    /// 优惠数量: such as `2`
    pub count: Option<i64>,
}

/// The request of [`InstitutionServiceOrders::create_institution_pay_on_delivery_order`].
///
/// `CreateInstitutionPayOnDeliveryOrderRequest::builder().out_order_no(…).appid(…).service_id(…).service_introduction(…).time_range(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateInstitutionPayOnDeliveryOrderRequest {
    /// 商户服务订单号: such as `1234323JKHDFE1243252` (unconfirmed)
    pub out_order_no: String,
    /// 公众账号ID: such as `wxd678efh567hg6787` (unconfirmed)
    pub appid: String,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 子商户应用ID: such as `wxd678efh567hg6999`
    pub sub_appid: Option<String>,
    /// 渠道商商户号: such as `1230000109`
    pub channel_id: Option<String>,
    /// 服务ID: such as `500001` (unconfirmed)
    pub service_id: String,
    /// 服务信息: such as `某某酒店` (unconfirmed)
    pub service_introduction: String,
    /// 后付费项目
    pub post_payments: Option<Vec<PayOnDeliveryOrderPostPayment>>,
    /// `post_discounts`
    pub post_discounts: Option<Vec<PayOnDeliveryOrderPostDiscount>>,
    /// 服务时间段 (unconfirmed)
    pub time_range: PayOnDeliveryOrderTimeRange,
    /// 服务位置
    pub location: Option<Location>,
    /// 订单风险金
    pub risk_fund: Option<PayOnDeliveryOrderRiskFund>,
    /// 商户数据包: such as `Easdfowealsdkjfnlaksjdlfkwqoi&wl3l2sald`
    pub attach: Option<String>,
    /// 商户回调地址: such as `https://api.test.com`
    pub notify_url: Option<String>,
    /// 用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub openid: Option<String>,
    /// 子商户公众号下的用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub sub_openid: Option<String>,
    /// 是否需要用户确认
    pub need_user_confirm: Option<bool>,
    /// 商户号: such as `1230000109`
    pub mchid: Option<String>,
    /// 先用后付购物详情
    pub shopping_info: Option<ShoppingInfo>,
}

rules! {
    CreateInstitutionPayOnDeliveryOrderRequest {
        within("post_payments", PayOnDeliveryOrderPostPayment::RULES),
        within("post_discounts", PayOnDeliveryOrderPostDiscount::RULES),
        within("time_range", PayOnDeliveryOrderTimeRange::RULES),
        within("risk_fund", PayOnDeliveryOrderRiskFund::RULES),
        member("notify_url", &[NotifyUrl]),
        within("shopping_info", ShoppingInfo::RULES),
    }
}

/// 后付费项目
///
/// `PayOnDeliveryOrderPostPayment::builder().build()`. For an `Option`, use setters such as
/// `maybe_name`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
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

/// The `post_discounts` of [`InstitutionServiceOrders::create_institution_pay_on_delivery_order`].
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

/// 服务时间段
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
/// `PayOnDeliveryOrderRiskFund::builder().build()`. For an `Option`, use setters such as
/// `maybe_name`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PayOnDeliveryOrderRiskFund {
    /// 风险金名称
    pub name: Option<RiskFundName>,
    /// 风险金额: such as `10000`
    pub amount: Option<Fen>,
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
/// `ShoppingInfo::builder().build()`. For an `Option`, use setters such as
/// `maybe_real_merchant_appid`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ShoppingInfo {
    /// 实际购物商家公众号ID: such as `wxd678efh567hg6787`
    pub real_merchant_appid: Option<String>,
    /// 单详跳转链接
    pub jump_link: Option<JumpLink>,
    /// 商品列表
    pub goods: Option<Vec<Goods>>,
}

rules! {
    ShoppingInfo {
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
/// `Goods::builder().build()`. For an `Option`, use setters such as `maybe_name`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct Goods {
    /// 商品名称: such as `森海塞尔 MOMENTUM 4 无线耳机大馒头4 头戴式蓝牙音乐耳机自适应降噪`
    pub name: Option<String>,
    /// 商品图片链接
    pub picture: Option<String>,
    /// 商品单价金额: such as `40000`
    pub amount: Option<Fen>,
    /// 商品数量: such as `4`
    pub count: Option<i64>,
    /// 商品品类ID: such as `6032`
    pub category_id: Option<Vec<String>>,
}

/// The response of [`InstitutionServiceOrders::create_institution_pay_on_delivery_order`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CreateInstitutionPayOnDeliveryOrderResponse {
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
    pub post_payments: Option<Vec<PayOnDeliveryOrderPostPayment>>,
    /// 商户优惠
    pub post_discounts: Option<Vec<PostDiscount>>,
    /// 服务风险金
    pub risk_fund: Option<RiskFund>,
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

/// 商户优惠
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
    pub goods: Option<Vec<Goods>>,
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

/// The response of [`InstitutionServiceOrders::query_institution_service_order`].
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
    pub sub_mchid: String,
    /// 服务信息: such as `XX充电宝`
    pub service_introduction: String,
    /// 服务订单状态: such as `CREATED`
    pub state: String,
    /// 订单状态说明: such as `MCH_COMPLETE`
    pub state_description: Option<String>,
    /// 后付费项目
    pub post_payments: Option<Vec<ServiceOrderPostPayment>>,
    /// 后付费商户优惠
    pub post_discounts: Option<Vec<PostDiscount>>,
    /// 订单风险金
    pub risk_fund: Option<RiskFund>,
    /// 总金额: such as `40000`
    pub total_amount: Option<Fen>,
    /// 是否需要收款
    pub need_collection: Option<bool>,
    /// 收款信息
    pub collection: Option<Collection>,
    /// 服务时间段
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
    pub order_id: String,
    /// 渠道商商户号: such as `1230000109`
    pub channel_id: String,
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
    pub state: String,
    /// 总收款金额: such as `50000`
    pub total_amount: Option<Fen>,
    /// 待收金额: such as `40000`
    pub paying_amount: Option<Fen>,
    /// 已收金额: such as `10000`
    pub paid_amount: Option<Fen>,
    /// 收款明细列表
    pub details: Option<Vec<CollectionDetail>>,
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
    pub paid_type: Option<String>,
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
    pub scope: Option<String>,
    /// 优惠类型: such as `CASH`
    pub r#type: Option<String>,
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

/// The request of [`InstitutionServiceOrders::modify_institution_service_order`].
///
/// `ModifyInstitutionServiceOrderRequest::builder().service_id(…).sub_mchid(…).total_amount(…).build()`.
/// For an `Option`, use setters such as `maybe_channel_id`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ModifyInstitutionServiceOrderRequest {
    /// 服务ID: such as `2002000000000558128851361561536`
    pub service_id: String,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 渠道商商户号: such as `1230000109`
    pub channel_id: Option<String>,
    /// 后付费项目
    pub post_payments: Option<Vec<PostPayment>>,
    /// 后付费商户优惠
    pub post_discounts: Option<Vec<PostDiscount>>,
    /// 总金额: such as `50000`
    pub total_amount: Fen,
    /// 修改原因: such as `用户投诉`
    pub reason: Option<String>,
}

rules! {
    ModifyInstitutionServiceOrderRequest {
        sum("/total_amount", &["/post_payments/*/amount"], &["/post_discounts/*/amount"]),
    }
}

/// The request of [`InstitutionServiceOrders::complete_institution_service_order`].
///
/// `CompleteInstitutionServiceOrderRequest::builder().service_id(…).sub_mchid(…).post_payments(…).total_amount(…).build()`.
/// For an `Option`, use setters such as `maybe_channel_id`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CompleteInstitutionServiceOrderRequest {
    /// 服务ID: such as `2002000000000558128851361561536`
    pub service_id: String,
    /// 渠道商商户号: such as `1230000109`
    pub channel_id: Option<String>,
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
}

rules! {
    CompleteInstitutionServiceOrderRequest {
        sum("/total_amount", &["/post_payments/*/amount"], &["/post_discounts/*/amount"]),
    }
}

/// The request of [`InstitutionServiceOrders::cancel_institution_service_order`].
///
/// `CancelInstitutionServiceOrderRequest::builder().service_id(…).channel_id(…).sub_mchid(…).build()`.
/// For an `Option`, use setters such as `maybe_reason`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CancelInstitutionServiceOrderRequest {
    /// 服务ID: such as `2002000000000558128851361561536`
    pub service_id: String,
    /// 渠道商商户号: such as `1230000109`
    pub channel_id: String,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 撤销原因: such as `用户投诉`
    pub reason: Option<String>,
}

rules! { CancelInstitutionServiceOrderRequest {} }

/// The request of [`InstitutionServiceOrders::sync_institution_service_order`].
///
/// `SyncInstitutionServiceOrderRequest::builder().service_id(…).sub_mchid(…).r#type(…).build()`.
/// For an `Option`, use setters such as `maybe_channel_id`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SyncInstitutionServiceOrderRequest {
    /// 服务ID: such as `2002000000000558128851361561536`
    pub service_id: String,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 渠道商商户号: such as `1230000109`
    pub channel_id: Option<String>,
    /// 场景类型: such as `Order_Paid`
    pub r#type: String,
    /// 内容信息详情
    pub detail: Option<SyncServiceOrderDetail>,
}

rules! { SyncInstitutionServiceOrderRequest {} }

/// 内容信息详情
///
/// `SyncServiceOrderDetail::builder().build()`. For an `Option`, use setters such as
/// `maybe_paid_time`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SyncServiceOrderDetail {
    /// 收款成功时间: such as `20091225091210`
    pub paid_time: Option<String>,
}

/// The request of [`InstitutionServiceOrders::register_service_order_deduction`].
///
/// `RegisterServiceOrderDeductionRequest::builder().service_id(…).sub_mchid(…).channel_id(…).build()`.
/// For an `Option`, use setters such as `maybe_appid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct RegisterServiceOrderDeductionRequest {
    /// 服务ID: such as `2002000000000558128851361561536`
    pub service_id: String,
    /// 服务商应用ID: such as `wxd678efh567hg6787`
    pub appid: Option<String>,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 渠道商商户号: such as `1230000109`
    pub channel_id: String,
    /// 商户系统内部扣款单号: such as `1234323JKHDFE1243252`
    pub out_trade_no: Option<String>,
    /// 子商户公众账号ID: such as `wxd678efh567hg6999`
    pub sub_appid: Option<String>,
}

rules! { RegisterServiceOrderDeductionRequest {} }

/// The response of [`InstitutionServiceOrders::register_service_order_deduction`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct RegisterServiceOrderDeductionResponse {
    /// 商品或支付单简要描述
    pub description: Option<String>,
}

/// The response of [`InstitutionServiceOrders::query_service_order_deduction`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ServiceOrderDeduction {
    /// 商品或支付单简要描述
    pub description: String,
    /// 商户扣款单号
    pub out_trade_no: String,
}

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
    /// 跳转链接类型
    pub enum JumpLinkType {
        JumpLinkMiniProgram = "JUMP_LINK_MINI_PROGRAM",
    }
}
