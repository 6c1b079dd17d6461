//! 批次明细.

use wechatpay_client::{Deserialize, Result, wechatpay_api};

/// 批次明细
#[wechatpay_api(defaults)]
pub trait FavorFlows {
    /// 下载批次核销明细
    ///
    /// `GET /v3/marketing/favor/stocks/{stock_id}/use-flow`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/marketing/convention/chapter3_10.shtml>
    ///
    /// - `stock_id` 批次号
    #[wechatpay_api(GET "/v3/marketing/favor/stocks/{stock_id}/use-flow")]
    async fn query_favor_use_flow(&self, stock_id: &str) -> Result<FavorFlow>;

    /// 下载批次退款明细
    ///
    /// `GET /v3/marketing/favor/stocks/{stock_id}/refund-flow`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/marketing/convention/chapter3_11.shtml>
    ///
    /// - `stock_id` 批次号
    #[wechatpay_api(GET "/v3/marketing/favor/stocks/{stock_id}/refund-flow")]
    async fn query_favor_refund_flow(&self, stock_id: &str) -> Result<FavorFlow>;

    /// 获取批次核销明细下载链接
    ///
    /// `GET /v3/marketing/favor/stocks/{stock_id}/use-flow-by-day`
    ///
    /// - `stock_id` 批次号: such as `12356458`
    /// - `bill_date` 账单日期: such as `2025-08-09`
    #[wechatpay_api(GET "/v3/marketing/favor/stocks/{stock_id}/use-flow-by-day")]
    async fn query_favor_use_flow_by_day(
        &self,
        stock_id: &str,
        #[query] bill_date: &str,
    ) -> Result<QueryFavorUseFlowByDayResponse>;

    /// 获取批次退款明细下载链接
    ///
    /// `GET /v3/marketing/favor/stocks/{stock_id}/refund-flow-by-day`
    ///
    /// - `stock_id` 批次号: such as `12356458`
    /// - `bill_date` 账单日期: such as `2025-08-09`
    #[wechatpay_api(GET "/v3/marketing/favor/stocks/{stock_id}/refund-flow-by-day")]
    async fn query_favor_refund_flow_by_day(
        &self,
        stock_id: &str,
        #[query] bill_date: &str,
    ) -> Result<QueryFavorRefundFlowByDayResponse>;
}

/// The response of [`FavorFlows::query_favor_use_flow`], [`FavorFlows::query_favor_refund_flow`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct FavorFlow {
    /// 下载链接: such as `download://example.csv`
    pub url: String,
    /// 安全校验码: such as `8ae0eb442c408d2e90d669d6f4ad6b7e6e049d6f`
    pub hash_value: String,
    /// 哈希算法类型: such as `SHA1`
    pub hash_type: String,
}

/// The response of [`FavorFlows::query_favor_use_flow_by_day`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct QueryFavorUseFlowByDayResponse {
    /// 下载链接
    pub url: String,
    /// 账单文件摘要: such as `8ae0eb442c408d2e90d669d6f4ad6b7e6e049d6f`
    pub stock_useflow_hash: String,
    /// 账单记录总条数: such as `2030`
    pub stock_useflow_count: String,
}

/// The response of [`FavorFlows::query_favor_refund_flow_by_day`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct QueryFavorRefundFlowByDayResponse {
    /// 下载链接
    pub url: String,
    /// 账单文件摘要: such as `8ae0eb442c408d2e90d669d6f4ad6b7e6e049d6f`
    pub stock_refundflow_hash: String,
    /// 账单记录总条数: such as `2030`
    pub stock_refundflow_count: String,
}
