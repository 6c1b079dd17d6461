//! 售后服务分账.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, wechatpay_api};

use super::ProfitSharingFailReason;
use crate::open_enum::open_enum;
use crate::rules::rules;

/// 售后服务分账
#[wechatpay_api(defaults)]
pub trait AfterSalesProfitSharingOrders {
    /// 请求售后服务分账
    ///
    /// `POST /v3/ecommerce/profitsharing/after-sales-orders`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/products/ecommerce/introduction.html>
    #[wechatpay_api(POST "/v3/ecommerce/profitsharing/after-sales-orders")]
    async fn create_after_sales_profit_sharing_order(
        &self,
        body: &CreateAfterSalesProfitSharingOrderRequest,
    ) -> Result<CreateAfterSalesProfitSharingOrderResponse>;

    /// 查询售后服务分账结果
    ///
    /// `GET /v3/ecommerce/profitsharing/after-sales-orders`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/products/ecommerce/introduction.html>
    ///
    /// - `sub_mchid` 二级商户号
    /// - `transaction_id` 微信订单号
    #[wechatpay_api(GET "/v3/ecommerce/profitsharing/after-sales-orders")]
    async fn query_after_sales_profit_sharing_order(
        &self,
        #[query] sub_mchid: &str,
        #[query] transaction_id: Option<&str>,
    ) -> Result<AfterSalesProfitSharingOrder>;
}

/// The request of [`AfterSalesProfitSharingOrders::create_after_sales_profit_sharing_order`].
///
/// `CreateAfterSalesProfitSharingOrderRequest::builder().sub_mchid(…).transaction_id(…).amount(…).r#type(…).scene(…).build()`.
/// For an `Option`, use setters such as `maybe_refund_id`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateAfterSalesProfitSharingOrderRequest {
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 微信订单号: such as `3008450740201411110007820472`
    pub transaction_id: String,
    /// 回退金额: such as `10`
    pub amount: Fen,
    /// 类型
    pub r#type: AfterSalesType,
    /// 场景
    pub scene: AfterSalesScene,
    /// 微信退款单号
    pub refund_id: Option<String>,
}

rules! {
    CreateAfterSalesProfitSharingOrderRequest {
        member("type", &[Listed(AfterSalesType::TEXTS)]),
        member("scene", &[Listed(AfterSalesScene::TEXTS)]),
    }
}

/// The response of [`AfterSalesProfitSharingOrders::create_after_sales_profit_sharing_order`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CreateAfterSalesProfitSharingOrderResponse {
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 微信订单号: such as `3008450740201411110007820472`
    pub transaction_id: String,
    /// 分账金额: such as `10`
    pub amount: Option<Fen>,
}

/// The response of [`AfterSalesProfitSharingOrders::query_after_sales_profit_sharing_order`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct AfterSalesProfitSharingOrder {
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 微信分账单号: such as `3008450740201411110007820472`
    pub transaction_id: String,
    /// 分账金额: such as `10`
    pub amount: Fen,
    /// 分账结果: such as `SUCCESS`
    pub result: AfterSalesResult,
    /// 分账失败原因: such as `NO_RELATION`
    pub fail_reason: Option<ProfitSharingFailReason>,
    /// 分账完成时间: such as `2015-05-20T13:29:35.120+08:00`
    pub finish_time: Option<DateTime>,
}

open_enum! {
    /// 类型
    pub enum AfterSalesType {
        ServiceFeeIncome = "SERVICE_FEE_INCOME",
    }
}

open_enum! {
    /// 场景
    pub enum AfterSalesScene {
        RefundTicket = "REFUND_TICKET",
        ChangeTicket = "CHANGE_TICKET",
        ReturnGoods = "RETURN_GOODS",
    }
}

open_enum! {
    /// 分账结果
    pub enum AfterSalesResult {
        Processing = "PROCESSING",
        Success = "SUCCESS",
        Failed = "FAILED",
    }
}
