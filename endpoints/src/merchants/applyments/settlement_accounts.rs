//! 结算账户.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, Sensitive, wechatpay_api};

use crate::open_enum::{open_enum, parameter_enum};
use crate::rules::rules;

/// 结算账户
#[wechatpay_api(defaults)]
pub trait SettlementAccounts {
    /// 查询结算账户
    ///
    /// `GET /v3/apply4sub/sub_merchants/{sub_mchid}/settlement`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/ecommerce-merchant-application/get-settlement.html>
    ///
    /// - `sub_mchid` 特约商户/二级商户号: such as `1900006491`
    #[wechatpay_api(GET "/v3/apply4sub/sub_merchants/{sub_mchid}/settlement")]
    async fn query_settlement(
        &self,
        sub_mchid: &str,
        #[query] account_number_rule: Option<&str>,
    ) -> Result<SettlementAccount>;

    /// 修改结算帐号
    ///
    /// `POST /v3/apply4sub/sub_merchants/{sub_mchid}/modify-settlement`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/ecommerce-merchant-application/modify-settlement.html>
    ///
    /// - `sub_mchid` 特约商户号: at least 8 characters, as `numeric`, such as `1900006491`
    #[wechatpay_api(POST "/v3/apply4sub/sub_merchants/{sub_mchid}/modify-settlement")]
    async fn modify_settlement(
        &self,
        sub_mchid: &str,
        body: &ModifySettlementRequest,
    ) -> Result<ModifySettlementResponse>;

    /// 查询结算账户修改申请状态
    ///
    /// `GET /v3/apply4sub/sub_merchants/{sub_mchid}/application/{application_no}`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/ecommerce-merchant-application/get-application.html>
    ///
    /// - `sub_mchid` 特约商户/二级商户号: such as `1511101111`
    /// - `application_no` 修改结算账户申请单号: such as `102329389XXXX`
    /// - `account_number_rule` 银行账号展示规则: such as `ACCOUNT_NUMBER_RULE_MASK_V1`
    #[wechatpay_api(GET "/v3/apply4sub/sub_merchants/{sub_mchid}/application/{application_no}")]
    async fn query_settlement_application(
        &self,
        sub_mchid: &str,
        application_no: &str,
        #[query] account_number_rule: Option<&AccountNumberRule>,
    ) -> Result<SettlementApplication>;
}

/// The response of [`SettlementAccounts::query_settlement`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct SettlementAccount {
    /// 账户类型: such as `ACCOUNT_TYPE_BUSINESS`
    pub account_type: AccountType,
    /// 开户银行: such as `工商银行`
    pub account_bank: String,
    /// 开户银行全称: such as `施秉县农村信用合作联社城关信用社`
    pub bank_name: Option<String>,
    /// 开户银行联行号: such as `402713354941`
    pub bank_branch_id: Option<String>,
    /// 银行账号: such as `62*************78`
    pub account_number: String,
    /// 验证结果: such as `VERIFY_SUCCESS`
    pub verify_result: SettlementVerifyResult,
    /// 验证失败原因: such as `用户姓名/证件/手机不匹配，请核对后重试`
    pub verify_fail_reason: Option<String>,
}

/// The request of [`SettlementAccounts::modify_settlement`].
///
/// `ModifySettlementRequest::builder().account_type(…).account_bank(…).account_number(…).build()`.
/// For an `Option`, use setters such as `maybe_modify_mode`.
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
pub struct ModifySettlementRequest {
    /// 修改模式: such as `MODIFY_MODE_ASYNC`
    pub modify_mode: Option<ModifyMode>,
    /// 账户类型: such as `ACCOUNT_TYPE_BUSINESS`
    pub account_type: AccountType,
    /// 开户银行: such as `工商银行`
    pub account_bank: String,
    /// 开户银行省市编码: such as `110000`
    pub bank_address_code: Option<String>,
    /// 开户银行全称: such as `中国工商银行股份有限公司北京市分行营业部`
    pub bank_name: Option<String>,
    /// 开户银行联行号: such as `402713354941`
    pub bank_branch_id: Option<String>,
    /// 银行账号: encrypted
    pub account_number: Sensitive,
    /// 开户名称: encrypted
    pub account_name: Option<Sensitive>,
}

rules! {
    ModifySettlementRequest {
        member("modify_mode", &[Listed(ModifyMode::TEXTS)]),
        member("account_type", &[Listed(AccountType::TEXTS)]),
    }
}

/// The response of [`SettlementAccounts::modify_settlement`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ModifySettlementResponse {
    /// 修改结算账户申请单号: such as `102329389XXXX`
    pub application_no: String,
}

/// The response of [`SettlementAccounts::query_settlement_application`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct SettlementApplication {
    /// 开户名称: such as `张*`
    pub account_name: String,
    /// 账户类型: such as `ACCOUNT_TYPE_BUSINESS`
    pub account_type: AccountType,
    /// 开户银行: such as `工商银行`
    pub account_bank: String,
    /// 开户银行全称: such as `施秉县农村信用合作联社城关信用社`
    pub bank_name: Option<String>,
    /// 开户银行联行号: such as `402713354941`
    pub bank_branch_id: Option<String>,
    /// 银行账号: such as `62*************78`
    pub account_number: String,
    /// 审核状态: such as `AUDIT_SUCCESS`
    pub verify_result: SettlementApplicationVerifyResult,
    /// 审核驳回原因: such as `银行卡户名或卡号有误`
    pub verify_fail_reason: Option<String>,
    /// 审核结果更新时间: such as `2015-05-20T13:29:35+08:00`
    pub verify_finish_time: Option<DateTime>,
}

open_enum! {
    /// 账户类型
    pub enum AccountType {
        Business = "ACCOUNT_TYPE_BUSINESS",
        Private = "ACCOUNT_TYPE_PRIVATE",
    }
}

open_enum! {
    /// 验证结果
    pub enum SettlementVerifyResult {
        VerifySuccess = "VERIFY_SUCCESS",
        VerifyFail = "VERIFY_FAIL",
        Verifying = "VERIFYING",
    }
}

open_enum! {
    /// 修改模式
    pub enum ModifyMode {
        ModifyModeAsync = "MODIFY_MODE_ASYNC",
    }
}

parameter_enum! {
    /// 银行账号展示规则
    pub enum AccountNumberRule {
        MaskV1 = "ACCOUNT_NUMBER_RULE_MASK_V1",
        MaskV2 = "ACCOUNT_NUMBER_RULE_MASK_V2",
    }
}

open_enum! {
    /// 审核状态
    pub enum SettlementApplicationVerifyResult {
        AuditSuccess = "AUDIT_SUCCESS",
        Auditing = "AUDITING",
        AuditFail = "AUDIT_FAIL",
    }
}
