//! 交易信息.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, Sensitive, wechatpay_api};

use super::{
    CateState, CollectState, EnergyGrade, IdentityDocumentType, SaleModel, SubsidyResponse,
};
use crate::open_enum::open_enum;
use crate::rules::rules;

/// 交易信息
#[wechatpay_api(defaults)]
pub trait SubsidyTransactions {
    /// 交易信息回传
    ///
    /// `POST /v3/gov/subsidy/transactions/sync`
    #[wechatpay_api(POST "/v3/gov/subsidy/transactions/sync")]
    async fn sync_subsidy_transaction(
        &self,
        body: &SyncSubsidyTransactionRequest,
    ) -> Result<SubsidyResponse>;

    /// 交易信息查询
    ///
    /// `POST /v3/gov/subsidy/transactions/query`
    #[wechatpay_api(POST "/v3/gov/subsidy/transactions/query")]
    async fn query_subsidy_transactions(
        &self,
        body: &QuerySubsidyTransactionsRequest,
    ) -> Result<QuerySubsidyTransactionsResponse>;

    /// 查询单日交易汇总
    ///
    /// `POST /v3/gov/subsidy/transactions/summary/query-day`
    #[wechatpay_api(POST "/v3/gov/subsidy/transactions/summary/query-day")]
    async fn query_subsidy_day_summary(
        &self,
        body: &QuerySubsidyDaySummaryRequest,
    ) -> Result<QuerySubsidyDaySummaryResponse>;
}

/// The request of [`SubsidyTransactions::sync_subsidy_transaction`].
///
/// `SyncSubsidyTransactionRequest::builder().out_trade_no(…).receive_region_code(…).brand(…).qualification_region_code(…).seller_name(…).license_number(…).order_amount(…).discount_amount(…).transaction_time(…).mch_order_id(…).mch_name(…).cate_state(…).identity_document_type(…).build()`.
/// For an `Option`, use setters such as `maybe_real_name`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into), on(Sensitive, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SyncSubsidyTransactionRequest {
    /// 自然人姓名: encrypted
    pub real_name: Option<Sensitive>,
    /// 自然人证件号: encrypted
    pub id_card_number: Option<Sensitive>,
    /// 手机号: encrypted
    pub phone_number: Option<Sensitive>,
    /// 消费品类ID: values `1`, `2`, `3`, `4`, `5`, `6`, `7`, `8`, `9`, `10`, `11`, `12`, `13`,
    /// `14`, `15`, `16`, `17`
    pub appliance_id: Option<i64>,
    /// 商户支付订单号: such as `vmall_250120131959_993_4494` (unconfirmed)
    pub out_trade_no: String,
    /// 能效等级: such as `FIRST_LEVEL`
    pub energy_grade: Option<EnergyGrade>,
    /// 收货地区编码: such as `110101` (unconfirmed)
    pub receive_region_code: String,
    /// 家电品牌: such as `海尔` (unconfirmed)
    pub brand: String,
    /// 收货地址: such as `深圳市南山区`
    pub address: Option<String>,
    /// 使用的资格的地区编码: such as `310100` (unconfirmed)
    pub qualification_region_code: i64,
    /// 销售企业名称: such as `联想（北京）信息技术有限公司` (unconfirmed)
    pub seller_name: String,
    /// 统一社会信息代码: such as `91110108397173806M` (unconfirmed)
    pub license_number: String,
    /// 订单金额: such as `10000` (unconfirmed)
    pub order_amount: Fen,
    /// 优惠金额: such as `2000` (unconfirmed)
    pub discount_amount: Fen,
    /// 交易完成或商品退回时间: such as `2025-01-14T19:55:06+08:00` (unconfirmed)
    pub transaction_time: DateTime,
    /// 线上平台订单编号: such as `123456789` (unconfirmed)
    pub mch_order_id: String,
    /// 线上平台退款交易编号: such as `123456789`
    pub refund_id: Option<String>,
    /// 销售主体: such as `江苏京东信息技术有限公司` (unconfirmed)
    pub mch_name: String,
    /// 销售方式: such as `SALE_MODEL_OFFLINE`
    pub sale_model: Option<SaleModel>,
    /// 品类状态: such as `CATE_STATE_REDEEM` (unconfirmed)
    pub cate_state: CateState,
    /// 证件类型: such as `ID_DOC_TYPE_ID_CARD` (unconfirmed)
    pub identity_document_type: IdentityDocumentType,
    /// 子商户号: such as `123456`
    pub sub_mchid: Option<String>,
}

rules! {
    SyncSubsidyTransactionRequest {
        member("appliance_id", &[ListedNumbers(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17])]),
        member("energy_grade", &[Listed(EnergyGrade::TEXTS)]),
        member("sale_model", &[Listed(SaleModel::TEXTS)]),
        member("cate_state", &[Listed(CateState::TEXTS)]),
        member("identity_document_type", &[Listed(IdentityDocumentType::TEXTS)]),
    }
}

/// The request of [`SubsidyTransactions::query_subsidy_transactions`].
///
/// `QuerySubsidyTransactionsRequest::builder().qualification_region_code(…).order_number_list(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct QuerySubsidyTransactionsRequest {
    /// 使用的资格的地区编码: such as `310100` (unconfirmed)
    pub qualification_region_code: i64,
    /// 商户订单号数组: such as `vmall_250120131959_993_4494` (unconfirmed)
    pub order_number_list: Vec<String>,
}

rules! { QuerySubsidyTransactionsRequest {} }

/// The response of [`SubsidyTransactions::query_subsidy_transactions`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct QuerySubsidyTransactionsResponse {
    /// 响应码: such as `000000`
    pub code: Option<String>,
    /// 响应描述: such as `成功`
    pub message: Option<String>,
    /// 订单状态数组
    pub shop_order_list: Option<Vec<ShopOrder>>,
}

/// 订单状态数组
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ShopOrder {
    /// 单号
    pub shop_order_number: Option<String>,
    /// 归集状态: such as `COLLECT_STATE_NOT_COLLECT`
    pub collect_state: Option<CollectState>,
    /// 品类状态
    pub cate_state: Option<CateState>,
}

/// The request of [`SubsidyTransactions::query_subsidy_day_summary`].
///
/// `QuerySubsidyDaySummaryRequest::builder().qualification_region_code(…).query_date(…).query_type(…).build()`.
/// For an `Option`, use setters such as `maybe_appliance_id`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct QuerySubsidyDaySummaryRequest {
    /// 使用的资格的地区编码: such as `310100` (unconfirmed)
    pub qualification_region_code: i64,
    /// 查询的日期: such as `2025-01-14` (unconfirmed)
    pub query_date: String,
    /// 查询的订单类别: such as `ORDER_TYPE_TRANSACTION` (unconfirmed)
    pub query_type: DaySummaryQueryType,
    /// 消费品类ID: values `1`, `2`, `3`, `4`, `5`, `6`, `7`, `8`, `9`, `10`, `11`, `12`, `13`,
    /// `14`, `15`, `16`, `17`
    pub appliance_id: Option<i64>,
    /// 品类状态: such as `CATE_STATE_REDEEM`
    pub cate_state: Option<CateState>,
}

rules! {
    QuerySubsidyDaySummaryRequest {
        member("query_type", &[Listed(DaySummaryQueryType::TEXTS)]),
        member("appliance_id", &[ListedNumbers(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17])]),
        member("cate_state", &[Listed(CateState::TEXTS)]),
    }
}

/// The response of [`SubsidyTransactions::query_subsidy_day_summary`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct QuerySubsidyDaySummaryResponse {
    /// 响应码: such as `000000`
    pub code: Option<String>,
    /// 响应描述: such as `成功`
    pub message: Option<String>,
    /// 交易总笔数: such as `999`
    pub total_trade_count: Option<i64>,
    /// 交易总金额: such as `999`
    pub total_trade_amount: Option<Fen>,
    /// 补贴总金额: such as `999`
    pub total_subsidy_count: Option<Fen>,
}

open_enum! {
    /// 查询的订单类别
    pub enum DaySummaryQueryType {
        OrderTypeTransaction = "ORDER_TYPE_TRANSACTION",
        OrderTypeApplianceRedeem = "ORDER_TYPE_APPLIANCE_REDEEM",
        OrderType3CRedeem = "ORDER_TYPE_3C_REDEEM",
        OrderTypeNQualificationRedeem = "ORDER_TYPE_N_QUALIFICATION_REDEEM",
    }
}
