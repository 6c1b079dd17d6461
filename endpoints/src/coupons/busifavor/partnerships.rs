//! 合作关系.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 合作关系
#[wechatpay_api(defaults)]
pub trait Partnerships {
    /// 建立合作关系
    ///
    /// `POST /v3/marketing/partnerships/build`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/marketing/partnerships/chapter3_1.shtml>
    ///
    /// - `Idempotency-Key` 业务请求幂等值: such as `12345`
    #[wechatpay_api(POST "/v3/marketing/partnerships/build")]
    async fn build_partnership(
        &self,
        #[header = "Idempotency-Key"] idempotency_key: &str,
        body: &PartnershipRequest,
    ) -> Result<BuildPartnershipResponse>;

    /// 查询合作关系列表
    ///
    /// `GET /v3/marketing/partnerships`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/apis/chapter9_5_3.shtml>
    #[wechatpay_api(GET "/v3/marketing/partnerships")]
    async fn list_partnerships(
        &self,
        query: &ListPartnershipsQuery,
    ) -> Result<ListPartnershipsResponse>;

    /// 终止合作关系
    ///
    /// `POST /v3/marketing/partnerships/terminate`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/marketing/partnerships/chapter3_2.shtml>
    ///
    /// - `Idempotency-Key` 业务请求幂等值: such as `12345`
    #[wechatpay_api(POST "/v3/marketing/partnerships/terminate")]
    async fn terminate_partnership(
        &self,
        #[header = "Idempotency-Key"] idempotency_key: &str,
        body: &PartnershipRequest,
    ) -> Result<TerminatePartnershipResponse>;
}

/// The request of [`Partnerships::build_partnership`], [`Partnerships::terminate_partnership`].
///
/// `PartnershipRequest::builder().partner(…).authorized_data(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PartnershipRequest {
    /// 合作方信息
    pub partner: Partner,
    /// 被授权数据
    pub authorized_data: AuthorizedData,
}

rules! {
    PartnershipRequest {
        within("partner", Partner::RULES),
        within("authorized_data", AuthorizedData::RULES),
    }
}

/// 合作方信息
///
/// `Partner::builder().r#type(…).build()`. For an `Option`, use setters such as `maybe_appid`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct Partner {
    /// 合作方类别
    pub r#type: PartnerType,
    /// 合作方APPID: such as `wx4e1916a585d1f4e9`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub appid: Option<String>,
    /// 合作方商户ID: such as `2480029552`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub merchant_id: Option<String>,
}

rules! {
    Partner {
        member("type", &[Listed(PartnerType::TEXTS)]),
    }
}

/// 被授权数据
///
/// `AuthorizedData::builder().business_type(…).build()`. For an `Option`, use setters such as
/// `maybe_stock_id`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct AuthorizedData {
    /// 授权业务类别
    pub business_type: BusinessType,
    /// 授权批次ID: such as `2433405`
    pub stock_id: Option<String>,
    /// `scenarios`
    pub scenarios: Option<Vec<String>>,
}

rules! {
    AuthorizedData {
        member("business_type", &[Listed(BusinessType::TEXTS)]),
    }
}

/// The response of [`Partnerships::build_partnership`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(DateTime, into))
)]
#[non_exhaustive]
pub struct BuildPartnershipResponse {
    /// 合作方信息
    pub partner: Partner,
    /// 被授权数据
    pub authorized_data: BuiltAuthorizedData,
    /// 合作状态
    pub state: PartnershipState,
    /// 建立合作关系时间
    pub build_time: DateTime,
    /// 创建时间
    pub create_time: DateTime,
    /// 更新时间
    pub update_time: DateTime,
}

/// 被授权数据
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct BuiltAuthorizedData {
    /// 授权业务类别
    pub business_type: BusinessType,
    /// 授权批次ID: such as `2433405`
    pub stock_id: Option<String>,
}

/// The query of [`Partnerships::list_partnerships`].
///
/// `ListPartnershipsQuery::builder().build()`. For an `Option`, use setters such as
/// `maybe_partner`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ListPartnershipsQuery {
    /// 合作方信息`JSON`格式字符串: the JSON text of a `Partner`, default
    /// `{"type":"APPID","appid":"wx4e1916a585d1f4e9"}`
    pub partner: Option<String>,
    /// 被授权数据`JSON`格式字符串: the JSON text of an `AuthorizedDataFilter`
    pub authorized_data: Option<String>,
    /// 分页大小: default `50`
    pub limit: Option<i64>,
    /// 分页页码: default `0`
    pub offset: Option<i64>,
}

/// 被授权数据`JSON`格式字符串
///
/// `AuthorizedDataFilter::builder().build()`. For an `Option`, use setters such as
/// `maybe_business_type`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct AuthorizedDataFilter {
    /// 授权业务类别
    #[serde(skip_serializing_if = "Option::is_none")]
    pub business_type: Option<BusinessType>,
    /// 授权批次ID: such as `2433405`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stock_id: Option<String>,
}

rules! {
    AuthorizedDataFilter {
        member("business_type", &[Listed(BusinessType::TEXTS)]),
    }
}

/// The response of [`Partnerships::list_partnerships`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ListPartnershipsResponse {
    /// 合作关系结果集
    pub data: Option<Vec<Partnership>>,
    /// 分页大小: such as `5`
    pub limit: i64,
    /// 分页页码: such as `10`
    pub offset: i64,
    /// 总数量: such as `1234`
    pub total_count: Option<i64>,
}

/// 合作关系结果集
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(DateTime, into))
)]
#[non_exhaustive]
pub struct Partnership {
    /// 合作方信息
    pub partner: ListedPartner,
    /// 被授权数据
    pub authorized_data: ListedAuthorizedData,
    /// 建立合作关系时间: such as `2015-05-20T13:29:35.120+08:00`
    pub build_time: DateTime,
    /// 终止合作关系时间: such as `2015-05-20T13:29:35.120+08:00`
    pub terminate_time: Option<DateTime>,
    /// 创建时间: such as `2015-05-20T13:29:35.120+08:00`
    pub create_time: DateTime,
    /// 更新时间: such as `2015-05-20T13:29:35.120+08:00`
    pub update_time: DateTime,
}

/// 合作方信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ListedPartner {
    /// 合作方类别: such as `APPID`
    pub r#type: String,
    /// 合作方APPID: such as `wx4e1916a585d1f4e9`
    pub appid: Option<String>,
    /// 合作方商户ID: such as `2480029552`
    pub merchant_id: Option<String>,
}

/// 被授权数据
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ListedAuthorizedData {
    /// 授权业务类别: such as `FAVOR_STOCK`
    pub business_type: String,
    /// 授权批次ID: such as `2433405`
    pub stock_id: Option<String>,
}

/// The response of [`Partnerships::terminate_partnership`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(DateTime, into))
)]
#[non_exhaustive]
pub struct TerminatePartnershipResponse {
    /// 终止合作关系时间: such as `2015-05-20T13:29:35.120+08:00`
    pub terminate_time: DateTime,
}

open_enum! {
    /// 合作方类别
    pub enum PartnerType {
        Appid = "APPID",
        Merchant = "MERCHANT",
    }
}

open_enum! {
    /// 授权业务类别
    pub enum BusinessType {
        FavorStock = "FAVOR_STOCK",
        BusifavorStock = "BUSIFAVOR_STOCK",
    }
}

open_enum! {
    /// 合作状态
    pub enum PartnershipState {
        Established = "ESTABLISHED",
        Terminated = "TERMINATED",
    }
}
