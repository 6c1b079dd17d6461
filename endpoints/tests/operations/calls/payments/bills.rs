//! 账单.

use wechatpay_endpoints::payments::bills::*;

use crate::operation::*;

operations! {
    "GET /v3/bill/tradebill" => get_trade_bill,
    "GET /v3/bill/fundflowbill" => get_fund_flow_bill,
    "GET /v3/bill/sub-merchant-fundflowbill" => get_single_sub_merchant_fund_flow_bill,
    "GET /v3/ecommerce/bill/fundflowbill" => get_all_sub_merchant_fund_flow_bill,
    "GET /v3/billdownload/file" => download_bill,
}

async fn get_trade_bill(client: &Client) -> Result<Value> {
    let response = client
        .get_trade_bill(
            "2019-06-11",
            Some("19000000001"),
            None,
            Some(&TarType::Gzip),
        )
        .await;
    json(response)
}

async fn get_fund_flow_bill(client: &Client) -> Result<Value> {
    let response = client
        .get_fund_flow_bill("2019-06-11", None, None, Some(&TarType::Gzip))
        .await;
    json(response)
}

async fn get_single_sub_merchant_fund_flow_bill(client: &Client) -> Result<Value> {
    let response = client
        .get_single_sub_merchant_fund_flow_bill(
            "19000000001",
            "2019-06-11",
            Some(&TarType::Gzip),
            &Algorithm::AeadAes256Gcm,
            Some(&SingleSubMerchantAccountType::Basic),
        )
        .await;
    json(response)
}

async fn get_all_sub_merchant_fund_flow_bill(client: &Client) -> Result<Value> {
    let response = client
        .get_all_sub_merchant_fund_flow_bill(
            "2019-06-11",
            &BillAccountType::All,
            Some(&TarType::Gzip),
            &Algorithm::AeadAes256Gcm,
        )
        .await;
    json(response)
}

async fn download_bill(client: &Client) -> Result<Value> {
    let response = client.download_bill("string", None).await;
    file(response).await
}
