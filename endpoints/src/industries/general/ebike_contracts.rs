//! 充电自行车签约.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use crate::rules::rules;

/// 充电自行车签约
#[wechatpay_api(defaults)]
pub trait EbikeContracts {
    /// 预开通服务
    ///
    /// `POST /v3/ebike/charge/contracts/preopen`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/vehicle/ebike/chapter3_3.shtml>
    #[deprecated = "deprecated by WeChat Pay"]
    #[wechatpay_api(POST "/v3/ebike/charge/contracts/preopen")]
    async fn preopen_ebike_contract(
        &self,
        body: &PreopenEbikeContractRequest,
    ) -> Result<PreopenEbikeContractResponse>;

    /// 通过签约号查询用户状态
    ///
    /// `GET /v3/ebike/charge/contracts/{contract_id}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/vehicle/ebike/chapter3_2.shtml>
    ///
    /// - `contract_id` 充电授权扣费协议号: such as `aAfixCs13LsdKPpfZfDkk2189ssXjfx`
    /// - `sub_mchid` 特约商户号: such as `1900000109`
    #[deprecated = "deprecated by WeChat Pay"]
    #[wechatpay_api(GET "/v3/ebike/charge/contracts/{contract_id}")]
    async fn query_ebike_contract_by_contract_id(
        &self,
        contract_id: &str,
        #[query] sub_mchid: Option<&str>,
    ) -> Result<EbikeContract>;

    /// 通过用户标识查询用户状态
    ///
    /// `GET /v3/ebike/charge/users/{openid}/contract`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/vehicle/ebike/chapter3_1.shtml>
    ///
    /// - `openid` 用户标识: such as `onqOjjmM1tad-3ROpncN-yUfa6ua`
    /// - `sub_mchid` 特约商户号: such as `1900000109`
    /// - `trade_scene` 交易场景: such as `CHARGE`
    #[deprecated = "deprecated by WeChat Pay"]
    #[wechatpay_api(GET "/v3/ebike/charge/users/{openid}/contract")]
    async fn query_ebike_contract_by_openid(
        &self,
        openid: &str,
        #[query] sub_mchid: Option<&str>,
        #[query] trade_scene: &str,
    ) -> Result<EbikeContract>;

    /// 创建用户当次充电代扣凭证
    ///
    /// `POST /v3/ebike/charge/contracts/{contract_id}/confirm`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/vehicle/ebike/chapter3_4.shtml>
    ///
    /// - `contract_id` 充电授权扣费协议号: such as `aAfixCs13LsdKPpfZfDkk2189ssXjfx`
    #[deprecated = "deprecated by WeChat Pay"]
    #[wechatpay_api(POST "/v3/ebike/charge/contracts/{contract_id}/confirm")]
    async fn confirm_ebike_contract(
        &self,
        contract_id: &str,
        body: &ConfirmEbikeContractRequest,
    ) -> Result<ConfirmEbikeContractResponse>;
}

/// The request of [`EbikeContracts::preopen_ebike_contract`].
///
/// `PreopenEbikeContractRequest::builder().appid(…).trade_scene(…).openid(…).build()`. For an
/// `Option`, use setters such as `maybe_sub_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PreopenEbikeContractRequest {
    /// 特约商户号: such as `1510770601`
    pub sub_mchid: Option<String>,
    /// 服务商公众号ID: such as `wx47c677487ce3ac47` (unconfirmed)
    pub appid: String,
    /// 特约商户公众号ID: such as `wxcc603d9f0d54eaf0`
    pub sub_appid: Option<String>,
    /// 交易场景: such as `CHARGE` (unconfirmed)
    pub trade_scene: String,
    /// 用户标识: such as `ot35_4gNgXsUuh2sQY0lT9N08AU0` (unconfirmed)
    pub openid: String,
}

rules! { PreopenEbikeContractRequest {} }

/// The response of [`EbikeContracts::preopen_ebike_contract`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PreopenEbikeContractResponse {
    /// 预开通ID: such as `sdjf23kdsHJfdksj8djsK98HJio5hdI0`
    pub preopen_id: Option<String>,
}

/// The response of [`EbikeContracts::query_ebike_contract_by_contract_id`],
/// [`EbikeContracts::query_ebike_contract_by_openid`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct EbikeContract {
    /// 服务商商户号: such as `10000098`
    pub mchid: Option<String>,
    /// 用户标识: such as `onqOjjmM1tad-3ROpncN-yUfa6ua`
    pub openid: Option<String>,
    /// 特约商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 充电授权扣费协议号: such as `aAfixCs13LsdKPpfZfDkk2189ssXjfx`
    pub contract_id: Option<String>,
    /// 协议状态: such as `DELETED`
    pub contract_state: Option<String>,
}

/// The request of [`EbikeContracts::confirm_ebike_contract`].
///
/// `ConfirmEbikeContractRequest::builder().appid(…).charge_info(…).build()`. For an `Option`, use
/// setters such as `maybe_sub_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ConfirmEbikeContractRequest {
    /// 特约商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 服务商公众号ID: such as `wx47c677487ce3ac47` (unconfirmed)
    pub appid: String,
    /// 特约商户公众号ID: such as `wxcc603d9f0d54eaf0`
    pub sub_appid: Option<String>,
    /// 充电场景信息 (unconfirmed)
    pub charge_info: ChargeInfo,
}

rules! { ConfirmEbikeContractRequest {} }

/// 充电场景信息
///
/// `ChargeInfo::builder().start_time(…).charging_station_name(…).charging_gun_number(…).device_id(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ChargeInfo {
    /// 开始时间: such as `2017-08-26T09:43:39+08:00` (unconfirmed)
    pub start_time: DateTime,
    /// 充电站名称: such as `xxx充电站` (unconfirmed)
    pub charging_station_name: String,
    /// 充电枪编号: such as `6555` (unconfirmed)
    pub charging_gun_number: String,
    /// 充电位设备号: such as `12343232` (unconfirmed)
    pub device_id: String,
}

/// The response of [`EbikeContracts::confirm_ebike_contract`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ConfirmEbikeContractResponse {
    /// 用户充电代扣凭证: such as `sdjf23kdsHJfdksj8dj`
    pub charging_token: Option<String>,
}
