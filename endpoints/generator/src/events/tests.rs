//! Tests of the members that tell resources apart, and of the variants.

use serde_json::json;
use wechatpay_endpoints::{
    declare::EventResource,
    facts::{Event, Facts, Field, Type, Unit, Witness},
};

use super::{
    Webhooks,
    tells::{Candidate, Tell, tells},
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
    let schemas = schemas.iter().map(|schema| (name, *schema));
    Candidate {
        name,
        schemas: schemas.collect(),
        abroad: false,
    }
}

fn tell(candidate: usize, members: &[&str], abroad: bool) -> Tell {
    let members = members.iter().map(|name| (*name).to_owned());
    Tell {
        candidate,
        members: members.collect(),
        abroad,
    }
}

#[test]
fn resources_are_told_by_their_numbers_and_the_fewest_other_members() {
    let merchant = schema("mchid! out_trade_no! trade_state!");
    let partner = schema("sp_mchid! sub_mchid! out_trade_no! trade_state!");
    let sharing = schema("mchid sp_mchid sub_mchid order_id! receiver!");
    let parking = schema("sp_mchid! sub_mchid out_trade_no! trade_state! description!");
    let candidates = [
        candidate("Merchant", &[&merchant]),
        candidate("Partner", &[&partner]),
        candidate("ProfitSharing", &[&sharing]),
        candidate("Parking", &[&parking]),
    ];
    assert_eq!(
        tells(&candidates).unwrap(),
        [
            tell(2, &["order_id"], false),
            tell(0, &["mchid", "out_trade_no"], false),
            tell(3, &["sp_mchid", "description"], false),
            tell(1, &["sp_mchid", "sub_mchid", "out_trade_no"], false),
        ]
    );
}

#[test]
fn a_witness_can_require_a_member_and_denied_members_come_last() {
    let mut ride = schema("description scene");
    for field in &mut ride {
        field.witnesses.add_word(Witness::Go, true);
    }
    let mut other = schema("amount! bank! mode!");
    for field in other.iter_mut().take(1) {
        field.witnesses.add_word(Witness::Skit, false);
    }
    let candidates = [candidate("Ride", &[&ride]), candidate("Other", &[&other])];
    assert_eq!(
        tells(&candidates).unwrap(),
        [tell(0, &["description"], false), tell(1, &["bank"], false)]
    );
}

#[test]
fn amounts_abroad_are_told_by_their_currency() {
    let home = schema("mchid! amount!");
    let abroad = schema("mchid sp_mchid amount!");
    let mut candidates = [candidate("Home", &[&home]), candidate("Global", &[&abroad])];
    let error = "nothing tells Home and Global apart: join them";
    assert_eq!(tells(&candidates).unwrap_err(), error);
    candidates[1].abroad = true;
    assert_eq!(
        tells(&candidates).unwrap(),
        [tell(1, &[], true), tell(0, &["mchid"], false)]
    );
}

#[test]
fn resources_that_can_be_told_apart_are_not_joined() {
    let one = schema("mchid! amount");
    let other = schema("mchid! receiver!");
    let same = schema("mchid! amount! payer");
    let joined = Candidate {
        name: "Joined",
        schemas: vec![("a:One", &one), ("a:Other", &other)],
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
    for product in ["pay", "abroad"] {
        let mut total = Field::new("total", Type::Int);
        total.unit = Some(Unit::Fen);
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
        "types": { "PayOrder": "HomeOrder", "AbroadOrder": "GlobalOrder", "Amount": "GlobalAmount",
            "PaidHomeAmount": "HomeAmount" },
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
            ("Global", "ref:GlobalOrder".to_owned()),
            ("Home", "ref:HomeOrder".to_owned())
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
