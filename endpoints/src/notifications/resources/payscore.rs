//! 微信支付分与先享卡.

use wechatpay_client::{DateTime, Deserialize, Fen};

use super::GoodsDetail;
use crate::notifications::decode::one_of;
use crate::open_enum::open_enum;

one_of! {
    /// 支付分服务用户授权成功通知
    ///
    /// The resources of `PAYSCORE.USER_OPEN_SERVICE`.
    pub enum PayscoreUserOpenService {
        /// 直连商户
        Merchant(MerchantPayscorePermission) {
            abroad: false,
            needs: ["appid", "service_id"],
            knows: [
                "mchid", "appid", "openid", "service_id", "user_service_status",
                "openorclose_time", "authorization_code", "out_request_no"
            ],
        },
        /// 服务商
        Partner(PartnerPayscorePermission) {
            abroad: false,
            needs: ["sub_mchid", "appid", "service_id"],
            knows: [
                "mchid", "appid", "openid", "sub_appid", "sub_mchid", "channel_id", "service_id",
                "sub_openid", "user_service_status", "openorclose_time", "authorization_code",
                "out_request_no"
            ],
        },
        /// 校园轻松付
        EduSchoolPay(EduSchoolPayContract) {
            abroad: false,
            needs: [
                "mchid", "contract_id", "appid", "openid", "plan_id", "contract_status",
                "create_time", "out_contract_code"
            ],
            knows: [
                "contract_id", "mchid", "appid", "openid", "plan_id", "contract_status",
                "create_time", "out_contract_code"
            ],
        },
    }
}

one_of! {
    /// 支付分服务用户解除授权成功通知
    ///
    /// The resources of `PAYSCORE.USER_CLOSE_SERVICE`.
    pub enum PayscoreUserCloseService {
        /// 直连商户
        Merchant(MerchantTerminatedPayscorePermission) {
            abroad: false,
            needs: ["mchid", "appid", "service_id"],
            knows: [
                "appid", "mchid", "service_id", "openid", "user_service_status",
                "openorclose_time", "authorization_code", "out_request_no"
            ],
        },
        /// 服务商
        Partner(PartnerTerminatedPayscorePermission) {
            abroad: false,
            needs: ["mchid", "sub_mchid", "appid", "service_id"],
            knows: [
                "appid", "mchid", "sub_appid", "sub_mchid", "channel_id", "service_id", "openid",
                "sub_openid", "user_service_status", "openorclose_time", "authorization_code",
                "out_request_no"
            ],
        },
    }
}

one_of! {
    /// 支付分服务确认订单通知
    ///
    /// The resources of `PAYSCORE.USER_ACCEPTED`.
    pub enum PayscoreUserAccepted {
        /// 直连商户或服务商
        Payscore(AcceptedPayscorePermission) {
            abroad: false,
            needs: [],
            knows: [
                "mchid", "appid", "openid", "service_id", "user_service_status",
                "openorclose_time", "authorization_code", "out_request_no", "sub_appid",
                "sub_mchid", "channel_id", "sub_openid"
            ],
        },
        /// 校园轻松付
        EduSchoolPay(EduSchoolPayContract) {
            abroad: false,
            needs: [
                "mchid", "contract_id", "appid", "openid", "plan_id", "contract_status",
                "create_time", "out_contract_code"
            ],
            knows: [
                "contract_id", "mchid", "appid", "openid", "plan_id", "contract_status",
                "create_time", "out_contract_code"
            ],
        },
    }
}

one_of! {
    /// 支付分服务用户确认成功通知
    ///
    /// The resources of `PAYSCORE.USER_CONFIRM`.
    pub enum PayscoreUserConfirm {
        /// 直连商户
        Merchant(MerchantConfirmedServiceOrder) {
            abroad: false,
            needs: [
                "mchid", "service_id", "appid", "out_order_no", "state", "state_description",
                "service_introduction"
            ],
            knows: [
                "service_id", "appid", "mchid", "out_order_no", "openid", "state",
                "state_description", "service_introduction", "total_amount", "post_payments",
                "post_discounts", "risk_fund", "time_range", "location", "attach", "order_id",
                "need_collection", "out_trade_no", "collection"
            ],
        },
        /// 服务商
        Partner(PartnerConfirmedServiceOrder) {
            abroad: false,
            needs: [
                "mchid", "sub_mchid", "service_id", "appid", "out_order_no", "state",
                "state_description", "service_introduction"
            ],
            knows: [
                "service_id", "appid", "mchid", "sub_appid", "sub_mchid", "channel_id",
                "out_order_no", "openid", "sub_openid", "state", "state_description",
                "service_introduction", "total_amount", "post_payments", "post_discounts",
                "risk_fund", "time_range", "location", "attach", "order_id", "need_collection",
                "out_trade_no", "collection"
            ],
        },
    }
}

one_of! {
    /// 支付分服务用户支付成功通知
    ///
    /// The resources of `PAYSCORE.USER_PAID`.
    pub enum PayscoreUserPaid {
        /// 直连商户
        Merchant(MerchantPaidServiceOrder) {
            abroad: false,
            needs: [
                "mchid", "service_id", "appid", "out_order_no", "state", "service_introduction"
            ],
            knows: [
                "service_id", "appid", "mchid", "out_order_no", "out_trade_no", "openid", "state",
                "service_introduction", "total_amount", "post_payments", "post_discounts",
                "risk_fund", "time_range", "location", "attach", "order_id", "need_collection",
                "collection", "state_description"
            ],
        },
        /// 服务商
        Partner(PartnerPaidServiceOrder) {
            abroad: false,
            needs: [
                "mchid", "sub_mchid", "service_id", "appid", "out_order_no", "state",
                "service_introduction"
            ],
            knows: [
                "service_id", "appid", "mchid", "sub_appid", "sub_mchid", "channel_id",
                "out_order_no", "out_trade_no", "openid", "sub_openid", "state",
                "service_introduction", "total_amount", "post_payments", "post_discounts",
                "risk_fund", "time_range", "location", "attach", "order_id", "need_collection",
                "collection", "state_description"
            ],
        },
    }
}

one_of! {
    /// 签约成功回调通知
    ///
    /// The resources of `PAYSCORE.USER_SIGN_PLAN`.
    pub enum PayscoreUserSignPlan {
        /// 直连商户
        Merchant(MerchantUserSignPlan) {
            abroad: false,
            needs: [
                "mchid", "sign_plan_id", "service_id", "appid", "merchant_sign_plan_no", "plan_id",
                "going_detail_no", "sign_state", "plan_name", "plan_over_time",
                "total_origin_price", "deduction_quantity", "total_actual_price", "sign_time"
            ],
            knows: [
                "sign_plan_id", "openid", "service_id", "mchid", "appid", "merchant_sign_plan_no",
                "merchant_callback_url", "plan_id", "going_detail_no", "sign_state",
                "cancel_sign_time", "cancel_sign_type", "cancel_reason", "plan_name",
                "plan_over_time", "total_origin_price", "deduction_quantity", "total_actual_price",
                "signed_detail_list", "sign_time"
            ],
        },
        /// 服务商
        Partner(PartnerUserSignPlan) {
            abroad: false,
            needs: [
                "mchid", "sub_mchid", "sign_plan_id", "service_id", "appid",
                "merchant_sign_plan_no", "plan_id", "going_detail_no", "sign_state", "plan_name",
                "plan_over_time", "total_origin_price", "deduction_quantity", "total_actual_price",
                "sign_time"
            ],
            knows: [
                "sign_plan_id", "openid", "sub_openid", "service_id", "mchid", "sub_mchid",
                "appid", "sub_appid", "merchant_sign_plan_no", "merchant_callback_url", "plan_id",
                "going_detail_no", "sign_state", "cancel_sign_time", "cancel_sign_type",
                "cancel_reason", "plan_name", "plan_over_time", "total_origin_price",
                "deduction_quantity", "total_actual_price", "signed_detail_list", "sign_time"
            ],
        },
    }
}

one_of! {
    /// 取消签约回调通知
    ///
    /// The resources of `PAYSCORE.USER_CANCEL_SIGN_PLAN`.
    pub enum PayscoreUserCancelSignPlan {
        /// 直连商户
        Merchant(MerchantUserSignPlan) {
            abroad: false,
            needs: [
                "mchid", "sign_plan_id", "service_id", "appid", "merchant_sign_plan_no",
                "merchant_callback_url", "plan_id", "going_detail_no", "sign_state",
                "cancel_sign_time", "plan_name", "plan_over_time", "total_origin_price",
                "deduction_quantity", "total_actual_price", "signed_detail_list", "sign_time"
            ],
            knows: [
                "sign_plan_id", "openid", "service_id", "mchid", "appid", "merchant_sign_plan_no",
                "merchant_callback_url", "plan_id", "going_detail_no", "sign_state",
                "cancel_sign_time", "cancel_sign_type", "cancel_reason", "plan_name",
                "plan_over_time", "total_origin_price", "deduction_quantity", "total_actual_price",
                "signed_detail_list", "sign_time"
            ],
        },
        /// 服务商
        Partner(PartnerCancelledUserSignPlan) {
            abroad: false,
            needs: [
                "mchid", "sub_mchid", "sign_plan_id", "service_id", "appid",
                "merchant_sign_plan_no", "merchant_callback_url", "plan_id", "going_detail_no",
                "sign_state", "cancel_sign_time", "plan_name", "plan_over_time",
                "total_origin_price", "deduction_quantity", "total_actual_price",
                "signed_detail_list", "sign_time"
            ],
            knows: [
                "sign_plan_id", "openid", "sub_openid", "service_id", "mchid", "sub_mchid",
                "appid", "sub_appid", "merchant_sign_plan_no", "merchant_callback_url", "plan_id",
                "going_detail_no", "sign_state", "cancel_sign_time", "cancel_sign_type",
                "cancel_reason", "plan_name", "plan_over_time", "total_origin_price",
                "deduction_quantity", "total_actual_price", "signed_detail_list", "sign_time"
            ],
        },
    }
}

/// The resource of `PAYSCORE.USER_OPEN_SERVICE`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct MerchantPayscorePermission {
    /// 商户号
    pub mchid: Option<String>,
    /// 公众账号ID
    pub appid: Option<String>,
    /// 用户标识
    pub openid: Option<String>,
    /// 服务ID
    pub service_id: String,
    /// 回调状态
    pub user_service_status: Option<String>,
    /// 服务开启/解除授权时间
    pub openorclose_time: Option<String>,
    /// 授权协议号
    pub authorization_code: Option<String>,
    /// `out_request_no`
    pub out_request_no: Option<String>,
}

/// The resource of `PAYSCORE.USER_OPEN_SERVICE`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PartnerPayscorePermission {
    /// 商户号
    pub mchid: Option<String>,
    /// 公众账号ID
    pub appid: Option<String>,
    /// 用户标识
    pub openid: Option<String>,
    /// 子商户应用ID
    pub sub_appid: Option<String>,
    /// 子商户的商户号
    pub sub_mchid: Option<String>,
    /// `channel_id`
    pub channel_id: Option<String>,
    /// 服务ID
    pub service_id: String,
    /// 子商户公众号下OpenID
    pub sub_openid: Option<String>,
    /// 回调状态
    pub user_service_status: Option<String>,
    /// 服务开启/解除授权时间
    pub openorclose_time: Option<String>,
    /// 授权协议号
    pub authorization_code: Option<String>,
    /// `out_request_no`
    pub out_request_no: Option<String>,
}

/// The resource of `PAYSCORE.USER_OPEN_SERVICE`, `PAYSCORE.USER_ACCEPTED`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct EduSchoolPayContract {
    /// 签约协议号: such as `2045011120563805041758214605`
    pub contract_id: String,
    /// 商户号: such as `1230000109`
    pub mchid: String,
    /// 商户appid: such as `wx8888888888888888`
    pub appid: String,
    /// 商户appid下的用户标识: such as `oUpF8uMuAJOM2pxb1Q`
    pub openid: String,
    /// 签约模板号: such as `101164396123311331`
    pub plan_id: String,
    /// 签约状态: such as `ADD`
    pub contract_status: String,
    /// 签约时间: such as `2017-08-26T09:43:39+08:00`
    pub create_time: DateTime,
    /// 外部签约号: such as `20190806125346`
    pub out_contract_code: String,
}

/// The resource of `PAYSCORE.USER_CLOSE_SERVICE`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct MerchantTerminatedPayscorePermission {
    /// 公众账号ID
    pub appid: Option<String>,
    /// 商户号
    pub mchid: Option<String>,
    /// 服务ID
    pub service_id: Option<String>,
    /// 用户标识
    pub openid: Option<String>,
    /// 回调状态
    pub user_service_status: Option<String>,
    /// 服务开启/解除授权时间
    pub openorclose_time: Option<String>,
    /// 授权协议号
    pub authorization_code: Option<String>,
    /// `out_request_no`
    pub out_request_no: Option<String>,
}

/// The resource of `PAYSCORE.USER_CLOSE_SERVICE`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PartnerTerminatedPayscorePermission {
    /// 公众账号ID
    pub appid: Option<String>,
    /// 商户号
    pub mchid: Option<String>,
    /// 子商户应用ID
    pub sub_appid: Option<String>,
    /// 子商户的商户号
    pub sub_mchid: Option<String>,
    /// `channel_id`
    pub channel_id: Option<String>,
    /// 服务ID
    pub service_id: Option<String>,
    /// 用户标识
    pub openid: Option<String>,
    /// 子商户公众号下OpenID
    pub sub_openid: Option<String>,
    /// 回调状态
    pub user_service_status: Option<String>,
    /// 服务开启/解除授权时间
    pub openorclose_time: Option<String>,
    /// 授权协议号
    pub authorization_code: Option<String>,
    /// `out_request_no`
    pub out_request_no: Option<String>,
}

/// The resource of `PAYSCORE.USER_ACCEPTED`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct AcceptedPayscorePermission {
    /// 商户号
    pub mchid: Option<String>,
    /// 公众账号ID
    pub appid: Option<String>,
    /// 用户标识
    pub openid: Option<String>,
    /// 服务ID
    pub service_id: Option<String>,
    /// 回调状态
    pub user_service_status: Option<String>,
    /// 服务开启/解除授权时间
    pub openorclose_time: Option<String>,
    /// 授权协议号
    pub authorization_code: Option<String>,
    /// `out_request_no`
    pub out_request_no: Option<String>,
    /// 子商户应用ID
    pub sub_appid: Option<String>,
    /// 子商户的商户号
    pub sub_mchid: Option<String>,
    /// `channel_id`
    pub channel_id: Option<String>,
    /// 子商户公众号下OpenID
    pub sub_openid: Option<String>,
}

/// The resource of `PAYSCORE.USER_CONFIRM`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct MerchantConfirmedServiceOrder {
    /// 调用授权服务接口提交的服务ID
    pub service_id: Option<String>,
    /// 调用授权服务接口提交的应用ID
    pub appid: Option<String>,
    /// 调用授权服务接口提交的商户号
    pub mchid: Option<String>,
    /// 商户服务订单号
    pub out_order_no: Option<String>,
    /// `openid`
    pub openid: Option<String>,
    /// 服务订单状态
    pub state: Option<String>,
    /// 订单状态说明
    pub state_description: Option<String>,
    /// 服务信息
    pub service_introduction: Option<String>,
    /// 总金额
    pub total_amount: Option<Fen>,
    /// 后付费项目
    pub post_payments: Option<Vec<PostPayment>>,
    /// 商户优惠
    pub post_discounts: Option<Vec<PostDiscount>>,
    /// 服务风险金
    pub risk_fund: Option<RiskFund>,
    /// 服务时间段
    pub time_range: Option<ServiceOrderTimeRange>,
    /// 服务位置
    pub location: Option<Location>,
    /// 商户数据包
    pub attach: Option<String>,
    /// 微信服务单号
    pub order_id: Option<String>,
    /// 是否需要收款
    pub need_collection: Option<bool>,
    /// 商户系统内部扣款单号
    pub out_trade_no: Option<String>,
    /// 收款信息
    pub collection: Option<Collection>,
}

/// 后付费项目
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PostPayment {
    /// 付费名称
    pub name: Option<String>,
    /// 付费金额
    pub amount: Option<Fen>,
    /// 付费说明
    pub description: Option<String>,
    /// 付费数量
    pub count: Option<i64>,
}

/// 商户优惠
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PostDiscount {
    /// 优惠名称
    pub name: Option<String>,
    /// 优惠说明
    pub description: Option<String>,
    /// 优惠金额
    pub amount: Option<Fen>,
}

/// 服务风险金
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct RiskFund {
    /// 风险名称
    pub name: Option<String>,
    /// 风险金额
    pub amount: Option<Fen>,
    /// 风险说明
    pub description: Option<String>,
}

/// 服务时间段
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ServiceOrderTimeRange {
    /// 服务开始时间
    pub start_time: Option<String>,
    /// 服务开始时间备注
    pub start_time_remark: Option<String>,
    /// 服务结束时间
    pub end_time: Option<String>,
    /// 服务结束时间备注
    pub end_time_remark: Option<String>,
}

/// 服务位置
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct Location {
    /// 服务开始地点
    pub start_location: Option<String>,
    /// 服务结束地点
    pub end_location: Option<String>,
}

/// 收款信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct Collection {
    /// 收款状态
    pub state: Option<String>,
    /// 总收款金额
    pub total_amount: Option<Fen>,
    /// 待收金额
    pub paying_amount: Option<Fen>,
    /// 已收金额
    pub paid_amount: Option<Fen>,
    /// 收款明细列表
    pub details: Option<Vec<CollectionDetail>>,
}

/// 收款明细列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CollectionDetail {
    /// 收款序号
    pub seq: Option<i64>,
    /// 单笔收款金额
    pub amount: Option<Fen>,
    /// 收款成功渠道
    pub paid_type: Option<String>,
    /// 收款成功时间
    pub paid_time: Option<String>,
    /// 微信支付交易单号
    pub transaction_id: Option<String>,
    /// 优惠功能
    pub promotion_detail: Option<Vec<CollectionPromotionDetail>>,
}

/// 优惠功能
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CollectionPromotionDetail {
    /// 券ID
    pub coupon_id: Option<String>,
    /// 优惠名称
    pub name: Option<String>,
    /// 优惠范围
    pub scope: Option<String>,
    /// 优惠类型
    pub r#type: Option<String>,
    /// 优惠券面额
    pub amount: Option<Fen>,
    /// 活动ID
    pub stock_id: Option<String>,
    /// 微信出资
    pub wechatpay_contribute: Option<Fen>,
    /// 商户出资
    pub merchant_contribute: Option<Fen>,
    /// 其他出资
    pub other_contribute: Option<Fen>,
    /// 优惠币种
    pub currency: Option<String>,
    /// 单品列表
    pub goods_detail: Option<Vec<GoodsDetail>>,
}

/// The resource of `PAYSCORE.USER_CONFIRM`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PartnerConfirmedServiceOrder {
    /// 调用授权服务接口提交的服务ID
    pub service_id: Option<String>,
    /// 调用授权服务接口提交的应用ID
    pub appid: Option<String>,
    /// 调用授权服务接口提交的商户号
    pub mchid: Option<String>,
    /// 子商户应用ID
    pub sub_appid: Option<String>,
    /// 子商户商户号
    pub sub_mchid: Option<String>,
    /// 调用创单接口时传入的渠道商商户号
    pub channel_id: Option<String>,
    /// 商户服务订单号
    pub out_order_no: Option<String>,
    /// `openid`
    pub openid: Option<String>,
    /// 子商户公众号下的用户标识
    pub sub_openid: Option<String>,
    /// 服务订单状态
    pub state: Option<String>,
    /// 订单状态说明
    pub state_description: Option<String>,
    /// 服务信息
    pub service_introduction: Option<String>,
    /// 总金额
    pub total_amount: Option<Fen>,
    /// 后付费项目
    pub post_payments: Option<Vec<PostPayment>>,
    /// 商户优惠
    pub post_discounts: Option<Vec<PostDiscount>>,
    /// 服务风险金
    pub risk_fund: Option<RiskFund>,
    /// 服务时间段
    pub time_range: Option<ServiceOrderTimeRange>,
    /// 服务位置
    pub location: Option<Location>,
    /// 商户数据包
    pub attach: Option<String>,
    /// 微信服务单号
    pub order_id: Option<String>,
    /// 是否需要收款
    pub need_collection: Option<bool>,
    /// 商户系统内部扣款单号
    pub out_trade_no: Option<String>,
    /// 收款信息
    pub collection: Option<Collection>,
}

/// The resource of `PAYSCORE.USER_PAID`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct MerchantPaidServiceOrder {
    /// 调用授权服务接口提交的服务ID
    pub service_id: Option<String>,
    /// 调用授权服务接口提交的应用ID
    pub appid: Option<String>,
    /// 调用授权服务接口提交的商户号
    pub mchid: Option<String>,
    /// 商户服务订单号
    pub out_order_no: Option<String>,
    /// 商户系统内部扣款单号
    pub out_trade_no: Option<String>,
    /// `openid`
    pub openid: Option<String>,
    /// 服务订单状态
    pub state: Option<String>,
    /// 服务信息
    pub service_introduction: Option<String>,
    /// 商户收款总金额
    pub total_amount: Option<Fen>,
    /// 后付费项目
    pub post_payments: Option<Vec<PostPayment>>,
    /// 商户优惠
    pub post_discounts: Option<Vec<PostDiscount>>,
    /// 订单风险金
    pub risk_fund: Option<PaidRiskFund>,
    /// 服务时间段
    pub time_range: Option<ServiceOrderTimeRange>,
    /// 服务位置
    pub location: Option<Location>,
    /// 商户数据包
    pub attach: Option<String>,
    /// 微信支付服务订单号
    pub order_id: Option<String>,
    /// 是否需要收款
    pub need_collection: Option<bool>,
    /// 收款信息
    pub collection: Option<Collection>,
    /// 订单状态说明
    pub state_description: Option<String>,
}

/// 订单风险金
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PaidRiskFund {
    /// 风险金额
    pub amount: Option<Fen>,
    /// 风险说明
    pub description: Option<String>,
}

/// The resource of `PAYSCORE.USER_PAID`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PartnerPaidServiceOrder {
    /// 调用授权服务接口提交的服务ID
    pub service_id: Option<String>,
    /// 调用授权服务接口提交的应用ID
    pub appid: Option<String>,
    /// 调用授权服务接口提交的商户号
    pub mchid: Option<String>,
    /// 子商户应用ID
    pub sub_appid: Option<String>,
    /// 子商户商户号
    pub sub_mchid: Option<String>,
    /// 调用创单接口时传入的渠道商商户号
    pub channel_id: Option<String>,
    /// 商户服务订单号
    pub out_order_no: Option<String>,
    /// 商户系统内部扣款单号
    pub out_trade_no: Option<String>,
    /// `openid`
    pub openid: Option<String>,
    /// 子商户公众号下的用户标识
    pub sub_openid: Option<String>,
    /// 服务订单状态
    pub state: Option<String>,
    /// 服务信息
    pub service_introduction: Option<String>,
    /// 商户收款总金额
    pub total_amount: Option<Fen>,
    /// 后付费项目
    pub post_payments: Option<Vec<PostPayment>>,
    /// 商户优惠
    pub post_discounts: Option<Vec<PostDiscount>>,
    /// 订单风险金
    pub risk_fund: Option<PaidRiskFund>,
    /// 服务时间段
    pub time_range: Option<ServiceOrderTimeRange>,
    /// 服务位置
    pub location: Option<Location>,
    /// 商户数据包
    pub attach: Option<String>,
    /// 微信支付服务订单号
    pub order_id: Option<String>,
    /// 是否需要收款
    pub need_collection: Option<bool>,
    /// 收款信息
    pub collection: Option<Collection>,
    /// 订单状态说明
    pub state_description: Option<String>,
}

/// The resource of `PAYSCORE.USER_SIGN_PLAN`, `PAYSCORE.USER_CANCEL_SIGN_PLAN`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct MerchantUserSignPlan {
    /// 签约计划的主键
    pub sign_plan_id: Option<String>,
    /// `openid`
    pub openid: Option<String>,
    /// 计划所属服务
    pub service_id: Option<String>,
    /// 服务商商户号
    pub mchid: Option<String>,
    /// 服务商AppID
    pub appid: Option<String>,
    /// 商户系统内部签约计划单号
    pub merchant_sign_plan_no: Option<String>,
    /// 签约事件通知回调地址
    pub merchant_callback_url: Option<String>,
    /// 签约所属计划ID
    pub plan_id: Option<String>,
    /// 目前用户进行到的计划详情序号
    pub going_detail_no: Option<i64>,
    /// 计划签约状态
    pub sign_state: Option<SignState>,
    /// 取消计划时间
    pub cancel_sign_time: Option<DateTime>,
    /// 签约计划取消类型
    pub cancel_sign_type: Option<CancelSignType>,
    /// 签约计划取消原因
    pub cancel_reason: Option<String>,
    /// 签约计划的名称
    pub plan_name: Option<String>,
    /// 签约计划过期时间
    pub plan_over_time: Option<DateTime>,
    /// 签约计划原总金额
    pub total_origin_price: Option<Fen>,
    /// 签约计划扣费次数
    pub deduction_quantity: Option<i64>,
    /// 签约计划实际总金额
    pub total_actual_price: Option<Fen>,
    /// 签约计划明细列表
    pub signed_detail_list: Option<Vec<SignedPlanDetail>>,
    /// 签约时间
    pub sign_time: Option<DateTime>,
}

/// 签约计划明细列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct SignedPlanDetail {
    /// 计划明细序号
    pub plan_detail_no: Option<i64>,
    /// 计划明细原支付金额
    pub original_price: Option<Fen>,
    /// 计划明细优惠说明
    pub plan_discount_description: Option<String>,
    /// 计划明细实际支付金额
    pub actual_price: Option<Fen>,
    /// 计划明细状态
    pub plan_detail_state: Option<PlanDetailState>,
    /// 计划明细对应的支付分服务单号
    pub order_id: Option<String>,
    /// 商户侧计划明细使用订单号
    pub merchant_plan_detail_no: Option<String>,
    /// 计划详情名称
    pub plan_detail_name: Option<String>,
    /// 计划明细对应订单实际支付金额
    pub actual_pay_price: Option<Fen>,
    /// 详情使用时间
    pub use_time: Option<DateTime>,
    /// 详情对应订单实际完成支付时间
    pub complete_time: Option<DateTime>,
    /// 详情对应订单取消时间
    pub cancel_time: Option<DateTime>,
}

/// The resource of `PAYSCORE.USER_SIGN_PLAN`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct PartnerUserSignPlan {
    /// 签约计划的主键
    pub sign_plan_id: Option<String>,
    /// `openid`
    pub openid: Option<String>,
    /// `sub_openid`
    pub sub_openid: Option<String>,
    /// 计划所属服务
    pub service_id: Option<String>,
    /// 服务商商户号
    pub mchid: Option<String>,
    /// 子商户商户号
    pub sub_mchid: Option<String>,
    /// 服务商AppID
    pub appid: Option<String>,
    /// 子商户AppID
    pub sub_appid: Option<String>,
    /// 商户系统内部签约计划单号
    pub merchant_sign_plan_no: Option<String>,
    /// 签约事件通知回调地址
    pub merchant_callback_url: Option<String>,
    /// 签约所属计划ID
    pub plan_id: Option<String>,
    /// 目前用户进行到的计划详情序号
    pub going_detail_no: Option<i64>,
    /// 计划签约状态
    pub sign_state: Option<SignState>,
    /// 取消计划时间
    pub cancel_sign_time: Option<DateTime>,
    /// 签约计划取消类型
    pub cancel_sign_type: Option<CancelSignType>,
    /// 签约计划取消原因
    pub cancel_reason: Option<String>,
    /// 签约计划的名称
    pub plan_name: Option<String>,
    /// 签约计划过期时间
    pub plan_over_time: Option<DateTime>,
    /// 签约计划原总金额
    pub total_origin_price: Option<Fen>,
    /// 签约计划扣费次数
    pub deduction_quantity: Option<i64>,
    /// 签约计划实际总金额
    pub total_actual_price: Option<Fen>,
    /// 签约计划明细列表
    pub signed_detail_list: Option<Vec<SignedPlanDetail>>,
    /// 签约时间
    pub sign_time: Option<DateTime>,
}

/// The resource of `PAYSCORE.USER_CANCEL_SIGN_PLAN`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct PartnerCancelledUserSignPlan {
    /// 签约计划的主键
    pub sign_plan_id: Option<String>,
    /// `openid`
    pub openid: Option<String>,
    /// `sub_openid`
    pub sub_openid: Option<String>,
    /// 计划所属服务
    pub service_id: Option<String>,
    /// 服务商商户号
    pub mchid: Option<String>,
    /// 子商户商户号
    pub sub_mchid: String,
    /// 服务商AppID
    pub appid: Option<String>,
    /// 子商户AppID
    pub sub_appid: Option<String>,
    /// 商户系统内部签约计划单号
    pub merchant_sign_plan_no: Option<String>,
    /// 签约事件通知回调地址
    pub merchant_callback_url: Option<String>,
    /// 签约所属计划ID
    pub plan_id: Option<String>,
    /// 目前用户进行到的计划详情序号
    pub going_detail_no: Option<i64>,
    /// 计划签约状态
    pub sign_state: Option<SignState>,
    /// 取消计划时间
    pub cancel_sign_time: Option<DateTime>,
    /// 签约计划取消类型
    pub cancel_sign_type: Option<CancelSignType>,
    /// 签约计划取消原因
    pub cancel_reason: Option<String>,
    /// 签约计划的名称
    pub plan_name: Option<String>,
    /// 签约计划过期时间
    pub plan_over_time: Option<DateTime>,
    /// 签约计划原总金额
    pub total_origin_price: Option<Fen>,
    /// 签约计划扣费次数
    pub deduction_quantity: Option<i64>,
    /// 签约计划实际总金额
    pub total_actual_price: Option<Fen>,
    /// 签约计划明细列表
    pub signed_detail_list: Option<Vec<SignedPlanDetail>>,
    /// 签约时间
    pub sign_time: Option<DateTime>,
}

/// The resource of `PAYSCORE.MCH_PREPAY`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PayscorePrepayOrder {
    /// 调用创单接口时提交的服务ID
    pub service_id: Option<String>,
    /// 调用创单接口时提交的应用ID
    pub appid: Option<String>,
    /// 调用创单接口时提交的商户号
    pub mchid: Option<String>,
    /// `sub_appid`
    pub sub_appid: Option<String>,
    /// 调用创单接口时传入的子商户商户号
    pub sub_mchid: Option<String>,
    /// 调用创单接口时传入的渠道商商户号
    pub channel_id: Option<String>,
    /// `out_order_no`
    pub out_order_no: Option<String>,
    /// `openid`
    pub openid: Option<String>,
    /// `sub_openid`
    pub sub_openid: Option<String>,
    /// 总金额
    pub total_amount: Option<Fen>,
    /// 预下单请求部分输入参数
    pub prepay_req_body: Option<PrepayRequestBody>,
    /// `prepay_req_header_base64`
    pub prepay_req_header_base64: Option<String>,
    /// `prepay_req_body_base64`
    pub prepay_req_body_base64: Option<String>,
    /// 从业机构请求预下单接口时收到响应的HttpCode
    pub prepay_resp_http_code: Option<i64>,
    /// `prepay_resp_header_base64`
    pub prepay_resp_header_base64: Option<String>,
    /// `prepay_resp_body_base64`
    pub prepay_resp_body_base64: Option<String>,
}

/// 预下单请求部分输入参数
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct PrepayRequestBody {
    /// 终端设备号
    pub device_info: Option<String>,
    /// 随机字符串
    pub nonce_str: Option<String>,
    /// 商品描述
    pub body: Option<String>,
    /// 附加数据
    pub attach: Option<String>,
    /// `fee_type`
    pub fee_type: Option<String>,
    /// 订单生成时间
    pub time_start: Option<DateTime>,
    /// 订单失效时间
    pub time_expire: Option<DateTime>,
    /// 商品标记
    pub goods_tag: Option<String>,
    /// `notify_url`
    pub notify_url: Option<String>,
    /// 交易类型
    pub trade_type: Option<String>,
    /// 指定支付方式
    pub limit_pay: Option<String>,
    /// 电子发票入口开放标识
    pub need_receipt: Option<bool>,
}

/// The resource of `PAYSCORE.BIND_SERVICE_ACCOUNT`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ServiceAccountBinding {
    /// 服务ID
    pub service_id: Option<String>,
    /// 公众账号ID
    pub appid: Option<String>,
    /// 商户号
    pub mchid: Option<String>,
    /// 子商户公众号ID
    pub sub_appid: Option<String>,
    /// 子商户商户号
    pub sub_mchid: Option<String>,
    /// 商户申请绑定单号
    pub out_apply_no: Option<String>,
    /// 受理状态
    pub apply_state: Option<String>,
    /// 拒绝原因
    pub reject_reason: Option<String>,
}

/// The resource of `DISCOUNT_CARD.GET_CARD`, `DISCOUNT_CARD.USER_ACCEPTED`,
/// `DISCOUNT_CARD.AGREEMENT_ENDED`, `DISCOUNT_CARD.SETTLEMENT`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct DiscountCard {
    /// 公众账号ID
    pub appid: Option<String>,
    /// `openid`
    pub openid: Option<String>,
    /// 先享卡ID
    pub card_id: Option<String>,
    /// `card_template_id`
    pub card_template_id: Option<String>,
    /// `create_time`
    pub create_time: Option<DateTime>,
    /// `mchid`
    pub mchid: Option<String>,
    /// `objectives`
    pub objectives: Option<Vec<DiscountCardObjective>>,
    /// `out_card_code`
    pub out_card_code: Option<String>,
    /// `rewards`
    pub rewards: Option<Vec<DiscountCardReward>>,
    /// `state`
    pub state: Option<String>,
    /// `time_range`
    pub time_range: Option<DiscountCardTimeRange>,
    /// `total_amount`
    pub total_amount: Option<String>,
    /// `unfinished_reason`
    pub unfinished_reason: Option<String>,
}

/// The `objectives` of `DISCOUNT_CARD.GET_CARD`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct DiscountCardObjective {
    /// `objective_id`
    pub objective_id: Option<String>,
}

/// The `rewards` of `DISCOUNT_CARD.GET_CARD`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct DiscountCardReward {
    /// `reward_id`
    pub reward_id: Option<String>,
}

/// The `time_range` of `DISCOUNT_CARD.GET_CARD`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct DiscountCardTimeRange {
    /// `begin_time`
    pub begin_time: Option<DateTime>,
    /// `end_time`
    pub end_time: Option<String>,
}

/// The resource of `DISCOUNT_CARD.USER_PAID`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct DiscountCardPayment {
    /// 公众账号ID
    pub appid: Option<String>,
    /// `openid`
    pub openid: Option<String>,
    /// 先享卡ID
    pub card_id: Option<String>,
    /// `card_template_id`
    pub card_template_id: Option<String>,
    /// `out_card_code`
    pub out_card_code: Option<String>,
    /// `mchid`
    pub mchid: Option<String>,
    /// `state`
    pub state: Option<String>,
    /// `unfinished_reason`
    pub unfinished_reason: Option<String>,
    /// `total_amount`
    pub total_amount: Option<String>,
    /// `pay_information`
    pub pay_information: Option<DiscountCardPayInformation>,
}

/// The `pay_information` of `DISCOUNT_CARD.USER_PAID`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct DiscountCardPayInformation {
    /// `transaction_id`
    pub transaction_id: Option<String>,
    /// `pay_state`
    pub pay_state: Option<String>,
    /// `pay_amount`
    pub pay_amount: Option<String>,
    /// `pay_time`
    pub pay_time: Option<DateTime>,
}

open_enum! {
    /// 计划签约状态
    pub enum SignState {
        Unsigned = "UNSIGNED",
    }
}

open_enum! {
    /// 签约计划取消类型
    pub enum CancelSignType {
        NotCancel = "NOT_CANCEL",
        User = "USER",
        Merchant = "MERCHANT",
        RevokeService = "REVOKE_SERVICE",
    }
}

open_enum! {
    /// 计划明细状态
    pub enum PlanDetailState {
        NotUsed = "NOT_USED",
        Using = "USING",
        Used = "USED",
        SignPlanDetailCancel = "SIGN_PLAN_DETAIL_CANCEL",
    }
}
