//! 二级商户提现.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, wechatpay_api};

use super::{FundAccountType, WithdrawalStatus};
use crate::open_enum::open_enum;
use crate::rules::rules;

/// 二级商户提现
#[wechatpay_api(defaults)]
pub trait SubMerchantWithdrawals {
    /// 账户余额提现
    ///
    /// `POST /v3/ecommerce/fund/withdraw`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter4_1_22.shtml>
    #[wechatpay_api(POST "/v3/ecommerce/fund/withdraw")]
    async fn create_sub_merchant_withdrawal(
        &self,
        body: &CreateSubMerchantWithdrawalRequest,
    ) -> Result<CreateSubMerchantWithdrawalResponse>;

    /// 商户提现单号查询
    ///
    /// `GET /v3/ecommerce/fund/withdraw/out-request-no/{out_request_no}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter4_1_23.shtml>
    ///
    /// - `out_request_no` 商户提现单号: such as `20190611222222222200000000012122`
    /// - `sub_mchid` 二级商户号: such as `1900000109`
    #[wechatpay_api(GET "/v3/ecommerce/fund/withdraw/out-request-no/{out_request_no}")]
    async fn query_sub_merchant_withdrawal_by_out_request_no(
        &self,
        out_request_no: &str,
        #[query] sub_mchid: &str,
    ) -> Result<SubMerchantWithdrawal>;

    /// 微信支付提现单号查询
    ///
    /// `GET /v3/ecommerce/fund/withdraw/{withdraw_id}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter4_1_23.shtml>
    ///
    /// - `withdraw_id` 微信支付提现单号: such as `1232193719823791273913279173`
    /// - `sub_mchid` 二级商户号: such as `1900000109`
    #[wechatpay_api(GET "/v3/ecommerce/fund/withdraw/{withdraw_id}")]
    async fn query_sub_merchant_withdrawal_by_withdraw_id(
        &self,
        withdraw_id: &str,
        #[query] sub_mchid: &str,
    ) -> Result<SubMerchantWithdrawal>;

    /// 二级商户按日终余额预约提现
    ///
    /// `POST /v3/platsolution/ecommerce/withdraw/day-end-balance-withdraw`
    #[wechatpay_api(POST "/v3/platsolution/ecommerce/withdraw/day-end-balance-withdraw")]
    async fn create_day_end_balance_withdrawal(
        &self,
        body: &CreateDayEndBalanceWithdrawalRequest,
    ) -> Result<DayEndBalanceWithdrawal>;

    /// 查询日终余额预约提现
    ///
    /// `GET
    /// /v3/platsolution/ecommerce/withdraw/day-end-balance-withdraw/out-request-no/{out_request_no}`
    ///
    /// - `out_request_no` 商户提现单号: such as `20190611222222222200000000012122`
    /// - `sub_mchid` 二级商户号: such as `1900000109`
    #[wechatpay_api(GET "/v3/platsolution/ecommerce/withdraw/day-end-balance-withdraw/out-request-no/{out_request_no}")]
    async fn query_day_end_balance_withdrawal(
        &self,
        out_request_no: &str,
        #[query] sub_mchid: &str,
    ) -> Result<DayEndBalanceWithdrawal>;
}

/// The request of [`SubMerchantWithdrawals::create_sub_merchant_withdrawal`].
///
/// `CreateSubMerchantWithdrawalRequest::builder().sub_mchid(…).out_request_no(…).amount(…).build()`.
/// For an `Option`, use setters such as `maybe_remark`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateSubMerchantWithdrawalRequest {
    /// 特约商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 商户提现单号: such as `20190611222222222200000000012122`
    pub out_request_no: String,
    /// 提现金额: such as `100`
    pub amount: Fen,
    /// 提现备注: such as `交易提现`
    pub remark: Option<String>,
    /// 银行附言: such as `微信支付提现`
    pub bank_memo: Option<String>,
    /// 出款账户类型: such as `BASIC`
    pub account_type: Option<FundAccountType>,
    /// 提现结果通知地址: such as `https://weixin.qq.com/a-fake-notify-url`
    pub notify_url: Option<String>,
}

rules! {
    CreateSubMerchantWithdrawalRequest {
        member("account_type", &[Listed(FundAccountType::TEXTS)]),
        member("notify_url", &[NotifyUrl]),
    }
}

/// The response of [`SubMerchantWithdrawals::create_sub_merchant_withdrawal`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CreateSubMerchantWithdrawalResponse {
    /// 特约商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 微信支付提现单号
    pub withdraw_id: String,
    /// 商户提现单号: such as `20190611222222222200000000012122`
    pub out_request_no: Option<String>,
    /// 出款账户类型: such as `BASIC`
    pub account_type: Option<FundAccountType>,
}

/// The response of [`SubMerchantWithdrawals::query_sub_merchant_withdrawal_by_out_request_no`],
/// [`SubMerchantWithdrawals::query_sub_merchant_withdrawal_by_withdraw_id`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct SubMerchantWithdrawal {
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 电商平台商户号: such as `1800000123`
    pub sp_mchid: String,
    /// 提现单状态: such as `SUCCESS`
    pub status: WithdrawalStatus,
    /// 微信支付提现单号
    pub withdraw_id: String,
    /// 商户提现单号: such as `1217752501201407033233368018`
    pub out_request_no: String,
    /// 提现金额: such as `100`
    pub amount: Fen,
    /// 发起提现时间
    pub create_time: Option<DateTime>,
    /// 提现状态更新时间
    pub update_time: Option<DateTime>,
    /// 失败原因: such as `卡号错误`
    pub reason: Option<String>,
    /// 提现备注: such as `交易提现`
    pub remark: Option<String>,
    /// 银行备注: such as `微信提现`
    pub bank_memo: Option<String>,
    /// 出款账户类型: such as `BASIC`
    pub account_type: Option<FundAccountType>,
    /// 入账银行账号后四位: such as `1178`
    pub account_number: Option<String>,
    /// 入账银行: such as `招商银行`
    pub account_bank: Option<String>,
    /// 入账银行全称: such as `中国工商银行股份有限公司深圳软件园支行`
    pub bank_name: Option<String>,
}

/// The request of [`SubMerchantWithdrawals::create_day_end_balance_withdrawal`].
///
/// `CreateDayEndBalanceWithdrawalRequest::builder().sub_mchid(…).out_request_no(…).calculate_amount_type(…).build()`.
/// For an `Option`, use setters such as `maybe_remark`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateDayEndBalanceWithdrawalRequest {
    /// 特约商户号: such as `1900000109` (unconfirmed)
    pub sub_mchid: String,
    /// 商户提现单号: such as `20190611222222222200000000012122` (unconfirmed)
    pub out_request_no: String,
    /// 计算提现金额方式: such as `ONLY_DAY_END_BALANCE` (unconfirmed)
    pub calculate_amount_type: CalculateAmountType,
    /// 提现备注: such as `交易提现`
    pub remark: Option<String>,
    /// 银行附言: such as `微信支付提现`
    pub bank_memo: Option<String>,
    /// 提现结果通知地址: such as `https://yourapp.com/notify`
    pub notify_url: Option<String>,
    /// 留存额: such as `100`
    pub reserve_amount: Option<Fen>,
}

rules! {
    CreateDayEndBalanceWithdrawalRequest {
        member("calculate_amount_type", &[Listed(CalculateAmountType::TEXTS)]),
        member("notify_url", &[NotifyUrl]),
    }
}

/// The response of [`SubMerchantWithdrawals::create_day_end_balance_withdrawal`],
/// [`SubMerchantWithdrawals::query_day_end_balance_withdrawal`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct DayEndBalanceWithdrawal {
    /// 收付通平台商户号: such as `222212131`
    pub sp_mchid: Option<String>,
    /// 特约商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 单据状态: such as `CREATED`
    pub status: Option<DayEndBalanceWithdrawalStatus>,
    /// 微信支付提现单号
    pub withdraw_id: Option<String>,
    /// 商户提现单号: such as `20190611222222222200000000012122`
    pub out_request_no: Option<String>,
    /// 提现金额: such as `100`
    pub total_amount: Option<Fen>,
    /// 提现成功金额: such as `0`
    pub success_amount: Option<Fen>,
    /// 提现失败金额: such as `0`
    pub fail_amount: Option<Fen>,
    /// 提现退票金额: such as `0`
    pub refund_amount: Option<Fen>,
    /// 发起提现时间
    pub create_time: Option<DateTime>,
    /// 提现状态更新时间
    pub update_time: Option<DateTime>,
    /// 失败原因: such as `卡号错误`
    pub reason: Option<String>,
    /// 提现备注: such as `交易提现`
    pub remark: Option<String>,
    /// 银行附言: such as `微信支付提现`
    pub bank_memo: Option<String>,
    /// 出款账户类型: such as `BASIC`
    pub account_type: Option<FundAccountType>,
    /// 入账银行账号后四位: such as `1178`
    pub account_number: Option<String>,
    /// 入账银行: such as `招商银行`
    pub account_bank: Option<String>,
    /// 入账银行全称: such as `中国工商银行股份有限公司深圳软件园支行`
    pub bank_name: Option<String>,
}

open_enum! {
    /// 计算提现金额方式
    pub enum CalculateAmountType {
        OnlyDayEndBalance = "ONLY_DAY_END_BALANCE",
        AllowCurrentBalance = "ALLOW_CURRENT_BALANCE",
    }
}

open_enum! {
    /// 单据状态
    pub enum DayEndBalanceWithdrawalStatus {
        Created = "CREATED",
        Processing = "PROCESSING",
        Finished = "FINISHED",
        Abnormal = "ABNORMAL",
    }
}
