//! 二级商户进件.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, Sensitive, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 二级商户进件
#[wechatpay_api(defaults)]
pub trait Applyments {
    /// 二级商户进件
    ///
    /// `POST /v3/ecommerce/applyments/`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/ecommerce-merchant-application/applyment/submit-applyment.html>
    #[wechatpay_api(POST "/v3/ecommerce/applyments/")]
    async fn submit_ecommerce_applyment(
        &self,
        body: &SubmitEcommerceApplymentRequest,
    ) -> Result<ApplymentResponse>;

    /// 提交申请单
    ///
    /// `POST /v3/ecommerce/applyments/submit-account-hosting-applyment`
    #[wechatpay_api(POST "/v3/ecommerce/applyments/submit-account-hosting-applyment")]
    async fn submit_account_hosting_applyment(
        &self,
        body: &SubmitAccountHostingApplymentRequest,
    ) -> Result<ApplymentResponse>;

    /// 通过申请单ID查询申请状态
    ///
    /// `GET /v3/ecommerce/applyments/{applyment_id}`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/ecommerce-merchant-application/applyment/get-applyment-state.html>
    ///
    /// - `applyment_id` 微信支付申请单号: such as `2000002124775691`
    #[wechatpay_api(GET "/v3/ecommerce/applyments/{applyment_id}")]
    async fn query_ecommerce_applyment_by_applyment_id(
        &self,
        applyment_id: i64,
    ) -> Result<Applyment>;

    /// 通过业务申请编号查询申请状态
    ///
    /// `GET /v3/ecommerce/applyments/out-request-no/{out_request_no}`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/ecommerce-merchant-application/applyment/get-state-by-out-request-no.html>
    ///
    /// - `out_request_no` 业务申请编号: such as `APPLYMENT_00000000001`
    #[wechatpay_api(GET "/v3/ecommerce/applyments/out-request-no/{out_request_no}")]
    async fn query_ecommerce_applyment_by_out_request_no(
        &self,
        out_request_no: &str,
    ) -> Result<Applyment>;

    /// 平台代理签约核身
    ///
    /// `POST /v3/ecommerce/applyments/submit-sign-verify-info`
    #[wechatpay_api(POST "/v3/ecommerce/applyments/submit-sign-verify-info")]
    async fn submit_sign_verify_info(
        &self,
        body: &SubmitSignVerifyInfoRequest,
    ) -> Result<SubmitSignVerifyInfoResponse>;

    /// 撤销申请单-使用申请单号
    ///
    /// `POST /v3/ecommerce/applyments/{applyment_id}/revoke`
    ///
    /// - `applyment_id` 微信支付申请单号: such as `2000002124775691`
    #[wechatpay_api(POST "/v3/ecommerce/applyments/{applyment_id}/revoke")]
    async fn revoke_ecommerce_applyment_by_applyment_id(
        &self,
        applyment_id: i64,
    ) -> Result<ApplymentResponse>;

    /// 撤销申请单-使用业务申请编号
    ///
    /// `POST /v3/ecommerce/applyments/out-request-no/{out_request_no}/revoke`
    ///
    /// - `out_request_no` 业务申请编号: such as `APPLYMENT_00000000001`
    #[wechatpay_api(POST "/v3/ecommerce/applyments/out-request-no/{out_request_no}/revoke")]
    async fn revoke_ecommerce_applyment_by_out_request_no(
        &self,
        out_request_no: &str,
    ) -> Result<ApplymentResponse>;
}

/// The request of [`Applyments::submit_ecommerce_applyment`].
///
/// `SubmitEcommerceApplymentRequest::builder().out_request_no(…).organization_type(…).account_info(…).contact_info(…).sales_scene_info(…).merchant_shortname(…).build()`.
/// For an `Option`, use setters such as `maybe_finance_institution`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SubmitEcommerceApplymentRequest {
    /// 业务申请编号
    pub out_request_no: String,
    /// 主体类型: values `2401`, `2500`, `4`, `2`, `3`, `2502`, `1708`
    pub organization_type: String,
    /// 是否金融机构
    pub finance_institution: Option<bool>,
    /// 营业执照/登记证书信息
    pub business_license_info: Option<ApplymentBusinessLicenseInfo>,
    /// 金融机构许可证信息
    pub finance_institution_info: Option<ApplymentFinanceInstitutionInfo>,
    /// 超级管理员类型
    pub id_holder_type: Option<IdHolderType>,
    /// 证件类型
    pub id_doc_type: Option<IdType>,
    /// 法定代表人说明函: the ID of an uploaded file
    pub authorize_letter_copy: Option<String>,
    /// 经营者/法人身份证信息
    pub id_card_info: Option<IdCardInfo>,
    /// 经营者/法人其他类型证件信息
    pub id_doc_info: Option<IdDocInfo>,
    /// 经营者/法人是否为受益人
    pub owner: Option<bool>,
    /// 最终受益人信息列表
    pub ubo_info_list: Option<Vec<ApplymentUboInfo>>,
    /// 结算银行账户
    pub account_info: ApplymentAccountInfo,
    /// 超级管理员信息
    pub contact_info: ApplymentContactInfo,
    /// 店铺信息
    pub sales_scene_info: ApplymentSalesSceneInfo,
    /// 结算规则
    pub settlement_info: Option<SettlementInfo>,
    /// 商户简称
    pub merchant_shortname: String,
    /// A list, each the ID of an uploaded file
    pub qualifications: Option<Vec<String>>,
    /// A list, each the ID of an uploaded file
    pub business_addition_pics: Option<Vec<String>>,
    /// 补充说明
    pub business_addition_desc: Option<String>,
}

rules! {
    SubmitEcommerceApplymentRequest {
        member("organization_type", &[Listed(&["2401", "2500", "4", "2", "3", "2502", "1708"])]),
        within("business_license_info", ApplymentBusinessLicenseInfo::RULES),
        within("finance_institution_info", ApplymentFinanceInstitutionInfo::RULES),
        member("id_holder_type", &[Listed(IdHolderType::TEXTS)]),
        member("id_doc_type", &[Listed(IdType::TEXTS)]),
        within("ubo_info_list", ApplymentUboInfo::RULES),
        within("account_info", ApplymentAccountInfo::RULES),
        within("contact_info", ApplymentContactInfo::RULES),
    }
}

/// 营业执照/登记证书信息
///
/// `ApplymentBusinessLicenseInfo::builder().business_license_copy(…).business_license_number(…).merchant_name(…).legal_person(…).build()`.
/// For an `Option`, use setters such as `maybe_cert_type`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ApplymentBusinessLicenseInfo {
    /// 登记证书类型
    pub cert_type: Option<CertType>,
    /// 证件扫描件: the ID of an uploaded file, such as
    /// `47ZC6GC-vnrbEny__Ie_An5-tCpqxucuxi-vByf3Gjm7KE53`
    pub business_license_copy: String,
    /// 证件注册号: such as `123456789012345678`
    pub business_license_number: String,
    /// 商户名称: such as `腾讯科技有限公司`
    pub merchant_name: String,
    /// 经营者/法定代表人姓名: such as `张三`
    pub legal_person: String,
    /// 注册地址: such as `深圳南山区科苑路`
    pub company_address: Option<String>,
    /// 营业期限`JSON`格式字符串: the JSON text of a list
    pub business_time: Option<String>,
}

rules! {
    ApplymentBusinessLicenseInfo {
        member("cert_type", &[Listed(CertType::TEXTS)]),
    }
}

/// 金融机构许可证信息
///
/// `ApplymentFinanceInstitutionInfo::builder().finance_type(…).finance_license_pics(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ApplymentFinanceInstitutionInfo {
    /// 金融机构类型
    pub finance_type: FinanceType,
    /// 金融机构许可证图片: each the ID of an uploaded file
    pub finance_license_pics: Vec<String>,
}

rules! {
    ApplymentFinanceInstitutionInfo {
        member("finance_type", &[Listed(FinanceType::TEXTS)]),
    }
}

/// 经营者/法人身份证信息
///
/// `IdCardInfo::builder().id_card_copy(…).id_card_national(…).id_card_name(…).id_card_number(…).build()`.
/// For an `Option`, use setters such as `maybe_id_card_valid_time_begin`.
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
pub struct IdCardInfo {
    /// 身份证人像面照片: the ID of an uploaded file
    pub id_card_copy: String,
    /// 身份证国徽面照片: the ID of an uploaded file
    pub id_card_national: String,
    /// 身份证姓名: encrypted
    pub id_card_name: Sensitive,
    /// 身份证号码: encrypted
    pub id_card_number: Sensitive,
    /// 身份证有效期开始时间: a date
    pub id_card_valid_time_begin: Option<String>,
    /// 身份证有效期结束时间
    pub id_card_valid_time: Option<String>,
    /// A text, encrypted
    pub id_card_address: Option<Sensitive>,
}

/// 经营者/法人其他类型证件信息
///
/// `IdDocInfo::builder().id_doc_name(…).id_doc_number(…).id_doc_copy(…).build()`. For an
/// `Option`, use setters such as `maybe_id_doc_copy_back`.
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
pub struct IdDocInfo {
    /// 证件姓名: encrypted
    pub id_doc_name: Sensitive,
    /// 证件号码: encrypted
    pub id_doc_number: Sensitive,
    /// 证件正面照片: the ID of an uploaded file
    pub id_doc_copy: String,
    /// 证件反面照片: the ID of an uploaded file
    pub id_doc_copy_back: Option<String>,
    /// 证件有效期开始时间: a date, such as `2020-01-02`
    pub doc_period_begin: Option<String>,
    /// 证件有效期结束时间: such as `2020-01-02`
    pub doc_period_end: Option<String>,
    /// A text, encrypted
    pub id_doc_address: Option<Sensitive>,
}

/// 最终受益人信息列表
///
/// `ApplymentUboInfo::builder().ubo_id_doc_type(…).ubo_id_doc_name(…).ubo_id_doc_period_begin(…).ubo_id_doc_period_end(…).build()`.
/// For an `Option`, use setters such as `maybe_ubo_id_doc_copy`.
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
pub struct ApplymentUboInfo {
    /// `ubo_id_doc_type`
    pub ubo_id_doc_type: IdType,
    /// 证件正面照片: the ID of an uploaded file
    pub ubo_id_doc_copy: Option<String>,
    /// 证件反面照片: the ID of an uploaded file
    pub ubo_id_doc_copy_back: Option<String>,
    /// 受益人姓名: encrypted
    pub ubo_id_doc_name: Sensitive,
    /// 证件号码: encrypted
    pub ubo_id_doc_number: Option<Sensitive>,
    /// 证件居住地址: encrypted
    pub ubo_id_doc_address: Option<Sensitive>,
    /// 证件有效期开始时间: a date (unconfirmed)
    pub ubo_id_doc_period_begin: String,
    /// 证件有效期结束时间 (unconfirmed)
    pub ubo_id_doc_period_end: String,
}

rules! {
    ApplymentUboInfo {
        member("ubo_id_doc_type", &[Listed(IdType::TEXTS)]),
    }
}

/// 结算银行账户
///
/// `ApplymentAccountInfo::builder().bank_account_type(…).account_bank(…).account_name(…).bank_address_code(…).account_number(…).build()`.
/// For an `Option`, use setters such as `maybe_bank_branch_id`.
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
pub struct ApplymentAccountInfo {
    /// 账户类型: values `74`, `75`
    pub bank_account_type: String,
    /// 开户银行: such as `工商银行`
    pub account_bank: String,
    /// 开户名称: encrypted
    pub account_name: Sensitive,
    /// 开户银行省市编码: such as `110000`
    pub bank_address_code: String,
    /// 开户银行联行号: such as `402713354941`
    pub bank_branch_id: Option<String>,
    /// 开户银行全称: such as `施秉县农村信用合作联社城关信用社`
    pub bank_name: Option<String>,
    /// 银行帐号: encrypted
    pub account_number: Sensitive,
}

rules! {
    ApplymentAccountInfo {
        member("bank_account_type", &[Listed(&["74", "75"])]),
    }
}

/// 超级管理员信息
///
/// `ApplymentContactInfo::builder().contact_type(…).contact_name(…).build()`. For an `Option`,
/// use setters such as `maybe_contact_id_doc_type`.
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
pub struct ApplymentContactInfo {
    /// 超级管理员类型: values `65`, `66`
    pub contact_type: String,
    /// 超级管理员姓名: encrypted
    pub contact_name: Sensitive,
    /// `contact_id_doc_type`
    pub contact_id_doc_type: Option<IdType>,
    /// 超级管理员身份证件号码: encrypted
    pub contact_id_card_number: Option<Sensitive>,
    /// 超级管理员证件正面照片: the ID of an uploaded file
    pub contact_id_doc_copy: Option<String>,
    /// 超级管理员证件反面照片: the ID of an uploaded file
    pub contact_id_doc_copy_back: Option<String>,
    /// 超级管理员证件有效期开始时间
    pub contact_id_doc_period_begin: Option<String>,
    /// 超级管理员证件有效期结束时间
    pub contact_id_doc_period_end: Option<String>,
    /// 业务办理授权函: the ID of an uploaded file
    pub business_authorization_letter: Option<String>,
    /// 超级管理员手机: encrypted
    pub mobile_phone: Option<Sensitive>,
    /// A text, encrypted
    pub contact_email: Option<Sensitive>,
}

rules! {
    ApplymentContactInfo {
        member("contact_type", &[Listed(&["65", "66"])]),
        member("contact_id_doc_type", &[Listed(IdType::TEXTS)]),
    }
}

/// 店铺信息
///
/// `ApplymentSalesSceneInfo::builder().store_name(…).build()`. For an `Option`, use setters such
/// as `maybe_store_url`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ApplymentSalesSceneInfo {
    /// 店铺名称: such as `爱烧烤`
    pub store_name: String,
    /// 店铺链接: such as `http://www.qq.com`
    pub store_url: Option<String>,
    /// 店铺二维码
    pub store_qr_code: Option<String>,
    /// 小程序AppID
    pub mini_program_sub_appid: Option<String>,
}

/// 结算规则
///
/// `SettlementInfo::builder().build()`. For an `Option`, use setters such as `maybe_settlement_id`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SettlementInfo {
    /// 结算规则ID
    pub settlement_id: Option<i64>,
    /// 所属行业
    pub qualification_type: Option<String>,
}

/// The response of [`Applyments::submit_ecommerce_applyment`],
/// [`Applyments::submit_account_hosting_applyment`],
/// [`Applyments::revoke_ecommerce_applyment_by_applyment_id`],
/// [`Applyments::revoke_ecommerce_applyment_by_out_request_no`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ApplymentResponse {
    /// 微信支付申请单号: such as `2000002124775691`
    pub applyment_id: i64,
    /// 业务申请编号: such as `APPLYMENT_00000000001`
    pub out_request_no: String,
}

/// The request of [`Applyments::submit_account_hosting_applyment`].
///
/// `SubmitAccountHostingApplymentRequest::builder().out_request_no(…).organization_type(…).account_info(…).contact_info(…).sales_scene_info(…).merchant_shortname(…).build()`.
/// For an `Option`, use setters such as `maybe_finance_institution`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SubmitAccountHostingApplymentRequest {
    /// 业务申请编号
    pub out_request_no: String,
    /// 主体类型: values `2401`, `2500`, `4`, `2`, `3`, `2502`, `1708`
    pub organization_type: String,
    /// 是否金融机构
    pub finance_institution: Option<bool>,
    /// 营业执照/登记证书信息
    pub business_license_info: Option<HostingBusinessLicenseInfo>,
    /// 金融机构许可证信息
    pub finance_institution_info: Option<HostingFinanceInstitutionInfo>,
    /// 超级管理员类型
    pub id_holder_type: Option<IdHolderType>,
    /// 证件类型
    pub id_doc_type: Option<IdType>,
    /// 法定代表人说明函: the ID of an uploaded file
    pub authorize_letter_copy: Option<String>,
    /// 经营者/法人身份证信息
    pub id_card_info: Option<IdCardInfo>,
    /// 经营者/法人其他类型证件信息
    pub id_doc_info: Option<IdDocInfo>,
    /// 最终受益人信息列表
    pub ubo_info_list: Option<Vec<HostingUboInfo>>,
    /// 结算银行账户
    pub account_info: HostingAccountInfo,
    /// 超级管理员信息
    pub contact_info: HostingContactInfo,
    /// 店铺信息
    pub sales_scene_info: HostingSalesSceneInfo,
    /// 结算规则
    pub settlement_info: Option<SettlementInfo>,
    /// 商户简称
    pub merchant_shortname: String,
    /// A list, each the ID of an uploaded file
    pub qualifications: Option<Vec<String>>,
    /// A list, each the ID of an uploaded file
    pub business_addition_pics: Option<Vec<String>>,
    /// 补充说明
    pub business_addition_desc: Option<String>,
    /// `proxy_sign_verify_mode`
    pub proxy_sign_verify_mode: Option<bool>,
    /// 法人影印件信息辅助填写的平台声明: the ID of an uploaded file
    pub id_card_complete_statement: Option<String>,
}

rules! {
    SubmitAccountHostingApplymentRequest {
        member("organization_type", &[Listed(&["2401", "2500", "4", "2", "3", "2502", "1708"])]),
        within("business_license_info", HostingBusinessLicenseInfo::RULES),
        within("finance_institution_info", HostingFinanceInstitutionInfo::RULES),
        member("id_holder_type", &[Listed(IdHolderType::TEXTS)]),
        member("id_doc_type", &[Listed(IdType::TEXTS)]),
        within("ubo_info_list", HostingUboInfo::RULES),
        within("account_info", HostingAccountInfo::RULES),
        within("contact_info", HostingContactInfo::RULES),
    }
}

/// 营业执照/登记证书信息
///
/// `HostingBusinessLicenseInfo::builder().build()`. For an `Option`, use setters such as
/// `maybe_cert_type`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct HostingBusinessLicenseInfo {
    /// 登记证书类型
    pub cert_type: Option<CertType>,
    /// 证件扫描件: the ID of an uploaded file, such as
    /// `47ZC6GC-vnrbEny__Ie_An5-tCpqxucuxi-vByf3Gjm7KE53`
    pub business_license_copy: Option<String>,
    /// 证件注册号: such as `123456789012345678`
    pub business_license_number: Option<String>,
    /// 商户名称: such as `腾讯科技有限公司`
    pub merchant_name: Option<String>,
    /// 经营者/法定代表人姓名: such as `张三`
    pub legal_person: Option<String>,
    /// 注册地址: such as `深圳南山区科苑路`
    pub company_address: Option<String>,
    /// 营业期限`JSON`格式字符串: the JSON text of a list
    pub business_time: Option<String>,
}

rules! {
    HostingBusinessLicenseInfo {
        member("cert_type", &[Listed(CertType::TEXTS)]),
    }
}

/// 金融机构许可证信息
///
/// `HostingFinanceInstitutionInfo::builder().build()`. For an `Option`, use setters such as
/// `maybe_finance_type`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct HostingFinanceInstitutionInfo {
    /// 金融机构类型
    pub finance_type: Option<FinanceType>,
    /// 金融机构许可证图片: each the ID of an uploaded file
    pub finance_license_pics: Option<Vec<String>>,
}

rules! {
    HostingFinanceInstitutionInfo {
        member("finance_type", &[Listed(FinanceType::TEXTS)]),
    }
}

/// 最终受益人信息列表
///
/// `HostingUboInfo::builder().build()`. For an `Option`, use setters such as
/// `maybe_ubo_id_doc_type`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(Sensitive, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct HostingUboInfo {
    /// `ubo_id_doc_type`
    pub ubo_id_doc_type: Option<IdType>,
    /// 证件正面照片: the ID of an uploaded file
    pub ubo_id_doc_copy: Option<String>,
    /// 证件反面照片: the ID of an uploaded file
    pub ubo_id_doc_copy_back: Option<String>,
    /// 受益人姓名: encrypted
    pub ubo_id_doc_name: Option<Sensitive>,
    /// 证件号码: encrypted
    pub ubo_id_doc_number: Option<Sensitive>,
    /// 证件居住地址: encrypted
    pub ubo_id_doc_address: Option<Sensitive>,
    /// 证件有效期开始时间
    pub ubo_id_doc_period_begin: Option<String>,
    /// 证件有效期结束时间
    pub ubo_id_doc_period_end: Option<String>,
}

rules! {
    HostingUboInfo {
        member("ubo_id_doc_type", &[Listed(IdType::TEXTS)]),
    }
}

/// 结算银行账户
///
/// `HostingAccountInfo::builder().bank_account_type(…).account_bank(…).account_name(…).account_number(…).build()`.
/// For an `Option`, use setters such as `maybe_bank_branch_id`.
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
pub struct HostingAccountInfo {
    /// 账户类型: values `74`, `75`
    pub bank_account_type: String,
    /// 开户银行: such as `工商银行`
    pub account_bank: String,
    /// 开户名称: encrypted
    pub account_name: Sensitive,
    /// 开户银行联行号: such as `402713354941`
    pub bank_branch_id: Option<String>,
    /// 开户银行全称: such as `施秉县农村信用合作联社城关信用社`
    pub bank_name: Option<String>,
    /// 银行帐号: encrypted
    pub account_number: Sensitive,
}

rules! {
    HostingAccountInfo {
        member("bank_account_type", &[Listed(&["74", "75"])]),
    }
}

/// 超级管理员信息
///
/// `HostingContactInfo::builder().contact_type(…).contact_name(…).build()`. For an `Option`, use
/// setters such as `maybe_contact_id_doc_type`.
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
pub struct HostingContactInfo {
    /// 超级管理员类型: values `65`, `66`
    pub contact_type: String,
    /// 超级管理员姓名: encrypted
    pub contact_name: Sensitive,
    /// `contact_id_doc_type`
    pub contact_id_doc_type: Option<IdType>,
    /// 超级管理员身份证件号码: encrypted
    pub contact_id_card_number: Option<Sensitive>,
    /// 超级管理员证件正面照片: the ID of an uploaded file
    pub contact_id_doc_copy: Option<String>,
    /// 超级管理员证件反面照片: the ID of an uploaded file
    pub contact_id_doc_copy_back: Option<String>,
    /// 业务办理授权函: the ID of an uploaded file
    pub business_authorization_letter: Option<String>,
    /// 超级管理员证件有效期开始时间: such as `2019-06-06`
    pub contact_id_doc_period_begin: Option<String>,
    /// 超级管理员证件有效期结束时间: such as `2026-06-06`
    pub contact_id_doc_period_end: Option<String>,
    /// 超级管理员手机: encrypted
    pub mobile_phone: Option<Sensitive>,
    /// A text, encrypted
    pub contact_email: Option<Sensitive>,
}

rules! {
    HostingContactInfo {
        member("contact_type", &[Listed(&["65", "66"])]),
        member("contact_id_doc_type", &[Listed(IdType::TEXTS)]),
    }
}

/// 店铺信息
///
/// `HostingSalesSceneInfo::builder().build()`. For an `Option`, use setters such as
/// `maybe_store_name`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct HostingSalesSceneInfo {
    /// 店铺名称: such as `爱烧烤`
    pub store_name: Option<String>,
    /// 店铺链接: such as `http://www.qq.com`
    pub store_url: Option<String>,
    /// 店铺二维码
    pub store_qr_code: Option<String>,
    /// 小程序AppID
    pub mini_program_sub_appid: Option<String>,
}

/// The response of [`Applyments::query_ecommerce_applyment_by_applyment_id`],
/// [`Applyments::query_ecommerce_applyment_by_out_request_no`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct Applyment {
    /// 申请状态: such as `FINISH`
    pub applyment_state: Option<ApplymentState>,
    /// 申请状态描述: such as `审核中`
    pub applyment_state_desc: Option<String>,
    /// 签约链接
    pub sign_url: Option<String>,
    /// 电商平台二级商户号: such as `1542488631`
    pub sub_mchid: Option<String>,
    /// 汇款账户验证信息
    pub account_validation: Option<AccountValidation>,
    /// 驳回原因详情
    pub audit_detail: Option<Vec<AuditDetail>>,
    /// 法人验证链接
    pub legal_validation_url: Option<String>,
    /// 业务申请编号: such as `APPLYMENT_00000000001`
    pub out_request_no: String,
    /// 微信支付申请单号: such as `2000002124775691`
    pub applyment_id: Option<i64>,
    /// 签约状态: such as `SIGNED`
    pub sign_state: Option<SignState>,
}

/// 汇款账户验证信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct AccountValidation {
    /// 付款户名
    pub account_name: Option<String>,
    /// 付款卡号
    pub account_no: Option<String>,
    /// 汇款金额: such as `124`
    pub pay_amount: Option<Fen>,
    /// 收款卡号: such as `7222223333322332`
    pub destination_account_number: Option<String>,
    /// 收款户名: such as `财付通支付科技有限公司`
    pub destination_account_name: Option<String>,
    /// 开户银行: such as `招商银行威盛大厦支行`
    pub destination_account_bank: Option<String>,
    /// 省市信息: such as `深圳`
    pub city: Option<String>,
    /// 备注信息: such as `入驻账户验证`
    pub remark: Option<String>,
    /// 汇款截止时间: such as `2018-12-10 17:09:01`
    pub deadline: Option<String>,
}

/// 驳回原因详情
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct AuditDetail {
    /// 参数名称: such as `id_card_copy`
    pub param_name: Option<String>,
    /// 驳回原因: such as `身份证背面识别失败，请上传更清晰的身份证图片`
    pub reject_reason: Option<String>,
}

/// The request of [`Applyments::submit_sign_verify_info`].
///
/// `SubmitSignVerifyInfoRequest::builder().build()`. For an `Option`, use setters such as
/// `maybe_out_request_no`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SubmitSignVerifyInfoRequest {
    /// 业务申请编号: such as `1900013511_10000`
    pub out_request_no: Option<String>,
    /// 微信支付申请单号: such as `2000002124775691`
    pub applyment_id: Option<i64>,
    /// 预签署微信支付协议时间: such as `2018-06-08T10:34:56+08:00`
    pub pre_sign_time: Option<DateTime>,
    /// 平台代理核身信息
    pub proxy_verify_identity_info: Option<ProxyVerifyIdentityInfo>,
}

rules! {
    SubmitSignVerifyInfoRequest {
        within("proxy_verify_identity_info", ProxyVerifyIdentityInfo::RULES),
    }
}

/// 平台代理核身信息
///
/// `ProxyVerifyIdentityInfo::builder().verify_identity_type(…).verify_identity_result(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ProxyVerifyIdentityInfo {
    /// 核身方式: such as `VERIFY_IDENTITY_TYPE_FACE_TO_FACE`
    pub verify_identity_type: VerifyIdentityType,
    /// 核身结果
    pub verify_identity_result: bool,
}

rules! {
    ProxyVerifyIdentityInfo {
        member("verify_identity_type", &[Listed(VerifyIdentityType::TEXTS)]),
    }
}

/// The response of [`Applyments::submit_sign_verify_info`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct SubmitSignVerifyInfoResponse {
    /// 微信支付申请单号: such as `2000002124775691`
    pub applyment_id: i64,
}

open_enum! {
    /// 登记证书类型
    pub enum CertType {
        CertificateType2388 = "CERTIFICATE_TYPE_2388",
        CertificateType2389 = "CERTIFICATE_TYPE_2389",
        CertificateType2390 = "CERTIFICATE_TYPE_2390",
        CertificateType2391 = "CERTIFICATE_TYPE_2391",
        CertificateType2392 = "CERTIFICATE_TYPE_2392",
        CertificateType2393 = "CERTIFICATE_TYPE_2393",
        CertificateType2394 = "CERTIFICATE_TYPE_2394",
        CertificateType2395 = "CERTIFICATE_TYPE_2395",
        CertificateType2396 = "CERTIFICATE_TYPE_2396",
        CertificateType2399 = "CERTIFICATE_TYPE_2399",
        CertificateType2400 = "CERTIFICATE_TYPE_2400",
        CertificateType2520 = "CERTIFICATE_TYPE_2520",
        CertificateType2521 = "CERTIFICATE_TYPE_2521",
        CertificateType2522 = "CERTIFICATE_TYPE_2522",
    }
}

open_enum! {
    /// 金融机构类型
    pub enum FinanceType {
        BankAgent = "BANK_AGENT",
        PaymentAgent = "PAYMENT_AGENT",
        Insurance = "INSURANCE",
        TradeAndSettle = "TRADE_AND_SETTLE",
        Other = "OTHER",
    }
}

open_enum! {
    /// 超级管理员类型
    pub enum IdHolderType {
        Legal = "LEGAL",
        Super = "SUPER",
    }
}

open_enum! {
    /// 证件类型
    pub enum IdType {
        Idcard = "IDENTIFICATION_TYPE_IDCARD",
        OverseaPassport = "IDENTIFICATION_TYPE_OVERSEA_PASSPORT",
        HongkongPassport = "IDENTIFICATION_TYPE_HONGKONG_PASSPORT",
        MacaoPassport = "IDENTIFICATION_TYPE_MACAO_PASSPORT",
        TaiwanPassport = "IDENTIFICATION_TYPE_TAIWAN_PASSPORT",
        ForeignResident = "IDENTIFICATION_TYPE_FOREIGN_RESIDENT",
        HongkongMacaoResident = "IDENTIFICATION_TYPE_HONGKONG_MACAO_RESIDENT",
        TaiwanResident = "IDENTIFICATION_TYPE_TAIWAN_RESIDENT",
    }
}

open_enum! {
    /// 申请状态
    pub enum ApplymentState {
        Checking = "CHECKING",
        AccountNeedVerify = "ACCOUNT_NEED_VERIFY",
        Auditing = "AUDITING",
        Rejected = "REJECTED",
        NeedSign = "NEED_SIGN",
        Finish = "FINISH",
        Frozen = "FROZEN",
    }
}

open_enum! {
    /// 签约状态
    pub enum SignState {
        Unsigned = "UNSIGNED",
        Signed = "SIGNED",
        NotSignable = "NOT_SIGNABLE",
    }
}

open_enum! {
    /// 核身方式
    pub enum VerifyIdentityType {
        FaceToFace = "VERIFY_IDENTITY_TYPE_FACE_TO_FACE",
        Remote = "VERIFY_IDENTITY_TYPE_REMOTE",
    }
}
