//! 投诉、风险与商户管理.

use wechatpay_client::Deserialize;

use crate::open_enum::open_enum;

/// The resource of `COMPLAINT.CREATE`, `COMPLAINT.STATE_CHANGE`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ComplaintChange {
    /// 投诉单对应的投诉单号
    pub complaint_id: Option<String>,
    /// `action_type`
    pub action_type: Option<ComplaintActionType>,
}

/// The resource of `VIOLATION.PUNISH`, `VIOLATION.INTERCEPT`, `VIOLATION.APPEAL`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct Violation {
    /// 该商户平台处置记录对应的商户号
    pub sub_mchid: Option<String>,
    /// 子商户公司名称
    pub company_name: Option<String>,
    /// `record_id`
    pub record_id: Option<String>,
    /// 微信支付对违约商户的具体处罚方案
    pub punish_plan: Option<String>,
    /// 微信支付对违约商户的处置时间
    pub punish_time: Option<String>,
    /// `punish_description`
    pub punish_description: Option<String>,
    /// 微信支付对违约商户定义的风险类型
    pub risk_type: Option<ViolationRiskType>,
    /// `risk_description`
    pub risk_description: Option<String>,
}

/// The resource of `RISKTRADE.IDENTIFICATION`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct RiskTrade {
    /// 商户号
    pub mchid: Option<String>,
    /// 商户订单号
    pub out_trade_no: Option<String>,
    /// 风险类型
    pub risk_type: Option<i64>,
    /// 风险等级
    pub risk_level: Option<i64>,
}

/// The resource of `BLOCKRECORD.CHANGE`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct TransactionBlockRecord {
    /// 子商户号
    pub sub_mchid: Option<String>,
    /// 交易拦截记录ID
    pub block_record_id: Option<String>,
    /// 交易拦截次数等级
    pub block_count_level: Option<BlockCountLevel>,
}

/// The resource of `BLOCKSUBMISSION.CHANGE`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct TransactionBlockSubmission {
    /// 子商户号
    pub sub_mchid: Option<String>,
    /// 交易拦截记录申诉ID
    pub appeal_record_id: Option<String>,
    /// 申诉结果
    pub appeal_result: Option<AppealResult>,
}

/// The resource of `MANAGERECORD.CHANGE`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ManageRecordChange {
    /// 子商户号
    pub sub_mchid: Option<String>,
    /// 商户管理记录ID
    pub manage_record_id: Option<String>,
    /// 商户管理记录状态
    pub manage_record_state: Option<ManageRecordState>,
}

/// The resource of `APPLYMENT_STATE.APPROVED`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct H5DomainApplication {
    /// 子商户号
    pub sub_mchid: Option<String>,
    /// 子商户经营网址状态
    pub website_state: Option<WebsiteState>,
    /// H5支付域名
    pub domains: Option<Vec<String>>,
    /// 子商户H5经营网址
    pub website_url: Option<String>,
    /// 经营网址商业页面截图
    pub website_business_page_pics: Option<Vec<String>>,
    /// 经营网址首页截图
    pub website_homepage_pics: Option<Vec<String>>,
    /// 申请单号
    pub applyment_id: Option<i64>,
    /// 驳回原因
    pub audit_reject_detail: Option<String>,
    /// 申请单状态
    pub applyment_state: Option<H5DomainApplicationState>,
    /// 商户提供的审核结果回调接口
    pub notify_url: Option<String>,
    /// 商户申请单号
    pub out_applyment_id: Option<String>,
}

/// The resource of `MERCHANT_NOTIFY.NOTIFY`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct SubscribedMessage {
    /// `topic_name`
    pub topic_name: Option<TopicName>,
    /// `message_content`
    pub message_content: Option<MessageContent>,
}

/// The `topic_name` of `MERCHANT_NOTIFY.NOTIFY`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct TopicName {
    /// `topic_english_name`
    pub topic_english_name: Option<String>,
    /// `topic_chinese_name`
    pub topic_chinese_name: Option<String>,
}

/// The `message_content` of `MERCHANT_NOTIFY.NOTIFY`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct MessageContent {
    /// 商户号
    pub merchant_code: Option<String>,
    /// 商户全称
    pub merchant_company_name: Option<String>,
    /// 业务发生时间
    pub business_time: Option<String>,
    /// 业务单据
    pub business_code: Option<String>,
    /// 业务状态
    pub business_state: Option<String>,
}

/// The resource of `SECURITY_ECHO.SUCCESS`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct SecurityEcho {
    /// 回显消息
    pub echo_message: Option<String>,
    /// 加密回显消息
    pub encrypt_echo_message: Option<String>,
}

open_enum! {
    /// The values of `action_type`.
    pub enum ComplaintActionType {
        CreateComplaint = "CREATE_COMPLAINT",
        ContinueComplaint = "CONTINUE_COMPLAINT",
        UserResponse = "USER_RESPONSE",
        ResponseByPlatform = "RESPONSE_BY_PLATFORM",
        SellerRefund = "SELLER_REFUND",
        MerchantResponse = "MERCHANT_RESPONSE",
        MerchantConfirmComplete = "MERCHANT_CONFIRM_COMPLETE",
        UserApplyPlatformService = "USER_APPLY_PLATFORM_SERVICE",
        UserCancelPlatformService = "USER_CANCEL_PLATFORM_SERVICE",
        PlatformServiceFinished = "PLATFORM_SERVICE_FINISHED",
        MerchantApproveRefund = "MERCHANT_APPROVE_REFUND",
        MerchantRejectRefund = "MERCHANT_REJECT_REFUND",
        RefundSuccess = "REFUND_SUCCESS",
    }
}

open_enum! {
    /// 微信支付对违约商户定义的风险类型
    pub enum ViolationRiskType {
        OneYuanPurchases = "ONE_YUAN_PURCHASES",
        MultiLevelDistributionRebate = "MULTI_LEVEL_DISTRIBUTION_REBATE",
        ProhibitedBusinessCategories = "PROHIBITED_BUSINESS_CATEGORIES",
        CashAdvanceViaCreditCard = "CASH_ADVANCE_VIA_CREDIT_CARD",
        InducingUsersToMakePayments = "INDUCING_USERS_TO_MAKE_PAYMENTS",
        Fraud = "FRAUD",
        MaliciousFanCountBoosting = "MALICIOUS_FAN_COUNT_BOOSTING",
        CrossCategoryActivities = "CROSS_CATEGORY_ACTIVITIES",
        CrossCategoryBusiness = "CROSS_CATEGORY_BUSINESS",
        Gambling = "GAMBLING",
        LewdContent = "LEWD_CONTENT",
        UnlicensedPaymentAndSettlementBusiness = "UNLICENSED_PAYMENT_AND_SETTLEMENT_BUSINESS",
        Investment = "INVESTMENT",
        TransactionDispute = "TRANSACTION_DISPUTE",
        CrossBorderUseOfDomesticPaymentApi = "CROSS_BORDER_USE_OF_DOMESTIC_PAYMENT_API",
        OverseasActivitiesOutsideTheBusinessScopeApprovedByRegulatoryAuthorities = "OVERSEAS_ACTIVITIES_OUTSIDE_THE_BUSINESS_SCOPE_APPROVED_BY_REGULATORY_AUTHORITIES",
        UnusualTransaction = "UNUSUAL_TRANSACTION",
        UnlicensedBusiness = "UNLICENSED_BUSINESS",
        WealthInvestment = "WEALTH_INVESTMENT",
        AffiliatedToAViolatingEntity = "AFFILIATED_TO_A_VIOLATING_ENTITY",
        InvolvedInAJudicialCase = "INVOLVED_IN_A_JUDICIAL_CASE",
        IncorrectInformationSubmitted = "INCORRECT_INFORMATION_SUBMITTED",
        AppealSuccessful = "APPEAL_SUCCESSFUL",
        ReportedByOthers = "REPORTED_BY_OTHERS",
        ViolatingSmartCateringActivities = "VIOLATING_SMART_CATERING_ACTIVITIES",
        MoreThanOneMerchantUnderASingleMerchantId = "MORE_THAN_ONE_MERCHANT_UNDER_A_SINGLE_MERCHANT_ID",
        CrossRegionUseOfInternationalPaymentApi = "CROSS_REGION_USE_OF_INTERNATIONAL_PAYMENT_API",
        UnusualRealTimeTransaction = "UNUSUAL_REAL_TIME_TRANSACTION",
        UnacceptableDocuments = "UNACCEPTABLE_DOCUMENTS",
        LargeAmountTransaction = "LARGE_AMOUNT_TRANSACTION",
        AllMerchantsHaveConfirmedTheWillingnessToOpenAnAccount = "ALL_MERCHANTS_HAVE_CONFIRMED_THE_WILLINGNESS_TO_OPEN_AN_ACCOUNT",
        UnconfirmedWillingnessToOpenAnAccount = "UNCONFIRMED_WILLINGNESS_TO_OPEN_AN_ACCOUNT",
        InactiveTransaction = "INACTIVE_TRANSACTION",
        OtherUnusualActivities = "OTHER_UNUSUAL_ACTIVITIES",
    }
}

open_enum! {
    /// 交易拦截次数等级
    pub enum BlockCountLevel {
        LessThanTwenty = "LESS_THAN_TWENTY",
        LessThanOneHundred = "LESS_THAN_ONE_HUNDRED",
        LessThanOneThousand = "LESS_THAN_ONE_THOUSAND",
        OverOneThousand = "OVER_ONE_THOUSAND",
    }
}

open_enum! {
    /// 申诉结果
    pub enum AppealResult {
        Pass = "PASS",
        Reject = "REJECT",
    }
}

open_enum! {
    /// 商户管理记录状态
    pub enum ManageRecordState {
        Pending = "PENDING",
        Submitted = "SUBMITTED",
        Expired = "EXPIRED",
        UnderReview = "UNDER_REVIEW",
        Recovered = "RECOVERED",
        Rejected = "REJECTED",
    }
}

open_enum! {
    /// 子商户经营网址状态
    pub enum WebsiteState {
        HasLaunched = "HAS_LAUNCHED",
        UnLaunched = "UN_LAUNCHED",
    }
}

open_enum! {
    /// 申请单状态
    pub enum H5DomainApplicationState {
        Pending = "PENDING",
        UnderReview = "UNDER_REVIEW",
        Approved = "APPROVED",
        Rejected = "REJECTED",
    }
}
