//! 委托代扣.

use wechatpay_client::{DateTime, Deserialize, Fen};

use super::EducationTransaction;
use crate::notifications::decode::one_of;
use crate::open_enum::open_enum;

one_of! {
    /// 委托代扣签约成功通知
    ///
    /// The resources of `ENTRUST.SIGN`.
    pub enum EntrustSign {
        /// 直连商户
        Merchant(MerchantContract) {
            abroad: false,
            needs: [
                "mchid", "contract_id", "plan_id", "out_contract_code", "contract_display_account",
                "contract_state", "appid"
            ],
            knows: [
                "mchid", "contract_id", "appid", "plan_id", "out_contract_code",
                "contract_display_account", "contract_state", "contract_signed_time",
                "contract_expired_time", "openid", "contract_terminate_info", "deduct_schedule",
                "out_user_code"
            ],
        },
        /// 服务商
        Partner(PartnerContract) {
            abroad: false,
            needs: [
                "sp_mchid", "sub_mchid", "contract_id", "plan_id", "out_contract_code",
                "contract_display_account", "contract_state", "sp_appid"
            ],
            knows: [
                "contract_id", "plan_id", "out_contract_code", "contract_display_account",
                "contract_state", "contract_signed_time", "contract_expired_time",
                "contract_terminate_info", "deduct_schedule", "sp_mchid", "sp_appid", "sub_mchid",
                "sub_appid", "sp_openid", "sub_openid", "out_user_code"
            ],
        },
    }
}

one_of! {
    /// 委托代扣解约成功通知
    ///
    /// The resources of `ENTRUST.TERMINATE`.
    pub enum EntrustTerminate {
        /// 直连商户
        Merchant(MerchantTerminatedContract) {
            abroad: false,
            needs: [
                "mchid", "contract_id", "plan_id", "out_contract_code", "contract_display_account",
                "contract_state", "contract_signed_time", "contract_expired_time",
                "contract_terminate_info", "appid"
            ],
            knows: [
                "contract_id", "plan_id", "out_contract_code", "contract_display_account",
                "contract_state", "contract_signed_time", "contract_expired_time",
                "contract_terminate_info", "deduct_schedule", "mchid", "appid", "openid",
                "out_user_code"
            ],
        },
        /// 服务商
        Partner(PartnerTerminatedContract) {
            abroad: false,
            needs: [
                "sp_mchid", "sub_mchid", "contract_id", "sp_appid", "plan_id", "out_contract_code",
                "contract_display_account", "contract_state", "contract_signed_time",
                "contract_expired_time", "contract_terminate_info"
            ],
            knows: [
                "contract_id", "sp_mchid", "sp_appid", "sub_mchid", "sub_appid", "plan_id",
                "out_contract_code", "contract_display_account", "contract_state",
                "contract_signed_time", "contract_expired_time", "sp_openid", "sub_openid",
                "contract_terminate_info", "deduct_schedule", "out_user_code"
            ],
        },
    }
}

one_of! {
    /// 教育续费通用户签约成功通知
    ///
    /// The resources of `ENTRUST.SIGNING`.
    pub enum EntrustSigning {
        /// 教育续费通签约
        Contract(EducationContract) {
            abroad: false,
            needs: ["appid", "openid", "plan_id", "contract_information"],
            knows: ["appid", "openid", "plan_id", "contract_information"],
        },
        /// 教育续费通扣费
        Transaction(EducationTransaction) {
            abroad: false,
            needs: [
                "sp_mchid", "appid", "out_trade_no", "trade_state", "trade_state_description",
                "amount"
            ],
            knows: [
                "sp_mchid", "appid", "sub_mchid", "sub_appid", "out_trade_no", "transaction_id",
                "attach", "bank_type", "success_time", "trade_state", "trade_state_description",
                "payer", "amount", "device_information", "promotion_detail"
            ],
        },
    }
}

one_of! {
    /// 教育续费通用户解约成功通知
    ///
    /// The resources of `ENTRUST.RELEASE`.
    pub enum EntrustRelease {
        /// 教育续费通解约
        Contract(EducationContract) {
            abroad: false,
            needs: ["appid", "openid", "plan_id", "contract_information"],
            knows: ["appid", "openid", "plan_id", "contract_information"],
        },
        /// 教育续费通扣费
        Transaction(EducationTransaction) {
            abroad: false,
            needs: [
                "sp_mchid", "appid", "out_trade_no", "trade_state", "trade_state_description",
                "amount"
            ],
            knows: [
                "sp_mchid", "appid", "sub_mchid", "sub_appid", "out_trade_no", "transaction_id",
                "attach", "bank_type", "success_time", "trade_state", "trade_state_description",
                "payer", "amount", "device_information", "promotion_detail"
            ],
        },
    }
}

/// The resource of `ENTRUST.SIGN`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct MerchantContract {
    /// 微信支付分配的商户号
    pub mchid: Option<String>,
    /// 委托代扣协议的主键
    pub contract_id: Option<String>,
    /// `appid`
    pub appid: Option<String>,
    /// 委托代扣协议模板ID
    pub plan_id: Option<i64>,
    /// 商户侧的签约协议号
    pub out_contract_code: Option<String>,
    /// 签约用户的名称
    pub contract_display_account: Option<String>,
    /// 委托代扣协议状态
    pub contract_state: Option<SignedContractState>,
    /// 协议签署时间
    pub contract_signed_time: Option<DateTime>,
    /// 协议到期时间
    pub contract_expired_time: Option<DateTime>,
    /// 商户AppID下的用户唯一标识
    pub openid: Option<String>,
    /// 协议解约信息
    pub contract_terminate_info: Option<ContractTerminateInfo>,
    /// 预约扣费场景的预约信息
    pub deduct_schedule: Option<DeductSchedule>,
    /// `out_user_code`
    pub out_user_code: Option<String>,
}

/// 协议解约信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct ContractTerminateInfo {
    /// 协议解约方式
    pub contract_termination_mode: Option<ContractTerminationMode>,
    /// 协议解约时间
    pub contract_terminated_time: Option<DateTime>,
    /// 解约原因的备注说明
    pub contract_termination_remark: Option<String>,
}

/// 预约扣费场景的预约信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct DeductSchedule {
    /// 预计扣费的日期
    pub estimated_deduct_date: Option<String>,
    /// 预计的扣费金额
    pub estimated_deduct_amount: Option<ScheduledAmount>,
    /// 扣费预约状态
    pub schedule_state: Option<ScheduleState>,
    /// 已预约的扣费金额信息
    pub scheduled_amount: Option<ScheduledAmount>,
    /// 实际扣费金额
    pub deduct_amount: Option<ScheduledAmount>,
    /// 实际扣费的日期
    pub deduct_date: Option<String>,
}

/// 预计的扣费金额
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ScheduledAmount {
    /// 总金额
    pub total: Option<Fen>,
    /// 货币类型
    pub currency: Option<String>,
}

/// The resource of `ENTRUST.SIGN`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct PartnerContract {
    /// 委托代扣协议的主键
    pub contract_id: Option<String>,
    /// 委托代扣协议模板ID
    pub plan_id: Option<i64>,
    /// 商户侧的签约协议号
    pub out_contract_code: Option<String>,
    /// 签约用户的名称
    pub contract_display_account: Option<String>,
    /// 委托代扣协议状态
    pub contract_state: Option<SignedContractState>,
    /// 协议签署时间
    pub contract_signed_time: Option<DateTime>,
    /// 协议到期时间
    pub contract_expired_time: Option<DateTime>,
    /// 协议解约信息
    pub contract_terminate_info: Option<ContractTerminateInfo>,
    /// 预约扣费场景的预约信息
    pub deduct_schedule: Option<DeductSchedule>,
    /// 普通服务商商户号
    pub sp_mchid: String,
    /// `sp_appid`
    pub sp_appid: String,
    /// 子商户号
    pub sub_mchid: String,
    /// 子商户的AppID
    pub sub_appid: Option<String>,
    /// 商户AppID下的用户唯一标识
    pub sp_openid: Option<String>,
    /// `sub_openid`
    pub sub_openid: Option<String>,
    /// `out_user_code`
    pub out_user_code: Option<String>,
}

/// The resource of `ENTRUST.TERMINATE`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct MerchantTerminatedContract {
    /// 委托代扣协议的主键
    pub contract_id: Option<String>,
    /// 委托代扣协议模板ID
    pub plan_id: Option<i64>,
    /// 商户侧的签约协议号
    pub out_contract_code: Option<String>,
    /// 签约用户的名称
    pub contract_display_account: Option<String>,
    /// 委托代扣协议状态
    pub contract_state: Option<TerminatedContractState>,
    /// 协议签署时间
    pub contract_signed_time: Option<DateTime>,
    /// 协议到期时间
    pub contract_expired_time: Option<DateTime>,
    /// 协议解约信息
    pub contract_terminate_info: Option<ContractTerminateInfo>,
    /// 预约扣费场景的预约信息
    pub deduct_schedule: Option<DeductSchedule>,
    /// `mchid`
    pub mchid: String,
    /// `appid`
    pub appid: String,
    /// `openid`
    pub openid: Option<String>,
    /// `out_user_code`
    pub out_user_code: Option<String>,
}

/// The resource of `ENTRUST.TERMINATE`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct PartnerTerminatedContract {
    /// 委托代扣协议的主键
    pub contract_id: Option<String>,
    /// 普通服务商商户号
    pub sp_mchid: String,
    /// `sp_appid`
    pub sp_appid: String,
    /// 子商户号
    pub sub_mchid: String,
    /// 子商户的AppID
    pub sub_appid: Option<String>,
    /// 委托代扣协议模板ID
    pub plan_id: Option<i64>,
    /// 商户侧的签约协议号
    pub out_contract_code: Option<String>,
    /// 签约用户的名称
    pub contract_display_account: Option<String>,
    /// 委托代扣协议状态
    pub contract_state: Option<TerminatedContractState>,
    /// 协议签署时间
    pub contract_signed_time: Option<DateTime>,
    /// 协议到期时间
    pub contract_expired_time: Option<DateTime>,
    /// 商户AppID下的用户唯一标识
    pub sp_openid: Option<String>,
    /// `sub_openid`
    pub sub_openid: Option<String>,
    /// 协议解约信息
    pub contract_terminate_info: Option<ContractTerminateInfo>,
    /// 预约扣费场景的预约信息
    pub deduct_schedule: Option<DeductSchedule>,
    /// `out_user_code`
    pub out_user_code: Option<String>,
}

/// The resource of `ENTRUST.TERMINATE_INQUIRY`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct ContractTerminationInquiry {
    /// 商户号
    pub mchid: Option<String>,
    /// `appid`
    pub appid: Option<String>,
    /// 商户AppID下的用户唯一标识
    pub openid: Option<String>,
    /// 委托代扣协议模板ID
    pub plan_id: Option<i64>,
    /// 商户侧的签约协议号
    pub out_contract_code: Option<String>,
    /// 商户侧用户标识
    pub out_user_code: Option<String>,
    /// 委托代扣协议的主键
    pub contract_id: Option<String>,
    /// 签约用户的名称
    pub contract_display_account: Option<String>,
    /// 委托代扣协议状态
    pub contract_state: Option<TerminatedContractState>,
    /// 协议签署时间
    pub contract_signed_time: Option<DateTime>,
}

/// The resource of `ENTRUST.TERMINATE_RETENTION`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ContractTerminationRetention {
    /// 普通服务商商户号
    pub mchid: Option<String>,
    /// 委托代扣协议的主键
    pub contract_id: Option<String>,
    /// `appid`
    pub appid: Option<String>,
    /// 委托代扣协议模板ID
    pub plan_id: Option<i64>,
    /// 商户侧的签约协议号
    pub out_contract_code: Option<String>,
    /// 商户AppID下的用户唯一标识
    pub openid: Option<String>,
}

/// The resource of `ENTRUST.SIGNING`, `ENTRUST.RELEASE`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct EducationContract {
    /// `appid`
    pub appid: Option<String>,
    /// `openid`
    pub openid: String,
    /// 签约模板号
    pub plan_id: String,
    /// 签约信息
    pub contract_information: EducationContractInformation,
}

/// 签约信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct EducationContractInformation {
    /// 签约协议号
    pub contract_id: Option<String>,
    /// 签约状态
    pub contract_status: Option<EducationContractStatus>,
    /// 签约完成时间
    pub create_time: Option<DateTime>,
}

/// The resource of `INSURANCE_ENTRUST.SIGN`, `INSURANCE_ENTRUST.RENEW`,
/// `INSURANCE_ENTRUST.TERMINATE`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct InsuranceContract {
    /// 微信支付分配的商户号
    pub mchid: Option<String>,
    /// 委托代扣协议的主键
    pub contract_id: Option<String>,
    /// `appid`
    pub appid: Option<String>,
    /// 委托代扣协议模板ID
    pub plan_id: Option<i64>,
    /// 商户侧的签约协议号
    pub out_contract_code: Option<String>,
    /// 签约用户的名称
    pub insured_display_name: Option<String>,
    /// 委托代扣协议状态
    pub contract_state: Option<TerminatedContractState>,
    /// 协议签署时间
    pub contract_signed_time: Option<DateTime>,
    /// 协议到期时间
    pub contract_expired_time: Option<DateTime>,
    /// 商户AppID下的用户唯一标识
    pub openid: Option<String>,
    /// 协议解约信息
    pub contract_terminate_info: Option<ContractTerminateInfo>,
}

/// The resource of `ECOMMERCE_ENTRUST.SIGN`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CombinePapayContract {
    /// 微信支付分配的商户号
    pub mchid: Option<String>,
    /// 商户侧的签约协议号
    pub out_contract_code: Option<String>,
    /// 委托代扣协议模板ID
    pub plan_id: Option<i64>,
    /// `appid`
    pub appid: Option<String>,
    /// 商户AppID下的用户唯一标识
    pub openid: Option<String>,
    /// 协议到期时间
    pub contract_expired_time: Option<DateTime>,
    /// 操作时间
    pub operate_time: Option<DateTime>,
    /// 附加数据
    pub attach: Option<String>,
}

/// The resource of `ECOMMERCE_ENTRUST.TERMINATE`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct TerminatedCombinePapayContract {
    /// 微信支付分配的商户号
    pub mchid: Option<String>,
    /// 商户侧的签约协议号
    pub out_contract_code: Option<String>,
    /// 委托代扣协议模板ID
    pub plan_id: Option<i64>,
    /// `appid`
    pub appid: Option<String>,
    /// 商户AppID下的用户唯一标识
    pub openid: Option<String>,
    /// 协议解约方式
    pub contract_termination_mode: Option<CombinePapayTerminationMode>,
    /// 操作时间
    pub operate_time: Option<DateTime>,
    /// 附加数据
    pub attach: Option<String>,
}

/// The resource of `PAPAY.SIGN`, `PAPAY.TERMINATE`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct GlobalContractChange {
    /// 微信支付分配的商户号
    pub mchid: Option<String>,
    /// 商户侧的签约协议号
    pub out_contract_code: Option<String>,
    /// `appid`
    pub appid: Option<String>,
    /// 商户AppID下的用户唯一标识
    pub openid: Option<String>,
    /// 协议解约方式
    pub contract_termination_mode: Option<GlobalContractTerminationMode>,
    /// 委托代扣协议的主键
    pub contract_id: Option<String>,
    /// 委托代扣协议模板ID
    pub plan_id: Option<i64>,
    /// 操作时间
    pub operate_time: Option<DateTime>,
    /// 协议到期时间
    pub contract_expired_time: Option<DateTime>,
    /// 普通服务商商户号
    pub sp_mchid: Option<String>,
    /// `sp_appid`
    pub sp_appid: Option<String>,
    /// 子商户号
    pub sub_mchid: Option<String>,
    /// 子商户的AppID
    pub sub_appid: Option<String>,
    /// 商户AppID下的用户唯一标识
    pub sp_openid: Option<String>,
    /// `sub_openid`
    pub sub_openid: Option<String>,
}

/// The resource of `CREDIT_REPAYMENT.SIGN_CONTRACT`, `CREDIT_REPAYMENT.TERMINATE_CONTRACT`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CreditRepaymentContract {
    /// 服务商商户号
    pub sp_mchid: Option<String>,
    /// 还款协议ID
    pub contract_id: Option<String>,
    /// 委托代扣协议模板ID
    pub plan_id: Option<i64>,
    /// 服务商签约协议号
    pub out_contract_code: Option<String>,
    /// 用户展示名称
    pub display_name: Option<String>,
    /// 委托代扣协议状态
    pub contract_state: Option<CreditRepaymentContractState>,
    /// 协议签署时间
    pub contract_signed_time: Option<DateTime>,
    /// 协议解约时间
    pub contract_terminated_time: Option<DateTime>,
    /// 协议解约方式
    pub contract_terminated_mode: Option<CreditRepaymentTerminatedMode>,
    /// 解约原因的备注说明
    pub contract_termination_remark: Option<String>,
    /// 还款日
    pub repayment_day: Option<i64>,
    /// 还款金额上限
    pub repayment_amount_limit: Option<String>,
    /// `appid`
    pub appid: Option<String>,
    /// 商户AppID下的用户唯一标识
    pub openid: Option<String>,
}

/// The resource of `CREDIT_REPAYMENT.DEDUCTION_PAY`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CreditRepaymentDeduction {
    /// 服务商商户号
    pub sp_mchid: Option<String>,
    /// 子商户号
    pub sub_mchid: Option<String>,
    /// 服务商AppID
    pub appid: Option<String>,
    /// 子商户AppID
    pub sub_appid: Option<String>,
    /// 用户标识
    pub openid: Option<String>,
    /// 还款单状态
    pub order_state: Option<CreditRepaymentOrderState>,
    /// 商户侧交易单号
    pub out_trade_no: Option<String>,
    /// 商户侧预约还款单号
    pub out_record_id: Option<String>,
    /// 还款协议ID
    pub contract_id: Option<String>,
    /// 还款金额
    pub deduct_amount: Option<String>,
    /// 实际还款金额
    pub pay_success_amount: Option<String>,
    /// 产品描述
    pub description: Option<String>,
    /// 商户数据包
    pub attach: Option<String>,
    /// 微信支付的支付单号
    pub transaction_id: Option<String>,
}

open_enum! {
    /// 委托代扣协议状态
    pub enum SignedContractState {
        Signed = "SIGNED",
        Terminated = "TERMINATED",
        SignFailed = "SIGN_FAILED",
        ToBeRenewed = "TO_BE_RENEWED",
        TerminatePending = "TERMINATE_PENDING",
    }
}

open_enum! {
    /// 协议解约方式
    pub enum ContractTerminationMode {
        UserTerminate = "USER_TERMINATE",
        MchApiTerminate = "MCH_API_TERMINATE",
        Api = "API",
        WepayWebTerminate = "WEPAY_WEB_TERMINATE",
        CustomerServiceTerminate = "CUSTOMER_SERVICE_TERMINATE",
        SystemTerminate = "SYSTEM_TERMINATE",
    }
}

open_enum! {
    /// 扣费预约状态
    pub enum ScheduleState {
        NoScheduled = "NO_SCHEDULED",
        Scheduled = "SCHEDULED",
        Paid = "PAID",
        Expired = "EXPIRED",
    }
}

open_enum! {
    /// 委托代扣协议状态
    pub enum TerminatedContractState {
        Signed = "SIGNED",
        Terminated = "TERMINATED",
    }
}

open_enum! {
    /// 签约状态
    pub enum EducationContractStatus {
        Add = "ADD",
        Delete = "DELETE",
    }
}

open_enum! {
    /// 协议解约方式
    pub enum CombinePapayTerminationMode {
        UserTerminate = "USER_TERMINATE",
        MchApiTerminate = "MCH_API_TERMINATE",
        WepayWebTerminate = "WEPAY_WEB_TERMINATE",
        CustomerServiceTerminate = "CUSTOMER_SERVICE_TERMINATE",
        SystemTerminate = "SYSTEM_TERMINATE",
    }
}

open_enum! {
    /// 协议解约方式
    pub enum GlobalContractTerminationMode {
        User = "USER",
        Merchant = "MERCHANT",
        Platform = "PLATFORM",
    }
}

open_enum! {
    /// 委托代扣协议状态
    pub enum CreditRepaymentContractState {
        Invalid = "CONTRACT_STATE_INVALID",
        Effective = "CONTRACT_STATE_EFFECTIVE",
        Terminated = "CONTRACT_STATE_TERMINATED",
    }
}

open_enum! {
    /// 协议解约方式
    pub enum CreditRepaymentTerminatedMode {
        Invalid = "TERMINATION_MODE_INVALID",
        ByUser = "TERMINATION_MODE_BY_USER",
        ByMerchant = "TERMINATION_MODE_BY_MERCHANT",
        ByCustomerService = "TERMINATION_MODE_BY_CUSTOMER_SERVICE",
    }
}

open_enum! {
    /// 还款单状态
    pub enum CreditRepaymentOrderState {
        DeductOrderStatePaySuccess = "DEDUCT_ORDER_STATE_PAY_SUCCESS",
    }
}
