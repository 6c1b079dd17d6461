//! 分账接收方.

use serde::Serialize;
use wechatpay_client::{Deserialize, Result, Sensitive, wechatpay_api};

use super::ReceiverType;
use crate::open_enum::open_enum;
use crate::rules::rules;

/// 分账接收方
#[wechatpay_api(defaults)]
pub trait Receivers {
    /// 添加分账接收方
    ///
    /// `POST /v3/profitsharing/receivers/add`
    #[wechatpay_api(POST "/v3/profitsharing/receivers/add")]
    async fn add_profit_sharing_receiver(
        &self,
        body: &AddProfitSharingReceiverRequest,
    ) -> Result<AddProfitSharingReceiverResponse>;

    /// 删除分账接收方
    ///
    /// `POST /v3/profitsharing/receivers/delete`
    #[wechatpay_api(POST "/v3/profitsharing/receivers/delete")]
    async fn delete_profit_sharing_receiver(
        &self,
        body: &DeleteProfitSharingReceiverRequest,
    ) -> Result<DeleteProfitSharingReceiverResponse>;
}

/// The request of [`Receivers::add_profit_sharing_receiver`].
///
/// `AddProfitSharingReceiverRequest::builder().appid(…).r#type(…).account(…).relation_type(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_mchid`.
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
pub struct AddProfitSharingReceiverRequest {
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 应用ID: such as `wx8888888888888888`
    pub appid: String,
    /// 子商户应用ID: such as `wx8888888888888889`
    pub sub_appid: Option<String>,
    /// 分账接收方类型: such as `MERCHANT_ID`
    pub r#type: ReceiverType,
    /// 分账接收方帐号: such as `86693852`
    pub account: String,
    /// 分账个人接收方姓名: encrypted
    pub name: Option<Sensitive>,
    /// 与分账方的关系类型: such as `SERVICE_PROVIDER`
    pub relation_type: RelationType,
    /// 自定义的分账关系: such as `代理商`
    pub custom_relation: Option<String>,
}

rules! {
    AddProfitSharingReceiverRequest {
        member("type", &[Listed(ReceiverType::TEXTS)]),
        member("relation_type", &[Listed(RelationType::TEXTS)]),
    }
}

/// The response of [`Receivers::add_profit_sharing_receiver`].
///
/// Sensitive members deserialize only inside the client, which decrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(Sensitive, into))
)]
#[non_exhaustive]
pub struct AddProfitSharingReceiverResponse {
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 分账接收方类型: such as `MERCHANT_ID`
    pub r#type: ReceiverType,
    /// 分账接收方账号: such as `86693852`
    pub account: String,
    /// 分账接收方全称: encrypted
    pub name: Option<Sensitive>,
    /// 与分账方的关系类型: such as `SERVICE_PROVIDER`
    pub relation_type: RelationType,
    /// 自定义的分账关系: such as `代理商`
    pub custom_relation: Option<String>,
}

/// The request of [`Receivers::delete_profit_sharing_receiver`].
///
/// `DeleteProfitSharingReceiverRequest::builder().appid(…).r#type(…).account(…).build()`. For an
/// `Option`, use setters such as `maybe_sub_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct DeleteProfitSharingReceiverRequest {
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 应用ID: such as `wx8888888888888888`
    pub appid: String,
    /// 子商户应用ID: such as `wx8888888888888889`
    pub sub_appid: Option<String>,
    /// 分账接收方类型: such as `MERCHANT_ID`
    pub r#type: ReceiverType,
    /// 分账接收方账号: such as `86693852`
    pub account: String,
}

rules! {
    DeleteProfitSharingReceiverRequest {
        member("type", &[Listed(ReceiverType::TEXTS)]),
    }
}

/// The response of [`Receivers::delete_profit_sharing_receiver`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct DeleteProfitSharingReceiverResponse {
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 分账接收方类型: such as `MERCHANT_ID`
    pub r#type: ReceiverType,
    /// 分账接收方账号: such as `1900000109`
    pub account: String,
}

open_enum! {
    /// 与分账方的关系类型
    pub enum RelationType {
        ServiceProvider = "SERVICE_PROVIDER",
        Store = "STORE",
        Staff = "STAFF",
        StoreOwner = "STORE_OWNER",
        Partner = "PARTNER",
        Headquarter = "HEADQUARTER",
        Brand = "BRAND",
        Distributor = "DISTRIBUTOR",
        User = "USER",
        Supplier = "SUPPLIER",
        Custom = "CUSTOM",
    }
}
