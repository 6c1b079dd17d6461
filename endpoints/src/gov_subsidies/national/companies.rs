//! 企业信息.

use serde::Serialize;
use wechatpay_client::{Deserialize, Result, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 企业信息
#[wechatpay_api(defaults)]
pub trait Companies {
    /// 企业信息查询
    ///
    /// `POST /v3/gov/subsidy/companies/query`
    #[wechatpay_api(POST "/v3/gov/subsidy/companies/query")]
    async fn query_company(&self, body: &QueryCompanyRequest) -> Result<QueryCompanyResponse>;
}

/// The request of [`Companies::query_company`].
///
/// `QueryCompanyRequest::builder().qualification_region_code(…).license_number(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct QueryCompanyRequest {
    /// 使用的资格的地区编码: such as `310100` (unconfirmed)
    pub qualification_region_code: i64,
    /// 统一社会信息代码: such as `91110108397173806M` (unconfirmed)
    pub license_number: String,
}

rules! { QueryCompanyRequest {} }

/// The response of [`Companies::query_company`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct QueryCompanyResponse {
    /// 企业名称: such as `联想（北京）信息技术有限公司`
    pub company_name: Option<String>,
    /// 归集状态: such as `COLLECT_STATE_NOT_COLLECT`
    pub collect_state: Option<CollectState>,
    /// 响应码: such as `000000`
    pub code: Option<String>,
    /// 响应描述: such as `成功`
    pub message: Option<String>,
}

open_enum! {
    /// 归集状态
    pub enum CollectState {
        NotCollect = "COLLECT_STATE_NOT_COLLECT",
        Collected = "COLLECT_STATE_COLLECTED",
        CollectionFailed = "COLLECT_STATE_COLLECTION_FAILED",
    }
}
