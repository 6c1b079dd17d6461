//! Several merchants of one gateway: each signs, trusts and decrypts with keys of its own.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use wechatpay_client::{
    ApiError, Client, Error, ErrorKind, Merchant, PlatformCertificates, Result, Sensitive,
    Verifier,
    error::VerifyErrorKind,
    gateway::{
        Gateway, GatewayMerchant, NotificationSigner, OperationRequest, Operations, ParamError,
        ScriptedResponse,
    },
    notification::NotificationErrorKind,
    wechatpay_api,
};

const ORDER: &str = "/v3/pay/transactions/id/{transaction_id}";

#[wechatpay_api]
trait Orders {
    #[wechatpay_api(GET "/v3/pay/transactions/id/{transaction_id}")]
    async fn order(&self, transaction_id: &str, #[query] mchid: &str) -> Result<Value>;
}

#[wechatpay_api]
trait Transfers {
    #[wechatpay_api(POST "/v3/fund-app/mch-transfer/transfer-bills")]
    async fn transfer(&self, body: &Named) -> Result<Named>;
}

#[derive(Debug, Serialize, Deserialize)]
struct Named {
    user_name: Sensitive,
}

#[wechatpay_api]
trait Brands {
    #[wechatpay_api(GET "/brand/marketing/product-coupon/product-coupons/{product_coupon_id}", unlisted)]
    async fn coupon(&self, product_coupon_id: &str, #[query] out_product_no: &str)
    -> Result<Value>;
}

async fn start(merchants: &[&GatewayMerchant]) -> Gateway {
    let builder = merchants
        .iter()
        .fold(Gateway::builder(), |builder, merchant| {
            builder.merchant((*merchant).clone())
        });
    let gateway = builder.start().await.unwrap();
    gateway.respond(
        "GET",
        ORDER,
        ScriptedResponse::ok(json!({ "state": "SUCCESS" })),
    );
    gateway
}

fn client(gateway: &Gateway, merchant: &GatewayMerchant) -> Client {
    let verifier = Verifier::new(merchant.public_key());
    gateway
        .client_for(merchant.merchant(), verifier)
        .build()
        .unwrap()
}

fn api_error(error: Error) -> ApiError {
    match error.into_kind() {
        ErrorKind::Api(error) => error,
        other => panic!("{other:?}"),
    }
}

/// Three merchants, whose keys are generated once.
fn merchants() -> [GatewayMerchant; 3] {
    static MERCHANTS: LazyLock<[GatewayMerchant; 3]> = LazyLock::new(|| {
        ["1900000110", "1900000111", "1900000112"]
            .map(|mchid| GatewayMerchant::generate(mchid).unwrap())
    });
    MERCHANTS.clone()
}

#[tokio::test]
async fn each_merchant_signs_and_trusts_with_its_own_keys() {
    let [first, second, third] = merchants();
    let gateway = start(&[&first, &second]).await;
    for merchant in [&first, &second] {
        let order = client(&gateway, merchant).order("1", "1").await.unwrap();
        assert_eq!(order["state"], "SUCCESS");
    }
    gateway
        .client()
        .build()
        .unwrap()
        .order("1", "1")
        .await
        .unwrap();

    // The number of one with the certificate of the other.
    let confused = Merchant::new(
        "1900000110",
        second.merchant().serial_no(),
        second.private_key_pem(),
    );
    let verifier = Verifier::new(first.public_key());
    let confused = gateway
        .client_for(confused.unwrap(), verifier)
        .build()
        .unwrap();
    let error = api_error(confused.order("1", "1").await.unwrap_err());
    assert_eq!(error.status(), 401);
    let message = "商户证书序列号有误。请使用签名私钥匹配的证书序列号";
    assert_eq!(error.message(), Some(message));

    // A merchant that the gateway does not serve.
    let unknown = client(&gateway, &third);
    let error = api_error(unknown.order("1", "1").await.unwrap_err());
    assert_eq!((error.status(), error.message()), (401, Some("签名错误")));

    // The WeChat Pay public key of the other: the gateway signs with that of the sender.
    let verifier = Verifier::new(second.public_key());
    let confused = gateway
        .client_for(first.merchant(), verifier)
        .build()
        .unwrap();
    let error = confused.order("1", "1").await.unwrap_err();
    let ErrorKind::Verify(error) = error.kind() else {
        panic!("{error:?}");
    };
    assert!(
        matches!(error.kind(), VerifyErrorKind::UnknownKeyId { .. }),
        "{error:?}"
    );
}

#[tokio::test]
async fn the_mode_of_a_merchant_selects_the_key_of_responses() {
    let [public_key, certificate, other] = merchants();
    let certificate = certificate.with_certificate_mode();
    let gateway = start(&[&public_key, &certificate]).await;
    let platform = gateway.platform_certificate();
    let expected = [
        (&public_key, public_key.notification_signer().key_id()),
        (&certificate, platform.serial_no()),
    ];
    for (sender, expected) in expected {
        // The request names a key that the gateway does not have.
        let verifier = Verifier::new(other.public_key());
        let client = gateway.client_for(sender.merchant(), verifier);
        let error = client.build().unwrap().order("1", "1").await.unwrap_err();
        let ErrorKind::Verify(error) = error.kind() else {
            panic!("{error:?}");
        };
        let key_id = expected.to_owned();
        assert_eq!(*error.kind(), VerifyErrorKind::UnknownKeyId { key_id });
    }
    // A request that names a key gets that one, whatever the mode.
    for sender in [&public_key, &certificate] {
        client(&gateway, sender).order("1", "1").await.unwrap();
        let verifier = Verifier::new(platform.clone());
        let client = gateway.client_for(sender.merchant(), verifier);
        client.build().unwrap().order("1", "1").await.unwrap();
    }
}

#[tokio::test]
async fn each_merchant_downloads_certificates_with_its_own_api_v3_key() {
    let [first, second, _] = merchants();
    let gateway = start(&[&first, &second]).await;
    let download = async |merchant: &GatewayMerchant, key: &GatewayMerchant| {
        let certificates = PlatformCertificates::downloading(key.api_v3_key());
        let verifier = Verifier::new(certificates.clone());
        let client = gateway.client_for(merchant.merchant(), verifier);
        let client = client.build().unwrap();
        Client::refresh_certificates(&client)
            .await
            .map(|()| certificates.serial_nos())
    };
    for merchant in [&first, &second] {
        let serial_no = gateway.platform_certificate().serial_no().to_owned();
        assert_eq!(download(merchant, merchant).await.unwrap(), [serial_no]);
    }
    let error = download(&first, &second).await.unwrap_err();
    assert!(
        matches!(error.kind(), ErrorKind::Certificates(_)),
        "{error:?}"
    );
}

/// Responds to a transfer with the name that the request has.
struct SameName;

impl Operations for SameName {
    fn check(&self, _: &OperationRequest<'_>) -> std::result::Result<(), ParamError> {
        Ok(())
    }

    fn respond(&self, request: &OperationRequest<'_>) -> Option<ScriptedResponse> {
        let body: Value = serde_json::from_slice(request.body()).ok()?;
        let name = request.decrypt(body["user_name"].as_str()?)?;
        let encrypted = request.encrypt(&name).ok()?;
        Some(ScriptedResponse::ok(json!({ "user_name": encrypted })))
    }
}

#[tokio::test]
async fn sensitive_fields_are_encrypted_for_the_sender() {
    let [first, second, _] = merchants();
    let builder = Gateway::builder().operations(SameName);
    let builder = builder.merchant(first.clone()).merchant(second.clone());
    let gateway = builder.start().await.unwrap();
    for merchant in [&first, &second] {
        let client = client(&gateway, merchant);
        let user_name = "张三".into();
        let response = client.transfer(&Named { user_name }).await.unwrap();
        assert_eq!(response.user_name.expose(), "张三");
    }
}

#[tokio::test]
async fn a_brand_has_keys_of_its_own() {
    let brand = GatewayMerchant::generate_brand("10024").unwrap();
    let gateway = start(&[&brand]).await;
    let path = "/brand/marketing/product-coupon/product-coupons/{id}";
    gateway.respond("GET", path, ScriptedResponse::ok(json!({ "id": "1" })));
    let coupon = client(&gateway, &brand).coupon("1", "2").await.unwrap();
    assert_eq!(coupon["id"], "1");
    // A merchant with the number of the brand is unknown.
    let serial_no = brand.merchant().serial_no().to_owned();
    let merchant = Merchant::new("10024", serial_no, brand.private_key_pem()).unwrap();
    let verifier = Verifier::new(brand.public_key());
    let client = gateway.client_for(merchant, verifier).build().unwrap();
    let error = api_error(client.order("1", "1").await.unwrap_err());
    assert_eq!((error.status(), error.message()), (401, Some("签名错误")));
}

#[tokio::test]
async fn the_keys_of_a_merchant_are_kept() {
    let [generated, other, _] = merchants();
    let signer = generated.notification_signer();
    let signer = || {
        NotificationSigner::from_pem(
            signer.key_id(),
            signer.private_key_pem(),
            signer.api_v3_key_bytes(),
        )
        .unwrap()
    };
    let (key, certificate) = (generated.private_key_pem(), generated.certificate_pem());
    let kept = GatewayMerchant::from_pem("1900000110", key, certificate, signer()).unwrap();
    let gateway = start(&[&kept]).await;
    client(&gateway, &generated).order("1", "1").await.unwrap();

    let other_key = other.private_key_pem();
    let refused = [
        (
            "1900000111",
            key,
            certificate,
            "merchant API certificate: belongs to `1900000110`, not to mchid: pass the certificate and the mchid of one merchant",
        ),
        (
            "1900000110",
            other_key,
            certificate,
            "merchant API certificate: belongs to a different private key: pass the `apiclient_key.pem` of this certificate",
        ),
        (
            "1900000110",
            key,
            key,
            "merchant API certificate: found a private key, expected a certificate",
        ),
        (
            "1900000110",
            certificate,
            certificate,
            "merchant API private key: found a certificate, expected a private key",
        ),
        (
            "1900000110",
            key,
            "no PEM",
            "merchant API certificate: not PEM: no `-----BEGIN …-----` line, and not the complete base64 of a key or certificate (pass the content of the file, not its path)",
        ),
    ];
    for (mchid, key, certificate, expected) in refused {
        let error = GatewayMerchant::from_pem(mchid, key, certificate, signer()).unwrap_err();
        assert_eq!(error.to_string(), expected);
    }
    let error = GatewayMerchant::generate("19000001x").unwrap_err();
    assert_eq!(error.kind(), std::io::ErrorKind::InvalidInput);
    assert!(format!("{error}").contains("mchid"), "{error}");
}

#[tokio::test]
async fn notifications_are_encrypted_with_the_api_v3_key_of_the_merchant() {
    let [first, second, _] = merchants();
    let resource = json!({ "mchid": "1900000110" });
    let signer = first.notification_signer();
    let request = signer
        .notification("TRANSACTION.SUCCESS", "transaction", &resource)
        .unwrap();
    let parse = |merchant: &GatewayMerchant| {
        let notifications = merchant.notification_signer().notifications();
        notifications.parse(request.headers(), request.body())
    };
    assert_eq!(
        parse(&first).unwrap().event_type().as_str(),
        "TRANSACTION.SUCCESS"
    );
    let error = parse(&second).unwrap_err();
    assert!(
        matches!(
            error.kind(),
            NotificationErrorKind::Unverified(VerifyErrorKind::UnknownKeyId { .. })
        ),
        "{error:?}"
    );
}
