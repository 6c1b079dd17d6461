//! 学生卡身份权益.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use crate::rules::rules;

/// 学生卡身份权益
#[wechatpay_api(defaults)]
pub trait EduStarOrders {
    /// 通过微信用户标识查询用户信息
    ///
    /// `GET /v3/edu-star/users/openid/{wechat_openid}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/assets/img/common/edu/edu-star/chapter2_3.png>
    ///
    /// - `wechat_openid` 用户在appid下的唯一标识: such as `oUpF8uMuAJOM2pxb1Q`
    /// - `appid` 商户appid: such as `wx998877665544wx`
    #[wechatpay_api(GET "/v3/edu-star/users/openid/{wechat_openid}")]
    async fn query_edu_star_user_by_openid(
        &self,
        wechat_openid: &str,
        #[query] appid: &str,
    ) -> Result<EduStarUser>;

    /// 通过QQ账号查询用户信息
    ///
    /// `GET /v3/edu-star/users/qq/{qq}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/assets/img/common/edu/edu-star/chapter2_3.png>
    ///
    /// - `qq` 用户QQ账号: such as `100000000000`
    /// - `appid` 商户appid: such as `wx998877665544wx`
    #[wechatpay_api(GET "/v3/edu-star/users/qq/{qq}")]
    async fn query_edu_star_user_by_qq(
        &self,
        qq: &str,
        #[query] appid: &str,
    ) -> Result<EduStarUser>;

    /// 创建核销订单
    ///
    /// `POST /v3/edu-star/orders`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/assets/img/common/edu/edu-star/chapter2_3.png>
    #[wechatpay_api(POST "/v3/edu-star/orders")]
    async fn create_edu_star_order(&self, body: &CreateEduStarOrderRequest)
    -> Result<EduStarOrder>;

    /// 通过QQ账号查询核销订单列表
    ///
    /// `GET /v3/edu-star/orders`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/assets/img/common/edu/edu-star/chapter2_3.png>
    ///
    /// - `appid` appid: such as `wx998877665544wx`
    #[wechatpay_api(GET "/v3/edu-star/orders")]
    async fn list_edu_star_orders(
        &self,
        #[query] appid: &str,
        query: &ListEduStarOrdersQuery,
    ) -> Result<ListEduStarOrdersResponse>;
}

/// The response of [`EduStarOrders::query_edu_star_user_by_openid`],
/// [`EduStarOrders::query_edu_star_user_by_qq`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct EduStarUser {
    /// 是否学生
    pub education_star_student: Option<bool>,
    /// appid: such as `wx998877665544wx`
    pub appid: Option<String>,
    /// 用户在appid下的唯一标识: such as `oUpF8uMuAJOM2pxb1Q`
    pub wechat_openid: Option<String>,
    /// 用户QQ账号: such as `100000000000`
    pub qq: Option<String>,
    /// 注册时间: such as `2018-05-23T12:13:50+08:00`
    pub register_time: Option<DateTime>,
}

/// The request of [`EduStarOrders::create_edu_star_order`].
///
/// `CreateEduStarOrderRequest::builder().appid(…).right_id(…).create_time(…).build()`. For an
/// `Option`, use setters such as `maybe_wechat_openid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateEduStarOrderRequest {
    /// appid: such as `wx998877665544wx` (unconfirmed)
    pub appid: String,
    /// 用户在appid下的唯一标识: such as `oUpF8uMuAJOM2pxb1Q`
    pub wechat_openid: Option<String>,
    /// 用户QQ账号
    pub qq: Option<String>,
    /// 权益ID: such as `qw3Da21QRCNt` (unconfirmed)
    pub right_id: String,
    /// 权益核销时间: such as `2018-05-23T12:13:50+08:00` (unconfirmed)
    pub create_time: DateTime,
}

rules! { CreateEduStarOrderRequest {} }

/// The response of [`EduStarOrders::create_edu_star_order`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct EduStarOrder {
    /// appid: such as `wx998877665544wx`
    pub appid: Option<String>,
    /// 用户在appid下的唯一标识: such as `oUpF8uMuAJOM2pxb1Q`
    pub wechat_openid: Option<String>,
    /// 用户QQ账号: such as `100000000000`
    pub qq: Option<String>,
    /// 权益ID: such as `qw3Da21QRCNt`
    pub right_id: Option<String>,
    /// 权益核销时间: such as `2018-05-23T12:13:50+08:00`
    pub create_time: Option<DateTime>,
    /// 订单状态: such as `CONSUMED`
    pub order_state: Option<String>,
    /// 订单号: such as `cc1900ff00511f10c`
    pub order_id: Option<String>,
}

/// The query of [`EduStarOrders::list_edu_star_orders`].
///
/// `ListEduStarOrdersQuery::builder().build()`. For an `Option`, use setters such as
/// `maybe_wechat_openid`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ListEduStarOrdersQuery {
    /// 用户在appid下的唯一标识: such as `oUpF8uMuAJOM2pxb1Q`
    pub wechat_openid: Option<String>,
    /// 用户QQ账号
    pub qq: Option<String>,
    /// 分页页码: such as `0`
    pub offset: Option<i64>,
    /// 分页大小: such as `20`
    pub limit: Option<i64>,
}

/// The response of [`EduStarOrders::list_edu_star_orders`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ListEduStarOrdersResponse {
    /// 结果集
    pub data: Option<Vec<EduStarOrder>>,
    /// 总数量: such as `30`
    pub total_count: Option<i64>,
    /// 分页页码
    pub offset: Option<i64>,
    /// 分页大小: such as `20`
    pub limit: Option<i64>,
}
