//! 支付订单.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, Sensitive, pay, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 支付订单
#[wechatpay_api(defaults)]
pub trait Transactions {
    /// JSAPI下单
    ///
    /// `POST /v3/pay/transactions/jsapi`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/pay/transactions/chapter3_2.shtml>
    #[wechatpay_api(POST "/v3/pay/transactions/jsapi")]
    async fn prepay_jsapi(&self, body: &PrepayJsapiRequest) -> Result<PrepayResponse>;

    /// APP下单
    ///
    /// `POST /v3/pay/transactions/app`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/pay/transactions/chapter3_1.shtml>
    #[wechatpay_api(POST "/v3/pay/transactions/app")]
    async fn prepay_app(&self, body: &PrepayAppRequest) -> Result<PrepayAppResponse>;

    /// H5下单
    ///
    /// `POST /v3/pay/transactions/h5`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/pay/transactions/chapter3_4.shtml>
    #[wechatpay_api(POST "/v3/pay/transactions/h5")]
    async fn prepay_h5(&self, body: &PrepayH5Request) -> Result<PrepayH5Response>;

    /// Native下单
    ///
    /// `POST /v3/pay/transactions/native`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/pay/transactions/chapter3_3.shtml>
    #[wechatpay_api(POST "/v3/pay/transactions/native")]
    async fn prepay_native(&self, body: &PrepayNativeRequest) -> Result<PrepayNativeResponse>;

    /// JSAPI下单并授权/签约
    ///
    /// `POST /v3/pay/transactions/jsapi-with-contract`
    #[wechatpay_api(POST "/v3/pay/transactions/jsapi-with-contract")]
    async fn prepay_jsapi_with_contract(
        &self,
        body: &PrepayJsapiWithContractRequest,
    ) -> Result<PrepayResponse>;

    /// APP下单并签约
    ///
    /// `POST /v3/pay/transactions/app-with-contract`
    #[wechatpay_api(POST "/v3/pay/transactions/app-with-contract")]
    async fn prepay_app_with_contract(
        &self,
        body: &PrepayAppWithContractRequest,
    ) -> Result<PrepayAppResponse>;

    /// 付款码支付
    ///
    /// `POST /v3/pay/transactions/codepay`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/code-payment-v3/direct/code-pay.html>
    #[wechatpay_api(POST "/v3/pay/transactions/codepay", accepted)]
    async fn pay_codepay(&self, body: &PayCodepayRequest) -> Result<PayCodepayResponse>;

    /// 微信支付订单号查询
    ///
    /// `GET /v3/pay/transactions/id/{transaction_id}`
    ///
    /// - `transaction_id` 微信支付订单号: such as `1217752501201407033233368018`
    /// - `mchid` 直连商户号: such as `1230000109`
    #[wechatpay_api(GET "/v3/pay/transactions/id/{transaction_id}")]
    async fn query_order_by_id(
        &self,
        transaction_id: &str,
        #[query] mchid: &str,
    ) -> Result<Transaction>;

    /// 商户订单号查询
    ///
    /// `GET /v3/pay/transactions/out-trade-no/{out_trade_no}`
    ///
    /// - `out_trade_no` 商户订单号: such as `1217752501201407033233368018`
    /// - `mchid` 直连商户号: such as `1230000109`
    #[wechatpay_api(GET "/v3/pay/transactions/out-trade-no/{out_trade_no}")]
    async fn query_order_by_out_trade_no(
        &self,
        out_trade_no: &str,
        #[query] mchid: &str,
    ) -> Result<Transaction>;

    /// 关单
    ///
    /// `POST /v3/pay/transactions/out-trade-no/{out_trade_no}/close`
    ///
    /// - `out_trade_no` 商户订单号: such as `1217752501201407033233368018`
    #[wechatpay_api(POST "/v3/pay/transactions/out-trade-no/{out_trade_no}/close")]
    async fn close_order(&self, out_trade_no: &str, body: &CloseOrderRequest) -> Result<()>;

    /// 撤销
    ///
    /// `POST /v3/pay/transactions/out-trade-no/{out_trade_no}/reverse`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/code-payment-v3/direct/reverse.html>
    ///
    /// - `out_trade_no` 商户订单号: such as `1217752501201407033233368018`
    #[wechatpay_api(POST "/v3/pay/transactions/out-trade-no/{out_trade_no}/reverse")]
    async fn reverse_order(
        &self,
        out_trade_no: &str,
        body: &ReverseOrderRequest,
    ) -> Result<ReverseOrderResponse>;
}

/// The request of [`Transactions::prepay_jsapi`].
///
/// `PrepayJsapiRequest::builder().appid(…).mchid(…).description(…).out_trade_no(…).amount(…).notify_url(…).payer(…).build()`.
/// For an `Option`, use setters such as `maybe_attach`.
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
pub struct PrepayJsapiRequest {
    /// 公众号ID: such as `wxd678efh567hg6787`
    pub appid: String,
    /// 直连商户号: such as `1230000109`
    pub mchid: String,
    /// 商品描述: at most 127 characters, such as `Image形象店-深圳腾大-QQ公仔`
    pub description: String,
    /// 附加数据: at most 128 characters, such as `自定义数据`
    pub attach: Option<String>,
    /// 商户订单号: 6..=32 characters, matches `[0-9A-Za-z_|*@-]+`, such as
    /// `1217752501201407033233368018`
    pub out_trade_no: String,
    /// 订单金额
    pub amount: Amount,
    /// 交易结束时间: such as `2018-06-08T10:34:56+08:00`
    pub time_expire: Option<DateTime>,
    /// 通知地址: such as `https://www.weixin.qq.com/wxpay/pay.php`
    pub notify_url: String,
    /// 订单优惠标记: such as `WXG`
    pub goods_tag: Option<String>,
    /// 指定支付方式
    pub limit_pay: Option<Vec<LimitPay>>,
    /// 电子发票入口开放标识
    pub support_fapiao: Option<bool>,
    /// 优惠功能
    pub detail: Option<OrderDetail>,
    /// 场景信息
    pub scene_info: Option<SceneInfo>,
    /// 支付者
    pub payer: JsapiPayer,
    /// 结算信息
    pub settle_info: Option<SettleInfo>,
    /// 贴息信息
    pub subsidy_info: Option<SubsidyInfo>,
}

rules! {
    PrepayJsapiRequest {
        member("description", &[MaxLength(127)]),
        member("attach", &[MaxLength(128)]),
        member("out_trade_no", &[MinLength(6), MaxLength(32), Pattern("[0-9A-Za-z_|*@-]+")]),
        within("amount", Amount::RULES),
        member("notify_url", &[NotifyUrl]),
        member("limit_pay", &[Listed(LimitPay::TEXTS)]),
        within("payer", JsapiPayer::RULES),
        within("subsidy_info", SubsidyInfo::RULES),
    }
}

impl pay::JsapiOrder for PrepayJsapiRequest {
    type Response = PrepayResponse;

    fn appid(&self) -> Result<&str> {
        Ok(&self.appid)
    }

    fn mchid(&self) -> Option<&str> {
        Some(&self.mchid)
    }
}

/// 订单金额
///
/// `Amount::builder().total(…).build()`. For an `Option`, use setters such as `maybe_currency`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct Amount {
    /// 总金额: at least 1, such as `100`
    pub total: Fen,
    /// 货币类型: such as `CNY`
    pub currency: Option<String>,
}

rules! {
    Amount {
        member("total", &[Minimum(1)]),
    }
}

/// 优惠功能
///
/// `OrderDetail::builder().build()`. For an `Option`, use setters such as `maybe_cost_price`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct OrderDetail {
    /// 订单原价: such as `608800`
    pub cost_price: Option<Fen>,
    /// 商品小票ID: such as `微信123`
    pub invoice_id: Option<String>,
    /// 单品列表
    pub goods_detail: Option<Vec<GoodsDetail>>,
}

/// 单品列表
///
/// `GoodsDetail::builder().merchant_goods_id(…).quantity(…).unit_price(…).build()`. For an
/// `Option`, use setters such as `maybe_wechatpay_goods_id`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct GoodsDetail {
    /// 商户侧商品编码: such as `1246464644`
    pub merchant_goods_id: String,
    /// 微信支付商品编码: such as `1001`
    pub wechatpay_goods_id: Option<String>,
    /// 商品名称: such as `iPhoneX 256G`
    pub goods_name: Option<String>,
    /// 商品数量: such as `1`
    pub quantity: i64,
    /// 商品单价: such as `528800`
    pub unit_price: Fen,
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
    /// 用户终端IP: such as `14.23.150.211`
    pub payer_client_ip: String,
    /// 商户端设备号: such as `013467007045764`
    pub device_id: Option<String>,
    /// 商户门店信息
    pub store_info: Option<StoreInfo>,
}

/// 商户门店信息
///
/// `StoreInfo::builder().id(…).build()`. For an `Option`, use setters such as `maybe_name`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct StoreInfo {
    /// 门店编号: such as `0001`
    pub id: String,
    /// 门店名称: such as `腾讯大厦分店`
    pub name: Option<String>,
    /// 地区编码: such as `440305`
    pub area_code: Option<String>,
    /// 详细地址: such as `广东省深圳市南山区科技中一道10000号`
    pub address: Option<String>,
}

/// 支付者
///
/// `JsapiPayer::builder().build()`. For an `Option`, use setters such as `maybe_openid`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct JsapiPayer {
    /// 用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub openid: Option<String>,
    /// 实名支付
    pub identity: Option<Identity>,
}

rules! {
    JsapiPayer {
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

/// 结算信息
///
/// `SettleInfo::builder().build()`. For an `Option`, use setters such as `maybe_profit_sharing`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SettleInfo {
    /// 是否指定分账: such as `false`
    pub profit_sharing: Option<bool>,
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

/// The response of [`Transactions::prepay_jsapi`], [`Transactions::prepay_jsapi_with_contract`].
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

/// The request of [`Transactions::prepay_app`].
///
/// `PrepayAppRequest::builder().appid(…).mchid(…).description(…).out_trade_no(…).amount(…).notify_url(…).build()`.
/// For an `Option`, use setters such as `maybe_attach`.
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
pub struct PrepayAppRequest {
    /// 公众号ID: such as `wxd678efh567hg6787`
    pub appid: String,
    /// 直连商户号: such as `1230000109`
    pub mchid: String,
    /// 商品描述: at most 127 characters, such as `Image形象店-深圳腾大-QQ公仔`
    pub description: String,
    /// 附加数据: at most 128 characters, such as `自定义数据`
    pub attach: Option<String>,
    /// 商户订单号: 6..=32 characters, matches `[0-9A-Za-z_|*@-]+`, such as
    /// `1217752501201407033233368018`
    pub out_trade_no: String,
    /// 订单金额
    pub amount: Amount,
    /// 交易结束时间: such as `2018-06-08T10:34:56+08:00`
    pub time_expire: Option<DateTime>,
    /// 通知地址: such as `https://www.weixin.qq.com/wxpay/pay.php`
    pub notify_url: String,
    /// 订单优惠标记: such as `WXG`
    pub goods_tag: Option<String>,
    /// 指定支付方式
    pub limit_pay: Option<Vec<LimitPay>>,
    /// 电子发票入口开放标识
    pub support_fapiao: Option<bool>,
    /// 优惠功能
    pub detail: Option<OrderDetail>,
    /// 场景信息
    pub scene_info: Option<SceneInfo>,
    /// 支付者
    pub payer: Option<Payer>,
    /// 结算信息
    pub settle_info: Option<SettleInfo>,
    /// 贴息信息
    pub subsidy_info: Option<SubsidyInfo>,
}

rules! {
    PrepayAppRequest {
        member("description", &[MaxLength(127)]),
        member("attach", &[MaxLength(128)]),
        member("out_trade_no", &[MinLength(6), MaxLength(32), Pattern("[0-9A-Za-z_|*@-]+")]),
        within("amount", Amount::RULES),
        member("notify_url", &[NotifyUrl]),
        member("limit_pay", &[Listed(LimitPay::TEXTS)]),
        within("payer", Payer::RULES),
        within("subsidy_info", SubsidyInfo::RULES),
    }
}

impl pay::AppOrder for PrepayAppRequest {
    type Response = PrepayAppResponse;

    fn appid(&self) -> Result<&str> {
        Ok(&self.appid)
    }

    fn partnerid(&self) -> Result<&str> {
        Ok(&self.mchid)
    }

    fn mchid(&self) -> Option<&str> {
        Some(&self.mchid)
    }
}

/// 支付者
///
/// `Payer::builder().build()`. For an `Option`, use setters such as `maybe_identity`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct Payer {
    /// 实名支付
    pub identity: Option<Identity>,
}

rules! {
    Payer {
        within("identity", Identity::RULES),
    }
}

/// The response of [`Transactions::prepay_app`], [`Transactions::prepay_app_with_contract`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PrepayAppResponse {
    /// 预支付交易会话标识: such as `wx201410272009395522657a690389285100`
    pub prepay_id: String,
}

impl pay::PrepaySession for PrepayAppResponse {
    fn prepay_id(&self) -> Result<&str> {
        Ok(&self.prepay_id)
    }
}

/// The request of [`Transactions::prepay_h5`].
///
/// `PrepayH5Request::builder().appid(…).mchid(…).description(…).out_trade_no(…).amount(…).notify_url(…).scene_info(…).build()`.
/// For an `Option`, use setters such as `maybe_attach`.
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
pub struct PrepayH5Request {
    /// 公众号ID: such as `wxd678efh567hg6787`
    pub appid: String,
    /// 直连商户号: such as `1230000109`
    pub mchid: String,
    /// 商品描述: at most 127 characters, such as `Image形象店-深圳腾大-QQ公仔`
    pub description: String,
    /// 附加数据: at most 128 characters, such as `自定义数据`
    pub attach: Option<String>,
    /// 商户订单号: 6..=32 characters, matches `[0-9A-Za-z_|*@-]+`, such as
    /// `1217752501201407033233368018`
    pub out_trade_no: String,
    /// 订单金额
    pub amount: Amount,
    /// 交易结束时间: such as `2018-06-08T10:34:56+08:00`
    pub time_expire: Option<DateTime>,
    /// 通知地址: such as `https://www.weixin.qq.com/wxpay/pay.php`
    pub notify_url: String,
    /// 订单优惠标记: such as `WXG`
    pub goods_tag: Option<String>,
    /// 指定支付方式
    pub limit_pay: Option<Vec<LimitPay>>,
    /// 电子发票入口开放标识
    pub support_fapiao: Option<bool>,
    /// 优惠功能
    pub detail: Option<OrderDetail>,
    /// 场景信息
    pub scene_info: H5SceneInfo,
    /// 支付者
    pub payer: Option<Payer>,
    /// 结算信息
    pub settle_info: Option<SettleInfo>,
}

rules! {
    PrepayH5Request {
        member("description", &[MaxLength(127)]),
        member("attach", &[MaxLength(128)]),
        member("out_trade_no", &[MinLength(6), MaxLength(32), Pattern("[0-9A-Za-z_|*@-]+")]),
        within("amount", Amount::RULES),
        member("notify_url", &[NotifyUrl]),
        member("limit_pay", &[Listed(LimitPay::TEXTS)]),
        within("payer", Payer::RULES),
    }
}

/// 场景信息
///
/// `H5SceneInfo::builder().payer_client_ip(…).h5_info(…).build()`. For an `Option`, use setters
/// such as `maybe_device_id`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct H5SceneInfo {
    /// 用户终端IP: such as `14.23.150.211`
    pub payer_client_ip: String,
    /// 商户端设备号: such as `013467007045764`
    pub device_id: Option<String>,
    /// 商户门店信息
    pub store_info: Option<StoreInfo>,
    /// H5场景信息
    pub h5_info: H5Info,
}

/// H5场景信息
///
/// `H5Info::builder().r#type(…).build()`. For an `Option`, use setters such as `maybe_app_name`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct H5Info {
    /// 场景类型: such as `iOSAndroidWap`
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

/// The response of [`Transactions::prepay_h5`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PrepayH5Response {
    /// 支付跳转链接
    pub h5_url: String,
}

/// The request of [`Transactions::prepay_native`].
///
/// `PrepayNativeRequest::builder().appid(…).mchid(…).description(…).out_trade_no(…).amount(…).notify_url(…).build()`.
/// For an `Option`, use setters such as `maybe_attach`.
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
pub struct PrepayNativeRequest {
    /// 公众号ID: such as `wxd678efh567hg6787`
    pub appid: String,
    /// 直连商户号: such as `1230000109`
    pub mchid: String,
    /// 商品描述: at most 127 characters, such as `Image形象店-深圳腾大-QQ公仔`
    pub description: String,
    /// 附加数据: at most 128 characters, such as `自定义数据`
    pub attach: Option<String>,
    /// 商户订单号: 6..=32 characters, matches `[0-9A-Za-z_|*@-]+`, such as
    /// `1217752501201407033233368018`
    pub out_trade_no: String,
    /// 订单金额
    pub amount: Amount,
    /// 交易结束时间: such as `2018-06-08T10:34:56+08:00`
    pub time_expire: Option<DateTime>,
    /// 通知地址: such as `https://www.weixin.qq.com/wxpay/pay.php`
    pub notify_url: String,
    /// 订单优惠标记: such as `WXG`
    pub goods_tag: Option<String>,
    /// 指定支付方式
    pub limit_pay: Option<Vec<LimitPay>>,
    /// 电子发票入口开放标识
    pub support_fapiao: Option<bool>,
    /// 优惠功能
    pub detail: Option<OrderDetail>,
    /// 场景信息
    pub scene_info: Option<SceneInfo>,
    /// 支付者
    pub payer: Option<Payer>,
    /// 结算信息
    pub settle_info: Option<SettleInfo>,
}

rules! {
    PrepayNativeRequest {
        member("description", &[MaxLength(127)]),
        member("attach", &[MaxLength(128)]),
        member("out_trade_no", &[MinLength(6), MaxLength(32), Pattern("[0-9A-Za-z_|*@-]+")]),
        within("amount", Amount::RULES),
        member("notify_url", &[NotifyUrl]),
        member("limit_pay", &[Listed(LimitPay::TEXTS)]),
        within("payer", Payer::RULES),
    }
}

/// The response of [`Transactions::prepay_native`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PrepayNativeResponse {
    /// 二维码链接
    pub code_url: String,
}

/// The request of [`Transactions::prepay_jsapi_with_contract`].
///
/// `PrepayJsapiWithContractRequest::builder().appid(…).mchid(…).description(…).out_trade_no(…).notify_url(…).amount(…).payer(…).contract_info(…).build()`.
/// For an `Option`, use setters such as `maybe_time_expire`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PrepayJsapiWithContractRequest {
    /// 公众号ID: such as `wxd678efh567hg6787` (unconfirmed)
    pub appid: String,
    /// 直连商户号: such as `1230000109` (unconfirmed)
    pub mchid: String,
    /// 商品描述: at most 127 characters, such as `Image形象店-深圳腾大-QQ公仔` (unconfirmed)
    pub description: String,
    /// 商户订单号: 6..=32 characters, matches `[0-9A-Za-z_|*@-]+`, such as
    /// `1217752501201407033233368018` (unconfirmed)
    pub out_trade_no: String,
    /// 交易结束时间: such as `2018-06-08T10:34:56+08:00`
    pub time_expire: Option<DateTime>,
    /// 附加数据: at most 128 characters, such as `自定义数据说明`
    pub attach: Option<String>,
    /// 通知地址: such as `https://www.weixin.qq.com/wxpay/pay.php` (unconfirmed)
    pub notify_url: String,
    /// 订单优惠标记: such as `WXG`
    pub goods_tag: Option<String>,
    /// 电子发票入口开放标识: such as `false`
    pub support_fapiao: Option<bool>,
    /// 订单金额 (unconfirmed)
    pub amount: Amount,
    /// 支付者 (unconfirmed)
    pub payer: ContractPayer,
    /// 优惠功能
    pub detail: Option<ContractOrderDetail>,
    /// 场景信息
    pub scene_info: Option<ContractSceneInfo>,
    /// 结算信息
    pub settle_info: Option<SettleInfo>,
    /// 签约授权信息 (unconfirmed)
    pub contract_info: JsapiContractInfo,
}

rules! {
    PrepayJsapiWithContractRequest {
        member("description", &[MaxLength(127)]),
        member("out_trade_no", &[MinLength(6), MaxLength(32), Pattern("[0-9A-Za-z_|*@-]+")]),
        member("attach", &[MaxLength(128)]),
        member("notify_url", &[NotifyUrl]),
        within("amount", Amount::RULES),
        within("contract_info", JsapiContractInfo::RULES),
    }
}

impl pay::JsapiOrder for PrepayJsapiWithContractRequest {
    type Response = PrepayResponse;

    fn appid(&self) -> Result<&str> {
        Ok(&self.appid)
    }

    fn mchid(&self) -> Option<&str> {
        Some(&self.mchid)
    }
}

/// 支付者
///
/// `ContractPayer::builder().openid(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ContractPayer {
    /// 用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o` (unconfirmed)
    pub openid: String,
}

/// 优惠功能
///
/// `ContractOrderDetail::builder().goods_detail(…).build()`. For an `Option`, use setters such as
/// `maybe_cost_price`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ContractOrderDetail {
    /// 订单原价: such as `608800`
    pub cost_price: Option<Fen>,
    /// 商品小票ID: such as `微信123`
    pub invoice_id: Option<String>,
    /// 单品列表 (unconfirmed)
    pub goods_detail: Vec<GoodsDetail>,
}

/// 场景信息
///
/// `ContractSceneInfo::builder().payer_client_ip(…).build()`. For an `Option`, use setters such as
/// `maybe_device_id`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ContractSceneInfo {
    /// 用户终端IP: such as `14.23.150.211` (unconfirmed)
    pub payer_client_ip: String,
    /// 商户端设备号: such as `013467007045764`
    pub device_id: Option<String>,
    /// 商户门店信息
    pub store_info: Option<ContractStoreInfo>,
}

/// 商户门店信息
///
/// `ContractStoreInfo::builder().build()`. For an `Option`, use setters such as `maybe_id`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ContractStoreInfo {
    /// 门店编号: such as `0001`
    pub id: Option<String>,
    /// 门店名称: such as `腾讯大厦分店`
    pub name: Option<String>,
    /// 地区编码: such as `440305`
    pub area_code: Option<String>,
    /// 详细地址: such as `广东省深圳市南山区科技中一道10000号`
    pub address: Option<String>,
}

/// 签约授权信息
///
/// `JsapiContractInfo::builder().build()`. For an `Option`, use setters such as `maybe_token`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct JsapiContractInfo {
    /// 扣费服务预授权token: such as `201710180325670965`
    pub token: Option<String>,
    /// 免密协议ID: such as `201710180325670965`
    pub password_free_contract_id: Option<String>,
    /// 模板ID: such as `3484306348`
    pub plan_id: Option<String>,
    /// 签约商户号: such as `1200009811`
    pub contract_mchid: Option<String>,
    /// 签约AppID: such as `wxcbda96de0b165486`
    pub contract_appid: Option<String>,
    /// 签约协议号: such as `100001256`
    pub contract_code: Option<String>,
    /// 请求序列号: such as `1695`
    pub request_serial: Option<String>,
    /// 用户账户展示名称: such as `123456`
    pub contract_display_account: Option<String>,
    /// 签约信息通知URL: such as `https://yoursite.com`
    pub contract_notify_url: Option<String>,
}

rules! {
    JsapiContractInfo {
        member("contract_notify_url", &[NotifyUrl]),
    }
}

/// The request of [`Transactions::prepay_app_with_contract`].
///
/// `PrepayAppWithContractRequest::builder().appid(…).mchid(…).description(…).out_trade_no(…).notify_url(…).amount(…).contract_info(…).build()`.
/// For an `Option`, use setters such as `maybe_time_expire`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PrepayAppWithContractRequest {
    /// 公众号ID: such as `wxd678efh567hg6787` (unconfirmed)
    pub appid: String,
    /// 直连商户号: such as `1230000109` (unconfirmed)
    pub mchid: String,
    /// 商品描述: at most 127 characters, such as `Image形象店-深圳腾大-QQ公仔` (unconfirmed)
    pub description: String,
    /// 商户订单号: 6..=32 characters, matches `[0-9A-Za-z_|*@-]+`, such as
    /// `1217752501201407033233368018` (unconfirmed)
    pub out_trade_no: String,
    /// 交易结束时间: such as `2018-06-08T10:34:56+08:00`
    pub time_expire: Option<DateTime>,
    /// 附加数据: at most 128 characters, such as `自定义数据说明`
    pub attach: Option<String>,
    /// 通知地址: such as `https://www.weixin.qq.com/wxpay/pay.php` (unconfirmed)
    pub notify_url: String,
    /// 订单优惠标记: such as `WXG`
    pub goods_tag: Option<String>,
    /// 电子发票入口开放标识: such as `false`
    pub support_fapiao: Option<bool>,
    /// 订单金额 (unconfirmed)
    pub amount: Amount,
    /// 优惠功能
    pub detail: Option<ContractOrderDetail>,
    /// 场景信息
    pub scene_info: Option<ContractSceneInfo>,
    /// 结算信息
    pub settle_info: Option<SettleInfo>,
    /// 签约授权信息 (unconfirmed)
    pub contract_info: ContractInfo,
}

rules! {
    PrepayAppWithContractRequest {
        member("description", &[MaxLength(127)]),
        member("out_trade_no", &[MinLength(6), MaxLength(32), Pattern("[0-9A-Za-z_|*@-]+")]),
        member("attach", &[MaxLength(128)]),
        member("notify_url", &[NotifyUrl]),
        within("amount", Amount::RULES),
        within("contract_info", ContractInfo::RULES),
    }
}

impl pay::AppOrder for PrepayAppWithContractRequest {
    type Response = PrepayAppResponse;

    fn appid(&self) -> Result<&str> {
        Ok(&self.appid)
    }

    fn partnerid(&self) -> Result<&str> {
        Ok(&self.mchid)
    }

    fn mchid(&self) -> Option<&str> {
        Some(&self.mchid)
    }
}

/// 签约授权信息
///
/// `ContractInfo::builder().plan_id(…).contract_mchid(…).contract_appid(…).contract_code(…).request_serial(…).contract_display_account(…).build()`.
/// For an `Option`, use setters such as `maybe_contract_notify_url`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ContractInfo {
    /// 模板ID: such as `3484306348` (unconfirmed)
    pub plan_id: String,
    /// 签约商户号: such as `1200009811` (unconfirmed)
    pub contract_mchid: String,
    /// 签约AppID: such as `wxcbda96de0b165486` (unconfirmed)
    pub contract_appid: String,
    /// 签约协议号: such as `100001256` (unconfirmed)
    pub contract_code: String,
    /// 请求序列号: such as `1695` (unconfirmed)
    pub request_serial: String,
    /// 用户账户展示名称: such as `123456` (unconfirmed)
    pub contract_display_account: String,
    /// 签约信息通知URL: such as `https://yoursite.com`
    pub contract_notify_url: Option<String>,
}

rules! {
    ContractInfo {
        member("contract_notify_url", &[NotifyUrl]),
    }
}

/// The request of [`Transactions::pay_codepay`].
///
/// `PayCodepayRequest::builder().description(…).out_trade_no(…).payer(…).amount(…).build()`.
/// For an `Option`, use setters such as `maybe_appid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PayCodepayRequest {
    /// 应用AppID: such as `wxd678efh567hg6787`
    pub appid: Option<String>,
    /// 直连商户号: such as `1230000109`
    pub mchid: Option<String>,
    /// 商品描述: at most 127 characters, such as `Image形象店-深圳腾大-QQ公仔`
    pub description: String,
    /// 商户订单号: 6..=32 characters, matches `[0-9A-Za-z_|*@-]+`, such as
    /// `1217752501201407033233368018`
    pub out_trade_no: String,
    /// 附加数据: at most 128 characters, such as `自定义数据说明`
    pub attach: Option<String>,
    /// 订单优惠标记: such as `WXG`
    pub goods_tag: Option<String>,
    /// 电子发票入口开放标识: such as `false`
    pub support_fapiao: Option<bool>,
    /// 支付者
    pub payer: CodepayPayer,
    /// 订单金额
    pub amount: CodepayAmount,
    /// 场景信息
    pub scene_info: Option<CodepaySceneInfo>,
    /// 优惠功能
    pub detail: Option<CodepayDetail>,
    /// 结算信息
    pub settle_info: Option<SettleInfo>,
}

rules! {
    PayCodepayRequest {
        member("description", &[MaxLength(127)]),
        member("out_trade_no", &[MinLength(6), MaxLength(32), Pattern("[0-9A-Za-z_|*@-]+")]),
        member("attach", &[MaxLength(128)]),
        within("amount", CodepayAmount::RULES),
    }
}

/// 支付者
///
/// `CodepayPayer::builder().auth_code(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CodepayPayer {
    /// 授权码: such as `130061098828009406`
    pub auth_code: String,
}

/// 订单金额
///
/// `CodepayAmount::builder().build()`. For an `Option`, use setters such as `maybe_total`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CodepayAmount {
    /// 总金额: at least 1, such as `100`
    pub total: Option<Fen>,
    /// 货币类型: such as `CNY`
    pub currency: Option<String>,
}

rules! {
    CodepayAmount {
        member("total", &[Minimum(1)]),
    }
}

/// 场景信息
///
/// `CodepaySceneInfo::builder().build()`. For an `Option`, use setters such as `maybe_device_id`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CodepaySceneInfo {
    /// 商户端设备号: such as `013467007045764`
    pub device_id: Option<String>,
    /// 商户端设备 IP: such as `128.0.0.1`
    pub device_ip: Option<String>,
    /// 商户门店信息
    pub store_info: Option<StoreIdInfo>,
}

/// 商户门店信息
///
/// `StoreIdInfo::builder().build()`. For an `Option`, use setters such as `maybe_id`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct StoreIdInfo {
    /// 门店编号: such as `0001`
    pub id: Option<String>,
    /// 商家自定义编码: such as `A1111`
    pub out_id: Option<String>,
}

/// 优惠功能
///
/// `CodepayDetail::builder().build()`. For an `Option`, use setters such as `maybe_cost_price`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CodepayDetail {
    /// 订单原价: such as `608800`
    pub cost_price: Option<Fen>,
    /// 商品小票ID: such as `微信123`
    pub invoice_id: Option<String>,
    /// 单品列表
    pub goods_detail: Option<Vec<CodepayGoodsDetail>>,
}

/// 单品列表
///
/// `CodepayGoodsDetail::builder().merchant_goods_id(…).quantity(…).unit_price(…).build()`. For
/// an `Option`, use setters such as `maybe_wxpay_goods_id`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CodepayGoodsDetail {
    /// 商品编码: such as `1246464644`
    pub merchant_goods_id: String,
    /// 微信支付商品编码: such as `1001`
    pub wxpay_goods_id: Option<String>,
    /// 商品名称: such as `iPhoneX 256G`
    pub goods_name: Option<String>,
    /// 商品数量: such as `1`
    pub quantity: i64,
    /// 商品单价: such as `528800`
    pub unit_price: Fen,
}

/// The response of [`Transactions::pay_codepay`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct PayCodepayResponse {
    /// 应用AppID: such as `wxd678efh567hg6787`
    pub appid: Option<String>,
    /// 直连商户号: such as `1230000109`
    pub mchid: String,
    /// 商户订单号: such as `1217752501201407033233368018`
    pub out_trade_no: String,
    /// 微信支付订单号: such as `1217752501201407033233368018`
    pub transaction_id: Option<String>,
    /// 交易类型: such as `MICROPAY`
    pub trade_type: Option<String>,
    /// 银行类型: such as `CCB_DEBIT`
    pub bank_type: Option<String>,
    /// 支付完成时间: such as `2018-06-08T10:34:56+08:00`
    pub success_time: Option<DateTime>,
    /// 交易状态: such as `SUCCESS`
    pub trade_state: String,
    /// 交易状态描述: such as `支付成功`
    pub trade_state_desc: Option<String>,
    /// 附加数据: such as `自定义数据说明`
    pub attach: Option<String>,
    /// 支付者
    pub payer: Option<TransactionPayer>,
    /// 订单金额
    pub amount: Option<CodepayTransactionAmount>,
    /// 优惠信息
    pub promotion_detail: Option<Vec<CodepayPromotionDetail>>,
}

/// 支付者
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct TransactionPayer {
    /// 用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub openid: Option<String>,
}

/// 订单金额
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CodepayTransactionAmount {
    /// 订单金额: such as `100`
    pub total: Option<Fen>,
    /// 用户支付金额: such as `100`
    pub payer_total: Option<Fen>,
    /// 订单金额货币类型: such as `CNY`
    pub currency: Option<String>,
    /// 用户支付货币类型: such as `CNY`
    pub payer_currency: Option<String>,
}

/// 优惠信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CodepayPromotionDetail {
    /// 券ID: such as `109519`
    pub coupon_id: String,
    /// 优惠名称: such as `单品惠-6`
    pub name: Option<String>,
    /// 优惠范围: such as `GLOBAL`
    pub scope: Option<String>,
    /// 优惠类型: such as `CASH`
    pub r#type: Option<String>,
    /// 优惠券面额: such as `100`
    pub amount: Fen,
    /// 活动ID: such as `931386`
    pub stock_id: Option<String>,
    /// 微信出资: such as `0`
    pub wechatpay_contribute: Option<Fen>,
    /// 商户出资: such as `0`
    pub merchant_contribute: Option<Fen>,
    /// 其他出资: such as `0`
    pub other_contribute: Option<Fen>,
    /// 优惠货币类型: such as `CNY`
    pub currency: Option<String>,
    /// 单品列表
    pub goods_detail: Option<Vec<PromotionGoodsDetail>>,
}

/// 单品列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PromotionGoodsDetail {
    /// 商品编码: such as `M1006`
    pub goods_id: String,
    /// 商品数量: such as `1`
    pub quantity: i64,
    /// 商品单价: such as `100`
    pub unit_price: Fen,
    /// 商品优惠金额: such as `1`
    pub discount_amount: Fen,
    /// 商品备注: such as `商品备注信息`
    pub goods_remark: Option<String>,
}

/// The response of [`Transactions::query_order_by_id`],
/// [`Transactions::query_order_by_out_trade_no`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct Transaction {
    /// 微信支付订单号: such as `1217752501201407033233368018`
    pub transaction_id: Option<String>,
    /// 交易类型
    pub trade_type: Option<TradeType>,
    /// 交易状态
    pub trade_state: TradeState,
    /// 交易状态描述: such as `支付失败，请重新下单支付`
    pub trade_state_desc: String,
    /// 付款银行: such as `CMC`
    pub bank_type: Option<String>,
    /// 支付完成时间: such as `2018-06-08T10:34:56+08:00`
    pub success_time: Option<DateTime>,
    /// 公众号ID: such as `wxd678efh567hg6787`
    pub appid: Option<String>,
    /// 直连商户号: such as `1230000109`
    pub mchid: String,
    /// 附加数据: such as `自定义数据`
    pub attach: Option<String>,
    /// 商户订单号: such as `1217752501201407033233368018`
    pub out_trade_no: String,
    /// 订单金额
    pub amount: Option<TransactionAmount>,
    /// 场景信息
    pub scene_info: Option<TransactionSceneInfo>,
    /// 优惠信息
    pub promotion_detail: Option<Vec<PromotionDetail>>,
    /// 支付者
    pub payer: Option<TransactionPayer>,
    /// 使用的商户贴息信息
    pub installment_info: Option<InstallmentInfo>,
}

/// 订单金额
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct TransactionAmount {
    /// 总金额: such as `100`
    pub total: Option<Fen>,
    /// 货币类型: such as `CNY`
    pub currency: Option<String>,
    /// 用户支付货币类型: such as `CNY`
    pub payer_currency: Option<String>,
    /// 用户支付金额: such as `100`
    pub payer_total: Option<Fen>,
}

/// 场景信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct TransactionSceneInfo {
    /// 商户端设备号: such as `013467007045764`
    pub device_id: Option<String>,
}

/// 优惠信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PromotionDetail {
    /// 券ID: such as `109519`
    pub coupon_id: Option<String>,
    /// 优惠名称: such as `单品惠-6`
    pub name: Option<String>,
    /// 优惠范围: such as `GLOBAL`
    pub scope: Option<String>,
    /// 优惠类型: such as `CASH`
    pub r#type: Option<String>,
    /// 优惠券面额: such as `100`
    pub amount: Option<Fen>,
    /// 活动ID: such as `931386`
    pub stock_id: Option<String>,
    /// 微信出资: such as `0`
    pub wechatpay_contribute: Option<Fen>,
    /// 商户出资: such as `0`
    pub merchant_contribute: Option<Fen>,
    /// 其他出资: such as `0`
    pub other_contribute: Option<Fen>,
    /// 优惠货币类型: such as `CNY`
    pub currency: Option<String>,
    /// 单品列表
    pub goods_detail: Option<Vec<PromotionGoodsDetail>>,
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

/// The request of [`Transactions::close_order`].
///
/// `CloseOrderRequest::builder().mchid(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CloseOrderRequest {
    /// 直连商户号: such as `1230000109`
    pub mchid: String,
}

rules! { CloseOrderRequest {} }

/// The request of [`Transactions::reverse_order`].
///
/// `ReverseOrderRequest::builder().appid(…).build()`. For an `Option`, use setters such as
/// `maybe_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ReverseOrderRequest {
    /// 应用AppID: such as `wxd678efh567hg6787`
    pub appid: String,
    /// 直连商户号: such as `1230000109`
    pub mchid: Option<String>,
}

rules! { ReverseOrderRequest {} }

/// The response of [`Transactions::reverse_order`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ReverseOrderResponse {
    /// 应用AppID: such as `wxd678efh567hg6787`
    pub appid: Option<String>,
    /// 直连商户号: such as `1230000109`
    pub mchid: String,
    /// 商户订单号: such as `1217752501201407033233368018`
    pub out_trade_no: String,
}

open_enum! {
    /// 指定支付方式
    pub enum LimitPay {
        NoBalance = "no_balance",
        NoCredit = "no_credit",
        NoDebit = "no_debit",
        BalanceOnly = "balance_only",
    }
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
    /// 贴息方案类型
    pub enum SubsidyPeriodType {
        Daily = "DAILY",
        Period = "PERIOD",
    }
}

open_enum! {
    /// 交易类型
    pub enum TradeType {
        Jsapi = "JSAPI",
        Native = "NATIVE",
        App = "APP",
        Micropay = "MICROPAY",
        Mweb = "MWEB",
        Facepay = "FACEPAY",
    }
}

open_enum! {
    /// 交易状态
    pub enum TradeState {
        Success = "SUCCESS",
        Refund = "REFUND",
        Notpay = "NOTPAY",
        Closed = "CLOSED",
        Revoked = "REVOKED",
        Userpaying = "USERPAYING",
        Payerror = "PAYERROR",
        Accept = "ACCEPT",
    }
}
