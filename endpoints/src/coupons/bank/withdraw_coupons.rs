//! 提现免费券.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use crate::rules::rules;

/// 提现免费券
#[wechatpay_api(defaults)]
pub trait WithdrawCoupons {
    /// 为用户发银行提现免费券
    ///
    /// `POST /v3/marketing/withdraw-favor/users/{openid}/coupons`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter3_2_1.shtml>
    ///
    /// - `openid` 用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    #[wechatpay_api(POST "/v3/marketing/withdraw-favor/users/{openid}/coupons")]
    async fn send_withdraw_coupon(
        &self,
        openid: &str,
        body: &SendWithdrawCouponRequest,
    ) -> Result<SendWithdrawCouponResponse>;

    /// 查询提现免费券列表
    ///
    /// `GET /v3/marketing/withdraw-favor/users/{openid}/coupons`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter3_2_2.shtml>
    ///
    /// - `openid` 用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    /// - `mchid` 银行提现免费券批次创建方商户号: such as `1230000109`
    /// - `stock_id` 银行提现免费券批次ID: such as `1304490000000059`
    /// - `appid` 应用ID: such as `wxd678efh567hg6787`
    /// - `offset` 分页页码: such as `1`
    /// - `limit` 分页大小: such as `10`
    #[wechatpay_api(GET "/v3/marketing/withdraw-favor/users/{openid}/coupons")]
    async fn list_withdraw_coupons(
        &self,
        openid: &str,
        #[query] mchid: &str,
        #[query] stock_id: &str,
        #[query] appid: &str,
        #[query] offset: Option<i64>,
        #[query] limit: Option<i64>,
    ) -> Result<ListWithdrawCouponsResponse>;
}

/// The request of [`WithdrawCoupons::send_withdraw_coupon`].
///
/// `SendWithdrawCouponRequest::builder().mchid(…).stock_id(…).appid(…).send_request_no(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SendWithdrawCouponRequest {
    /// 银行提现免费券批次创建方商户号: such as `1230000109`
    pub mchid: String,
    /// 银行提现免费券批次ID: such as `1304490000000059`
    pub stock_id: String,
    /// 应用ID: such as `wxd678efh567hg6787`
    pub appid: String,
    /// 商户单据号: such as `89560002019101000121`
    pub send_request_no: String,
}

rules! { SendWithdrawCouponRequest {} }

/// The response of [`WithdrawCoupons::send_withdraw_coupon`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct SendWithdrawCouponResponse {
    /// 银行提现免费券ID
    pub coupon_id: Option<String>,
    /// 银行提现免费券过期时间: such as `2021-05-20T13:29:35.120+08:00`
    pub expire_time: Option<DateTime>,
}

/// The response of [`WithdrawCoupons::list_withdraw_coupons`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ListWithdrawCouponsResponse {
    /// 银行提现免费券列表
    pub data: Vec<WithdrawCoupon>,
    /// 分页页码: such as `1`
    pub offset: i64,
    /// 分页大小: such as `10`
    pub limit: i64,
    /// 查询结果总数: such as `100`
    pub total_count: i64,
}

/// 银行提现免费券列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct WithdrawCoupon {
    /// 发放时间: such as `2021-05-20T13:29:35.120+08:00`
    pub send_time: Option<DateTime>,
    /// 发放额度: such as `1000`
    pub send_quota: Option<i64>,
    /// 银行提现免费券的券ID
    pub coupon_id: Option<String>,
    /// 使用额度: such as `500`
    pub use_quota: Option<i64>,
    /// 银行提现免费券券状态: such as `VALID`
    pub coupon_state: Option<String>,
}
