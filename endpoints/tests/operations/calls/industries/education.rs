//! 教育缴费.

use wechatpay_endpoints::industries::education::*;

use crate::operation::*;

operations! {
    "POST /v3/edu-papay/contracts/presign" => presign_edu_papay_contract,
    "GET /v3/edu-papay/contracts/id/{contract_id}" => query_edu_papay_contract,
    "GET /v3/edu-papay/user/{openid}/contracts" => list_edu_papay_contracts,
    "DELETE /v3/edu-papay/contracts/{contract_id}" => terminate_edu_papay_contract,
    "POST /v3/edu-papay/user-notifications/{contract_id}/send" => send_edu_papay_pre_deduction_notification,
    "POST /v3/edu-papay/transactions" => create_edu_papay_transaction,
    "GET /v3/edu-papay/transactions/id/{transaction_id}" => query_edu_papay_transaction_by_id,
    "GET /v3/edu-papay/transactions/out-trade-no/{out_trade_no}" => query_edu_papay_transaction_by_out_trade_no,
    "POST /v3/eduschoolpay/contracts/presign" => presign_edu_school_pay_contract,
    "GET /v3/eduschoolpay/contracts/{contract_id}" => query_edu_school_pay_contract,
    "GET /v3/eduschoolpay/users/{openid}/contracts" => list_edu_school_pay_contracts,
    "POST /v3/eduschoolpay/contracts/{contract_id}/terminate" => terminate_edu_school_pay_contract,
    "POST /v3/eduschoolpay/transactions" => create_edu_school_pay_transaction,
    "GET /v3/eduschoolpay/transactions/id/{transaction_id}" => query_edu_school_pay_transaction_by_id,
    "GET /v3/eduschoolpay/transactions/out-trade-no/{out_trade_no}" => query_edu_school_pay_transaction_by_out_trade_no,
    "GET /v3/eduschoolpay/users/{openid}/debt-state" => query_edu_school_pay_debt_state,
    "GET /v3/edu-star/users/openid/{wechat_openid}" => query_edu_star_user_by_openid,
    "GET /v3/edu-star/users/qq/{qq}" => query_edu_star_user_by_qq,
    "POST /v3/edu-star/orders" => create_edu_star_order,
    "GET /v3/edu-star/orders" => list_edu_star_orders,
}

async fn presign_edu_papay_contract(client: &Client) -> Result<Value> {
    let body = PresignEduPapayContractRequest::builder()
        .appid("wx8888888888888888")
        .sub_mchid("1900000109")
        .sub_appid("wx8888888888888888")
        .openid("oUpF8uMuAJOM2pxb1Q")
        .sub_openid("oUpF8uMuAJOM2pxb2W")
        .plan_id("101164396123311331")
        .user_id("20200330tony")
        .period_start_date("2020-03-19")
        .trade_scene("EDUCATION_PERIOD")
        .build();
    let response = client.presign_edu_papay_contract(&body).await;
    json(response)
}

async fn query_edu_papay_contract(client: &Client) -> Result<Value> {
    let response = client
        .query_edu_papay_contract(
            "wx998877665544wx",
            "wx8888888888888888",
            Some("1900000109"),
            Some("wx8888888888888888"),
        )
        .await;
    json(response)
}

async fn list_edu_papay_contracts(client: &Client) -> Result<Value> {
    let query = ListEduPapayContractsQuery::builder()
        .sub_mchid("1900000109")
        .sub_appid("wx8888888888888888")
        .sub_openid("oUpF8uMuAJOM2pxb1Q")
        .contract_status(ContractStatus::Add)
        .offset(0)
        .limit(20)
        .build();
    let response = client
        .list_edu_papay_contracts(
            "oUpF8uMuAJOM2pxb1Q",
            "wx8888888888888888",
            "101164396123311331",
            &query,
        )
        .await;
    json(response)
}

async fn terminate_edu_papay_contract(client: &Client) -> Result<Value> {
    let response = client
        .terminate_edu_papay_contract("wx998877665544wx")
        .await;
    json(response)
}

async fn send_edu_papay_pre_deduction_notification(client: &Client) -> Result<Value> {
    let body = SendEduPapayPreDeductionNotificationRequest::builder()
        .appid("wx8888888888888888")
        .sub_mchid("1900000109")
        .sub_appid("wx8888888888888888")
        .build();
    let response = client
        .send_edu_papay_pre_deduction_notification("wx8888888888888888", &body)
        .await;
    json(response)
}

async fn create_edu_papay_transaction(client: &Client) -> Result<Value> {
    let body = CreateEduPapayTransactionRequest::builder()
        .appid("wx8888888888888888")
        .sub_mchid("1900000109")
        .sub_appid("wx8888888888888888")
        .body("新东方-语文课程")
        .attach("自定义数据")
        .out_trade_no("121775250124070332")
        .goods_tag("test")
        .notify_url("https://www.weixin.qq.com/wxpay/pay")
        .contract_id("wx998877665544wx")
        .trade_scene("EDUCATION_PERIOD")
        .amount(
            CreateEduPapayTransactionAmount::builder()
                .total(Fen(888))
                .currency("CNY")
                .build(),
        )
        .device_information(
            DeviceInfo::builder()
                .device_id("12343232")
                .device_ip("123.12.12.123")
                .build(),
        )
        .build();
    let response = client.create_edu_papay_transaction(&body).await;
    json(response)
}

async fn query_edu_papay_transaction_by_id(client: &Client) -> Result<Value> {
    let response = client
        .query_edu_papay_transaction_by_id("25012014070332333018", Some("1900000109"))
        .await;
    json(response)
}

async fn query_edu_papay_transaction_by_out_trade_no(client: &Client) -> Result<Value> {
    let response = client
        .query_edu_papay_transaction_by_out_trade_no("201407033233368018", Some("1900000109"))
        .await;
    json(response)
}

async fn presign_edu_school_pay_contract(client: &Client) -> Result<Value> {
    let body = PresignEduSchoolPayContractRequest::builder()
        .appid("wx8888888888888888")
        .openid("oUpF8uMuAJOM2pxb1Q")
        .plan_id("101164396123311331")
        .user_id("20200330tony")
        .school_id("18260256813396")
        .out_contract_code("20190806125346")
        .contract_mode("LIMIT_BANK_CARD")
        .identity(
            PayerIdentity::builder()
                .real_name("6TqLAZvNZ4AXLNHLMbjA1yKq2k5krHM09m3tCuR")
                .credential_type("IDENTITY_CARD")
                .id_card_number("6TqLAZvNZ4AXLNHLMbjA1yKq2k5krHM09m3tCuR")
                .build(),
        )
        .bank_card(
            BankCard::builder()
                .bank_card_no("6TqLAZvNZ4AXLNHLMbjA1yKq2k5krHM09m3tCuR")
                .valid_thru("08/21")
                .phone(
                    "j6PlFRRJ4nvGSbtDZzXbXScACvDSnIny67zk3BgT5uIbK4VfGmcjPBEk2mt5ASZ6UUHB4Gy0IZpbuanF9",
                )
                .bank_type("CMC")
                .build(),
        )
        .build();
    let response = client.presign_edu_school_pay_contract(&body).await;
    json(response)
}

async fn query_edu_school_pay_contract(client: &Client) -> Result<Value> {
    let response = client
        .query_edu_school_pay_contract("2045011120563805041758214605")
        .await;
    json(response)
}

async fn list_edu_school_pay_contracts(client: &Client) -> Result<Value> {
    let response = client
        .list_edu_school_pay_contracts(
            "oUpF8uMuAJOM2pxb1Q",
            "101164396123311331",
            "ADD",
            Some(0),
            Some(20),
        )
        .await;
    json(response)
}

async fn terminate_edu_school_pay_contract(client: &Client) -> Result<Value> {
    let response = client
        .terminate_edu_school_pay_contract("2045011120563805041758214605")
        .await;
    json(response)
}

async fn create_edu_school_pay_transaction(client: &Client) -> Result<Value> {
    let body = CreateEduSchoolPayTransactionRequest::builder()
        .appid("wx8888888888888888")
        .sub_mchid("1900000109")
        .sub_appid("wx8888888888888888")
        .description("中山大学-第二食堂-海鲜炒饭")
        .attach("自定义数据")
        .out_trade_no("121775250124070332")
        .goods_tag("test")
        .notify_url("https://www.weixin.qq.com/wxpay/pay")
        .contract_id("2045011120563805041758214605")
        .user_id("20200330tony")
        .amount(
            CreateEduSchoolPayTransactionAmount::builder()
                .total(Fen(888))
                .currency("CNY")
                .build(),
        )
        .scene_info(
            SceneInfo::builder()
                .start_time("2017-08-26T09:43:39+08:00")
                .school_id("18260256813396")
                .scene_type("CANTEEN")
                .build(),
        )
        .device_info(
            DeviceInfo::builder()
                .device_id("12343232")
                .device_ip("123.12.12.123")
                .build(),
        )
        .payment_mode("SYNC")
        .build();
    let response = client.create_edu_school_pay_transaction(&body).await;
    json(response)
}

async fn query_edu_school_pay_transaction_by_id(client: &Client) -> Result<Value> {
    let response = client
        .query_edu_school_pay_transaction_by_id("25012014070332333018", Some("1900000109"))
        .await;
    json(response)
}

async fn query_edu_school_pay_transaction_by_out_trade_no(client: &Client) -> Result<Value> {
    let response = client
        .query_edu_school_pay_transaction_by_out_trade_no("201407033233368018", Some("1900000109"))
        .await;
    json(response)
}

async fn query_edu_school_pay_debt_state(client: &Client) -> Result<Value> {
    let response = client
        .query_edu_school_pay_debt_state("oUpF8uMuAJOM2pxb1Q")
        .await;
    json(response)
}

async fn query_edu_star_user_by_openid(client: &Client) -> Result<Value> {
    let response = client
        .query_edu_star_user_by_openid("oUpF8uMuAJOM2pxb1Q", "wx998877665544wx")
        .await;
    json(response)
}

async fn query_edu_star_user_by_qq(client: &Client) -> Result<Value> {
    let response = client
        .query_edu_star_user_by_qq("100000000000", "wx998877665544wx")
        .await;
    json(response)
}

async fn create_edu_star_order(client: &Client) -> Result<Value> {
    let body = CreateEduStarOrderRequest::builder()
        .appid("wx998877665544wx")
        .wechat_openid("oUpF8uMuAJOM2pxb1Q")
        .right_id("qw3Da21QRCNt")
        .create_time("2018-05-23T12:13:50+08:00")
        .build();
    let response = client.create_edu_star_order(&body).await;
    json(response)
}

async fn list_edu_star_orders(client: &Client) -> Result<Value> {
    let query = ListEduStarOrdersQuery::builder()
        .wechat_openid("oUpF8uMuAJOM2pxb1Q")
        .offset(0)
        .limit(20)
        .build();
    let response = client
        .list_edu_star_orders("wx998877665544wx", &query)
        .await;
    json(response)
}
