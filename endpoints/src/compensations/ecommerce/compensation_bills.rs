//! 赔付单.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 赔付单
#[wechatpay_api(defaults)]
pub trait CompensationBills {
    /// 请求赔付
    ///
    /// `POST /v3/platsolution/ecommerce/mch-transfer/compensate-bills`
    ///
    /// <https://pay.weixin.qq.com/doc/v3/partner/4013504175>
    #[wechatpay_api(POST "/v3/platsolution/ecommerce/mch-transfer/compensate-bills")]
    async fn create_compensation_bill(
        &self,
        body: &CreateCompensationBillRequest,
    ) -> Result<CreateCompensationBillResponse>;

    /// 请求赔付预下单
    ///
    /// `POST /v3/platsolution/ecommerce/mch-transfer/compensate-bills/pre-transfer`
    ///
    /// <https://pay.weixin.qq.com/doc/v3/partner/4013504176>
    #[wechatpay_api(POST "/v3/platsolution/ecommerce/mch-transfer/compensate-bills/pre-transfer")]
    async fn pre_transfer_compensation_bill(
        &self,
        body: &PreTransferCompensationBillRequest,
    ) -> Result<PreTransferCompensationBillResponse>;

    /// 微信支付单号查询赔付结果
    ///
    /// `GET /v3/platsolution/ecommerce/mch-transfer/compensate-bills/bill-id/{bill_id}`
    ///
    /// <https://pay.weixin.qq.com/doc/v3/partner/4013504179>
    ///
    /// - `bill_id` 微信支付单号: such as `1330000071100999991182020050700019480001`
    #[wechatpay_api(GET "/v3/platsolution/ecommerce/mch-transfer/compensate-bills/bill-id/{bill_id}")]
    async fn query_compensation_bill_by_bill_id(&self, bill_id: &str) -> Result<CompensationBill>;

    /// 商户单号查询赔付结果
    ///
    /// `GET /v3/platsolution/ecommerce/mch-transfer/compensate-bills/out-bill-no/{out_bill_no}`
    ///
    /// <https://pay.weixin.qq.com/doc/v3/partner/4013504178>
    ///
    /// - `out_bill_no` 商户单号: such as `plfk2020042013`
    #[wechatpay_api(GET "/v3/platsolution/ecommerce/mch-transfer/compensate-bills/out-bill-no/{out_bill_no}")]
    async fn query_compensation_bill_by_out_bill_no(
        &self,
        out_bill_no: &str,
    ) -> Result<CompensationBill>;

    /// 请求撤销赔付
    ///
    /// `POST
    /// /v3/platsolution/ecommerce/mch-transfer/compensate-bills/out-bill-no/{out_bill_no}/cancel`
    ///
    /// <https://pay.weixin.qq.com/doc/v3/partner/4013504177>
    ///
    /// - `out_bill_no` 商户单号: such as `plfk2020042013`
    #[wechatpay_api(POST "/v3/platsolution/ecommerce/mch-transfer/compensate-bills/out-bill-no/{out_bill_no}/cancel")]
    async fn cancel_compensation_bill(
        &self,
        out_bill_no: &str,
    ) -> Result<CancelCompensationBillResponse>;
}

/// The request of [`CompensationBills::create_compensation_bill`].
///
/// `CreateCompensationBillRequest::builder().receiver(…).out_bill_no(…).transfer_remark(…).build()`.
/// For an `Option`, use setters such as `maybe_amount`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateCompensationBillRequest {
    /// 收款方信息
    pub receiver: CompensationReceiver,
    /// 商户单号: such as `plfk2020042013`
    pub out_bill_no: String,
    /// 赔付金额: such as `10000`
    pub amount: Option<Fen>,
    /// 赔付原因: such as `直播违规扣罚`
    pub transfer_remark: String,
    /// 出资商户号: such as `1900001109`
    pub sponsor_mchid: Option<String>,
    /// 转账场景ID: such as `1001`
    pub transfer_scene_id: Option<String>,
    /// 用户收款感知: such as `退货运费补偿`
    pub user_recv_perception: Option<String>,
}

rules! {
    CreateCompensationBillRequest {
        within("receiver", CompensationReceiver::RULES),
    }
}

/// 收款方信息
///
/// `CompensationReceiver::builder().build()`. For an `Option`, use setters such as `maybe_type`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[non_exhaustive]
pub struct CompensationReceiver {
    /// 转账接收方类型: such as `TRANSACTION_USER`
    pub r#type: Option<TransactionReceiverType>,
    /// 转账接收方订单信息
    pub transaction_info: Option<TransactionInfo>,
}

rules! {
    CompensationReceiver {
        member("type", &[Listed(TransactionReceiverType::TEXTS)]),
        within("transaction_info", TransactionInfo::RULES),
    }
}

/// 转账接收方订单信息
///
/// `TransactionInfo::builder().transaction_id(…).build()`. For an `Option`, use setters such as
/// `maybe_type`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct TransactionInfo {
    /// 交易订单号: such as `1217752501201407033233368018`
    pub transaction_id: String,
    /// 转账接收方订单类型: such as `WXPAY`
    pub r#type: Option<TransactionType>,
}

rules! {
    TransactionInfo {
        member("type", &[Listed(TransactionType::TEXTS)]),
    }
}

/// The response of [`CompensationBills::create_compensation_bill`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CreateCompensationBillResponse {
    /// 服务商商户号: such as `1900001108`
    pub sp_mchid: String,
    /// 转账接收方信息
    pub receiver_detail: CompensationReceiverDetail,
    /// 商户单号: such as `plfk2020042013`
    pub out_bill_no: String,
    /// 赔付金额: such as `10000`
    pub amount: Option<Fen>,
    /// 赔付原因: such as `直播违规扣罚`
    pub transfer_remark: String,
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
pub struct CompensationReceiverDetail {
    /// 转账接收者信息
    pub receiver: Option<CompensationReceiver>,
}

/// The request of [`CompensationBills::pre_transfer_compensation_bill`].
///
/// `PreTransferCompensationBillRequest::builder().receiver(…).out_bill_no(…).transfer_remark(…).build()`.
/// For an `Option`, use setters such as `maybe_sp_appid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PreTransferCompensationBillRequest {
    /// 公众账号ID: such as `wx8888888888888888`
    pub sp_appid: Option<String>,
    /// 收款方信息
    pub receiver: CompensationReceiver,
    /// 商户单号: such as `plfk2020042013`
    pub out_bill_no: String,
    /// 赔付金额: such as `10000`
    pub amount: Option<Fen>,
    /// 赔付原因: such as `直播违规扣罚`
    pub transfer_remark: String,
    /// 出资商户号: such as `1900001109`
    pub sponsor_mchid: Option<String>,
    /// 转账场景ID: such as `1001`
    pub transfer_scene_id: Option<String>,
    /// 用户收款感知: such as `退货运费补偿`
    pub user_recv_perception: Option<String>,
    /// 商户回调地址: such as `https://www.weixin.qq.com/wxpay/pay.php`
    pub notify_url: Option<String>,
}

rules! {
    PreTransferCompensationBillRequest {
        within("receiver", CompensationReceiver::RULES),
        member("notify_url", &[NotifyUrl]),
    }
}

/// The response of [`CompensationBills::pre_transfer_compensation_bill`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct PreTransferCompensationBillResponse {
    /// 商户单号: such as `plfk2020042013`
    pub out_bill_no: String,
    /// 微信支付转账单号: such as `1330000071100999991182020050700019480001`
    pub bill_id: String,
    /// 受理时间: such as `2015-05-20T13:29:35+08:00`
    pub accept_time: DateTime,
    /// 跳转领取页面的package信息: such as `affffddafdfafddffda==`
    pub package_info: String,
}

/// The response of [`CompensationBills::query_compensation_bill_by_bill_id`],
/// [`CompensationBills::query_compensation_bill_by_out_bill_no`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CompensationBill {
    /// 服务商商户号: such as `1900001108`
    pub sp_mchid: String,
    /// 转账接收方信息
    pub receiver_detail: CompensationReceiverDetail,
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
    pub close_info: Option<CloseInfo>,
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
pub struct CloseInfo {
    /// 关单时间: such as `2015-05-20T13:29:35+08:00`
    pub close_time: Option<DateTime>,
    /// 关单原因: such as `NOT_ENOUGH`
    pub close_reason: Option<String>,
}

/// The response of [`CompensationBills::cancel_compensation_bill`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CancelCompensationBillResponse {
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
    pub enum TransactionReceiverType {
        TransactionUser = "TRANSACTION_USER",
    }
}

open_enum! {
    /// 转账接收方订单类型
    pub enum TransactionType {
        Wxpay = "WXPAY",
        Wxvalue = "WXVALUE",
    }
}

open_enum! {
    /// 赔付状态
    pub enum CompensationBillState {
        Accepted = "ACCEPTED",
        Success = "SUCCESS",
        Closed = "CLOSED",
        WaitUserConfirm = "WAIT_USER_CONFIRM",
        Canceling = "CANCELING",
        Cancelled = "CANCELLED",
    }
}
