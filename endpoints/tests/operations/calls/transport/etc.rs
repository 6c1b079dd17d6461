//! ETC扣费.

use wechatpay_endpoints::transport::etc::*;

use crate::operation::*;

operations! {
    "POST /v3/vehicle/etc/preopen" => preopen_etc_contract,
    "GET /v3/vehicle/etc/contracts/{contract_id}" => query_etc_contract_by_contract_id,
    "GET /v3/vehicle/etc/users/{openid}/contracts" => query_etc_contract_by_openid,
    "POST /v3/vehicle/etc/transactions/highway" => create_etc_highway_transaction,
    "GET /v3/vehicle/etc/transactions/id/{transaction_id}" => query_etc_transaction_by_id,
    "GET /v3/vehicle/etc/transactions/out-trade-no/{out_trade_no}" => query_etc_transaction_by_out_trade_no,
}

async fn preopen_etc_contract(client: &Client) -> Result<Value> {
    let body = PreopenEtcContractRequest::builder()
        .sp_appid("10000098")
        .sub_appid("wxcbda96de0b165489")
        .sub_mchid("1510770601")
        .openid("ot35_4gNgXsUuh2sQY0lT9N08AU0")
        .plan_id("97619")
        .etc_device_id("xxxxxxx")
        .plate_number("藏ZZZZZZ")
        .identify(
            Identity::builder()
                .encrypted_real_name("LOX6jBeRlK/TErW6DqEM8JFHX4iL3Rlj2vqaEqktvw1KVjgmQ==")
                .encrypted_credential_id("t85SAX3GxVYqGQm2Q8cfeFd1dWy40j4s7XpIds8Glw83HG3vN9Q==")
                .credential_type("ID_CARD")
                .build(),
        )
        .bank_card_no("K/TErW6DqEM8JFHX4iL3Rlj2vqaEqktvw1KVjgmQ==")
        .start_time("20091225091010")
        .build();
    let response = client.preopen_etc_contract(&body).await;
    json(response)
}

async fn query_etc_contract_by_contract_id(client: &Client) -> Result<Value> {
    let response = client
        .query_etc_contract_by_contract_id("aAfixCs13LsdKPpfZfDkk2189ssXjfx", Some("1900000109"))
        .await;
    json(response)
}

async fn query_etc_contract_by_openid(client: &Client) -> Result<Value> {
    let response = client
        .query_etc_contract_by_openid(
            "onqOjjmM1tad-3ROpncN-yUfa6ua",
            Some("1900000109"),
            "123",
            "浙ASB945",
        )
        .await;
    json(response)
}

async fn create_etc_highway_transaction(client: &Client) -> Result<Value> {
    let body = CreateEtcHighwayTransactionRequest::builder()
        .out_trade_no("121775250124070332")
        .sub_mchid("1900000109")
        .appid("wxd678efh567hg6787")
        .sub_appid("wxd678efh567hg6999")
        .contract_id("wxd678ef4Fwxd678ef4Fwxd678ef4F21")
        .description("商品信息")
        .attach("自定义数据")
        .goods_tag("test")
        .highway_info(
            HighwayInfo::builder()
                .plate_number("粤B888888")
                .start_time("2017-08-26T09:43:39+08:00")
                .end_time("2017-08-26T09:43:39+08:00")
                .channel_type("ETC")
                .car_type("CAR")
                .entrance("沿江深圳-大铲湾")
                .exit("广珠东线-珠海站")
                .carrying_capacity(3)
                .carrying_range("6-12")
                .build(),
        )
        .amount(
            CreateHighwayTransactionAmount::builder()
                .total(Fen(888))
                .currency("CNY")
                .build(),
        )
        .device_info(
            DeviceInfo::builder()
                .device_id("POS1:1")
                .device_ip("123.12.12.123")
                .build(),
        )
        .build();
    let response = client.create_etc_highway_transaction(&body).await;
    json(response)
}

async fn query_etc_transaction_by_id(client: &Client) -> Result<Value> {
    let response = client
        .query_etc_transaction_by_id("25012014070332333018", Some("1900000109"))
        .await;
    json(response)
}

async fn query_etc_transaction_by_out_trade_no(client: &Client) -> Result<Value> {
    let response = client
        .query_etc_transaction_by_out_trade_no("121775250124070332", Some("1900000109"))
        .await;
    json(response)
}
