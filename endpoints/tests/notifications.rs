//! Every event of the facts decodes to its variant, from an example of each of its resources.

#![cfg(all(feature = "notifications", feature = "testing"))]
#![expect(clippy::unwrap_used, reason = "a test fails by a panic")]

use serde::Deserialize;
use serde_json::{Value, json};
use wechatpay_client::{
    gateway::Gateway,
    notification::{EventType, Notification, Notifications},
    testing::expose_sensitive,
};
use wechatpay_endpoints::notifications::{Event, MerchantTransaction, NotificationExt as _};

/// An example of a resource, as the generator writes it.
#[derive(Deserialize)]
struct Example {
    event_type: String,
    original_type: String,
    variant: String,
    one_of: Option<String>,
    ty: Option<String>,
    resource: Value,
    optional: Vec<String>,
    enums: Vec<String>,
}

impl Example {
    /// The beginning of the event in `Debug`.
    fn debug(&self) -> String {
        let words = [Some(&self.variant), self.one_of.as_ref(), self.ty.as_ref()];
        let words: Vec<_> = words.into_iter().flatten().map(String::as_str).collect();
        words.join("(")
    }
}

fn examples() -> Vec<Example> {
    serde_json::from_str(include_str!("events.json")).unwrap()
}

/// Makes notifications of a gateway.
struct Sender {
    gateway: Gateway,
    notifications: Notifications,
}

impl Sender {
    async fn start() -> Self {
        let gateway = Gateway::start().await.unwrap();
        Self {
            notifications: gateway.notifications(),
            gateway,
        }
    }

    fn send(&self, event_type: &str, original_type: &str, resource: &Value) -> Notification {
        let request = self
            .gateway
            .notification(event_type, original_type, resource);
        let request = request.unwrap();
        let parsed = self.notifications.parse(request.headers(), request.body());
        parsed.unwrap()
    }

    /// The event of an example with another resource. Sensitive members are plain text.
    fn event(&self, example: &Example, resource: &Value) -> Event {
        let notification = self.send(&example.event_type, &example.original_type, resource);
        expose_sensitive(|| notification.event())
    }

    fn assert_decodes(&self, example: &Example, resource: &Value, how: &str) {
        let event = format!("{:?}", self.event(example, resource));
        let expected = example.debug();
        assert!(event.starts_with(&expected), "{expected} {how}: {event}");
    }
}

/// The resource without the members at these pointers.
fn without(resource: &Value, pointers: &[String]) -> Value {
    let mut resource = resource.clone();
    for pointer in pointers {
        let (outer, name) = pointer.rsplit_once('/').unwrap();
        if let Some(Value::Object(members)) = resource.pointer_mut(outer) {
            members.remove(name);
        }
    }
    resource
}

fn with(resource: &Value, pointer: &str, value: Value) -> Value {
    let mut resource = resource.clone();
    *resource.pointer_mut(pointer).unwrap() = value;
    resource
}

/// The value without members that are `null`.
fn without_null(value: Value) -> Value {
    match value {
        Value::Object(members) => {
            let members = members.into_iter().filter(|(_, value)| !value.is_null());
            members
                .map(|(name, value)| (name, without_null(value)))
                .collect()
        }
        Value::Array(items) => items.into_iter().map(without_null).collect(),
        value => value,
    }
}

#[tokio::test]
async fn every_resource_of_every_event_keeps_all_members() {
    let sender = Sender::start().await;
    for example in examples() {
        sender.assert_decodes(&example, &example.resource, "with all members");
        let event = sender.event(&example, &example.resource);
        let json = expose_sensitive(|| serde_json::to_value(&event)).unwrap();
        assert_eq!(without_null(json), example.resource, "{}", example.debug());
    }
}

#[tokio::test]
async fn optional_members_may_be_absent_or_null() {
    let sender = Sender::start().await;
    for example in examples() {
        let all = without(&example.resource, &example.optional);
        sender.assert_decodes(&example, &all, "with the required members");
        for pointer in &example.optional {
            let removed = without(&example.resource, std::slice::from_ref(pointer));
            sender.assert_decodes(&example, &removed, pointer);
            let null = with(&example.resource, pointer, Value::Null);
            sender.assert_decodes(&example, &null, pointer);
        }
    }
}

#[tokio::test]
async fn enums_take_texts_that_are_not_listed() {
    let sender = Sender::start().await;
    for example in examples() {
        for pointer in &example.enums {
            let unlisted = with(&example.resource, pointer, json!("A_NEW_TEXT"));
            sender.assert_decodes(&example, &unlisted, pointer);
        }
    }
}

#[tokio::test]
async fn every_event_type_has_an_example() {
    let examples = examples();
    for example in &examples {
        let event_type = EventType::from_text(&example.event_type);
        assert_eq!(format!("{event_type:?}"), example.variant);
    }
    let mut events: Vec<_> = examples.iter().map(|example| &example.event_type).collect();
    events.dedup();
    assert_eq!(events.len(), 112);
}

/// The events with a resource that names no merchant and no brand. Of the signings of education, the contract names none,
/// and of sent coupons only the sender is named.
const WITHOUT_MERCHANT: &[&str] = &[
    "CROSS_BORDER_PAY.GET_MCH_INFO",
    "CROSS_BORDER_PAY.PUSH_ORDER_INFO",
    "SETTLEMENT.SUCCESS",
    "ENTRUST.SIGNING",
    "ENTRUST.RELEASE",
    "MCHTRANSFER.AUTHORIZATION.CONFIRMED",
    "MCHTRANSFER.AUTHORIZATION.CLOSED",
    "PARKING_FEE.QUERY_TRANS_INFO",
    "EDU_SCHOOL_PAY.USER_DEBT_STATE_UPDATE",
    "HIRE_POWER_BANK.RECEIVE_INSURANCE",
    "INSURANCE_POLICY_MANAGEMENT.GRANTED",
    "COUPON.SEND",
    "PRODUCT_COUPON.SEND",
    "PRODUCT_COUPON.USE",
    "PRODUCT_COUPON.RETURN",
    "DELIVERY_PLAN.CHANGE",
    "MEMBERCARD.ACCEPT_CARD",
    "MEMBERCARD.ACTIVATE_CARD",
    "MEMBERCARD.USERCARD_MANAGE",
    "BRAND_MEMBER_CARD.USER_CARD.CREATE",
    "BRAND_MEMBER_CARD.USER_CARD.DELETE",
    "COMPLAINT.CREATE",
    "COMPLAINT.STATE_CHANGE",
    "MERCHANT_NOTIFY.NOTIFY",
    "SECURITY_ECHO.SUCCESS",
];

#[tokio::test]
async fn the_merchant_of_every_resource_is_found() {
    let sender = Sender::start().await;
    let mut without = Vec::new();
    for example in examples() {
        let original_type = &example.original_type;
        let notification = sender.send(&example.event_type, original_type, &example.resource);
        let merchant = notification.merchant();
        let number = merchant.mchid.or(merchant.sub_mchid).or(merchant.brand_id);
        if number.is_none() && example.ty.is_some() {
            without.push(example.event_type);
        }
    }
    without.dedup();
    assert_eq!(without, WITHOUT_MERCHANT);
}

#[tokio::test]
async fn an_unknown_event_keeps_its_resource() {
    let sender = Sender::start().await;
    let notification = sender.send("NEW.EVENT", "new", &json!({ "openid": "oUpF8uMuAJO" }));
    let event = notification.event();
    let Event::Unknown(raw) = &event else {
        panic!("{event:?}")
    };
    assert_eq!(raw.as_str(), r#"{"openid":"oUpF8uMuAJO"}"#);
    assert_eq!(notification.event_type().as_str(), "NEW.EVENT");
    assert_eq!(format!("{event:?}"), "Unknown([24 bytes])");
}

#[tokio::test]
async fn a_resource_of_another_type_keeps_the_text_and_the_pointer() {
    let sender = Sender::start().await;
    let resource = json!({
        "mchid": "1900000109", "trade_state": "SUCCESS", "trade_state_desc": "支付成功",
        "out_trade_no": "1217752501201407033233368018", "amount": { "total": "100" },
    });
    let notification = sender.send("TRANSACTION.SUCCESS", "transaction", &resource);
    let event = notification.event();
    let Event::Undecoded(undecoded) = &event else {
        panic!("{event:?}")
    };
    assert_eq!(undecoded.pointer(), "/amount/total");
    assert_eq!(undecoded.as_str(), resource.to_string());
    assert_eq!(
        undecoded.to_string(),
        "resource of TRANSACTION.SUCCESS not decoded: `amount.total`: invalid type: string …, expected i64"
    );
    assert!(!format!("{event:?}").contains("1900000109"), "{event:?}");
    // The direct way gives the same mistake.
    let error = notification.resource::<MerchantTransaction>().unwrap_err();
    assert_eq!(error.pointer(), Some("/amount/total"));
}

#[tokio::test]
async fn a_resource_of_no_known_product_keeps_the_text() {
    let sender = Sender::start().await;
    let resource = json!({ "new_mchid": "1900000109" });
    let event = sender
        .send("TRANSACTION.SUCCESS", "transaction", &resource)
        .event();
    let Event::Undecoded(undecoded) = event else {
        panic!("{event:?}")
    };
    assert_eq!(undecoded.event_type(), "TRANSACTION.SUCCESS");
    assert_eq!(undecoded.pointer(), "");
    assert_eq!(
        undecoded.reason(),
        "its members fit none of the resources of the event"
    );
    assert_eq!(undecoded.as_str(), resource.to_string());
}

#[tokio::test]
async fn amounts_in_other_currencies_tell_a_transaction_abroad() {
    let sender = Sender::start().await;
    let event = |currency: &str| {
        let resource = json!({
            "mchid": "1900000109", "trade_state": "SUCCESS", "trade_state_desc": "支付成功",
            "out_trade_no": "1217752501201407033233368018",
            "amount": { "total": 888, "currency": "CNY", "payer_currency": currency },
        });
        let event = sender
            .send("TRANSACTION.SUCCESS", "transaction", &resource)
            .event();
        format!("{event:?}")
    };
    assert!(event("CNY").starts_with("TransactionSuccess(Merchant("));
    assert!(event("HKD").starts_with("TransactionSuccess(Global("));
}
