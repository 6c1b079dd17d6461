//! 垫付回补.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, wechatpay_api};

use crate::rules::rules;

/// 垫付回补
#[wechatpay_api(defaults)]
pub trait ReturnAdvances {
    /// 垫付退款回补
    ///
    /// `POST /v3/ecommerce/refunds/{refund_id}/return-advance`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/ecommerce-refund/refunds/create-return-advance.html>
    ///
    /// - `refund_id` 微信退款单号: such as `50000000382019052709732678859`
    #[wechatpay_api(POST "/v3/ecommerce/refunds/{refund_id}/return-advance")]
    async fn create_return_advance(
        &self,
        refund_id: &str,
        body: &CreateReturnAdvanceRequest,
    ) -> Result<ReturnAdvance>;

    /// 查询垫付回补结果
    ///
    /// `GET /v3/ecommerce/refunds/{refund_id}/return-advance`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/ecommerce-refund/refunds/query-return-advance.html>
    ///
    /// - `refund_id` 微信退款单号: such as `50000000382019052709732678859`
    /// - `sub_mchid` 二级商户号: such as `1900000109`
    #[wechatpay_api(GET "/v3/ecommerce/refunds/{refund_id}/return-advance")]
    async fn query_return_advance(
        &self,
        refund_id: &str,
        #[query] sub_mchid: &str,
    ) -> Result<ReturnAdvance>;
}

/// The request of [`ReturnAdvances::create_return_advance`].
///
/// `CreateReturnAdvanceRequest::builder().sub_mchid(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateReturnAdvanceRequest {
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: String,
}

rules! { CreateReturnAdvanceRequest {} }

/// The response of [`ReturnAdvances::create_return_advance`],
/// [`ReturnAdvances::query_return_advance`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct ReturnAdvance {
    /// 微信退款单号: such as `50000000382019052709732678859`
    pub refund_id: String,
    /// 微信回补单号: such as `1215562501201407033233368018`
    pub advance_return_id: String,
    /// 垫付回补金额: such as `888`
    pub return_amount: Fen,
    /// 出款方商户号: such as `1900000109`
    pub payer_mchid: String,
    /// 出款方账户: such as `BASIC`
    pub payer_account: String,
    /// 入账方商户号: such as `1900000108`
    pub payee_mchid: String,
    /// 入账方账户: such as `BASIC`
    pub payee_account: String,
    /// 垫付回补结果: such as `SUCCESS`
    pub result: String,
    /// 垫付回补完成时间: such as `2018-06-08T10:34:56+08:00`
    pub success_time: Option<DateTime>,
}
