//! 提现.

use serde::Serialize;
use wechatpay_client::{BillFile, DateTime, Deserialize, Fen, Result, wechatpay_api};

use super::FundAccountType;
use crate::open_enum::{open_enum, parameter_enum};
use crate::rules::rules;

/// 提现
#[wechatpay_api(defaults)]
pub trait Withdrawals {
    /// 电商平台提现
    ///
    /// `POST /v3/merchant/fund/withdraw`
    #[wechatpay_api(POST "/v3/merchant/fund/withdraw")]
    async fn create_withdrawal(
        &self,
        body: &CreateWithdrawalRequest,
    ) -> Result<CreateWithdrawalResponse>;

    /// 商户提现单号查询电商平台提现
    ///
    /// `GET /v3/merchant/fund/withdraw/out-request-no/{out_request_no}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/ecommerce/fund/chapter3_6.shtml>
    ///
    /// - `out_request_no` 商户提现单号: such as `20190611222222222200000000012122`
    #[wechatpay_api(GET "/v3/merchant/fund/withdraw/out-request-no/{out_request_no}")]
    async fn query_withdrawal_by_out_request_no(&self, out_request_no: &str) -> Result<Withdrawal>;

    /// 微信支付提现单号查询电商平台提现
    ///
    /// `GET /v3/merchant/fund/withdraw/withdraw-id/{withdraw_id}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/ecommerce/fund/chapter3_6.shtml>
    ///
    /// - `withdraw_id` 微信支付提现单号: such as `12321937198237912739132791732123`
    #[wechatpay_api(GET "/v3/merchant/fund/withdraw/withdraw-id/{withdraw_id}")]
    async fn query_withdrawal_by_withdraw_id(&self, withdraw_id: &str) -> Result<Withdrawal>;

    /// 按日下载提现异常文件
    ///
    /// `GET /v3/merchant/fund/withdraw/bill-type/{bill_type}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter4_1_24.shtml>
    ///
    /// - `bill_type` 账单类型: default `NO_SUCC`
    /// - `bill_date` 账单日期: such as `2019-06-11`
    /// - `tar_type` 压缩类型: such as `GZIP`
    #[wechatpay_api(GET "/v3/merchant/fund/withdraw/bill-type/{bill_type}")]
    async fn get_withdrawal_bill(
        &self,
        bill_type: &WithdrawalBillType,
        #[query] bill_date: &str,
        #[query] tar_type: Option<&TarType>,
    ) -> Result<BillFile>;
}

/// The request of [`Withdrawals::create_withdrawal`].
///
/// `CreateWithdrawalRequest::builder().out_request_no(…).amount(…).account_type(…).build()`. For
/// an `Option`, use setters such as `maybe_remark`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateWithdrawalRequest {
    /// 商户提现单号: such as `20190611222222222200000000012122`
    pub out_request_no: String,
    /// 提现金额: such as `1`
    pub amount: Fen,
    /// 备注: such as `交易体现`
    pub remark: Option<String>,
    /// 银行附言: such as `xx平台提现`
    pub bank_memo: Option<String>,
    /// 资金账户类型
    pub account_type: FundAccountType,
    /// 提现结果通知地址
    pub notify_url: Option<String>,
}

rules! {
    CreateWithdrawalRequest {
        member("account_type", &[Listed(FundAccountType::TEXTS)]),
        member("notify_url", &[NotifyUrl]),
    }
}

/// The response of [`Withdrawals::create_withdrawal`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CreateWithdrawalResponse {
    /// 微信支付提现单号
    pub withdraw_id: Option<String>,
    /// 商户提现单号: such as `20190611222222222200000000012122`
    pub out_request_no: String,
}

/// The response of [`Withdrawals::query_withdrawal_by_out_request_no`],
/// [`Withdrawals::query_withdrawal_by_withdraw_id`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct Withdrawal {
    /// 提现单状态: such as `CREATE_SUCCESS`
    pub status: WithdrawalStatus,
    /// 微信支付提现单号
    pub withdraw_id: String,
    /// 商户提现单号: such as `20190611222222222200000000012122`
    pub out_request_no: String,
    /// 提现金额: such as `1`
    pub amount: Fen,
    /// 发起提现时间: such as `2015-05-20T13:29:35.120+08:00`
    pub create_time: DateTime,
    /// 提现状态更新时间: such as `2015-05-20T13:29:35.120+08:00`
    pub update_time: DateTime,
    /// 失败原因: such as `卡号错误`
    pub reason: Option<String>,
    /// 提现备注: such as `交易提现`
    pub remark: Option<String>,
    /// 银行附言: such as `微信提现`
    pub bank_memo: Option<String>,
    /// 出款账户类型: such as `BASIC`
    pub account_type: FundAccountType,
    /// 提现失败解决方案: such as `请修改结算银行卡信息`
    pub solution: Option<String>,
    /// `account_number`
    pub account_number: Option<String>,
    /// `account_bank`
    pub account_bank: Option<String>,
    /// `bank_name`
    pub bank_name: Option<String>,
}

open_enum! {
    /// 提现单状态
    pub enum WithdrawalStatus {
        CreateSuccess = "CREATE_SUCCESS",
        Success = "SUCCESS",
        Fail = "FAIL",
        Refund = "REFUND",
        Close = "CLOSE",
        Init = "INIT",
    }
}

parameter_enum! {
    /// 账单类型
    pub enum WithdrawalBillType {
        NoSucc = "NO_SUCC",
    }
}

parameter_enum! {
    /// 压缩类型
    pub enum TarType {
        Gzip = "GZIP",
    }
}
