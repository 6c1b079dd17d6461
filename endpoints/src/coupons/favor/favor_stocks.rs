//! 代金券批次.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, wechatpay_api};

use crate::open_enum::{open_enum, parameter_enum};
use crate::rules::rules;

/// 代金券批次
#[wechatpay_api(defaults)]
pub trait FavorStocks {
    /// 创建代金券批次
    ///
    /// `POST /v3/marketing/favor/coupon-stocks`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/marketing/convention/chapter3_1.shtml>
    #[wechatpay_api(POST "/v3/marketing/favor/coupon-stocks")]
    async fn create_favor_stock(
        &self,
        body: &CreateFavorStockRequest,
    ) -> Result<CreateFavorStockResponse>;

    /// 激活代金券批次
    ///
    /// `POST /v3/marketing/favor/stocks/{stock_id}/start`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/marketing/convention/chapter3_3.shtml>
    ///
    /// - `stock_id` 批次号
    #[wechatpay_api(POST "/v3/marketing/favor/stocks/{stock_id}/start")]
    async fn start_favor_stock(
        &self,
        stock_id: &str,
        body: &FavorStockRequest,
    ) -> Result<StartFavorStockResponse>;

    /// 查询批次详情
    ///
    /// `GET /v3/marketing/favor/stocks/{stock_id}`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/cash-coupons/stock/query-stock.html>
    ///
    /// - `stock_id` 批次号
    /// - `stock_creator_mchid` 创建批次的商户号
    #[wechatpay_api(GET "/v3/marketing/favor/stocks/{stock_id}")]
    async fn query_favor_stock(
        &self,
        stock_id: &str,
        #[query] stock_creator_mchid: &str,
    ) -> Result<FavorStock>;

    /// 条件查询批次列表
    ///
    /// `GET /v3/marketing/favor/stocks`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/cash-coupons/stock/list-stocks.html>
    ///
    /// - `offset` 分页页码
    /// - `limit` 分页大小
    /// - `stock_creator_mchid` 创建批次的商户号
    /// - `create_start_time` 起始时间: such as `2015-05-20T13:29:35.120+08:00`
    /// - `create_end_time` 终止时间: such as `2015-05-20T13:29:35.120+08:00`
    /// - `status` 批次状态
    #[wechatpay_api(GET "/v3/marketing/favor/stocks")]
    async fn list_favor_stocks(
        &self,
        #[query] offset: i64,
        #[query] limit: i64,
        #[query] stock_creator_mchid: &str,
        #[query] create_start_time: Option<&DateTime>,
        #[query] create_end_time: Option<&DateTime>,
        #[query] status: Option<&FavorStockStatus>,
    ) -> Result<ListFavorStocksResponse>;

    /// 查询代金券可用商户
    ///
    /// `GET /v3/marketing/favor/stocks/{stock_id}/merchants`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/marketing/convention/chapter3_7.shtml>
    ///
    /// - `stock_id` 批次号
    /// - `offset` 分页页码
    /// - `limit` 分页大小
    /// - `stock_creator_mchid` 创建批次的商户号
    #[wechatpay_api(GET "/v3/marketing/favor/stocks/{stock_id}/merchants")]
    async fn list_favor_stock_merchants(
        &self,
        stock_id: &str,
        #[query] offset: i64,
        #[query] limit: i64,
        #[query] stock_creator_mchid: &str,
    ) -> Result<ListFavorStockScopeResponse>;

    /// 查询代金券可用单品
    ///
    /// `GET /v3/marketing/favor/stocks/{stock_id}/items`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/marketing/convention/chapter3_8.shtml>
    ///
    /// - `stock_id` 批次号
    /// - `stock_creator_mchid` 创建批次的商户号
    /// - `offset` 分页页码
    /// - `limit` 分页大小
    #[wechatpay_api(GET "/v3/marketing/favor/stocks/{stock_id}/items")]
    async fn list_favor_stock_items(
        &self,
        stock_id: &str,
        #[query] stock_creator_mchid: &str,
        #[query] offset: i64,
        #[query] limit: i64,
    ) -> Result<ListFavorStockScopeResponse>;

    /// 修改可用单品编码
    ///
    /// `POST /v3/marketing/favor/stocks/{stock_id}/modify-goods-id`
    ///
    /// - `stock_id` 批次号: such as `9865000`
    #[wechatpay_api(POST "/v3/marketing/favor/stocks/{stock_id}/modify-goods-id")]
    async fn modify_favor_stock_goods_ids(
        &self,
        stock_id: &str,
        body: &ModifyFavorStockGoodsIdsRequest,
    ) -> Result<PauseFavorStockResponse>;

    /// 暂停代金券批次
    ///
    /// `POST /v3/marketing/favor/stocks/{stock_id}/pause`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/marketing/convention/chapter3_13.shtml>
    ///
    /// - `stock_id` 批次号
    #[wechatpay_api(POST "/v3/marketing/favor/stocks/{stock_id}/pause")]
    async fn pause_favor_stock(
        &self,
        stock_id: &str,
        body: &FavorStockRequest,
    ) -> Result<PauseFavorStockResponse>;

    /// 重启代金券批次
    ///
    /// `POST /v3/marketing/favor/stocks/{stock_id}/restart`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/marketing/convention/chapter3_14.shtml>
    ///
    /// - `stock_id` 批次号
    #[wechatpay_api(POST "/v3/marketing/favor/stocks/{stock_id}/restart")]
    async fn restart_favor_stock(
        &self,
        stock_id: &str,
        body: &FavorStockRequest,
    ) -> Result<RestartFavorStockResponse>;

    /// 停止代金券批次
    ///
    /// `POST /v3/marketing/favor/stocks/{stock_id}/stop`
    ///
    /// - `stock_id` 批次号
    #[wechatpay_api(POST "/v3/marketing/favor/stocks/{stock_id}/stop")]
    async fn stop_favor_stock(
        &self,
        stock_id: &str,
        body: &FavorStockRequest,
    ) -> Result<StopFavorStockResponse>;
}

/// The request of [`FavorStocks::create_favor_stock`].
///
/// `CreateFavorStockRequest::builder().stock_name(…).available_begin_time(…).available_end_time(…).stock_use_rule(…).no_cash(…).stock_type(…).belong_merchant(…).coupon_use_rule(…).out_request_no(…).build()`.
/// For an `Option`, use setters such as `maybe_comment`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateFavorStockRequest {
    /// 批次名称: such as `微信支付代金券批次`
    pub stock_name: String,
    /// 开始时间: such as `2015-05-20T13:29:35.120+08:00`
    pub available_begin_time: DateTime,
    /// 结束时间: such as `2015-05-20T13:29:35.120+08:00`
    pub available_end_time: DateTime,
    /// 发放规则
    pub stock_use_rule: CreateStockUseRule,
    /// 是否无资金流
    pub no_cash: bool,
    /// 批次类型
    pub stock_type: FavorStockType,
    /// 批次备注: such as `零售批次`
    pub comment: Option<String>,
    /// 归属商户号: such as `98568865`
    pub belong_merchant: String,
    /// 样式信息
    pub pattern_info: Option<DisplayPatternInfo>,
    /// 核销规则
    pub coupon_use_rule: CouponUseRule,
    /// 商户单据号
    pub out_request_no: String,
    /// 扩展属性: such as `{"exinfo1":"1234","exinfo2":"3456"}`
    pub ext_info: Option<String>,
}

rules! {
    CreateFavorStockRequest {
        member("stock_type", &[Listed(FavorStockType::TEXTS)]),
        within("pattern_info", DisplayPatternInfo::RULES),
        within("coupon_use_rule", CouponUseRule::RULES),
    }
}

/// 发放规则
///
/// `CreateStockUseRule::builder().max_coupons(…).max_amount(…).max_coupons_per_user(…).natural_person_limit(…).prevent_api_abuse(…).build()`.
/// For an `Option`, use setters such as `maybe_max_amount_by_day`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateStockUseRule {
    /// 发放总上限
    pub max_coupons: i64,
    /// 总预算
    pub max_amount: Fen,
    /// 单天发放上限金额
    pub max_amount_by_day: Option<Fen>,
    /// 单个用户可领个数
    pub max_coupons_per_user: i64,
    /// 是否开启自然人限制
    pub natural_person_limit: bool,
    /// api发券防刷
    pub prevent_api_abuse: bool,
}

/// 样式信息
///
/// `DisplayPatternInfo::builder().description(…).build()`. For an `Option`, use setters such as
/// `maybe_merchant_logo`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct DisplayPatternInfo {
    /// 使用说明
    pub description: String,
    /// 商户logo: the address of a file
    pub merchant_logo: Option<String>,
    /// 商户名称
    pub merchant_name: Option<String>,
    /// 背景颜色
    pub background_color: Option<BackgroundColor>,
    /// 券详情图片: the address of a file
    pub coupon_image: Option<String>,
    /// 卡包跳转目标
    pub jump_target: Option<JumpTarget>,
    /// 小程序appid
    pub mini_program_appid: Option<String>,
    /// 小程序path
    pub mini_program_path: Option<String>,
}

rules! {
    DisplayPatternInfo {
        member("background_color", &[Listed(BackgroundColor::TEXTS)]),
        member("jump_target", &[Listed(JumpTarget::TEXTS)]),
    }
}

/// 核销规则
///
/// `CouponUseRule::builder().build()`. For an `Option`, use setters such as
/// `maybe_coupon_available_time`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CouponUseRule {
    /// 券可核销时间
    pub coupon_available_time: Option<CouponAvailableTime>,
    /// 固定面额满减券使用规则
    pub fixed_normal_coupon: Option<FixedNormalCoupon>,
    /// 折扣券使用规则
    pub discount_coupon: Option<DiscountCoupon>,
    /// 换购券使用规则
    pub exchange_coupon: Option<ExchangeCoupon>,
    /// A list, at most 50 items, each at most 128 characters, such as `123321`
    pub goods_tag: Option<Vec<String>>,
    /// A list, such as `ICBC_CREDIT`
    pub limit_pay: Option<Vec<String>>,
    /// 指定银行卡BIN
    pub limit_card: Option<LimitCard>,
    /// `trade_type`
    pub trade_type: Option<Vec<FavorTradeType>>,
    /// A list, at most 50 items, each at most 128 characters, such as `123321`
    pub available_items: Option<Vec<String>>,
    /// A list, at most 50 items, each at most 128 characters, such as `789987`
    pub unavailable_items: Option<Vec<String>>,
    /// A list, at most 50 items, each at most 20 characters, such as `9856000`
    pub available_merchants: Option<Vec<String>>,
    /// 是否可叠加其他优惠
    pub combine_use: Option<bool>,
}

rules! {
    CouponUseRule {
        within("coupon_available_time", CouponAvailableTime::RULES),
        member("goods_tag", &[MaxItems(50), MaxLength(128)]),
        within("limit_card", LimitCard::RULES),
        member("trade_type", &[Listed(FavorTradeType::TEXTS)]),
        member("available_items", &[MaxItems(50), MaxLength(128)]),
        member("unavailable_items", &[MaxItems(50), MaxLength(128)]),
        member("available_merchants", &[MaxItems(50), MaxLength(20)]),
    }
}

/// 券可核销时间
///
/// `CouponAvailableTime::builder().build()`. For an `Option`, use setters such as
/// `maybe_available_begin_time`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(DateTime, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CouponAvailableTime {
    /// 开始时间
    pub available_begin_time: Option<DateTime>,
    /// 结束时间
    pub available_end_time: Option<DateTime>,
    /// 固定时间段可用
    pub fix_available_time: Option<FixAvailableTime>,
    /// 领取第二天生效
    pub second_day_available: Option<bool>,
    /// 领取后有效时间
    pub available_time_after_receive: Option<i64>,
}

rules! {
    CouponAvailableTime {
        within("fix_available_time", FixAvailableTime::RULES),
    }
}

/// 固定时间段可用
///
/// `FixAvailableTime::builder().begin_time(…).build()`. For an `Option`, use setters such as
/// `maybe_available_week_day`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct FixAvailableTime {
    /// A list, values `0`, `1`, `2`, `3`, `4`, `5`, `6`
    pub available_week_day: Option<Vec<i64>>,
    /// 当天开始时间: in seconds, 0..=86400, such as `3600`
    pub begin_time: i64,
    /// 当天结束时间: in seconds, 1..=86399, such as `86399`
    pub end_time: Option<i64>,
}

rules! {
    FixAvailableTime {
        member("available_week_day", &[ListedNumbers(&[0, 1, 2, 3, 4, 5, 6])]),
        member("begin_time", &[Minimum(0), Maximum(86400)]),
        member("end_time", &[Minimum(1), Maximum(86399)]),
    }
}

/// 固定面额满减券使用规则
///
/// `FixedNormalCoupon::builder().coupon_amount(…).transaction_minimum(…).build()`
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[non_exhaustive]
pub struct FixedNormalCoupon {
    /// 面额
    pub coupon_amount: Fen,
    /// 门槛
    pub transaction_minimum: Fen,
}

/// 折扣券使用规则
///
/// `DiscountCoupon::builder().build()`. For an `Option`, use setters such as
/// `maybe_discount_amount_max`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct DiscountCoupon {
    /// 最高折扣金额
    pub discount_amount_max: Option<Fen>,
    /// 折扣百分比: in percent
    pub discount_percent: Option<i64>,
    /// 门槛
    pub transaction_minimum: Option<Fen>,
}

/// 换购券使用规则
///
/// `ExchangeCoupon::builder().build()`. For an `Option`, use setters such as
/// `maybe_exchange_price`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ExchangeCoupon {
    /// 单品换购价
    pub exchange_price: Option<Fen>,
    /// 消费门槛
    pub transaction_minimum: Option<Fen>,
}

/// 指定银行卡BIN
///
/// `LimitCard::builder().build()`. For an `Option`, use setters such as `maybe_name`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct LimitCard {
    /// 银行卡名称: such as `精粹白金`
    pub name: Option<String>,
    /// 指定卡BIN: at most 10 items, each 6..=9 characters, such as `62123456`
    pub bin: Option<Vec<String>>,
}

rules! {
    LimitCard {
        member("bin", &[MaxItems(10), MinLength(6), MaxLength(9)]),
    }
}

/// The response of [`FavorStocks::create_favor_stock`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CreateFavorStockResponse {
    /// 批次号: such as `98065001`
    pub stock_id: String,
    /// 创建时间: such as `2015-05-20T13:29:35.120+08:00`
    pub create_time: DateTime,
}

/// The request of [`FavorStocks::start_favor_stock`], [`FavorStocks::pause_favor_stock`],
/// [`FavorStocks::restart_favor_stock`], [`FavorStocks::stop_favor_stock`].
///
/// `FavorStockRequest::builder().stock_creator_mchid(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct FavorStockRequest {
    /// 创建批次的商户号: such as `8956000`
    pub stock_creator_mchid: String,
}

rules! { FavorStockRequest {} }

/// The response of [`FavorStocks::start_favor_stock`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct StartFavorStockResponse {
    /// 生效时间: such as `2015-05-20T13:29:35.120+08:00`
    pub start_time: DateTime,
    /// 批次号: such as `9865000`
    pub stock_id: String,
}

/// The response of [`FavorStocks::query_favor_stock`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct FavorStock {
    /// 批次名称: such as `微信支付代金券批次`
    pub stock_name: String,
    /// 开始时间: such as `2015-05-20T13:29:35.120+08:00`
    pub available_begin_time: DateTime,
    /// 结束时间: such as `2015-05-20T13:29:35.120+08:00`
    pub available_end_time: DateTime,
    /// 发放规则
    pub stock_use_rule: Option<StockUseRule>,
    /// 是否无资金流
    pub no_cash: bool,
    /// 批次类型
    pub stock_type: FavorStockType,
    /// 批次号
    pub stock_id: Option<String>,
    /// 创建批次的商户号
    pub stock_creator_mchid: Option<String>,
    /// 批次状态
    pub status: Option<FavorStockStatus>,
    /// 使用说明: such as `微信支付营销`
    pub description: String,
    /// 创建时间: such as `2015-05-20T13:29:35.120+08:00`
    pub create_time: Option<DateTime>,
    /// 激活批次的时间: such as `2015-05-20T13:29:35.120+08:00`
    pub start_time: Option<DateTime>,
    /// 终止批次的时间: such as `2015-05-20T13:29:35.120+08:00`
    pub stop_time: Option<DateTime>,
    /// 是否单品优惠
    pub singleitem: Option<bool>,
    /// 减至批次特定信息
    pub cut_to_message: Option<CutToMessage>,
    /// 已发券数量
    pub distributed_coupons: Option<i64>,
    /// 业务类型
    pub business_type: Option<BusinessType>,
    /// 消费金可用地域
    pub available_region_list: Option<Vec<AvailableRegion>>,
    /// 消费金可用行业
    pub available_industry_list: Option<Vec<String>>,
    /// `card_id`
    pub card_id: Option<String>,
}

/// 发放规则
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct StockUseRule {
    /// 发放总上限
    pub max_coupons: i64,
    /// 总预算
    pub max_amount: Fen,
    /// 单天发放上限金额
    pub max_amount_by_day: Option<Fen>,
    /// 单个用户可领个数
    pub max_coupons_per_user: i64,
    /// 是否开启自然人限制
    pub natural_person_limit: Option<bool>,
    /// api发券防刷
    pub prevent_api_abuse: Option<bool>,
    /// 固定面额满减券使用规则
    pub fixed_normal_coupon: Option<FixedNormalCoupon>,
    /// 券类型
    pub coupon_type: Option<String>,
    /// `goods_tag`
    pub goods_tag: Option<Vec<String>>,
    /// `trade_type`
    pub trade_type: Option<Vec<FavorTradeType>>,
    /// 是否可叠加其他优惠
    pub combine_use: Option<bool>,
}

/// 减至批次特定信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct CutToMessage {
    /// 可用优惠的商品最高单价
    pub single_price_max: Option<Fen>,
    /// 减至后的优惠单价
    pub cut_to_price: Option<Fen>,
}

/// 消费金可用地域
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct AvailableRegion {
    /// 类型
    pub r#type: Option<String>,
    /// 省
    pub province: Option<String>,
    /// 市
    pub city: Option<String>,
    /// 区
    pub district: Option<String>,
    /// 国家
    pub country: Option<String>,
}

/// The response of [`FavorStocks::list_favor_stocks`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ListFavorStocksResponse {
    /// 批次总数: such as `10`
    pub total_count: i64,
    /// 分页大小: such as `8`
    pub limit: i64,
    /// 分页页码: such as `1`
    pub offset: i64,
    /// 批次详情
    pub data: Option<Vec<FavorStock>>,
}

/// The response of [`FavorStocks::list_favor_stock_merchants`],
/// [`FavorStocks::list_favor_stock_items`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ListFavorStockScopeResponse {
    /// 可用单品编码总数: such as `20`
    pub total_count: i64,
    /// A list, such as `1232001`
    pub data: Option<Vec<String>>,
    /// 分页页码: such as `10`
    pub offset: i64,
    /// 分页大小: such as `10`
    pub limit: i64,
    /// 批次号: such as `9865000`
    pub stock_id: String,
}

/// The request of [`FavorStocks::modify_favor_stock_goods_ids`].
///
/// `ModifyFavorStockGoodsIdsRequest::builder().stock_creator_mchid(…).build()`. For an `Option`,
/// use setters such as `maybe_add_goods_id_list`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ModifyFavorStockGoodsIdsRequest {
    /// 创建批次的商户号: such as `8956000` (unconfirmed)
    pub stock_creator_mchid: String,
    /// 增加单品编码列表: such as `8956000`
    pub add_goods_id_list: Option<Vec<String>>,
    /// 删除单品编码列表: such as `8956000`
    pub delete_goods_id_list: Option<Vec<String>>,
}

rules! { ModifyFavorStockGoodsIdsRequest {} }

/// The response of [`FavorStocks::modify_favor_stock_goods_ids`],
/// [`FavorStocks::pause_favor_stock`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct PauseFavorStockResponse {
    /// 生效时间: such as `2015-05-20T13:29:35+08:00`
    pub pause_time: DateTime,
    /// 批次号: such as `9865000`
    pub stock_id: String,
}

/// The response of [`FavorStocks::restart_favor_stock`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct RestartFavorStockResponse {
    /// 生效时间: such as `2015-05-20T13:29:35.120+08:00`
    pub restart_time: DateTime,
    /// 批次号: such as `9865000`
    pub stock_id: String,
}

/// The response of [`FavorStocks::stop_favor_stock`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct StopFavorStockResponse {
    /// 终止时间: such as `2015-05-20T13:29:35.120+08:00`
    pub stop_time: DateTime,
    /// 批次号: such as `9865000`
    pub stock_id: String,
}

open_enum! {
    /// 批次类型
    pub enum FavorStockType {
        Normal = "NORMAL",
        Discount = "DISCOUNT",
        Exchahge = "EXCHAHGE",
        Random = "RANDOM",
        DiscountCut = "DISCOUNT_CUT",
    }
}

open_enum! {
    /// 背景颜色
    pub enum BackgroundColor {
        Color010 = "COLOR010",
        Color020 = "COLOR020",
        Color030 = "COLOR030",
        Color040 = "COLOR040",
        Color050 = "COLOR050",
        Color060 = "COLOR060",
        Color070 = "COLOR070",
        Color080 = "COLOR080",
        Color081 = "COLOR081",
        Color082 = "COLOR082",
        Color090 = "COLOR090",
        Color100 = "COLOR100",
        Color101 = "COLOR101",
        Color102 = "COLOR102",
    }
}

open_enum! {
    /// 卡包跳转目标
    pub enum JumpTarget {
        PaymentCode = "PAYMENT_CODE",
        MiniProgram = "MINI_PROGRAM",
        DefaultPage = "DEFAULT_PAGE",
    }
}

open_enum! {
    /// The values of `trade_type`.
    pub enum FavorTradeType {
        Microapp = "MICROAPP",
        Apppay = "APPPAY",
        Ppay = "PPAY",
        Card = "CARD",
        Face = "FACE",
        Other = "OTHER",
    }
}

parameter_enum! {
    /// 批次状态
    pub enum FavorStockStatus {
        Unactivated = "unactivated",
        Audit = "audit",
        Running = "running",
        Stoped = "stoped",
        Paused = "paused",
    }
}

parameter_enum! {
    /// 业务类型
    pub enum BusinessType {
        Multiuse = "MULTIUSE",
    }
}
