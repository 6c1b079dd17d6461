//! 银行与地区.

use wechatpay_endpoints::funds::banks::*;

use crate::operation::*;

operations! {
    "GET /v3/capital/capitallhh/areas/provinces" => list_provinces,
    "GET /v3/capital/capitallhh/areas/provinces/{province_code}/cities" => list_cities,
    "GET /v3/capital/capitallhh/banks/corporate-banking" => list_corporate_banks,
    "GET /v3/capital/capitallhh/banks/personal-banking" => list_personal_banks,
    "GET /v3/capital/capitallhh/banks/search-banks-by-bank-account" => search_banks_by_bank_account,
    "GET /v3/capital/capitallhh/banks/{bank_alias_code}/branches" => list_bank_branches,
}

async fn list_provinces(client: &Client) -> Result<Value> {
    let response = client.list_provinces().await;
    json(response)
}

async fn list_cities(client: &Client) -> Result<Value> {
    let response = client.list_cities(10).await;
    json(response)
}

async fn list_corporate_banks(client: &Client) -> Result<Value> {
    let response = client.list_corporate_banks(Some(0), 200).await;
    json(response)
}

async fn list_personal_banks(client: &Client) -> Result<Value> {
    let response = client.list_personal_banks(Some(0), 200).await;
    json(response)
}

async fn search_banks_by_bank_account(client: &Client) -> Result<Value> {
    let response = client
        .search_banks_by_bank_account(&Sensitive::from(
            "d+xT+MQCvrLHUVDWv/8MR/dB7TkXLVfSrUxMPZy6jWWYzpRrEEaYQE8ZRGYoeorwC+w==",
        ))
        .await;
    json(response)
}

async fn list_bank_branches(client: &Client) -> Result<Value> {
    let response = client
        .list_bank_branches("1000006247", 536, None, 200)
        .await;
    json(response)
}
