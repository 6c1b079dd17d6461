//! 收付通分账.

use wechatpay_endpoints::ecommerce::profit_sharing::*;

use crate::operation::*;

operations! {
    "POST /v3/ecommerce/profitsharing/orders" => create_ecommerce_profit_sharing_order,
    "GET /v3/ecommerce/profitsharing/orders" => query_ecommerce_profit_sharing_order,
    "GET /v3/ecommerce/profitsharing/orders/{transaction_id}/amounts" => query_ecommerce_profit_sharing_order_amount,
    "POST /v3/ecommerce/profitsharing/finish-order" => finish_ecommerce_profit_sharing_order,
    "POST /v3/ecommerce/profitsharing/returnorders" => create_ecommerce_profit_sharing_return_order,
    "GET /v3/ecommerce/profitsharing/returnorders" => query_ecommerce_profit_sharing_return_order,
    "POST /v3/ecommerce/profitsharing/receivers/add" => add_ecommerce_profit_sharing_receiver,
    "POST /v3/ecommerce/profitsharing/receivers/delete" => delete_ecommerce_profit_sharing_receiver,
    "POST /v3/ecommerce/profitsharing/after-sales-orders" => create_after_sales_profit_sharing_order,
    "GET /v3/ecommerce/profitsharing/after-sales-orders" => query_after_sales_profit_sharing_order,
}

async fn create_ecommerce_profit_sharing_order(client: &Client) -> Result<Value> {
    let body = CreateEcommerceProfitSharingOrderRequest::builder()
        .appid("wx8888888888888888")
        .sub_mchid("1900000109")
        .transaction_id("4208450740201411110007820472")
        .out_order_no("P20150806125346")
        .receivers(vec![
            OrderReceiver::builder()
                .r#type(ProfitSharingReceiverType::MerchantId)
                .receiver_account("1900000109")
                .amount(Fen(190))
                .description("分给商户1900000109")
                .receiver_name("hu89ohu89ohu89o")
                .build(),
        ])
        .finish(true)
        .build();
    let response = client.create_ecommerce_profit_sharing_order(&body).await;
    json(response)
}

async fn query_ecommerce_profit_sharing_order(client: &Client) -> Result<Value> {
    let response = client
        .query_ecommerce_profit_sharing_order("string", "string", "string")
        .await;
    json(response)
}

async fn query_ecommerce_profit_sharing_order_amount(client: &Client) -> Result<Value> {
    let response = client
        .query_ecommerce_profit_sharing_order_amount("4208450740201411110007820472")
        .await;
    json(response)
}

async fn finish_ecommerce_profit_sharing_order(client: &Client) -> Result<Value> {
    let body = FinishEcommerceProfitSharingOrderRequest::builder()
        .sub_mchid("1900000109")
        .transaction_id("4208450740201411110007820472")
        .out_order_no("P20150806125346")
        .description("分账完结")
        .build();
    let response = client.finish_ecommerce_profit_sharing_order(&body).await;
    json(response)
}

async fn create_ecommerce_profit_sharing_return_order(client: &Client) -> Result<Value> {
    let body = CreateEcommerceProfitSharingReturnOrderRequest::builder()
        .sub_mchid("1900000109")
        .order_id("3008450740201411110007820472")
        .out_return_no("R20190516001")
        .return_mchid("86693852")
        .amount(Fen(10))
        .description("分账回退")
        .build();
    let response = client
        .create_ecommerce_profit_sharing_return_order(&body)
        .await;
    json(response)
}

async fn query_ecommerce_profit_sharing_return_order(client: &Client) -> Result<Value> {
    let response = client
        .query_ecommerce_profit_sharing_return_order("string", None, None, "string")
        .await;
    json(response)
}

async fn add_ecommerce_profit_sharing_receiver(client: &Client) -> Result<Value> {
    let body = AddEcommerceProfitSharingReceiverRequest::builder()
        .appid("wx8888888888888888")
        .r#type(ProfitSharingReceiverType::MerchantId)
        .account("190001001")
        .name("张三网络公司")
        .encrypted_name("hu89ohu89ohu89o")
        .relation_type(RelationType::Supplier)
        .build();
    let response = client.add_ecommerce_profit_sharing_receiver(&body).await;
    json(response)
}

async fn delete_ecommerce_profit_sharing_receiver(client: &Client) -> Result<Value> {
    let body = DeleteEcommerceProfitSharingReceiverRequest::builder()
        .appid("wx8888888888888888")
        .r#type(ProfitSharingReceiverType::MerchantId)
        .account("190001001")
        .build();
    let response = client.delete_ecommerce_profit_sharing_receiver(&body).await;
    json(response)
}

async fn create_after_sales_profit_sharing_order(client: &Client) -> Result<Value> {
    let body = CreateAfterSalesProfitSharingOrderRequest::builder()
        .sub_mchid("1900000109")
        .transaction_id("3008450740201411110007820472")
        .amount(Fen(10))
        .r#type(AfterSalesType::ServiceFeeIncome)
        .scene(AfterSalesScene::RefundTicket)
        .refund_id("string")
        .build();
    let response = client.create_after_sales_profit_sharing_order(&body).await;
    json(response)
}

async fn query_after_sales_profit_sharing_order(client: &Client) -> Result<Value> {
    let response = client
        .query_after_sales_profit_sharing_order("1900000109", None)
        .await;
    json(response)
}
