//! 个人收款签约.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, Sensitive, wechatpay_api};

use crate::open_enum::{open_enum, parameter_enum};
use crate::rules::rules;

/// 个人收款签约
#[wechatpay_api(defaults)]
pub trait IndividualContracts {
    /// APP场景预签约
    ///
    /// `POST /v3/ecommerce/individual-contracts/pre-entrust-sign/app`
    #[wechatpay_api(POST "/v3/ecommerce/individual-contracts/pre-entrust-sign/app")]
    async fn pre_entrust_sign_individual_app(
        &self,
        body: &PreEntrustSignIndividualAppRequest,
    ) -> Result<PreEntrustSignResponse>;

    /// 小程序场景预签约
    ///
    /// `POST /v3/ecommerce/individual-contracts/pre-entrust-sign/mini-program`
    #[wechatpay_api(POST "/v3/ecommerce/individual-contracts/pre-entrust-sign/mini-program")]
    async fn pre_entrust_sign_individual_mini_program(
        &self,
        body: &PreEntrustSignIndividualMiniProgramRequest,
    ) -> Result<PreEntrustSignResponse>;

    /// APP场景实名校验预签约
    ///
    /// `POST /v3/ecommerce/individual-contracts/pre-entrust-sign-with-real-name-identity/app`
    #[wechatpay_api(POST "/v3/ecommerce/individual-contracts/pre-entrust-sign-with-real-name-identity/app")]
    async fn pre_entrust_sign_individual_app_with_real_name(
        &self,
        body: &PreEntrustSignIndividualAppWithRealNameRequest,
    ) -> Result<PreEntrustSignResponse>;

    /// 小程序场景实名校验预签约
    ///
    /// `POST
    /// /v3/ecommerce/individual-contracts/pre-entrust-sign-with-real-name-identity/mini-program`
    #[wechatpay_api(POST "/v3/ecommerce/individual-contracts/pre-entrust-sign-with-real-name-identity/mini-program")]
    async fn pre_entrust_sign_individual_mini_program_with_real_name(
        &self,
        body: &PreEntrustSignIndividualMiniProgramWithRealNameRequest,
    ) -> Result<PreEntrustSignResponse>;

    /// 根据业务申请单号查签约信息
    ///
    /// `GET /v3/ecommerce/individual-contracts/out-contract-code/{out_contract_code}`
    ///
    /// - `out_contract_code` 业务申请单号: such as `APPLYMENT_00000000001`
    /// - `appid` 签约和付款的微信小程序AppID: such as `wxd678efh567h23787`
    #[wechatpay_api(GET "/v3/ecommerce/individual-contracts/out-contract-code/{out_contract_code}")]
    async fn query_individual_contract_by_out_contract_code(
        &self,
        out_contract_code: &str,
        #[query] appid: &str,
    ) -> Result<IndividualContract>;

    /// 查询个人收款方授权结果
    ///
    /// `GET /v3/ecommerce/individual-contracts/{openid}`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/personal-collections/query-contracts.html>
    ///
    /// - `openid`: a text, such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    /// - `appid` 签约和付款的微信小程序AppID: such as `wxd678efh567h23787`
    /// - `permission_type` 权限类型: such as `INDIVIDUAL_PAYEE`
    #[wechatpay_api(GET "/v3/ecommerce/individual-contracts/{openid}")]
    async fn query_individual_contract_by_openid(
        &self,
        openid: &str,
        #[query] appid: &str,
        #[query] permission_type: Option<&PermissionType>,
    ) -> Result<IndividualAuthorization>;
}

/// The request of [`IndividualContracts::pre_entrust_sign_individual_app`].
///
/// `PreEntrustSignIndividualAppRequest::builder().appid(…).out_contract_code(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PreEntrustSignIndividualAppRequest {
    /// 签约和付款的AppID: such as `wxd678efh567h23787` (unconfirmed)
    pub appid: String,
    /// 业务申请单号: such as `APPLYMENT_00000000001` (unconfirmed)
    pub out_contract_code: String,
}

rules! { PreEntrustSignIndividualAppRequest {} }

/// The response of [`IndividualContracts::pre_entrust_sign_individual_app`],
/// [`IndividualContracts::pre_entrust_sign_individual_mini_program`],
/// [`IndividualContracts::pre_entrust_sign_individual_app_with_real_name`],
/// [`IndividualContracts::pre_entrust_sign_individual_mini_program_with_real_name`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PreEntrustSignResponse {
    /// 预签约id
    pub pre_entrustweb_id: Option<String>,
}

/// The request of [`IndividualContracts::pre_entrust_sign_individual_mini_program`].
///
/// `PreEntrustSignIndividualMiniProgramRequest::builder().appid(…).out_contract_code(…).openid(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PreEntrustSignIndividualMiniProgramRequest {
    /// 签约和付款的AppID: such as `wxd678efh567h23787` (unconfirmed)
    pub appid: String,
    /// 业务申请单号: such as `APPLYMENT_00000000001` (unconfirmed)
    pub out_contract_code: String,
    /// 个人收款方的OpenID: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o` (unconfirmed)
    pub openid: String,
}

rules! { PreEntrustSignIndividualMiniProgramRequest {} }

/// The request of [`IndividualContracts::pre_entrust_sign_individual_app_with_real_name`].
///
/// `PreEntrustSignIndividualAppWithRealNameRequest::builder().appid(…).out_contract_code(…).real_name(…).cred_type(…).cred_id(…).build()`
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
pub struct PreEntrustSignIndividualAppWithRealNameRequest {
    /// 签约和付款的AppID: such as `wxd678efh567h23787` (unconfirmed)
    pub appid: String,
    /// 业务申请单号: such as `APPLYMENT_00000000001` (unconfirmed)
    pub out_contract_code: String,
    /// 真实姓名: encrypted (unconfirmed)
    pub real_name: Sensitive,
    /// 证件类型: such as `ID_CARD` (unconfirmed)
    pub cred_type: CredentialType,
    /// 件号码: encrypted (unconfirmed)
    pub cred_id: Sensitive,
}

rules! {
    PreEntrustSignIndividualAppWithRealNameRequest {
        member("cred_type", &[Listed(CredentialType::TEXTS)]),
    }
}

/// The request of [`IndividualContracts::pre_entrust_sign_individual_mini_program_with_real_name`].
///
/// `PreEntrustSignIndividualMiniProgramWithRealNameRequest::builder().appid(…).out_contract_code(…).openid(…).real_name(…).cred_type(…).cred_id(…).build()`
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
pub struct PreEntrustSignIndividualMiniProgramWithRealNameRequest {
    /// 签约和付款的AppID: such as `wxd678efh567h23787` (unconfirmed)
    pub appid: String,
    /// 业务申请单号: such as `APPLYMENT_00000000001` (unconfirmed)
    pub out_contract_code: String,
    /// 个人收款方的OpenID: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o` (unconfirmed)
    pub openid: String,
    /// 真实姓名: encrypted (unconfirmed)
    pub real_name: Sensitive,
    /// 证件类型: such as `ID_CARD` (unconfirmed)
    pub cred_type: CredentialType,
    /// 件号码: encrypted (unconfirmed)
    pub cred_id: Sensitive,
}

rules! {
    PreEntrustSignIndividualMiniProgramWithRealNameRequest {
        member("cred_type", &[Listed(CredentialType::TEXTS)]),
    }
}

/// The response of [`IndividualContracts::query_individual_contract_by_out_contract_code`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct IndividualContract {
    /// 授权ID: such as `1900000109`
    pub individual_auth_id: Option<String>,
    /// 签约时间: such as `2018-06-08T10:34:56+08:00`
    pub signed_time: DateTime,
    /// 授权状态: such as `AUTHORIZED`
    pub auth_state: AuthState,
    /// 用户OpenID: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub individual_openid: Option<String>,
    /// 实名授权结果
    pub real_name_auth_result: Option<RealNameAuthResult>,
}

/// 实名授权结果
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct RealNameAuthResult {
    /// 应用授权作用域
    pub scope: Option<RealNameAuthScope>,
    /// 访问令牌
    pub access_token: Option<String>,
    /// 访问令牌过期时间: such as `2018-06-08T10:34:56+08:00`
    pub access_token_expire_time: Option<DateTime>,
}

/// The response of [`IndividualContracts::query_individual_contract_by_openid`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct IndividualAuthorization {
    /// 授权ID: such as `1900000109`
    pub individual_auth_id: String,
    /// 操作时间: such as `2018-06-08T10:34:56+08:00`
    pub operation_time: DateTime,
    /// 授权状态: such as `AUTHORIZED`
    pub auth_state: AuthState,
}

open_enum! {
    /// 证件类型
    pub enum CredentialType {
        IdCard = "ID_CARD",
    }
}

open_enum! {
    /// 授权状态
    pub enum AuthState {
        Authorized = "AUTHORIZED",
        Unauthorized = "UNAUTHORIZED",
    }
}

open_enum! {
    /// 应用授权作用域
    pub enum RealNameAuthScope {
        PayRealname = "pay_realname",
    }
}

parameter_enum! {
    /// 权限类型
    pub enum PermissionType {
        IndividualPayee = "INDIVIDUAL_PAYEE",
    }
}
