//! 支付.

use wechatpay_client::{DateTime, Deserialize, Fen};

use crate::notifications::decode::one_of;
use crate::open_enum::open_enum;

one_of! {
    /// 支付成功通知
    ///
    /// The resources of `TRANSACTION.SUCCESS`.
    pub enum TransactionSuccess {
        /// 直连商户: 基础支付或委托代扣
        Merchant(MerchantTransaction) {
            abroad: false,
            needs: ["mchid", "trade_state", "appid", "out_trade_no"],
            knows: [
                "transaction_id", "trade_type", "trade_state", "trade_state_desc", "bank_type",
                "success_time", "appid", "mchid", "attach", "out_trade_no", "amount",
                "amount.payer_currency", "scene_info", "promotion_detail",
                "promotion_detail.coupon_id", "promotion_detail.stock_id",
                "promotion_detail.wechatpay_contribute", "promotion_detail.merchant_contribute",
                "promotion_detail.other_contribute", "promotion_detail.currency",
                "promotion_detail.goods_detail", "promotion_detail.activity_id", "payer",
                "payer.sp_openid", "installment_info"
            ],
        },
        /// 服务商: 基础支付或委托代扣
        Partner(PartnerTransaction) {
            abroad: false,
            needs: ["sp_mchid", "sub_mchid", "trade_state", "out_trade_no"],
            knows: [
                "sp_appid", "sp_mchid", "sub_appid", "sub_mchid", "transaction_id", "trade_type",
                "trade_state", "trade_state_desc", "bank_type", "success_time", "attach",
                "out_trade_no", "amount", "amount.payer_currency", "scene_info", "payer",
                "payer.sp_openid", "promotion_detail", "promotion_detail.coupon_id",
                "promotion_detail.stock_id", "promotion_detail.wechatpay_contribute",
                "promotion_detail.merchant_contribute", "promotion_detail.other_contribute",
                "promotion_detail.currency", "promotion_detail.goods_detail",
                "promotion_detail.activity_id", "installment_info"
            ],
        },
        /// 合单支付
        Combine(CombineOrder) {
            abroad: false,
            needs: [
                "combine_mchid", "combine_appid", "combine_out_trade_no", "combine_transaction_id"
            ],
            knows: [
                "combine_appid", "combine_mchid", "combine_out_trade_no", "combine_transaction_id",
                "combine_payer_info", "scene_info", "sub_orders", "trade_scenario",
                "installment_info"
            ],
        },
        /// 分账动账
        ProfitSharing(ProfitSharingChange) {
            abroad: false,
            needs: ["transaction_id", "order_id", "out_order_no", "receiver", "success_time"],
            knows: [
                "mchid", "sp_mchid", "sub_mchid", "transaction_id", "order_id", "out_order_no",
                "receiver", "success_time"
            ],
        },
        /// 停车服务或扫码乘车
        Transport(TransportTransaction) {
            abroad: false,
            needs: [
                "sp_mchid", "appid", "description", "create_time", "out_trade_no", "trade_state",
                "trade_scene", "amount"
            ],
            knows: [
                "appid", "sub_appid", "sp_mchid", "sub_mchid", "description", "create_time",
                "out_trade_no", "transaction_id", "trade_state", "trade_state_description",
                "success_time", "bank_type", "user_repaid", "attach", "trade_scene",
                "parking_info", "payer", "amount", "amount.discount_total", "promotion_detail",
                "promotion_detail.coupon_id", "promotion_detail.stock_id",
                "promotion_detail.wechatpay_contribute", "promotion_detail.merchant_contribute",
                "promotion_detail.other_contribute", "promotion_detail.currency",
                "user_repay_state", "repay_transaction_id", "repay_time", "contract_id",
                "bus_info", "metro_info"
            ],
        },
        /// 教育续费通
        Education(EducationTransaction) {
            abroad: false,
            needs: [
                "sp_mchid", "appid", "out_trade_no", "trade_state", "trade_state_description",
                "amount"
            ],
            knows: [
                "sp_mchid", "appid", "sub_mchid", "sub_appid", "out_trade_no", "transaction_id",
                "attach", "bank_type", "success_time", "trade_state", "trade_state_description",
                "payer", "amount", "amount.discount_total", "device_information",
                "promotion_detail", "promotion_detail.coupon_id", "promotion_detail.stock_id",
                "promotion_detail.wechatpay_contribute", "promotion_detail.merchant_contribute",
                "promotion_detail.other_contribute"
            ],
        },
        /// 跨境支付或香港钱包
        Global(GlobalTransaction) {
            abroad: true,
            needs: [
                "out_trade_no", "id", "trade_type", "bank_type", "success_time", "trade_state",
                "trade_state_desc", "payer", "amount"
            ],
            knows: [
                "mchid", "appid", "sp_mchid", "sub_mchid", "sp_appid", "sub_appid", "out_trade_no",
                "id", "attach", "trade_type", "bank_type", "success_time", "trade_state",
                "trade_state_desc", "payer", "payer.sp_openid", "amount", "amount.payer_currency",
                "amount.exchange_rate", "promotion_detail", "promotion_detail.promotion_id",
                "promotion_detail.currency", "promotion_detail.activity_id",
                "promotion_detail.wxpay_contribute_amount",
                "promotion_detail.merchant_contribute_amount",
                "promotion_detail.other_contribute_amount", "promotion_detail.goods_detail"
            ],
        },
        /// 跨境代扣
        GlobalPapay(GlobalPapayTransaction) {
            abroad: true,
            needs: [
                "out_trade_no", "transaction_id", "trade_type", "bank_type", "success_time",
                "trade_state", "trade_state_desc", "payer", "amount"
            ],
            knows: [
                "mchid", "appid", "sp_mchid", "sub_mchid", "sp_appid", "sub_appid", "out_trade_no",
                "transaction_id", "attach", "trade_type", "bank_type", "success_time",
                "trade_state", "trade_state_desc", "payer", "payer.sp_openid", "amount",
                "amount.payer_currency", "amount.exchange_rate", "promotion_detail",
                "promotion_detail.promotion_id", "promotion_detail.currency",
                "promotion_detail.activity_id", "promotion_detail.wxpay_contribute_amount",
                "promotion_detail.merchant_contribute_amount",
                "promotion_detail.other_contribute_amount", "promotion_detail.goods_detail"
            ],
        },
    }
}

one_of! {
    /// 扣费失败通知
    ///
    /// The resources of `TRANSACTION.FAIL`.
    pub enum TransactionFail {
        /// 直连商户: 基础支付或委托代扣
        Merchant(MerchantTransaction) {
            abroad: false,
            needs: ["mchid", "trade_state", "appid", "out_trade_no"],
            knows: [
                "transaction_id", "trade_type", "trade_state", "trade_state_desc", "bank_type",
                "success_time", "appid", "mchid", "attach", "out_trade_no", "amount",
                "amount.payer_currency", "scene_info", "promotion_detail",
                "promotion_detail.coupon_id", "promotion_detail.stock_id",
                "promotion_detail.wechatpay_contribute", "promotion_detail.merchant_contribute",
                "promotion_detail.other_contribute", "promotion_detail.currency",
                "promotion_detail.goods_detail", "promotion_detail.activity_id", "payer",
                "payer.sp_openid", "installment_info"
            ],
        },
        /// 服务商: 基础支付或委托代扣
        Partner(PartnerTransaction) {
            abroad: false,
            needs: ["sp_mchid", "sub_mchid", "trade_state", "out_trade_no"],
            knows: [
                "sp_appid", "sp_mchid", "sub_appid", "sub_mchid", "transaction_id", "trade_type",
                "trade_state", "trade_state_desc", "bank_type", "success_time", "attach",
                "out_trade_no", "amount", "amount.payer_currency", "scene_info", "payer",
                "payer.sp_openid", "promotion_detail", "promotion_detail.coupon_id",
                "promotion_detail.stock_id", "promotion_detail.wechatpay_contribute",
                "promotion_detail.merchant_contribute", "promotion_detail.other_contribute",
                "promotion_detail.currency", "promotion_detail.goods_detail",
                "promotion_detail.activity_id", "installment_info"
            ],
        },
        /// 停车服务
        Parking(ParkingTransaction) {
            abroad: false,
            needs: [
                "sp_mchid", "appid", "description", "create_time", "out_trade_no", "trade_state",
                "trade_scene", "amount"
            ],
            knows: [
                "appid", "sub_appid", "sp_mchid", "sub_mchid", "description", "create_time",
                "out_trade_no", "transaction_id", "trade_state", "trade_state_description",
                "success_time", "bank_type", "user_repaid", "attach", "trade_scene",
                "parking_info", "payer", "amount", "amount.discount_total", "promotion_detail",
                "promotion_detail.coupon_id", "promotion_detail.stock_id",
                "promotion_detail.wechatpay_contribute", "promotion_detail.merchant_contribute",
                "promotion_detail.other_contribute", "promotion_detail.currency"
            ],
        },
        /// 教育续费通
        Education(EducationTransaction) {
            abroad: false,
            needs: [
                "sp_mchid", "appid", "out_trade_no", "trade_state", "trade_state_description",
                "amount"
            ],
            knows: [
                "sp_mchid", "appid", "sub_mchid", "sub_appid", "out_trade_no", "transaction_id",
                "attach", "bank_type", "success_time", "trade_state", "trade_state_description",
                "payer", "amount", "amount.discount_total", "device_information",
                "promotion_detail", "promotion_detail.coupon_id", "promotion_detail.stock_id",
                "promotion_detail.wechatpay_contribute", "promotion_detail.merchant_contribute",
                "promotion_detail.other_contribute"
            ],
        },
        /// 跨境支付或香港钱包
        Global(GlobalTransaction) {
            abroad: true,
            needs: [
                "out_trade_no", "id", "trade_type", "bank_type", "success_time", "trade_state",
                "trade_state_desc", "payer", "amount"
            ],
            knows: [
                "mchid", "appid", "sp_mchid", "sub_mchid", "sp_appid", "sub_appid", "out_trade_no",
                "id", "attach", "trade_type", "bank_type", "success_time", "trade_state",
                "trade_state_desc", "payer", "payer.sp_openid", "amount", "amount.payer_currency",
                "amount.exchange_rate", "promotion_detail", "promotion_detail.promotion_id",
                "promotion_detail.currency", "promotion_detail.activity_id",
                "promotion_detail.wxpay_contribute_amount",
                "promotion_detail.merchant_contribute_amount",
                "promotion_detail.other_contribute_amount", "promotion_detail.goods_detail"
            ],
        },
        /// 跨境代扣
        GlobalPapay(GlobalPapayTransaction) {
            abroad: true,
            needs: [
                "out_trade_no", "transaction_id", "trade_type", "bank_type", "success_time",
                "trade_state", "trade_state_desc", "payer", "amount"
            ],
            knows: [
                "mchid", "appid", "sp_mchid", "sub_mchid", "sp_appid", "sub_appid", "out_trade_no",
                "transaction_id", "attach", "trade_type", "bank_type", "success_time",
                "trade_state", "trade_state_desc", "payer", "payer.sp_openid", "amount",
                "amount.payer_currency", "amount.exchange_rate", "promotion_detail",
                "promotion_detail.promotion_id", "promotion_detail.currency",
                "promotion_detail.activity_id", "promotion_detail.wxpay_contribute_amount",
                "promotion_detail.merchant_contribute_amount",
                "promotion_detail.other_contribute_amount", "promotion_detail.goods_detail"
            ],
        },
    }
}

one_of! {
    /// 用户对垫资单还款通知
    ///
    /// The resources of `TRANSACTION.PAY_BACK`.
    pub enum TransactionPayBack {
        /// 停车服务
        Parking(ParkingTransaction) {
            abroad: false,
            needs: [
                "sp_mchid", "appid", "description", "create_time", "out_trade_no", "trade_state",
                "trade_scene", "amount"
            ],
            knows: [
                "appid", "sub_appid", "sp_mchid", "sub_mchid", "description", "create_time",
                "out_trade_no", "transaction_id", "trade_state", "trade_state_description",
                "success_time", "bank_type", "user_repaid", "attach", "trade_scene",
                "parking_info", "payer", "amount", "promotion_detail", "promotion_detail.currency"
            ],
        },
        /// 校园轻松付
        EduSchoolPay(EduSchoolPayTransaction) {
            abroad: false,
            needs: [
                "mchid", "appid", "out_trade_no", "trade_type", "trade_state", "trade_state_desc",
                "amount"
            ],
            knows: [
                "mchid", "appid", "sub_mchid", "sub_appid", "out_trade_no", "transaction_id",
                "trade_type", "trade_state", "trade_state_desc", "bank_type", "attach",
                "success_time", "payer", "amount", "device_info", "promotion_detail"
            ],
        },
    }
}

/// The resource of `TRANSACTION.SUCCESS`, `TRANSACTION.FAIL`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct MerchantTransaction {
    /// 微信支付订单号: such as `1217752501201407033233368018`
    pub transaction_id: Option<String>,
    /// 交易类型
    pub trade_type: Option<TradeType>,
    /// 交易状态
    pub trade_state: TradeState,
    /// 交易状态描述: such as `支付失败，请重新下单支付`
    pub trade_state_desc: Option<String>,
    /// 付款银行: such as `CMC`
    pub bank_type: Option<String>,
    /// 支付完成时间: such as `2018-06-08T10:34:56+08:00`
    pub success_time: Option<DateTime>,
    /// 公众号ID: such as `wxd678efh567hg6787`
    pub appid: Option<String>,
    /// 直连商户号: such as `1230000109`
    pub mchid: String,
    /// 附加数据: such as `自定义数据`
    pub attach: Option<String>,
    /// 商户订单号: such as `1217752501201407033233368018`
    pub out_trade_no: String,
    /// 订单金额
    pub amount: Option<MerchantTransactionAmount>,
    /// 场景信息
    pub scene_info: Option<SceneInfo>,
    /// 优惠信息
    pub promotion_detail: Option<Vec<TransactionPromotionDetail>>,
    /// 支付者
    pub payer: Option<MerchantPayer>,
    /// 使用的商户贴息信息
    pub installment_info: Option<InstallmentInfo>,
}

/// 订单金额
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct MerchantTransactionAmount {
    /// 总金额: such as `100`
    pub total: Option<Fen>,
    /// 货币类型: such as `CNY`
    pub currency: Option<String>,
    /// 用户支付货币类型: such as `CNY`
    pub payer_currency: Option<String>,
    /// 用户支付金额: such as `100`
    pub payer_total: Option<Fen>,
}

/// 场景信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct SceneInfo {
    /// 商户端设备号: such as `013467007045764`
    pub device_id: Option<String>,
}

/// 优惠信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct TransactionPromotionDetail {
    /// 券ID: such as `109519`
    pub coupon_id: Option<String>,
    /// 优惠名称: such as `单品惠-6`
    pub name: Option<String>,
    /// 优惠范围: such as `GLOBAL`
    pub scope: Option<PromotionScope>,
    /// 优惠类型: such as `CASH`
    pub r#type: Option<PromotionType>,
    /// 优惠券面额: such as `100`
    pub amount: Option<Fen>,
    /// 活动ID: such as `931386`
    pub stock_id: Option<String>,
    /// 微信出资: such as `0`
    pub wechatpay_contribute: Option<Fen>,
    /// 商户出资: such as `0`
    pub merchant_contribute: Option<Fen>,
    /// 其他出资: such as `0`
    pub other_contribute: Option<Fen>,
    /// 优惠货币类型: such as `CNY`
    pub currency: Option<String>,
    /// 单品列表
    pub goods_detail: Option<Vec<TransactionGoodsDetail>>,
    /// 活动ID
    pub activity_id: Option<String>,
}

/// 单品列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct TransactionGoodsDetail {
    /// 商品编码: such as `M1006`
    pub goods_id: String,
    /// 商品数量: such as `1`
    pub quantity: i64,
    /// 商品单价: such as `100`
    pub unit_price: Option<Fen>,
    /// 商品优惠金额: such as `1`
    pub discount_amount: Fen,
    /// 商品备注: such as `商品备注信息`
    pub goods_remark: Option<String>,
}

/// 支付者
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct MerchantPayer {
    /// 用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub openid: Option<String>,
    /// 用户在子商户的标识
    pub sub_openid: Option<String>,
    /// `sp_openid`
    pub sp_openid: Option<String>,
}

/// 使用的商户贴息信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct InstallmentInfo {
    /// 是否使用了商户贴息
    pub use_subsidy: bool,
    /// 用户实际选择分期期数: such as `3`
    pub selected_installment_number: i64,
}

/// The resource of `TRANSACTION.SUCCESS`, `TRANSACTION.FAIL`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct PartnerTransaction {
    /// 服务商公众号ID: such as `wx8888888888888888`
    pub sp_appid: Option<String>,
    /// 服务商户号: such as `1230000109`
    pub sp_mchid: String,
    /// 子商户公众号ID: such as `wxd678efh567hg6999`
    pub sub_appid: Option<String>,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 微信支付订单号: such as `1217752501201407033233368018`
    pub transaction_id: Option<String>,
    /// 交易类型
    pub trade_type: Option<TradeType>,
    /// 交易状态
    pub trade_state: TradeState,
    /// 交易状态描述: such as `支付失败，请重新下单支付`
    pub trade_state_desc: Option<String>,
    /// 付款银行: such as `CMC`
    pub bank_type: Option<String>,
    /// 支付完成时间: such as `2018-06-08T10:34:56+08:00`
    pub success_time: Option<DateTime>,
    /// 附加数据: such as `自定义数据`
    pub attach: Option<String>,
    /// 商户订单号: such as `1217752501201407033233368018`
    pub out_trade_no: String,
    /// 用户支付金额
    pub amount: Option<PartnerTransactionAmount>,
    /// 场景信息
    pub scene_info: Option<SceneInfo>,
    /// 支付者
    pub payer: Option<PartnerPayer>,
    /// 优惠信息
    pub promotion_detail: Option<Vec<TransactionPromotionDetail>>,
    /// 使用的商户贴息信息
    pub installment_info: Option<InstallmentInfo>,
}

/// 用户支付金额
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PartnerTransactionAmount {
    /// 总金额: such as `100`
    pub total: Option<Fen>,
    /// 货币类型: such as `CNY`
    pub currency: Option<String>,
    /// 用户支付金额: such as `100`
    pub payer_total: Option<Fen>,
    /// 用户支付币种: such as `CNY`
    pub payer_currency: Option<String>,
}

/// 支付者
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PartnerPayer {
    /// 合作伙伴用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub sp_openid: Option<String>,
    /// 特约商户用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub sub_openid: Option<String>,
    /// 用户在服务商的标识
    pub openid: Option<String>,
}

/// The resource of `TRANSACTION.SUCCESS`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CombineOrder {
    /// 平台商户应用ID: such as `wxd678efh567hg6787`
    pub combine_appid: String,
    /// 平台商户号: such as `1230000109`
    pub combine_mchid: String,
    /// 交易单订单号: such as `P20150806125346`
    pub combine_out_trade_no: String,
    /// 交易单微信支付订单号: such as `1217752501201407033233368018`
    pub combine_transaction_id: Option<String>,
    /// 支付者
    pub combine_payer_info: Option<CombinePayerInfo>,
    /// 场景信息
    pub scene_info: Option<SceneInfo>,
    /// 商品单信息
    pub sub_orders: Option<Vec<CombineSubOrder>>,
    /// 交易场景: such as `RECOMMERCE`
    pub trade_scenario: Option<CombineTradeScenario>,
    /// 使用的商户贴息信息
    pub installment_info: Option<InstallmentInfo>,
}

/// 支付者
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CombinePayerInfo {
    /// 用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub openid: Option<String>,
}

/// 商品单信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CombineSubOrder {
    /// 商品单发起商户号: such as `1900000109`
    pub mchid: String,
    /// 商品单个人收款方受理授权ID: such as `1900000109`
    pub individual_auth_id: Option<String>,
    /// 商品单个人收款方平台昵称: such as `哈哈哈小店`
    pub individual_name: Option<String>,
    /// 商品单商户订单号: such as `20150806125346`
    pub out_trade_no: String,
    /// 微信支付订单号: such as `1009660380201506130728806387`
    pub transaction_id: Option<String>,
    /// 交易类型: such as `JSAPI`
    pub trade_type: Option<CombineTradeType>,
    /// 交易状态: such as `SUCCESS`
    pub trade_state: CombineTradeState,
    /// 付款银行: such as `CMC`
    pub bank_type: Option<String>,
    /// 附加数据: such as `深圳分店`
    pub attach: Option<String>,
    /// 支付完成时间: such as `2015-05-20T13:29:35.120+08:00`
    pub success_time: Option<DateTime>,
    /// 订单金额
    pub amount: CombineSubOrderAmount,
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 子商户应用ID: such as `wxd678efh567hg6999`
    pub sub_appid: Option<String>,
    /// 用户子标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub sub_openid: Option<String>,
    /// 优惠信息列表
    pub promotion_detail: Option<Vec<CombinePromotionDetail>>,
}

/// 订单金额
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CombineSubOrderAmount {
    /// 标价金额: such as `10`
    pub total_amount: Fen,
    /// 现金支付金额: in the smallest unit of the currency, such as `10`
    pub payer_amount: Option<i64>,
    /// 标价币种: such as `CNY`
    pub currency: Option<String>,
    /// 现金支付币种: such as `CNY`
    pub payer_currency: Option<String>,
    /// 结算汇率: in hundred-millionths, such as `650000000`
    pub settlement_rate: Option<i64>,
}

/// 优惠信息列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CombinePromotionDetail {
    /// 券ID
    pub coupon_id: Option<String>,
    /// 优惠名称
    pub name: Option<String>,
    /// 优惠范围
    pub scope: Option<PromotionScope>,
    /// 优惠类型
    pub r#type: Option<PromotionType>,
    /// 优惠券面额
    pub amount: Option<Fen>,
    /// 活动批次ID
    pub stock_id: Option<String>,
    /// 微信出资
    pub wechatpay_contribute: Option<Fen>,
    /// 商户出资
    pub merchant_contribute: Option<Fen>,
    /// 其他出资
    pub other_contribute: Option<Fen>,
    /// 优惠币种: such as `CNY`
    pub currency: Option<String>,
    /// 单品列表
    pub goods_detail: Option<Vec<GoodsDetail>>,
}

/// 单品列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct GoodsDetail {
    /// 商品编码: such as `商品编码`
    pub goods_id: Option<String>,
    /// 商品数量: such as `1`
    pub quantity: Option<i64>,
    /// 商品单价: such as `828800`
    pub unit_price: Option<Fen>,
    /// 商品优惠金额: such as `1`
    pub discount_amount: Option<Fen>,
    /// 商品备注: such as `商品备注信息`
    pub goods_remark: Option<String>,
}

/// The resource of `TRANSACTION.SUCCESS`, `PROFITSHARING`, `PROFITSHARING_RETURN`,
/// `PROFITSHARING.SUCCESS`, `PROFITSHARING.RETURN`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct ProfitSharingChange {
    /// 商户号
    pub mchid: Option<String>,
    /// 调用接口提交的商户号
    pub sp_mchid: Option<String>,
    /// 调用接口提交的子商户号
    pub sub_mchid: Option<String>,
    /// 微信支付系统生成的订单号
    pub transaction_id: Option<String>,
    /// 微信分账/回退单号
    pub order_id: Option<String>,
    /// 分账方系统内部的分账/回退单号
    pub out_order_no: Option<String>,
    /// 分账接收方对象
    pub receiver: Option<ProfitSharingReceiver>,
    /// 订单支付完成时间
    pub success_time: Option<DateTime>,
}

/// 分账接收方对象
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ProfitSharingReceiver {
    /// 分账接收方的类型
    pub r#type: Option<ProfitSharingReceiverType>,
    /// 分账接收方的账号
    pub account: Option<String>,
    /// 分账动账金额
    pub amount: Option<Fen>,
    /// 分账/回退描述
    pub description: Option<String>,
}

/// The resource of `TRANSACTION.SUCCESS`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct TransportTransaction {
    /// 应用ID: such as `wxcbda96de0b165486`
    pub appid: Option<String>,
    /// 子商户应用ID: such as `wxcbda96de0b165489`
    pub sub_appid: Option<String>,
    /// 服务商商户号: such as `1230000109`
    pub sp_mchid: Option<String>,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 服务描述: such as `停车场扣费`
    pub description: Option<String>,
    /// 订单创建时间: such as `2017-08-26T10:43:39+08:00`
    pub create_time: Option<DateTime>,
    /// 商户订单号: such as `20150806125346`
    pub out_trade_no: Option<String>,
    /// 微信支付订单号: such as `1009660380201506130728806387`
    pub transaction_id: Option<String>,
    /// 交易状态: such as `SUCCESS`
    pub trade_state: Option<TransportTradeState>,
    /// 交易状态描述: such as `支付失败，请重新下单支付`
    pub trade_state_description: Option<String>,
    /// 支付完成时间: such as `2017-08-26T10:43:39+08:00`
    pub success_time: Option<DateTime>,
    /// 付款银行: such as `CMC`
    pub bank_type: Option<String>,
    /// 用户是否已还款: such as `Y`
    pub user_repaid: Option<String>,
    /// 附加数据: such as `深圳分店`
    pub attach: Option<String>,
    /// 交易场景
    pub trade_scene: Option<TransportTradeScene>,
    /// 停车场景信息
    pub parking_info: Option<ParkingInfo>,
    /// 支付者信息
    pub payer: Option<Payer>,
    /// 订单金额信息
    pub amount: Option<TransportTransactionAmount>,
    /// 优惠信息
    pub promotion_detail: Option<Vec<TransportPromotionDetail>>,
    /// 用户还款状态
    pub user_repay_state: Option<UserRepayState>,
    /// 还款微信支付订单号
    pub repay_transaction_id: Option<String>,
    /// 垫资还款时间
    pub repay_time: Option<DateTime>,
    /// 代扣签约ID
    pub contract_id: Option<String>,
    /// 公交场景信息
    pub bus_info: Option<BusInfo>,
    /// 地铁场景信息
    pub metro_info: Option<MetroInfo>,
}

/// 停车场景信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct ParkingInfo {
    /// 停车入场id: such as `5K8264ILTKCH16CQ250`
    pub parking_id: String,
    /// 车牌号: such as `粤B888888`
    pub plate_number: String,
    /// 车牌颜色: such as `BLUE`
    pub plate_color: PlateColor,
    /// 入场时间: such as `2017-08-26T10:43:39+08:00`
    pub start_time: DateTime,
    /// 出场时间: such as `2017-08-26T10:43:39+08:00`
    pub end_time: DateTime,
    /// 停车场名称: such as `欢乐海岸停车场`
    pub parking_name: String,
    /// 计费时长: in seconds, such as `3600`
    pub charging_duration: i64,
    /// 停车场设备id: such as `12313`
    pub device_id: Option<String>,
}

/// 支付者信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct Payer {
    /// 用户在appid下的标识: such as `oUpF8uMuAJOM2pxb1Q`
    pub openid: String,
    /// 用户在sub_appid下的标识: such as `oUpF8uMuAJOM2pxb1Q`
    pub sub_openid: Option<String>,
}

/// 订单金额信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct TransportTransactionAmount {
    /// 订单金额: such as `888`
    pub total: Option<Fen>,
    /// 货币类型: such as `CNY`
    pub currency: Option<String>,
    /// 用户实际支付金额: such as `100`
    pub payer_total: Option<Fen>,
    /// 折扣: such as `100`
    pub discount_total: Option<Fen>,
}

/// 优惠信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct TransportPromotionDetail {
    /// 券ID: such as `109519`
    pub coupon_id: Option<String>,
    /// 优惠名称: such as `单品惠-6`
    pub name: Option<String>,
    /// 优惠范围: such as `SINGLE`
    pub scope: Option<PromotionScope>,
    /// 优惠类型: such as `CASH`
    pub r#type: Option<PromotionType>,
    /// 活动ID: such as `931386`
    pub stock_id: Option<String>,
    /// 优惠券面额: such as `5`
    pub amount: Option<Fen>,
    /// 微信出资: such as `1`
    pub wechatpay_contribute: Option<Fen>,
    /// 商户出资: such as `1`
    pub merchant_contribute: Option<Fen>,
    /// 其他出资: such as `1`
    pub other_contribute: Option<Fen>,
    /// 优惠币种: such as `CNY`
    pub currency: Option<String>,
}

/// 公交场景信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct BusInfo {
    /// 用户乘车时间
    pub start_time: Option<DateTime>,
    /// 乘车路线
    pub line_name: Option<String>,
    /// 车牌号
    pub plate_number: Option<String>,
}

/// 地铁场景信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct MetroInfo {
    /// 用户乘车时间
    pub start_time: Option<DateTime>,
    /// 用户下车时间
    pub end_time: Option<DateTime>,
    /// 乘车起始站
    pub start_station: Option<String>,
    /// 乘车终点站
    pub end_station: Option<String>,
}

/// The resource of `TRANSACTION.SUCCESS`, `TRANSACTION.FAIL`, `ENTRUST.SIGNING`, `ENTRUST.RELEASE`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct EducationTransaction {
    /// 服务商商户号: such as `1230000109`
    pub sp_mchid: String,
    /// 服务商APPID: such as `wx8888888888888888`
    pub appid: String,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 子商户APPID: such as `wx8888888888888888`
    pub sub_appid: Option<String>,
    /// 商户订单号: such as `201407033233368018`
    pub out_trade_no: String,
    /// 微信支付订单号: such as `25012014070332333018`
    pub transaction_id: Option<String>,
    /// 商户数据: such as `自定义数据`
    pub attach: Option<String>,
    /// 付款银行: such as `CMC`
    pub bank_type: Option<String>,
    /// 支付完成时间: such as `2020-03-26T10:43:39+08:00`
    pub success_time: Option<DateTime>,
    /// 交易状态: such as `SUCCESS`
    pub trade_state: String,
    /// 交易状态描述: such as `支付成功`
    pub trade_state_description: Option<String>,
    /// 支付者
    pub payer: Option<IndustryPayer>,
    /// 订单金额
    pub amount: EducationTransactionAmount,
    /// 设备信息
    pub device_information: Option<DeviceInfo>,
    /// 优惠详情
    pub promotion_detail: Option<Vec<EducationPromotionDetail>>,
}

/// 支付者
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct IndustryPayer {
    /// 服务商APPID下的用户标识: such as `oUpF8uMuAJOM2pxb1Q`
    pub openid: Option<String>,
    /// 子商户APPID下的用户标识: such as `oUpF8uMuAJOM2pxb1Q`
    pub sub_openid: Option<String>,
}

/// 订单金额
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct EducationTransactionAmount {
    /// 订单金额: such as `888`
    pub total: Fen,
    /// 用户支付金额: such as `888`
    pub payer_total: Option<Fen>,
    /// 折扣: such as `100`
    pub discount_total: Option<Fen>,
    /// 货币类型: such as `CNY`
    pub currency: Option<String>,
}

/// 设备信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct DeviceInfo {
    /// 设备号: such as `12343232`
    pub device_id: Option<String>,
    /// 商户端设备ip: such as `123.12.12.123`
    pub device_ip: Option<String>,
}

/// 优惠详情
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct EducationPromotionDetail {
    /// 券ID: such as `109519`
    pub coupon_id: Option<String>,
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

/// The resource of `TRANSACTION.SUCCESS`, `TRANSACTION.FAIL`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct GlobalTransaction {
    /// 商户号: such as `1900000109`
    pub mchid: Option<String>,
    /// APPID: such as `wx8888888888888888`
    pub appid: Option<String>,
    /// 机构商户号: such as `1900000100`
    pub sp_mchid: Option<String>,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 机构APPID: such as `wx8888888888888888`
    pub sp_appid: Option<String>,
    /// 子商户APPID: such as `wx8888888888888888`
    pub sub_appid: Option<String>,
    /// 商户订单号: such as `1217752501201407033233368018`
    pub out_trade_no: Option<String>,
    /// 微信支付订单号: such as `4200000000002104083200000488`
    pub id: Option<String>,
    /// 商户数据: such as `自定义数据`
    pub attach: Option<String>,
    /// 交易类型: such as `APP`
    pub trade_type: Option<GlobalTradeType>,
    /// 付款银行: such as `CMC`
    pub bank_type: Option<String>,
    /// 支付完成时间: such as `2018-06-08T10:34:56+08:00`
    pub success_time: Option<DateTime>,
    /// 交易状态: such as `SUCCESS`
    pub trade_state: Option<GlobalTradeState>,
    /// 交易状态描述: such as `支付失败，请重新下单支付`
    pub trade_state_desc: Option<String>,
    /// 支付者
    pub payer: Option<GlobalPayer>,
    /// 订单金额
    pub amount: Option<GlobalTransactionAmount>,
    /// 优惠功能
    pub promotion_detail: Option<Vec<GlobalPromotionDetail>>,
}

/// 支付者
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct GlobalPayer {
    /// 用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub openid: Option<String>,
    /// 用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub sp_openid: Option<String>,
    /// 用户子标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub sub_openid: Option<String>,
}

/// 订单金额
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct GlobalTransactionAmount {
    /// 订单金额: in the smallest unit of the currency, such as `888`
    pub total: Option<i64>,
    /// 用户支付金额: in the smallest unit of the currency, such as `888`
    pub payer_total: Option<i64>,
    /// 订单标价币种: such as `CNY`
    pub currency: Option<String>,
    /// 用户支付币种: such as `HKD`
    pub payer_currency: Option<String>,
    /// 汇率信息
    pub exchange_rate: Option<GlobalExchangeRate>,
}

/// 汇率信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct GlobalExchangeRate {
    /// 汇率类型: such as `SETTLEMENT_RATE`
    pub r#type: Option<GlobalExchangeRateType>,
    /// 汇率值: in hundred-millionths, such as `80000000`
    pub rate: Option<i64>,
}

/// 优惠功能
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct GlobalPromotionDetail {
    /// 券ID: such as `109519`
    pub promotion_id: Option<String>,
    /// 优惠名称: such as `单品惠-6`
    pub name: Option<String>,
    /// 优惠范围: such as `SINGLE`
    pub scope: Option<PromotionScope>,
    /// 优惠类型: such as `DISCOUNT`
    pub r#type: Option<GlobalPromotionType>,
    /// 优惠券面额: in the smallest unit of the currency, such as `5`
    pub amount: Option<i64>,
    /// 优惠币种: such as `HKD`
    pub currency: Option<String>,
    /// 活动ID: such as `931386`
    pub activity_id: Option<String>,
    /// 微信出资: in the smallest unit of the currency, such as `0`
    pub wxpay_contribute_amount: Option<i64>,
    /// 商户出资: in the smallest unit of the currency, such as `0`
    pub merchant_contribute_amount: Option<i64>,
    /// 其他出资: in the smallest unit of the currency, such as `5`
    pub other_contribute_amount: Option<i64>,
    /// 单品列表
    pub goods_detail: Option<Vec<GlobalGoodsDetail>>,
}

/// 单品列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct GlobalGoodsDetail {
    /// 商品编码: such as `12345`
    pub goods_id: Option<String>,
    /// 商品备注: such as `1001`
    pub goods_remark: Option<String>,
    /// 商品优惠金额: in the smallest unit of the currency, such as `100`
    pub discount_amount: Option<i64>,
    /// 商品数量: such as `1`
    pub quantity: Option<i64>,
    /// 商品价格: in the smallest unit of the currency, such as `528800`
    pub price: Option<i64>,
}

/// The resource of `TRANSACTION.SUCCESS`, `TRANSACTION.FAIL`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct GlobalPapayTransaction {
    /// 商户号: such as `1900000109`
    pub mchid: Option<String>,
    /// APPID: such as `wx8888888888888888`
    pub appid: Option<String>,
    /// 机构商户号: such as `1900000100`
    pub sp_mchid: Option<String>,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 机构APPID: such as `wx8888888888888888`
    pub sp_appid: Option<String>,
    /// 子商户APPID: such as `wx8888888888888888`
    pub sub_appid: Option<String>,
    /// 商户订单号: such as `1217752501201407033233368018`
    pub out_trade_no: Option<String>,
    /// 微信支付订单号: such as `4200000000002104083200000488`
    pub transaction_id: Option<String>,
    /// 商户数据: such as `自定义数据`
    pub attach: Option<String>,
    /// 交易类型: such as `APP`
    pub trade_type: Option<GlobalTradeType>,
    /// 付款银行: such as `CMC`
    pub bank_type: Option<String>,
    /// 支付完成时间: such as `2018-06-08T10:34:56+08:00`
    pub success_time: Option<DateTime>,
    /// 交易状态: such as `SUCCESS`
    pub trade_state: Option<String>,
    /// 交易状态描述: such as `支付失败，请重新下单支付`
    pub trade_state_desc: Option<String>,
    /// 支付者
    pub payer: Option<GlobalPayer>,
    /// 订单金额
    pub amount: Option<GlobalTransactionAmount>,
    /// 优惠功能
    pub promotion_detail: Option<Vec<GlobalPromotionDetail>>,
}

/// The resource of `TRANSACTION.FAIL`, `TRANSACTION.PAY_BACK`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct ParkingTransaction {
    /// 应用ID: such as `wxcbda96de0b165486`
    pub appid: String,
    /// 子商户应用ID: such as `wxcbda96de0b165489`
    pub sub_appid: Option<String>,
    /// 服务商商户号: such as `1230000109`
    pub sp_mchid: String,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 服务描述: such as `停车场扣费`
    pub description: String,
    /// 订单创建时间: such as `2017-08-26T10:43:39+08:00`
    pub create_time: DateTime,
    /// 商户订单号: such as `20150806125346`
    pub out_trade_no: String,
    /// 微信支付订单号: such as `1009660380201506130728806387`
    pub transaction_id: Option<String>,
    /// 交易状态: such as `SUCCESS`
    pub trade_state: String,
    /// 交易状态描述: such as `支付失败，请重新下单支付`
    pub trade_state_description: Option<String>,
    /// 支付完成时间: such as `2017-08-26T10:43:39+08:00`
    pub success_time: Option<DateTime>,
    /// 付款银行: such as `CMC`
    pub bank_type: Option<String>,
    /// 用户是否已还款: such as `Y`
    pub user_repaid: Option<String>,
    /// 附加数据: such as `深圳分店`
    pub attach: Option<String>,
    /// 交易场景
    pub trade_scene: ParkingTradeScene,
    /// 停车场景信息
    pub parking_info: Option<ParkingInfo>,
    /// 支付者信息
    pub payer: Option<Payer>,
    /// 订单金额信息
    pub amount: ParkingTransactionAmount,
    /// 优惠信息
    pub promotion_detail: Option<Vec<ParkingPromotionDetail>>,
}

/// 订单金额信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ParkingTransactionAmount {
    /// 订单金额: such as `888`
    pub total: Fen,
    /// 货币类型: such as `CNY`
    pub currency: Option<String>,
    /// 用户实际支付金额: such as `100`
    pub payer_total: Option<Fen>,
    /// 折扣: such as `100`
    pub discount_total: Option<Fen>,
}

/// 优惠信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ParkingPromotionDetail {
    /// 券ID: such as `109519`
    pub coupon_id: String,
    /// 优惠名称: such as `单品惠-6`
    pub name: Option<String>,
    /// 优惠范围: such as `SINGLE`
    pub scope: Option<String>,
    /// 优惠类型: such as `CASH`
    pub r#type: Option<String>,
    /// 活动ID: such as `931386`
    pub stock_id: Option<String>,
    /// 优惠券面额: such as `5`
    pub amount: Fen,
    /// 微信出资: such as `1`
    pub wechatpay_contribute: Option<Fen>,
    /// 商户出资: such as `1`
    pub merchant_contribute: Option<Fen>,
    /// 其他出资: such as `1`
    pub other_contribute: Option<Fen>,
    /// 优惠币种: such as `CNY`
    pub currency: Option<String>,
}

/// The resource of `TRANSACTION.PAY_BACK`.
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
    pub payer: Option<Payer>,
    /// 订单金额
    pub amount: EducationTransactionAmount,
    /// 设备信息
    pub device_info: Option<DeviceInfo>,
    /// 优惠详情
    pub promotion_detail: Option<Vec<EduSchoolPayTransactionPromotionDetail>>,
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

/// The resource of `TRANSACTION.INDUSTRY_SUCCESS`, `TRANSACTION.INDUSTRY_FAILED`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct IndustryTransaction {
    /// 微信支付分配的商户号
    pub mchid: Option<String>,
    /// `appid`
    pub appid: Option<String>,
    /// 子商户号
    pub sub_mchid: Option<String>,
    /// `sub_appid`
    pub sub_appid: Option<String>,
    /// 商户自行生成的订单号
    pub out_trade_no: Option<String>,
    /// 微信支付订单号
    pub transaction_id: Option<String>,
    /// 交易类型
    pub trade_type: Option<String>,
    /// 交易状态
    pub trade_state: Option<IndustryTradeState>,
    /// `trade_state_desc`
    pub trade_state_desc: Option<String>,
    /// 银行类型
    pub bank_type: Option<String>,
    /// 附加数据
    pub attach: Option<String>,
    /// 支付完成时间
    pub success_time: Option<DateTime>,
    /// 支付者
    pub payer: Option<IndustryPayer>,
    /// 订单金额信息
    pub amount: Option<IndustryTransactionAmount>,
    /// 设备信息
    pub device_info: Option<DeviceInfo>,
    /// 优惠详情
    pub promotion_detail: Option<Vec<IndustryPromotionDetail>>,
}

/// 订单金额信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct IndustryTransactionAmount {
    /// 订单总金额
    pub total: Option<Fen>,
    /// 用户实际支付金额
    pub payer_total: Option<Fen>,
    /// 订单折扣
    pub discount_total: Option<Fen>,
    /// `currency`
    pub currency: Option<String>,
}

/// 优惠详情
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct IndustryPromotionDetail {
    /// 券ID
    pub coupon_id: Option<String>,
    /// 优惠名称
    pub name: Option<String>,
    /// 优惠范围
    pub scope: Option<PromotionScope>,
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
    /// 其他出资方出资金额
    pub other_contribute: Option<Fen>,
}

/// The resource of `MEDICAL_INSURANCE.SUCCESS`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct MedicalInsuranceOrder {
    /// 医保自费混合订单号
    pub mix_trade_no: Option<String>,
    /// 医保自费混合订单支付状态
    pub mix_pay_status: Option<MixPayStatus>,
    /// 混合订单中自费部分的支付状态
    pub self_pay_status: Option<SelfPayStatus>,
    /// 混合订单中医保部分的支付状态
    pub med_ins_pay_status: Option<MedInsPayStatus>,
    /// 订单支付时间
    pub paid_time: Option<String>,
    /// 支付完成后医保局返回内容
    pub passthrough_response_content: Option<String>,
    /// 混合支付类型
    pub mix_pay_type: Option<MixPayType>,
    /// 订单类型
    pub order_type: Option<MedicalInsuranceOrderType>,
    /// 从业机构的公众号ID
    pub appid: Option<String>,
    /// 医疗机构的公众号ID
    pub sub_appid: Option<String>,
    /// 医疗机构的商户号
    pub sub_mchid: Option<String>,
    /// 用户在appid下的唯一标识
    pub openid: Option<String>,
    /// `sub_openid`
    pub sub_openid: Option<String>,
    /// 是否代亲属支付
    pub pay_for_relatives: Option<bool>,
    /// 从业机构订单号
    pub out_trade_no: Option<String>,
    /// 医疗机构订单号
    pub serial_no: Option<String>,
    /// 医保局返回的支付单ID
    pub pay_order_id: Option<String>,
    /// 医保局返回的支付授权码
    pub pay_auth_no: Option<String>,
    /// 用户定位信息
    pub geo_location: Option<String>,
    /// 城市ID
    pub city_id: Option<String>,
    /// 医疗机构名称
    pub med_inst_name: Option<String>,
    /// 医疗机构编码
    pub med_inst_no: Option<String>,
    /// 医保下单时间
    pub med_ins_order_create_time: Option<DateTime>,
    /// 现金补充列表
    pub cash_add_detail: Option<Vec<CashAddDetail>>,
    /// 现金减免列表
    pub cash_reduce_detail: Option<Vec<CashReduceDetail>>,
    /// 回调通知URL
    pub callback_url: Option<String>,
    /// 自费预下单ID
    pub prepay_id: Option<String>,
    /// 医疗机构透传给医保的数据
    pub passthrough_request_content: Option<String>,
    /// 医疗机构与微信医保约定的扩展字段
    pub extends: Option<String>,
    /// 附加数据
    pub attach: Option<String>,
    /// 渠道号
    pub channel_no: Option<String>,
    /// 是否到医保局测试环境下单
    pub med_ins_test_env: Option<bool>,
    /// `total_fee`
    pub total_fee: Option<Fen>,
    /// `med_ins_gov_fee`
    pub med_ins_gov_fee: Option<Fen>,
    /// `med_ins_self_fee`
    pub med_ins_self_fee: Option<Fen>,
    /// `med_ins_other_fee`
    pub med_ins_other_fee: Option<Fen>,
    /// `med_ins_cash_fee`
    pub med_ins_cash_fee: Option<Fen>,
    /// `wechat_pay_cash_fee`
    pub wechat_pay_cash_fee: Option<Fen>,
}

/// 现金补充列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct CashAddDetail {
    /// `cash_add_fee`
    pub cash_add_fee: Option<Fen>,
    /// `cash_add_type`
    pub cash_add_type: CashAddType,
}

/// 现金减免列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct CashReduceDetail {
    /// `cash_reduce_fee`
    pub cash_reduce_fee: Option<Fen>,
    /// `cash_reduce_type`
    pub cash_reduce_type: CashReduceType,
}

/// The resource of `CROSS_BORDER_PAY.GET_MCH_INFO`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CrossBorderQrCodeInquiry {
    /// 受理网络交易流水号
    pub acq_tid: Option<String>,
    /// 钱包编码
    pub bank_type: Option<String>,
    /// 收款码
    pub qr_cd_mp: Option<String>,
}

/// The resource of `CROSS_BORDER_PAY.PUSH_ORDER_INFO`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CrossBorderOrder {
    /// 受理网络交易流水号
    pub acq_tid: Option<String>,
    /// 钱包编码
    pub bank_type: Option<String>,
    /// 订单金额信息
    pub amount: Option<CrossBorderOrderAmount>,
    /// 用户标识
    pub openid: Option<String>,
}

/// 订单金额信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CrossBorderOrderAmount {
    /// 用户输入金额
    pub total: Option<Fen>,
    /// 货币类型
    pub currency: Option<String>,
}

open_enum! {
    /// 交易类型
    pub enum TradeType {
        Jsapi = "JSAPI",
        Native = "NATIVE",
        App = "APP",
        Micropay = "MICROPAY",
        Mweb = "MWEB",
        Facepay = "FACEPAY",
        Pap = "PAP",
    }
}

open_enum! {
    /// 交易状态
    pub enum TradeState {
        Success = "SUCCESS",
        Refund = "REFUND",
        Notpay = "NOTPAY",
        Closed = "CLOSED",
        Revoked = "REVOKED",
        Userpaying = "USERPAYING",
        Payerror = "PAYERROR",
        Accept = "ACCEPT",
    }
}

open_enum! {
    /// 优惠范围
    pub enum PromotionScope {
        Global = "GLOBAL",
        Single = "SINGLE",
    }
}

open_enum! {
    /// 优惠类型
    pub enum PromotionType {
        Cash = "CASH",
        Nocash = "NOCASH",
    }
}

open_enum! {
    /// 交易类型
    pub enum CombineTradeType {
        Native = "NATIVE",
        Jsapi = "JSAPI",
        App = "APP",
        Mweb = "MWEB",
    }
}

open_enum! {
    /// 交易状态
    pub enum CombineTradeState {
        Success = "SUCCESS",
        Refund = "REFUND",
        Notpay = "NOTPAY",
        Closed = "CLOSED",
        Payerror = "PAYERROR",
    }
}

open_enum! {
    /// 交易场景
    pub enum CombineTradeScenario {
        Recommerce = "RECOMMERCE",
    }
}

open_enum! {
    /// 分账接收方的类型
    pub enum ProfitSharingReceiverType {
        MerchantId = "MERCHANT_ID",
        PersonalOpenid = "PERSONAL_OPENID",
    }
}

open_enum! {
    /// 交易状态
    pub enum TransportTradeState {
        Success = "SUCCESS",
        Accepted = "ACCEPTED",
        PayFail = "PAY_FAIL",
        Refund = "REFUND",
    }
}

open_enum! {
    /// 交易场景
    pub enum TransportTradeScene {
        Parking = "PARKING",
        Bus = "BUS",
        Metro = "METRO",
    }
}

open_enum! {
    /// 车牌颜色
    pub enum PlateColor {
        Blue = "BLUE",
        Green = "GREEN",
        Yellow = "YELLOW",
        Black = "BLACK",
        White = "WHITE",
        Limegreen = "LIMEGREEN",
    }
}

open_enum! {
    /// 用户还款状态
    pub enum UserRepayState {
        NotRepay = "NOT_REPAY",
        Repaid = "REPAID",
        AllRefund = "ALL_REFUND",
    }
}

open_enum! {
    /// 交易类型
    pub enum GlobalTradeType {
        Jsapi = "JSAPI",
        Native = "NATIVE",
        App = "APP",
        Mweb = "MWEB",
        Micropay = "MICROPAY",
    }
}

open_enum! {
    /// 交易状态
    pub enum GlobalTradeState {
        Success = "SUCCESS",
        Refund = "REFUND",
        Notpay = "NOTPAY",
        Closed = "CLOSED",
        Revoked = "REVOKED",
        Userpaying = "USERPAYING",
        Payerror = "PAYERROR",
    }
}

open_enum! {
    /// 汇率类型
    pub enum GlobalExchangeRateType {
        SettlementRate = "SETTLEMENT_RATE",
    }
}

open_enum! {
    /// 优惠类型
    pub enum GlobalPromotionType {
        Coupon = "COUPON",
        Discount = "DISCOUNT",
    }
}

open_enum! {
    /// 交易场景
    pub enum ParkingTradeScene {
        Parking = "PARKING",
    }
}

open_enum! {
    /// 交易状态
    pub enum IndustryTradeState {
        Success = "SUCCESS",
        Refund = "REFUND",
        Accepted = "ACCEPTED",
        PayFail = "PAY_FAIL",
        PayBack = "PAY_BACK",
    }
}

open_enum! {
    /// 医保自费混合订单支付状态
    pub enum MixPayStatus {
        UnknownMixPayStatus = "UNKNOWN_MIX_PAY_STATUS",
        MixPayCreated = "MIX_PAY_CREATED",
        MixPaySuccess = "MIX_PAY_SUCCESS",
        MixPayRefund = "MIX_PAY_REFUND",
        MixPayFail = "MIX_PAY_FAIL",
    }
}

open_enum! {
    /// 混合订单中自费部分的支付状态
    pub enum SelfPayStatus {
        UnknownSelfPayStatus = "UNKNOWN_SELF_PAY_STATUS",
        SelfPayCreated = "SELF_PAY_CREATED",
        SelfPaySuccess = "SELF_PAY_SUCCESS",
        SelfPayRefund = "SELF_PAY_REFUND",
        SelfPayFail = "SELF_PAY_FAIL",
        NoSelfPay = "NO_SELF_PAY",
    }
}

open_enum! {
    /// 混合订单中医保部分的支付状态
    pub enum MedInsPayStatus {
        UnknownMedInsPayStatus = "UNKNOWN_MED_INS_PAY_STATUS",
        MedInsPayCreated = "MED_INS_PAY_CREATED",
        MedInsPaySuccess = "MED_INS_PAY_SUCCESS",
        MedInsPayRefund = "MED_INS_PAY_REFUND",
        MedInsPayFail = "MED_INS_PAY_FAIL",
        NoMedInsPay = "NO_MED_INS_PAY",
    }
}

open_enum! {
    /// 混合支付类型
    pub enum MixPayType {
        UnknownMixPayType = "UNKNOWN_MIX_PAY_TYPE",
        CashOnly = "CASH_ONLY",
        InsuranceOnly = "INSURANCE_ONLY",
        CashAndInsurance = "CASH_AND_INSURANCE",
    }
}

open_enum! {
    /// 订单类型
    pub enum MedicalInsuranceOrderType {
        UnknownOrderType = "UNKNOWN_ORDER_TYPE",
        RegPay = "REG_PAY",
        DiagPay = "DIAG_PAY",
        CovidExamPay = "COVID_EXAM_PAY",
        InHospPay = "IN_HOSP_PAY",
        PharmacyPay = "PHARMACY_PAY",
        InsurancePay = "INSURANCE_PAY",
        IntRegPay = "INT_REG_PAY",
        IntReDiagPay = "INT_RE_DIAG_PAY",
        IntRxPay = "INT_RX_PAY",
        CovidAntigenPay = "COVID_ANTIGEN_PAY",
        MedPay = "MED_PAY",
    }
}

open_enum! {
    /// The values of `cash_add_type`.
    pub enum CashAddType {
        DefaultAddType = "DEFAULT_ADD_TYPE",
        Freight = "FREIGHT",
        OtherMedicalExpenses = "OTHER_MEDICAL_EXPENSES",
    }
}

open_enum! {
    /// The values of `cash_reduce_type`.
    pub enum CashReduceType {
        DefaultReduceType = "DEFAULT_REDUCE_TYPE",
        HospitalReduce = "HOSPITAL_REDUCE",
        PharmacyDiscount = "PHARMACY_DISCOUNT",
        Discount = "DISCOUNT",
        PrePayment = "PRE_PAYMENT",
        DepositDeduction = "DEPOSIT_DEDUCTION",
    }
}
