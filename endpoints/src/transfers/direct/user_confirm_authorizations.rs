//! 免确认收款授权.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 免确认收款授权
#[wechatpay_api(defaults)]
pub trait UserConfirmAuthorizations {
    /// 申请免确认收款授权
    ///
    /// `POST /v3/fund-app/mch-transfer/user-confirm-authorization`
    #[wechatpay_api(POST "/v3/fund-app/mch-transfer/user-confirm-authorization")]
    async fn create_user_confirm_authorization(
        &self,
        body: &CreateUserConfirmAuthorizationRequest,
    ) -> Result<CreateUserConfirmAuthorizationResponse>;

    /// 商户单号查询自动收款授权
    ///
    /// `GET
    /// /v3/fund-app/mch-transfer/user-confirm-authorization/out-authorization-no/{out_authorization_no}`
    ///
    /// - `out_authorization_no` 商户侧授权单号: such as `plfk2020042013`
    /// - `is_display_authorization` 是否展示用户授权信息: such as `true`
    #[wechatpay_api(GET "/v3/fund-app/mch-transfer/user-confirm-authorization/out-authorization-no/{out_authorization_no}")]
    async fn query_user_confirm_authorization(
        &self,
        out_authorization_no: &str,
        #[query] is_display_authorization: Option<bool>,
    ) -> Result<UserConfirmAuthorization>;

    /// 解除免确认收款授权
    ///
    /// `POST
    /// /v3/fund-app/mch-transfer/user-confirm-authorization/out-authorization-no/{out_authorization_no}/close`
    ///
    /// - `out_authorization_no` 商户侧授权单号: such as `plfk2020042013`
    #[wechatpay_api(POST "/v3/fund-app/mch-transfer/user-confirm-authorization/out-authorization-no/{out_authorization_no}/close")]
    async fn close_user_confirm_authorization(
        &self,
        out_authorization_no: &str,
    ) -> Result<CloseUserConfirmAuthorizationResponse>;
}

/// The request of [`UserConfirmAuthorizations::create_user_confirm_authorization`].
///
/// `CreateUserConfirmAuthorizationRequest::builder().out_authorization_no(…).appid(…).openid(…).user_display_name(…).build()`.
/// For an `Option`, use setters such as `maybe_transfer_scene_id`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateUserConfirmAuthorizationRequest {
    /// 商户侧授权单号: such as `plfk2020042013`
    pub out_authorization_no: String,
    /// 商户AppID: such as `102022609`
    pub appid: String,
    /// 收款用户OpenID: such as `o-MYE42l80oelYMDE34nYD456Xoy`
    pub openid: String,
    /// 转账场景ID: values `1000`, `1002`, `1004`, `1005`, `1009`, `1010`, `1011`, `1013`
    pub transfer_scene_id: Option<String>,
    /// 用户展示名称: such as `wx_123456`
    pub user_display_name: String,
    /// 用户收款感知: such as `现金奖励`
    pub user_recv_perception: Option<String>,
    /// 授权结果通知地址: such as `https://www.weixin.qq.com/wxpay/pay.php`
    pub authorization_notify_url: Option<String>,
    /// 场景信息
    pub scene_info: Option<SceneInfo>,
}

rules! {
    CreateUserConfirmAuthorizationRequest {
        member("transfer_scene_id", &[Listed(&["1000", "1002", "1004", "1005", "1009", "1010", "1011", "1013"])]),
        member("authorization_notify_url", &[NotifyUrl]),
        within("scene_info", SceneInfo::RULES),
    }
}

/// 场景信息
///
/// `SceneInfo::builder().build()`. For an `Option`, use setters such as `maybe_client_ip`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SceneInfo {
    /// 用户终端IP: such as `113.84.136.9`
    pub client_ip: Option<String>,
    /// 用户设备ID: such as `8d67f169fe104008cd20b72573a0c8c9`
    pub device_id: Option<String>,
    /// 用户设备类型: such as `IOS`
    pub device_type: Option<DeviceType>,
}

rules! {
    SceneInfo {
        member("device_type", &[Listed(DeviceType::TEXTS)]),
    }
}

/// The response of [`UserConfirmAuthorizations::create_user_confirm_authorization`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CreateUserConfirmAuthorizationResponse {
    /// 商户侧授权单号: such as `plfk2020042013`
    pub out_authorization_no: String,
    /// 单据状态: such as `WAIT_USER_CONFIRM`
    pub state: CreateUserConfirmAuthorizationState,
    /// 单据创建时间: such as `2015-05-20T13:29:35+08:00`
    pub create_time: DateTime,
    /// 跳转领取页面的package信息: such as `affffddafdfafddffda==`
    pub package_info: Option<String>,
}

/// The response of [`UserConfirmAuthorizations::query_user_confirm_authorization`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct UserConfirmAuthorization {
    /// 商户侧授权单号: such as `plfk2020042013`
    pub out_authorization_no: String,
    /// 商户AppID: such as `wxf636efh567hg4356`
    pub appid: String,
    /// 收款用户OpenID: such as `o-MYE42l80oelYMDE34nYD456Xoy`
    pub openid: String,
    /// 用户展示名称: such as `wx_123456`
    pub user_display_name: String,
    /// 微信自动收款授权单号: such as `201202504101000123456789012`
    pub authorization_id: Option<String>,
    /// 单据状态: such as `TAKING_EFFECT`
    pub state: UserConfirmAuthorizationState,
    /// 用户确认授权的时间: such as `2015-05-20T13:29:35.120+08:00`
    pub authorize_time: Option<DateTime>,
    /// 自动收款授权的关闭信息
    pub close_info: Option<AuthorizationCloseInfo>,
    /// 转账场景ID
    pub transfer_scene_id: Option<String>,
    /// 用户收款感知
    pub user_recv_perception: Option<String>,
    /// 单据创建时间
    pub create_time: Option<DateTime>,
    /// 跳转领取页面的package信息: such as `affffddafdfafddffda==`
    pub package_info: Option<String>,
}

/// 自动收款授权的关闭信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(DateTime, into))
)]
#[non_exhaustive]
pub struct AuthorizationCloseInfo {
    /// 关闭时间: such as `2015-05-20T13:29:35.120+08:00`
    pub close_time: DateTime,
    /// 自动收款授权的关闭原因: such as `CLOSE_VIA_MCH_API`
    pub close_reason: AuthorizationCloseReason,
}

/// The response of [`UserConfirmAuthorizations::close_user_confirm_authorization`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CloseUserConfirmAuthorizationResponse {
    /// 商户侧授权单号: such as `plfk2020042013`
    pub out_authorization_no: String,
    /// 商户AppID: such as `wxf636efh567hg4356`
    pub appid: String,
    /// 收款用户OpenID: such as `o-MYE42l80oelYMDE34nYD456Xoy`
    pub openid: String,
    /// 用户展示名称: such as `wx_123456`
    pub user_display_name: String,
    /// 微信自动收款授权单号: such as `201202504101000123456789012`
    pub authorization_id: Option<String>,
    /// 单据状态: such as `CLOSED`
    pub state: CloseUserConfirmAuthorizationState,
    /// 用户确认授权的时间: such as `2015-05-20T13:29:35.120+08:00`
    pub authorize_time: Option<DateTime>,
    /// 自动收款授权的关闭信息
    pub close_info: Option<CloseUserConfirmAuthorizationCloseInfo>,
    /// 转账场景ID: such as `1000`
    pub transfer_scene_id: Option<String>,
    /// 用户收款感知: such as `金奖励`
    pub user_recv_perception: Option<String>,
    /// 单据创建时间: such as `2015-05-20T13:29:35.120+08:00`
    pub create_time: Option<DateTime>,
}

/// 自动收款授权的关闭信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(DateTime, into))
)]
#[non_exhaustive]
pub struct CloseUserConfirmAuthorizationCloseInfo {
    /// 关闭时间: such as `2015-05-20T13:29:35.120+08:00`
    pub close_time: DateTime,
    /// 自动收款授权的关闭原因: such as `CLOSE_VIA_MCH_API`
    pub close_reason: MerchantCloseReason,
}

open_enum! {
    /// 用户设备类型
    pub enum DeviceType {
        Ios = "IOS",
        Android = "ANDROID",
        Harmony = "HARMONY",
        Other = "OTHER",
    }
}

open_enum! {
    /// 单据状态
    pub enum CreateUserConfirmAuthorizationState {
        WaitUserConfirm = "WAIT_USER_CONFIRM",
    }
}

open_enum! {
    /// 单据状态
    pub enum UserConfirmAuthorizationState {
        TakingEffect = "TAKING_EFFECT",
        Closed = "CLOSED",
        WaitUserConfirm = "WAIT_USER_CONFIRM",
    }
}

open_enum! {
    /// 自动收款授权的关闭原因
    pub enum AuthorizationCloseReason {
        CloseViaMchApi = "CLOSE_VIA_MCH_API",
        UserClose = "USER_CLOSE",
        UserOverdueUnconfirmed = "USER_OVERDUE_UNCONFIRMED",
        TransferRisk = "TRANSFER_RISK",
        UserAccountAbnormal = "USER_ACCOUNT_ABNORMAL",
    }
}

open_enum! {
    /// 单据状态
    pub enum CloseUserConfirmAuthorizationState {
        Closed = "CLOSED",
    }
}

open_enum! {
    /// 自动收款授权的关闭原因
    pub enum MerchantCloseReason {
        CloseViaMchApi = "CLOSE_VIA_MCH_API",
    }
}
