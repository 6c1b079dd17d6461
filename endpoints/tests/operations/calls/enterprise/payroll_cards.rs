//! 微工卡.

use wechatpay_endpoints::enterprise::payroll_cards::*;

use crate::operation::*;

operations! {
    "POST /v3/payroll-card/tokens" => create_payroll_token,
    "GET /v3/payroll-card/relations/{openid}" => query_payroll_relation,
    "POST /v3/payroll-card/authentications/pre-order" => pre_order_payroll_authentication,
    "POST /v3/payroll-card/authentications/pre-order-with-auth" => pre_order_payroll_authentication_with_auth,
    "GET /v3/payroll-card/authentications/{authenticate_number}" => query_payroll_authentication,
    "GET /v3/payroll-card/authentications" => list_payroll_authentications,
    "POST /v3/payroll-card/transfer-batches" => create_payroll_transfer_batch,
    "POST /v3/payroll-card/wesure/token-validations" => validate_wesure_token,
    "POST /v3/payroll-card/wesure/insurance" => create_wesure_insurance,
}

async fn create_payroll_token(client: &Client) -> Result<Value> {
    let body = CreatePayrollTokenRequest::builder()
        .openid("9x111111")
        .appid("wxa1111111")
        .sub_appid("wxa1111111")
        .sub_mchid("1111111")
        .user_name("LP7bT4hQXUsOZCEvK2YrSiqFsnP0oRMfeoLN0vBg")
        .id_card_number("7FzH5XksJG3a8HLLsaaUV6K54y1OnPMY5")
        .employment_type(EmploymentType::LongTermEmployment)
        .build();
    let response = client.create_payroll_token(&body).await;
    json(response)
}

async fn query_payroll_relation(client: &Client) -> Result<Value> {
    let response = client
        .query_payroll_relation(
            "9x111111",
            "1111111",
            Some("wxa1111111"),
            Some("wxa1111111"),
        )
        .await;
    json(response)
}

async fn pre_order_payroll_authentication(client: &Client) -> Result<Value> {
    let body = PreOrderPayrollAuthenticationRequest::builder()
        .openid("onqOjjmo8wmTOOtSKwXtGjg9Gb58")
        .appid("wxa1111111")
        .sub_mchid("1111111")
        .sub_appid("wxa1111111")
        .authenticate_number("mcdhehfgisdhfjghed39384564i83")
        .project_name("某项目")
        .employer_name("某单位名称")
        .authenticate_type(AuthenticateType::SignIn)
        .build();
    let response = client.pre_order_payroll_authentication(&body).await;
    json(response)
}

async fn pre_order_payroll_authentication_with_auth(client: &Client) -> Result<Value> {
    let body = PreOrderPayrollAuthenticationWithAuthRequest::builder()
        .openid("onqOjjmo8wmTOOtSKwXtGjg9Gb58")
        .appid("wxa1111111")
        .sub_mchid("1111111")
        .sub_appid("wxa1111111")
        .authenticate_number("mcdhehfgisdhfjghed39384564i83")
        .project_name("某项目")
        .employer_name("某用工企业")
        .user_name("LP7bT4hQXUsOZCEvK2YrSiqFsnP0oRMfeoLN0vBg")
        .id_card_number("7FzH5XksJG3a8HLLsaaUV6K54y1OnPMY5")
        .employment_type(EmploymentType::LongTermEmployment)
        .authenticate_type(AuthenticateType::SignIn)
        .build();
    let response = client
        .pre_order_payroll_authentication_with_auth(&body)
        .await;
    json(response)
}

async fn query_payroll_authentication(client: &Client) -> Result<Value> {
    let response = client
        .query_payroll_authentication("mcdhehfgisdhfjghed39384564i83", "1111111")
        .await;
    json(response)
}

async fn list_payroll_authentications(client: &Client) -> Result<Value> {
    let query = ListPayrollAuthenticationsQuery::builder()
        .appid("wxa1111111")
        .sub_appid("wxa1111111")
        .authenticate_state("AUTHENTICATE_SUCCESS")
        .offset(0)
        .limit(10)
        .build();
    let response = client
        .list_payroll_authentications(
            "onqOjjmo8wmTOOtSKwXtGjg9Gb58",
            "1111111",
            "2020-12-25",
            &query,
        )
        .await;
    json(response)
}

async fn create_payroll_transfer_batch(client: &Client) -> Result<Value> {
    let body = CreatePayrollTransferBatchRequest::builder()
        .sub_mchid("1111111")
        .sub_appid("wxf636efh567hg4356")
        .authorization_type(AuthorizationType::InformationAuthorizationType)
        .out_batch_no("plfk2020042013")
        .batch_name("2019年1月深圳分部报销单")
        .batch_remark("2019年1月深圳分部报销单")
        .total_amount(Fen(4000000))
        .total_num(200)
        .transfer_detail_list(vec![
            TransferDetailInput::builder()
                .out_detail_no("x23zy545Bd5436")
                .transfer_amount(Fen(200000))
                .transfer_remark("2020年4月报销")
                .openid("o-MYE42l80oelYMDE34nYD456Xoy")
                .user_name("757b340b45ebef5467rter35gf464344v3542sdf4t6re4tb4f54ty45t4yyry45")
                .build(),
        ])
        .sp_appid("wxf636efh567hg4388")
        .employment_type(EmploymentType::LongTermEmployment)
        .employment_scene(EmploymentScene::Logistics)
        .build();
    let response = client.create_payroll_transfer_batch(&body).await;
    json(response)
}

async fn validate_wesure_token(client: &Client) -> Result<Value> {
    let body = ValidateWesureTokenRequest::builder()
        .sp_mchid("1900000109")
        .sub_mchid("1900000109")
        .token("abcdefghijklmn")
        .user_name("LP7bT4hQXUsOZCEvK2YrSiqFsnP0oRMfeoLN0vBg")
        .id_card_number("7FzH5XksJG3a8HLLsaaUV6K54y1OnPMY5")
        .authenticate_type(AuthenticateType::Normal)
        .build();
    let response = client.validate_wesure_token(&body).await;
    json(response)
}

async fn create_wesure_insurance(client: &Client) -> Result<Value> {
    let body = CreateWesureInsuranceRequest::builder()
        .sp_mchid("1900000109")
        .wesure_order_no("1900000109")
        .token("5fds5345dfd")
        .insurance_company_order_no("5fds5345dfd")
        .openid("111111")
        .insure_state("INSURE_SUCCESS")
        .insure_effect_time("2018-06-08T10:34:56+08:00")
        .insure_invalid_time("2018-06-08T10:34:56+08:00")
        .insurance_company_name("平安")
        .build();
    let response = client.create_wesure_insurance(&body).await;
    json(response)
}
