//! 智慧商圈.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use crate::rules::rules;

/// 智慧商圈
#[wechatpay_api(defaults)]
pub trait BusinessCircles {
    /// 商圈积分授权查询
    ///
    /// `GET /v3/businesscircle/user-authorizations/{openid}`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/smart-business-circle/user-authorizations/query-user-authorization.html>
    ///
    /// - `openid` 顾客openid: such as `oWmnN4xxxxxxxxxxe92NHIGf1xd8`
    /// - `sub_mchid` 商圈商户ID: such as `1900000109`
    /// - `appid` 小程序appid: such as `wx1234567890abcdef`
    #[wechatpay_api(GET "/v3/businesscircle/user-authorizations/{openid}")]
    async fn query_business_circle_authorization(
        &self,
        openid: &str,
        #[query] sub_mchid: Option<&str>,
        #[query] appid: &str,
    ) -> Result<BusinessCircleAuthorization>;

    /// 商圈会员待积分状态查询
    ///
    /// `GET /v3/businesscircle/users/{openid}/points/commit_status`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/smart-business-circle/points/get-points-commit-status.html>
    ///
    /// - `openid` 顾客openid: such as `oUpF8uMuAJOM2pxb1Q`
    /// - `sub_mchid` 商圈商户ID: such as `1900000109`
    /// - `brandid` 品牌ID: such as `1000`
    /// - `appid` 应用ID: such as `wx931386123456789e`
    #[wechatpay_api(GET "/v3/businesscircle/users/{openid}/points/commit_status")]
    async fn query_points_commit_status(
        &self,
        openid: &str,
        #[query] sub_mchid: Option<&str>,
        #[query] brandid: i64,
        #[query] appid: &str,
    ) -> Result<QueryPointsCommitStatusResponse>;

    /// 商圈会员积分同步
    ///
    /// `POST /v3/businesscircle/points/notify`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/smart-business-circle/points/notify-points.html>
    #[wechatpay_api(POST "/v3/businesscircle/points/notify")]
    async fn notify_business_circle_points(
        &self,
        body: &NotifyBusinessCirclePointsRequest,
    ) -> Result<()>;

    /// 商圈会员停车状态同步
    ///
    /// `POST /v3/businesscircle/parkings`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/smart-business-circle/parkings/update-parkings.html>
    #[wechatpay_api(POST "/v3/businesscircle/parkings")]
    async fn sync_business_circle_parking(
        &self,
        body: &SyncBusinessCircleParkingRequest,
    ) -> Result<()>;
}

/// The response of [`BusinessCircles::query_business_circle_authorization`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct BusinessCircleAuthorization {
    /// 顾客openid: such as `oWmnN4xxxxxxxxxxe92NHIGf1xd8`
    pub openid: String,
    /// 授权状态: such as `UNAUTHORIZED`
    pub authorize_state: String,
    /// 授权时间: such as `2020-05-20T13:29:35+08:00`
    pub authorize_time: Option<DateTime>,
    /// 取消授权时间: such as `2020-05-20T13:29:35+08:00`
    pub deauthorize_time: Option<DateTime>,
}

/// The response of [`BusinessCircles::query_points_commit_status`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct QueryPointsCommitStatusResponse {
    /// `points_commit_status`
    pub points_commit_status: String,
}

/// The request of [`BusinessCircles::notify_business_circle_points`].
///
/// `NotifyBusinessCirclePointsRequest::builder().transaction_id(…).appid(…).openid(…).earn_points(…).increased_points(…).points_update_time(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct NotifyBusinessCirclePointsRequest {
    /// 商圈商户ID: such as `1234567890`
    pub sub_mchid: Option<String>,
    /// 微信订单号: such as `1217752501201407033233368018`
    pub transaction_id: String,
    /// 小程序appid: such as `wx1234567890abcdef`
    pub appid: String,
    /// 顾客openid: such as `oWmnN4xxxxxxxxxxe92NHIGf1xd8`
    pub openid: String,
    /// 是否获得积分
    pub earn_points: bool,
    /// 订单新增积分值: such as `100`
    pub increased_points: i64,
    /// 积分更新时间: such as `2020-05-20T13:29:35.120+08:00`
    pub points_update_time: DateTime,
    /// 未获得积分的备注信息: such as `商品不参与积分活动`
    pub no_points_remarks: Option<String>,
    /// 顾客积分总额: such as `888888`
    pub total_points: Option<i64>,
}

rules! { NotifyBusinessCirclePointsRequest {} }

/// The request of [`BusinessCircles::sync_business_circle_parking`].
///
/// `SyncBusinessCircleParkingRequest::builder().brandid(…).appid(…).openid(…).plate_number(…).state(…).time(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SyncBusinessCircleParkingRequest {
    /// 商圈商户ID: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 品牌ID: such as `1000`
    pub brandid: i64,
    /// 应用ID: such as `wx931386123456789e`
    pub appid: String,
    /// 用户标识: such as `oUpF8uMuAJOM2pxb1Q`
    pub openid: String,
    /// 车牌号: such as `粤B888888`
    pub plate_number: String,
    /// 状态: such as `IN`
    pub state: String,
    /// 时间: such as `2022-06-01T10:43:39+08:00`
    pub time: DateTime,
}

rules! { SyncBusinessCircleParkingRequest {} }
