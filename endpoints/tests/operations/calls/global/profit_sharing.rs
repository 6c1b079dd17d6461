//! 跨境分账.

use wechatpay_endpoints::global::profit_sharing::*;

use crate::operation::*;

operations! {
    "POST /v3/global/profit-sharing/transactions/mark" => mark_global_profit_sharing_transaction,
    "POST /v3/global/profit-sharing/orders" => create_global_profit_sharing_order,
    "GET /v3/global/profit-sharing/orders/{out_order_no}" => query_global_profit_sharing_order,
    "GET /v3/global/profit-sharing/transactions/{transaction_id}/amounts" => query_global_profit_sharing_order_amount,
    "POST /v3/global/profit-sharing/orders/unfreeze" => unfreeze_global_profit_sharing_order,
    "POST /v3/global/merchant-storage/file/upload" => upload_global_profit_sharing_file,
    "POST /v3/global/profit-sharing/receivers" => add_global_profit_sharing_receiver,
    "GET /v3/global/profit-sharing/receivers/{account}" => query_global_profit_sharing_receiver,
    "DELETE /v3/global/profit-sharing/receivers" => delete_global_profit_sharing_receiver,
    "GET /v3/global/profit-sharing/transactions/{transaction_id}/refundable-amounts" => query_global_profit_sharing_refundable_amount,
    "GET /v3/global/profit-sharing/refunds/refundable-balance" => query_global_profit_sharing_refundable_balance,
    "GET /v3/global/profit-sharing/bill-download-url" => query_global_profit_sharing_bill_download_url,
    "GET /v3/global/profit-sharing/refunds/bill-download-url" => query_global_profit_sharing_refund_bill_download_url,
}

async fn mark_global_profit_sharing_transaction(client: &Client) -> Result<Value> {
    let body = MarkGlobalProfitSharingTransactionRequest::builder()
        .sub_mchid("1900000109")
        .out_trade_no("P20150806125346")
        .currency("CNY")
        .build();
    let response = client.mark_global_profit_sharing_transaction(&body).await;
    json(response)
}

async fn create_global_profit_sharing_order(client: &Client) -> Result<Value> {
    let body = CreateGlobalProfitSharingOrderRequest::builder()
        .sub_mchid("1900000109")
        .appid("wx8888888888888888")
        .sub_appid("wx8888888888888889")
        .transaction_id("4208450740201411110007820472")
        .out_order_no("P20150806125346")
        .receivers(vec![
            OrderReceiver::builder()
                .currency(OrderReceiverCurrency::Cny)
                .r#type(ReceiverType::MerchantId)
                .account("86693852")
                .name("hu89ohu89ohu89o")
                .authorized(true)
                .amount(888)
                .description("分给商户A")
                .build(),
        ])
        .unfreeze_unsplit(true)
        .build();
    let response = client.create_global_profit_sharing_order(&body).await;
    json(response)
}

async fn query_global_profit_sharing_order(client: &Client) -> Result<Value> {
    let response = client
        .query_global_profit_sharing_order(
            "P20150806125346",
            Some("1900000109"),
            Some("4208450740201411110007820472"),
        )
        .await;
    json(response)
}

async fn query_global_profit_sharing_order_amount(client: &Client) -> Result<Value> {
    let response = client
        .query_global_profit_sharing_order_amount(
            "4208450740201411110007820472",
            Some("1900000109"),
        )
        .await;
    json(response)
}

async fn unfreeze_global_profit_sharing_order(client: &Client) -> Result<Value> {
    let body = UnfreezeGlobalProfitSharingOrderRequest::builder()
        .sub_mchid("1900000109")
        .transaction_id("4208450740201411110007820472")
        .out_order_no("P20150806125346")
        .description("解冻全部剩余资金")
        .build();
    let response = client.unfreeze_global_profit_sharing_order(&body).await;
    json(response)
}

async fn upload_global_profit_sharing_file(client: &Client) -> Result<Value> {
    let file = UploadFile::from_bytes("file.png", "file").unwrap();
    let response = client.upload_global_profit_sharing_file(&file).await;
    json(response)
}

async fn add_global_profit_sharing_receiver(client: &Client) -> Result<Value> {
    let body = AddGlobalProfitSharingReceiverRequest::builder()
        .sub_mchid("1900000109")
        .appid("wx8888888888888888")
        .sub_appid("wx8888888888888889")
        .r#type(ReceiverType::MerchantId)
        .account("86693852")
        .name("hu89ohu89ohu89o")
        .authorized(true)
        .relation_type(RelationType::ServiceProvider)
        .custom_relation("代理商")
        .scene("该分账接收方是境内税费服务提供方，帮助商户向境内海关代扣代缴税费。")
        .major_service("税务准备服务")
        .expected_ratio(2000)
        .application_file_id("de851a06-5a38-9d31-a102-275a17c477de")
        .partnership_file_id("de851a06-5a38-9d31-a102-275a17c477de")
        .build();
    let response = client.add_global_profit_sharing_receiver(&body).await;
    json(response)
}

async fn query_global_profit_sharing_receiver(client: &Client) -> Result<Value> {
    let query = QueryGlobalProfitSharingReceiverQuery::builder()
        .sub_mchid("1900000109")
        .transaction_id("4208450740201411110007820472")
        .appid("wx8888888888888888")
        .sub_appid("wx8888888888888889")
        .r#type(ReceiverType::MerchantId)
        .build();
    let response = client
        .query_global_profit_sharing_receiver("86693852", &query)
        .await;
    json(response)
}

async fn delete_global_profit_sharing_receiver(client: &Client) -> Result<Value> {
    let body = DeleteGlobalProfitSharingReceiverRequest::builder()
        .sub_mchid("1900000109")
        .appid("wx8888888888888888")
        .sub_appid("wx8888888888888889")
        .r#type(ReceiverType::MerchantId)
        .account("86693852")
        .build();
    let response = client.delete_global_profit_sharing_receiver(&body).await;
    json(response)
}

async fn query_global_profit_sharing_refundable_amount(client: &Client) -> Result<Value> {
    let response = client
        .query_global_profit_sharing_refundable_amount(
            "4208450740201411110007820472",
            Some("1900000109"),
        )
        .await;
    json(response)
}

async fn query_global_profit_sharing_refundable_balance(client: &Client) -> Result<Value> {
    let response = client
        .query_global_profit_sharing_refundable_balance()
        .await;
    json(response)
}

async fn query_global_profit_sharing_bill_download_url(client: &Client) -> Result<Value> {
    let response = client
        .query_global_profit_sharing_bill_download_url(Some("1900000109"), Some("2020-01-01"))
        .await;
    json(response)
}

async fn query_global_profit_sharing_refund_bill_download_url(client: &Client) -> Result<Value> {
    let response = client
        .query_global_profit_sharing_refund_bill_download_url(
            Some("1900000109"),
            Some("2020-01-01"),
        )
        .await;
    json(response)
}
