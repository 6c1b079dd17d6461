//! 连锁品牌分账.

use wechatpay_endpoints::profit_sharing::brand::*;

use crate::operation::*;

operations! {
    "POST /v3/brand/profitsharing/orders" => create_brand_profit_sharing_order,
    "GET /v3/brand/profitsharing/orders" => query_brand_profit_sharing_order,
    "GET /v3/brand/profitsharing/orders/{transaction_id}/amounts" => query_brand_profit_sharing_order_amount,
    "POST /v3/brand/profitsharing/finish-order" => finish_brand_profit_sharing_order,
    "POST /v3/brand/profitsharing/returnorders" => create_brand_profit_sharing_return_order,
    "GET /v3/brand/profitsharing/returnorders" => query_brand_profit_sharing_return_order,
    "POST /v3/brand/profitsharing/receivers/add" => add_brand_profit_sharing_receiver,
    "POST /v3/brand/profitsharing/receivers/delete" => delete_brand_profit_sharing_receiver,
    "GET /v3/brand/profitsharing/brand-configs/{brand_mchid}" => query_brand_merchant_ratio,
}

async fn create_brand_profit_sharing_order(client: &Client) -> Result<Value> {
    let body = CreateBrandProfitSharingOrderRequest::builder()
        .brand_mchid("1900000108")
        .sub_mchid("1900000109")
        .appid("wx8888888888888888")
        .sub_appid("wx8888888888888889")
        .transaction_id("4208450740201411110007820472")
        .out_order_no("P20150806125346")
        .receivers(vec![
            OrderReceiver::builder()
                .r#type(ReceiverType::MerchantId)
                .account("1900000109")
                .amount(Fen(190))
                .description("1900000109分给商户1900000110")
                .name("hu89ohu89ohu89o")
                .build(),
        ])
        .finish(true)
        .build();
    let response = client.create_brand_profit_sharing_order(&body).await;
    json(response)
}

async fn query_brand_profit_sharing_order(client: &Client) -> Result<Value> {
    let response = client
        .query_brand_profit_sharing_order(
            "1900000109",
            "4208450740201411110007820472",
            "P20150806125346",
        )
        .await;
    json(response)
}

async fn query_brand_profit_sharing_order_amount(client: &Client) -> Result<Value> {
    let response = client
        .query_brand_profit_sharing_order_amount("4208450740201411110007820472")
        .await;
    json(response)
}

async fn finish_brand_profit_sharing_order(client: &Client) -> Result<Value> {
    let body = FinishBrandProfitSharingOrderRequest::builder()
        .sub_mchid("1900000109")
        .transaction_id("4208450740201411110007820472")
        .out_order_no("P20150806125346")
        .description("分账完结")
        .build();
    let response = client.finish_brand_profit_sharing_order(&body).await;
    json(response)
}

async fn create_brand_profit_sharing_return_order(client: &Client) -> Result<Value> {
    let body = CreateBrandProfitSharingReturnOrderRequest::builder()
        .sub_mchid("1900000109")
        .order_id("3008450740201411110007820472")
        .out_order_no("P20150806125346")
        .out_return_no("R20190516001")
        .return_mchid("86693852")
        .amount(Fen(10))
        .description("分账回退")
        .build();
    let response = client.create_brand_profit_sharing_return_order(&body).await;
    json(response)
}

async fn query_brand_profit_sharing_return_order(client: &Client) -> Result<Value> {
    let response = client
        .query_brand_profit_sharing_return_order(
            "1900000109",
            "R20190516001",
            Some("4208450740201411110007820472"),
            None,
        )
        .await;
    json(response)
}

async fn add_brand_profit_sharing_receiver(client: &Client) -> Result<Value> {
    let body = AddBrandProfitSharingReceiverRequest::builder()
        .brand_mchid("1900000108")
        .appid("wx8888888888888888")
        .sub_appid("wx8888888888888889")
        .r#type(ReceiverType::MerchantId)
        .account("1900000109")
        .name("张三网络公司")
        .relation_type(RelationType::Supplier)
        .build();
    let response = client.add_brand_profit_sharing_receiver(&body).await;
    json(response)
}

async fn delete_brand_profit_sharing_receiver(client: &Client) -> Result<Value> {
    let body = DeleteBrandProfitSharingReceiverRequest::builder()
        .brand_mchid("1900000108")
        .appid("wx8888888888888888")
        .sub_appid("wx8888888888888889")
        .r#type(ReceiverType::MerchantId)
        .account("1900000109")
        .build();
    let response = client.delete_brand_profit_sharing_receiver(&body).await;
    json(response)
}

async fn query_brand_merchant_ratio(client: &Client) -> Result<Value> {
    let response = client.query_brand_merchant_ratio("1900000109").await;
    json(response)
}
