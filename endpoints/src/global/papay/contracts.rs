//! 代扣签约.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use crate::rules::rules;

/// 代扣签约
#[wechatpay_api(defaults)]
pub trait Contracts {
    /// JSAPI预签约
    ///
    /// `POST apihk.mch.weixin.qq.com/v3/global/papay/contracts/jsapi-pre-entrust-sign`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api_external/ch/apis/chapter5_1_15.shtml>
    #[wechatpay_api(POST "/v3/global/papay/contracts/jsapi-pre-entrust-sign", global)]
    async fn pre_entrust_sign_global_jsapi(
        &self,
        body: &PreEntrustSignGlobalJsapiRequest,
    ) -> Result<PreEntrustSignUrlResponse>;

    /// APP签约
    ///
    /// `POST apihk.mch.weixin.qq.com/v3/global/papay/contracts/app-pre-entrust-sign`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api_external/ch/apis/chapter5_1_18.shtml>
    #[wechatpay_api(POST "/v3/global/papay/contracts/app-pre-entrust-sign", global)]
    async fn pre_entrust_sign_global_app(
        &self,
        body: &PreEntrustSignRequest,
    ) -> Result<PreEntrustSignResponse>;

    /// H5预签约
    ///
    /// `POST apihk.mch.weixin.qq.com/v3/global/papay/contracts/h5-pre-entrust-sign`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api_external/ch/apis/chapter5_1_14.shtml>
    #[wechatpay_api(POST "/v3/global/papay/contracts/h5-pre-entrust-sign", global)]
    async fn pre_entrust_sign_global_h5(
        &self,
        body: &PreEntrustSignGlobalH5Request,
    ) -> Result<PreEntrustSignUrlResponse>;

    /// 小程序签约
    ///
    /// `POST apihk.mch.weixin.qq.com/v3/global/papay/contracts/miniprogram-pre-entrust-sign`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api_external/ch/apis/chapter5_1_1.shtml>
    #[wechatpay_api(POST "/v3/global/papay/contracts/miniprogram-pre-entrust-sign", global)]
    async fn pre_entrust_sign_global_mini_program(
        &self,
        body: &PreEntrustSignRequest,
    ) -> Result<PreEntrustSignResponse>;

    /// WEB预签约
    ///
    /// `POST apihk.mch.weixin.qq.com/v3/global/papay/contracts/web-pre-entrust-sign`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    #[wechatpay_api(POST "/v3/global/papay/contracts/web-pre-entrust-sign", global)]
    async fn pre_entrust_sign_global_web(
        &self,
        body: &PreEntrustSignGlobalWebRequest,
    ) -> Result<PreEntrustSignGlobalWebResponse>;

    /// 代扣协议ID查询签约
    ///
    /// `GET apihk.mch.weixin.qq.com/v3/global/papay/contracts/{contract_id}`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api_external/ch/apis/chapter5_1_2.shtml>
    ///
    /// - `contract_id` 委托代扣协议ID: such as `100005698`
    #[wechatpay_api(GET "/v3/global/papay/contracts/{contract_id}", global)]
    async fn query_global_contract_by_contract_id(
        &self,
        contract_id: &str,
        query: &QueryGlobalContractByContractIdQuery,
    ) -> Result<Contract>;

    /// 商户协议号查询签约
    ///
    /// `GET
    /// apihk.mch.weixin.qq.com/v3/global/papay/contracts/out-contract-code/{out_contract_code}`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api_external/ch/apis/chapter5_1_3.shtml>
    ///
    /// - `out_contract_code` 签约协议号: such as `100005698`
    #[wechatpay_api(GET "/v3/global/papay/contracts/out-contract-code/{out_contract_code}", global)]
    async fn query_global_contract_by_out_contract_code(
        &self,
        out_contract_code: &str,
        query: &QueryGlobalContractByOutContractCodeQuery,
    ) -> Result<Contract>;

    /// 申请解约
    ///
    /// `POST apihk.mch.weixin.qq.com/v3/global/papay/contracts/{contract_id}/terminate`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api_external/ch/apis/chapter5_1_4.shtml>
    ///
    /// - `contract_id` 委托代扣协议ID: such as `100005698`
    #[wechatpay_api(POST "/v3/global/papay/contracts/{contract_id}/terminate", global)]
    async fn terminate_global_contract(
        &self,
        contract_id: &str,
        body: &TerminateGlobalContractRequest,
    ) -> Result<()>;
}

/// The request of [`Contracts::pre_entrust_sign_global_jsapi`].
///
/// `PreEntrustSignGlobalJsapiRequest::builder().build()`. For an `Option`, use setters such as
/// `maybe_appid`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PreEntrustSignGlobalJsapiRequest {
    /// 机构APPID: such as `wxd678efh567hg6787`
    pub appid: Option<String>,
    /// 子商户号: such as `1230000109`
    pub sub_mchid: Option<String>,
    /// 机构appid: such as `wx8888888888888888`
    pub sp_appid: Option<String>,
    /// 机构商户号: such as `3200000001`
    pub sp_mchid: Option<String>,
    /// 子商户应用ID: such as `wxcbda96de0b165484`
    pub sub_appid: Option<String>,
    /// 模板ID: such as `123`
    pub plan_id: Option<i64>,
    /// 商户侧签约协议号: such as `100001256`
    pub out_contract_code: Option<String>,
    /// 用户账户展示名称: such as `张三`
    pub user_display_name: Option<String>,
    /// 签约成功通知url: such as `https://pay.weixin.qq.com`
    pub success_notify_url: Option<String>,
    /// 商户appid下的用户标识: such as `ouFhd5X9s9WteC3eWRjXV3lea123`
    pub openid: Option<String>,
    /// 签约完成跳转URL: such as `https://pay.weixin.qq.com`
    pub return_url: Option<String>,
    /// 过期时间: such as `2021-11-20T13:29:35+08:00`
    pub expired_time: Option<DateTime>,
}

rules! {
    PreEntrustSignGlobalJsapiRequest {
        member("success_notify_url", &[NotifyUrl]),
    }
}

/// The response of [`Contracts::pre_entrust_sign_global_jsapi`],
/// [`Contracts::pre_entrust_sign_global_h5`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PreEntrustSignUrlResponse {
    /// 签约跳转URL
    pub sign_url: Option<String>,
}

/// The request of [`Contracts::pre_entrust_sign_global_app`],
/// [`Contracts::pre_entrust_sign_global_mini_program`].
///
/// `PreEntrustSignRequest::builder().build()`. For an `Option`, use setters such as `maybe_appid`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PreEntrustSignRequest {
    /// 机构APPID: such as `wxd678efh567hg6787`
    pub appid: Option<String>,
    /// 子商户号: such as `1230000109`
    pub sub_mchid: Option<String>,
    /// 机构appid: such as `wx8888888888888888`
    pub sp_appid: Option<String>,
    /// 机构商户号: such as `3200000001`
    pub sp_mchid: Option<String>,
    /// 子商户应用ID: such as `wxcbda96de0b165484`
    pub sub_appid: Option<String>,
    /// 模板ID: such as `123`
    pub plan_id: Option<i64>,
    /// 商户侧签约协议号: such as `100001256`
    pub out_contract_code: Option<String>,
    /// 用户账户展示名称: such as `张三`
    pub user_display_name: Option<String>,
    /// 签约成功通知url: such as `https://pay.weixin.qq.com`
    pub success_notify_url: Option<String>,
    /// 商户appid下的用户标识: such as `ouFhd5X9s9WteC3eWRjXV3lea123`
    pub openid: Option<String>,
    /// 用户客户端IP: such as `119.145.83.6`
    pub user_client_ip: Option<String>,
    /// 过期时间: such as `2021-11-20T13:29:35+08:00`
    pub expired_time: Option<DateTime>,
}

rules! {
    PreEntrustSignRequest {
        member("success_notify_url", &[NotifyUrl]),
    }
}

/// The response of [`Contracts::pre_entrust_sign_global_app`],
/// [`Contracts::pre_entrust_sign_global_mini_program`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PreEntrustSignResponse {
    /// 委托代扣签约会话id: such as `201710180325670965`
    pub session_id: Option<String>,
}

/// The request of [`Contracts::pre_entrust_sign_global_h5`].
///
/// `PreEntrustSignGlobalH5Request::builder().build()`. For an `Option`, use setters such as
/// `maybe_appid`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PreEntrustSignGlobalH5Request {
    /// 机构APPID: such as `wxd678efh567hg6787`
    pub appid: Option<String>,
    /// 子商户号: such as `1230000109`
    pub sub_mchid: Option<String>,
    /// 机构appid: such as `wx8888888888888888`
    pub sp_appid: Option<String>,
    /// 机构商户号: such as `3200000001`
    pub sp_mchid: Option<String>,
    /// 子商户应用ID: such as `wxcbda96de0b165484`
    pub sub_appid: Option<String>,
    /// 模板ID: such as `123`
    pub plan_id: Option<i64>,
    /// 商户侧签约协议号: such as `100001256`
    pub out_contract_code: Option<String>,
    /// 用户账户展示名称: such as `张三`
    pub user_display_name: Option<String>,
    /// 签约成功通知url: such as `https://pay.weixin.qq.com`
    pub success_notify_url: Option<String>,
    /// 回调应用AppID: such as `wxcbda96de0b165484`
    pub return_appid: Option<String>,
    /// 用户客户端IP: such as `119.145.83.6`
    pub user_client_ip: Option<String>,
    /// 过期时间: such as `2021-11-20T13:29:35+08:00`
    pub expired_time: Option<DateTime>,
    /// 签约完成跳转URL: such as `https://pay.weixin.qq.com`
    pub return_url: Option<String>,
}

rules! {
    PreEntrustSignGlobalH5Request {
        member("success_notify_url", &[NotifyUrl]),
    }
}

/// The request of [`Contracts::pre_entrust_sign_global_web`].
///
/// `PreEntrustSignGlobalWebRequest::builder().build()`. For an `Option`, use setters such as
/// `maybe_appid`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PreEntrustSignGlobalWebRequest {
    /// 机构APPID: such as `wxd678efh567hg6787`
    pub appid: Option<String>,
    /// 子商户号: such as `1230000109`
    pub sub_mchid: Option<String>,
    /// 机构appid: such as `wx8888888888888888`
    pub sp_appid: Option<String>,
    /// 机构商户号: such as `3200000001`
    pub sp_mchid: Option<String>,
    /// 子商户应用ID: such as `wxcbda96de0b165484`
    pub sub_appid: Option<String>,
    /// 模板ID: such as `123`
    pub plan_id: Option<i64>,
    /// 商户侧签约协议号: such as `100001256`
    pub out_contract_code: Option<String>,
    /// 用户账户展示名称: such as `张三`
    pub user_display_name: Option<String>,
    /// 签约成功通知url: such as `https://pay.weixin.qq.com`
    pub success_notify_url: Option<String>,
    /// 过期时间: such as `2021-11-20T13:29:35+08:00`
    pub expired_time: Option<DateTime>,
    /// 签约完成跳转URL: such as `https://pay.weixin.qq.com`
    pub return_url: Option<String>,
}

rules! {
    PreEntrustSignGlobalWebRequest {
        member("success_notify_url", &[NotifyUrl]),
    }
}

/// The response of [`Contracts::pre_entrust_sign_global_web`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PreEntrustSignGlobalWebResponse {
    /// 展码页面URL
    pub show_code_url: Option<String>,
}

/// The query of [`Contracts::query_global_contract_by_contract_id`].
///
/// `QueryGlobalContractByContractIdQuery::builder().build()`. For an `Option`, use setters such as
/// `maybe_appid`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct QueryGlobalContractByContractIdQuery {
    /// 机构APPID: such as `wxd678efh567hg6787`
    pub appid: Option<String>,
    /// 子商户号: such as `1230000109`
    pub sub_mchid: Option<String>,
    /// 机构appid: such as `wx8888888888888888`
    pub sp_appid: Option<String>,
    /// 机构商户号: such as `3200000001`
    pub sp_mchid: Option<String>,
    /// 子商户应用ID: such as `wxcbda96de0b165484`
    pub sub_appid: Option<String>,
    /// 模板ID: such as `123`
    pub plan_id: Option<i64>,
}

/// The response of [`Contracts::query_global_contract_by_contract_id`],
/// [`Contracts::query_global_contract_by_out_contract_code`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct Contract {
    /// 商户号: such as `1230000109`
    pub mchid: Option<String>,
    /// 机构APPID: such as `wxd678efh567hg6787`
    pub appid: Option<String>,
    /// 机构商户号: such as `3200000001`
    pub sp_mchid: Option<String>,
    /// 子商户号: such as `1230000109`
    pub sub_mchid: Option<String>,
    /// 机构appid: such as `wx8888888888888888`
    pub sp_appid: Option<String>,
    /// 子商户应用ID: such as `wxcbda96de0b165484`
    pub sub_appid: Option<String>,
    /// 委托代扣协议ID: such as `100005698`
    pub contract_id: Option<String>,
    /// 模板ID: such as `123`
    pub plan_id: Option<i64>,
    /// 商户侧签约协议号: such as `100001256`
    pub out_contract_code: Option<String>,
    /// 用户账户展示名称: such as `张三`
    pub user_display_name: Option<String>,
    /// 协议状态: such as `SIGNED`
    pub state: Option<String>,
    /// 协议签署时间: such as `2021-11-20T13:29:35+08:00`
    pub signed_time: Option<DateTime>,
    /// 协议解约时间: such as `2021-11-20T13:29:35+08:00`
    pub terminated_time: Option<DateTime>,
    /// 协议解约方式: such as `USER`
    pub termination_mode: Option<String>,
    /// 解约备注: such as `解约原因`
    pub termination_note: Option<String>,
    /// 商户appid下的用户标识: such as `ouFhd5X9s9WteC3eWRjXV3lea123`
    pub openid: Option<String>,
}

/// The query of [`Contracts::query_global_contract_by_out_contract_code`].
///
/// `QueryGlobalContractByOutContractCodeQuery::builder().build()`. For an `Option`, use setters
/// such as `maybe_appid`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct QueryGlobalContractByOutContractCodeQuery {
    /// 机构APPID: such as `wxd678efh567hg6787`
    pub appid: Option<String>,
    /// 子商户号: such as `1230000109`
    pub sub_mchid: Option<String>,
    /// 机构appid: such as `wx8888888888888888`
    pub sp_appid: Option<String>,
    /// 机构商户号: such as `3200000001`
    pub sp_mchid: Option<String>,
    /// 子商户应用ID: such as `wxcbda96de0b165484`
    pub sub_appid: Option<String>,
}

/// The request of [`Contracts::terminate_global_contract`].
///
/// `TerminateGlobalContractRequest::builder().build()`. For an `Option`, use setters such as
/// `maybe_appid`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct TerminateGlobalContractRequest {
    /// 机构APPID: such as `wxd678efh567hg6787`
    pub appid: Option<String>,
    /// 机构appid: such as `wx8888888888888888`
    pub sp_appid: Option<String>,
    /// 子商户号: such as `1230000109`
    pub sub_mchid: Option<String>,
    /// 子商户应用ID: such as `wxcbda96de0b165484`
    pub sub_appid: Option<String>,
    /// 解约备注: such as `解约原因`
    pub termination_note: Option<String>,
}

rules! { TerminateGlobalContractRequest {} }
