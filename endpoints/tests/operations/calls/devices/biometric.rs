//! 刷脸与刷掌.

use wechatpay_endpoints::devices::biometric::*;

use crate::operation::*;

operations! {
    "POST /v3/offlineface/contracts/presign" => presign_face_contract,
    "GET /v3/offlineface/contracts/{contract_id}" => query_face_contract,
    "POST /v3/offlineface/authinfo" => create_face_auth_info,
    "POST /v3/offlineface/transactions" => create_face_transaction,
    "GET /v3/offlineface/transactions/out-trade-no/{out_trade_no}" => query_face_transaction,
    "POST /v3/offlineface/repayment-url" => create_face_repayment_url,
    "GET /v3/offlineface/face-collections" => list_face_collections,
    "GET /v3/offlineface/face-collections/{collection_id}" => query_face_collection,
    "GET /v3/offlinefacemch/organizations" => query_face_organization,
    "GET /v3/offlinefacemch/organizations/{organization_id}/users/out-user-id/{out_user_id}" => query_face_organization_user,
    "PATCH /v3/offlinefacemch/organizations/{organization_id}/users/out-user-id/{out_user_id}" => update_face_organization_user,
    "POST /v3/offlinefacemch/organizations/{organization_id}/users/user-id/{user_id}/terminate-contract" => terminate_face_organization_user_contract,
    "GET /v3/facemch/users/{face_sid}" => query_face_user_real_name,
    "POST /v3/offlinefacemch/tokens" => create_face_token,
    "GET /v3/iotmanage/devices" => list_smart_devices,
    "GET /v3/iotmanage/device-inspections/{device_sn}" => query_smart_device_inspection,
    "POST /v3/palmservice/authorization/preauthorize" => preauthorize_palm,
    "GET /v3/palmservice/authorization/openid/{openid}" => query_palm_authorization,
}

async fn presign_face_contract(client: &Client) -> Result<Value> {
    let body = PresignFaceContractRequest::builder()
        .business_name("string")
        .facepay_user(
            FacepayUser::builder()
                .out_user_id("string")
                .organization_id("string")
                .build(),
        )
        .build();
    let response = client.presign_face_contract(&body).await;
    json(response)
}

async fn query_face_contract(client: &Client) -> Result<Value> {
    let response = client
        .query_face_contract("CI8CD208Z7e9906f89", Some("wx8888888888"))
        .await;
    json(response)
}

async fn create_face_auth_info(client: &Client) -> Result<Value> {
    let body = CreateFaceAuthInfoRequest::builder()
        .sp_appid("string")
        .sub_mchid("string")
        .device_id("string")
        .raw_data("string")
        .organization_id("string")
        .build();
    let response = client.create_face_auth_info(&body).await;
    json(response)
}

async fn create_face_transaction(client: &Client) -> Result<Value> {
    let body = CreateFaceTransactionRequest::builder()
        .auth_code("string")
        .build();
    let response = client.create_face_transaction(&body).await;
    json(response)
}

async fn query_face_transaction(client: &Client) -> Result<Value> {
    let response = client
        .query_face_transaction(
            "1217752501201407033233368018",
            "198798777",
            "3233122121",
            "2",
        )
        .await;
    json(response)
}

async fn create_face_repayment_url(client: &Client) -> Result<Value> {
    let body = CreateFaceRepaymentUrlRequest::builder()
        .out_user_id("商户用户ID")
        .organization_id("Ofewewfwefweewf")
        .build();
    let response = client.create_face_repayment_url(&body).await;
    json(response)
}

async fn list_face_collections(client: &Client) -> Result<Value> {
    let response = client
        .list_face_collections("Ofewewfwefweewf", Some(30), Some(20))
        .await;
    json(response)
}

async fn query_face_collection(client: &Client) -> Result<Value> {
    let response = client.query_face_collection("FC2353ZJIHOJKHOIIOIJ").await;
    json(response)
}

async fn query_face_organization(client: &Client) -> Result<Value> {
    let response = client
        .query_face_organization(Some("DBES323aeb"), Some("南山中兴小学部"))
        .await;
    json(response)
}

async fn query_face_organization_user(client: &Client) -> Result<Value> {
    let response = client
        .query_face_organization_user("string", "string")
        .await;
    json(response)
}

async fn update_face_organization_user(client: &Client) -> Result<Value> {
    let body = UpdateFaceOrganizationUserRequest::builder().build();
    let response = client
        .update_face_organization_user("string", "string", &body)
        .await;
    json(response)
}

async fn terminate_face_organization_user_contract(client: &Client) -> Result<Value> {
    let response = client
        .terminate_face_organization_user_contract("string", "string")
        .await;
    json(response)
}

async fn query_face_user_real_name(client: &Client) -> Result<Value> {
    let response = client
        .query_face_user_real_name(
            "aabbccdd12345",
            &InfoType::AskUnionid,
            "wx2b029c08a6233333",
            Some("123456789"),
            Some("wx2b029c08a6255555"),
            Some("wx2b029c08a6255555"),
        )
        .await;
    json(response)
}

async fn create_face_token(client: &Client) -> Result<Value> {
    let body = CreateFaceTokenRequest::builder()
        .scene("WEBSESSION")
        .build();
    let response = client.create_face_token(&body).await;
    json(response)
}

async fn list_smart_devices(client: &Client) -> Result<Value> {
    let response = client.list_smart_devices(5, 10).await;
    json(response)
}

async fn query_smart_device_inspection(client: &Client) -> Result<Value> {
    let response = client
        .query_smart_device_inspection("AAAAA123456789012345678")
        .await;
    json(response)
}

async fn preauthorize_palm(client: &Client) -> Result<Value> {
    let body = PreauthorizePalmRequest::builder()
        .openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
        .preauthorize_session_id("181167098309019291163")
        .organization_id("1004")
        .build();
    let response = client.preauthorize_palm(&body).await;
    json(response)
}

async fn query_palm_authorization(client: &Client) -> Result<Value> {
    let response = client
        .query_palm_authorization("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o", "1004")
        .await;
    json(response)
}
