//! Tests of the members that tell resources apart, and of the variants.

use serde_json::json;
use wechatpay_endpoints::{
    declare::EventResource,
    facts::{Event, Facts, Field, Type, Types, Unit, Witness},
};

use super::{
    Webhooks,
    tells::{Candidate, Tell, paths, tells},
};

/// A schema from the names of its members; those with a `!` are required.
fn schema(members: &str) -> Vec<Field> {
    let fields = members.split_whitespace().map(|word| {
        let mut field = Field::new(word.trim_end_matches('!'), Type::String);
        field.required = word.ends_with('!');
        field
    });
    fields.collect()
}

fn candidate<'a>(name: &'a str, schemas: &[&'a [Field]]) -> Candidate<'a> {
    let fields = schemas.iter().flat_map(|schema| *schema);
    let schemas = schemas.iter().map(|schema| (name, *schema));
    Candidate {
        name,
        schemas: schemas.collect(),
        paths: fields.map(|field| field.name.clone()).collect(),
        abroad: false,
    }
}

fn tell(needs: &[&str], knows: &[&str]) -> Tell {
    let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    Tell {
        needs: owned(needs),
        knows: owned(knows),
    }
}

#[test]
fn resources_are_told_by_all_of_their_members() {
    let merchant = schema("out_trade_no! mchid!");
    let sharing = schema("mchid sp_mchid order_id! receiver!");
    let candidates = [
        candidate("Merchant", &[&merchant]),
        candidate("ProfitSharing", &[&sharing]),
    ];
    assert_eq!(
        tells(&candidates).unwrap(),
        [
            tell(&["mchid", "out_trade_no"], &["out_trade_no", "mchid"]),
            tell(
                &["order_id", "receiver"],
                &["mchid", "sp_mchid", "order_id", "receiver"]
            ),
        ]
    );
}

#[test]
fn members_of_objects_tell_if_another_resource_lacks_them_in_the_same_object() {
    let mut types = Types::default();
    let order = |amount: &str| {
        let amount = Type::Schema(amount.to_owned());
        let list = Type::Array(Box::new(amount.clone()));
        vec![Field::new("amount", amount), Field::new("list", list)]
    };
    for (name, fields) in [
        ("Home", order("HomeAmount")),
        ("HomeAmount", schema("total")),
        ("Abroad", order("AbroadAmount")),
        ("AbroadAmount", schema("total exchange_rate")),
    ] {
        types.schemas.insert(name.to_owned(), fields);
    }
    let other = schema("order_id!");
    let of = |name| Candidate {
        paths: paths(&types, &Type::Schema(str::to_owned(name))),
        ..candidate(name, &[&types.schemas[name]])
    };
    let candidates = [of("Home"), of("Abroad"), candidate("Other", &[&other])];
    let abroad = [
        "amount",
        "amount.exchange_rate",
        "list",
        "list.exchange_rate",
    ];
    assert_eq!(
        tells(&candidates).unwrap(),
        [
            tell(&[], &["amount", "list"]),
            tell(&[], &abroad),
            tell(&["order_id"], &["order_id"]),
        ]
    );
}

#[test]
fn a_witness_can_require_a_member_and_denied_members_come_last() {
    let mut ride = schema("scene description");
    ride[1].witnesses.add_word(Witness::Go, true);
    let mut other = schema("amount! bank! mode!");
    other[0].witnesses.add_word(Witness::Skit, false);
    let candidates = [candidate("Ride", &[&ride]), candidate("Other", &[&other])];
    let told = tells(&candidates).unwrap();
    let needs: Vec<_> = told.iter().map(|tell| tell.needs.join(" ")).collect();
    assert_eq!(needs, ["description", "bank mode amount"]);
}

#[test]
fn a_resource_knows_a_member_that_those_before_it_lack() {
    let merchant = schema("mchid!");
    let partner = schema("mchid! sub_mchid!");
    let candidates = [
        candidate("Partner", &[&partner]),
        candidate("Merchant", &[&merchant]),
    ];
    let error = "nothing tells Merchant from Partner before it: join them, or change their order";
    assert_eq!(tells(&candidates).unwrap_err(), error);
    let [partner, merchant] = candidates;
    assert!(tells(&[merchant, partner]).is_ok());
}

#[test]
fn resources_that_can_be_told_apart_are_not_joined() {
    let one = schema("mchid! amount");
    let other = schema("mchid! receiver!");
    let same = schema("mchid! amount! payer");
    let joined = Candidate {
        name: "Joined",
        schemas: vec![("a:One", &one), ("a:Other", &other)],
        paths: Vec::new(),
        abroad: false,
    };
    let error = "`receiver` tells a:Other and a:One apart: do not join them";
    assert_eq!(tells(&[joined]).unwrap_err(), error);
    assert!(tells(&[candidate("Joined", &[&one, &same])]).is_ok());
}

fn events(types: &[&str]) -> Facts {
    let mut facts = Facts::default();
    facts.events = types
        .iter()
        .map(|event_type| Event::new(event_type))
        .collect();
    facts
}

#[test]
fn event_types_have_their_labels_and_chosen_variants() {
    let mut facts = events(&["REFUND_RETURN", "REFUND.RETURN"]);
    facts.events[0].label = Some("退款".to_owned());
    let webhooks = json!({ "variants": { "REFUND_RETURN": "RefundReturned" } });
    let webhooks: Webhooks = serde_json::from_value(webhooks).unwrap();
    let text = webhooks.event_types(&facts).unwrap();
    let variants = "event_types! {\n    /// 退款\n    RefundReturned = \"REFUND_RETURN\",\n    \
                    RefundReturn = \"REFUND.RETURN\",\n}\n";
    assert!(text.ends_with(variants), "{text}");
    let error = |webhooks: &Webhooks| webhooks.event_types(&facts).unwrap_err().to_string();
    assert_eq!(
        error(&Webhooks::default()),
        "families.json: REFUND.RETURN: another variant is `RefundReturn`"
    );
    let unknown = json!({ "variants": { "REFUND_RETURN": "RefundReturned", "NEW": "New" } });
    let unknown: Webhooks = serde_json::from_value(unknown).unwrap();
    assert_eq!(error(&unknown), "families.json: no event is NEW");
}

#[test]
fn resources_have_types_of_their_own() {
    let mut facts = events(&["PAID"]);
    facts.events[0].one_of = ["pay:Order", "abroad:Order"].map(str::to_owned).into();
    for (product, unit) in [("pay", Unit::Fen), ("abroad", Unit::Minor)] {
        let mut total = Field::new("total", Type::Int);
        total.unit = Some(unit);
        let amount = Field::new("amount", Type::Schema("Amount".to_owned()));
        let mut order = schema("mchid!");
        order.push(amount);
        let types = facts.products.entry(product.to_owned()).or_default();
        types.schemas.insert("Order".to_owned(), order);
        types.schemas.insert("Amount".to_owned(), vec![total]);
    }
    let webhooks = json!({
        "modules": [{ "name": "a", "label": "", "events": ["PAID"] }],
        "one_of": { "PAID": [
            { "name": "Home", "label": "", "of": ["pay:Order"] },
            { "name": "Global", "label": "", "of": ["abroad:Order"] },
        ] },
        "types": { "PayOrder": "HomeOrder", "AbroadOrder": "GlobalOrder", "Amount": "HomeAmount",
            "PaidGlobalAmount": "GlobalAmount" },
    });
    let webhooks: Webhooks = serde_json::from_value(webhooks).unwrap();
    let events = webhooks
        .events(&facts, |product| product == "abroad")
        .unwrap();
    let schemas = &events.facts.products["webhooks"].schemas;
    let names: Vec<_> = schemas.keys().collect();
    assert_eq!(
        names,
        ["GlobalAmount", "GlobalOrder", "HomeAmount", "HomeOrder"]
    );
    assert_eq!(schemas["HomeAmount"][0].unit, Some(Unit::Fen));
    assert_eq!(schemas["GlobalAmount"][0].unit, Some(Unit::Minor));
    let EventResource::OneOf(one_of) = &events.modules[0].events[0].resource else {
        panic!("one resource");
    };
    let types = one_of.iter().map(|one| (&*one.variant, one.ty.to_string()));
    let types: Vec<_> = types.collect();
    assert_eq!(
        types,
        [
            ("Home", "ref:HomeOrder".to_owned()),
            ("Global", "ref:GlobalOrder".to_owned())
        ]
    );
}

#[test]
fn the_facts_and_families_agree_on_the_resources() {
    let mut facts = events(&["PAID"]);
    facts.events[0].one_of = ["pay:Order", "pay:Bill"].map(str::to_owned).into();
    let error = |one_of: serde_json::Value| {
        let modules = json!([{ "name": "a", "label": "", "events": ["PAID"] }]);
        let webhooks = json!({ "modules": modules, "one_of": one_of });
        let webhooks: Webhooks = serde_json::from_value(webhooks).unwrap();
        let events = webhooks.events(&facts, |_| false);
        events.err().map(|error| error.to_string())
    };
    assert_eq!(
        error(json!({})).as_deref(),
        Some("families.json: `one_of` names no resources of PAID")
    );
    let order = json!([{ "name": "Order", "label": "", "of": ["pay:Order"] }]);
    assert_eq!(
        error(json!({ "PAID": order })).as_deref(),
        Some("PAID: families.json and the facts do not agree on `pay:Bill`")
    );
    assert_eq!(
        error(json!({ "NEW": [] })).as_deref(),
        Some("families.json: no event of several resources is NEW")
    );
}

#[test]
fn every_event_is_in_one_module() {
    let facts = events(&["A.B", "A.C"]);
    let error = |modules: serde_json::Value| {
        let webhooks = json!({ "modules": modules });
        let webhooks: Webhooks = serde_json::from_value(webhooks).unwrap();
        let events = webhooks.events(&facts, |_| false);
        events.err().map(|error| error.to_string())
    };
    let module = |events: &[&str]| json!([{ "name": "a", "label": "", "events": events }]);
    assert_eq!(error(module(&["A.B", "A.C"])), None);
    assert_eq!(
        error(module(&["A.B"])).as_deref(),
        Some("families.json: no module has A.C")
    );
    assert_eq!(
        error(module(&["A.B", "A.B", "A.C"])).as_deref(),
        Some("families.json: no event, or one in two modules, is A.B")
    );
}
