//! 补贴资格.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, Sensitive, wechatpay_api};

use crate::open_enum::{open_enum, parameter_enum};
use crate::rules::rules;

/// 补贴资格
#[wechatpay_api(defaults)]
pub trait Qualifications {
    /// 查询补贴资格
    ///
    /// `GET /v3/gov/subsidy/qualification`
    ///
    /// - `appliance_id` 消费品类ID: values `1`, `2`, `3`, `4`, `5`, `6`, `7`, `8`, `9`, `10`, `11`,
    ///   `12`, `13`, `14`, `15`, `16`, `17`
    /// - `qualification_region_code` 使用的资格的地区编码: such as `310100`
    #[wechatpay_api(GET "/v3/gov/subsidy/qualification")]
    async fn query_qualification(
        &self,
        #[query] appliance_id: i64,
        #[query] qualification_region_code: i64,
        query: &QueryQualificationQuery,
    ) -> Result<QueryQualificationResponse>;

    /// 批量查询用户资格
    ///
    /// `POST /v3/gov/subsidy/qualifications/query`
    #[wechatpay_api(POST "/v3/gov/subsidy/qualifications/query")]
    async fn list_qualifications(
        &self,
        body: &ListQualificationsRequest,
    ) -> Result<ListQualificationsResponse>;

    /// 同步资格核销信息
    ///
    /// `POST /v3/gov/subsidy/qualifications/sync`
    #[wechatpay_api(POST "/v3/gov/subsidy/qualifications/sync")]
    async fn sync_qualification(&self, body: &SyncQualificationRequest) -> Result<SubsidyResponse>;

    /// N品类同步资格核销信息
    ///
    /// `POST /v3/gov/subsidy/n-qualifications/sync`
    #[wechatpay_api(POST "/v3/gov/subsidy/n-qualifications/sync")]
    async fn sync_n_qualification(
        &self,
        body: &SyncNQualificationRequest,
    ) -> Result<SubsidyResponse>;
}

/// The query of [`Qualifications::query_qualification`].
///
/// `QueryQualificationQuery::builder().build()`. For an `Option`, use setters such as
/// `maybe_real_name`.
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
pub struct QueryQualificationQuery {
    /// 自然人姓名: encrypted
    pub real_name: Option<Sensitive>,
    /// 自然人证件号: encrypted
    pub id_card_number: Option<Sensitive>,
    /// 手机号: encrypted
    pub phone_number: Option<Sensitive>,
    /// OPENID: such as `oCuiA7RW33Tc3jtz_5CNLegC9kN0`
    pub openid: Option<String>,
    /// APPID: such as `wx5cb0427850cd8c49`
    pub appid: Option<String>,
    /// 证件类型: such as `ID_DOC_TYPE_ID_CARD`
    pub identity_document_type: Option<IdentityDocumentType>,
}

/// The response of [`Qualifications::query_qualification`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct QueryQualificationResponse {
    /// 资格的状态: such as `UNREDEEMED`
    pub state: Option<QualificationState>,
}

/// The request of [`Qualifications::list_qualifications`],
/// `PassthroughQualifications::list_passthrough_qualifications`.
///
/// `ListQualificationsRequest::builder().real_name(…).id_card_number(…).phone_number(…).qualification_region_code(…).identity_document_type(…).build()`
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(Sensitive, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ListQualificationsRequest {
    /// 自然人姓名: encrypted (unconfirmed)
    pub real_name: Sensitive,
    /// 自然人证件号: encrypted (unconfirmed)
    pub id_card_number: Sensitive,
    /// 手机号: encrypted (unconfirmed)
    pub phone_number: Sensitive,
    /// 使用的资格的地区编码: such as `310100` (unconfirmed)
    pub qualification_region_code: i64,
    /// 证件类型: such as `ID_DOC_TYPE_ID_CARD` (unconfirmed)
    pub identity_document_type: IdentityDocumentType,
}

rules! {
    ListQualificationsRequest {
        member("identity_document_type", &[Listed(IdentityDocumentType::TEXTS)]),
    }
}

/// The response of [`Qualifications::list_qualifications`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ListQualificationsResponse {
    /// 资格状态数组
    pub qualification_list: Option<Vec<Qualification>>,
}

/// 资格状态数组
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct Qualification {
    /// 消费品类ID: values `1`, `2`, `3`, `4`, `5`, `6`, `7`, `8`, `9`, `10`, `11`, `12`, `13`,
    /// `14`, `15`, `16`, `17`
    pub appliance_id: Option<i64>,
    /// 状态: such as `UNCLAIMED`
    pub state: Option<QualificationState>,
    /// 区分未领取的原因: such as `NOT_SELLABLE_REASON_NOT_FOUND`
    pub unclaimed_reason: Option<UnclaimedReason>,
    /// 领取的平台名称: such as `支付宝`
    pub claimed_platform_name: Option<String>,
    /// 领取的地区名称: such as `重庆`
    pub claimed_region_name: Option<String>,
}

/// The request of [`Qualifications::sync_qualification`].
///
/// `SyncQualificationRequest::builder().out_trade_no(…).receive_region_code(…).brand(…).address(…).qualification_region_code(…).sn_code(…).seller_name(…).license_number(…).barcode(…).item_name(…).spec_model(…).invoice_num(…).product_type(…).order_amount(…).discount_amount(…).mch_order_id(…).invoice_time(…).purchaser_name(…).sale_model(…).identity_document_type(…).invoice_address_code(…).tax_authority_code(…).transaction_time(…).cate_state(…).mch_name(…).build()`.
/// For an `Option`, use setters such as `maybe_real_name`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into), on(Sensitive, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SyncQualificationRequest {
    /// 自然人姓名: encrypted
    pub real_name: Option<Sensitive>,
    /// 自然人证件号: encrypted
    pub id_card_number: Option<Sensitive>,
    /// 手机号: encrypted
    pub phone_number: Option<Sensitive>,
    /// 消费品类ID: values `1`, `2`, `3`, `4`, `5`, `6`, `7`, `8`, `9`, `10`, `11`, `12`, `13`,
    /// `14`, `15`, `16`, `17`
    pub appliance_id: Option<i64>,
    /// 商户支付订单号: such as `vmall_250120131959_993_4494` (unconfirmed)
    pub out_trade_no: String,
    /// 子商户号: such as `123456`
    pub sub_mch_id: Option<String>,
    /// 能效等级: such as `FIRST_LEVEL`
    pub energy_grade: Option<EnergyGrade>,
    /// 收货地区编码: such as `110101` (unconfirmed)
    pub receive_region_code: String,
    /// 家电品牌: such as `海尔` (unconfirmed)
    pub brand: String,
    /// 收货地址: such as `深圳市南山区` (unconfirmed)
    pub address: String,
    /// 使用的资格的地区编码: such as `310100` (unconfirmed)
    pub qualification_region_code: i64,
    /// S/N码: such as `fallervuh` (unconfirmed)
    pub sn_code: String,
    /// 销售企业名称: such as `联想（北京）信息技术有限公司` (unconfirmed)
    pub seller_name: String,
    /// 统一社会信息代码: such as `91110108397173806M` (unconfirmed)
    pub license_number: String,
    /// 商品条码: such as `例值：6901010101098` (unconfirmed)
    pub barcode: String,
    /// 商品名称: such as `联想YOGA AIR 15` (unconfirmed)
    pub item_name: String,
    /// 规格型号: such as `YOGA Air 15s ILL9` (unconfirmed)
    pub spec_model: String,
    /// 物流单号: such as `123456789`
    pub logistics_num: Option<String>,
    /// 签收时间: such as `2025-01-14T19:55:06+08:00`
    pub delivery_time: Option<DateTime>,
    /// 发票号: such as `031001900204` (unconfirmed)
    pub invoice_num: String,
    /// 产品类型: such as `COMMON_PRODUCT` (unconfirmed)
    pub product_type: ProductType,
    /// 类型: such as `DESKTOP`
    pub pc_type: Option<PcType>,
    /// 订单金额: such as `10000` (unconfirmed)
    pub order_amount: Fen,
    /// 优惠金额: such as `2000` (unconfirmed)
    pub discount_amount: Fen,
    /// imei1编码: such as `358882046176540`
    pub imei1: Option<String>,
    /// imei2编码: such as `358882046176540`
    pub imei2: Option<String>,
    /// 线上平台订单编号: such as `123456789` (unconfirmed)
    pub mch_order_id: String,
    /// 线上平台退款交易编号: such as `123456789`
    pub refund_id: Option<String>,
    /// 开票日期: such as `2025-01-14T19:55:06+08:00` (unconfirmed)
    pub invoice_time: DateTime,
    /// 购买方名称: such as `小弟弟` (unconfirmed)
    pub purchaser_name: String,
    /// 销售方式: such as `SALE_MODEL_OFFLINE` (unconfirmed)
    pub sale_model: SaleModel,
    /// 证件类型: such as `ID_DOC_TYPE_ID_CARD` (unconfirmed)
    pub identity_document_type: IdentityDocumentType,
    /// 发票开具地: such as `310100` (unconfirmed)
    pub invoice_address_code: String,
    /// 发票代码: such as `310100`
    pub invoice_code: Option<String>,
    /// 税务机关代码: such as `2525252` (unconfirmed)
    pub tax_authority_code: String,
    /// 交易完成或商品退回时间: such as `2025-01-14T19:55:06+08:00` (unconfirmed)
    pub transaction_time: DateTime,
    /// 品类状态: such as `CATE_STATE_REDEEM` (unconfirmed)
    pub cate_state: CateState,
    /// 销售主体: such as `江苏京东信息技术有限公司` (unconfirmed)
    pub mch_name: String,
}

rules! {
    SyncQualificationRequest {
        member("appliance_id", &[ListedNumbers(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17])]),
        member("energy_grade", &[Listed(EnergyGrade::TEXTS)]),
        member("product_type", &[Listed(ProductType::TEXTS)]),
        member("pc_type", &[Listed(PcType::TEXTS)]),
        member("sale_model", &[Listed(SaleModel::TEXTS)]),
        member("identity_document_type", &[Listed(IdentityDocumentType::TEXTS)]),
        member("cate_state", &[Listed(CateState::TEXTS)]),
    }
}

/// The response of [`Qualifications::sync_qualification`],
/// [`Qualifications::sync_n_qualification`],
/// `PassthroughQualifications::claim_passthrough_qualification`,
/// `PassthroughQualifications::cancel_passthrough_qualification`, `Goods::upload_goods`,
/// `Goods::lock_sn_code`, `Goods::unlock_sn_code`, `SubsidyTransactions::sync_subsidy_transaction`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct SubsidyResponse {
    /// 响应码: such as `000000`
    pub code: Option<String>,
    /// 响应描述: such as `成功`
    pub message: Option<String>,
}

/// The request of [`Qualifications::sync_n_qualification`].
///
/// `SyncNQualificationRequest::builder().real_name(…).id_card_number(…).phone_number(…).out_trade_no(…).receive_region_code(…).brand(…).address(…).qualification_region_code(…).seller_name(…).license_number(…).invoice_num(…).product_type(…).order_amount(…).discount_amount(…).mch_order_id(…).invoice_time(…).purchaser_name(…).sale_model(…).identity_document_type(…).invoice_address_code(…).tax_authority_code(…).transaction_time(…).cate_state(…).cate_code(…).build()`.
/// For an `Option`, use setters such as `maybe_appliance_id`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into), on(Sensitive, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SyncNQualificationRequest {
    /// 自然人姓名: encrypted (unconfirmed)
    pub real_name: Sensitive,
    /// 自然人证件号: encrypted (unconfirmed)
    pub id_card_number: Sensitive,
    /// 手机号: encrypted (unconfirmed)
    pub phone_number: Sensitive,
    /// 消费品类ID: values `1`, `2`, `3`, `4`, `5`, `6`, `7`, `8`, `9`, `10`, `11`, `12`, `13`,
    /// `14`, `15`, `16`, `17`
    pub appliance_id: Option<i64>,
    /// 商户支付订单号: such as `vmall_250120131959_993_4494` (unconfirmed)
    pub out_trade_no: String,
    /// 子商户号: such as `123456`
    pub sub_mchid: Option<String>,
    /// 能效等级: such as `FIRST_LEVEL`
    pub energy_grade: Option<EnergyGrade>,
    /// 收货地区编码: such as `110101` (unconfirmed)
    pub receive_region_code: String,
    /// 家电品牌: such as `海尔` (unconfirmed)
    pub brand: String,
    /// 收货地址: such as `深圳市南山区` (unconfirmed)
    pub address: String,
    /// 使用的资格的地区编码: such as `310100` (unconfirmed)
    pub qualification_region_code: i64,
    /// 销售企业名称: such as `联想（北京）信息技术有限公司` (unconfirmed)
    pub seller_name: String,
    /// 统一社会信息代码: such as `91110108397173806M` (unconfirmed)
    pub license_number: String,
    /// 物流单号: such as `123456789`
    pub logistics_num: Option<String>,
    /// 签收时间: such as `2025-01-14T19:55:06+08:00`
    pub delivery_time: Option<DateTime>,
    /// 发票号: such as `031001900204` (unconfirmed)
    pub invoice_num: String,
    /// 产品类型: such as `COMMON_PRODUCT` (unconfirmed)
    pub product_type: ProductType,
    /// 类型: such as `DESKTOP`
    pub pc_type: Option<PcType>,
    /// 订单金额: such as `10000` (unconfirmed)
    pub order_amount: Fen,
    /// 优惠金额: such as `2000` (unconfirmed)
    pub discount_amount: Fen,
    /// 线上平台订单编号: such as `123456789` (unconfirmed)
    pub mch_order_id: String,
    /// 开票日期: such as `2025-01-14T19:55:06+08:00` (unconfirmed)
    pub invoice_time: DateTime,
    /// 购买方名称: such as `小弟弟` (unconfirmed)
    pub purchaser_name: String,
    /// 销售方式: such as `SALE_MODEL_OFFLINE` (unconfirmed)
    pub sale_model: SaleModel,
    /// 证件类型: such as `ID_DOC_TYPE_ID_CARD` (unconfirmed)
    pub identity_document_type: IdentityDocumentType,
    /// 发票开具地: such as `310100` (unconfirmed)
    pub invoice_address_code: String,
    /// 税务机关代码: such as `2525252` (unconfirmed)
    pub tax_authority_code: String,
    /// 交易完成或商品退回时间: such as `2025-01-14T19:55:06+08:00` (unconfirmed)
    pub transaction_time: DateTime,
    /// 品类状态: such as `CATE_STATE_REDEEM` (unconfirmed)
    pub cate_state: CateState,
    /// 经度
    pub longitude: Option<String>,
    /// 纬度
    pub latitude: Option<String>,
    /// 品类编码: such as `JS06` (unconfirmed)
    pub cate_code: String,
    /// 券码: such as `6901010101098`
    pub coupon_code: Option<String>,
    /// 发票代码: such as `310100`
    pub invoice_code: Option<String>,
    /// 线上平台退款交易编号: such as `123456789`
    pub refund_id: Option<String>,
}

rules! {
    SyncNQualificationRequest {
        member("appliance_id", &[ListedNumbers(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17])]),
        member("energy_grade", &[Listed(EnergyGrade::TEXTS)]),
        member("product_type", &[Listed(ProductType::TEXTS)]),
        member("pc_type", &[Listed(PcType::TEXTS)]),
        member("sale_model", &[Listed(SaleModel::TEXTS)]),
        member("identity_document_type", &[Listed(IdentityDocumentType::TEXTS)]),
        member("cate_state", &[Listed(CateState::TEXTS)]),
    }
}

parameter_enum! {
    /// 证件类型
    pub enum IdentityDocumentType {
        IdCard = "ID_DOC_TYPE_ID_CARD",
        MainlandTravelPermitForHkMc = "ID_DOC_TYPE_MAINLAND_TRAVEL_PERMIT_FOR_HK_MC",
        MainlandTravelPermitForTw = "ID_DOC_TYPE_MAINLAND_TRAVEL_PERMIT_FOR_TW",
    }
}

open_enum! {
    /// 资格的状态
    pub enum QualificationState {
        Unclaimed = "UNCLAIMED",
        Unredeemed = "UNREDEEMED",
        Redeemed = "REDEEMED",
    }
}

open_enum! {
    /// 区分未领取的原因
    pub enum UnclaimedReason {
        ReasonClaimedByOtherRegion = "REASON_CLAIMED_BY_OTHER_REGION",
        ReasonClaimedByOtherPlatformOrRegion = "REASON_CLAIMED_BY_OTHER_PLATFORM_OR_REGION",
        ReasonUnclaimed = "REASON_UNCLAIMED",
        ReasonClaimedByOtherMode = "REASON_CLAIMED_BY_OTHER_MODE",
        NotSellableReasonNotFound = "NOT_SELLABLE_REASON_NOT_FOUND",
    }
}

open_enum! {
    /// 能效等级
    pub enum EnergyGrade {
        FirstLevel = "FIRST_LEVEL",
        SecondLevel = "SECOND_LEVEL",
        EnergyGradeUnknown = "ENERGY_GRADE_UNKNOWN",
    }
}

open_enum! {
    /// 产品类型
    pub enum ProductType {
        CommonProduct = "COMMON_PRODUCT",
        AiProduct = "AI_PRODUCT",
    }
}

open_enum! {
    /// 类型
    pub enum PcType {
        Desktop = "DESKTOP",
        Laptop = "LAPTOP",
        ComputerTypeUnknown = "COMPUTER_TYPE_UNKNOWN",
    }
}

open_enum! {
    /// 销售方式
    pub enum SaleModel {
        Online = "SALE_MODEL_ONLINE",
        Offline = "SALE_MODEL_OFFLINE",
    }
}

open_enum! {
    /// 品类状态
    pub enum CateState {
        Redeem = "CATE_STATE_REDEEM",
        Refund = "CATE_STATE_REFUND",
    }
}
