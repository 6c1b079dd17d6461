//! 跨境代扣.

use wechatpay_endpoints::global::papay::*;

use crate::operation::*;

operations! {
    "POST /v3/global/papay/contracts/jsapi-pre-entrust-sign" => pre_entrust_sign_global_jsapi,
    "POST /v3/global/papay/contracts/app-pre-entrust-sign" => pre_entrust_sign_global_app,
    "POST /v3/global/papay/contracts/h5-pre-entrust-sign" => pre_entrust_sign_global_h5,
    "POST /v3/global/papay/contracts/miniprogram-pre-entrust-sign" => pre_entrust_sign_global_mini_program,
    "POST /v3/global/papay/contracts/web-pre-entrust-sign" => pre_entrust_sign_global_web,
    "GET /v3/global/papay/contracts/{contract_id}" => query_global_contract_by_contract_id,
    "GET /v3/global/papay/contracts/out-contract-code/{out_contract_code}" => query_global_contract_by_out_contract_code,
    "POST /v3/global/papay/contracts/{contract_id}/terminate" => terminate_global_contract,
    "POST /v3/global/papay/transactions" => create_global_papay_transaction,
    "GET /v3/global/papay/transactions/{transaction_id}" => query_global_papay_transaction_by_id,
    "GET /v3/global/papay/transactions/out-trade-no/{out_trade_no}" => query_global_papay_transaction_by_out_trade_no,
    "POST /v3/global/papay/transactions/out-trade-no/{out_trade_no}/reverse" => reverse_global_papay_transaction,
}

async fn pre_entrust_sign_global_jsapi(client: &Client) -> Result<Value> {
    let body = PreEntrustSignGlobalJsapiRequest::builder()
        .appid("wxd678efh567hg6787")
        .sub_mchid("1230000109")
        .sp_appid("wx8888888888888888")
        .sp_mchid("3200000001")
        .sub_appid("wxcbda96de0b165484")
        .plan_id(123)
        .out_contract_code("100001256")
        .user_display_name("张三")
        .success_notify_url("https://pay.weixin.qq.com")
        .openid("ouFhd5X9s9WteC3eWRjXV3lea123")
        .return_url("https://pay.weixin.qq.com")
        .expired_time("2021-11-20T13:29:35+08:00")
        .build();
    let response = client.pre_entrust_sign_global_jsapi(&body).await;
    json(response)
}

async fn pre_entrust_sign_global_app(client: &Client) -> Result<Value> {
    let body = PreEntrustSignRequest::builder()
        .appid("wxd678efh567hg6787")
        .sub_mchid("1230000109")
        .sp_appid("wx8888888888888888")
        .sp_mchid("3200000001")
        .sub_appid("wxcbda96de0b165484")
        .plan_id(123)
        .out_contract_code("100001256")
        .user_display_name("张三")
        .success_notify_url("https://pay.weixin.qq.com")
        .openid("ouFhd5X9s9WteC3eWRjXV3lea123")
        .user_client_ip("119.145.83.6")
        .expired_time("2021-11-20T13:29:35+08:00")
        .build();
    let response = client.pre_entrust_sign_global_app(&body).await;
    json(response)
}

async fn pre_entrust_sign_global_h5(client: &Client) -> Result<Value> {
    let body = PreEntrustSignGlobalH5Request::builder()
        .appid("wxd678efh567hg6787")
        .sub_mchid("1230000109")
        .sp_appid("wx8888888888888888")
        .sp_mchid("3200000001")
        .sub_appid("wxcbda96de0b165484")
        .plan_id(123)
        .out_contract_code("100001256")
        .user_display_name("张三")
        .success_notify_url("https://pay.weixin.qq.com")
        .return_appid("wxcbda96de0b165484")
        .user_client_ip("119.145.83.6")
        .expired_time("2021-11-20T13:29:35+08:00")
        .return_url("https://pay.weixin.qq.com")
        .build();
    let response = client.pre_entrust_sign_global_h5(&body).await;
    json(response)
}

async fn pre_entrust_sign_global_mini_program(client: &Client) -> Result<Value> {
    let body = PreEntrustSignRequest::builder()
        .appid("wxd678efh567hg6787")
        .sub_mchid("1230000109")
        .sp_appid("wx8888888888888888")
        .sp_mchid("3200000001")
        .sub_appid("wxcbda96de0b165484")
        .plan_id(123)
        .out_contract_code("100001256")
        .user_display_name("张三")
        .success_notify_url("https://pay.weixin.qq.com")
        .openid("ouFhd5X9s9WteC3eWRjXV3lea123")
        .user_client_ip("119.145.83.6")
        .expired_time("2021-11-20T13:29:35+08:00")
        .build();
    let response = client.pre_entrust_sign_global_mini_program(&body).await;
    json(response)
}

async fn pre_entrust_sign_global_web(client: &Client) -> Result<Value> {
    let body = PreEntrustSignGlobalWebRequest::builder()
        .appid("wxd678efh567hg6787")
        .sub_mchid("1230000109")
        .sp_appid("wx8888888888888888")
        .sp_mchid("3200000001")
        .sub_appid("wxcbda96de0b165484")
        .plan_id(123)
        .out_contract_code("100001256")
        .user_display_name("张三")
        .success_notify_url("https://pay.weixin.qq.com")
        .expired_time("2021-11-20T13:29:35+08:00")
        .return_url("https://pay.weixin.qq.com")
        .build();
    let response = client.pre_entrust_sign_global_web(&body).await;
    json(response)
}

async fn query_global_contract_by_contract_id(client: &Client) -> Result<Value> {
    let query = QueryGlobalContractByContractIdQuery::builder()
        .appid("wxd678efh567hg6787")
        .sub_mchid("1230000109")
        .sp_appid("wx8888888888888888")
        .sp_mchid("3200000001")
        .sub_appid("wxcbda96de0b165484")
        .plan_id(123)
        .build();
    let response = client
        .query_global_contract_by_contract_id("100005698", &query)
        .await;
    json(response)
}

async fn query_global_contract_by_out_contract_code(client: &Client) -> Result<Value> {
    let query = QueryGlobalContractByOutContractCodeQuery::builder()
        .appid("wxd678efh567hg6787")
        .sub_mchid("1230000109")
        .sp_appid("wx8888888888888888")
        .sp_mchid("3200000001")
        .sub_appid("wxcbda96de0b165484")
        .build();
    let response = client
        .query_global_contract_by_out_contract_code("100005698", &query)
        .await;
    json(response)
}

async fn terminate_global_contract(client: &Client) -> Result<Value> {
    let body = TerminateGlobalContractRequest::builder()
        .appid("wxd678efh567hg6787")
        .sp_appid("wx8888888888888888")
        .sub_mchid("1230000109")
        .sub_appid("wxcbda96de0b165484")
        .termination_note("解约原因")
        .build();
    let response = client.terminate_global_contract("100005698", &body).await;
    json(response)
}

async fn create_global_papay_transaction(client: &Client) -> Result<Value> {
    let body = CreateGlobalPapayTransactionRequest::builder()
        .appid("wxd678efh567hg6787")
        .sp_appid("wx8888888888888888")
        .sub_mchid("1230000109")
        .sub_appid("wxcbda96de0b165484")
        .description("image形象店-深圳腾大- QQ公仔")
        .attach("自定义数据")
        .notify_url("https://www.weixin.qq.com/wxpay/pay.php")
        .out_trade_no("1217752501201407033233368018")
        .goods_tag("WXG")
        .merchant_category_code("1011")
        .contract_id("100005698")
        .amount(
            CreateTransactionAmount::builder()
                .total(888)
                .currency("HKD")
                .build(),
        )
        .scene_info(
            SceneInfo::builder()
                .device_id("013467007045764")
                .device_ip("128.0.0.1")
                .build(),
        )
        .build();
    let response = client.create_global_papay_transaction(&body).await;
    json(response)
}

async fn query_global_papay_transaction_by_id(client: &Client) -> Result<Value> {
    let response = client
        .query_global_papay_transaction_by_id("1217752501201407033233368018", "1900000109")
        .await;
    json(response)
}

async fn query_global_papay_transaction_by_out_trade_no(client: &Client) -> Result<Value> {
    let response = client
        .query_global_papay_transaction_by_out_trade_no(
            "1217752501201407033233368018",
            "1900000109",
        )
        .await;
    json(response)
}

async fn reverse_global_papay_transaction(client: &Client) -> Result<Value> {
    let response = client
        .reverse_global_papay_transaction("1217752501201407033233368018", "1900000109")
        .await;
    json(response)
}
