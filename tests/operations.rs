//! A gateway that knows operations: checks each request against the facts, and responds with an example.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use wechatpay_client::{
    ApiError, BillFile, BillFiles, Client, Error, ErrorKind, Merchant, Result, Sensitive,
    UploadFile, Verifier,
    gateway::{Gateway, OperationRequest, Operations, ParamError, ParamLocation, ScriptedResponse},
    wechatpay_api,
};
use wechatpay_endpoints::facts::{Example, Facts, Operation, Types};

const QUERY: &str = "/v3/pay/transactions/out-trade-no/{out_trade_no}";
const CLOSE: &str = "/v3/pay/transactions/out-trade-no/{out_trade_no}/close";

#[derive(Clone, Serialize)]
struct Transfer<'a> {
    out_bill_no: &'a str,
    amount: Value,
    user_name: Sensitive,
}

#[derive(Debug, Deserialize, PartialEq)]
struct Complaint {
    complaint_id: String,
    payer_phone: Sensitive,
}

#[wechatpay_api]
trait Api {
    #[wechatpay_api(GET "/v3/pay/transactions/out-trade-no/{out_trade_no}")]
    async fn order(&self, out_trade_no: &str, #[query] mchid: &str) -> Result<Value>;

    #[wechatpay_api(POST "/v3/pay/transactions/out-trade-no/{out_trade_no}/close")]
    async fn close(&self, out_trade_no: &str, body: &Value) -> Result<()>;

    #[wechatpay_api(POST "/v3/pay/transactions/out-trade-no/{out_trade_no}/closed", unlisted)]
    async fn misspelt(&self, out_trade_no: &str, body: &Value) -> Result<()>;

    #[wechatpay_api(POST "/v3/transfers", accepted, unlisted)]
    async fn transfer(&self, body: &Transfer<'_>) -> Result<Value>;

    #[wechatpay_api(POST "/v3/transfers", accepted, unlisted)]
    async fn raw_transfer(&self, body: &Value) -> Result<Value>;

    #[wechatpay_api(GET "/v3/complaints/{complaint_id}", unlisted)]
    async fn complaint(&self, complaint_id: &str) -> Result<Complaint>;

    #[wechatpay_api(POST "/v3/merchant/media/upload", upload)]
    async fn upload(&self, file: &UploadFile) -> Result<Value>;

    #[wechatpay_api(GET "/v3/bill/tradebill")]
    async fn bill(
        &self,
        #[query] bill_date: &str,
        #[query] tar_type: Option<&str>,
    ) -> Result<BillFile>;

    #[wechatpay_api(GET "/v3/bill/sub-merchant-fundflowbill")]
    async fn bills(
        &self,
        #[query] bill_date: &str,
        #[query] account_type: &str,
        #[query] algorithm: &str,
    ) -> Result<BillFiles>;
}

/// The facts of the operations above.
fn facts() -> Facts {
    let operation = |method: &str, path: &str, params: Value, request: Value, status: u16, body| {
        let operation = json!({
            "product": "p",
            "name": path,
            "method": method,
            "path": path,
            "params": params,
            "request": request,
            "upload": path.ends_with("/upload"),
            "responses": [{ "status": status, "body": body }],
        });
        serde_json::from_value::<Operation>(operation).unwrap()
    };
    let param = |place: &str, name: &str| json!({ "in": place, "name": name, "type": "string", "required": true, "max_length": 32, "label": name });
    let number = param("path", "out_trade_no");
    let none = Value::Null;
    let bill = [
        param("query", "bill_date"),
        json!({ "in": "query", "name": "tar_type", "type": "string" }),
    ];
    let bills = ["bill_date", "account_type", "algorithm"].map(|name| param("query", name));
    let mut facts = Facts::default();
    facts.operations = vec![
        operation(
            "GET",
            QUERY,
            json!([number, param("query", "mchid")]),
            none.clone(),
            200,
            "ref:Order",
        ),
        operation(
            "POST",
            CLOSE,
            json!([number]),
            json!("ref:Close"),
            204,
            "none",
        ),
        operation(
            "POST",
            "/v3/transfers",
            json!([]),
            json!("ref:Transfer"),
            202,
            "ref:Transfer",
        ),
        operation(
            "GET",
            "/v3/complaints/{complaint_id}",
            json!([param("path", "complaint_id")]),
            none.clone(),
            200,
            "ref:Complaint",
        ),
        operation(
            "POST",
            "/v3/merchant/media/upload",
            json!([]),
            json!("ref:Form"),
            200,
            "object",
        ),
        operation(
            "GET",
            "/v3/bill/tradebill",
            json!(bill),
            none.clone(),
            200,
            "object",
        ),
        operation(
            "GET",
            "/v3/bill/sub-merchant-fundflowbill",
            json!(bills),
            none,
            200,
            "object",
        ),
    ];
    facts.products.insert("p".to_owned(), types());
    let file =
        json!({ "hash_type": "SHA1", "hash_value": "0", "download_url": "https://a.example/b" });
    let mut encrypted = file.clone();
    for name in ["encrypt_key", "nonce"] {
        encrypted[name] = json!("x");
    }
    encrypted["bill_sequence"] = json!(1);
    for (operation, response) in [
        (
            format!("GET {QUERY}"),
            json!({ "out_trade_no": "example", "trade_state": "SUCCESS" }),
        ),
        (
            "POST /v3/transfers".to_owned(),
            json!({ "out_bill_no": "example", "state": "ACCEPTED" }),
        ),
        (
            "GET /v3/complaints/{complaint_id}".to_owned(),
            json!({ "complaint_id": "example", "payer_phone": "18500000000" }),
        ),
        (
            "POST /v3/merchant/media/upload".to_owned(),
            json!({ "media_id": "example" }),
        ),
        ("GET /v3/bill/tradebill".to_owned(), file),
        (
            "GET /v3/bill/sub-merchant-fundflowbill".to_owned(),
            json!({ "download_bill_count": 1, "download_bill_list": [encrypted] }),
        ),
    ] {
        let mut example = Example::default();
        example.response = Some(response);
        facts.examples.insert(operation, example);
    }
    facts
}

fn types() -> Types {
    let text = |name: &str| json!({ "name": name, "type": "string" });
    let sensitive =
        |name: &str| json!({ "name": name, "type": "string", "sensitive": true, "max_length": 3 });
    let number =
        json!({ "name": "out_bill_no", "type": "string", "required": true, "label": "商户单号" });
    let types = json!({
        "schemas": {
            "Order": [text("out_trade_no"), text("trade_state")],
            "Close": [{ "name": "mchid", "type": "string", "required": true, "label": "商户号" }],
            "Transfer": [number, { "name": "amount", "type": "int", "label": "金额" }, sensitive("user_name")],
            "Complaint": [text("complaint_id"), sensitive("payer_phone")],
            "Form": [
                { "name": "meta", "type": "json<ref:Meta>", "required": true },
                { "name": "file", "type": "file", "required": true },
            ],
            "Meta": [text("filename"), text("sha256")],
        },
        "enums": {},
    });
    serde_json::from_value(types).unwrap()
}

async fn start() -> (Gateway, Client) {
    let gateway = Gateway::builder()
        .operations(facts())
        .start()
        .await
        .unwrap();
    let client = gateway.client().build().unwrap();
    (gateway, client)
}

/// The error of a request that the gateway refuses, as status, code, message and detail.
fn refusal<T: std::fmt::Debug>(result: Result<T>) -> (u16, String, String, Value) {
    let error = api_error(result.unwrap_err());
    let detail = error.detail().map_or(Value::Null, |detail| json!(detail));
    let text = |text: Option<&str>| text.unwrap().to_owned();
    (
        error.status(),
        text(error.code()),
        text(error.message()),
        detail,
    )
}

fn api_error(error: Error) -> ApiError {
    match error.into_kind() {
        ErrorKind::Api(error) => error,
        other => panic!("{other:?}"),
    }
}

fn transfer(user_name: &str) -> Transfer<'_> {
    Transfer {
        out_bill_no: "plfk2020042013",
        amount: json!(1),
        user_name: Sensitive::new(user_name),
    }
}

#[tokio::test]
async fn a_good_request_gets_the_example_with_its_own_numbers() {
    let (gateway, client) = start().await;
    let order = client.order("1217752501", "1900000109").await.unwrap();
    assert_eq!(
        order,
        json!({ "out_trade_no": "1217752501", "trade_state": "SUCCESS" })
    );
    client
        .close("1217752501", &json!({ "mchid": "1900000109" }))
        .await
        .unwrap();
    // The name is encrypted with the public key, or with a platform certificate.
    let verifier = Verifier::new(gateway.platform_certificate());
    let certificate_client = gateway
        .client_for(gateway.merchant(), verifier)
        .build()
        .unwrap();
    for client in [client, certificate_client] {
        let bill = client.transfer(&transfer("张三")).await.unwrap();
        assert_eq!(
            bill,
            json!({ "out_bill_no": "plfk2020042013", "state": "ACCEPTED" })
        );
    }
    assert_eq!(gateway.unused(), [""; 0]);
}

#[tokio::test]
async fn sensitive_members_of_a_response_are_encrypted_for_the_certificate_that_signed() {
    let (gateway, client) = start().await;
    let expected = Complaint {
        complaint_id: "1".to_owned(),
        payer_phone: Sensitive::new("18500000000"),
    };
    assert_eq!(client.complaint("1").await.unwrap(), expected);
    let renewed: Merchant = gateway.renew_merchant().unwrap();
    let client = gateway.client_for(renewed, Verifier::new(gateway.public_key()));
    assert_eq!(
        client.build().unwrap().complaint("1").await.unwrap(),
        expected
    );
}

#[tokio::test]
async fn a_request_that_breaks_a_rule_is_refused_as_wechat_pay_refuses_it() {
    let (_gateway, client) = start().await;
    let param_error =
        |message: &str, detail: Value| (400, "PARAM_ERROR".to_owned(), message.to_owned(), detail);
    assert_eq!(
        refusal(client.close("1217752501", &json!({})).await),
        param_error(
            "输入源“/body/mchid”映射到字段“商户号”必填性规则校验失败，此字段为必填项",
            json!({
                "field": "/mchid",
                "value": "",
                "issue": "is missing: send the member",
                "location": "body",
            }),
        )
    );
    assert_eq!(
        refusal(client.order(&"1".repeat(33), "1900000109").await),
        param_error(
            "输入源“/uri_template/out_trade_no”映射到值字段“out_trade_no”字符串规则校验失败，字符数 33，大于最大值 32",
            json!({
                "field": "out_trade_no",
                "value": 33,
                "issue": "has 33 characters: shorten the text to at most 32",
                "location": "uri_template",
            }),
        )
    );
    let mut bill = transfer("张三");
    bill.amount = json!("1");
    assert_eq!(
        refusal(client.transfer(&bill).await),
        param_error(
            "无法将 JSON 输入源“/body/amount”映射到目标字段“金额”中，此字段需要一个合法的 64 位有符号整数",
            json!({
                "field": "/amount",
                "value": "1",
                "issue": "is a text: send an integer",
                "location": "body",
            }),
        )
    );
    let (_, _, message, detail) = refusal(client.transfer(&transfer("欧阳修永")).await);
    assert_eq!(
        message,
        "输入源“/body/user_name”映射到值字段“user_name”字符串规则校验失败，字符数 4，大于最大值 3"
    );
    assert_eq!(detail["value"], 4);
}

#[tokio::test]
async fn a_sensitive_member_in_clear_or_under_another_key_is_refused() {
    let (gateway, client) = start().await;
    let issue = "is not encrypted with the key that `Wechatpay-Serial` names: encrypt the value with that key";
    let expected = (
        400,
        "PARAM_ERROR".to_owned(),
        "输入源“/body/user_name”映射到值字段“user_name”解密失败，请使用 Wechatpay-Serial 所指的公钥加密"
            .to_owned(),
        json!({ "field": "/user_name", "issue": issue, "location": "body" }),
    );
    // The merchant's certificate is the key of responses.
    let other_key = gateway.encrypt("张三").unwrap();
    for user_name in ["张三", &other_key] {
        let body = json!({ "out_bill_no": "plfk2020042013", "amount": 1, "user_name": user_name });
        assert_eq!(refusal(client.raw_transfer(&body).await), expected);
    }
}

#[tokio::test]
async fn an_upload_gets_its_example() {
    let (_gateway, client) = start().await;
    let file = UploadFile::from_bytes("logo.png", "abc").unwrap();
    assert_eq!(
        client.upload(&file).await.unwrap(),
        json!({ "media_id": "example" })
    );
}

#[tokio::test]
async fn the_file_of_a_described_bill_is_served() {
    let (gateway, client) = start().await;
    let content = "\u{feff}`示例文件\r\n";
    for tar_type in [None, Some("GZIP")] {
        let bill = client.bill("2025-12-31", tar_type).await.unwrap();
        assert_eq!(bill.is_gzipped(), tar_type.is_some());
        let file = Client::download(&client, &bill).await.unwrap();
        assert_eq!(file.bytes(100).await.unwrap(), content);
    }
    for _ in 0..2 {
        let bills = client
            .bills("2025-12-31", "ALL", "AEAD_AES_256_GCM")
            .await
            .unwrap();
        let [bill] = bills.files() else {
            panic!("{bills:?}");
        };
        assert!(bill.is_encrypted());
        let file = Client::download(&client, bill).await.unwrap();
        assert_eq!(file.bytes(100).await.unwrap(), content);
    }
    // Each kind of description has one file, however often it is sent.
    let last = gateway.requests().pop().unwrap();
    assert_eq!(last.target(), "/v3/billdownload/file?token=1");
}

#[tokio::test]
async fn a_scripted_response_wins_and_waits_for_a_request_that_breaks_no_rule() {
    let (gateway, client) = start().await;
    let scripted = ScriptedResponse::ok(json!({ "trade_state": "CLOSED" }));
    gateway.respond_once("GET", QUERY, scripted);
    let (status, code, ..) = refusal(client.order("1217752501", &"1".repeat(33)).await);
    assert_eq!((status, &*code), (400, "PARAM_ERROR"));
    assert_eq!(gateway.unused(), [format!("GET {QUERY}")]);
    for state in ["CLOSED", "SUCCESS"] {
        let order = client.order("1217752501", "1900000109").await.unwrap();
        assert_eq!(order["trade_state"], state);
    }
}

#[tokio::test]
async fn the_404_of_an_unknown_operation_names_the_known_one() {
    let (gateway, client) = start().await;
    gateway.respond("GET", QUERY, ScriptedResponse::no_content());
    let (status, code, message, detail) = refusal(client.misspelt("1217752501", &json!({})).await);
    assert_eq!((status, &*code), (404, "NOT_FOUND"));
    let path = "/v3/pay/transactions/out-trade-no/1217752501/closed";
    let similar = format!("POST {CLOSE}");
    assert_eq!(
        message,
        format!(
            "neither a known operation nor a scripted response: POST {path}; similar: {similar}, GET {QUERY}"
        )
    );
    assert_eq!(
        detail,
        json!({ "scripted": [format!("GET {QUERY}")], "similar": [similar] })
    );
}

#[tokio::test]
async fn notifications_and_certificate_lists_are_those_of_every_gateway() {
    let (gateway, _client) = start().await;
    let order = json!({ "out_trade_no": "1217752501", "amount": "no rule holds here" });
    let request = gateway
        .notification("TRANSACTION.SUCCESS", "transaction", &order)
        .unwrap();
    let notification = gateway
        .notifications()
        .parse(request.headers(), request.body())
        .unwrap();
    assert_eq!(notification.original_type(), Some("transaction"));
    let verifier = Verifier::new(gateway.platform_certificates());
    let client = gateway
        .client_for(gateway.merchant(), verifier)
        .build()
        .unwrap();
    Client::refresh_certificates(&client).await.unwrap();
}

#[tokio::test]
async fn the_text_of_an_error_names_the_field_and_the_issue() {
    let (_gateway, client) = start().await;
    let body = json!({ "mchid": "1900000109", "mch_id": "1900000109" });
    let error = client.close("1217752501", &body).await.unwrap_err();
    let expected = "/mch_id: is unknown: correct the name";
    assert!(error.to_string().contains(expected), "{error}");
}

/// Operations of a user's own.
struct Shops;

impl Operations for Shops {
    fn check(&self, request: &OperationRequest<'_>) -> std::result::Result<(), ParamError> {
        match request.query_pairs().as_slice() {
            [(name, value)] if name == "mchid" && value == "商户 1" => Ok(()),
            _ => Err(ParamError::new(ParamLocation::Query, "/mchid", "is wrong")),
        }
    }

    fn respond(&self, request: &OperationRequest<'_>) -> Option<ScriptedResponse> {
        let values = request.path_values(QUERY)?;
        Some(ScriptedResponse::ok(json!({ "values": values })))
    }
}

#[tokio::test]
async fn a_user_can_make_operations_known() {
    let gateway = Gateway::builder().operations(Shops).start().await.unwrap();
    let client = gateway.client().build().unwrap();
    let order = client.order("a/b 1", "商户 1").await.unwrap();
    assert_eq!(order, json!({ "values": [["out_trade_no", "a/b 1"]] }));
    let expected = (
        400,
        "PARAM_ERROR".to_owned(),
        "参数错误".to_owned(),
        json!({ "field": "mchid", "issue": "is wrong", "location": "query" }),
    );
    assert_eq!(refusal(client.order("1", "2").await), expected);
}
