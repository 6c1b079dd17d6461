//! 小店活动门店.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use crate::rules::rules;

/// 小店活动门店
#[wechatpay_api(defaults)]
pub trait RetailStores {
    /// 添加小店活动门店
    ///
    /// `POST /v3/marketing/goods-subsidy-activity/retail-store-act/{brand_id}/stores`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/retail-store/retail-store-act/add-stores.html>
    ///
    /// - `brand_id` 品牌ID: such as `1001`
    #[wechatpay_api(POST "/v3/marketing/goods-subsidy-activity/retail-store-act/{brand_id}/stores")]
    async fn add_retail_stores(
        &self,
        brand_id: &str,
        body: &AddRetailStoresRequest,
    ) -> Result<AddRetailStoresResponse>;

    /// 查询小店活动门店详情
    ///
    /// `GET /v3/marketing/goods-subsidy-activity/retail-store-act/{brand_id}/stores/{store_code}`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/retail-store/retail-store-act/get-store.html>
    ///
    /// - `brand_id` 品牌ID: such as `1001`
    /// - `store_code` 门店编码: such as `abc_001`
    #[wechatpay_api(GET "/v3/marketing/goods-subsidy-activity/retail-store-act/{brand_id}/stores/{store_code}")]
    async fn query_retail_store(&self, brand_id: &str, store_code: &str) -> Result<RetailStore>;

    /// 查询小店活动门店列表
    ///
    /// `GET /v3/marketing/goods-subsidy-activity/retail-store-act/{brand_id}/stores`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/retail-store/retail-store-act/list-store.html>
    ///
    /// - `brand_id` 品牌ID: such as `1001`
    /// - `offset` 分页页码: such as `0`
    /// - `limit` 分页大小: such as `10`
    #[wechatpay_api(GET "/v3/marketing/goods-subsidy-activity/retail-store-act/{brand_id}/stores")]
    async fn list_retail_stores(
        &self,
        brand_id: &str,
        #[query] offset: i64,
        #[query] limit: i64,
    ) -> Result<ListRetailStoresResponse>;

    /// 删除小店活动门店
    ///
    /// `DELETE /v3/marketing/goods-subsidy-activity/retail-store-act/{brand_id}/stores`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/retail-store/retail-store-act/delete-stores.html>
    ///
    /// - `brand_id` 品牌ID: such as `1001`
    #[wechatpay_api(DELETE "/v3/marketing/goods-subsidy-activity/retail-store-act/{brand_id}/stores")]
    async fn delete_retail_stores(
        &self,
        brand_id: &str,
        body: &DeleteRetailStoresRequest,
    ) -> Result<DeleteRetailStoresResponse>;

    /// 生成小店活动物料码
    ///
    /// `POST /v3/marketing/goods-subsidy-activity/retail-store-act/{brand_id}/materials`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/retail-store/retail-store-act/create-materials.html>
    ///
    /// - `brand_id` 品牌ID: such as `1001`
    #[wechatpay_api(POST "/v3/marketing/goods-subsidy-activity/retail-store-act/{brand_id}/materials")]
    async fn create_retail_materials(
        &self,
        brand_id: &str,
        body: &CreateRetailMaterialsRequest,
    ) -> Result<CreateRetailMaterialsResponse>;
}

/// The request of [`RetailStores::add_retail_stores`].
///
/// `AddRetailStoresRequest::builder().out_request_no(…).add_time(…).stores(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct AddRetailStoresRequest {
    /// 请求业务单据: such as `1002600620019090123143254436`
    pub out_request_no: String,
    /// 添加时间: such as `2015-05-20T13:29:35+08:00`
    pub add_time: DateTime,
    /// 待新增的小店活动门店列表
    pub stores: Vec<RetailStore>,
}

rules! { AddRetailStoresRequest {} }

/// 待新增的小店活动门店列表
///
/// `RetailStore::builder().build()`. For an `Option`, use setters such as `maybe_store_code`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct RetailStore {
    /// 门店编码: such as `abc_001`
    pub store_code: Option<String>,
    /// 门店名称: such as `幸福小店`
    pub store_name: Option<String>,
}

/// The response of [`RetailStores::add_retail_stores`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(DateTime, into))
)]
#[non_exhaustive]
pub struct AddRetailStoresResponse {
    /// 添加时间: such as `2015-05-20T13:29:35+08:00`
    pub add_time: Option<DateTime>,
    /// 添加失败的小店活动门店列表
    pub failed_stores: Option<Vec<RetailStore>>,
}

/// The response of [`RetailStores::list_retail_stores`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ListRetailStoresResponse {
    /// 小店活动门店总数: such as `1000`
    pub total_count: Option<i64>,
    /// 小店活动门店集合
    pub data: Option<Vec<RetailStore>>,
    /// 分页页码: such as `0`
    pub offset: Option<i64>,
    /// 分页大小: such as `10`
    pub limit: Option<i64>,
}

/// The request of [`RetailStores::delete_retail_stores`].
///
/// `DeleteRetailStoresRequest::builder().out_request_no(…).delete_time(…).stores(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct DeleteRetailStoresRequest {
    /// 请求业务单据: such as `1002600620019090123143254436`
    pub out_request_no: String,
    /// 删除时间: such as `2015-05-20T13:29:35+08:00`
    pub delete_time: DateTime,
    /// 待删除的小店活动门店列表
    pub stores: Vec<RetailStore>,
}

rules! { DeleteRetailStoresRequest {} }

/// The response of [`RetailStores::delete_retail_stores`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(DateTime, into))
)]
#[non_exhaustive]
pub struct DeleteRetailStoresResponse {
    /// 删除时间: such as `2015-05-20T13:29:35+08:00`
    pub delete_time: Option<DateTime>,
    /// 删除失败的小店活动门店列表
    pub failed_stores: Option<Vec<RetailStore>>,
}

/// The request of [`RetailStores::create_retail_materials`].
///
/// `CreateRetailMaterialsRequest::builder().out_request_no(…).material_num(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateRetailMaterialsRequest {
    /// 请求业务单据: such as `1002600620019090123143254436`
    pub out_request_no: String,
    /// 生成物料码数量: such as `100`
    pub material_num: i64,
}

rules! { CreateRetailMaterialsRequest {} }

/// The response of [`RetailStores::create_retail_materials`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct CreateRetailMaterialsResponse {
    /// 成功的物料码列表
    pub material_list: Option<Vec<Material>>,
}

/// 成功的物料码列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct Material {
    /// 物料码ID: such as `1001_123456`
    pub material_id: Option<String>,
    /// 物料码链接
    pub material_url: Option<String>,
}
