//! 会员积分.

use serde::Serialize;
use wechatpay_client::{Deserialize, Result, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 会员积分
#[wechatpay_api(defaults)]
pub trait BrandUserPoints {
    /// 同步积分余额
    ///
    /// `POST /brand/card-member/user-points/sync`
    ///
    /// Signed by a brand (品牌直连) with `WECHATPAY-BRAND-SHA256-RSA2048`: make the client with
    /// `Merchant::brand`.
    #[wechatpay_api(POST "/brand/card-member/user-points/sync")]
    async fn sync_brand_user_points(
        &self,
        body: &SyncUserPointsRequest,
    ) -> Result<UserPointBalance>;

    /// 同步积分兑券结果
    ///
    /// `POST /brand/card-member/user-points/exchange-coupon/confirm`
    ///
    /// Signed by a brand (品牌直连) with `WECHATPAY-BRAND-SHA256-RSA2048`: make the client with
    /// `Merchant::brand`.
    #[wechatpay_api(POST "/brand/card-member/user-points/exchange-coupon/confirm")]
    async fn confirm_brand_coupon_exchange(
        &self,
        body: &ConfirmCouponExchangeRequest,
    ) -> Result<CouponExchange>;
}

/// The request of [`BrandUserPoints::sync_brand_user_points`].
///
/// `SyncUserPointsRequest::builder().out_request_no(…).card_id(…).openid(…).user_card_code(…).point_balance(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SyncUserPointsRequest {
    /// 商家请求单号: such as `100002322019090134234sfdf`
    pub out_request_no: String,
    /// 会员卡模板ID: such as `pbLatjvWOibDc5-TBnbUk1pD12o0`
    pub card_id: String,
    /// 用户标识: such as `obLatjnx9gnqzS4myYGmLZ7LgLBA`
    pub openid: String,
    /// 会员卡code: such as `478515832665`
    pub user_card_code: String,
    /// 积分余额: such as `1000`
    pub point_balance: i64,
}

rules! { SyncUserPointsRequest {} }

/// The response of [`BrandUserPoints::sync_brand_user_points`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct UserPointBalance {
    /// 商家请求单号: such as `100002322019090134234sfdf`
    pub out_request_no: String,
    /// 会员卡模板ID: such as `pbLatjvWOibDc5-TBnbUk1pD12o0`
    pub card_id: String,
    /// 用户标识: such as `obLatjnx9gnqzS4myYGmLZ7LgLBA`
    pub openid: String,
    /// 会员卡code: such as `478515832665`
    pub user_card_code: String,
    /// 积分余额: such as `1000`
    pub point_balance: i64,
}

/// The request of [`BrandUserPoints::confirm_brand_coupon_exchange`].
///
/// `ConfirmCouponExchangeRequest::builder().record_id(…).exchange_coupon_template_id(…).card_id(…).openid(…).user_card_code(…).state(…).build()`.
/// For an `Option`, use setters such as `maybe_coupon_code`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ConfirmCouponExchangeRequest {
    /// 积分兑券ID: such as `pbLatjvWOibDc5-TBnbUk1pD12o0`
    pub record_id: String,
    /// 积分兑券模板ID: such as `0Flpo7FqTQ`
    pub exchange_coupon_template_id: String,
    /// 会员卡模板ID: such as `pbLatjvWOibDc5-TBnbUk1pD12o0`
    pub card_id: String,
    /// 用户标识: such as `obLatjnx9gnqzS4myYGmLZ7LgLBA`
    pub openid: String,
    /// 会员卡code: such as `478515832665`
    pub user_card_code: String,
    /// 积分兑券状态: such as `POINT_EXCHANGE_COUPON_SUCCESS`
    pub state: CouponExchangeState,
    /// 兑券成功的券code: such as `123446565767`
    pub coupon_code: Option<String>,
    /// 兑券失败原因: such as `积分不足`
    pub fail_reason: Option<String>,
}

rules! {
    ConfirmCouponExchangeRequest {
        member("state", &[Listed(CouponExchangeState::TEXTS)]),
    }
}

/// The response of [`BrandUserPoints::confirm_brand_coupon_exchange`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CouponExchange {
    /// 积分兑券ID: such as `pbLatjvWOibDc5-TBnbUk1pD12o0`
    pub record_id: String,
    /// 积分兑券模板ID: such as `0Flpo7FqTQ`
    pub exchange_coupon_template_id: String,
    /// 会员卡模板ID: such as `pbLatjvWOibDc5-TBnbUk1pD12o0`
    pub card_id: String,
    /// 用户标识: such as `obLatjnx9gnqzS4myYGmLZ7LgLBA`
    pub openid: String,
    /// 会员卡code: such as `478515832665`
    pub user_card_code: String,
    /// 积分兑券状态: such as `POINT_EXCHANGE_COUPON_SUCCESS`
    pub state: CouponExchangeState,
    /// 兑券成功的券code: such as `123446565767`
    pub coupon_code: Option<String>,
    /// 兑券失败原因: such as `积分不足`
    pub fail_reason: Option<String>,
}

open_enum! {
    /// 积分兑券状态
    pub enum CouponExchangeState {
        Success = "POINT_EXCHANGE_COUPON_SUCCESS",
        Fail = "POINT_EXCHANGE_COUPON_FAIL",
    }
}
