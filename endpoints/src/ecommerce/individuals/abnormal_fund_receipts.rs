//! 在途异常资金.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, wechatpay_api};

use super::AbnormalSettlementType;
use crate::open_enum::open_enum;
use crate::rules::rules;

/// 在途异常资金
#[wechatpay_api(defaults)]
pub trait AbnormalFundReceipts {
    /// 查询在途异常资金付款结果
    ///
    /// `GET /v3/abnormal-fund-processing/receipts/{receipt_id}`
    ///
    /// - `receipt_id` 微信支付在途异常资金付款单号: such as `0100011742874700562078230000`
    #[wechatpay_api(GET "/v3/abnormal-fund-processing/receipts/{receipt_id}")]
    async fn query_abnormal_fund_receipt(&self, receipt_id: &str) -> Result<AbnormalFundReceipt>;

    /// 发起在途异常资金付款指令
    ///
    /// `POST /v3/abnormal-fund-processing/receipts/{receipt_id}/transfer-instructions`
    ///
    /// - `receipt_id` 微信支付在途异常资金付款单号: such as `0100011742874700562078230000`
    #[wechatpay_api(POST "/v3/abnormal-fund-processing/receipts/{receipt_id}/transfer-instructions")]
    async fn create_transfer_instruction(
        &self,
        receipt_id: &str,
        body: &CreateTransferInstructionRequest,
    ) -> Result<CreateTransferInstructionResponse>;

    /// 查询付款指令执行结果
    ///
    /// `GET
    /// /v3/abnormal-fund-processing/receipts/{receipt_id}/transfer-instructions/{out_instruction_no}`
    ///
    /// - `receipt_id` 微信支付在途异常资金付款单号: such as `0100011742874700562078230000`
    /// - `out_instruction_no` 商户侧指令编号: such as `1200002`
    #[wechatpay_api(GET "/v3/abnormal-fund-processing/receipts/{receipt_id}/transfer-instructions/{out_instruction_no}")]
    async fn query_transfer_instruction(
        &self,
        receipt_id: &str,
        out_instruction_no: &str,
    ) -> Result<TransferInstruction>;
}

/// The response of [`AbnormalFundReceipts::query_abnormal_fund_receipt`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct AbnormalFundReceipt {
    /// 产品名称: such as `C2C`
    pub product_name: ProductName,
    /// 微信支付在途异常资金付款单号: such as `0100011742874700562078230000`
    pub receipt_id: String,
    /// 付款金额信息
    pub transfer_amount: TransferAmount,
    /// 在途异常资金付款状态
    pub receipt_state: ReceiptState,
    /// 在途异常资金付款单据创建时间: such as `2018-06-08T10:34:56+08:00`
    pub create_time: Option<DateTime>,
    /// 在途异常资金付款单据更新时间: such as `2018-06-08T10:34:56+08:00`
    pub last_update_time: Option<DateTime>,
    /// 在途异常资金付款指令信息
    pub instruction: Option<ReceiptInstruction>,
}

/// 付款金额信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct TransferAmount {
    /// 总金额: such as `100`
    pub total: Fen,
    /// 货币类型
    pub currency: Option<Currency>,
}

/// 在途异常资金付款指令信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct ReceiptInstruction {
    /// 商户侧指令编号: such as `1200002`
    pub out_instruction_no: Option<String>,
    /// 在途异常资金付款指令的发起方
    pub commander: Commander,
    /// 付款方式
    pub transfer_mode: AbnormalSettlementType,
    /// 入账成功时间: such as `2018-06-08T10:34:56+08:00`
    pub success_time: Option<DateTime>,
    /// 商户AppID: such as `wxf636efh567hg4356`
    pub appid: Option<Vec<String>>,
    /// 回调通知地址: such as `https://weixin.qq.com`
    pub notify_url: Option<String>,
}

/// 在途异常资金付款指令的发起方
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct Commander {
    /// 发起在途异常资金付款请求的角色
    pub operator: CommanderOperator,
    /// 微信支付商户号: such as `990055040`
    pub mchid: Option<String>,
}

/// The request of [`AbnormalFundReceipts::create_transfer_instruction`].
///
/// `CreateTransferInstructionRequest::builder().out_instruction_no(…).transfer_mode(…).build()`.
/// For an `Option`, use setters such as `maybe_receiver`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateTransferInstructionRequest {
    /// 商户侧指令编号: such as `1200002`
    pub out_instruction_no: String,
    /// 付款方式
    pub transfer_mode: TransferMode,
    /// 收款方
    pub receiver: Option<Receiver>,
    /// 回调通知地址: such as `https://weixin.qq.com`
    pub notify_url: Option<String>,
}

rules! {
    CreateTransferInstructionRequest {
        member("transfer_mode", &[Listed(TransferMode::TEXTS)]),
        member("notify_url", &[NotifyUrl]),
    }
}

/// 收款方
///
/// `Receiver::builder().build()`. For an `Option`, use setters such as `maybe_openid`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct Receiver {
    /// 入账用户OpenID: such as `eoCuiA7RW33Tc3jtz_5CNLegC9kN0`
    pub openid: Option<String>,
    /// 商户AppID: such as `wxf636efh567hg4356`
    pub appid: Option<String>,
    /// 入账商户号: such as `1900001108`
    pub mchid: Option<String>,
}

/// The response of [`AbnormalFundReceipts::create_transfer_instruction`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CreateTransferInstructionResponse {
    /// 产品名称: such as `C2C`
    pub product_name: ProductName,
    /// 微信支付在途异常资金付款单号: such as `0100011742874700562078230000`
    pub receipt_id: String,
    /// 付款金额信息
    pub transfer_amount: TransferAmount,
    /// 在途异常资金付款状态
    pub receipt_state: ReceiptState,
    /// 在途异常资金付款单据创建时间: such as `2018-06-08T10:34:56+08:00`
    pub create_time: Option<DateTime>,
    /// 在途异常资金付款单据更新时间: such as `2018-06-08T10:34:56+08:00`
    pub last_update_time: Option<DateTime>,
    /// 在途异常资金付款指令信息
    pub instruction: Option<CreatedTransferInstruction>,
}

/// 在途异常资金付款指令信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CreatedTransferInstruction {
    /// 商户侧指令编号: such as `1200002`
    pub out_instruction_no: Option<String>,
    /// 在途异常资金付款指令的发起方
    pub commander: Commander,
    /// 付款方式
    pub transfer_mode: TransferMode,
    /// 收款方
    pub receiver: Option<Receiver>,
    /// 在途异常资金付款指令状态
    pub instruction_state: Option<InstructionState>,
    /// 在途异常资金付款单据创建时间: such as `2018-06-08T10:34:56+08:00`
    pub create_time: Option<DateTime>,
    /// 入账成功时间: such as `2018-06-08T10:34:56+08:00`
    pub success_time: Option<DateTime>,
    /// 回调通知地址: such as `https://weixin.qq.com`
    pub notify_url: Option<String>,
}

/// The response of [`AbnormalFundReceipts::query_transfer_instruction`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct TransferInstruction {
    /// 商户侧指令编号: such as `1200002`
    pub out_instruction_no: Option<String>,
    /// 在途异常资金付款指令的发起方
    pub commander: Option<TransferInstructionCommander>,
    /// 付款方式: such as `TRANSFER_TO_ORIGINAL_RECEIVE_USER`
    pub transfer_mode: Option<TransferMode>,
    /// 收款方
    pub receiver: Option<TransferInstructionReceiver>,
    /// 在途异常资金付款指令状态
    pub instruction_state: Option<InstructionState>,
    /// 在途异常资金付款指令创建时间: such as `2018-06-08T10:34:56+08:00`
    pub create_time: Option<DateTime>,
    /// 入账成功时间: such as `2018-06-08T10:34:56+08:00`
    pub success_time: Option<DateTime>,
    /// 在途异常资金付款指令关闭时间: such as `2018-06-08T10:34:56+08:00`
    pub close_time: Option<DateTime>,
    /// 回调通知地址: such as `https://weixin.qq.com`
    pub notify_url: Option<String>,
    /// A text, such as `01010100021769054237638333570000010001`
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
pub struct TransferInstructionCommander {
    /// 发起在途异常资金付款请求的角色: such as `MERCHANT`
    pub operator: Option<CommanderOperator>,
    /// 微信支付商户号: such as `990055040`
    pub mchid: Option<String>,
}

/// 收款方
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct TransferInstructionReceiver {
    /// 入账账户类型: such as `OTHERS`
    pub account_type: Option<String>,
    /// 入账用户OpenID
    pub openid: Option<String>,
    /// 商户AppID
    pub appid: Option<String>,
    /// 入账商户号: such as `1900001108`
    pub mchid: Option<String>,
}

open_enum! {
    /// 产品名称
    pub enum ProductName {
        C2C = "C2C",
    }
}

open_enum! {
    /// 货币类型
    pub enum Currency {
        Cny = "CNY",
    }
}

open_enum! {
    /// 在途异常资金付款状态
    pub enum ReceiptState {
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
        TransferModeToOriginalReceiveMerchant = "TRANSFER_MODE_TO_ORIGINAL_RECEIVE_MERCHANT",
        TransferModeToSpecifiedReceiveMerchant = "TRANSFER_MODE_TO_SPECIFIED_RECEIVE_MERCHANT",
    }
}

open_enum! {
    /// 在途异常资金付款指令状态
    pub enum InstructionState {
        Pending = "INSTRUCTION_STATE_PENDING",
        InProgress = "INSTRUCTION_STATE_IN_PROGRESS",
        Closed = "INSTRUCTION_STATE_CLOSED",
        Success = "INSTRUCTION_STATE_SUCCESS",
    }
}
