//! 银行立减活动.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 银行立减活动
#[wechatpay_api(defaults)]
pub trait BankActivities {
    /// 给指定用户报名多笔立减活动
    ///
    /// `POST /v3/marketing/bank-favor/users/{openid}/bank-multi-activity`
    ///
    /// - `openid` 用户标识ID: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    #[wechatpay_api(POST "/v3/marketing/bank-favor/users/{openid}/bank-multi-activity")]
    async fn enroll_bank_multi_activity(
        &self,
        openid: &str,
        body: &EnrollBankMultiActivityRequest,
    ) -> Result<EnrollBankMultiActivityResponse>;

    /// 查询立减活动代金券
    ///
    /// `GET /v3/marketing/bank-favor/users/{openid}/coupons/{coupon_id}`
    ///
    /// - `openid` 用户标识ID: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    /// - `coupon_id` 代金券ID: such as `9856888`
    /// - `appid` 公众账号ID: such as `wx57849631bb367f52`
    #[wechatpay_api(GET "/v3/marketing/bank-favor/users/{openid}/coupons/{coupon_id}")]
    async fn query_bank_favor_coupon(
        &self,
        openid: &str,
        coupon_id: &str,
        #[query] appid: &str,
    ) -> Result<BankFavorCoupon>;
}

/// The request of [`BankActivities::enroll_bank_multi_activity`].
///
/// `EnrollBankMultiActivityRequest::builder().stock_id(…).activity_id(…).out_request_no(…).appid(…).build()`.
/// For an `Option`, use setters such as `maybe_stock_creator_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct EnrollBankMultiActivityRequest {
    /// 批次号: such as `100088`
    pub stock_id: String,
    /// 活动ID: such as `186745560`
    pub activity_id: String,
    /// 发券凭证: such as `1002600620019090123143254435`
    pub out_request_no: String,
    /// 公众账号ID: such as `wx1234567889999`
    pub appid: String,
    /// 创建批次的商户号: such as `9800064`
    pub stock_creator_mchid: Option<String>,
}

rules! { EnrollBankMultiActivityRequest {} }

/// The response of [`BankActivities::enroll_bank_multi_activity`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct EnrollBankMultiActivityResponse {
    /// 代金券id: such as `98674556`
    pub coupon_id: String,
}

/// The response of [`BankActivities::query_bank_favor_coupon`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct BankFavorCoupon {
    /// 创建批次的商户号: such as `9800064`
    pub stock_creator_mchid: String,
    /// 批次号: such as `9865888`
    pub stock_id: String,
    /// 代金券id: such as `98674556`
    pub coupon_id: String,
    /// 代金券名称: such as `微信支付代金券`
    pub coupon_name: String,
    /// 券状态: such as `COUPON_STATE_UNKNOW`
    pub coupon_state: BankFavorCouponState,
    /// 领券时间: such as `2015-05-20T13:29:35.120+08:00`
    pub receive_time: DateTime,
    /// 可用开始时间: such as `2015-05-20T13:29:35.120+08:00`
    pub available_begin_time: DateTime,
    /// 可用结束时间: such as `2015-05-20T13:29:35.120+08:00`
    pub available_end_time: DateTime,
    /// 活动ID: such as `186745560`
    pub activity_id: String,
    /// 最大使用次数: such as `5`
    pub max_use_number: i64,
    /// 可用次数: such as `3`
    pub available_number: i64,
    /// 已使用次数: such as `2`
    pub used_number: i64,
    /// 已用金额列表
    pub use_amount_list: Option<UsedAmounts>,
    /// 用户标识ID: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub openid: Option<String>,
}

/// 已用金额列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct UsedAmounts {
    /// 已用金额: such as `200`
    pub used_amounts: Option<Vec<String>>,
}

open_enum! {
    /// 券状态
    pub enum BankFavorCouponState {
        Unknow = "COUPON_STATE_UNKNOW",
        Send = "COUPON_STATE_SEND",
        Used = "COUPON_STATE_USED",
        Expired = "COUPON_STATE_EXPIRED",
    }
}
