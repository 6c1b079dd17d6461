//! Sensitive fields: encrypted in requests, decrypted in responses, and shown nowhere.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use wechatpay_client::{
    Error, ErrorKind, Outcome, Result, Sensitive, Verifier,
    error::RequestErrorKind,
    gateway::{Gateway, ScriptedResponse},
    testing::expose_sensitive,
    wechatpay_api,
};

#[derive(Serialize, Deserialize, Debug, PartialEq)]
struct Applyment {
    business_code: String,
    contact: Contact,
    owners: Vec<Contact>,
    #[serde(skip_serializing_if = "Option::is_none")]
    account: Option<Sensitive>,
}

#[derive(Serialize, Deserialize, Debug, PartialEq)]
struct Contact {
    name: Sensitive,
}

#[derive(Serialize)]
struct BankQuery<'a> {
    account_number: &'a Sensitive,
    limit: u32,
}

#[derive(Deserialize, Debug)]
struct Complaint {
    payer_phone: Option<Sensitive>,
}

#[wechatpay_api]
trait Operations {
    #[wechatpay_api(POST "/v3/applyment4sub/applyment/")]
    async fn apply(&self, body: &Applyment) -> Result<Value>;

    #[wechatpay_api(GET "/v3/capital/capitallhh/banks/search-banks-by-bank-account")]
    async fn banks(&self, #[query] account_number: &Sensitive) -> Result<Value>;

    #[wechatpay_api(GET "/v3/capital/capitallhh/banks/search-banks-by-bank-account")]
    async fn banks_by(&self, query: &BankQuery<'_>) -> Result<Value>;

    #[wechatpay_api(GET "/v3/smartguide/guides/{mobile}", unlisted)]
    async fn guide(&self, mobile: &Sensitive, #[query] name: Option<Sensitive>) -> Result<Value>;

    #[wechatpay_api(GET "/v3/merchant-service/complaints-v2/{complaint_id}")]
    async fn complaint(&self, complaint_id: &str) -> Result<Complaint>;
}

fn applyment() -> Applyment {
    Applyment {
        business_code: "1900013511_10000".into(),
        contact: Contact {
            name: "张三".into(),
        },
        owners: vec![
            Contact {
                name: "李四 \"quoted\" \\".into(),
            },
            Contact { name: "".into() },
        ],
        account: Some("6214830000000000".into()),
    }
}

fn percent_decoded(text: &str) -> String {
    text.replace("%2B", "+")
        .replace("%2F", "/")
        .replace("%3D", "=")
}

#[tokio::test]
async fn fields_of_a_body_are_encrypted_with_the_key_that_the_request_names() {
    let gateway = Gateway::start().await.unwrap();
    gateway.respond(
        "POST",
        "/v3/applyment4sub/applyment/",
        ScriptedResponse::ok(json!({ "applyment_id": 1 })),
    );
    for verifier in [
        Verifier::new(gateway.public_key()),
        Verifier::new(gateway.platform_certificate()),
        Verifier::new(gateway.platform_certificate()).with_key(gateway.public_key()),
    ] {
        let client = gateway
            .client_for(gateway.merchant(), verifier)
            .build()
            .unwrap();
        client.apply(&applyment()).await.unwrap();
        let received = gateway.requests().pop().unwrap();
        assert!(received.is_authorized());
        let body: Value = serde_json::from_slice(received.body()).unwrap();
        let text = |pointer: &str| body.pointer(pointer).unwrap().as_str().unwrap().to_owned();
        assert_eq!(text("/business_code"), "1900013511_10000");
        for (pointer, plaintext) in [
            ("/contact/name", "张三"),
            ("/owners/0/name", "李四 \"quoted\" \\"),
            ("/owners/1/name", ""),
            ("/account", "6214830000000000"),
        ] {
            assert_eq!(text(pointer).len(), 344, "{pointer}");
            assert_eq!(
                gateway.decrypt(&received, &text(pointer)).as_deref(),
                Some(plaintext),
                "{pointer}"
            );
        }
    }
}

#[tokio::test]
async fn query_and_path_values_are_encrypted_too() {
    let gateway = Gateway::start().await.unwrap();
    let client = gateway.client().build().unwrap();
    let account = Sensitive::new("6214830000000000");
    client.banks(&account).await.unwrap_err();
    client
        .banks_by(&BankQuery {
            account_number: &account,
            limit: 5,
        })
        .await
        .unwrap_err();
    client
        .guide(&"13900000000".into(), Some("王五".into()))
        .await
        .unwrap_err();
    client.guide(&"13900000000".into(), None).await.unwrap_err();
    let requests = gateway.requests();
    assert!(requests.iter().all(|request| request.is_authorized()));
    let decrypted = |index: usize, text: &str| {
        gateway
            .decrypt(&requests[index], &percent_decoded(text))
            .unwrap()
    };

    let (_, query) = requests[0].target().split_once("?account_number=").unwrap();
    assert_eq!(decrypted(0, query), "6214830000000000");
    let (_, query) = requests[1].target().split_once("?account_number=").unwrap();
    assert_eq!(
        decrypted(1, query.strip_suffix("&limit=5").unwrap()),
        "6214830000000000"
    );
    let (mobile, name) = requests[2]
        .target()
        .strip_prefix("/v3/smartguide/guides/")
        .unwrap()
        .split_once("?name=")
        .unwrap();
    assert_eq!(
        (decrypted(2, mobile), decrypted(2, name)),
        ("13900000000".into(), "王五".into())
    );
    let mobile = requests[3]
        .target()
        .strip_prefix("/v3/smartguide/guides/")
        .unwrap();
    assert_eq!(decrypted(3, mobile), "13900000000");
}

#[tokio::test]
async fn a_text_that_is_too_long_is_refused_before_sending_with_the_name_of_its_field() {
    let gateway = Gateway::start().await.unwrap();
    let client = gateway.client().build().unwrap();
    let long = || Sensitive::new("张".repeat(72));
    let field = |error: Error| {
        let ErrorKind::Request(error) = error.into_kind() else {
            panic!()
        };
        match error.into_kind() {
            RequestErrorKind::SensitiveTooLong {
                field,
                bytes: 216,
                limit: 214,
            } => field,
            other => panic!("{other:?}"),
        }
    };
    let mut body = applyment();
    body.owners[1].name = long();
    let error = client.apply(&body).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotExecuted);
    assert_eq!(field(error), "/owners/1/name");
    assert_eq!(
        field(client.banks(&long()).await.unwrap_err()),
        "account_number"
    );
    assert_eq!(
        field(client.guide(&long(), None).await.unwrap_err()),
        "path"
    );
    assert_eq!(gateway.accepted_connections(), 0);
    // A character less fits.
    body.owners[1].name = Sensitive::new("张".repeat(71));
    client.apply(&body).await.unwrap_err();
    assert_eq!(gateway.requests().len(), 1);
}

#[tokio::test]
async fn fields_of_a_response_are_decrypted_with_the_merchants_key() {
    let gateway = Gateway::start().await.unwrap();
    let client = gateway.client().build().unwrap();
    let path = "/v3/merchant-service/complaints-v2/{complaint_id}";
    let encrypted = gateway.encrypt("13900000000").unwrap();
    gateway.respond(
        "GET",
        path,
        ScriptedResponse::ok(json!({ "payer_phone": encrypted })),
    );
    let complaint = client.complaint("1").await.unwrap();
    assert_eq!(complaint.payer_phone.unwrap().expose(), "13900000000");
    gateway.respond("GET", path, ScriptedResponse::ok(json!({})));
    assert!(client.complaint("1").await.unwrap().payer_phone.is_none());
    for (text, reason) in [("13900000000", "not-base64"), ("AAAA", "decrypt-failed")] {
        gateway.respond(
            "GET",
            path,
            ScriptedResponse::ok(json!({ "payer_phone": text })),
        );
        let error = client.complaint("1").await.unwrap_err();
        assert_eq!(error.outcome(), Outcome::Executed);
        let source = std::error::Error::source(&error).unwrap().to_string();
        assert!(
            source.starts_with(&format!("`payer_phone`: sensitive field: {reason}")),
            "{source}"
        );
    }
}

#[test]
fn a_sensitive_value_is_shown_and_serialized_nowhere_else() {
    let name = Sensitive::new("张三");
    assert_eq!(
        format!("{name:?} {:?}", Contact { name: name.clone() }),
        "[sensitive] Contact { name: [sensitive] }"
    );
    let error = serde_json::to_string(&name).unwrap_err();
    assert_eq!(
        error.to_string(),
        "a sensitive value serializes only within the body or query of a call: `json!` and \
         `serde_json::to_value` cannot serialize it (see the docs of `Sensitive`)"
    );
    let error = serde_json::from_str::<Sensitive>("\"张三\"").unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("a sensitive value is read only from a verified response")
    );
}

#[test]
fn mocks_read_and_write_plain_json() {
    let json = expose_sensitive(|| serde_json::to_value(applyment())).unwrap();
    assert_eq!(json["contact"]["name"], "张三");
    let read: Applyment = expose_sensitive(|| serde_json::from_value(json)).unwrap();
    assert_eq!(read, applyment());
    // A panic inside `expose_sensitive` does not leave its mode on.
    let panicked = std::panic::catch_unwind(|| expose_sensitive(|| panic!("within")));
    assert!(panicked.is_err());
    assert!(serde_json::to_string(&Sensitive::new("张三")).is_err());
}

#[tokio::test]
async fn an_empty_ciphertext_in_a_verified_response_is_an_empty_text() {
    let gateway = Gateway::start().await.unwrap();
    let client = gateway.client().build().unwrap();
    let path = "/v3/merchant-service/complaints-v2/{complaint_id}";
    gateway.respond(
        "GET",
        path,
        ScriptedResponse::ok(json!({ "payer_phone": "" })),
    );
    let complaint = client.complaint("1").await.unwrap();
    assert_eq!(complaint.payer_phone.unwrap().expose(), "");
}
