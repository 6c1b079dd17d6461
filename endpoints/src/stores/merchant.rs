//! 商户门店.

use serde::Serialize;
use wechatpay_client::{Deserialize, Result, wechatpay_api};

use crate::rules::rules;

/// 商户门店
#[wechatpay_api(defaults)]
pub trait MerchantStores {
    /// 创建门店
    ///
    /// `POST /v3/merchant-store/stores`
    ///
    /// <https://pay.weixin.qq.com/doc/v3/partner/4013948546>
    #[wechatpay_api(POST "/v3/merchant-store/stores")]
    async fn create_merchant_store(
        &self,
        body: &CreateMerchantStoreRequest,
    ) -> Result<CreateMerchantStoreResponse>;

    /// 查询门店
    ///
    /// `GET /v3/merchant-store/stores/{store_id}`
    ///
    /// <https://pay.weixin.qq.com/doc/v3/partner/4013948577>
    ///
    /// - `store_id` 微信支付商户门店ID: such as `20488000`
    /// - `sub_mchid` 特约商户号: such as `1900000109`
    #[wechatpay_api(GET "/v3/merchant-store/stores/{store_id}")]
    async fn query_merchant_store(
        &self,
        store_id: i64,
        #[query] sub_mchid: Option<&str>,
    ) -> Result<MerchantStore>;

    /// 修改门店
    ///
    /// `PATCH /v3/merchant-store/stores/{store_id}`
    ///
    /// <https://pay.weixin.qq.com/doc/v3/partner/4013948551>
    ///
    /// - `store_id` 微信支付商户门店ID: such as `20488000`
    #[wechatpay_api(PATCH "/v3/merchant-store/stores/{store_id}")]
    async fn update_merchant_store(
        &self,
        store_id: i64,
        body: &UpdateMerchantStoreRequest,
    ) -> Result<()>;

    /// 绑定门店收款信息
    ///
    /// `POST /v3/merchant-store/stores/{store_id}/recipients/bind`
    ///
    /// <https://pay.weixin.qq.com/doc/v3/partner/4013948579>
    ///
    /// - `store_id` 微信支付商户门店ID: such as `20488000`
    #[wechatpay_api(POST "/v3/merchant-store/stores/{store_id}/recipients/bind")]
    async fn bind_store_recipients(
        &self,
        store_id: i64,
        body: &BindStoreRecipientsRequest,
    ) -> Result<StoreRecipientsResponse>;

    /// 解除门店收款信息绑定
    ///
    /// `POST /v3/merchant-store/stores/{store_id}/recipients/unbind`
    ///
    /// <https://pay.weixin.qq.com/doc/v3/partner/4013948580>
    ///
    /// - `store_id` 微信支付商户门店ID: such as `20488000`
    #[wechatpay_api(POST "/v3/merchant-store/stores/{store_id}/recipients/unbind")]
    async fn unbind_store_recipients(
        &self,
        store_id: i64,
        body: &UnbindStoreRecipientsRequest,
    ) -> Result<StoreRecipientsResponse>;
}

/// The request of [`MerchantStores::create_merchant_store`].
///
/// `CreateMerchantStoreRequest::builder().store_business(…).build()`. For an `Option`, use setters
/// such as `maybe_sub_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateMerchantStoreRequest {
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 门店基础信息
    pub store_basics: Option<StoreBasic>,
    /// 门店地址信息
    pub store_address: Option<StoreAddress>,
    /// 门店经营信息
    pub store_business: StoreBusiness,
    /// 门店收款信息
    pub store_recipient: Option<Vec<StoreRecipient>>,
}

rules! { CreateMerchantStoreRequest {} }

/// 门店基础信息
///
/// `StoreBasic::builder().store_name(…).build()`. For an `Option`, use setters such as
/// `maybe_store_reference_id`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct StoreBasic {
    /// 商家门店编号: such as `MDL001`
    pub store_reference_id: Option<String>,
    /// 品牌名称: such as `麦当劳`
    pub brand_name: Option<String>,
    /// 门店名称: such as `麦当劳`
    pub store_name: String,
    /// 分店名称: such as `海岸城店`
    pub branch_name: Option<String>,
    /// 品牌ID: such as `1001`
    pub brand_id: Option<i64>,
}

/// 门店地址信息
///
/// `StoreAddress::builder().address_detail(…).build()`. For an `Option`, use setters such as
/// `maybe_address_code`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct StoreAddress {
    /// 门店省市编码: such as `440305`
    pub address_code: Option<String>,
    /// 门店地址: such as `深南大道10000号腾讯大厦1楼`
    pub address_detail: String,
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

/// 门店收款信息
///
/// `StoreRecipient::builder().mchid(…).build()`. For an `Option`, use setters such as
/// `maybe_company_name`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct StoreRecipient {
    /// 门店收款商户号: such as `1230000109`
    pub mchid: String,
    /// 门店收款主体: such as `腾讯科技（深圳）有限公司`
    pub company_name: Option<String>,
}

/// The response of [`MerchantStores::create_merchant_store`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct CreateMerchantStoreResponse {
    /// 微信支付商户门店ID: such as `20488000`
    pub store_id: i64,
}

/// The response of [`MerchantStores::query_merchant_store`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct MerchantStore {
    /// 门店基础信息
    pub store_basics: Option<StoreBasic>,
    /// 门店地址信息
    pub store_address: Option<StoreAddress>,
    /// 门店经营信息
    pub store_business: Option<StoreBusiness>,
    /// 门店收款信息
    pub store_recipient: Option<Vec<StoreRecipient>>,
    /// 门店状态
    pub store_state: Option<StoreState>,
}

/// 门店状态
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct StoreState {
    /// 门店状态描述: such as `地址核实失败`
    pub store_state_message: Option<String>,
    /// 地址核实失败原因: such as
    /// `感谢亲的反馈，通过核实您提交的电话错误，请核实手机号码或座机号码是否正确`
    pub address_failed_reason: Option<String>,
    /// `store_state_value`
    pub store_state_value: Option<String>,
}

/// The request of [`MerchantStores::update_merchant_store`].
///
/// `UpdateMerchantStoreRequest::builder().build()`. For an `Option`, use setters such as
/// `maybe_sub_mchid`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UpdateMerchantStoreRequest {
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 门店基础信息
    pub store_basics: Option<StoreBasic>,
    /// 门店地址信息
    pub store_address: Option<StoreAddress>,
    /// 门店经营信息
    pub store_business: Option<StoreBusiness>,
}

rules! { UpdateMerchantStoreRequest {} }

/// The request of [`MerchantStores::bind_store_recipients`].
///
/// `BindStoreRecipientsRequest::builder().store_recipient(…).build()`. For an `Option`, use
/// setters such as `maybe_sub_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct BindStoreRecipientsRequest {
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 门店收款信息
    pub store_recipient: Vec<StoreRecipient>,
}

rules! { BindStoreRecipientsRequest {} }

/// The response of [`MerchantStores::bind_store_recipients`],
/// [`MerchantStores::unbind_store_recipients`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct StoreRecipientsResponse {
    /// `failed_store_recipient`
    pub failed_store_recipient: Option<Vec<FailedStoreRecipient>>,
}

/// The `failed_store_recipient` of [`MerchantStores::bind_store_recipients`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct FailedStoreRecipient {
    /// 门店收款商户号: such as `1230000109`
    pub mchid: Option<String>,
    /// 绑定当前收款信息失败的原因: such as `收款商户号与收款主体不一致`
    pub failed_reason: Option<String>,
}

/// The request of [`MerchantStores::unbind_store_recipients`].
///
/// `UnbindStoreRecipientsRequest::builder().build()`. For an `Option`, use setters such as
/// `maybe_sub_mchid`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UnbindStoreRecipientsRequest {
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 门店收款信息
    pub store_recipient: Option<Vec<StoreRecipient>>,
}

rules! { UnbindStoreRecipientsRequest {} }
