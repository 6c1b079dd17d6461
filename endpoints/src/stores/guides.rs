//! 支付即服务.

use serde::Serialize;
use wechatpay_client::{Deserialize, Result, Sensitive, wechatpay_api};

use crate::rules::rules;

/// 服务人员
#[wechatpay_api(defaults)]
pub trait Guides {
    /// 服务人员注册
    ///
    /// `POST /v3/smartguide/guides`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/smartguide/chapter3_1.shtml>
    #[wechatpay_api(POST "/v3/smartguide/guides")]
    async fn create_guide(&self, body: &CreateGuideRequest) -> Result<CreateGuideResponse>;

    /// 服务人员查询
    ///
    /// `GET /v3/smartguide/guides`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/smartguide/chapter3_3.shtml>
    ///
    /// - `store_id` 门店ID
    #[wechatpay_api(GET "/v3/smartguide/guides")]
    async fn list_guides(
        &self,
        #[query] store_id: i64,
        query: &ListGuidesQuery,
    ) -> Result<ListGuidesResponse>;

    /// 服务人员信息更新
    ///
    /// `PATCH /v3/smartguide/guides/{guide_id}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/smartguide/chapter3_4.shtml>
    ///
    /// - `guide_id` 服务人员ID: such as `LLA3WJ6DSZUfiaZDS79FH5Wm5m4X69TBic`
    #[wechatpay_api(PATCH "/v3/smartguide/guides/{guide_id}")]
    async fn update_guide(&self, guide_id: &str, body: &UpdateGuideRequest) -> Result<()>;

    /// 服务人员分配
    ///
    /// `POST /v3/smartguide/guides/{guide_id}/assign`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/smartguide/chapter3_2.shtml>
    ///
    /// - `guide_id` 服务人员ID
    #[wechatpay_api(POST "/v3/smartguide/guides/{guide_id}/assign")]
    async fn assign_guide(&self, guide_id: &str, body: &AssignGuideRequest) -> Result<()>;
}

/// The request of [`Guides::create_guide`].
///
/// `CreateGuideRequest::builder().corpid(…).store_id(…).userid(…).name(…).mobile(…).qr_code(…).avatar(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_mchid`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(Sensitive, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateGuideRequest {
    /// 子商户ID
    pub sub_mchid: Option<String>,
    /// 企业ID
    pub corpid: String,
    /// 门店ID
    pub store_id: i64,
    /// 企业微信的员工ID
    pub userid: String,
    /// 企业微信的员工姓名: encrypted
    pub name: Sensitive,
    /// 手机号码: encrypted
    pub mobile: Sensitive,
    /// 员工个人二维码: a URL
    pub qr_code: String,
    /// 头像URL: a URL
    pub avatar: String,
    /// 群二维码URL: such as `https://work.weixin.qq.com/xxxxxxx`
    pub group_qrcode: Option<String>,
}

rules! { CreateGuideRequest {} }

/// The response of [`Guides::create_guide`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CreateGuideResponse {
    /// 服务人员ID: such as `LLA3WJ6DSZUfiaZDS79FH5Wm5m4X69TBic`
    pub guide_id: String,
}

/// The query of [`Guides::list_guides`].
///
/// `ListGuidesQuery::builder().build()`. For an `Option`, use setters such as `maybe_sub_mchid`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(Sensitive, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ListGuidesQuery {
    /// 子商户ID
    pub sub_mchid: Option<String>,
    /// 企业微信的员工ID
    pub userid: Option<String>,
    /// 手机号码: encrypted
    pub mobile: Option<Sensitive>,
    /// 工号
    pub work_id: Option<String>,
    /// 最大资源条数: at most 10
    pub limit: Option<i64>,
    /// 请求资源起始位置: default `0`
    pub offset: Option<i64>,
}

/// The response of [`Guides::list_guides`].
///
/// Sensitive members deserialize only inside the client, which decrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ListGuidesResponse {
    /// 服务人员数量
    pub total_count: Option<i64>,
    /// 最大资源条数: at most 10
    pub limit: Option<i64>,
    /// 请求资源起始位置: default `0`
    pub offset: Option<i64>,
    /// 服务人员信息列表
    pub data: Option<Vec<Guide>>,
}

/// 服务人员信息列表
///
/// Sensitive members deserialize only inside the client, which decrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(Sensitive, into))
)]
#[non_exhaustive]
pub struct Guide {
    /// 服务人员ID: such as `LLA3WJ6DSZUfiaZDS79FH5Wm5m4X69TBic`
    pub guide_id: Option<String>,
    /// 门店ID: such as `12345678`
    pub store_id: Option<i64>,
    /// 企业微信的员工姓名: encrypted
    pub name: Option<Sensitive>,
    /// 手机号码: encrypted
    pub mobile: Option<Sensitive>,
    /// 企业微信的员工ID: such as `robert`
    pub userid: Option<String>,
    /// 工号: such as `robert`
    pub work_id: Option<String>,
}

/// The request of [`Guides::update_guide`].
///
/// `UpdateGuideRequest::builder().build()`. For an `Option`, use setters such as `maybe_sub_mchid`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(Sensitive, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UpdateGuideRequest {
    /// 子商户ID: such as `1234567890`
    pub sub_mchid: Option<String>,
    /// 企业微信的员工姓名: encrypted
    pub name: Option<Sensitive>,
    /// 手机号码: encrypted
    pub mobile: Option<Sensitive>,
    /// 员工个人二维码: a URL
    pub qr_code: Option<String>,
    /// 头像URL: a URL
    pub avatar: Option<String>,
    /// 群二维码URL: such as `https://work.weixin.qq.com/xxxxxxx`
    pub group_qrcode: Option<String>,
}

rules! { UpdateGuideRequest {} }

/// The request of [`Guides::assign_guide`].
///
/// `AssignGuideRequest::builder().out_trade_no(…).build()`. For an `Option`, use setters such as
/// `maybe_sub_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct AssignGuideRequest {
    /// 子商户ID: such as `1234567890`
    pub sub_mchid: Option<String>,
    /// 商户订单号: such as `20150806125346`
    pub out_trade_no: String,
}

rules! { AssignGuideRequest {} }
