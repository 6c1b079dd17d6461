//! 交易风险.

use serde::Serialize;
use wechatpay_client::{Deserialize, Fen, Result, Sensitive, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 交易风险
#[wechatpay_api(defaults)]
pub trait TradeRisks {
    /// 上报订单关联信息
    ///
    /// `POST /v3/merchant-risk-manage/report-trade-union-information`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/risk-manage/trade-risk/report-trade-risk-information.html>
    #[wechatpay_api(POST "/v3/merchant-risk-manage/report-trade-union-information")]
    async fn report_trade_related_information(
        &self,
        body: &ReportTradeRelatedInformationRequest,
    ) -> Result<ReportTradeRelatedInformationResponse>;

    /// 查询风险信息
    ///
    /// `GET /v3/merchant-risk-manage/trade-risk-information`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/risk-manage/trade-risk/query-trade-risk-information.html>
    ///
    /// - `out_trade_no` 商户订单号: such as `1217752501201407033233368018`
    #[wechatpay_api(GET "/v3/merchant-risk-manage/trade-risk-information")]
    async fn query_trade_risk_information(
        &self,
        #[query] out_trade_no: &str,
        query: &QueryTradeRiskInformationQuery,
    ) -> Result<TradeRiskInformation>;

    /// 处置结果回传
    ///
    /// `POST /v3/merchant-risk-manage/trade-risk-result`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/risk-manage/trade-risk-result/create-trade-risk-result.html>
    #[wechatpay_api(POST "/v3/merchant-risk-manage/trade-risk-result")]
    async fn report_trade_risk_result(
        &self,
        body: &ReportTradeRiskResultRequest,
    ) -> Result<ReportTradeRiskResultResponse>;
}

/// The request of [`TradeRisks::report_trade_related_information`].
///
/// `ReportTradeRelatedInformationRequest::builder().build()`. For an `Option`, use setters such as
/// `maybe_sp_mchid`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(Sensitive, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ReportTradeRelatedInformationRequest {
    /// 服务商商户号: such as `1900000109`
    pub sp_mchid: Option<String>,
    /// 从业机构商户号: such as `1356485`
    pub acquiring_bank_id: Option<String>,
    /// 渠道号: such as `1900000108`
    pub channel_id: Option<String>,
    /// 子商户号: such as `1900009231`
    pub sub_mchid: Option<String>,
    /// 商户订单号: such as `1217752501201407033233368018`
    pub out_trade_no: Option<String>,
    /// 用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub openid: Option<String>,
    /// 用户手机号: encrypted
    pub phone: Option<Sensitive>,
    /// 用户实名证件号: encrypted
    pub certificates_number: Option<Sensitive>,
    /// 用户终端ip: such as `123.12.12.123`
    pub client_ip: Option<String>,
    /// 商户判定交易的风险等级: such as `1`
    pub risk_level: Option<i64>,
    /// 线上线下标识: values `1`, `2`
    pub line_type: Option<i64>,
    /// 虚拟实物标识: values `1`, `2`
    pub goods_type: Option<i64>,
    /// 物品发布类型: values `1`, `2`
    pub seller_type: Option<i64>,
    /// 是否需要物流发货: such as `false`
    pub is_need_deliver: Option<bool>,
    /// 用户设备类型: values `1`, `2`, `3`
    pub device_type: Option<i64>,
    /// 付款方用户标识: such as `华为的账号：260XXX`
    pub userid: Option<String>,
    /// 手机号来源: such as `1`
    pub phone_from: Option<i64>,
    /// 收款方用户标识: such as `抖音的账号：XXXXX`
    pub seller_userid: Option<String>,
    /// 业务场景: values `0`, `1`, `2`
    pub scene: Option<i64>,
    /// 充值业务场景独有字段
    pub recharge_fields: Option<RechargeField>,
    /// 生活缴费场景独有字段
    pub living_expenses_fields: Option<LivingExpensesField>,
    /// 扩展字段1: such as `{"key1":"value1"}`
    pub extra_fields1: Option<String>,
    /// 扩展字段2: such as `{"key1":"value1"}`
    pub extra_fields2: Option<String>,
    /// 扩展字段3: such as `{"key1":"value1"}`
    pub extra_fields3: Option<String>,
    /// 高风险商品标签: such as `1`
    pub high_risk_goods: Option<i64>,
    /// 用户下单设备与支付设备是否一致
    pub same_deviced: Option<bool>,
    /// 用户下单设备是否是常用设备
    pub reliable_device: Option<bool>,
    /// 收货省份: such as `example_delivery_province`
    pub delivery_province: Option<String>,
    /// 收货城市: such as `example_delivery_city`
    pub delivery_city: Option<String>,
    /// 收货人地址是否新增
    pub new_address: Option<bool>,
    /// 上一笔支付openid: such as `example_last_pay_openid`
    pub last_pay_openid: Option<String>,
    /// 高风险类目: values `1`, `2`, `3`, `4`, `5`, `6`
    pub risky_goods: Option<i64>,
    /// 订单识别标识: values `1`, `2`
    pub offline_delivery_label: Option<i64>,
    /// 是否为代付订单
    pub proxy_payment: Option<bool>,
    /// 下单人手机号: such as `example_order_phone_number`
    pub order_phone_number: Option<String>,
    /// 下单人风险等级: values `1`, `2`, `3`, `4`, `5`, `6`, `7`
    pub user_risk_level: Option<i64>,
    /// 商户风险等级: values `1`, `2`, `3`, `4`, `5`, `6`, `7`
    pub sp_risk_level: Option<i64>,
    /// 手机号所属地: such as `example_phone_number_location`
    pub phone_number_location: Option<String>,
    /// 商品类目: such as `example_goods_category`
    pub goods_category: Option<String>,
    /// 前置打开行为异常: such as `example_pre_opening_behavior`
    pub pre_opening_behavior: Option<String>,
    /// 卖家是否是新账号
    pub new_store: Option<bool>,
    /// 店铺标识: such as `example_store_identifier`
    pub store_identifier: Option<String>,
    /// 商品上架时间: such as `example_goods_listing_time`
    pub goods_listing_time: Option<String>,
    /// 合单商户订单号: such as `example_combine_out_trade_no`
    pub combine_out_trade_no: Option<String>,
    /// 合单商户号: such as `example_combine_mchid`
    pub combine_mchid: Option<String>,
    /// 子单列表
    pub sub_orders: Option<Vec<SubOrder>>,
}

rules! {
    ReportTradeRelatedInformationRequest {
        member("line_type", &[ListedNumbers(&[1, 2])]),
        member("goods_type", &[ListedNumbers(&[1, 2])]),
        member("seller_type", &[ListedNumbers(&[1, 2])]),
        member("device_type", &[ListedNumbers(&[1, 2, 3])]),
        member("scene", &[ListedNumbers(&[0, 1, 2])]),
        member("risky_goods", &[ListedNumbers(&[1, 2, 3, 4, 5, 6])]),
        member("offline_delivery_label", &[ListedNumbers(&[1, 2])]),
        member("user_risk_level", &[ListedNumbers(&[1, 2, 3, 4, 5, 6, 7])]),
        member("sp_risk_level", &[ListedNumbers(&[1, 2, 3, 4, 5, 6, 7])]),
        within("sub_orders", SubOrder::RULES),
    }
}

/// 充值业务场景独有字段
///
/// `RechargeField::builder().build()`. For an `Option`, use setters such as `maybe_account_type`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct RechargeField {
    /// 充值账号类型: such as `1`
    pub account_type: Option<i64>,
    /// 充值账号: such as `example_account`
    pub account: Option<String>,
}

/// 生活缴费场景独有字段
///
/// `LivingExpensesField::builder().build()`. For an `Option`, use setters such as `maybe_acc_no`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct LivingExpensesField {
    /// 户号: such as `123456`
    pub acc_no: Option<String>,
    /// 费种: such as `1`
    pub r#type: Option<i64>,
    /// 缴费城市: such as `湖南衡阳`
    pub city: Option<String>,
    /// 户号对应的地址信息: such as `广东省深圳市南山区海天二路33号`
    pub address: Option<String>,
    /// 缴费户名: such as `詹讯`
    pub acc_name: Option<String>,
    /// 机构名称: such as `深圳电力`
    pub company_name: Option<String>,
    /// 缴费金额: such as `500`
    pub amount: Option<Fen>,
}

/// 子单列表
///
/// `SubOrder::builder().build()`. For an `Option`, use setters such as `maybe_out_trade_no`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SubOrder {
    /// 子单商户订单号: such as `example_out_trade_no`
    pub out_trade_no: Option<String>,
    /// 子单发起方商户号: such as `example_mch_id`
    pub mch_id: Option<String>,
    /// 收货省份: such as `example_delivery_province`
    pub delivery_province: Option<String>,
    /// 收货城市: such as `example_delivery_city`
    pub delivery_city: Option<String>,
    /// 高风险类目: values `1`, `2`, `3`, `4`, `5`, `6`
    pub risky_goods: Option<i64>,
    /// 下单人风险等级: values `1`, `2`, `3`, `4`, `5`, `6`, `7`
    pub user_risk_level: Option<i64>,
    /// 商户风险等级: values `1`, `2`, `3`, `4`, `5`, `6`, `7`
    pub sp_risk_level: Option<i64>,
}

rules! {
    SubOrder {
        member("risky_goods", &[ListedNumbers(&[1, 2, 3, 4, 5, 6])]),
        member("user_risk_level", &[ListedNumbers(&[1, 2, 3, 4, 5, 6, 7])]),
        member("sp_risk_level", &[ListedNumbers(&[1, 2, 3, 4, 5, 6, 7])]),
    }
}

/// The response of [`TradeRisks::report_trade_related_information`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ReportTradeRelatedInformationResponse {
    /// 服务商商户号: such as `1900000109`
    pub sp_mchid: Option<String>,
    /// 从业机构商户号: such as `1356485`
    pub acquiring_bank_id: Option<String>,
    /// 渠道号: such as `1900000108`
    pub channel_id: Option<String>,
    /// 子商户号: such as `1900009231`
    pub sub_mchid: Option<String>,
    /// 商户订单号: such as `1217752501201407033233368018`
    pub out_trade_no: Option<String>,
}

/// The query of [`TradeRisks::query_trade_risk_information`].
///
/// `QueryTradeRiskInformationQuery::builder().build()`. For an `Option`, use setters such as
/// `maybe_sp_mchid`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct QueryTradeRiskInformationQuery {
    /// 服务商商户号: such as `1900000109`
    pub sp_mchid: Option<String>,
    /// 从业机构号: such as `1356485`
    pub acquiring_bank_id: Option<String>,
    /// 渠道号: such as `1900000108`
    pub channel_id: Option<String>,
    /// 子商户号: such as `1900009231`
    pub sub_mchid: Option<String>,
    /// 投诉信息: such as `商家说高额返利，支付很大金额之后发现并没有返利，是骗子`
    pub complaints_information: Option<String>,
}

/// The response of [`TradeRisks::query_trade_risk_information`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct TradeRiskInformation {
    /// 风险系数值: such as `1`
    pub risk_score: i64,
    /// 风险类型: such as `OTHER_RISK`
    pub risk_type: Option<RiskType>,
    /// 处置手段: such as `OTHER_PUNISH`
    pub punish_type: Option<PunishType>,
    /// 处置手段描述: such as `延长商户账期7天`
    pub punish_description: Option<String>,
}

/// The request of [`TradeRisks::report_trade_risk_result`].
///
/// `ReportTradeRiskResultRequest::builder().build()`. For an `Option`, use setters such as
/// `maybe_sp_mchid`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ReportTradeRiskResultRequest {
    /// 服务商商户号: such as `1900000109`
    pub sp_mchid: Option<String>,
    /// 从业机构商户号: such as `1356485`
    pub acquiring_bank_id: Option<String>,
    /// 渠道号: such as `1900000108`
    pub channel_id: Option<String>,
    /// 子商户号: such as `1900009231`
    pub sub_mchid: Option<String>,
    /// 商户订单号: such as `1217752501201407033233368018`
    pub out_trade_no: Option<String>,
    /// 风险类型: such as `OTHER_RISK`
    pub risk_type: Option<RiskType>,
    /// 处置手段: such as `OTHER_PUNISH`
    pub punish_type: Option<PunishType>,
    /// 处置手段补充: such as `SUSPEND_SETTLEMENT_NDAYS:10`
    pub additional_punish_type: Option<String>,
    /// 投诉信息: such as `商家说高额返利，支付很大金额之后发现并没有返利，是骗子`
    pub complaints_information: Option<String>,
}

rules! {
    ReportTradeRiskResultRequest {
        member("risk_type", &[Listed(RiskType::TEXTS)]),
        member("punish_type", &[Listed(PunishType::TEXTS)]),
    }
}

/// The response of [`TradeRisks::report_trade_risk_result`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ReportTradeRiskResultResponse {
    /// 服务商商户号: such as `1900000109`
    pub sp_mchid: Option<String>,
    /// 从业机构商户号: such as `1356485`
    pub acquiring_bank_id: Option<String>,
    /// 渠道号: such as `1900000108`
    pub channel_id: Option<String>,
    /// 子商户号: such as `1900009231`
    pub sub_mchid: Option<String>,
    /// 商户订单号: such as `1217752501201407033233368018`
    pub out_trade_no: Option<String>,
    /// 风险类型: such as `OTHER_RISK`
    pub risk_type: Option<RiskType>,
    /// 处置手段: such as `OTHER_PUNISH`
    pub punish_type: Option<PunishType>,
    /// 处置手段补充: such as `SUSPEND_SETTLEMENT_NDAYS:10`
    pub additional_punish_type: Option<String>,
    /// 处置手段描述: such as `延长商户账期7天`
    pub punish_description: Option<String>,
}

open_enum! {
    /// 风险类型
    pub enum RiskType {
        OtherRisk = "OTHER_RISK",
        InducePayment = "INDUCE_PAYMENT",
        Fraud = "FRAUD",
        Gambling = "GAMBLING",
        Cybersex = "CYBERSEX",
    }
}

open_enum! {
    /// 处置手段
    pub enum PunishType {
        OtherPunish = "OTHER_PUNISH",
        DisablePayment = "DISABLE_PAYMENT",
        SuspendSettlement = "SUSPEND_SETTLEMENT",
        DisableWithdraw = "DISABLE_WITHDRAW",
        RemoveMerchants = "REMOVE_MERCHANTS",
        AddMerchantsBlacklist = "ADD_MERCHANTS_BLACKLIST",
        Refund = "REFUND",
        FreezingFundByTransaction = "FREEZING_FUND_BY_TRANSACTION",
        FreezingFundByMerchants = "FREEZING_FUND_BY_MERCHANTS",
        BlockedUser = "BLOCKED_USER",
    }
}
