//! 保险理赔开通.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use crate::rules::rules;

/// 保险理赔开通
#[wechatpay_api(defaults)]
pub trait InsuranceCompensationContracts {
    /// 开通保险理赔功能
    ///
    /// `POST /v3/platsolution/ecommerce/insurance-compensation-contracts`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/plat-compensation/plat-compensation/open-insurance-compensation.html>
    #[wechatpay_api(POST "/v3/platsolution/ecommerce/insurance-compensation-contracts")]
    async fn create_insurance_compensation_contract(
        &self,
        body: &CreateInsuranceCompensationContractRequest,
    ) -> Result<InsuranceCompensationContract>;

    /// 查询保险理赔功能开通状态
    ///
    /// `POST
    /// /v3/platsolution/ecommerce/insurance-compensation-contracts/sub-mchid/{sub_mchid}/check-opened`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/plat-compensation/plat-compensation/check-insurance-compensation-opened.html>
    ///
    /// - `sub_mchid` 二级商户号: such as `1900000109`
    #[wechatpay_api(POST "/v3/platsolution/ecommerce/insurance-compensation-contracts/sub-mchid/{sub_mchid}/check-opened")]
    async fn query_insurance_compensation_contract(
        &self,
        sub_mchid: &str,
    ) -> Result<InsuranceCompensationContract>;
}

/// The request of [`InsuranceCompensationContracts::create_insurance_compensation_contract`].
///
/// `CreateInsuranceCompensationContractRequest::builder().out_apply_no(…).sub_mchid(…).agreement_list(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateInsuranceCompensationContractRequest {
    /// 商户申请单号: such as `No123456`
    pub out_apply_no: String,
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 签约协议列表
    pub agreement_list: Vec<Agreement>,
}

rules! { CreateInsuranceCompensationContractRequest {} }

/// 签约协议列表
///
/// `Agreement::builder().agreement_code(…).agreement_version(…).sign_organization(…).sign_time(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct Agreement {
    /// 协议编号: such as `微信支付运营功能服务协议（平台二级商户）`
    pub agreement_code: String,
    /// 协议版本号: such as `20240815`
    pub agreement_version: String,
    /// 签约主体: such as `温州名优贸易`
    pub sign_organization: String,
    /// 签约时间: such as `2024-08-08T10:34:56+08:00`
    pub sign_time: DateTime,
}

/// The response of [`InsuranceCompensationContracts::create_insurance_compensation_contract`],
/// [`InsuranceCompensationContracts::query_insurance_compensation_contract`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct InsuranceCompensationContract {
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 是否开通成功: such as `true`
    pub opened: bool,
    /// 成功时间: such as `2024-08-09T13:29:35.120+08:00`
    pub success_time: Option<DateTime>,
}
