//! Advice on the errors of calls: the request tells the product and the role of the caller.

use serde_json::{Value, json};
use wechatpay_client::{
    ErrorKind, Outcome, Result,
    advice::{Advice, Subject},
    gateway::{Gateway, ScriptedResponse},
    wechatpay_api,
};

#[wechatpay_api(POST "/v3/refund/domestic/refunds")]
trait Refunds {
    async fn refund(&self, body: &Value) -> Result<Value>;
}

/// The advice on a refund with this body that gets `scripted`, and the outcome.
async fn advice(body: Value, scripted: ScriptedResponse) -> (Vec<Advice>, Outcome) {
    let gateway = Gateway::start().await.unwrap();
    let client = gateway.client().build().unwrap();
    gateway.respond("POST", "/v3/refund/domestic/refunds", scripted);
    let error = client.refund(&body).await.unwrap_err();
    match error.kind() {
        ErrorKind::Api(api) => (api.advice(), error.outcome()),
        other => panic!("no error response: {other:?}"),
    }
}

#[tokio::test]
async fn the_body_tells_the_role() {
    const SERVICE_PROVIDER: &str = "the available balance of the sub-merchant is too low";
    for (body, unsigned, is_partner) in [
        (json!({ "sub_mchid": "1" }), false, true),
        (json!({ "sub_mchid": "1" }), true, true),
        (json!({ "mchid": "1" }), false, false),
    ] {
        let scripted = ScriptedResponse::error(403, "NOT_ENOUGH", "余额不足");
        let scripted = if unsigned {
            scripted.unsigned()
        } else {
            scripted
        };
        let (advice, _) = advice(body.clone(), scripted).await;
        let [advice] = &*advice else {
            panic!("{body}: {advice:?}")
        };
        assert_eq!(advice.subject(), Subject::Message("余额不足"));
        let has_cause = advice
            .causes()
            .iter()
            .any(|cause| cause == SERVICE_PROVIDER);
        assert_eq!(has_cause, is_partner, "{body}");
    }
}

#[tokio::test]
async fn advice_of_an_earlier_request_changes_no_outcome() {
    let refused =
        ScriptedResponse::error(400, "PARAM_ERROR", "?").with_request_id_number(268_435_461);
    let (advice_of_refusal, outcome) = advice(json!({}), refused).await;
    assert_eq!(advice_of_refusal[0].subject(), Subject::Number(268_435_461));
    assert_eq!(outcome, Outcome::NotExecuted);

    let used = ScriptedResponse::error(400, "INVALID_REQUEST", "out_refund_no已使用");
    let (advice_of_used, outcome) = advice(json!({}), used).await;
    assert!(advice_of_used[0].earlier_request_may_exist());
    assert_eq!(outcome, Outcome::Unknown);
}

/// A refund under a new number may refund twice, so that advice on deductions must not come with a refund.
#[tokio::test]
async fn a_code_of_another_product_gives_no_advice_of_that_product() {
    for (status, code, subject) in [
        (403, "NOTENOUGH", Subject::Code("NOT_ENOUGH")),
        (400, "SYSTEMERROR", Subject::Code("SYSTEM_ERROR")),
        (400, "RESOURCE_ALREADY_EXISTS", Subject::Status(400)),
    ] {
        let refused = ScriptedResponse::error(status, code, "?");
        let (advice, _) = advice(json!({}), refused).await;
        let [advice] = &*advice else {
            panic!("{code}: {advice:?}")
        };
        assert_eq!((advice.subject(), advice.product()), (subject, None));
    }
}
