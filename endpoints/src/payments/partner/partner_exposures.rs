//! 分付曝光.

use serde::Serialize;
use wechatpay_client::{Deserialize, Result, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 分付曝光
#[wechatpay_api(defaults)]
pub trait PartnerExposures {
    /// 微信分付-支付方式前置服务
    ///
    /// `POST /v3/pay/partner/transactions/exposure`
    #[wechatpay_api(POST "/v3/pay/partner/transactions/exposure")]
    async fn query_partner_exposure(&self, body: &QueryPartnerExposureRequest) -> Result<Exposure>;

    /// 商户贴息-获取微信分付曝光建议
    ///
    /// `POST /v3/pay/instal/partner/exposure`
    #[wechatpay_api(POST "/v3/pay/instal/partner/exposure")]
    async fn query_partner_installment_exposure(
        &self,
        body: &QueryPartnerInstallmentExposureRequest,
    ) -> Result<InstallmentExposure>;

    /// 从业机构微信分付-支付方式前置服务
    ///
    /// `POST /v3/pay/acquiring-bank/transactions/exposure`
    #[wechatpay_api(POST "/v3/pay/acquiring-bank/transactions/exposure")]
    async fn query_acquiring_bank_exposure(
        &self,
        body: &QueryAcquiringBankExposureRequest,
    ) -> Result<Exposure>;
}

/// The request of [`PartnerExposures::query_partner_exposure`].
///
/// `QueryPartnerExposureRequest::builder().sp_appid(…).out_trade_no(…).build()`. For an `Option`,
/// use setters such as `maybe_sp_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct QueryPartnerExposureRequest {
    /// 服务商应用ID: such as `wx8888888888888888`
    pub sp_appid: String,
    /// 服务商户号: such as `1230000109`
    pub sp_mchid: Option<String>,
    /// 子商户/二级商户应用ID: such as `wxd678efh567hg6999`
    pub sub_appid: Option<String>,
    /// 子商户号/二级商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 支付者
    pub payer: Option<ExposurePayer>,
    /// 商户订单号: such as `1217752501201407033233368018`
    pub out_trade_no: String,
}

rules! { QueryPartnerExposureRequest {} }

/// 支付者
///
/// `ExposurePayer::builder().build()`. For an `Option`, use setters such as `maybe_sp_openid`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ExposurePayer {
    /// 用户服务商标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub sp_openid: Option<String>,
    /// 用户手机号的哈希值: such as `ABDEF3445546456B`
    pub phone_number_hash: Option<String>,
    /// 用户子商户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub sub_openid: Option<String>,
}

/// The response of [`PartnerExposures::query_partner_exposure`],
/// [`PartnerExposures::query_acquiring_bank_exposure`].
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

/// The request of [`PartnerExposures::query_partner_installment_exposure`].
///
/// `QueryPartnerInstallmentExposureRequest::builder().sp_appid(…).build()`. For an `Option`, use
/// setters such as `maybe_sp_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct QueryPartnerInstallmentExposureRequest {
    /// 服务商户号: such as `1230000109`
    pub sp_mchid: Option<String>,
    /// 服务商应用ID: such as `wx8888888888888888`
    pub sp_appid: String,
    /// 子商户/二级商户应用ID: such as `wxd678efh567hg6999`
    pub sub_appid: Option<String>,
    /// 子商户号/二级商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 用户ID
    pub user_id: Option<UserId>,
}

rules! {
    QueryPartnerInstallmentExposureRequest {
        within("user_id", UserId::RULES),
    }
}

/// 用户ID
///
/// `UserId::builder().build()`. For an `Option`, use setters such as `maybe_user_id_type`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UserId {
    /// 用户ID的类型: such as `OPENID`
    pub user_id_type: Option<UserIdType>,
    /// 用户服务标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub sp_openid: Option<String>,
    /// 用户子标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub sub_openid: Option<String>,
    /// 用户手机号的哈希值: such as `ABDEF3445546456B`
    pub phone_number_hash: Option<String>,
}

rules! {
    UserId {
        member("user_id_type", &[Listed(UserIdType::TEXTS)]),
    }
}

/// The response of [`PartnerExposures::query_partner_installment_exposure`].
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

/// The request of [`PartnerExposures::query_acquiring_bank_exposure`].
///
/// `QueryAcquiringBankExposureRequest::builder().acquiring_bank_id(…).merchant_id(…).channel_id(…).out_trade_no(…).build()`.
/// For an `Option`, use setters such as `maybe_acquiring_bank_appid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct QueryAcquiringBankExposureRequest {
    /// 从业机构号: such as `1356485`
    pub acquiring_bank_id: String,
    /// 从业机构应用AppID: such as `wx8888888888888888`
    pub acquiring_bank_appid: Option<String>,
    /// 特约商户号: such as `1900000109`
    pub merchant_id: String,
    /// 特约商户应用AppID: such as `wxd678efh567hg6999`
    pub merchant_appid: Option<String>,
    /// 渠道商户号: such as `20001111`
    pub channel_id: String,
    /// 支付者
    pub payer: Option<AcquiringBankExposurePayer>,
    /// 商户订单号: such as `1217752501201407033233368018`
    pub out_trade_no: String,
}

rules! { QueryAcquiringBankExposureRequest {} }

/// 支付者
///
/// `AcquiringBankExposurePayer::builder().build()`. For an `Option`, use setters such as
/// `maybe_acquiring_bank_openid`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct AcquiringBankExposurePayer {
    /// 用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub acquiring_bank_openid: Option<String>,
    /// 用户手机号的哈希值: such as `ABDEF3445546456B`
    pub phone_number_hash: Option<String>,
    /// 用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub merchant_openid: Option<String>,
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
