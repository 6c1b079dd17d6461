//! 员工授权.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use crate::open_enum::{open_enum, parameter_enum};
use crate::rules::rules;

/// 员工授权
#[wechatpay_api(defaults)]
pub trait EmployeeAuthorizations {
    /// 发起员工授权
    ///
    /// `POST /v3/webizpay/users/{user_id}/authorization-url`
    ///
    /// - `user_id` 企业员工ID: such as `123456`
    #[wechatpay_api(POST "/v3/webizpay/users/{user_id}/authorization-url")]
    async fn create_employee_authorization_url(
        &self,
        user_id: &str,
        body: &CreateEmployeeAuthorizationUrlRequest,
    ) -> Result<CreateEmployeeAuthorizationUrlResponse>;

    /// 查询员工授权状态
    ///
    /// `GET /v3/webizpay/users/{user_id}/authorization-state`
    ///
    /// - `user_id` 企业员工ID: such as `123456`
    /// - `sp_mchid` 服务商商户号: such as `12341234`
    /// - `sub_mchid` 出资子商户号: such as `43214321`
    #[wechatpay_api(GET "/v3/webizpay/users/{user_id}/authorization-state")]
    async fn query_employee_authorization_state(
        &self,
        user_id: &str,
        #[query] sp_mchid: Option<&str>,
        #[query] sub_mchid: &str,
    ) -> Result<QueryEmployeeAuthorizationStateResponse>;

    /// 解除员工授权
    ///
    /// `POST /v3/webizpay/employees/{employee_id}/revoke`
    ///
    /// - `employee_id` 微信授权关系ID: such as `WeBizPay_a968402a-73bb-43e2-9e1a-8371b0ca3d7c`
    #[wechatpay_api(POST "/v3/webizpay/employees/{employee_id}/revoke")]
    async fn revoke_employee_authorization(
        &self,
        employee_id: &str,
        body: &RevokeEmployeeAuthorizationRequest,
    ) -> Result<RevokeEmployeeAuthorizationResponse>;
}

/// The request of [`EmployeeAuthorizations::create_employee_authorization_url`].
///
/// `CreateEmployeeAuthorizationUrlRequest::builder().sub_mchid(…).application_type(…).build()`.
/// For an `Option`, use setters such as `maybe_sp_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateEmployeeAuthorizationUrlRequest {
    /// 服务商商户号: such as `12341234`
    pub sp_mchid: Option<String>,
    /// 出资子商户号: such as `43214321`
    pub sub_mchid: String,
    /// 发起授权应用类型: such as `H5`
    pub application_type: ApplicationType,
}

rules! {
    CreateEmployeeAuthorizationUrlRequest {
        member("application_type", &[Listed(ApplicationType::TEXTS)]),
    }
}

/// The response of [`EmployeeAuthorizations::create_employee_authorization_url`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CreateEmployeeAuthorizationUrlResponse {
    /// 服务商商户号: such as `12341234`
    pub sp_mchid: String,
    /// 出资子商户号: such as `43214321`
    pub sub_mchid: String,
    /// 企业员工ID: such as `123456`
    pub user_id: String,
    /// 跳转链接
    pub authorization_url: Option<String>,
    /// 链接失效时间: such as `2023-06-08T10:34:56+08:00`
    pub expire_time: Option<DateTime>,
    /// 发起授权应用类型: such as `H5`
    pub application_type: ApplicationType,
    /// 小程序查询参数: such as `token=123`
    pub mp_query: Option<String>,
    /// 小程序业务类型: such as `liteAppWebizPayRegister`
    pub mp_business_type: Option<String>,
}

/// The response of [`EmployeeAuthorizations::query_employee_authorization_state`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct QueryEmployeeAuthorizationStateResponse {
    /// 服务商商户号: such as `12341234`
    pub sp_mchid: String,
    /// 出资子商户号: such as `43214321`
    pub sub_mchid: String,
    /// 企业员工ID: such as `123456`
    pub user_id: String,
    /// 微信授权关系列表
    pub employee_list: Option<Vec<Employee>>,
}

/// 微信授权关系列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct Employee {
    /// 微信授权关系ID: such as `WeBizPay_a968402a-73bb-43e2-9e1a-8371b0ca3d7c`
    pub employee_id: String,
    /// 授权状态: such as `AUTHORIZED`
    pub authorization_state: AuthorizationState,
    /// 授权时间: such as `2023-06-08T10:34:56+08:00`
    pub authorization_time: DateTime,
    /// 解除授权时间: such as `2023-06-08T10:34:56+08:00`
    pub authorization_revoked_time: Option<DateTime>,
}

/// The request of [`EmployeeAuthorizations::revoke_employee_authorization`].
///
/// `RevokeEmployeeAuthorizationRequest::builder().sub_mchid(…).build()`. For an `Option`, use
/// setters such as `maybe_sp_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct RevokeEmployeeAuthorizationRequest {
    /// 服务商商户号: such as `12341234`
    pub sp_mchid: Option<String>,
    /// 出资子商户号: such as `43214321`
    pub sub_mchid: String,
}

rules! { RevokeEmployeeAuthorizationRequest {} }

/// The response of [`EmployeeAuthorizations::revoke_employee_authorization`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct RevokeEmployeeAuthorizationResponse {
    /// 服务商商户号: such as `12341234`
    pub sp_mchid: String,
    /// 出资子商户号: such as `43214321`
    pub sub_mchid: String,
    /// 商户企业员工ID: such as `employee123`
    pub user_id: String,
    /// 员工企业支付权限状态: such as `REVOKED`
    pub authorization_state: AuthorizationState,
    /// 员工企业支付失效时间: such as `2023-12-31T23:59:59+08:00`
    pub authorization_revoked_time: DateTime,
    /// 作废原因: such as `用户主动撤销`
    pub reason: Option<String>,
}

parameter_enum! {
    /// 发起授权应用类型
    pub enum ApplicationType {
        H5 = "H5",
        Miniprogram = "MINIPROGRAM",
    }
}

open_enum! {
    /// 授权状态
    pub enum AuthorizationState {
        Authorized = "AUTHORIZED",
        Revoked = "REVOKED",
    }
}
