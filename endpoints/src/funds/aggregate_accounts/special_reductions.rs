//! 特殊减额.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, Sensitive, wechatpay_api};

use super::RequestScene;
use crate::open_enum::open_enum;
use crate::rules::rules;

/// 特殊减额
#[wechatpay_api(defaults)]
pub trait SpecialReductions {
    /// 特殊减额
    ///
    /// `POST /v3/aggracct-bc/wb-channel/special-reduction`
    #[wechatpay_api(POST "/v3/aggracct-bc/wb-channel/special-reduction")]
    async fn create_special_reduction(
        &self,
        body: &CreateSpecialReductionRequest,
    ) -> Result<SpecialReduction>;

    /// 查询特殊减额结果
    ///
    /// `GET /v3/aggracct-bc/wb-channel/special-reduction/{out_request_no}`
    ///
    /// - `out_request_no` 特殊减额单号: such as `htozr8denqegbt6tk6u10iymo7yww5pn`
    /// - `mchid` 微信支付商户号: such as `1900016681`
    /// - `bal_account_no` 额度台账号: encrypted
    /// - `card_no` 卡号: encrypted
    /// - `sgn_no` 商户子账户协议号: such as `example_sgn_no`
    /// - `req_scene` 请求场景: such as `SJT_CONVENIENT_SETTLEMENT_SERVICE_MERCHANT`
    #[wechatpay_api(GET "/v3/aggracct-bc/wb-channel/special-reduction/{out_request_no}")]
    async fn query_special_reduction(
        &self,
        out_request_no: &str,
        #[query] mchid: &str,
        #[query] bal_account_no: &Sensitive,
        #[query] card_no: Option<&Sensitive>,
        #[query] sgn_no: Option<&str>,
        #[query] req_scene: Option<&RequestScene>,
    ) -> Result<SpecialReduction>;
}

/// The request of [`SpecialReductions::create_special_reduction`].
///
/// `CreateSpecialReductionRequest::builder().mchid(…).bal_account_no(…).out_request_no(…).reduction_type(…).amount(…).build()`.
/// For an `Option`, use setters such as `maybe_reason`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(Sensitive, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateSpecialReductionRequest {
    /// 微信支付商户号: such as `1900016681` (unconfirmed)
    pub mchid: String,
    /// 额度台账号: encrypted (unconfirmed)
    pub bal_account_no: Sensitive,
    /// 特殊减额单号: such as `htozr8denqegbt6tk6u10iymo7yww5pn` (unconfirmed)
    pub out_request_no: String,
    /// 特殊减额类型: such as `JUDICIAL_DEDUCTION` (unconfirmed)
    pub reduction_type: ReductionType,
    /// 减额金额: such as `1` (unconfirmed)
    pub amount: Fen,
    /// 特殊减额原因: such as `司法案件号：202508080009`
    pub reason: Option<String>,
    /// 卡号: encrypted
    pub card_no: Option<Sensitive>,
    /// 商户账户协议号: such as `example_sgn_no`
    pub sgn_no: Option<String>,
    /// 请求场景: such as `SJT_CONVENIENT_SETTLEMENT_SERVICE_MERCHANT`
    pub req_scene: Option<RequestScene>,
}

rules! {
    CreateSpecialReductionRequest {
        member("reduction_type", &[Listed(ReductionType::TEXTS)]),
        member("req_scene", &[Listed(RequestScene::TEXTS)]),
    }
}

/// The response of [`SpecialReductions::create_special_reduction`],
/// [`SpecialReductions::query_special_reduction`].
///
/// Sensitive members deserialize only inside the client, which decrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into), on(Sensitive, into))
)]
#[non_exhaustive]
pub struct SpecialReduction {
    /// 微信支付商户号: such as `1900016681`
    pub mchid: Option<String>,
    /// 额度台账号: encrypted
    pub bal_account_no: Option<Sensitive>,
    /// 特殊减额单号: such as `htozr8denqegbt6tk6u10iymo7yww5pn`
    pub out_request_no: Option<String>,
    /// 特殊减额类型: such as `JUDICIAL_DEDUCTION`
    pub reduction_type: Option<ReductionType>,
    /// 减额金额: such as `1`
    pub amount: Option<Fen>,
    /// 处理结果: such as `SUCCESS`
    pub state: Option<SpecialReductionState>,
    /// 特殊减额原因: such as `司法案件号：202508080009`
    pub reason: Option<String>,
    /// 微信支付额度变更单号: such as `m6a6dx8iit7m932dx03ue2lw2ofo2r88`
    pub quota_change_no: Option<String>,
    /// 成功时间: such as `2015-05-20T13:29:35+08:00`
    pub success_time: Option<DateTime>,
    /// 失败时间: such as `2015-05-20T13:29:35+08:00`
    pub fail_time: Option<DateTime>,
    /// 失败原因: such as `BALANCE_NOT_ENOUGH`
    pub fail_reason: Option<SpecialReductionFailReason>,
}

open_enum! {
    /// 特殊减额类型
    pub enum ReductionType {
        FinancialPenalty = "FINANCIAL_PENALTY",
        JudicialDeduction = "JUDICIAL_DEDUCTION",
    }
}

open_enum! {
    /// 处理结果
    pub enum SpecialReductionState {
        Processing = "PROCESSING",
        Success = "SUCCESS",
        Failed = "FAILED",
    }
}

open_enum! {
    /// 失败原因
    pub enum SpecialReductionFailReason {
        BalanceNotEnough = "BALANCE_NOT_ENOUGH",
        ReceiptNotExistClosed = "RECEIPT_NOT_EXIST_CLOSED",
        TimeOutClosed = "TIME_OUT_CLOSED",
    }
}
