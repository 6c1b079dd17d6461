//! 快递用户.

use serde::Serialize;
use wechatpay_client::{Deserialize, Result, wechatpay_api};

use crate::rules::rules;

/// 快递用户
#[wechatpay_api(defaults)]
pub trait ExpressUsers {
    /// 用户openid转换
    ///
    /// `POST /v3/express/users/{openid}/transform`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter4_9_1.shtml>
    ///
    /// - `openid` 用户openid: such as `xsd3434454567676`
    #[wechatpay_api(POST "/v3/express/users/{openid}/transform")]
    async fn transform_express_openid(
        &self,
        openid: &str,
        body: &TransformExpressOpenidRequest,
    ) -> Result<TransformExpressOpenidResponse>;
}

/// The request of [`ExpressUsers::transform_express_openid`].
///
/// `TransformExpressOpenidRequest::builder().appid(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct TransformExpressOpenidRequest {
    /// 目标应用的appid: such as `wxaaaa1a123b456c7d`
    pub appid: String,
}

rules! { TransformExpressOpenidRequest {} }

/// The response of [`ExpressUsers::transform_express_openid`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct TransformExpressOpenidResponse {
    /// 转换后的openid: such as `xac1234554567676`
    pub openid: String,
}
