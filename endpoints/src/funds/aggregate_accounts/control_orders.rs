//! 台账管控.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, Sensitive, wechatpay_api};

use super::RequestScene;
use crate::open_enum::{open_enum, parameter_enum};
use crate::rules::rules;

/// 台账管控
#[wechatpay_api(defaults)]
pub trait ControlOrders {
    /// 发起微众台账管控
    ///
    /// `POST /v3/aggracct-bc/wb-channel/control-orders/punish`
    #[wechatpay_api(POST "/v3/aggracct-bc/wb-channel/control-orders/punish")]
    async fn punish_channel_account(
        &self,
        body: &PunishChannelAccountRequest,
    ) -> Result<PunishChannelAccountResponse>;

    /// 解除对微众台账的管控
    ///
    /// `POST /v3/aggracct-bc/wb-channel/control-orders/recover`
    #[wechatpay_api(POST "/v3/aggracct-bc/wb-channel/control-orders/recover")]
    async fn recover_channel_account(
        &self,
        body: &RecoverChannelAccountRequest,
    ) -> Result<RecoverChannelAccountResponse>;

    /// 查询控制单
    ///
    /// `GET /v3/aggracct-bc/wb-channel/control-orders/{out_request_no}`
    ///
    /// - `out_request_no` 微众管控/解管单号: such as `out_request_no_example`
    /// - `control_type` 控制单类型: such as `PUNISH`
    /// - `mchid` 微信支付商户号: such as `1900016681`
    #[wechatpay_api(GET "/v3/aggracct-bc/wb-channel/control-orders/{out_request_no}")]
    async fn query_channel_control_order(
        &self,
        out_request_no: &str,
        #[query] control_type: &ControlScene,
        #[query] mchid: &str,
    ) -> Result<ControlOrder>;
}

/// The request of [`ControlOrders::punish_channel_account`].
///
/// `PunishChannelAccountRequest::builder().out_request_no(…).mchid(…).bal_account_no(…).punish_scene(…).build()`.
/// For an `Option`, use setters such as `maybe_punish_reason`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into), on(Sensitive, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PunishChannelAccountRequest {
    /// 微众管控单号: such as `example_out_request_no` (unconfirmed)
    pub out_request_no: String,
    /// 目标下管商户号: such as `example_mchid` (unconfirmed)
    pub mchid: String,
    /// 目标下管台账ID: encrypted (unconfirmed)
    pub bal_account_no: Sensitive,
    /// 管控场景: such as `1` (unconfirmed)
    pub punish_scene: i64,
    /// 管控原因: such as `example_punish_reason`
    pub punish_reason: Option<String>,
    /// 管控结束时间: such as `2015-05-20T13:29:35+08:00`
    pub punish_end_time: Option<DateTime>,
    /// 目标下管卡号: encrypted
    pub card_no: Option<Sensitive>,
    /// 目标下管商户子账户协议号: such as `example_sgn_no`
    pub sgn_no: Option<String>,
    /// 请求场景: such as `SJT_CONVENIENT_SETTLEMENT_SERVICE_MERCHANT`
    pub req_scene: Option<RequestScene>,
    /// 微众资金划回策略: such as `ALL_FORBIDDEN`
    pub fund_repatriation_strategy: Option<FundRepatriationStrategy>,
}

rules! {
    PunishChannelAccountRequest {
        member("req_scene", &[Listed(RequestScene::TEXTS)]),
        member("fund_repatriation_strategy", &[Listed(FundRepatriationStrategy::TEXTS)]),
    }
}

/// The response of [`ControlOrders::punish_channel_account`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PunishChannelAccountResponse {
    /// 微信支付管控单号: such as `example_wxpay_punish_no`
    pub wxpay_punish_no: Option<String>,
    /// 微众管控单号: such as `example_out_request_no`
    pub out_request_no: Option<String>,
}

/// The request of [`ControlOrders::recover_channel_account`].
///
/// `RecoverChannelAccountRequest::builder().out_request_no(…).related_webank_punish_no(…).related_wxpay_punish_no(…).mchid(…).bal_account_no(…).recover_reason(…).build()`.
/// For an `Option`, use setters such as `maybe_card_no`.
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
pub struct RecoverChannelAccountRequest {
    /// 微众解管单号: such as `example_out_request_no` (unconfirmed)
    pub out_request_no: String,
    /// 关联微众管控单号: such as `example_related_webank_punish_no` (unconfirmed)
    pub related_webank_punish_no: String,
    /// 关联微信支付管控单号: such as `example_related_wxpay_punish_no` (unconfirmed)
    pub related_wxpay_punish_no: String,
    /// 目标解管商户号: such as `example_mchid` (unconfirmed)
    pub mchid: String,
    /// 目标解管台账ID: encrypted (unconfirmed)
    pub bal_account_no: Sensitive,
    /// 解管原因描述: such as `example_recover_reason` (unconfirmed)
    pub recover_reason: String,
    /// 目标下管卡号: encrypted
    pub card_no: Option<Sensitive>,
    /// 目标下管商户子账户协议号: such as `example_sgn_no`
    pub sgn_no: Option<String>,
    /// 请求场景: such as `SJT_CONVENIENT_SETTLEMENT_SERVICE_MERCHANT`
    pub req_scene: Option<RequestScene>,
}

rules! {
    RecoverChannelAccountRequest {
        member("req_scene", &[Listed(RequestScene::TEXTS)]),
    }
}

/// The response of [`ControlOrders::recover_channel_account`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct RecoverChannelAccountResponse {
    /// 微信支付解管单号: such as `example_wxpay_recover_no`
    pub wxpay_recover_no: Option<String>,
    /// 微众解管单号: such as `example_out_request_no`
    pub out_request_no: Option<String>,
}

/// The response of [`ControlOrders::query_channel_control_order`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ControlOrder {
    /// 控制场景: such as `PUNISH`
    pub control_scene: Option<ControlScene>,
    /// 管控单
    pub punish_order: Option<PunishOrder>,
    /// 解管单
    pub recover_order: Option<RecoverOrder>,
}

/// 管控单
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct PunishOrder {
    /// 微信管控单号: such as `example_wxpay_punish_no`
    pub wxpay_punish_no: Option<String>,
    /// 微众管控单号: such as `example_out_request_no`
    pub out_request_no: Option<String>,
    /// 目标下管商户号: such as `example_mchid`
    pub mchid: Option<String>,
    /// 管控场景: such as `1`
    pub punish_scene: Option<i64>,
    /// 管控场景规则版本号: such as `1`
    pub punish_rule_version: Option<i64>,
    /// 管控原因: such as `example_punish_reason`
    pub punish_reason: Option<String>,
    /// 管控开始时间: such as `2015-05-20T13:29:35+08:00`
    pub punish_start_time: Option<DateTime>,
    /// 管控结束时间: such as `2015-05-20T13:29:35+08:00`
    pub punish_end_time: Option<DateTime>,
    /// 管控受理时间: such as `2015-05-20T13:29:35+08:00`
    pub punish_accept_time: Option<DateTime>,
    /// 管控执行完成时间: such as `2015-05-20T13:29:35+08:00`
    pub punish_finish_time: Option<DateTime>,
    /// 管控状态: such as `EXECUTING`
    pub punish_state: Option<ControlState>,
    /// 生效状态: such as `ACTIVE`
    pub effect_state: Option<EffectState>,
    /// 管控方案: such as `DISABLE_RECEIVE`
    pub control_action: Option<Vec<ControlAction>>,
    /// 执行失败错误信息: such as `example_error_message`
    pub error_message: Option<String>,
    /// 执行失败错误码: such as `example_error_code`
    pub error_code: Option<String>,
}

/// 解管单
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct RecoverOrder {
    /// 微信支付解管单号: such as `example_wxpay_recover_no`
    pub wxpay_recover_no: Option<String>,
    /// 微众解管单号: such as `example_out_request_no`
    pub out_request_no: Option<String>,
    /// 关联微信支付管控单号: such as `example_related_wxpay_punish_no`
    pub related_wxpay_punish_no: Option<String>,
    /// 目标解管商户号: such as `example_mchid`
    pub mchid: Option<String>,
    /// 管控场景: such as `example_punish_scene`
    pub punish_scene: Option<String>,
    /// 管控场景规则版本号: such as `example_punish_rule_version`
    pub punish_rule_version: Option<String>,
    /// 解管受理时间: such as `2015-05-20T13:29:35+08:00`
    pub recover_accept_time: Option<DateTime>,
    /// 解管执行完成时间: such as `2015-05-20T13:29:35+08:00`
    pub recover_finish_time: Option<DateTime>,
    /// 解管状态: such as `EXECUTING`
    pub recover_state: Option<ControlState>,
    /// 解管原因描述: such as `example_recover_reason`
    pub recover_reason: Option<String>,
    /// 执行失败错误信息: such as `example_error_message`
    pub error_message: Option<String>,
    /// 执行失败错误码: such as `example_error_code`
    pub error_code: Option<String>,
}

open_enum! {
    /// 微众资金划回策略
    pub enum FundRepatriationStrategy {
        AllForbidden = "ALL_FORBIDDEN",
        AllAllowedWhenUnique = "ALL_ALLOWED_WHEN_UNIQUE",
    }
}

parameter_enum! {
    /// 控制单类型
    pub enum ControlScene {
        Punish = "PUNISH",
        Recover = "RECOVER",
    }
}

open_enum! {
    /// 管控状态
    pub enum ControlState {
        Executing = "EXECUTING",
        Success = "SUCCESS",
        Failed = "FAILED",
    }
}

open_enum! {
    /// 生效状态
    pub enum EffectState {
        Active = "ACTIVE",
        Recovered = "RECOVERED",
    }
}

open_enum! {
    /// 管控方案
    pub enum ControlAction {
        DisableReceive = "DISABLE_RECEIVE",
        DisableWithdrawal = "DISABLE_WITHDRAWAL",
        DisablePay = "DISABLE_PAY",
        DisableRefund = "DISABLE_REFUND",
        DisableCloseMerchant = "DISABLE_CLOSE_MERCHANT",
    }
}
