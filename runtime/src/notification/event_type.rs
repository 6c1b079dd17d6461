//! The event types of notifications, as WeChat Pay publishes them.

use std::fmt;

macro_rules! event_types {
    ($($variant:ident = $name:literal,)*) => {
        /// The event type of a notification (通知类型): every published name, and [`Unknown`](Self::Unknown) for
        /// names that are newer than this version.
        ///
        /// The event type does not determine the type of the resource: many products send
        /// `TRANSACTION.SUCCESS`, each with its own resource. Give each product its own `notify_url` to tell
        /// them apart.
        ///
        /// ```
        /// use wechatpay_client::notification::EventType;
        ///
        /// assert_eq!(EventType::from_text("TRANSACTION.SUCCESS"), EventType::TransactionSuccess);
        /// // Stays true when a later version knows the name.
        /// assert_eq!(EventType::from_text("NEW.EVENT").as_str(), "NEW.EVENT");
        /// ```
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum EventType {
            $(#[doc = concat!("`", $name, "`")] $variant,)*
            /// An event type that this version of the crate does not know. To handle a new event type, compare
            /// [`as_str`](Self::as_str): the comparison still works when a later version has a variant for the name.
            Unknown(UnknownEventType),
        }

        impl EventType {
            /// The name of the event type in a notification, such as `TRANSACTION.SUCCESS`.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $name,)*
                    Self::Unknown(UnknownEventType(name)) => name,
                }
            }

            /// The event type with this name. A name that this version does not know is accepted too.
            #[must_use]
            pub fn from_text(name: &str) -> Self {
                match name {
                    $($name => Self::$variant,)*
                    _ => Self::Unknown(UnknownEventType(name.into())),
                }
            }
        }

        #[cfg(test)]
        const NAMES: &[&str] = &[$($name),*];
    };
}

/// The name of an event type that this version of the crate does not know, inside [`EventType::Unknown`].
///
/// A pattern cannot match the text, because a later version has a variant of [`EventType`] for the name. Compare
/// [`EventType::as_str`] instead.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct UnknownEventType(Box<str>);

impl fmt::Display for EventType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

event_types! {
    AbnormalFundProcessingTransferSuccess = "ABNORMAL_FUND_PROCESSING.TRANSFER.SUCCESS",
    ApplymentStateApproved = "APPLYMENT_STATE.APPROVED",
    BlockrecordChange = "BLOCKRECORD.CHANGE",
    BlocksubmissionChange = "BLOCKSUBMISSION.CHANGE",
    BrandMemberCardUserCardCreate = "BRAND_MEMBER_CARD.USER_CARD.CREATE",
    BrandMemberCardUserCardDelete = "BRAND_MEMBER_CARD.USER_CARD.DELETE",
    BrandMemberCardSpPointExchangeCoupon = "BRAND_MEMBER_CARD_SP.POINT_EXCHANGE_COUPON",
    BrandMemberCardSpSyncUserPoint = "BRAND_MEMBER_CARD_SP.SYNC_USER_POINT",
    BrandMemberCardSpUserCardCreate = "BRAND_MEMBER_CARD_SP.USER_CARD.CREATE",
    BrandMemberCardSpUserCardDelete = "BRAND_MEMBER_CARD_SP.USER_CARD.DELETE",
    BudgetClosed = "BUDGET.CLOSED",
    BudgetFinished = "BUDGET.FINISHED",
    BudgetLocked = "BUDGET.LOCKED",
    ComplaintCreate = "COMPLAINT.CREATE",
    ComplaintStateChange = "COMPLAINT.STATE_CHANGE",
    CouponSend = "COUPON.SEND",
    CouponUse = "COUPON.USE",
    CreditRepaymentDeductionPay = "CREDIT_REPAYMENT.DEDUCTION_PAY",
    CreditRepaymentSignContract = "CREDIT_REPAYMENT.SIGN_CONTRACT",
    CreditRepaymentTerminateContract = "CREDIT_REPAYMENT.TERMINATE_CONTRACT",
    CrossBorderPayGetMchInfo = "CROSS_BORDER_PAY.GET_MCH_INFO",
    CrossBorderPayPushOrderInfo = "CROSS_BORDER_PAY.PUSH_ORDER_INFO",
    DeliveryPlanChange = "DELIVERY_PLAN.CHANGE",
    DeliveryPlanStateDeliver = "DELIVERY_PLAN_STATE.DELIVER",
    DiscountCardAgreementEnded = "DISCOUNT_CARD.AGREEMENT_ENDED",
    DiscountCardGetCard = "DISCOUNT_CARD.GET_CARD",
    DiscountCardSettlement = "DISCOUNT_CARD.SETTLEMENT",
    DiscountCardUserAccepted = "DISCOUNT_CARD.USER_ACCEPTED",
    DiscountCardUserPaid = "DISCOUNT_CARD.USER_PAID",
    EcommerceEntrustSign = "ECOMMERCE_ENTRUST.SIGN",
    EcommerceEntrustTerminate = "ECOMMERCE_ENTRUST.TERMINATE",
    EduSchoolPayUserDebtStateUpdate = "EDU_SCHOOL_PAY.USER_DEBT_STATE_UPDATE",
    EntrustRelease = "ENTRUST.RELEASE",
    EntrustSign = "ENTRUST.SIGN",
    EntrustSigning = "ENTRUST.SIGNING",
    EntrustTerminate = "ENTRUST.TERMINATE",
    EntrustTerminateInquiry = "ENTRUST.TERMINATE_INQUIRY",
    EntrustTerminateRetention = "ENTRUST.TERMINATE_RETENTION",
    FacepayUserStateChange = "FACEPAY.USER_STATE_CHANGE",
    FapiaoCardDiscarded = "FAPIAO.CARD_DISCARDED",
    FapiaoCardInserted = "FAPIAO.CARD_INSERTED",
    FapiaoIssued = "FAPIAO.ISSUED",
    FapiaoReversed = "FAPIAO.REVERSED",
    FapiaoUserApplied = "FAPIAO.USER_APPLIED",
    HirePowerBankReceiveInsurance = "HIRE_POWER_BANK.RECEIVE_INSURANCE",
    InsuranceEntrustRenew = "INSURANCE_ENTRUST.RENEW",
    InsuranceEntrustSign = "INSURANCE_ENTRUST.SIGN",
    InsuranceEntrustTerminate = "INSURANCE_ENTRUST.TERMINATE",
    InsurancePolicyManagementGranted = "INSURANCE_POLICY_MANAGEMENT.GRANTED",
    MallAuthActivateCard = "MALL_AUTH.ACTIVATE_CARD",
    MallRefundSuccess = "MALL_REFUND.SUCCESS",
    MallTransactionSuccess = "MALL_TRANSACTION.SUCCESS",
    ManagerecordChange = "MANAGERECORD.CHANGE",
    MchtransferAuthorizationClosed = "MCHTRANSFER.AUTHORIZATION.CLOSED",
    MchtransferAuthorizationConfirmed = "MCHTRANSFER.AUTHORIZATION.CONFIRMED",
    MchtransferBatchClosed = "MCHTRANSFER.BATCH.CLOSED",
    MchtransferBatchFinished = "MCHTRANSFER.BATCH.FINISHED",
    MchtransferBillFinished = "MCHTRANSFER.BILL.FINISHED",
    MchtransferQqwalletbillFinished = "MCHTRANSFER.QQWALLETBILL.FINISHED",
    MchwithdrawChange = "MCHWITHDRAW.CHANGE",
    MedicalInsuranceSuccess = "MEDICAL_INSURANCE.SUCCESS",
    MembercardAcceptCard = "MEMBERCARD.ACCEPT_CARD",
    MembercardActivateCard = "MEMBERCARD.ACTIVATE_CARD",
    MembercardUsercardManage = "MEMBERCARD.USERCARD_MANAGE",
    MembercardspUserCardCreate = "MEMBERCARDSP.USER_CARD.CREATE",
    MembercardspUserCardDelete = "MEMBERCARDSP.USER_CARD.DELETE",
    MerchantNotifyNotify = "MERCHANT_NOTIFY.NOTIFY",
    PapaySign = "PAPAY.SIGN",
    PapayTerminate = "PAPAY.TERMINATE",
    ParkingFeeQueryTransInfo = "PARKING_FEE.QUERY_TRANS_INFO",
    PayscoreBindServiceAccount = "PAYSCORE.BIND_SERVICE_ACCOUNT",
    PayscoreMchPrepay = "PAYSCORE.MCH_PREPAY",
    PayscoreUserAccepted = "PAYSCORE.USER_ACCEPTED",
    PayscoreUserCancelSignPlan = "PAYSCORE.USER_CANCEL_SIGN_PLAN",
    PayscoreUserCloseService = "PAYSCORE.USER_CLOSE_SERVICE",
    PayscoreUserConfirm = "PAYSCORE.USER_CONFIRM",
    PayscoreUserOpenService = "PAYSCORE.USER_OPEN_SERVICE",
    PayscoreUserPaid = "PAYSCORE.USER_PAID",
    PayscoreUserSignPlan = "PAYSCORE.USER_SIGN_PLAN",
    ProductCouponReturn = "PRODUCT_COUPON.RETURN",
    ProductCouponSend = "PRODUCT_COUPON.SEND",
    ProductCouponUse = "PRODUCT_COUPON.USE",
    ProductCouponSpImageGeneration = "PRODUCT_COUPON_SP.IMAGE_GENERATION",
    ProductCouponSpSend = "PRODUCT_COUPON_SP.SEND",
    Profitsharing = "PROFITSHARING",
    ProfitsharingReturn = "PROFITSHARING.RETURN",
    ProfitsharingSuccess = "PROFITSHARING.SUCCESS",
    ProfitsharingReturned = "PROFITSHARING_RETURN",
    RechargeClosed = "RECHARGE.CLOSED",
    RechargeFundReturned = "RECHARGE.FUND_RETURNED",
    RechargeSuccess = "RECHARGE.SUCCESS",
    RefundAbnormal = "REFUND.ABNORMAL",
    RefundClosed = "REFUND.CLOSED",
    RefundSuccess = "REFUND.SUCCESS",
    RisktradeIdentification = "RISKTRADE.IDENTIFICATION",
    SecurityEchoSuccess = "SECURITY_ECHO.SUCCESS",
    SettlementSuccess = "SETTLEMENT.SUCCESS",
    TransactionFail = "TRANSACTION.FAIL",
    TransactionIndustryFailed = "TRANSACTION.INDUSTRY_FAILED",
    TransactionIndustrySuccess = "TRANSACTION.INDUSTRY_SUCCESS",
    TransactionPayBack = "TRANSACTION.PAY_BACK",
    TransactionSuccess = "TRANSACTION.SUCCESS",
    VehicleEntranceStateChange = "VEHICLE.ENTRANCE_STATE_CHANGE",
    VehicleUserStateChange = "VEHICLE.USER_STATE_CHANGE",
    ViolationAppeal = "VIOLATION.APPEAL",
    ViolationIntercept = "VIOLATION.INTERCEPT",
    ViolationPunish = "VIOLATION.PUNISH",
    WebizpayAuthorized = "WEBIZPAY.AUTHORIZED",
    WebizpayPaymentrefundsuccess = "WEBIZPAY.PAYMENTREFUNDSUCCESS",
    WebizpayPaymentsuccess = "WEBIZPAY.PAYMENTSUCCESS",
    WebizpayQuotacardexpired = "WEBIZPAY.QUOTACARDEXPIRED",
    WebizpayRevoked = "WEBIZPAY.REVOKED",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_has_a_variant_and_is_unchanged() {
        for name in NAMES {
            assert!(
                !matches!(EventType::from_text(name), EventType::Unknown(_)),
                "{name}"
            );
            assert_eq!(EventType::from_text(name).as_str(), *name);
        }
        assert_eq!(
            EventType::from_text("FUTURE.EVENT").as_str(),
            "FUTURE.EVENT"
        );
    }
}
