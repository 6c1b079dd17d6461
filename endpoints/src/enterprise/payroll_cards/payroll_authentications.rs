//! 核身.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, Sensitive, wechatpay_api};

use super::EmploymentType;
use crate::open_enum::open_enum;
use crate::rules::rules;

/// 核身
#[wechatpay_api(defaults)]
pub trait PayrollAuthentications {
    /// 微工卡核身预下单
    ///
    /// `POST /v3/payroll-card/authentications/pre-order`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter4_1_3.shtml>
    #[wechatpay_api(POST "/v3/payroll-card/authentications/pre-order")]
    async fn pre_order_payroll_authentication(
        &self,
        body: &PreOrderPayrollAuthenticationRequest,
    ) -> Result<PreOrderPayrollAuthenticationResponse>;

    /// 微工卡核身预下单（流程中完成授权）
    ///
    /// `POST /v3/payroll-card/authentications/pre-order-with-auth`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter4_1_29.shtml>
    #[wechatpay_api(POST "/v3/payroll-card/authentications/pre-order-with-auth")]
    async fn pre_order_payroll_authentication_with_auth(
        &self,
        body: &PreOrderPayrollAuthenticationWithAuthRequest,
    ) -> Result<PreOrderPayrollAuthenticationWithAuthResponse>;

    /// 获取核身结果
    ///
    /// `GET /v3/payroll-card/authentications/{authenticate_number}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter4_1_4.shtml>
    ///
    /// - `authenticate_number` 商家核身单号: such as `mcdhehfgisdhfjghed39384564i83`
    /// - `sub_mchid` 子商户号: such as `1111111`
    #[wechatpay_api(GET "/v3/payroll-card/authentications/{authenticate_number}")]
    async fn query_payroll_authentication(
        &self,
        authenticate_number: &str,
        #[query] sub_mchid: &str,
    ) -> Result<Authentication>;

    /// 查询核身记录
    ///
    /// `GET /v3/payroll-card/authentications`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter4_1_5.shtml>
    ///
    /// - `openid` 用户标识: such as `onqOjjmo8wmTOOtSKwXtGjg9Gb58`
    /// - `sub_mchid` 子商户号: such as `1111111`
    /// - `authenticate_date` 核身日期: such as `2020-12-25`
    #[wechatpay_api(GET "/v3/payroll-card/authentications")]
    async fn list_payroll_authentications(
        &self,
        #[query] openid: &str,
        #[query] sub_mchid: &str,
        #[query] authenticate_date: &str,
        query: &ListPayrollAuthenticationsQuery,
    ) -> Result<ListPayrollAuthenticationsResponse>;
}

/// The request of [`PayrollAuthentications::pre_order_payroll_authentication`].
///
/// `PreOrderPayrollAuthenticationRequest::builder().openid(…).sub_mchid(…).authenticate_number(…).project_name(…).employer_name(…).build()`.
/// For an `Option`, use setters such as `maybe_appid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PreOrderPayrollAuthenticationRequest {
    /// 用户标识: such as `onqOjjmo8wmTOOtSKwXtGjg9Gb58`
    pub openid: String,
    /// 应用ID: such as `wxa1111111`
    pub appid: Option<String>,
    /// 子商户号: such as `1111111`
    pub sub_mchid: String,
    /// 子商户应用ID: such as `wxa1111111`
    pub sub_appid: Option<String>,
    /// 商家核身单号: such as `mcdhehfgisdhfjghed39384564i83`
    pub authenticate_number: String,
    /// 项目名称: such as `某项目`
    pub project_name: String,
    /// 单位名称: such as `某单位名称`
    pub employer_name: String,
    /// 核身类型: such as `SIGN_IN`
    pub authenticate_type: Option<AuthenticateType>,
}

rules! {
    PreOrderPayrollAuthenticationRequest {
        member("authenticate_type", &[Listed(AuthenticateType::TEXTS)]),
    }
}

/// The response of [`PayrollAuthentications::pre_order_payroll_authentication`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PreOrderPayrollAuthenticationResponse {
    /// 商家核身单号: such as `mcdhehfgisdhfjghed39384564i83`
    pub authenticate_number: String,
    /// 用户标识: such as `onqOjjmo8wmTOOtSKwXtGjg9Gb58`
    pub openid: String,
    /// 商户号: such as `1111111`
    pub mchid: String,
    /// 子商户号: such as `1111111`
    pub sub_mchid: String,
    /// token值: such as `abcdefghijklmn`
    pub token: String,
    /// token有效时间: such as `300`
    pub expires_in: i64,
}

/// The request of [`PayrollAuthentications::pre_order_payroll_authentication_with_auth`].
///
/// `PreOrderPayrollAuthenticationWithAuthRequest::builder().openid(…).sub_mchid(…).authenticate_number(…).project_name(…).employer_name(…).user_name(…).id_card_number(…).employment_type(…).build()`.
/// For an `Option`, use setters such as `maybe_appid`.
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
pub struct PreOrderPayrollAuthenticationWithAuthRequest {
    /// 用户标识: such as `onqOjjmo8wmTOOtSKwXtGjg9Gb58`
    pub openid: String,
    /// 应用ID: such as `wxa1111111`
    pub appid: Option<String>,
    /// 子商户号: such as `1111111`
    pub sub_mchid: String,
    /// 子商户应用ID: such as `wxa1111111`
    pub sub_appid: Option<String>,
    /// 商家核身单号: such as `mcdhehfgisdhfjghed39384564i83`
    pub authenticate_number: String,
    /// 项目名称: such as `某项目`
    pub project_name: String,
    /// 用工单位名称: such as `某用工企业`
    pub employer_name: String,
    /// 用户实名: encrypted
    pub user_name: Sensitive,
    /// 用户证件号: encrypted
    pub id_card_number: Sensitive,
    /// 用工类型: such as `LONG_TERM_EMPLOYMENT`
    pub employment_type: EmploymentType,
    /// 核身类型: such as `SIGN_IN`
    pub authenticate_type: Option<AuthenticateType>,
}

rules! {
    PreOrderPayrollAuthenticationWithAuthRequest {
        member("employment_type", &[Listed(EmploymentType::TEXTS)]),
        member("authenticate_type", &[Listed(AuthenticateType::TEXTS)]),
    }
}

/// The response of [`PayrollAuthentications::pre_order_payroll_authentication_with_auth`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PreOrderPayrollAuthenticationWithAuthResponse {
    /// 商家核身单号: such as `mcdhehfgisdhfjghed39384564i83`
    pub authenticate_number: String,
    /// 用户标识: such as `onqOjjmo8wmTOOtSKwXtGjg9Gb58`
    pub openid: String,
    /// 商户号: such as `1111111`
    pub mchid: String,
    /// 子商户号: such as `1111111`
    pub sub_mchid: Option<String>,
    /// token值: such as `abcdefghijklmn`
    pub token: String,
    /// token有效时间: such as `300`
    pub expires_in: i64,
}

/// The response of [`PayrollAuthentications::query_payroll_authentication`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct Authentication {
    /// 商户号: such as `1111111`
    pub mchid: String,
    /// 子商户号: such as `111111`
    pub sub_mchid: Option<String>,
    /// 用户标识: such as `onqOjjmo8wmTOOtSKwXtGjg9Gb58`
    pub openid: String,
    /// 核身渠道: such as `onqOjjmo8wmTOOtSKwXtGjg9Gb58`
    pub authenticate_scene: String,
    /// 核身渠道标识: such as `wdiooewl7587443649000`
    pub authenticate_source: String,
    /// 项目名称: such as `某项目`
    pub project_name: String,
    /// 单位名称: such as `某单位名称`
    pub employer_name: String,
    /// 核身状态: such as `AUTHENTICATE_PROCESSING`
    pub authenticate_state: AuthenticateState,
    /// 核身时间: such as `2015-05-20T13:29:35+08:00`
    pub authenticate_time: Option<DateTime>,
    /// 商家核身单号: such as `mcdhehfgisdhfjghed39384564i83`
    pub authenticate_number: String,
    /// 核身失败原因: such as `人脸验证未通过`
    pub authenticate_failed_reason: Option<String>,
    /// 核身类型
    pub authenticate_type: Option<AuthenticateType>,
}

/// The query of [`PayrollAuthentications::list_payroll_authentications`].
///
/// `ListPayrollAuthenticationsQuery::builder().build()`. For an `Option`, use setters such as
/// `maybe_appid`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ListPayrollAuthenticationsQuery {
    /// 应用ID: such as `wxa1111111`
    pub appid: Option<String>,
    /// 子商户应用ID: such as `wxa1111111`
    pub sub_appid: Option<String>,
    /// 核身状态: such as `AUTHENTICATE_SUCCESS`
    pub authenticate_state: Option<String>,
    /// 本次查询偏移量: such as `0`
    pub offset: Option<i64>,
    /// 本次请求最大查询条数: such as `10`
    pub limit: Option<i64>,
}

/// The response of [`PayrollAuthentications::list_payroll_authentications`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ListPayrollAuthenticationsResponse {
    /// 查询结果记录列表
    pub data: Option<Vec<AuthenticationRecord>>,
    /// 总记录条数: such as `9`
    pub total_count: Option<i64>,
    /// 记录起始位置: such as `0`
    pub offset: i64,
    /// 本次返回条数: such as `10`
    pub limit: i64,
}

/// 查询结果记录列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct AuthenticationRecord {
    /// 商户号: such as `1111111`
    pub mchid: String,
    /// 子商户号: such as `111111`
    pub sub_mchid: Option<String>,
    /// 用户标识: such as `onqOjjmo8wmTOOtSKwXtGjg9Gb58`
    pub openid: String,
    /// 核身渠道: such as `FROM_HARDWARE`
    pub authenticate_scene: AuthenticateScene,
    /// 核身渠道标识: such as `wdiooewl7587443649000`
    pub authenticate_source: String,
    /// 项目名称: such as `某项目`
    pub project_name: String,
    /// 单位名称: such as `某单位名称`
    pub employer_name: String,
    /// 核身状态: such as `AUTHENTICATE_SUCCESS`
    pub authenticate_state: AuthenticateState,
    /// 核身时间: such as `2015-05-20T13:29:35+08:00`
    pub authenticate_time: Option<DateTime>,
    /// 商家核身单号: such as `mcdhehfgisdhfjghed39384564i83`
    pub authenticate_number: String,
    /// 核身失败原因
    pub authenticate_failed_reason: Option<String>,
    /// 核身类型
    pub authenticate_type: Option<AuthenticateType>,
}

open_enum! {
    /// 核身类型
    pub enum AuthenticateType {
        SignIn = "SIGN_IN",
        Insurance = "INSURANCE",
        Contract = "CONTRACT",
        Normal = "NORMAL",
    }
}

open_enum! {
    /// 核身状态
    pub enum AuthenticateState {
        Processing = "AUTHENTICATE_PROCESSING",
        Success = "AUTHENTICATE_SUCCESS",
        Failed = "AUTHENTICATE_FAILED",
    }
}

open_enum! {
    /// 核身渠道
    pub enum AuthenticateScene {
        FromMiniApp = "FROM_MINI_APP",
        FromHardware = "FROM_HARDWARE",
    }
}
