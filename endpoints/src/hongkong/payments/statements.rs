//! 结算与对账单.

use wechatpay_client::{Deserialize, Download, Result, wechatpay_api};

use crate::open_enum::{open_enum, parameter_enum};

/// 结算与对账单
#[wechatpay_api(defaults)]
pub trait Statements {
    /// 查询结算资金明细
    ///
    /// `GET /hk/v3/settle/settlements`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api/wxpay/ch/fusion_wallet_ch/QuickPay/chapter8_10.shtml>
    ///
    /// - `sub_mchid` 子商户号: such as `1900000101`
    /// - `settle_state` 结算状态: such as `SETTLED`
    /// - `settle_start_date` 结算开始日期: such as `20091225`
    /// - `settle_end_date` 结算结束日期: such as `20091226`
    /// - `limit` 最大记录条数: such as `5`
    /// - `offset` 记录起始位置: such as `10`
    #[wechatpay_api(GET "/hk/v3/settle/settlements")]
    async fn list_hk_settlements(
        &self,
        #[query] sub_mchid: Option<&str>,
        #[query] settle_state: &SettlementState,
        #[query] settle_start_date: Option<&str>,
        #[query] settle_end_date: Option<&str>,
        #[query] limit: i64,
        #[query] offset: i64,
    ) -> Result<ListHkSettlementsResponse>;

    /// 下载对账单
    ///
    /// `GET /hk/v3/statements`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api/wxpay/ch/fusion_wallet_ch/QuickPay/chapter8_5.shtml>
    ///
    /// - `date` 账单日期: such as `20180130`
    /// - `mchid` 商户号: such as `1900000109`
    #[wechatpay_api(GET "/hk/v3/statements", download)]
    async fn download_hk_statement(
        &self,
        #[query] date: &str,
        #[query] mchid: Option<&str>,
    ) -> Result<Download>;
}

/// The response of [`Statements::list_hk_settlements`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ListHkSettlementsResponse {
    /// 结算信息列表
    pub data: Option<Vec<Settlement>>,
    /// 总记录条数: such as `1234`
    pub total_count: Option<i64>,
    /// 记录起始位置: such as `1`
    pub offset: Option<i64>,
    /// 本次返回条数: such as `20`
    pub limit: Option<i64>,
}

/// 结算信息列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct Settlement {
    /// 付款批次号: such as `20091225003`
    pub batch_id: Option<String>,
    /// 结算日期: such as `20091225`
    pub settlement_date: Option<String>,
    /// 交易开始日期: such as `20091225`
    pub trade_start_date: Option<String>,
    /// 交易结束日期: such as `20091225`
    pub trade_end_date: Option<String>,
    /// 金额
    pub amount: Option<SettlementAmount>,
    /// 钱包主体: such as `CHINA_HONGKONG`
    pub wallet_region: Option<WalletRegion>,
}

/// 金额
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct SettlementAmount {
    /// 已结算金额: in the smallest unit of the currency, such as `123`
    pub settled: Option<i64>,
    /// 未结算金额: in the smallest unit of the currency, such as `123`
    pub unsettle: Option<i64>,
    /// 结算币种: such as `HKD`
    pub currency: Option<String>,
    /// 支付金额: in the smallest unit of the currency, such as `123`
    pub pay: Option<i64>,
    /// 退款金额: in the smallest unit of the currency, such as `123`
    pub refund: Option<i64>,
    /// 支付净额: in the smallest unit of the currency, such as `5`
    pub net: Option<i64>,
    /// 手续费金额: in the smallest unit of the currency, such as `5`
    pub fee: Option<i64>,
}

parameter_enum! {
    /// 结算状态
    pub enum SettlementState {
        Settled = "SETTLED",
        Unsettle = "UNSETTLE",
    }
}

open_enum! {
    /// 钱包主体
    pub enum WalletRegion {
        ChinaMainland = "CHINA_MAINLAND",
        ChinaHongkong = "CHINA_HONGKONG",
    }
}
