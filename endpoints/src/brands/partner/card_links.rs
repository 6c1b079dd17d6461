//! 交易连接名片.

use serde::Serialize;
use wechatpay_client::{Deserialize, Result, wechatpay_api};

use crate::open_enum::{open_enum, parameter_enum};
use crate::rules::rules;

/// 交易连接名片
#[wechatpay_api(defaults)]
pub trait CardLinks {
    /// 添加交易连接名片规则申请
    ///
    /// `POST /v3/brand/card/card-links`
    #[wechatpay_api(POST "/v3/brand/card/card-links")]
    async fn create_card_link(&self, body: &CreateCardLinkRequest) -> Result<CardLinkRule>;

    /// 查询名片规则申请状态
    ///
    /// `GET /v3/brand/card/card-links/business-code/{business_code}`
    ///
    /// - `business_code` 业务申请编号: such as `1900013511_10000`
    /// - `brand_id` 品牌ID: such as `120344`
    #[wechatpay_api(GET "/v3/brand/card/card-links/business-code/{business_code}")]
    async fn query_card_link_applyment(
        &self,
        business_code: &str,
        #[query] brand_id: &str,
    ) -> Result<CardLinkApplyment>;

    /// 查询已生效交易连接名片规则
    ///
    /// `GET /v3/brand/card/card-links`
    ///
    /// - `brand_id` 品牌ID: such as `120344`
    /// - `payment_scene` 交易场景类型: such as `MINI_PROGRAM`
    /// - `page_index` 查询页码: such as `1`
    /// - `page_size` 查询页大小: such as `50`
    #[wechatpay_api(GET "/v3/brand/card/card-links")]
    async fn list_card_links(
        &self,
        #[query] brand_id: &str,
        #[query] payment_scene: Option<&PaymentScene>,
        #[query] page_index: Option<i64>,
        #[query] page_size: Option<i64>,
    ) -> Result<ListCardLinksResponse>;

    /// 撤销交易连接名片配置申请
    ///
    /// `POST /v3/brand/card/card-links/cancel-applyment`
    #[wechatpay_api(POST "/v3/brand/card/card-links/cancel-applyment")]
    async fn cancel_card_link_applyment(
        &self,
        body: &CancelCardLinkApplymentRequest,
    ) -> Result<CancelCardLinkApplymentResponse>;

    /// 解除已生效交易连接名片场景
    ///
    /// `POST /v3/brand/card/card-links/unbind-card-link`
    #[wechatpay_api(POST "/v3/brand/card/card-links/unbind-card-link")]
    async fn unbind_card_link(&self, body: &UnbindCardLinkRequest) -> Result<CardLinkScene>;
}

/// The request of [`CardLinks::create_card_link`].
///
/// `CreateCardLinkRequest::builder().business_code(…).brand_id(…).payment_scene(…).build()`. For
/// an `Option`, use setters such as `maybe_appid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateCardLinkRequest {
    /// 业务申请编号: such as `1900013511_10000` (unconfirmed)
    pub business_code: String,
    /// 品牌ID: such as `1004` (unconfirmed)
    pub brand_id: String,
    /// 交易场景类型: such as `MINI_PROGRAM` (unconfirmed)
    pub payment_scene: PaymentScene,
    /// 公众账号ID: such as `wxea9c30890f48d5ae`
    pub appid: Option<String>,
    /// 商户号: such as `111222333`
    pub card_link_mchid: Option<String>,
    /// 服务ID: such as `00005000000000548218251086296300`
    pub service_id: Option<String>,
}

rules! {
    CreateCardLinkRequest {
        member("payment_scene", &[Listed(PaymentScene::TEXTS)]),
    }
}

/// The response of [`CardLinks::create_card_link`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CardLinkRule {
    /// 业务申请编号: such as `1900013511_10000`
    pub business_code: Option<String>,
    /// 品牌ID: such as `1004`
    pub brand_id: Option<String>,
    /// 交易场景类型: such as `MINI_PROGRAM`
    pub payment_scene: Option<PaymentScene>,
    /// 公众账号ID: such as `wxea9c30890f48d5ae`
    pub appid: Option<String>,
    /// 商户号: such as `111222333`
    pub card_link_mchid: Option<String>,
    /// 服务ID: such as `00005000000000548218251086296300`
    pub service_id: Option<String>,
}

/// The response of [`CardLinks::query_card_link_applyment`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CardLinkApplyment {
    /// 业务申请编号: such as `1900013511_10000`
    pub business_code: Option<String>,
    /// 品牌ID: such as `1004`
    pub brand_id: Option<String>,
    /// 交易场景类型: such as `MINI_PROGRAM`
    pub payment_scene: Option<PaymentScene>,
    /// 公众账号ID: such as `wxea9c30890f48d5ae`
    pub appid: Option<String>,
    /// 商户号: such as `111222333`
    pub card_link_mchid: Option<String>,
    /// 服务ID: such as `00005000000000548218251086296300`
    pub service_id: Option<String>,
    /// 交易连接名片配置状态: such as `AUDIT_REJECT`
    pub configuration_state: Option<CardLinkState>,
    /// 驳回原因: such as `具体驳回原因xxx`
    pub reject_reason: Option<String>,
}

/// The response of [`CardLinks::list_card_links`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ListCardLinksResponse {
    /// 品牌ID: such as `1004`
    pub brand_id: Option<String>,
    /// 查询页码
    pub page_index: Option<i64>,
    /// 查询页大小
    pub page_size: Option<i64>,
    /// 总数
    pub total_num: Option<i64>,
    /// 已生效连接列表
    pub active_link_list: Option<Vec<ActiveCardLink>>,
}

/// 已生效连接列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ActiveCardLink {
    /// 交易场景类型: such as `MINI_PROGRAM`
    pub payment_scene: Option<PaymentScene>,
    /// 公众账号ID: such as `wxea9c30890f48d5ae`
    pub appid_list: Option<Vec<String>>,
    /// 商户号: such as `111222333`
    pub card_link_mchid: Option<String>,
    /// 服务ID: such as `00005000000000548218251086296300`
    pub service_id: Option<String>,
}

/// The request of [`CardLinks::cancel_card_link_applyment`].
///
/// `CancelCardLinkApplymentRequest::builder().business_code(…).brand_id(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CancelCardLinkApplymentRequest {
    /// 业务申请编号: such as `1900013511_10000` (unconfirmed)
    pub business_code: String,
    /// 品牌ID: such as `1004` (unconfirmed)
    pub brand_id: String,
}

rules! { CancelCardLinkApplymentRequest {} }

/// The response of [`CardLinks::cancel_card_link_applyment`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CancelCardLinkApplymentResponse {
    /// 业务申请编号: such as `1900013511_10000`
    pub business_code: Option<String>,
}

/// The request of [`CardLinks::unbind_card_link`].
///
/// `UnbindCardLinkRequest::builder().brand_id(…).payment_scene(…).build()`. For an `Option`, use
/// setters such as `maybe_appid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UnbindCardLinkRequest {
    /// 品牌ID: such as `1004` (unconfirmed)
    pub brand_id: String,
    /// 交易场景类型: such as `MINI_PROGRAM` (unconfirmed)
    pub payment_scene: PaymentScene,
    /// 公众账号ID: such as `wxea9c30890f48d5ae`
    pub appid: Option<String>,
    /// 商户号: such as `111222333`
    pub card_link_mchid: Option<String>,
    /// 服务ID: such as `00005000000000548218251086296300`
    pub service_id: Option<String>,
}

rules! {
    UnbindCardLinkRequest {
        member("payment_scene", &[Listed(PaymentScene::TEXTS)]),
    }
}

/// The response of [`CardLinks::unbind_card_link`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CardLinkScene {
    /// 品牌ID: such as `1004`
    pub brand_id: Option<String>,
    /// 交易场景类型: such as `MINI_PROGRAM`
    pub payment_scene: Option<PaymentScene>,
    /// 公众账号ID: such as `wxea9c30890f48d5ae`
    pub appid: Option<String>,
    /// 商户号: such as `111222333`
    pub card_link_mchid: Option<String>,
    /// 服务ID: such as `00005000000000548218251086296300`
    pub service_id: Option<String>,
}

parameter_enum! {
    /// 交易场景类型
    pub enum PaymentScene {
        MiniProgram = "MINI_PROGRAM",
        App = "APP",
        PaymentScore = "PAYMENT_SCORE",
        PaymentCode = "PAYMENT_CODE",
    }
}

open_enum! {
    /// 交易连接名片配置状态
    pub enum CardLinkState {
        WaitingAudit = "WAITING_AUDIT",
        AuditReject = "AUDIT_REJECT",
        WaitingConfirmation = "WAITING_CONFIRMATION",
        MerchantAdminReject = "MERCHANT_ADMIN_REJECT",
        InEffect = "IN_EFFECT",
    }
}
