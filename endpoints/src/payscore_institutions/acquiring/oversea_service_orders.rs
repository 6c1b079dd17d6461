//! 境外支付分订单.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use super::{CreateServiceOrderResponsePostDiscount, Location, TimeRange};
use crate::open_enum::open_enum;
use crate::rules::rules;

/// 境外支付分订单
#[wechatpay_api(defaults)]
pub trait OverseaServiceOrders {
    /// 创建支付分订单
    ///
    /// `POST apihk.mch.weixin.qq.com/v3/payscore/oversea/partner/serviceorder`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    #[wechatpay_api(POST "/v3/payscore/oversea/partner/serviceorder", global)]
    async fn create_oversea_service_order(
        &self,
        body: &CreateOverseaServiceOrderRequest,
    ) -> Result<CreateOverseaServiceOrderResponse>;

    /// 查询支付分订单
    ///
    /// `GET apihk.mch.weixin.qq.com/v3/payscore/oversea/partner/serviceorder`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// - `service_id` 服务ID: such as `2002000000000558128851361561536`
    /// - `sub_mchid` 子商户号: such as `1900000109`
    /// - `out_order_no` 商户服务订单号: such as `1234323JKHDFE1243252`
    /// - `query_id` 回跳查询ID: such as `15646546545165651651`
    #[wechatpay_api(GET "/v3/payscore/oversea/partner/serviceorder", global)]
    async fn query_oversea_service_order(
        &self,
        #[query] service_id: &str,
        #[query] sub_mchid: &str,
        #[query] out_order_no: Option<&str>,
        #[query] query_id: Option<&str>,
    ) -> Result<OverseaServiceOrder>;

    /// 完结支付分订单
    ///
    /// `POST
    /// apihk.mch.weixin.qq.com/v3/payscore/oversea/partner/serviceorder/{out_order_no}/complete`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// - `out_order_no` 商户服务订单号: such as `1234323JKHDFE1243252`
    #[wechatpay_api(POST "/v3/payscore/oversea/partner/serviceorder/{out_order_no}/complete", global)]
    async fn complete_oversea_service_order(
        &self,
        out_order_no: &str,
        body: &CompleteOverseaServiceOrderRequest,
    ) -> Result<()>;

    /// 取消支付分订单
    ///
    /// `POST
    /// apihk.mch.weixin.qq.com/v3/payscore/oversea/partner/serviceorder/{out_order_no}/cancel`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// - `out_order_no` 商户服务订单号: such as `1234323JKHDFE1243252`
    #[wechatpay_api(POST "/v3/payscore/oversea/partner/serviceorder/{out_order_no}/cancel", global)]
    async fn cancel_oversea_service_order(
        &self,
        out_order_no: &str,
        body: &CancelOverseaServiceOrderRequest,
    ) -> Result<()>;

    /// 同步支付分订单信息
    ///
    /// `POST apihk.mch.weixin.qq.com/v3/payscore/oversea/partner/serviceorder/{out_order_no}/sync`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// - `out_order_no` 商户服务订单号: such as `1234323JKHDFE1243252`
    #[wechatpay_api(POST "/v3/payscore/oversea/partner/serviceorder/{out_order_no}/sync", global)]
    async fn sync_oversea_service_order(
        &self,
        out_order_no: &str,
        body: &SyncOverseaServiceOrderRequest,
    ) -> Result<()>;
}

/// The request of [`OverseaServiceOrders::create_oversea_service_order`].
///
/// `CreateOverseaServiceOrderRequest::builder().service_id(…).appid(…).sub_mchid(…).out_order_no(…).currency(…).service_introduction(…).risk_fund(…).time_range(…).notify_url(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_appid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateOverseaServiceOrderRequest {
    /// 服务ID: such as `2002000000000558128851361561536` (unconfirmed)
    pub service_id: String,
    /// 服务商公众号ID: such as `wxd678efh567hg6787` (unconfirmed)
    pub appid: String,
    /// 子商户号: such as `1900000109` (unconfirmed)
    pub sub_mchid: String,
    /// 子商户公众号ID: such as `wxd678efh567hg6999`
    pub sub_appid: Option<String>,
    /// 商户订单号: such as `1234323JKHDFE1243252` (unconfirmed)
    pub out_order_no: String,
    /// 货币类型: such as `HKD` (unconfirmed)
    pub currency: String,
    /// 服务信息: such as `XX充电宝` (unconfirmed)
    pub service_introduction: String,
    /// 后付费项目
    pub post_payments: Option<Vec<CreateOverseaServiceOrderPostPayment>>,
    /// 商户优惠
    pub post_discounts: Option<Vec<CreateOverseaServiceOrderPostDiscount>>,
    /// 服务风险金 (unconfirmed)
    pub risk_fund: CreateOverseaServiceOrderRiskFund,
    /// 服务时间 (unconfirmed)
    pub time_range: CreateOverseaServiceOrderTimeRange,
    /// 服务位置
    pub location: Option<Location>,
    /// 服务商公众号下的用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub openid: Option<String>,
    /// 子商户公众号下的用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub sub_openid: Option<String>,
    /// 是否需要用户确认
    pub need_user_confirm: Option<bool>,
    /// 商户回调地址: such as `https://api.test.com` (unconfirmed)
    pub notify_url: String,
    /// 商户数据包: such as `Easdfowealsdkjfnlaksjdlfkwqoi&wl3l2sald`
    pub attach: Option<String>,
}

rules! {
    CreateOverseaServiceOrderRequest {
        member("notify_url", &[NotifyUrl]),
    }
}

/// 后付费项目
///
/// `CreateOverseaServiceOrderPostPayment::builder().name(…).build()`. For an `Option`, use setters
/// such as `maybe_amount`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateOverseaServiceOrderPostPayment {
    /// 付费名称: such as `就餐费用` (unconfirmed)
    pub name: String,
    /// 付费金额: in the smallest unit of the currency, such as `40000`
    pub amount: Option<i64>,
    /// 付费说明: such as `就餐人均100元`
    pub description: Option<String>,
    /// 付费数量: such as `4`
    pub count: Option<i64>,
}

/// 商户优惠
///
/// `CreateOverseaServiceOrderPostDiscount::builder().name(…).description(…).build()`. For an
/// `Option`, use setters such as `maybe_amount`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateOverseaServiceOrderPostDiscount {
    /// 优惠名称: such as `满20减1元` (unconfirmed)
    pub name: String,
    /// 优惠说明: such as `不与其他优惠叠加` (unconfirmed)
    pub description: String,
    /// 优惠金额: in the smallest unit of the currency, such as `100`
    pub amount: Option<i64>,
    /// 优惠数量: such as `2`
    pub count: Option<i64>,
}

/// 服务风险金
///
/// `CreateOverseaServiceOrderRiskFund::builder().name(…).amount(…).build()`. For an `Option`, use
/// setters such as `maybe_description`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateOverseaServiceOrderRiskFund {
    /// 风险金名称: such as `DEPOSIT` (unconfirmed)
    pub name: String,
    /// 风险金额: in the smallest unit of the currency, such as `10000` (unconfirmed)
    pub amount: i64,
    /// 风险说明: such as `就餐的预估费用`
    pub description: Option<String>,
}

/// 服务时间
///
/// `CreateOverseaServiceOrderTimeRange::builder().start_time(…).build()`. For an `Option`, use
/// setters such as `maybe_end_time`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateOverseaServiceOrderTimeRange {
    /// 服务开始时间: such as `2019-11-11T16:24:05+08:00` (unconfirmed)
    pub start_time: DateTime,
    /// 服务结束时间: such as `2019-11-11T16:24:05+08:00`
    pub end_time: Option<DateTime>,
    /// 服务开始时间备注: such as `备注1`
    pub start_time_remark: Option<String>,
    /// 服务结束时间备注: such as `备注2`
    pub end_time_remark: Option<String>,
}

/// The response of [`OverseaServiceOrders::create_oversea_service_order`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CreateOverseaServiceOrderResponse {
    /// 商户服务订单号: such as `1234323JKHDFE1243252`
    pub out_order_no: Option<String>,
    /// 服务ID: such as `2002000000000558128851361561536`
    pub service_id: Option<String>,
    /// 服务商应用ID: such as `wxd678efh567hg6787`
    pub appid: Option<String>,
    /// 服务商商户号: such as `1230000109`
    pub mchid: Option<String>,
    /// 子商户应用ID: such as `wxd678efh567hg6999`
    pub sub_appid: Option<String>,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 货币类型: such as `HKD`
    pub currency: Option<String>,
    /// 服务信息: such as `XX充电宝`
    pub service_introduction: Option<String>,
    /// 服务订单状态: such as `CREATED`
    pub state: Option<OverseaServiceOrderState>,
    /// 订单状态说明: such as `MCH_COMPLETE`
    pub state_description: Option<OverseaServiceOrderStateDescription>,
    /// 后付费项目
    pub post_payments: Option<Vec<OverseaServiceOrderPostPayment>>,
    /// 后付费商户优惠
    pub post_discounts: Option<Vec<CreateServiceOrderResponsePostDiscount>>,
    /// 订单风险金
    pub risk_fund: Option<OverseaServiceOrderRiskFund>,
    /// 服务时间段
    pub time_range: Option<OverseaTimeRange>,
    /// 服务位置
    pub location: Option<Location>,
    /// 商户数据包: such as `Easdfowealsdkjfnlaksjdlfkwqoi&wl3l2sald`
    pub attach: Option<String>,
    /// 商户回调地址: such as `https://api.test.com`
    pub notify_url: Option<String>,
    /// 微信支付服务订单号: such as `0000300001201908301055157220022`
    pub order_id: Option<String>,
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
pub struct OverseaServiceOrderPostPayment {
    /// 付费名称: such as `就餐费用`
    pub name: Option<String>,
    /// 付费金额: in the smallest unit of the currency, such as `40000`
    pub amount: Option<i64>,
    /// 付费说明: such as `就餐人均100元`
    pub description: Option<String>,
    /// 付费数量: such as `4`
    pub count: Option<i64>,
}

/// 订单风险金
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct OverseaServiceOrderRiskFund {
    /// 风险金名称: such as `DEPOSIT`
    pub name: Option<String>,
    /// 风险金额: in the smallest unit of the currency, such as `10000`
    pub amount: Option<i64>,
    /// 风险说明: such as `就餐的预估费用`
    pub description: Option<String>,
}

/// 服务时间段
///
/// `OverseaTimeRange::builder().build()`. For an `Option`, use setters such as `maybe_start_time`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct OverseaTimeRange {
    /// 服务开始时间: such as `2019-11-11T16:24:05+08:00`
    pub start_time: Option<DateTime>,
    /// 服务结束时间: such as `2019-11-11T16:24:05+08:00`
    pub end_time: Option<DateTime>,
    /// 服务开始时间备注: such as `备注1`
    pub start_time_remark: Option<String>,
    /// 服务结束时间备注: such as `备注2`
    pub end_time_remark: Option<String>,
}

/// The response of [`OverseaServiceOrders::query_oversea_service_order`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct OverseaServiceOrder {
    /// 商户服务订单号: such as `1234323JKHDFE1243252`
    pub out_order_no: Option<String>,
    /// 服务ID: such as `2002000000000558128851361561536`
    pub service_id: Option<String>,
    /// 服务商应用ID: such as `wxd678efh567hg6787`
    pub appid: Option<String>,
    /// 服务商商户号: such as `1230000109`
    pub mchid: Option<String>,
    /// 子商户应用ID: such as `wxd678efh567hg6999`
    pub sub_appid: Option<String>,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 服务信息: such as `XX充电宝`
    pub service_introduction: Option<String>,
    /// 服务订单状态: such as `CREATED`
    pub state: Option<OverseaServiceOrderState>,
    /// 订单状态说明: such as `MCH_COMPLETE`
    pub state_description: Option<OverseaServiceOrderStateDescription>,
    /// 后付费项目
    pub post_payments: Option<Vec<OverseaServiceOrderPostPayment>>,
    /// 商户优惠
    pub post_discounts: Option<Vec<OverseaServiceOrderPostDiscount>>,
    /// 订单风险金
    pub risk_fund: Option<OverseaServiceOrderRiskFund>,
    /// 总金额: in the smallest unit of the currency, such as `40000`
    pub total_amount: Option<i64>,
    /// 是否需要收款
    pub need_collection: Option<bool>,
    /// 收款信息
    pub collection: Option<OverseaCollection>,
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
    pub order_id: Option<String>,
    /// 货币类型: such as `HKD`
    pub currency: Option<String>,
    /// 汇率值: in hundred-millionths, such as `90000000`
    pub currency_price: Option<i64>,
    /// 汇率: such as `1HKD=0.90CNY`
    pub currency_rate_info: Option<String>,
}

/// 商户优惠
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct OverseaServiceOrderPostDiscount {
    /// 优惠名称: such as `满20减1元`
    pub name: Option<String>,
    /// 优惠说明: such as `不与其他优惠叠加`
    pub description: Option<String>,
    /// 优惠金额: in the smallest unit of the currency, such as `100`
    pub amount: Option<i64>,
    /// 优惠数量: such as `2`
    pub count: Option<i64>,
}

/// 收款信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct OverseaCollection {
    /// 收款状态: such as `USER_PAID`
    pub state: Option<OverseaCollectionState>,
    /// 总收款金额: in the smallest unit of the currency, such as `50000`
    pub total_amount: Option<i64>,
    /// 待收金额: in the smallest unit of the currency, such as `40000`
    pub paying_amount: Option<i64>,
    /// 已收金额: in the smallest unit of the currency, such as `10000`
    pub paid_amount: Option<i64>,
    /// 收款银行: such as `example_bank_type`
    pub bank_type: Option<String>,
    /// 收款明细列表
    pub details: Option<Vec<OverseaCollectionDetail>>,
}

/// 收款明细列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct OverseaCollectionDetail {
    /// 收款序号: such as `1`
    pub seq: Option<i64>,
    /// 单笔收款金额: in the smallest unit of the currency, such as `10000`
    pub amount: Option<i64>,
    /// 收款成功渠道: such as `NEWTON`
    pub paid_type: Option<OverseaPaidType>,
    /// 收款成功时间: such as `2019-11-11T16:24:05+08:00`
    pub paid_time: Option<DateTime>,
    /// 微信支付交易单号: such as `15646546545165651651`
    pub transaction_id: Option<String>,
    /// 优惠功能
    pub promotion_detail: Option<Vec<OverseaPromotionDetail>>,
}

/// 优惠功能
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct OverseaPromotionDetail {
    /// 券ID: such as `123456`
    pub coupon_id: Option<String>,
    /// 优惠名称: such as `单品优惠-6`
    pub name: Option<String>,
    /// 优惠范围: such as `GLOBAL`
    pub scope: Option<PromotionScope>,
    /// 优惠类型: such as `CASH`
    pub r#type: Option<PromotionType>,
    /// 优惠券面额: in the smallest unit of the currency, such as `100`
    pub amount: Option<i64>,
    /// 活动ID: such as `activity_id`
    pub stock_id: Option<String>,
    /// 微信出资: in the smallest unit of the currency, such as `100`
    pub wechatpay_contribute: Option<i64>,
    /// 商户出资: in the smallest unit of the currency, such as `100`
    pub merchant_contribute: Option<i64>,
    /// 其他出资: in the smallest unit of the currency, such as `100`
    pub other_contribute: Option<i64>,
    /// 优惠币种: such as `CNY`
    pub currency: Option<String>,
    /// 单品列表
    pub goods_detail: Option<Vec<OverseaGoodsDetail>>,
}

/// 单品列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct OverseaGoodsDetail {
    /// 商品编码: such as `M1006`
    pub goods_id: Option<String>,
    /// 商品数量: such as `1`
    pub quantity: Option<i64>,
    /// 商品价格: in the smallest unit of the currency, such as `1`
    pub unit_price: Option<i64>,
    /// 商品优惠金额: in the smallest unit of the currency, such as `100`
    pub discount_amount: Option<i64>,
    /// 商品备注: such as `商品备注信息`
    pub goods_remark: Option<String>,
}

/// The request of [`OverseaServiceOrders::complete_oversea_service_order`].
///
/// `CompleteOverseaServiceOrderRequest::builder().service_id(…).sub_mchid(…).post_payments(…).total_amount(…).build()`.
/// For an `Option`, use setters such as `maybe_post_discounts`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CompleteOverseaServiceOrderRequest {
    /// 服务ID: such as `2002000000000558128851361561536` (unconfirmed)
    pub service_id: String,
    /// 子商户号: such as `1900000109` (unconfirmed)
    pub sub_mchid: String,
    /// 后付费项目 (unconfirmed)
    pub post_payments: Vec<CompleteOverseaServiceOrderPostPayment>,
    /// 商户优惠
    pub post_discounts: Option<Vec<CompleteOverseaServiceOrderPostDiscount>>,
    /// 总金额: in the smallest unit of the currency, such as `50000` (unconfirmed)
    pub total_amount: i64,
    /// 货币类型: such as `HKD`
    pub currency: Option<String>,
    /// 实际服务时间
    pub time_range: Option<OverseaTimeRange>,
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
    CompleteOverseaServiceOrderRequest {
        sum("/total_amount", &["/post_payments/*/amount"], &["/post_discounts/*/amount"]),
    }
}

/// 后付费项目
///
/// `CompleteOverseaServiceOrderPostPayment::builder().name(…).build()`. For an `Option`, use
/// setters such as `maybe_description`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CompleteOverseaServiceOrderPostPayment {
    /// 付费项目名称: such as `就餐费用` (unconfirmed)
    pub name: String,
    /// 付费说明: such as `就餐人均100元`
    pub description: Option<String>,
    /// 金额: in the smallest unit of the currency, such as `40000`
    pub amount: Option<i64>,
    /// 付费数量: such as `4`
    pub count: Option<i64>,
}

/// 商户优惠
///
/// `CompleteOverseaServiceOrderPostDiscount::builder().name(…).description(…).amount(…).build()`.
/// For an `Option`, use setters such as `maybe_count`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CompleteOverseaServiceOrderPostDiscount {
    /// 优惠名称: such as `满20减1元` (unconfirmed)
    pub name: String,
    /// 优惠说明: such as `不与其他优惠叠加` (unconfirmed)
    pub description: String,
    /// 优惠金额: in the smallest unit of the currency, such as `100` (unconfirmed)
    pub amount: i64,
    /// 优惠数量: such as `2`
    pub count: Option<i64>,
}

/// The request of [`OverseaServiceOrders::cancel_oversea_service_order`].
///
/// `CancelOverseaServiceOrderRequest::builder().service_id(…).sub_mchid(…).reason(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CancelOverseaServiceOrderRequest {
    /// 服务ID: such as `2002000000000558128851361561536` (unconfirmed)
    pub service_id: String,
    /// 子商户号: such as `1900000109` (unconfirmed)
    pub sub_mchid: String,
    /// 撤销原因: such as `用户投诉` (unconfirmed)
    pub reason: String,
}

rules! { CancelOverseaServiceOrderRequest {} }

/// The request of [`OverseaServiceOrders::sync_oversea_service_order`].
///
/// `SyncOverseaServiceOrderRequest::builder().service_id(…).sub_mchid(…).r#type(…).detail(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SyncOverseaServiceOrderRequest {
    /// 服务ID: such as `2002000000000558128851361561536` (unconfirmed)
    pub service_id: String,
    /// 子商户号: such as `1900000109` (unconfirmed)
    pub sub_mchid: String,
    /// 场景类型: such as `Order_Paid` (unconfirmed)
    pub r#type: SyncOverseaServiceOrderType,
    /// 内容信息详情 (unconfirmed)
    pub detail: SyncOverseaServiceOrderDetail,
}

rules! {
    SyncOverseaServiceOrderRequest {
        member("type", &[Listed(SyncOverseaServiceOrderType::TEXTS)]),
    }
}

/// 内容信息详情
///
/// `SyncOverseaServiceOrderDetail::builder().paid_time(…).build()`. For an `Option`, use setters
/// such as `maybe_seq`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(DateTime, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SyncOverseaServiceOrderDetail {
    /// 收款序号: such as `1`
    pub seq: Option<i64>,
    /// 收款成功时间: such as `2019-11-11T16:24:05+08:00` (unconfirmed)
    pub paid_time: DateTime,
    /// 收款金额: in the smallest unit of the currency, such as `1`
    pub paid_amount: Option<i64>,
}

open_enum! {
    /// 服务订单状态
    pub enum OverseaServiceOrderState {
        Created = "CREATED",
        Doing = "DOING",
        Done = "DONE",
        Revoked = "REVOKED",
        Expired = "EXPIRED",
    }
}

open_enum! {
    /// 订单状态说明
    pub enum OverseaServiceOrderStateDescription {
        UserConfirm = "USER_CONFIRM",
        MchComplete = "MCH_COMPLETE",
    }
}

open_enum! {
    /// 收款状态
    pub enum OverseaCollectionState {
        UserPaying = "USER_PAYING",
        UserPaid = "USER_PAID",
    }
}

open_enum! {
    /// 收款成功渠道
    pub enum OverseaPaidType {
        Newton = "NEWTON",
        Mch = "MCH",
    }
}

open_enum! {
    /// 优惠范围
    pub enum PromotionScope {
        Global = "GLOBAL",
        Single = "SINGLE",
    }
}

open_enum! {
    /// 优惠类型
    pub enum PromotionType {
        Cash = "CASH",
        Nocash = "NOCASH",
    }
}

open_enum! {
    /// 场景类型
    pub enum SyncOverseaServiceOrderType {
        OrderPaid = "Order_Paid",
    }
}
