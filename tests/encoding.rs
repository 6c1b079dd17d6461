//! Arbitrary arguments of operations: each value arrives percent-encoded exactly once and signed as it was sent,
//! or is refused before anything is sent.

use proptest::{
    collection,
    prelude::*,
    sample::select,
    test_runner::{Config, TestCaseResult, TestRunner},
};
use serde::Serialize;
use wechatpay_client::{
    Client, Error, ErrorKind, Result,
    error::{HeaderErrorKind, PathErrorKind, RequestErrorKind},
    gateway::{Gateway, ReceivedRequest, ScriptedResponse},
    wechatpay_api,
};

#[wechatpay_api]
trait Operations {
    #[wechatpay_api(POST "/v3/marketing/partnerships/build", without(idempotency_key))]
    async fn none(
        &self,
        #[header = "Idempotency-Key"] key: Option<&str>,
        body: &Text<'_>,
    ) -> Result<()>;

    #[wechatpay_api(GET "/v3/pay/transactions/id/{transaction_id}")]
    async fn one(&self, transaction_id: &str, #[query] mchid: &str) -> Result<()>;

    #[wechatpay_api(GET "/v3/lovefeast/users/{openid}/orders/brand-id/{brand_id}")]
    async fn two(
        &self,
        brand_id: String,
        #[query] limit: Option<i64>,
        query: &Offset<'_>,
        openid: &str,
    ) -> Result<()>;

    #[wechatpay_api(
        GET "/v3/marketing/busifavor/users/{openid}/coupons/{coupon_code}/appids/{appid}"
    )]
    async fn three(&self, openid: &str, coupon_code: &str, appid: &str) -> Result<()>;
}

/// Declares an operation for each template, and a function that calls all of them.
macro_rules! templates {
    ($($name:ident $template:literal ($($argument:ident),*);)*) => {
        #[wechatpay_api]
        trait Templates {
            $(
                #[wechatpay_api(PUT $template, unlisted)]
                async fn $name(&self, $($argument: &str,)* body: &Text<'_>) -> Result<()>;
            )*
        }

        /// Calls each operation with the values of its placeholders, and checks the request.
        async fn call_each(wire: &mut Wire, values: &[String; 4], body: &str) -> TestCaseResult {
            let named = Vec::from_iter(["a", "b", "c", "d"].into_iter().zip(values));
            let value = |name| named.iter().find(|pair| pair.0 == name).unwrap().1;
            $(
                let response = wire.client.$name($(value(stringify!($argument)),)* &Text { text: body }).await;
                let is_argument = |name| <[&str]>::contains(&[$(stringify!($argument)),*], &name);
                let path = named.iter().copied().filter(|(name, _)| is_argument(*name));
                let path = Vec::from_iter(path);
                wire.sent(response, $template, &path, &[])?;
            )*
            Ok(())
        }

        const TEMPLATES: &[&str] = &[$($template),*];
    };
}

// Every order of text and placeholders in up to four segments, with different orders of arguments, two roots, and a
// slash at the end of some.
templates! {
    t "/v3/text" ();
    p "/v3/{a}" (a);
    tt "/v3/text/a-b" ();
    tp "/v3/text/{b}/" (b);
    pt "/v3/{a}/a-b" (a);
    pp "/v3/{a}/{b}/" (b, a);
    ttt "/hk/v3/text/a-b/c.d" ();
    ttp "/hk/v3/text/a-b/{c}" (c);
    tpt "/hk/v3/text/{b}/c.d" (b);
    tpp "/hk/v3/text/{b}/{c}" (b, c);
    ptt "/hk/v3/{a}/a-b/c.d" (a);
    ptp "/hk/v3/{a}/a-b/{c}" (a, c);
    ppt "/hk/v3/{a}/{b}/c.d" (a, b);
    ppp "/hk/v3/{a}/{b}/{c}" (c, b, a);
    tttt "/v3/text/a-b/c.d/e_f~g" ();
    tttp "/v3/text/a-b/c.d/{d}/" (d);
    ttpt "/v3/text/a-b/{c}/e_f~g" (c);
    ttpp "/v3/text/a-b/{c}/{d}/" (d, c);
    tptt "/v3/text/{b}/c.d/e_f~g" (b);
    tptp "/v3/text/{b}/c.d/{d}/" (d, b);
    tppt "/v3/text/{b}/{c}/e_f~g" (c, b);
    tppp "/v3/text/{b}/{c}/{d}/" (b, c, d);
    pttt "/v3/{a}/a-b/c.d/e_f~g" (a);
    pttp "/v3/{a}/a-b/c.d/{d}/" (d, a);
    ptpt "/v3/{a}/a-b/{c}/e_f~g" (c, a);
    ptpp "/v3/{a}/a-b/{c}/{d}/" (a, c, d);
    pptt "/v3/{a}/{b}/c.d/e_f~g" (b, a);
    pptp "/v3/{a}/{b}/c.d/{d}/" (a, b, d);
    pppt "/v3/{a}/{b}/{c}/e_f~g" (a, b, c);
    pppp "/v3/{a}/{b}/{c}/{d}/" (d, c, b, a);
}

#[derive(Serialize)]
struct Text<'a> {
    text: &'a str,
}

#[derive(Serialize)]
struct Offset<'a> {
    offset: Option<&'a str>,
}

const NONE: &str = "/v3/marketing/partnerships/build";
const ONE: &str = "/v3/pay/transactions/id/{transaction_id}";
const TWO: &str = "/v3/lovefeast/users/{openid}/orders/brand-id/{brand_id}";
const THREE: &str = "/v3/marketing/busifavor/users/{openid}/coupons/{coupon_code}/appids/{appid}";

/// The values of one case, of which each operation uses some.
#[derive(Debug, Clone)]
struct Values {
    path: [String; 3],
    text: String,
    maybe: Option<String>,
    number: Option<i64>,
}

#[test]
fn every_value_arrives_encoded_once_and_signed_or_is_refused() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let config = Config {
        failure_persistence: None,
        ..Config::with_cases(128)
    };
    TestRunner::new(config)
        .run(&values(), |values| runtime.block_on(case(&values)))
        .unwrap_or_else(|failed| panic!("{failed}"));
}

#[test]
fn every_template_is_filled_with_every_value_or_the_value_is_refused() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let config = Config {
        failure_persistence: None,
        ..Config::with_cases(48)
    };
    let values = ([text(), text(), text(), text()], text());
    TestRunner::new(config)
        .run(&values, |(path, body)| {
            runtime.block_on(async {
                let mut wire = Wire::start().await;
                for template in TEMPLATES {
                    wire.gateway
                        .respond("PUT", template, ScriptedResponse::no_content());
                }
                call_each(&mut wire, &path, &body).await
            })
        })
        .unwrap_or_else(|failed| panic!("{failed}"));
}

async fn case(values: &Values) -> TestCaseResult {
    let mut wire = Wire::start().await;
    let Values {
        path: [a, b, c],
        text,
        maybe,
        number,
    } = values;
    let maybe = maybe.as_deref();

    let response = wire.client.none(maybe, &Text { text }).await;
    wire.sent_with_header(response, maybe, text)?;

    let response = wire.client.one(a, text).await;
    let query = [("mchid", text.clone())];
    wire.sent(response, ONE, &[("transaction_id", a)], &query)?;

    let offset = Offset { offset: maybe };
    let response = wire.client.two(b.clone(), *number, &offset, a).await;
    let limit = number.map(|number| ("limit", number.to_string()));
    let offset = maybe.map(|offset| ("offset", offset.to_owned()));
    let query: Vec<_> = limit.into_iter().chain(offset).collect();
    wire.sent(response, TWO, &[("openid", a), ("brand_id", b)], &query)?;

    let response = wire.client.three(a, b, c).await;
    let path = [("openid", a), ("coupon_code", b), ("appid", c)];
    wire.sent(response, THREE, &path, &[])
}

/// A client, its gateway, and the number of requests that were checked.
struct Wire {
    gateway: Gateway,
    client: Client,
    seen: usize,
}

impl Wire {
    async fn start() -> Self {
        let gateway = Gateway::start().await.unwrap();
        for (method, path) in [("POST", NONE), ("GET", ONE), ("GET", TWO), ("GET", THREE)] {
            gateway.respond(method, path, ScriptedResponse::no_content());
        }
        let client = gateway.client().build().unwrap();
        Self {
            gateway,
            client,
            seen: 0,
        }
    }

    /// Checks that a call sent its values, or refused the first path value that no path can hold.
    fn sent(
        &mut self,
        response: Result<()>,
        template: &str,
        path: &[(&'static str, &String)],
        query: &[(&str, String)],
    ) -> TestCaseResult {
        let refusal = path.iter().find_map(|(name, value)| {
            let kind = path_problem(value)?;
            Some(RequestErrorKind::PathArgument { name, kind })
        });
        if let Some(refusal) = refusal {
            return self.refused(response, &refusal);
        }
        let request = self.arrived(response)?;
        let (sent_path, sent_query) = split_target(request.target());
        prop_assert_eq!(sent_path, filled(template, path));
        let query = query
            .iter()
            .map(|(name, value)| (name.to_string(), value.clone()));
        prop_assert_eq!(sent_query, Vec::from_iter(query));
        Ok(())
    }

    fn sent_with_header(
        &mut self,
        response: Result<()>,
        key: Option<&str>,
        body: &str,
    ) -> TestCaseResult {
        const NAME: &str = "Idempotency-Key";
        if let Some(kind) = key.and_then(header_problem) {
            let refusal = RequestErrorKind::HeaderArgument { name: NAME, kind };
            return self.refused(response, &refusal);
        }
        let request = self.arrived(response)?;
        prop_assert_eq!(request.target(), NONE);
        prop_assert_eq!(request.header(NAME), key);
        prop_assert_eq!(
            request.body(),
            &serde_json::to_vec(&Text { text: body }).unwrap()
        );
        Ok(())
    }

    fn refused(&mut self, response: Result<()>, expected: &RequestErrorKind) -> TestCaseResult {
        let response = response.map_err(Error::into_kind);
        let Err(ErrorKind::Request(error)) = response else {
            return Err(TestCaseError::fail(format!(
                "{response:?}, not {expected:?}"
            )));
        };
        prop_assert_eq!(error.kind(), expected);
        prop_assert_eq!(self.gateway.requests().len(), self.seen);
        Ok(())
    }

    fn arrived(&mut self, response: Result<()>) -> Result<ReceivedRequest, TestCaseError> {
        let requests = self.gateway.requests();
        prop_assert!(response.is_ok(), "{:?}", response);
        prop_assert_eq!(requests.len(), self.seen + 1);
        self.seen = requests.len();
        let request = requests.last().cloned().unwrap();
        prop_assert!(request.is_authorized());
        Ok(request)
    }
}

/// The segments of a template, with values in place of the placeholders.
fn filled(template: &str, path: &[(&str, &String)]) -> Vec<String> {
    let fill = |segment: &str| {
        let mut values = path.iter();
        let value = values.find(|(name, _)| segment == format!("{{{name}}}"));
        value.map_or_else(|| segment.to_owned(), |(_, value)| (*value).clone())
    };
    template.split('/').map(fill).collect()
}

/// The segments of the path and the pairs of the query of a target, decoded as by a server.
fn split_target(target: &str) -> (Vec<String>, Vec<(String, String)>) {
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let pair = |pair: &str| {
        let (name, value) = pair.split_once('=').unwrap();
        (decode(name), decode(value))
    };
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    (
        path.split('/').map(decode).collect(),
        pairs.map(pair).collect(),
    )
}

/// Decodes one canonical encoding: every byte outside the unreserved set of RFC 3986
/// as `%XX`, in capitals, and no other.
fn decode(text: &str) -> String {
    let is_unreserved = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let (byte, tail) = match (first, tail) {
            (b'%', [high, low, tail @ ..]) => {
                let hex = String::from_utf8(vec![*high, *low]).unwrap();
                let byte = u8::from_str_radix(&hex, 16).unwrap();
                assert_eq!(hex, format!("{byte:02X}"), "{text}");
                assert!(!is_unreserved(byte), "{text}");
                (byte, tail)
            }
            (byte, tail) => {
                assert!(is_unreserved(*byte), "{text}");
                (*byte, tail)
            }
        };
        bytes.push(byte);
        rest = tail;
    }
    String::from_utf8(bytes).unwrap()
}

fn path_problem(value: &str) -> Option<PathErrorKind> {
    match value {
        "" => Some(PathErrorKind::Empty),
        "." | ".." => Some(PathErrorKind::Dots),
        _ => None,
    }
}

fn header_problem(value: &str) -> Option<HeaderErrorKind> {
    let is_blank = |c: char| matches!(c, ' ' | '\t');
    let is_text = |c: char| c.is_ascii() && !c.is_ascii_control() || c == '\t';
    if value.is_empty() {
        Some(HeaderErrorKind::Empty)
    } else if !value.chars().all(is_text)
        || value.starts_with(is_blank)
        || value.ends_with(is_blank)
    {
        Some(HeaderErrorKind::Characters)
    } else {
        None
    }
}

fn values() -> impl Strategy<Value = Values> {
    let path = [text(), text(), text()];
    let others = (text(), proptest::option::of(text()), any::<Option<i64>>());
    (path, others).prop_map(|(path, (text, maybe, number))| Values {
        path,
        text,
        maybe,
        number,
    })
}

/// Texts of any characters, of characters with a meaning in URLs, and of known trouble for paths and encoders.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => collection::vec(any::<char>(), 1..12).prop_map(String::from_iter),
        6 => r#"[ -~]{1,12}"#,
        6 => r"[/?#%&=+:;@.{}\\ \t\r\n]{1,6}",
        3 => r"(%[0-9A-Fa-f]{2}){1,3}",
        1 => select(vec!["", ".", "..", "...", "./", "%2E", "%2e%2e", "微信支付", "\0"])
            .prop_map(str::to_owned),
    ]
}
