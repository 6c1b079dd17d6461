//! 注销提现.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, Sensitive, wechatpay_api};

use super::IdType;
use crate::open_enum::open_enum;
use crate::rules::rules;

/// 注销提现
#[wechatpay_api(defaults)]
pub trait CancellationWithdrawals {
    /// 商户注销资格校验
    ///
    /// `GET /v3/ecommerce/account/apply-cancel-withdraw/validate-cancel/{sub_mchid}`
    ///
    /// - `sub_mchid` 申请注销的二级商户号: such as `1900000109`
    #[wechatpay_api(GET "/v3/ecommerce/account/apply-cancel-withdraw/validate-cancel/{sub_mchid}")]
    async fn validate_account_cancellation(
        &self,
        sub_mchid: &str,
    ) -> Result<ValidateAccountCancellationResponse>;

    /// 提交注销提现申请
    ///
    /// `POST /v3/ecommerce/account/apply-cancel-withdraw`
    #[wechatpay_api(POST "/v3/ecommerce/account/apply-cancel-withdraw")]
    async fn apply_cancellation_withdrawal(
        &self,
        body: &ApplyCancellationWithdrawalRequest,
    ) -> Result<ApplyCancellationWithdrawalResponse>;

    /// 申请单号查询注销提现
    ///
    /// `GET /v3/ecommerce/account/apply-cancel-withdraw/applyment-id/{applyment_id}`
    ///
    /// - `applyment_id` 微信支付付销提现申请单号: such as `X202410241010125346`
    #[wechatpay_api(GET "/v3/ecommerce/account/apply-cancel-withdraw/applyment-id/{applyment_id}")]
    async fn query_cancellation_withdrawal_by_applyment_id(
        &self,
        applyment_id: &str,
    ) -> Result<CancellationWithdrawal>;

    /// 商户单号查询注销提现
    ///
    /// `GET /v3/ecommerce/account/apply-cancel-withdraw/out-request-no/{out_request_no}`
    ///
    /// - `out_request_no` 商户注销提现申请号: such as `P202410241010125346`
    #[wechatpay_api(GET "/v3/ecommerce/account/apply-cancel-withdraw/out-request-no/{out_request_no}")]
    async fn query_cancellation_withdrawal_by_out_request_no(
        &self,
        out_request_no: &str,
    ) -> Result<CancellationWithdrawal>;

    /// 平台代商户确认注销
    ///
    /// `POST /v3/ecommerce/account/apply-cancel-withdraw/confirm`
    #[wechatpay_api(POST "/v3/ecommerce/account/apply-cancel-withdraw/confirm")]
    async fn confirm_account_cancellation(
        &self,
        body: &ConfirmAccountCancellationRequest,
    ) -> Result<ConfirmAccountCancellationResponse>;
}

/// The response of [`CancellationWithdrawals::validate_account_cancellation`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ValidateAccountCancellationResponse {
    /// 注销检查的二级商户号: such as `P202410241010125346`
    pub sub_mchid: Option<String>,
    /// 注销提现申请单状态: such as `NORMAL`
    pub merchant_state: Option<MerchantState>,
    /// 注销资格检查结果: such as `ALLOW_CANCEL_WITHDRAW`
    pub validate_result: Option<ValidateResult>,
    /// 账户信息
    pub account_info: Option<Vec<CancellationAccountInfo>>,
    /// 不可发起注销原因
    pub block_reasons: Option<Vec<BlockReason>>,
}

/// 账户信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct CancellationAccountInfo {
    /// 二级商户号的出款子账户类型
    pub out_account_type: OutAccountType,
    /// 账户金额: such as `101`
    pub amount: Option<Fen>,
}

/// 不可发起注销原因
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct BlockReason {
    /// 二级商户号的出款子账户类型: such as `CONSUMER_COMPLAINT_UNPROCESSED`
    pub r#type: Option<BlockReasonType>,
    /// 原因描述: such as `该商户存在冻结资金或在途资金，请先处理资金再申请注销`
    pub description: Option<String>,
}

/// The request of [`CancellationWithdrawals::apply_cancellation_withdrawal`].
///
/// `ApplyCancellationWithdrawalRequest::builder().sub_mchid(…).out_request_no(…).build()`. For an
/// `Option`, use setters such as `maybe_withdraw`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ApplyCancellationWithdrawalRequest {
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 商户注销申请单号: such as `P202410241010125346`
    pub out_request_no: String,
    /// 是否提取资金: such as `APPLY_WITHDRAW`
    pub withdraw: Option<WithdrawOption>,
    /// 收款账号信息
    pub payee_info: Option<PayeeInfo>,
    /// 付款申请材料
    pub proof_medias: Option<Vec<ProofMedia>>,
    /// 其他补充材料: each the ID of an uploaded file, such as `jTpGmxUX3FBWVQ5NFQ`
    pub additional_materials: Option<Vec<String>>,
    /// 备注: such as `特殊理由`
    pub remark: Option<String>,
}

rules! {
    ApplyCancellationWithdrawalRequest {
        member("withdraw", &[Listed(WithdrawOption::TEXTS)]),
        within("payee_info", PayeeInfo::RULES),
        within("proof_medias", ProofMedia::RULES),
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
    pub account_type: AccountType,
    /// 银行账户
    pub bank_account_info: Option<BankAccountInfo>,
    /// 收款人账号对应的证件信息
    pub identity_info: Option<IdentityInfo>,
}

rules! {
    PayeeInfo {
        member("account_type", &[Listed(AccountType::TEXTS)]),
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
    /// 开户银行全称
    pub bank_branch_name: Option<String>,
    /// 开户银行全称: such as `402713354941`
    pub bank_name: Option<String>,
    /// 银行账号: encrypted
    pub account_number: Sensitive,
}

/// 收款人账号对应的证件信息
///
/// `IdentityInfo::builder().identification_name(…).build()`. For an `Option`, use setters such as
/// `maybe_id_doc_type`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(Sensitive, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct IdentityInfo {
    /// 证件类型: such as `IDENTIFICATION_TYPE_IDCARD`
    pub id_doc_type: Option<IdType>,
    /// 证件姓名: encrypted
    pub identification_name: Sensitive,
    /// 证件号码: encrypted
    pub identification_no: Option<Sensitive>,
}

rules! {
    IdentityInfo {
        member("id_doc_type", &[Listed(IdType::TEXTS)]),
    }
}

/// 付款申请材料
///
/// `ProofMedia::builder().proof_media_type(…).proof_media(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ProofMedia {
    /// 申请证明材料类型: such as `WITHDRAWAL_APPLICATION`
    pub proof_media_type: ProofMediaType,
    /// 证明材料照片: the ID of an uploaded file, such as `jTpGmxUX3FBWVQ5NJTZvlKXQ`
    pub proof_media: String,
}

rules! {
    ProofMedia {
        member("proof_media_type", &[Listed(ProofMediaType::TEXTS)]),
    }
}

/// The response of [`CancellationWithdrawals::apply_cancellation_withdrawal`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ApplyCancellationWithdrawalResponse {
    /// 微信支付注销提现申请单号: such as `20220101332222`
    pub applyment_id: Option<String>,
    /// 商户注销提现申请单号: such as `1234567`
    pub out_request_no: Option<String>,
}

/// The response of [`CancellationWithdrawals::query_cancellation_withdrawal_by_applyment_id`],
/// [`CancellationWithdrawals::query_cancellation_withdrawal_by_out_request_no`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CancellationWithdrawal {
    /// 微信支付注销提现申请单号: such as `X202410241010125346`
    pub applyment_id: String,
    /// 商户注销提现申请单号: such as `P202410241010125346`
    pub out_request_no: String,
    /// 注销提现申请单状态: such as `FUND_PROCESSING`
    pub cancel_state: CancellationWithdrawalState,
    /// 注销提现申请单状态描述: such as `资金处理中`
    pub cancel_state_description: String,
    /// 是否提取资金: such as `APPLY_WITHDRAW`
    pub withdraw: Option<WithdrawOption>,
    /// 提现状态: such as `WITHDRAW_PROCESSING`
    pub withdraw_state: Option<WithdrawState>,
    /// 提现状态描述: such as `提现处理中`
    pub withdraw_state_description: Option<String>,
    /// 账户提现结果
    pub account_withdraw_result: Option<Vec<AccountWithdrawResult>>,
    /// 最后更新时间: such as `2015-05-20T13:29:35+08:00`
    pub modify_time: Option<DateTime>,
    /// 申请注销的二级商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 账户信息
    pub account_info: Option<Vec<CancellationAccountInfo>>,
    /// `confirm_cancel`
    pub confirm_cancel: Option<CancellationConfirmation>,
}

/// 账户提现结果
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct AccountWithdrawResult {
    /// 二级商户号的出款子账户类型: such as `BASIC_ACCOUNT`
    pub out_account_type: OutAccountType,
    /// 付款状态
    pub pay_state: PayState,
    /// 付款状态描述: such as `付款成功`
    pub state_description: String,
}

/// The `confirm_cancel` of
/// [`CancellationWithdrawals::query_cancellation_withdrawal_by_applyment_id`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CancellationConfirmation {
    /// 确认商户注销的页面url
    pub confirm_cancel_url: Option<String>,
}

/// The request of [`CancellationWithdrawals::confirm_account_cancellation`].
///
/// `ConfirmAccountCancellationRequest::builder().sub_mchid(…).confirm_time(…).cancel_contract_version(…).build()`.
/// For an `Option`, use setters such as `maybe_applyment_id`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ConfirmAccountCancellationRequest {
    /// 微信支付注销单号: such as `X202410241010125346`
    pub applyment_id: Option<String>,
    /// 商户注销申请单号: such as `P202410241010125346`
    pub out_request_no: Option<String>,
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 平台确认操作人标识: such as `id1102`
    pub operator_identification: Option<String>,
    /// 注销确认时间: such as `2015-05-20T13:29:35.120+08:00`
    pub confirm_time: DateTime,
    /// 注销协议版本号: such as `V20241213`
    pub cancel_contract_version: String,
}

rules! { ConfirmAccountCancellationRequest {} }

/// The response of [`CancellationWithdrawals::confirm_account_cancellation`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ConfirmAccountCancellationResponse {
    /// 微信支付注销单号: such as `X202410241010125346`
    pub applyment_id: Option<String>,
    /// 商户注销申请单号: such as `P202410241010125346`
    pub out_request_no: Option<String>,
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
}

open_enum! {
    /// 注销提现申请单状态
    pub enum MerchantState {
        Normal = "NORMAL",
        HasBeenCancelled = "HAS_BEEN_CANCELLED",
    }
}

open_enum! {
    /// 注销资格检查结果
    pub enum ValidateResult {
        AllowCancelWithdraw = "ALLOW_CANCEL_WITHDRAW",
        NotAllowCancelWithdraw = "NOT_ALLOW_CANCEL_WITHDRAW",
    }
}

open_enum! {
    /// 二级商户号的出款子账户类型
    pub enum OutAccountType {
        BasicAccount = "BASIC_ACCOUNT",
        OperateAccount = "OPERATE_ACCOUNT",
        MarginAccount = "MARGIN_ACCOUNT",
        TradeFeeAccount = "TRADE_FEE_ACCOUNT",
    }
}

open_enum! {
    /// 二级商户号的出款子账户类型
    pub enum BlockReasonType {
        ConsumerComplaintUnprocessed = "CONSUMER_COMPLAINT_UNPROCESSED",
        HasBlockingControl = "HAS_BLOCKING_CONTROL",
        FundsPendingProcessing = "FUNDS_PENDING_PROCESSING",
        OtherReason = "OTHER_REASON",
    }
}

open_enum! {
    /// 是否提取资金
    pub enum WithdrawOption {
        ApplyWithdraw = "APPLY_WITHDRAW",
        NotApplyWithdraw = "NOT_APPLY_WITHDRAW",
    }
}

open_enum! {
    /// 账户类型
    pub enum AccountType {
        Corporate = "ACCOUNT_TYPE_CORPORATE",
        Personal = "ACCOUNT_TYPE_PERSONAL",
    }
}

open_enum! {
    /// 申请证明材料类型
    pub enum ProofMediaType {
        WithdrawalApplication = "WITHDRAWAL_APPLICATION",
    }
}

open_enum! {
    /// 注销提现申请单状态
    pub enum CancellationWithdrawalState {
        Accepted = "ACCEPTED",
        Reviewing = "REVIEWING",
        Rejected = "REJECTED",
        WaitingMerchantConfirm = "WAITING_MERCHANT_CONFIRM",
        Revoked = "REVOKED",
        SystemProcessing = "SYSTEM_PROCESSING",
        Canceled = "CANCELED",
        FundProcessing = "FUND_PROCESSING",
        Finish = "FINISH",
    }
}

open_enum! {
    /// 提现状态
    pub enum WithdrawState {
        Processing = "WITHDRAW_PROCESSING",
        Exception = "WITHDRAW_EXCEPTION",
        Succeed = "WITHDRAW_SUCCEED",
    }
}

open_enum! {
    /// 付款状态
    pub enum PayState {
        PayProcessing = "PAY_PROCESSING",
        PaySucceed = "PAY_SUCCEED",
        PayFail = "PAY_FAIL",
        BankRefunded = "BANK_REFUNDED",
    }
}
