//! 分账与结算.

use wechatpay_client::{DateTime, Deserialize};

/// The resource of `SETTLEMENT.SUCCESS`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct IndividualSettlement {
    /// 商户结算批次单号
    pub out_settle_batch_no: Option<String>,
    /// 微信支付结算批次单号
    pub settle_batch_no: Option<String>,
    /// 商品单个人收款方受理授权ID
    pub individual_auth_id: Option<String>,
    /// 收款方描述
    pub description: Option<String>,
    /// 批次状态
    pub state: Option<String>,
    /// 交易场景
    pub trade_scenario: Option<String>,
    /// 批次创建时间
    pub create_time: Option<DateTime>,
    /// 批次完成时间
    pub finish_time: Option<DateTime>,
}
