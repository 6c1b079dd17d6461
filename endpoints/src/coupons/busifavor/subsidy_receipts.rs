//! 营销补差.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 营销补差
#[wechatpay_api(defaults)]
pub trait SubsidyReceipts {
    /// 营销补差付款
    ///
    /// `POST /v3/marketing/busifavor/subsidy/pay-receipts`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/apis/chapter9_2_16.shtml>
    #[wechatpay_api(POST "/v3/marketing/busifavor/subsidy/pay-receipts")]
    async fn create_subsidy_pay_receipt(
        &self,
        body: &CreateSubsidyPayReceiptRequest,
    ) -> Result<SubsidyPayReceipt>;

    /// 查询营销补差付款单详情
    ///
    /// `GET /v3/marketing/busifavor/subsidy/pay-receipts/{subsidy_receipt_id}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/apis/chapter9_2_18.shtml>
    ///
    /// - `subsidy_receipt_id` 补差付款单号: such as `1120200119165100000000000001`
    #[wechatpay_api(GET "/v3/marketing/busifavor/subsidy/pay-receipts/{subsidy_receipt_id}")]
    async fn query_subsidy_pay_receipt(
        &self,
        subsidy_receipt_id: &str,
    ) -> Result<SubsidyPayReceipt>;

    /// 查询营销补差付款单列表
    ///
    /// `GET /v3/marketing/busifavor/subsidy/pay-receipts`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/apis/chapter9_2_19.shtml>
    ///
    /// - `stock_id` 商家券批次号: such as `128888000000001`
    /// - `coupon_code` 商家券Code: such as `ABCD12345678`
    /// - `out_subsidy_no` 补差付款请求单号: such as `subsidy-abcd-12345678`
    #[wechatpay_api(GET "/v3/marketing/busifavor/subsidy/pay-receipts")]
    async fn list_subsidy_pay_receipts(
        &self,
        #[query] stock_id: &str,
        #[query] coupon_code: &str,
        #[query] out_subsidy_no: Option<&str>,
    ) -> Result<ListSubsidyPayReceiptsResponse>;

    /// 营销补差回退
    ///
    /// `POST /v3/marketing/busifavor/subsidy/return-receipts`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/apis/chapter9_2_17.shtml>
    #[wechatpay_api(POST "/v3/marketing/busifavor/subsidy/return-receipts")]
    async fn create_subsidy_return_receipt(
        &self,
        body: &CreateSubsidyReturnReceiptRequest,
    ) -> Result<CreateSubsidyReturnReceiptResponse>;

    /// 查询商家券营销补差回退单详情
    ///
    /// `GET /v3/marketing/busifavor/subsidy/return-receipts/{subsidy_return_receipt_id}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/apis/chapter9_2_21.shtml>
    ///
    /// - `subsidy_return_receipt_id` 补差回退单号: such as `2120200119165100000000000001`
    #[wechatpay_api(GET "/v3/marketing/busifavor/subsidy/return-receipts/{subsidy_return_receipt_id}")]
    async fn query_subsidy_return_receipt(
        &self,
        subsidy_return_receipt_id: &str,
    ) -> Result<SubsidyReturnReceipt>;
}

/// The request of [`SubsidyReceipts::create_subsidy_pay_receipt`].
///
/// `CreateSubsidyPayReceiptRequest::builder().stock_id(…).coupon_code(…).transaction_id(…).payer_merchant(…).payee_merchant(…).amount(…).description(…).out_subsidy_no(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateSubsidyPayReceiptRequest {
    /// 商家券批次号: such as `128888000000001`
    pub stock_id: String,
    /// 商家券Code: such as `ABCD12345678`
    pub coupon_code: String,
    /// 微信支付订单号: such as `4200000913202101152566792388`
    pub transaction_id: String,
    /// 营销补差扣款商户号: such as `1900000001`
    pub payer_merchant: String,
    /// 营销补差入账商户号: such as `1900000002`
    pub payee_merchant: String,
    /// 补差付款金额: such as `100`
    pub amount: Fen,
    /// 补差付款描述: such as `20210115DESCRIPTION`
    pub description: String,
    /// 业务请求唯一单号: such as `subsidy-abcd-12345678`
    pub out_subsidy_no: String,
}

rules! { CreateSubsidyPayReceiptRequest {} }

/// The response of [`SubsidyReceipts::create_subsidy_pay_receipt`],
/// [`SubsidyReceipts::query_subsidy_pay_receipt`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct SubsidyPayReceipt {
    /// 补差付款单号: such as `1120200119165100000000000001`
    pub subsidy_receipt_id: String,
    /// 商家券批次号: such as `128888000000001`
    pub stock_id: String,
    /// 商家券Code: such as `ABCD12345678`
    pub coupon_code: String,
    /// 微信支付订单号: such as `4200000913202101152566792388`
    pub transaction_id: String,
    /// 营销补差扣款商户号: such as `1900000001`
    pub payer_merchant: String,
    /// 营销补差入账商户号: such as `1900000002`
    pub payee_merchant: String,
    /// 补差付款金额: such as `100`
    pub amount: Fen,
    /// 补差付款描述: such as `20210115DESCRIPTION`
    pub description: String,
    /// 补差付款单据状态: such as `SUCCESS`
    pub status: String,
    /// 补差付款失败原因: such as `INSUFFICIENT_BALANCE`
    pub fail_reason: Option<String>,
    /// 补差付款完成时间: such as `2021-01-20T10:29:35+08:00`
    pub success_time: Option<DateTime>,
    /// 业务请求唯一单号: such as `subsidy-abcd-12345678`
    pub out_subsidy_no: String,
    /// 补差付款发起时间: such as `2021-01-20T10:29:35+08:00`
    pub create_time: Option<DateTime>,
}

/// The response of [`SubsidyReceipts::list_subsidy_pay_receipts`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ListSubsidyPayReceiptsResponse {
    /// 补差付款单据列表
    pub pay_receipt_list: Option<Vec<SubsidyPayReceipt>>,
}

/// The request of [`SubsidyReceipts::create_subsidy_return_receipt`].
///
/// `CreateSubsidyReturnReceiptRequest::builder().stock_id(…).coupon_code(…).transaction_id(…).refund_id(…).payer_merchant(…).payee_merchant(…).amount(…).description(…).out_subsidy_return_no(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateSubsidyReturnReceiptRequest {
    /// 商家券批次号: such as `128888000000001`
    pub stock_id: String,
    /// 商家券Code: such as `ABCD12345678`
    pub coupon_code: String,
    /// 微信支付订单号: such as `4200000913202101152566792388`
    pub transaction_id: String,
    /// 微信支付退款单号: such as `50100506732021010105138718375`
    pub refund_id: String,
    /// 原营销补差扣款商户号: such as `1900000001`
    pub payer_merchant: String,
    /// 原营销补差入账商户号: such as `1900000002`
    pub payee_merchant: String,
    /// 补差回退金额: such as `100`
    pub amount: Fen,
    /// 补差回退描述: such as `20210115DESCRIPTION`
    pub description: String,
    /// 业务请求唯一单号: such as `subsidy-abcd-12345678`
    pub out_subsidy_return_no: String,
}

rules! { CreateSubsidyReturnReceiptRequest {} }

/// The response of [`SubsidyReceipts::create_subsidy_return_receipt`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CreateSubsidyReturnReceiptResponse {
    /// 补差回退单号: such as `2120200119165100000000000001`
    pub subsidy_return_receipt_id: Option<String>,
    /// 商家券批次号: such as `128888000000001`
    pub stock_id: String,
    /// 商家券Code: such as `ABCD12345678`
    pub coupon_code: String,
    /// 微信支付订单号: such as `4200000913202101152566792388`
    pub transaction_id: String,
    /// 微信支付退款单号: such as `50100506732021010105138718375`
    pub refund_id: String,
    /// 原营销补差扣款商户号: such as `1900000001`
    pub payer_merchant: String,
    /// 原营销补差入账商户号: such as `1900000002`
    pub payee_merchant: String,
    /// 补差回退金额: such as `100`
    pub amount: Fen,
    /// 补差回退描述: such as `20210115DESCRIPTION`
    pub description: String,
    /// 补差回退单据状态: such as `SUCCESS`
    pub status: String,
    /// 补差回退失败原因: such as `INSUFFICIENT_BALANCE`
    pub fail_reason: Option<String>,
    /// 补差回退完成时间: such as `2021-01-20T10:29:35+08:00`
    pub return_done_time: Option<DateTime>,
    /// 补差付款单号: such as `1120200119165100000000000001`
    pub subsidy_receipt_id: String,
    /// 业务请求唯一单号: such as `subsidy-abcd-12345678`
    pub out_subsidy_return_no: String,
    /// 补差回退发起时间: such as `2021-01-20T10:29:35+08:00`
    pub return_create_time: Option<DateTime>,
}

/// The response of [`SubsidyReceipts::query_subsidy_return_receipt`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct SubsidyReturnReceipt {
    /// 补差回退单号: such as `2120200119165100000000000001`
    pub subsidy_return_receipt_id: Option<String>,
    /// 商家券批次号: such as `128888000000001`
    pub stock_id: String,
    /// 商家券Code: such as `ABCD12345678`
    pub coupon_code: String,
    /// 微信支付订单号: such as `4200000913202101152566792388`
    pub transaction_id: String,
    /// 微信支付退款单号: such as `50100506732021010105138718375`
    pub refund_id: String,
    /// 原营销补差扣款商户号: such as `1900000001`
    pub payer_merchant: String,
    /// 原营销补差入账商户号: such as `1900000002`
    pub payee_merchant: String,
    /// 补差回退金额: such as `100`
    pub amount: Fen,
    /// 补差回退描述: such as `20210115DESCRIPTION`
    pub description: String,
    /// 补差回退单据状态: such as `RETURN_RECEIPT_SUCCESS`
    pub status: SubsidyReturnReceiptStatus,
    /// 补差回退失败原因: such as `RETURN_RECEIPT_INSUFFICIENT_BALANCE`
    pub fail_reason: Option<SubsidyReturnReceiptFailReason>,
    /// 补差回退完成时间: such as `2021-06-15T19:35:11+08:00`
    pub return_done_time: Option<DateTime>,
    /// 补差付款单号: such as `1120200119165100000000000001`
    pub subsidy_receipt_id: String,
    /// 业务请求唯一单号: such as `subsidy-abcd-12345678`
    pub out_subsidy_return_no: String,
    /// 补差回退发起时间: such as `2021-06-15T19:35:11+08:00`
    pub return_create_time: Option<DateTime>,
}

open_enum! {
    /// 补差回退单据状态
    pub enum SubsidyReturnReceiptStatus {
        Unknown = "RETURN_RECEIPT_UNKNOWN",
        Accepted = "RETURN_RECEIPT_ACCEPTED",
        Success = "RETURN_RECEIPT_SUCCESS",
        Fail = "RETURN_RECEIPT_FAIL",
    }
}

open_enum! {
    /// 补差回退失败原因
    pub enum SubsidyReturnReceiptFailReason {
        InsufficientBalance = "RETURN_RECEIPT_INSUFFICIENT_BALANCE",
        Other = "RETURN_RECEIPT_OTHER",
    }
}
