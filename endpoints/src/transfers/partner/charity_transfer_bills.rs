//! 公益捐赠.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 公益捐赠
#[wechatpay_api(defaults)]
pub trait CharityTransferBills {
    /// 发起公益捐赠
    ///
    /// `POST /v3/fund-app/mch-transfer/partner/charity-transfer-bills`
    #[wechatpay_api(POST "/v3/fund-app/mch-transfer/partner/charity-transfer-bills")]
    async fn create_charity_transfer_bill(
        &self,
        body: &CreateCharityTransferBillRequest,
    ) -> Result<CharityTransferBill>;

    /// 商户单号查询公益捐赠详情
    ///
    /// `GET
    /// /v3/fund-app/mch-transfer/partner/charity-transfer-bills/out-transfer-no/{out_transfer_no}`
    ///
    /// - `out_transfer_no` 商户公益捐赠单号: such as `trans202506300102`
    /// - `sponsor_mchid` 出资商户号: such as `1900001109`
    /// - `out_budget_no` 商户预算单号: such as `budget202506030102`
    #[wechatpay_api(GET "/v3/fund-app/mch-transfer/partner/charity-transfer-bills/out-transfer-no/{out_transfer_no}")]
    async fn query_charity_transfer_bill(
        &self,
        out_transfer_no: &str,
        #[query] sponsor_mchid: &str,
        #[query] out_budget_no: &str,
    ) -> Result<CharityTransferBill>;
}

/// The request of [`CharityTransferBills::create_charity_transfer_bill`].
///
/// `CreateCharityTransferBillRequest::builder().out_budget_no(…).out_transfer_no(…).sponsor_mchid(…).receive_mchid(…).amount(…).transfer_remark(…).build()`.
/// For an `Option`, use setters such as `maybe_transaction_info`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateCharityTransferBillRequest {
    /// 商户预算单号: such as `budget202506300102` (unconfirmed)
    pub out_budget_no: String,
    /// 商户公益捐赠单号: such as `trans202506300102` (unconfirmed)
    pub out_transfer_no: String,
    /// 关联的交易单号
    pub transaction_info: Option<TransactionInfo>,
    /// 出资商户号: such as `1900001109` (unconfirmed)
    pub sponsor_mchid: String,
    /// 收款商户号: such as `1900001109` (unconfirmed)
    pub receive_mchid: String,
    /// 预算总金额: such as `20000000` (unconfirmed)
    pub amount: Fen,
    /// 捐赠备注: such as `帮助受助群体爱心捐款` (unconfirmed)
    pub transfer_remark: String,
}

rules! {
    CreateCharityTransferBillRequest {
        within("transaction_info", TransactionInfo::RULES),
    }
}

/// 关联的交易单号
///
/// `TransactionInfo::builder().transaction_type(…).transaction_id(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct TransactionInfo {
    /// 订单类型: such as `WXPAY` (unconfirmed)
    pub transaction_type: TransactionType,
    /// 订单号: such as `4217752501201407033233368018` (unconfirmed)
    pub transaction_id: String,
}

rules! {
    TransactionInfo {
        member("transaction_type", &[Listed(TransactionType::TEXTS)]),
    }
}

/// The response of [`CharityTransferBills::create_charity_transfer_bill`],
/// [`CharityTransferBills::query_charity_transfer_bill`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CharityTransferBill {
    /// 商户预算单号: such as `budget202506300102`
    pub out_budget_no: Option<String>,
    /// 微信支付预算单号: such as `1182020050700019480001`
    pub budget_id: Option<String>,
    /// 商户公益捐赠单号: such as `trans202506300102`
    pub out_transfer_no: Option<String>,
    /// 微信支付公益捐赠单号: such as `4217752501201407033233368018`
    pub transfer_id: Option<String>,
    /// 预算总金额: such as `20000000`
    pub amount: Option<Fen>,
    /// 捐赠备注: such as `帮助受助群体爱心捐款`
    pub transfer_remark: Option<String>,
    /// 收款商户号: such as `1900001109`
    pub receive_mchid: Option<String>,
    /// 捐赠状态: such as `SUCCESS`
    pub state: Option<CharityTransferBillState>,
    /// 捐赠单创建时间: such as `2015-05-20T13:29:35+08:00`
    pub create_time: Option<DateTime>,
    /// 捐赠完成时间: such as `2015-05-20T13:29:35+08:00`
    pub success_time: Option<DateTime>,
}

open_enum! {
    /// 订单类型
    pub enum TransactionType {
        Wxpay = "WXPAY",
    }
}

open_enum! {
    /// 捐赠状态
    pub enum CharityTransferBillState {
        Accepted = "ACCEPTED",
        Success = "SUCCESS",
        Close = "CLOSE",
    }
}
