//! 合单支付: one payment for the orders of several shops.

use wechatpay_client::{Client, Fen, Outcome, Result, pay::JsapiPayment};
use wechatpay_endpoints::payments::combine::{
    Amount, CloseCombineOrderRequest, CloseSubOrder, CombinePayerInfo, CombineTransactions,
    JsapiSubOrder, PrepayCombineJsapiRequest, TradeState,
};

use crate::{APPID, MCHID, NOTIFY_URL};

/// Places a combined order of `(mchid, out_trade_no, amount)` for each shop.
pub async fn place(
    client: &Client,
    combine_out_trade_no: &str,
    shops: &[(&str, &str, Fen)],
    openid: &str,
) -> Result<JsapiPayment> {
    let sub_order = |&(mchid, out_trade_no, total): &(&str, &str, Fen)| {
        JsapiSubOrder::builder()
            .mchid(mchid)
            .out_trade_no(out_trade_no)
            .description("夜市-小吃")
            .attach("夜市")
            .amount(
                Amount::builder()
                    .total_amount(total)
                    .currency("CNY")
                    .build(),
            )
            .build()
    };
    let order = PrepayCombineJsapiRequest::builder()
        .combine_appid(APPID)
        .combine_mchid(MCHID)
        .combine_out_trade_no(combine_out_trade_no)
        .sub_orders(shops.iter().map(sub_order).collect())
        .combine_payer_info(CombinePayerInfo::builder().openid(openid).build())
        .notify_url(NOTIFY_URL)
        .build();
    let prepay = client.prepay_combine_jsapi(&order).await?;
    JsapiPayment::of(client, &order, &prepay).await
}

/// The `out_trade_no` of each order that is paid.
pub async fn paid(
    api: &(impl CombineTransactions + Sync),
    combine_out_trade_no: &str,
) -> Result<Vec<String>> {
    let order = api
        .query_combine_order_by_out_trade_no(combine_out_trade_no)
        .await?;
    let orders = order.sub_orders.unwrap_or_default().into_iter();
    let paid = orders.filter(|order| order.trade_state == TradeState::Success);
    Ok(paid.map(|order| order.out_trade_no).collect())
}

/// Closes a combined order of `(mchid, out_trade_no)` for each shop. An unknown outcome is queried.
pub async fn close(
    api: &(impl CombineTransactions + Sync),
    combine_out_trade_no: &str,
    shops: &[(&str, &str)],
) -> Result<()> {
    let sub_order = |&(mchid, out_trade_no): &(&str, &str)| {
        CloseSubOrder::builder()
            .mchid(mchid)
            .out_trade_no(out_trade_no)
            .build()
    };
    let body = CloseCombineOrderRequest::builder()
        .combine_appid(APPID)
        .sub_orders(shops.iter().map(sub_order).collect())
        .build();
    match api.close_combine_order(combine_out_trade_no, &body).await {
        Err(error) if error.outcome() == Outcome::Unknown => {
            match is_closed(api, combine_out_trade_no).await {
                Ok(true) => Ok(()),
                _ => Err(error),
            }
        }
        closed => closed,
    }
}

async fn is_closed(
    api: &(impl CombineTransactions + Sync),
    combine_out_trade_no: &str,
) -> Result<bool> {
    let order = api
        .query_combine_order_by_out_trade_no(combine_out_trade_no)
        .await?;
    let orders = order.sub_orders.unwrap_or_default();
    let is_closed = orders
        .iter()
        .all(|order| order.trade_state == TradeState::Closed);
    Ok(is_closed && !orders.is_empty())
}
