//! 渠道商户资料.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, Sensitive, wechatpay_api};

use crate::open_enum::{open_enum, parameter_enum};
use crate::rules::rules;

/// 渠道商户资料
#[wechatpay_api(defaults)]
pub trait ChannelMerchants {
    /// 查询商户资料
    ///
    /// `GET /v3/aggracct-bc/wb-channel/account/mch_archives`
    ///
    /// - `mchid` 微信支付商户号: such as `1900016681`
    /// - `bal_account_no` 额度台账号: encrypted
    /// - `card_no` 卡号: encrypted
    /// - `sgn_no` 商户子账户协议号: such as `example_sgn_no`
    /// - `req_scene` 请求场景: such as `SJT_CONVENIENT_SETTLEMENT_SERVICE_MERCHANT`
    #[wechatpay_api(GET "/v3/aggracct-bc/wb-channel/account/mch_archives")]
    async fn query_channel_merchant_archives(
        &self,
        #[query] mchid: &str,
        #[query] bal_account_no: &Sensitive,
        #[query] card_no: Option<&Sensitive>,
        #[query] sgn_no: Option<&str>,
        #[query] req_scene: Option<&RequestScene>,
    ) -> Result<MerchantArchives>;

    /// 查询商户影像件资料
    ///
    /// `GET /v3/aggracct-bc/wb-channel/account/mch_media`
    ///
    /// - `business_scene` 业务场景: such as `SJT_MICRO_PLUS_OPEN_ACCOUNT`
    #[wechatpay_api(GET "/v3/aggracct-bc/wb-channel/account/mch_media")]
    async fn query_channel_merchant_media(
        &self,
        #[query] business_scene: &BusinessScene,
        query: &QueryChannelMerchantMediaQuery,
    ) -> Result<MerchantMedia>;

    /// 资料更新请求审核结果回调通知
    ///
    /// `POST /v3/aggracct-bc/wb-channel/control-orders/info/update/result/notify`
    #[wechatpay_api(POST "/v3/aggracct-bc/wb-channel/control-orders/info/update/result/notify")]
    async fn notify_channel_merchant_info_update_result(
        &self,
        body: &NotifyChannelMerchantInfoUpdateResultRequest,
    ) -> Result<NotifyChannelMerchantInfoUpdateResultResponse>;
}

/// The response of [`ChannelMerchants::query_channel_merchant_archives`].
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
pub struct MerchantArchives {
    /// 微信支付商户号: such as `1900016681`
    pub mchid: Option<String>,
    /// 额度台账号: encrypted
    pub bal_account_no: Option<Sensitive>,
    /// 主体类型: values `1`, `2`, `3`
    pub merchant_type: Option<String>,
    /// 主体证件类型: values `12`
    pub merchant_id_type: Option<String>,
    /// 主体证件登记名称: encrypted
    pub merchant_name: Option<Sensitive>,
    /// 主体证件号码: encrypted
    pub merchant_id_no: Option<Sensitive>,
    /// 主体证件有效期起始日: such as `2025-10-01`
    pub effective_date: Option<String>,
    /// 主体证件有效期结束日: such as `9999-12-31`
    pub expire_date: Option<String>,
    /// 主体证件正面影像ID: such as `25102811A94212141615335094943740`
    pub merchant_img_front_id: Option<String>,
    /// 主体注册地址: such as `江西省赣州市石城县琴江镇东南路山河馨城7-401室`
    pub register_address: Option<String>,
    /// 主体经营范围: such as `食品销售（仅销售预包装食品）；保健食品（预包装）销售`
    pub business_scope: Option<String>,
    /// 法定代表人信息
    pub legal_representative: Option<LegalRepresentative>,
    /// 受益所有人信息列表
    pub beneficial_owner: Option<Vec<BeneficialOwner>>,
    /// 卡号: encrypted
    pub card_no: Option<Sensitive>,
    /// 商户子账户协议号: such as `example_sgn_no`
    pub sgn_no: Option<String>,
}

/// 法定代表人信息
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
pub struct LegalRepresentative {
    /// 法定代表人证件类型: values `01`
    pub legal_representative_id_type: Option<String>,
    /// 法定代表人姓名: encrypted
    pub legal_representative_name: Option<Sensitive>,
    /// 法定代表人证件号码: encrypted
    pub legal_representative_id_no: Option<Sensitive>,
    /// 法定代表人证件有效期起始日: such as `2000-10-01`
    pub legal_representative_effective_date: Option<String>,
    /// 法定代表人证件有效期结束日: such as `9999-12-31`
    pub legal_representative_expire_date: Option<String>,
    /// 法定代表人证件正面影像ID: such as `25102811A94212141615335094943741`
    pub legal_representative_img_front_id: Option<String>,
    /// 法定代表人证件反面影像ID: such as `25102811A94212141615335094943742`
    pub legal_representative_img_back_id: Option<String>,
    /// 法定代表人居住地址: encrypted
    pub legal_representative_address: Option<Sensitive>,
    /// 法定代表人发证机关: such as `江西省赣州市石城县公安局`
    pub legal_representative_issue_authority: Option<String>,
    /// 法定代表人民族: such as `汉族`
    pub legal_representative_nation: Option<String>,
}

/// 受益所有人信息列表
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
pub struct BeneficialOwner {
    /// 受益所有人编号: such as `1`
    pub beneficial_owner_no: Option<String>,
    /// 受益所有人证件类型: values `01`
    pub beneficial_owner_id_type: Option<String>,
    /// 受益所有人姓名: encrypted
    pub beneficial_owner_name: Option<Sensitive>,
    /// 受益所有人证件号码: encrypted
    pub beneficial_owner_id_no: Option<Sensitive>,
    /// 受益所有人证件有效期起始日: such as `2000-01-01`
    pub beneficial_owner_effective_date: Option<String>,
    /// 受益所有人证件有效期结束日: such as `9999-12-31`
    pub beneficial_owner_expire_date: Option<String>,
    /// 受益所有人证件正面影像ID: such as `25102811A94212141615335094943741`
    pub beneficial_owner_img_front_id: Option<String>,
    /// 受益所有人证件反面影像ID: such as `25102811A94212141615335094943741`
    pub beneficial_owner_img_back_id: Option<String>,
    /// 受益所有人居住地址: encrypted
    pub beneficial_owner_address: Option<Sensitive>,
}

/// The query of [`ChannelMerchants::query_channel_merchant_media`].
///
/// `QueryChannelMerchantMediaQuery::builder().build()`. For an `Option`, use setters such as
/// `maybe_mchid`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct QueryChannelMerchantMediaQuery {
    /// 微信支付商户号: such as `mchid_example`
    pub mchid: Option<String>,
    /// 微信支付业务申请单号: such as `platform_trx_id_example`
    pub platform_trx_id: Option<String>,
    /// 影像件类型: such as `ID_CARD_FRONT`
    pub mch_media_type: Option<MerchantMediaType>,
    /// 影像件资料ID: such as `media_id_example`
    pub media_id: Option<String>,
}

/// The response of [`ChannelMerchants::query_channel_merchant_media`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct MerchantMedia {
    /// 文件内容
    pub media_content: Option<String>,
    /// 文件类型
    pub media_type: Option<MediaFormat>,
    /// 文件摘要
    pub media_sm3: Option<String>,
    /// sm4密钥
    pub key: Option<String>,
    /// 影像件资料ID
    pub media_id: Option<String>,
}

/// The request of [`ChannelMerchants::notify_channel_merchant_info_update_result`].
///
/// `NotifyChannelMerchantInfoUpdateResultRequest::builder().out_request_no(…).mchid(…).build()`.
/// For an `Option`, use setters such as `maybe_audit_result`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct NotifyChannelMerchantInfoUpdateResultRequest {
    /// 资料更新请求单号: such as `htozr8denqegbt6tk6u10iymo7yww5pn` (unconfirmed)
    pub out_request_no: String,
    /// 商户号: such as `1900016681` (unconfirmed)
    pub mchid: String,
    /// 审核结果: such as `PASS`
    pub audit_result: Option<AuditResult>,
    /// 审核完成时间: such as `2015-05-20T13:29:35+08:00`
    pub audit_finish_time: Option<DateTime>,
    /// 业务附属信息: such as `updateidcard`
    pub attach_info: Option<String>,
    /// 审核驳回错误码: such as `1001`
    pub fail_code: Option<String>,
    /// 审核驳回错误原因: such as `IDCARD_ILLEGAL`
    pub fail_msg: Option<String>,
    /// 场景: values `01`, `02`, `03`
    pub scene: Option<String>,
}

rules! {
    NotifyChannelMerchantInfoUpdateResultRequest {
        member("audit_result", &[Listed(AuditResult::TEXTS)]),
        member("scene", &[Listed(&["01", "02", "03"])]),
    }
}

/// The response of [`ChannelMerchants::notify_channel_merchant_info_update_result`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct NotifyChannelMerchantInfoUpdateResultResponse {
    /// 接口返回信息: such as `SUCC`
    pub ret_msg: Option<String>,
}

parameter_enum! {
    /// 请求场景
    pub enum RequestScene {
        SjtConvenientSettlementServiceMerchant = "SJT_CONVENIENT_SETTLEMENT_SERVICE_MERCHANT",
        SjtMicroMerchant = "SJT_MICRO_MERCHANT",
        WxShopConvenientSettlementServiceMerchant = "WX_SHOP_CONVENIENT_SETTLEMENT_SERVICE_MERCHANT",
    }
}

parameter_enum! {
    /// 业务场景
    pub enum BusinessScene {
        SjtMicroPlusOpenAccount = "SJT_MICRO_PLUS_OPEN_ACCOUNT",
        SjtMicroPlusUpdateInfo = "SJT_MICRO_PLUS_UPDATE_INFO",
        GetByMediaId = "GET_BY_MEDIA_ID",
    }
}

parameter_enum! {
    /// 影像件类型
    pub enum MerchantMediaType {
        IdCardFront = "ID_CARD_FRONT",
        IdCardBack = "ID_CARD_BACK",
        StoreFront = "STORE_FRONT",
        StoreInterior = "STORE_INTERIOR",
    }
}

open_enum! {
    /// 文件类型
    pub enum MediaFormat {
        Jpg = "jpg",
        Png = "png",
        Bmp = "bmp",
        Jpeg = "jpeg",
    }
}

open_enum! {
    /// 审核结果
    pub enum AuditResult {
        Pass = "PASS",
        Reject = "REJECT",
    }
}
