//! 司机.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, Sensitive, wechatpay_api};

use crate::rules::rules;

/// 司机
#[wechatpay_api(defaults)]
pub trait TaxiDrivers {
    /// 更新司机信息
    ///
    /// `POST /v3/taxi-invoice/driver/update-driver`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/taxi-fapiao/driver/update-driver.html>
    #[wechatpay_api(POST "/v3/taxi-invoice/driver/update-driver")]
    async fn update_taxi_driver(
        &self,
        body: &UpdateTaxiDriverRequest,
    ) -> Result<UpdateTaxiDriverResponse>;

    /// 获取司机信息
    ///
    /// `GET /v3/taxi-invoice/drivers/{driver_license}`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/taxi-fapiao/driver/query-driver.html>
    ///
    /// - `driver_license` 营运资格证号: such as `6298416`
    /// - `region_id` 行政区划代码: such as `510100`
    #[wechatpay_api(GET "/v3/taxi-invoice/drivers/{driver_license}")]
    async fn query_taxi_driver(
        &self,
        driver_license: &str,
        #[query] region_id: i64,
    ) -> Result<TaxiDriver>;

    /// 签到签退
    ///
    /// `POST /v3/taxi-invoice/attendance/punch`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/taxi-fapiao/attendance/punch-attendance.html>
    #[wechatpay_api(POST "/v3/taxi-invoice/attendance/punch")]
    async fn punch_taxi_attendance(&self, body: &PunchTaxiAttendanceRequest) -> Result<()>;
}

/// The request of [`TaxiDrivers::update_taxi_driver`].
///
/// `UpdateTaxiDriverRequest::builder().driver_name(…).id_card_number(…).company_name(…).mchid(…).driver_license(…).driver_category(…).region_id(…).build()`.
/// For an `Option`, use setters such as `maybe_driver_status`.
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
pub struct UpdateTaxiDriverRequest {
    /// 司机姓名: encrypted
    pub driver_name: Sensitive,
    /// 司机身份证号码: encrypted
    pub id_card_number: Sensitive,
    /// 公司名称: such as `深圳市未来有限公司`
    pub company_name: String,
    /// 商户号: such as `1900000109`
    pub mchid: String,
    /// 营运资格证号: such as `6298416`
    pub driver_license: String,
    /// 司机类别: such as `MAIN`
    pub driver_category: String,
    /// 岗位状态: such as `ON_DUTY`
    pub driver_status: Option<String>,
    /// 司机头像
    pub driver_photo: Option<DriverPhoto>,
    /// 行政区划ID: such as `510100`
    pub region_id: i64,
}

rules! { UpdateTaxiDriverRequest {} }

/// 司机头像
///
/// `DriverPhoto::builder().build()`. For an `Option`, use setters such as `maybe_photo_type`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct DriverPhoto {
    /// 照片类型: such as `PHOTO_URL`
    pub photo_type: Option<String>,
    /// 司机头像摘要
    pub photo_digest: Option<PhotoDigest>,
    /// 头像url: such as `http://www.abc.com/driver.icon`
    pub photo_url: Option<String>,
    /// 头像icon
    pub photo_icon: Option<String>,
}

/// 司机头像摘要
///
/// `PhotoDigest::builder().build()`. For an `Option`, use setters such as `maybe_hash_type`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct PhotoDigest {
    /// 哈希类型: such as `MD5`
    pub hash_type: Option<String>,
    /// 哈希值: such as `e10adc3949ba59abbe56e057f20f883e`
    pub hash_value: Option<String>,
}

/// The response of [`TaxiDrivers::update_taxi_driver`].
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
pub struct UpdateTaxiDriverResponse {
    /// 司机姓名: encrypted
    pub driver_name: Option<Sensitive>,
    /// 司机身份证号码: encrypted
    pub id_card_number: Option<Sensitive>,
    /// 公司名称: such as `深圳市未来有限公司`
    pub company_name: Option<String>,
    /// 商户号: such as `1900000109`
    pub mchid: Option<String>,
    /// 营运资格证号: such as `6298416`
    pub driver_license: Option<String>,
    /// 司机类别: such as `MAIN`
    pub driver_category: Option<String>,
    /// 岗位状态: such as `ON_DUTY`
    pub driver_status: Option<String>,
    /// 司机头像
    pub driver_photo: Option<DriverPhoto>,
    /// 行政区划ID: such as `510100`
    pub region_id: Option<i64>,
}

/// The response of [`TaxiDrivers::query_taxi_driver`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct TaxiDriver {
    /// 司机姓名
    pub driver_name: String,
    /// 公司名称: such as `深圳市未来有限公司`
    pub company_name: String,
    /// 商户号: such as `1900000109`
    pub company_mchid: String,
    /// 营运资格证号: such as `6298416`
    pub driver_license: String,
    /// 司机类别: such as `MAIN`
    pub driver_category: String,
    /// 司机照片
    pub driver_photo: Option<TaxiDriverPhoto>,
    /// 行政区划代码: such as `510100`
    pub region_id: i64,
    /// 司机状态: such as `ACTIVE`
    pub driver_state: Option<String>,
}

/// 司机照片
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct TaxiDriverPhoto {
    /// 照片类型: such as `PHOTO_URL`
    pub photo_type: Option<String>,
    /// 司机照片摘要
    pub photo_digest: Option<PhotoDigest>,
    /// 头像url: such as `http://www.abc.com/driver.icon`
    pub photo_url: Option<String>,
    /// 头像icon
    pub photo_data: Option<String>,
}

/// The request of [`TaxiDrivers::punch_taxi_attendance`].
///
/// `PunchTaxiAttendanceRequest::builder().plate_number(…).driver_license(…).event_time(…).event_type(…).region_id(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PunchTaxiAttendanceRequest {
    /// 车牌号: such as `粤B12345`
    pub plate_number: String,
    /// 营运资格证号: such as `6298416`
    pub driver_license: String,
    /// 事件发生时间: such as `2019-12-01T12:00:00.000+08:00`
    pub event_time: DateTime,
    /// 事件类型: such as `SIGN_IN`
    pub event_type: String,
    /// 行政区划ID: such as `510100`
    pub region_id: i64,
}

rules! { PunchTaxiAttendanceRequest {} }
