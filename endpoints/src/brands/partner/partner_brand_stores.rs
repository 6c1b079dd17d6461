//! 品牌门店.

use serde::Serialize;
use wechatpay_client::{Deserialize, Result, wechatpay_api};

use crate::open_enum::{open_enum, parameter_enum};
use crate::rules::rules;

/// 品牌门店
#[wechatpay_api(defaults)]
pub trait PartnerBrandStores {
    /// 创建品牌门店
    ///
    /// `POST /v3/brand/partner/store/brandstores`
    #[wechatpay_api(POST "/v3/brand/partner/store/brandstores")]
    async fn create_partner_brand_store(
        &self,
        body: &CreatePartnerBrandStoreRequest,
    ) -> Result<CreatePartnerBrandStoreResponse>;

    /// 查询品牌门店
    ///
    /// `GET /v3/brand/partner/store/brandstores/{store_id}`
    ///
    /// - `store_id` 品牌门店ID: such as `20488000`
    /// - `brand_id` 品牌ID: such as `123456789`
    #[wechatpay_api(GET "/v3/brand/partner/store/brandstores/{store_id}")]
    async fn query_partner_brand_store(
        &self,
        store_id: &str,
        #[query] brand_id: &str,
    ) -> Result<Store>;

    /// 列表查询品牌门店信息
    ///
    /// `GET /v3/brand/partner/store/brandstores`
    ///
    /// - `brand_id` 品牌ID: such as `120344`
    /// - `store_state` 门店状态: such as `OPEN`
    /// - `offset` 分页起始位置: such as `100`
    /// - `limit` 分页条数: such as `50`
    #[wechatpay_api(GET "/v3/brand/partner/store/brandstores")]
    async fn list_partner_brand_stores(
        &self,
        #[query] brand_id: &str,
        #[query] store_state: Option<&StoreState>,
        #[query] offset: Option<i64>,
        #[query] limit: Option<i64>,
    ) -> Result<ListPartnerBrandStoresResponse>;

    /// 更新品牌门店
    ///
    /// `PATCH /v3/brand/partner/store/brandstores/{store_id}`
    ///
    /// - `store_id` 品牌门店ID: such as `20488000`
    #[wechatpay_api(PATCH "/v3/brand/partner/store/brandstores/{store_id}")]
    async fn update_partner_brand_store(
        &self,
        store_id: &str,
        body: &UpdatePartnerBrandStoreRequest,
    ) -> Result<Store>;

    /// 暂停门店营业
    ///
    /// `POST /v3/brand/partner/store/brandstores/{store_id}/close`
    ///
    /// - `store_id` 品牌门店ID: such as `20488000`
    #[wechatpay_api(POST "/v3/brand/partner/store/brandstores/{store_id}/close")]
    async fn close_partner_brand_store(
        &self,
        store_id: &str,
        body: &StoreRequest,
    ) -> Result<StoreStateResponse>;

    /// 恢复门店营业
    ///
    /// `POST /v3/brand/partner/store/brandstores/{store_id}/resume`
    ///
    /// - `store_id` 品牌门店ID: such as `20488000`
    #[wechatpay_api(POST "/v3/brand/partner/store/brandstores/{store_id}/resume")]
    async fn resume_partner_brand_store(
        &self,
        store_id: &str,
        body: &StoreRequest,
    ) -> Result<StoreStateResponse>;

    /// 删除品牌门店
    ///
    /// `DELETE /v3/brand/partner/store/brandstores/{store_id}`
    ///
    /// - `store_id` 品牌门店ID: such as `20488000`
    #[wechatpay_api(DELETE "/v3/brand/partner/store/brandstores/{store_id}")]
    async fn delete_partner_brand_store(&self, store_id: &str, body: &StoreRequest) -> Result<()>;

    /// 绑定收款商户号
    ///
    /// `POST /v3/brand/partner/store/brandstores/{store_id}/bindrecipient`
    ///
    /// - `store_id` 品牌门店ID: such as `20488000`
    #[wechatpay_api(POST "/v3/brand/partner/store/brandstores/{store_id}/bindrecipient")]
    async fn bind_partner_brand_store_recipient(
        &self,
        store_id: &str,
        body: &BindPartnerBrandStoreRecipientRequest,
    ) -> Result<BindPartnerBrandStoreRecipientResponse>;

    /// 解绑收款商户号
    ///
    /// `POST /v3/brand/partner/store/brandstores/{store_id}/unbindrecipient`
    ///
    /// - `store_id` 品牌门店ID: such as `20488000`
    #[wechatpay_api(POST "/v3/brand/partner/store/brandstores/{store_id}/unbindrecipient")]
    async fn unbind_partner_brand_store_recipient(
        &self,
        store_id: &str,
        body: &UnbindPartnerBrandStoreRecipientRequest,
    ) -> Result<UnbindPartnerBrandStoreRecipientResponse>;
}

/// The request of [`PartnerBrandStores::create_partner_brand_store`].
///
/// `CreatePartnerBrandStoreRequest::builder().brand_id(…).store_address(…).build()`. For an
/// `Option`, use setters such as `maybe_store_basics`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreatePartnerBrandStoreRequest {
    /// 品牌ID: such as `123456789`
    pub brand_id: String,
    /// 门店基础信息
    pub store_basics: Option<StoreBasic>,
    /// 门店地址信息
    pub store_address: StoreAddress,
    /// 门店经营信息
    pub store_business: Option<StoreBusiness>,
}

rules! { CreatePartnerBrandStoreRequest {} }

/// 门店基础信息
///
/// `StoreBasic::builder().build()`. For an `Option`, use setters such as
/// `maybe_store_reference_id`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct StoreBasic {
    /// 商家门店编号: such as `MDL001`
    pub store_reference_id: Option<String>,
    /// 门店名称: such as `海岸城店`
    pub branch_name: Option<String>,
}

/// 门店地址信息
///
/// `StoreAddress::builder().build()`. For an `Option`, use setters such as `maybe_address_code`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct StoreAddress {
    /// 门店省市编码: such as `440305`
    pub address_code: Option<String>,
    /// 门店地址: such as `深南大道10000号腾讯大厦1楼`
    pub address_detail: Option<String>,
    /// 门店地址辅助描述: such as `地铁A口右侧100米`
    pub address_complements: Option<String>,
    /// 门店经度: such as `112.63484`
    pub longitude: Option<String>,
    /// 门店纬度: such as `37.75464`
    pub latitude: Option<String>,
}

/// 门店经营信息
///
/// `StoreBusiness::builder().build()`. For an `Option`, use setters such as `maybe_service_phone`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct StoreBusiness {
    /// 门店服务电话: such as `0755-86013388`
    pub service_phone: Option<String>,
    /// 门店经营时间: such as `周一至周五 09:00-20:00|周六至周日 10:00-22:00`
    pub business_hours: Option<String>,
}

/// The response of [`PartnerBrandStores::create_partner_brand_store`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CreatePartnerBrandStoreResponse {
    /// 品牌ID: such as `123456789`
    pub brand_id: String,
    /// 品牌门店ID: such as `20488000`
    pub store_id: Option<String>,
    /// 门店状态: such as `OPEN`
    pub store_state: Option<StoreState>,
    /// 审核状态: such as `SUCCESS`
    pub audit_state: Option<StoreAuditState>,
    /// 审核失败原因: such as `通过核实，您提交的电话错误，请核实手机号码或座机号码是否正确`
    pub review_reject_reason: Option<String>,
    /// 门店基础信息
    pub store_basics: Option<StoreBasic>,
    /// 门店地址信息
    pub store_address: Option<StoreAddress>,
    /// 门店经营信息
    pub store_business: Option<StoreBusiness>,
    /// 门店收款信息
    pub store_recipient: Option<Vec<StoreRecipient>>,
}

/// 门店收款信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct StoreRecipient {
    /// 门店收款商户号: such as `1230000109`
    pub mchid: Option<String>,
    /// 门店收款主体: such as `腾讯科技（深圳）有限公司`
    pub company_name: Option<String>,
    /// 收款绑定状态: such as `CONFIRMED`
    pub recipient_state: Option<RecipientState>,
}

/// The response of [`PartnerBrandStores::query_partner_brand_store`],
/// [`PartnerBrandStores::update_partner_brand_store`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct Store {
    /// 品牌ID: such as `123456789`
    pub brand_id: String,
    /// 品牌门店ID: such as `20488000`
    pub store_id: String,
    /// 门店状态: such as `OPEN`
    pub store_state: Option<StoreState>,
    /// 审核状态: such as `SUCCESS`
    pub audit_state: Option<StoreAuditState>,
    /// 审核失败原因: such as `通过核实，您提交的电话错误，请核实手机号码或座机号码是否正确`
    pub review_reject_reason: Option<String>,
    /// 门店基础信息
    pub store_basics: Option<StoreBasic>,
    /// 门店地址信息
    pub store_address: Option<StoreAddress>,
    /// 门店经营信息
    pub store_business: Option<StoreBusiness>,
    /// 门店收款信息
    pub store_recipient: Option<Vec<StoreRecipient>>,
}

/// The response of [`PartnerBrandStores::list_partner_brand_stores`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ListPartnerBrandStoresResponse {
    /// 品牌ID: such as `1004`
    pub brand_id: Option<String>,
    /// 分页起始位置
    pub offset: Option<i64>,
    /// 分页条数
    pub limit: Option<i64>,
    /// 门店总数
    pub total_count: Option<i64>,
    /// 品牌门店列表
    pub data: Option<Vec<ListedStore>>,
}

/// 品牌门店列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ListedStore {
    /// 品牌ID: such as `123456789`
    pub brand_id: Option<String>,
    /// 品牌门店ID: such as `20488000`
    pub store_id: Option<String>,
    /// 门店状态: such as `OPEN`
    pub store_state: Option<StoreState>,
    /// 审核状态: such as `SUCCESS`
    pub audit_state: Option<StoreAuditState>,
    /// 审核失败原因: such as `通过核实，您提交的电话错误，请核实手机号码或座机号码是否正确`
    pub review_reject_reason: Option<String>,
    /// 门店基础信息
    pub store_basics: Option<StoreBasic>,
    /// 门店地址信息
    pub store_address: Option<StoreAddress>,
    /// 门店经营信息
    pub store_business: Option<StoreBusiness>,
    /// 门店收款信息
    pub store_recipient: Option<Vec<StoreRecipient>>,
}

/// The request of [`PartnerBrandStores::update_partner_brand_store`].
///
/// `UpdatePartnerBrandStoreRequest::builder().brand_id(…).build()`. For an `Option`, use setters
/// such as `maybe_store_basics`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UpdatePartnerBrandStoreRequest {
    /// 品牌ID: such as `123456789`
    pub brand_id: String,
    /// 门店基础信息
    pub store_basics: Option<StoreBasic>,
    /// 门店地址信息
    pub store_address: Option<StoreAddress>,
    /// 门店经营信息
    pub store_business: Option<StoreBusiness>,
}

rules! { UpdatePartnerBrandStoreRequest {} }

/// The request of [`PartnerBrandStores::close_partner_brand_store`],
/// [`PartnerBrandStores::resume_partner_brand_store`],
/// [`PartnerBrandStores::delete_partner_brand_store`].
///
/// `StoreRequest::builder().brand_id(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct StoreRequest {
    /// 品牌ID: such as `123456789`
    pub brand_id: String,
}

rules! { StoreRequest {} }

/// The response of [`PartnerBrandStores::close_partner_brand_store`],
/// [`PartnerBrandStores::resume_partner_brand_store`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct StoreStateResponse {
    /// 品牌ID: such as `123456789`
    pub brand_id: Option<String>,
    /// 品牌门店ID: such as `20488000`
    pub store_id: Option<String>,
    /// 门店状态: such as `CLOSED`
    pub store_state: Option<StoreState>,
}

/// The request of [`PartnerBrandStores::bind_partner_brand_store_recipient`].
///
/// `BindPartnerBrandStoreRecipientRequest::builder().brand_id(…).mchid(…).company_name(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct BindPartnerBrandStoreRecipientRequest {
    /// 品牌ID: such as `123456789`
    pub brand_id: String,
    /// 门店收款商户号: such as `1230000109`
    pub mchid: String,
    /// 门店收款主体: such as `腾讯科技（深圳）有限公司`
    pub company_name: String,
}

rules! { BindPartnerBrandStoreRecipientRequest {} }

/// The response of [`PartnerBrandStores::bind_partner_brand_store_recipient`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct BindPartnerBrandStoreRecipientResponse {
    /// 品牌ID: such as `123456789`
    pub brand_id: Option<String>,
    /// 品牌门店ID: such as `20488000`
    pub store_id: Option<String>,
    /// 门店收款商户号: such as `1230000109`
    pub mchid: Option<String>,
    /// 门店收款主体: such as `腾讯科技（深圳）有限公司`
    pub company_name: Option<String>,
    /// 收款绑定状态: such as `CONFIRMED`
    pub recipient_state: Option<RecipientState>,
}

/// The request of [`PartnerBrandStores::unbind_partner_brand_store_recipient`].
///
/// `UnbindPartnerBrandStoreRecipientRequest::builder().brand_id(…).mchid(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UnbindPartnerBrandStoreRecipientRequest {
    /// 品牌ID: such as `123456789`
    pub brand_id: String,
    /// 门店收款商户号: such as `1230000109`
    pub mchid: String,
}

rules! { UnbindPartnerBrandStoreRecipientRequest {} }

/// The response of [`PartnerBrandStores::unbind_partner_brand_store_recipient`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct UnbindPartnerBrandStoreRecipientResponse {
    /// 解绑失败原因: such as `example_failed_reason`
    pub failed_reason: Option<String>,
}

parameter_enum! {
    /// 门店状态
    pub enum StoreState {
        Open = "OPEN",
        Creating = "CREATING",
        Closed = "CLOSED",
    }
}

open_enum! {
    /// 审核状态
    pub enum StoreAuditState {
        Success = "SUCCESS",
        Processing = "PROCESSING",
        Rejected = "REJECTED",
    }
}

open_enum! {
    /// 收款绑定状态
    pub enum RecipientState {
        Confirmed = "CONFIRMED",
        AdminRejected = "ADMIN_REJECTED",
        Confirming = "CONFIRMING",
        TimeoutRejected = "TIMEOUT_REJECTED",
    }
}
