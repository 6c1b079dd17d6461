//! 资金出境.

use wechatpay_endpoints::funds::oversea::*;

use crate::operation::*;

operations! {
    "GET /v3/funds-to-oversea/transactions/{transaction_id}/available_abroad_amounts" => query_available_abroad_amount,
    "POST /v3/funds-to-oversea/orders" => create_oversea_order,
    "GET /v3/funds-to-oversea/orders/{out_order_id}" => query_oversea_order,
    "POST /v3/funds-to-oversea/return/return-orders" => create_oversea_return_order,
    "GET /v3/funds-to-oversea/return/return-orders/out-return-no/{out_return_no}" => query_oversea_return_order,
    "GET /v3/funds-to-oversea/bill-download-url" => query_oversea_bill_download_url,
}

async fn query_available_abroad_amount(client: &Client) -> Result<Value> {
    let response = client
        .query_available_abroad_amount("4208450740201411110007820472", "1900000109")
        .await;
    json(response)
}

async fn create_oversea_order(client: &Client) -> Result<Value> {
    let body = CreateOverseaOrderRequest::builder()
        .out_order_id("merchant_1123123")
        .sub_mchid("123456")
        .transaction_id("420000000000000010")
        .amount(Fen(10))
        .foreign_currency("USD")
        .goods_info(vec![
            GoodsInfo::builder()
                .goods_name("橘子")
                .goods_category("家用电器")
                .goods_unit_price(Fen(1))
                .goods_quantity(1)
                .build(),
        ])
        .seller_info(
            SellerInfo::builder()
                .oversea_business_name("香港xxxx公司")
                .oversea_shop_name("香港xxx公司xxx店铺")
                .seller_id("id2123123123")
                .build(),
        )
        .express_info(
            ExpressInfo::builder()
                .courier_number("curier_number_1231")
                .express_company_name("国际xxx物流")
                .build(),
        )
        .payee_info(PayeeInfo::builder().payee_id("ID123112312").build())
        .presale_info(
            PresaleInfo::builder()
                .r#type(PresaleType::Deposit)
                .total_amount(Fen(10))
                .deposit_transaction_id("4208450740201411110007820472")
                .balance_transaction_id("4208450740201411110007820472")
                .build(),
        )
        .build();
    let response = client.create_oversea_order(&body).await;
    json(response)
}

async fn query_oversea_order(client: &Client) -> Result<Value> {
    let response = client
        .query_oversea_order("merchant123123", "1231231", "4200000000000")
        .await;
    json(response)
}

async fn create_oversea_return_order(client: &Client) -> Result<Value> {
    let body = CreateOverseaReturnOrderRequest::builder()
        .out_return_no("R20250220103930")
        .sub_mchid("123456")
        .out_order_id("merchant_1123123")
        .transaction_id("420000000000000010")
        .supplement_info("5017752501201407033233368018")
        .amount(Fen(100))
        .build();
    let response = client.create_oversea_return_order(&body).await;
    json(response)
}

async fn query_oversea_return_order(client: &Client) -> Result<Value> {
    let response = client
        .query_oversea_return_order("merchant123123", "1231231")
        .await;
    json(response)
}

async fn query_oversea_bill_download_url(client: &Client) -> Result<Value> {
    let response = client
        .query_oversea_bill_download_url("2021-01-01", Some("19000000001"))
        .await;
    json(response)
}
