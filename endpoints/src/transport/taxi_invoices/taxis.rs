//! 出租车.

use serde::Serialize;
use wechatpay_client::{Deserialize, Result, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 出租车
#[wechatpay_api(defaults)]
pub trait Taxis {
    /// 更新出租车信息
    ///
    /// `POST /v3/taxi-invoice/taxi/update-taxi`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/taxi-fapiao/taxi/update-taxi.html>
    #[wechatpay_api(POST "/v3/taxi-invoice/taxi/update-taxi")]
    async fn update_taxi(&self, body: &UpdateTaxiRequest) -> Result<UpdateTaxiResponse>;

    /// 获取出租车信息
    ///
    /// `GET /v3/taxi-invoice/taxies/{plate_number}`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/taxi-fapiao/taxi/query-taxi.html>
    ///
    /// - `plate_number` 车牌号: such as `粤B12345`
    /// - `region_id` 行政区划代码: such as `510100`
    #[wechatpay_api(GET "/v3/taxi-invoice/taxies/{plate_number}")]
    async fn query_taxi(&self, plate_number: &str, #[query] region_id: i64) -> Result<Taxi>;
}

/// The request of [`Taxis::update_taxi`].
///
/// `UpdateTaxiRequest::builder().plate_number(…).company_name(…).region_id(…).build()`. For an
/// `Option`, use setters such as `maybe_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UpdateTaxiRequest {
    /// 车牌号: such as `粤B12345`
    pub plate_number: String,
    /// 公司名称: such as `深圳市未来有限公司`
    pub company_name: String,
    /// 商户号: such as `1900000109`
    pub mchid: Option<String>,
    /// 主班司机资格证号: such as `6298416`
    pub main_license: Option<String>,
    /// 副班司机资格证号: such as `6298416`
    pub deputy_license: Option<String>,
    /// 行政区划ID: such as `510100`
    pub region_id: i64,
    /// 开票标记: such as `INVOICE`
    pub invoice_flag: Option<String>,
    /// 出租车状态
    pub taxi_state: Option<TaxiState>,
}

rules! {
    UpdateTaxiRequest {
        member("taxi_state", &[Listed(TaxiState::TEXTS)]),
    }
}

/// The response of [`Taxis::update_taxi`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct UpdateTaxiResponse {
    /// 车牌号: such as `粤B12345`
    pub plate_number: Option<String>,
    /// 公司名称: such as `深圳市未来有限公司`
    pub company_name: Option<String>,
    /// 商户号: such as `1900000109`
    pub mchid: Option<String>,
    /// 主班司机资格证号: such as `6298416`
    pub main_license: Option<String>,
    /// 副班司机资格证号: such as `6298416`
    pub deputy_license: Option<String>,
    /// 行政区划ID: such as `510100`
    pub region_id: Option<i64>,
}

/// The response of [`Taxis::query_taxi`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct Taxi {
    /// 车牌号: such as `粤B12345`
    pub plate_number: String,
    /// 公司名称: such as `深圳市未来有限公司`
    pub company_name: String,
    /// 公司商户号: such as `1900000109`
    pub company_mchid: String,
    /// 主班司机资格证号: such as `6298416`
    pub main_license: Option<String>,
    /// 副班司机资格证号: such as `6298416`
    pub deputy_license: Option<String>,
    /// 行政区划代码: such as `510100`
    pub region_id: i64,
    /// 是否支持开票
    pub support_invoice: bool,
    /// 出租车状态: such as `IN_OPERATION`
    pub taxi_state: Option<String>,
}

open_enum! {
    /// 出租车状态
    pub enum TaxiState {
        InOperation = "IN_OPERATION",
        OutOperation = "OUT_OPERATION",
    }
}
