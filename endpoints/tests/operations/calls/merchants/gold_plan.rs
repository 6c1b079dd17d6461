//! 点金计划.

use wechatpay_endpoints::merchants::gold_plan::*;

use crate::operation::*;

operations! {
    "POST /v3/goldplan/merchants/changegoldplanstatus" => change_gold_plan_status,
    "POST /v3/goldplan/merchants/changecustompagestatus" => change_custom_page_status,
    "POST /v3/goldplan/merchants/set-advertising-industry-filter" => set_advertising_industry_filter,
    "PATCH /v3/goldplan/merchants/open-advertising-show" => open_advertising_show,
    "POST /v3/goldplan/merchants/close-advertising-show" => close_advertising_show,
}

async fn change_gold_plan_status(client: &Client) -> Result<Value> {
    let body = ChangeGoldPlanStatusRequest::builder()
        .sub_mchid("1234567890")
        .operation_type(OperationType::Open)
        .build();
    let response = client.change_gold_plan_status(&body).await;
    json(response)
}

async fn change_custom_page_status(client: &Client) -> Result<Value> {
    let body = ChangeCustomPageStatusRequest::builder()
        .sub_mchid("1234567890")
        .operation_type(OperationType::Open)
        .build();
    let response = client.change_custom_page_status(&body).await;
    json(response)
}

async fn set_advertising_industry_filter(client: &Client) -> Result<Value> {
    let body = SetAdvertisingIndustryFilterRequest::builder()
        .sub_mchid("1900000109")
        .advertising_industry_filters(vec![
            GoldPlanAdvertisingIndustry::Software,
            GoldPlanAdvertisingIndustry::Security,
            GoldPlanAdvertisingIndustry::LoveMarriage,
        ])
        .build();
    let response = client.set_advertising_industry_filter(&body).await;
    json(response)
}

async fn open_advertising_show(client: &Client) -> Result<Value> {
    let body = OpenAdvertisingShowRequest::builder()
        .sub_mchid("1900000109")
        .advertising_industry_filters(vec![GoldPlanAdvertisingIndustry::Software])
        .build();
    let response = client.open_advertising_show(&body).await;
    json(response)
}

async fn close_advertising_show(client: &Client) -> Result<Value> {
    let body = CloseAdvertisingShowRequest::builder()
        .sub_mchid("1900000109")
        .build();
    let response = client.close_advertising_show(&body).await;
    json(response)
}
