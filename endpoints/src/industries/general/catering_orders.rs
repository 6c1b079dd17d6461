//! 点餐订单.

use serde::Serialize;
use wechatpay_client::{DateTime, Fen, Result, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 点餐订单
#[wechatpay_api(defaults)]
pub trait CateringOrders {
    /// 点餐订单信息同步
    ///
    /// `POST /v3/catering/orders/sync-status`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/catering_sl.php?chapter=26_3&index=1>
    #[wechatpay_api(POST "/v3/catering/orders/sync-status")]
    async fn sync_catering_order_status(&self, body: &SyncCateringOrderStatusRequest)
    -> Result<()>;
}

/// The request of [`CateringOrders::sync_catering_order_status`].
///
/// `SyncCateringOrderStatusRequest::builder().sub_mchid(…).out_shop_no(…).login_token(…).order_entry(…).total_amount(…).discount_amount(…).user_amount(…).status(…).action_time(…).out_order_no(…).build()`.
/// For an `Option`, use setters such as `maybe_sp_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SyncCateringOrderStatusRequest {
    /// 微信支付分配的服务商商户号: at most 32 characters, such as `1900000100`
    pub sp_mchid: Option<String>,
    /// A text, at most 32 characters, such as `wx8888888888888888`
    pub sp_appid: Option<String>,
    /// 微信支付分配的渠道商商户号: at most 32 characters, such as `1900000109`
    pub channel_id: Option<String>,
    /// 微信支付分配子商户商户号: at most 32 characters, such as `1900000100`
    pub sub_mchid: String,
    /// 特约商户公众号ID: at most 32 characters, such as `wx8888888888888888`
    pub sub_appid: Option<String>,
    /// 商户旗下门店的唯一编号: at most 32 characters, such as `6895`
    pub out_shop_no: String,
    /// 用户子标识: at most 32 characters, such as `oYobu0Dmn6TdodZnFWKOEkqoRbI8`
    pub sub_openid: Option<String>,
    /// 微信用户登录接口返回的登录票据: at most 25 characters
    pub login_token: String,
    /// 点餐入口: at most 25 characters, such as `http://www.example.com`
    pub order_entry: String,
    /// 总价: such as `1000`
    pub total_amount: Fen,
    /// 优惠金额: such as `100`
    pub discount_amount: Fen,
    /// 实际支付金额: such as `900`
    pub user_amount: Fen,
    /// 订单状态: at most 32 characters, such as `CREATE_DEAL`
    pub status: CateringOrderStatus,
    /// 状态发生变化的时间: at most 64 characters, such as `2018-06-08T10:34:56+08:00`
    pub action_time: DateTime,
    /// 支付时间: at most 64 characters, such as `2018-06-08T10:34:56+08:00`
    pub pay_time: Option<DateTime>,
    /// 支付订单号: at most 64 characters, such as `1009660380201506130728806387`
    pub transaction_id: Option<String>,
    /// 渠道商系统内部支付订单号: at most 64 characters, such as `20150806125346`
    pub out_trade_no: Option<String>,
    /// 渠道商系统内部订单号: at most 64 characters, such as `20150806125346`
    pub out_order_no: String,
    /// 桌位号: at most 16 characters, such as `1`
    pub out_table_no: Option<String>,
    /// 消费人数: such as `2`
    pub people_count: Option<i64>,
    /// 商户菜品信息列表
    pub dish_list: Option<Vec<Dish>>,
}

rules! {
    SyncCateringOrderStatusRequest {
        member("sp_mchid", &[MaxLength(32)]),
        member("sp_appid", &[MaxLength(32)]),
        member("channel_id", &[MaxLength(32)]),
        member("sub_mchid", &[MaxLength(32)]),
        member("sub_appid", &[MaxLength(32)]),
        member("out_shop_no", &[MaxLength(32)]),
        member("sub_openid", &[MaxLength(32)]),
        member("login_token", &[MaxLength(25)]),
        member("order_entry", &[MaxLength(25)]),
        member("status", &[Listed(CateringOrderStatus::TEXTS)]),
        member("action_time", &[MaxLength(64)]),
        member("pay_time", &[MaxLength(64)]),
        member("transaction_id", &[MaxLength(64)]),
        member("out_trade_no", &[MaxLength(64)]),
        member("out_order_no", &[MaxLength(64)]),
        member("out_table_no", &[MaxLength(16)]),
        within("dish_list", Dish::RULES),
    }
}

/// 商户菜品信息列表
///
/// `Dish::builder().out_dish_no(…).name(…).price(…).unit(…).count(…).build()`. For an
/// `Option`, use setters such as `maybe_discount`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct Dish {
    /// 商户菜品ID: at most 48 characters, such as `1`
    pub out_dish_no: String,
    /// 菜品名称: at most 128 characters, such as `清汤锅底`
    pub name: String,
    /// 菜品单价: such as `1`
    pub price: Fen,
    /// 菜品单位: at most 16 characters, such as `BY_SHARE`
    pub unit: DishUnit,
    /// 菜品数量: such as `1.5`
    pub count: f64,
    /// 菜品折扣: such as `100`
    pub discount: Option<i64>,
    /// 菜品分类: at most 32 characters, such as `FAST_FOOD`
    pub r#type: Option<String>,
    /// 当前菜品在服务商平台的顺序: such as `1`
    pub priority: Option<i64>,
    /// 菜品属性
    pub properties: Option<DishProperty>,
}

rules! {
    Dish {
        member("out_dish_no", &[MaxLength(48)]),
        member("name", &[MaxLength(128)]),
        member("unit", &[Listed(DishUnit::TEXTS)]),
        member("type", &[MaxLength(32)]),
        within("properties", DishProperty::RULES),
    }
}

/// 菜品属性
///
/// `DishProperty::builder().build()`. For an `Option`, use setters such as `maybe_taste`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct DishProperty {
    /// 口味: at most 128 characters, such as `辣`
    pub taste: Option<String>,
    /// 做法: at most 128 characters, such as `炒`
    pub cuisine: Option<String>,
    /// 主料: at most 128 characters, such as `猪肝`
    pub main_material: Option<String>,
    /// 配料: at most 128 characters, such as `青椒 | 辣椒 | 葱 | 八角`
    pub ingredients: Option<String>,
    /// 其他: at most 128 characters, such as `有机 | 农家`
    pub others: Option<String>,
}

rules! {
    DishProperty {
        member("taste", &[MaxLength(128)]),
        member("cuisine", &[MaxLength(128)]),
        member("main_material", &[MaxLength(128)]),
        member("ingredients", &[MaxLength(128)]),
        member("others", &[MaxLength(128)]),
    }
}

open_enum! {
    /// 订单状态
    pub enum CateringOrderStatus {
        CreateDeal = "CREATE_DEAL",
        PaySuccess = "PAY_SUCCESS",
    }
}

open_enum! {
    /// 菜品单位
    pub enum DishUnit {
        ByShare = "BY_SHARE",
        ByWeight = "BY_WEIGHT",
    }
}
