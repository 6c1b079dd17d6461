//! 注销商户提现.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, Sensitive, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 注销商户提现
#[wechatpay_api(defaults)]
pub trait CancelledMerchantWithdrawals {
    /// 已注销商户余额提现
    ///
    /// `POST /v3/mch_operate/risk/withdrawl-apply`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/withdrawal-apply/withdrawal-apply/submit-apply.html>
    #[wechatpay_api(POST "/v3/mch_operate/risk/withdrawl-apply")]
    async fn apply_cancelled_merchant_withdrawal(
        &self,
        body: &ApplyCancelledMerchantWithdrawalRequest,
    ) -> Result<ApplyCancelledMerchantWithdrawalResponse>;

    /// 申请单号查询注销户提现
    ///
    /// `GET /v3/mch_operate/risk/withdrawl-apply/applyment-id/{applyment_id}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/apis/chapter7_8_8.shtml>
    ///
    /// - `applyment_id` 微信支付提现申请单号: such as `20220210183333`
    #[wechatpay_api(GET "/v3/mch_operate/risk/withdrawl-apply/applyment-id/{applyment_id}")]
    async fn query_cancelled_merchant_withdrawal_by_applyment_id(
        &self,
        applyment_id: &str,
    ) -> Result<CancelledMerchantWithdrawal>;

    /// 商户单号查询注销户提现
    ///
    /// `GET /v3/mch_operate/risk/withdrawl-apply/out-request-no/{out_request_no}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/apis/chapter7_8_7.shtml>
    ///
    /// - `out_request_no` 商户提现申请号: such as `123283928932`
    #[wechatpay_api(GET "/v3/mch_operate/risk/withdrawl-apply/out-request-no/{out_request_no}")]
    async fn query_cancelled_merchant_withdrawal_by_out_request_no(
        &self,
        out_request_no: &str,
    ) -> Result<CancelledMerchantWithdrawal>;
}

/// The request of [`CancelledMerchantWithdrawals::apply_cancelled_merchant_withdrawal`].
///
/// `ApplyCancelledMerchantWithdrawalRequest::builder().sub_mchid(…).out_account_type(…).amount(…).out_request_no(…).payee_type(…).payee_info(…).build()`.
/// For an `Option`, use setters such as `maybe_payee_mchid`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ApplyCancelledMerchantWithdrawalRequest {
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 二级商户号的出款子账户类型: such as `BASIC_ACCOUNT`
    pub out_account_type: OutAccountType,
    /// 提现金额: such as `101`
    pub amount: Fen,
    /// 商户提现申请单号: such as `2019061122222222122`
    pub out_request_no: String,
    /// 收款对象类型: such as `OTHER_MERCHANT`
    pub payee_type: PayeeType,
    /// 收款对象对应的商户号: such as `1900000109`
    pub payee_mchid: Option<String>,
    /// 收款账号信息
    pub payee_info: PayeeInfo,
    /// 付款申请证明材料
    pub proof_media_list: Option<ProofMediaList>,
    /// 补充材料
    pub additional_materials: Option<AdditionalMaterial>,
    /// 备注: such as `特殊理由`
    pub remark: Option<String>,
}

rules! {
    ApplyCancelledMerchantWithdrawalRequest {
        member("out_account_type", &[Listed(OutAccountType::TEXTS)]),
        member("payee_type", &[Listed(PayeeType::TEXTS)]),
        within("payee_info", PayeeInfo::RULES),
        within("proof_media_list", ProofMediaList::RULES),
    }
}

/// 收款账号信息
///
/// `PayeeInfo::builder().account_type(…).build()`. For an `Option`, use setters such as
/// `maybe_bank_account_info`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PayeeInfo {
    /// 账户类型: such as `ACCOUNT_TYPE_CORPORATE`
    pub account_type: PayeeAccountType,
    /// 银行账户
    pub bank_account_info: Option<BankAccountInfo>,
    /// 收款人账号对应的证件信息
    pub identity_info: Option<IdentityInfo>,
}

rules! {
    PayeeInfo {
        member("account_type", &[Listed(PayeeAccountType::TEXTS)]),
        within("identity_info", IdentityInfo::RULES),
    }
}

/// 银行账户
///
/// `BankAccountInfo::builder().account_name(…).account_bank(…).account_number(…).build()`. For
/// an `Option`, use setters such as `maybe_bank_branch_id`.
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
pub struct BankAccountInfo {
    /// 开户名称: encrypted
    pub account_name: Sensitive,
    /// 开户银行: such as `工商银行`
    pub account_bank: String,
    /// 开户银行联行号: such as `402713354941`
    pub bank_branch_id: Option<String>,
    /// 开户银行全称: such as `402713354941`
    pub bank_name: Option<String>,
    /// 银行账号: encrypted
    pub account_number: Sensitive,
}

/// 收款人账号对应的证件信息
///
/// `IdentityInfo::builder().build()`. For an `Option`, use setters such as `maybe_id_doc_type`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(Sensitive, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct IdentityInfo {
    /// 证件类型: such as `IDENTIFICATION_TYPE_IDCARD`
    pub id_doc_type: Option<IdDocType>,
    /// 证件姓名: encrypted
    pub identification_name: Option<Sensitive>,
    /// 证件号码: encrypted
    pub identification_no: Option<Sensitive>,
}

rules! {
    IdentityInfo {
        member("id_doc_type", &[Listed(IdDocType::TEXTS)]),
    }
}

/// 付款申请证明材料
///
/// `ProofMediaList::builder().build()`. For an `Option`, use setters such as
/// `maybe_proof_payee_media`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ProofMediaList {
    /// 申请证明材料
    pub proof_payee_media: Option<Vec<ProofPayeeMedia>>,
}

rules! {
    ProofMediaList {
        within("proof_payee_media", ProofPayeeMedia::RULES),
    }
}

/// 申请证明材料
///
/// `ProofPayeeMedia::builder().proof_media_type(…).proof_media(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ProofPayeeMedia {
    /// 申请证明材料类型: such as `BASIC_TRANSACTION_INFORMATION`
    pub proof_media_type: ProofMediaType,
    /// 证明材料照片: the ID of an uploaded file, such as `jTpGmxUX3FBWVQ5NJTZvlKXQ`
    pub proof_media: String,
}

rules! {
    ProofPayeeMedia {
        member("proof_media_type", &[Listed(ProofMediaType::TEXTS)]),
    }
}

/// 补充材料
///
/// `AdditionalMaterial::builder().build()`. For an `Option`, use setters such as
/// `maybe_additional_media`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct AdditionalMaterial {
    /// 补充材料照片列表: each the ID of an uploaded file, such as `jTpGmxUX3FBWVQ5NFQ`
    pub additional_media: Option<Vec<String>>,
}

/// The response of [`CancelledMerchantWithdrawals::apply_cancelled_merchant_withdrawal`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ApplyCancelledMerchantWithdrawalResponse {
    /// 微信支付提现申请单号: such as `20220101332222`
    pub applyment_id: Option<String>,
    /// 商户提现申请单号: such as `1234567`
    pub out_request_no: Option<String>,
}

/// The response of
/// [`CancelledMerchantWithdrawals::query_cancelled_merchant_withdrawal_by_applyment_id`],
/// [`CancelledMerchantWithdrawals::query_cancelled_merchant_withdrawal_by_out_request_no`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct CancelledMerchantWithdrawal {
    /// 提现申请单信息
    pub withdrawl_apply: CancelledMerchantWithdrawalApplyment,
}

/// 提现申请单信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CancelledMerchantWithdrawalApplyment {
    /// 微信支付提现申请单号: such as `20220101332222`
    pub applyment_id: String,
    /// 商户提现申请单号: such as `1234567`
    pub out_request_no: String,
    /// 申请单状态: such as `SUBMITTED`
    pub state: String,
    /// 失败原因: such as `银行卡信息有误`
    pub fail_reason: Option<String>,
    /// 最后更新时间: such as `2015-05-20T13:29:35+08:00`
    pub modify_time: Option<DateTime>,
}

open_enum! {
    /// 二级商户号的出款子账户类型
    pub enum OutAccountType {
        BasicAccount = "BASIC_ACCOUNT",
        OperateAccount = "OPERATE_ACCOUNT",
        MarginAccount = "MARGIN_ACCOUNT",
    }
}

open_enum! {
    /// 收款对象类型
    pub enum PayeeType {
        ContributionMerchant = "CONTRIBUTION_MERCHANT",
        ServiceProviderMerchant = "SERVICE_PROVIDER_MERCHANT",
        OtherMerchant = "OTHER_MERCHANT",
        Individual = "INDIVIDUAL",
    }
}

open_enum! {
    /// 账户类型
    pub enum PayeeAccountType {
        Corporate = "ACCOUNT_TYPE_CORPORATE",
        Personal = "ACCOUNT_TYPE_PERSONAL",
    }
}

open_enum! {
    /// 证件类型
    pub enum IdDocType {
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
    /// 申请证明材料类型
    pub enum ProofMediaType {
        BasicTransactionInformation = "BASIC_TRANSACTION_INFORMATION",
        LegalIdCard = "LEGAL_ID_CARD",
        IdCard = "ID_CARD",
        BusinessLicensePhoto = "BUSINESS_LICENSE_PHOTO",
        PayeeIdCard = "PAYEE_ID_CARD",
        WechatPayWithdrawalApplicationType6 = "WECHAT_PAY_WITHDRAWAL_APPLICATION_TYPE_6",
        WechatPayWithdrawalApplicationType7 = "WECHAT_PAY_WITHDRAWAL_APPLICATION_TYPE_7",
        WechatPayWithdrawalApplicationType8 = "WECHAT_PAY_WITHDRAWAL_APPLICATION_TYPE_8",
    }
}
