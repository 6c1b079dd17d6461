//! 教育续费通签约.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use crate::open_enum::parameter_enum;
use crate::rules::rules;

/// 教育续费通签约
#[wechatpay_api(defaults)]
pub trait EduPapayContracts {
    /// 教育续费通预签约
    ///
    /// `POST /v3/edu-papay/contracts/presign`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/Offline/apis/chapter5_2_1.shtml>
    #[wechatpay_api(POST "/v3/edu-papay/contracts/presign")]
    async fn presign_edu_papay_contract(
        &self,
        body: &PresignEduPapayContractRequest,
    ) -> Result<PresignEduContractResponse>;

    /// 教育续费通协议号查询签约
    ///
    /// `GET /v3/edu-papay/contracts/id/{contract_id}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/Offline/apis/chapter5_2_2.shtml>
    ///
    /// - `contract_id` 签约协议号: such as `wx998877665544wx`
    /// - `appid` 服务商APPID: such as `wx8888888888888888`
    /// - `sub_mchid` 子商户号: such as `1900000109`
    /// - `sub_appid` 子商户APPID: such as `wx8888888888888888`
    #[wechatpay_api(GET "/v3/edu-papay/contracts/id/{contract_id}")]
    async fn query_edu_papay_contract(
        &self,
        contract_id: &str,
        #[query] appid: &str,
        #[query] sub_mchid: Option<&str>,
        #[query] sub_appid: Option<&str>,
    ) -> Result<EduPapayContract>;

    /// 通过用户标识查询签约
    ///
    /// `GET /v3/edu-papay/user/{openid}/contracts`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/Offline/apis/chapter5_2_3.shtml>
    ///
    /// - `openid` 服务商APPID下的用户标识: such as `oUpF8uMuAJOM2pxb1Q`
    /// - `appid` 服务商APPID: such as `wx8888888888888888`
    /// - `plan_id` 签约模板号: such as `101164396123311331`
    #[wechatpay_api(GET "/v3/edu-papay/user/{openid}/contracts")]
    async fn list_edu_papay_contracts(
        &self,
        openid: &str,
        #[query] appid: &str,
        #[query] plan_id: &str,
        query: &ListEduPapayContractsQuery,
    ) -> Result<ListEduPapayContractsResponse>;

    /// 教育续费通解约
    ///
    /// `DELETE /v3/edu-papay/contracts/{contract_id}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/Offline/apis/chapter5_2_4.shtml>
    ///
    /// - `contract_id` 签约协议号: such as `wx998877665544wx`
    #[wechatpay_api(DELETE "/v3/edu-papay/contracts/{contract_id}")]
    async fn terminate_edu_papay_contract(&self, contract_id: &str) -> Result<()>;
}

/// The request of [`EduPapayContracts::presign_edu_papay_contract`].
///
/// `PresignEduPapayContractRequest::builder().appid(…).openid(…).plan_id(…).user_id(…).period_start_date(…).trade_scene(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PresignEduPapayContractRequest {
    /// 服务商APPID: such as `wx8888888888888888`
    pub appid: String,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 子商户APPID: such as `wx8888888888888888`
    pub sub_appid: Option<String>,
    /// 服务商APPID下的用户标识: such as `oUpF8uMuAJOM2pxb1Q`
    pub openid: String,
    /// 子商户APPID下的用户标识: such as `oUpF8uMuAJOM2pxb2W`
    pub sub_openid: Option<String>,
    /// 签约模板号: such as `101164396123311331`
    pub plan_id: String,
    /// 用户账号: such as `20200330tony`
    pub user_id: String,
    /// 首次扣款日期: such as `2020-03-19`
    pub period_start_date: String,
    /// 场景信息: such as `EDUCATION_PERIOD`
    pub trade_scene: String,
}

rules! { PresignEduPapayContractRequest {} }

/// The response of [`EduPapayContracts::presign_edu_papay_contract`],
/// `EduSchoolPayContracts::presign_edu_school_pay_contract`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PresignEduContractResponse {
    /// 预签约号: such as `0044de6c799739c2e8534b`
    pub presign_token: String,
}

/// The response of [`EduPapayContracts::query_edu_papay_contract`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct EduPapayContract {
    /// 服务商商户号: such as `1230000109`
    pub sp_mchid: String,
    /// 服务商APPID: such as `wx8888888888888888`
    pub appid: String,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 子商户APPID
    pub sub_appid: Option<String>,
    /// 服务商APPID下的用户标识: such as `oUpF8uMuAJOM2pxb1Q`
    pub openid: Option<String>,
    /// 子商户APPID下的用户标识
    pub sub_openid: Option<String>,
    /// 签约模板号: such as `101164396123311331`
    pub plan_id: Option<String>,
    /// 签约信息
    pub contract_information: Option<ContractInformation>,
}

/// 签约信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct ContractInformation {
    /// 签约协议号: such as `wx998877665544wx`
    pub contract_id: Option<String>,
    /// 签约状态: such as `ADD`
    pub contract_status: Option<String>,
    /// 签约时间: such as `2020-03-26T10:43:39+08:00`
    pub create_time: Option<DateTime>,
}

/// The query of [`EduPapayContracts::list_edu_papay_contracts`].
///
/// `ListEduPapayContractsQuery::builder().build()`. For an `Option`, use setters such as
/// `maybe_sub_mchid`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ListEduPapayContractsQuery {
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 子商户APPID: such as `wx8888888888888888`
    pub sub_appid: Option<String>,
    /// 子商户APPID下的用户标识: such as `oUpF8uMuAJOM2pxb1Q`
    pub sub_openid: Option<String>,
    /// 签约状态: such as `ADD`
    pub contract_status: Option<ContractStatus>,
    /// 分页页码: such as `0`
    pub offset: Option<i64>,
    /// 分页大小: such as `20`
    pub limit: Option<i64>,
}

/// The response of [`EduPapayContracts::list_edu_papay_contracts`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ListEduPapayContractsResponse {
    /// 结果集
    pub data: Option<Vec<EduPapayContract>>,
    /// 总数量: such as `30`
    pub total_count: Option<i64>,
    /// 分页页码
    pub offset: Option<i64>,
    /// 分页大小: such as `20`
    pub limit: Option<i64>,
}

parameter_enum! {
    /// 签约状态
    pub enum ContractStatus {
        Add = "ADD",
        Delete = "DELETE",
    }
}
