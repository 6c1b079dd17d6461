//! 商品与SN码.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, wechatpay_api};

use super::{EnergyGrade, ProductType, SubsidyResponse};
use crate::open_enum::open_enum;
use crate::rules::rules;

/// 商品与SN码
#[wechatpay_api(defaults)]
pub trait Goods {
    /// 商品信息上传
    ///
    /// `POST /v3/gov/subsidy/goods/upload`
    #[wechatpay_api(POST "/v3/gov/subsidy/goods/upload")]
    async fn upload_goods(&self, body: &UploadGoodsRequest) -> Result<SubsidyResponse>;

    /// 查询sn码状态
    ///
    /// `POST /v3/gov/subsidy/sncode/query`
    #[wechatpay_api(POST "/v3/gov/subsidy/sncode/query")]
    async fn query_sn_codes(&self, body: &QuerySnCodesRequest) -> Result<QuerySnCodesResponse>;

    /// sn码锁定
    ///
    /// `POST /v3/gov/subsidy/sncode/lock`
    #[wechatpay_api(POST "/v3/gov/subsidy/sncode/lock")]
    async fn lock_sn_code(&self, body: &LockSnCodeRequest) -> Result<SubsidyResponse>;

    /// sn码解锁
    ///
    /// `POST /v3/gov/subsidy/sncode/unlock`
    #[wechatpay_api(POST "/v3/gov/subsidy/sncode/unlock")]
    async fn unlock_sn_code(&self, body: &UnlockSnCodeRequest) -> Result<SubsidyResponse>;
}

/// The request of [`Goods::upload_goods`].
///
/// `UploadGoodsRequest::builder().appliance_id(…).product_name(…).brand(…).qualification_region_code(…).seller_name(…).license_number(…).base_price(…).average_trading_price(…).product_type(…).bar_code(…).build()`.
/// For an `Option`, use setters such as `maybe_energy_grade`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UploadGoodsRequest {
    /// 消费品类ID: values `1`, `2`, `3`, `4`, `5`, `6`, `7`, `8`, `9`, `10`, `11`, `12`, `13`,
    /// `14`, `15`, `16`, `17` (unconfirmed)
    pub appliance_id: i64,
    /// 商品名称: such as `测试商品` (unconfirmed)
    pub product_name: String,
    /// 能效等级: such as `FIRST_LEVEL`
    pub energy_grade: Option<EnergyGrade>,
    /// 家电品牌: such as `海尔` (unconfirmed)
    pub brand: String,
    /// 使用的资格的地区编码: such as `310100` (unconfirmed)
    pub qualification_region_code: i64,
    /// 销售企业名称: such as `联想（北京）信息技术有限公司` (unconfirmed)
    pub seller_name: String,
    /// 统一社会信息代码: such as `91110108397173806M` (unconfirmed)
    pub license_number: String,
    /// 基准价格: such as `10000` (unconfirmed)
    pub base_price: Fen,
    /// 近1个月平均交易价: such as `10000` (unconfirmed)
    pub average_trading_price: Fen,
    /// 产品类型: such as `COMMON_PRODUCT` (unconfirmed)
    pub product_type: ProductType,
    /// 商品型号: such as `XX`
    pub product_model: Option<String>,
    /// 商品条码: such as `6901010101098` (unconfirmed)
    pub bar_code: String,
}

rules! {
    UploadGoodsRequest {
        member("appliance_id", &[ListedNumbers(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17])]),
        member("energy_grade", &[Listed(EnergyGrade::TEXTS)]),
        member("product_type", &[Listed(ProductType::TEXTS)]),
    }
}

/// The request of [`Goods::query_sn_codes`].
///
/// `QuerySnCodesRequest::builder().sn_code_list(…).qualification_region_code(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct QuerySnCodesRequest {
    /// S/N码集合: such as `9CC0AC186027` (unconfirmed)
    pub sn_code_list: Vec<String>,
    /// 使用的资格的地区编码: such as `310100` (unconfirmed)
    pub qualification_region_code: i64,
}

rules! { QuerySnCodesRequest {} }

/// The response of [`Goods::query_sn_codes`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct QuerySnCodesResponse {
    /// sn码状态数组
    pub goods_sn_list: Option<Vec<SnCode>>,
}

/// sn码状态数组
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct SnCode {
    /// S/N码: such as `fallervuh`
    pub sn_code: Option<String>,
    /// 状态: such as `SNCODE_STATE_UNKNOWN`
    pub state: Option<SnCodeState>,
    /// 不可售的原因: such as `NOT_SELLABLE_REASON_NOT_FOUND`
    pub not_sellable_reason: Option<NotSellableReason>,
}

/// The request of [`Goods::lock_sn_code`].
///
/// `LockSnCodeRequest::builder().appliance_id(…).out_trade_no(…).brand(…).qualification_region_code(…).sn_code(…).manufacturer_info(…).barcode(…).spec_model(…).product_type(…).build()`.
/// For an `Option`, use setters such as `maybe_sale_time`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct LockSnCodeRequest {
    /// 消费品类ID: values `1`, `2`, `3`, `4`, `5`, `6`, `7`, `8`, `9`, `10`, `11`, `12`, `13`,
    /// `14`, `15`, `16`, `17` (unconfirmed)
    pub appliance_id: i64,
    /// 商户支付订单号: such as `vmall_250120131959_993_4494` (unconfirmed)
    pub out_trade_no: String,
    /// 家电品牌: such as `海尔` (unconfirmed)
    pub brand: String,
    /// 使用的资格的地区编码: such as `310100` (unconfirmed)
    pub qualification_region_code: i64,
    /// S/N码: such as `fallervuh` (unconfirmed)
    pub sn_code: String,
    /// 厂商信息 (unconfirmed)
    pub manufacturer_info: String,
    /// 商品条码: such as `6901010101098` (unconfirmed)
    pub barcode: String,
    /// 规格型号: such as `YOGA Air 15s ILL9` (unconfirmed)
    pub spec_model: String,
    /// 产品类型: such as `COMMON_PRODUCT` (unconfirmed)
    pub product_type: ProductType,
    /// 销售时间: such as `2025-01-14T19:55:06+08:00`
    pub sale_time: Option<DateTime>,
    /// imei1编码: such as `358882046176540`
    pub imei1: Option<String>,
    /// imei2编码: such as `358882046176540`
    pub imei2: Option<String>,
}

rules! {
    LockSnCodeRequest {
        member("appliance_id", &[ListedNumbers(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17])]),
        member("product_type", &[Listed(ProductType::TEXTS)]),
    }
}

/// The request of [`Goods::unlock_sn_code`].
///
/// `UnlockSnCodeRequest::builder().appliance_id(…).out_trade_no(…).qualification_region_code(…).sn_code(…).barcode(…).product_type(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UnlockSnCodeRequest {
    /// 消费品类ID: values `1`, `2`, `3`, `4`, `5`, `6`, `7`, `8`, `9`, `10`, `11`, `12`, `13`,
    /// `14`, `15`, `16`, `17` (unconfirmed)
    pub appliance_id: i64,
    /// 商户支付订单号: such as `vmall_250120131959_993_4494` (unconfirmed)
    pub out_trade_no: String,
    /// 使用的资格的地区编码: such as `310100` (unconfirmed)
    pub qualification_region_code: i64,
    /// S/N码: such as `fallervuh` (unconfirmed)
    pub sn_code: String,
    /// 商品条码: such as `6901010101098` (unconfirmed)
    pub barcode: String,
    /// 产品类型: such as `COMMON_PRODUCT` (unconfirmed)
    pub product_type: ProductType,
}

rules! {
    UnlockSnCodeRequest {
        member("appliance_id", &[ListedNumbers(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17])]),
        member("product_type", &[Listed(ProductType::TEXTS)]),
    }
}

open_enum! {
    /// 状态
    pub enum SnCodeState {
        Unknown = "SNCODE_STATE_UNKNOWN",
        Sellable = "SNCODE_STATE_SELLABLE",
        NotSellable = "SNCODE_STATE_NOT_SELLABLE",
    }
}

open_enum! {
    /// 不可售的原因
    pub enum NotSellableReason {
        Used = "NOT_SELLABLE_REASON_USED",
        NotFound = "NOT_SELLABLE_REASON_NOT_FOUND",
    }
}
