//! 乘车服务.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 乘车扣费
#[wechatpay_api(defaults)]
pub trait RideTransactions {
    /// 查询用户服务可用信息
    ///
    /// `GET /v3/qrcode/user-services/contract-id/{contract_id}`
    ///
    /// - `contract_id` 签约成功后: such as `Wx15463511252015071056489715`
    /// - `appid`: a text, such as `wxcbda96de0b165486`
    /// - `sub_appid` 子公众账号ID: such as `wxcbda96de0b165486`
    /// - `sub_mchid` 微信支付分配的子商户号: such as `1900000109`
    #[wechatpay_api(GET "/v3/qrcode/user-services/contract-id/{contract_id}")]
    async fn query_ride_user_service(
        &self,
        contract_id: &str,
        #[query] appid: Option<&str>,
        #[query] sub_appid: Option<&str>,
        #[query] sub_mchid: Option<&str>,
    ) -> Result<RideUserService>;

    /// 扣费受理
    ///
    /// `POST /v3/qrcode/transactions`
    #[wechatpay_api(POST "/v3/qrcode/transactions")]
    async fn create_ride_transaction(
        &self,
        body: &CreateRideTransactionRequest,
    ) -> Result<RideTransaction>;

    /// 查询订单
    ///
    /// `GET /v3/qrcode/transactions/out-trade-no/{out_trade_no}`
    ///
    /// - `out_trade_no` 商户系统内部订单号: such as `20150806125346`
    /// - `sub_mchid` 微信支付分配的子商户号: such as `1900000109`
    #[wechatpay_api(GET "/v3/qrcode/transactions/out-trade-no/{out_trade_no}")]
    async fn query_ride_transaction(
        &self,
        out_trade_no: &str,
        #[query] sub_mchid: Option<&str>,
    ) -> Result<RideTransaction>;
}

/// The response of [`RideTransactions::query_ride_user_service`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct RideUserService {
    /// 签约成功后: such as `Wx15463511252015071056489715`
    pub contract_id: Option<String>,
    /// `user_service_state`
    pub user_service_state: Option<UserServiceState>,
    /// 原因
    pub block_reason: Option<BlockReason>,
}

/// The request of [`RideTransactions::create_ride_transaction`].
///
/// `CreateRideTransactionRequest::builder().appid(…).description(…).out_trade_no(…).trade_scene(…).contract_id(…).notify_url(…).amount(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_appid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateRideTransactionRequest {
    /// 公众账号ID: such as `wxcbda96de0b165486`
    pub appid: String,
    /// 子公众账号ID: such as `wxcbda96de0b165486`
    pub sub_appid: Option<String>,
    /// 微信支付分配的子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 商户自定义字段: such as `地铁扣费`
    pub description: String,
    /// 附加数据: such as `深圳分店`
    pub attach: Option<String>,
    /// 商户系统内部订单号: such as `20150806125346`
    pub out_trade_no: String,
    /// 交易场景值
    pub trade_scene: TradeScene,
    /// 代金券或立减优惠功能的参数: such as `WXG`
    pub goods_tag: Option<String>,
    /// 签约成功后: such as `Wx15463511252015071056489715`
    pub contract_id: String,
    /// 接受扣款结果异步回调通知的URL: such as `https://pay.weixin.qq.com/wxpay.html`
    pub notify_url: String,
    /// 订单金额信息
    pub amount: CreateTransactionAmount,
    /// 公交场景信息
    pub bus_info: Option<CreateTransactionBusInfo>,
    /// 地铁场景信息
    pub metro_info: Option<CreateTransactionMetroInfo>,
}

rules! {
    CreateRideTransactionRequest {
        member("trade_scene", &[Listed(TradeScene::TEXTS)]),
        member("notify_url", &[NotifyUrl]),
    }
}

/// 订单金额信息
///
/// `CreateTransactionAmount::builder().total(…).build()`. For an `Option`, use setters such as
/// `maybe_currency`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateTransactionAmount {
    /// 订单总金额: such as `600`
    pub total: Fen,
    /// A text, such as `CNY`
    pub currency: Option<String>,
}

/// 公交场景信息
///
/// `CreateTransactionBusInfo::builder().start_time(…).build()`. For an `Option`, use setters such
/// as `maybe_line_name`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateTransactionBusInfo {
    /// 用户乘车时间: such as `2017-08-26T10:43:39+08:00`
    pub start_time: DateTime,
    /// 乘车路线: such as `1路公车`
    pub line_name: Option<String>,
    /// 车牌号: such as `粤B888888`
    pub plate_number: Option<String>,
}

/// 地铁场景信息
///
/// `CreateTransactionMetroInfo::builder().start_time(…).build()`. For an `Option`, use setters
/// such as `maybe_end_time`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateTransactionMetroInfo {
    /// 用户乘车时间: such as `2017-08-26T10:43:39+08:00`
    pub start_time: DateTime,
    /// 用户下车时间: such as `2017-08-26T10:43:39+08:00`
    pub end_time: Option<DateTime>,
    /// 乘车起始站: such as `西单`
    pub start_station: Option<String>,
    /// 乘车终点站: such as `天安门西`
    pub end_station: Option<String>,
}

/// The response of [`RideTransactions::create_ride_transaction`],
/// [`RideTransactions::query_ride_transaction`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct RideTransaction {
    /// 公众账号ID
    pub appid: Option<String>,
    /// 子商户公众账号ID
    pub sub_appid: Option<String>,
    /// 商户号
    pub sp_mchid: Option<String>,
    /// 子商户号
    pub sub_mchid: Option<String>,
    /// 服务描述
    pub description: Option<String>,
    /// 订单创建时间
    pub create_time: Option<DateTime>,
    /// 商户订单号
    pub out_trade_no: Option<String>,
    /// 微信支付订单号
    pub transaction_id: Option<String>,
    /// 交易状态
    pub trade_state: Option<TradeState>,
    /// 交易状态描述
    pub trade_state_description: Option<String>,
    /// 支付完成时间
    pub success_time: Option<DateTime>,
    /// 付款银行
    pub bank_type: Option<String>,
    /// 用户还款状态
    pub user_repay_state: Option<UserRepayState>,
    /// 还款微信支付订单号
    pub repay_transaction_id: Option<String>,
    /// 垫资还款时间
    pub repay_time: Option<DateTime>,
    /// 附加数据
    pub attach: Option<String>,
    /// 代扣签约ID
    pub contract_id: Option<String>,
    /// 交易场景
    pub trade_scene: Option<TradeScene>,
    /// 公交场景信息
    pub bus_info: Option<BusInfo>,
    /// 地铁场景信息
    pub metro_info: Option<MetroInfo>,
    /// 订单金额信息
    pub amount: Option<Amount>,
    /// `promotion_detail`
    pub promotion_detail: Option<Vec<PromotionDetail>>,
}

/// 公交场景信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct BusInfo {
    /// 用户乘车时间
    pub start_time: Option<DateTime>,
    /// 乘车路线
    pub line_name: Option<String>,
    /// 车牌号
    pub plate_number: Option<String>,
}

/// 地铁场景信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct MetroInfo {
    /// 用户乘车时间
    pub start_time: Option<DateTime>,
    /// 用户下车时间
    pub end_time: Option<DateTime>,
    /// 乘车起始站
    pub start_station: Option<String>,
    /// 乘车终点站
    pub end_station: Option<String>,
}

/// 订单金额信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct Amount {
    /// 订单金额
    pub total: Option<Fen>,
    /// 用户实际支付金额
    pub payer_total: Option<Fen>,
    /// 货币类型
    pub currency: Option<String>,
}

/// The `promotion_detail` of [`RideTransactions::create_ride_transaction`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PromotionDetail {
    /// 券ID
    pub coupon_id: Option<String>,
    /// 优惠名称
    pub name: Option<String>,
    /// 优惠范围
    pub scope: Option<PromotionScope>,
    /// 优惠类型
    pub r#type: Option<PromotionType>,
    /// 活动ID
    pub stock_id: Option<String>,
    /// 优惠券面额
    pub amount: Option<Fen>,
    /// 微信出资
    pub wechatpay_contribute: Option<Fen>,
    /// 商户出资
    pub merchant_contribute: Option<Fen>,
    /// 其他出资
    pub other_contribute: Option<Fen>,
    /// 优惠币种
    pub currency: Option<String>,
}

open_enum! {
    /// The values of `user_service_state`.
    pub enum UserServiceState {
        Normal = "NORMAL",
        Blocked = "BLOCKED",
    }
}

open_enum! {
    /// 原因
    pub enum BlockReason {
        Deleted = "DELETED",
        AccountFrozen = "ACCOUNT_FROZEN",
        Overdue = "OVERDUE",
    }
}

open_enum! {
    /// 交易场景值
    pub enum TradeScene {
        Bus = "BUS",
        Metro = "METRO",
    }
}

open_enum! {
    /// 交易状态
    pub enum TradeState {
        Success = "SUCCESS",
        Accepted = "ACCEPTED",
        PayFail = "PAY_FAIL",
        Refund = "REFUND",
    }
}

open_enum! {
    /// 用户还款状态
    pub enum UserRepayState {
        NotRepay = "NOT_REPAY",
        Repaid = "REPAID",
        AllRefund = "ALL_REFUND",
    }
}

open_enum! {
    /// 优惠范围
    pub enum PromotionScope {
        Global = "GLOBAL",
        Single = "SINGLE",
    }
}

open_enum! {
    /// 优惠类型
    pub enum PromotionType {
        Cash = "CASH",
        Nocash = "NOCASH",
    }
}
