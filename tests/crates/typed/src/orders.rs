//! 基础支付: an order is placed, queried, closed and refunded.

use wechatpay_client::{Client, Fen, Outcome, Result, pay::JsapiPayment};
use wechatpay_endpoints::payments::{
    direct::{Amount, CloseOrderRequest, JsapiPayer, PrepayJsapiRequest, TradeState, Transactions},
    refunds::{CreateRefundAmount, CreateRefundRequest, RefundStatus, Refunds},
};

use crate::{APPID, MCHID, NOTIFY_URL};

/// Places an order, and signs the parameters with which the page starts the payment (调起支付).
///
/// If the outcome is unknown, place the same order again: WeChat Pay de-duplicates by `out_trade_no`.
pub async fn place(
    client: &Client,
    out_trade_no: &str,
    total: Fen,
    openid: &str,
) -> Result<JsapiPayment> {
    let order = PrepayJsapiRequest::builder()
        .appid(APPID)
        .mchid(MCHID)
        .description("深圳腾大店-咖啡")
        .out_trade_no(out_trade_no)
        .notify_url(NOTIFY_URL)
        .amount(Amount::builder().total(total).build())
        .payer(JsapiPayer::builder().openid(openid).build())
        .build();
    let prepay = client.prepay_jsapi(&order).await?;
    JsapiPayment::of(client, &order, &prepay).await
}

/// Tests if the order is paid.
pub async fn is_paid(api: &(impl Transactions + Sync), out_trade_no: &str) -> Result<bool> {
    let order = api.query_order_by_out_trade_no(out_trade_no, MCHID).await?;
    Ok(order.trade_state == TradeState::Success)
}

/// Closes an order that nobody paid. An unknown outcome is queried.
pub async fn close(api: &(impl Transactions + Sync), out_trade_no: &str) -> Result<()> {
    let body = CloseOrderRequest::builder().mchid(MCHID).build();
    match api.close_order(out_trade_no, &body).await {
        Err(error) if error.outcome() == Outcome::Unknown => {
            match api.query_order_by_out_trade_no(out_trade_no, MCHID).await {
                Ok(order) if order.trade_state == TradeState::Closed => Ok(()),
                _ => Err(error),
            }
        }
        closed => closed,
    }
}

/// Refunds a part of a paid order, or all of it. An unknown outcome is queried.
///
/// WeChat Pay de-duplicates by `out_refund_no`, so the same refund may be requested again.
pub async fn refund(
    api: &(impl Refunds + Sync),
    out_trade_no: &str,
    out_refund_no: &str,
    refund: Fen,
    total: Fen,
) -> Result<RefundStatus> {
    let amount = CreateRefundAmount::builder()
        .refund(refund)
        .total(total)
        .currency("CNY")
        .build();
    let body = CreateRefundRequest::builder()
        .out_trade_no(out_trade_no)
        .out_refund_no(out_refund_no)
        .amount(amount)
        .build();
    match api.create_refund(&body).await {
        Err(error) if error.outcome() == Outcome::Unknown => {
            match api.query_refund(out_refund_no, None).await {
                Ok(refund) => Ok(refund.status),
                Err(_) => Err(error),
            }
        }
        refund => Ok(refund?.status),
    }
}
