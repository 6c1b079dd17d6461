//! 交通出行与行业方案.

use wechatpay_client::{DateTime, Deserialize, Fen};

use super::PlateColor;
use crate::open_enum::open_enum;

/// The resource of `VEHICLE.USER_STATE_CHANGE`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct VehicleUserStateChange {
    /// 发起签约的AppID
    pub appid: Option<String>,
    /// 服务商商户号
    pub sp_mchid: Option<String>,
    /// 用户在发起签约App的标识
    pub sp_openid: Option<String>,
    /// 用户在发起签约子App的标识
    pub sub_openid: Option<String>,
    /// 特约商户号
    pub sub_mchid: Option<String>,
    /// ETC扣费授权协议号
    pub contract_id: Option<String>,
    /// etc绑定状态
    pub bind_state: Option<String>,
    /// 绑定的车牌号
    pub plate_number: Option<String>,
}

/// The resource of `VEHICLE.ENTRANCE_STATE_CHANGE`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct VehicleEntranceStateChange {
    /// 调用接口提交的商户号
    pub sp_mchid: Option<String>,
    /// 调用接口提交的子商户号
    pub sub_mchid: Option<String>,
    /// 车主服务为商户分配的入场ID
    pub parking_id: Option<String>,
    /// 商户侧入场标识ID
    pub out_parking_no: Option<String>,
    /// 车牌号
    pub plate_number: Option<String>,
    /// 车牌颜色
    pub plate_color: Option<PlateColor>,
    /// 入场时间
    pub start_time: Option<String>,
    /// 所在停车位车场的名称
    pub parking_name: Option<String>,
    /// 停车场的免费停车时长: in seconds
    pub free_duration: Option<i64>,
    /// 本次入场车牌的服务状态
    pub parking_state: Option<String>,
    /// 不可用服务状态描述
    pub blocked_state_description: Option<String>,
    /// 状态变更的发生时间
    pub state_update_time: Option<String>,
}

/// The resource of `PARKING_FEE.QUERY_TRANS_INFO`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ParkingFeeInquiry {
    /// 商户停车单号
    pub out_serial_number: Option<String>,
    /// 车牌号
    pub plate_number: Option<String>,
    /// 商户停车场ID
    pub out_parking_id: Option<String>,
}

/// The resource of `EDU_SCHOOL_PAY.USER_DEBT_STATE_UPDATE`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct EduSchoolPayDebtChange {
    /// `appid`
    pub appid: Option<String>,
    /// `openid`
    pub openid: Option<String>,
    /// 用户状态
    pub state: Option<String>,
    /// `debt_count`
    pub debt_count: Option<i64>,
    /// 更新时间
    pub update_time: Option<DateTime>,
}

/// The resource of `FACEPAY.USER_STATE_CHANGE`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct FaceContractChange {
    /// 微信刷脸用户ID
    pub user_id: Option<String>,
    /// 商户刷脸用户ID
    pub out_user_id: Option<String>,
    /// 机构编号
    pub organization_id: Option<String>,
    /// 商户号
    pub mch_id: Option<String>,
    /// 通知创建时间
    pub notify_create_time: Option<String>,
    /// 微信APPID
    pub appid: Option<String>,
    /// 微信用户openid
    pub openid: Option<String>,
    /// 签约ID
    pub contract_id: Option<String>,
}

/// The resource of `HIRE_POWER_BANK.RECEIVE_INSURANCE`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct PowerBankInsuranceOrder {
    /// 保险订单ID
    pub order_id: Option<String>,
    /// 商户保险订单号
    pub out_order_no: Option<String>,
    /// 用户标识
    pub openid: Option<String>,
    /// 最大理赔次数
    pub max_claim_count: Option<i64>,
    /// 已理赔次数
    pub claimed_count: Option<i64>,
    /// 保险订单领取时间
    pub order_receive_time: Option<DateTime>,
    /// 保险订单领取状态
    pub order_receive_state: Option<String>,
    /// 保险订单开始时间
    pub order_begin_time: Option<DateTime>,
    /// 保险订单结束时间
    pub order_end_time: Option<DateTime>,
}

/// The resource of `INSURANCE_POLICY_MANAGEMENT.GRANTED`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct InsurancePolicyAuthorization {
    /// 商户保险编码
    pub out_insurance_no: Option<String>,
    /// 保险名称
    pub insurance_name: Option<String>,
    /// 授权状态
    pub auth_state: Option<InsurancePolicyAuthState>,
    /// 用户授权时间
    pub user_auth_time: Option<DateTime>,
}

/// The resource of `BUDGET.LOCKED`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct LockedCharityBudget {
    /// 服务商商户号
    pub sp_mchid: Option<String>,
    /// 商户预算单号
    pub out_budget_no: Option<String>,
    /// 微信支付预算单号
    pub budget_id: Option<String>,
    /// 预算总金额
    pub amount: Option<Fen>,
    /// 出资商户号
    pub sponsor_mchid: Option<String>,
    /// 活动名称
    pub activity_name: Option<String>,
    /// 活动说明
    pub activity_remark: Option<String>,
    /// 预算单状态
    pub state: Option<LockedCharityBudgetState>,
    /// 资金锁定时间
    pub locked_time: Option<DateTime>,
}

/// The resource of `BUDGET.CLOSED`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct ClosedCharityBudget {
    /// 服务商商户号
    pub sp_mchid: Option<String>,
    /// 商户预算单号
    pub out_budget_no: Option<String>,
    /// 微信支付预算单号
    pub budget_id: Option<String>,
    /// 预算总金额
    pub amount: Option<Fen>,
    /// 出资商户号
    pub sponsor_mchid: Option<String>,
    /// 活动名称
    pub activity_name: Option<String>,
    /// 活动说明
    pub activity_remark: Option<String>,
    /// 预算单状态
    pub state: Option<ClosedCharityBudgetState>,
    /// 撤销说明
    pub unlock_remark: Option<String>,
    /// 关闭时间
    pub closed_time: Option<DateTime>,
}

/// The resource of `BUDGET.FINISHED`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct FinishedCharityBudget {
    /// 服务商商户号
    pub sp_mchid: Option<String>,
    /// 商户预算单号
    pub out_budget_no: Option<String>,
    /// 微信支付预算单号
    pub budget_id: Option<String>,
    /// 预算总金额
    pub amount: Option<Fen>,
    /// 出资商户号
    pub sponsor_mchid: Option<String>,
    /// 活动名称
    pub activity_name: Option<String>,
    /// 活动说明
    pub activity_remark: Option<String>,
    /// 预算单状态
    pub state: Option<FinishedCharityBudgetState>,
    /// 撤销说明
    pub unlock_remark: Option<String>,
    /// 完成时间
    pub finished_time: Option<DateTime>,
}

/// The resource of `WEBIZPAY.AUTHORIZED`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct WebizpayAuthorization {
    /// 服务商商户号
    pub sp_mchid: Option<String>,
    /// 出资子商户号
    pub sub_mchid: Option<String>,
    /// 企业员工ID
    pub user_id: Option<String>,
    /// 微信授权关系ID
    pub employee_id: Option<String>,
    /// 授权时间
    pub authorization_time: Option<DateTime>,
}

/// The resource of `WEBIZPAY.REVOKED`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct RevokedWebizpayAuthorization {
    /// 服务商商户号
    pub sp_mchid: Option<String>,
    /// 出资子商户号
    pub sub_mchid: Option<String>,
    /// 企业员工ID
    pub user_id: Option<String>,
    /// 员工企业支付权限状态
    pub authorization_state: Option<WebizpayAuthorizationState>,
    /// 授权解除时间
    pub authorization_revoked_time: Option<DateTime>,
    /// 授权解除原因: values `企业发起`, `员工注销`
    pub reason: Option<String>,
}

/// The resource of `WEBIZPAY.PAYMENTSUCCESS`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct WebizpayPayment {
    /// 服务商商户号
    pub sp_mchid: Option<String>,
    /// 出资子商户号
    pub sub_mchid: Option<String>,
    /// 企业支付额度卡卡号
    pub card_no: Option<String>,
    /// 微信授权关系ID
    pub employee_id: Option<String>,
    /// 收款商户简称
    pub receive_mch_name: Option<String>,
    /// 收款商户全称
    pub receive_mch_full_name: Option<String>,
    /// 收款商户对应社会组织代码
    pub receive_mch_organization_code: Option<String>,
    /// 收单机构
    pub acquirer: Option<String>,
    /// 微信支付订单号
    pub transaction_id: Option<String>,
    /// 商户订单号
    pub out_trade_no: Option<String>,
    /// 微信支付退款单号
    pub refund_id: Option<String>,
    /// 商户退款单号
    pub out_refund_no: Option<String>,
    /// 交易状态
    pub transaction_state: Option<WebizpayTransactionState>,
    /// 金额
    pub amount: Option<Fen>,
    /// 商品名称
    pub goods_name: Option<i64>,
    /// 支付完成时间
    pub pay_success_time: Option<i64>,
}

/// The resource of `WEBIZPAY.PAYMENTREFUNDSUCCESS`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct WebizpayRefund {
    /// 服务商商户号
    pub sp_mchid: Option<String>,
    /// 出资子商户号
    pub sub_mchid: Option<String>,
    /// 企业支付额度卡卡号
    pub card_no: Option<String>,
    /// 微信授权关系ID
    pub employee_id: Option<String>,
    /// 微信支付订单号
    pub transaction_id: Option<String>,
    /// 商户订单号
    pub out_trade_no: Option<String>,
    /// 微信支付退款单号
    pub refund_id: Option<String>,
    /// 商户退款单号
    pub out_refund_no: Option<String>,
    /// 金额
    pub amount: Option<Fen>,
    /// 支付完成时间
    pub pay_success_time: Option<i64>,
    /// 已退款金额
    pub refunded_amount: Option<Fen>,
    /// 退款金额
    pub refund_amount: Option<Fen>,
    /// 退款状态
    pub refund_state: Option<WebizpayRefundState>,
    /// 退款创建时间
    pub refund_create_time: Option<i64>,
    /// 退款成功时间
    pub refund_success_time: Option<i64>,
}

/// The resource of `WEBIZPAY.QUOTACARDEXPIRED`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct ExpiredQuotaCard {
    /// 服务商商户号
    pub sp_mchid: Option<String>,
    /// 出资子商户号
    pub sub_mchid: Option<String>,
    /// 企业支付额度卡卡号
    pub card_no: Option<String>,
    /// 微信授权关系ID
    pub employee_id: Option<String>,
    /// 卡片状态
    pub card_state: Option<QuotaCardState>,
    /// 卡片失效时间
    pub card_disabled_time: Option<DateTime>,
    /// 失效原因
    pub reason: Option<String>,
}

open_enum! {
    /// 授权状态
    pub enum InsurancePolicyAuthState {
        Init = "AUTH_STATE_INIT",
        Pending = "AUTH_STATE_PENDING",
        Granted = "AUTH_STATE_GRANTED",
        Denied = "AUTH_STATE_DENIED",
        Ineffectie = "AUTH_STATE_INEFFECTIE",
    }
}

open_enum! {
    /// 预算单状态
    pub enum LockedCharityBudgetState {
        Locked = "LOCKED",
    }
}

open_enum! {
    /// 预算单状态
    pub enum ClosedCharityBudgetState {
        Closed = "CLOSED",
    }
}

open_enum! {
    /// 预算单状态
    pub enum FinishedCharityBudgetState {
        Finished = "FINISHED",
    }
}

open_enum! {
    /// 员工企业支付权限状态
    pub enum WebizpayAuthorizationState {
        Authorized = "AUTHORIZED",
        Revoked = "REVOKED",
    }
}

open_enum! {
    /// 交易状态
    pub enum WebizpayTransactionState {
        Success = "SUCCESS",
        Refund = "REFUND",
        Notpay = "NOTPAY",
        Closed = "CLOSED",
        Revoked = "REVOKED",
        Userpaying = "USERPAYING",
        Payerror = "PAYERROR",
    }
}

open_enum! {
    /// 退款状态
    pub enum WebizpayRefundState {
        Success = "SUCCESS",
    }
}

open_enum! {
    /// 卡片状态
    pub enum QuotaCardState {
        Active = "ACTIVE",
        Disabled = "DISABLED",
    }
}
