//! ETC签约.

use serde::Serialize;
use wechatpay_client::{Deserialize, Result, Sensitive, wechatpay_api};

use crate::rules::rules;

/// ETC签约
#[wechatpay_api(defaults)]
pub trait EtcContracts {
    /// 预开通用户ETC指定卡扣费
    ///
    /// `POST /v3/vehicle/etc/preopen`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter4_4_1.shtml>
    #[wechatpay_api(POST "/v3/vehicle/etc/preopen")]
    async fn preopen_etc_contract(
        &self,
        body: &PreopenEtcContractRequest,
    ) -> Result<PreopenEtcContractResponse>;

    /// 通过商户ETC绑定号查询签约状态
    ///
    /// `GET /v3/vehicle/etc/contracts/{contract_id}`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/etc-authorization/contracts/get-by.html>
    ///
    /// - `contract_id` 商户etc绑定号: such as `aAfixCs13LsdKPpfZfDkk2189ssXjfx`
    /// - `sub_mchid` 特约商户号: such as `1900000109`
    #[wechatpay_api(GET "/v3/vehicle/etc/contracts/{contract_id}")]
    async fn query_etc_contract_by_contract_id(
        &self,
        contract_id: &str,
        #[query] sub_mchid: Option<&str>,
    ) -> Result<EtcContract>;

    /// 查询ETC签约状态
    ///
    /// `GET /v3/vehicle/etc/users/{openid}/contracts`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter4_4_5.shtml>
    ///
    /// - `openid` 用户标识: such as `onqOjjmM1tad-3ROpncN-yUfa6ua`
    /// - `sub_mchid` 特约商户号: such as `1900000109`
    /// - `plan_id` ETC授权扣费模板ID: such as `123`
    /// - `plate_number` 车牌号: such as `浙ASB945`
    #[wechatpay_api(GET "/v3/vehicle/etc/users/{openid}/contracts")]
    async fn query_etc_contract_by_openid(
        &self,
        openid: &str,
        #[query] sub_mchid: Option<&str>,
        #[query] plan_id: &str,
        #[query] plate_number: &str,
    ) -> Result<EtcContract>;
}

/// The request of [`EtcContracts::preopen_etc_contract`].
///
/// `PreopenEtcContractRequest::builder().sp_appid(…).openid(…).plan_id(…).plate_number(…).identify(…).start_time(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_appid`.
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
pub struct PreopenEtcContractRequest {
    /// 服务商appid: such as `10000098`
    pub sp_appid: String,
    /// 子商户appid: such as `wxcbda96de0b165489`
    pub sub_appid: Option<String>,
    /// 特约商户号: such as `1510770601`
    pub sub_mchid: Option<String>,
    /// 用户标识: such as `ot35_4gNgXsUuh2sQY0lT9N08AU0`
    pub openid: String,
    /// ETC授权扣费模板ID: such as `97619`
    pub plan_id: String,
    /// ETC设备号: such as `xxxxxxx`
    pub etc_device_id: Option<String>,
    /// 车牌号: such as `藏ZZZZZZ`
    pub plate_number: String,
    /// 实名信息
    pub identify: Identity,
    /// 用户开通ETC时绑定的银行卡: encrypted
    pub bank_card_no: Option<Sensitive>,
    /// 入站时间
    pub start_time: String,
}

rules! { PreopenEtcContractRequest {} }

/// 实名信息
///
/// `Identity::builder().encrypted_real_name(…).encrypted_credential_id(…).build()`. For an
/// `Option`, use setters such as `maybe_credential_type`.
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
pub struct Identity {
    /// 姓名: encrypted
    pub encrypted_real_name: Sensitive,
    /// 证件号码: encrypted
    pub encrypted_credential_id: Sensitive,
    /// 证件类型: such as `ID_CARD`
    pub credential_type: Option<String>,
}

/// The response of [`EtcContracts::preopen_etc_contract`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PreopenEtcContractResponse {
    /// 预开通ID: such as `sdjf23kdsHJfdksj8djsK98HJio5hdI0`
    pub preopen_id: String,
}

/// The response of [`EtcContracts::query_etc_contract_by_contract_id`],
/// [`EtcContracts::query_etc_contract_by_openid`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct EtcContract {
    /// 发起签约的appid: such as `wxcbda96de0b165486`
    pub appid: String,
    /// 服务商商户号: such as `10000098`
    pub sp_mchid: String,
    /// 用户在发起签约APP的标识: such as `onqOjjmM1tad-3ROpncN-yUfa6ua`
    pub sp_openid: Option<String>,
    /// 子商户appid: such as `wxcbda96de0b165489`
    pub sub_appid: Option<String>,
    /// 特约商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// ETC扣费授权协议号: such as `aAfixCs13LsdKPpfZfDkk2189ssXjfx`
    pub contract_id: String,
    /// ETC绑定状态: such as `DELETED`
    pub bind_state: String,
    /// 绑定的车牌号: such as `浙ASB945`
    pub plate_number: String,
    /// 用户在发起签约子APP的标识: such as `onqOjjmM1tbd-3Rxise1-yUfa6ua`
    pub sub_openid: Option<String>,
}
