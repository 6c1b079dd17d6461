//! 分账接收方.

use serde::Serialize;
use wechatpay_client::{Deserialize, Result, Sensitive, wechatpay_api};

use super::ProfitSharingReceiverType;
use crate::open_enum::open_enum;
use crate::rules::rules;

/// 分账接收方
#[wechatpay_api(defaults)]
pub trait ProfitSharingReceivers {
    /// 添加分账接收方
    ///
    /// `POST /v3/ecommerce/profitsharing/receivers/add`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/ecommerce/profitsharing/chapter3_7.shtml>
    #[wechatpay_api(POST "/v3/ecommerce/profitsharing/receivers/add")]
    async fn add_ecommerce_profit_sharing_receiver(
        &self,
        body: &AddEcommerceProfitSharingReceiverRequest,
    ) -> Result<ReceiverResponse>;

    /// 删除分账接收方
    ///
    /// `POST /v3/ecommerce/profitsharing/receivers/delete`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/ecommerce/profitsharing/chapter3_8.shtml>
    #[wechatpay_api(POST "/v3/ecommerce/profitsharing/receivers/delete")]
    async fn delete_ecommerce_profit_sharing_receiver(
        &self,
        body: &DeleteEcommerceProfitSharingReceiverRequest,
    ) -> Result<ReceiverResponse>;
}

/// The request of [`ProfitSharingReceivers::add_ecommerce_profit_sharing_receiver`].
///
/// `AddEcommerceProfitSharingReceiverRequest::builder().appid(…).r#type(…).account(…).relation_type(…).build()`.
/// For an `Option`, use setters such as `maybe_name`.
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
pub struct AddEcommerceProfitSharingReceiverRequest {
    /// 公众账号ID: such as `wx8888888888888888`
    pub appid: String,
    /// 接收方类型: such as `MERCHANT_ID`
    pub r#type: ProfitSharingReceiverType,
    /// 接收方账号: such as `190001001`
    pub account: String,
    /// 接收方名称: such as `张三网络公司`
    pub name: Option<String>,
    /// 接收方名称的密文: encrypted
    pub encrypted_name: Option<Sensitive>,
    /// 与分账方的关系类型: such as `SUPPLIER`
    pub relation_type: RelationType,
}

rules! {
    AddEcommerceProfitSharingReceiverRequest {
        member("type", &[Listed(ProfitSharingReceiverType::TEXTS)]),
        member("relation_type", &[Listed(RelationType::TEXTS)]),
    }
}

/// The response of [`ProfitSharingReceivers::add_ecommerce_profit_sharing_receiver`],
/// [`ProfitSharingReceivers::delete_ecommerce_profit_sharing_receiver`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ReceiverResponse {
    /// 接收方类型: such as `MERCHANT_ID`
    pub r#type: ProfitSharingReceiverType,
    /// 接收方账号: such as `190001001`
    pub account: String,
}

/// The request of [`ProfitSharingReceivers::delete_ecommerce_profit_sharing_receiver`].
///
/// `DeleteEcommerceProfitSharingReceiverRequest::builder().appid(…).r#type(…).account(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct DeleteEcommerceProfitSharingReceiverRequest {
    /// 公众账号ID: such as `wx8888888888888888`
    pub appid: String,
    /// 接收方类型: such as `MERCHANT_ID`
    pub r#type: ProfitSharingReceiverType,
    /// 接收方账号: such as `190001001`
    pub account: String,
}

rules! {
    DeleteEcommerceProfitSharingReceiverRequest {
        member("type", &[Listed(ProfitSharingReceiverType::TEXTS)]),
    }
}

open_enum! {
    /// 与分账方的关系类型
    pub enum RelationType {
        Supplier = "SUPPLIER",
        Distributor = "DISTRIBUTOR",
        ServiceProvider = "SERVICE_PROVIDER",
        Platform = "PLATFORM",
        Others = "OTHERS",
    }
}
