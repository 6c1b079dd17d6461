//! Calls the operations of a family, and checks what arrives at the gateway and what comes back.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, Mutex},
};

use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};
use wechatpay_client::{
    Client, ClientBuilder, ErrorKind, Outcome, Verifier,
    gateway::{Gateway, ReceivedRequest, ScriptedResponse},
    validation::Violation,
};

use crate::{
    case::Case,
    json::{at, remove, without_nulls},
    operation::{Call, Operation},
};

/// Defines a test for each family that is a feature of this build.
macro_rules! families {
    ($($feature:literal => $family:ident,)+) => {
        $(
            #[cfg(feature = $feature)]
            #[tokio::test]
            async fn $family() {
                crate::check::check_family($feature, $family::PRODUCTS).await;
            }
        )+
    };
}

/// Calls each operation of a family. Reports the faults of all of them together.
pub(crate) async fn check_family(name: &str, products: &[&[Operation]]) {
    let calls: BTreeMap<&str, Call> = products.iter().copied().flatten().copied().collect();
    let cases = Case::of_family(name);
    let called: BTreeSet<_> = calls.keys().copied().collect();
    let expected: BTreeSet<_> = cases.iter().map(|case| &*case.operation).collect();
    assert_eq!(called, expected);
    let bench = Bench::start().await;
    let mut faults = Vec::new();
    for case in &cases {
        let call = calls.get(&*case.operation).unwrap();
        let checked = bench.check(case, *call).await;
        faults.extend(
            checked
                .err()
                .map(|fault| format!("{}: {fault}", case.operation)),
        );
    }
    assert!(
        faults.is_empty(),
        "{} faults:\n{}",
        faults.len(),
        faults.join("\n")
    );
}

type Checked<T = ()> = Result<T, String>;

/// A gateway and its clients.
struct Bench {
    gateway: Gateway,
    validating: Clients,
    /// Sends requests that break their rules, too.
    lenient: Clients,
    received: Arc<Mutex<Option<ReceivedRequest>>>,
}

/// A client of each kind.
struct Clients {
    merchant: Client,
    brand: Client,
    global: Client,
}

impl Clients {
    fn new(gateway: &Gateway, validate: bool) -> Self {
        let build = |client: ClientBuilder| client.validate(validate).build().unwrap();
        let verifier = Verifier::new(gateway.public_key());
        Self {
            merchant: build(gateway.client()),
            brand: build(gateway.client_for(gateway.brand_merchant(), verifier)),
            global: build(gateway.client().global()),
        }
    }

    fn of(&self, case: &Case) -> &Client {
        match &*case.client {
            "brand" => &self.brand,
            "global" => &self.global,
            _ => &self.merchant,
        }
    }
}

impl Bench {
    async fn start() -> Self {
        let gateway = Gateway::start().await.unwrap();
        Self {
            validating: Clients::new(&gateway, true),
            lenient: Clients::new(&gateway, false),
            gateway,
            received: Arc::default(),
        }
    }

    async fn check(&self, case: &Case, call: Call) -> Checked {
        let violations = violations(&case.operation);
        let mut client = self.validating.of(case);
        if !violations.is_empty() {
            expect_violations(call, client, violations).await?;
            client = self.lenient.of(case);
        }
        let bench = Calling {
            bench: self,
            case,
            client,
            call,
        };
        let decoded = bench.call(case.response.as_ref()).await?;
        let request = self.received.lock().unwrap().take();
        self.check_request(case, &request.ok_or("no request arrived")?)?;
        let expected = match &case.response {
            _ if case.is_file => FILE.into(),
            Some(response) => response.clone(),
            None => Value::Null,
        };
        same("the response", decoded, expected)?;
        match &case.response {
            Some(response) => bench.change_members(response).await,
            None => Ok(()),
        }
    }

    fn check_request(&self, case: &Case, request: &ReceivedRequest) -> Checked {
        let (method, path) = case.method_and_path();
        equal("the method", &request.method(), &method)?;
        let (sent, query) = request
            .target()
            .split_once('?')
            .unwrap_or_else(|| (request.target(), ""));
        let segments = sent.split('/').zip(path.split('/'));
        equal(
            "segments",
            &sent.split('/').count(),
            &path.split('/').count(),
        )?;
        for (sent, template) in segments {
            let name = template
                .strip_prefix('{')
                .and_then(|name| name.strip_suffix('}'));
            match name {
                Some(name) => {
                    let value = self.parameter(case, request, name, sent)?;
                    equal(
                        name,
                        &vec![value],
                        case.path.get(name).ok_or("no value of the path")?,
                    )?;
                }
                None => equal("a segment", &sent, &template)?,
            }
        }
        let mut received: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap();
            let value = self.parameter(case, request, name, value)?;
            received.entry(name.to_owned()).or_default().push(value);
        }
        equal("the query", &received, &case.query)?;
        for (name, values) in &case.headers {
            let value = request.header(name).map(str::to_owned);
            equal(name, &value.as_ref(), &values.first())?;
        }
        self.check_body(case, request)
    }

    /// The text of a parameter, decrypted if it must arrive encrypted.
    fn parameter(
        &self,
        case: &Case,
        request: &ReceivedRequest,
        name: &str,
        sent: &str,
    ) -> Checked<String> {
        let text = percent_decode_str(sent).decode_utf8().unwrap().into_owned();
        if !case
            .encrypted_parameters
            .iter()
            .any(|encrypted| encrypted == name)
        {
            return Ok(text);
        }
        let text = self.gateway.decrypt(request, &text);
        text.ok_or_else(|| format!("`{name}` is not encrypted"))
    }

    fn check_body(&self, case: &Case, request: &ReceivedRequest) -> Checked {
        for (name, text) in &case.texts {
            equal(name, &request.text(name), &Some(&**text))?;
        }
        let json = request.meta().unwrap_or_else(|| request.body());
        let mut sent = match json.is_empty() {
            true => Value::Null,
            false => serde_json::from_slice(json).map_err(|error| error.to_string())?,
        };
        for path in &case.encrypted {
            decrypt(at(&mut sent, path), |text| {
                self.gateway.decrypt(request, text)
            })
            .ok_or_else(|| format!("`{path}` is not encrypted"))?;
        }
        let mut expected = case.request.clone().unwrap_or_default();
        if request.meta().is_some() {
            // The gateway has compared these members with the file.
            for members in [&mut sent, &mut expected]
                .map(Value::as_object_mut)
                .into_iter()
                .flatten()
            {
                members.retain(|name, _| !ABOUT_FILE.contains(&&**name));
            }
        }
        same("the request", sent, expected)
    }
}

/// The members of examples, as the sources have them, that break a rule of their request. All other examples break none.
fn violations(operation: &str) -> &'static [&'static str] {
    match operation {
        // The list shows one detail of many.
        "POST /v3/partner-transfer/batches"
        | "POST /v3/payroll-card/transfer-batches"
        | "POST /v3/platsolution/insurance/mch-transfer/batches/apply"
        | "POST /v3/platsolution/mch-transfer/batches/apply"
        | "POST /v3/transfer/batches" => &["/total_amount", "/total_num"],
        // The total is not the sum of the parts.
        "POST /v3/payscore/acquiringbank/serviceorder/{out_order_no}/complete"
        | "POST /v3/payscore/acquiringbank/serviceorder/{out_order_no}/modify"
        | "POST /v3/payscore/oversea/partner/serviceorder/{out_order_no}/complete"
        | "POST /v3/payscore/partner/serviceorder/direct-complete"
        | "POST /v3/payscore/partner/serviceorder/{out_order_no}/complete"
        | "POST /v3/payscore/partner/serviceorder/{out_order_no}/modify"
        | "POST /v3/payscore/serviceorder/direct-complete"
        | "POST /v3/payscore/serviceorder/{out_order_no}/complete"
        | "POST /v3/payscore/serviceorder/{out_order_no}/modify" => &["/total_amount"],
        // The address for notifications is a placeholder, or not `https`.
        "POST /v3/credit-repayment/partner/deduct-orders"
        | "POST /v3/ebike/charge/transactions"
        | "POST /v3/gov/subsidy/audit/cup/update"
        | "POST /v3/payscore/acquiringbank/permissions"
        | "POST /v3/payscore/partner/permissions"
        | "POST /v3/payscore/partner/permissions/apply-for-scene"
        | "POST /v3/payscore/permissions" => &["/notify_url"],
        _ => &[],
    }
}

async fn expect_violations(call: Call, client: &Client, members: &[&str]) -> Checked {
    let Err(error) = call(client).await else {
        return Err("the example breaks no rule".to_owned());
    };
    let broken: Vec<_> = error.violations().iter().map(Violation::pointer).collect();
    equal("the violations", &&*broken, &members)
}

/// The content of a file.
const FILE: &str = "a file";

const ABOUT_FILE: [&str; 5] = ["filename", "file_name", "sha256", "file_digest", "digest"];

/// The calls of one operation.
struct Calling<'a> {
    bench: &'a Bench,
    case: &'a Case,
    client: &'a Client,
    call: Call,
}

impl Calling<'_> {
    /// Calls the operation, to which the gateway responds with `response`.
    async fn call(&self, response: Option<&Value>) -> Checked<Value> {
        self.try_call(response)
            .await?
            .map_err(|error| format!("{error}: {error:?}"))
    }

    async fn try_call(&self, response: Option<&Value>) -> Checked<wechatpay_client::Result<Value>> {
        let scripted = self.scripted(response)?;
        let (method, path) = self.case.method_and_path();
        let received = Arc::clone(&self.bench.received);
        self.bench
            .gateway
            .respond_with(method, path, move |request| {
                *received.lock().unwrap() = Some(request.clone());
                scripted.clone()
            });
        Ok((self.call)(self.client).await)
    }

    fn scripted(&self, response: Option<&Value>) -> Checked<ScriptedResponse> {
        let case = self.case;
        let Some(response) = response else {
            return Ok(match case.is_file {
                true => ScriptedResponse::file(FILE),
                false => ScriptedResponse::bytes(case.status, ""),
            });
        };
        let mut response = response.clone();
        for path in &case.sensitive {
            // Another member of the example may be removed around this one.
            let Some(value) = at(&mut response, path) else {
                continue;
            };
            decrypt(Some(value), |text| self.bench.gateway.encrypt(text).ok())
                .ok_or_else(|| format!("`{path}` cannot be encrypted"))?;
        }
        let scripted = ScriptedResponse::json(case.status, response);
        Ok(match case.is_signed {
            true => scripted,
            false => scripted.unsigned(),
        })
    }

    /// Removes, nulls and replaces members of the response: only a plain member is missed.
    async fn change_members(&self, response: &Value) -> Checked {
        let case = self.case;
        for path in &case.optional {
            let mut without = response.clone();
            remove(&mut without, path);
            let mut null = response.clone();
            *at(&mut null, path).unwrap() = Value::Null;
            for changed in [&without, &null] {
                let decoded = self.call(Some(changed)).await;
                let decoded = decoded.map_err(|error| format!("without `{path}`: {error}"))?;
                same(
                    &format!("the response without `{path}`"),
                    decoded,
                    without.clone(),
                )?;
            }
        }
        for path in &case.enums {
            let mut changed = response.clone();
            *at(&mut changed, path).unwrap() = "UNLISTED_BY_ANYONE".into();
            let decoded = self.call(Some(&changed)).await;
            let decoded = decoded.map_err(|error| format!("another `{path}`: {error}"))?;
            same(
                &format!("the response with another `{path}`"),
                decoded,
                changed,
            )?;
        }
        for path in &case.plain {
            let mut without = response.clone();
            remove(&mut without, path);
            self.expect_decode_error(&without, path).await?;
        }
        Ok(())
    }

    async fn expect_decode_error(&self, response: &Value, path: &str) -> Checked {
        let Err(error) = self.try_call(Some(response)).await? else {
            return Err(format!("without `{path}` the response decodes"));
        };
        let ErrorKind::Decode(decode) = error.kind() else {
            return Err(format!("without `{path}`: {error:?}"));
        };
        equal("the path of the error", &decode.path(), &Some(path))?;
        let scripted: Value =
            serde_json::from_slice(decode.body()).map_err(|error| error.to_string())?;
        if self.case.sensitive.is_empty() {
            same("the body of the error", scripted, response.clone())?;
        }
        if !self.case.is_signed {
            return equal("the outcome", &error.outcome(), &Outcome::Unknown);
        }
        let verified = decode.response().ok_or("the error has no verified body")?;
        equal("the verified body", &**verified, decode.body())?;
        equal("Request-ID", &decode.request_id().is_some(), &true)?;
        equal("the outcome", &error.outcome(), &Outcome::Executed)
    }
}

/// Converts a text, or each text of a list.
fn decrypt(value: Option<&mut Value>, convert: impl Fn(&str) -> Option<String>) -> Option<()> {
    let convert = |value: &mut Value| {
        // WeChat Pay leaves a sensitive member without a value empty.
        if !value.as_str()?.is_empty() {
            *value = convert(value.as_str()?)?.into();
        }
        Some(())
    };
    match value {
        Some(Value::Array(items)) => items.iter_mut().try_for_each(convert),
        Some(Value::Null) => Some(()),
        value => convert(value?),
    }
}

fn equal<T: PartialEq + std::fmt::Debug>(what: &str, found: &T, expected: &T) -> Checked {
    match found == expected {
        true => Ok(()),
        false => Err(format!("{what}: {found:?}, not {expected:?}")),
    }
}

fn same(what: &str, found: Value, expected: Value) -> Checked {
    let (found, expected) = (without_nulls(found), without_nulls(expected));
    if found == expected {
        return Ok(());
    }
    Err(format!("{what}: {}", difference(&found, &expected)))
}

/// The first members that differ.
fn difference(found: &Value, expected: &Value) -> String {
    let (Value::Object(found), Value::Object(expected)) = (found, expected) else {
        return format!("{found}, not {expected}");
    };
    let get = |map: &Map<String, Value>, name: &str| map.get(name).cloned().unwrap_or_default();
    let mut names = found.keys().chain(expected.keys());
    let Some(name) = names.find(|name| get(found, name) != get(expected, name)) else {
        return "null".to_owned();
    };
    format!(
        "{name}: {}",
        difference(&get(found, name), &get(expected, name))
    )
}
