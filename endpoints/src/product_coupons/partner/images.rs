//! 商品券图片.

use serde::Serialize;
use wechatpay_client::{Deserialize, Result, UploadFile, wechatpay_api};

use super::{
    DiscountCoupon, ExchangeCoupon, NormalCoupon, ProductCouponScope, ProductCouponType, UsageMode,
};
use crate::open_enum::{open_enum, parameter_enum};
use crate::rules::rules;

/// 商品券图片
#[wechatpay_api(defaults)]
pub trait Images {
    /// 图片上传
    ///
    /// `POST /v3/marketing/partner/product-coupon/media/upload-image`
    #[wechatpay_api(POST "/v3/marketing/partner/product-coupon/media/upload-image", upload)]
    async fn upload_product_coupon_image(
        &self,
        file: &UploadFile,
    ) -> Result<UploadProductCouponImageResponse>;

    /// 提交图片生成任务
    ///
    /// `POST /v3/marketing/partner/product-coupon/image-generation-tasks`
    #[wechatpay_api(POST "/v3/marketing/partner/product-coupon/image-generation-tasks")]
    async fn create_image_generation_task(
        &self,
        body: &CreateImageGenerationTaskRequest,
    ) -> Result<CreateImageGenerationTaskResponse>;

    /// 查询图片生成任务执行结果
    ///
    /// `GET /v3/marketing/partner/product-coupon/image-generation-tasks/{task_id}`
    ///
    /// - `task_id` 图片生成的任务ID: such as `image_generation_task_1`
    /// - `brand_id` 品牌ID: such as `120344`
    /// - `image_generation_type` 图片生成类型: such as `COMBINE_IMAGE`
    #[wechatpay_api(GET "/v3/marketing/partner/product-coupon/image-generation-tasks/{task_id}")]
    async fn query_image_generation_task(
        &self,
        task_id: &str,
        #[query] brand_id: &str,
        #[query] image_generation_type: &ImageGenerationType,
    ) -> Result<ImageGenerationTask>;
}

/// The response of [`Images::upload_product_coupon_image`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct UploadProductCouponImageResponse {
    /// 媒体文件URL地址: such as `https://qpic.cn/xxx`
    pub image_url: Option<String>,
}

/// The request of [`Images::create_image_generation_task`].
///
/// `CreateImageGenerationTaskRequest::builder().brand_id(…).task_id(…).image_generation_type(…).build()`.
/// For an `Option`, use setters such as `maybe_combine_image`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateImageGenerationTaskRequest {
    /// 品牌ID: such as `120344` (unconfirmed)
    pub brand_id: String,
    /// 图片生成的任务ID: such as `image_generation_task_1` (unconfirmed)
    pub task_id: String,
    /// 图片生成类型: such as `COMBINE_IMAGE` (unconfirmed)
    pub image_generation_type: ImageGenerationType,
    /// 拼图数据
    pub combine_image: Option<CombineImage>,
    /// 抠图数据
    pub cut_out: Option<ImageUrl>,
}

rules! {
    CreateImageGenerationTaskRequest {
        member("image_generation_type", &[Listed(ImageGenerationType::TEXTS)]),
        within("combine_image", CombineImage::RULES),
    }
}

/// 拼图数据
///
/// `CombineImage::builder().scope(…).r#type(…).usage_mode(…).build()`. For an `Option`, use
/// setters such as `maybe_normal_coupon`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CombineImage {
    /// 优惠范围: such as `ALL` (unconfirmed)
    pub scope: ProductCouponScope,
    /// 商品券类型: such as `NORMAL` (unconfirmed)
    pub r#type: ProductCouponType,
    /// 使用模式: such as `SINGLE` (unconfirmed)
    pub usage_mode: UsageMode,
    /// 满减券使用规则
    pub normal_coupon: Option<NormalCoupon>,
    /// 折扣券使用规则
    pub discount_coupon: Option<DiscountCoupon>,
    /// 兑换券使用规则
    pub exchange_coupon: Option<ExchangeCoupon>,
    /// 背景颜色色值: such as `#ff5733`
    pub background_color: Option<String>,
}

rules! {
    CombineImage {
        member("scope", &[Listed(ProductCouponScope::TEXTS)]),
        member("type", &[Listed(ProductCouponType::TEXTS)]),
        member("usage_mode", &[Listed(UsageMode::TEXTS)]),
    }
}

/// 抠图数据
///
/// `ImageUrl::builder().image_url(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ImageUrl {
    /// 商品图URL: such as `https://wxpaylogo.qpic.cn/wxpaylogo/example.jpg` (unconfirmed)
    pub image_url: String,
}

/// The response of [`Images::create_image_generation_task`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CreateImageGenerationTaskResponse {
    /// 图片生成的任务ID: such as `image_generation_task_1`
    pub task_id: Option<String>,
    /// 品牌ID: such as `120344`
    pub brand_id: Option<String>,
}

/// The response of [`Images::query_image_generation_task`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ImageGenerationTask {
    /// 品牌ID: such as `120344`
    pub brand_id: Option<String>,
    /// 图片生成的任务ID: such as `image_generation_task_1`
    pub task_id: Option<String>,
    /// 图片生成类型: such as `COMBINE_IMAGE`
    pub image_generation_type: Option<ImageGenerationType>,
    /// 任务状态: such as `PROCESSING`
    pub task_state: Option<ImageGenerationTaskState>,
    /// 拼图结果
    pub combine_image_result: Option<GeneratedImageUrl>,
    /// 生成商品图结果
    pub cut_out_result: Option<GeneratedImageUrl>,
}

/// 拼图结果
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct GeneratedImageUrl {
    /// 商品图URL: such as `https://wxpaylogo.qpic.cn/wxpaylogo/example.jpg`
    pub image_url: Option<String>,
}

parameter_enum! {
    /// 图片生成类型
    pub enum ImageGenerationType {
        CombineImage = "COMBINE_IMAGE",
        CutOut = "CUT_OUT",
    }
}

open_enum! {
    /// 任务状态
    pub enum ImageGenerationTaskState {
        Processing = "PROCESSING",
        Fail = "FAIL",
        Success = "SUCCESS",
    }
}
