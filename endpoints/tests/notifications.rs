//! Every event of the facts decodes to its variant, from an example of each of its resources.

#![cfg(all(feature = "notifications", feature = "testing"))]
#![expect(clippy::panic, clippy::unwrap_used, reason = "a test fails by a panic")]

use serde::Deserialize;
use serde_json::{Value, json};
use wechatpay_client::{
    gateway::Gateway,
    notification::{EventType, Notification, Notifications},
    testing::expose_sensitive,
};
use wechatpay_endpoints::notifications::{
    Event, MerchantTransaction, NotificationExt as _, RefundSuccess, TransactionSuccess,
    UndecodedResource,
};

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

    /// Tests if only this member tells the resource.
    fn is_told_by(&self, pointer: &str) -> bool {
        let one_of = self.one_of.as_deref();
        one_of.is_some_and(|one_of| NUMBERS.contains(&(one_of, pointer)))
    }
}

/// Two resources that only their numbers tell apart. WeChat Pay requires both numbers.
const NUMBERS: &[(&str, &str)] = &[("Global", "/id"), ("GlobalPapay", "/transaction_id")];

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
        // Other members tell the resources of an event apart.
        if example.one_of.is_none() {
            let all = without(&example.resource, &example.optional);
            sender.assert_decodes(&example, &all, "with the required members");
        }
        let optional = example.optional.iter();
        for pointer in optional.filter(|pointer| !example.is_told_by(pointer)) {
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
/// of sent coupons only the sender is named, and of refunds abroad the form of the refund's query names none.
const WITHOUT_MERCHANT: &[&str] = &[
    "CROSS_BORDER_PAY.GET_MCH_INFO",
    "CROSS_BORDER_PAY.PUSH_ORDER_INFO",
    "REFUND.SUCCESS",
    "REFUND.ABNORMAL",
    "REFUND.CLOSED",
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
    let notification = sender.send("TRANSACTION.SUCCESS", "transaction", &resource);
    let undecoded = undecoded(&notification);
    assert_eq!(undecoded.event_type(), "TRANSACTION.SUCCESS");
    assert_eq!(undecoded.pointer(), "/mchid");
    assert_eq!(undecoded.reason(), "`mchid`: missing field");
    assert_eq!(undecoded.as_str(), resource.to_string());
}

#[tokio::test]
async fn a_resource_of_no_known_member_names_a_missing_one() {
    let sender = Sender::start().await;
    for example in examples().iter().filter(|one| one.one_of.is_some()) {
        for resource in [json!({}), json!({ "new_mchid": "1900000109" })] {
            let notification = sender.send(&example.event_type, &example.original_type, &resource);
            let undecoded = undecoded(&notification);
            assert_missing(&undecoded, undecoded.pointer());
        }
    }
}

fn assert_missing(undecoded: &UndecodedResource, pointer: &str) {
    assert_eq!(undecoded.pointer(), pointer);
    let member = pointer.strip_prefix('/').unwrap().replace('/', ".");
    assert_eq!(undecoded.reason(), format!("`{member}`: missing field"));
}

fn undecoded(notification: &Notification) -> UndecodedResource {
    match notification.event() {
        Event::Undecoded(undecoded) => undecoded,
        event => panic!("{event:?}"),
    }
}

#[tokio::test]
async fn the_first_missing_member_of_the_resource_that_fits_best_is_named() {
    let sender = Sender::start().await;
    for (resource, pointer) in [
        (json!({ "mchid": "1", "out_trade_no": "o" }), "/trade_state"),
        (
            json!({ "sp_mchid": "1", "out_trade_no": "o" }),
            "/sub_mchid",
        ),
    ] {
        let notification = sender.send("TRANSACTION.SUCCESS", "transaction", &resource);
        let undecoded = undecoded(&notification);
        assert_missing(&undecoded, pointer);
    }
}

/// A payment in the form of the order of `pay_merchant`, with other members.
fn paid(currency: &str, payer_currency: &str, other: &Value) -> Value {
    let mut paid = json!({
        "trade_state": "SUCCESS", "trade_state_desc": "支付成功", "out_trade_no": "o",
        "amount": { "total": 888, "currency": currency, "payer_currency": payer_currency },
    });
    let (members, other) = (paid.as_object_mut().unwrap(), other.as_object().unwrap());
    members.extend(other.clone());
    paid
}

fn assert_event(sender: &Sender, event_type: &str, resource: &Value, expected: &str) -> Event {
    let event = sender.send(event_type, "", resource).event();
    let debug = format!("{event:?}");
    assert!(
        debug.starts_with(expected),
        "{expected}: {resource}: {debug}"
    );
    event
}

#[tokio::test]
async fn payments_abroad_are_told_by_their_number() {
    let sender = Sender::start().await;
    for numbers in [
        json!({ "id": "4200", "mchid": "1" }),
        json!({ "id": "4200", "sp_mchid": "1", "sub_mchid": "2" }),
    ] {
        for (currency, payer_currency) in [
            ("HKD", "HKD"),
            ("HKD", "CNY"),
            ("CNY", "HKD"),
            ("CNY", "CNY"),
        ] {
            let resource = paid(currency, payer_currency, &numbers);
            let event = assert_event(
                &sender,
                "TRANSACTION.SUCCESS",
                &resource,
                "TransactionSuccess(Global(",
            );
            let Event::TransactionSuccess(TransactionSuccess::Global(paid)) = event else {
                panic!("{event:?}")
            };
            assert_eq!(paid.id.as_deref(), Some("4200"));
            assert_event(
                &sender,
                "TRANSACTION.FAIL",
                &resource,
                "TransactionFail(Global(",
            );
        }
    }
}

#[tokio::test]
async fn mainland_payments_in_other_currencies_of_the_payer_stay_with_their_merchant() {
    let sender = Sender::start().await;
    for (other, variant) in [
        (json!({ "mchid": "1" }), "Merchant("),
        (
            json!({ "mchid": "1", "transaction_id": "4200", "scene_info": { "device_id": "d" } }),
            "Merchant(",
        ),
        (
            json!({ "sp_mchid": "1", "sub_mchid": "2", "transaction_id": "4200" }),
            "Partner(",
        ),
    ] {
        for payer_currency in ["CNY", "HKD"] {
            let resource = paid("CNY", payer_currency, &other);
            let expected = format!("TransactionSuccess({variant}");
            assert_event(&sender, "TRANSACTION.SUCCESS", &resource, &expected);
            let expected = format!("TransactionFail({variant}");
            assert_event(&sender, "TRANSACTION.FAIL", &resource, &expected);
        }
    }
}

#[tokio::test]
async fn deductions_abroad_are_told_by_the_currency_of_the_price_or_the_exchange_rate() {
    let sender = Sender::start().await;
    let numbers = json!({ "mchid": "1", "transaction_id": "4200" });
    let in_dollars = paid("HKD", "HKD", &numbers);
    let mut exchanged = paid("CNY", "HKD", &numbers);
    exchanged["amount"]["exchange_rate"] = json!({ "type": "SETTLEMENT_RATE", "rate": 80_000_000 });
    for resource in [in_dollars, exchanged] {
        let expected = "TransactionSuccess(GlobalPapay(";
        assert_event(&sender, "TRANSACTION.SUCCESS", &resource, expected);
        assert_event(
            &sender,
            "TRANSACTION.FAIL",
            &resource,
            "TransactionFail(GlobalPapay(",
        );
    }
}

#[tokio::test]
async fn refunds_abroad_are_told_by_their_account_or_number() {
    let sender = Sender::start().await;
    let merchant = json!({ "mchid": "1" });
    let partner = json!({ "sp_mchid": "1", "sub_mchid": "2" });
    for (event_type, variant) in [
        ("REFUND.SUCCESS", "RefundSuccess"),
        ("REFUND.ABNORMAL", "RefundAbnormal"),
        ("REFUND.CLOSED", "RefundClosed"),
    ] {
        for (numbers, resource) in [(&merchant, "Merchant("), (&partner, "Partner(")] {
            let mut refund = numbers.clone();
            refund["refund_id"] = json!("50");
            refund["refund_status"] = json!("SUCCESS");
            refund["amount"] =
                json!({ "total": 1, "refund": 1, "payer_total": 1, "payer_refund": 1 });
            let mut mainland = refund.clone();
            mainland["user_received_account"] = json!("支付用户零钱");
            assert_event(
                &sender,
                event_type,
                &mainland,
                &format!("{variant}({resource}"),
            );
            refund["recv_account"] = json!("招商银行信用卡0403");
            for currency in ["CNY", "HKD"] {
                refund["amount"]["currency"] = json!(currency);
                refund["amount"]["payer_currency"] = json!("CNY");
                let expected = format!("{variant}(Global{resource}");
                assert_event(&sender, event_type, &refund, &expected);
            }
        }
        let order =
            json!({ "id": "50", "status": "SUCCESS", "create_time": "2018-06-08T10:34:56+08:00" });
        assert_event(&sender, event_type, &order, &format!("{variant}(Global("));
    }
}

#[tokio::test]
async fn no_empty_member_of_another_resource_tells() {
    let sender = Sender::start().await;
    let examples = examples();
    for example in examples.iter().filter(|one| one.one_of.is_some()) {
        let of_event = examples
            .iter()
            .filter(|one| one.event_type == example.event_type);
        let members = of_event.filter_map(|one| one.resource.as_object());
        let mut resource = example.resource.clone();
        let texts = members.flatten().filter(|(_, value)| value.is_string());
        for (name, _) in texts {
            let members = resource.as_object_mut().unwrap();
            members.entry(name).or_insert_with(|| json!(""));
        }
        sender.assert_decodes(example, &resource, "with empty members of others");
    }
}

#[tokio::test]
async fn an_empty_member_tells_nothing() {
    let sender = Sender::start().await;
    let merchant = paid(
        "CNY",
        "CNY",
        &json!({ "mchid": "1", "appid": "a", "transaction_id": "4200" }),
    );
    let partner =
        json!({ "sp_mchid": "1", "sp_appid": "a", "sub_mchid": "2", "transaction_id": "4200" });
    let partner = paid("CNY", "CNY", &partner);
    for (resource, variant) in [(&merchant, "Merchant("), (&partner, "Partner(")] {
        for event in ["Success", "Fail"] {
            let event_type = format!("TRANSACTION.{}", event.to_uppercase());
            let expected = format!("Transaction{event}({variant}");
            for name in [
                "mchid",
                "appid",
                "sp_mchid",
                "sp_appid",
                "sub_mchid",
                "sub_appid",
                "id",
            ] {
                let mut resource = resource.clone();
                let members = resource.as_object_mut().unwrap();
                members.entry(name).or_insert_with(|| json!(""));
                assert_event(&sender, &event_type, &resource, &expected);
            }
            for (name, value) in [("currency", json!("")), ("exchange_rate", json!({}))] {
                let mut resource = resource.clone();
                resource["amount"][name] = value;
                assert_event(&sender, &event_type, &resource, &expected);
            }
        }
    }
}

#[tokio::test]
async fn a_further_number_does_not_send_a_payment_abroad() {
    let sender = Sender::start().await;
    let partner = json!({ "sp_mchid": "1", "sub_mchid": "2", "transaction_id": "4200" });
    for name in ["mchid", "appid"] {
        let mut paid = paid("CNY", "CNY", &partner);
        paid[name] = json!("1");
        assert_event(
            &sender,
            "TRANSACTION.SUCCESS",
            &paid,
            "TransactionSuccess(Partner(",
        );
        assert_event(
            &sender,
            "TRANSACTION.FAIL",
            &paid,
            "TransactionFail(Partner(",
        );
    }
}

#[tokio::test]
async fn a_resource_of_a_sub_merchant_is_no_direct_merchants() {
    let sender = Sender::start().await;
    let unknown = paid(
        "CNY",
        "CNY",
        &json!({ "mchid": "1", "sub_mchid": "2", "device_info": "d" }),
    );
    for event_type in ["TRANSACTION.SUCCESS", "TRANSACTION.FAIL"] {
        let undecoded = undecoded(&sender.send(event_type, "transaction", &unknown));
        assert_missing(&undecoded, "/sp_mchid");
        assert_eq!(undecoded.as_str(), unknown.to_string());
    }
}

#[tokio::test]
async fn a_mainland_refund_may_have_members_of_one_abroad() {
    let sender = Sender::start().await;
    let refund = json!({
        "mchid": "1", "out_trade_no": "o", "transaction_id": "4200", "out_refund_no": "r",
        "refund_id": "50", "refund_status": "SUCCESS", "user_received_account": "支付用户零钱",
        "amount": { "total": 1, "refund": 1, "payer_total": 1, "payer_refund": 1 },
    });
    let currencies = json!({ "currency": "CNY", "payer_currency": "CNY" });
    let settlement = json!({ "settlement_refund": 1, "settlement_currency": "CNY" });
    for amount in [json!({}), currencies, settlement] {
        for fund_source in [None, Some("REFUND_SOURCE_UNSETTLED_FUNDS")] {
            let mut refund = refund.clone();
            let members = refund["amount"].as_object_mut().unwrap();
            members.extend(amount.as_object().unwrap().clone());
            if let Some(source) = fund_source {
                refund["fund_source"] = json!(source);
            }
            for (event_type, variant) in [
                ("REFUND.SUCCESS", "RefundSuccess"),
                ("REFUND.ABNORMAL", "RefundAbnormal"),
                ("REFUND.CLOSED", "RefundClosed"),
            ] {
                let expected = format!("{variant}(Merchant(");
                assert_event(&sender, event_type, &refund, &expected);
            }
        }
    }
}

#[tokio::test]
async fn a_refund_names_the_account_that_it_lacks() {
    let sender = Sender::start().await;
    let refunds = examples()
        .into_iter()
        .filter(|one| one.event_type == "REFUND.SUCCESS");
    let is_mainland = |one: &Example| !one.one_of.as_deref().unwrap().starts_with("Global");
    for example in refunds.filter(is_mainland) {
        let pointer = "/user_received_account";
        let lacking = without(&example.resource, &[pointer.to_owned()]);
        let notification = sender.send("REFUND.SUCCESS", "refund", &lacking);
        assert_missing(&undecoded(&notification), pointer);
        let null = with(&example.resource, pointer, Value::Null);
        let undecoded = undecoded(&sender.send("REFUND.SUCCESS", "refund", &null));
        assert_eq!(undecoded.pointer(), pointer);
        let reason = "`user_received_account`: invalid type: null, expected a string";
        assert_eq!(undecoded.reason(), reason);
    }
}

#[tokio::test]
async fn a_refund_abroad_keeps_either_number() {
    let sender = Sender::start().await;
    let refund = json!({
        "mchid": "1", "id": "50", "refund_status": "SUCCESS", "recv_account": "a",
        "amount": { "total": 1, "refund": 1, "payer_total": 1, "payer_refund": 1, "currency": "HKD",
            "payer_currency": "CNY" },
    });
    let event = assert_event(
        &sender,
        "REFUND.SUCCESS",
        &refund,
        "RefundSuccess(GlobalMerchant(",
    );
    let Event::RefundSuccess(RefundSuccess::GlobalMerchant(refund)) = event else {
        panic!("{event:?}")
    };
    assert_eq!(refund.id.as_deref(), Some("50"));
}
