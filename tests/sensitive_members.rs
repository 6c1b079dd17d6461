//! Sensitive members of a body: a declared one that is not encrypted is an error before anything is sent.

use std::{borrow::Cow, collections::BTreeMap};

use serde::{Serialize, Serializer};
use serde_json::{Value, json, value::RawValue};
use wechatpay_client::{
    __private::{self as private, Args, Endpoint, Method, NO_ARGS},
    Client, ErrorKind, Outcome, Result, Sensitive, UploadFile,
    error::{QueryErrorKind, RequestErrorKind},
    gateway::{Gateway, ScriptedResponse},
    wechatpay_api,
};

const PATH: &str = "/v3/sensitive-members";

/// An operation as the macro writes it, with sensitive members of every shape.
const OPERATION: &Endpoint = &private::endpoint(Method::POST, PATH).sensitive(&[
    "/user_name",
    "/receivers/*/name",
    "/contact/id/number",
    "/names/*",
    "/meta/owner",
]);

#[derive(Serialize, Default)]
struct Transfer<'a> {
    openid: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    user_name: Option<Name<'a>>,
    receivers: Option<Vec<Receiver<'a>>>,
    contact: Option<Contact<'a>>,
    names: Option<Vec<Name<'a>>>,
    /// The text of a JSON object.
    meta: Option<Text<Owner<'a>>>,
}

#[derive(Serialize)]
struct Receiver<'a> {
    amount: u32,
    name: Option<Name<'a>>,
}

#[derive(Serialize)]
struct Contact<'a> {
    id: BTreeMap<&'a str, Name<'a>>,
}

#[derive(Serialize)]
struct Owner<'a> {
    owner: Name<'a>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Name<'a> {
    Sensitive(Sensitive),
    Clear(&'a str),
    Number(u64),
    List(Vec<Sensitive>),
}

/// A member whose text is the JSON of its value.
struct Text<T>(T);

impl<T: Serialize> Serialize for Text<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let text = serde_json::to_string(&self.0).map_err(serde::ser::Error::custom)?;
        serializer.serialize_str(&text)
    }
}

/// A sensitive text with more text around it.
struct Decorated(Sensitive);

impl Serialize for Decorated {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Ok(Value::String(text)) = serde_json::to_value(&self.0) else {
            panic!("a sensitive text is a string");
        };
        serializer.serialize_str(&format!("Mr. {text}"))
    }
}

async fn call<T: Serialize>(client: &Client, body: &T, file: Option<&UploadFile>) -> Result<()> {
    let body = private::body::<&T>(&body);
    private::call::<Result<()>>(
        client,
        OPERATION,
        Args {
            body,
            file,
            ..NO_ARGS
        },
    )
    .await
}

/// The body that was sent, with plaintexts in place of ciphertexts. Or the pointer of the error, if nothing was sent.
async fn sent<T: Serialize>(body: &T) -> std::result::Result<Value, String> {
    let gateway = Gateway::start().await.unwrap();
    gateway.respond("POST", PATH, ScriptedResponse::no_content());
    let client = gateway.client().build().unwrap();
    let result = call(&client, body, None).await;
    match result {
        Ok(()) => {
            let request = &gateway.requests()[0];
            let mut body = serde_json::from_slice(request.body()).unwrap();
            decrypt(&mut body, &|text| gateway.decrypt(request, text));
            Ok(body)
        }
        Err(error) => {
            assert_eq!(error.outcome(), Outcome::NotExecuted);
            assert_eq!(gateway.accepted_connections(), 0);
            assert!(!format!("{error} {error:?}").contains("PLANTED"));
            let ErrorKind::Request(error) = error.into_kind() else {
                panic!()
            };
            match error.into_kind() {
                RequestErrorKind::SensitiveNotEncrypted { pointer } => Err(pointer),
                other => panic!("{other:?}"),
            }
        }
    }
}

/// Replaces each ciphertext of 344 characters.
fn decrypt(value: &mut Value, decrypted: &dyn Fn(&str) -> Option<String>) {
    match value {
        Value::String(text) if text.len() == 344 => *text = decrypted(text).unwrap(),
        Value::Array(items) => items.iter_mut().for_each(|item| decrypt(item, decrypted)),
        Value::Object(members) => members
            .values_mut()
            .for_each(|value| decrypt(value, decrypted)),
        _ => {}
    }
}

fn sensitive(text: &str) -> Option<Name<'_>> {
    Some(Name::Sensitive(text.into()))
}

fn clear<'a>() -> Option<Name<'a>> {
    Some(Name::Clear("PLANTED"))
}

#[tokio::test]
async fn members_that_a_sensitive_wrote_are_sent_encrypted() {
    let body = Transfer {
        openid: "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o",
        user_name: sensitive("张三"),
        receivers: Some(vec![
            Receiver {
                amount: 1,
                name: sensitive("李四"),
            },
            Receiver {
                amount: 2,
                name: None,
            },
        ]),
        contact: Some(Contact {
            id: BTreeMap::from([("number", Name::Sensitive("4406".into()))]),
        }),
        // An empty text is encrypted like any other.
        names: Some(vec![Name::Sensitive("".into())]),
        meta: None,
    };
    assert_eq!(
        sent(&body).await,
        Ok(json!({
            "openid": "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o",
            "user_name": "张三",
            "receivers": [{ "amount": 1, "name": "李四" }, { "amount": 2 }],
            "contact": { "id": { "number": "4406" } },
            "names": [""],
        }))
    );
}

#[tokio::test]
async fn a_member_in_clear_is_refused_with_its_pointer_and_not_quoted() {
    let refused = |pointer: &str| Err(pointer.to_owned());
    let body = Transfer {
        user_name: clear(),
        ..Transfer::default()
    };
    assert_eq!(sent(&body).await, refused("/user_name"));
    let receivers = Some(vec![
        Receiver {
            amount: 1,
            name: sensitive("李四"),
        },
        Receiver {
            amount: 2,
            name: clear(),
        },
    ]);
    let body = Transfer {
        user_name: sensitive("张三"),
        receivers,
        ..Transfer::default()
    };
    assert_eq!(sent(&body).await, refused("/receivers/1/name"));
    let id = BTreeMap::from([("number", Name::Clear("PLANTED"))]);
    let body = Transfer {
        contact: Some(Contact { id }),
        ..Transfer::default()
    };
    assert_eq!(sent(&body).await, refused("/contact/id/number"));
    let names = vec![
        Name::Sensitive("张三".into()),
        Name::Clear(""),
        Name::Clear("PLANTED"),
    ];
    let body = Transfer {
        names: Some(names),
        ..Transfer::default()
    };
    // The first of two.
    assert_eq!(sent(&body).await, refused("/names/1"));
    for name in [Name::Number(4406), Name::List(vec!["张三".into()])] {
        let body = Transfer {
            user_name: Some(name),
            ..Transfer::default()
        };
        assert_eq!(sent(&body).await, refused("/user_name"));
    }
    let decorated = BTreeMap::from([("user_name", Decorated("PLANTED".into()))]);
    assert_eq!(sent(&decorated).await, refused("/user_name"));
    let error = RequestErrorKind::SensitiveNotEncrypted {
        pointer: "/names/1".to_owned(),
    };
    assert_eq!(
        error.to_string(),
        "sensitive field `/names/1` is not encrypted: make its type `Sensitive`, or declare the body as \
         `#[unlisted] body` if WeChat Pay takes the field in clear"
    );
}

#[tokio::test]
async fn a_member_in_clear_is_refused_in_other_shapes_too() {
    for (body, pointer) in [
        (
            json!({ "receivers": { "name": "PLANTED" } }),
            "/receivers/name",
        ),
        (
            json!({ "receivers": [[{ "name": "PLANTED" }]] }),
            "/receivers/0/0/name",
        ),
        (
            json!({ "contact": [{ "id": { "number": "PLANTED" } }] }),
            "/contact/0/id/number",
        ),
        (json!({ "names": "PLANTED" }), "/names"),
        (json!({ "names": 4406 }), "/names"),
        (json!({ "names": { "first": "PLANTED" } }), "/names"),
    ] {
        assert_eq!(sent(&body).await, Err(pointer.to_owned()), "{body}");
    }
    // Encrypted, any shape is sent.
    let names = BTreeMap::from([("names", Name::Sensitive("张三".into()))]);
    assert_eq!(sent(&names).await, Ok(json!({ "names": "张三" })));
}

#[tokio::test]
async fn missing_members_and_other_names_on_the_way_are_sent() {
    for body in [
        json!({}),
        json!({ "user_name": null, "receivers": [], "contact": null }),
        json!({ "receivers": [{ "amount": 1, "name": null }], "contact": { "id": {} } }),
        json!({ "user_names": "a", "user": { "user_name": "b" }, "name": "c", "receivers": ["d", 1, true] }),
        json!({ "contact": { "id": 4406 }, "meta": "{ no JSON" }),
    ] {
        let mut expected = body.clone();
        without_null(&mut expected);
        assert_eq!(sent(&body).await, Ok(expected));
    }
    // Sensitive texts at other places are sent, because the facts may lack a place.
    let body = BTreeMap::from([("more", Name::Sensitive("张三".into()))]);
    assert_eq!(sent(&body).await, Ok(json!({ "more": "张三" })));
}

fn without_null(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(without_null),
        Value::Object(members) => {
            members.retain(|_, value| !value.is_null());
            members.values_mut().for_each(without_null);
        }
        _ => {}
    }
}

#[tokio::test]
async fn bodies_that_are_built_at_run_time_are_checked_too() {
    let refused = |pointer: &str| Err(pointer.to_owned());
    let body = json!({ "receivers": [{ "name": "PLANTED" }] });
    assert_eq!(sent(&body).await, refused("/receivers/0/name"));
    let body = RawValue::from_string(r#"{ "user\u005fname": "PLANTED" }"#.to_owned());
    assert_eq!(sent(&body.unwrap()).await, refused("/user_name"));
    let keys: BTreeMap<Cow<'_, str>, _> = BTreeMap::from([("names".into(), ["PLANTED"])]);
    assert_eq!(sent(&keys).await, refused("/names/0"));
}

#[tokio::test]
async fn members_within_the_text_of_a_member_are_checked_too() {
    let body = |owner| Transfer {
        meta: Some(Text(Owner { owner })),
        ..Transfer::default()
    };
    let in_clear = sent(&body(Name::Clear("PLANTED"))).await;
    assert_eq!(in_clear, Err("/meta/owner".to_owned()));
    let encrypted = sent(&body(Name::Sensitive("张三".into()))).await.unwrap();
    let meta: Value = serde_json::from_str(encrypted["meta"].as_str().unwrap()).unwrap();
    assert_eq!(meta["owner"].as_str().unwrap().len(), 344);
}

#[tokio::test]
async fn the_meta_of_an_upload_is_checked_too() {
    let gateway = Gateway::start().await.unwrap();
    let client = gateway.client().build().unwrap();
    let file = UploadFile::from_bytes("a.png", &b"png"[..]).unwrap();
    let error = call(
        &client,
        &BTreeMap::from([("user_name", Name::Clear("PLANTED"))]),
        Some(&file),
    )
    .await
    .unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotExecuted);
    assert!(error.to_string().contains("`/user_name`"), "{error}");
    assert_eq!(gateway.accepted_connections(), 0);
}

/// The macro knows the sensitive members of a known operation.
#[wechatpay_api]
trait Receivers {
    #[wechatpay_api(POST "/v3/profitsharing/receivers/add")]
    async fn add(&self, body: &Value) -> Result<()>;

    #[wechatpay_api(POST "/v3/profitsharing/receivers/add")]
    async fn add_in_clear(&self, #[unlisted] body: &Value) -> Result<()>;
}

#[tokio::test]
async fn the_macro_declares_the_sensitive_members_of_a_known_operation() {
    let gateway = Gateway::start().await.unwrap();
    let path = "/v3/profitsharing/receivers/add";
    gateway.respond("POST", path, ScriptedResponse::no_content());
    let client = gateway.client().build().unwrap();
    let body = json!({ "account": "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o", "name": "张三" });
    let error = client.add(&body).await.unwrap_err();
    let ErrorKind::Request(error) = error.kind() else {
        panic!("{error:?}")
    };
    let pointer = "/name".to_owned();
    let expected = RequestErrorKind::SensitiveNotEncrypted { pointer };
    assert_eq!(*error.kind(), expected);
    assert_eq!(gateway.accepted_connections(), 0);
    client.add_in_clear(&body).await.unwrap();
}

const NUMBER: &str = "6225880137";

#[derive(Serialize)]
struct Account<'a> {
    account_number: Name<'a>,
}

type Number<'a> = Option<&'a str>;

/// A sensitive query parameter in a type that the macro cannot see.
#[wechatpay_api]
trait Banks {
    #[wechatpay_api(GET "/v3/capital/capitallhh/banks/search-banks-by-bank-account")]
    async fn by_struct(&self, query: &Account<'_>) -> Result<Value>;

    #[wechatpay_api(GET "/v3/capital/capitallhh/banks/search-banks-by-bank-account")]
    async fn by_alias(&self, #[query] account_number: Number<'_>) -> Result<Value>;

    #[wechatpay_api(GET "/v3/capital/capitallhh/banks/search-banks-by-bank-account")]
    async fn in_clear(
        &self,
        #[query]
        #[unlisted]
        account_number: &str,
    ) -> Result<Value>;

    #[wechatpay_api(GET "/v3/capital/capitallhh/banks/search-banks-by-bank-account")]
    async fn encrypted(&self, #[query] account_number: &Sensitive) -> Result<Value>;
}

#[tokio::test]
async fn a_sensitive_query_parameter_in_clear_is_not_sent() {
    let gateway = Gateway::start().await.unwrap();
    let path = "/v3/capital/capitallhh/banks/search-banks-by-bank-account";
    gateway.respond("GET", path, ScriptedResponse::ok(json!({})));
    let client = gateway.client().build().unwrap();
    let account = |account_number| Account { account_number };
    for refused in [
        client.by_struct(&account(Name::Clear(NUMBER))).await,
        client.by_struct(&account(Name::Clear(""))).await,
        client
            .by_struct(&account(Name::Number(6_225_880_137)))
            .await,
        client.by_alias(Some(NUMBER)).await,
    ] {
        let error = refused.unwrap_err();
        assert_eq!(error.outcome(), Outcome::NotExecuted);
        let ErrorKind::Request(error) = error.kind() else {
            panic!("{error:?}")
        };
        let name = "account_number".to_owned();
        let kind = QueryErrorKind::NotEncrypted;
        assert_eq!(
            *error.kind(),
            RequestErrorKind::QueryArgument { name, kind }
        );
        assert!(!format!("{error:?} {error}").contains(NUMBER));
    }
    assert_eq!(gateway.accepted_connections(), 0);

    let sensitive = Sensitive::from(NUMBER);
    client
        .by_struct(&account(Name::Sensitive(sensitive.clone())))
        .await
        .unwrap();
    client.by_alias(None).await.unwrap();
    client.in_clear(NUMBER).await.unwrap();
    client.encrypted(&sensitive).await.unwrap();
    let requests = gateway.requests();
    let in_clear = requests
        .iter()
        .map(|request| request.target().contains(NUMBER));
    assert!(in_clear.eq([false, false, true, false]));
}
