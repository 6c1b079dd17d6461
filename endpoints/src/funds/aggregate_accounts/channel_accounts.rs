//! 渠道账户.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, Sensitive, wechatpay_api};

use super::RequestScene;
use crate::open_enum::open_enum;
use crate::rules::rules;

/// 渠道账户
#[wechatpay_api(defaults)]
pub trait ChannelAccounts {
    /// 查询渠道额度
    ///
    /// `GET /v3/aggracct-bc/wb-channel/account/balance`
    ///
    /// - `mchid` 微信支付商户号: such as `1900016681`
    /// - `bal_account_no` 额度台账号: encrypted
    /// - `card_no` 卡号: encrypted
    /// - `sgn_no` 商户子账户协议号: such as `example_sgn_no`
    /// - `req_scene` 请求场景: such as `SJT_CONVENIENT_SETTLEMENT_SERVICE_MERCHANT`
    #[wechatpay_api(GET "/v3/aggracct-bc/wb-channel/account/balance")]
    async fn query_channel_balance(
        &self,
        #[query] mchid: &str,
        #[query] bal_account_no: &Sensitive,
        #[query] card_no: Option<&Sensitive>,
        #[query] sgn_no: Option<&str>,
        #[query] req_scene: Option<&RequestScene>,
    ) -> Result<ChannelBalance>;

    /// 受理渠道结算银行账户更名申请
    ///
    /// `POST /v3/aggracct-bc/wb-channel/bank-channel-account/rename`
    #[wechatpay_api(POST "/v3/aggracct-bc/wb-channel/bank-channel-account/rename")]
    async fn rename_bank_channel_account(
        &self,
        body: &RenameBankChannelAccountRequest,
    ) -> Result<BankChannelAccountRename>;

    /// 查询渠道结算银行账户更名申请
    ///
    /// `GET /v3/aggracct-bc/wb-channel/bank-channel-account/rename/{application_id}`
    ///
    /// - `application_id` 微信支付更名受理返回的申请单号: such as
    ///   `11117742499090086455469010028373`
    /// - `mchid` 目标商户号: such as `1900016681`
    /// - `bal_account_no` 台账ID: encrypted
    #[wechatpay_api(GET "/v3/aggracct-bc/wb-channel/bank-channel-account/rename/{application_id}")]
    async fn query_bank_channel_account_rename(
        &self,
        application_id: &str,
        #[query] mchid: &str,
        #[query] bal_account_no: &Sensitive,
    ) -> Result<BankChannelAccountRename>;
}

/// The response of [`ChannelAccounts::query_channel_balance`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ChannelBalance {
    /// 是否存在在途减额指令
    pub in_transit_reduction_exist: Option<bool>,
    /// 额度台账号额度: such as `1`
    pub balance: Option<i64>,
}

/// The request of [`ChannelAccounts::rename_bank_channel_account`].
///
/// `RenameBankChannelAccountRequest::builder().out_request_no(…).mchid(…).bal_account_no(…).change_scene(…).build()`.
/// For an `Option`, use setters such as `maybe_req_scene`.
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
pub struct RenameBankChannelAccountRequest {
    /// 渠道结算银行账户更名外部系统单号: such as `htozr8denqegbt6tk6u10iymo7yww5pn` (unconfirmed)
    pub out_request_no: String,
    /// 目标商户号: such as `1900016681` (unconfirmed)
    pub mchid: String,
    /// 台账ID: encrypted (unconfirmed)
    pub bal_account_no: Sensitive,
    /// 变更类型: such as `SUBJECT_INFO_RENAME` (unconfirmed)
    pub change_scene: ChangeScene,
    /// 请求场景: such as `SJT_CONVENIENT_SETTLEMENT_SERVICE_MERCHANT`
    pub req_scene: Option<RequestScene>,
}

rules! {
    RenameBankChannelAccountRequest {
        member("change_scene", &[Listed(ChangeScene::TEXTS)]),
        member("req_scene", &[Listed(RequestScene::TEXTS)]),
    }
}

/// The response of [`ChannelAccounts::rename_bank_channel_account`],
/// [`ChannelAccounts::query_bank_channel_account_rename`].
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
pub struct BankChannelAccountRename {
    /// 变更类型: such as `SUBJECT_INFO_RENAME`
    pub change_scene: Option<ChangeScene>,
    /// 微信支付更名受理返回的申请单号: such as `11117742499090086455469010028373`
    pub application_id: Option<String>,
    /// 渠道结算银行账户更名外部系统单号: such as `htozr8denqegbt6tk6u10iymo7yww5pn`
    pub out_request_no: Option<String>,
    /// 目标商户号: such as `1900016681`
    pub mchid: Option<String>,
    /// 台账ID: encrypted
    pub bal_account_no: Option<Sensitive>,
    /// 目标账户名: encrypted
    pub new_account_name: Option<Sensitive>,
    /// 申请单状态: such as `PROCESSING`
    pub application_state: Option<RenameApplicationState>,
    /// 完成时间: such as `2015-05-20T13:29:35+08:00`
    pub finish_time: Option<DateTime>,
    /// 失败错误码: such as `AUDIT_REJECT`
    pub fail_code: Option<String>,
    /// 失败原因: such as `身份证有效期核验不通过，请检查有效期填写是否正确`
    pub fail_msg: Option<String>,
}

open_enum! {
    /// 变更类型
    pub enum ChangeScene {
        SubjectInfoRename = "SUBJECT_INFO_RENAME",
    }
}

open_enum! {
    /// 申请单状态
    pub enum RenameApplicationState {
        Processing = "PROCESSING",
        Success = "SUCCESS",
        Fail = "FAIL",
    }
}
