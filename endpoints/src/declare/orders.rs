//! The traits by which orders and their responses say what the payment parameters (调起支付) need.

mod text;

use std::collections::{BTreeMap, BTreeSet};

use self::text::Text;
use super::{shapes::Shapes, structs::Struct};
use crate::facts::{Facts, Operation, Type};

/// Orders that a web page inside WeChat or a mini program pays.
const JSAPI_ORDERS: [&str; 10] = [
    "/hk/v3/transactions/jsapi",
    "/v3/combine-transactions/jsapi",
    "/v3/combine-transactions/miniprogram",
    "/v3/global/transactions/jsapi",
    "/v3/pay/partner/transactions/jsapi",
    "/v3/pay/partner/transactions/jsapi-with-contract",
    "/v3/pay/partner/transactions/miniprogram",
    "/v3/pay/transactions/jsapi",
    "/v3/pay/transactions/jsapi-with-contract",
    "/v3/repayment/combine-transactions/partner/prepay",
];

/// Orders that a mobile app pays.
const APP_ORDERS: [&str; 8] = [
    "/hk/v3/transactions/app",
    "/v3/combine-transactions/app",
    "/v3/global/transactions/app",
    "/v3/pay/partner/transactions/app",
    "/v3/pay/partner/transactions/app-with-contract",
    "/v3/pay/transactions/app",
    "/v3/pay/transactions/app-with-contract",
    "/v3/repayment/combine-transactions/partner/prepay",
];

/// Orders of medical insurance (医保支付).
const MEDICAL_ORDERS: [&str; 1] = ["/v3/med-ins/orders"];

/// Transfers whose receipt the user confirms (商家转账), and their query.
// The official pages of the front ends name no other transfers. That of service providers is
// `/doc/v3/partner/4016960577`.
const TRANSFERS: [&str; 5] = [
    "/v3/fund-app/mch-transfer/partner/transfer-bills",
    "/v3/fund-app/mch-transfer/partner/transfer-bills/pre-transfer-with-authorization",
    "/v3/fund-app/mch-transfer/transfer-bills",
    "/v3/fund-app/mch-transfer/transfer-bills/out-bill-no/{out_bill_no}",
    "/v3/fund-app/mch-transfer/transfer-bills/pre-transfer-with-authorization",
];

/// The fields of `OrderApps`, in pairs: an appid, and the payer's openid in that app.
const APPS: [(&str, &str); 3] = [
    ("appid", "openid"),
    ("sp_appid", "sp_openid"),
    ("sub_appid", "sub_openid"),
];

/// The merchant number of the merchant or service provider that places an order: the first that the order has.
const MERCHANTS: [&str; 3] = ["sp_mchid", "combine_mchid", "mchid"];

/// A trait in the module `pay` of `wechatpay-client`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Role {
    JsapiOrder,
    AppOrder,
    MedicalOrder,
    PrepaySession,
    MedicalSession,
    TransferRequest,
    TransferToConfirm,
}

/// A struct with a trait.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Part {
    name: String,
    role: Role,
    /// The response to an order.
    response: Option<String>,
}

/// A struct, among those of its product.
#[derive(Clone, Copy)]
struct Order<'a> {
    declared: &'a Struct,
    all: &'a [Struct],
}

/// The implementations of the traits in `pay`, by the names of the structs.
pub(super) fn implementations(
    facts: &Facts,
    product: &str,
    shapes: &Shapes<'_>,
    structs: &[Struct],
) -> BTreeMap<String, String> {
    let mut implementations: BTreeMap<_, String> = BTreeMap::new();
    for part in parts(facts, product, shapes) {
        let declared = structs.iter().find(|declared| declared.name == part.name);
        let code = declared.and_then(|declared| {
            let all = structs;
            implementation(Order { declared, all }, &part)
        });
        if let Some(code) = code {
            implementations
                .entry(part.name)
                .or_default()
                .push_str(&code);
        }
    }
    implementations
}

/// The structs with traits.
fn parts(facts: &Facts, product: &str, shapes: &Shapes<'_>) -> BTreeSet<Part> {
    let mut parts = BTreeSet::new();
    let name = |ty: Option<&Type>| match ty {
        Some(Type::Schema(schema)) => Some(shapes.of_schema(schema)?.name.clone()),
        _ => None,
    };
    let operations = facts.operations.iter();
    for operation in operations.filter(|operation| operation.product == product) {
        for (order, session) in roles_of(operation) {
            let response = name(operation.response_type());
            parts.extend(name(operation.request.as_ref()).map(|name| Part {
                name,
                role: order,
                response: response.clone(),
            }));
            parts.extend(response.map(|name| Part {
                name,
                role: session,
                response: None,
            }));
        }
    }
    parts
}

/// The traits of the request, each with that of the response.
fn roles_of(operation: &Operation) -> impl Iterator<Item = (Role, Role)> {
    let kinds = [
        (&JSAPI_ORDERS[..], Role::JsapiOrder, Role::PrepaySession),
        (&APP_ORDERS, Role::AppOrder, Role::PrepaySession),
        (&MEDICAL_ORDERS, Role::MedicalOrder, Role::MedicalSession),
        (&TRANSFERS, Role::TransferRequest, Role::TransferToConfirm),
    ];
    let path = &*operation.path;
    let kinds = kinds.into_iter();
    let kinds = kinds.filter(move |(paths, _, _)| paths.contains(&path));
    kinds.map(|(_, order, session)| (order, session))
}

/// Writes the `impl` of a trait, after an empty line; `None` if the struct lacks a member that the trait needs.
fn implementation(order: Order<'_>, part: &Part) -> Option<String> {
    let role = part.role;
    let methods = match role {
        Role::JsapiOrder | Role::TransferRequest => vec![("appid", appid(order, role)?)],
        Role::AppOrder => vec![
            ("appid", appid(order, role)?),
            ("partnerid", partnerid(order)?),
        ],
        Role::MedicalOrder => vec![
            ("appid", appid(order, role)?),
            ("mix_pay_type", order.enum_text("mix_pay_type")?),
            ("prepay_id", order.text("prepay_id")?.option()),
        ],
        Role::PrepaySession => vec![("prepay_id", order.text("prepay_id")?.returned())],
        Role::MedicalSession => vec![("mix_trade_no", order.text("mix_trade_no")?.returned())],
        Role::TransferToConfirm => vec![("package_info", order.text("package_info")?.option())],
    };
    let methods = methods.into_iter().chain(checks(order, role));
    let methods = methods.map(|(name, code)| method(role, name, &code));
    // The query of a transfer has the package, too, with a response of another type.
    let response = part
        .response
        .iter()
        .filter(|_| role != Role::TransferRequest);
    let response = response.map(|name| format!("    type Response = {name};\n"));
    let items: Vec<_> = response.chain(methods).collect();
    let (name, items) = (&part.name, items.join("\n"));
    Some(format!("\nimpl pay::{role:?} for {name} {{\n{items}}}\n"))
}

/// The methods by which an order is refused that belongs to another merchant or front end, and those that name the
/// sub-merchant of a transfer.
fn checks(order: Order<'_>, role: Role) -> Vec<(&'static str, String)> {
    match role {
        Role::JsapiOrder | Role::AppOrder => {}
        Role::TransferRequest => {
            let members = ["sub_mchid", "sub_appid"].into_iter();
            let texts = members.filter_map(|name| Some((name, order.text(name)?.option())));
            return texts.collect();
        }
        _ => return Vec::new(),
    }
    let texts = MERCHANTS.iter().filter_map(|name| order.text(name));
    let mchid = texts.map(|text| text.expression());
    let mchid = mchid.reduce(|first, second| format!("{first}.or({second})"));
    let trade_type = order.text("trade_type").map(|text| text.option());
    let mchid = mchid.map(|code| ("mchid", code));
    let trade_type = trade_type.map(|code| ("trade_type", code));
    mchid.into_iter().chain(trade_type).collect()
}

fn method(role: Role, name: &str, code: &str) -> String {
    let result = match (role, name) {
        (_, "mchid" | "sub_mchid" | "sub_appid" | "package_info" | "trade_type")
        | (Role::MedicalOrder, "prepay_id") => "Option<&str>",
        (_, "mix_pay_type") => "&str",
        _ => "Result<&str>",
    };
    let lines = code.lines().map(|line| format!("        {line}\n"));
    let lines: String = lines.collect();
    format!("    fn {name}(&self) -> {result} {{\n{lines}    }}\n")
}

/// The appid of the app that starts the payment.
fn appid(order: Order<'_>, role: Role) -> Option<String> {
    if order.has_in_sub_orders("sub_appid") {
        return appid_of_combined(order, role);
    }
    let apps = APPS.iter().filter_map(|(appid, openid)| {
        let combined = || order.text("combine_appid").filter(|_| *appid == "appid");
        let text = order.text(appid).or_else(combined)?;
        Some((*appid, text, *openid))
    });
    let apps: Vec<_> = apps.collect();
    match &*apps {
        [] => return appid_of_scene(order, role),
        [(_, text, _)] => return Some(text.required()),
        _ => {}
    }
    let mut fields = Vec::new();
    for (appid, text, openid) in apps {
        fields.push((appid, text));
        let user = order.of_payer(openid).filter(|_| role != Role::AppOrder);
        fields.extend(user.map(|text| (openid, text)));
    }
    let method = match role {
        Role::AppOrder => "of_app()",
        _ => "of_payer()",
    };
    Some(order_apps(&fields, method))
}

/// The appid of an order that combines orders of sub-merchants, which may have appids too.
fn appid_of_combined(order: Order<'_>, role: Role) -> Option<String> {
    let appid = order.text("combine_appid")?;
    let sub_appids = "let orders = self.sub_orders.iter();\n\
                      let sub_appids = orders.map(|order| order.sub_appid.as_deref());";
    let mut fields = vec![("appid", appid)];
    let method = if role == Role::AppOrder {
        "of_combined_app"
    } else {
        fields.push(("openid", order.of_payer("openid")?));
        fields.push(("sub_openid", order.of_payer("sub_openid")?));
        "of_combined_payer"
    };
    let apps = order_apps(&fields, &format!("{method}(sub_appids)"));
    Some(format!("{sub_appids}\n{apps}"))
}

/// A literal of `OrderApps`, and a call of its method.
fn order_apps(fields: &[(&str, Text)], call: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for line in fields.iter().flat_map(|(_, text)| &text.before) {
        if !lines.contains(line) {
            lines.push(line.clone());
        }
    }
    lines.push("pay::OrderApps {".to_owned());
    let values = fields.iter();
    lines.extend(values.map(|(field, text)| format!("    {field}: {},", text.expression())));
    if fields.len() < 2 * APPS.len() {
        lines.push("    ..pay::OrderApps::default()".to_owned());
    }
    lines.push(format!("}}\n.{call}"));
    lines.join("\n")
}

/// The appid of an order that has one for each front end.
fn appid_of_scene(order: Order<'_>, role: Role) -> Option<String> {
    let scenes: &[&str] = match role {
        Role::AppOrder => &["app_info"],
        _ => &["miniprogram_info", "wechat_web_info"],
    };
    let texts = scenes
        .iter()
        .map(|scene| order.inside(scene, "combine_appid"));
    Text::only(&texts.collect::<Option<Vec<_>>>()?)
}

/// The merchant number of the payee.
fn partnerid(order: Order<'_>) -> Option<String> {
    let texts = ["combine_mchid", "mchid", "sub_mchid"].into_iter();
    let texts: Vec<_> = texts.filter_map(|member| order.text(member)).collect();
    Text::only(&texts)
}
