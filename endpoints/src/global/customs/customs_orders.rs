//! 报关单.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, Sensitive, wechatpay_api};

use crate::open_enum::{open_enum, parameter_enum};
use crate::rules::rules;

/// 报关单
#[wechatpay_api(defaults)]
pub trait CustomsOrders {
    /// 报关
    ///
    /// `POST apihk.mch.weixin.qq.com/v3/global/customs/orders`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api_external/ch/apis/chapter4_3_1.shtml>
    #[wechatpay_api(POST "/v3/global/customs/orders", global)]
    async fn create_customs_order(
        &self,
        body: &CreateCustomsOrderRequest,
    ) -> Result<CreateCustomsOrderResponse>;

    /// 报关查询
    ///
    /// `GET apihk.mch.weixin.qq.com/v3/global/customs/orders`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api_external/ch/apis/chapter4_3_3.shtml>
    ///
    /// - `appid` 机构APPID: such as `wxd678efh567hg6787`
    /// - `mchid` 商户号: such as `1230000109`
    /// - `order_type` 订单类型: such as `out_trade_no`
    /// - `order_no` 订单号: such as `20150806125346`
    /// - `customs` 海关: such as `SHANGHAI_ZS`
    #[wechatpay_api(GET "/v3/global/customs/orders", global)]
    async fn query_customs_order(
        &self,
        #[query] appid: &str,
        #[query] mchid: &str,
        #[query] order_type: &OrderType,
        #[query] order_no: &str,
        #[query] customs: &Customs,
        query: &QueryCustomsOrderQuery,
    ) -> Result<QueryCustomsOrderResponse>;

    /// 报关信息修改
    ///
    /// `PATCH apihk.mch.weixin.qq.com/v3/global/customs/orders`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api_external/ch/apis/chapter4_3_5.shtml>
    #[wechatpay_api(PATCH "/v3/global/customs/orders", global)]
    async fn modify_customs_order(
        &self,
        body: &ModifyCustomsOrderRequest,
    ) -> Result<ModifyCustomsOrderResponse>;

    /// 报关重推
    ///
    /// `POST apihk.mch.weixin.qq.com/v3/global/customs/redeclare`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api_external/ch/apis/chapter4_3_4.shtml>
    #[wechatpay_api(POST "/v3/global/customs/redeclare", global)]
    async fn redeclare_customs_order(
        &self,
        body: &RedeclareCustomsOrderRequest,
    ) -> Result<RedeclareCustomsOrderResponse>;

    /// 身份信息校验
    ///
    /// `POST apihk.mch.weixin.qq.com/v3/global/customs/verify-certificate`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api_external/ch/apis/chapter4_3_2.shtml>
    #[wechatpay_api(POST "/v3/global/customs/verify-certificate", global)]
    async fn verify_customs_certificate(
        &self,
        body: &VerifyCustomsCertificateRequest,
    ) -> Result<VerifyCustomsCertificateResponse>;
}

/// The request of [`CustomsOrders::create_customs_order`],
/// `LegacyCustomsOrders::create_legacy_customs_order`.
///
/// `CreateCustomsOrderRequest::builder().appid(…).mchid(…).out_trade_no(…).transaction_id(…).customs(…).merchant_customs_no(…).build()`.
/// For an `Option`, use setters such as `maybe_duty`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateCustomsOrderRequest {
    /// 机构APPID: such as `wxd678efh567hg6787` (unconfirmed)
    pub appid: String,
    /// 商户号: such as `1230000109` (unconfirmed)
    pub mchid: String,
    /// 商户订单号: such as `20150806125346` (unconfirmed)
    pub out_trade_no: String,
    /// 微信订单号: such as `1000320306201511078440737890` (unconfirmed)
    pub transaction_id: String,
    /// 海关: such as `SHANGHAI_ZS` (unconfirmed)
    pub customs: Customs,
    /// 商户海关备案号: such as `123456` (unconfirmed)
    pub merchant_customs_no: String,
    /// 关税: in the smallest unit of the currency, such as `888`
    pub duty: Option<i64>,
    /// 商户子订单号: such as `20150806125346`
    pub sub_order_no: Option<String>,
    /// 货币类型: such as `CNY`
    pub fee_type: Option<String>,
    /// 子订单金额: in the smallest unit of the currency, such as `888`
    pub order_fee: Option<i64>,
    /// 物流费用: in the smallest unit of the currency, such as `888`
    pub transport_fee: Option<i64>,
    /// 商品费用: in the smallest unit of the currency, such as `888`
    pub product_fee: Option<i64>,
}

rules! {
    CreateCustomsOrderRequest {
        member("customs", &[Listed(Customs::TEXTS)]),
    }
}

/// The response of [`CustomsOrders::create_customs_order`],
/// `LegacyCustomsOrders::create_legacy_customs_order`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CreateCustomsOrderResponse {
    /// 机构APPID: such as `wxd678efh567hg6787`
    pub appid: Option<String>,
    /// 商户号: such as `1230000109`
    pub mchid: Option<String>,
    /// 报关状态: such as `PROCESSING`
    pub state: Option<CustomsOrderState>,
    /// 商户订单号: such as `20150806125346`
    pub out_trade_no: Option<String>,
    /// 微信订单号: such as `1000320306201511078440737890`
    pub transaction_id: Option<String>,
    /// 商户子订单号: such as `20150806125346`
    pub sub_order_no: Option<String>,
    /// 微信子订单号: such as `20150806125346`
    pub sub_order_id: Option<String>,
    /// 核验机构: such as `UNIONPAY`
    pub verify_department: Option<VerifyDepartment>,
    /// 核验机构交易流水号: such as `2018112288340107038204310100000`
    pub verify_department_trade_id: Option<String>,
}

/// The query of [`CustomsOrders::query_customs_order`].
///
/// `QueryCustomsOrderQuery::builder().build()`. For an `Option`, use setters such as
/// `maybe_offset`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct QueryCustomsOrderQuery {
    /// 偏移量: such as `1`
    pub offset: Option<i64>,
    /// 请求最大记录条数: such as `20`
    pub limit: Option<i64>,
}

/// The response of [`CustomsOrders::query_customs_order`],
/// `LegacyCustomsOrders::query_legacy_customs_order`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct QueryCustomsOrderResponse {
    /// 机构APPID: such as `wxd678efh567hg6787`
    pub appid: Option<String>,
    /// 商户号: such as `1230000109`
    pub mchid: Option<String>,
    /// 微信订单号: such as `1000320306201511078440737890`
    pub transaction_id: Option<String>,
    /// 核验机构: such as `UNIONPAY`
    pub verify_department: Option<VerifyDepartment>,
    /// 核验机构流水号: such as `2018112288340107038204310100000`
    pub verify_department_trade_id: Option<String>,
    /// 偏移量: such as `0`
    pub offset: Option<i64>,
    /// 请求最大记录条数: such as `20`
    pub limit: Option<i64>,
    /// 查询结果总条数: such as `1`
    pub total_count: Option<i64>,
    /// 报关数据包
    pub data: Option<Vec<CustomsOrder>>,
}

/// 报关数据包
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CustomsOrder {
    /// 商户子单号: such as `20150806125346`
    pub sub_order_no: Option<String>,
    /// 微信子单号: such as `20150806125346`
    pub sub_order_id: Option<String>,
    /// 商户海关备案号: such as `1234567`
    pub mch_customs_no: Option<String>,
    /// 海关代码: such as `SHANGHAI_ZS`
    pub customs: Option<Customs>,
    /// 币种: such as `CNY`
    pub fee_type: Option<String>,
    /// 子单金额: in the smallest unit of the currency, such as `888`
    pub order_fee: Option<i64>,
    /// 关税: in the smallest unit of the currency, such as `888`
    pub duty: Option<i64>,
    /// 物流费用: in the smallest unit of the currency, such as `888`
    pub transport_fee: Option<i64>,
    /// 商品费用: in the smallest unit of the currency, such as `888`
    pub product_fee: Option<i64>,
    /// 报关状态: such as `PROCESSING`
    pub state: Option<CustomsOrderState>,
    /// 报关结果说明: such as `支付单已存在并且为非退单状态`
    pub explanation: Option<String>,
    /// 最后更新时间: such as `2015-09-01T10:00:00+08:00`
    pub modify_time: Option<DateTime>,
}

/// The request of [`CustomsOrders::modify_customs_order`],
/// `LegacyCustomsOrders::modify_legacy_customs_order`.
///
/// `ModifyCustomsOrderRequest::builder().appid(…).mchid(…).out_trade_no(…).transaction_id(…).customs(…).merchant_customs_no(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_order_no`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ModifyCustomsOrderRequest {
    /// 机构APPID: such as `wxd678efh567hg6787` (unconfirmed)
    pub appid: String,
    /// 商户号: such as `1230000109` (unconfirmed)
    pub mchid: String,
    /// 商户订单号: such as `20150806125346` (unconfirmed)
    pub out_trade_no: String,
    /// 微信订单号: such as `1000320306201511078440737890` (unconfirmed)
    pub transaction_id: String,
    /// 商户子订单号: such as `20150806125346`
    pub sub_order_no: Option<String>,
    /// 海关编码: such as `SHANGHAI_ZS` (unconfirmed)
    pub customs: Customs,
    /// 商户海关备案号: such as `123456` (unconfirmed)
    pub merchant_customs_no: String,
    /// 关税: in the smallest unit of the currency, such as `888`
    pub duty: Option<i64>,
    /// 子订单金额: in the smallest unit of the currency, such as `888`
    pub order_fee: Option<i64>,
    /// 物流费用: in the smallest unit of the currency, such as `888`
    pub transport_fee: Option<i64>,
    /// 商品费用: in the smallest unit of the currency, such as `888`
    pub product_fee: Option<i64>,
}

rules! {
    ModifyCustomsOrderRequest {
        member("customs", &[Listed(Customs::TEXTS)]),
    }
}

/// The response of [`CustomsOrders::modify_customs_order`],
/// `LegacyCustomsOrders::modify_legacy_customs_order`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct ModifyCustomsOrderResponse {
    /// 机构APPID: such as `wxd678efh567hg6787`
    pub appid: Option<String>,
    /// 商户号: such as `1230000109`
    pub mchid: Option<String>,
    /// 报关状态: such as `SUBMITTED`
    pub state: Option<CustomsOrderState>,
    /// 商户订单号: such as `20150806125346`
    pub out_trade_no: Option<String>,
    /// 微信订单号: such as `1000320306201511078440737890`
    pub transaction_id: Option<String>,
    /// 商户子订单号: such as `20150806125346`
    pub sub_order_no: Option<String>,
    /// 微信子订单号: such as `20150806125346`
    pub sub_order_id: Option<String>,
    /// 最后更新时间: such as `2015-09-01T10:00:00+08:00`
    pub modify_time: Option<DateTime>,
    /// 核验机构: such as `UNIONPAY`
    pub verify_department: Option<VerifyDepartment>,
    /// 核验机构流水号: such as `2018112288340107038204310100000`
    pub verify_department_trade_id: Option<String>,
}

/// The request of [`CustomsOrders::redeclare_customs_order`],
/// `LegacyCustomsOrders::redeclare_legacy_customs_order`.
///
/// `RedeclareCustomsOrderRequest::builder().appid(…).mchid(…).customs(…).merchant_customs_no(…).build()`.
/// For an `Option`, use setters such as `maybe_out_trade_no`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct RedeclareCustomsOrderRequest {
    /// 机构APPID: such as `wxd678efh567hg6787` (unconfirmed)
    pub appid: String,
    /// 商户号: such as `1230000109` (unconfirmed)
    pub mchid: String,
    /// 商户订单号: such as `20150806125346`
    pub out_trade_no: Option<String>,
    /// 微信订单号: such as `1000320306201511078440737890`
    pub transaction_id: Option<String>,
    /// 商户子单号: such as `20150806125346`
    pub sub_order_no: Option<String>,
    /// 微信子单号: such as `1000320306201511078440737891`
    pub sub_order_id: Option<String>,
    /// 海关编码: such as `SHANGHAI_ZS` (unconfirmed)
    pub customs: Customs,
    /// 商户海关备案号: such as `123456` (unconfirmed)
    pub merchant_customs_no: String,
}

rules! {
    RedeclareCustomsOrderRequest {
        member("customs", &[Listed(Customs::TEXTS)]),
    }
}

/// The response of [`CustomsOrders::redeclare_customs_order`],
/// `LegacyCustomsOrders::redeclare_legacy_customs_order`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct RedeclareCustomsOrderResponse {
    /// 机构APPID: such as `wxd678efh567hg6787`
    pub appid: Option<String>,
    /// 商户号: such as `1230000109`
    pub mchid: Option<String>,
    /// 报关状态: such as `PROCESSING`
    pub state: Option<CustomsOrderState>,
    /// 商户订单号: such as `20150806125346`
    pub out_trade_no: Option<String>,
    /// 微信订单号: such as `1000320306201511078440737890`
    pub transaction_id: Option<String>,
    /// 商户子订单号: such as `20150806125346`
    pub sub_order_no: Option<String>,
    /// 微信子订单号: such as `20150806125346`
    pub sub_order_id: Option<String>,
    /// 最后更新时间: such as `2015-09-01T10:00:00+08:00`
    pub modify_time: Option<DateTime>,
    /// 申报结果说明: such as `支付单已存在并且为非退单状态`
    pub explanation: Option<String>,
}

/// The request of [`CustomsOrders::verify_customs_certificate`],
/// `LegacyCustomsOrders::verify_legacy_customs_certificate`.
///
/// `VerifyCustomsCertificateRequest::builder().appid(…).mchid(…).out_trade_no(…).transaction_id(…).customs(…).merchant_customs_no(…).certificate_type(…).certificate_id(…).certificate_name(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_order_no`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(Sensitive, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct VerifyCustomsCertificateRequest {
    /// 机构APPID: such as `wxd678efh567hg6787` (unconfirmed)
    pub appid: String,
    /// 商户号: such as `1230000109` (unconfirmed)
    pub mchid: String,
    /// 商户订单号: such as `20150806125346` (unconfirmed)
    pub out_trade_no: String,
    /// 微信订单号: such as `1000320306201511078440737890` (unconfirmed)
    pub transaction_id: String,
    /// 商户子订单号: such as `20150806125346`
    pub sub_order_no: Option<String>,
    /// 海关: such as `SHANGHAI_ZS` (unconfirmed)
    pub customs: Customs,
    /// 商户海关备案号: such as `123456` (unconfirmed)
    pub merchant_customs_no: String,
    /// 证件类型: such as `IDCARD` (unconfirmed)
    pub certificate_type: CertificateType,
    /// 证件号: encrypted (unconfirmed)
    pub certificate_id: Sensitive,
    /// 证件姓名: encrypted (unconfirmed)
    pub certificate_name: Sensitive,
}

rules! {
    VerifyCustomsCertificateRequest {
        member("customs", &[Listed(Customs::TEXTS)]),
        member("certificate_type", &[Listed(CertificateType::TEXTS)]),
    }
}

/// The response of [`CustomsOrders::verify_customs_certificate`],
/// `LegacyCustomsOrders::verify_legacy_customs_certificate`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct VerifyCustomsCertificateResponse {
    /// 机构APPID: such as `wxd678efh567hg6787`
    pub appid: Option<String>,
    /// 商户号: such as `1230000109`
    pub mchid: Option<String>,
    /// 商户订单号: such as `20150806125346`
    pub out_trade_no: Option<String>,
    /// 微信订单号: such as `1000320306201511078440737890`
    pub transaction_id: Option<String>,
    /// 身份核验结果: such as `SAME`
    pub certificate_check_result: Option<CertificateCheckResult>,
}

parameter_enum! {
    /// 海关
    pub enum Customs {
        GuangzhouZs = "GUANGZHOU_ZS",
        HangzhouZs = "HANGZHOU_ZS",
        Ningbo = "NINGBO",
        ZhengzhouBs = "ZHENGZHOU_BS",
        Chongqing = "CHONGQING",
        ShanghaiZs = "SHANGHAI_ZS",
        Shenzhen = "SHENZHEN",
        ZhengzhouZhZs = "ZHENGZHOU_ZH_ZS",
        Tianjin = "TIANJIN",
    }
}

open_enum! {
    /// 报关状态
    pub enum CustomsOrderState {
        Processing = "PROCESSING",
        Undeclared = "UNDECLARED",
        Submitted = "SUBMITTED",
        Success = "SUCCESS",
        Fail = "FAIL",
        Except = "EXCEPT",
    }
}

open_enum! {
    /// 核验机构
    pub enum VerifyDepartment {
        Unionpay = "UNIONPAY",
        Netsunion = "NETSUNION",
        Others = "OTHERS",
    }
}

parameter_enum! {
    /// 订单类型
    pub enum OrderType {
        OutTradeNo = "out_trade_no",
        TransactionId = "transaction_id",
        SubOrderNo = "sub_order_no",
        SubOrderId = "sub_order_id",
    }
}

open_enum! {
    /// 证件类型
    pub enum CertificateType {
        Idcard = "IDCARD",
    }
}

open_enum! {
    /// 身份核验结果
    pub enum CertificateCheckResult {
        Same = "SAME",
        Different = "DIFFERENT",
    }
}
