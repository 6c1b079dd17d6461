//! 分账.

use wechatpay_endpoints::profit_sharing::direct::*;

use crate::operation::*;

operations! {
    "POST /v3/profitsharing/orders" => create_profit_sharing_order,
    "GET /v3/profitsharing/orders/{out_order_no}" => query_profit_sharing_order,
    "GET /v3/profitsharing/transactions/{transaction_id}/amounts" => query_profit_sharing_order_amount,
    "POST /v3/profitsharing/orders/unfreeze" => unfreeze_profit_sharing_order,
    "POST /v3/profitsharing/return-orders" => create_profit_sharing_return_order,
    "GET /v3/profitsharing/return-orders/{out_return_no}" => query_profit_sharing_return_order,
    "POST /v3/profitsharing/receivers/add" => add_profit_sharing_receiver,
    "POST /v3/profitsharing/receivers/delete" => delete_profit_sharing_receiver,
    "GET /v3/profitsharing/merchant-configs/{sub_mchid}" => query_merchant_ratio,
    "GET /v3/profitsharing/bills" => get_profit_sharing_bill,
}

async fn create_profit_sharing_order(client: &Client) -> Result<Value> {
    let body = CreateProfitSharingOrderRequest::builder()
        .sub_mchid("1900000109")
        .appid("wx8888888888888888")
        .sub_appid("wx8888888888888889")
        .transaction_id("4208450740201411110007820472")
        .out_order_no("P20150806125346")
        .receivers(vec![
            OrderReceiver::builder()
                .r#type(ReceiverType::MerchantId)
                .account("86693852")
                .name("hu89ohu89ohu89o")
                .amount(Fen(888))
                .description("分给商户A")
                .build(),
        ])
        .unfreeze_unsplit(true)
        .build();
    let response = client.create_profit_sharing_order(&body).await;
    json(response)
}

async fn query_profit_sharing_order(client: &Client) -> Result<Value> {
    let response = client
        .query_profit_sharing_order(
            "P20150806125346",
            Some("1900000109"),
            "4208450740201411110007820472",
        )
        .await;
    json(response)
}

async fn query_profit_sharing_order_amount(client: &Client) -> Result<Value> {
    let response = client
        .query_profit_sharing_order_amount("4208450740201411110007820472")
        .await;
    json(response)
}

async fn unfreeze_profit_sharing_order(client: &Client) -> Result<Value> {
    let body = UnfreezeProfitSharingOrderRequest::builder()
        .sub_mchid("1900000109")
        .transaction_id("4208450740201411110007820472")
        .out_order_no("P20150806125346")
        .description("解冻全部剩余资金")
        .build();
    let response = client.unfreeze_profit_sharing_order(&body).await;
    json(response)
}

async fn create_profit_sharing_return_order(client: &Client) -> Result<Value> {
    let body = CreateProfitSharingReturnOrderRequest::builder()
        .sub_mchid("1900000109")
        .order_id("3008450740201411110007820472")
        .out_return_no("R20190516001")
        .return_mchid("86693852")
        .amount(Fen(10))
        .description("用户退款")
        .build();
    let response = client.create_profit_sharing_return_order(&body).await;
    json(response)
}

async fn query_profit_sharing_return_order(client: &Client) -> Result<Value> {
    let response = client
        .query_profit_sharing_return_order("R20190516001", Some("1900000109"), "P20190806125346")
        .await;
    json(response)
}

async fn add_profit_sharing_receiver(client: &Client) -> Result<Value> {
    let body = AddProfitSharingReceiverRequest::builder()
        .sub_mchid("1900000109")
        .appid("wx8888888888888888")
        .sub_appid("wx8888888888888889")
        .r#type(ReceiverType::MerchantId)
        .account("86693852")
        .name("hu89ohu89ohu89o")
        .relation_type(RelationType::ServiceProvider)
        .custom_relation("代理商")
        .build();
    let response = client.add_profit_sharing_receiver(&body).await;
    json(response)
}

async fn delete_profit_sharing_receiver(client: &Client) -> Result<Value> {
    let body = DeleteProfitSharingReceiverRequest::builder()
        .sub_mchid("1900000109")
        .appid("wx8888888888888888")
        .sub_appid("wx8888888888888889")
        .r#type(ReceiverType::MerchantId)
        .account("86693852")
        .build();
    let response = client.delete_profit_sharing_receiver(&body).await;
    json(response)
}

async fn query_merchant_ratio(client: &Client) -> Result<Value> {
    let response = client.query_merchant_ratio("1900000109").await;
    json(response)
}

async fn get_profit_sharing_bill(client: &Client) -> Result<Value> {
    let response = client
        .get_profit_sharing_bill(None, "2019-06-11", Some(&TarType::Gzip))
        .await;
    json(response)
}
