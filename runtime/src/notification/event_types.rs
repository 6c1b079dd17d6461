//! Every published event type. The generator of `wechatpay-endpoints` writes this file.

use super::event_type::event_types;

event_types! {
    /// 异常转付处理结果回调通知
    AbnormalFundProcessingTransferSuccess = "ABNORMAL_FUND_PROCESSING.TRANSFER.SUCCESS",
    /// H5支付域名修改申请事件通知
    ApplymentStateApproved = "APPLYMENT_STATE.APPROVED",
    /// 商户交易拦截记录新增通知
    BlockRecordChange = "BLOCKRECORD.CHANGE",
    /// 商户交易拦截记录申诉通知
    BlockSubmissionChange = "BLOCKSUBMISSION.CHANGE",
    /// 用户开通商家名片会员卡事件通知
    BrandMemberCardUserCardCreate = "BRAND_MEMBER_CARD.USER_CARD.CREATE",
    /// 用户删除商家名片会员卡事件通知
    BrandMemberCardUserCardDelete = "BRAND_MEMBER_CARD.USER_CARD.DELETE",
    /// 商家名片会员用户积分兑券事件通知
    BrandMemberCardSpPointExchangeCoupon = "BRAND_MEMBER_CARD_SP.POINT_EXCHANGE_COUPON",
    /// 商家名片会员用户积分同步事件通知
    BrandMemberCardSpSyncUserPoint = "BRAND_MEMBER_CARD_SP.SYNC_USER_POINT",
    /// 用户开通商家名片会员卡事件通知
    BrandMemberCardSpUserCardCreate = "BRAND_MEMBER_CARD_SP.USER_CARD.CREATE",
    /// 用户删除商家名片会员卡事件通知
    BrandMemberCardSpUserCardDelete = "BRAND_MEMBER_CARD_SP.USER_CARD.DELETE",
    /// 公益捐赠-预算申请关闭回调通知
    BudgetClosed = "BUDGET.CLOSED",
    /// 公益捐赠-预算申请完结回调通知
    BudgetFinished = "BUDGET.FINISHED",
    /// 公益捐赠-预算资金锁定回调通知
    BudgetLocked = "BUDGET.LOCKED",
    /// 产生新投诉通知
    ComplaintCreate = "COMPLAINT.CREATE",
    /// 投诉状态变化通知
    ComplaintStateChange = "COMPLAINT.STATE_CHANGE",
    /// 领券事件回调通知
    CouponSend = "COUPON.SEND",
    /// 核销事件回调通知
    CouponUse = "COUPON.USE",
    /// 自动还款扣费还款成功通知
    CreditRepaymentDeductionPay = "CREDIT_REPAYMENT.DEDUCTION_PAY",
    /// 自动还款协议签约成功通知
    CreditRepaymentSignContract = "CREDIT_REPAYMENT.SIGN_CONTRACT",
    /// 自动还款协议解约成功通知
    CreditRepaymentTerminateContract = "CREDIT_REPAYMENT.TERMINATE_CONTRACT",
    /// 外包内用-查询收款二维码信息回调
    CrossBorderPayGetMchInfo = "CROSS_BORDER_PAY.GET_MCH_INFO",
    /// 外包内用-推送订单信息回调
    CrossBorderPayPushOrderInfo = "CROSS_BORDER_PAY.PUSH_ORDER_INFO",
    /// 投放计划状态变更通知
    DeliveryPlanChange = "DELIVERY_PLAN.CHANGE",
    DeliveryPlanStateDeliver = "DELIVERY_PLAN_STATE.DELIVER",
    /// 守约状态变化通知
    DiscountCardAgreementEnded = "DISCOUNT_CARD.AGREEMENT_ENDED",
    /// 微信先享卡用户领卡通知
    DiscountCardGetCard = "DISCOUNT_CARD.GET_CARD",
    /// 微信先享卡用户结算通知
    DiscountCardSettlement = "DISCOUNT_CARD.SETTLEMENT",
    /// 微信先享卡用户领卡通知
    DiscountCardUserAccepted = "DISCOUNT_CARD.USER_ACCEPTED",
    /// 扣费状态变化通知
    DiscountCardUserPaid = "DISCOUNT_CARD.USER_PAID",
    /// 收付通合单代扣签约成功通知
    EcommerceEntrustSign = "ECOMMERCE_ENTRUST.SIGN",
    /// 收付通合单代扣解约成功通知
    EcommerceEntrustTerminate = "ECOMMERCE_ENTRUST.TERMINATE",
    /// 校园轻松付用户欠款状态变化通知
    EduSchoolPayUserDebtStateUpdate = "EDU_SCHOOL_PAY.USER_DEBT_STATE_UPDATE",
    /// 教育续费通用户解约成功通知
    EntrustRelease = "ENTRUST.RELEASE",
    /// 委托代扣签约成功通知
    EntrustSign = "ENTRUST.SIGN",
    /// 教育续费通用户签约成功通知
    EntrustSigning = "ENTRUST.SIGNING",
    /// 委托代扣解约成功通知
    EntrustTerminate = "ENTRUST.TERMINATE",
    /// 代扣解约问询通知
    EntrustTerminateInquiry = "ENTRUST.TERMINATE_INQUIRY",
    /// 获取解约挽留信息
    EntrustTerminateRetention = "ENTRUST.TERMINATE_RETENTION",
    /// 用户签约状态变更通知
    FacepayUserStateChange = "FACEPAY.USER_STATE_CHANGE",
    /// 发票卡券作废通知
    FapiaoCardDiscarded = "FAPIAO.CARD_DISCARDED",
    /// 发票插入用户卡包成功通知
    FapiaoCardInserted = "FAPIAO.CARD_INSERTED",
    /// 发票开具成功通知
    FapiaoIssued = "FAPIAO.ISSUED",
    /// 发票冲红成功通知
    FapiaoReversed = "FAPIAO.REVERSED",
    /// 用户发票抬头填写完成通知
    FapiaoUserApplied = "FAPIAO.USER_APPLIED",
    /// 隔夜归还保险订单状态变化通知
    HirePowerBankReceiveInsurance = "HIRE_POWER_BANK.RECEIVE_INSURANCE",
    /// 保险商户委托代续期完成通知
    InsuranceEntrustRenew = "INSURANCE_ENTRUST.RENEW",
    /// 保险商户委托代扣签约成功通知
    InsuranceEntrustSign = "INSURANCE_ENTRUST.SIGN",
    /// 保险商户委托代扣解约完成通知
    InsuranceEntrustTerminate = "INSURANCE_ENTRUST.TERMINATE",
    /// 微信保单服务用户授权成功通知
    InsurancePolicyManagementGranted = "INSURANCE_POLICY_MANAGEMENT.GRANTED",
    /// 商圈会员积分服务授权结果通知
    MallAuthActivateCard = "MALL_AUTH.ACTIVATE_CARD",
    /// 商圈会员场内退款通知
    MallRefundSuccess = "MALL_REFUND.SUCCESS",
    /// 商圈会员场内支付结果通知
    MallTransactionSuccess = "MALL_TRANSACTION.SUCCESS",
    /// 商户管理记录通知
    ManageRecordChange = "MANAGERECORD.CHANGE",
    /// 用户关闭自动收款授权通知
    MchTransferAuthorizationClosed = "MCHTRANSFER.AUTHORIZATION.CLOSED",
    /// 用户确认自动收款授权通知
    MchTransferAuthorizationConfirmed = "MCHTRANSFER.AUTHORIZATION.CONFIRMED",
    /// 商家转账批次关闭回调通知
    MchTransferBatchClosed = "MCHTRANSFER.BATCH.CLOSED",
    /// 商家转账批次完成回调通知
    MchTransferBatchFinished = "MCHTRANSFER.BATCH.FINISHED",
    /// 商家转账回调通知
    MchTransferBillFinished = "MCHTRANSFER.BILL.FINISHED",
    /// 转账到QQ钱包通知
    MchTransferQqWalletBillFinished = "MCHTRANSFER.QQWALLETBILL.FINISHED",
    /// 商户提现状态变更通知
    MchWithdrawChange = "MCHWITHDRAW.CHANGE",
    /// 医保混合收款成功通知
    MedicalInsuranceSuccess = "MEDICAL_INSURANCE.SUCCESS",
    /// 会员卡领卡事件通知
    MemberCardAcceptCard = "MEMBERCARD.ACCEPT_CARD",
    /// 会员卡激活事件通知
    MemberCardActivateCard = "MEMBERCARD.ACTIVATE_CARD",
    /// 用户管理会员卡事件通知
    MemberCardUserCardManage = "MEMBERCARD.USERCARD_MANAGE",
    /// 用户开通商家名片会员卡事件通知
    MemberCardSpUserCardCreate = "MEMBERCARDSP.USER_CARD.CREATE",
    /// 用户删除商家名片会员卡事件通知
    MemberCardSpUserCardDelete = "MEMBERCARDSP.USER_CARD.DELETE",
    /// 合作伙伴订阅通知
    MerchantNotifyNotify = "MERCHANT_NOTIFY.NOTIFY",
    /// 跨境/全球-委托代扣签约成功通知
    PapaySign = "PAPAY.SIGN",
    /// 跨境/全球-委托代扣成功解约通知
    PapayTerminate = "PAPAY.TERMINATE",
    /// 停车缴费服务-商户查费回调
    ParkingFeeQueryTransInfo = "PARKING_FEE.QUERY_TRANS_INFO",
    /// 服务账户绑定结果通知
    PayscoreBindServiceAccount = "PAYSCORE.BIND_SERVICE_ACCOUNT",
    /// 支付分从业机构-商户预下单通知
    PayscoreMchPrepay = "PAYSCORE.MCH_PREPAY",
    /// 支付分服务确认订单通知
    PayscoreUserAccepted = "PAYSCORE.USER_ACCEPTED",
    /// 取消签约回调通知
    PayscoreUserCancelSignPlan = "PAYSCORE.USER_CANCEL_SIGN_PLAN",
    /// 支付分服务用户解除授权成功通知
    PayscoreUserCloseService = "PAYSCORE.USER_CLOSE_SERVICE",
    /// 支付分服务用户确认成功通知
    PayscoreUserConfirm = "PAYSCORE.USER_CONFIRM",
    /// 支付分服务用户授权成功通知
    PayscoreUserOpenService = "PAYSCORE.USER_OPEN_SERVICE",
    /// 支付分服务用户支付成功通知
    PayscoreUserPaid = "PAYSCORE.USER_PAID",
    /// 签约成功回调通知
    PayscoreUserSignPlan = "PAYSCORE.USER_SIGN_PLAN",
    /// 商品券退券通知
    ProductCouponReturn = "PRODUCT_COUPON.RETURN",
    /// 商品券领券通知
    ProductCouponSend = "PRODUCT_COUPON.SEND",
    /// 商品券核销通知
    ProductCouponUse = "PRODUCT_COUPON.USE",
    /// 商品券图片生成结果通知
    ProductCouponSpImageGeneration = "PRODUCT_COUPON_SP.IMAGE_GENERATION",
    /// 商品券领券通知
    ProductCouponSpSend = "PRODUCT_COUPON_SP.SEND",
    /// 分账动账通知: 分账
    ProfitSharing = "PROFITSHARING",
    /// 分账动账成功回退通知
    ProfitSharingReturnSuccess = "PROFITSHARING.RETURN",
    /// 分账动账成功变动通知
    ProfitSharingSuccess = "PROFITSHARING.SUCCESS",
    /// 分账动账通知: 分账回退
    ProfitSharingReturn = "PROFITSHARING_RETURN",
    /// 平台收付通商家充值-关闭充值通知
    RechargeClosed = "RECHARGE.CLOSED",
    /// 平台收付通商家充值-充值资金退回通知
    RechargeFundReturned = "RECHARGE.FUND_RETURNED",
    /// 平台收付通商家充值-充值成功通知
    RechargeSuccess = "RECHARGE.SUCCESS",
    /// 退款异常通知
    RefundAbnormal = "REFUND.ABNORMAL",
    /// 退款关闭通知
    RefundClosed = "REFUND.CLOSED",
    /// 退款成功通知
    RefundSuccess = "REFUND.SUCCESS",
    /// 风险订单回调通知
    RiskTradeIdentification = "RISKTRADE.IDENTIFICATION",
    /// 安全探测成功通知
    SecurityEchoSuccess = "SECURITY_ECHO.SUCCESS",
    /// 个人收款-结算回调通知
    SettlementSuccess = "SETTLEMENT.SUCCESS",
    /// 扣费失败通知
    TransactionFail = "TRANSACTION.FAIL",
    /// 校园轻松付扣费失败通知
    TransactionIndustryFailed = "TRANSACTION.INDUSTRY_FAILED",
    /// 校园轻松付扣费支付成功通知
    TransactionIndustrySuccess = "TRANSACTION.INDUSTRY_SUCCESS",
    /// 用户对垫资单还款通知
    TransactionPayBack = "TRANSACTION.PAY_BACK",
    /// 支付成功通知
    TransactionSuccess = "TRANSACTION.SUCCESS",
    /// 停车入场状态变更通知
    VehicleEntranceStateChange = "VEHICLE.ENTRANCE_STATE_CHANGE",
    /// ETC授权签约状态变化通知
    VehicleUserStateChange = "VEHICLE.USER_STATE_CHANGE",
    /// 商户平台申诉通知
    ViolationAppeal = "VIOLATION.APPEAL",
    /// 商户平台拦截通知
    ViolationIntercept = "VIOLATION.INTERCEPT",
    /// 商户平台处罚通知
    ViolationPunish = "VIOLATION.PUNISH",
    /// 关系授权完成通知
    WebizpayAuthorized = "WEBIZPAY.AUTHORIZED",
    /// 企业支付额度卡退款成功后通知
    WebizpayPaymentRefundSuccess = "WEBIZPAY.PAYMENTREFUNDSUCCESS",
    /// 企业支付额度卡支付成功后通知
    WebizpayPaymentSuccess = "WEBIZPAY.PAYMENTSUCCESS",
    /// 企业支付额度卡失效后通知
    WebizpayQuotaCardExpired = "WEBIZPAY.QUOTACARDEXPIRED",
    /// 企业支付关系解除授权后通知
    WebizpayRevoked = "WEBIZPAY.REVOKED",
}
