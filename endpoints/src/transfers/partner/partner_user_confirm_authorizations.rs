//! 免确认收款授权.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 免确认收款授权
#[wechatpay_api(defaults)]
pub trait PartnerUserConfirmAuthorizations {
    /// 申请免确认收款授权
    ///
    /// `POST /v3/fund-app/mch-transfer/partner/user-confirm-authorizations`
    #[wechatpay_api(POST "/v3/fund-app/mch-transfer/partner/user-confirm-authorizations")]
    async fn create_partner_user_confirm_authorization(
        &self,
        body: &CreatePartnerUserConfirmAuthorizationRequest,
    ) -> Result<CreatePartnerUserConfirmAuthorizationResponse>;

    /// 商户单号查询自动收款授权
    ///
    /// `GET /v3/fund-app/mch-transfer/partner/user-confirm-authorizations/{out_authorization_no}`
    ///
    /// - `out_authorization_no` 商户侧授权单号: such as `plfk2020042013`
    #[wechatpay_api(GET "/v3/fund-app/mch-transfer/partner/user-confirm-authorizations/{out_authorization_no}")]
    async fn query_partner_user_confirm_authorization(
        &self,
        out_authorization_no: &str,
    ) -> Result<UserConfirmAuthorization>;

    /// 解除免确认收款授权
    ///
    /// `POST
    /// /v3/fund-app/mch-transfer/partner/user-confirm-authorizations/{out_authorization_no}/close`
    ///
    /// - `out_authorization_no` 商户侧授权单号: such as `plfk2020042013`
    #[wechatpay_api(POST "/v3/fund-app/mch-transfer/partner/user-confirm-authorizations/{out_authorization_no}/close")]
    async fn close_partner_user_confirm_authorization(
        &self,
        out_authorization_no: &str,
    ) -> Result<ClosePartnerUserConfirmAuthorizationResponse>;
}

/// The request of [`PartnerUserConfirmAuthorizations::create_partner_user_confirm_authorization`].
///
/// `CreatePartnerUserConfirmAuthorizationRequest::builder().out_authorization_no(…).appid(…).openid(…).transfer_scene_id(…).user_display_name(…).notify_url(…).build()`.
/// For an `Option`, use setters such as `maybe_user_recv_perception`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreatePartnerUserConfirmAuthorizationRequest {
    /// 商户侧授权单号: such as `plfk2020042013` (unconfirmed)
    pub out_authorization_no: String,
    /// 商户AppID: such as `102022609` (unconfirmed)
    pub appid: String,
    /// 收款用户OpenID: such as `o-MYE42l80oelYMDE34nYD456Xoy` (unconfirmed)
    pub openid: String,
    /// 转账场景ID: values `1000`, `1002`, `1004`, `1005`, `1009`, `1010`, `1011`, `1013`
    /// (unconfirmed)
    pub transfer_scene_id: String,
    /// 用户展示名称: such as `wx_123456` (unconfirmed)
    pub user_display_name: String,
    /// 用户收款感知: such as `现金奖励`
    pub user_recv_perception: Option<String>,
    /// 授权结果通知地址: such as `https://www.weixin.qq.com/wxpay/pay.php` (unconfirmed)
    pub notify_url: String,
}

rules! {
    CreatePartnerUserConfirmAuthorizationRequest {
        member("transfer_scene_id", &[Listed(&["1000", "1002", "1004", "1005", "1009", "1010", "1011", "1013"])]),
        member("notify_url", &[NotifyUrl]),
    }
}

/// The response of [`PartnerUserConfirmAuthorizations::create_partner_user_confirm_authorization`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CreatePartnerUserConfirmAuthorizationResponse {
    /// 商户侧授权单号: such as `plfk2020042013`
    pub out_authorization_no: Option<String>,
    /// 单据状态: such as `WAIT_USER_CONFIRM`
    pub state: Option<CreateUserConfirmAuthorizationState>,
    /// 单据创建时间: such as `2015-05-20T13:29:35+08:00`
    pub create_time: Option<DateTime>,
    /// 跳转领取页面的package信息: such as `affffddafdfafddffda==`
    pub package_info: Option<String>,
}

/// The response of [`PartnerUserConfirmAuthorizations::query_partner_user_confirm_authorization`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct UserConfirmAuthorization {
    /// 商户侧授权单号: such as `plfk2020042013`
    pub out_authorization_no: Option<String>,
    /// 商户AppID: such as `wxf636efh567hg4356`
    pub appid: Option<String>,
    /// 收款用户OpenID: such as `o-MYE42l80oelYMDE34nYD456Xoy`
    pub openid: Option<String>,
    /// 用户展示名称: such as `wx_123456`
    pub user_display_name: Option<String>,
    /// 微信自动收款授权单号: such as `201202504101000123456789012`
    pub authorization_id: Option<String>,
    /// 单据状态: such as `TAKING_EFFECT`
    pub state: Option<UserConfirmAuthorizationState>,
    /// 用户确认授权的时间: such as `2015-05-20T13:29:35.120+08:00`
    pub authorize_time: Option<DateTime>,
    /// 自动收款授权的关闭信息
    pub close_info: Option<AuthorizationCloseInfo>,
    /// 转账场景ID: values `1000`, `1002`, `1004`, `1005`, `1009`, `1010`, `1011`, `1013`
    pub transfer_scene_id: Option<String>,
    /// 用户收款感知: such as `现金奖励`
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
pub struct AuthorizationCloseInfo {
    /// 关闭时间: such as `2015-05-20T13:29:35.120+08:00`
    pub close_time: Option<DateTime>,
    /// 自动收款授权的关闭原因: such as `CLOSE_VIA_MCH_API`
    pub close_reason: Option<AuthorizationCloseReason>,
}

/// The response of [`PartnerUserConfirmAuthorizations::close_partner_user_confirm_authorization`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct ClosePartnerUserConfirmAuthorizationResponse {
    /// 商户侧授权单号: such as `plfk2020042013`
    pub out_authorization_no: Option<String>,
    /// 商户AppID: such as `wxf636efh567hg4356`
    pub appid: Option<String>,
    /// 收款用户OpenID: such as `o-MYE42l80oelYMDE34nYD456Xoy`
    pub openid: Option<String>,
    /// 用户展示名称: such as `wx_123456`
    pub user_display_name: Option<String>,
    /// 微信自动收款授权单号: such as `201202504101000123456789012`
    pub authorization_id: Option<String>,
    /// 单据状态: such as `CLOSED`
    pub state: Option<CloseUserConfirmAuthorizationState>,
    /// 用户确认授权的时间: such as `2015-05-20T13:29:35.120+08:00`
    pub authorize_time: Option<DateTime>,
    /// 自动收款授权的关闭信息
    pub close_info: Option<CloseUserConfirmAuthorizationCloseInfo>,
    /// 转账场景ID: values `1000`, `1002`, `1004`, `1005`, `1009`, `1010`, `1011`, `1013`
    pub transfer_scene_id: Option<String>,
    /// 用户收款感知: such as `现金奖励`
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
    pub close_time: Option<DateTime>,
    /// 自动收款授权的关闭原因: such as `CLOSE_VIA_MCH_API`
    pub close_reason: Option<MerchantCloseReason>,
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
