//! The enum of all events. The generator writes this file.

use serde_json::{Map, Value};

use super::decode::events;
use super::resources::{
    AbnormalFundReceipt, BrandUserCard, ChangedBrandProductCoupon, ClosedCharityBudget,
    ClosedRecharge, ClosedTransferBatch, CombinePapayContract, ComplaintChange,
    ContractTerminationInquiry, ContractTerminationRetention, CreditRepaymentContract,
    CreditRepaymentDeduction, CrossBorderOrder, CrossBorderQrCodeInquiry, DeliveryPlanChange,
    DiscountCard, DiscountCardPayment, EduSchoolPayDebtChange, EntrustRelease, EntrustSign,
    EntrustSigning, EntrustTerminate, ExpiredQuotaCard, FaceContractChange, FapiaoApplication,
    FapiaoChange, FinishedCharityBudget, FinishedTransferBatch, GlobalContractChange,
    H5DomainApplication, ImageGenerationTask, IndividualSettlement, IndustryTransaction,
    InsuranceContract, InsurancePolicyAuthorization, LockedCharityBudget, MallAuthorization,
    MallRefund, MallTransaction, ManageRecordChange, MedicalInsuranceOrder, MemberCardAcceptance,
    MemberCardActivation, MemberCardManagement, ParkingFeeInquiry, PartnerBrandCouponExchange,
    PartnerBrandUserCard, PartnerBrandUserPointSync, PayscorePrepayOrder, PayscoreUserAccepted,
    PayscoreUserCancelSignPlan, PayscoreUserCloseService, PayscoreUserConfirm,
    PayscoreUserOpenService, PayscoreUserPaid, PayscoreUserSignPlan, PowerBankInsuranceOrder,
    ProfitSharingChange, QqWalletTransferBill, Recharge, RefundAbnormal, RefundClosed,
    RefundSuccess, ReturnedRecharge, RevokedWebizpayAuthorization, RiskTrade, SecurityEcho,
    SentBrandProductCoupon, SentBusifavorCoupon, SentProductCoupon, ServiceAccountBinding,
    SubscribedMessage, TerminatedCombinePapayContract, TransactionBlockRecord,
    TransactionBlockSubmission, TransactionFail, TransactionPayBack, TransactionSuccess,
    TransferBill, UsedFavorCoupon, UserConfirmAuthorization, VehicleEntranceStateChange,
    VehicleUserStateChange, Violation, WebizpayAuthorization, WebizpayPayment, WebizpayRefund,
    Withdrawal,
};

events! {
    /// 支付成功通知
    TransactionSuccess(TransactionSuccess) = "TRANSACTION.SUCCESS",
    /// 扣费失败通知
    TransactionFail(TransactionFail) = "TRANSACTION.FAIL",
    /// 用户对垫资单还款通知
    TransactionPayBack(TransactionPayBack) = "TRANSACTION.PAY_BACK",
    /// 校园轻松付扣费支付成功通知
    TransactionIndustrySuccess(Box<IndustryTransaction>) = "TRANSACTION.INDUSTRY_SUCCESS",
    /// 校园轻松付扣费失败通知
    TransactionIndustryFailed(Box<IndustryTransaction>) = "TRANSACTION.INDUSTRY_FAILED",
    /// 医保混合收款成功通知
    MedicalInsuranceSuccess(Box<MedicalInsuranceOrder>) = "MEDICAL_INSURANCE.SUCCESS",
    /// 外包内用-查询收款二维码信息回调
    CrossBorderPayGetMchInfo(Box<CrossBorderQrCodeInquiry>) = "CROSS_BORDER_PAY.GET_MCH_INFO",
    /// 外包内用-推送订单信息回调
    CrossBorderPayPushOrderInfo(Box<CrossBorderOrder>) = "CROSS_BORDER_PAY.PUSH_ORDER_INFO",
    /// 退款成功通知
    RefundSuccess(RefundSuccess) = "REFUND.SUCCESS",
    /// 退款异常通知
    RefundAbnormal(RefundAbnormal) = "REFUND.ABNORMAL",
    /// 退款关闭通知
    RefundClosed(RefundClosed) = "REFUND.CLOSED",
    /// 分账动账通知: 分账
    ProfitSharing(Box<ProfitSharingChange>) = "PROFITSHARING",
    /// 分账动账通知: 分账回退
    ProfitSharingReturn(Box<ProfitSharingChange>) = "PROFITSHARING_RETURN",
    /// 分账动账成功变动通知
    ProfitSharingSuccess(Box<ProfitSharingChange>) = "PROFITSHARING.SUCCESS",
    /// 分账动账成功回退通知
    ProfitSharingReturnSuccess(Box<ProfitSharingChange>) = "PROFITSHARING.RETURN",
    /// 个人收款-结算回调通知
    SettlementSuccess(Box<IndividualSettlement>) = "SETTLEMENT.SUCCESS",
    /// 委托代扣签约成功通知
    EntrustSign(EntrustSign) = "ENTRUST.SIGN",
    /// 委托代扣解约成功通知
    EntrustTerminate(EntrustTerminate) = "ENTRUST.TERMINATE",
    /// 代扣解约问询通知
    EntrustTerminateInquiry(Box<ContractTerminationInquiry>) = "ENTRUST.TERMINATE_INQUIRY",
    /// 获取解约挽留信息
    EntrustTerminateRetention(Box<ContractTerminationRetention>) = "ENTRUST.TERMINATE_RETENTION",
    /// 教育续费通用户签约成功通知
    EntrustSigning(EntrustSigning) = "ENTRUST.SIGNING",
    /// 教育续费通用户解约成功通知
    EntrustRelease(EntrustRelease) = "ENTRUST.RELEASE",
    /// 保险商户委托代扣签约成功通知
    InsuranceEntrustSign(Box<InsuranceContract>) = "INSURANCE_ENTRUST.SIGN",
    /// 保险商户委托代续期完成通知
    InsuranceEntrustRenew(Box<InsuranceContract>) = "INSURANCE_ENTRUST.RENEW",
    /// 保险商户委托代扣解约完成通知
    InsuranceEntrustTerminate(Box<InsuranceContract>) = "INSURANCE_ENTRUST.TERMINATE",
    /// 收付通合单代扣签约成功通知
    EcommerceEntrustSign(Box<CombinePapayContract>) = "ECOMMERCE_ENTRUST.SIGN",
    /// 收付通合单代扣解约成功通知
    EcommerceEntrustTerminate(Box<TerminatedCombinePapayContract>) = "ECOMMERCE_ENTRUST.TERMINATE",
    /// 跨境/全球-委托代扣签约成功通知
    PapaySign(Box<GlobalContractChange>) = "PAPAY.SIGN",
    /// 跨境/全球-委托代扣成功解约通知
    PapayTerminate(Box<GlobalContractChange>) = "PAPAY.TERMINATE",
    /// 自动还款协议签约成功通知
    CreditRepaymentSignContract(Box<CreditRepaymentContract>) = "CREDIT_REPAYMENT.SIGN_CONTRACT",
    /// 自动还款协议解约成功通知
    CreditRepaymentTerminateContract(Box<CreditRepaymentContract>) = "CREDIT_REPAYMENT.TERMINATE_CONTRACT",
    /// 自动还款扣费还款成功通知
    CreditRepaymentDeductionPay(Box<CreditRepaymentDeduction>) = "CREDIT_REPAYMENT.DEDUCTION_PAY",
    /// 支付分服务用户授权成功通知
    PayscoreUserOpenService(PayscoreUserOpenService) = "PAYSCORE.USER_OPEN_SERVICE",
    /// 支付分服务用户解除授权成功通知
    PayscoreUserCloseService(PayscoreUserCloseService) = "PAYSCORE.USER_CLOSE_SERVICE",
    /// 支付分服务确认订单通知
    PayscoreUserAccepted(PayscoreUserAccepted) = "PAYSCORE.USER_ACCEPTED",
    /// 支付分服务用户确认成功通知
    PayscoreUserConfirm(PayscoreUserConfirm) = "PAYSCORE.USER_CONFIRM",
    /// 支付分服务用户支付成功通知
    PayscoreUserPaid(PayscoreUserPaid) = "PAYSCORE.USER_PAID",
    /// 签约成功回调通知
    PayscoreUserSignPlan(PayscoreUserSignPlan) = "PAYSCORE.USER_SIGN_PLAN",
    /// 取消签约回调通知
    PayscoreUserCancelSignPlan(PayscoreUserCancelSignPlan) = "PAYSCORE.USER_CANCEL_SIGN_PLAN",
    /// 支付分从业机构-商户预下单通知
    PayscoreMchPrepay(Box<PayscorePrepayOrder>) = "PAYSCORE.MCH_PREPAY",
    /// 服务账户绑定结果通知
    PayscoreBindServiceAccount(Box<ServiceAccountBinding>) = "PAYSCORE.BIND_SERVICE_ACCOUNT",
    /// 微信先享卡用户领卡通知
    DiscountCardGetCard(Box<DiscountCard>) = "DISCOUNT_CARD.GET_CARD",
    /// 微信先享卡用户领卡通知
    DiscountCardUserAccepted(Box<DiscountCard>) = "DISCOUNT_CARD.USER_ACCEPTED",
    /// 守约状态变化通知
    DiscountCardAgreementEnded(Box<DiscountCard>) = "DISCOUNT_CARD.AGREEMENT_ENDED",
    /// 扣费状态变化通知
    DiscountCardUserPaid(Box<DiscountCardPayment>) = "DISCOUNT_CARD.USER_PAID",
    /// 微信先享卡用户结算通知
    DiscountCardSettlement(Box<DiscountCard>) = "DISCOUNT_CARD.SETTLEMENT",
    /// 商家转账回调通知
    MchTransferBillFinished(Box<TransferBill>) = "MCHTRANSFER.BILL.FINISHED",
    /// 用户确认自动收款授权通知
    MchTransferAuthorizationConfirmed(Box<UserConfirmAuthorization>) = "MCHTRANSFER.AUTHORIZATION.CONFIRMED",
    /// 用户关闭自动收款授权通知
    MchTransferAuthorizationClosed(Box<UserConfirmAuthorization>) = "MCHTRANSFER.AUTHORIZATION.CLOSED",
    /// 商家转账批次完成回调通知
    MchTransferBatchFinished(Box<FinishedTransferBatch>) = "MCHTRANSFER.BATCH.FINISHED",
    /// 商家转账批次关闭回调通知
    MchTransferBatchClosed(Box<ClosedTransferBatch>) = "MCHTRANSFER.BATCH.CLOSED",
    /// 转账到QQ钱包通知
    MchTransferQqWalletBillFinished(Box<QqWalletTransferBill>) = "MCHTRANSFER.QQWALLETBILL.FINISHED",
    /// 商户提现状态变更通知
    MchWithdrawChange(Box<Withdrawal>) = "MCHWITHDRAW.CHANGE",
    /// 平台收付通商家充值-充值成功通知
    RechargeSuccess(Box<Recharge>) = "RECHARGE.SUCCESS",
    /// 平台收付通商家充值-关闭充值通知
    RechargeClosed(Box<ClosedRecharge>) = "RECHARGE.CLOSED",
    /// 平台收付通商家充值-充值资金退回通知
    RechargeFundReturned(Box<ReturnedRecharge>) = "RECHARGE.FUND_RETURNED",
    /// 异常转付处理结果回调通知
    AbnormalFundProcessingTransferSuccess(Box<AbnormalFundReceipt>) = "ABNORMAL_FUND_PROCESSING.TRANSFER.SUCCESS",
    /// ETC授权签约状态变化通知
    VehicleUserStateChange(Box<VehicleUserStateChange>) = "VEHICLE.USER_STATE_CHANGE",
    /// 停车入场状态变更通知
    VehicleEntranceStateChange(Box<VehicleEntranceStateChange>) = "VEHICLE.ENTRANCE_STATE_CHANGE",
    /// 停车缴费服务-商户查费回调
    ParkingFeeQueryTransInfo(Box<ParkingFeeInquiry>) = "PARKING_FEE.QUERY_TRANS_INFO",
    /// 校园轻松付用户欠款状态变化通知
    EduSchoolPayUserDebtStateUpdate(Box<EduSchoolPayDebtChange>) = "EDU_SCHOOL_PAY.USER_DEBT_STATE_UPDATE",
    /// 用户签约状态变更通知
    FacepayUserStateChange(Box<FaceContractChange>) = "FACEPAY.USER_STATE_CHANGE",
    /// 隔夜归还保险订单状态变化通知
    HirePowerBankReceiveInsurance(Box<PowerBankInsuranceOrder>) = "HIRE_POWER_BANK.RECEIVE_INSURANCE",
    /// 微信保单服务用户授权成功通知
    InsurancePolicyManagementGranted(Box<InsurancePolicyAuthorization>) = "INSURANCE_POLICY_MANAGEMENT.GRANTED",
    /// 公益捐赠-预算资金锁定回调通知
    BudgetLocked(Box<LockedCharityBudget>) = "BUDGET.LOCKED",
    /// 公益捐赠-预算申请关闭回调通知
    BudgetClosed(Box<ClosedCharityBudget>) = "BUDGET.CLOSED",
    /// 公益捐赠-预算申请完结回调通知
    BudgetFinished(Box<FinishedCharityBudget>) = "BUDGET.FINISHED",
    /// 关系授权完成通知
    WebizpayAuthorized(Box<WebizpayAuthorization>) = "WEBIZPAY.AUTHORIZED",
    /// 企业支付关系解除授权后通知
    WebizpayRevoked(Box<RevokedWebizpayAuthorization>) = "WEBIZPAY.REVOKED",
    /// 企业支付额度卡支付成功后通知
    WebizpayPaymentSuccess(Box<WebizpayPayment>) = "WEBIZPAY.PAYMENTSUCCESS",
    /// 企业支付额度卡退款成功后通知
    WebizpayPaymentRefundSuccess(Box<WebizpayRefund>) = "WEBIZPAY.PAYMENTREFUNDSUCCESS",
    /// 企业支付额度卡失效后通知
    WebizpayQuotaCardExpired(Box<ExpiredQuotaCard>) = "WEBIZPAY.QUOTACARDEXPIRED",
    /// 核销事件回调通知
    CouponUse(Box<UsedFavorCoupon>) = "COUPON.USE",
    /// 领券事件回调通知
    CouponSend(Box<SentBusifavorCoupon>) = "COUPON.SEND",
    /// 商品券领券通知
    ProductCouponSend(Box<SentBrandProductCoupon>) = "PRODUCT_COUPON.SEND",
    /// 商品券核销通知
    ProductCouponUse(Box<ChangedBrandProductCoupon>) = "PRODUCT_COUPON.USE",
    /// 商品券退券通知
    ProductCouponReturn(Box<ChangedBrandProductCoupon>) = "PRODUCT_COUPON.RETURN",
    /// 商品券领券通知
    ProductCouponSpSend(Box<SentProductCoupon>) = "PRODUCT_COUPON_SP.SEND",
    /// 商品券图片生成结果通知
    ProductCouponSpImageGeneration(Box<ImageGenerationTask>) = "PRODUCT_COUPON_SP.IMAGE_GENERATION",
    /// 投放计划状态变更通知
    DeliveryPlanChange(Box<DeliveryPlanChange>) = "DELIVERY_PLAN.CHANGE",
    DeliveryPlanStateDeliver(Map<String, Value>) = "DELIVERY_PLAN_STATE.DELIVER",
    /// 商圈会员积分服务授权结果通知
    MallAuthActivateCard(Box<MallAuthorization>) = "MALL_AUTH.ACTIVATE_CARD",
    /// 商圈会员场内支付结果通知
    MallTransactionSuccess(Box<MallTransaction>) = "MALL_TRANSACTION.SUCCESS",
    /// 商圈会员场内退款通知
    MallRefundSuccess(Box<MallRefund>) = "MALL_REFUND.SUCCESS",
    /// 会员卡领卡事件通知
    MemberCardAcceptCard(Box<MemberCardAcceptance>) = "MEMBERCARD.ACCEPT_CARD",
    /// 会员卡激活事件通知
    MemberCardActivateCard(Box<MemberCardActivation>) = "MEMBERCARD.ACTIVATE_CARD",
    /// 用户管理会员卡事件通知
    MemberCardUserCardManage(Box<MemberCardManagement>) = "MEMBERCARD.USERCARD_MANAGE",
    /// 用户开通商家名片会员卡事件通知
    MemberCardSpUserCardCreate(Map<String, Value>) = "MEMBERCARDSP.USER_CARD.CREATE",
    /// 用户删除商家名片会员卡事件通知
    MemberCardSpUserCardDelete(Map<String, Value>) = "MEMBERCARDSP.USER_CARD.DELETE",
    /// 用户开通商家名片会员卡事件通知
    BrandMemberCardUserCardCreate(Box<BrandUserCard>) = "BRAND_MEMBER_CARD.USER_CARD.CREATE",
    /// 用户删除商家名片会员卡事件通知
    BrandMemberCardUserCardDelete(Box<BrandUserCard>) = "BRAND_MEMBER_CARD.USER_CARD.DELETE",
    /// 用户开通商家名片会员卡事件通知
    BrandMemberCardSpUserCardCreate(Box<PartnerBrandUserCard>) = "BRAND_MEMBER_CARD_SP.USER_CARD.CREATE",
    /// 用户删除商家名片会员卡事件通知
    BrandMemberCardSpUserCardDelete(Box<PartnerBrandUserCard>) = "BRAND_MEMBER_CARD_SP.USER_CARD.DELETE",
    /// 商家名片会员用户积分同步事件通知
    BrandMemberCardSpSyncUserPoint(Box<PartnerBrandUserPointSync>) = "BRAND_MEMBER_CARD_SP.SYNC_USER_POINT",
    /// 商家名片会员用户积分兑券事件通知
    BrandMemberCardSpPointExchangeCoupon(Box<PartnerBrandCouponExchange>) = "BRAND_MEMBER_CARD_SP.POINT_EXCHANGE_COUPON",
    /// 用户发票抬头填写完成通知
    FapiaoUserApplied(Box<FapiaoApplication>) = "FAPIAO.USER_APPLIED",
    /// 发票开具成功通知
    FapiaoIssued(Box<FapiaoChange>) = "FAPIAO.ISSUED",
    /// 发票冲红成功通知
    FapiaoReversed(Box<FapiaoChange>) = "FAPIAO.REVERSED",
    /// 发票插入用户卡包成功通知
    FapiaoCardInserted(Box<FapiaoChange>) = "FAPIAO.CARD_INSERTED",
    /// 发票卡券作废通知
    FapiaoCardDiscarded(Box<FapiaoChange>) = "FAPIAO.CARD_DISCARDED",
    /// 产生新投诉通知
    ComplaintCreate(Box<ComplaintChange>) = "COMPLAINT.CREATE",
    /// 投诉状态变化通知
    ComplaintStateChange(Box<ComplaintChange>) = "COMPLAINT.STATE_CHANGE",
    /// 商户平台处罚通知
    ViolationPunish(Box<Violation>) = "VIOLATION.PUNISH",
    /// 商户平台拦截通知
    ViolationIntercept(Box<Violation>) = "VIOLATION.INTERCEPT",
    /// 商户平台申诉通知
    ViolationAppeal(Box<Violation>) = "VIOLATION.APPEAL",
    /// 风险订单回调通知
    RiskTradeIdentification(Box<RiskTrade>) = "RISKTRADE.IDENTIFICATION",
    /// 商户交易拦截记录新增通知
    BlockRecordChange(Box<TransactionBlockRecord>) = "BLOCKRECORD.CHANGE",
    /// 商户交易拦截记录申诉通知
    BlockSubmissionChange(Box<TransactionBlockSubmission>) = "BLOCKSUBMISSION.CHANGE",
    /// 商户管理记录通知
    ManageRecordChange(Box<ManageRecordChange>) = "MANAGERECORD.CHANGE",
    /// H5支付域名修改申请事件通知
    ApplymentStateApproved(Box<H5DomainApplication>) = "APPLYMENT_STATE.APPROVED",
    /// 合作伙伴订阅通知
    MerchantNotifyNotify(Box<SubscribedMessage>) = "MERCHANT_NOTIFY.NOTIFY",
    /// 安全探测成功通知
    SecurityEchoSuccess(Box<SecurityEcho>) = "SECURITY_ECHO.SUCCESS",
}
