//! 商户管控.

use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use crate::open_enum::open_enum;

/// 商户管控
#[wechatpay_api(defaults)]
pub trait MerchantLimitations {
    /// 查询子商户管控情况
    ///
    /// `GET /v3/mch-operation-manage/merchant-limitations/sub-mchid/{sub_mchid}`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/limited-functions-and-reasons/mch-limitations/query-sub-mch-limitation.html>
    ///
    /// - `sub_mchid` 子商户号: such as `123000110`
    #[wechatpay_api(GET "/v3/mch-operation-manage/merchant-limitations/sub-mchid/{sub_mchid}")]
    async fn query_merchant_limitations(&self, sub_mchid: &str) -> Result<MerchantLimitation>;
}

/// The response of [`MerchantLimitations::query_merchant_limitations`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct MerchantLimitation {
    /// 商户号: such as `123000110`
    pub mchid: String,
    /// 商户被管控能力列表
    pub limited_functions: Option<Vec<LimitedFunction>>,
    /// 被管控原因及解脱路径列表
    pub recovery_specifications: Option<Vec<RecoverySpecification>>,
    /// 商户其他被管控能力描述: such as `关闭相册扫码支付,关闭长按识别支付`
    pub other_limited_functions: Option<String>,
}

/// 被管控原因及解脱路径列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct RecoverySpecification {
    /// 商户被该原因管控的单据号: such as `A20250819155047774441874`
    pub limitation_case_id: Option<String>,
    /// 商户被管控原因: such as `入驻后180天无账户动账`
    pub limitation_reason: Option<String>,
    /// 商户被管控原因描述: such as `当前商户号入驻后长时间无账户动账，请重新确认开户意愿并核实身份`
    pub limitation_reason_describe: Option<String>,
    /// 商户被该原因管控的解脱路径: such as `MODIFY_SUBJECT_INFORMATION`
    pub recover_way: Option<LimitationRecoverWay>,
    /// 商户被该原因管控的解脱路径参数: such as `100200300112233`
    pub recover_way_param: Option<String>,
    /// 商户被该原因管控的解脱帮助链接: such as `https://kf.qq.com`
    pub recover_help_url: Option<String>,
    /// 处置方式: such as `LIMIT_ACTION_TYPE_IMMEDIATE_CONTROL`
    pub limitation_action_type: Option<LimitationActionType>,
    /// 预计管控开始时间: such as `2025-06-08T10:34:56+08:00`
    pub limitation_start_date: Option<DateTime>,
    /// 商户被该原因管控的时间: such as `2025-06-08T10:34:56+08:00`
    pub limitation_date: Option<DateTime>,
    /// 商户被管控原因类型: such as `LICENSE_ABNORMAL`
    pub limitation_reason_type: Option<LimitationReasonType>,
    /// 商户被该原因管控的能力列表
    pub relate_limitations: Option<Vec<LimitedFunction>>,
    /// 商户被该原因管控的其他能力描述: such as `关闭相册扫码支付,关闭长按识别支付`
    pub other_relate_limitations: Option<String>,
}

open_enum! {
    /// 商户被管控能力列表
    pub enum LimitedFunction {
        NoTransactionAndRecharge = "NO_TRANSACTION_AND_RECHARGE",
        NoPayment = "NO_PAYMENT",
        NoWithdrawal = "NO_WITHDRAWAL",
        NoRefund = "NO_REFUND",
        NoTransaction = "NO_TRANSACTION",
        NoProfitSharing = "NO_PROFIT_SHARING",
        NoPaymentPointCompleteOrder = "NO_PAYMENT_POINT_COMPLETE_ORDER",
    }
}

open_enum! {
    /// 商户被该原因管控的解脱路径
    pub enum LimitationRecoverWay {
        Irrecoverable = "IRRECOVERABLE",
        ModifySubjectInformation = "MODIFY_SUBJECT_INFORMATION",
        ModifySettleAccountInformation = "MODIFY_SETTLE_ACCOUNT_INFORMATION",
        VerifyInactiveMerchantIdentity = "VERIFY_INACTIVE_MERCHANT_IDENTITY",
        SubmitOfflineBusinessScenarioInformation = "SUBMIT_OFFLINE_BUSINESS_SCENARIO_INFORMATION",
        SubmitInformationForAppeal = "SUBMIT_INFORMATION_FOR_APPEAL",
        ResolveTransactionDisputes = "RESOLVE_TRANSACTION_DISPUTES",
        ModifyAdministratorInformation = "MODIFY_ADMINISTRATOR_INFORMATION",
        CallCustomerServiceAt95017 = "CALL_CUSTOMER_SERVICE_AT_95017",
        UpdateBusinessScenarioInformation = "UPDATE_BUSINESS_SCENARIO_INFORMATION",
        SubmitCddInformation = "SUBMIT_CDD_INFORMATION",
        WaitingForPlatformReview = "WAITING_FOR_PLATFORM_REVIEW",
        SubmitUboInformation = "SUBMIT_UBO_INFORMATION",
        SignAntiFraudPledgeAndVerifyFace = "SIGN_ANTI_FRAUD_PLEDGE_AND_VERIFY_FACE",
        ContactAppropriateAuthorityForConsultation = "CONTACT_APPROPRIATE_AUTHORITY_FOR_CONSULTATION",
        ModifyAbbreviationInformation = "MODIFY_ABBREVIATION_INFORMATION",
        ConfirmBusinessType = "CONFIRM_BUSINESS_TYPE",
        SubmitOnlineBusinessScenarioInformation = "SUBMIT_ONLINE_BUSINESS_SCENARIO_INFORMATION",
        ContactServiceProvider = "CONTACT_SERVICE_PROVIDER",
    }
}

open_enum! {
    /// 处置方式
    pub enum LimitationActionType {
        ImmediateControl = "LIMIT_ACTION_TYPE_IMMEDIATE_CONTROL",
        DelayControl = "LIMIT_ACTION_TYPE_DELAY_CONTROL",
    }
}

open_enum! {
    /// 商户被管控原因类型
    pub enum LimitationReasonType {
        LicenseAbnormal = "LICENSE_ABNORMAL",
        NoTrade = "NO_TRADE",
        SettleAccountAbnormal = "SETTLE_ACCOUNT_ABNORMAL",
        RiskAbnormal = "RISK_ABNORMAL",
        Other = "OTHER",
        InspectAbnormal = "INSPECT_ABNORMAL",
        InvalidRepresentativeInformation = "INVALID_REPRESENTATIVE_INFORMATION",
        InvalidBusinessStatus = "INVALID_BUSINESS_STATUS",
        InvalidBusinessLicense = "INVALID_BUSINESS_LICENSE",
        InvalidBeneficiaryInformation = "INVALID_BENEFICIARY_INFORMATION",
    }
}
