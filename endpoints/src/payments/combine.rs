//! 合单支付.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, Sensitive, pay, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 合单订单
#[wechatpay_api(defaults)]
pub trait CombineTransactions {
    /// 合单下单-JSAPI支付
    ///
    /// `POST /v3/combine-transactions/jsapi`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/pay/combine/chapter3_2.shtml>
    #[wechatpay_api(POST "/v3/combine-transactions/jsapi")]
    async fn prepay_combine_jsapi(
        &self,
        body: &PrepayCombineJsapiRequest,
    ) -> Result<PrepayResponse>;

    /// 合单下单-APP支付
    ///
    /// `POST /v3/combine-transactions/app`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/pay/combine/chapter3_1.shtml>
    #[wechatpay_api(POST "/v3/combine-transactions/app")]
    async fn prepay_combine_app(
        &self,
        body: &PrepayCombineAppRequest,
    ) -> Result<PrepayCombineAppResponse>;

    /// 合单下单-H5支付
    ///
    /// `POST /v3/combine-transactions/h5`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/pay/combine/chapter3_9.shtml>
    #[wechatpay_api(POST "/v3/combine-transactions/h5")]
    async fn prepay_combine_h5(
        &self,
        body: &PrepayCombineH5Request,
    ) -> Result<PrepayCombineH5Response>;

    /// 合单下单-Native支付
    ///
    /// `POST /v3/combine-transactions/native`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/pay/combine/chapter3_10.shtml>
    #[wechatpay_api(POST "/v3/combine-transactions/native")]
    async fn prepay_combine_native(
        &self,
        body: &PrepayCombineNativeRequest,
    ) -> Result<PrepayCombineNativeResponse>;

    /// 个人收款交易下单-小程序
    ///
    /// `POST /v3/combine-transactions/miniprogram`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/personal-collections/mini-program-prepay.html>
    #[wechatpay_api(POST "/v3/combine-transactions/miniprogram")]
    async fn prepay_combine_mini_program(
        &self,
        body: &PrepayCombineMiniProgramRequest,
    ) -> Result<PrepayResponse>;

    /// 微信订单号查询合单
    ///
    /// `GET /v3/combine-transactions/id/{combine_transaction_id}`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/personal-collections/query-by-wx-trade-no.html>
    ///
    /// - `combine_transaction_id` 交易单微信支付订单号: such as `1217752501201407033233368018`
    #[wechatpay_api(GET "/v3/combine-transactions/id/{combine_transaction_id}")]
    async fn query_combine_order_by_id(&self, combine_transaction_id: &str) -> Result<Order>;

    /// 合单查询订单
    ///
    /// `GET /v3/combine-transactions/out-trade-no/{combine_out_trade_no}`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/personal-collections/query-by-out-trade-no.html>
    ///
    /// - `combine_out_trade_no` 合单商户订单号: such as `P20150806125346`
    #[wechatpay_api(GET "/v3/combine-transactions/out-trade-no/{combine_out_trade_no}")]
    async fn query_combine_order_by_out_trade_no(
        &self,
        combine_out_trade_no: &str,
    ) -> Result<Order>;

    /// 合单关闭订单
    ///
    /// `POST /v3/combine-transactions/out-trade-no/{combine_out_trade_no}/close`
    ///
    /// - `combine_out_trade_no` 合单商户订单号
    #[wechatpay_api(POST "/v3/combine-transactions/out-trade-no/{combine_out_trade_no}/close")]
    async fn close_combine_order(
        &self,
        combine_out_trade_no: &str,
        body: &CloseCombineOrderRequest,
    ) -> Result<()>;
}

/// The request of [`CombineTransactions::prepay_combine_jsapi`].
///
/// `PrepayCombineJsapiRequest::builder().combine_appid(…).combine_out_trade_no(…).sub_orders(…).build()`.
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
pub struct PrepayCombineJsapiRequest {
    /// 合单商户appid: such as `wxd678efh567hg6787`
    pub combine_appid: String,
    /// 合单商户号: such as `1900000109`
    pub combine_mchid: Option<String>,
    /// 合单商户订单号: at most 32 characters, matches `[0-9A-Za-z_|*@-]+`, such as
    /// `P20150806125346`
    pub combine_out_trade_no: String,
    /// 场景信息
    pub scene_info: Option<SceneInfo>,
    /// 商品单信息
    pub sub_orders: Vec<JsapiSubOrder>,
    /// 支付者
    pub combine_payer_info: Option<CombinePayerInfo>,
    /// 交易起始时间: such as `2019-12-31T15:59:60+08:00`
    pub time_start: Option<DateTime>,
    /// 交易结束时间: such as `2019-12-31T15:59:60+08:00`
    pub time_expire: Option<DateTime>,
    /// 通知地址: such as `https://yourapp.com/notify`
    pub notify_url: Option<String>,
    /// 指定支付方式
    pub limit_pay: Option<Vec<LimitPay>>,
    /// 贴息信息
    pub subsidy_info: Option<SubsidyInfo>,
}

rules! {
    PrepayCombineJsapiRequest {
        member("combine_out_trade_no", &[MaxLength(32), Pattern("[0-9A-Za-z_|*@-]+")]),
        within("sub_orders", JsapiSubOrder::RULES),
        within("combine_payer_info", CombinePayerInfo::RULES),
        member("notify_url", &[NotifyUrl]),
        member("limit_pay", &[Listed(LimitPay::TEXTS)]),
        within("subsidy_info", SubsidyInfo::RULES),
    }
}

impl pay::JsapiOrder for PrepayCombineJsapiRequest {
    type Response = PrepayResponse;

    fn appid(&self) -> Result<&str> {
        let orders = self.sub_orders.iter();
        let sub_appids = orders.map(|order| order.sub_appid.as_deref());
        let combine_payer = self.combine_payer_info.as_ref();
        pay::OrderApps {
            appid: Some(&self.combine_appid),
            openid: combine_payer.and_then(|payer| payer.openid.as_deref()),
            sub_openid: combine_payer.and_then(|payer| payer.sub_openid.as_deref()),
            ..pay::OrderApps::default()
        }
        .of_combined_payer(sub_appids)
    }

    fn mchid(&self) -> Option<&str> {
        self.combine_mchid.as_deref()
    }
}

/// 场景信息
///
/// `SceneInfo::builder().payer_client_ip(…).build()`. For an `Option`, use setters such as
/// `maybe_device_id`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SceneInfo {
    /// 商户端设备号: such as `POS1:1`
    pub device_id: Option<String>,
    /// 用户终端IP: such as `14.17.22.32`
    pub payer_client_ip: String,
}

/// 商品单信息
///
/// `JsapiSubOrder::builder().amount(…).out_trade_no(…).description(…).build()`. For an `Option`,
/// use setters such as `maybe_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct JsapiSubOrder {
    /// 子单商户号: such as `1900000109`
    pub mchid: Option<String>,
    /// 附加数据: such as `深圳分店`
    pub attach: Option<String>,
    /// 订单金额
    pub amount: Amount,
    /// 商品单商户订单号: 6..=32 characters, matches `[0-9A-Za-z_|*@-]+`, such as `20150806125346`
    pub out_trade_no: String,
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 商品详情: such as `买单费用`
    pub detail: Option<String>,
    /// 订单优惠标记: such as `WXG`
    pub goods_tag: Option<String>,
    /// 商品描述: such as `腾讯充值中心-QQ会员充值`
    pub description: String,
    /// 结算信息
    pub settle_info: Option<SettleInfo>,
    /// 子商户应用ID: such as `wxd678efh567hg6999`
    pub sub_appid: Option<String>,
    /// 是否指定分账
    pub profit_sharing: Option<bool>,
}

rules! {
    JsapiSubOrder {
        member("out_trade_no", &[MinLength(6), MaxLength(32), Pattern("[0-9A-Za-z_|*@-]+")]),
    }
}

/// 订单金额
///
/// `Amount::builder().total_amount(…).currency(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct Amount {
    /// 标价金额: such as `100`
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

/// 支付者
///
/// `CombinePayerInfo::builder().build()`. For an `Option`, use setters such as `maybe_openid`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CombinePayerInfo {
    /// 用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub openid: Option<String>,
    /// 用户子标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub sub_openid: Option<String>,
    /// 实名支付
    pub identity: Option<Identity>,
}

rules! {
    CombinePayerInfo {
        within("identity", Identity::RULES),
    }
}

/// 实名支付
///
/// `Identity::builder().build()`. For an `Option`, use setters such as `maybe_type`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(Sensitive, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct Identity {
    /// 证件类型
    pub r#type: Option<IdentityType>,
    /// 加密后的证件号: encrypted
    pub number: Option<Sensitive>,
    /// 加密后的姓名: encrypted
    pub name: Option<Sensitive>,
}

rules! {
    Identity {
        member("type", &[Listed(IdentityType::TEXTS)]),
    }
}

/// 贴息信息
///
/// `SubsidyInfo::builder().build()`. For an `Option`, use setters such as `maybe_subsidy_detail`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SubsidyInfo {
    /// 贴息详情列表
    pub subsidy_detail: Option<Vec<SubsidyDetail>>,
}

rules! {
    SubsidyInfo {
        within("subsidy_detail", SubsidyDetail::RULES),
    }
}

/// 贴息详情列表
///
/// `SubsidyDetail::builder().subsidy_period_type(…).subsidy_plan(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SubsidyDetail {
    /// 贴息方案类型: such as `PERIOD`
    pub subsidy_period_type: SubsidyPeriodType,
    /// 贴息方案列表
    pub subsidy_plan: Vec<SubsidyPlan>,
}

rules! {
    SubsidyDetail {
        member("subsidy_period_type", &[Listed(SubsidyPeriodType::TEXTS)]),
        within("subsidy_plan", SubsidyPlan::RULES),
    }
}

/// 贴息方案列表
///
/// `SubsidyPlan::builder().subsidy_installment_num(…).subsidy_percent(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SubsidyPlan {
    /// 贴息期数: values `3`, `6`, `12`
    pub subsidy_installment_num: i64,
    /// 贴息比例: values `0`, `100`
    pub subsidy_percent: i64,
}

rules! {
    SubsidyPlan {
        member("subsidy_installment_num", &[ListedNumbers(&[3, 6, 12])]),
        member("subsidy_percent", &[ListedNumbers(&[0, 100])]),
    }
}

/// The response of [`CombineTransactions::prepay_combine_jsapi`],
/// [`CombineTransactions::prepay_combine_mini_program`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PrepayResponse {
    /// 预支付交易会话标识: such as `wx201410272009395522657a690389285100`
    pub prepay_id: String,
}

impl pay::PrepaySession for PrepayResponse {
    fn prepay_id(&self) -> Result<&str> {
        Ok(&self.prepay_id)
    }
}

/// The request of [`CombineTransactions::prepay_combine_app`].
///
/// `PrepayCombineAppRequest::builder().combine_appid(…).combine_out_trade_no(…).sub_orders(…).build()`.
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
pub struct PrepayCombineAppRequest {
    /// 合单商户appid: such as `wxd678efh567hg6787`
    pub combine_appid: String,
    /// 合单商户号: such as `1900000109`
    pub combine_mchid: Option<String>,
    /// 合单商户订单号: at most 32 characters, matches `[0-9A-Za-z_|*@-]+`, such as
    /// `P20150806125346`
    pub combine_out_trade_no: String,
    /// 场景信息
    pub scene_info: Option<SceneInfo>,
    /// 商品单信息
    pub sub_orders: Vec<AppSubOrder>,
    /// 支付者
    pub combine_payer_info: Option<AppCombinePayerInfo>,
    /// 交易起始时间: such as `2019-12-31T15:59:60+08:00`
    pub time_start: Option<DateTime>,
    /// 交易结束时间: such as `2019-12-31T15:59:60+08:00`
    pub time_expire: Option<DateTime>,
    /// 预支付交易会话标识: such as `wx201410272009395522657a690389285100`
    pub prepay_id: Option<String>,
    /// 通知地址: such as `https://yourapp.com/notify`
    pub notify_url: Option<String>,
    /// 交易场景: such as `RECOMMERCE`
    pub trade_scenario: Option<TradeScenario>,
    /// 指定支付方式
    pub limit_pay: Option<Vec<LimitPay>>,
    /// 预签约信息
    pub contract_info: Option<ContractInfo>,
    /// 贴息信息
    pub subsidy_info: Option<SubsidyInfo>,
}

rules! {
    PrepayCombineAppRequest {
        member("combine_out_trade_no", &[MaxLength(32), Pattern("[0-9A-Za-z_|*@-]+")]),
        within("sub_orders", AppSubOrder::RULES),
        within("combine_payer_info", AppCombinePayerInfo::RULES),
        member("notify_url", &[NotifyUrl]),
        member("trade_scenario", &[Listed(TradeScenario::TEXTS)]),
        member("limit_pay", &[Listed(LimitPay::TEXTS)]),
        within("contract_info", ContractInfo::RULES),
        within("subsidy_info", SubsidyInfo::RULES),
    }
}

impl pay::AppOrder for PrepayCombineAppRequest {
    type Response = PrepayCombineAppResponse;

    fn appid(&self) -> Result<&str> {
        let orders = self.sub_orders.iter();
        let sub_appids = orders.map(|order| order.sub_appid.as_deref());
        pay::OrderApps {
            appid: Some(&self.combine_appid),
            ..pay::OrderApps::default()
        }
        .of_combined_app(sub_appids)
    }

    fn partnerid(&self) -> Result<&str> {
        pay::required("combine_mchid", self.combine_mchid.as_deref())
    }

    fn mchid(&self) -> Option<&str> {
        self.combine_mchid.as_deref()
    }
}

/// 商品单信息
///
/// `AppSubOrder::builder().amount(…).out_trade_no(…).description(…).build()`. For an `Option`,
/// use setters such as `maybe_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct AppSubOrder {
    /// 子单商户号: such as `1900000109`
    pub mchid: Option<String>,
    /// 商品单个人收款方受理授权ID: such as `1900000109`
    pub individual_auth_id: Option<String>,
    /// 商品单个人收款方平台昵称: such as `哈哈哈小店`
    pub individual_name: Option<String>,
    /// 附加数据: such as `深圳分店`
    pub attach: Option<String>,
    /// 订单金额
    pub amount: Amount,
    /// 商品单商户订单号: 6..=32 characters, matches `[0-9A-Za-z_|*@-]+`, such as `20150806125346`
    pub out_trade_no: String,
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 商品详情: such as `买单费用`
    pub detail: Option<String>,
    /// 订单优惠标记: such as `WXG`
    pub goods_tag: Option<String>,
    /// 商品描述: such as `腾讯充值中心-QQ会员充值`
    pub description: String,
    /// 结算信息
    pub settle_info: Option<SettleInfo>,
    /// 子商户应用ID: such as `wxd678efh567hg6999`
    pub sub_appid: Option<String>,
    /// 是否指定分账
    pub profit_sharing: Option<bool>,
}

rules! {
    AppSubOrder {
        member("out_trade_no", &[MinLength(6), MaxLength(32), Pattern("[0-9A-Za-z_|*@-]+")]),
    }
}

/// 支付者
///
/// `AppCombinePayerInfo::builder().build()`. For an `Option`, use setters such as `maybe_identity`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct AppCombinePayerInfo {
    /// 实名支付
    pub identity: Option<Identity>,
    /// 用户标识
    pub openid: Option<String>,
}

rules! {
    AppCombinePayerInfo {
        within("identity", Identity::RULES),
    }
}

/// 预签约信息
///
/// `ContractInfo::builder().build()`. For an `Option`, use setters such as `maybe_mchid`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ContractInfo {
    /// 签约商户号: such as `1900000109`
    pub mchid: Option<String>,
    /// 签约商户AppID: such as `wxd678efh567hg6787`
    pub appid: Option<String>,
    /// 签约商户协议号: such as `wxwtdk20200910100000`
    pub out_contract_code: Option<String>,
    /// 委托代扣协议模板ID: such as `12535`
    pub plan_id: Option<i64>,
    /// 用户账户展示名称: such as `微信代扣用户A`
    pub contract_display_account: Option<String>,
    /// 回调通知地址: such as `https://yourapp.com/notify`
    pub notify_url: Option<String>,
}

rules! {
    ContractInfo {
        member("notify_url", &[NotifyUrl]),
    }
}

/// The response of [`CombineTransactions::prepay_combine_app`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PrepayCombineAppResponse {
    /// 预支付交易会话标识: such as `wx201410272009395522657a690389285100`
    pub prepay_id: String,
    /// 预签约结果
    pub contract_result: Option<ContractResult>,
}

impl pay::PrepaySession for PrepayCombineAppResponse {
    fn prepay_id(&self) -> Result<&str> {
        Ok(&self.prepay_id)
    }
}

/// 预签约结果
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ContractResult {
    /// 签约结果码: such as `INVALID_REQUEST`
    pub code: Option<String>,
    /// 签约结果描述信息: such as `当前签约协议号已经进行签约`
    pub message: Option<String>,
}

/// The request of [`CombineTransactions::prepay_combine_h5`].
///
/// `PrepayCombineH5Request::builder().combine_appid(…).combine_out_trade_no(…).sub_orders(…).build()`.
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
pub struct PrepayCombineH5Request {
    /// 合单商户appid: such as `wxd678efh567hg6787`
    pub combine_appid: String,
    /// 合单商户号: such as `1900000109`
    pub combine_mchid: Option<String>,
    /// 合单商户订单号: at most 32 characters, matches `[0-9A-Za-z_|*@-]+`, such as
    /// `P20150806125346`
    pub combine_out_trade_no: String,
    /// 场景信息
    pub scene_info: Option<H5SceneInfo>,
    /// 商品单信息
    pub sub_orders: Vec<PrepaySubOrder>,
    /// 交易起始时间: such as `2019-12-31T15:59:60+08:00`
    pub time_start: Option<DateTime>,
    /// 交易结束时间: such as `2019-12-31T15:59:60+08:00`
    pub time_expire: Option<DateTime>,
    /// 通知地址: such as `https://yourapp.com/notify`
    pub notify_url: Option<String>,
    /// 指定支付方式
    pub limit_pay: Option<Vec<LimitPay>>,
    /// 支付者
    pub combine_payer_info: Option<CombinePayerInfo>,
}

rules! {
    PrepayCombineH5Request {
        member("combine_out_trade_no", &[MaxLength(32), Pattern("[0-9A-Za-z_|*@-]+")]),
        within("sub_orders", PrepaySubOrder::RULES),
        member("notify_url", &[NotifyUrl]),
        member("limit_pay", &[Listed(LimitPay::TEXTS)]),
        within("combine_payer_info", CombinePayerInfo::RULES),
    }
}

/// 场景信息
///
/// `H5SceneInfo::builder().payer_client_ip(…).build()`. For an `Option`, use setters such as
/// `maybe_device_id`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct H5SceneInfo {
    /// 商户端设备号: such as `POS1:1`
    pub device_id: Option<String>,
    /// 用户终端IP: such as `14.17.22.32`
    pub payer_client_ip: String,
    /// H5场景信息
    pub h5_info: Option<H5Info>,
}

/// H5场景信息
///
/// `H5Info::builder().r#type(…).build()`. For an `Option`, use setters such as `maybe_app_name`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct H5Info {
    /// 场景类型: such as `iOS`
    pub r#type: String,
    /// 应用名称: such as `王者荣耀`
    pub app_name: Option<String>,
    /// 网站URL: such as `https://pay.qq.com`
    pub app_url: Option<String>,
    /// iOS平台BundleID: such as `com.tencent.wzryiOS`
    pub bundle_id: Option<String>,
    /// A text, such as `com.tencent.tmgp.sgame`
    pub package_name: Option<String>,
}

/// 商品单信息
///
/// `PrepaySubOrder::builder().amount(…).out_trade_no(…).description(…).build()`. For an
/// `Option`, use setters such as `maybe_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PrepaySubOrder {
    /// 子单商户号: such as `1900000109`
    pub mchid: Option<String>,
    /// 附加数据: such as `深圳分店`
    pub attach: Option<String>,
    /// 订单金额
    pub amount: Amount,
    /// 商品单商户订单号: 6..=32 characters, matches `[0-9A-Za-z_|*@-]+`, such as `20150806125346`
    pub out_trade_no: String,
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 订单优惠标记: such as `WXG`
    pub goods_tag: Option<String>,
    /// 商品描述: such as `腾讯充值中心-QQ会员充值`
    pub description: String,
    /// 结算信息
    pub settle_info: Option<SettleInfo>,
    /// 子商户应用ID: such as `wxd678efh567hg6999`
    pub sub_appid: Option<String>,
}

rules! {
    PrepaySubOrder {
        member("out_trade_no", &[MinLength(6), MaxLength(32), Pattern("[0-9A-Za-z_|*@-]+")]),
    }
}

/// The response of [`CombineTransactions::prepay_combine_h5`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PrepayCombineH5Response {
    /// 支付跳转链接
    pub h5_url: String,
}

/// The request of [`CombineTransactions::prepay_combine_native`].
///
/// `PrepayCombineNativeRequest::builder().combine_appid(…).combine_out_trade_no(…).sub_orders(…).build()`.
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
pub struct PrepayCombineNativeRequest {
    /// 合单商户appid: such as `wxd678efh567hg6787`
    pub combine_appid: String,
    /// 合单商户号: such as `1900000109`
    pub combine_mchid: Option<String>,
    /// 合单商户订单号: at most 32 characters, matches `[0-9A-Za-z_|*@-]+`, such as
    /// `P20150806125346`
    pub combine_out_trade_no: String,
    /// 场景信息
    pub scene_info: Option<SceneInfo>,
    /// 商品单信息
    pub sub_orders: Vec<PrepaySubOrder>,
    /// 交易起始时间: such as `2019-12-31T15:59:60+08:00`
    pub time_start: Option<DateTime>,
    /// 交易结束时间: such as `2019-12-31T15:59:60+08:00`
    pub time_expire: Option<DateTime>,
    /// 通知地址: such as `https://yourapp.com/notify`
    pub notify_url: Option<String>,
    /// 指定支付方式
    pub limit_pay: Option<Vec<LimitPay>>,
    /// 支付者
    pub combine_payer_info: Option<CombinePayerInfo>,
}

rules! {
    PrepayCombineNativeRequest {
        member("combine_out_trade_no", &[MaxLength(32), Pattern("[0-9A-Za-z_|*@-]+")]),
        within("sub_orders", PrepaySubOrder::RULES),
        member("notify_url", &[NotifyUrl]),
        member("limit_pay", &[Listed(LimitPay::TEXTS)]),
        within("combine_payer_info", CombinePayerInfo::RULES),
    }
}

/// The response of [`CombineTransactions::prepay_combine_native`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PrepayCombineNativeResponse {
    /// 二维码链接
    pub code_url: String,
}

/// The request of [`CombineTransactions::prepay_combine_mini_program`].
///
/// `PrepayCombineMiniProgramRequest::builder().combine_appid(…).combine_out_trade_no(…).sub_orders(…).build()`.
/// For an `Option`, use setters such as `maybe_combine_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PrepayCombineMiniProgramRequest {
    /// 平台商户应用ID: such as `wxd678efh567hg6787`
    pub combine_appid: String,
    /// 平台商户号: such as `1230000109`
    pub combine_mchid: Option<String>,
    /// 交易单订单号: at most 32 characters, matches `[0-9A-Za-z_|*@-]+`, such as `P20150806125346`
    pub combine_out_trade_no: String,
    /// 支付者
    pub combine_payer_info: Option<PayerInfo>,
    /// 场景信息
    pub scene_info: Option<SceneInfo>,
    /// 商品单信息
    pub sub_orders: Vec<MiniProgramSubOrder>,
    /// 交易结束时间: such as `2018-06-08T10:34:56+08:00`
    pub time_expire: Option<DateTime>,
    /// 通知地址: such as `https://yourapp.com/notify`
    pub notify_url: Option<String>,
    /// 交易场景: such as `RECOMMERCE`
    pub trade_scenario: Option<TradeScenario>,
}

rules! {
    PrepayCombineMiniProgramRequest {
        member("combine_out_trade_no", &[MaxLength(32), Pattern("[0-9A-Za-z_|*@-]+")]),
        within("sub_orders", MiniProgramSubOrder::RULES),
        member("notify_url", &[NotifyUrl]),
        member("trade_scenario", &[Listed(TradeScenario::TEXTS)]),
    }
}

impl pay::JsapiOrder for PrepayCombineMiniProgramRequest {
    type Response = PrepayResponse;

    fn appid(&self) -> Result<&str> {
        Ok(&self.combine_appid)
    }

    fn mchid(&self) -> Option<&str> {
        self.combine_mchid.as_deref()
    }
}

/// 支付者
///
/// `PayerInfo::builder().build()`. For an `Option`, use setters such as `maybe_openid`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct PayerInfo {
    /// 用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub openid: Option<String>,
}

/// 商品单信息
///
/// `MiniProgramSubOrder::builder().out_trade_no(…).amount(…).description(…).build()`. For an
/// `Option`, use setters such as `maybe_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct MiniProgramSubOrder {
    /// 商品单发起商户号: such as `1230000109`
    pub mchid: Option<String>,
    /// 商品服务类型
    pub order_service_type: Option<OrderServiceType>,
    /// 商品单个人收款方受理授权ID: such as `1900000109`
    pub individual_auth_id: Option<String>,
    /// 商品单个人收款方平台昵称: such as `哈哈哈小店`
    pub individual_name: Option<String>,
    /// 商品单商户订单号: 6..=32 characters, matches `[0-9A-Za-z_|*@-]+`, such as `20150806125346`
    pub out_trade_no: String,
    /// 商品单金额
    pub amount: Amount,
    /// 附加数据: such as `深圳分店`
    pub attach: Option<String>,
    /// 商品描述: such as `Image形象店-深圳腾大-QQ公仔`
    pub description: String,
}

rules! {
    MiniProgramSubOrder {
        member("order_service_type", &[Listed(OrderServiceType::TEXTS)]),
        member("out_trade_no", &[MinLength(6), MaxLength(32), Pattern("[0-9A-Za-z_|*@-]+")]),
    }
}

/// The response of [`CombineTransactions::query_combine_order_by_id`],
/// [`CombineTransactions::query_combine_order_by_out_trade_no`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct Order {
    /// 平台商户应用ID: such as `wxd678efh567hg6787`
    pub combine_appid: String,
    /// 平台商户号: such as `1230000109`
    pub combine_mchid: String,
    /// 交易单订单号: such as `P20150806125346`
    pub combine_out_trade_no: String,
    /// 交易单微信支付订单号: such as `1217752501201407033233368018`
    pub combine_transaction_id: Option<String>,
    /// 支付者
    pub combine_payer_info: Option<PayerInfo>,
    /// 场景信息
    pub scene_info: Option<OrderSceneInfo>,
    /// 商品单信息
    pub sub_orders: Option<Vec<OrderSubOrder>>,
    /// 交易场景: such as `RECOMMERCE`
    pub trade_scenario: Option<TradeScenario>,
    /// 使用的商户贴息信息
    pub installment_info: Option<InstallmentInfo>,
}

/// 场景信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct OrderSceneInfo {
    /// 商户端设备号: such as `POS1:1`
    pub device_id: Option<String>,
}

/// 商品单信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct OrderSubOrder {
    /// 商品单发起商户号: such as `1900000109`
    pub mchid: String,
    /// 商品单个人收款方受理授权ID: such as `1900000109`
    pub individual_auth_id: Option<String>,
    /// 商品单个人收款方平台昵称: such as `哈哈哈小店`
    pub individual_name: Option<String>,
    /// 商品单商户订单号: such as `20150806125346`
    pub out_trade_no: String,
    /// 微信支付订单号: such as `1009660380201506130728806387`
    pub transaction_id: Option<String>,
    /// 交易类型: such as `JSAPI`
    pub trade_type: Option<TradeType>,
    /// 交易状态: such as `SUCCESS`
    pub trade_state: TradeState,
    /// 付款银行: such as `CMC`
    pub bank_type: Option<String>,
    /// 附加数据: such as `深圳分店`
    pub attach: Option<String>,
    /// 支付完成时间: such as `2015-05-20T13:29:35.120+08:00`
    pub success_time: Option<DateTime>,
    /// 订单金额
    pub amount: SubOrderAmount,
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 子商户应用ID: such as `wxd678efh567hg6999`
    pub sub_appid: Option<String>,
    /// 用户子标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub sub_openid: Option<String>,
    /// 优惠信息列表
    pub promotion_detail: Option<Vec<PromotionDetail>>,
}

/// 订单金额
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct SubOrderAmount {
    /// 标价金额: such as `10`
    pub total_amount: Fen,
    /// 现金支付金额: in the smallest unit of the currency, such as `10`
    pub payer_amount: Option<i64>,
    /// 标价币种: such as `CNY`
    pub currency: Option<String>,
    /// 现金支付币种: such as `CNY`
    pub payer_currency: Option<String>,
    /// 结算汇率: in hundred-millionths, such as `650000000`
    pub settlement_rate: Option<i64>,
}

/// 优惠信息列表
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
    /// 优惠券面额
    pub amount: Option<Fen>,
    /// 活动批次ID
    pub stock_id: Option<String>,
    /// 微信出资
    pub wechatpay_contribute: Option<Fen>,
    /// 商户出资
    pub merchant_contribute: Option<Fen>,
    /// 其他出资
    pub other_contribute: Option<Fen>,
    /// 优惠币种: such as `CNY`
    pub currency: Option<String>,
    /// 单品列表
    pub goods_detail: Option<Vec<GoodsDetail>>,
}

/// 单品列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct GoodsDetail {
    /// 商品编码: such as `商品编码`
    pub goods_id: Option<String>,
    /// 商品数量: such as `1`
    pub quantity: Option<i64>,
    /// 商品单价: such as `828800`
    pub unit_price: Option<Fen>,
    /// 商品优惠金额: such as `1`
    pub discount_amount: Option<Fen>,
    /// 商品备注: such as `商品备注信息`
    pub goods_remark: Option<String>,
}

/// 使用的商户贴息信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct InstallmentInfo {
    /// 是否使用了商户贴息
    pub use_subsidy: bool,
    /// 用户实际选择分期期数: such as `3`
    pub selected_installment_number: i64,
}

/// The request of [`CombineTransactions::close_combine_order`].
///
/// `CloseCombineOrderRequest::builder().combine_appid(…).sub_orders(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CloseCombineOrderRequest {
    /// 合单商户appid: such as `wxd678efh567hg6787`
    pub combine_appid: String,
    /// 商品单信息: at most 50 items
    pub sub_orders: Vec<CloseSubOrder>,
}

rules! {
    CloseCombineOrderRequest {
        member("sub_orders", &[MaxItems(50)]),
    }
}

/// 商品单信息
///
/// `CloseSubOrder::builder().out_trade_no(…).build()`. For an `Option`, use setters such as
/// `maybe_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CloseSubOrder {
    /// 子单商户号: such as `1900000109`
    pub mchid: Option<String>,
    /// 商品单商户订单号: such as `20150806125346`
    pub out_trade_no: String,
    /// 商品单个人收款方受理授权ID: such as `1900000109`
    pub individual_auth_id: Option<String>,
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 子商户应用ID: such as `wxd678efh567hg6999`
    pub sub_appid: Option<String>,
}

open_enum! {
    /// 证件类型
    pub enum IdentityType {
        Idcard = "IDCARD",
        HongkongMacao = "HONGKONG_MACAO",
        HongkongMacaoResident = "HONGKONG_MACAO_RESIDENT",
        TaiwanResident = "TAIWAN_RESIDENT",
        ForeignResident = "FOREIGN_RESIDENT",
        OverseaPassport = "OVERSEA_PASSPORT",
        PhoneNumber = "PHONE_NUMBER",
    }
}

open_enum! {
    /// 指定支付方式
    pub enum LimitPay {
        NoBalance = "no_balance",
        NoDebit = "no_debit",
        BalanceOnly = "balance_only",
    }
}

open_enum! {
    /// 贴息方案类型
    pub enum SubsidyPeriodType {
        Daily = "DAILY",
        Period = "PERIOD",
    }
}

open_enum! {
    /// 交易场景
    pub enum TradeScenario {
        Recommerce = "RECOMMERCE",
    }
}

open_enum! {
    /// 商品服务类型
    pub enum OrderServiceType {
        Individualtrade = "INDIVIDUALTRADE",
    }
}

open_enum! {
    /// 交易类型
    pub enum TradeType {
        Native = "NATIVE",
        Jsapi = "JSAPI",
        App = "APP",
        Mweb = "MWEB",
    }
}

open_enum! {
    /// 交易状态
    pub enum TradeState {
        Success = "SUCCESS",
        Refund = "REFUND",
        Notpay = "NOTPAY",
        Closed = "CLOSED",
        Payerror = "PAYERROR",
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
