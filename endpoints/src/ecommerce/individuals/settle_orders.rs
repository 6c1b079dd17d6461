//! 批量结算.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 批量结算
#[wechatpay_api(defaults)]
pub trait SettleOrders {
    /// 个人收款-申请批量结算
    ///
    /// `POST /v3/platsolution/ecommerce/settle/prepay-settle-orders`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/personal-collections/apply-prepay-settle-orders.html>
    #[wechatpay_api(POST "/v3/platsolution/ecommerce/settle/prepay-settle-orders")]
    async fn create_prepay_settle_order(
        &self,
        body: &CreatePrepaySettleOrderRequest,
    ) -> Result<CreatePrepaySettleOrderResponse>;

    /// 个人收款-查询批量结算信息
    ///
    /// `GET /v3/platsolution/ecommerce/settle/prepay-settle-orders/{settle_batch_no}`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/personal-collections/get-prepay-settle-orders.html>
    ///
    /// - `settle_batch_no` 微信支付结算批次单号: such as `123685544886666`
    #[wechatpay_api(GET "/v3/platsolution/ecommerce/settle/prepay-settle-orders/{settle_batch_no}")]
    async fn query_prepay_settle_order(&self, settle_batch_no: &str) -> Result<PrepaySettleOrder>;

    /// 申请异常结算批次处理
    ///
    /// `POST
    /// /v3/platsolution/ecommerce/settle/prepay-settle-orders/{settle_batch_no}/apply-abnormal-settle`
    ///
    /// - `settle_batch_no` 微信支付结算批次单号: such as `123685544886666`
    #[wechatpay_api(POST "/v3/platsolution/ecommerce/settle/prepay-settle-orders/{settle_batch_no}/apply-abnormal-settle")]
    async fn apply_abnormal_settlement(
        &self,
        settle_batch_no: &str,
        body: &ApplyAbnormalSettlementRequest,
    ) -> Result<ApplyAbnormalSettlementResponse>;
}

/// The request of [`SettleOrders::create_prepay_settle_order`].
///
/// `CreatePrepaySettleOrderRequest::builder().out_settle_batch_no(…).description(…).settle_info_list(…).build()`.
/// For an `Option`, use setters such as `maybe_appid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreatePrepaySettleOrderRequest {
    /// 发起方AppID: such as `WXA12368855126622`
    pub appid: Option<String>,
    /// 商户结算批次单号: such as `1236698745558870`
    pub out_settle_batch_no: String,
    /// 商品单个人收款方受理授权ID: such as `256322110225`
    pub individual_auth_id: Option<String>,
    /// 通知地址: such as `https://www.weixin.qq.com/wxpay/pay.php`
    pub notify_url: Option<String>,
    /// 收款方描述: such as `共计2笔订单，订单金额xxx元，平台服务费xxx元，合计收款xxx元`
    pub description: String,
    /// 交易场景: such as `RECOMMERCE`
    pub trade_scenario: Option<TradeScenario>,
    /// 结算信息列表
    pub settle_info_list: Vec<SettleInfo>,
    /// 收款类型模板ID: values `1`, `2`
    pub receive_type_template_id: Option<i64>,
}

rules! {
    CreatePrepaySettleOrderRequest {
        member("notify_url", &[NotifyUrl]),
        member("trade_scenario", &[Listed(TradeScenario::TEXTS)]),
        member("receive_type_template_id", &[ListedNumbers(&[1, 2])]),
    }
}

/// 结算信息列表
///
/// `SettleInfo::builder().out_settle_no(…).transaction_id(…).settle_detail_info_list(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SettleInfo {
    /// 商户结算单号: such as `12369666555136622`
    pub out_settle_no: String,
    /// 微信支付订单号: such as `4207752501201407033233368018`
    pub transaction_id: String,
    /// 结算明细单列表
    pub settle_detail_info_list: Vec<SettleDetailInfo>,
}

/// 结算明细单列表
///
/// `SettleDetailInfo::builder().out_settle_detail_no(…).settle_type(…).amount(…).build()`. For
/// an `Option`, use setters such as `maybe_receiver_type`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SettleDetailInfo {
    /// 商户结算明细单号: such as `123688556699666554`
    pub out_settle_detail_no: String,
    /// 结算类型: such as `RECEIVE`
    pub settle_type: String,
    /// 接收方类型: such as `MERCHANT`
    pub receiver_type: Option<String>,
    /// 接收方账号: such as `1234567890`
    pub receiver_account: Option<String>,
    /// 金额
    pub amount: SettleAmount,
}

/// 金额
///
/// `SettleAmount::builder().amount(…).build()`. For an `Option`, use setters such as
/// `maybe_currency`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SettleAmount {
    /// 金额: such as `11000`
    pub amount: Fen,
    /// 币种: such as `CNY`
    pub currency: Option<String>,
}

/// The response of [`SettleOrders::create_prepay_settle_order`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CreatePrepaySettleOrderResponse {
    /// 商户结算批次单号
    pub out_settle_batch_no: String,
    /// 微信支付结算批次单号
    pub settle_batch_no: String,
    /// 商品单个人收款方受理授权ID
    pub individual_auth_id: Option<String>,
    /// 收款方描述
    pub description: String,
    /// 批次状态
    pub state: String,
    /// 交易场景
    pub trade_scenario: Option<String>,
    /// 批次创建时间
    pub create_time: DateTime,
    /// 批次完成时间
    pub finish_time: Option<DateTime>,
}

/// The response of [`SettleOrders::query_prepay_settle_order`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct PrepaySettleOrder {
    /// 商户结算批次单号
    pub out_settle_batch_no: String,
    /// 微信支付结算批次单号
    pub settle_batch_no: String,
    /// 商品单个人收款方受理授权ID
    pub individual_auth_id: Option<String>,
    /// 收款方描述
    pub description: String,
    /// 批次状态
    pub state: String,
    /// 交易场景
    pub trade_scenario: Option<TradeScenario>,
    /// 批次创建时间
    pub create_time: DateTime,
    /// 批次完成时间
    pub finish_time: Option<DateTime>,
}

/// The request of [`SettleOrders::apply_abnormal_settlement`].
///
/// `ApplyAbnormalSettlementRequest::builder().out_abnormal_settle_batch_no(…).abnormal_settle_type(…).build()`.
/// For an `Option`, use setters such as `maybe_individual_auth_id`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ApplyAbnormalSettlementRequest {
    /// 商品单个人收款方受理授权ID: such as `256322110225`
    pub individual_auth_id: Option<String>,
    /// 商户异常结算批次单号: such as `1236698745558870`
    pub out_abnormal_settle_batch_no: String,
    /// 异常结算批次单处理方式: such as `TRANSFER_TO_ORIGINAL_RECEIVE_USER`
    pub abnormal_settle_type: AbnormalSettlementType,
    /// 异常处理说明: such as `xx结算失败，转付至原用户`
    pub description: Option<String>,
}

rules! {
    ApplyAbnormalSettlementRequest {
        member("abnormal_settle_type", &[Listed(AbnormalSettlementType::TEXTS)]),
    }
}

/// The response of [`SettleOrders::apply_abnormal_settlement`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct ApplyAbnormalSettlementResponse {
    /// 商户结算批次单号
    pub out_settle_batch_no: String,
    /// 微信支付结算批次单号
    pub settle_batch_no: String,
    /// 商品单个人收款方受理授权ID
    pub individual_auth_id: Option<String>,
    /// 收款方描述
    pub description: String,
    /// 批次状态
    pub state: SettleOrderState,
    /// 交易场景
    pub trade_scenario: Option<AbnormalSettlementTradeScenario>,
    /// 批次创建时间
    pub create_time: DateTime,
    /// 批次完成时间
    pub finish_time: Option<DateTime>,
    /// 异常原因类型
    pub abnormal_type: Option<AbnormalType>,
    /// 异常结算处理结果
    pub abnormal_settle_result: Option<AbnormalSettlementResult>,
}

/// 异常结算处理结果
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct AbnormalSettlementResult {
    /// 异常结算批次单处理方式
    pub abnormal_settle_type: AbnormalSettlementType,
    /// 批次创建时间
    pub apply_success_time: DateTime,
    /// 微信支付异常资金付款单号: such as `2123685544886666`
    pub abnormal_fund_receipt_id: String,
    /// 商户异常结算批次单号: such as `1236698745558870`
    pub out_abnormal_settle_batch_no: String,
}

open_enum! {
    /// 交易场景
    pub enum TradeScenario {
        Recommerce = "RECOMMERCE",
    }
}

open_enum! {
    /// 异常结算批次单处理方式
    pub enum AbnormalSettlementType {
        TransferToOriginalReceiveUser = "TRANSFER_TO_ORIGINAL_RECEIVE_USER",
    }
}

open_enum! {
    /// 批次状态
    pub enum SettleOrderState {
        Accepted = "ACCEPTED",
        Received = "RECEIVED",
        Success = "SUCCESS",
        DeductFeeFail = "DEDUCT_FEE_FAIL",
        Abnormal = "ABNORMAL",
        AbnormalSettleSuccess = "ABNORMAL_SETTLE_SUCCESS",
    }
}

open_enum! {
    /// 交易场景
    pub enum AbnormalSettlementTradeScenario {
        Recommerce = "RECOMMERCE",
        Individualtrade = "INDIVIDUALTRADE",
    }
}

open_enum! {
    /// 异常原因类型
    pub enum AbnormalType {
        AuthRelationshipInvalid = "AUTH_RELATIONSHIP_INVALID",
        UserPayQuotaLimit = "USER_PAY_QUOTA_LIMIT",
    }
}
