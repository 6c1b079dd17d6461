//! 浙江商品与SN码.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use super::ZhejiangResponse;
use crate::open_enum::open_enum;
use crate::rules::rules;

/// 浙江商品与SN码
#[wechatpay_api(defaults)]
pub trait ZhejiangGoods {
    /// 商品信息查询
    ///
    /// `POST /v3/gov/subsidy/zhejiang/goods/query`
    #[wechatpay_api(POST "/v3/gov/subsidy/zhejiang/goods/query")]
    async fn query_zhejiang_goods(
        &self,
        body: &QueryZhejiangGoodsRequest,
    ) -> Result<QueryZhejiangGoodsResponse>;

    /// sn码销售状态查询
    ///
    /// `POST /v3/gov/subsidy/zhejiang/sncode/query`
    #[wechatpay_api(POST "/v3/gov/subsidy/zhejiang/sncode/query")]
    async fn query_zhejiang_sn_code(
        &self,
        body: &QueryZhejiangSnCodeRequest,
    ) -> Result<QueryZhejiangSnCodeResponse>;

    /// 浙江sn码锁定
    ///
    /// `POST /v3/gov/subsidy/zhejiang/sncode/lock`
    #[wechatpay_api(POST "/v3/gov/subsidy/zhejiang/sncode/lock")]
    async fn lock_zhejiang_sn_code(
        &self,
        body: &LockZhejiangSnCodeRequest,
    ) -> Result<LockZhejiangSnCodeResponse>;

    /// 浙江sn码解锁
    ///
    /// `POST /v3/gov/subsidy/zhejiang/sncode/unlock`
    #[wechatpay_api(POST "/v3/gov/subsidy/zhejiang/sncode/unlock")]
    async fn unlock_zhejiang_sn_code(
        &self,
        body: &UnlockZhejiangSnCodeRequest,
    ) -> Result<ZhejiangResponse>;
}

/// The request of [`ZhejiangGoods::query_zhejiang_goods`].
///
/// `QueryZhejiangGoodsRequest::builder().req_ssn(…).build()`. For an `Option`, use setters such as
/// `maybe_goods_bar_code`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct QueryZhejiangGoodsRequest {
    /// 商品条码
    pub goods_bar_code: Option<String>,
    /// 省份代码
    pub province: Option<String>,
    /// 请求流水号: such as `123` (unconfirmed)
    pub req_ssn: String,
    /// 请求时间
    pub req_time: Option<String>,
}

rules! { QueryZhejiangGoodsRequest {} }

/// The response of [`ZhejiangGoods::query_zhejiang_goods`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct QueryZhejiangGoodsResponse {
    /// 响应码: such as `000000`
    pub resp_code: Option<String>,
    /// 响应描述: such as `成功`
    pub resp_desc: Option<String>,
    /// 商品条码
    pub goods_bar_code: Option<String>,
    /// 本记录唯一ID
    pub seq_id: Option<String>,
    /// 省份代码
    pub province: Option<String>,
    /// 条码类型: values `001`, `002`
    pub code_type: Option<String>,
    /// 商品品类
    pub goods_type: Option<String>,
    /// 商品名称
    pub goods_name: Option<String>,
    /// 品牌名称
    pub logo_name: Option<String>,
    /// 商品型号
    pub goods_model: Option<String>,
    /// 基准价格
    pub basis_price: Option<String>,
    /// 厂商统一社会信用代码
    pub manufact_cert_code: Option<String>,
    /// 厂商指导零售价
    pub manufact_price: Option<String>,
    /// 能效标识
    pub energy_effciency: Option<String>,
    /// 能效备案编号
    pub energy_reg_code: Option<String>,
    /// 能效备案型号
    pub energy_reg_model: Option<String>,
    /// 3C 认证编号
    pub reg_3c_code: Option<String>,
    /// 水效标识
    pub water_effciency: Option<String>,
    /// 有效期
    pub expire_date: Option<String>,
    /// 产品描述
    pub description: Option<String>,
    /// gpc 分类代码
    pub gpc: Option<String>,
    /// 净含量
    pub net_content: Option<String>,
    /// 净含量单位代码
    pub unit_code: Option<String>,
    /// 原产国
    pub origin: Option<String>,
    /// 市级区域代码
    pub city: Option<String>,
    /// 区县区域代码
    pub county: Option<String>,
    /// 数据状态
    pub data_state: Option<String>,
    /// 备注
    pub remark: Option<String>,
    /// 上送状态
    pub upload_state: Option<String>,
    /// 失效时间
    pub expire_time: Option<DateTime>,
    /// 是否 AI 产品
    pub is_ai_product: Option<String>,
    /// 设备类型
    pub device_type: Option<String>,
    /// 厂商识别代码
    pub manufact_code: Option<String>,
    /// 厂商注册日期
    pub manufact_login_date: Option<String>,
    /// 厂商失效日期
    pub manufact_logout_date: Option<String>,
    /// 厂商失效标识
    pub manufact_logout_flag: Option<String>,
    /// 厂商注册地址
    pub manufact_register_addr: Option<String>,
    /// 厂商过期日期
    pub manufact_valid_date: Option<String>,
    /// 厂商企业名称
    pub manufact_firm_name: Option<String>,
    /// 企业定价单位
    pub price_unit: Option<String>,
    /// 上市日期
    pub sale_date: Option<String>,
    /// PC 类型
    pub pc_type: Option<String>,
    /// 上送平台编码
    pub msg_src_platform: Option<String>,
}

/// The request of [`ZhejiangGoods::query_zhejiang_sn_code`].
///
/// `QueryZhejiangSnCodeRequest::builder().sn(…).province(…).goods_type(…).goods_bar_code(…).req_ssn(…).req_time(…).build()`.
/// For an `Option`, use setters such as `maybe_manufact_cert_code`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct QueryZhejiangSnCodeRequest {
    /// 商品SN码 (unconfirmed)
    pub sn: String,
    /// 省份代码 (unconfirmed)
    pub province: String,
    /// 厂商统一社会信 用代码
    pub manufact_cert_code: Option<String>,
    /// 商品品类 (unconfirmed)
    pub goods_type: String,
    /// 商品条码 (unconfirmed)
    pub goods_bar_code: String,
    /// IMEI_1 码
    pub imei1: Option<String>,
    /// IMEI_2 码
    pub imei2: Option<String>,
    /// 渠道类型
    pub sales_models: Option<String>,
    /// 请求流水号 (unconfirmed)
    pub req_ssn: String,
    /// 请求时间 (unconfirmed)
    pub req_time: String,
}

rules! { QueryZhejiangSnCodeRequest {} }

/// The response of [`ZhejiangGoods::query_zhejiang_sn_code`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct QueryZhejiangSnCodeResponse {
    /// 响应码: such as `000000`
    pub resp_code: Option<String>,
    /// 响应描述: such as `成功`
    pub resp_desc: Option<String>,
    /// 商品SN码
    pub sn: Option<String>,
    /// 省份代码
    pub province: Option<String>,
    /// 售卖状态
    pub sell_state: Option<ZhejiangSellState>,
}

/// The request of [`ZhejiangGoods::lock_zhejiang_sn_code`].
///
/// `LockZhejiangSnCodeRequest::builder().create_user(…).province(…).sn(…).goods_bar_code(…).goods_type(…).goods_name(…).trans_orderid(…).order_price(…).sell_orderid(…).req_ssn(…).req_time(…).build()`.
/// For an `Option`, use setters such as `maybe_manufact_cert_code`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct LockZhejiangSnCodeRequest {
    /// 发起方 (unconfirmed)
    pub create_user: String,
    /// 省份代码 (unconfirmed)
    pub province: String,
    /// 厂商统一 社会信用 代码
    pub manufact_cert_code: Option<String>,
    /// 商品 SN码 (unconfirmed)
    pub sn: String,
    /// 商品条码 (unconfirmed)
    pub goods_bar_code: String,
    /// 商品品类 (unconfirmed)
    pub goods_type: String,
    /// 商品名称 (unconfirmed)
    pub goods_name: String,
    /// 商品型号
    pub goods_model: Option<String>,
    /// IMEI_1 码
    pub imei1: Option<String>,
    /// IMEI_2 码
    pub imei2: Option<String>,
    /// 交易订单号 (unconfirmed)
    pub trans_orderid: String,
    /// 订单金额 (unconfirmed)
    pub order_price: String,
    /// 收单机构
    pub acquire_code: Option<String>,
    /// 销售订单号 (unconfirmed)
    pub sell_orderid: String,
    /// 市级区域代码
    pub city: Option<String>,
    /// 区县区域代码
    pub county: Option<String>,
    /// 是否 AI 产品
    pub is_ai_product: Option<String>,
    /// 销售时间
    pub sale_time: Option<DateTime>,
    /// 厂商信息
    pub mfr_info: Option<String>,
    /// 具体品牌
    pub brand: Option<String>,
    /// 渠道类型
    pub sale_models: Option<String>,
    /// 请求流水号 (unconfirmed)
    pub req_ssn: String,
    /// 请求时间 (unconfirmed)
    pub req_time: String,
}

rules! { LockZhejiangSnCodeRequest {} }

/// The response of [`ZhejiangGoods::lock_zhejiang_sn_code`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct LockZhejiangSnCodeResponse {
    /// 响应码: such as `000000`
    pub resp_code: Option<String>,
    /// 响应描述: such as `成功`
    pub resp_desc: Option<String>,
    /// IMEI_1 码
    pub imei1: Option<String>,
    /// IMEI_2 码
    pub imei2: Option<String>,
}

/// The request of [`ZhejiangGoods::unlock_zhejiang_sn_code`].
///
/// `UnlockZhejiangSnCodeRequest::builder().req_ssn(…).req_time(…).create_user(…).province(…).sn(…).goods_bar_code(…).goods_type(…).goods_name(…).trans_orderid(…).ori_pay_orderid(…).order_price(…).sell_orderid(…).build()`.
/// For an `Option`, use setters such as `maybe_manufact_cert_code`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UnlockZhejiangSnCodeRequest {
    /// 请求流水号 (unconfirmed)
    pub req_ssn: String,
    /// 请求时间 (unconfirmed)
    pub req_time: String,
    /// 发起方 (unconfirmed)
    pub create_user: String,
    /// 省份代码 (unconfirmed)
    pub province: String,
    /// 厂商统一 社会信用 代码
    pub manufact_cert_code: Option<String>,
    /// 商品 SN码 (unconfirmed)
    pub sn: String,
    /// 商品条码 (unconfirmed)
    pub goods_bar_code: String,
    /// 商品品类 (unconfirmed)
    pub goods_type: String,
    /// 商品名称 (unconfirmed)
    pub goods_name: String,
    /// 商品型号
    pub goods_model: Option<String>,
    /// IMEI_1 码
    pub imei1: Option<String>,
    /// IMEI_2 码
    pub imei2: Option<String>,
    /// 交易订单 号 (unconfirmed)
    pub trans_orderid: String,
    /// 原支付订 单号 (unconfirmed)
    pub ori_pay_orderid: String,
    /// 订单金额 (unconfirmed)
    pub order_price: String,
    /// 收单机构
    pub acquire_code: Option<String>,
    /// 销售订单 号 (unconfirmed)
    pub sell_orderid: String,
    /// 市级区域代码
    pub city: Option<String>,
    /// 区县区域代码
    pub county: Option<String>,
    /// 是否AI产品
    pub is_ai_product: Option<String>,
    /// 销售时间
    pub sale_time: Option<DateTime>,
    /// 厂商信息
    pub mfr_info: Option<String>,
    /// 具体品牌
    pub brand: Option<String>,
    /// 渠道类型
    pub sales_models: Option<String>,
}

rules! { UnlockZhejiangSnCodeRequest {} }

open_enum! {
    /// 售卖状态
    pub enum ZhejiangSellState {
        U0022 = "U0022",
        U0023 = "U0023",
        U0024 = "U0024",
        U9999 = "U9999",
    }
}
