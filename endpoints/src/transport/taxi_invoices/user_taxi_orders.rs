//! 乘客行程单.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, wechatpay_api};

/// 乘客行程单
#[wechatpay_api(defaults)]
pub trait UserTaxiOrders {
    /// 获取乘客行程单列表
    ///
    /// `GET /v3/taxi-invoice/user-taxi-orders`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/products/taxi-fapiao/introduction.html>
    ///
    /// - `openid` 小程序用户的微信openid: such as `oUypO5fUvaUkyuc6ueOwgwDMjCiM`
    /// - `appid` 小程序appid: such as `wxb1170446a4c0a5a2`
    /// - `begin_date` 起始日期: such as `20200307`
    /// - `end_date` 结束日期: such as `20200407`
    /// - `region_id` 行政区划id: such as `510100`
    #[wechatpay_api(GET "/v3/taxi-invoice/user-taxi-orders")]
    async fn list_user_taxi_orders(
        &self,
        #[query] openid: &str,
        #[query] appid: &str,
        #[query] begin_date: &str,
        #[query] end_date: &str,
        #[query] region_id: i64,
        query: &ListUserTaxiOrdersQuery,
    ) -> Result<ListUserTaxiOrdersResponse>;

    /// 根据凭证查询乘客行程单
    ///
    /// `GET /v3/taxi-invoice/user-taxi-order/find-by-token`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/taxi-fapiao/user-taxi-order/query-user-taxi-order-by-token.html>
    ///
    /// - `token` 获取乘客行程单详情的凭证
    /// - `openid` 用户标识: such as `oUypO5fUvaUkyuc6ueOwgwDMjCiM`
    /// - `appid` 应用ID: such as `wxb1170446a4c0a5a2`
    /// - `region_id` 行政区划代码: such as `310100`
    /// - `auth_mode` 授权模式: such as `ORDER_AUTH`
    #[wechatpay_api(GET "/v3/taxi-invoice/user-taxi-order/find-by-token")]
    async fn query_user_taxi_order(
        &self,
        #[query] token: &str,
        #[query] openid: &str,
        #[query] appid: &str,
        #[query] region_id: Option<i64>,
        #[query] auth_mode: Option<&str>,
    ) -> Result<UserTaxiOrder>;
}

/// The query of [`UserTaxiOrders::list_user_taxi_orders`].
///
/// `ListUserTaxiOrdersQuery::builder().build()`. For an `Option`, use setters such as
/// `maybe_limit`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ListUserTaxiOrdersQuery {
    /// 最大资源条数: such as `5`
    pub limit: Option<i64>,
    /// 请求资源起始位置: such as `10`
    pub offset: Option<i64>,
}

/// The response of [`UserTaxiOrders::list_user_taxi_orders`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ListUserTaxiOrdersResponse {
    /// 乘客行程单详情
    pub data: Option<Vec<UserTaxiOrderSummary>>,
    /// 请求资源起始位置: such as `10`
    pub offset: Option<i64>,
    /// 最大资源条数: such as `5`
    pub limit: Option<i64>,
    /// 资源总条数: such as `1234`
    pub total_count: Option<i64>,
    /// 相关链接
    pub links: Option<PageLinks>,
}

/// 乘客行程单详情
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct UserTaxiOrderSummary {
    /// 车牌号: such as `川ADT9716`
    pub plate_number: Option<String>,
    /// 营运资格证号: such as `08512-2`
    pub driver_license: Option<String>,
    /// 上车时间: such as `2020-04-07T19:47:32+08:00`
    pub up_time: Option<DateTime>,
}

/// 相关链接
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PageLinks {
    /// 下一页链接: such as `/v3/bankpoint/exchangerecords?offset=10&limit=5`
    pub next: Option<String>,
    /// 上一页链接: such as `/v3/bankpoint/exchangerecords?offset=20&limit=5`
    pub prev: Option<String>,
    /// 当前链接: such as `/v3/bankpoint/exchangerecords?offset=15&limit=5`
    #[serde(rename = "self")]
    pub self_: Option<String>,
}

/// The response of [`UserTaxiOrders::query_user_taxi_order`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct UserTaxiOrder {
    /// 车牌号: such as `川ADT9716`
    pub plate_number: String,
    /// 营运资格证号: such as `08512-2`
    pub driver_license: String,
    /// 上车时间: such as `2020-04-07T19:47:32+08:00`
    pub up_time: DateTime,
    /// 行政区划代码: such as `310100`
    pub region_id: i64,
    /// 乘客行程单来源: such as `SOURCE_PAY`
    pub source: String,
    /// 面对面付款时间: such as `2020-04-07T19:47:32+08:00`
    pub pay_time: Option<DateTime>,
    /// 面对面付款金额: such as `5450`
    pub pay_amount: Option<Fen>,
}
