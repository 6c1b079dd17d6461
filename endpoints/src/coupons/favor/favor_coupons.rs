//! 用户代金券.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, wechatpay_api};

use super::{BusinessType, CutToMessage, FixedNormalCoupon};
use crate::open_enum::{open_enum, parameter_enum};
use crate::rules::rules;

/// 用户代金券
#[wechatpay_api(defaults)]
pub trait FavorCoupons {
    /// 发放代金券
    ///
    /// `POST /v3/marketing/favor/users/{openid}/coupons`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/cash-coupons/coupon/list-coupons-by-filter.html>
    ///
    /// - `openid` 用户openid
    #[wechatpay_api(POST "/v3/marketing/favor/users/{openid}/coupons")]
    async fn send_favor_coupon(
        &self,
        openid: &str,
        body: &SendFavorCouponRequest,
    ) -> Result<SendFavorCouponResponse>;

    /// 查询代金券详情
    ///
    /// `GET /v3/marketing/favor/users/{openid}/coupons/{coupon_id}`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/cash-coupons/coupon/query-coupon.html>
    ///
    /// - `openid` 用户openid
    /// - `coupon_id` 代金券id
    /// - `appid` 公众账号ID
    #[wechatpay_api(GET "/v3/marketing/favor/users/{openid}/coupons/{coupon_id}")]
    async fn query_favor_coupon(
        &self,
        openid: &str,
        coupon_id: &str,
        #[query] appid: &str,
    ) -> Result<FavorCoupon>;

    /// 根据商户号查用户的券
    ///
    /// `GET /v3/marketing/favor/users/{openid}/coupons`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/marketing/convention/chapter3_9.shtml>
    ///
    /// - `openid` 用户openid
    /// - `appid` 公众账号ID
    #[wechatpay_api(GET "/v3/marketing/favor/users/{openid}/coupons")]
    async fn list_favor_coupons(
        &self,
        openid: &str,
        #[query] appid: &str,
        query: &ListFavorCouponsQuery,
    ) -> Result<ListFavorCouponsResponse>;
}

/// The request of [`FavorCoupons::send_favor_coupon`].
///
/// `SendFavorCouponRequest::builder().stock_id(…).out_request_no(…).appid(…).stock_creator_mchid(…).build()`.
/// For an `Option`, use setters such as `maybe_coupon_value`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SendFavorCouponRequest {
    /// 批次号: such as `9856000`
    pub stock_id: String,
    /// 商户单据号: such as `89560002019101000121`
    pub out_request_no: String,
    /// 公众账号ID: such as `wx233544546545989`
    pub appid: String,
    /// 创建批次的商户号: such as `8956000`
    pub stock_creator_mchid: String,
    /// 指定面额发券，面额: such as `100`
    pub coupon_value: Option<Fen>,
    /// 指定面额发券，券门槛: such as `100`
    pub coupon_minimum: Option<Fen>,
}

rules! { SendFavorCouponRequest {} }

/// The response of [`FavorCoupons::send_favor_coupon`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct SendFavorCouponResponse {
    /// 代金券id: such as `9867041`
    pub coupon_id: String,
}

/// The response of [`FavorCoupons::query_favor_coupon`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct FavorCoupon {
    /// 创建批次的商户号
    pub stock_creator_mchid: Option<String>,
    /// 批次号
    pub stock_id: Option<String>,
    /// 代金券id
    pub coupon_id: Option<String>,
    /// 代金券名称: such as `微信支付代金券`
    pub coupon_name: Option<String>,
    /// 代金券状态
    pub status: Option<FavorCouponStatus>,
    /// 使用说明: such as `微信支付营销`
    pub description: Option<String>,
    /// 领券时间: such as `2015-05-20T13:29:35.120+08:00`
    pub create_time: Option<DateTime>,
    /// 券类型
    pub coupon_type: Option<FavorCouponType>,
    /// 激活批次的时间: such as `2015-05-20T13:29:35.120+08:00`
    pub start_time: Option<DateTime>,
    /// 终止批次的时间: such as `2015-05-20T13:29:35.120+08:00`
    pub stop_time: Option<DateTime>,
    /// 是否单品优惠
    pub singleitem: Option<bool>,
    /// 减至批次特定信息
    pub cut_to_message: Option<CutToMessage>,
    /// 可用开始时间: such as `2015-05-20T13:29:35.120+08:00`
    pub available_begin_time: Option<DateTime>,
    /// 可用结束时间: such as `2015-05-20T13:29:35.120+08:00`
    pub available_end_time: Option<DateTime>,
    /// 固定面额满减券使用规则
    pub normal_coupon_information: Option<FixedNormalCoupon>,
    /// 已实扣代金券核销信息
    pub consume_information: Option<CouponConsumeInfo>,
    /// 剩余金额: such as `10000`
    pub available_balance: Option<Fen>,
    /// 业务类型
    pub business_type: Option<BusinessType>,
    /// 是否无资金流
    pub no_cash: Option<bool>,
}

/// 已实扣代金券核销信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CouponConsumeInfo {
    /// 核销时间: such as `2015-05-20T13:29:35.120+08:00`
    pub consume_time: Option<DateTime>,
    /// 核销商户号
    pub consume_mchid: Option<String>,
    /// 微信支付订单号
    pub transaction_id: Option<String>,
    /// `goods_detail`
    pub goods_detail: Option<Vec<CouponConsumeGoodsDetail>>,
}

/// The `goods_detail` of [`FavorCoupons::query_favor_coupon`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CouponConsumeGoodsDetail {
    /// 商品编码: such as `12345`
    pub goods_id: Option<String>,
    /// 商品数量: such as `1`
    pub quantity: Option<i64>,
    /// 商品价格: such as `528800`
    pub price: Option<Fen>,
    /// 商品优惠金额: such as `100`
    pub discount_amount: Option<Fen>,
}

/// The query of [`FavorCoupons::list_favor_coupons`].
///
/// `ListFavorCouponsQuery::builder().build()`. For an `Option`, use setters such as
/// `maybe_stock_id`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ListFavorCouponsQuery {
    /// 批次号
    pub stock_id: Option<String>,
    /// 券或消费金状态
    pub status: Option<FavorCouponStatusFilter>,
    /// 创建批次的商户号
    pub creator_mchid: Option<String>,
    /// 批次发放商户号
    pub sender_mchid: Option<String>,
    /// 可用商户号
    pub available_mchid: Option<String>,
    /// 分页页码: default `0`
    pub offset: Option<i64>,
    /// 分页大小: default `20`
    pub limit: Option<i64>,
    /// 业务类型: such as `MULTIUSE`
    pub business_type: Option<BusinessType>,
}

/// The response of [`FavorCoupons::list_favor_coupons`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ListFavorCouponsResponse {
    /// 总数量
    pub total_count: i64,
    /// 分页页码
    pub offset: i64,
    /// 分页大小
    pub limit: i64,
    /// 结果集
    pub data: Option<Vec<ListedFavorCoupon>>,
}

/// 结果集
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct ListedFavorCoupon {
    /// 创建批次的商户号
    pub stock_creator_mchid: Option<String>,
    /// 批次号
    pub stock_id: Option<String>,
    /// 代金券id
    pub coupon_id: Option<String>,
    /// 代金券名称: such as `微信支付代金券`
    pub coupon_name: Option<String>,
    /// 代金券状态
    pub status: Option<FavorCouponStatus>,
    /// 使用说明: such as `微信支付营销`
    pub description: Option<String>,
    /// 领券时间: such as `2015-05-20T13:29:35.120+08:00`
    pub create_time: DateTime,
    /// 券类型
    pub coupon_type: Option<FavorCouponType>,
    /// 激活批次的时间: such as `2015-05-20T13:29:35.120+08:00`
    pub start_time: Option<DateTime>,
    /// 终止批次的时间: such as `2015-05-20T13:29:35.120+08:00`
    pub stop_time: Option<DateTime>,
    /// 是否单品优惠
    pub singleitem: Option<bool>,
    /// 减至批次特定信息
    pub cut_to_message: Option<CutToMessage>,
    /// 可用开始时间: such as `2015-05-20T13:29:35.120+08:00`
    pub available_begin_time: Option<DateTime>,
    /// 可用结束时间: such as `2015-05-20T13:29:35.120+08:00`
    pub available_end_time: Option<DateTime>,
    /// 固定面额满减券使用规则
    pub normal_coupon_information: Option<FixedNormalCoupon>,
    /// 已实扣代金券核销信息
    pub consume_information: Option<CouponConsumeInfo>,
    /// 剩余金额: such as `10000`
    pub available_balance: Option<Fen>,
    /// 业务类型
    pub business_type: Option<BusinessType>,
    /// 是否无资金流
    pub no_cash: Option<bool>,
}

open_enum! {
    /// 代金券状态
    pub enum FavorCouponStatus {
        Sended = "SENDED",
        Used = "USED",
        Expired = "EXPIRED",
        Recover = "RECOVER",
    }
}

open_enum! {
    /// 券类型
    pub enum FavorCouponType {
        Normal = "NORMAL",
        CutTo = "CUT_TO",
    }
}

parameter_enum! {
    /// 券或消费金状态
    pub enum FavorCouponStatusFilter {
        Sended = "SENDED",
        Used = "USED",
    }
}
