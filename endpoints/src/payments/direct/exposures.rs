//! 分付曝光.

use serde::Serialize;
use wechatpay_client::{Deserialize, Result, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 分付曝光
#[wechatpay_api(defaults)]
pub trait Exposures {
    /// 微信分付-支付方式前置服务
    ///
    /// `POST /v3/pay/transactions/exposure`
    #[wechatpay_api(POST "/v3/pay/transactions/exposure")]
    async fn query_exposure(&self, body: &QueryExposureRequest) -> Result<Exposure>;

    /// 商户贴息-获取微信分付曝光建议
    ///
    /// `POST /v3/pay/instal/exposure`
    #[wechatpay_api(POST "/v3/pay/instal/exposure")]
    async fn query_installment_exposure(
        &self,
        body: &QueryInstallmentExposureRequest,
    ) -> Result<InstallmentExposure>;
}

/// The request of [`Exposures::query_exposure`].
///
/// `QueryExposureRequest::builder().appid(…).out_trade_no(…).build()`. For an `Option`, use
/// setters such as `maybe_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct QueryExposureRequest {
    /// 直连商户号: such as `1230000109`
    pub mchid: Option<String>,
    /// 应用AppID: such as `wxd678efh567hg6787`
    pub appid: String,
    /// 支付者
    pub payer: Option<ExposurePayer>,
    /// 商户订单号: such as `1217752501201407033233368018`
    pub out_trade_no: String,
}

rules! { QueryExposureRequest {} }

/// 支付者
///
/// `ExposurePayer::builder().build()`. For an `Option`, use setters such as `maybe_openid`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ExposurePayer {
    /// 用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub openid: Option<String>,
    /// 用户手机号的哈希值: such as `ABDEF3445546456B`
    pub phone_number_hash: Option<String>,
}

/// The response of [`Exposures::query_exposure`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct Exposure {
    /// 是否建议曝光微信分付
    pub fqf_exposure: bool,
    /// 曝光凭证: such as `Dfkdsf324+-LKFD=`
    pub market_exposure_token: Option<String>,
}

/// The request of [`Exposures::query_installment_exposure`].
///
/// `QueryInstallmentExposureRequest::builder().appid(…).user_id_type(…).build()`. For an
/// `Option`, use setters such as `maybe_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct QueryInstallmentExposureRequest {
    /// 直连商户号: such as `1230000109`
    pub mchid: Option<String>,
    /// 应用AppID: such as `wxd678efh567hg6787`
    pub appid: String,
    /// 用户ID的类型: such as `OPENID`
    pub user_id_type: UserIdType,
    /// 用户标识: such as `123456789`
    pub openid: Option<String>,
    /// 用户手机号的十六进制字符串: such as `EF879546FFFF`
    pub phone_number_hash: Option<String>,
}

rules! {
    QueryInstallmentExposureRequest {
        member("user_id_type", &[Listed(UserIdType::TEXTS)]),
    }
}

/// The response of [`Exposures::query_installment_exposure`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct InstallmentExposure {
    /// 是否建议曝光微信分付
    pub recommend_exposure: bool,
}

open_enum! {
    /// 用户ID的类型
    pub enum UserIdType {
        UnknownUserIdType = "UNKNOWN_USER_ID_TYPE",
        Openid = "OPENID",
        PhoneNo = "PHONE_NO",
        SpOpenid = "SP_OPENID",
        SubOpenid = "SUB_OPENID",
    }
}
