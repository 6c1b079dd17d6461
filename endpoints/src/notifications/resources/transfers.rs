//! 转账、提现与充值.

use serde_json::{Map, Value};
use wechatpay_client::{DateTime, Deserialize, Fen, Sensitive};

use crate::open_enum::open_enum;

/// The resource of `MCHTRANSFER.BILL.FINISHED`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct TransferBill {
    /// 商户单号
    pub out_bill_no: Option<String>,
    /// 商家转账订单号
    pub transfer_bill_no: Option<String>,
    /// 单据状态
    pub state: Option<TransferBillState>,
    /// 商户号
    pub mch_id: Option<String>,
    /// 商户号
    pub mchid: Option<String>,
    /// 子商户号
    pub sub_mchid: Option<String>,
    /// 转账金额
    pub transfer_amount: Option<Fen>,
    /// 收款用户OpenID
    pub openid: Option<String>,
    /// 失败原因
    pub fail_reason: Option<TransferBillFailReason>,
    /// 单据创建时间
    pub create_time: Option<DateTime>,
    /// 最后一次状态变更时间
    pub update_time: Option<DateTime>,
    /// 收款方式类型
    pub payment_method_type: Option<String>,
}

/// The resource of `MCHTRANSFER.AUTHORIZATION.CONFIRMED`, `MCHTRANSFER.AUTHORIZATION.CLOSED`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct UserConfirmAuthorization {
    /// 商户侧授权单号
    pub out_authorization_no: Option<String>,
    /// 商户AppID
    pub appid: Option<String>,
    /// 收款用户OpenID
    pub openid: Option<String>,
    /// 用户展示名称
    pub user_display_name: Option<String>,
    /// 微信自动收款授权单号
    pub authorization_id: Option<String>,
    /// 单据状态
    pub state: Option<UserConfirmAuthorizationState>,
    /// 用户确认授权的时间
    pub authorize_time: Option<DateTime>,
    /// 自动收款授权的关闭信息
    pub close_info: Option<AuthorizationCloseInfo>,
}

/// 自动收款授权的关闭信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(DateTime, into))
)]
#[non_exhaustive]
pub struct AuthorizationCloseInfo {
    /// 关闭时间
    pub close_time: Option<DateTime>,
    /// 自动收款授权的关闭原因
    pub close_reason: Option<AuthorizationCloseReason>,
}

/// The resource of `MCHTRANSFER.BATCH.FINISHED`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct FinishedTransferBatch {
    /// 商家批次单号
    pub out_batch_no: Option<String>,
    /// 微信批次单号
    pub batch_id: Option<String>,
    /// 批次状态
    pub batch_status: Option<TransferBatchStatus>,
    /// 批次总笔数
    pub total_num: Option<i64>,
    /// 批次总金额
    pub total_amount: Option<Fen>,
    /// 转账成功金额
    pub success_amount: Option<Fen>,
    /// 转账成功笔数
    pub success_num: Option<i64>,
    /// 转账失败金额
    pub fail_amount: Option<Fen>,
    /// 转账失败笔数
    pub fail_num: Option<i64>,
    /// 批次更新时间
    pub update_time: Option<DateTime>,
    /// `mchid`
    pub mchid: Option<String>,
    /// `close_reason`
    pub close_reason: Option<String>,
}

/// The resource of `MCHTRANSFER.BATCH.CLOSED`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct ClosedTransferBatch {
    /// 商户号
    pub mchid: Option<String>,
    /// 商家批次单号
    pub out_batch_no: Option<String>,
    /// 微信批次单号
    pub batch_id: Option<String>,
    /// 批次状态
    pub batch_status: Option<TransferBatchStatus>,
    /// 批次总笔数
    pub total_num: Option<i64>,
    /// 批次总金额
    pub total_amount: Option<Fen>,
    /// 批次关闭原因
    pub close_reason: Option<TransferBatchCloseReason>,
    /// 批次更新时间
    pub update_time: Option<DateTime>,
}

/// The resource of `MCHTRANSFER.QQWALLETBILL.FINISHED`.
///
/// Sensitive members deserialize only inside the client, which decrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into), on(Sensitive, into))
)]
#[non_exhaustive]
pub struct QqWalletTransferBill {
    /// 商户号
    pub mchid: Option<String>,
    /// 商户单号
    pub out_bill_no: Option<String>,
    /// 微信转账单号
    pub transfer_bill_no: Option<String>,
    /// QQ互联开放平台AppID
    pub appid: Option<String>,
    /// 单据状态
    pub state: Option<TransferBillState>,
    /// 转账金额
    pub transfer_amount: Option<Fen>,
    /// 转账备注
    pub transfer_remark: Option<String>,
    /// 收款用户OpenID
    pub openid: Option<String>,
    /// 收款用户QQ号
    pub user_qq: Option<String>,
    /// 收款用户姓名: encrypted
    pub user_name: Option<Sensitive>,
    /// 失败原因
    pub fail_reason: Option<String>,
    /// 单据创建时间
    pub create_time: Option<DateTime>,
    /// 最后一次状态变更时间
    pub update_time: Option<DateTime>,
}

/// The resource of `MCHWITHDRAW.CHANGE`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct Withdrawal {
    /// 提现单状态
    pub status: Option<WithdrawalStatus>,
    /// 微信支付提现单号
    pub withdraw_id: Option<String>,
    /// 商户提现单号
    pub out_request_no: Option<String>,
    /// 提现金额
    pub amount: Option<Fen>,
    /// 发起提现时间
    pub create_time: Option<DateTime>,
    /// 提现状态更新时间
    pub update_time: Option<DateTime>,
    /// 失败原因
    pub reason: Option<String>,
    /// 提现备注
    pub remark: Option<String>,
    /// 银行附言
    pub bank_memo: Option<String>,
    /// 出款账户类型
    pub account_type: Option<WithdrawalAccountType>,
    /// 提现失败解决方案
    pub solution: Option<String>,
    /// 入账银行账号后四位
    pub account_number: Option<String>,
    /// 入账银行
    pub account_bank: Option<String>,
    /// 入账银行全称
    pub bank_name: Option<String>,
    /// 二级商户号
    pub sub_mchid: Option<String>,
    /// 电商平台商户号
    pub sp_mchid: Option<String>,
    /// 提现金额
    pub total_amount: Option<Fen>,
    /// 提现成功金额
    pub success_amount: Option<Fen>,
    /// 提现失败金额
    pub fail_amount: Option<Fen>,
    /// 提现退票金额
    pub refund_amount: Option<Fen>,
}

/// The resource of `RECHARGE.SUCCESS`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct Recharge {
    /// 平台商户号
    pub sp_mchid: Option<String>,
    /// 二级商户号
    pub sub_mchid: Option<String>,
    /// 商户充值单号
    pub out_recharge_no: Option<String>,
    /// 微信支付充值单号
    pub recharge_id: Option<String>,
    /// 充值渠道
    pub recharge_channel: Option<RechargeChannel>,
    /// 充值入账账户
    pub account_type: Option<RechargeAccountType>,
    /// 充值场景
    pub recharge_scene: Option<RechargeScene>,
    /// 充值状态
    pub recharge_state: Option<RechargeState>,
    /// 充值状态描述
    pub recharge_state_desc: Option<String>,
    /// 充值金额
    pub recharge_amount: Option<RechargeAmount>,
    /// 备注
    pub remark: Option<String>,
    /// 银行转账信息
    pub bank_transfer_info: Option<BankTransferInfo>,
    /// 扫码充值信息
    pub qr_recharge_info: Option<QrRechargeInfo>,
    /// 网银充值的付款信息
    pub online_bank_recharge_info: Option<OnlineBankRechargeInfo>,
    /// 受理充值时间
    pub accept_time: Option<DateTime>,
    /// 充值成功时间
    pub success_time: Option<DateTime>,
    /// 关闭充值时间
    pub close_time: Option<DateTime>,
    /// 可用充值渠道列表
    pub available_recharge_channels: Option<Vec<RechargeChannel>>,
}

/// 充值金额
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct RechargeAmount {
    /// 总金额
    pub amount: Option<Fen>,
    /// 货币类型
    pub currency: Option<String>,
}

/// 银行转账信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct BankTransferInfo {
    /// 转账充值附言
    pub memo: Option<String>,
    /// 转入的银行流水单号
    pub bill_no: Option<String>,
    /// 开户银行名称
    pub bank_name: Option<String>,
    /// 银行卡尾号
    pub bank_card_tail: Option<String>,
    /// 银行账户名称
    pub bank_account_name: Option<String>,
}

/// 扫码充值信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct QrRechargeInfo {
    /// 员工类型
    pub employee_type: Option<EmployeeType>,
    /// 用户openid
    pub openid: Option<String>,
}

/// 网银充值的付款信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct OnlineBankRechargeInfo {
    /// 银行交易订单号
    pub bill_no: Option<String>,
    /// 网银充值退回时间
    pub return_time: Option<DateTime>,
    /// 网银充值退回原因
    pub return_reason: Option<String>,
    /// 开户银行名称
    pub bank_name: Option<String>,
    /// 网银类型
    pub online_bank_type: Option<OnlineBankType>,
    /// 银行卡号后四位
    pub bank_card_tail: Option<String>,
    /// 银行账户名称
    pub bank_account_name: Option<String>,
}

/// The resource of `RECHARGE.CLOSED`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct ClosedRecharge {
    /// 平台商户号
    pub sp_mchid: Option<String>,
    /// 二级商户号
    pub sub_mchid: Option<String>,
    /// 商户充值单号
    pub out_recharge_no: Option<String>,
    /// 微信支付充值单号
    pub recharge_id: Option<String>,
    /// 充值渠道
    pub recharge_channel: Option<RechargeChannel>,
    /// 充值入账账户
    pub account_type: Option<RechargeAccountType>,
    /// 充值场景
    pub recharge_scene: Option<RechargeScene>,
    /// 充值状态
    pub recharge_state: Option<RechargeState>,
    /// 充值状态描述
    pub recharge_state_desc: Option<String>,
    /// 充值金额
    pub recharge_amount: Option<RechargeAmount>,
    /// 备注
    pub remark: Option<String>,
    /// 银行转账信息
    pub bank_transfer_info: Option<BankTransferInfo>,
    /// 扫码充值信息
    pub qr_recharge_info: Option<Map<String, Value>>,
    /// 员工类型
    pub employee_type: Option<EmployeeType>,
    /// 受理充值时间
    pub accept_time: Option<DateTime>,
    /// 充值成功时间
    pub success_time: Option<DateTime>,
    /// 关闭充值时间
    pub close_time: Option<DateTime>,
}

/// The resource of `RECHARGE.FUND_RETURNED`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ReturnedRecharge {
    /// 充值退回单号
    pub recharge_returned_id: Option<String>,
    /// 平台商户号
    pub sp_mchid: Option<String>,
    /// 二级商户号
    pub sub_mchid: Option<String>,
    /// 商户充值单号
    pub out_recharge_no: Option<String>,
    /// 微信支付充值单号
    pub recharge_id: Option<String>,
    /// `recharge_channel`
    pub recharge_channel: Option<ReturnedRechargeChannel>,
    /// `detail`
    pub detail: Option<ReturnedRechargeDetail>,
}

/// The `detail` of `RECHARGE.FUND_RETURNED`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct ReturnedRechargeDetail {
    /// 开户银行名称
    pub bank_name: Option<String>,
    /// 银行卡尾号
    pub bank_card_tail: Option<String>,
    /// 银行账户名称
    pub bank_account_name: Option<String>,
    /// 充值金额
    pub amount: Option<Fen>,
    /// 充值币种
    pub currency: Option<String>,
    /// 银行附言
    pub memo: Option<String>,
    /// 退回时间
    pub return_time: Option<DateTime>,
    /// 退回原因
    pub return_reason: Option<String>,
}

/// The resource of `ABNORMAL_FUND_PROCESSING.TRANSFER.SUCCESS`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct AbnormalFundReceipt {
    /// 产品名称
    pub product_name: Option<AbnormalFundProductName>,
    /// 微信支付在途异常资金付款单号
    pub receipt_id: Option<String>,
    /// 付款金额信息
    pub transfer_amount: Option<TransferAmount>,
    /// 在途异常资金付款状态
    pub receipt_state: Option<AbnormalFundReceiptState>,
    /// 在途异常资金付款单据创建时间
    pub create_time: Option<DateTime>,
    /// 在途异常资金付款单据更新时间
    pub last_update_time: Option<DateTime>,
    /// 在途异常资金付款指令信息
    pub instruction: Option<TransferInstruction>,
}

/// 付款金额信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct TransferAmount {
    /// 总金额
    pub total: Option<Fen>,
    /// 货币类型
    pub currency: Option<TransferCurrency>,
}

/// 在途异常资金付款指令信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct TransferInstruction {
    /// 商户侧指令编号
    pub out_instruction_no: Option<String>,
    /// 在途异常资金付款指令的发起方
    pub commander: Option<InstructionCommander>,
    /// 付款方式
    pub transfer_mode: Option<TransferMode>,
    /// 入账成功时间
    pub success_time: Option<DateTime>,
    /// `instruction_instance_id`
    pub instruction_instance_id: Option<String>,
}

/// 在途异常资金付款指令的发起方
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct InstructionCommander {
    /// 发起在途异常资金付款请求的角色
    pub operator: Option<CommanderOperator>,
    /// 微信支付商户号
    pub mchid: Option<String>,
}

open_enum! {
    /// 单据状态
    pub enum TransferBillState {
        Accepted = "ACCEPTED",
        Processing = "PROCESSING",
        WaitUserConfirm = "WAIT_USER_CONFIRM",
        Transfering = "TRANSFERING",
        Success = "SUCCESS",
        Fail = "FAIL",
        Canceling = "CANCELING",
        Cancelled = "CANCELLED",
    }
}

open_enum! {
    /// 失败原因
    pub enum TransferBillFailReason {
        AccountFrozen = "ACCOUNT_FROZEN",
        AccountNotExist = "ACCOUNT_NOT_EXIST",
        BankCardAccountAbnormal = "BANK_CARD_ACCOUNT_ABNORMAL",
        BankCardBankInfoWrong = "BANK_CARD_BANK_INFO_WRONG",
        BankCardCardInfoWrong = "BANK_CARD_CARD_INFO_WRONG",
        BankCardCollectionsAboveQuota = "BANK_CARD_COLLECTIONS_ABOVE_QUOTA",
        BankCardParamError = "BANK_CARD_PARAM_ERROR",
        BankCardStatusAbnormal = "BANK_CARD_STATUS_ABNORMAL",
        BlockB2CUserlimitamountBsruleMonth = "BLOCK_B2C_USERLIMITAMOUNT_BSRULE_MONTH",
        BlockB2CUserlimitamountMonth = "BLOCK_B2C_USERLIMITAMOUNT_MONTH",
        DayReceivedCountExceed = "DAY_RECEIVED_COUNT_EXCEED",
        DayReceivedQuotaExceed = "DAY_RECEIVED_QUOTA_EXCEED",
        ExceededEstimatedAmount = "EXCEEDED_ESTIMATED_AMOUNT",
        IdCardNotCorrect = "ID_CARD_NOT_CORRECT",
        MchCancel = "MCH_CANCEL",
        MerchantReject = "MERCHANT_REJECT",
        MerchantNotConfirm = "MERCHANT_NOT_CONFIRM",
        NameNotCorrect = "NAME_NOT_CORRECT",
        OpenidInvalid = "OPENID_INVALID",
        OtherFailReasonType = "OTHER_FAIL_REASON_TYPE",
        OverdueClose = "OVERDUE_CLOSE",
        PayeeAccountAbnormal = "PAYEE_ACCOUNT_ABNORMAL",
        PayerAccountAbnormal = "PAYER_ACCOUNT_ABNORMAL",
        ProductAuthCheckFail = "PRODUCT_AUTH_CHECK_FAIL",
        RealnameAccountReceivedQuotaExceed = "REALNAME_ACCOUNT_RECEIVED_QUOTA_EXCEED",
        RealNameCheckFail = "REAL_NAME_CHECK_FAIL",
        ReceiveAccountNotConfigure = "RECEIVE_ACCOUNT_NOT_CONFIGURE",
        ReservationInfoNotMatch = "RESERVATION_INFO_NOT_MATCH",
        ReservationSceneNotMatch = "RESERVATION_SCENE_NOT_MATCH",
        ReservationStateInvalid = "RESERVATION_STATE_INVALID",
        TransferQuotaExceed = "TRANSFER_QUOTA_EXCEED",
        TransferRemarkSetFail = "TRANSFER_REMARK_SET_FAIL",
        TransferRisk = "TRANSFER_RISK",
        TransferSceneInvalid = "TRANSFER_SCENE_INVALID",
        TransferSceneUnavailable = "TRANSFER_SCENE_UNAVAILABLE",
        RelatedOrderTransferAmountExceed = "RELATED_ORDER_TRANSFER_AMOUNT_EXCEED",
        RelatedOrderTransferCountExceed = "RELATED_ORDER_TRANSFER_COUNT_EXCEED",
        BudgetNotEnough = "BUDGET_NOT_ENOUGH",
    }
}

open_enum! {
    /// 单据状态
    pub enum UserConfirmAuthorizationState {
        TakingEffect = "TAKING_EFFECT",
        Closed = "CLOSED",
    }
}

open_enum! {
    /// 自动收款授权的关闭原因
    pub enum AuthorizationCloseReason {
        CloseViaMchApi = "CLOSE_VIA_MCH_API",
        UserClose = "USER_CLOSE",
    }
}

open_enum! {
    /// 批次状态
    pub enum TransferBatchStatus {
        WaitPay = "WAIT_PAY",
        Accepted = "ACCEPTED",
        Processing = "PROCESSING",
        Finished = "FINISHED",
        Closed = "CLOSED",
    }
}

open_enum! {
    /// 批次关闭原因
    pub enum TransferBatchCloseReason {
        Closed = "CLOSED",
        OverdueClose = "OVERDUE_CLOSE",
        TransferSceneInvalid = "TRANSFER_SCENE_INVALID",
    }
}

open_enum! {
    /// 提现单状态
    pub enum WithdrawalStatus {
        CreateSuccess = "CREATE_SUCCESS",
        Success = "SUCCESS",
        Fail = "FAIL",
        Refund = "REFUND",
        Close = "CLOSE",
        Init = "INIT",
    }
}

open_enum! {
    /// 出款账户类型
    pub enum WithdrawalAccountType {
        Basic = "BASIC",
        Operation = "OPERATION",
        Fees = "FEES",
    }
}

open_enum! {
    /// 充值渠道
    pub enum RechargeChannel {
        BankTransfer = "BANK_TRANSFER",
        QrRecharge = "QR_RECHARGE",
        OnlineBank = "ONLINE_BANK",
    }
}

open_enum! {
    /// 充值入账账户
    pub enum RechargeAccountType {
        Deposit = "DEPOSIT",
        Operation = "OPERATION",
    }
}

open_enum! {
    /// 充值场景
    pub enum RechargeScene {
        EcommerceDeposit = "ECOMMERCE_DEPOSIT",
        EcommercePayment = "ECOMMERCE_PAYMENT",
    }
}

open_enum! {
    /// 充值状态
    pub enum RechargeState {
        Success = "SUCCESS",
        Recharging = "RECHARGING",
        Closed = "CLOSED",
    }
}

open_enum! {
    /// 员工类型
    pub enum EmployeeType {
        Admin = "ADMIN",
        Staff = "STAFF",
        LegalPerson = "LEGAL_PERSON",
    }
}

open_enum! {
    /// 网银类型
    pub enum OnlineBankType {
        Corporate = "ONLINE_BANK_TYPE_CORPORATE",
        Personal = "ONLINE_BANK_TYPE_PERSONAL",
    }
}

open_enum! {
    /// The values of `recharge_channel`.
    pub enum ReturnedRechargeChannel {
        BankTransfer = "BANK_TRANSFER",
        OnlineBank = "ONLINE_BANK",
    }
}

open_enum! {
    /// 产品名称
    pub enum AbnormalFundProductName {
        C2C = "C2C",
    }
}

open_enum! {
    /// 货币类型
    pub enum TransferCurrency {
        Cny = "CNY",
    }
}

open_enum! {
    /// 在途异常资金付款状态
    pub enum AbnormalFundReceiptState {
        Pending = "RECEIPT_STATE_PENDING",
        Progress = "RECEIPT_STATE_PROGRESS",
        Completed = "RECEIPT_STATE_COMPLETED",
    }
}

open_enum! {
    /// 发起在途异常资金付款请求的角色
    pub enum CommanderOperator {
        Merchant = "MERCHANT",
    }
}

open_enum! {
    /// 付款方式
    pub enum TransferMode {
        TransferToOriginalReceiveUser = "TRANSFER_TO_ORIGINAL_RECEIVE_USER",
    }
}
