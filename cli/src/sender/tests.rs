//! Every operation is called with its example, against a gateway that checks it.

use serde_json::Map;
use wechatpay_client::{Verifier, gateway::Gateway};
use wechatpay_endpoints::facts::Example;

use super::*;

/// The client that serves an operation.
struct Clients {
    merchant: Client,
    brand: Client,
    global: Client,
}

impl Clients {
    fn new(gateway: &Gateway) -> Self {
        let brand = gateway.brand_merchant();
        let verifier = Verifier::new(gateway.public_key());
        Self {
            merchant: gateway.client().build().unwrap(),
            brand: gateway.client_for(brand, verifier).build().unwrap(),
            global: gateway.client().global().build().unwrap(),
        }
    }

    fn of(&self, operation: &Operation) -> &Client {
        match (operation.host.is_some(), operation.scheme.is_some()) {
            (true, _) => &self.global,
            (false, true) => &self.brand,
            (false, false) => &self.merchant,
        }
    }
}

/// The request of an example.
async fn request(operation: &'static Operation, example: &Example) -> Request {
    let mut request = Request::new(operation);
    for (name, value) in parameters(&[&example.path, &example.query, &example.header]) {
        request = request.with_parameter(&name, value);
    }
    match &example.request {
        Some(Value::Object(form)) if operation.upload => with_form(request, form).await,
        Some(body) => request.with_body(body.clone()),
        None => request,
    }
}

fn parameters(places: &[&Map<String, Value>]) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for (name, value) in places.iter().copied().flatten() {
        match value {
            Value::Array(items) => all.extend(items.iter().map(|item| (name.clone(), text(item)))),
            value => all.push((name.clone(), text(value))),
        }
    }
    all
}

async fn with_form(request: Request, form: &Map<String, Value>) -> Request {
    let fields = request.operation.request.as_ref();
    let fields = fields.and_then(|ty| facts().members(&request.operation.product, ty));
    let file = fields
        .into_iter()
        .flatten()
        .find(|field| field.ty == Type::File);
    let part_name = file.map_or("file", |field| &field.name);
    let mut file = UploadFile::from_bytes("file.png", "content")
        .unwrap()
        .with_part_name(part_name);
    let meta = form["meta"].as_str().unwrap();
    let mut meta: Value = serde_json::from_str(meta).unwrap();
    for (name, value) in form {
        if name != "meta" && name != part_name {
            file = file.with_text(name.clone(), text(value));
        }
    }
    // The gateway compares them with the file.
    for (member, value) in meta.as_object_mut().unwrap() {
        match &**member {
            "filename" | "file_name" => *value = file.filename().into(),
            "digest" => *value = file.sm3().await.unwrap().into(),
            "sha256" | "file_digest" => *value = file.sha256().into(),
            _ => {}
        }
    }
    request.with_body(meta).with_file(file)
}

fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        value => value.to_string(),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_operation_is_called() {
    let gateway = Gateway::builder()
        .operations(facts())
        .start()
        .await
        .unwrap();
    let clients = Clients::new(&gateway);
    let mut failed = Vec::new();
    for operation in &facts().operations {
        let client = clients.of(operation);
        let request = request(operation, facts().example(operation).unwrap()).await;
        let sent = match operation.responds_with_file() {
            true => request.download(client).await.map(drop),
            false => request.send(client).await.map(|response| {
                assert!(response.key_id.is_some(), "{operation}");
            }),
        };
        if let Err(failure) = sent {
            failed.push(format!("{operation}: {failure}"));
        }
    }
    assert_eq!(failed, [""; 0]);
    assert_eq!(gateway.request_count(), facts().operations.len() as u64);
}

#[test]
fn debug_shows_no_value() {
    let operation = facts().find("certificates.echo").unwrap();
    let request =
        Request::new(operation).with_body(serde_json::json!({ "echo_message": "SECRET" }));
    assert_eq!(
        format!("{request:?}"),
        "Request { operation: \"POST /v3/security/echo\", .. }"
    );
}
