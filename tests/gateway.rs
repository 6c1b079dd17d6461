//! The gateway reports scripted responses that no request can get or has got.

use std::panic::{AssertUnwindSafe, catch_unwind};

use serde_json::{Value, json};
use wechatpay_client::{
    ApiError, Client, Error, Result,
    testing::{Gateway, Reply},
    wechatpay_api,
};

const REFUNDS: &str = "/v3/refund/domestic/refunds";
const REFUND: &str = "/v3/refund/domestic/refunds/{out_refund_no}";

#[wechatpay_api]
trait Refunds {
    #[wechatpay_api(POST "/v3/refund/domestic/refunds")]
    async fn refund(&self, body: &Value) -> Result<Value>;

    #[wechatpay_api(GET "/v3/refund/domestic/refunds/{out_refund_no}")]
    async fn refunded(&self, out_refund_no: &str) -> Result<Value>;
}

async fn start() -> (Gateway, Client) {
    let gateway = Gateway::start().await.unwrap();
    let client = gateway.client().build().unwrap();
    (gateway, client)
}

fn api_error(error: Error) -> Box<ApiError> {
    match error {
        Error::Api(error) => error,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_request_without_a_scripted_response_is_told_what_is_scripted() {
    let (gateway, client) = start().await;
    let error = api_error(client.refunded("1").await.unwrap_err());
    let asked = "no scripted response for GET /v3/refund/domestic/refunds/1; scripted: ";
    assert_eq!(error.status(), 404);
    assert_eq!(error.message(), Some(&*format!("{asked}nothing")));

    gateway.reply("GET", "/v3/certificates", Reply::no_content());
    gateway.reply("POST", REFUND, Reply::no_content());
    gateway.reply_once("GET", REFUND, Reply::ok(json!({})));
    client.refunded("1").await.unwrap();
    let error = api_error(client.refunded("1").await.unwrap_err());
    // Nothing is left of what was scripted once; what is nearest comes first.
    let scripted = [format!("POST {REFUND}"), "GET /v3/certificates".to_owned()];
    let expected = format!("{asked}{}", scripted.join(", "));
    assert_eq!(error.message(), Some(&*expected));
    assert_eq!(error.detail().unwrap()["scripted"], json!(scripted));
    assert!(error.to_string().contains(asked), "{error}");
}

#[tokio::test]
async fn a_scripted_response_that_no_request_can_get_panics() {
    let gateway = Gateway::start().await.unwrap();
    for (method, path, problem) in [
        ("get", REFUNDS, "unknown method \"get\""),
        (
            "FETCH",
            REFUNDS,
            "unknown method \"FETCH\": use one of GET, POST",
        ),
        ("", REFUNDS, "unknown method"),
        ("GET ", REFUNDS, "unknown method"),
        ("GET", "", "does not begin with `/`"),
        ("GET", "v3/refunds", "does not begin with `/`"),
        (
            "GET",
            "https://api.mch.weixin.qq.com/v3/refunds",
            "does not begin with `/`",
        ),
        ("GET", "/v3/refunds?limit=1", "has a query or a fragment"),
        ("GET", "/v3/refunds#a", "has a query or a fragment"),
        ("GET", "/v3//refunds", "has an empty segment"),
        ("GET", "/v3/re funds", "holds ' '"),
        ("GET", "/v3/退款", "holds '退'"),
        ("GET", "/v3/refunds\n", "holds '\\n'"),
        ("GET", "/v3/{refund", "the segment \"{refund\""),
        ("GET", "/v3/refund}", "malformed"),
        ("GET", "/v3/{}", "malformed"),
        ("GET", "/v3/{{a}}", "malformed"),
        ("GET", "/v3/{a}{b}", "malformed"),
        ("GET", "/v3/no-{a}", "the segment \"no-{a}\""),
        ("GET", "/v3/{a}.json/b", "malformed"),
    ] {
        let reply = Reply::no_content;
        let script: [&dyn Fn(); 3] = [
            &|| gateway.reply(method, path, reply()),
            &|| gateway.reply_with(method, path, move |_| reply()),
            &|| gateway.reply_once(method, path, reply()),
        ];
        for script in script {
            let panic = catch_unwind(AssertUnwindSafe(script)).unwrap_err();
            let text = panic.downcast_ref::<String>().unwrap();
            assert!(text.contains(problem), "{text}");
        }
    }
    assert_eq!(gateway.unused(), [""; 0]);
    for path in [
        "/v3/ecommerce/applyments/",
        "/v3/own",
        "/v3/a%20b/{c}",
        "/brand/x/{y}",
    ] {
        gateway.reply("DELETE", path, Reply::no_content());
    }
}

#[tokio::test]
async fn scripted_responses_that_were_never_sent_are_known() {
    let (gateway, client) = start().await;
    let done = || Reply::ok(json!({}));
    gateway.reply("POST", REFUNDS, done());
    gateway.reply("GET", "/v3/refund/domestic/refunds/{misspelt}/x", done());
    gateway.reply_with("GET", REFUND, move |_| done());
    gateway.reply_once("GET", "/v3/refund/domestic/refunds/2", done());
    gateway.reply_once("GET", "/v3/refund/domestic/refunds/2", done());
    let misspelt = "GET /v3/refund/domestic/refunds/{misspelt}/x";
    assert_eq!(
        gateway.unused(),
        [
            &format!("POST {REFUNDS}"),
            "GET /v3/refund/domestic/refunds/2",
            misspelt,
            &format!("GET {REFUND}"),
        ]
    );
    client.refund(&json!({})).await.unwrap();
    for number in ["1", "2"] {
        client.refunded(number).await.unwrap();
    }
    assert_eq!(
        gateway.unused(),
        ["GET /v3/refund/domestic/refunds/2", misspelt]
    );
    client.refunded("2").await.unwrap();
    // Scripted again: not sent yet.
    gateway.reply("POST", REFUNDS, done());
    assert_eq!(gateway.unused(), [&format!("POST {REFUNDS}"), misspelt]);
}
