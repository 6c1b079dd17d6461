//! 刷脸机构与用户.

use serde::Serialize;
use wechatpay_client::{Deserialize, Result, Sensitive, wechatpay_api};

use super::ContractState;
use crate::open_enum::{open_enum, parameter_enum};
use crate::rules::rules;

/// 刷脸机构与用户
#[wechatpay_api(defaults)]
pub trait FaceOrganizations {
    /// 查询机构信息
    ///
    /// `GET /v3/offlinefacemch/organizations`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/wxfacepay/develop/k12-development-guidelines.html>
    ///
    /// - `organization_id` 机构ID: such as `DBES323aeb`
    /// - `organization_name` 机构名称: such as `南山中兴小学部`
    #[wechatpay_api(GET "/v3/offlinefacemch/organizations")]
    async fn query_face_organization(
        &self,
        #[query] organization_id: Option<&str>,
        #[query] organization_name: Option<&str>,
    ) -> Result<FaceOrganization>;

    /// 刷脸用户信息查询
    ///
    /// `GET /v3/offlinefacemch/organizations/{organization_id}/users/out-user-id/{out_user_id}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/wxfacepay/develop/k12-development-guidelines.html>
    ///
    /// - `organization_id` 机构ID
    /// - `out_user_id` 商户刷脸用户ID
    #[wechatpay_api(GET "/v3/offlinefacemch/organizations/{organization_id}/users/out-user-id/{out_user_id}")]
    async fn query_face_organization_user(
        &self,
        organization_id: &str,
        out_user_id: &str,
    ) -> Result<FaceOrganizationUser>;

    /// 刷脸用户信息修改
    ///
    /// `PATCH /v3/offlinefacemch/organizations/{organization_id}/users/out-user-id/{out_user_id}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/wxfacepay/develop/access-specifications.html>
    ///
    /// - `organization_id` 机构ID
    /// - `out_user_id` 商户刷脸用户ID
    #[wechatpay_api(PATCH "/v3/offlinefacemch/organizations/{organization_id}/users/out-user-id/{out_user_id}")]
    async fn update_face_organization_user(
        &self,
        organization_id: &str,
        out_user_id: &str,
        body: &UpdateFaceOrganizationUserRequest,
    ) -> Result<()>;

    /// 解除刷脸用户签约关系
    ///
    /// `POST
    /// /v3/offlinefacemch/organizations/{organization_id}/users/user-id/{user_id}/terminate-contract`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/wxfacepay/develop/access-specifications.html>
    ///
    /// - `organization_id` 机构ID
    /// - `user_id` 刷脸用户ID
    #[wechatpay_api(POST "/v3/offlinefacemch/organizations/{organization_id}/users/user-id/{user_id}/terminate-contract")]
    async fn terminate_face_organization_user_contract(
        &self,
        organization_id: &str,
        user_id: &str,
    ) -> Result<()>;

    /// 查询用户授权的实名信息
    ///
    /// `GET /v3/facemch/users/{face_sid}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/wxfacepay/develop/android/sid.html>
    ///
    /// - `face_sid` 终端设备识别用户成功后返回的凭证: such as `aabbccdd12345`
    /// - `info_type` 标识本次请求获取的信息类型: such as `ASK_UNIONID`
    /// - `appid` 微信分配的公众账号ID: such as `wx2b029c08a6233333`
    /// - `sub_mchid` 微信支付分配的子商户号: such as `123456789`
    /// - `sub_appid` 微信分配的子商户公众账号ID: such as `wx2b029c08a6255555`
    /// - `sub_serial_no` ⼦商户证书序列号: such as `wx2b029c08a6255555`
    #[wechatpay_api(GET "/v3/facemch/users/{face_sid}")]
    async fn query_face_user_real_name(
        &self,
        face_sid: &str,
        #[query] info_type: &InfoType,
        #[query] appid: &str,
        #[query] sub_mchid: Option<&str>,
        #[query] sub_appid: Option<&str>,
        #[query] sub_serial_no: Option<&str>,
    ) -> Result<FaceUserRealName>;

    /// 获取凭证授权
    ///
    /// `POST /v3/offlinefacemch/tokens`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/wxfacepay/develop/access-specifications.html>
    #[wechatpay_api(POST "/v3/offlinefacemch/tokens")]
    async fn create_face_token(
        &self,
        body: &CreateFaceTokenRequest,
    ) -> Result<CreateFaceTokenResponse>;
}

/// The response of [`FaceOrganizations::query_face_organization`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct FaceOrganization {
    /// 机构ID
    pub organization_id: Option<String>,
    /// 机构名称
    pub organization_name: Option<String>,
}

/// The response of [`FaceOrganizations::query_face_organization_user`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct FaceOrganizationUser {
    /// 刷脸用户ID
    pub use_id: Option<String>,
    /// 商户刷脸用户ID
    pub out_user_id: Option<String>,
    /// 机构ID
    pub organization_id: Option<String>,
    /// 姓名
    pub user_name: Option<String>,
    /// 用户类型
    pub user_type: Option<OrganizationUserType>,
    /// 学生信息
    pub student_info: Option<StudentInfo>,
    /// 职工信息
    pub staff_info: Option<StaffInfo>,
    /// 用户状态
    pub status: Option<OrganizationUserStatus>,
    /// 签约状态
    pub contract_state: Option<ContractState>,
    /// 人脸图片上传状态
    pub face_image_ok: Option<bool>,
    /// 签约ID
    pub contract_id: Option<String>,
}

/// 学生信息
///
/// `StudentInfo::builder().build()`. For an `Option`, use setters such as `maybe_class_name`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct StudentInfo {
    /// 班级名
    pub class_name: Option<String>,
}

/// 职工信息
///
/// `StaffInfo::builder().build()`. For an `Option`, use setters such as `maybe_occupation`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct StaffInfo {
    /// 职业
    pub occupation: Option<String>,
}

/// The request of [`FaceOrganizations::update_face_organization_user`].
///
/// `UpdateFaceOrganizationUserRequest::builder().build()`. For an `Option`, use setters such as
/// `maybe_user_name`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(Sensitive, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UpdateFaceOrganizationUserRequest {
    /// 姓名: encrypted
    pub user_name: Option<Sensitive>,
    /// 用户类型
    pub user_type: Option<OrganizationUserType>,
    /// 学生信息
    pub student_info: Option<StudentInfo>,
    /// 职工信息
    pub staff_info: Option<StaffInfo>,
    /// 状态
    pub status: Option<OrganizationUserStatus>,
    /// 手机号: encrypted
    pub phone: Option<Sensitive>,
}

rules! {
    UpdateFaceOrganizationUserRequest {
        member("user_type", &[Listed(OrganizationUserType::TEXTS)]),
        member("status", &[Listed(OrganizationUserStatus::TEXTS)]),
    }
}

/// The response of [`FaceOrganizations::query_face_user_real_name`].
///
/// Sensitive members deserialize only inside the client, which decrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct FaceUserRealName {
    /// UnionID
    pub union_id: Option<String>,
    /// 用户在商户appid下的唯⼀标识
    pub openid: Option<String>,
    /// 子公众下的openid
    pub sub_openid: Option<String>,
    /// 姓名信息
    pub real_name_info: Option<RealNameInfo>,
}

/// 姓名信息
///
/// Sensitive members deserialize only inside the client, which decrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(Sensitive, into))
)]
#[non_exhaustive]
pub struct RealNameInfo {
    /// 加密后的姓名信息: encrypted
    pub encrypted_real_name: Option<Sensitive>,
    /// A number, values `1`, `2`, `3`, `4`, `5`, `6`, `7`, `8`, `9`, `10`, `11`
    pub credential_type: Option<i64>,
    /// 加密后的身份证号: encrypted
    pub encrypted_credential_id: Option<Sensitive>,
}

/// The request of [`FaceOrganizations::create_face_token`].
///
/// `CreateFaceTokenRequest::builder().build()`. For an `Option`, use setters such as `maybe_scene`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateFaceTokenRequest {
    /// 使用场景: such as `WEBSESSION`
    pub scene: Option<String>,
    /// 小程序/h5鉴权场景初始化数据
    pub web_init_data: Option<WebInitData>,
}

rules! { CreateFaceTokenRequest {} }

/// 小程序/h5鉴权场景初始化数据
///
/// `WebInitData::builder().build()`. For an `Option`, use setters such as `maybe_out_user_id`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct WebInitData {
    /// 商户刷脸用户ID
    pub out_user_id: Option<String>,
    /// 机构ID
    pub organization_id: Option<String>,
}

/// The response of [`FaceOrganizations::create_face_token`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CreateFaceTokenResponse {
    /// 授权凭证
    pub token: Option<String>,
}

open_enum! {
    /// 用户类型
    pub enum OrganizationUserType {
        Student = "STUDENT",
        Stuff = "STUFF",
    }
}

open_enum! {
    /// 用户状态
    pub enum OrganizationUserStatus {
        Normal = "NORMAL",
        Disabled = "DISABLED",
    }
}

parameter_enum! {
    /// 标识本次请求获取的信息类型
    pub enum InfoType {
        AskUnionid = "ASK_UNIONID",
        AskRealName = "ASK_REAL_NAME",
    }
}
