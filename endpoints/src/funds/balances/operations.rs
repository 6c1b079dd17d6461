//! 账户余额.

use wechatpay_client::{Deserialize, Fen, Result, wechatpay_api};

use crate::open_enum::parameter_enum;

/// 账户余额
#[wechatpay_api(defaults)]
pub trait Balances {
    /// 查询账户实时余额
    ///
    /// `GET /v3/merchant/fund/balance/{account_type}`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/ecommerce-balance/accounts/query-balance.html>
    ///
    /// - `account_type` 账户类型
    #[wechatpay_api(GET "/v3/merchant/fund/balance/{account_type}")]
    async fn query_balance(&self, account_type: &FundAccountType) -> Result<Balance>;

    /// 查询账户日终余额
    ///
    /// `GET /v3/merchant/fund/dayendbalance/{account_type}`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/ecommerce-balance/accounts/query-day-end-balance.html>
    ///
    /// - `account_type` 账户类型
    /// - `date` 日期: a date, such as `2019-06-11`
    #[wechatpay_api(GET "/v3/merchant/fund/dayendbalance/{account_type}")]
    async fn query_day_end_balance(
        &self,
        account_type: &FundAccountType,
        #[query] date: &str,
    ) -> Result<Balance>;

    /// 查询二级商户账户实时余额
    ///
    /// `GET /v3/ecommerce/fund/balance/{sub_mchid}`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/ecommerce-balance/accounts/query-e-commerce-balance.html>
    ///
    /// - `sub_mchid` 二级商户号: such as `1900000109`
    /// - `account_type` 账户类型
    #[wechatpay_api(GET "/v3/ecommerce/fund/balance/{sub_mchid}")]
    async fn query_sub_merchant_balance(
        &self,
        sub_mchid: &str,
        #[query] account_type: Option<&SubMerchantAccountType>,
    ) -> Result<SubMerchantBalance>;

    /// 查询二级商户账户日终余额
    ///
    /// `GET /v3/ecommerce/fund/enddaybalance/{sub_mchid}`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/ecommerce-balance/accounts/query-e-commerce-day-end-balance.html>
    ///
    /// - `sub_mchid` 电商特约商户商户号: such as `1222212222`
    /// - `date` 日期: a date, such as `2019-08-17`
    /// - `account_type` 账户类型
    #[wechatpay_api(GET "/v3/ecommerce/fund/enddaybalance/{sub_mchid}")]
    async fn query_sub_merchant_day_end_balance(
        &self,
        sub_mchid: &str,
        #[query] date: &str,
        #[query] account_type: Option<&DayEndBalanceAccountType>,
    ) -> Result<SubMerchantDayEndBalance>;
}

/// The response of [`Balances::query_balance`], [`Balances::query_day_end_balance`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct Balance {
    /// 可用余额: such as `100`
    pub available_amount: Fen,
    /// 不可用余额: such as `100`
    pub pending_amount: Option<Fen>,
}

/// The response of [`Balances::query_sub_merchant_balance`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct SubMerchantBalance {
    /// 特约商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 资金账户类型
    pub account_type: Option<SubMerchantAccountType>,
    /// 可用余额: such as `100`
    pub available_amount: Fen,
    /// 不可用余额: such as `100`
    pub pending_amount: Option<Fen>,
}

/// The response of [`Balances::query_sub_merchant_day_end_balance`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct SubMerchantDayEndBalance {
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 可用余额: such as `100`
    pub available_amount: Fen,
    /// 不可用余额: such as `100`
    pub pending_amount: Option<Fen>,
    /// 账户类型: such as `BASIC`
    pub account_type: Option<DayEndBalanceAccountType>,
}

parameter_enum! {
    /// 账户类型
    pub enum FundAccountType {
        Basic = "BASIC",
        Operation = "OPERATION",
        Fees = "FEES",
    }
}

parameter_enum! {
    /// 账户类型
    pub enum SubMerchantAccountType {
        Basic = "BASIC",
        Operation = "OPERATION",
        Fees = "FEES",
        Deposit = "DEPOSIT",
    }
}

parameter_enum! {
    /// 账户类型
    pub enum DayEndBalanceAccountType {
        Basic = "BASIC",
        Deposit = "DEPOSIT",
    }
}
