//! 可用商户范围.

use serde::Serialize;
use wechatpay_client::{Deserialize, Result, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 可用商户范围
#[wechatpay_api(defaults)]
pub trait AvailableMerchantRanges {
    /// 创建可用商户范围
    ///
    /// `POST /v3/webizpay/avail-mch-ranges`
    #[wechatpay_api(POST "/v3/webizpay/avail-mch-ranges")]
    async fn create_available_merchant_range(
        &self,
        body: &CreateAvailableMerchantRangeRequest,
    ) -> Result<RangeIdResponse>;

    /// 查询可用商户范围列表
    ///
    /// `GET /v3/webizpay/avail-mch-ranges`
    ///
    /// - `sp_mchid` 服务商商户号: such as `12341234`
    #[wechatpay_api(GET "/v3/webizpay/avail-mch-ranges")]
    async fn list_available_merchant_ranges(
        &self,
        #[query] sp_mchid: &str,
    ) -> Result<ListAvailableMerchantRangesResponse>;

    /// 添加商户标识
    ///
    /// `POST /v3/webizpay/avail-mch-ranges/{range_id}/merchant-identifiers`
    ///
    /// - `range_id` 可用商户范围id: such as `89f5123e-5ad4-4e0e-89b1-63ced0c798c5`
    #[wechatpay_api(POST "/v3/webizpay/avail-mch-ranges/{range_id}/merchant-identifiers")]
    async fn add_merchant_identifier(
        &self,
        range_id: &str,
        body: &AddMerchantIdentifierRequest,
    ) -> Result<RangeIdResponse>;

    /// 查询商户标识列表
    ///
    /// `GET /v3/webizpay/avail-mch-ranges/{range_id}/merchant-identifiers`
    ///
    /// - `range_id` 可用商户范围id: such as `89f5123e-5ad4-4e0e-89b1-63ced0c798c5`
    /// - `sp_mchid` 服务商商户号: such as `12341234`
    /// - `offset` 分页开始位置: such as `0`
    /// - `limit` 分页大小: such as `100`
    #[wechatpay_api(GET "/v3/webizpay/avail-mch-ranges/{range_id}/merchant-identifiers")]
    async fn list_merchant_identifiers(
        &self,
        range_id: &str,
        #[query] sp_mchid: &str,
        #[query] offset: i64,
        #[query] limit: i64,
    ) -> Result<ListMerchantIdentifiersResponse>;

    /// 删除商户标识
    ///
    /// `DELETE /v3/webizpay/avail-mch-ranges/{range_id}/merchant-identifiers/{merchant_identifier}`
    ///
    /// - `range_id` 可用商户范围id: such as `89f5123e-5ad4-4e0e-89b1-63ced0c798c5`
    /// - `merchant_identifier` 商户标识值: such as `91110000710926094P`
    #[wechatpay_api(DELETE "/v3/webizpay/avail-mch-ranges/{range_id}/merchant-identifiers/{merchant_identifier}")]
    async fn delete_merchant_identifier(
        &self,
        range_id: &str,
        merchant_identifier: &str,
        body: &DeleteMerchantIdentifierRequest,
    ) -> Result<RangeIdResponse>;
}

/// The request of [`AvailableMerchantRanges::create_available_merchant_range`].
///
/// `CreateAvailableMerchantRangeRequest::builder().sp_mchid(…).identifier_type(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateAvailableMerchantRangeRequest {
    /// 服务商商户号: such as `12341234` (unconfirmed)
    pub sp_mchid: String,
    /// 商户标识类型: such as `ORGANIZATION_CODE` (unconfirmed)
    pub identifier_type: IdentifierType,
}

rules! {
    CreateAvailableMerchantRangeRequest {
        member("identifier_type", &[Listed(IdentifierType::TEXTS)]),
    }
}

/// The response of [`AvailableMerchantRanges::create_available_merchant_range`],
/// [`AvailableMerchantRanges::add_merchant_identifier`],
/// [`AvailableMerchantRanges::delete_merchant_identifier`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct RangeIdResponse {
    /// 可用商户范围id: such as `89f5123e-5ad4-4e0e-89b1-63ced0c798c5`
    pub range_id: Option<String>,
}

/// The response of [`AvailableMerchantRanges::list_available_merchant_ranges`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ListAvailableMerchantRangesResponse {
    /// 服务商商户号: such as `12341234`
    pub sp_mchid: Option<String>,
    /// 可用商户范围列表
    pub range_list: Option<Vec<AvailableMerchantRange>>,
}

/// 可用商户范围列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct AvailableMerchantRange {
    /// 可用商户范围id: such as `89f5123e-5ad4-4e0e-89b1-63ced0c798c5`
    pub range_id: Option<String>,
    /// 商户标识类型: such as `ORGANIZATION_CODE`
    pub identifier_type: Option<IdentifierType>,
}

/// The request of [`AvailableMerchantRanges::add_merchant_identifier`].
///
/// `AddMerchantIdentifierRequest::builder().sp_mchid(…).merchant_identifier(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct AddMerchantIdentifierRequest {
    /// 服务商商户号: such as `12341234` (unconfirmed)
    pub sp_mchid: String,
    /// 商户标识值: such as `91110000710926094P` (unconfirmed)
    pub merchant_identifier: String,
}

rules! { AddMerchantIdentifierRequest {} }

/// The response of [`AvailableMerchantRanges::list_merchant_identifiers`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ListMerchantIdentifiersResponse {
    /// 分页开始位置: such as `0`
    pub offset: Option<i64>,
    /// 分页大小: such as `100`
    pub limit: Option<i64>,
    /// 实际返回数量: such as `100`
    pub count: Option<i64>,
    /// 总数量: such as `1000`
    pub total_count: Option<i64>,
    /// 商户标识列表: such as `91110000710926094P`
    pub data: Option<Vec<String>>,
}

/// The request of [`AvailableMerchantRanges::delete_merchant_identifier`].
///
/// `DeleteMerchantIdentifierRequest::builder().sp_mchid(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct DeleteMerchantIdentifierRequest {
    /// 服务商商户号: such as `12341234` (unconfirmed)
    pub sp_mchid: String,
}

rules! { DeleteMerchantIdentifierRequest {} }

open_enum! {
    /// 商户标识类型
    pub enum IdentifierType {
        OrganizationCode = "ORGANIZATION_CODE",
        TransactionId = "TRANSACTION_ID",
    }
}
