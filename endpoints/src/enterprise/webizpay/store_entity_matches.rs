//! 门店主体匹配.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 门店主体匹配
#[wechatpay_api(defaults)]
pub trait StoreEntityMatches {
    /// 发起门店主体匹配
    ///
    /// `POST /v3/webizpay/stores/entity-matches`
    #[wechatpay_api(POST "/v3/webizpay/stores/entity-matches")]
    async fn create_store_entity_match(
        &self,
        body: &CreateStoreEntityMatchRequest,
    ) -> Result<CreateStoreEntityMatchResponse>;

    /// 查询门店主体匹配结果
    ///
    /// `GET /v3/webizpay/stores/entity-matches/{batch_id}`
    ///
    /// - `batch_id` 微信支付主体匹配批次单号: such as `1030000071201xxxxx`
    /// - `sp_mchid` 服务商商户号: such as `12341234`
    #[wechatpay_api(GET "/v3/webizpay/stores/entity-matches/{batch_id}")]
    async fn query_store_entity_match(
        &self,
        batch_id: &str,
        #[query] sp_mchid: Option<&str>,
    ) -> Result<StoreEntityMatch>;
}

/// The request of [`StoreEntityMatches::create_store_entity_match`].
///
/// `CreateStoreEntityMatchRequest::builder().out_batch_id(…).build()`. For an `Option`, use
/// setters such as `maybe_sp_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateStoreEntityMatchRequest {
    /// 服务商商户号: such as `12341234`
    pub sp_mchid: Option<String>,
    /// 商户主体匹配批次单号: such as `batch12345678`
    pub out_batch_id: String,
    /// 主体匹配明细列表
    pub match_details: Option<Vec<MatchDetail>>,
}

rules! {
    CreateStoreEntityMatchRequest {
        within("match_details", MatchDetail::RULES),
    }
}

/// 主体匹配明细列表
///
/// `MatchDetail::builder().organization_code(…).store_name(…).build()`. For an `Option`, use
/// setters such as `maybe_product_type`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct MatchDetail {
    /// 门店统一社会信用代码: such as `91110000710926094P`
    pub organization_code: String,
    /// 门店名称: such as `微信小店`
    pub store_name: String,
    /// 需要查询的支付产品: such as `CODE_PAY`
    pub product_type: Option<ProductType>,
}

rules! {
    MatchDetail {
        member("product_type", &[Listed(ProductType::TEXTS)]),
    }
}

/// The response of [`StoreEntityMatches::create_store_entity_match`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CreateStoreEntityMatchResponse {
    /// 服务商商户号: such as `12341234`
    pub sp_mchid: String,
    /// 商户主体匹配批次单号: such as `batch12345678`
    pub out_batch_id: String,
    /// 微信支付主体匹配批次单号: such as `1030000071201xxxxx`
    pub batch_id: String,
    /// 批次创建时间: such as `2023-06-08T10:34:56+08:00`
    pub time: DateTime,
    /// 批次状态: such as `ACCEPTED`
    pub state: StoreEntityMatchState,
}

/// The response of [`StoreEntityMatches::query_store_entity_match`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct StoreEntityMatch {
    /// 服务商商户号: such as `12341234`
    pub sp_mchid: String,
    /// 商户主体匹配批次单号: such as `batch12345678`
    pub out_batch_id: String,
    /// 微信支付主体匹配批次单号: such as `1030000071201xxxxx`
    pub batch_id: String,
    /// 批次状态: such as `ACCEPTED`
    pub state: StoreEntityMatchState,
    /// 主体匹配明细列表
    pub match_results: Option<Vec<MatchResult>>,
}

/// 主体匹配明细列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct MatchResult {
    /// 门店统一社会信用代码: such as `91110000710926094P`
    pub organization_code: String,
    /// 门店名称: such as `微信小店`
    pub store_name: String,
    /// 是否存在满足条件微信支付商户号: such as `true`
    pub has_valid_mchid: bool,
}

open_enum! {
    /// 需要查询的支付产品
    pub enum ProductType {
        CodePay = "CODE_PAY",
        None = "NONE",
    }
}

open_enum! {
    /// 批次状态
    pub enum StoreEntityMatchState {
        Accepted = "ACCEPTED",
        InProgress = "IN_PROGRESS",
        Completed = "COMPLETED",
        Closed = "CLOSED",
    }
}
