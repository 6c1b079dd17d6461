//! 人脸重采.

use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use crate::open_enum::open_enum;

/// 人脸重采
#[wechatpay_api(defaults)]
pub trait FaceCollections {
    /// 查询重采用户列表
    ///
    /// `GET /v3/offlineface/face-collections`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/wxfacepay/develop/k12-development-guidelines.html>
    ///
    /// - `organization_id` 机构ID: such as `Ofewewfwefweewf`
    /// - `offset` 列表偏移: such as `30`
    /// - `limit` 资源个数: such as `20`
    #[wechatpay_api(GET "/v3/offlineface/face-collections")]
    async fn list_face_collections(
        &self,
        #[query] organization_id: &str,
        #[query] offset: Option<i64>,
        #[query] limit: Option<i64>,
    ) -> Result<ListFaceCollectionsResponse>;

    /// 查询重采请求详情
    ///
    /// `GET /v3/offlineface/face-collections/{collection_id}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/wxfacepay/develop/k12-development-guidelines.html>
    ///
    /// - `collection_id` 重采ID: such as `FC2353ZJIHOJKHOIIOIJ`
    #[wechatpay_api(GET "/v3/offlineface/face-collections/{collection_id}")]
    async fn query_face_collection(&self, collection_id: &str) -> Result<FaceCollection>;
}

/// The response of [`FaceCollections::list_face_collections`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ListFaceCollectionsResponse {
    /// 重采列表
    pub face_collections: Option<Vec<FaceCollection>>,
}

/// 重采列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct FaceCollection {
    /// 重采ID
    pub collection_id: Option<String>,
    /// 用户ID
    pub use_id: Option<String>,
    /// 机构ID
    pub organization_id: Option<String>,
    /// 重采状态
    pub collection_state: Option<CollectionState>,
    /// 注册照上传时间
    pub register_photo_upload_time: Option<DateTime>,
    /// 支付用户确认时间
    pub confirm_time: Option<DateTime>,
}

open_enum! {
    /// 重采状态
    pub enum CollectionState {
        CollectionRequired = "COLLECTION_REQUIRED",
        PhotoUploaded = "PHOTO_UPLOADED",
        Complete = "COMPLETE",
    }
}
