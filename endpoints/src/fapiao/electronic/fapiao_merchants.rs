//! 商户开票配置.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, Sensitive, wechatpay_api};

use crate::open_enum::{open_enum, parameter_enum};
use crate::rules::rules;

/// 商户开票配置
#[wechatpay_api(defaults)]
pub trait FapiaoMerchants {
    /// 获取商户邀请链接
    ///
    /// `GET /v3/new-tax-control-fapiao/fapiaomerchant/getspinviteurl`
    #[wechatpay_api(GET "/v3/new-tax-control-fapiao/fapiaomerchant/getspinviteurl")]
    async fn query_fapiao_invite_url(&self, query: &QueryFapiaoInviteUrlQuery)
    -> Result<InviteUrl>;

    /// 获取邀请开通的商户信息
    ///
    /// `GET /v3/new-tax-control-fapiao/fapiaomerchant/listspinvitemchinfo`
    ///
    /// - `query_time_start` 查询时间起: such as `2020-07-01T12:00:00+08:00`
    /// - `query_time_end` 查询时间止: such as `2020-07-02T12:00:00+08:00`
    /// - `offset` 本次查询的起始位置: such as `10`
    /// - `limit` 本次查询的最大数量: such as `1`
    /// - `invite_code` 服务商邀请code: such as `code_20200101_123`
    /// - `mch_invite_status` 商户邀请状态: such as `MCH_INVITE_SUCC`
    #[wechatpay_api(GET "/v3/new-tax-control-fapiao/fapiaomerchant/listspinvitemchinfo")]
    async fn list_fapiao_invited_merchants(
        &self,
        #[query] query_time_start: &DateTime,
        #[query] query_time_end: &DateTime,
        #[query] offset: i64,
        #[query] limit: i64,
        #[query] invite_code: Option<&str>,
        #[query] mch_invite_status: &MerchantInviteStatus,
    ) -> Result<ListFapiaoInvitedMerchantsResponse>;

    /// 检查子商户开票功能状态
    ///
    /// `POST /v3/new-tax-control-fapiao/merchant/{sub_mchid}/check`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/new-tax-control-fapiao/chapter3_1.shtml>
    ///
    /// - `sub_mchid` 子商户号: such as `1900000109`
    #[wechatpay_api(POST "/v3/new-tax-control-fapiao/merchant/{sub_mchid}/check")]
    async fn check_fapiao_merchant(&self, sub_mchid: &str) -> Result<()>;

    /// 查询子商户开票功能状态
    ///
    /// `GET /v3/new-tax-control-fapiao/merchant/{sub_mchid}/check-status`
    ///
    /// - `sub_mchid` 子商户号: such as `1900000109`
    #[wechatpay_api(GET "/v3/new-tax-control-fapiao/merchant/{sub_mchid}/check-status")]
    async fn query_fapiao_merchant_check_status(
        &self,
        sub_mchid: &str,
    ) -> Result<MerchantCheckStatus>;

    /// 获取商户开票基础信息
    ///
    /// `GET /v3/new-tax-control-fapiao/merchant/base-information`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/new-tax-control-fapiao/chapter3_3.shtml>
    ///
    /// - `sub_mchid` 子商户号: such as `1900000109`
    #[wechatpay_api(GET "/v3/new-tax-control-fapiao/merchant/base-information")]
    async fn query_fapiao_base_information(
        &self,
        #[query] sub_mchid: Option<&str>,
    ) -> Result<FapiaoBaseInformation>;

    /// 查询商户配置的开发选项
    ///
    /// `GET /v3/new-tax-control-fapiao/merchant/development-config`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/Offline/apis/chapter4_8_19.shtml>
    #[wechatpay_api(GET "/v3/new-tax-control-fapiao/merchant/development-config")]
    async fn query_fapiao_development_config(&self) -> Result<DevelopmentConfig>;

    /// 配置开发选项
    ///
    /// `PATCH /v3/new-tax-control-fapiao/merchant/development-config`
    #[wechatpay_api(PATCH "/v3/new-tax-control-fapiao/merchant/development-config")]
    async fn update_fapiao_development_config(
        &self,
        body: &UpdateFapiaoDevelopmentConfigRequest,
    ) -> Result<DevelopmentConfig>;

    /// 获取商品和服务税收分类对照表
    ///
    /// `GET /v3/new-tax-control-fapiao/merchant/tax-codes`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/new-tax-control-fapiao/chapter3_2.shtml>
    ///
    /// - `sub_mchid` 子商户号: such as `1900000109`
    /// - `offset` 本次查询的起始位置: such as `0`
    /// - `limit` 本次查询的最大数量: such as `5`
    #[wechatpay_api(GET "/v3/new-tax-control-fapiao/merchant/tax-codes")]
    async fn list_tax_codes(
        &self,
        #[query] sub_mchid: Option<&str>,
        #[query] offset: i64,
        #[query] limit: i64,
    ) -> Result<ListTaxCodesResponse>;
}

/// The query of [`FapiaoMerchants::query_fapiao_invite_url`].
///
/// `QueryFapiaoInviteUrlQuery::builder().build()`. For an `Option`, use setters such as
/// `maybe_operation_type`.
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
pub struct QueryFapiaoInviteUrlQuery {
    /// 操作类型: such as `AUTH_BINDING`
    pub operation_type: Option<InviteOperationType>,
    /// 开票模式: such as `THIRD_OR_SELF_FAPIAO`
    pub fapiao_mode: Option<FapiaoMode>,
    /// 发票能力类型: such as `BASE_ABILITY`
    pub fapiao_ability_type_list: Option<Vec<FapiaoAbilityType>>,
    /// 服务商邀请渠道: such as `miniprogram`
    pub invite_channel: Option<String>,
    /// 操作人员: encrypted
    pub operate_user: Option<Sensitive>,
    /// 服务商邀请code: such as `code_20200101_123`
    pub invite_code: Option<String>,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
}

/// The response of [`FapiaoMerchants::query_fapiao_invite_url`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct InviteUrl {
    /// 邀请开通二维码链接: such as `https://wxacurl.cn?xxx=`
    pub invite_url: Option<String>,
    /// 开通小程序AppID: such as `wxb1170446a4c0a5a2`
    pub miniprogram_appid: Option<String>,
    /// 开通小程序跳转路径: such as `pages/xxxPage`
    pub miniprogram_path: Option<String>,
}

/// The response of [`FapiaoMerchants::list_fapiao_invited_merchants`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ListFapiaoInvitedMerchantsResponse {
    /// 总数: such as `50`
    pub total_count: Option<i64>,
    /// 本次查询的起始位置: such as `10`
    pub offset: Option<i64>,
    /// 本次查询的最大数量: such as `1`
    pub limit: Option<i64>,
    /// 相关链接
    pub links: Option<PageLinks>,
    /// 邀请的商户结果
    pub mch_invite_result_list: Option<Vec<MerchantInviteResult>>,
}

/// 相关链接
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PageLinks {
    /// 下一页链接: such as `/v3/new-tax-control-fapiao/xxx?offset=2&limit=5`
    pub next: Option<String>,
    /// 上一页链接: such as `/v3/new-tax-control-fapiao/xxx?offset=0&limit=5`
    pub prev: Option<String>,
    /// 当前链接: such as `/v3/new-tax-control-fapiao/xxx?offset=1&limit=5`
    #[serde(rename = "self")]
    pub self_: Option<String>,
}

/// 邀请的商户结果
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct MerchantInviteResult {
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 商户邀请的状态: such as `MCH_INVITE_SUCC`
    pub mch_invite_status: Option<MerchantInviteStatus>,
    /// 商户名称: such as `示例（深圳）有限公司`
    pub ep_name: Option<String>,
    /// 商户税号: such as `9144050071126766XG`
    pub tax_id: Option<String>,
    /// 服务商邀请code: such as `code_20200101_123`
    pub invite_code: Option<String>,
    /// 商户操作时间: such as `2020-07-01T00:00:00+08:00`
    pub operate_time: Option<DateTime>,
    /// 商户邀请失败错误码: such as `UNKNOWN_TAX_INFO`
    pub invite_failed_code: Option<InviteFailedCode>,
    /// 商户邀请失败的原因: such as `示例失败原因`
    pub invite_failed_reason: Option<String>,
}

/// The response of [`FapiaoMerchants::query_fapiao_merchant_check_status`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct MerchantCheckStatus {
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 第三方开票模式
    pub third_mode: Option<ThirdMode>,
    /// 数电发票模式
    pub digital_tax_mode: Option<DigitalTaxMode>,
}

/// 第三方开票模式
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ThirdMode {
    /// 第三方/自建发票能力接入状态: such as `ENABLED`
    pub status: Option<ThirdModeStatus>,
}

/// 数电发票模式
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct DigitalTaxMode {
    /// 接入状态: such as `ENABLED`
    pub status: Option<DigitalTaxModeStatus>,
    /// 开票人信息
    pub billing_person_info: Option<BillingPersonInfo>,
    /// 接入时间: such as `2020-07-01T00:00:00+08:00`
    pub access_time: Option<DateTime>,
    /// 过期时间: such as `2020-07-02T00:00:00+08:00`
    pub expired_time: Option<DateTime>,
    /// 接入失败原因: such as `失败原因`
    pub access_fail_reason: Option<String>,
    /// 能力信息
    pub ability_info: Option<Vec<AbilityInfo>>,
}

/// 开票人信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct BillingPersonInfo {
    /// 开票人ID: such as `187776276864872`
    pub id: Option<String>,
    /// 开票人姓名: such as `张伟`
    pub name: Option<String>,
}

/// 能力信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct AbilityInfo {
    /// 能力类型: such as `BASE_ABILITY`
    pub r#type: Option<AbilityInfoType>,
    /// 能力授权状态: such as `AUTHORIZED`
    pub status: Option<AbilityInfoStatus>,
    /// 能力授权失败原因: such as `失败原因`
    pub authorize_fail_reason: Option<String>,
}

/// The response of [`FapiaoMerchants::query_fapiao_base_information`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct FapiaoBaseInformation {
    /// 销售方信息
    pub seller_information: SellerInformation,
    /// 附加信息
    pub extra_information: ExtraInformation,
}

/// 销售方信息
///
/// `SellerInformation::builder().name(…).taxpayer_id(…).build()`. For an `Option`, use setters
/// such as `maybe_address`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct SellerInformation {
    /// 名称: such as `深圳市南山区测试公司`
    pub name: String,
    /// 纳税人识别号: such as `202003261233701778`
    pub taxpayer_id: String,
    /// 地址: such as `深圳市南山区深南大道10000号`
    pub address: Option<String>,
    /// 电话: such as `075512345678`
    pub telephone: Option<String>,
    /// 开户银行: such as `测试银行`
    pub bank_name: Option<String>,
    /// 银行账号: such as `62001234567890`
    pub bank_account: Option<String>,
}

/// 附加信息
///
/// `ExtraInformation::builder().drawer(…).build()`. For an `Option`, use setters such as
/// `maybe_payee`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct ExtraInformation {
    /// 收款人: such as `张三`
    pub payee: Option<String>,
    /// 复核人: such as `李四`
    pub reviewer: Option<String>,
    /// 开票人: such as `王五`
    pub drawer: String,
}

/// The response of [`FapiaoMerchants::query_fapiao_development_config`],
/// [`FapiaoMerchants::update_fapiao_development_config`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct DevelopmentConfig {
    /// 商户回调地址: such as `https://pay.weixin.qq.com/callback`
    pub callback_url: Option<String>,
    /// 全部账单展示开发票入口开关: such as `false`
    pub show_fapiao_cell: Option<bool>,
    /// 商户是否支持开电子专票: such as `false`
    pub support_vat_fapiao: Option<bool>,
}

/// The request of [`FapiaoMerchants::update_fapiao_development_config`].
///
/// `UpdateFapiaoDevelopmentConfigRequest::builder().build()`. For an `Option`, use setters such as
/// `maybe_callback_url`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UpdateFapiaoDevelopmentConfigRequest {
    /// 商户回调地址: such as `https://pay.weixin.qq.com/callback`
    pub callback_url: Option<String>,
    /// 子商户号: such as `1900000109`
    pub sub_mch_code: Option<String>,
    /// 全部账单展示开发票入口开关: such as `false`
    pub show_fapiao_cell: Option<bool>,
    /// 商户是否支持开电子专票: such as `false`
    pub support_vat_fapiao: Option<bool>,
}

rules! {
    UpdateFapiaoDevelopmentConfigRequest {
        member("callback_url", &[NotifyUrl]),
    }
}

/// The response of [`FapiaoMerchants::list_tax_codes`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ListTaxCodesResponse {
    /// 本次查询的起始位置
    pub offset: i64,
    /// 本次查询的最大数量: such as `5`
    pub limit: i64,
    /// 相关链接
    pub links: Option<PageLinks>,
    /// 本次查询到的数据
    pub data: Vec<TaxCode>,
    /// 总记录数: such as `20`
    pub total_count: i64,
}

/// 本次查询到的数据
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct TaxCode {
    /// 货物或应税劳务、服务名称: such as `example_goods_name`
    pub goods_name: String,
    /// A number, such as `1`
    pub goods_id: Option<i64>,
    /// A text, such as `出租汽车客运服务`
    pub goods_category: Option<String>,
    /// 货物或应税劳务、服务编码: such as `3010101020203000000`
    pub tax_code: String,
    /// 税率: in ten-thousandths, such as `1300`
    pub tax_rate: i64,
    /// 税收优惠政策标识: such as `NO_FAVORABLE`
    pub tax_prefer_mark: String,
}

parameter_enum! {
    /// 操作类型
    pub enum InviteOperationType {
        AuthBinding = "AUTH_BINDING",
    }
}

parameter_enum! {
    /// 开票模式
    pub enum FapiaoMode {
        ThirdOrSelfFapiao = "THIRD_OR_SELF_FAPIAO",
        TencentDigitalTax = "TENCENT_DIGITAL_TAX",
    }
}

parameter_enum! {
    /// 发票能力类型
    pub enum FapiaoAbilityType {
        BaseAbility = "BASE_ABILITY",
        RealEstateAbility = "REAL_ESTATE_ABILITY",
        PassengerTransportAbility = "PASSENGER_TRANSPORT_ABILITY",
        RefinedOilAbility = "REFINED_OIL_ABILITY",
    }
}

parameter_enum! {
    /// 商户邀请状态
    pub enum MerchantInviteStatus {
        Succ = "MCH_INVITE_SUCC",
        Failed = "MCH_INVITE_FAILED",
    }
}

open_enum! {
    /// 商户邀请失败错误码
    pub enum InviteFailedCode {
        UnknownTaxInfo = "UNKNOWN_TAX_INFO",
        InvalidCompanyInfo = "INVALID_COMPANY_INFO",
        NotMeetAccessCondition = "NOT_MEET_ACCESS_CONDITION",
        NotInPilotScope = "NOT_IN_PILOT_SCOPE",
        MissingTaxAuthorityCode = "MISSING_TAX_AUTHORITY_CODE",
        MerchantInfoNotSet = "MERCHANT_INFO_NOT_SET",
        UnknownError = "UNKNOWN_ERROR",
    }
}

open_enum! {
    /// 第三方/自建发票能力接入状态
    pub enum ThirdModeStatus {
        Disabled = "DISABLED",
        Enabled = "ENABLED",
    }
}

open_enum! {
    /// 接入状态
    pub enum DigitalTaxModeStatus {
        ApprovalPending = "APPROVAL_PENDING",
        AccessConfirmedPending = "ACCESS_CONFIRMED_PENDING",
        AbilityConfirmedPending = "ABILITY_CONFIRMED_PENDING",
        BillingPersonRegisterPending = "BILLING_PERSON_REGISTER_PENDING",
        BillingPersonConfirmedPending = "BILLING_PERSON_CONFIRMED_PENDING",
        SecuritySettingPending = "SECURITY_SETTING_PENDING",
        ApplyFailed = "APPLY_FAILED",
        Disabled = "DISABLED",
        Enabled = "ENABLED",
        ResourceExpired = "RESOURCE_EXPIRED",
    }
}

open_enum! {
    /// 能力类型
    pub enum AbilityInfoType {
        BaseAbility = "BASE_ABILITY",
        PassengerTransportAbility = "PASSENGER_TRANSPORT_ABILITY",
        RealEstateAbility = "REAL_ESTATE_ABILITY",
    }
}

open_enum! {
    /// 能力授权状态
    pub enum AbilityInfoStatus {
        Authorized = "AUTHORIZED",
        AuthorizePending = "AUTHORIZE_PENDING",
        Deauthorized = "DEAUTHORIZED",
        AuthorizeFailed = "AUTHORIZE_FAILED",
    }
}
