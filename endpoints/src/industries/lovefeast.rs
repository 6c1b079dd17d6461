//! 爱心餐.

use wechatpay_client::{DateTime, Deserialize, Fen, Result, wechatpay_api};

use crate::open_enum::open_enum;

/// 爱心餐捐赠
#[wechatpay_api(defaults)]
pub trait LovefeastDonations {
    /// 查询爱心餐品牌信息
    ///
    /// `GET /v3/lovefeast/brands/{brand_id}`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/lovefeast/brands/get-brand.html>
    ///
    /// - `brand_id` 品牌ID: such as `2250`
    #[wechatpay_api(GET "/v3/lovefeast/brands/{brand_id}")]
    async fn query_lovefeast_brand(&self, brand_id: &str) -> Result<LovefeastBrand>;

    /// 查询用户捐赠单列表
    ///
    /// `GET /v3/lovefeast/users/{openid}/orders/brand-id/{brand_id}`
    ///
    /// - `openid` 用户在商户AppID下的唯一标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    /// - `brand_id` 品牌ID: such as `2250`
    /// - `offset` 请求资源起始位置: such as `0`
    /// - `limit` 最大资源条数: such as `20`
    #[wechatpay_api(GET "/v3/lovefeast/users/{openid}/orders/brand-id/{brand_id}")]
    async fn list_lovefeast_user_orders(
        &self,
        openid: &str,
        brand_id: &str,
        #[query] offset: Option<i64>,
        #[query] limit: Option<i64>,
    ) -> Result<ListLovefeastUserOrdersResponse>;

    /// 查询用户捐赠单详情
    ///
    /// `GET /v3/lovefeast/users/{openid}/orders/out-trade-no/{out_trade_no}`
    ///
    /// - `openid` 用户在商户AppID下的唯一标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    /// - `out_trade_no` 商户系统内部订单号: such as `1217752501201407033233368018`
    #[wechatpay_api(GET "/v3/lovefeast/users/{openid}/orders/out-trade-no/{out_trade_no}")]
    async fn query_lovefeast_user_order(
        &self,
        openid: &str,
        out_trade_no: &str,
    ) -> Result<UserOrder>;
}

/// The response of [`LovefeastDonations::query_lovefeast_brand`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct LovefeastBrand {
    /// 捐赠数量
    pub donate_count: i64,
    /// 供餐数量
    pub consume_count: Option<i64>,
}

/// The response of [`LovefeastDonations::list_lovefeast_user_orders`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ListLovefeastUserOrdersResponse {
    /// 该次请求返回的记录条数
    pub count: Option<i64>,
    /// 最大记录条数: default `10`
    pub limit: Option<i64>,
    /// 起始位置
    pub offset: Option<i64>,
    /// 全部记录数量
    pub total_count: Option<i64>,
    /// 结果集
    pub data: Option<Vec<UserOrder>>,
}

/// 结果集
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct UserOrder {
    /// 捐赠订单号
    pub welfare_trade_id: Option<String>,
    /// 应用ID
    pub appid: Option<String>,
    /// 子商户应用ID
    pub sub_appid: Option<String>,
    /// 品牌ID
    pub brand_id: Option<i64>,
    /// 捐赠来源
    pub donate_source: Option<DonateSource>,
    /// 商户订单
    pub merchant_order: Option<MerchantOrder>,
    /// 捐赠机构名称
    pub institution_name: Option<String>,
    /// 捐赠项目编号
    pub business_id: Option<String>,
    /// 捐赠活动名称
    pub business_name: Option<String>,
    /// 支付完成时间
    pub success_time: Option<DateTime>,
    /// 支付者
    pub payer: Option<Payer>,
    /// 订单金额
    pub amount: Option<Amount>,
    /// 设备编号
    pub device_id: Option<String>,
}

/// 商户订单
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct MerchantOrder {
    /// 商户订单号
    pub out_trade_no: String,
    /// 商户号
    pub mchid: String,
    /// 子商户号
    pub sub_mchid: Option<String>,
    /// 商户门店编号
    pub store_id: String,
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
    /// 用户标识
    pub openid: Option<String>,
    /// 用户子标识
    pub sub_openid: Option<String>,
    /// 用户头像URL
    pub avatar: Option<String>,
    /// 用户昵称
    pub nickname: Option<String>,
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
    /// 总金额
    pub total: Option<Fen>,
    /// 用户支付金额
    pub payer_total: Option<Fen>,
    /// 货币类型
    pub currency: Option<String>,
    /// 用户支付币种
    pub payer_currency: Option<String>,
}

open_enum! {
    /// 捐赠来源
    pub enum DonateSource {
        MiniprogramPay = "MINIPROGRAM_PAY",
        EntrustPay = "ENTRUST_PAY",
    }
}
