//! 刷脸扣款.

use serde::Serialize;
use serde_json::{Map, Value};
use wechatpay_client::{DateTime, Deserialize, Fen, Result, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 刷脸扣款
#[wechatpay_api(defaults)]
pub trait FaceTransactions {
    /// 获取authinfo
    ///
    /// `POST /v3/offlineface/authinfo`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/wxfacepay/develop/access-specifications.html>
    #[wechatpay_api(POST "/v3/offlineface/authinfo")]
    async fn create_face_auth_info(
        &self,
        body: &CreateFaceAuthInfoRequest,
    ) -> Result<CreateFaceAuthInfoResponse>;

    /// 申请扣款
    ///
    /// `POST /v3/offlineface/transactions`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/wxfacepay/develop/access-specifications.html>
    #[wechatpay_api(POST "/v3/offlineface/transactions")]
    async fn create_face_transaction(
        &self,
        body: &CreateFaceTransactionRequest,
    ) -> Result<FaceTransaction>;

    /// 查单
    ///
    /// `GET /v3/offlineface/transactions/out-trade-no/{out_trade_no}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/wxfacepay/develop/k12-development-guidelines.html>
    ///
    /// - `out_trade_no` 商户订单号: such as `1217752501201407033233368018`
    /// - `sp_mchid` 服务商商户号: such as `198798777`
    /// - `sub_mchid` 子商户商户号: such as `3233122121`
    /// - `business_product_id` 平台产品ID: values `2`, `11`
    #[wechatpay_api(GET "/v3/offlineface/transactions/out-trade-no/{out_trade_no}")]
    async fn query_face_transaction(
        &self,
        out_trade_no: &str,
        #[query] sp_mchid: &str,
        #[query] sub_mchid: &str,
        #[query] business_product_id: &str,
    ) -> Result<FaceTransaction>;

    /// 获取还款链接
    ///
    /// `POST /v3/offlineface/repayment-url`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/wxfacepay/develop/k12-development-guidelines.html#_1-3-%E8%A7%A3%E7%BA%A6>
    #[wechatpay_api(POST "/v3/offlineface/repayment-url")]
    async fn create_face_repayment_url(
        &self,
        body: &CreateFaceRepaymentUrlRequest,
    ) -> Result<CreateFaceRepaymentUrlResponse>;
}

/// The request of [`FaceTransactions::create_face_auth_info`].
///
/// `CreateFaceAuthInfoRequest::builder().sp_appid(…).sub_mchid(…).device_id(…).raw_data(…).organization_id(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_appid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateFaceAuthInfoRequest {
    /// 服务商公众号appid (unconfirmed)
    pub sp_appid: String,
    /// 子商户公众号appid
    pub sub_appid: Option<String>,
    /// 子商户商户号 (unconfirmed)
    pub sub_mchid: String,
    /// 设备id (unconfirmed)
    pub device_id: String,
    /// 原始数据 (unconfirmed)
    pub raw_data: String,
    /// 机构id (unconfirmed)
    pub organization_id: String,
}

rules! { CreateFaceAuthInfoRequest {} }

/// The response of [`FaceTransactions::create_face_auth_info`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CreateFaceAuthInfoResponse {
    /// 授权信息
    pub authinfo: Option<String>,
}

/// The request of [`FaceTransactions::create_face_transaction`].
///
/// `CreateFaceTransactionRequest::builder().auth_code(…).build()`. For an `Option`, use setters
/// such as `maybe_sp_appid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateFaceTransactionRequest {
    /// 支付凭证 (unconfirmed)
    pub auth_code: String,
    /// 服务商公众号appid
    pub sp_appid: Option<String>,
    /// 服务商商户号
    pub sp_mchid: Option<String>,
    /// 子商户公众号appid
    pub sub_appid: Option<String>,
    /// 子商户商户号
    pub sub_mchid: Option<String>,
    /// 金额信息
    pub amount: Option<Amount>,
    /// 支付场景信息
    pub scene_info: Option<CreateFaceTransactionSceneInfo>,
    /// 优惠标记
    pub goods_tag: Option<String>,
    /// 商品信息
    pub description: Option<String>,
    /// 商户附加信息
    pub attach: Option<String>,
    /// 结算信息
    pub settle_info: Option<SettleInfo>,
    /// 商户订单号
    pub out_trade_no: Option<String>,
    /// 业务信息
    pub business: Option<Business>,
}

rules! {
    CreateFaceTransactionRequest {
        within("amount", Amount::RULES),
        within("business", Business::RULES),
    }
}

/// 金额信息
///
/// `Amount::builder().total(…).currency(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct Amount {
    /// 总金额 (unconfirmed)
    pub total: Fen,
    /// 货币类型 (unconfirmed)
    pub currency: Currency,
}

rules! {
    Amount {
        member("currency", &[Listed(Currency::TEXTS)]),
    }
}

/// 支付场景信息
///
/// `CreateFaceTransactionSceneInfo::builder().device_ip(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateFaceTransactionSceneInfo {
    /// 设备IP (unconfirmed)
    pub device_ip: String,
}

/// 结算信息
///
/// `SettleInfo::builder().build()`. For an `Option`, use setters such as `maybe_profit_sharing`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SettleInfo {
    /// 是否支持分账
    pub profit_sharing: Option<bool>,
}

/// 业务信息
///
/// `Business::builder().business_product_id(…).business_scene_id(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct Business {
    /// 平台产品ID: values `2`, `11` (unconfirmed)
    pub business_product_id: i64,
    /// 平台场景ID: values `3`, `4`, `5`, `6`, `124`, `125`, `126` (unconfirmed)
    pub business_scene_id: i64,
}

rules! {
    Business {
        member("business_product_id", &[ListedNumbers(&[2, 11])]),
        member("business_scene_id", &[ListedNumbers(&[3, 4, 5, 6, 124, 125, 126])]),
    }
}

/// The response of [`FaceTransactions::create_face_transaction`],
/// [`FaceTransactions::query_face_transaction`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct FaceTransaction {
    /// 服务商公众号appid
    pub sp_appid: Option<String>,
    /// 服务商商户号
    pub sp_mchid: Option<String>,
    /// 子商户公众号appid
    pub sub_appid: Option<String>,
    /// 子商户商户号
    pub sub_mchid: Option<String>,
    /// 支付用户信息
    pub payer: Option<Payer>,
    /// 金额信息
    pub amount: Option<FaceTransactionAmount>,
    /// 优惠信息列表
    pub promotion_detail: Option<Vec<Map<String, Value>>>,
    /// 支付场景信息
    pub scene_info: Option<SceneInfo>,
    /// 付款银行
    pub bank_type: Option<String>,
    /// 交易类型
    pub trade_type: Option<TradeType>,
    /// 交易状态
    pub trade_state: Option<String>,
    /// 交易描述
    pub trade_state_description: Option<String>,
    /// 欠款状态
    pub debt_state: Option<String>,
    /// 商品信息
    pub description: Option<String>,
    /// 商户附加信息
    pub attach: Option<String>,
    /// 支付成功时间
    pub success_time: Option<DateTime>,
    /// 微信订单号
    pub transaction_id: Option<String>,
    /// 还款微信订单号
    pub repayment_transaction_id: Option<String>,
    /// 商户订单号
    pub out_trade_no: Option<String>,
    /// 错误分类
    pub error_type: Option<String>,
}

/// 支付用户信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct Payer {
    /// 公众下的openid
    pub sp_openid: Option<String>,
    /// 子公众下的openid
    pub sub_openid: Option<String>,
}

/// 金额信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct FaceTransactionAmount {
    /// 总金额
    pub total: Option<Fen>,
    /// 货币类型
    pub currency: Option<Currency>,
}

/// 支付场景信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct SceneInfo {
    /// 设备IP
    pub device_ip: Option<String>,
}

/// The request of [`FaceTransactions::create_face_repayment_url`].
///
/// `CreateFaceRepaymentUrlRequest::builder().out_user_id(…).organization_id(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateFaceRepaymentUrlRequest {
    /// 商户用户ID (unconfirmed)
    pub out_user_id: String,
    /// 机构id (unconfirmed)
    pub organization_id: String,
}

rules! { CreateFaceRepaymentUrlRequest {} }

/// The response of [`FaceTransactions::create_face_repayment_url`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CreateFaceRepaymentUrlResponse {
    /// 还款链接
    pub repayment_url: Option<String>,
    /// 链接过期时间
    pub expire_at: Option<DateTime>,
}

open_enum! {
    /// 货币类型
    pub enum Currency {
        Cny = "CNY",
    }
}

open_enum! {
    /// 交易类型
    pub enum TradeType {
        Native = "NATIVE",
        Jsapi = "JSAPI",
        App = "APP",
        Mweb = "MWEB",
        Auth = "AUTH",
    }
}
