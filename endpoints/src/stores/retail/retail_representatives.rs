//! 活动业务代理.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use crate::rules::rules;

/// 活动业务代理
#[wechatpay_api(defaults)]
pub trait RetailRepresentatives {
    /// 添加零售小店活动业务代理
    ///
    /// `PUT /v3/marketing/goods-subsidy-activity/retail-store-act/{activity_id}/representative`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/retail-store/retail-stores/add-representative.html>
    ///
    /// - `activity_id` 零售小店活动ID: such as `3118550000000004`
    #[wechatpay_api(PUT "/v3/marketing/goods-subsidy-activity/retail-store-act/{activity_id}/representative")]
    async fn add_retail_representatives(
        &self,
        activity_id: &str,
        body: &AddRetailRepresentativesRequest,
    ) -> Result<AddRetailRepresentativesResponse>;

    /// 查询零售小店活动业务代理
    ///
    /// `GET /v3/marketing/goods-subsidy-activity/retail-store-act/{activity_id}/representatives`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/retail-store/retail-store-act/list-representative.html>
    ///
    /// - `activity_id` 零售小店活动ID: such as `3118550000000004`
    /// - `offset` 分页页码: such as `0`
    /// - `limit` 分页大小: such as `10`
    #[wechatpay_api(GET "/v3/marketing/goods-subsidy-activity/retail-store-act/{activity_id}/representatives")]
    async fn list_retail_representatives(
        &self,
        activity_id: &str,
        #[query] offset: i64,
        #[query] limit: i64,
    ) -> Result<ListRetailRepresentativesResponse>;

    /// 删除零售小店活动业务代理
    ///
    /// `DELETE /v3/marketing/goods-subsidy-activity/retail-store-act/{activity_id}/representative`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/retail-store/retail-store-act/delete-representative.html>
    ///
    /// - `activity_id` 零售小店活动ID: such as `3118550000000004`
    #[wechatpay_api(DELETE "/v3/marketing/goods-subsidy-activity/retail-store-act/{activity_id}/representative")]
    async fn delete_retail_representatives(
        &self,
        activity_id: &str,
        body: &DeleteRetailRepresentativesRequest,
    ) -> Result<DeleteRetailRepresentativesResponse>;
}

/// The request of [`RetailRepresentatives::add_retail_representatives`].
///
/// `AddRetailRepresentativesRequest::builder().representative_info_list(…).out_request_no(…).build()`.
/// For an `Option`, use setters such as `maybe_add_time`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct AddRetailRepresentativesRequest {
    /// 业务代理信息列表
    pub representative_info_list: Vec<RepresentativeInfo>,
    /// 请求业务单据号: such as `1002600620019090123143254436`
    pub out_request_no: String,
    /// 添加时间: such as `2015-05-20T13:29:35+08:00`
    pub add_time: Option<DateTime>,
}

rules! { AddRetailRepresentativesRequest {} }

/// 业务代理信息列表
///
/// `RepresentativeInfo::builder().openid(…).build()`
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct RepresentativeInfo {
    /// 业务代理的OpenID: such as `oK7fFt8zzEZ909XH-LE2#`
    pub openid: String,
}

/// The response of [`RetailRepresentatives::add_retail_representatives`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct AddRetailRepresentativesResponse {
    /// 零售小店活动ID: such as `3118550000000004`
    pub activity_id: String,
    /// 添加失败业务代理信息列表
    pub failed_representative_info_list: Option<Vec<RepresentativeInfo>>,
    /// 添加时间: such as `2015-05-20T13:29:35+08:00`
    pub add_time: DateTime,
}

/// The response of [`RetailRepresentatives::list_retail_representatives`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ListRetailRepresentativesResponse {
    /// 小店活动业代总数: such as `1000`
    pub total_count: Option<i64>,
    /// 小店活动业代集合
    pub data: Option<Vec<RepresentativeInfo>>,
    /// 分页页码: such as `0`
    pub offset: i64,
    /// 分页大小: such as `10`
    pub limit: i64,
}

/// The request of [`RetailRepresentatives::delete_retail_representatives`].
///
/// `DeleteRetailRepresentativesRequest::builder().representative_info_list(…).out_request_no(…).delete_time(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct DeleteRetailRepresentativesRequest {
    /// 业务代理信息列表
    pub representative_info_list: Vec<RepresentativeInfo>,
    /// 请求业务单据号: such as `1002600620019090123143254436`
    pub out_request_no: String,
    /// 删除时间: such as `2015-05-20T13:29:35.120+08:00`
    pub delete_time: DateTime,
}

rules! { DeleteRetailRepresentativesRequest {} }

/// The response of [`RetailRepresentatives::delete_retail_representatives`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct DeleteRetailRepresentativesResponse {
    /// 零售小店活动ID: such as `3118550000000004`
    pub activity_id: String,
    /// 删除失败业务代理信息列表
    pub failed_representative_info_list: Option<Vec<RepresentativeInfo>>,
    /// 删除时间: such as `2015-05-20T13:29:35.120+08:00`
    pub delete_time: DateTime,
}
