//! 用户商家券.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use super::{
    AvailableWeek, CouponState, CustomEntrance, DiscountCoupon, DisplayPatternInfo, ExchangeCoupon,
    FixedNormalCoupon, IrregularAvailableTime, StockType, UseMethod,
};
use crate::open_enum::open_enum;
use crate::rules::rules;

/// 用户商家券
#[wechatpay_api(defaults)]
pub trait BusifavorCoupons {
    /// 向用户发券
    ///
    /// `POST /v3/marketing/busifavor/coupons/send`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/products/merchant-exclusive-coupon/introduction.html>
    #[wechatpay_api(POST "/v3/marketing/busifavor/coupons/send")]
    async fn send_busifavor_coupon(
        &self,
        body: &SendBusifavorCouponRequest,
    ) -> Result<SendBusifavorCouponResponse>;

    /// 向用户预发放商品券
    ///
    /// `POST /v3/marketing/busifavor/product-coupons/pre-send`
    #[wechatpay_api(POST "/v3/marketing/busifavor/product-coupons/pre-send")]
    async fn pre_send_busifavor_product_coupon(
        &self,
        body: &PreSendBusifavorProductCouponRequest,
    ) -> Result<PreSendBusifavorProductCouponResponse>;

    /// 向用户发放商品券
    ///
    /// `POST /v3/marketing/busifavor/product-coupons/send`
    #[wechatpay_api(POST "/v3/marketing/busifavor/product-coupons/send")]
    async fn send_busifavor_product_coupon(
        &self,
        body: &SendBusifavorProductCouponRequest,
    ) -> Result<SendBusifavorProductCouponResponse>;

    /// 发放消费卡
    ///
    /// `POST /v3/marketing/busifavor/coupons/{card_id}/send`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/marketing/coupons/chapter3_1.shtml>
    ///
    /// - `card_id` 消费卡ID
    #[wechatpay_api(POST "/v3/marketing/busifavor/coupons/{card_id}/send")]
    async fn send_gov_card(
        &self,
        card_id: &str,
        body: &SendGovCardRequest,
    ) -> Result<SendGovCardResponse>;

    /// 查询用户单张券详情
    ///
    /// `GET /v3/marketing/busifavor/users/{openid}/coupons/{coupon_code}/appids/{appid}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/marketing/busifavor/chapter3_5.shtml>
    ///
    /// - `openid` 用户标识
    /// - `coupon_code` 券code
    /// - `appid` 公众账号ID
    #[wechatpay_api(GET "/v3/marketing/busifavor/users/{openid}/coupons/{coupon_code}/appids/{appid}")]
    async fn query_busifavor_coupon(
        &self,
        openid: &str,
        coupon_code: &str,
        appid: &str,
    ) -> Result<BusifavorCoupon>;

    /// 根据过滤条件查询用户券
    ///
    /// `GET /v3/marketing/busifavor/users/{openid}/coupons`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/apis/chapter9_2_4.shtml>
    ///
    /// - `openid` 用户标识: such as `2323dfsdf342342`
    /// - `appid` 公众账号ID: such as `wx233544546545989`
    #[wechatpay_api(GET "/v3/marketing/busifavor/users/{openid}/coupons")]
    async fn list_busifavor_coupons(
        &self,
        openid: &str,
        #[query] appid: &str,
        query: &ListBusifavorCouponsQuery,
    ) -> Result<ListBusifavorCouponsResponse>;

    /// 核销用户券
    ///
    /// `POST /v3/marketing/busifavor/coupons/use`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/apis/chapter9_2_3.shtml>
    #[wechatpay_api(POST "/v3/marketing/busifavor/coupons/use")]
    async fn use_busifavor_coupon(
        &self,
        body: &UseBusifavorCouponRequest,
    ) -> Result<UseBusifavorCouponResponse>;

    /// 关联订单信息
    ///
    /// `POST /v3/marketing/busifavor/coupons/associate`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/apis/chapter9_2_9.shtml>
    #[wechatpay_api(POST "/v3/marketing/busifavor/coupons/associate")]
    async fn associate_trade_info(
        &self,
        body: &TradeInfoRequest,
    ) -> Result<AssociateTradeInfoResponse>;

    /// 取消关联订单信息
    ///
    /// `POST /v3/marketing/busifavor/coupons/disassociate`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/apis/chapter9_2_10.shtml>
    #[wechatpay_api(POST "/v3/marketing/busifavor/coupons/disassociate")]
    async fn disassociate_trade_info(
        &self,
        body: &TradeInfoRequest,
    ) -> Result<DisassociateTradeInfoResponse>;

    /// 申请退券
    ///
    /// `POST /v3/marketing/busifavor/coupons/return`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/apis/chapter9_2_13.shtml>
    #[wechatpay_api(POST "/v3/marketing/busifavor/coupons/return")]
    async fn return_busifavor_coupon(
        &self,
        body: &ReturnBusifavorCouponRequest,
    ) -> Result<ReturnBusifavorCouponResponse>;

    /// 使券失效
    ///
    /// `POST /v3/marketing/busifavor/coupons/deactivate`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/apis/chapter9_2_14.shtml>
    #[wechatpay_api(POST "/v3/marketing/busifavor/coupons/deactivate")]
    async fn deactivate_busifavor_coupon(
        &self,
        body: &DeactivateBusifavorCouponRequest,
    ) -> Result<DeactivateBusifavorCouponResponse>;
}

/// The request of [`BusifavorCoupons::send_busifavor_coupon`].
///
/// `SendBusifavorCouponRequest::builder().openid(…).appid(…).stock_id(…).out_request_no(…).build()`.
/// For an `Option`, use setters such as `maybe_coupon_code`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SendBusifavorCouponRequest {
    /// 用户标识: such as `xsd3434454567676`
    pub openid: String,
    /// 公众账号ID: such as `wx1234567889999`
    pub appid: String,
    /// 批次号: such as `100088`
    pub stock_id: String,
    /// 发券凭证: such as `1002600620019090123143254435`
    pub out_request_no: String,
    /// 券code: such as `sxxe34343434`
    pub coupon_code: Option<String>,
}

rules! { SendBusifavorCouponRequest {} }

/// The response of [`BusifavorCoupons::send_busifavor_coupon`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct SendBusifavorCouponResponse {
    /// 批次号: such as `100088`
    pub stock_id: Option<String>,
    /// 券code: such as `sxxe34343434`
    pub coupon_code: Option<String>,
    /// 发券凭证: such as `1002600620019090123143254435`
    pub out_request_no: Option<String>,
    /// `send_coupon_result`
    pub send_coupon_result: Option<SendCouponResult>,
}

/// The `send_coupon_result` of [`BusifavorCoupons::send_busifavor_coupon`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct SendCouponResult {
    /// `stock_id`
    pub stock_id: Option<String>,
    /// `out_request_no`
    pub out_request_no: Option<String>,
    /// `coupon_code`
    pub coupon_code: Option<String>,
}

/// The request of [`BusifavorCoupons::pre_send_busifavor_product_coupon`].
///
/// `PreSendBusifavorProductCouponRequest::builder().stock_id(…).appid(…).send_request_no(…).build()`.
/// For an `Option`, use setters such as `maybe_coupon_code`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PreSendBusifavorProductCouponRequest {
    /// 批次ID: such as `1000000013001` (unconfirmed)
    pub stock_id: String,
    /// 用户商品券Code: such as `123446565767`
    pub coupon_code: Option<String>,
    /// 公众账号AppID: such as `wx233544546545989` (unconfirmed)
    pub appid: String,
    /// 用户OpenID: such as `oh-394z-6CGkNoJrsDLTTUKiAnp4`
    pub openid: Option<String>,
    /// 发券请求单号: such as `34657_20250101_123456` (unconfirmed)
    pub send_request_no: String,
}

rules! { PreSendBusifavorProductCouponRequest {} }

/// The response of [`BusifavorCoupons::pre_send_busifavor_product_coupon`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PreSendBusifavorProductCouponResponse {
    /// 预发券token: such as `ABBpZjCfAAABAAAAAACmTrRvExc7XKea-`
    pub token: Option<String>,
}

/// The request of [`BusifavorCoupons::send_busifavor_product_coupon`].
///
/// `SendBusifavorProductCouponRequest::builder().openid(…).appid(…).stock_id(…).out_request_no(…).build()`.
/// For an `Option`, use setters such as `maybe_coupon_code`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SendBusifavorProductCouponRequest {
    /// 用户标识: such as `xsd3434454567676`
    pub openid: String,
    /// 公众账号ID: such as `wx1234567889999`
    pub appid: String,
    /// 批次号: such as `12312354`
    pub stock_id: String,
    /// 发券凭证: such as `2335465`
    pub out_request_no: String,
    /// 券code: such as `202007019999`
    pub coupon_code: Option<String>,
    /// 券类型: such as `NORMAL`
    pub coupon_type: Option<CouponType>,
    /// 会员卡ID: such as `pbLatjvWOibDc5-TBnbUk1pD12o0`
    pub member_card_id: Option<String>,
}

rules! {
    SendBusifavorProductCouponRequest {
        member("coupon_type", &[Listed(CouponType::TEXTS)]),
    }
}

/// The response of [`BusifavorCoupons::send_busifavor_product_coupon`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct SendBusifavorProductCouponResponse {
    /// 批次号: such as `1262260000000268`
    pub stock_id: Option<String>,
    /// 券code: such as `2312323`
    pub coupon_code: Option<String>,
    /// 发券凭证: such as `2335465`
    pub out_request_no: Option<String>,
}

/// The request of [`BusifavorCoupons::send_gov_card`].
///
/// `SendGovCardRequest::builder().appid(…).openid(…).out_request_no(…).send_time(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SendGovCardRequest {
    /// 消费卡归属appid
    pub appid: String,
    /// 用户openid
    pub openid: String,
    /// 商户单据号
    pub out_request_no: String,
    /// 请求发卡时间
    pub send_time: DateTime,
}

rules! { SendGovCardRequest {} }

/// The response of [`BusifavorCoupons::send_gov_card`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct SendGovCardResponse {
    /// 消费卡code: such as `198555211279`
    pub card_code: String,
}

/// The response of [`BusifavorCoupons::query_busifavor_coupon`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct BusifavorCoupon {
    /// 商家券批次名称: at most 24 characters
    pub stock_name: String,
    /// 批次归属商户号: 8..=15 characters
    pub belong_merchant: String,
    /// 批次备注: at most 20 characters
    pub comment: Option<String>,
    /// 适用商品范围: at most 15 characters
    pub goods_name: String,
    /// 批次类型: at most 32 characters
    pub stock_type: StockType,
    /// 核销规则
    pub coupon_use_rule: UserCouponUseRule,
    /// 自定义入口
    pub custom_entrance: Option<CustomEntrance>,
    /// 样式信息
    pub display_pattern_info: Option<DisplayPatternInfo>,
    /// 券code
    pub coupon_code: Option<String>,
    /// 券状态: such as `SENDED`
    pub coupon_state: Option<BusifavorCouponState>,
    /// 批次号
    pub stock_id: Option<String>,
    /// 是否允许转赠
    pub transferable: Option<bool>,
    /// 是否允许分享链接
    pub shareable: Option<bool>,
    /// 发券请求单号
    pub send_request_no: Option<String>,
    /// 核销请求单号
    pub use_request_no: Option<String>,
    /// 券可使用开始时间
    pub available_start_time: Option<DateTime>,
    /// 券过期时间
    pub expire_time: Option<DateTime>,
    /// 券领券时间
    pub receive_time: Option<DateTime>,
    /// 券核销时间
    pub use_time: Option<DateTime>,
    /// `associate_out_trade_no`
    pub associate_out_trade_no: Option<String>,
    /// 退券请求单据号
    pub return_request_no: Option<String>,
    /// `return_time`
    pub return_time: Option<DateTime>,
    /// 失效请求单据号
    pub deactivate_request_no: Option<String>,
    /// `deactivate_time`
    pub deactivate_time: Option<DateTime>,
    /// 失效原因
    pub deactivate_reason: Option<String>,
}

/// 核销规则
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct UserCouponUseRule {
    /// 券可核销时间
    pub coupon_available_time: Option<UserCouponAvailableTime>,
    /// 固定周期有效时间段
    pub available_week: Option<AvailableWeek>,
    /// 无规律的有效时间段
    pub irregulary_avaliable_time: Option<Vec<IrregularAvailableTime>>,
    /// 固定面额满减券使用规则
    pub fixed_normal_coupon: Option<FixedNormalCoupon>,
    /// 折扣券使用规则
    pub discount_coupon: Option<DiscountCoupon>,
    /// 换购券使用规则
    pub exchange_coupon: Option<ExchangeCoupon>,
    /// 核销方式
    pub use_method: UseMethod,
    /// 小程序appid
    pub mini_programs_appid: Option<String>,
    /// 小程序path
    pub mini_programs_path: Option<String>,
}

/// 券可核销时间
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(DateTime, into))
)]
#[non_exhaustive]
pub struct UserCouponAvailableTime {
    /// 开始时间
    pub available_begin_time: Option<DateTime>,
    /// 结束时间
    pub available_end_time: Option<DateTime>,
    /// 领取后N天内有效: in days, 1..=365
    pub available_day_after_receive: Option<i64>,
    /// 固定周期有效时间段
    pub available_week: Option<AvailableWeek>,
    /// 无规律的有效时间段
    pub irregulary_avaliable_time: Option<Vec<IrregularAvailableTime>>,
    /// 领取后N天开始生效: in days
    pub wait_days_after_receive: Option<i64>,
}

/// The query of [`BusifavorCoupons::list_busifavor_coupons`].
///
/// `ListBusifavorCouponsQuery::builder().build()`. For an `Option`, use setters such as
/// `maybe_stock_id`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ListBusifavorCouponsQuery {
    /// 批次号: such as `9865000`
    pub stock_id: Option<String>,
    /// 券状态: such as `SENDED`
    pub coupon_state: Option<CouponState>,
    /// 创建批次的商户号: such as `1000000001`
    pub creator_merchant: Option<String>,
    /// 批次归属商户号: such as `1000000002`
    pub belong_merchant: Option<String>,
    /// 批次发放商户号: such as `1000000003`
    pub sender_merchant: Option<String>,
    /// 分页页码: such as `0`
    pub offset: Option<i64>,
    /// 分页大小: such as `20`
    pub limit: Option<i64>,
}

/// The response of [`BusifavorCoupons::list_busifavor_coupons`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ListBusifavorCouponsResponse {
    /// 总数量
    pub total_count: i64,
    /// 分页页码
    pub offset: i64,
    /// 分页大小
    pub limit: i64,
    /// 结果集
    pub data: Option<Vec<ListedBusifavorCoupon>>,
}

/// 结果集
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct ListedBusifavorCoupon {
    /// 商家券批次名称: at most 24 characters
    pub stock_name: String,
    /// 批次归属商户号: 8..=15 characters
    pub belong_merchant: String,
    /// 批次备注: at most 20 characters
    pub comment: Option<String>,
    /// 适用商品范围: at most 15 characters
    pub goods_name: String,
    /// 批次类型: at most 32 characters
    pub stock_type: StockType,
    /// 核销规则
    pub coupon_use_rule: UserCouponUseRule,
    /// 自定义入口
    pub custom_entrance: Option<CustomEntrance>,
    /// 样式信息
    pub display_pattern_info: Option<DisplayPatternInfo>,
    /// 券code
    pub coupon_code: Option<String>,
    /// 券状态: such as `SENDED`
    pub coupon_state: Option<CouponState>,
    /// 批次号
    pub stock_id: Option<String>,
    /// 是否允许转赠
    pub transferable: Option<bool>,
    /// 是否允许分享链接
    pub shareable: Option<bool>,
    /// 发券请求单号
    pub send_request_no: Option<String>,
    /// 核销请求单号
    pub use_request_no: Option<String>,
    /// 券可使用开始时间
    pub available_start_time: Option<DateTime>,
    /// 券过期时间
    pub expire_time: Option<DateTime>,
    /// 券领券时间
    pub receive_time: Option<DateTime>,
    /// 券核销时间
    pub use_time: Option<DateTime>,
    /// `associate_out_trade_no`
    pub associate_out_trade_no: Option<String>,
    /// 退券请求单据号
    pub return_request_no: Option<String>,
    /// `return_time`
    pub return_time: Option<DateTime>,
    /// 失效请求单据号
    pub deactivate_request_no: Option<String>,
    /// `deactivate_time`
    pub deactivate_time: Option<DateTime>,
    /// 失效原因
    pub deactivate_reason: Option<String>,
}

/// The request of [`BusifavorCoupons::use_busifavor_coupon`].
///
/// `UseBusifavorCouponRequest::builder().coupon_code(…).appid(…).use_time(…).use_request_no(…).build()`.
/// For an `Option`, use setters such as `maybe_stock_id`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UseBusifavorCouponRequest {
    /// 券code: such as `sxxe34343434`
    pub coupon_code: String,
    /// 批次号: such as `100088`
    pub stock_id: Option<String>,
    /// 公众账号ID: such as `wx1234567889999`
    pub appid: String,
    /// 请求核销时间: such as `2015-05-20T13:29:35+08:00`
    pub use_time: DateTime,
    /// 核销请求单据号: such as `1002600620019090123143254435`
    pub use_request_no: String,
    /// 用户标识: such as `xsd3434454567676`
    pub openid: Option<String>,
    /// 商户订单号: such as `190000001`
    pub out_trade_no: Option<String>,
    /// 下单商户号: such as `190000001`
    pub mch_id: Option<String>,
    /// 微信支付订单号: such as `4200000001856498491`
    pub transaction_id: Option<String>,
}

rules! { UseBusifavorCouponRequest {} }

/// The response of [`BusifavorCoupons::use_busifavor_coupon`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct UseBusifavorCouponResponse {
    /// 批次号: such as `100088`
    pub stock_id: String,
    /// 用户标识: such as `dsadas34345454545`
    pub openid: String,
    /// 系统核销券成功的时间: such as `2015-05-20T13:29:35+08:00`
    pub wechatpay_use_time: DateTime,
}

/// The request of [`BusifavorCoupons::associate_trade_info`],
/// [`BusifavorCoupons::disassociate_trade_info`].
///
/// `TradeInfoRequest::builder().stock_id(…).coupon_code(…).out_trade_no(…).out_request_no(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct TradeInfoRequest {
    /// 批次号
    pub stock_id: String,
    /// 券code: 8..=15 characters
    pub coupon_code: String,
    /// 关联的商户订单号: at most 128 characters
    pub out_trade_no: String,
    /// 商户请求单号: at most 128 characters
    pub out_request_no: String,
}

rules! {
    TradeInfoRequest {
        member("coupon_code", &[MinLength(8), MaxLength(15)]),
        member("out_trade_no", &[MaxLength(128)]),
        member("out_request_no", &[MaxLength(128)]),
    }
}

/// The response of [`BusifavorCoupons::associate_trade_info`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(DateTime, into))
)]
#[non_exhaustive]
pub struct AssociateTradeInfoResponse {
    /// 关联成功时间
    pub wechatpay_associate_time: DateTime,
}

/// The response of [`BusifavorCoupons::disassociate_trade_info`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(DateTime, into))
)]
#[non_exhaustive]
pub struct DisassociateTradeInfoResponse {
    /// 取消关联成功时间: such as `2015-05-20T13:29:35+08:00`
    pub wechatpay_disassociate_time: DateTime,
}

/// The request of [`BusifavorCoupons::return_busifavor_coupon`].
///
/// `ReturnBusifavorCouponRequest::builder().coupon_code(…).stock_id(…).return_request_no(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ReturnBusifavorCouponRequest {
    /// 券code: such as `sxxe34343434`
    pub coupon_code: String,
    /// 批次号: such as `1234567891`
    pub stock_id: String,
    /// 退券请求单据号: such as `1002600620019090123143254436`
    pub return_request_no: String,
}

rules! { ReturnBusifavorCouponRequest {} }

/// The response of [`BusifavorCoupons::return_busifavor_coupon`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(DateTime, into))
)]
#[non_exhaustive]
pub struct ReturnBusifavorCouponResponse {
    /// 微信退券成功的时间: such as `2020-05-20T13:29:35+08:00`
    pub wechatpay_return_time: DateTime,
}

/// The request of [`BusifavorCoupons::deactivate_busifavor_coupon`].
///
/// `DeactivateBusifavorCouponRequest::builder().coupon_code(…).stock_id(…).deactivate_request_no(…).build()`.
/// For an `Option`, use setters such as `maybe_deactivate_reason`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct DeactivateBusifavorCouponRequest {
    /// 券code: such as `sxxe34343434`
    pub coupon_code: String,
    /// 批次号: such as `1234567891`
    pub stock_id: String,
    /// 失效请求单据号: such as `1002600620019090123143254436`
    pub deactivate_request_no: String,
    /// 失效原因: such as `此券使用时间设置错误`
    pub deactivate_reason: Option<String>,
}

rules! { DeactivateBusifavorCouponRequest {} }

/// The response of [`BusifavorCoupons::deactivate_busifavor_coupon`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(DateTime, into))
)]
#[non_exhaustive]
pub struct DeactivateBusifavorCouponResponse {
    /// 券成功失效的时间: such as `2020-05-20T13:29:35+08:00`
    pub wechatpay_deactivate_time: DateTime,
}

open_enum! {
    /// 券类型
    pub enum CouponType {
        Normal = "NORMAL",
        Member = "MEMBER",
    }
}

open_enum! {
    /// 券状态
    pub enum BusifavorCouponState {
        Sended = "SENDED",
        Used = "USED",
        Expired = "EXPIRED",
        Deleted = "DELETED",
        Deactivated = "DEACTIVATED",
        PendingRedeem = "PENDING_REDEEM",
        RedeemConfirming = "REDEEM_CONFIRMING",
        RedeemFailed = "REDEEM_FAILED",
        RedeemExpired = "REDEEM_EXPIRED",
    }
}
