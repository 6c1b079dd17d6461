//! 省市.

use wechatpay_client::{Deserialize, Result, wechatpay_api};

/// 省市
#[wechatpay_api(defaults)]
pub trait Areas {
    /// 查询省份列表
    ///
    /// `GET /v3/capital/capitallhh/areas/provinces`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter11_2_4.shtml>
    #[wechatpay_api(GET "/v3/capital/capitallhh/areas/provinces")]
    async fn list_provinces(&self) -> Result<ListProvincesResponse>;

    /// 查询城市列表
    ///
    /// `GET /v3/capital/capitallhh/areas/provinces/{province_code}/cities`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter11_2_5.shtml>
    ///
    /// - `province_code` 省份编码: such as `10`
    #[wechatpay_api(GET "/v3/capital/capitallhh/areas/provinces/{province_code}/cities")]
    async fn list_cities(&self, province_code: i64) -> Result<ListCitiesResponse>;
}

/// The response of [`Areas::list_provinces`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ListProvincesResponse {
    /// 省份列表
    pub data: Option<Vec<Province>>,
    /// 查询数据总条数: such as `10`
    pub total_count: i64,
}

/// 省份列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct Province {
    /// 省份名称: such as `广东省`
    pub province_name: String,
    /// 省份编码: such as `22`
    pub province_code: i64,
}

/// The response of [`Areas::list_cities`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ListCitiesResponse {
    /// 城市列表
    pub data: Option<Vec<City>>,
    /// 查询数据总条数: such as `10`
    pub total_count: i64,
}

/// 城市列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct City {
    /// 城市名称: such as `北京市`
    pub city_name: String,
    /// 城市编码: such as `10`
    pub city_code: i64,
}
