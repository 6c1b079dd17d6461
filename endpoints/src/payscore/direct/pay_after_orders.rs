//! 先享后付订单.

use serde::Serialize;
use wechatpay_client::{Deserialize, Fen, Result, Sensitive, wechatpay_api};

use super::OrderIdsResponse;
use crate::open_enum::open_enum;
use crate::rules::rules;

/// 先享后付订单
#[wechatpay_api(defaults)]
pub trait PayAfterOrders {
    /// 创建先享后付订单
    ///
    /// `POST /v3/payscore/payafter-orders`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/payscore.php?chapter=17_1&index=3>
    #[wechatpay_api(POST "/v3/payscore/payafter-orders")]
    async fn create_pay_after_order(
        &self,
        body: &CreatePayAfterOrderRequest,
    ) -> Result<CreatePayAfterOrderResponse>;

    /// 查询先享后付订单
    ///
    /// `GET /v3/payscore/payafter-orders`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/payscore.php?chapter=17_2&index=4>
    #[wechatpay_api(GET "/v3/payscore/payafter-orders")]
    async fn query_pay_after_order(&self, query: &QueryPayAfterOrderQuery)
    -> Result<PayAfterOrder>;

    /// 完结先享后付订单
    ///
    /// `POST /v3/payscore/payafter-orders/{out_order_no}/complete`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/payscore.php?chapter=17_4&index=6>
    ///
    /// - `out_order_no` 商户服务订单号
    #[wechatpay_api(POST "/v3/payscore/payafter-orders/{out_order_no}/complete")]
    async fn complete_pay_after_order(
        &self,
        out_order_no: &str,
        body: &CompleteOrderRequest,
    ) -> Result<OrderIdsResponse>;

    /// 撤销先享后付订单
    ///
    /// `POST /v3/payscore/payafter-orders/{out_order_no}/cancel`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/payscore.php?chapter=17_3&index=5>
    ///
    /// - `out_order_no` 商户服务订单号
    #[wechatpay_api(POST "/v3/payscore/payafter-orders/{out_order_no}/cancel")]
    async fn cancel_pay_after_order(
        &self,
        out_order_no: &str,
        body: &CancelOrderRequest,
    ) -> Result<OrderIdsResponse>;

    /// 支付分订单同步
    ///
    /// `POST /v3/payscore/payafter-orders/{out_order_no}/sync`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/payscore.php?chapter=24_1&index=1>
    ///
    /// - `out_order_no` 商户服务订单号
    #[wechatpay_api(POST "/v3/payscore/payafter-orders/{out_order_no}/sync")]
    async fn sync_pay_after_order(
        &self,
        out_order_no: &str,
        body: &SyncPayAfterOrderRequest,
    ) -> Result<SyncPayAfterOrderResponse>;
}

/// The request of [`PayAfterOrders::create_pay_after_order`].
///
/// `CreatePayAfterOrderRequest::builder().appid(…).out_order_no(…).service_id(…).build()`. For
/// an `Option`, use setters such as `maybe_service_start_time`.
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
pub struct CreatePayAfterOrderRequest {
    /// 公众账号ID: such as `wxd678efh567hg6787` (unconfirmed)
    pub appid: String,
    /// 商户服务订单号: such as `1234323JKHDFE1243252` (unconfirmed)
    pub out_order_no: String,
    /// 服务ID: such as `500001` (unconfirmed)
    pub service_id: String,
    /// 用户下单时确认的服务开始时间: matches `\d{8}|\d{14}|OnAccept`
    pub service_start_time: Option<String>,
    /// 用户下单时确定的预计服务结束时间: matches `\d{8}|\d{14}`
    pub service_end_time: Option<String>,
    /// 开始使用服务的地点
    pub service_start_location: Option<String>,
    /// 预计服务结束的地点
    pub service_end_location: Option<String>,
    /// 服务信息
    pub service_introduction: Option<String>,
    /// 后付费
    pub fees: Option<Vec<Fee>>,
    /// 商户优惠
    pub discounts: Option<Vec<CreatePayAfterOrderDiscount>>,
    /// 订单风险金额
    pub risk_amount: Option<Fen>,
    /// 商户自定义说明
    pub attach: Option<String>,
    /// 使用需用户确认订单类型: default `true`
    pub need_user_confirm: Option<bool>,
    /// 用户标识
    pub openid: Option<String>,
    /// 用户姓名: encrypted
    pub name: Option<Sensitive>,
    /// 用户手机号: encrypted
    pub phone: Option<Sensitive>,
    /// 用户身份证ID: encrypted
    pub userid: Option<Sensitive>,
    /// 用户收货地址: encrypted
    pub address: Option<Sensitive>,
}

rules! {
    CreatePayAfterOrderRequest {
        member("service_start_time", &[Pattern("\\d{8}|\\d{14}|OnAccept")]),
        member("service_end_time", &[Pattern("\\d{8}|\\d{14}")]),
        within("discounts", CreatePayAfterOrderDiscount::RULES),
    }
}

/// 后付费
///
/// `Fee::builder().build()`. For an `Option`, use setters such as `maybe_fee_name`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct Fee {
    /// 付费项目名称
    pub fee_name: Option<String>,
    /// 付费项目数量
    pub fee_count: Option<i64>,
    /// 付费项目总金额
    pub fee_amount: Option<Fen>,
    /// 计费规则描述
    pub fee_desc: Option<String>,
}

/// 商户优惠
///
/// `CreatePayAfterOrderDiscount::builder().build()`. For an `Option`, use setters such as
/// `maybe_discount_name`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreatePayAfterOrderDiscount {
    /// 优惠名称: at most 20 characters, such as `满20减1元`
    pub discount_name: Option<String>,
    /// 优惠说明: such as `不与其他优惠叠加`
    pub discount_desc: Option<String>,
}

rules! {
    CreatePayAfterOrderDiscount {
        member("discount_name", &[MaxLength(20)]),
    }
}

/// The response of [`PayAfterOrders::create_pay_after_order`],
/// `SmartRetailOrders::create_smart_retail_order`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CreatePayAfterOrderResponse {
    /// 公众账号ID: such as `wxd678efh567hg6787`
    pub appid: Option<String>,
    /// 商户号
    pub mchid: Option<String>,
    /// 商户服务订单号: such as `1234323JKHDFE1243252`
    pub out_order_no: Option<String>,
    /// 服务ID: such as `500001`
    pub service_id: Option<String>,
    /// 微信支付服务订单号
    pub order_id: Option<String>,
    /// A text, such as `wxpayScoreUse`
    pub miniprogram_businesstype: Option<String>,
    /// 小程序跳转appid
    pub miniprogram_appid: Option<String>,
    /// 小程序跳转路径
    pub miniprogram_path: Option<String>,
    /// 小程序跳转username
    pub miniprogram_username: Option<String>,
    /// 跳转微信侧小程序订单数据
    pub package: Option<String>,
}

/// The query of [`PayAfterOrders::query_pay_after_order`].
///
/// `QueryPayAfterOrderQuery::builder().build()`. For an `Option`, use setters such as
/// `maybe_service_id`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct QueryPayAfterOrderQuery {
    /// 服务ID
    pub service_id: Option<String>,
    /// 商户服务订单号
    pub out_order_no: Option<String>,
    /// 回跳查询ID
    pub query_id: Option<String>,
    /// 公众账号ID
    pub appid: Option<String>,
}

/// The response of [`PayAfterOrders::query_pay_after_order`],
/// `SmartRetailOrders::query_smart_retail_order`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PayAfterOrder {
    /// 公众账号ID: such as `wxd678efh567hg6787`
    pub appid: Option<String>,
    /// 商户号
    pub mchid: Option<String>,
    /// 商户服务订单号: such as `1234323JKHDFE1243252`
    pub out_order_no: Option<String>,
    /// 服务ID: such as `500001`
    pub service_id: Option<String>,
    /// `state`
    pub state: Option<PayAfterOrderState>,
    /// 标识用户订单使用情况: values `1`, `2`
    pub finish_type: Option<i64>,
    /// 服务开始时间: matches `\d{8}|\d{14}|OnAccept`
    pub service_start_time: Option<String>,
    /// 服务结束时间: matches `\d{8}|\d{14}`
    pub service_end_time: Option<String>,
    /// 实际服务开始时间: matches `\d{8}|\d{14}|OnAccept`
    pub real_service_start_time: Option<String>,
    /// 实际服务结束时间: matches `\d{8}|\d{14}`
    pub real_service_end_time: Option<String>,
    /// 支付完成时间: matches `\d{8}|\d{14}`
    pub pay_succ_time: Option<String>,
    /// 开始使用服务的地点
    pub service_start_location: Option<String>,
    /// 预计服务结束的地点
    pub service_end_location: Option<String>,
    /// 实际开始使用服务的地点
    pub real_service_start_location: Option<String>,
    /// 实际服务结束的地点
    pub real_service_end_location: Option<String>,
    /// 服务信息
    pub service_introduction: Option<String>,
    /// 后付费
    pub fees: Option<Vec<Fee>>,
    /// 商户优惠
    pub discounts: Option<Vec<Discount>>,
    /// 订单风险金额
    pub risk_amount: Option<Fen>,
    /// 总金额
    pub total_amount: Option<Fen>,
    /// 商户自定义说明
    pub attach: Option<String>,
    /// 完结凭证
    pub finish_ticket: Option<String>,
    /// 结单交易单号
    pub finish_transaction_id: Option<String>,
    /// 支付方式
    pub pay_type: Option<PayType>,
}

/// 商户优惠
///
/// `Discount::builder().build()`. For an `Option`, use setters such as `maybe_discount_name`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct Discount {
    /// 优惠名称: at most 20 characters, such as `满20减1元`
    pub discount_name: Option<String>,
    /// 商品优惠金额
    pub discount_amount: Option<Fen>,
    /// 优惠说明: such as `不与其他优惠叠加`
    pub discount_desc: Option<String>,
}

rules! {
    Discount {
        member("discount_name", &[MaxLength(20)]),
    }
}

/// The request of [`PayAfterOrders::complete_pay_after_order`],
/// `SmartRetailOrders::complete_smart_retail_order`.
///
/// `CompleteOrderRequest::builder().appid(…).service_id(…).build()`. For an `Option`, use setters
/// such as `maybe_finish_type`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CompleteOrderRequest {
    /// 公众账号ID: such as `wxd678efh567hg6787` (unconfirmed)
    pub appid: String,
    /// 服务ID: such as `500001` (unconfirmed)
    pub service_id: String,
    /// 标识用户订单使用情况: values `1`, `2`
    pub finish_type: Option<i64>,
    /// 取消订单的原因
    pub cancel_reason: Option<String>,
    /// 实际服务开始时间
    pub real_service_start_time: Option<String>,
    /// 服务结束时间
    pub real_service_end_time: Option<String>,
    /// 实际结束使用服务的地点
    pub real_service_end_location: Option<String>,
    /// 后付费
    pub fees: Option<Vec<Fee>>,
    /// 商户优惠
    pub discounts: Option<Vec<Discount>>,
    /// 总金额
    pub total_amount: Option<Fen>,
    /// 完结凭证
    pub finish_ticket: Option<String>,
    /// 是否指定商户分账
    pub profit_sharing: Option<bool>,
}

rules! {
    CompleteOrderRequest {
        member("finish_type", &[ListedNumbers(&[1, 2])]),
        within("discounts", Discount::RULES),
    }
}

/// The request of [`PayAfterOrders::cancel_pay_after_order`],
/// `SmartRetailOrders::cancel_smart_retail_order`.
///
/// `CancelOrderRequest::builder().appid(…).service_id(…).reason(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CancelOrderRequest {
    /// 公众账号ID: such as `wxd678efh567hg6787` (unconfirmed)
    pub appid: String,
    /// 服务ID: such as `500001` (unconfirmed)
    pub service_id: String,
    /// 取消原因: such as `用户投诉` (unconfirmed)
    pub reason: String,
}

rules! { CancelOrderRequest {} }

/// The request of [`PayAfterOrders::sync_pay_after_order`].
///
/// `SyncPayAfterOrderRequest::builder().build()`. For an `Option`, use setters such as
/// `maybe_appid`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SyncPayAfterOrderRequest {
    /// 公众账号ID: such as `wxd678efh567hg6787`
    pub appid: Option<String>,
    /// 服务ID: such as `500001`
    pub service_id: Option<String>,
    /// 场景类型
    pub r#type: Option<SyncPayAfterOrderType>,
    /// 内容信息详情
    pub detail: Option<SyncPayAfterOrderDetail>,
}

rules! {
    SyncPayAfterOrderRequest {
        member("type", &[Listed(SyncPayAfterOrderType::TEXTS)]),
    }
}

/// 内容信息详情
///
/// `SyncPayAfterOrderDetail::builder().build()`. For an `Option`, use setters such as
/// `maybe_paid_time`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SyncPayAfterOrderDetail {
    /// 收款成功时间: as `yyyyMMddHHmmss`, such as `20091225091010`
    pub paid_time: Option<String>,
}

/// The response of [`PayAfterOrders::sync_pay_after_order`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct SyncPayAfterOrderResponse {
    /// 公众账号ID: such as `wxd678efh567hg6787`
    pub appid: Option<String>,
    /// 商户号: such as `1230000109`
    pub mchid: Option<String>,
    /// 商户服务订单号: such as `2304203423948239423`
    pub out_order_no: Option<String>,
    /// 微信支付服务订单号: such as `15646546545165651651`
    pub order_id: Option<String>,
}

open_enum! {
    /// The values of `state`.
    pub enum PayAfterOrderState {
        Created = "CREATED",
        UserAccepted = "USER_ACCEPTED",
        Finished = "FINISHED",
        UserPaid = "USER_PAID",
        Revoked = "REVOKED",
        Expired = "EXPIRED",
    }
}

open_enum! {
    /// 支付方式
    pub enum PayType {
        MchChannelPayType = "MchChannelPayType",
    }
}

open_enum! {
    /// 场景类型
    pub enum SyncPayAfterOrderType {
        OrderPaid = "Order_Paid",
    }
}
