//! 充值退款余额.

use wechatpay_client::{Deserialize, Result, wechatpay_api};

/// 充值退款余额
#[wechatpay_api(defaults)]
pub trait RefundRechargeBalances {
    /// 商家充值退款余额查询
    ///
    /// `GET apihk.mch.weixin.qq.com/v3/global/refund/recharge-balance`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// <https://pay.weixin.qq.com/doc/global/v3/zh/4013068934>
    #[wechatpay_api(GET "/v3/global/refund/recharge-balance", global)]
    async fn query_refund_recharge_balance(&self) -> Result<RefundRechargeBalance>;

    /// 服务商查询商家充值退款余额
    ///
    /// `GET
    /// apihk.mch.weixin.qq.com/v3/global/refund/partner/recharge-balance/sub-mchid/{sub_mchid}`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// <https://pay.weixin.qq.com/doc/global/v3/zh/4013068934>
    ///
    /// - `sub_mchid` 特约商户号: such as `1900000109`
    #[wechatpay_api(GET "/v3/global/refund/partner/recharge-balance/sub-mchid/{sub_mchid}", global)]
    async fn query_partner_refund_recharge_balance(
        &self,
        sub_mchid: &str,
    ) -> Result<RefundRechargeBalance>;
}

/// The response of [`RefundRechargeBalances::query_refund_recharge_balance`],
/// [`RefundRechargeBalances::query_partner_refund_recharge_balance`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct RefundRechargeBalance {
    /// 账户可用余额: in the smallest unit of the currency, such as `888`
    pub remaining_amount: Option<i64>,
    /// 货币类型: such as `KHD`
    pub currency: Option<String>,
}
