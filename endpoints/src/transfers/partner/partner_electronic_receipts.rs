//! 单笔转账电子回单.

use serde::Serialize;
use wechatpay_client::{BillFile, DateTime, Result, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 单笔转账电子回单
#[wechatpay_api(defaults)]
pub trait PartnerElectronicReceipts {
    /// 申请单笔转账电子回单
    ///
    /// `POST /v3/fund-app/mch-transfer/partner/electronic-receipts`
    #[wechatpay_api(POST "/v3/fund-app/mch-transfer/partner/electronic-receipts")]
    async fn apply_partner_electronic_receipt(
        &self,
        body: &ApplyPartnerElectronicReceiptRequest,
    ) -> Result<ElectronicReceipt>;

    /// 查询单笔转账电子回单
    ///
    /// `GET /v3/fund-app/mch-transfer/partner/electronic-receipts/{out_bill_no}`
    ///
    /// - `out_bill_no` 商户转账单号: such as `plfk2020042013`
    /// - `sub_mchid` 二级商户号: such as `1900001121`
    #[wechatpay_api(GET "/v3/fund-app/mch-transfer/partner/electronic-receipts/{out_bill_no}")]
    async fn query_partner_electronic_receipt(
        &self,
        out_bill_no: &str,
        #[query] sub_mchid: &str,
    ) -> Result<ElectronicReceipt>;
}

/// The request of [`PartnerElectronicReceipts::apply_partner_electronic_receipt`].
///
/// `ApplyPartnerElectronicReceiptRequest::builder().sub_mchid(…).out_bill_no(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ApplyPartnerElectronicReceiptRequest {
    /// 二级商户号: such as `1900001121` (unconfirmed)
    pub sub_mchid: String,
    /// 商户转账单号: such as `plfk2020042013` (unconfirmed)
    pub out_bill_no: String,
}

rules! { ApplyPartnerElectronicReceiptRequest {} }

/// The response of [`PartnerElectronicReceipts::apply_partner_electronic_receipt`],
/// [`PartnerElectronicReceipts::query_partner_electronic_receipt`].
#[derive(Clone, Debug, serde::Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct ElectronicReceipt {
    /// 二级商户号: such as `1900001121`
    pub sub_mchid: Option<String>,
    /// 商户转账单号: such as `plfk2020042013`
    pub out_bill_no: Option<String>,
    /// 申请单状态: such as `GENERATING`
    pub state: Option<ElectronicReceiptState>,
    /// 申请单创建时间: such as `2015-05-20T13:29:35.120+08:00`
    pub create_time: Option<DateTime>,
    /// 申请单更新时间: such as `2015-05-20T13:29:35.120+08:00`
    pub update_time: Option<DateTime>,
    /// The file, once there is one: `Client::download` checks its hash.
    #[serde(flatten)]
    pub file: Option<BillFile>,
}

open_enum! {
    /// 申请单状态
    pub enum ElectronicReceiptState {
        Generating = "GENERATING",
        Finished = "FINISHED",
    }
}

open_enum! {
    /// 回单文件摘要类型
    pub enum ElectronicReceiptHashType {
        Sm3 = "SM3",
    }
}
