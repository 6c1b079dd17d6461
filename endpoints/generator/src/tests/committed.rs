//! Properties of the committed facts.

use wechatpay_endpoints::facts::{Facts, Field, Type, Types, Witnesses};

use super::{CATALOGUE, FACTS, SOURCES};
use crate::outputs;

#[test]
fn committed_files_are_as_generated() {
    for output in outputs().unwrap() {
        output.check().unwrap();
    }
}

#[test]
fn the_facts_of_the_crate_are_those_of_the_sources() {
    let (facts, sources) = (wechatpay_endpoints::facts(), &*FACTS);
    for (known, source) in facts.operations.iter().zip(&sources.operations) {
        assert_eq!(known, source);
    }
    for (product, types) in &sources.products {
        assert_eq!(facts.products[product], *types, "{product}");
    }
    assert!(facts == sources, "events, families or examples differ");
}

/// The numbers of a text. Commas separate thousands.
fn numbers(text: &str) -> Vec<usize> {
    let text = text.replace(',', "");
    let words = text.split(|letter: char| !letter.is_ascii_digit());
    words.filter_map(|word| word.parse().ok()).collect()
}

#[test]
fn the_readme_has_the_counts() {
    let readme = include_str!("../../../facts/README.md");
    let counts = SOURCES.counts().unwrap().to_string();
    let rows = readme
        .lines()
        .skip_while(|line| !line.starts_with("| corrected facts"));
    let rows = rows.take_while(|line| line.starts_with('|'));
    let rows: Vec<_> = rows.map(numbers).collect();
    let mut lines: Vec<_> = counts.lines().map(numbers).collect();
    // The README leaves the types out.
    lines[0].truncate(2);
    assert_eq!(rows, lines);
}

/// The members of a type of an event, by `product:Schema`.
fn members<'a>(facts: &'a Facts, resource: &str) -> &'a [Field] {
    let (product, schema) = resource.split_once(':').unwrap();
    let ty = Type::Schema(schema.to_owned());
    facts.members(product, &ty).unwrap()
}

#[test]
fn each_joined_resource_decodes_each_of_its_members() {
    let facts = &*FACTS;
    let events = facts.events.iter();
    for event in events.filter(|event| !event.one_of.is_empty()) {
        let Some(Type::Schema(resource)) = &event.resource else {
            panic!("{} has no resource", event.event_type);
        };
        let joined = members(facts, &format!("webhooks:{resource}"));
        for resource in &event.one_of {
            let members = members(facts, resource);
            let place = format!("{} as {resource}", event.event_type);
            for member in members {
                let is_there = joined.iter().any(|field| field.name == member.name);
                assert!(is_there, "{place}: {}", member.name);
            }
            for field in joined.iter().filter(|field| field.required) {
                let mut members = members.iter();
                let is_required =
                    members.any(|member| member.name == field.name && member.required);
                assert!(is_required, "{place}: {}", field.name);
            }
        }
    }
}

#[test]
fn media_of_a_negotiation_are_an_object_or_a_list() {
    let facts = &*FACTS;
    let path = "/v3/merchant-service/complaints-v2/{complaint_id}/negotiation-historys";
    let operation = facts.operation("GET", path).unwrap();
    let response = facts.members(&operation.product, operation.response_type().unwrap());
    let mut members = response.unwrap().iter();
    let data = members.find(|member| member.name == "data").unwrap();
    let mut items = facts
        .members(&operation.product, data.ty.innermost())
        .unwrap()
        .iter();
    let media = items.find(|member| member.name == "complaint_media_list");
    assert_eq!(media.unwrap().ty, Type::Any);
}

/// The members of responses that witnesses require and no official one does, although an official one has the object
/// without the member.
fn broken_promises(facts: &Facts) -> Vec<String> {
    let mut broken = Vec::new();
    for operation in &facts.operations {
        if let Some(ty) = operation.response_type() {
            let types = &facts.products[&operation.product];
            visit(types, ty, "", &mut |path, object, field| {
                let official = |letters: &str| letters.contains(['S', 'G', 'J', 'P']);
                let text = field.witnesses.to_string();
                let (has, words) = text.split_once('+').unwrap_or((&text, ""));
                let lacks = |letter| object.contains(letter) && !has.contains(letter);
                let is_promised = field.required && !words.is_empty() && !words.contains('-');
                if is_promised && !official(words) && ['S', 'G', 'J', 'P'].into_iter().any(lacks) {
                    broken.push(format!("{operation} {path}"));
                }
            });
        }
    }
    broken
}

/// Calls `visitor` for each member of a type, with its path and with the witnesses of the object.
fn visit(types: &Types, ty: &Type, path: &str, visitor: &mut dyn FnMut(&str, &str, &Field)) {
    let Type::Schema(name) = ty.innermost() else {
        return;
    };
    let fields = &types.schemas[name];
    let witnesses = fields.iter().map(|field| field.witnesses);
    let object = witnesses
        .fold(Witnesses::default(), Witnesses::and)
        .to_string();
    let object = object.split(['+', '-']).next().unwrap();
    for field in fields {
        let path = format!("{path}/{}", field.name);
        visitor(&path, object, field);
        visit(types, &field.ty, &path, visitor);
    }
}

#[test]
fn a_response_promises_no_member_that_an_official_witness_lacks() {
    let combined = "GET /v3/combine-transactions/out-trade-no/{combine_out_trade_no}";
    assert_eq!(
        broken_promises(&SOURCES.marked().unwrap()),
        [format!("{combined} /combine_transaction_id")]
    );
    assert_eq!(broken_promises(&SOURCES.corrected().unwrap()), [""; 0]);
}

#[test]
fn joined_enums_list_the_examples_of_their_members() {
    let events = SOURCES.events(&CATALOGUE).unwrap();
    let types = &events.facts.products["webhooks"];
    let fields = types.schemas.values().flatten();
    for field in fields {
        if let (Type::Enum(name), Some(example)) = (&field.ty, &field.example) {
            let listed = &types.enums[name].values;
            assert!(
                listed.contains(example),
                "{name} lacks {example}: make the other member an enum"
            );
        }
    }
    let scenes = &types.enums["TransportTradeScene"].values;
    assert_eq!(*scenes, ["PARKING", "BUS", "METRO"]);
}

#[test]
fn no_example_contradicts_its_member() {
    let facts = &*FACTS;
    let ty = |name: &str| Type::Schema(name.to_owned());
    let example = |product: &str, schema: &str, name: &str| {
        let mut fields = facts.members(product, &ty(schema)).unwrap().iter();
        fields
            .find(|field| field.name == name)
            .unwrap()
            .example
            .clone()
    };
    // 32 characters, of at most 25.
    let order = "SyncCateringOrderStatusRequest";
    assert_eq!(example("industry", order, "login_token"), None);
    // An enum without the value.
    assert_eq!(
        example("fapiao", "ReverseFapiaoRequest", "reverse_reason"),
        None
    );
}
