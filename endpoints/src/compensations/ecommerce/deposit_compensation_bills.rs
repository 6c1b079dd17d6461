//! 保证金售后、运费、保费赔付单.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, wechatpay_api};

use super::{
    CloseInfo, CompensationBillState, MchInfo, MerchantReceiverType, ReceiverDetail, ReceiverType,
    TransactionInfo,
};
use crate::rules::rules;

/// 保证金售后、运费、保费赔付单
#[wechatpay_api(defaults)]
pub trait DepositCompensationBills {
    /// 请求保证金售后赔付
    ///
    /// `POST /v3/platsolution/ecommerce/mch-transfer/deposit-after-sales-compensation-bills`
    ///
    /// <https://pay.weixin.qq.com/doc/v3/partner/4013504194>
    #[wechatpay_api(POST "/v3/platsolution/ecommerce/mch-transfer/deposit-after-sales-compensation-bills")]
    async fn create_deposit_after_sales_compensation_bill(
        &self,
        body: &CreateDepositAfterSalesCompensationBillRequest,
    ) -> Result<CreateDepositAfterSalesCompensationBillResponse>;

    /// 微信支付单号查询保证金售后赔付结果
    ///
    /// `GET
    /// /v3/platsolution/ecommerce/mch-transfer/deposit-after-sales-compensation-bills/bill-id/{bill_id}`
    ///
    /// <https://pay.weixin.qq.com/doc/v3/partner/4013504196>
    ///
    /// - `bill_id` 微信支付单号: such as `1330000071100999991182020050700019480001`
    /// - `sub_mchid` 二级商户号: such as `1900001109`
    #[wechatpay_api(GET "/v3/platsolution/ecommerce/mch-transfer/deposit-after-sales-compensation-bills/bill-id/{bill_id}")]
    async fn query_deposit_after_sales_compensation_bill_by_bill_id(
        &self,
        bill_id: &str,
        #[query] sub_mchid: Option<&str>,
    ) -> Result<DepositAfterSalesCompensationBill>;

    /// 商户单号查询保证金售后赔付结果
    ///
    /// `GET
    /// /v3/platsolution/ecommerce/mch-transfer/deposit-after-sales-compensation-bills/out-bill-no/{out_bill_no}`
    ///
    /// <https://pay.weixin.qq.com/doc/v3/partner/4013504195>
    ///
    /// - `out_bill_no` 商户单号: such as `plfk2020042013`
    /// - `sub_mchid` 二级商户号: such as `1900001109`
    #[wechatpay_api(GET "/v3/platsolution/ecommerce/mch-transfer/deposit-after-sales-compensation-bills/out-bill-no/{out_bill_no}")]
    async fn query_deposit_after_sales_compensation_bill_by_out_bill_no(
        &self,
        out_bill_no: &str,
        #[query] sub_mchid: Option<&str>,
    ) -> Result<DepositAfterSalesCompensationBill>;

    /// 发起保证金赔付用户运费
    ///
    /// `POST /v3/platsolution/ecommerce/mch-transfer/deposit-shipping-cost-compensation-bills`
    ///
    /// <https://pay.weixin.qq.com/doc/v3/partner/4013504202>
    #[wechatpay_api(POST "/v3/platsolution/ecommerce/mch-transfer/deposit-shipping-cost-compensation-bills")]
    async fn create_deposit_shipping_cost_compensation_bill(
        &self,
        body: &CreateDepositShippingCostCompensationBillRequest,
    ) -> Result<CreateDepositShippingCostCompensationBillResponse>;

    /// 查询保证金售后赔付运费结果
    ///
    /// `GET
    /// /v3/platsolution/ecommerce/mch-transfer/deposit-shipping-cost-compensation-bills/out-bill-no/{out_bill_no}`
    ///
    /// <https://pay.weixin.qq.com/doc/v3/partner/4013504203>
    ///
    /// - `out_bill_no` 商户单号: such as `plfk2020042013`
    /// - `sub_mchid` 二级商户号: such as `1900001109`
    #[wechatpay_api(GET "/v3/platsolution/ecommerce/mch-transfer/deposit-shipping-cost-compensation-bills/out-bill-no/{out_bill_no}")]
    async fn query_deposit_shipping_cost_compensation_bill(
        &self,
        out_bill_no: &str,
        #[query] sub_mchid: Option<&str>,
    ) -> Result<DepositShippingCostCompensationBill>;

    /// 发起保证金赔付保司保费
    ///
    /// `POST /v3/platsolution/ecommerce/mch-transfer/deposit-insurance-premiums-compensation-bills`
    #[wechatpay_api(POST "/v3/platsolution/ecommerce/mch-transfer/deposit-insurance-premiums-compensation-bills")]
    async fn create_deposit_insurance_premiums_compensation_bill(
        &self,
        body: &CreateDepositInsurancePremiumsCompensationBillRequest,
    ) -> Result<CreateDepositInsurancePremiumsCompensationBillResponse>;

    /// 查询保证金赔付保司保费结果
    ///
    /// `GET
    /// /v3/platsolution/ecommerce/mch-transfer/deposit-insurance-premiums-compensation-bills/{out_bill_no}`
    ///
    /// - `out_bill_no` 商户单号: such as `plfk2020042013`
    #[wechatpay_api(GET "/v3/platsolution/ecommerce/mch-transfer/deposit-insurance-premiums-compensation-bills/{out_bill_no}")]
    async fn query_deposit_insurance_premiums_compensation_bill(
        &self,
        out_bill_no: &str,
    ) -> Result<DepositInsurancePremiumsCompensationBill>;
}

/// The request of [`DepositCompensationBills::create_deposit_after_sales_compensation_bill`].
///
/// `CreateDepositAfterSalesCompensationBillRequest::builder().receiver(…).out_bill_no(…).transfer_remark(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateDepositAfterSalesCompensationBillRequest {
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 公众账号ID: such as `wx8888888888888888`
    pub sp_appid: Option<String>,
    /// 收款方信息
    pub receiver: DepositAfterSalesReceiver,
    /// 商户单号: such as `plfk2020042013`
    pub out_bill_no: String,
    /// 赔付金额: such as `10000`
    pub amount: Option<Fen>,
    /// 赔付原因: such as `直播违规扣罚`
    pub transfer_remark: String,
    /// 转账场景ID: such as `1001`
    pub transfer_scene_id: Option<String>,
    /// 用户收款感知: such as `退货运费补偿`
    pub user_recv_perception: Option<String>,
    /// 二级商户AppID: such as `wx8888888888888888`
    pub sub_appid: Option<String>,
}

rules! {
    CreateDepositAfterSalesCompensationBillRequest {
        within("receiver", DepositAfterSalesReceiver::RULES),
    }
}

/// 收款方信息
///
/// `DepositAfterSalesReceiver::builder().build()`. For an `Option`, use setters such as
/// `maybe_type`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct DepositAfterSalesReceiver {
    /// 转账接收方类型: such as `MERCHANT`
    pub r#type: Option<ReceiverType>,
    /// 转账接收方订单信息
    pub transaction_info: Option<TransactionInfo>,
    /// 转账接收方用户
    pub user_info: Option<UserInfo>,
}

rules! {
    DepositAfterSalesReceiver {
        member("type", &[Listed(ReceiverType::TEXTS)]),
        within("transaction_info", TransactionInfo::RULES),
    }
}

/// 转账接收方用户
///
/// `UserInfo::builder().build()`. For an `Option`, use setters such as `maybe_sp_openid`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct UserInfo {
    /// 转账接收方用户 openid: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub sp_openid: Option<String>,
}

/// The response of [`DepositCompensationBills::create_deposit_after_sales_compensation_bill`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CreateDepositAfterSalesCompensationBillResponse {
    /// 服务商商户号: such as `1900001108`
    pub sp_mchid: String,
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 转账接收方信息
    pub receiver_detail: ReceiverDetail,
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
    /// 二级商户AppID: such as `wx8888888888888888`
    pub sub_appid: Option<String>,
}

/// The response of
/// [`DepositCompensationBills::query_deposit_after_sales_compensation_bill_by_bill_id`],
/// [`DepositCompensationBills::query_deposit_after_sales_compensation_bill_by_out_bill_no`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct DepositAfterSalesCompensationBill {
    /// 服务商商户号: such as `1900001108`
    pub sp_mchid: String,
    /// 二级商户号: such as `1900000109`
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
    pub close_info: Option<CloseInfo>,
    /// 出资商户号: such as `1900001109`
    pub sponsor_mchid: Option<String>,
    /// 二级商户AppID: such as `wx8888888888888888`
    pub sub_appid: Option<String>,
}

/// The request of [`DepositCompensationBills::create_deposit_shipping_cost_compensation_bill`].
///
/// `CreateDepositShippingCostCompensationBillRequest::builder().receiver(…).out_bill_no(…).transfer_remark(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateDepositShippingCostCompensationBillRequest {
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 公众账号ID: such as `wx8888888888888888`
    pub sp_appid: Option<String>,
    /// 赔付用户信息
    pub receiver: ShippingCostReceiver,
    /// 商户单号: such as `plfk2020042013`
    pub out_bill_no: String,
    /// 赔付金额: such as `10000`
    pub amount: Option<Fen>,
    /// 赔付原因: such as `直播违规扣罚`
    pub transfer_remark: String,
    /// 转账场景ID: such as `1001`
    pub transfer_scene_id: Option<String>,
    /// 用户收款感知: such as `退货运费补偿`
    pub user_recv_perception: Option<String>,
}

rules! {
    CreateDepositShippingCostCompensationBillRequest {
        within("receiver", ShippingCostReceiver::RULES),
    }
}

/// 赔付用户信息
///
/// `ShippingCostReceiver::builder().build()`. For an `Option`, use setters such as
/// `maybe_transaction_info`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[non_exhaustive]
pub struct ShippingCostReceiver {
    /// 转账接收方订单信息
    pub transaction_info: Option<TransactionInfo>,
    /// 转账接收方用户
    pub user_info: Option<UserInfo>,
}

rules! {
    ShippingCostReceiver {
        within("transaction_info", TransactionInfo::RULES),
    }
}

/// The response of [`DepositCompensationBills::create_deposit_shipping_cost_compensation_bill`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CreateDepositShippingCostCompensationBillResponse {
    /// 服务商商户号: such as `1900001108`
    pub sp_mchid: String,
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 二级商户AppID: such as `wx8888888888888888`
    pub sub_appid: Option<String>,
    /// 转账接收方信息
    pub receiver_detail: ShippingCostReceiverDetail,
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
pub struct ShippingCostReceiverDetail {
    /// 转账接收者信息
    pub receiver: Option<ShippingCostReceiver>,
}

/// The response of [`DepositCompensationBills::query_deposit_shipping_cost_compensation_bill`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct DepositShippingCostCompensationBill {
    /// 服务商商户号: such as `1900001108`
    pub sp_mchid: String,
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 转账接收方信息
    pub receiver_detail: ShippingCostReceiverDetail,
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

/// The request of
/// [`DepositCompensationBills::create_deposit_insurance_premiums_compensation_bill`].
///
/// `CreateDepositInsurancePremiumsCompensationBillRequest::builder().receiver(…).out_bill_no(…).transfer_remark(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateDepositInsurancePremiumsCompensationBillRequest {
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 公众账号ID: such as `wx8888888888888888`
    pub sp_appid: Option<String>,
    /// 赔付用户信息
    pub receiver: InsurancePremiumsReceiver,
    /// 商户单号: such as `plfk2020042013`
    pub out_bill_no: String,
    /// 赔付金额: such as `10000`
    pub amount: Option<Fen>,
    /// 赔付原因: such as `直播违规扣罚`
    pub transfer_remark: String,
}

rules! {
    CreateDepositInsurancePremiumsCompensationBillRequest {
        within("receiver", InsurancePremiumsReceiver::RULES),
    }
}

/// 赔付用户信息
///
/// `InsurancePremiumsReceiver::builder().build()`. For an `Option`, use setters such as
/// `maybe_type`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct InsurancePremiumsReceiver {
    /// 转账接收方类型: such as `MERCHANT`
    pub r#type: Option<MerchantReceiverType>,
    /// 转账接收方商户信息
    pub mch_info: Option<MchInfo>,
    /// 赔付单信息
    pub transaction_info: Option<TransactionInfo>,
}

rules! {
    InsurancePremiumsReceiver {
        member("type", &[Listed(MerchantReceiverType::TEXTS)]),
        within("transaction_info", TransactionInfo::RULES),
    }
}

/// The response of
/// [`DepositCompensationBills::create_deposit_insurance_premiums_compensation_bill`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CreateDepositInsurancePremiumsCompensationBillResponse {
    /// 服务商商户号: such as `1900001108`
    pub sp_mchid: String,
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 二级商户AppID: such as `wx8888888888888888`
    pub sub_appid: Option<String>,
    /// 转账接收方信息
    pub receiver_detail: InsurancePremiumsReceiverDetail,
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
pub struct InsurancePremiumsReceiverDetail {
    /// 转账接收者信息
    pub receiver: Option<InsurancePremiumsResponseReceiver>,
}

/// 转账接收者信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct InsurancePremiumsResponseReceiver {
    /// 转账接收方类型: such as `MERCHANT`
    pub r#type: Option<MerchantReceiverType>,
    /// 转账接收方商户信息
    pub mch_info: Option<MchInfo>,
    /// 赔付单信息
    pub transaction_info: Option<InsurancePremiumsResponseTransactionInfo>,
}

/// 赔付单信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct InsurancePremiumsResponseTransactionInfo {
    /// 交易订单号: such as `1217752501201407033233368018`
    pub transaction_id: String,
}

/// The response of
/// [`DepositCompensationBills::query_deposit_insurance_premiums_compensation_bill`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct DepositInsurancePremiumsCompensationBill {
    /// 服务商商户号: such as `1900001108`
    pub sp_mchid: String,
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 二级商户AppID: such as `wx8888888888888888`
    pub sub_appid: Option<String>,
    /// 转账接收方信息
    pub receiver_detail: InsurancePremiumsReceiverDetail,
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
    /// 关单信息
    pub close_info: Option<CloseInfo>,
    /// 出资商户号: such as `1900001109`
    pub sponsor_mchid: Option<String>,
}
