//! 合单还款.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, Sensitive, pay, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 合单还款
#[wechatpay_api(defaults)]
pub trait RepaymentCombineOrders {
    /// 还款下单
    ///
    /// `POST /v3/repayment/combine-transactions/partner/prepay`
    #[wechatpay_api(POST "/v3/repayment/combine-transactions/partner/prepay")]
    async fn prepay_repayment_combine_order(
        &self,
        body: &PrepayRepaymentCombineOrderRequest,
    ) -> Result<PrepayRepaymentCombineOrderResponse>;

    /// 还款单查询
    ///
    /// `GET /v3/repayment/combine-transactions/partner/out-trade-no/{combine_out_trade_no}`
    ///
    /// - `combine_out_trade_no` 还款单订单号: such as `P20150806125346`
    #[wechatpay_api(GET "/v3/repayment/combine-transactions/partner/out-trade-no/{combine_out_trade_no}")]
    async fn query_repayment_combine_order(
        &self,
        combine_out_trade_no: &str,
    ) -> Result<CombineOrder>;

    /// 商户关单
    ///
    /// `POST /v3/repayment/combine-transactions/partner/out-trade-no/{combine_out_trade_no}/close`
    ///
    /// - `combine_out_trade_no` 还款单订单号: such as `1217752501201407033233368018`
    #[wechatpay_api(POST "/v3/repayment/combine-transactions/partner/out-trade-no/{combine_out_trade_no}/close")]
    async fn close_repayment_combine_order(
        &self,
        combine_out_trade_no: &str,
        body: &CloseRepaymentCombineOrderRequest,
    ) -> Result<()>;
}

/// The request of [`RepaymentCombineOrders::prepay_repayment_combine_order`].
///
/// `PrepayRepaymentCombineOrderRequest::builder().combine_out_trade_no(…).sub_orders(…).build()`.
/// For an `Option`, use setters such as `maybe_combine_mchid`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PrepayRepaymentCombineOrderRequest {
    /// 还款单订单号: such as `1217752501201407033233368018`
    pub combine_out_trade_no: String,
    /// 还款服务商商户号: such as `1230000109`
    pub combine_mchid: Option<String>,
    /// 还款明细单信息列表: at most 10 items
    pub sub_orders: Vec<PrepaySubOrder>,
    /// 交易结束时间: such as `2018-06-08T10:34:56+08:00`
    pub time_expire: Option<DateTime>,
    /// 通知地址: such as `https://yourapp.com/notify`
    pub notify_url: Option<String>,
    /// H5调起支付场景信息
    pub h5_info: Option<H5Info>,
    /// APP调起支付场景信息
    pub app_info: Option<AppInfo>,
    /// 小程序调起支付场景信息
    pub miniprogram_info: Option<MiniprogramInfo>,
    /// 支付者信息
    pub combine_payer_info: Option<PrepayCombinePayerInfo>,
    /// 微信内网页调起支付场景信息
    pub wechat_web_info: Option<WechatWebInfo>,
}

rules! {
    PrepayRepaymentCombineOrderRequest {
        member("sub_orders", &[MaxItems(10)]),
        member("notify_url", &[NotifyUrl]),
        within("h5_info", H5Info::RULES),
        within("combine_payer_info", PrepayCombinePayerInfo::RULES),
    }
}

impl pay::JsapiOrder for PrepayRepaymentCombineOrderRequest {
    type Response = PrepayRepaymentCombineOrderResponse;

    fn appid(&self) -> Result<&str> {
        let miniprogram = self.miniprogram_info.as_ref();
        let wechat_web = self.wechat_web_info.as_ref();
        let combine_appids = [
            miniprogram.map(|miniprogram| &*miniprogram.combine_appid),
            wechat_web.and_then(|web| web.combine_appid.as_deref()),
        ];
        pay::required("combine_appid", pay::only("combine_appid", combine_appids)?)
    }

    fn mchid(&self) -> Option<&str> {
        self.combine_mchid.as_deref()
    }
}

impl pay::AppOrder for PrepayRepaymentCombineOrderRequest {
    type Response = PrepayRepaymentCombineOrderResponse;

    fn appid(&self) -> Result<&str> {
        let app = self.app_info.as_ref();
        pay::required("combine_appid", app.map(|app| &*app.combine_appid))
    }

    fn partnerid(&self) -> Result<&str> {
        pay::required("combine_mchid", self.combine_mchid.as_deref())
    }

    fn mchid(&self) -> Option<&str> {
        self.combine_mchid.as_deref()
    }
}

/// 还款明细单信息列表
///
/// `PrepaySubOrder::builder().out_trade_no(…).amount(…).description(…).build()`. For an
/// `Option`, use setters such as `maybe_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PrepaySubOrder {
    /// 还款单发起商户号: such as `1230000109`
    pub mchid: Option<String>,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 还款明细单订单号: such as `20150806125346`
    pub out_trade_no: String,
    /// 订单金额
    pub amount: PrepaySubOrderAmount,
    /// 附加数据: such as `深圳分店`
    pub attach: Option<String>,
    /// 商品描述: such as `某某放心借`
    pub description: String,
    /// 结算信息
    pub settle_info: Option<SettleInfo>,
}

/// 订单金额
///
/// `PrepaySubOrderAmount::builder().total_amount(…).currency(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PrepaySubOrderAmount {
    /// 标价金额: such as `10`
    pub total_amount: Fen,
    /// 标价币种: such as `CNY`
    pub currency: String,
}

/// 结算信息
///
/// `SettleInfo::builder().build()`. For an `Option`, use setters such as `maybe_profit_sharing`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SettleInfo {
    /// 是否指定分账
    pub profit_sharing: Option<bool>,
    /// 补差金额: such as `10`
    pub subsidy_amount: Option<Fen>,
}

/// H5调起支付场景信息
///
/// `H5Info::builder().combine_appid(…).payer_client_ip(…).r#type(…).build()`. For an `Option`,
/// use setters such as `maybe_app_name`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct H5Info {
    /// 还款服务商APPID: such as `wxd678efh567hg6787`
    pub combine_appid: String,
    /// 用户终端IP: such as `127.0.0.1`
    pub payer_client_ip: String,
    /// 场景类型: such as `iOS`
    pub r#type: H5Type,
    /// 应用名称: such as `王者荣耀`
    pub app_name: Option<String>,
    /// 网站URL: such as `https://pay.qq.com`
    pub app_url: Option<String>,
    /// iOS平台BundleID: such as `com.tencent.wzryiOS`
    pub bundle_id: Option<String>,
    /// A text, such as `com.tencent.tmgp.sgame`
    pub package_name: Option<String>,
}

rules! {
    H5Info {
        member("type", &[Listed(H5Type::TEXTS)]),
    }
}

/// APP调起支付场景信息
///
/// `AppInfo::builder().combine_appid(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct AppInfo {
    /// 还款服务商APPID: such as `wxd678efh567hg6787`
    pub combine_appid: String,
}

/// 小程序调起支付场景信息
///
/// `MiniprogramInfo::builder().combine_appid(…).openid(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct MiniprogramInfo {
    /// 还款服务商APPID: such as `wxd678efh567hg6787`
    pub combine_appid: String,
    /// 用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub openid: String,
}

/// 支付者信息
///
/// `PrepayCombinePayerInfo::builder().build()`. For an `Option`, use setters such as
/// `maybe_identity`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PrepayCombinePayerInfo {
    /// 实名支付
    pub identity: Option<PayerIdentity>,
}

rules! {
    PrepayCombinePayerInfo {
        within("identity", PayerIdentity::RULES),
    }
}

/// 实名支付
///
/// `PayerIdentity::builder().build()`. For an `Option`, use setters such as `maybe_type`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(Sensitive, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PayerIdentity {
    /// 类型
    pub r#type: Option<PayerIdentityType>,
    /// 加密后的证件号: encrypted
    pub number: Option<Sensitive>,
    /// 加密后的姓名: encrypted
    pub name: Option<Sensitive>,
}

rules! {
    PayerIdentity {
        member("type", &[Listed(PayerIdentityType::TEXTS)]),
    }
}

/// 微信内网页调起支付场景信息
///
/// `WechatWebInfo::builder().build()`. For an `Option`, use setters such as `maybe_combine_appid`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct WechatWebInfo {
    /// 还款服务商APPID
    pub combine_appid: Option<String>,
    /// 用户标识
    pub openid: Option<String>,
    /// 网页经营场景URL
    pub webview_url: Option<String>,
}

/// The response of [`RepaymentCombineOrders::prepay_repayment_combine_order`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PrepayRepaymentCombineOrderResponse {
    /// 预支付交易会话标识: such as `wx201410272009395522657a690389285100`
    pub prepay_id: Option<String>,
    /// 支付跳转链接
    pub h5_url: Option<String>,
}

impl pay::PrepaySession for PrepayRepaymentCombineOrderResponse {
    fn prepay_id(&self) -> Result<&str> {
        pay::returned("prepay_id", self.prepay_id.as_deref())
    }
}

/// The response of [`RepaymentCombineOrders::query_repayment_combine_order`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CombineOrder {
    /// 还款服务商APPID: such as `wxd678efh567hg6787`
    pub combine_appid: String,
    /// 还款服务商商户号: such as `1900000109`
    pub combine_mchid: String,
    /// 还款单订单号: such as `P20150806125346`
    pub combine_out_trade_no: String,
    /// 还款单微信支付订单号: such as `1217752501201407033233368018`
    pub combine_transaction_id: Option<String>,
    /// 还款支付者信息
    pub combine_payer_info: Option<CombinePayerInfo>,
    /// 还款明细单信息列表
    pub sub_orders: Option<Vec<SubOrder>>,
}

/// 还款支付者信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CombinePayerInfo {
    /// 用户服务商标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub openid: Option<String>,
}

/// 还款明细单信息列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct SubOrder {
    /// 还款单发起商户号: such as `1900000109`
    pub mchid: String,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 还款明细单订单号: such as `20150806125346`
    pub out_trade_no: String,
    /// 还款明细单微信支付订单号: such as `1009660380201506130728806387`
    pub transaction_id: Option<String>,
    /// 交易类型: such as `REPAYMENT`
    pub trade_type: Option<TradeType>,
    /// 交易状态: such as `SUCCESS`
    pub trade_state: Option<TradeState>,
    /// 付款银行: such as `CMC`
    pub bank_type: Option<String>,
    /// 附加数据: such as `深圳分店`
    pub attach: Option<String>,
    /// 支付完成时间: such as `2015-05-20T13:29:35.120+08:00`
    pub success_time: Option<DateTime>,
    /// 子单金额信息
    pub amount: Option<Amount>,
}

/// 子单金额信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct Amount {
    /// 标价金额: such as `100`
    pub total_amount: Fen,
    /// 标价币种: such as `CNY`
    pub currency: Option<String>,
    /// 现金支付金额: such as `10`
    pub payer_amount: Option<Fen>,
    /// 现金支付币种: such as `CNY`
    pub payer_currency: Option<String>,
}

/// The request of [`RepaymentCombineOrders::close_repayment_combine_order`].
///
/// `CloseRepaymentCombineOrderRequest::builder().sub_orders(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CloseRepaymentCombineOrderRequest {
    /// 还款明细单信息列表: at most 10 items
    pub sub_orders: Vec<CloseSubOrder>,
}

rules! {
    CloseRepaymentCombineOrderRequest {
        member("sub_orders", &[MaxItems(10)]),
    }
}

/// 还款明细单信息列表
///
/// `CloseSubOrder::builder().out_trade_no(…).build()`. For an `Option`, use setters such as
/// `maybe_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CloseSubOrder {
    /// 还款单发起商户号: such as `1900000109`
    pub mchid: Option<String>,
    /// 还款明细单订单号: such as `20150806125346`
    pub out_trade_no: String,
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
}

open_enum! {
    /// 场景类型
    pub enum H5Type {
        IOs = "iOS",
        Android = "Android",
        Wap = "Wap",
    }
}

open_enum! {
    /// 类型
    pub enum PayerIdentityType {
        Idcard = "IDCARD",
        HongkongMacao = "HONGKONG_MACAO",
        HongkongMacaoResident = "HONGKONG_MACAO_RESIDENT",
        TaiwanResident = "TAIWAN_RESIDENT",
        ForeignResident = "FOREIGN_RESIDENT",
        OverseaPassport = "OVERSEA_PASSPORT",
        TaiwanCompatriotPermit = "TAIWAN_COMPATRIOT_PERMIT",
    }
}

open_enum! {
    /// 交易类型
    pub enum TradeType {
        Repayment = "REPAYMENT",
    }
}

open_enum! {
    /// 交易状态
    pub enum TradeState {
        Success = "SUCCESS",
        Notpay = "NOTPAY",
        Closed = "CLOSED",
    }
}
