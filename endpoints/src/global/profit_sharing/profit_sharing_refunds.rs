//! 分账退款.

use wechatpay_client::{Deserialize, Result, wechatpay_api};

/// 分账退款
#[wechatpay_api(defaults)]
pub trait ProfitSharingRefunds {
    /// 查询订单剩余可退款金额
    ///
    /// `GET
    /// apihk.mch.weixin.qq.com/v3/global/profit-sharing/transactions/{transaction_id}/refundable-amounts`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api_external/ch/apis/chapter4_1_12.shtml>
    ///
    /// - `transaction_id` 微信订单号: such as `4208450740201411110007820472`
    /// - `sub_mchid` 子商户号: such as `1900000109`
    #[wechatpay_api(GET "/v3/global/profit-sharing/transactions/{transaction_id}/refundable-amounts", global)]
    async fn query_global_profit_sharing_refundable_amount(
        &self,
        transaction_id: &str,
        #[query] sub_mchid: Option<&str>,
    ) -> Result<RefundableAmount>;

    /// 查询可供垫付退款实时余额
    ///
    /// `GET apihk.mch.weixin.qq.com/v3/global/profit-sharing/refunds/refundable-balance`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api_external/ch/apis/chapter4_1_13.shtml>
    #[wechatpay_api(GET "/v3/global/profit-sharing/refunds/refundable-balance", global)]
    async fn query_global_profit_sharing_refundable_balance(&self) -> Result<RefundableBalance>;
}

/// The response of [`ProfitSharingRefunds::query_global_profit_sharing_refundable_amount`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct RefundableAmount {
    /// 微信订单号: such as `4208450740201411110007820472`
    pub transaction_id: Option<String>,
    /// 订单剩余可退款金额: in the smallest unit of the currency, such as `1000`
    pub refundable_amount: Option<i64>,
    /// 货币类型: such as `CNY`
    pub currency: Option<String>,
    /// 订单剩余可使用垫付资金退款的金额: in the smallest unit of the currency, such as `1000`
    pub funds_refundable_amount: Option<i64>,
}

/// The response of [`ProfitSharingRefunds::query_global_profit_sharing_refundable_balance`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct RefundableBalance {
    /// 出资方商户号: such as `19000000001`
    pub sponsor_mchid: Option<String>,
    /// 可供垫付分账退款的实时余额: in the smallest unit of the currency, such as `1000`
    pub balance: Option<i64>,
    /// 货币类型: such as `CNY`
    pub currency: Option<String>,
}
