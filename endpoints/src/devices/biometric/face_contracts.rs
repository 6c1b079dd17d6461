//! 刷脸签约.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, Sensitive, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 刷脸签约
#[wechatpay_api(defaults)]
pub trait FaceContracts {
    /// 预签约
    ///
    /// `POST /v3/offlineface/contracts/presign`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/wxfacepay/develop/access-specifications.html>
    #[wechatpay_api(POST "/v3/offlineface/contracts/presign")]
    async fn presign_face_contract(
        &self,
        body: &PresignFaceContractRequest,
    ) -> Result<PresignFaceContractResponse>;

    /// 签约查询
    ///
    /// `GET /v3/offlineface/contracts/{contract_id}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/wxfacepay/develop/k12-development-guidelines.html>
    ///
    /// - `contract_id` 签约ID: such as `CI8CD208Z7e9906f89`
    /// - `appid` 商户签约小程序APPID: such as `wx8888888888`
    #[wechatpay_api(GET "/v3/offlineface/contracts/{contract_id}")]
    async fn query_face_contract(
        &self,
        contract_id: &str,
        #[query] appid: Option<&str>,
    ) -> Result<FaceContract>;
}

/// The request of [`FaceContracts::presign_face_contract`].
///
/// `PresignFaceContractRequest::builder().business_name(…).facepay_user(…).build()`. For an
/// `Option`, use setters such as `maybe_limit_bank_card`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PresignFaceContractRequest {
    /// 业务类型 (unconfirmed)
    pub business_name: String,
    /// 刷脸用户信息 (unconfirmed)
    pub facepay_user: FacepayUser,
    /// 签约指定银行卡
    pub limit_bank_card: Option<LimitBankCard>,
    /// 签约模式
    pub contract_mode: Option<ContractMode>,
}

rules! {
    PresignFaceContractRequest {
        within("facepay_user", FacepayUser::RULES),
        within("limit_bank_card", LimitBankCard::RULES),
        member("contract_mode", &[Listed(ContractMode::TEXTS)]),
    }
}

/// 刷脸用户信息
///
/// `FacepayUser::builder().out_user_id(…).organization_id(…).build()`. For an `Option`, use
/// setters such as `maybe_identification_name`.
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
pub struct FacepayUser {
    /// 商户用户ID (unconfirmed)
    pub out_user_id: String,
    /// 刷脸用户名: encrypted
    pub identification_name: Option<Sensitive>,
    /// 机构ID (unconfirmed)
    pub organization_id: String,
    /// 证件信息
    pub identification: Option<Identification>,
    /// 手机号码: encrypted
    pub phone: Option<Sensitive>,
}

rules! {
    FacepayUser {
        within("identification", Identification::RULES),
    }
}

/// 证件信息
///
/// `Identification::builder().identification_type(…).identification_number(…).build()`
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(Sensitive, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct Identification {
    /// 证件类型 (unconfirmed)
    pub identification_type: IdentificationType,
    /// 证件ID: encrypted (unconfirmed)
    pub identification_number: Sensitive,
}

rules! {
    Identification {
        member("identification_type", &[Listed(IdentificationType::TEXTS)]),
    }
}

/// 签约指定银行卡
///
/// `LimitBankCard::builder().build()`. For an `Option`, use setters such as
/// `maybe_bank_card_number`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(Sensitive, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct LimitBankCard {
    /// 银行卡号: encrypted
    pub bank_card_number: Option<Sensitive>,
    /// 开卡人姓名: encrypted
    pub identification_name: Option<Sensitive>,
    /// 开卡人证件
    pub identification: Option<Identification>,
    /// 银行卡有效期: as `mm/yy`
    pub valid_thru: Option<String>,
    /// 银行类型
    pub bank_type: Option<String>,
    /// 开卡预留手机号: encrypted
    pub phone: Option<Sensitive>,
}

rules! {
    LimitBankCard {
        within("identification", Identification::RULES),
    }
}

/// The response of [`FaceContracts::presign_face_contract`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PresignFaceContractResponse {
    /// 会话ID
    pub presign_token: Option<String>,
}

/// The response of [`FaceContracts::query_face_contract`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct FaceContract {
    /// 签约ID: such as `CI8CD208Z7e9906f89`
    pub contract_id: Option<String>,
    /// 商户号: such as `2480278041`
    pub mchid: Option<String>,
    /// 机构ID: such as `OAABBCCDDeeff`
    pub organization_id: Option<String>,
    /// 用户ID: such as `FU40F305Z4e2bb7d`
    pub use_id: Option<String>,
    /// 签约用户openid: such as `AFDSJfhdf8744`
    pub openid: Option<String>,
    /// 签约状态
    pub contract_state: Option<ContractState>,
    /// 签约时间: such as `2018-06-08T10:34:56+08:00`
    pub contract_signed_time: Option<DateTime>,
    /// 解约时间: such as `2018-06-08T10:34:56+08:00`
    pub contract_terminated_time: Option<DateTime>,
    /// 签约模式
    pub contract_mode: Option<ContractMode>,
    /// 签约卡来源
    pub contract_bank_card_from: Option<ContractBankCardFrom>,
}

open_enum! {
    /// 证件类型
    pub enum IdentificationType {
        Idcard = "IDCARD",
    }
}

open_enum! {
    /// 签约模式
    pub enum ContractMode {
        LimitBankCard = "LIMIT_BANK_CARD",
        PriorityBankCard = "PRIORITY_BANK_CARD",
        LimitNone = "LIMIT_NONE",
    }
}

open_enum! {
    /// 签约状态
    pub enum ContractState {
        NotContracted = "NOT_CONTRACTED",
        Terminated = "TERMINATED",
        Contracted = "CONTRACTED",
    }
}

open_enum! {
    /// 签约卡来源
    pub enum ContractBankCardFrom {
        MerchantLimitedBankCard = "MERCHANT_LIMITED_BANK_CARD",
        UserSelectFree = "USER_SELECT_FREE",
    }
}
