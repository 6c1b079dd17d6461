//! 自动还款扣款.

use serde::Serialize;
use wechatpay_client::{Deserialize, Result, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 自动还款扣款
#[wechatpay_api(defaults)]
pub trait RepaymentDeductOrders {
    /// 预约还款
    ///
    /// `POST /v3/credit-repayment/partner/schedule-records/batch-create`
    #[wechatpay_api(POST "/v3/credit-repayment/partner/schedule-records/batch-create")]
    async fn create_repayment_schedule_records(
        &self,
        body: &CreateRepaymentScheduleRecordsRequest,
    ) -> Result<CreateRepaymentScheduleRecordsResponse>;

    /// 查询预约还款记录
    ///
    /// `GET /v3/credit-repayment/partner/schedule-records/{out_record_id}`
    ///
    /// - `out_record_id` 商户侧预约还款单号: such as `1234567abcde`
    /// - `contract_id` 还款协议ID: such as `20251105000000123456789`
    #[wechatpay_api(GET "/v3/credit-repayment/partner/schedule-records/{out_record_id}")]
    async fn query_repayment_schedule_record(
        &self,
        out_record_id: &str,
        #[query] contract_id: &str,
    ) -> Result<ScheduleRecord>;

    /// 发起还款
    ///
    /// `POST /v3/credit-repayment/partner/deduct-orders`
    #[wechatpay_api(POST "/v3/credit-repayment/partner/deduct-orders")]
    async fn create_repayment_deduct_order(
        &self,
        body: &CreateRepaymentDeductOrderRequest,
    ) -> Result<DeductOrder>;

    /// 查询还款单
    ///
    /// `GET /v3/credit-repayment/partner/deduct-orders/{out_trade_no}`
    ///
    /// - `out_trade_no` 商户侧交易单号: such as `1217752501201407033233368018`
    #[wechatpay_api(GET "/v3/credit-repayment/partner/deduct-orders/{out_trade_no}")]
    async fn query_repayment_deduct_order(&self, out_trade_no: &str) -> Result<DeductOrder>;
}

/// The request of [`RepaymentDeductOrders::create_repayment_schedule_records`].
///
/// `CreateRepaymentScheduleRecordsRequest::builder().contract_id(…).appid(…).openid(…).schedule_items(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateRepaymentScheduleRecordsRequest {
    /// 还款协议ID: such as `20251105000000123456789` (unconfirmed)
    pub contract_id: String,
    /// 商户AppID: such as `wxd678efh567hg6787` (unconfirmed)
    pub appid: String,
    /// 用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o` (unconfirmed)
    pub openid: String,
    /// 预约还款项列表 (unconfirmed)
    pub schedule_items: Vec<ScheduleItem>,
}

rules! { CreateRepaymentScheduleRecordsRequest {} }

/// 预约还款项列表
///
/// `ScheduleItem::builder().out_record_id(…).sub_mchid(…).repayment_amount(…).repayment_date(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_appid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ScheduleItem {
    /// 商户侧预约还款单号: such as `1234567abcde` (unconfirmed)
    pub out_record_id: String,
    /// 子商户号: such as `1900000109` (unconfirmed)
    pub sub_mchid: String,
    /// 子商户AppID: such as `wxcbda96de0b165489`
    pub sub_appid: Option<String>,
    /// 应还款金额: such as `10000` (unconfirmed)
    pub repayment_amount: String,
    /// 最低还款金额: such as `2000`
    pub min_repayment_amount: Option<String>,
    /// 还款日期: such as `2025-11-18` (unconfirmed)
    pub repayment_date: String,
}

/// The response of [`RepaymentDeductOrders::create_repayment_schedule_records`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct CreateRepaymentScheduleRecordsResponse {
    /// 预约还款记录列表
    pub schedule_records: Option<Vec<ScheduleRecord>>,
}

/// 预约还款记录列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ScheduleRecord {
    /// 商户侧预约还款单号: such as `1234567abcde`
    pub out_record_id: Option<String>,
    /// 商户AppID: such as `wxd678efh567hg6787`
    pub appid: Option<String>,
    /// 子商户AppID: such as `wxcbda96de0b165489`
    pub sub_appid: Option<String>,
    /// 还款协议ID: such as `20251105000000123456789`
    pub contract_id: Option<String>,
    /// 应还款金额: such as `10000`
    pub repayment_amount: Option<String>,
    /// 最低还款金额: such as `2000`
    pub min_repayment_amount: Option<String>,
    /// 还款日期: such as `2025-11-18`
    pub repayment_date: Option<String>,
    /// 用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub openid: Option<String>,
}

/// The request of [`RepaymentDeductOrders::create_repayment_deduct_order`].
///
/// `CreateRepaymentDeductOrderRequest::builder().contract_id(…).out_trade_no(…).out_record_id(…).deduct_amount(…).notify_url(…).description(…).build()`.
/// For an `Option`, use setters such as `maybe_attach`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateRepaymentDeductOrderRequest {
    /// 还款协议ID: such as `20251105000000123456789` (unconfirmed)
    pub contract_id: String,
    /// 商户侧交易单号: such as `1217752501201407033233368018` (unconfirmed)
    pub out_trade_no: String,
    /// 商户侧预约还款单号: such as `1234567abcde` (unconfirmed)
    pub out_record_id: String,
    /// 还款金额: such as `10000` (unconfirmed)
    pub deduct_amount: String,
    /// 商户回调地址: such as `wxd678efh567hg6787` (unconfirmed)
    pub notify_url: String,
    /// 产品描述: such as `信贷还款` (unconfirmed)
    pub description: String,
    /// 商户数据包: such as `备注`
    pub attach: Option<String>,
}

rules! {
    CreateRepaymentDeductOrderRequest {
        member("notify_url", &[NotifyUrl]),
    }
}

/// The response of [`RepaymentDeductOrders::create_repayment_deduct_order`],
/// [`RepaymentDeductOrders::query_repayment_deduct_order`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct DeductOrder {
    /// 商户侧交易单号: such as `1217752501201407033233368018`
    pub out_trade_no: Option<String>,
    /// 商户侧预约还款单号: such as `123456abcde`
    pub out_record_id: Option<String>,
    /// 商户AppID: such as `wxcbda96de0b165486`
    pub appid: Option<String>,
    /// 子商户AppID: such as `wxcbda96de0b165489`
    pub sub_appid: Option<String>,
    /// 用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub openid: Option<String>,
    /// 还款协议ID: such as `20251105000000123456789`
    pub contract_id: Option<String>,
    /// 还款单状态: such as `DEDUCT_ORDER_STATE_PENDING`
    pub order_state: Option<DeductOrderState>,
    /// 还款金额: such as `10000`
    pub deduct_amount: Option<String>,
    /// 实际还款金额: such as `10000`
    pub pay_success_amount: Option<String>,
    /// 产品描述: such as `信贷还款`
    pub description: Option<String>,
    /// 商户数据包: such as `备注`
    pub attach: Option<String>,
    /// 微信支付的支付单号: such as `1009660380201506130728806387`
    pub transaction_id: Option<String>,
}

open_enum! {
    /// 还款单状态
    pub enum DeductOrderState {
        Pending = "DEDUCT_ORDER_STATE_PENDING",
        NotPay = "DEDUCT_ORDER_STATE_NOT_PAY",
        PaySuccess = "DEDUCT_ORDER_STATE_PAY_SUCCESS",
        PayFail = "DEDUCT_ORDER_STATE_PAY_FAIL",
    }
}
