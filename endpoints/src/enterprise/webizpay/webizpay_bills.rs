//! 企业支付账单.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 企业支付账单
#[wechatpay_api(defaults)]
pub trait WebizpayBills {
    /// 申请企业商户企业支付业务账单
    ///
    /// `POST /v3/webizpay/bill/trade-bill`
    #[wechatpay_api(POST "/v3/webizpay/bill/trade-bill")]
    async fn create_webizpay_trade_bill(
        &self,
        body: &CreateWebizpayTradeBillRequest,
    ) -> Result<CreateWebizpayTradeBillResponse>;

    /// 申请企业商户企业支付出资凭证
    ///
    /// `POST /v3/webizpay/bill/proof`
    #[wechatpay_api(POST "/v3/webizpay/bill/proof")]
    async fn create_webizpay_proof_bill(
        &self,
        body: &CreateWebizpayProofBillRequest,
    ) -> Result<CreateWebizpayProofBillResponse>;
}

/// The request of [`WebizpayBills::create_webizpay_trade_bill`].
///
/// `CreateWebizpayTradeBillRequest::builder().sub_mchid(…).date(…).r#type(…).build()`. For an
/// `Option`, use setters such as `maybe_sp_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateWebizpayTradeBillRequest {
    /// 服务商商户号: such as `12341234`
    pub sp_mchid: Option<String>,
    /// 出资子商户号: such as `43214321`
    pub sub_mchid: String,
    /// 账单日期: such as `2025-04-23`
    pub date: String,
    /// 账单类型: such as `QYZFALL`
    pub r#type: TradeBillType,
}

rules! {
    CreateWebizpayTradeBillRequest {
        member("type", &[Listed(TradeBillType::TEXTS)]),
    }
}

/// The response of [`WebizpayBills::create_webizpay_trade_bill`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CreateWebizpayTradeBillResponse {
    /// 服务商商户号: such as `12341234`
    pub sp_mchid: String,
    /// 出资子商户号: such as `43214321`
    pub sub_mchid: String,
    /// 账单日期: such as `2025-04-23`
    pub date: String,
    /// 账单类型: such as `QYZFALL`
    pub r#type: TradeBillType,
    /// 账单下载地址
    pub download_url: String,
}

/// The request of [`WebizpayBills::create_webizpay_proof_bill`].
///
/// `CreateWebizpayProofBillRequest::builder().sub_mchid(…).start_date(…).end_date(…).build()`.
/// For an `Option`, use setters such as `maybe_sp_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateWebizpayProofBillRequest {
    /// 服务商商户号: such as `12341234`
    pub sp_mchid: Option<String>,
    /// 出资子商户号: such as `43214321`
    pub sub_mchid: String,
    /// 起始日期: such as `2025-04-23`
    pub start_date: String,
    /// 结束日期: such as `2025-04-23`
    pub end_date: String,
    /// 商户主体名称: such as `某某科技有限公司`
    pub entity_name: Option<String>,
    /// 商户操作流水号: such as `operation12345678`
    pub out_operation_id: Option<String>,
}

rules! { CreateWebizpayProofBillRequest {} }

/// The response of [`WebizpayBills::create_webizpay_proof_bill`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CreateWebizpayProofBillResponse {
    /// 服务商商户号: such as `12341234`
    pub sp_mchid: String,
    /// 商户操作流水号: such as `operation12345678`
    pub out_operation_id: String,
    /// 微信支付操作流水号: such as `1030000071201xxxxx`
    pub operation_id: String,
    /// 出资子商户号: such as `43214321`
    pub sub_mchid: String,
    /// 起始日期: such as `2025-04-23`
    pub start_date: String,
    /// 结束日期: such as `2025-04-23`
    pub end_date: String,
    /// 商户主体名称: such as `某某科技有限公司`
    pub entity_name: Option<String>,
    /// 出资凭证申请单单号: such as `proof12345678`
    pub proof_id: String,
    /// 凭证下载地址
    pub download_url: String,
    /// 凭证申请创建时间: such as `2023-06-08T10:34:56+08:00`
    pub create_time: Option<DateTime>,
    /// 凭证状态更新时间: such as `2023-06-08T10:34:56+08:00`
    pub updated_time: DateTime,
}

open_enum! {
    /// 账单类型
    pub enum TradeBillType {
        Qyzfall = "QYZFALL",
    }
}
