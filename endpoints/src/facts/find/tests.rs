use std::time::{Duration, Instant};

use super::*;

/// Operations `product.name METHOD /path`, and one event.
fn facts() -> Facts {
    let operations = [
        "complaint.update_refund_progress POST /v3/merchant-service/complaints-v2/{complaint_id}/update-refund-progress",
        "complaint.query_complaint GET /v3/merchant-service/complaints-v2/{complaint_id}",
        "global_pay.create_refund POST /v3/global/refunds",
        "refund.create_refund POST /v3/refund/domestic/refunds",
        "refund.query_refund GET /v3/refund/domestic/refunds/{out_refund_no}",
        "identity.cancel_by_id POST /v3/applyment/{applyment_id}/cancel",
        "identity.cancel_by_code POST /v3/applyment/{business_code}/cancel",
        "payscore.query_service_order GET /v3/payscore/serviceorder",
        "payscore.create_service_order POST /v3/payscore/serviceorder",
        "payscore.cancel_service_order POST /v3/payscore/serviceorder/{out_order_no}/cancel",
        "profit_sharing.delete_receiver POST /v3/profitsharing/receivers/delete",
        "favor.activate POST /v3/favor/stocks/{stock_id}/activate",
        "bill.file GET /v3/billdownload/file",
        "bill.file_of GET /v3/billdownload/{token}",
        "stores.create POST /v3/stores/",
        "stores.list GET /v3/stores/",
        "global_pay.prepay_app POST /v3/global/transactions/app",
        "global_papay.create_transaction POST /v3/global/papay/transactions",
        ".create_things POST /v3/things",
    ];
    let operation = |text: &str| {
        let (name, rest) = text.split_once(' ').unwrap();
        let (product, name) = name.split_once('.').unwrap();
        let (method, path) = rest.split_once(' ').unwrap();
        let mut operation = Operation::new(method, path);
        operation.product = product.to_owned();
        operation.name = name.to_owned();
        operation
    };
    let event =
        serde_json::json!({ "event_type": "REFUND.SUCCESS", "label": null, "resource": null });
    Facts {
        operations: operations.map(operation).into(),
        events: vec![serde_json::from_value(event).unwrap()],
        ..Facts::default()
    }
}

/// The name of the operation, or the whole error.
fn found(text: &str) -> String {
    match facts().find(text) {
        Ok(operation) => operation.full_name(),
        Err(error) => error.to_string(),
    }
}

#[test]
fn an_operation_is_found_in_every_form_of_its_path() {
    for text in [
        "GET /v3/refund/domestic/refunds/{out_refund_no}",
        " get  /v3/refund/domestic/refunds/{id} ",
        "GET /v3/refund/domestic/refunds/{}",
        "GET /v3/refund/domestic/refunds/:out_refund_no",
        "GET /v3/refund/domestic/refunds/1217752501",
        "GET v3/refund/domestic/refunds/1217752501/",
        "/v3/refund/domestic/refunds/{out_refund_no}",
        "GET \"/v3/refund/domestic/refunds/{out_refund_no}\"",
        "GET \"/v3/refund/domestic/refunds/{out_refund_no}\", unlisted",
        "#[wechatpay_api(GET \"/v3/refund/domestic/refunds/{out_refund_no}\")]",
        "\u{feff}GET /v3/refund/domestic/refunds/{out_refund_no}?sub_mchid=1900000109",
        "GET https://api.mch.weixin.qq.com/v3/refund/domestic/refunds/1217752501?a=/b.c",
        "https://api.mch.weixin.qq.com/v3/refund/domestic/refunds/1217752501#top",
        "GET api.mch.weixin.qq.com/v3/refund/domestic/refunds/1217752501",
    ] {
        assert_eq!(found(text), "refund.query_refund", "{text}");
    }
}

#[test]
fn an_operation_is_found_by_its_name() {
    assert_eq!(found("refund.query_refund"), "refund.query_refund");
    assert_eq!(found(" query_refund\n"), "refund.query_refund");
    assert_eq!(found("create_things"), "create_things");
    assert_eq!(
        found("create_refund"),
        "`create_refund` may be any of these operations; name one:\n  \
         `POST /v3/global/refunds`, which is `global_pay.create_refund`\n  \
         `POST /v3/refund/domestic/refunds`, which is `refund.create_refund`"
    );
    assert_eq!(
        found("refnud.query_refund"),
        unknown(
            "refnud.query_refund",
            "; did you mean `GET /v3/refund/domestic/refunds/{out_refund_no}`, which is `refund.query_refund`?"
        )
    );
}

#[test]
fn the_names_of_placeholders_choose_between_operations() {
    let named = |name| found(&format!("POST /v3/applyment/{name}/cancel"));
    assert_eq!(named("{applyment_id}"), "identity.cancel_by_id");
    assert_eq!(named("{business_code}"), "identity.cancel_by_code");
    for name in ["{id}", "123"] {
        assert_eq!(
            named(name),
            format!(
                "`POST /v3/applyment/{name}/cancel` may be any of these operations; name one:\n  \
                 `POST /v3/applyment/{{applyment_id}}/cancel`, which is `identity.cancel_by_id`\n  \
                 `POST /v3/applyment/{{business_code}}/cancel`, which is `identity.cancel_by_code`"
            )
        );
    }
}

#[test]
fn a_word_of_a_path_is_no_value() {
    assert_eq!(found("GET /v3/billdownload/file"), "bill.file");
    assert_eq!(found("GET /v3/billdownload/Xy12"), "bill.file_of");
    assert_eq!(
        found("GET /v3/merchant-service/complaints-v2/negotiation-histories"),
        unknown(
            "GET /v3/merchant-service/complaints-v2/negotiation-histories",
            ""
        )
    );
}

#[test]
fn operations_like_a_text_are_listed() {
    let mut facts = facts();
    facts.operations[3].label = "申请退款".to_owned();
    let found = |text: &str| match facts.find(text) {
        Ok(operation) => operation.full_name(),
        Err(error) => error.to_string(),
    };
    let create = "`POST /v3/refund/domestic/refunds`, which is `refund.create_refund`";
    assert_eq!(
        found("申请退款"),
        format!("no known operation is `申请退款`; like it are:\n  {create}")
    );
    assert_eq!(
        found("cancel_by"),
        "no known operation is `cancel_by`; like it are:\n  \
         `POST /v3/applyment/{applyment_id}/cancel`, which is `identity.cancel_by_id`\n  \
         `POST /v3/applyment/{business_code}/cancel`, which is `identity.cancel_by_code`"
    );
    assert_eq!(found("refund::create_refund"), "refund.create_refund");
    let many = found("e");
    assert!(many.ends_with("\n  and 8 more"), "{many}");
    // A name of another product is listed after those of the product that was named.
    assert!(found("complaint.create_refund").starts_with(
        "no known operation is `complaint.create_refund`; the product `complaint` has:\n"
    ));
}

#[test]
fn a_path_with_another_method_is_named() {
    assert_eq!(
        found("POST /v3/refund/domestic/refunds/123"),
        "no known operation is `POST /v3/refund/domestic/refunds/123`; the path belongs to:\n  \
         `GET /v3/refund/domestic/refunds/{out_refund_no}`, which is `refund.query_refund`"
    );
    assert_eq!(
        found("/v3/stores"),
        "`/v3/stores` may be any of these operations; name one:\n  \
         `POST /v3/stores/`, which is `stores.create`\n  \
         `GET /v3/stores/`, which is `stores.list`"
    );
}

#[test]
fn products_and_events_are_named() {
    for text in ["refund", "refund.creat"] {
        assert_eq!(
            found(text),
            format!(
                "no known operation is `{text}`; the product `refund` has:\n  \
                 `POST /v3/refund/domestic/refunds`, which is `refund.create_refund`\n  \
                 `GET /v3/refund/domestic/refunds/{{out_refund_no}}`, which is `refund.query_refund`"
            )
        );
    }
    for text in ["REFUND.SUCCESS", "refund.success"] {
        assert_eq!(
            found(text),
            "`REFUND.SUCCESS` is a notification event, and no operation: receive it with `Notifications::parse`, and \
             decode it with `Notification::resource`"
        );
    }
}

fn unknown(text: &str, nearest: &str) -> String {
    format!(
        "no known operation is `{text}`{nearest}\nwrite `METHOD /path` or `product.name`; to declare an operation that \
         is not known, write the trait with `unlisted`"
    )
}

#[test]
fn the_nearest_operation_does_the_same() {
    for (text, nearest) in [
        ("POST /v3/refnud/domestic/refunds", 3),
        ("POST /V3/Refund/Domestic/Refunds", 3),
        ("POST /v3/refund/refunds", 3),
        ("POST /v3/refund/all/domestic/refunds", 3),
        ("POST /v3/domestic/refund/refunds", 3),
        ("/v3/domestic/refund/refund", 3),
        ("POST /global/refunds", 2),
        ("POST /v3/globa/refunds", 2),
        ("GET /v3/refund/domestic/refund/{id}", 4),
        ("POST /v3/applyment/cancel/{applyment_id}/", 5),
        ("POST /v3/payscore/serviceorder/cancel", 9),
        ("POST /v3/profitsharing/delete/receivers", 10),
    ] {
        let facts = facts();
        let kind = facts.find(text).unwrap_err().kind().clone();
        let nearest = facts.operations.get(nearest);
        assert_eq!(kind, FindErrorKind::Unknown(nearest), "{text}");
    }
    let text = "POST /v3/refund/refunds";
    let hint =
        "; did you mean `POST /v3/refund/domestic/refunds`, which is `refund.create_refund`?";
    assert_eq!(found(text), unknown(text, hint));
}

#[test]
fn an_operation_that_does_another_thing_is_not_named() {
    for text in [
        "GET /v3/payscore/serviceorder/{}",
        "POST /v3/payscore/serviceorder/{}",
        "POST /v3/payscore/serviceorder/123",
        "POST /v3/payscore/serviceorder/{}/complete",
        "POST /v3/profitsharing/receivers",
        "POST /v3/favor/stocks/1/deactivate",
        "POST /v3/refunds",
        "POST /v3/global/transactions",
        "POST /v3/partner/refund/domestic/refunds",
        "GET /v3/refund/domestic/refunds/{id} further",
        "GET /v3/bill/tradebill",
        "papay/transactions",
        "papay",
        ".",
        "GET",
        "/",
        "",
    ] {
        assert_eq!(found(text), unknown(text, ""));
    }
}

#[test]
fn control_characters_are_not_printed() {
    assert_eq!(found("a\u{1b}[2J\nb"), unknown("a\\u{1b}[2J\\nb", ""));
}

#[test]
fn a_long_path_is_searched_at_once() {
    let facts = crate::facts();
    let start = Instant::now();
    for path in ["a".repeat(300_000), "a1/".repeat(10_000)] {
        let error = facts.find(&format!("GET /v3/{path}")).unwrap_err();
        assert_eq!(error.kind(), &FindErrorKind::Unknown(None));
    }
    // The comparison of the long word with the words of all operations takes minutes.
    assert!(start.elapsed() < Duration::from_secs(10));
}
