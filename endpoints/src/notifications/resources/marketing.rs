//! 优惠券与商圈.

use wechatpay_client::{DateTime, Deserialize, Fen};

use crate::open_enum::open_enum;

/// The resource of `COUPON.USE`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct UsedFavorCoupon {
    /// 批次创建方商户号
    pub stock_creator_mchid: Option<String>,
    /// `stock_id`
    pub stock_id: Option<String>,
    /// `coupon_id`
    pub coupon_id: Option<String>,
    /// 单品优惠特定信息
    pub singleitem_discount_off: Option<SingleitemDiscountOff>,
    /// 减至优惠限定字段
    pub discount_to: Option<DiscountTo>,
    /// 券或消费金名称
    pub coupon_name: Option<String>,
    /// 券或消费金状态
    pub status: Option<String>,
    /// 券或消费金描述说明字段
    pub description: Option<String>,
    /// 领券时间
    pub create_time: Option<DateTime>,
    /// 券或消费金类型
    pub coupon_type: Option<String>,
    /// 是否无资金流
    pub no_cash: Option<bool>,
    /// 可用开始时间
    pub available_begin_time: Option<DateTime>,
    /// 可用结束时间
    pub available_end_time: Option<DateTime>,
    /// 是否单品优惠
    pub singleitem: Option<bool>,
    /// 普通满减券或消费金面额、门槛信息
    pub normal_coupon_information: Option<NormalCouponInformation>,
    /// 已实扣代金券或消费金信息
    pub consume_information: Option<ConsumeInformation>,
    /// 细分业务类型
    pub business_type: Option<FavorBusinessType>,
}

/// 单品优惠特定信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct SingleitemDiscountOff {
    /// 单品最高优惠价格
    pub single_price_max: Option<Fen>,
}

/// 减至优惠限定字段
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct DiscountTo {
    /// 减至后优惠单价
    pub cut_to_price: Option<Fen>,
    /// 可享受优惠的最高价格
    pub max_price: Option<Fen>,
}

/// 普通满减券或消费金面额、门槛信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct NormalCouponInformation {
    /// 面额
    pub coupon_amount: Option<Fen>,
    /// 使用券或消费金金额门槛
    pub transaction_minimum: Option<Fen>,
}

/// 已实扣代金券或消费金信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct ConsumeInformation {
    /// 代金券核销时间
    pub consume_time: Option<DateTime>,
    /// 核销代金券的商户号
    pub consume_mchid: Option<String>,
    /// 微信支付系统生成的订单号
    pub transaction_id: Option<String>,
    /// 核销金额
    pub consume_amount: Option<Fen>,
    /// 商户下单接口传的单品信息
    pub goods_detail: Option<Vec<ConsumedGoodsDetail>>,
}

/// 商户下单接口传的单品信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ConsumedGoodsDetail {
    /// 单品券创建时录入的单品编码
    pub goods_id: Option<String>,
    /// 单品数量
    pub quantity: Option<i64>,
    /// 单品单价
    pub price: Option<Fen>,
    /// 优惠金额
    pub discount_amount: Option<Fen>,
}

/// The resource of `COUPON.SEND`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct SentBusifavorCoupon {
    /// 业务细分事件类型
    pub event_type: Option<BusifavorEventType>,
    /// 券的唯一标识
    pub coupon_code: Option<String>,
    /// 批次号
    pub stock_id: Option<String>,
    /// 发放时间
    pub send_time: Option<DateTime>,
    /// 微信用户在AppID下的唯一标识
    pub openid: Option<String>,
    /// `unionid`
    pub unionid: Option<String>,
    /// 发放渠道
    pub send_channel: Option<BusifavorSendChannel>,
    /// 发券商户号
    pub send_merchant: Option<String>,
    /// 摇一摇活动ID
    pub act_id: Option<String>,
    /// 业务附属信息
    pub attach_info: Option<BusifavorAttachInfo>,
}

/// 业务附属信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct BusifavorAttachInfo {
    /// 微信支付订单号
    pub transaction_id: Option<String>,
    /// 支付有礼活动编号/营销馆活动ID
    pub act_code: Option<String>,
    /// 营销馆ID
    pub hall_code: Option<String>,
    /// 营销馆所属商户号
    pub hall_belong_mch_id: Option<i64>,
    /// 会员卡ID
    pub card_id: Option<String>,
    /// 会员卡code
    pub code: Option<String>,
    /// 会员卡活动ID
    pub activity_id: Option<String>,
    /// 领券手机号
    pub phone_number: Option<String>,
    /// 领券手机区号
    pub country_code: Option<String>,
}

/// The resource of `PRODUCT_COUPON.SEND`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct SentBrandProductCoupon {
    /// 用户券Code
    pub coupon_code: Option<String>,
    /// 商品券ID
    pub product_coupon_id: Option<String>,
    /// 商品券批次ID
    pub stock_id: Option<String>,
    /// 商品券批次组ID
    pub stock_bundle_id: Option<String>,
    /// 用户券组ID
    pub user_coupon_bundle_id: Option<String>,
    /// 事件通知AppID
    pub appid: Option<String>,
    /// 用户OpenID
    pub openid: Option<String>,
    /// 用户UnionID
    pub unionid: Option<String>,
    /// 领券时间
    pub receive_time: Option<DateTime>,
    /// 发券请求单号
    pub send_request_no: Option<String>,
    /// 发券渠道
    pub send_channel: Option<ProductCouponSendChannel>,
    /// 有效期开始时间
    pub valid_begin_time: Option<String>,
    /// 有效期结束时间
    pub valid_end_time: Option<String>,
    /// 领券手机号
    pub phone_number: Option<String>,
    /// 领券手机区号
    pub country_code: Option<String>,
    /// 自定义附加信息
    pub attach: Option<String>,
    /// 渠道自定义信息
    pub channel_custom_info: Option<String>,
}

/// The resource of `PRODUCT_COUPON.USE`, `PRODUCT_COUPON.RETURN`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct ChangedBrandProductCoupon {
    /// 用户券Code
    pub coupon_code: Option<String>,
    /// 商品券ID
    pub product_coupon_id: Option<String>,
    /// 商品券批次ID
    pub stock_id: Option<String>,
    /// 用户OpenID
    pub openid: Option<String>,
    /// 用户UnionID
    pub unionid: Option<String>,
    /// 领券时间
    pub receive_time: Option<DateTime>,
    /// 发券请求单号
    pub send_request_no: Option<String>,
    /// 发券渠道
    pub send_channel: Option<ProductCouponSendChannel>,
    /// 有效期开始时间
    pub valid_begin_time: Option<String>,
    /// 有效期结束时间
    pub valid_end_time: Option<String>,
}

/// The resource of `PRODUCT_COUPON_SP.SEND`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct SentProductCoupon {
    /// 品牌ID
    pub brand_id: Option<String>,
    /// 用户券Code
    pub coupon_code: Option<String>,
    /// 商品券ID
    pub product_coupon_id: Option<String>,
    /// 商品券批次ID
    pub stock_id: Option<String>,
    /// 商品券批次组ID
    pub stock_bundle_id: Option<String>,
    /// 用户券组ID
    pub user_coupon_bundle_id: Option<String>,
    /// 事件通知AppID
    pub appid: Option<String>,
    /// 用户OpenID
    pub openid: Option<String>,
    /// 用户UnionID
    pub unionid: Option<String>,
    /// 领券时间
    pub receive_time: Option<DateTime>,
    /// 发券请求单号
    pub send_request_no: Option<String>,
    /// 发券渠道
    pub send_channel: Option<ProductCouponSendChannel>,
    /// 有效期开始时间
    pub valid_begin_time: Option<String>,
    /// 有效期结束时间
    pub valid_end_time: Option<String>,
    /// 领券手机号
    pub phone_number: Option<String>,
    /// 领券手机区号
    pub country_code: Option<String>,
    /// 自定义附加信息
    pub attach: Option<String>,
    /// 渠道自定义信息
    pub channel_custom_info: Option<String>,
}

/// The resource of `PRODUCT_COUPON_SP.IMAGE_GENERATION`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ImageGenerationTask {
    /// 品牌ID
    pub brand_id: Option<String>,
    /// 图片生成的任务ID
    pub task_id: Option<String>,
    /// 图片生成类型
    pub image_generation_type: Option<ImageGenerationType>,
    /// 任务状态
    pub task_state: Option<ImageGenerationTaskState>,
    /// 拼图结果
    pub combine_image_result: Option<ImageUrl>,
    /// 生成商品图结果
    pub cut_out_result: Option<ImageUrl>,
}

/// 拼图结果
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ImageUrl {
    /// 生成的图片URL
    pub image_url: Option<String>,
}

/// The resource of `DELIVERY_PLAN.CHANGE`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct DeliveryPlanChange {
    /// 投放计划ID
    pub plan_id: Option<String>,
    /// 投放计划变更前状态
    pub plan_state: Option<DeliveryPlanState>,
    /// 投放计划当前审核状态
    pub audit_state: Option<DeliveryPlanAuditState>,
    /// 变更原因
    pub change_reason: Option<String>,
    /// 修改时间
    pub modify_time: Option<DateTime>,
}

/// The resource of `MALL_AUTH.ACTIVATE_CARD`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct MallAuthorization {
    /// `openid`
    pub openid: Option<String>,
    /// `code`
    pub code: Option<String>,
    /// 用户开会员卡时的商圈商户号
    pub mchid: Option<String>,
    /// 用户授权类型
    pub auth_type: Option<String>,
}

/// The resource of `MALL_TRANSACTION.SUCCESS`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct MallTransaction {
    /// 微信支付分配的商户号
    pub mchid: Option<String>,
    /// 商圈商户名称
    pub merchant_name: Option<String>,
    /// 门店名称
    pub shop_name: Option<String>,
    /// 门店编号
    pub shop_number: Option<String>,
    /// `appid`
    pub appid: Option<String>,
    /// `openid`
    pub openid: Option<String>,
    /// 交易完成时间
    pub time_end: Option<String>,
    /// 用户实际消费金额
    pub amount: Option<Fen>,
    /// 微信支付订单号
    pub transaction_id: Option<String>,
    /// 手动提交积分标记
    pub commit_tag: Option<String>,
}

/// The resource of `MALL_REFUND.SUCCESS`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct MallRefund {
    /// 微信支付分配的商户号
    pub mchid: Option<String>,
    /// 商圈商户名称
    pub merchant_name: Option<String>,
    /// 门店名称
    pub shop_name: Option<String>,
    /// 门店编号
    pub shop_number: Option<String>,
    /// `appid`
    pub appid: Option<String>,
    /// `openid`
    pub openid: Option<String>,
    /// 退款完成时间
    pub refund_time: Option<DateTime>,
    /// 用户实际消费金额
    pub pay_amount: Option<Fen>,
    /// 用户退款金额
    pub refund_amount: Option<Fen>,
    /// 微信支付订单号
    pub transaction_id: Option<String>,
    /// 微信支付退款单号
    pub refund_id: Option<String>,
}

open_enum! {
    /// 细分业务类型
    pub enum FavorBusinessType {
        Multiuse = "MULTIUSE",
    }
}

open_enum! {
    /// 业务细分事件类型
    pub enum BusifavorEventType {
        EventTypeBusicouponSend = "EVENT_TYPE_BUSICOUPON_SEND",
    }
}

open_enum! {
    /// 发放渠道
    pub enum BusifavorSendChannel {
        BusicouponSendChannelMiniapp = "BUSICOUPON_SEND_CHANNEL_MINIAPP",
        BusicouponSendChannelApi = "BUSICOUPON_SEND_CHANNEL_API",
        BusicouponSendChannelPaygift = "BUSICOUPON_SEND_CHANNEL_PAYGIFT",
        BusicouponSendChannelH5 = "BUSICOUPON_SEND_CHANNEL_H5",
        BusicouponSendChannelFtof = "BUSICOUPON_SEND_CHANNEL_FTOF",
        BusicouponSendChannelMembercardAct = "BUSICOUPON_SEND_CHANNEL_MEMBERCARD_ACT",
        BusicouponSendChannelHall = "BUSICOUPON_SEND_CHANNEL_HALL",
        BusicouponSendChannelJsapi = "BUSICOUPON_SEND_CHANNEL_JSAPI",
        Jsapi = "JSAPI",
        BusicouponSendChannelMiniAppLive = "BUSICOUPON_SEND_CHANNEL_MINI_APP_LIVE",
        BusicouponSendChannelWechatSearch = "BUSICOUPON_SEND_CHANNEL_WECHAT_SEARCH",
        BusicouponSendChannelPayHasDiscount = "BUSICOUPON_SEND_CHANNEL_PAY_HAS_DISCOUNT",
        BusicouponSendChannelWechatAd = "BUSICOUPON_SEND_CHANNEL_WECHAT_AD",
        BusicouponSendChannelRightsPlatform = "BUSICOUPON_SEND_CHANNEL_RIGHTS_PLATFORM",
        BusicouponSendChannelReceiveMoneyGift = "BUSICOUPON_SEND_CHANNEL_RECEIVE_MONEY_GIFT",
        BusicouponSendChannelMemberPayRight = "BUSICOUPON_SEND_CHANNEL_MEMBER_PAY_RIGHT",
        BusicouponSendChannelBusiSmartRetail = "BUSICOUPON_SEND_CHANNEL_BUSI_SMART_RETAIL",
        BusicouponSendChannelFinderLiveroom = "BUSICOUPON_SEND_CHANNEL_FINDER_LIVEROOM",
    }
}

open_enum! {
    /// 发券渠道
    pub enum ProductCouponSendChannel {
        Api = "API",
        BrandManage = "BRAND_MANAGE",
        ReceiveComponent = "RECEIVE_COMPONENT",
        Member = "MEMBER",
    }
}

open_enum! {
    /// 图片生成类型
    pub enum ImageGenerationType {
        CombineImage = "COMBINE_IMAGE",
        CutOut = "CUT_OUT",
    }
}

open_enum! {
    /// 任务状态
    pub enum ImageGenerationTaskState {
        Processing = "PROCESSING",
        Fail = "FAIL",
        Success = "SUCCESS",
    }
}

open_enum! {
    /// 投放计划变更前状态
    pub enum DeliveryPlanState {
        Created = "CREATED",
        Delivering = "DELIVERING",
        PlanTerminated = "PLAN_TERMINATED",
        Paused = "PAUSED",
        Terminated = "TERMINATED",
        Expired = "EXPIRED",
    }
}

open_enum! {
    /// 投放计划当前审核状态
    pub enum DeliveryPlanAuditState {
        Processing = "PROCESSING",
        Passed = "PASSED",
        Rejected = "REJECTED",
    }
}
