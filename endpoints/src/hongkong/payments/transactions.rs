//! 支付订单.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, pay, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 支付订单
#[wechatpay_api(defaults)]
pub trait Transactions {
    /// 小程序/公众号支付下单
    ///
    /// `POST /hk/v3/transactions/jsapi`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api/wxpay/ch/fusion_wallet_ch/MiniProgramPay/chapter7_3.shtml>
    #[wechatpay_api(POST "/hk/v3/transactions/jsapi")]
    async fn prepay_hk_jsapi(&self, body: &PrepayRequest) -> Result<PrepayResponse>;

    /// APP支付下单
    ///
    /// `POST /hk/v3/transactions/app`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api/wxpay/ch/fusion_wallet_ch/In-AppPay/chapter6_3.shtml>
    #[wechatpay_api(POST "/hk/v3/transactions/app")]
    async fn prepay_hk_app(&self, body: &PrepayRequest) -> Result<PrepayAppResponse>;

    /// H5支付下单
    ///
    /// `POST /hk/v3/transactions/mweb`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api/wxpay/ch/fusion_wallet_ch/H5Payment/chapter3_3.shtml>
    #[wechatpay_api(POST "/hk/v3/transactions/mweb")]
    async fn prepay_hk_h5(&self, body: &PrepayHkH5Request) -> Result<PrepayHkH5Response>;

    /// 扫码支付下单
    ///
    /// `POST /hk/v3/transactions/native`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api/wxpay/ch/fusion_wallet_ch/NativePay/chapter4_3.shtml>
    #[wechatpay_api(POST "/hk/v3/transactions/native")]
    async fn prepay_hk_native(&self, body: &PrepayRequest) -> Result<PrepayHkNativeResponse>;

    /// 提交付款码支付
    ///
    /// `POST /hk/v3/transactions/micropay`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api/wxpay/ch/fusion_wallet_ch/QuickPay/chapter3_3.shtml>
    #[wechatpay_api(POST "/hk/v3/transactions/micropay")]
    async fn pay_hk_codepay(&self, body: &PayHkCodepayRequest) -> Result<PayHkCodepayResponse>;

    /// 微信支付订单号查询订单
    ///
    /// `GET /hk/v3/transactions/id/{transaction_id}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api/wxpay/ch/fusion_wallet_ch/QuickPay/chapter8_1.shtml>
    ///
    /// - `transaction_id` 微信支付订单号: such as `1217752501201407033233368018`
    /// - `mchid` 商户号: such as `1900000109`
    /// - `sub_mchid` 子商户号: such as `1900000109`
    /// - `sp_mchid` 机构商户号: such as `1900000100`
    #[wechatpay_api(GET "/hk/v3/transactions/id/{transaction_id}")]
    async fn query_hk_order_by_id(
        &self,
        transaction_id: &str,
        #[query] mchid: Option<&str>,
        #[query] sub_mchid: Option<&str>,
        #[query] sp_mchid: Option<&str>,
    ) -> Result<Transaction>;

    /// 商户订单号查询订单
    ///
    /// `GET /hk/v3/transactions/out-trade-no/{out_trade_no}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api/wxpay/ch/fusion_wallet_ch/QuickPay/chapter8_1.shtml>
    ///
    /// - `out_trade_no` 商户订单号: such as `1217752501201407033233368018`
    /// - `mchid` 商户号: such as `1900000109`
    /// - `sub_mchid` 子商户号: such as `1900000109`
    /// - `sp_mchid` 机构商户号: such as `1900000100`
    #[wechatpay_api(GET "/hk/v3/transactions/out-trade-no/{out_trade_no}")]
    async fn query_hk_order_by_out_trade_no(
        &self,
        out_trade_no: &str,
        #[query] mchid: Option<&str>,
        #[query] sub_mchid: Option<&str>,
        #[query] sp_mchid: Option<&str>,
    ) -> Result<Transaction>;

    /// 微信支付订单号关闭订单
    ///
    /// `POST /hk/v3/transactions/id/{transaction_id}/close`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api/wxpay/ch/fusion_wallet_ch/NativePay/chapter8_6.shtml>
    ///
    /// - `transaction_id` 微信支付订单号: such as `1217752501201407033233368018`
    #[wechatpay_api(POST "/hk/v3/transactions/id/{transaction_id}/close")]
    async fn close_hk_order_by_id(
        &self,
        transaction_id: &str,
        body: &CloseOrderRequest,
    ) -> Result<()>;

    /// 商户订单号关闭订单
    ///
    /// `POST /hk/v3/transactions/out-trade-no/{out_trade_no}/close`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api/wxpay/ch/fusion_wallet_ch/NativePay/chapter8_6.shtml>
    ///
    /// - `out_trade_no` 商户订单号: such as `1217752501201407033233368018`
    #[wechatpay_api(POST "/hk/v3/transactions/out-trade-no/{out_trade_no}/close")]
    async fn close_hk_order_by_out_trade_no(
        &self,
        out_trade_no: &str,
        body: &CloseOrderRequest,
    ) -> Result<()>;

    /// 微信支付订单号撤销订单
    ///
    /// `POST /hk/v3/transactions/id/{transaction_id}/reverse`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api/wxpay/ch/fusion_wallet_ch/QuickPay/chapter3_4.shtml>
    ///
    /// - `transaction_id` 微信订单号: such as `1217752501201407033233368018`
    #[wechatpay_api(POST "/hk/v3/transactions/id/{transaction_id}/reverse")]
    async fn reverse_hk_order_by_id(
        &self,
        transaction_id: &str,
        body: &ReverseOrderRequest,
    ) -> Result<()>;

    /// 商户订单号撤销订单
    ///
    /// `POST /hk/v3/transactions/out-trade-no/{out_trade_no}/reverse`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api/wxpay/ch/fusion_wallet_ch/QuickPay/chapter3_4.shtml>
    ///
    /// - `out_trade_no` 商户订单号: such as `1217752501201407033233368018`
    #[wechatpay_api(POST "/hk/v3/transactions/out-trade-no/{out_trade_no}/reverse")]
    async fn reverse_hk_order_by_out_trade_no(
        &self,
        out_trade_no: &str,
        body: &ReverseOrderRequest,
    ) -> Result<()>;
}

/// The request of [`Transactions::prepay_hk_jsapi`], [`Transactions::prepay_hk_app`],
/// [`Transactions::prepay_hk_native`].
///
/// `PrepayRequest::builder().description(…).notify_url(…).out_trade_no(…).trade_type(…).merchant_category_code(…).amount(…).build()`.
/// For an `Option`, use setters such as `maybe_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PrepayRequest {
    /// 商户号: such as `1900000109`
    pub mchid: Option<String>,
    /// APPID: such as `wx8888888888888888`
    pub appid: Option<String>,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 机构商户号: such as `1900000100`
    pub sp_mchid: Option<String>,
    /// 机构APPID: such as `wx8888888888888888`
    pub sp_appid: Option<String>,
    /// 子商户APPID
    pub sub_appid: Option<String>,
    /// 商品描述: such as `image形象店-深圳腾大- QQ公仔` (unconfirmed)
    pub description: String,
    /// 商户数据: such as `自定义数据`
    pub attach: Option<String>,
    /// 通知地址: such as `https://www.weixin.qq.com/wxpay/pay.php` (unconfirmed)
    pub notify_url: String,
    /// 商户订单号: such as `1217752501201407033233368018` (unconfirmed)
    pub out_trade_no: String,
    /// 商品标记: such as `WXG`
    pub goods_tag: Option<String>,
    /// 交易类型: such as `APP` (unconfirmed)
    pub trade_type: String,
    /// 指定支付方式: such as `no_credit`
    pub limit_pay: Option<String>,
    /// 交易起始时间: such as `2018-06-08T10:34:56+08:00`
    pub time_start: Option<DateTime>,
    /// 交易结束时间: such as `2018-06-08T10:34:56+08:00`
    pub time_expire: Option<DateTime>,
    /// MCC码: such as `1011` (unconfirmed)
    pub merchant_category_code: String,
    /// 支付者
    pub payer: Option<Payer>,
    /// 订单金额 (unconfirmed)
    pub amount: Amount,
    /// 场景信息
    pub scene_info: Option<SceneInfo>,
    /// 优惠功能
    pub detail: Option<Vec<OrderDetail>>,
}

rules! {
    PrepayRequest {
        member("notify_url", &[NotifyUrl]),
    }
}

impl pay::JsapiOrder for PrepayRequest {
    type Response = PrepayResponse;

    fn appid(&self) -> Result<&str> {
        let payer = self.payer.as_ref();
        pay::OrderApps {
            appid: self.appid.as_deref(),
            openid: payer.and_then(|payer| payer.openid.as_deref()),
            sp_appid: self.sp_appid.as_deref(),
            sp_openid: payer.and_then(|payer| payer.sp_openid.as_deref()),
            sub_appid: self.sub_appid.as_deref(),
            sub_openid: payer.and_then(|payer| payer.sub_openid.as_deref()),
        }
        .of_payer()
    }

    fn mchid(&self) -> Option<&str> {
        self.sp_mchid.as_deref().or(self.mchid.as_deref())
    }

    fn trade_type(&self) -> Option<&str> {
        Some(&self.trade_type)
    }
}

impl pay::AppOrder for PrepayRequest {
    type Response = PrepayAppResponse;

    fn appid(&self) -> Result<&str> {
        pay::OrderApps {
            appid: self.appid.as_deref(),
            sp_appid: self.sp_appid.as_deref(),
            sub_appid: self.sub_appid.as_deref(),
            ..pay::OrderApps::default()
        }
        .of_app()
    }

    fn partnerid(&self) -> Result<&str> {
        let mchids = [self.mchid.as_deref(), self.sub_mchid.as_deref()];
        pay::required("mchid", pay::only("mchid", mchids)?)
    }

    fn mchid(&self) -> Option<&str> {
        self.sp_mchid.as_deref().or(self.mchid.as_deref())
    }

    fn trade_type(&self) -> Option<&str> {
        Some(&self.trade_type)
    }
}

/// 支付者
///
/// `Payer::builder().build()`. For an `Option`, use setters such as `maybe_openid`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct Payer {
    /// 用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub openid: Option<String>,
    /// 用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub sp_openid: Option<String>,
    /// 用户子标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub sub_openid: Option<String>,
}

/// 订单金额
///
/// `Amount::builder().total(…).build()`. For an `Option`, use setters such as `maybe_currency`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct Amount {
    /// 总金额: in the smallest unit of the currency, such as `888` (unconfirmed)
    pub total: i64,
    /// 货币类型: such as `HKD`
    pub currency: Option<String>,
}

/// 场景信息
///
/// `SceneInfo::builder().build()`. For an `Option`, use setters such as `maybe_device_id`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SceneInfo {
    /// 商户端设备号: such as `013467007045764`
    pub device_id: Option<String>,
    /// 商户端设备IP: such as `128.0.0.1`
    pub device_ip: Option<String>,
    /// 用户终端IP: such as `128.0.0.1`
    pub payer_client_ip: Option<String>,
    /// 操作员ID: such as `123145`
    pub operator_id: Option<String>,
    /// 商户门店信息
    pub store_info: Option<StoreInfo>,
}

/// 商户门店信息
///
/// `StoreInfo::builder().name(…).address(…).build()`. For an `Option`, use setters such as
/// `maybe_id`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct StoreInfo {
    /// 编号: such as `0001`
    pub id: Option<String>,
    /// 名称: such as `腾讯大厦分店` (unconfirmed)
    pub name: String,
    /// 详细地址: such as `广东省深圳市南山区科技中一道10000号` (unconfirmed)
    pub address: String,
}

/// 优惠功能
///
/// `OrderDetail::builder().build()`. For an `Option`, use setters such as `maybe_cost_price`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct OrderDetail {
    /// 订单原价: in the smallest unit of the currency, such as `608800`
    pub cost_price: Option<i64>,
    /// 商品小票ID: such as `wx123`
    pub receipt_id: Option<String>,
    /// 单品列表
    pub goods_detail: Option<Vec<GoodsDetail>>,
}

/// 单品列表
///
/// `GoodsDetail::builder().goods_id(…).quantity(…).price(…).build()`. For an `Option`, use
/// setters such as `maybe_wxpay_goods_id`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct GoodsDetail {
    /// 商品编码: such as `12345` (unconfirmed)
    pub goods_id: String,
    /// 微信侧商品编码: such as `1001`
    pub wxpay_goods_id: Option<String>,
    /// 商品名称: such as `iPhone6s 16G`
    pub goods_name: Option<String>,
    /// 商品数量: such as `1` (unconfirmed)
    pub quantity: i64,
    /// 商品单价: in the smallest unit of the currency, such as `528800` (unconfirmed)
    pub price: i64,
}

/// The response of [`Transactions::prepay_hk_jsapi`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PrepayResponse {
    /// 预支付交易会话标识: such as `wx201410272009395522657a690389285100`
    pub prepay_id: Option<String>,
}

impl pay::PrepaySession for PrepayResponse {
    fn prepay_id(&self) -> Result<&str> {
        pay::returned("prepay_id", self.prepay_id.as_deref())
    }
}

/// The response of [`Transactions::prepay_hk_app`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PrepayAppResponse {
    /// 预支付交易会话标识: such as `wx201410272009395522657a690389285100`
    pub prepay_id: Option<String>,
}

impl pay::PrepaySession for PrepayAppResponse {
    fn prepay_id(&self) -> Result<&str> {
        pay::returned("prepay_id", self.prepay_id.as_deref())
    }
}

/// The request of [`Transactions::prepay_hk_h5`].
///
/// `PrepayHkH5Request::builder().description(…).notify_url(…).out_trade_no(…).trade_type(…).merchant_category_code(…).amount(…).scene_info(…).build()`.
/// For an `Option`, use setters such as `maybe_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PrepayHkH5Request {
    /// 商户号: such as `1900000109`
    pub mchid: Option<String>,
    /// APPID: such as `wx8888888888888888`
    pub appid: Option<String>,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 机构商户号: such as `1900000100`
    pub sp_mchid: Option<String>,
    /// 机构APPID: such as `wx8888888888888888`
    pub sp_appid: Option<String>,
    /// 子商户APPID
    pub sub_appid: Option<String>,
    /// 商品描述: such as `image形象店-深圳腾大- QQ公仔` (unconfirmed)
    pub description: String,
    /// 商户数据: such as `自定义数据`
    pub attach: Option<String>,
    /// 通知地址: such as `https://www.weixin.qq.com/wxpay/pay.php` (unconfirmed)
    pub notify_url: String,
    /// 商户订单号: such as `1217752501201407033233368018` (unconfirmed)
    pub out_trade_no: String,
    /// 商品标记: such as `WXG`
    pub goods_tag: Option<String>,
    /// 交易类型: such as `MWEB` (unconfirmed)
    pub trade_type: String,
    /// 指定支付方式: such as `no_credit`
    pub limit_pay: Option<String>,
    /// 交易起始时间: such as `2018-06-08T10:34:56+08:00`
    pub time_start: Option<DateTime>,
    /// 交易结束时间: such as `2018-06-08T10:34:56+08:00`
    pub time_expire: Option<DateTime>,
    /// MCC码: such as `1011` (unconfirmed)
    pub merchant_category_code: String,
    /// 支付者
    pub payer: Option<Payer>,
    /// 订单金额 (unconfirmed)
    pub amount: Amount,
    /// 场景信息 (unconfirmed)
    pub scene_info: H5SceneInfo,
    /// 优惠功能
    pub detail: Option<Vec<OrderDetail>>,
}

rules! {
    PrepayHkH5Request {
        member("notify_url", &[NotifyUrl]),
    }
}

/// 场景信息
///
/// `H5SceneInfo::builder().payer_client_ip(…).store_info(…).build()`. For an `Option`, use
/// setters such as `maybe_device_id`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct H5SceneInfo {
    /// 商户端设备号: such as `013467007045764`
    pub device_id: Option<String>,
    /// 商户端设备IP: such as `128.0.0.1`
    pub device_ip: Option<String>,
    /// 用户终端IP: such as `128.0.0.1` (unconfirmed)
    pub payer_client_ip: String,
    /// 操作员ID: such as `123145`
    pub operator_id: Option<String>,
    /// 商户门店信息 (unconfirmed)
    pub store_info: StoreInfo,
}

/// The response of [`Transactions::prepay_hk_h5`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PrepayHkH5Response {
    /// 支付跳转链接
    pub mweb_url: Option<String>,
}

/// The response of [`Transactions::prepay_hk_native`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PrepayHkNativeResponse {
    /// 二维码链接: such as `weixin://wxpay/s/An4baqw`
    pub code_url: Option<String>,
}

/// The request of [`Transactions::pay_hk_codepay`].
///
/// `PayHkCodepayRequest::builder().description(…).out_trade_no(…).trade_type(…).merchant_category_code(…).amount(…).build()`.
/// For an `Option`, use setters such as `maybe_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PayHkCodepayRequest {
    /// 商户号: such as `1900000109`
    pub mchid: Option<String>,
    /// APPID: such as `wx8888888888888888`
    pub appid: Option<String>,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 机构商户号: such as `1900000100`
    pub sp_mchid: Option<String>,
    /// 机构APPID: such as `wx8888888888888888`
    pub sp_appid: Option<String>,
    /// 子商户APPID: such as `wx8888888888888888`
    pub sub_appid: Option<String>,
    /// 商品描述: such as `image形象店-深圳腾大- QQ公仔` (unconfirmed)
    pub description: String,
    /// 商户数据: such as `自定义数据`
    pub attach: Option<String>,
    /// 商户订单号: such as `1217752501201407033233368018` (unconfirmed)
    pub out_trade_no: String,
    /// 商品标记: such as `WXG`
    pub goods_tag: Option<String>,
    /// 交易类型: such as `MICROPAY` (unconfirmed)
    pub trade_type: String,
    /// 指定支付方式: such as `no_credit`
    pub limit_pay: Option<String>,
    /// MCC码: such as `1011` (unconfirmed)
    pub merchant_category_code: String,
    /// 支付者
    pub payer: Option<CodepayPayer>,
    /// 订单金额 (unconfirmed)
    pub amount: Amount,
    /// 场景信息
    pub scene_info: Option<SceneInfo>,
    /// 优惠功能
    pub detail: Option<Vec<OrderDetail>>,
}

rules! { PayHkCodepayRequest {} }

/// 支付者
///
/// `CodepayPayer::builder().auth_code(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CodepayPayer {
    /// 授权码: such as `120061098828009406` (unconfirmed)
    pub auth_code: String,
}

/// The response of [`Transactions::pay_hk_codepay`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct PayHkCodepayResponse {
    /// 微信支付订单号: such as `1217752501201407033233368018`
    pub id: Option<String>,
    /// 商户号: such as `1900000109`
    pub mchid: Option<String>,
    /// APPID: such as `wx8888888888888888`
    pub appid: Option<String>,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 机构商户号: such as `1900000100`
    pub sp_mchid: Option<String>,
    /// 机构APPID: such as `wx8888888888888888`
    pub sp_appid: Option<String>,
    /// 子商户APPID: such as `wx8888888888888888`
    pub sub_appid: Option<String>,
    /// 商户订单号: such as `1217752501201407033233368018`
    pub out_trade_no: Option<String>,
    /// 交易类型: such as `MICROPAY`
    pub trade_type: Option<TradeType>,
    /// 交易状态: such as `SUCCESS`
    pub trade_state: Option<TradeState>,
    /// 交易状态描述: such as `支付失败，请重新下单支付`
    pub trade_state_desc: Option<String>,
    /// 付款银行: such as `CMC`
    pub bank_type: Option<String>,
    /// 商户数据: such as `自定义数据`
    pub attach: Option<String>,
    /// 支付完成时间: such as `2018-06-08T10:34:56+08:00`
    pub success_time: Option<DateTime>,
    /// 支付者
    pub payer: Option<Payer>,
    /// 订单金额
    pub amount: Option<CodepayTransactionAmount>,
    /// 优惠功能
    pub detail: Option<Vec<CodepayPromotionDetail>>,
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
    /// 订单金额: in the smallest unit of the currency, such as `888`
    pub total: Option<i64>,
    /// 货币类型: such as `CNY`
    pub currency: Option<String>,
    /// 用户支付金额: in the smallest unit of the currency, such as `888`
    pub payer_total: Option<i64>,
    /// 支付货币类型: such as `CNY`
    pub payer_currency: Option<String>,
    /// 汇率
    pub exchange_rate: Option<ExchangeRate>,
}

/// 汇率
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ExchangeRate {
    /// 汇率类型: such as `SETTLEMENT_RATE`
    pub r#type: Option<ExchangeRateType>,
    /// 汇率值: in hundred-millionths, such as `8000000`
    pub rate: Option<i64>,
}

/// 优惠功能
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CodepayPromotionDetail {
    /// 券ID: such as `109519`
    pub promotion_id: Option<String>,
    /// 优惠名称: such as `单品惠-6`
    pub name: Option<String>,
    /// 优惠范围: such as `SINGLE`
    pub scope: Option<PromotionScope>,
    /// 优惠类型: such as `DISCOUNT`
    pub r#type: Option<PromotionType>,
    /// 优惠券面额: in the smallest unit of the currency, such as `5`
    pub amount: Option<i64>,
    /// 货币类型: such as `CNY`
    pub currency: Option<String>,
    /// 活动ID: such as `931386`
    pub activity_id: Option<String>,
    /// 微信出资: in the smallest unit of the currency, such as `0`
    pub wechatpay_contribute_amount: Option<i64>,
    /// 商户出资: in the smallest unit of the currency, such as `0`
    pub merchant_contribute_amount: Option<i64>,
    /// 其他出资: in the smallest unit of the currency, such as `5`
    pub other_contribute_amount: Option<i64>,
    /// 单品列表
    pub goods_detail: Option<Vec<CodepayPromotionGoodsDetail>>,
}

/// 单品列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CodepayPromotionGoodsDetail {
    /// 商品编码: such as `12345`
    pub goods_id: Option<String>,
    /// 商品备注: such as `1001`
    pub goods_remark: Option<String>,
    /// 商品数量: such as `1`
    pub quantity: Option<i64>,
    /// 商品价格: in the smallest unit of the currency, such as `528800`
    pub price: Option<i64>,
}

/// The response of [`Transactions::query_hk_order_by_id`],
/// [`Transactions::query_hk_order_by_out_trade_no`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct Transaction {
    /// 商户号: such as `1900000109`
    pub mchid: Option<String>,
    /// APPID: such as `wx8888888888888888`
    pub appid: Option<String>,
    /// 机构商户号: such as `1900000100`
    pub sp_mchid: Option<String>,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 机构APPID: such as `wx8888888888888888`
    pub sp_appid: Option<String>,
    /// 子商户APPID: such as `wx8888888888888888`
    pub sub_appid: Option<String>,
    /// 商户订单号: such as `1217752501201407033233368018`
    pub out_trade_no: Option<String>,
    /// 微信支付订单号: such as `4200000000002104083200000488`
    pub id: Option<String>,
    /// 商户数据: such as `自定义数据`
    pub attach: Option<String>,
    /// 交易类型: such as `APP`
    pub trade_type: Option<TradeType>,
    /// 付款银行: such as `CMC`
    pub bank_type: Option<String>,
    /// 支付完成时间: such as `2018-06-08T10:34:56+08:00`
    pub success_time: Option<DateTime>,
    /// 交易状态: such as `SUCCESS`
    pub trade_state: Option<TradeState>,
    /// 交易状态描述: such as `支付失败，请重新下单支付`
    pub trade_state_desc: Option<String>,
    /// 支付者
    pub payer: Option<Payer>,
    /// 订单金额
    pub amount: Option<TransactionAmount>,
    /// 优惠功能
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
pub struct TransactionAmount {
    /// 订单金额: in the smallest unit of the currency, such as `888`
    pub total: Option<i64>,
    /// 用户支付金额: in the smallest unit of the currency, such as `888`
    pub payer_total: Option<i64>,
    /// 订单标价币种: such as `CNY`
    pub currency: Option<String>,
    /// 用户支付币种: such as `HKD`
    pub payer_currency: Option<String>,
    /// 汇率信息
    pub exchange_rate: Option<ExchangeRate>,
}

/// 优惠功能
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PromotionDetail {
    /// 券ID: such as `109519`
    pub promotion_id: Option<String>,
    /// 优惠名称: such as `单品惠-6`
    pub name: Option<String>,
    /// 优惠范围: such as `SINGLE`
    pub scope: Option<PromotionScope>,
    /// 优惠类型: such as `DISCOUNT`
    pub r#type: Option<PromotionType>,
    /// 优惠券面额: in the smallest unit of the currency, such as `5`
    pub amount: Option<i64>,
    /// 优惠币种: such as `HKD`
    pub currency: Option<String>,
    /// 活动ID: such as `931386`
    pub activity_id: Option<String>,
    /// 微信出资: in the smallest unit of the currency, such as `0`
    pub wxpay_contribute_amount: Option<i64>,
    /// 商户出资: in the smallest unit of the currency, such as `0`
    pub merchant_contribute_amount: Option<i64>,
    /// 其他出资: in the smallest unit of the currency, such as `5`
    pub other_contribute_amount: Option<i64>,
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
    /// 商品编码: such as `12345`
    pub goods_id: Option<String>,
    /// 商品备注: such as `1001`
    pub goods_remark: Option<String>,
    /// 商品优惠金额: in the smallest unit of the currency, such as `100`
    pub discount_amount: Option<i64>,
    /// 商品数量: such as `1`
    pub quantity: Option<i64>,
    /// 商品价格: in the smallest unit of the currency, such as `528800`
    pub price: Option<i64>,
}

/// The request of [`Transactions::close_hk_order_by_id`],
/// [`Transactions::close_hk_order_by_out_trade_no`].
///
/// `CloseOrderRequest::builder().mchid(…).build()`. For an `Option`, use setters such as
/// `maybe_sub_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CloseOrderRequest {
    /// 直连商户号: such as `1230000109` (unconfirmed)
    pub mchid: String,
    /// 子商户号: such as `1230000109`
    pub sub_mchid: Option<String>,
    /// 机构商户号: such as `1230000109`
    pub sp_mchid: Option<String>,
}

rules! { CloseOrderRequest {} }

/// The request of [`Transactions::reverse_hk_order_by_id`],
/// [`Transactions::reverse_hk_order_by_out_trade_no`].
///
/// `ReverseOrderRequest::builder().build()`. For an `Option`, use setters such as `maybe_mchid`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ReverseOrderRequest {
    /// 商户号: such as `1900000109`
    pub mchid: Option<String>,
    /// 机构商户号: such as `1900000100`
    pub sp_mchid: Option<String>,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
}

rules! { ReverseOrderRequest {} }

open_enum! {
    /// 交易类型
    pub enum TradeType {
        Jsapi = "JSAPI",
        Native = "NATIVE",
        App = "APP",
        Mweb = "MWEB",
        Micropay = "MICROPAY",
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
    }
}

open_enum! {
    /// 汇率类型
    pub enum ExchangeRateType {
        SettlementRate = "SETTLEMENT_RATE",
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
        Coupon = "COUPON",
        Discount = "DISCOUNT",
    }
}
