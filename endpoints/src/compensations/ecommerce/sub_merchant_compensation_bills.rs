//! 子商户赔付单.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, wechatpay_api};

use super::CloseInfo;
use crate::open_enum::open_enum;
use crate::rules::rules;

/// 子商户赔付单
#[wechatpay_api(defaults)]
pub trait SubMerchantCompensationBills {
    /// 请求二级商户赔付
    ///
    /// `POST /v3/platsolution/ecommerce/mch-transfer/sub-mch-compensation-bills`
    #[wechatpay_api(POST "/v3/platsolution/ecommerce/mch-transfer/sub-mch-compensation-bills")]
    async fn create_sub_merchant_compensation_bill(
        &self,
        body: &CreateSubMerchantCompensationBillRequest,
    ) -> Result<CreateSubMerchantCompensationBillResponse>;

    /// 查询二级商户赔付结果
    ///
    /// `GET /v3/platsolution/ecommerce/mch-transfer/sub-mch-compensation-bills/{out_bill_no}`
    ///
    /// - `out_bill_no` 商户单号: such as `plfk2020042013`
    /// - `sponsor_mchid` 出资商户号: such as `1900001109`
    #[wechatpay_api(GET "/v3/platsolution/ecommerce/mch-transfer/sub-mch-compensation-bills/{out_bill_no}")]
    async fn query_sub_merchant_compensation_bill(
        &self,
        out_bill_no: &str,
        #[query] sponsor_mchid: Option<&str>,
    ) -> Result<SubMerchantCompensationBill>;
}

/// The request of [`SubMerchantCompensationBills::create_sub_merchant_compensation_bill`].
///
/// `CreateSubMerchantCompensationBillRequest::builder().receiver(…).out_bill_no(…).amount(…).transfer_remark(…).build()`.
/// For an `Option`, use setters such as `maybe_sponsor_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateSubMerchantCompensationBillRequest {
    /// 赔付商户信息 (unconfirmed)
    pub receiver: SubMerchantReceiver,
    /// 商户单号: such as `plfk2020042013` (unconfirmed)
    pub out_bill_no: String,
    /// 赔付金额: such as `10000` (unconfirmed)
    pub amount: Fen,
    /// 赔付原因: such as `直播违规扣罚` (unconfirmed)
    pub transfer_remark: String,
    /// 出资商户号: such as `1900001109`
    pub sponsor_mchid: Option<String>,
}

rules! {
    CreateSubMerchantCompensationBillRequest {
        within("receiver", SubMerchantReceiver::RULES),
    }
}

/// 赔付商户信息
///
/// `SubMerchantReceiver::builder().r#type(…).mch_info(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SubMerchantReceiver {
    /// 赔付接收方类型: such as `MERCHANT` (unconfirmed)
    pub r#type: MerchantReceiverType,
    /// 赔付接收方商户信息 (unconfirmed)
    pub mch_info: SubMerchantMchInfo,
}

rules! {
    SubMerchantReceiver {
        member("type", &[Listed(MerchantReceiverType::TEXTS)]),
    }
}

/// 赔付接收方商户信息
///
/// `SubMerchantMchInfo::builder().mchid(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SubMerchantMchInfo {
    /// 商户号: such as `1900001108` (unconfirmed)
    pub mchid: String,
}

/// The response of [`SubMerchantCompensationBills::create_sub_merchant_compensation_bill`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CreateSubMerchantCompensationBillResponse {
    /// 服务商商户号: such as `1900001108`
    pub sp_mchid: Option<String>,
    /// 赔付接收方信息
    pub receiver_detail: Option<SubMerchantReceiverDetail>,
    /// 商户单号: such as `plfk2020042013`
    pub out_bill_no: Option<String>,
    /// 赔付金额: such as `10000`
    pub amount: Option<Fen>,
    /// 赔付原因: such as `直播违规扣罚`
    pub transfer_remark: Option<String>,
    /// 微信支付转账单号: such as `1330000071100999991182020050700019480001`
    pub bill_id: Option<String>,
    /// 赔付状态: such as `ACCEPTED`
    pub state: Option<SubMerchantCompensationBillState>,
    /// 受理时间: such as `2015-05-20T13:29:35+08:00`
    pub accept_time: Option<DateTime>,
    /// 成功时间: such as `2015-05-20T13:29:35+08:00`
    pub success_time: Option<DateTime>,
    /// 出资商户号: such as `1900001109`
    pub sponsor_mchid: Option<String>,
}

/// 赔付接收方信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct SubMerchantReceiverDetail {
    /// 赔付接收者信息
    pub receiver: Option<SubMerchantResponseReceiver>,
}

/// 赔付接收者信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct SubMerchantResponseReceiver {
    /// 赔付接收方类型: such as `MERCHANT`
    pub r#type: Option<MerchantReceiverType>,
    /// 赔付接收方商户信息
    pub mch_info: Option<MchInfo>,
}

/// 赔付接收方商户信息
///
/// `MchInfo::builder().build()`. For an `Option`, use setters such as `maybe_mchid`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct MchInfo {
    /// 商户号: such as `1900001108`
    pub mchid: Option<String>,
}

/// The response of [`SubMerchantCompensationBills::query_sub_merchant_compensation_bill`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct SubMerchantCompensationBill {
    /// 服务商商户号: such as `1900001108`
    pub sp_mchid: Option<String>,
    /// 赔付接收方信息
    pub receiver_detail: Option<SubMerchantReceiverDetail>,
    /// 商户单号: such as `plfk2020042013`
    pub out_bill_no: Option<String>,
    /// 赔付金额: such as `10000`
    pub amount: Option<Fen>,
    /// 赔付原因: such as `直播违规扣罚`
    pub transfer_remark: Option<String>,
    /// 微信支付转账单号: such as `1330000071100999991182020050700019480001`
    pub bill_id: Option<String>,
    /// 赔付状态: such as `ACCEPTED`
    pub state: Option<SubMerchantCompensationBillState>,
    /// 受理时间: such as `2015-05-20T13:29:35+08:00`
    pub accept_time: Option<DateTime>,
    /// 成功时间: such as `2015-05-20T13:29:35+08:00`
    pub success_time: Option<DateTime>,
    /// 关单信息
    pub close_info: Option<CloseInfo>,
    /// 出资商户号: such as `1900001109`
    pub sponsor_mchid: Option<String>,
}

open_enum! {
    /// 赔付接收方类型
    pub enum MerchantReceiverType {
        Merchant = "MERCHANT",
    }
}

open_enum! {
    /// 赔付状态
    pub enum SubMerchantCompensationBillState {
        Accepted = "ACCEPTED",
        Success = "SUCCESS",
        Closed = "CLOSED",
    }
}
