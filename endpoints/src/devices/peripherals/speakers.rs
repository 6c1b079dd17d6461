//! 音箱.

use serde::Serialize;
use wechatpay_client::{Deserialize, Result, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 音箱
#[wechatpay_api(defaults)]
pub trait Speakers {
    /// 出厂预绑定音箱和码牌
    ///
    /// `POST /v3/pay-devices/open-scenario-speaker/{device_sn}/prebind`
    ///
    /// - `device_sn` 设备sn: such as `ABCDEF`
    #[wechatpay_api(POST "/v3/pay-devices/open-scenario-speaker/{device_sn}/prebind")]
    async fn prebind_speaker(
        &self,
        device_sn: &str,
        body: &PrebindSpeakerRequest,
    ) -> Result<PrebindSpeakerResponse>;

    /// 绑定音箱设备码牌
    ///
    /// `POST /v3/pay-devices/open-scenario-speaker/{device_sn}/bind`
    ///
    /// - `device_sn` 设备sn: such as `ABCDEF`
    #[wechatpay_api(POST "/v3/pay-devices/open-scenario-speaker/{device_sn}/bind")]
    async fn bind_speaker(&self, device_sn: &str, body: &BindSpeakerRequest) -> Result<Speaker>;

    /// 查询音箱绑定信息
    ///
    /// `GET /v3/pay-devices/open-scenario-speaker/{device_sn}`
    ///
    /// - `device_sn` 设备sn: such as `ABCDEF`
    #[wechatpay_api(GET "/v3/pay-devices/open-scenario-speaker/{device_sn}")]
    async fn query_speaker(&self, device_sn: &str) -> Result<Speaker>;

    /// 码牌支付结果上报
    ///
    /// `POST /v3/pay-devices/open-scenario-speakerorder/{transaction_id}/report`
    ///
    /// - `transaction_id` 微信支付订单号: such as `20190611222222222200000000012122`
    #[wechatpay_api(POST "/v3/pay-devices/open-scenario-speakerorder/{transaction_id}/report")]
    async fn report_speaker_order(
        &self,
        transaction_id: &str,
        body: &ReportSpeakerOrderRequest,
    ) -> Result<ReportSpeakerOrderResponse>;

    /// 解绑音箱设备码牌
    ///
    /// `POST /v3/pay-devices/open-scenario-speaker/{device_sn}/unbind`
    ///
    /// - `device_sn` 设备sn: such as `ABCDEF`
    #[wechatpay_api(POST "/v3/pay-devices/open-scenario-speaker/{device_sn}/unbind")]
    async fn unbind_speaker(&self, device_sn: &str) -> Result<Speaker>;
}

/// The request of [`Speakers::prebind_speaker`].
///
/// `PrebindSpeakerRequest::builder().code_url(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PrebindSpeakerRequest {
    /// 收款链接url: such as `URl:weixin://wxpay/s/An4baqw` (unconfirmed)
    pub code_url: String,
}

rules! { PrebindSpeakerRequest {} }

/// The response of [`Speakers::prebind_speaker`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PrebindSpeakerResponse {
    /// 设备sn: such as `example_device_sn`
    pub device_sn: Option<String>,
    /// 绑定状态: such as `OPEN_SCENARIO_SPEAKER_BIND_STATE_UNBOND`
    pub bind_state: Option<SpeakerBindState>,
    /// 收款链接url: such as `URl:weixin://wxpay/s/An4baqw`
    pub code_url: Option<String>,
}

/// The request of [`Speakers::bind_speaker`].
///
/// `BindSpeakerRequest::builder().sub_mchid(…).code_url(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct BindSpeakerRequest {
    /// 子商户: such as `1900000001` (unconfirmed)
    pub sub_mchid: String,
    /// 收款链接url: such as `URl:weixin://wxpay/s/An4baqw` (unconfirmed)
    pub code_url: String,
}

rules! { BindSpeakerRequest {} }

/// The response of [`Speakers::bind_speaker`], [`Speakers::query_speaker`],
/// [`Speakers::unbind_speaker`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct Speaker {
    /// 子商户: such as `1900000001`
    pub sub_mchid: Option<String>,
    /// 设备sn: such as `example_device_sn`
    pub device_sn: Option<String>,
    /// 绑定状态: such as `OPEN_SCENARIO_SPEAKER_BIND_STATE_UNBOND`
    pub bind_state: Option<SpeakerBindState>,
    /// 收款链接url: such as `URl:weixin://wxpay/s/An4baqw`
    pub code_url: Option<String>,
}

/// The request of [`Speakers::report_speaker_order`].
///
/// `ReportSpeakerOrderRequest::builder().sub_mchid(…).code_url(…).out_trade_no(…).device_sn(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ReportSpeakerOrderRequest {
    /// 子商户: such as `1900000001` (unconfirmed)
    pub sub_mchid: String,
    /// 收款链接url: such as `URl:weixin://wxpay/s/An4baqw` (unconfirmed)
    pub code_url: String,
    /// 商户订单号: such as `example_out_trade_no` (unconfirmed)
    pub out_trade_no: String,
    /// 设备sn: such as `example_device_sn` (unconfirmed)
    pub device_sn: String,
}

rules! { ReportSpeakerOrderRequest {} }

/// The response of [`Speakers::report_speaker_order`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ReportSpeakerOrderResponse {
    /// 子商户: such as `1900000001`
    pub sub_mchid: Option<String>,
    /// 收款链接url: such as `URl:weixin://wxpay/s/An4baqw`
    pub code_url: Option<String>,
    /// 商户订单号: such as `example_out_trade_no`
    pub out_trade_no: Option<String>,
    /// 设备sn: such as `example_device_sn`
    pub device_sn: Option<String>,
    /// 微信支付订单号: such as `20190611222222222200000000012122`
    pub transaction_id: Option<String>,
}

open_enum! {
    /// 绑定状态
    pub enum SpeakerBindState {
        Unbond = "OPEN_SCENARIO_SPEAKER_BIND_STATE_UNBOND",
        Binded = "OPEN_SCENARIO_SPEAKER_BIND_STATE_BINDED",
    }
}
