//! 分账接收方.

use serde::Serialize;
use wechatpay_client::{Deserialize, Result, wechatpay_api};

use super::ReceiverType;
use crate::open_enum::open_enum;
use crate::rules::rules;

/// 分账接收方
#[wechatpay_api(defaults)]
pub trait BrandReceivers {
    /// 添加分账接收方
    ///
    /// `POST /v3/brand/profitsharing/receivers/add`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/brand/chapter3_7.shtml>
    #[wechatpay_api(POST "/v3/brand/profitsharing/receivers/add")]
    async fn add_brand_profit_sharing_receiver(
        &self,
        body: &AddBrandProfitSharingReceiverRequest,
    ) -> Result<ReceiverResponse>;

    /// 删除分账接收方
    ///
    /// `POST /v3/brand/profitsharing/receivers/delete`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/brand/chapter3_8.shtml>
    #[wechatpay_api(POST "/v3/brand/profitsharing/receivers/delete")]
    async fn delete_brand_profit_sharing_receiver(
        &self,
        body: &DeleteBrandProfitSharingReceiverRequest,
    ) -> Result<ReceiverResponse>;
}

/// The request of [`BrandReceivers::add_brand_profit_sharing_receiver`].
///
/// `AddBrandProfitSharingReceiverRequest::builder().brand_mchid(…).appid(…).r#type(…).account(…).relation_type(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_appid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct AddBrandProfitSharingReceiverRequest {
    /// 品牌主商户号: such as `1900000108`
    pub brand_mchid: String,
    /// 公众账号ID: such as `wx8888888888888888`
    pub appid: String,
    /// 子商户公众账号ID: such as `wx8888888888888889`
    pub sub_appid: Option<String>,
    /// 分账接收方类型: such as `MERCHANT_ID`
    pub r#type: ReceiverType,
    /// 分账接收方账号: such as `1900000109`
    pub account: String,
    /// 接收方名称: such as `张三网络公司`
    pub name: Option<String>,
    /// 与品牌主商户的关系类型: such as `SUPPLIER`
    pub relation_type: RelationType,
}

rules! {
    AddBrandProfitSharingReceiverRequest {
        member("type", &[Listed(ReceiverType::TEXTS)]),
        member("relation_type", &[Listed(RelationType::TEXTS)]),
    }
}

/// The response of [`BrandReceivers::add_brand_profit_sharing_receiver`],
/// [`BrandReceivers::delete_brand_profit_sharing_receiver`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ReceiverResponse {
    /// 品牌主商户号: such as `1900000108`
    pub brand_mchid: String,
    /// 分账接收方类型: such as `MERCHANT_ID`
    pub r#type: ReceiverType,
    /// 分账接收方账号: such as `1900000109`
    pub account: String,
}

/// The request of [`BrandReceivers::delete_brand_profit_sharing_receiver`].
///
/// `DeleteBrandProfitSharingReceiverRequest::builder().brand_mchid(…).appid(…).r#type(…).account(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_appid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct DeleteBrandProfitSharingReceiverRequest {
    /// 品牌主商户号: such as `1900000108`
    pub brand_mchid: String,
    /// 公众账号ID: such as `wx8888888888888888`
    pub appid: String,
    /// 子商户公众账号ID: such as `wx8888888888888889`
    pub sub_appid: Option<String>,
    /// 分账接收方类型: such as `MERCHANT_ID`
    pub r#type: ReceiverType,
    /// 分账接收方账号: such as `1900000109`
    pub account: String,
}

rules! {
    DeleteBrandProfitSharingReceiverRequest {
        member("type", &[Listed(ReceiverType::TEXTS)]),
    }
}

open_enum! {
    /// 与品牌主商户的关系类型
    pub enum RelationType {
        Supplier = "SUPPLIER",
        Distributor = "DISTRIBUTOR",
        ServiceProvider = "SERVICE_PROVIDER",
        Platform = "PLATFORM",
        Staff = "STAFF",
        Others = "OTHERS",
    }
}
