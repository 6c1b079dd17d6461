//! 校园轻松付签约.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, Sensitive, wechatpay_api};

use super::PresignEduContractResponse;
use crate::rules::rules;

/// 校园轻松付签约
#[wechatpay_api(defaults)]
pub trait EduSchoolPayContracts {
    /// 校园轻松付预签约
    ///
    /// `POST /v3/eduschoolpay/contracts/presign`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/edu/eduschoolpay/chapter3_1.shtml>
    #[wechatpay_api(POST "/v3/eduschoolpay/contracts/presign")]
    async fn presign_edu_school_pay_contract(
        &self,
        body: &PresignEduSchoolPayContractRequest,
    ) -> Result<PresignEduContractResponse>;

    /// 校园轻松付协议号查询签约
    ///
    /// `GET /v3/eduschoolpay/contracts/{contract_id}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/edu/eduschoolpay/chapter3_2.shtml>
    ///
    /// - `contract_id` 签约协议号: such as `2045011120563805041758214605`
    #[wechatpay_api(GET "/v3/eduschoolpay/contracts/{contract_id}")]
    async fn query_edu_school_pay_contract(
        &self,
        contract_id: &str,
    ) -> Result<EduSchoolPayContract>;

    /// 查询用户签约列表
    ///
    /// `GET /v3/eduschoolpay/users/{openid}/contracts`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/edu/eduschoolpay/chapter3_4.shtml>
    ///
    /// - `openid` 商户appid下的用户标识: such as `oUpF8uMuAJOM2pxb1Q`
    /// - `plan_id` 签约模板号: such as `101164396123311331`
    /// - `contract_status` 签约状态: such as `ADD`
    /// - `offset` 分页页码: such as `0`
    /// - `limit` 分页大小: such as `20`
    #[wechatpay_api(GET "/v3/eduschoolpay/users/{openid}/contracts")]
    async fn list_edu_school_pay_contracts(
        &self,
        openid: &str,
        #[query] plan_id: &str,
        #[query] contract_status: &str,
        #[query] offset: Option<i64>,
        #[query] limit: Option<i64>,
    ) -> Result<ListEduSchoolPayContractsResponse>;

    /// 商户主动解约
    ///
    /// `POST /v3/eduschoolpay/contracts/{contract_id}/terminate`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/edu/eduschoolpay/chapter3_3.shtml>
    ///
    /// - `contract_id` 签约协议号: such as `2045011120563805041758214605`
    #[wechatpay_api(POST "/v3/eduschoolpay/contracts/{contract_id}/terminate")]
    async fn terminate_edu_school_pay_contract(&self, contract_id: &str) -> Result<()>;
}

/// The request of [`EduSchoolPayContracts::presign_edu_school_pay_contract`].
///
/// `PresignEduSchoolPayContractRequest::builder().appid(…).openid(…).plan_id(…).user_id(…).school_id(…).out_contract_code(…).build()`.
/// For an `Option`, use setters such as `maybe_contract_mode`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PresignEduSchoolPayContractRequest {
    /// 商户appid: such as `wx8888888888888888`
    pub appid: String,
    /// 商户appid下的用户标识: such as `oUpF8uMuAJOM2pxb1Q`
    pub openid: String,
    /// 签约模板号: such as `101164396123311331`
    pub plan_id: String,
    /// 用户账号: such as `20200330tony`
    pub user_id: String,
    /// 学校编号: such as `18260256813396`
    pub school_id: String,
    /// 外部签约号: such as `20190806125346`
    pub out_contract_code: String,
    /// 签约模式: such as `LIMIT_BANK_CARD`
    pub contract_mode: Option<String>,
    /// 允许降级为普通签约模式
    pub downgrade_default_contract: Option<bool>,
    /// 实名信息
    pub identity: Option<PayerIdentity>,
    /// 签约银行卡
    pub bank_card: Option<BankCard>,
}

rules! { PresignEduSchoolPayContractRequest {} }

/// 实名信息
///
/// `PayerIdentity::builder().real_name(…).build()`. For an `Option`, use setters such as
/// `maybe_credential_type`.
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
pub struct PayerIdentity {
    /// 姓名: encrypted
    pub real_name: Sensitive,
    /// 证件类型: such as `IDENTITY_CARD`
    pub credential_type: Option<String>,
    /// 身份证号: encrypted
    pub id_card_number: Option<Sensitive>,
}

/// 签约银行卡
///
/// `BankCard::builder().bank_card_no(…).build()`. For an `Option`, use setters such as
/// `maybe_valid_thru`.
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
pub struct BankCard {
    /// 签约银行卡号: encrypted
    pub bank_card_no: Sensitive,
    /// 银行卡有效期: such as `08/21`
    pub valid_thru: Option<String>,
    /// 银行卡开卡预留手机号: encrypted
    pub phone: Option<Sensitive>,
    /// 银行类型: such as `CMC`
    pub bank_type: Option<String>,
}

/// The response of [`EduSchoolPayContracts::query_edu_school_pay_contract`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct EduSchoolPayContract {
    /// 签约协议号: such as `2045011120563805041758214605`
    pub contract_id: String,
    /// 商户号: such as `1230000109`
    pub mchid: String,
    /// 商户appid: such as `wx8888888888888888`
    pub appid: String,
    /// 商户appid下的用户标识: such as `oUpF8uMuAJOM2pxb1Q`
    pub openid: String,
    /// 签约模板号: such as `101164396123311331`
    pub plan_id: String,
    /// 签约状态: such as `ADD`
    pub contract_status: String,
    /// 签约时间: such as `2017-08-26T09:43:39+08:00`
    pub create_time: DateTime,
    /// 外部签约号: such as `20190806125346`
    pub out_contract_code: String,
}

/// The response of [`EduSchoolPayContracts::list_edu_school_pay_contracts`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ListEduSchoolPayContractsResponse {
    /// 查询结果列表
    pub data: Option<Vec<EduSchoolPayContract>>,
    /// 请求资源起始位置: such as `10`
    pub offset: i64,
    /// 最大资源条数: such as `20`
    pub limit: i64,
    /// 资源总条数: such as `1234`
    pub total_count: i64,
    /// 相关链接
    pub links: Option<PageLinks>,
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
