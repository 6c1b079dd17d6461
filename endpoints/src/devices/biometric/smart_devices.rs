//! 智能设备.

use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use crate::open_enum::open_enum;

/// 智能设备
#[wechatpay_api(defaults)]
pub trait SmartDevices {
    /// 智能设备列表
    ///
    /// `GET /v3/iotmanage/devices`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/wxfacepay/develop/point/iotmanage-devices.html>
    ///
    /// - `limit` 最大资源条数: such as `5`
    /// - `offset` 请求资源起始位置: such as `10`
    #[wechatpay_api(GET "/v3/iotmanage/devices")]
    async fn list_smart_devices(
        &self,
        #[query] limit: u64,
        #[query] offset: u64,
    ) -> Result<ListSmartDevicesResponse>;

    /// 获取出厂检查结果
    ///
    /// `GET /v3/iotmanage/device-inspections/{device_sn}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/wxfacepay/tool/factory-check-data-api.html>
    ///
    /// - `device_sn` 设备序列号: such as `AAAAA123456789012345678`
    #[wechatpay_api(GET "/v3/iotmanage/device-inspections/{device_sn}")]
    async fn query_smart_device_inspection(&self, device_sn: &str)
    -> Result<SmartDeviceInspection>;
}

/// The response of [`SmartDevices::list_smart_devices`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ListSmartDevicesResponse {
    /// 设备列表
    pub data: Vec<SmartDevice>,
    /// 请求资源起始位置: such as `10`
    pub offset: i64,
    /// 最大资源条数: such as `5`
    pub limit: i64,
    /// 资源总条数: such as `1234`
    pub total_count: i64,
    /// 相关链接
    pub links: Option<PageLinks>,
}

/// 设备列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct SmartDevice {
    /// 设备序列号
    pub device_sn: Option<String>,
    /// 摄像头序列号
    pub camera_sn: Option<String>,
    /// 设备品类代码
    pub device_category_code: Option<String>,
    /// 设备品类
    pub device_category: Option<String>,
    /// 设备类型代码
    pub device_class_code: Option<String>,
    /// 设备类型
    pub device_class: Option<String>,
    /// 设备型号
    pub device_model: Option<String>,
    /// 刷脸应用软件模式代码
    pub app_scene_code: Option<String>,
    /// 刷脸应用软件模式
    pub app_scene: Option<String>,
    /// 刷脸应用操作系统
    pub operating_system: Option<String>,
    /// 激活状态
    pub activation_status: Option<ActivationStatus>,
    /// 激活时间
    pub activation_time: Option<DateTime>,
    /// 商户号
    pub mchid: Option<String>,
    /// 商户简称
    pub merchant_shortname: Option<String>,
    /// 子商户号
    pub sub_mchid: Option<String>,
    /// 子商户简称
    pub sub_merchant_shortname: Option<String>,
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
    /// 下一页链接
    pub next: Option<String>,
    /// 上一页链接
    pub prev: Option<String>,
    /// 当前链接
    #[serde(rename = "self")]
    pub self_: Option<String>,
}

/// The response of [`SmartDevices::query_smart_device_inspection`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct SmartDeviceInspection {
    /// 设备序列号
    pub device_sn: String,
    /// 有线网卡MAC地址
    pub wired_mac: String,
    /// 无线网卡MAC地址
    pub wireless_mac: String,
    /// 蓝牙MAC地址
    pub bluetooth_mac: String,
    /// 刷脸应用版本号
    pub app_version: String,
    /// 摄像头序列号
    pub camera_sn: String,
    /// 国际移动设备识别码
    pub imei: String,
    /// 查询结果
    pub result: InspectionResult,
    /// 错误信息
    pub errors: Option<Vec<String>>,
    /// 告警信息
    pub warnings: Option<Vec<String>>,
    /// 查询时间
    pub inspect_time: DateTime,
}

open_enum! {
    /// 激活状态
    pub enum ActivationStatus {
        Activated = "ACTIVATED",
        Inactivated = "INACTIVATED",
    }
}

open_enum! {
    /// 查询结果
    pub enum InspectionResult {
        Success = "SUCCESS",
        Warn = "WARN",
        Fail = "FAIL",
    }
}
