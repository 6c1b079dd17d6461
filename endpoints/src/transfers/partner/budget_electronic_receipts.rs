//! 预算出资电子回单.

use serde::Serialize;
use wechatpay_client::{BillFile, Result, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 预算出资电子回单
#[wechatpay_api(defaults)]
pub trait BudgetElectronicReceipts {
    /// 申请预算出资的电子回单
    ///
    /// `POST /v3/fund-app/mch-transfer/partner/budget/{out_budget_no}/electronic-receipts`
    ///
    /// - `out_budget_no` 商户预算单号: such as `budget202506300102`
    #[wechatpay_api(POST "/v3/fund-app/mch-transfer/partner/budget/{out_budget_no}/electronic-receipts")]
    async fn apply_budget_electronic_receipt(
        &self,
        out_budget_no: &str,
        body: &ApplyBudgetElectronicReceiptRequest,
    ) -> Result<BudgetElectronicReceipt>;

    /// 查询预算出资的电子回单
    ///
    /// `GET /v3/fund-app/mch-transfer/partner/budget/{out_budget_no}/electronic-receipts`
    ///
    /// - `out_budget_no` 商户预算单号: such as `budget202506300102`
    /// - `accept_id` 受理凭证
    #[wechatpay_api(GET "/v3/fund-app/mch-transfer/partner/budget/{out_budget_no}/electronic-receipts")]
    async fn query_budget_electronic_receipt(
        &self,
        out_budget_no: &str,
        #[query] accept_id: &str,
    ) -> Result<BudgetElectronicReceipt>;
}

/// The request of [`BudgetElectronicReceipts::apply_budget_electronic_receipt`].
///
/// `ApplyBudgetElectronicReceiptRequest::builder().start_date(…).end_date(…).sponsor_mchid(…).build()`.
/// For an `Option`, use setters such as `maybe_receiver_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ApplyBudgetElectronicReceiptRequest {
    /// 开始日期: such as `2025-09-01` (unconfirmed)
    pub start_date: String,
    /// 结束日期: such as `2025-09-30` (unconfirmed)
    pub end_date: String,
    /// 出资商户号: such as `1900001109` (unconfirmed)
    pub sponsor_mchid: String,
    /// 收款商户号: such as `1900102209`
    pub receiver_mchid: Option<String>,
}

rules! { ApplyBudgetElectronicReceiptRequest {} }

/// The response of [`BudgetElectronicReceipts::apply_budget_electronic_receipt`],
/// [`BudgetElectronicReceipts::query_budget_electronic_receipt`].
#[derive(Clone, Debug, serde::Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct BudgetElectronicReceipt {
    /// 商户预算单号: such as `budget202506300102`
    pub out_budget_no: Option<String>,
    /// 开始日期: such as `2025-09-01`
    pub start_date: Option<String>,
    /// 结束日期: such as `2025-09-30`
    pub end_date: Option<String>,
    /// 出资商户号: such as `1900001109`
    pub sponsor_mchid: Option<String>,
    /// 收款商户号: such as `1900102209`
    pub receiver_mchid: Option<String>,
    /// 电子回单状态: such as `FINISHED`
    pub receipt_state: Option<BudgetElectronicReceiptState>,
    /// 受理凭证
    pub accept_id: Option<String>,
    /// The file, once there is one: `Client::download` checks its hash.
    #[serde(flatten)]
    pub file: Option<BillFile>,
}

open_enum! {
    /// 电子回单状态
    pub enum BudgetElectronicReceiptState {
        Accepted = "ACCEPTED",
        Finished = "FINISHED",
    }
}

open_enum! {
    /// 电子回单文件的hash方法
    pub enum BudgetElectronicReceiptHashType {
        Sha256 = "SHA256",
        Sm3 = "SM3",
    }
}
