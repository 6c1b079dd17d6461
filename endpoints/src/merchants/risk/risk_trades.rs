//! 电商风险订单.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, wechatpay_api};

use crate::rules::rules;

/// 电商风险订单
#[wechatpay_api(defaults)]
pub trait RiskTrades {
    /// 查询风险订单
    ///
    /// `POST /v3/merchant-risk-manage/ec-trade-risk/query-risk-trades`
    #[wechatpay_api(POST "/v3/merchant-risk-manage/ec-trade-risk/query-risk-trades")]
    async fn list_risk_trades(
        &self,
        body: &ListRiskTradesRequest,
    ) -> Result<ListRiskTradesResponse>;

    /// 回传处置结果
    ///
    /// `POST /v3/merchant-risk-manage/ec-trade-risk/recv-dispose-result`
    #[wechatpay_api(POST "/v3/merchant-risk-manage/ec-trade-risk/recv-dispose-result")]
    async fn report_risk_trade_result(
        &self,
        body: &ReportRiskTradeResultRequest,
    ) -> Result<ReportRiskTradeResultResponse>;
}

/// The request of [`RiskTrades::list_risk_trades`].
///
/// `ListRiskTradesRequest::builder().build()`. For an `Option`, use setters such as
/// `maybe_sp_mchid`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ListRiskTradesRequest {
    /// 服务商商户号: such as `1900000109`
    pub sp_mchid: Option<String>,
    /// 子商户号: such as `1900009231`
    pub sub_mchid: Option<String>,
    /// 商户号: such as `1900009231`
    pub mchid: Option<String>,
    /// 开始时间: such as `2025-05-20T13:29:35+08:00`
    pub start_time: Option<DateTime>,
    /// 结束时间: such as `2025-05-20T13:29:35+08:00`
    pub end_time: Option<DateTime>,
    /// 查询页码: default `1`, such as `1`
    pub page_index: Option<i64>,
    /// 查询页大小: default `10`, such as `10`
    pub page_size: Option<i64>,
}

rules! { ListRiskTradesRequest {} }

/// The response of [`RiskTrades::list_risk_trades`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ListRiskTradesResponse {
    /// 总风险订单数: such as `10`
    pub total_num: Option<i64>,
    /// 风险订单列表
    pub risk_trade_list: Option<Vec<RiskTrade>>,
}

/// 风险订单列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct RiskTrade {
    /// 商户号: such as `1900009231`
    pub mchid: Option<String>,
    /// 商户订单号: such as `20150806125346`
    pub out_trade_no: Option<String>,
    /// 风险类型: values `1`, `2`, `3`, `4`
    pub risk_type: Option<i64>,
    /// 风险等级: values `1`, `2`, `3`
    pub risk_level: Option<i64>,
    /// 投诉单状态: such as `2020-12-01T16:18:12+08:00`
    pub risk_discove_time: Option<DateTime>,
}

/// The request of [`RiskTrades::report_risk_trade_result`].
///
/// `ReportRiskTradeResultRequest::builder().out_trade_no(…).build()`. For an `Option`, use setters
/// such as `maybe_sp_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ReportRiskTradeResultRequest {
    /// 服务商商户号: such as `1900000109`
    pub sp_mchid: Option<String>,
    /// 子商户号: such as `1900009231`
    pub sub_mchid: Option<String>,
    /// 商户号: such as `1900009231`
    pub mchid: Option<String>,
    /// 商户订单号: such as `20150806125346`
    pub out_trade_no: String,
    /// 最终风险结论: values `1`, `2`
    pub final_risk_result: Option<i64>,
    /// 最终风险类型: values `1`, `2`, `3`, `4`
    pub final_risk_type: Option<i64>,
    /// 处置结论: values `1`, `2`, `3`
    pub disp_conclusion: Option<Vec<i64>>,
    /// 处置补充: such as `example_disp_addition`
    pub disp_addition: Option<String>,
    /// 是否有投诉
    pub exist_complaint: Option<bool>,
    /// 退款金额: such as `100`
    pub refund_amount: Option<Fen>,
}

rules! {
    ReportRiskTradeResultRequest {
        member("final_risk_result", &[ListedNumbers(&[1, 2])]),
        member("final_risk_type", &[ListedNumbers(&[1, 2, 3, 4])]),
        member("disp_conclusion", &[ListedNumbers(&[1, 2, 3])]),
    }
}

/// The response of [`RiskTrades::report_risk_trade_result`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ReportRiskTradeResultResponse {
    /// 返回描述: such as `ok`
    pub rsp_msg: Option<String>,
}
