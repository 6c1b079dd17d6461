//! 先享卡订单.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 先享卡订单
#[wechatpay_api(defaults)]
pub trait DiscountCardOrders {
    /// 通过商户订单号查询订单
    ///
    /// `GET /v3/discount-card/orders/out-trade-no/{out_trade_no}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/payscore/discount-card/chapter3_1.shtml>
    ///
    /// - `out_trade_no` 商户订单号: such as `6e8369071cd942c0476613f9d1ce9ca3`
    #[deprecated = "deprecated by WeChat Pay"]
    #[wechatpay_api(GET "/v3/discount-card/orders/out-trade-no/{out_trade_no}")]
    async fn query_discount_card_order_by_out_trade_no(
        &self,
        out_trade_no: &str,
    ) -> Result<DiscountCardOrder>;

    /// 通过先享卡订单号查询订单
    ///
    /// `GET /v3/discount-card/orders/{out_order_no}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/payscore/discount-card/chapter3_1.shtml>
    ///
    /// - `out_order_no` 先享卡订单号: such as `233bcbf407e87789b8e471f251774f95`
    #[deprecated = "deprecated by WeChat Pay"]
    #[wechatpay_api(GET "/v3/discount-card/orders/{out_order_no}")]
    async fn query_discount_card_order_by_out_order_no(
        &self,
        out_order_no: &str,
    ) -> Result<DiscountCardOrder>;

    /// 更新先享卡订单
    ///
    /// `PATCH /v3/discount-card/orders/{out_order_no}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/payscore/discount-card/chapter3_2.shtml>
    ///
    /// - `out_order_no` 先享卡订单号: such as `233bcbf407e87789b8e471f251774f95`
    #[deprecated = "deprecated by WeChat Pay"]
    #[wechatpay_api(PATCH "/v3/discount-card/orders/{out_order_no}")]
    async fn update_discount_card_order(
        &self,
        out_order_no: &str,
        body: &UpdateDiscountCardOrderRequest,
    ) -> Result<UpdateDiscountCardOrderResponse>;
}

/// The response of [`DiscountCardOrders::query_discount_card_order_by_out_trade_no`],
/// [`DiscountCardOrders::query_discount_card_order_by_out_order_no`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct DiscountCardOrder {
    /// 先享卡订单号: such as `233bcbf407e87789b8e471f251774f95`
    pub out_order_no: Option<String>,
    /// 先享卡ID: such as `87789b2f25177433bcbf407e8e471f95`
    pub discount_card_id: Option<String>,
    /// 商户订单号: such as `6e8369071cd942c0476613f9d1ce9ca3`
    pub out_trade_no: Option<String>,
    /// 公众账号ID: such as `wxd678efh567hg6787`
    pub appid: Option<String>,
    /// 服务ID: such as `500001`
    pub service_id: Option<String>,
    /// 微信支付服务订单号: such as `15646546545165651651`
    pub order_id: Option<String>,
    /// 微信支付交易单号: such as `1009660380201506130728806387`
    pub transaction_id: Option<String>,
    /// 用户标识: such as `oUpF8uMuAJ2pxb1Q9zNjWeS6o`
    pub openid: Option<String>,
    /// 先享卡开始时间: such as `2015-05-20T13:29:35.120+08:00`
    pub card_begin_time: Option<DateTime>,
    /// 先享卡结束时间: such as `2015-05-20T13:29:35.120+08:00`
    pub card_end_time: Option<DateTime>,
    /// 先享卡名称: such as `五一品牌活动`
    pub card_name: Option<String>,
    /// 目标描述: such as `购买商品3次`
    pub objective_description: Option<String>,
    /// 奖励描述: such as `每次减5元`
    pub reward_description: Option<String>,
    /// 预估奖励金额: such as `1000`
    pub estimated_reward_amount: Option<Fen>,
    /// 线上使用说明: such as `仅限商户APP使用`
    pub online_instructions: Option<String>,
    /// 线下使用说明: such as `仅限商户门店使用`
    pub offline_instructions: Option<String>,
    /// 订单状态: such as `CREATED`
    pub state: Option<DiscountCardOrderState>,
    /// 总金额: such as `1000`
    pub total_amount: Option<Fen>,
    /// 扣除金额: such as `1000`
    pub deduction_amount: Option<Fen>,
    /// 结算金额: such as `1000`
    pub settlement_amount: Option<Fen>,
    /// 创建时间: such as `2015-05-20T13:29:35.120+08:00`
    pub create_time: Option<DateTime>,
    /// 支付时间: such as `2015-05-20T13:29:35.120+08:00`
    pub pay_time: Option<DateTime>,
    /// 目标达成明细列表
    pub objectives: Option<Vec<OrderObjective>>,
    /// 奖励明细列表
    pub rewards: Option<Vec<OrderReward>>,
}

/// 目标达成明细列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct OrderObjective {
    /// 目标流水号: such as `578354545`
    pub objective_serial_no: Option<String>,
    /// 先享卡目标ID: such as `123456`
    pub objective_id: Option<i64>,
    /// 目标名称: such as `一周购买三次商品`
    pub name: Option<String>,
    /// 目标单位: such as `个`
    pub unit: Option<String>,
    /// 履约描述: such as `购买商品`
    pub performance_description: Option<String>,
    /// 履约类型: such as `INCREASE`
    pub performance_type: Option<PerformanceType>,
    /// 目标数量: such as `1`
    pub count: Option<i64>,
    /// 履约时间: such as `2015-05-20T13:29:35.120+08:00`
    pub performance_time: Option<DateTime>,
    /// 备注说明: such as `特价商品`
    pub remark: Option<String>,
}

/// 奖励明细列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct OrderReward {
    /// 奖励流水号: such as `578354`
    pub reward_serial_no: Option<String>,
    /// 先享卡奖励ID: such as `123456`
    pub reward_id: Option<i64>,
    /// 奖励名称: such as `八折优惠`
    pub name: Option<String>,
    /// 奖励单位: such as `个`
    pub unit: Option<String>,
    /// 奖励描述: such as `购买商品`
    pub description: Option<String>,
    /// 奖励类型: such as `INCREASE`
    pub reward_type: Option<PerformanceType>,
    /// 奖励数量: such as `1`
    pub count: Option<i64>,
    /// 奖励金额: such as `100`
    pub amount: Option<Fen>,
    /// 奖励时间: such as `2015-05-20T13:29:35.120+08:00`
    pub reward_time: Option<DateTime>,
    /// 备注说明: such as `特价商品`
    pub remark: Option<String>,
}

/// The request of [`DiscountCardOrders::update_discount_card_order`].
///
/// `UpdateDiscountCardOrderRequest::builder().build()`. For an `Option`, use setters such as
/// `maybe_objectives`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UpdateDiscountCardOrderRequest {
    /// 目标达成明细列表
    pub objectives: Option<Vec<UpdateOrderObjective>>,
    /// 奖励明细列表
    pub rewards: Option<Vec<UpdateOrderReward>>,
}

rules! {
    UpdateDiscountCardOrderRequest {
        within("objectives", UpdateOrderObjective::RULES),
        within("rewards", UpdateOrderReward::RULES),
    }
}

/// 目标达成明细列表
///
/// `UpdateOrderObjective::builder().objective_serial_no(…).objective_id(…).performance_description(…).performance_type(…).count(…).performance_time(…).build()`.
/// For an `Option`, use setters such as `maybe_remark`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UpdateOrderObjective {
    /// 目标流水号: such as `578354545` (unconfirmed)
    pub objective_serial_no: String,
    /// 先享卡目标ID: such as `123456` (unconfirmed)
    pub objective_id: i64,
    /// 履约描述: such as `购买商品` (unconfirmed)
    pub performance_description: String,
    /// 履约类型: such as `INCREASE` (unconfirmed)
    pub performance_type: PerformanceType,
    /// 目标数量: such as `1` (unconfirmed)
    pub count: i64,
    /// 履约时间: such as `2015-05-20T13:29:35.120+08:00` (unconfirmed)
    pub performance_time: DateTime,
    /// 备注说明: such as `特价商品`
    pub remark: Option<String>,
}

rules! {
    UpdateOrderObjective {
        member("performance_type", &[Listed(PerformanceType::TEXTS)]),
    }
}

/// 奖励明细列表
///
/// `UpdateOrderReward::builder().reward_serial_no(…).reward_id(…).description(…).reward_type(…).count(…).amount(…).reward_time(…).build()`.
/// For an `Option`, use setters such as `maybe_remark`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UpdateOrderReward {
    /// 奖励流水号: such as `578354` (unconfirmed)
    pub reward_serial_no: String,
    /// 先享卡奖励ID: such as `123456` (unconfirmed)
    pub reward_id: i64,
    /// 奖励描述: such as `购买商品` (unconfirmed)
    pub description: String,
    /// 奖励类型: such as `INCREASE` (unconfirmed)
    pub reward_type: PerformanceType,
    /// 奖励数量: such as `1` (unconfirmed)
    pub count: i64,
    /// 奖励金额: such as `100` (unconfirmed)
    pub amount: Fen,
    /// 奖励时间: such as `2015-05-20T13:29:35.120+08:00` (unconfirmed)
    pub reward_time: DateTime,
    /// 备注说明: such as `特价商品`
    pub remark: Option<String>,
}

rules! {
    UpdateOrderReward {
        member("reward_type", &[Listed(PerformanceType::TEXTS)]),
    }
}

/// The response of [`DiscountCardOrders::update_discount_card_order`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct UpdateDiscountCardOrderResponse {
    /// 先享卡订单号: such as `233bcbf407e87789b8e471f251774f95`
    pub out_order_no: Option<String>,
    /// 微信支付服务订单号: such as `15646546545165651651`
    pub order_id: Option<String>,
}

open_enum! {
    /// 订单状态
    pub enum DiscountCardOrderState {
        Created = "CREATED",
        Settling = "SETTLING",
        Charging = "CHARGING",
        Charged = "CHARGED",
        NoCharge = "NO_CHARGE",
        Revoked = "REVOKED",
    }
}

open_enum! {
    /// 履约类型
    pub enum PerformanceType {
        Increase = "INCREASE",
        Decrease = "DECREASE",
    }
}
