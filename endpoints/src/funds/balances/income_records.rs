//! 银行来账.

use wechatpay_client::{DateTime, Deserialize, Fen, Result, wechatpay_api};

use super::FundAccountType;
use crate::open_enum::open_enum;

/// 银行来账
#[wechatpay_api(defaults)]
pub trait IncomeRecords {
    /// 服务商银行来账查询
    ///
    /// `GET /v3/merchantfund/merchant/income-records`
    ///
    /// - `account_type` 账户类型: such as `BASIC`
    /// - `date` 日期: such as `2019-06-11`
    /// - `offset` 本次查询偏移量: such as `0`
    /// - `limit` 本次请求最大查询条数: such as `100`
    #[wechatpay_api(GET "/v3/merchantfund/merchant/income-records")]
    async fn list_merchant_income_records(
        &self,
        #[query] account_type: &FundAccountType,
        #[query] date: &str,
        #[query] offset: Option<i64>,
        #[query] limit: i64,
    ) -> Result<ListMerchantIncomeRecordsResponse>;

    /// 特约商户银行来账查询
    ///
    /// `GET /v3/merchantfund/partner/income-records`
    ///
    /// - `sub_mchid` 特约商户号: such as `2480253391`
    /// - `account_type` 账户类型: such as `BASIC`
    /// - `date` 日期: such as `2019-06-11`
    /// - `offset` 本次查询偏移量: such as `0`
    /// - `limit` 本次请求最大查询条数: such as `100`
    #[wechatpay_api(GET "/v3/merchantfund/partner/income-records")]
    async fn list_sub_merchant_income_records(
        &self,
        #[query] sub_mchid: &str,
        #[query] account_type: &FundAccountType,
        #[query] date: &str,
        #[query] offset: Option<i64>,
        #[query] limit: i64,
    ) -> Result<ListSubMerchantIncomeRecordsResponse>;
}

/// The response of [`IncomeRecords::list_merchant_income_records`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ListMerchantIncomeRecordsResponse {
    /// 查询数据总条数: such as `100`
    pub total_count: i64,
    /// 本次查询偏移量: such as `100`
    pub offset: i64,
    /// 本次查询条数: such as `100`
    pub limit: i64,
    /// 银行来账记录列表
    pub data: Option<Vec<IncomeRecord>>,
    /// 分页链接
    pub links: Option<PageLinks>,
}

/// 银行来账记录列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct IncomeRecord {
    /// 商户号: such as `2480253391`
    pub mchid: String,
    /// 账户类型: such as `BASIC`
    pub account_type: FundAccountType,
    /// 银行来账类型: such as `OFFLINERECHARGE`
    pub income_record_type: IncomeRecordType,
    /// 银行来账微信单号: such as `4200000811202011056138519459`
    pub income_record_id: String,
    /// 银行来账金额: such as `100`
    pub amount: Fen,
    /// 银行来账完成时间: such as `2017-12-08T00:08:00.00+08:00`
    pub success_time: DateTime,
    /// 付款方银行名称: such as `招商银行`
    pub bank_name: String,
    /// 付款方银行户名: such as `财付通支付科技有限公司`
    pub bank_account_name: String,
    /// 付款方银行卡号: such as `****6473`
    pub bank_account_number: String,
    /// 银行备注: such as `单号：202106010001`
    pub recharge_remark: Option<String>,
}

/// 分页链接
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PageLinks {
    /// 下一页链接
    pub next: Option<String>,
    /// 上一页链接
    pub prev: Option<String>,
    /// 当前链接
    #[serde(rename = "self")]
    pub self_: Option<String>,
}

/// The response of [`IncomeRecords::list_sub_merchant_income_records`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ListSubMerchantIncomeRecordsResponse {
    /// 查询数据总条数: such as `20`
    pub total_count: i64,
    /// 本次查询偏移量: such as `0`
    pub offset: i64,
    /// 本次查询条数: such as `20`
    pub limit: i64,
    /// 银行来账记录列表
    pub data: Option<Vec<SubMerchantIncomeRecord>>,
    /// 分页链接
    pub links: Option<PageLinks>,
}

/// 银行来账记录列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct SubMerchantIncomeRecord {
    /// 特约商户号: such as `2480253391`
    pub sub_mchid: String,
    /// 账户类型: such as `BASIC`
    pub account_type: FundAccountType,
    /// 银行来账类型: such as `OFFLINERECHARGE`
    pub income_record_type: IncomeRecordType,
    /// 银行来账微信单号: such as `4200000811202011056138519459`
    pub income_record_id: String,
    /// 银行来账金额: such as `2734921`
    pub amount: Fen,
    /// 银行来账完成时间: such as `2017-12-08T00:08:00.00+08:00`
    pub success_time: DateTime,
    /// 付款方银行名称: such as `招商银行`
    pub bank_name: String,
    /// 付款方银行户名: such as `北京三快科技有限公司`
    pub bank_account_name: String,
    /// 付款方银行卡号: such as `****6473`
    pub bank_account_number: String,
    /// 银行备注: such as `单号：202106010001`
    pub recharge_remark: Option<String>,
}

open_enum! {
    /// 银行来账类型
    pub enum IncomeRecordType {
        Offlinerecharge = "OFFLINERECHARGE",
        Enterprisedirectrevenue = "ENTERPRISEDIRECTREVENUE",
    }
}
