//! 预存券code.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use super::{
    CouponAvailableTime, CustomEntrance, DiscountCoupon, DisplayPatternInfo, ExchangeCoupon,
    FixedNormalCoupon, StockType, UseMethod,
};
use crate::open_enum::{open_enum, parameter_enum};
use crate::rules::rules;

/// 预存券code
#[wechatpay_api(defaults)]
pub trait BusifavorCouponCodes {
    /// 上传预存code
    ///
    /// `POST /v3/marketing/busifavor/stocks/{stock_id}/couponcodes`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/apis/chapter9_2_6.shtml>
    ///
    /// - `stock_id` 批次号: such as `98065001`
    #[wechatpay_api(POST "/v3/marketing/busifavor/stocks/{stock_id}/couponcodes")]
    async fn upload_busifavor_coupon_codes(
        &self,
        stock_id: &str,
        body: &UploadBusifavorCouponCodesRequest,
    ) -> Result<UploadBusifavorCouponCodesResponse>;

    /// 查询预存code详情
    ///
    /// `GET /v3/marketing/busifavor/stocks/{stock_id}/couponcodes/{coupon_code}`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/products/merchant-exclusive-coupon/introduction.html>
    ///
    /// - `stock_id` 批次号: such as `1212`
    /// - `coupon_code` 商户上传的code: such as `1212`
    /// - `appid` 公众账号ID: such as `wx233544546545989`
    #[wechatpay_api(GET "/v3/marketing/busifavor/stocks/{stock_id}/couponcodes/{coupon_code}")]
    async fn query_busifavor_coupon_code(
        &self,
        stock_id: &str,
        coupon_code: &str,
        #[query] appid: Option<&str>,
    ) -> Result<QueryBusifavorCouponCodeResponse>;

    /// 查询预存code列表
    ///
    /// `GET /v3/marketing/busifavor/stocks/{stock_id}/couponcodes`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/products/merchant-exclusive-coupon/introduction.html>
    ///
    /// - `stock_id` 批次号: such as `98065001`
    #[wechatpay_api(GET "/v3/marketing/busifavor/stocks/{stock_id}/couponcodes")]
    async fn list_busifavor_coupon_codes(
        &self,
        stock_id: &str,
        query: &ListBusifavorCouponCodesQuery,
    ) -> Result<ListBusifavorCouponCodesResponse>;

    /// 删除预存code
    ///
    /// `DELETE /v3/marketing/busifavor/stocks/{stock_id}/couponcodes/{coupon_code}`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/products/merchant-exclusive-coupon/introduction.html>
    ///
    /// - `stock_id` 批次号: such as `101156451224`
    /// - `coupon_code` 商户上传的code: such as `1212`
    /// - `delete_request_no` 请求业务单据号: such as `1212`
    #[wechatpay_api(DELETE "/v3/marketing/busifavor/stocks/{stock_id}/couponcodes/{coupon_code}")]
    async fn delete_busifavor_coupon_code(
        &self,
        stock_id: &str,
        coupon_code: &str,
        #[query] delete_request_no: &str,
    ) -> Result<DeleteBusifavorCouponCodeResponse>;
}

/// The request of [`BusifavorCouponCodes::upload_busifavor_coupon_codes`].
///
/// `UploadBusifavorCouponCodesRequest::builder().coupon_code_list(…).upload_request_no(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UploadBusifavorCouponCodesRequest {
    /// 券code列表: such as `ABC9588200`
    pub coupon_code_list: Vec<String>,
    /// 请求业务单据号: such as `100002322019090134234sfdf`
    pub upload_request_no: String,
}

rules! { UploadBusifavorCouponCodesRequest {} }

/// The response of [`BusifavorCouponCodes::upload_busifavor_coupon_codes`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct UploadBusifavorCouponCodesResponse {
    /// 批次号: such as `98065001`
    pub stock_id: String,
    /// 去重后上传code总数: such as `500`
    pub total_count: i64,
    /// 上传成功code个数: such as `20`
    pub success_count: i64,
    /// 上传成功的code列表: such as `MMAA12345`
    pub success_codes: Option<Vec<String>>,
    /// 上传成功时间: such as `2015-05-20T13:29:35+08:00`
    pub success_time: Option<DateTime>,
    /// 上传失败code个数: such as `10`
    pub fail_count: Option<i64>,
    /// 上传失败的code及原因
    pub fail_codes: Option<Vec<FailedCouponCode>>,
    /// 已存在的code列表: such as `ABCD2345`
    pub exist_codes: Option<Vec<String>>,
    /// 本次请求中重复的code列表: such as `AACC2345`
    pub duplicate_codes: Option<Vec<String>>,
}

/// 上传失败的code及原因
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct FailedCouponCode {
    /// 上传失败的券code: such as `ABCD23456`
    pub coupon_code: String,
    /// 上传失败错误码: such as `LENGTH_LIMIT`
    pub code: String,
    /// 上传失败错误信息: such as `长度超过最大值32位`
    pub message: String,
}

/// The response of [`BusifavorCouponCodes::query_busifavor_coupon_code`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct QueryBusifavorCouponCodeResponse {
    /// 券code信息
    pub code_information: CouponCode,
    /// 券码信息
    pub coupon_information: Option<CouponInformation>,
}

/// 券code信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CouponCode {
    /// 商户上传code
    pub code: Option<String>,
    /// 商户上传code分配状态
    pub code_status: Option<CouponCodeStatus>,
    /// 上传时间
    pub upload_time: Option<DateTime>,
    /// 被分配时间
    pub dispatched_time: Option<DateTime>,
    /// 领券用户的OpenID
    pub openid: Option<String>,
    /// 领券用户的UnionID
    pub unionid: Option<String>,
    /// 用户券code
    pub coupon_code: Option<String>,
}

/// 券码信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CouponInformation {
    /// 商家券批次名称: such as `8月1日活动券`
    pub stock_name: String,
    /// 批次归属商户号: such as `10000022`
    pub belong_merchant: String,
    /// 批次备注: such as `活动使用`
    pub comment: Option<String>,
    /// 适用商品范围: such as `xxx商品使用`
    pub goods_name: String,
    /// 批次类型: such as `NORMAL`
    pub stock_type: StockType,
    /// 是否允许转赠
    pub transferable: Option<bool>,
    /// 是否允许分享领券链接
    pub shareable: Option<bool>,
    /// 券状态
    pub coupon_state: Option<CouponState>,
    /// 核销规则
    pub coupon_use_rule: CouponUseRule,
    /// 自定义入口
    pub custom_entrance: Option<CustomEntrance>,
    /// 样式信息
    pub display_pattern_info: Option<DisplayPatternInfo>,
    /// `coupon_code`
    pub coupon_code: Option<String>,
    /// `stock_id`
    pub stock_id: Option<String>,
    /// 券可使用开始时间
    pub available_start_time: Option<DateTime>,
    /// 券过期时间
    pub expire_time: Option<DateTime>,
    /// 券领券时间
    pub receive_time: Option<DateTime>,
    /// 发券请求单号
    pub send_request_no: Option<String>,
    /// `use_request_no`
    pub use_request_no: Option<String>,
    /// `use_time`
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
pub struct CouponUseRule {
    /// 券可核销时间
    pub coupon_available_time: CouponAvailableTime,
    /// 固定面额满减券使用规则
    pub fixed_normal_coupon: Option<FixedNormalCoupon>,
    /// 折扣券使用规则
    pub discount_coupon: Option<DiscountCoupon>,
    /// 换购券使用规则
    pub exchange_coupon: Option<ExchangeCoupon>,
    /// 核销方式: such as `OFF_LINE`
    pub use_method: UseMethod,
    /// 小程序appid: such as `wx23232232323`
    pub mini_programs_appid: Option<String>,
    /// 小程序path: such as `/path/index/index`
    pub mini_programs_path: Option<String>,
}

/// The query of [`BusifavorCouponCodes::list_busifavor_coupon_codes`].
///
/// `ListBusifavorCouponCodesQuery::builder().build()`. For an `Option`, use setters such as
/// `maybe_status`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ListBusifavorCouponCodesQuery {
    /// 券code状态
    pub status: Option<CouponState>,
    /// 公众账号ID: such as `wx233544546545989`
    pub appid: Option<String>,
    /// 分页页码: such as `0`
    pub offset: Option<i64>,
    /// 分页大小: such as `20`
    pub limit: Option<i64>,
}

/// The response of [`BusifavorCouponCodes::list_busifavor_coupon_codes`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ListBusifavorCouponCodesResponse {
    /// 批次号: such as `98065001`
    pub stock_id: String,
    /// 批次总数: such as `10`
    pub total_count: i64,
    /// 分页大小: such as `8`
    pub limit: i64,
    /// 分页页码: such as `1`
    pub offset: i64,
    /// 券code列表
    pub data: Option<Vec<CouponCode>>,
}

/// The response of [`BusifavorCouponCodes::delete_busifavor_coupon_code`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct DeleteBusifavorCouponCodeResponse {
    /// 批次号: such as `101156451224`
    pub stock_id: Option<String>,
    /// 删除时间
    pub delete_time: Option<DateTime>,
}

open_enum! {
    /// 商户上传code分配状态
    pub enum CouponCodeStatus {
        Available = "AVAILABLE",
        Dispatched = "DISPATCHED",
    }
}

parameter_enum! {
    /// 券状态
    pub enum CouponState {
        Sended = "SENDED",
        Used = "USED",
        Expired = "EXPIRED",
        Deleted = "DELETED",
        Deactivated = "DEACTIVATED",
    }
}
