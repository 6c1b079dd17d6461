//! 教育续费通扣款.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, wechatpay_api};

use crate::rules::rules;

/// 教育续费通扣款
#[wechatpay_api(defaults)]
pub trait EduPapayTransactions {
    /// 发送扣款预通知
    ///
    /// `POST /v3/edu-papay/user-notifications/{contract_id}/send`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/Offline/apis/chapter5_2_6.shtml>
    ///
    /// - `contract_id` 签约协议号: such as `wx8888888888888888`
    #[wechatpay_api(POST "/v3/edu-papay/user-notifications/{contract_id}/send")]
    async fn send_edu_papay_pre_deduction_notification(
        &self,
        contract_id: &str,
        body: &SendEduPapayPreDeductionNotificationRequest,
    ) -> Result<()>;

    /// 教育通扣款受理
    ///
    /// `POST /v3/edu-papay/transactions`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/Offline/apis/chapter5_2_7.shtml>
    #[wechatpay_api(POST "/v3/edu-papay/transactions")]
    async fn create_edu_papay_transaction(
        &self,
        body: &CreateEduPapayTransactionRequest,
    ) -> Result<()>;

    /// 微信订单号查单
    ///
    /// `GET /v3/edu-papay/transactions/id/{transaction_id}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/Offline/apis/chapter5_2_8.shtml>
    ///
    /// - `transaction_id` 微信支付订单号: such as `25012014070332333018`
    /// - `sub_mchid` 子商户号: such as `1900000109`
    #[wechatpay_api(GET "/v3/edu-papay/transactions/id/{transaction_id}")]
    async fn query_edu_papay_transaction_by_id(
        &self,
        transaction_id: &str,
        #[query] sub_mchid: Option<&str>,
    ) -> Result<EduPapayTransaction>;

    /// 教育续费通商户订单号查单
    ///
    /// `GET /v3/edu-papay/transactions/out-trade-no/{out_trade_no}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/Offline/apis/chapter5_2_9.shtml>
    ///
    /// - `out_trade_no` 商户订单号: such as `201407033233368018`
    /// - `sub_mchid` 子商户号: such as `1900000109`
    #[wechatpay_api(GET "/v3/edu-papay/transactions/out-trade-no/{out_trade_no}")]
    async fn query_edu_papay_transaction_by_out_trade_no(
        &self,
        out_trade_no: &str,
        #[query] sub_mchid: Option<&str>,
    ) -> Result<EduPapayTransaction>;
}

/// The request of [`EduPapayTransactions::send_edu_papay_pre_deduction_notification`].
///
/// `SendEduPapayPreDeductionNotificationRequest::builder().appid(…).build()`. For an `Option`, use
/// setters such as `maybe_sub_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SendEduPapayPreDeductionNotificationRequest {
    /// 服务商APPID: such as `wx8888888888888888`
    pub appid: String,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 子商户APPID: such as `wx8888888888888888`
    pub sub_appid: Option<String>,
}

rules! { SendEduPapayPreDeductionNotificationRequest {} }

/// The request of [`EduPapayTransactions::create_edu_papay_transaction`].
///
/// `CreateEduPapayTransactionRequest::builder().appid(…).body(…).out_trade_no(…).contract_id(…).trade_scene(…).amount(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateEduPapayTransactionRequest {
    /// 服务商APPID: such as `wx8888888888888888`
    pub appid: String,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 子商户APPID: such as `wx8888888888888888`
    pub sub_appid: Option<String>,
    /// 商品或支付单简要描述: such as `新东方-语文课程`
    pub body: String,
    /// 商户数据: such as `自定义数据`
    pub attach: Option<String>,
    /// 商户订单号: such as `121775250124070332`
    pub out_trade_no: String,
    /// 商品标记: such as `test`
    pub goods_tag: Option<String>,
    /// 支付回调通知地址: such as `https://www.weixin.qq.com/wxpay/pay`
    pub notify_url: Option<String>,
    /// 签约协议号: such as `wx998877665544wx`
    pub contract_id: String,
    /// 场景信息: such as `EDUCATION_PERIOD`
    pub trade_scene: String,
    /// 订单金额
    pub amount: CreateEduPapayTransactionAmount,
    /// 设备信息
    pub device_information: Option<DeviceInfo>,
}

rules! {
    CreateEduPapayTransactionRequest {
        member("notify_url", &[NotifyUrl]),
    }
}

/// 订单金额
///
/// `CreateEduPapayTransactionAmount::builder().total(…).build()`. For an `Option`, use setters
/// such as `maybe_currency`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateEduPapayTransactionAmount {
    /// 总金额: such as `888`
    pub total: Fen,
    /// 货币类型: such as `CNY`
    pub currency: Option<String>,
}

/// 设备信息
///
/// `DeviceInfo::builder().build()`. For an `Option`, use setters such as `maybe_device_id`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct DeviceInfo {
    /// 设备号: such as `12343232`
    pub device_id: Option<String>,
    /// 商户端设备ip: such as `123.12.12.123`
    pub device_ip: Option<String>,
}

/// The response of [`EduPapayTransactions::query_edu_papay_transaction_by_id`],
/// [`EduPapayTransactions::query_edu_papay_transaction_by_out_trade_no`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct EduPapayTransaction {
    /// 服务商商户号: such as `1230000109`
    pub sp_mchid: String,
    /// 服务商APPID: such as `wx8888888888888888`
    pub appid: String,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 子商户APPID: such as `wx8888888888888888`
    pub sub_appid: Option<String>,
    /// 商户订单号: such as `201407033233368018`
    pub out_trade_no: String,
    /// 微信支付订单号: such as `25012014070332333018`
    pub transaction_id: Option<String>,
    /// 商户数据: such as `自定义数据`
    pub attach: Option<String>,
    /// 付款银行: such as `CMC`
    pub bank_type: Option<String>,
    /// 支付完成时间: such as `2020-03-26T10:43:39+08:00`
    pub success_time: Option<DateTime>,
    /// 交易状态: such as `SUCCESS`
    pub trade_state: String,
    /// 交易状态描述: such as `支付成功`
    pub trade_state_description: Option<String>,
    /// 支付者
    pub payer: Option<Payer>,
    /// 订单金额
    pub amount: Amount,
    /// 设备信息
    pub device_information: Option<DeviceInfo>,
    /// 优惠详情
    pub promotion_detail: Option<Vec<PromotionDetail>>,
}

/// 支付者
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct Payer {
    /// 服务商APPID下的用户标识: such as `oUpF8uMuAJOM2pxb1Q`
    pub openid: Option<String>,
    /// 子商户APPID下的用户标识: such as `oUpF8uMuAJOM2pxb1Q`
    pub sub_openid: Option<String>,
}

/// 订单金额
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct Amount {
    /// 订单金额: such as `888`
    pub total: Fen,
    /// 用户支付金额: such as `888`
    pub payer_total: Option<Fen>,
    /// 折扣: such as `100`
    pub discount_total: Option<Fen>,
    /// 货币类型: such as `CNY`
    pub currency: Option<String>,
}

/// 优惠详情
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
    /// 优惠范围: such as `GLOBALSINGLE`
    pub scope: Option<String>,
    /// 优惠类型: such as `DISCOUNTCOUPON`
    pub r#type: Option<String>,
    /// 优惠券面额: such as `5`
    pub amount: Option<Fen>,
    /// 活动ID: such as `931386`
    pub stock_id: Option<String>,
    /// 微信出资: such as `100`
    pub wechatpay_contribute: Option<Fen>,
    /// 商户出资: such as `100`
    pub merchant_contribute: Option<Fen>,
    /// 其他出资: such as `100`
    pub other_contribute: Option<Fen>,
}
