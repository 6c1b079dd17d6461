//! 智慧零售订单.

use serde::Serialize;
use wechatpay_client::{Fen, Result, wechatpay_api};

use super::{
    CancelOrderRequest, CompleteOrderRequest, CreatePayAfterOrderDiscount,
    CreatePayAfterOrderResponse, Fee, OrderIdsResponse, PayAfterOrder,
};
use crate::rules::rules;

/// 智慧零售订单
#[wechatpay_api(defaults)]
pub trait SmartRetailOrders {
    /// 创建智慧零售订单
    ///
    /// `POST /v3/payscore/smartretail-orders`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/payscore.php?chapter=14_1&index=3>
    #[wechatpay_api(POST "/v3/payscore/smartretail-orders")]
    async fn create_smart_retail_order(
        &self,
        body: &CreateSmartRetailOrderRequest,
    ) -> Result<CreatePayAfterOrderResponse>;

    /// 查询智慧零售订单
    ///
    /// `GET /v3/payscore/smartretail-orders`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/payscore.php?chapter=14_2&index=4>
    #[wechatpay_api(GET "/v3/payscore/smartretail-orders")]
    async fn query_smart_retail_order(
        &self,
        query: &QuerySmartRetailOrderQuery,
    ) -> Result<PayAfterOrder>;

    /// 完结智慧零售订单
    ///
    /// `POST /v3/payscore/smartretail-orders/{out_order_no}/complete`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/payscore.php?chapter=14_4&index=6>
    ///
    /// - `out_order_no` 商户服务订单号
    #[wechatpay_api(POST "/v3/payscore/smartretail-orders/{out_order_no}/complete")]
    async fn complete_smart_retail_order(
        &self,
        out_order_no: &str,
        body: &CompleteOrderRequest,
    ) -> Result<OrderIdsResponse>;

    /// 撤销智慧零售订单
    ///
    /// `POST /v3/payscore/smartretail-orders/{out_order_no}/cancel`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/payscore.php?chapter=14_3&index=5>
    ///
    /// - `out_order_no` 商户服务订单号
    #[wechatpay_api(POST "/v3/payscore/smartretail-orders/{out_order_no}/cancel")]
    async fn cancel_smart_retail_order(
        &self,
        out_order_no: &str,
        body: &CancelOrderRequest,
    ) -> Result<OrderIdsResponse>;
}

/// The request of [`SmartRetailOrders::create_smart_retail_order`].
///
/// `CreateSmartRetailOrderRequest::builder().appid(…).out_order_no(…).service_id(…).build()`.
/// For an `Option`, use setters such as `maybe_service_start_time`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateSmartRetailOrderRequest {
    /// 公众账号ID: such as `wxd678efh567hg6787` (unconfirmed)
    pub appid: String,
    /// 商户服务订单号: such as `1234323JKHDFE1243252` (unconfirmed)
    pub out_order_no: String,
    /// 服务ID: such as `500001` (unconfirmed)
    pub service_id: String,
    /// 实际服务开始时间: matches `\d{8}|\d{14}|OnAccept`
    pub service_start_time: Option<String>,
    /// 服务结束时间: matches `\d{8}|\d{14}`
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
}

rules! {
    CreateSmartRetailOrderRequest {
        member("service_start_time", &[Pattern("\\d{8}|\\d{14}|OnAccept")]),
        member("service_end_time", &[Pattern("\\d{8}|\\d{14}")]),
        within("discounts", CreatePayAfterOrderDiscount::RULES),
    }
}

/// The query of [`SmartRetailOrders::query_smart_retail_order`].
///
/// `QuerySmartRetailOrderQuery::builder().build()`. For an `Option`, use setters such as
/// `maybe_service_id`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct QuerySmartRetailOrderQuery {
    /// 服务ID
    pub service_id: Option<String>,
    /// 商户服务订单号
    pub out_order_no: Option<String>,
    /// 回跳查询ID
    pub query_id: Option<String>,
    /// 公众账号ID
    pub appid: Option<String>,
}
