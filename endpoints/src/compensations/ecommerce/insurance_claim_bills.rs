//! 保险理赔单.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, wechatpay_api};

use super::{CompensationBillState, TransactionInfo};
use crate::open_enum::open_enum;
use crate::rules::rules;

/// 保险理赔单
#[wechatpay_api(defaults)]
pub trait InsuranceClaimBills {
    /// 请求保险理赔
    ///
    /// `POST /v3/platsolution/ecommerce/mch-transfer/insurance-claim-bills`
    ///
    /// <https://pay.weixin.qq.com/doc/v3/partner/4013504184>
    #[wechatpay_api(POST "/v3/platsolution/ecommerce/mch-transfer/insurance-claim-bills")]
    async fn create_insurance_claim_bill(
        &self,
        body: &CreateInsuranceClaimBillRequest,
    ) -> Result<CreateInsuranceClaimBillResponse>;

    /// 请求保险理赔预下单
    ///
    /// `POST /v3/platsolution/ecommerce/mch-transfer/insurance-claim-bills/pre-transfer`
    ///
    /// <https://pay.weixin.qq.com/doc/v3/partner/4013504185>
    #[wechatpay_api(POST "/v3/platsolution/ecommerce/mch-transfer/insurance-claim-bills/pre-transfer")]
    async fn pre_transfer_insurance_claim_bill(
        &self,
        body: &PreTransferInsuranceClaimBillRequest,
    ) -> Result<PreTransferInsuranceClaimBillResponse>;

    /// 微信支付单号查询保险理赔结果
    ///
    /// `GET /v3/platsolution/ecommerce/mch-transfer/insurance-claim-bills/bill-id/{bill_id}`
    ///
    /// <https://pay.weixin.qq.com/doc/v3/partner/4013504188>
    ///
    /// - `bill_id` 微信支付单号: such as `1330000071100999991182020050700019480001`
    /// - `sub_mchid` 二级商户号: such as `1900001109`
    #[wechatpay_api(GET "/v3/platsolution/ecommerce/mch-transfer/insurance-claim-bills/bill-id/{bill_id}")]
    async fn query_insurance_claim_bill_by_bill_id(
        &self,
        bill_id: &str,
        #[query] sub_mchid: Option<&str>,
    ) -> Result<InsuranceClaimBill>;

    /// 商户单号查询保险理赔结果
    ///
    /// `GET
    /// /v3/platsolution/ecommerce/mch-transfer/insurance-claim-bills/out-bill-no/{out_bill_no}`
    ///
    /// <https://pay.weixin.qq.com/doc/v3/partner/4013504187>
    ///
    /// - `out_bill_no` 商户单号: such as `plfk2020042013`
    /// - `sub_mchid` 二级商户号: such as `1900001109`
    #[wechatpay_api(GET "/v3/platsolution/ecommerce/mch-transfer/insurance-claim-bills/out-bill-no/{out_bill_no}")]
    async fn query_insurance_claim_bill_by_out_bill_no(
        &self,
        out_bill_no: &str,
        #[query] sub_mchid: Option<&str>,
    ) -> Result<InsuranceClaimBill>;

    /// 请求撤销保险理赔
    ///
    /// `POST
    /// /v3/platsolution/ecommerce/mch-transfer/insurance-claim-bills/out-bill-no/{out_bill_no}/cancel`
    ///
    /// <https://pay.weixin.qq.com/doc/v3/partner/4013504186>
    ///
    /// - `out_bill_no` 商户单号: such as `plfk2020042013`
    #[wechatpay_api(POST "/v3/platsolution/ecommerce/mch-transfer/insurance-claim-bills/out-bill-no/{out_bill_no}/cancel")]
    async fn cancel_insurance_claim_bill(
        &self,
        out_bill_no: &str,
        body: &CancelInsuranceClaimBillRequest,
    ) -> Result<CancelInsuranceClaimBillResponse>;
}

/// The request of [`InsuranceClaimBills::create_insurance_claim_bill`].
///
/// `CreateInsuranceClaimBillRequest::builder().receiver(…).out_bill_no(…).transfer_remark(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateInsuranceClaimBillRequest {
    /// 二级商户号: such as `1900001109`
    pub sub_mchid: Option<String>,
    /// 赔付用户信息
    pub receiver: Receiver,
    /// 商户单号: such as `plfk2020042013`
    pub out_bill_no: String,
    /// 赔付金额: such as `10000`
    pub amount: Option<Fen>,
    /// 赔付原因: such as `直播违规扣罚`
    pub transfer_remark: String,
}

rules! {
    CreateInsuranceClaimBillRequest {
        within("receiver", Receiver::RULES),
    }
}

/// 赔付用户信息
///
/// `Receiver::builder().build()`. For an `Option`, use setters such as `maybe_type`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[non_exhaustive]
pub struct Receiver {
    /// 转账接收方类型: such as `MERCHANT`
    pub r#type: Option<ReceiverType>,
    /// 转账接收方订单信息
    pub transaction_info: Option<TransactionInfo>,
}

rules! {
    Receiver {
        member("type", &[Listed(ReceiverType::TEXTS)]),
        within("transaction_info", TransactionInfo::RULES),
    }
}

/// The response of [`InsuranceClaimBills::create_insurance_claim_bill`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CreateInsuranceClaimBillResponse {
    /// 服务商商户号: such as `1900001108`
    pub sp_mchid: String,
    /// 二级商户号: such as `1900001109`
    pub sub_mchid: Option<String>,
    /// 转账接收方信息
    pub receiver_detail: ReceiverDetail,
    /// 商户单号: such as `plfk2020042013`
    pub out_bill_no: String,
    /// 赔付金额: such as `10000`
    pub amount: Fen,
    /// 赔付原因: such as `直播违规扣罚`
    pub transfer_remark: Option<String>,
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
pub struct ReceiverDetail {
    /// 转账接收者信息
    pub receiver: Option<Receiver>,
}

/// The request of [`InsuranceClaimBills::pre_transfer_insurance_claim_bill`].
///
/// `PreTransferInsuranceClaimBillRequest::builder().receiver(…).out_bill_no(…).transfer_remark(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PreTransferInsuranceClaimBillRequest {
    /// 二级商户号: such as `1900001109`
    pub sub_mchid: Option<String>,
    /// 收款方信息
    pub receiver: Receiver,
    /// 商户单号: such as `plfk2020042013`
    pub out_bill_no: String,
    /// 赔付金额: such as `10000`
    pub amount: Option<Fen>,
    /// 赔付原因: such as `直播违规扣罚`
    pub transfer_remark: String,
    /// 商户回调地址: such as `https://www.weixin.qq.com/wxpay/pay.php`
    pub notify_url: Option<String>,
}

rules! {
    PreTransferInsuranceClaimBillRequest {
        within("receiver", Receiver::RULES),
        member("notify_url", &[NotifyUrl]),
    }
}

/// The response of [`InsuranceClaimBills::pre_transfer_insurance_claim_bill`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct PreTransferInsuranceClaimBillResponse {
    /// 二级商户号: such as `1900001109`
    pub sub_mchid: Option<String>,
    /// 商户单号: such as `plfk2020042013`
    pub out_bill_no: String,
    /// 微信支付转账单号: such as `1330000071100999991182020050700019480001`
    pub bill_id: String,
    /// 受理时间: such as `2015-05-20T13:29:35+08:00`
    pub accept_time: DateTime,
    /// 跳转领取页面的package信息: such as `affffddafdfafddffda==`
    pub package_info: String,
}

/// The response of [`InsuranceClaimBills::query_insurance_claim_bill_by_bill_id`],
/// [`InsuranceClaimBills::query_insurance_claim_bill_by_out_bill_no`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct InsuranceClaimBill {
    /// 服务商商户号: such as `1900001108`
    pub sp_mchid: String,
    /// 二级商户号: such as `1900001109`
    pub sub_mchid: Option<String>,
    /// 转账接收方信息
    pub receiver_detail: ReceiverDetail,
    /// 商户单号: such as `plfk2020042013`
    pub out_bill_no: String,
    /// 赔付金额: such as `10000`
    pub amount: Option<Fen>,
    /// 赔付原因: such as `直播违规扣罚`
    pub transfer_remark: Option<String>,
    /// 微信支付转账单号: such as `1330000071100999991182020050700019480001`
    pub bill_id: String,
    /// 赔付状态: such as `ACCEPTED`
    pub state: CompensationBillState,
    /// 受理时间: such as `2015-05-20T13:29:35+08:00`
    pub accept_time: DateTime,
    /// 成功时间: such as `2015-05-20T13:29:35+08:00`
    pub success_time: Option<DateTime>,
    /// 关单信息
    pub close_info: Option<InsuranceClaimBillCloseInfo>,
    /// 出资商户号: such as `1900001109`
    pub sponsor_mchid: Option<String>,
}

/// 关单信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct InsuranceClaimBillCloseInfo {
    /// 关单时间: such as `2015-05-20T13:29:35+08:00`
    pub accept_time: Option<DateTime>,
    /// 关单原因: such as `NOT_ENOUGH`
    pub close_reason: Option<String>,
}

/// The request of [`InsuranceClaimBills::cancel_insurance_claim_bill`].
///
/// `CancelInsuranceClaimBillRequest::builder().build()`. For an `Option`, use setters such as
/// `maybe_sub_mchid`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CancelInsuranceClaimBillRequest {
    /// 二级商户号: such as `1900001109`
    pub sub_mchid: Option<String>,
}

rules! { CancelInsuranceClaimBillRequest {} }

/// The response of [`InsuranceClaimBills::cancel_insurance_claim_bill`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CancelInsuranceClaimBillResponse {
    /// 二级商户号: such as `1900001109`
    pub sub_mchid: Option<String>,
    /// 商户单号: such as `plfk2020042013`
    pub out_bill_no: String,
    /// 微信支付转账单号: such as `1330000071100999991182020050700019480001`
    pub bill_id: String,
    /// 赔付状态: such as `ACCEPTED`
    pub state: CompensationBillState,
    /// 撤销受理时间: such as `2015-05-20T13:29:35+08:00`
    pub cancel_accept_time: DateTime,
}

open_enum! {
    /// 转账接收方类型
    pub enum ReceiverType {
        Merchant = "MERCHANT",
        TransactionUser = "TRANSACTION_USER",
    }
}
