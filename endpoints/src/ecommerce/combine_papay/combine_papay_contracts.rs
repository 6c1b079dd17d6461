//! 合单代扣签约.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use crate::rules::rules;

/// 合单代扣签约
#[wechatpay_api(defaults)]
pub trait CombinePapayContracts {
    /// APP方式预签约
    ///
    /// `POST /v3/ecommerce/combine-papay/contracts/pre-entrust-sign`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter5_5_1.shtml>
    #[wechatpay_api(POST "/v3/ecommerce/combine-papay/contracts/pre-entrust-sign")]
    async fn pre_entrust_sign_combine_papay_app(
        &self,
        body: &PreEntrustSignCombinePapayAppRequest,
    ) -> Result<PreEntrustSignResponse>;

    /// 小程序方式预签约
    ///
    /// `POST /v3/ecommerce/combine-papay/contracts/pre-entrust-sign/mini-program`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter5_5_8.shtml>
    #[wechatpay_api(POST "/v3/ecommerce/combine-papay/contracts/pre-entrust-sign/mini-program")]
    async fn pre_entrust_sign_combine_papay_mini_program(
        &self,
        body: &PreEntrustSignCombinePapayMiniProgramRequest,
    ) -> Result<PreEntrustSignResponse>;

    /// 通过商户协议号查询协议
    ///
    /// `GET
    /// /v3/ecommerce/combine-papay/contracts/plan-id/{plan_id}/out-contract-code/{out_contract_code}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter5_5_2.shtml>
    ///
    /// - `plan_id` 委托代扣协议模板Id: such as `12535`
    /// - `out_contract_code` 商户签约协议号: such as `wxwtdk20200910100000`
    #[wechatpay_api(GET "/v3/ecommerce/combine-papay/contracts/plan-id/{plan_id}/out-contract-code/{out_contract_code}")]
    async fn query_combine_papay_contract(
        &self,
        plan_id: i64,
        out_contract_code: &str,
    ) -> Result<Contract>;

    /// 商户协议号解约协议
    ///
    /// `POST
    /// /v3/ecommerce/combine-papay/contracts/plan-id/{plan_id}/out-contract-code/{out_contract_code}/terminate`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter5_5_3.shtml>
    ///
    /// - `plan_id` 委托代扣协议模板Id: such as `12535`
    /// - `out_contract_code` 商户签约协议号: such as `wxwtdk20200910100000`
    #[wechatpay_api(POST "/v3/ecommerce/combine-papay/contracts/plan-id/{plan_id}/out-contract-code/{out_contract_code}/terminate")]
    async fn terminate_combine_papay_contract(
        &self,
        plan_id: i64,
        out_contract_code: &str,
        body: &TerminateCombinePapayContractRequest,
    ) -> Result<TerminateCombinePapayContractResponse>;
}

/// The request of [`CombinePapayContracts::pre_entrust_sign_combine_papay_app`].
///
/// `PreEntrustSignCombinePapayAppRequest::builder().appid(…).plan_id(…).out_contract_code(…).contract_display_account(…).notify_url(…).build()`.
/// For an `Option`, use setters such as `maybe_return_app`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PreEntrustSignCombinePapayAppRequest {
    /// 商户APPID: such as `wxd678efh567hg6787`
    pub appid: String,
    /// 委托代扣协议模板Id: such as `12535`
    pub plan_id: i64,
    /// 商户签约协议号: such as `wxwtdk20200910100000`
    pub out_contract_code: String,
    /// 用户账户展示名称: such as `微信代扣用户A`
    pub contract_display_account: String,
    /// 回调通知地址: such as `https://yourapp.com/notify`
    pub notify_url: String,
    /// 返回app标识
    pub return_app: Option<bool>,
    /// 商户数据包: such as `example_attach`
    pub attach: Option<String>,
}

rules! {
    PreEntrustSignCombinePapayAppRequest {
        member("notify_url", &[NotifyUrl]),
    }
}

/// The response of [`CombinePapayContracts::pre_entrust_sign_combine_papay_app`],
/// [`CombinePapayContracts::pre_entrust_sign_combine_papay_mini_program`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PreEntrustSignResponse {
    /// 预签约Id: such as `5778aadY9nltAsZzXixCkFIGYnV2V`
    pub pre_entrustweb_id: String,
    /// 商户号: such as `1900000109`
    pub mchid: String,
    /// 委托代扣协议模板Id: such as `12535`
    pub plan_id: i64,
    /// 商户签约协议号: such as `wxwtdk20200910100000`
    pub out_contract_code: String,
}

/// The request of [`CombinePapayContracts::pre_entrust_sign_combine_papay_mini_program`].
///
/// `PreEntrustSignCombinePapayMiniProgramRequest::builder().appid(…).plan_id(…).out_contract_code(…).contract_display_account(…).notify_url(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PreEntrustSignCombinePapayMiniProgramRequest {
    /// 商户APPID: such as `wxd678efh567hg6787` (unconfirmed)
    pub appid: String,
    /// 委托代扣协议模板ID: such as `12535` (unconfirmed)
    pub plan_id: i64,
    /// 商户签约协议号: such as `wxwtdk20200910100000` (unconfirmed)
    pub out_contract_code: String,
    /// 用户账户展示名称: such as `微信代扣用户A` (unconfirmed)
    pub contract_display_account: String,
    /// 回调通知地址: such as `https://yourapp.com/notify` (unconfirmed)
    pub notify_url: String,
}

rules! {
    PreEntrustSignCombinePapayMiniProgramRequest {
        member("notify_url", &[NotifyUrl]),
    }
}

/// The response of [`CombinePapayContracts::query_combine_papay_contract`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct Contract {
    /// 商户号: such as `1900000109`
    pub mchid: String,
    /// 委托代扣协议Id: such as `123124412412423431`
    pub contract_id: String,
    /// 商户APPID: such as `wxd678efh567hg6787`
    pub appid: String,
    /// 委托代扣协议模板Id: such as `12535`
    pub plan_id: i64,
    /// 商户签约协议号: such as `wxwtdk20200910100000`
    pub out_contract_code: String,
    /// 用户账户展示名称: such as `微信代扣用户A`
    pub contract_display_account: String,
    /// 委托代扣协议状态: such as `SIGNED`
    pub contract_state: String,
    /// 协议签署时间: such as `2020-09-10T13:29:35.120+08:00`
    pub contract_signed_time: DateTime,
    /// 协议到期时间: such as `2021-09-10T13:29:35.120+08:00`
    pub contract_expired_time: DateTime,
    /// 协议解约信息
    pub contract_terminate_info: Option<ContractTerminationInfo>,
    /// 用户openid: such as `o-MYE42l80oelYMDE34nYD456Xoy`
    pub openid: String,
}

/// 协议解约信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct ContractTerminationInfo {
    /// 协议解约方式: such as `MCH_API_TERMINATE`
    pub contract_termination_mode: String,
    /// 协议解约时间: such as `2020-10-10T13:29:35.120+08:00`
    pub contract_terminated_time: DateTime,
    /// 解约备注: such as `用户解约`
    pub contract_termination_remark: String,
}

/// The request of [`CombinePapayContracts::terminate_combine_papay_contract`].
///
/// `TerminateCombinePapayContractRequest::builder().build()`. For an `Option`, use setters such as
/// `maybe_contract_termination_remark`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct TerminateCombinePapayContractRequest {
    /// 解约备注: such as `用户解约`
    pub contract_termination_remark: Option<String>,
}

rules! { TerminateCombinePapayContractRequest {} }

/// The response of [`CombinePapayContracts::terminate_combine_papay_contract`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct TerminateCombinePapayContractResponse {
    /// 商户号: such as `1900000109`
    pub mchid: String,
    /// 委托代扣协议模板Id: such as `12535`
    pub plan_id: i64,
    /// 商户签约协议号: such as `wxwtdk20200910100000`
    pub out_contract_code: String,
}
