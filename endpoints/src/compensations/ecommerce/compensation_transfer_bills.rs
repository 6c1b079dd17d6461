//! 保证金赔付单.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, wechatpay_api};

use super::{CloseInfo, CompensationBillState, ReceiverType};
use crate::open_enum::parameter_enum;
use crate::rules::rules;

/// 保证金赔付单
#[wechatpay_api(defaults)]
pub trait CompensationTransferBills {
    /// 保证金赔付
    ///
    /// `POST /v3/platsolution/ecommerce/mch-transfer/transfer-bills`
    ///
    /// <https://pay.weixin.qq.com/doc/v3/partner/4013504198>
    #[wechatpay_api(POST "/v3/platsolution/ecommerce/mch-transfer/transfer-bills")]
    async fn create_compensation_transfer_bill(
        &self,
        body: &CreateCompensationTransferBillRequest,
    ) -> Result<CreateCompensationTransferBillResponse>;

    /// 微信支付单号查询保证金赔付结果
    ///
    /// `GET /v3/platsolution/ecommerce/mch-transfer/transfer-bills/bill-id/{bill_id}`
    ///
    /// <https://pay.weixin.qq.com/doc/v3/partner/4013504200>
    ///
    /// - `bill_id` 微信支付单号: such as `1330000071100999991182020050700019480001`
    /// - `business_type` 业务类型: such as `DEPOSIT_COMPENSATION`
    #[wechatpay_api(GET "/v3/platsolution/ecommerce/mch-transfer/transfer-bills/bill-id/{bill_id}")]
    async fn query_compensation_transfer_bill_by_bill_id(
        &self,
        bill_id: &str,
        #[query] business_type: Option<&BusinessType>,
    ) -> Result<CompensationTransferBill>;

    /// 商户单号查询保证金赔付结果
    ///
    /// `GET /v3/platsolution/ecommerce/mch-transfer/transfer-bills/out-bill-no/{out_bill_no}`
    ///
    /// <https://pay.weixin.qq.com/doc/v3/partner/4013504199>
    ///
    /// - `out_bill_no` 商户单号: such as `plfk2020042013`
    /// - `business_type` 业务类型: such as `DEPOSIT_COMPENSATION`
    #[wechatpay_api(GET "/v3/platsolution/ecommerce/mch-transfer/transfer-bills/out-bill-no/{out_bill_no}")]
    async fn query_compensation_transfer_bill_by_out_bill_no(
        &self,
        out_bill_no: &str,
        #[query] business_type: Option<&BusinessType>,
    ) -> Result<CompensationTransferBill>;
}

/// The request of [`CompensationTransferBills::create_compensation_transfer_bill`].
///
/// `CreateCompensationTransferBillRequest::builder().business_type(…).receiver(…).out_bill_no(…).transfer_remark(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateCompensationTransferBillRequest {
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 公众账号ID: such as `wx8888888888888888`
    pub sp_appid: Option<String>,
    /// 业务类型: such as `DEPOSIT_COMPENSATION`
    pub business_type: BusinessType,
    /// 收款方信息
    pub receiver: TransferBillReceiver,
    /// 商户单号: such as `plfk2020042013`
    pub out_bill_no: String,
    /// 赔付金额: such as `10000`
    pub amount: Option<Fen>,
    /// 赔付原因: such as `直播违规扣罚`
    pub transfer_remark: String,
    /// 收款方备注: such as `小店XXXX直播违规扣罚`
    pub receiver_remark: Option<String>,
}

rules! {
    CreateCompensationTransferBillRequest {
        member("business_type", &[Listed(BusinessType::TEXTS)]),
        within("receiver", TransferBillReceiver::RULES),
    }
}

/// 收款方信息
///
/// `TransferBillReceiver::builder().build()`. For an `Option`, use setters such as `maybe_type`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct TransferBillReceiver {
    /// 转账接收方类型: such as `MERCHANT`
    pub r#type: Option<ReceiverType>,
    /// 转账接收方商户信息
    pub mch_info: Option<TransferBillMchInfo>,
}

rules! {
    TransferBillReceiver {
        member("type", &[Listed(ReceiverType::TEXTS)]),
    }
}

/// 转账接收方商户信息
///
/// `TransferBillMchInfo::builder().build()`. For an `Option`, use setters such as `maybe_mch_id`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct TransferBillMchInfo {
    /// 商户号: such as `1900001108`
    pub mch_id: Option<String>,
    /// 商户号: such as `1900001108`
    pub mchid: Option<String>,
}

/// The response of [`CompensationTransferBills::create_compensation_transfer_bill`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CreateCompensationTransferBillResponse {
    /// 服务商商户号: such as `1900001108`
    pub sp_mchid: String,
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 二级商户AppID: such as `wx8888888888888888`
    pub sub_appid: Option<String>,
    /// 业务类型: such as `DEPOSIT_COMPENSATION`
    pub business_type: Option<BusinessType>,
    /// 转账接收方信息
    pub receiver_detail: TransferBillReceiverDetail,
    /// 商户单号: such as `plfk2020042013`
    pub out_bill_no: String,
    /// 赔付金额: such as `10000`
    pub amount: Option<Fen>,
    /// 赔付原因: such as `直播违规扣罚`
    pub transfer_remark: String,
    /// 收款方备注: such as `小店XXXX直播违规扣罚`
    pub receiver_remark: Option<String>,
    /// 微信支付转账单号: such as `1330000071100999991182020050700019480001`
    pub bill_id: String,
    /// 赔付状态: such as `ACCEPTED`
    pub state: CompensationBillState,
    /// 受理时间: such as `2015-05-20T13:29:35+08:00`
    pub accept_time: DateTime,
    /// 成功时间: such as `2015-05-20T13:29:35+08:00`
    pub success_time: Option<DateTime>,
    /// 出资商户号: such as `1900001109`
    pub sponsor_mchid: Option<String>,
}

/// 转账接收方信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct TransferBillReceiverDetail {
    /// 转账接收者信息
    pub receiver: Option<TransferBillResponseReceiver>,
}

/// 转账接收者信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct TransferBillResponseReceiver {
    /// 转账接收方类型: such as `MERCHANT`
    pub r#type: Option<ReceiverType>,
    /// 转账接收方商户信息
    pub mch_info: Option<TransferBillResponseMchInfo>,
}

/// 转账接收方商户信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct TransferBillResponseMchInfo {
    /// 商户号: such as `1900001108`
    pub mch_id: Option<String>,
}

/// The response of [`CompensationTransferBills::query_compensation_transfer_bill_by_bill_id`],
/// [`CompensationTransferBills::query_compensation_transfer_bill_by_out_bill_no`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CompensationTransferBill {
    /// 服务商商户号: such as `1900001108`
    pub sp_mchid: String,
    /// 业务类型: such as `DEPOSIT_COMPENSATION`
    pub business_type: Option<BusinessType>,
    /// 转账接收方信息
    pub receiver_detail: TransferBillReceiverDetail,
    /// 商户单号: such as `plfk2020042013`
    pub out_bill_no: String,
    /// 赔付金额: such as `10000`
    pub amount: Option<Fen>,
    /// 赔付原因: such as `直播违规扣罚`
    pub transfer_remark: Option<String>,
    /// 收款方备注: such as `小店XXXX直播违规扣罚`
    pub receiver_remark: Option<String>,
    /// 微信支付转账单号: such as `1330000071100999991182020050700019480001`
    pub bill_id: String,
    /// 赔付状态: such as `ACCEPTED`
    pub state: CompensationBillState,
    /// 受理时间: such as `2015-05-20T13:29:35+08:00`
    pub accept_time: DateTime,
    /// 成功时间: such as `2015-05-20T13:29:35+08:00`
    pub success_time: Option<DateTime>,
    /// 关单信息
    pub close_info: Option<CloseInfo>,
    /// 出资商户号: such as `1900001109`
    pub sponsor_mchid: Option<String>,
}

parameter_enum! {
    /// 业务类型
    pub enum BusinessType {
        DepositCompensation = "DEPOSIT_COMPENSATION",
        PlatformAfterSalesCompensation = "PLATFORM_AFTER_SALES_COMPENSATION",
        InsuranceClaim = "INSURANCE_CLAIM",
        DepositAfterSalesCompensation = "DEPOSIT_AFTER_SALES_COMPENSATION",
    }
}
