//! 刷掌授权.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 刷掌授权
#[wechatpay_api(defaults)]
pub trait PalmAuthorizations {
    /// 服务关联预授权
    ///
    /// `POST /v3/palmservice/authorization/preauthorize`
    #[wechatpay_api(POST "/v3/palmservice/authorization/preauthorize")]
    async fn preauthorize_palm(
        &self,
        body: &PreauthorizePalmRequest,
    ) -> Result<PreauthorizePalmResponse>;

    /// 查询刷掌授权
    ///
    /// `GET /v3/palmservice/authorization/openid/{openid}`
    ///
    /// - `openid` OpenID: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    /// - `organization_id` 机构ID: such as `1004`
    #[wechatpay_api(GET "/v3/palmservice/authorization/openid/{openid}")]
    async fn query_palm_authorization(
        &self,
        openid: &str,
        #[query] organization_id: &str,
    ) -> Result<PalmAuthorization>;
}

/// The request of [`PalmAuthorizations::preauthorize_palm`].
///
/// `PreauthorizePalmRequest::builder().build()`. For an `Option`, use setters such as
/// `maybe_openid`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PreauthorizePalmRequest {
    /// OpenID: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub openid: Option<String>,
    /// 预授权会话ID: such as `181167098309019291163`
    pub preauthorize_session_id: Option<String>,
    /// 机构ID: such as `1004`
    pub organization_id: Option<String>,
}

rules! { PreauthorizePalmRequest {} }

/// The response of [`PalmAuthorizations::preauthorize_palm`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PreauthorizePalmResponse {
    /// 预授权token: such as `toaken_sdafkdshjfldsajfafgjdasg`
    pub permission_token: Option<String>,
}

/// The response of [`PalmAuthorizations::query_palm_authorization`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct PalmAuthorization {
    /// OpenID: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub openid: Option<String>,
    /// 机构ID: such as `1004`
    pub organization_id: Option<String>,
    /// 授权状态
    pub state: Option<PalmAuthorizationState>,
    /// 授权时间: such as `2018-06-08T10:34:56+08:00`
    pub authorize_time: Option<DateTime>,
}

open_enum! {
    /// 授权状态
    pub enum PalmAuthorizationState {
        None = "AUTHORIZATION_STATE_NONE",
        On = "AUTHORIZATION_STATE_ON",
        Off = "AUTHORIZATION_STATE_OFF",
    }
}
