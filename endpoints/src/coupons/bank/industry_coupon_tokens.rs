//! 出行券切卡.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use crate::rules::rules;

/// 出行券切卡
#[wechatpay_api(defaults)]
pub trait IndustryCouponTokens {
    /// 出行券切卡组件预下单
    ///
    /// `POST /v3/industry-coupon/tokens`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/apis/chapter9_9_1.shtml>
    #[wechatpay_api(POST "/v3/industry-coupon/tokens")]
    async fn create_industry_coupon_token(
        &self,
        body: &CreateIndustryCouponTokenRequest,
    ) -> Result<CreateIndustryCouponTokenResponse>;
}

/// The request of [`IndustryCouponTokens::create_industry_coupon_token`].
///
/// `CreateIndustryCouponTokenRequest::builder().open_id(…).coupon_list(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateIndustryCouponTokenRequest {
    /// 用户标识: such as `obLatjrR8kUDlj4-nofQsPAJAAFI`
    pub open_id: String,
    /// 出行券列表
    pub coupon_list: Vec<IndustryCoupon>,
}

rules! { CreateIndustryCouponTokenRequest {} }

/// 出行券列表
///
/// `IndustryCoupon::builder().stock_id(…).coupon_id(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct IndustryCoupon {
    /// 批次号: such as `16474341`
    pub stock_id: i64,
    /// 券ID: such as `11004999626`
    pub coupon_id: String,
}

/// The response of [`IndustryCouponTokens::create_industry_coupon_token`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CreateIndustryCouponTokenResponse {
    /// 切卡组件token值: such as `16824f40-aec1-11e8-a69c-f7a44da04f19`
    pub token: Option<String>,
    /// token过期时间: such as `2015-05-20T13:29:35+08:00`
    pub expires_time: Option<DateTime>,
}
