//! 校园轻松付扣款.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, wechatpay_api};

use super::{Amount, DeviceInfo, Payer, PromotionDetail};
use crate::rules::rules;

/// 校园轻松付扣款
#[wechatpay_api(defaults)]
pub trait EduSchoolPayTransactions {
    /// 校园轻松付扣款
    ///
    /// `POST /v3/eduschoolpay/transactions`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/edu/eduschoolpay/chapter4_1.shtml>
    #[wechatpay_api(POST "/v3/eduschoolpay/transactions")]
    async fn create_edu_school_pay_transaction(
        &self,
        body: &CreateEduSchoolPayTransactionRequest,
    ) -> Result<CreateEduSchoolPayTransactionResponse>;

    /// 微信支付订单号查单
    ///
    /// `GET /v3/eduschoolpay/transactions/id/{transaction_id}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/edu/eduschoolpay/chapter4_2.shtml>
    ///
    /// - `transaction_id` 微信支付订单号: such as `25012014070332333018`
    /// - `sub_mchid` 子商户号: such as `1900000109`
    #[wechatpay_api(GET "/v3/eduschoolpay/transactions/id/{transaction_id}")]
    async fn query_edu_school_pay_transaction_by_id(
        &self,
        transaction_id: &str,
        #[query] sub_mchid: Option<&str>,
    ) -> Result<EduSchoolPayTransaction>;

    /// 校园轻松付商户订单号查单
    ///
    /// `GET /v3/eduschoolpay/transactions/out-trade-no/{out_trade_no}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/edu/eduschoolpay/chapter4_3.shtml>
    ///
    /// - `out_trade_no` 商户订单号: such as `201407033233368018`
    /// - `sub_mchid` 子商户号: such as `1900000109`
    #[wechatpay_api(GET "/v3/eduschoolpay/transactions/out-trade-no/{out_trade_no}")]
    async fn query_edu_school_pay_transaction_by_out_trade_no(
        &self,
        out_trade_no: &str,
        #[query] sub_mchid: Option<&str>,
    ) -> Result<EduSchoolPayTransaction>;

    /// 商户查询用户欠款状态
    ///
    /// `GET /v3/eduschoolpay/users/{openid}/debt-state`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/edu/eduschoolpay/chapter4_4.shtml>
    ///
    /// - `openid` 商户appid下的用户标识: such as `oUpF8uMuAJOM2pxb1Q`
    #[wechatpay_api(GET "/v3/eduschoolpay/users/{openid}/debt-state")]
    async fn query_edu_school_pay_debt_state(&self, openid: &str) -> Result<EduSchoolPayDebtState>;
}

/// The request of [`EduSchoolPayTransactions::create_edu_school_pay_transaction`].
///
/// `CreateEduSchoolPayTransactionRequest::builder().appid(…).description(…).out_trade_no(…).contract_id(…).user_id(…).amount(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateEduSchoolPayTransactionRequest {
    /// 商户appid: such as `wx8888888888888888`
    pub appid: String,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 子商户appid: such as `wx8888888888888888`
    pub sub_appid: Option<String>,
    /// 商品描述: such as `中山大学-第二食堂-海鲜炒饭`
    pub description: String,
    /// 商户数据: such as `自定义数据`
    pub attach: Option<String>,
    /// 商户订单号: such as `121775250124070332`
    pub out_trade_no: String,
    /// 订单优惠标记: such as `test`
    pub goods_tag: Option<String>,
    /// 商户接收通知地址: such as `https://www.weixin.qq.com/wxpay/pay`
    pub notify_url: Option<String>,
    /// 签约协议号: such as `2045011120563805041758214605`
    pub contract_id: String,
    /// 用户账号: such as `20200330tony`
    pub user_id: String,
    /// 订单金额
    pub amount: CreateEduSchoolPayTransactionAmount,
    /// 场景信息
    pub scene_info: Option<SceneInfo>,
    /// 设备信息
    pub device_info: Option<DeviceInfo>,
    /// 分账结算信息
    pub settle_info: Option<SettleInfo>,
    /// 扣款模式: such as `SYNC`
    pub payment_mode: Option<String>,
}

rules! {
    CreateEduSchoolPayTransactionRequest {
        member("notify_url", &[NotifyUrl]),
    }
}

/// 订单金额
///
/// `CreateEduSchoolPayTransactionAmount::builder().total(…).currency(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateEduSchoolPayTransactionAmount {
    /// 总金额: such as `888`
    pub total: Fen,
    /// 货币类型: such as `CNY`
    pub currency: String,
}

/// 场景信息
///
/// `SceneInfo::builder().start_time(…).school_id(…).scene_type(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SceneInfo {
    /// 消费时间: such as `2017-08-26T09:43:39+08:00`
    pub start_time: DateTime,
    /// 学校编号: such as `18260256813396`
    pub school_id: String,
    /// 消费场景类型: such as `CANTEEN`
    pub scene_type: String,
}

/// 分账结算信息
///
/// `SettleInfo::builder().build()`. For an `Option`, use setters such as `maybe_profit_sharing`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SettleInfo {
    /// 是否指定分账
    pub profit_sharing: Option<bool>,
}

/// The response of [`EduSchoolPayTransactions::create_edu_school_pay_transaction`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CreateEduSchoolPayTransactionResponse {
    /// 商户号: such as `1230000109`
    pub mchid: String,
    /// 商户AppID: such as `wx8888888888888888`
    pub appid: String,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 子商户AppID: such as `wx8888888888888888`
    pub sub_appid: Option<String>,
    /// 商户订单号: such as `201407033233368018`
    pub out_trade_no: String,
    /// 微信支付订单号: such as `25012014070332333018`
    pub transaction_id: Option<String>,
    /// 交易类型: such as `MICROPAY`
    pub trade_type: Option<String>,
    /// 交易状态: such as `SUCCESS`
    pub trade_state: String,
    /// 交易状态描述: such as `支付成功`
    pub trade_state_desc: Option<String>,
    /// 付款银行: such as `ICBC_DEBIT`
    pub bank_type: Option<String>,
    /// 商户数据: such as `自定义数据`
    pub attach: Option<String>,
    /// 支付完成时间: such as `2020-03-26T10:43:39+08:00`
    pub success_time: Option<DateTime>,
    /// 支付者
    pub payer: Option<Payer>,
    /// 订单金额
    pub amount: Amount,
    /// 设备信息
    pub device_info: Option<DeviceInfo>,
    /// 优惠详情
    pub promotion_detail: Option<Vec<PromotionDetail>>,
}

/// The response of [`EduSchoolPayTransactions::query_edu_school_pay_transaction_by_id`],
/// [`EduSchoolPayTransactions::query_edu_school_pay_transaction_by_out_trade_no`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct EduSchoolPayTransaction {
    /// 商户号: such as `1230000109`
    pub mchid: String,
    /// 商户appid: such as `wx8888888888888888`
    pub appid: String,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 子商户appid: such as `wx8888888888888888`
    pub sub_appid: Option<String>,
    /// 商户订单号: such as `201407033233368018`
    pub out_trade_no: String,
    /// 微信支付订单号: such as `25012014070332333018`
    pub transaction_id: Option<String>,
    /// 交易类型: such as `AUTH`
    pub trade_type: Option<String>,
    /// 交易状态: such as `SUCCESS`
    pub trade_state: String,
    /// 交易状态描述: such as `支付成功`
    pub trade_state_desc: Option<String>,
    /// 付款银行: such as `ICBC_DEBIT`
    pub bank_type: Option<String>,
    /// 商户数据: such as `自定义数据`
    pub attach: Option<String>,
    /// 支付完成时间: such as `2020-03-26T10:43:39+08:00`
    pub success_time: Option<DateTime>,
    /// 支付者
    pub payer: Option<EduSchoolPayTransactionPayer>,
    /// 订单金额
    pub amount: Amount,
    /// 设备信息
    pub device_info: Option<DeviceInfo>,
    /// 优惠详情
    pub promotion_detail: Option<Vec<EduSchoolPayTransactionPromotionDetail>>,
}

/// 支付者
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct EduSchoolPayTransactionPayer {
    /// 商户appid下的用户标识: such as `oUpF8uMuAJOM2pxb1Q`
    pub openid: String,
    /// 子商户appid下的用户标识: such as `oUpF8uMuAJOM2pxb1Q`
    pub sub_openid: Option<String>,
}

/// 优惠详情
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct EduSchoolPayTransactionPromotionDetail {
    /// 券ID: such as `109519`
    pub coupon_id: String,
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

/// The response of [`EduSchoolPayTransactions::query_edu_school_pay_debt_state`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct EduSchoolPayDebtState {
    /// 商户appid: such as `wx8888888888888888`
    pub appid: String,
    /// 商户appid下的用户标识: such as `oUpF8uMuAJOM2pxb1Q`
    pub openid: String,
    /// 用户状态: such as `FORBIDDEN`
    pub state: String,
    /// 当前用户欠款笔数: such as `2`
    pub debt_count: i64,
    /// 用户欠款状态更新时间: such as `2017-08-26T09:43:39+08:00`
    pub update_time: DateTime,
}
