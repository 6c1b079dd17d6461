//! 跨境报关.

use wechatpay_endpoints::global::customs::*;

use crate::operation::*;

operations! {
    "POST /v3/global/customs/orders" => create_customs_order,
    "GET /v3/global/customs/orders" => query_customs_order,
    "PATCH /v3/global/customs/orders" => modify_customs_order,
    "POST /v3/global/customs/redeclare" => redeclare_customs_order,
    "POST /v3/global/customs/verify-certificate" => verify_customs_certificate,
    "POST /global/v3/customs/orders" => create_legacy_customs_order,
    "GET /global/v3/customs/orders" => query_legacy_customs_order,
    "PATCH /global/v3/customs/orders" => modify_legacy_customs_order,
    "POST /global/v3/customs/redeclare" => redeclare_legacy_customs_order,
    "POST /global/v3/customs/verify-certificate" => verify_legacy_customs_certificate,
}

async fn create_customs_order(client: &Client) -> Result<Value> {
    let body = CreateCustomsOrderRequest::builder()
        .appid("wxd678efh567hg6787")
        .mchid("1230000109")
        .out_trade_no("20150806125346")
        .transaction_id("1000320306201511078440737890")
        .customs(Customs::ShanghaiZs)
        .merchant_customs_no("123456")
        .duty(888)
        .sub_order_no("20150806125346")
        .fee_type("CNY")
        .order_fee(888)
        .transport_fee(888)
        .product_fee(888)
        .build();
    let response = client.create_customs_order(&body).await;
    json(response)
}

async fn query_customs_order(client: &Client) -> Result<Value> {
    let query = QueryCustomsOrderQuery::builder()
        .offset(1)
        .limit(20)
        .build();
    let response = client
        .query_customs_order(
            "wxd678efh567hg6787",
            "1230000109",
            &OrderType::OutTradeNo,
            "20150806125346",
            &Customs::ShanghaiZs,
            &query,
        )
        .await;
    json(response)
}

async fn modify_customs_order(client: &Client) -> Result<Value> {
    let body = ModifyCustomsOrderRequest::builder()
        .appid("wxd678efh567hg6787")
        .mchid("1230000109")
        .out_trade_no("20150806125346")
        .transaction_id("1000320306201511078440737890")
        .sub_order_no("20150806125346")
        .customs(Customs::ShanghaiZs)
        .merchant_customs_no("123456")
        .duty(888)
        .order_fee(888)
        .transport_fee(888)
        .product_fee(888)
        .build();
    let response = client.modify_customs_order(&body).await;
    json(response)
}

async fn redeclare_customs_order(client: &Client) -> Result<Value> {
    let body = RedeclareCustomsOrderRequest::builder()
        .appid("wxd678efh567hg6787")
        .mchid("1230000109")
        .out_trade_no("20150806125346")
        .transaction_id("1000320306201511078440737890")
        .sub_order_no("20150806125346")
        .sub_order_id("1000320306201511078440737891")
        .customs(Customs::ShanghaiZs)
        .merchant_customs_no("123456")
        .build();
    let response = client.redeclare_customs_order(&body).await;
    json(response)
}

async fn verify_customs_certificate(client: &Client) -> Result<Value> {
    let body = VerifyCustomsCertificateRequest::builder()
        .appid("wxd678efh567hg6787")
        .mchid("1230000109")
        .out_trade_no("20150806125346")
        .transaction_id("1000320306201511078440737890")
        .sub_order_no("20150806125346")
        .customs(Customs::ShanghaiZs)
        .merchant_customs_no("123456")
        .certificate_type(CertificateType::Idcard)
        .certificate_id("330821198809085211")
        .certificate_name("张三")
        .build();
    let response = client.verify_customs_certificate(&body).await;
    json(response)
}

async fn create_legacy_customs_order(client: &Client) -> Result<Value> {
    let body = CreateCustomsOrderRequest::builder()
        .appid("wxd678efh567hg6787")
        .mchid("1230000109")
        .out_trade_no("20150806125346")
        .transaction_id("1000320306201511078440737890")
        .customs(Customs::ShanghaiZs)
        .merchant_customs_no("123456")
        .duty(888)
        .sub_order_no("20150806125346")
        .fee_type("CNY")
        .order_fee(888)
        .transport_fee(888)
        .product_fee(888)
        .build();
    let response = client.create_legacy_customs_order(&body).await;
    json(response)
}

async fn query_legacy_customs_order(client: &Client) -> Result<Value> {
    let query = QueryLegacyCustomsOrderQuery::builder()
        .offset(1)
        .limit(20)
        .build();
    let response = client
        .query_legacy_customs_order(
            "wxd678efh567hg6787",
            "1230000109",
            &OrderType::OutTradeNo,
            "20150806125346",
            &Customs::ShanghaiZs,
            &query,
        )
        .await;
    json(response)
}

async fn modify_legacy_customs_order(client: &Client) -> Result<Value> {
    let body = ModifyCustomsOrderRequest::builder()
        .appid("wxd678efh567hg6787")
        .mchid("1230000109")
        .out_trade_no("20150806125346")
        .transaction_id("1000320306201511078440737890")
        .sub_order_no("20150806125346")
        .customs(Customs::ShanghaiZs)
        .merchant_customs_no("123456")
        .duty(888)
        .order_fee(888)
        .transport_fee(888)
        .product_fee(888)
        .build();
    let response = client.modify_legacy_customs_order(&body).await;
    json(response)
}

async fn redeclare_legacy_customs_order(client: &Client) -> Result<Value> {
    let body = RedeclareCustomsOrderRequest::builder()
        .appid("wxd678efh567hg6787")
        .mchid("1230000109")
        .out_trade_no("20150806125346")
        .transaction_id("1000320306201511078440737890")
        .sub_order_no("20150806125346")
        .sub_order_id("1000320306201511078440737891")
        .customs(Customs::ShanghaiZs)
        .merchant_customs_no("123456")
        .build();
    let response = client.redeclare_legacy_customs_order(&body).await;
    json(response)
}

async fn verify_legacy_customs_certificate(client: &Client) -> Result<Value> {
    let body = VerifyCustomsCertificateRequest::builder()
        .appid("wxd678efh567hg6787")
        .mchid("1230000109")
        .out_trade_no("20150806125346")
        .transaction_id("1000320306201511078440737890")
        .sub_order_no("20150806125346")
        .customs(Customs::ShanghaiZs)
        .merchant_customs_no("123456")
        .certificate_type(CertificateType::Idcard)
        .certificate_id("330821198809085211")
        .certificate_name("张三")
        .build();
    let response = client.verify_legacy_customs_certificate(&body).await;
    json(response)
}
