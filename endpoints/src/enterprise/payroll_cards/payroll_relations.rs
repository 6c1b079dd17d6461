//! 微工卡授权.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, Sensitive, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 微工卡授权
#[wechatpay_api(defaults)]
pub trait PayrollRelations {
    /// 生成授权token
    ///
    /// `POST /v3/payroll-card/tokens`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter4_1_1.shtml>
    #[wechatpay_api(POST "/v3/payroll-card/tokens")]
    async fn create_payroll_token(
        &self,
        body: &CreatePayrollTokenRequest,
    ) -> Result<CreatePayrollTokenResponse>;

    /// 查询微工卡授权关系
    ///
    /// `GET /v3/payroll-card/relations/{openid}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter4_1_2.shtml>
    ///
    /// - `openid` 用户标识: such as `9x111111`
    /// - `sub_mchid` 子商户号: such as `1111111`
    /// - `appid` 应用ID: such as `wxa1111111`
    /// - `sub_appid` 子商户应用ID: such as `wxa1111111`
    #[wechatpay_api(GET "/v3/payroll-card/relations/{openid}")]
    async fn query_payroll_relation(
        &self,
        openid: &str,
        #[query] sub_mchid: &str,
        #[query] appid: Option<&str>,
        #[query] sub_appid: Option<&str>,
    ) -> Result<PayrollRelation>;
}

/// The request of [`PayrollRelations::create_payroll_token`].
///
/// `CreatePayrollTokenRequest::builder().openid(…).sub_mchid(…).user_name(…).id_card_number(…).build()`.
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
pub struct CreatePayrollTokenRequest {
    /// 用户标识: such as `9x111111`
    pub openid: String,
    /// 应用ID: such as `wxa1111111`
    pub appid: Option<String>,
    /// 子商户应用ID: such as `wxa1111111`
    pub sub_appid: Option<String>,
    /// 子商户号: such as `1111111`
    pub sub_mchid: String,
    /// 用户实名: encrypted
    pub user_name: Sensitive,
    /// 用户证件号: encrypted
    pub id_card_number: Sensitive,
    /// 用工类型: such as `LONG_TERM_EMPLOYMENT`
    pub employment_type: Option<EmploymentType>,
}

rules! {
    CreatePayrollTokenRequest {
        member("employment_type", &[Listed(EmploymentType::TEXTS)]),
    }
}

/// The response of [`PayrollRelations::create_payroll_token`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CreatePayrollTokenResponse {
    /// 用户标识: such as `9x111111`
    pub openid: String,
    /// 服务商商户号: such as `1111111`
    pub mchid: String,
    /// 子商户号: such as `1111111`
    pub sub_mchid: Option<String>,
    /// 授权token: such as `abcdefghijklmn`
    pub token: String,
    /// token有效时间: such as `1800`
    pub expires_in: i64,
}

/// The response of [`PayrollRelations::query_payroll_relation`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct PayrollRelation {
    /// 用户标识: such as `9x111111`
    pub openid: String,
    /// 商户号: such as `1111111`
    pub mchid: String,
    /// 子商户号: such as `1111111`
    pub sub_mchid: Option<String>,
    /// 授权状态: such as `UNAUTHORIZED`
    pub authorize_state: AuthorizeState,
    /// 授权时间: such as `2015-05-20T13:29:35.120+08:00`
    pub authorize_time: Option<DateTime>,
    /// 取消授权时间: such as `2015-05-20T13:29:35.120+08:00`
    pub deauthorize_time: Option<DateTime>,
    /// `register_state`
    pub register_state: Option<RegisterState>,
    /// `register_time`
    pub register_time: Option<DateTime>,
    /// `close_time`
    pub close_time: Option<DateTime>,
}

open_enum! {
    /// 用工类型
    pub enum EmploymentType {
        LongTermEmployment = "LONG_TERM_EMPLOYMENT",
        ShortTermEmployment = "SHORT_TERM_EMPLOYMENT",
        CooperationEmployment = "COOPERATION_EMPLOYMENT",
    }
}

open_enum! {
    /// 授权状态
    pub enum AuthorizeState {
        Unauthorized = "UNAUTHORIZED",
        Authorized = "AUTHORIZED",
        Deauthorized = "DEAUTHORIZED",
    }
}

open_enum! {
    /// The values of `register_state`.
    pub enum RegisterState {
        Undefined = "UNDEFINED",
        Unregistered = "UNREGISTERED",
        Registered = "REGISTERED",
        Closed = "CLOSED",
    }
}
