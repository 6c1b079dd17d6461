//! 保单.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, Sensitive, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 保单
#[wechatpay_api(defaults)]
pub trait InsurancePolicies {
    /// 提交保单授权信息
    ///
    /// `POST /v3/inspolicymgr/deduct/authorizations`
    #[wechatpay_api(POST "/v3/inspolicymgr/deduct/authorizations")]
    async fn create_insurance_authorization(
        &self,
        body: &CreateInsuranceAuthorizationRequest,
    ) -> Result<InsuranceAuthorization>;

    /// 查询保单授权信息
    ///
    /// `GET /v3/inspolicymgr/deduct/authorizations/{out_insurance_no}`
    ///
    /// - `out_insurance_no` 商户保险编号: such as `Auisihsiahishishi4hihsid123418id`
    #[wechatpay_api(GET "/v3/inspolicymgr/deduct/authorizations/{out_insurance_no}")]
    async fn query_insurance_authorization(
        &self,
        out_insurance_no: &str,
    ) -> Result<InsuranceAuthorization>;

    /// 上传保单
    ///
    /// `POST /v3/inspolicymgr/deduct/policies`
    #[wechatpay_api(POST "/v3/inspolicymgr/deduct/policies")]
    async fn upload_insurance_policy(
        &self,
        body: &UploadInsurancePolicyRequest,
    ) -> Result<InsurancePolicy>;

    /// 查询保单
    ///
    /// `GET /v3/inspolicymgr/deduct/policies/{out_insurance_no}`
    ///
    /// - `out_insurance_no` 商户保险编号: such as `Auisihsiahishishi4hihsid123418id`
    #[wechatpay_api(GET "/v3/inspolicymgr/deduct/policies/{out_insurance_no}")]
    async fn query_insurance_policy(&self, out_insurance_no: &str) -> Result<InsurancePolicy>;

    /// 更新保单信息
    ///
    /// `PATCH /v3/inspolicymgr/deduct/policies/{out_insurance_no}`
    ///
    /// - `out_insurance_no` 商户保险编号: such as `Auisihsiahishishi4hihsid123418id`
    #[wechatpay_api(PATCH "/v3/inspolicymgr/deduct/policies/{out_insurance_no}")]
    async fn update_insurance_policy(
        &self,
        out_insurance_no: &str,
        body: &UpdateInsurancePolicyRequest,
    ) -> Result<InsurancePolicy>;
}

/// The request of [`InsurancePolicies::create_insurance_authorization`].
///
/// `CreateInsuranceAuthorizationRequest::builder().out_insurance_no(…).appid(…).plan_id(…).out_contract_code(…).insurance_name(…).build()`.
/// For an `Option`, use setters such as `maybe_payee_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateInsuranceAuthorizationRequest {
    /// 商户保险编号: such as `Auisihsiahishishi4hihsid123418id` (unconfirmed)
    pub out_insurance_no: String,
    /// 商户APPID: such as `wxd678efh567hg6787` (unconfirmed)
    pub appid: String,
    /// 保险代扣模板ID: such as `12535` (unconfirmed)
    pub plan_id: String,
    /// 商户签约协议号: such as `wxwtdk20200910100000` (unconfirmed)
    pub out_contract_code: String,
    /// 保险名称: such as `微医保·百万医疗险` (unconfirmed)
    pub insurance_name: String,
    /// 收款方商户号: such as `1900000109`
    pub payee_mchid: Option<String>,
    /// 收款方公众账号ID: such as `wx7f3f0032b6e6f0cc`
    pub payee_appid: Option<String>,
}

rules! { CreateInsuranceAuthorizationRequest {} }

/// The response of [`InsurancePolicies::create_insurance_authorization`],
/// [`InsurancePolicies::query_insurance_authorization`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct InsuranceAuthorization {
    /// 商户保险编号: such as `Auisihsiahishishi4hihsid123418id`
    pub out_insurance_no: Option<String>,
    /// 商户APPID: such as `wxd678efh567hg6787`
    pub appid: Option<String>,
    /// 保险代扣模板ID: such as `12535`
    pub plan_id: Option<String>,
    /// 商户签约协议号: such as `wxwtdk20200910100000`
    pub out_contract_code: Option<String>,
    /// 保险名称: such as `微医保·百万医疗险`
    pub insurance_name: Option<String>,
    /// 授权状态: such as `AUTH_STATE_GRANTED`
    pub auth_state: Option<AuthorizationState>,
    /// 用户授权时间: such as `2025-09-21T17:11:12+08:00`
    pub user_auth_time: Option<DateTime>,
}

/// The request of [`InsurancePolicies::upload_insurance_policy`].
///
/// `UploadInsurancePolicyRequest::builder().out_insurance_no(…).insured_name_list(…).insurance_company_code(…).effective_time(…).expired_time(…).coverage_detail(…).support_renewal(…).policy_type(…).policy_state(…).plan_id(…).out_contract_code(…).policy_periods(…).appid(…).openid(…).free_insurance(…).build()`.
/// For an `Option`, use setters such as `maybe_start_renewal_time`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UploadInsurancePolicyRequest {
    /// 商户保险编号: such as `Auisihsiahishishi4hihsid123418id` (unconfirmed)
    pub out_insurance_no: String,
    /// 被保险人姓名列表: encrypted (unconfirmed)
    pub insured_name_list: Vec<Sensitive>,
    /// 承保公司代码: such as `1001` (unconfirmed)
    pub insurance_company_code: String,
    /// 保单生效时间: such as `2025-09-21T17:11:12+08:00` (unconfirmed)
    pub effective_time: DateTime,
    /// 保单失效时间: such as `2025-09-21T17:11:12+08:00` (unconfirmed)
    pub expired_time: DateTime,
    /// 保障详情: such as `可保190种疾病，确诊一次性赔付` (unconfirmed)
    pub coverage_detail: String,
    /// 是否支持续保 (unconfirmed)
    pub support_renewal: bool,
    /// 可续保开始时间: such as `2025-09-21T17:11:12+08:00`
    pub start_renewal_time: Option<DateTime>,
    /// 可续保结束时间: such as `2025-09-21T17:11:12+08:00`
    pub end_renewal_time: Option<DateTime>,
    /// 保单类型: such as `POLICY_TYPE_OTHER` (unconfirmed)
    pub policy_type: PolicyType,
    /// 车牌信息: such as `粤B·AB123`
    pub car_number: Option<String>,
    /// 宠物名称: such as `小狗`
    pub pet_name: Option<String>,
    /// 地址信息: such as `上海市浦东新区晨晖路1001号`
    pub address: Option<String>,
    /// 保单状态: such as `POLICY_STATE_ISSUING` (unconfirmed)
    pub policy_state: PolicyState,
    /// 保司保单号: such as `Coisihsiaxishishi4hihsid1ii411co`
    pub policy_code: Option<String>,
    /// 委托代扣模板ID: such as `12535` (unconfirmed)
    pub plan_id: String,
    /// 商户签约协议号: such as `wxwtdk20200910100000` (unconfirmed)
    pub out_contract_code: String,
    /// 保单的扣费周期列表: such as `1` (unconfirmed)
    pub policy_periods: Vec<i64>,
    /// 商户APPID: such as `wxd678efh567hg6787` (unconfirmed)
    pub appid: String,
    /// 用户在商户公众号内的身份标识: such as `oYobu0MVnQfWpSMOYJz2AHPG_gQw` (unconfirmed)
    pub openid: String,
    /// 是否为赠险 (unconfirmed)
    pub free_insurance: bool,
    /// 是否与其它保单合并扣费
    pub combined_payment: Option<bool>,
    /// 缴费方式
    pub payment_method: Option<PaymentMethod>,
    /// 期交保费模式
    pub period_premium_mode: Option<PeriodPremiumMode>,
    /// 缴费周期
    pub payment_period: Option<PaymentPeriod>,
    /// 首期保费金额: such as `8000`
    pub first_period_amount: Option<Fen>,
    /// 后续每期保费金额: such as `5000`
    pub subsequent_period_amount: Option<Fen>,
    /// 保障期限类型
    pub coverage_term_type: Option<CoverageTermType>,
    /// 收款方商户号: such as `1900000109`
    pub payee_mchid: Option<String>,
    /// 收款方公众账号ID: such as `wx7f3f0032b6e6f0cc`
    pub payee_appid: Option<String>,
    /// 收款方用户标识: such as `oYobu0MVnQfWpSMOYJz2AHPG_gQw`
    pub payee_openid: Option<String>,
}

rules! {
    UploadInsurancePolicyRequest {
        member("policy_type", &[Listed(PolicyType::TEXTS)]),
        member("policy_state", &[Listed(PolicyState::TEXTS)]),
        member("payment_method", &[Listed(PaymentMethod::TEXTS)]),
        member("period_premium_mode", &[Listed(PeriodPremiumMode::TEXTS)]),
        member("payment_period", &[Listed(PaymentPeriod::TEXTS)]),
        member("coverage_term_type", &[Listed(CoverageTermType::TEXTS)]),
    }
}

/// The response of [`InsurancePolicies::upload_insurance_policy`],
/// [`InsurancePolicies::query_insurance_policy`], [`InsurancePolicies::update_insurance_policy`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct InsurancePolicy {
    /// 商户保险编号: such as `Auisihsiahishishi4hihsid123418id`
    pub out_insurance_no: Option<String>,
    /// 保险名称: such as `微医保·百万医疗险`
    pub insurance_name: Option<String>,
    /// 被保险人姓名列表: each base64, such as `tCk1JSUV2QUlCQURBTkJna3Foa2lHOXcwQ`
    pub insured_name_list: Option<Vec<String>>,
    /// 承保公司代码: such as `1001`
    pub insurance_company_code: Option<String>,
    /// 保单生效时间: such as `2025-09-21T17:11:12+08:00`
    pub effective_time: Option<DateTime>,
    /// 保单失效时间: such as `2025-09-21T17:11:12+08:00`
    pub expired_time: Option<DateTime>,
    /// 保障详情: such as `可保190种疾病，确诊一次性赔付`
    pub coverage_detail: Option<String>,
    /// 是否支持续保
    pub support_renewal: Option<bool>,
    /// 可续保开始时间: such as `2025-09-21T17:11:12+08:00`
    pub start_renewal_time: Option<DateTime>,
    /// 可续保结束时间: such as `2025-09-21T17:11:12+08:00`
    pub end_renewal_time: Option<DateTime>,
    /// 保单类型: such as `POLICY_TYPE_OTHER`
    pub policy_type: Option<PolicyType>,
    /// 车牌信息: such as `粤B·AB123`
    pub car_number: Option<String>,
    /// 宠物名称: such as `小狗`
    pub pet_name: Option<String>,
    /// 地址信息: such as `上海市浦东新区晨晖路1001号`
    pub address: Option<String>,
    /// 保单状态: such as `POLICY_STATE_ISSUING`
    pub policy_state: Option<PolicyState>,
    /// 保司保单号: such as `Coisihsiaxishishi4hihsid1ii411co`
    pub policy_code: Option<String>,
    /// 委托代扣模板ID: such as `12535`
    pub plan_id: Option<String>,
    /// 商户签约协议号: such as `wxwtdk20200910100000`
    pub out_contract_code: Option<String>,
    /// 保单的扣费周期列表: such as `1`
    pub policy_periods: Option<Vec<i64>>,
    /// 是否为赠险
    pub free_insurance: Option<bool>,
    /// 是否与其它保单合并扣费
    pub combined_payment: Option<bool>,
    /// 缴费方式
    pub payment_method: Option<PaymentMethod>,
    /// 期交保费模式
    pub period_premium_mode: Option<PeriodPremiumMode>,
    /// 缴费周期
    pub payment_period: Option<PaymentPeriod>,
    /// 首期保费金额: such as `8000`
    pub first_period_amount: Option<Fen>,
    /// 后续每期保费金额: such as `5000`
    pub subsequent_period_amount: Option<Fen>,
    /// 保障期限类型
    pub coverage_term_type: Option<CoverageTermType>,
}

/// The request of [`InsurancePolicies::update_insurance_policy`].
///
/// `UpdateInsurancePolicyRequest::builder().build()`. For an `Option`, use setters such as
/// `maybe_insured_name_list`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UpdateInsurancePolicyRequest {
    /// 被保险人姓名列表: encrypted
    pub insured_name_list: Option<Vec<Sensitive>>,
    /// 保险名称: such as `微医保·百万医疗险`
    pub insurance_name: Option<String>,
    /// 保单生效时间: such as `2025-09-21T17:11:12+08:00`
    pub effective_time: Option<DateTime>,
    /// 保单失效时间: such as `2025-09-21T17:11:12+08:00`
    pub expired_time: Option<DateTime>,
    /// 保障详情: such as `可保190种疾病，确诊一次性赔付`
    pub coverage_detail: Option<String>,
    /// 是否支持续保
    pub support_renewal: Option<bool>,
    /// 可续保开始时间: such as `2025-09-21T17:11:12+08:00`
    pub start_renewal_time: Option<DateTime>,
    /// 可续保结束时间: such as `2025-09-21T17:11:12+08:00`
    pub end_renewal_time: Option<DateTime>,
    /// 保单类型: such as `POLICY_TYPE_OTHER`
    pub policy_type: Option<PolicyType>,
    /// 车牌信息: such as `粤B·AB123`
    pub car_number: Option<String>,
    /// 宠物名称: such as `小狗`
    pub pet_name: Option<String>,
    /// 地址信息: such as `上海市浦东新区晨晖路1001号`
    pub address: Option<String>,
    /// 保单状态: such as `POLICY_STATE_ISSUING`
    pub policy_state: Option<PolicyState>,
    /// 保司保单号: such as `Coisihsiaxishishi4hihsid1ii411co`
    pub policy_code: Option<String>,
    /// 委托代扣模板ID: such as `12535`
    pub plan_id: Option<String>,
    /// 商户签约协议号: such as `wxwtdk20200910100000`
    pub out_contract_code: Option<String>,
    /// 保单的扣费周期列表: such as `1`
    pub policy_periods: Option<Vec<i64>>,
    /// 是否为赠险
    pub free_insurance: Option<bool>,
    /// 是否与其它保单合并扣费
    pub combined_payment: Option<bool>,
    /// 缴费方式
    pub payment_method: Option<PaymentMethod>,
    /// 期交保费模式
    pub period_premium_mode: Option<PeriodPremiumMode>,
    /// 缴费周期
    pub payment_period: Option<PaymentPeriod>,
    /// 首期保费金额: such as `8000`
    pub first_period_amount: Option<Fen>,
    /// 后续每期保费金额: such as `5000`
    pub subsequent_period_amount: Option<Fen>,
    /// 保障期限类型
    pub coverage_term_type: Option<CoverageTermType>,
}

rules! {
    UpdateInsurancePolicyRequest {
        member("policy_type", &[Listed(PolicyType::TEXTS)]),
        member("policy_state", &[Listed(PolicyState::TEXTS)]),
        member("payment_method", &[Listed(PaymentMethod::TEXTS)]),
        member("period_premium_mode", &[Listed(PeriodPremiumMode::TEXTS)]),
        member("payment_period", &[Listed(PaymentPeriod::TEXTS)]),
        member("coverage_term_type", &[Listed(CoverageTermType::TEXTS)]),
    }
}

open_enum! {
    /// 授权状态
    pub enum AuthorizationState {
        Init = "AUTH_STATE_INIT",
        Pending = "AUTH_STATE_PENDING",
        Granted = "AUTH_STATE_GRANTED",
        Denied = "AUTH_STATE_DENIED",
        Expired = "AUTH_STATE_EXPIRED",
    }
}

open_enum! {
    /// 保单类型
    pub enum PolicyType {
        Other = "POLICY_TYPE_OTHER",
        Medical = "POLICY_TYPE_MEDICAL",
        Accident = "POLICY_TYPE_ACCIDENT",
        Critical = "POLICY_TYPE_CRITICAL",
        Car = "POLICY_TYPE_CAR",
        Life = "POLICY_TYPE_LIFE",
        Property = "POLICY_TYPE_PROPERTY",
        Pet = "POLICY_TYPE_PET",
        Annuity = "POLICY_TYPE_ANNUITY",
    }
}

open_enum! {
    /// 保单状态
    pub enum PolicyState {
        Issuing = "POLICY_STATE_ISSUING",
        Approved = "POLICY_STATE_APPROVED",
        Declined = "POLICY_STATE_DECLINED",
        Inactive = "POLICY_STATE_INACTIVE",
    }
}

open_enum! {
    /// 缴费方式
    pub enum PaymentMethod {
        Other = "PAYMENT_METHOD_OTHER",
        Period = "PAYMENT_METHOD_PERIOD",
        LumpSum = "PAYMENT_METHOD_LUMP_SUM",
    }
}

open_enum! {
    /// 期交保费模式
    pub enum PeriodPremiumMode {
        Equal = "PERIOD_PREMIUM_MODE_EQUAL",
        FirstDiff = "PERIOD_PREMIUM_MODE_FIRST_DIFF",
        MultiDiff = "PERIOD_PREMIUM_MODE_MULTI_DIFF",
    }
}

open_enum! {
    /// 缴费周期
    pub enum PaymentPeriod {
        Day = "PAYMENT_PERIOD_DAY",
        Week = "PAYMENT_PERIOD_WEEK",
        Biweekly = "PAYMENT_PERIOD_BIWEEKLY",
        Month = "PAYMENT_PERIOD_MONTH",
        Quarter = "PAYMENT_PERIOD_QUARTER",
        HalfYear = "PAYMENT_PERIOD_HALF_YEAR",
        Year = "PAYMENT_PERIOD_YEAR",
    }
}

open_enum! {
    /// 保障期限类型
    pub enum CoverageTermType {
        FixedDate = "COVERAGE_TERM_TYPE_FIXED_DATE",
        Lifetime = "COVERAGE_TERM_TYPE_LIFETIME",
    }
}
