//! 消费金.

use serde::Serialize;
use wechatpay_client::{Deserialize, Fen, Result, Sensitive, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 消费金
#[wechatpay_api(defaults)]
pub trait MultiuseCoupons {
    /// 发放指定批次的消费金
    ///
    /// `POST /v3/multiuse/users/{openid}/coupons`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/multiuse-coupon/multiuse-coupon/send-multiuse-coupon.html>
    ///
    /// - `openid` 用户OpenID
    #[wechatpay_api(POST "/v3/multiuse/users/{openid}/coupons")]
    async fn send_multiuse_coupon(
        &self,
        openid: &str,
        body: &SendMultiuseCouponRequest,
    ) -> Result<SendMultiuseCouponResponse>;

    /// 下载批次发放明细
    ///
    /// `GET /v3/multiuse/stocks/{stock_id}/send-flow`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/multiuse-coupon/stock/send-flow.html>
    ///
    /// - `stock_id` 批次号: such as `9856888`
    #[wechatpay_api(GET "/v3/multiuse/stocks/{stock_id}/send-flow")]
    async fn query_multiuse_send_flow(&self, stock_id: &str) -> Result<MultiuseFlow>;

    /// 下载核销明细
    ///
    /// `GET /v3/multiuse/stocks/{stock_id}/use-flow`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/multiuse-coupon/stock/use-flow.html>
    ///
    /// - `stock_id` 批次号: such as `9856888`
    #[wechatpay_api(GET "/v3/multiuse/stocks/{stock_id}/use-flow")]
    async fn query_multiuse_use_flow(&self, stock_id: &str) -> Result<MultiuseFlow>;

    /// 下载批次退款明细
    ///
    /// `GET /v3/multiuse/stocks/{stock_id}/refund-flow`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/multiuse-coupon/stock/refund-flow.html>
    ///
    /// - `stock_id` 批次号: such as `9856888`
    #[wechatpay_api(GET "/v3/multiuse/stocks/{stock_id}/refund-flow")]
    async fn query_multiuse_refund_flow(&self, stock_id: &str) -> Result<MultiuseFlow>;
}

/// The request of [`MultiuseCoupons::send_multiuse_coupon`].
///
/// `SendMultiuseCouponRequest::builder().stock_id(…).out_request_no(…).user_name(…).id_card_number(…).appid(…).card_type(…).build()`.
/// For an `Option`, use setters such as `maybe_amount`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(Sensitive, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SendMultiuseCouponRequest {
    /// 批次号: such as `9856000`
    pub stock_id: String,
    /// 商户单据号: such as `8956000202407191254642`
    pub out_request_no: String,
    /// 用户姓名: encrypted
    pub user_name: Sensitive,
    /// 身份证号码: encrypted
    pub id_card_number: Sensitive,
    /// 发放面额: such as `10000`
    pub amount: Option<Fen>,
    /// 公众账号ID: such as `wx233544546545989`
    pub appid: String,
    /// 证件类型: such as `ID_CARD`
    pub card_type: IdCardType,
}

rules! {
    SendMultiuseCouponRequest {
        member("card_type", &[Listed(IdCardType::TEXTS)]),
    }
}

/// The response of [`MultiuseCoupons::send_multiuse_coupon`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct SendMultiuseCouponResponse {
    /// 消费金ID: such as `9867041`
    pub coupon_id: String,
}

/// The response of [`MultiuseCoupons::query_multiuse_send_flow`],
/// [`MultiuseCoupons::query_multiuse_use_flow`], [`MultiuseCoupons::query_multiuse_refund_flow`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct MultiuseFlow {
    /// 下载链接
    pub url: String,
}

open_enum! {
    /// 证件类型
    pub enum IdCardType {
        IdCard = "ID_CARD",
    }
}
