use super::*;

mod modules;

/// Facts of every form.
fn facts() -> Facts {
    serde_json::from_str(include_str!("facts.json")).unwrap()
}

/// Set `GOLDEN=overwrite` to write the expected texts.
#[test]
fn declarations_are_as_expected() {
    let facts = facts();
    let folder =
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/declare/tests/expected");
    for operation in &facts.operations {
        let path = folder.join(format!("{}.rs", operation.name));
        let text = declaration(&facts, operation);
        if std::env::var_os("GOLDEN").is_some_and(|golden| golden == "overwrite") {
            std::fs::write(&path, &text).unwrap();
        }
        let expected = std::fs::read_to_string(&path).unwrap_or_default();
        assert_eq!(text, expected, "{}", operation.name);
    }
}

/// Facts come from outside: whatever they say, a declaration is written.
#[test]
fn odd_facts_are_no_panic() {
    let types = [
        "string", "int", "number", "bool", "object", "file", "ref:", "ref:A", "enum:B", "enum:C",
    ];
    let forms = ["T", "array<T>", "json<T>", "array<json<array<T>>>"];
    let names = [
        "",
        " ",
        "type",
        "self",
        "Self",
        "_",
        "__",
        "名",
        "1",
        "a`b\"c\\\nd",
        "A-b",
        "Öl",
    ];
    for form in forms
        .iter()
        .flat_map(|form| types.map(|ty| form.replace('T', ty)))
    {
        for name in names {
            let field = serde_json::json!({
                "name": name, "type": form, "required": true, "label": name, "pattern": name, "format": name,
                "item_format": name, "encrypted": name, "example": name, "default": [name], "min_length": 9,
                "max_length": 1,
            });
            let param = |place| {
                let mut param = field.clone();
                param["in"] = place;
                param
            };
            let params = ["path", "query", "header"].map(|place| param(place.into()));
            let operation = serde_json::json!({
                "product": name, "name": name, "method": name, "path": format!("{{{name}}}"), "params": params,
                "request": form, "upload": name.is_empty(), "responses": [{ "status": 200, "body": form }],
            });
            let mut facts = Facts::default();
            let types = serde_json::json!({
                "schemas": { "A": [field, field], name: [field] },
                "enums": { "B": { "type": form, "values": [name, null, 1] } },
            });
            facts
                .products
                .insert(name.to_owned(), serde_json::from_value(types).unwrap());
            let operation = serde_json::from_value(operation).unwrap();
            assert!(declaration(&facts, &operation).contains("#[wechatpay_api("));
        }
    }
}

#[test]
fn names_are_names_in_rust() {
    for (name, expected) in [
        ("out_trade_no", "out_trade_no"),
        ("payAuthNo", "pay_auth_no"),
        ("med_refund__gov_fee", "med_refund_gov_fee"),
        ("Idempotency-Key", "idempotency_key"),
        ("type", "r#type"),
        ("self", "self_"),
        ("3d", "_3d"),
    ] {
        assert_eq!(names::snake(name), expected);
    }
    for (name, expected) in [
        ("create_refund", "CreateRefund"),
        ("GoodsDetail", "GoodsDetail"),
        ("3d", "T3d"),
        ("", "T"),
    ] {
        assert_eq!(names::pascal(name), expected);
    }
    assert_eq!(names::method("withdraw", "fund"), "withdraw");
    assert_eq!(names::method("clone", "fund"), "clone_fund");
    assert_eq!(names::method("type", "fund"), "type_fund");
    assert_eq!(names::method("clone", ""), "clone_operation");
}

#[test]
fn a_name_that_is_taken_begins_with_the_product() {
    let mut names = names::TypeNames::new("ecommerce_refund");
    let added = ["Amount", "From", "Amount", "Amount", "Result"].map(|name| names.add(name));
    let expected = [
        "Amount",
        "EcommerceRefundFrom",
        "EcommerceRefundAmount",
        "EcommerceRefundAmount2",
        "EcommerceRefundResult",
    ];
    assert_eq!(added, expected);
}

/// An operation of `additions.json` has no product.
#[test]
fn an_operation_without_a_product_is_declared() {
    let operation = serde_json::json!({
        "name": "clone", "method": "POST", "path": "/v3/some/{thing_id}/things", "request": "object",
        "params": [{ "in": "query", "name": "mchid", "type": "string" }],
        "responses": [{ "status": 200, "body": "object" }],
    });
    let operation = serde_json::from_value(operation).unwrap();
    assert_eq!(
        declaration(&Facts::default(), &operation),
        r#"pub mod clone {
    use serde_json::{Map, Value};
    use wechatpay_client::{Result, wechatpay_api};

    #[wechatpay_api(POST "/v3/some/{thing_id}/things")]
    pub trait OperationClone {
        async fn clone_operation(
            &self,
            thing_id: &str,
            #[query] mchid: Option<&str>,
            body: &Map<String, Value>,
        ) -> Result<Map<String, Value>>;
    }
}
"#
    );
}

#[test]
fn variants_leave_out_the_words_that_repeat_the_name_of_the_enum() {
    let cases: [(&str, &[&str], &[&str]); 12] = [
        (
            "SubjectType",
            &["SUBJECT_TYPE_INDIVIDUAL", "SUBJECT_TYPE_OTHERS"],
            &["Individual", "Others"],
        ),
        (
            "State",
            &["APPLYMENT_STATE_OPEN", "APPLYMENT_STATE_REJECTED"],
            &["Open", "Rejected"],
        ),
        (
            "IdType",
            &["IDENTIFICATION_TYPE_IDCARD", "IDENTIFICATION_TYPE_IDCARD_2"],
            &["Idcard", "Idcard2"],
        ),
        (
            "PayState",
            &["PAY_STATUS_UNPAID", "PAY_STATUS_PAID"],
            &["Unpaid", "Paid"],
        ),
        // Any word of the name, if no other word follows.
        (
            "CardState",
            &["CARD_EFFECTIVE", "CARD_INVALID"],
            &["Effective", "Invalid"],
        ),
        (
            "EnabledState",
            &["ENABLED_STATE_ENABLED", "ENABLED_STATE_OFFLINE"],
            &["Enabled", "Offline"],
        ),
        // Other words are no repetition.
        (
            "ControlAction",
            &["DISABLE_PAY", "DISABLE_REFUND"],
            &["DisablePay", "DisableRefund"],
        ),
        (
            "RefundAccount",
            &["REFUND_SOURCE_A", "REFUND_SOURCE_B"],
            &["RefundSourceA", "RefundSourceB"],
        ),
        // A single text shares nothing.
        ("BankType", &["BANK_TYPE_CFT"], &["BankTypeCft"]),
        // The rest would be no name, or the name of another.
        (
            "CertType",
            &["CERT_TYPE_2388", "CERT_TYPE_2389"],
            &["CertType2388", "CertType2389"],
        ),
        (
            "TaskState",
            &["TASK_STATE", "TASK_STATE_DONE"],
            &["TaskState", "TaskStateDone"],
        ),
        (
            "TransferMode",
            &["TRANSFER_TO_A", "TRANSFER_MODE_TO_B"],
            &["TransferToA", "TransferModeToB"],
        ),
    ];
    for (name, texts, variants) in cases {
        let listed = serde_json::json!({ "type": "string", "values": texts });
        let listed: crate::facts::Enum = serde_json::from_value(listed).unwrap();
        let listed = enums::Listed::of(name, &listed).unwrap();
        let found: Vec<_> = texts.iter().map(|text| listed.variant_of(text)).collect();
        let variants: Vec<_> = variants.iter().map(|name| Some(*name)).collect();
        assert_eq!(found, variants, "{name}");
    }
}
