//! Messages about the difference between a declaration and its operation in the catalogue.

use super::messages::assert_messages;
use crate::catalogue::{Body, Operation, Parameter, Response, all};

/// A declaration on a trait of one method.
fn declaration(attribute: &str, parameters: &str) -> String {
    responding(attribute, parameters, "()")
}

fn responding(attribute: &str, parameters: &str, response: &str) -> String {
    format!(
        "#[wechatpay_api({attribute})] trait A {{ async fn post(&self, {parameters}) -> Result<{response}>; }}"
    )
}

/// A declaration with every part that an operation has.
fn in_full(operation: &Operation) -> String {
    let (option, response) = match (operation.body, operation.response) {
        (Body::Upload, _) => (", upload", "Media"),
        (_, Response::File) => (", download", "Download"),
        (_, Response::Empty) => ("", "()"),
        (_, Response::Bill) => ("", "BillFile"),
        (_, Response::Bills) => ("", "BillFiles"),
        (_, Response::Json) => ("", "Verified<A>"),
    };
    let parameters = [
        placeholders(operation),
        operation.query.iter().map(query_value).collect(),
        operation.headers.iter().map(header).collect(),
        match operation.body {
            Body::None => Vec::new(),
            Body::Json => vec!["body: &B".to_owned()],
            Body::Upload => vec!["file: &UploadFile, body: &B".to_owned()],
        },
    ];
    let Operation { method, path, .. } = operation;
    responding(
        &format!("{method} {path:?}{option}"),
        &parameters.concat().join(", "),
        response,
    )
}

fn placeholders(operation: &Operation) -> Vec<String> {
    let ty = |name| {
        let mut known = operation.placeholders.iter();
        let known = known.find(|placeholder| placeholder.name == name);
        known.map_or("&str", Parameter::example_type)
    };
    let names = operation.placeholder_names();
    names
        .map(|name| format!("r#{name}: {}", ty(name)))
        .collect()
}

fn query_value(parameter: &Parameter) -> String {
    let name = parameter.name;
    format!(
        "#[query = {name:?}] query_{name}: {}",
        parameter.example_type()
    )
}

fn header(parameter: &Parameter) -> String {
    let name = parameter.name;
    format!(
        "#[header = {name:?}] header_{}: &str",
        name.replace('-', "_")
    )
}

#[test]
fn every_operation_declared_in_full_has_no_messages() {
    for operation in all() {
        assert_messages(&in_full(&operation), &[]);
    }
}

#[test]
fn unlisted_turns_the_comparison_off() {
    for Operation { method, path, .. } in all().step_by(10) {
        let placeholders = path.split(['{', '}']).skip(1).step_by(2);
        let parameters: Vec<_> = placeholders.map(|name| format!("r#{name}: &str")).collect();
        let body = if method == "GET" { "" } else { ", body: &B" };
        assert_messages(
            &declaration(
                &format!("{method} {path:?}, unlisted"),
                &format!("#[query] any: &str{body}, {}", parameters.join(", ")),
            ),
            &[],
        );
    }
}

/// The part of the only message before the advice to add `unlisted`.
#[track_caller]
fn assert_unknown(operation: (&str, &str), problem: &str) {
    let (method, path) = operation;
    let attribute = format!("{method} {path:?}");
    let expected = format!(
        "{problem}\nif the operation is newer than this crate, add `unlisted`: `{attribute}, unlisted`"
    );
    // Arguments that belong to no path are not reported beside the path.
    let parameters = "any: &str, #[query] other: &str, body: &B";
    assert_messages(&declaration(&attribute, parameters), &[&expected]);
}

#[test]
fn slips_of_a_segment_are_recognized() {
    for (operation, meant) in [
        (("POST", "/v3/pay/jsapi"), "/v3/pay/transactions/jsapi"),
        (
            ("POST", "/v3/partner/pay/transactions/jsapi"),
            "/v3/pay/partner/transactions/jsapi",
        ),
        (
            ("POST", "/v3/refund/refunds"),
            "/v3/refund/domestic/refunds",
        ),
        (
            ("GET", "/v3/refund/domestic/refunds/out-refund-no/{no}"),
            "/v3/refund/domestic/refunds/{out_refund_no}",
        ),
        (
            ("POST", "/v3/mch-transfer/transfer-bills"),
            "/v3/fund-app/mch-transfer/transfer-bills",
        ),
        // Not the order of Hong Kong.
        (
            ("POST", "/v3/transactions/jsapi"),
            "/v3/pay/transactions/jsapi",
        ),
        (
            ("POST", "/v3/hk/transactions/jsapi"),
            "/hk/v3/transactions/jsapi",
        ),
        // Not the transfer itself.
        (
            (
                "POST",
                "/v3/fund-app/mch-transfer/partner/transfer-bills/{out_bill_no}/cancel",
            ),
            "/v3/fund-app/mch-transfer/partner/transfer-bills/out-bill-no/{out_bill_no}/cancel",
        ),
        // A placeholder too few, or too many.
        (
            ("POST", "/v3/industry-rebate/transactions"),
            "/v3/industry-rebate/transactions/{transaction_id}",
        ),
        (
            ("GET", "/v3/payroll-card/{id}/authentications"),
            "/v3/payroll-card/authentications",
        ),
        // Not the order of the mainland.
        (
            ("POST", "/v3/glob/transactions/jsapi"),
            "/v3/global/transactions/jsapi",
        ),
        (
            ("POST", "/v3/gloal/transactions/jsapi"),
            "/v3/global/transactions/jsapi",
        ),
        // A part of a word, and two words put together.
        (
            ("POST", "/v3/payment/transactions/jsapi"),
            "/v3/pay/transactions/jsapi",
        ),
        (
            ("POST", "/v3/combine/transactions/jsapi"),
            "/v3/combine-transactions/jsapi",
        ),
        (
            ("POST", "/v3/pay/Transactions/jsapi"),
            "/v3/pay/transactions/jsapi",
        ),
        (("GET", "/v3/bill/tradeBill"), "/v3/bill/tradebill"),
        // A word twice, and a version before the brands' own operations.
        (
            ("GET", "/v3/offlineface/face-collections/face-collections"),
            "/v3/offlineface/face-collections",
        ),
        (
            ("POST", "/v3/brand/marketing/product-coupon/product-coupons"),
            "/brand/marketing/product-coupon/product-coupons",
        ),
        // A slip of a segment and one of a letter.
        (
            ("GET", "/hk/v3/transacitons/{transaction_id}"),
            "/hk/v3/transactions/id/{transaction_id}",
        ),
        (
            ("GET", "/v3/ecommerce/ufndflowbill"),
            "/v3/ecommerce/bill/fundflowbill",
        ),
        (("POST", "/v3/pay/jspai"), "/v3/pay/transactions/jsapi"),
        (
            ("GET", "/v3/pay/transactionsid/{id}"),
            "/v3/pay/transactions/id/{transaction_id}",
        ),
    ] {
        let (method, _) = operation;
        assert_unknown(
            operation,
            &format!("no such operation; did you mean `{method} {meant}`?"),
        );
    }
}

#[test]
fn a_few_operations_that_are_as_near_are_all_named() {
    assert_unknown(
        ("GET", "/v3/bill"),
        "no such operation; did you mean one of these?\n`GET /v3/bill/fundflowbill`\n\
         `GET /v3/bill/sub-merchant-fundflowbill`\n`GET /v3/bill/tradebill`",
    );
    assert_unknown(
        (
            "POST",
            "/v3/password-exempt-contract/contracts/pre-entrust-sign/mini-program",
        ),
        "no such operation; did you mean one of these?\n\
         `POST /v3/password-exempt-contract/contracts/ecommerce/pre-entrust-sign/mini-program`\n\
         `POST /v3/password-exempt-contract/contracts/normal/pre-entrust-sign/mini-program`\n\
         `POST /v3/password-exempt-contract/contracts/qs/pre-entrust-sign/mini-program`\n\
         `POST /v3/password-exempt-contract/contracts/service-provider/pre-entrust-sign/mini-program`",
    );
}

#[test]
fn operations_that_do_something_else_are_not_named() {
    let nothing = "no such operation: this version of wechatpay_client does not know the path";
    for operation in [
        // These are closed or reversed.
        ("POST", "/v3/pay/transactions/out-trade-no/{no}/cancel"),
        // These are cancelled, completed, …
        ("POST", "/v3/payscore/payafter-orders/{out_order_no}/close"),
        // Many products have orders, and many payments have transactions.
        ("POST", "/v3/orders"),
        ("POST", "/v3/pay/transactions"),
        ("GET", "/v3/refund/dom"),
    ] {
        assert_unknown(operation, nothing);
    }
}

/// Paths in which one word, unlike every published one, says what is done, or to what.
#[test]
fn another_word_is_another_operation() {
    let nothing = "no such operation: this version of wechatpay_client does not know the path";
    for operation in [
        ("POST", "/v3/edu-papay/refunds"),
        ("DELETE", "/v3/edu-papay/users/{id}"),
        ("POST", "/v3/ecommerce/fund/deposit"),
        ("POST", "/v3/ecommerce/fund/transfer"),
        ("POST", "/v3/ecommerce/fund/recharge"),
        ("POST", "/v3/ecommerce/fund/refund"),
        ("POST", "/v3/merchant/fund/transfer"),
        ("POST", "/v3/fund-app/mch-transfer/refund"),
        ("POST", "/v3/ecommerce/refunds/cancel"),
        ("POST", "/v3/ecommerce/orders/cancel"),
        ("POST", "/v3/profitsharing/receivers/update"),
        ("POST", "/v3/profitsharing/orders/refund"),
        ("POST", "/hk/v3/payouts"),
        ("GET", "/hk/v3/coupons/{id}"),
        ("GET", "/hk/v3/foo/{id}"),
        ("POST", "/v3/global/transfers"),
        ("POST", "/v3/papay/contracts/{contract_id}/end"),
        ("POST", "/v3/taxi-invoice/refund"),
        ("POST", "/v3/taxi-invoice/foo"),
        ("GET", "/v3/profitsharing/accounts"),
        ("GET", "/v3/profitsharing/foo"),
        ("GET", "/v3/ecommerce/foo"),
        ("POST", "/v3/webizpay/orders"),
        ("GET", "/v3/vehicle/etc/orders/{id}"),
        ("GET", "/v3/marketing"),
        // An added word says what is done.
        ("POST", "/v3/fund-app/mch-transfer/transfer-bills/abort"),
        ("POST", "/v3/fund-app/mch-transfer/transfer-bills/void"),
        ("POST", "/v3/refund/domestic/refunds/undo"),
        ("POST", "/v3/refund/domestic/refunds/status"),
        ("POST", "/v3/refund/domestic/refunds/apply"),
        ("POST", "/v3/refund/domestic/refunds/refund"),
        ("POST", "/v3/profitsharing/orders/finish"),
        ("POST", "/v3/profitsharing/orders/rollback"),
        ("POST", "/v3/transfer/batches/abort"),
        ("POST", "/v3/ecommerce/fund/withdraw/abort"),
        ("POST", "/v3/papay/contracts/{contract_id}/terminate/notify"),
        // The opposite.
        ("POST", "/v3/marketing/favor/stocks/{stock_id}/unpause"),
        ("POST", "/v3/profitsharing/orders/freeze"),
        ("POST", "/v3/payscore/serviceorder/{out_order_no}/uncancel"),
        ("POST", "/v3/profitsharing/receivers/undelete"),
        (
            "POST",
            "/v3/ecommerce/refunds/{refund_id}/refund-abnormal-apply",
        ),
    ] {
        assert_unknown(operation, nothing);
    }
}

#[test]
fn operations_that_the_catalogue_lacks() {
    for (attribute, message) in [
        (
            r#"POST "/v3/pay/transaction/jsapi""#,
            "no such operation; did you mean `POST /v3/pay/transactions/jsapi`?",
        ),
        (
            r#"POST "/v3/ecommerce/applyments""#,
            "no such operation; did you mean `POST /v3/ecommerce/applyments/`?",
        ),
        (
            r#"GET "/v3/pay/transactions/jsapi""#,
            "the HTTP method of `/v3/pay/transactions/jsapi` is `POST`, not `GET`",
        ),
        (
            r#"PUT "/v3/marketing/favor/callbacks""#,
            "the HTTP method of `/v3/marketing/favor/callbacks` is `GET` or `POST`, not `PUT`",
        ),
        (
            r#"GET "/v3/pay/transactions/id/4200001""#,
            "the path contains the value `4200001`: write `/v3/pay/transactions/id/{transaction_id}`, and pass the value as an argument",
        ),
        (
            r#"POST "/brand/anything""#,
            "no such operation: this version of wechatpay_client does not know the path",
        ),
        (
            r#"POST "/v3/orders""#,
            "no such operation: this version of wechatpay_client does not know the path",
        ),
    ] {
        let way_out = "if the operation is newer than this crate, add `unlisted`";
        assert_messages(
            &declaration(attribute, ""),
            &[&format!("{message}\n{way_out}: `{attribute}, unlisted`")],
        );
        assert_messages(&declaration(&format!("{attribute}, unlisted"), ""), &[]);
    }
    // Another mistake in the attribute hides the missing operation.
    assert_messages(
        &declaration(r#"POST "/v3/orders", unlistd"#, ""),
        &["unknown option `unlistd`: did you mean `unlisted`?"],
    );
}

#[test]
fn query_parameters_that_the_operation_does_not_have() {
    let get = r#"GET "/v3/pay/transactions/id/{id}""#;
    let misspelt = "`GET /v3/pay/transactions/id/{transaction_id}` has no query parameter `mchdi`; \
         did you mean `mchid`?\nif the parameter is newer than this crate, mark it with `#[unlisted]`: \
         `#[query] #[unlisted] mchdi`";
    assert_messages(
        &declaration(get, "id: &str, #[query] mchdi: &str"),
        &[misspelt],
    );
    let limit = "`GET /v3/pay/transactions/id/{transaction_id}` has no query parameter `limit`; its only \
         query parameter is `mchid`\n\
         if the parameter is newer than this crate, mark it with `#[unlisted]`: `#[query = \"limit\"] #[unlisted] page`";
    assert_messages(
        &declaration(
            get,
            "id: &str, #[query] mchid: &str, #[query = \"limit\"] page: u8",
        ),
        &[limit],
    );
    assert_messages(
        &declaration(get, "id: &str, #[query] query: &Page"),
        &[
            "`GET /v3/pay/transactions/id/{transaction_id}` has no query parameter `query`; a struct of query parameters is named `query`, without `#[query]`\nif the parameter is newer than this crate, mark it with `#[unlisted]`: `#[query] #[unlisted] query`",
        ],
    );
    for parameter in [
        "#[query = \"limit\"] #[unlisted] page: u8",
        "#[unlisted] #[query] limit: u8",
        "query: &Page",
    ] {
        let parameters = format!("id: &str, #[query] #[unlisted] mchid: &str, {parameter}");
        assert_messages(&declaration(get, &parameters), &[]);
    }
}

#[test]
fn query_parameters_that_are_missing() {
    let missing = |name: &str, ty: &str| {
        format!(
            "`GET /v3/marketing/favor/stocks` needs the query parameter `{name}`: add `#[query] \
             {name}: {ty}` to the method `post`\nif this is wrong, write `GET \"/v3/marketing/favor/stocks\", \
             without({name})`"
        )
    };
    let stocks = r#"GET "/v3/marketing/favor/stocks""#;
    assert_messages(
        &declaration(stocks, "#[query] offset: u8"),
        &[
            &missing("limit", "u64"),
            &missing("stock_creator_mchid", "&str"),
        ],
    );
    let without = format!("{stocks}, without(limit, offset, stock_creator_mchid)");
    assert_messages(&declaration(&without, ""), &[]);
    assert_messages(&declaration(stocks, "query: &Page"), &[]);
    // No official SDK confirms that this operation needs a query parameter.
    assert_messages(
        &declaration(
            r#"GET "/v3/new-tax-control-fapiao/merchant/base-information""#,
            "",
        ),
        &[],
    );
}

#[test]
fn bodies() {
    let revoke = r#"POST "/v3/ecommerce/applyments/{applyment_id}/revoke""#;
    assert_messages(
        &declaration(revoke, "applyment_id: &str, body: &B"),
        &[
            "`POST /v3/ecommerce/applyments/{applyment_id}/revoke` takes no body: remove `body`\nif this has changed, mark the body with `#[unlisted]`: `#[unlisted] body`",
        ],
    );
    assert_messages(
        &declaration(revoke, "applyment_id: &str, #[unlisted] body: &B"),
        &[],
    );
    let prepay = r#"POST "/v3/pay/transactions/jsapi""#;
    assert_messages(
        &declaration(prepay, ""),
        &[
            "`POST /v3/pay/transactions/jsapi` needs a body: add `body: &…` to the method `post`\nif this is wrong, write `POST \"/v3/pay/transactions/jsapi\", without(body)`",
        ],
    );
    assert_messages(&declaration(&format!("{prepay}, without(body)"), ""), &[]);
    // No official SDK confirms the missing part.
    assert_messages(
        &declaration(r#"POST "/v3/combine-transactions/miniprogram""#, ""),
        &[],
    );
}

#[test]
fn files() {
    let image = r#"POST "/v3/merchant/media/upload""#;
    assert_messages(
        &declaration(image, "body: &Meta"),
        &[
            "`POST /v3/merchant/media/upload` takes a file: add the option `upload`, and `file: &wechatpay_client::UploadFile` to the method `post`\nif this is wrong, write `POST \"/v3/merchant/media/upload\", without(upload)`",
        ],
    );
    assert_messages(
        &declaration(&format!("{image}, without(upload)"), "body: &B"),
        &[],
    );
    let bill = r#"GET "/v3/billdownload/file""#;
    assert_messages(
        &declaration(bill, "query: &Q"),
        &[
            "`GET /v3/billdownload/file` responds with a file: add the option `download`, and return `Result<Download>`\nif this is wrong, write `GET \"/v3/billdownload/file\", without(download)`",
        ],
    );
    assert_messages(
        &declaration(&format!("{bill}, without(download)"), "query: &Q"),
        &[],
    );
    // No official SDK confirms the missing part.
    for (operation, parameters) in [
        (r#"POST "/v3/taxi-invoice/cards/upload-file""#, "body: &B"),
        (r#"GET "/v3/transferdownload/signfile""#, "query: &Q"),
    ] {
        assert_messages(&declaration(operation, parameters), &[]);
    }
}

#[test]
fn the_option_without() {
    let prepay = r#"POST "/v3/pay/transactions/jsapi""#;
    let names = "`without` needs a list of names: write, for example, `without(mchid)`";
    for option in [
        "without",
        "without()",
        "without = body",
        "without(5)",
        "without body",
    ] {
        assert_messages(
            &declaration(&format!("{prepay}, {option}"), "body: &B"),
            &[names],
        );
    }
    assert_messages(
        &declaration("without(body)", ""),
        &["`without` must follow an operation: write `POST \"/v3/…\", without(…)`"],
    );
    assert_messages(
        &declaration(&format!("{prepay}, without(boody)"), "body: &B"),
        &[
            "`without` names `boody`, which `POST /v3/pay/transactions/jsapi` does not have: did you mean `body`?",
        ],
    );
    assert_messages(&declaration(&format!("{prepay}, without(body,)"), ""), &[]);
    // The operation has none of these, so the option would have no effect.
    for part in ["accepted", "download", "empty", "global", "upload"] {
        assert_messages(
            &responding(&format!("{prepay}, without({part})"), "body: &B", "A"),
            &[&format!(
                "`without` names `{part}`, which `POST /v3/pay/transactions/jsapi` does not have: remove `{part}`"
            )],
        );
    }
    assert_messages(
        &declaration(&format!("{prepay}, without(body, body)"), ""),
        &["duplicate name `body` in `without`: remove one"],
    );
    let declared = |name| format!("`{name}` is both declared and in `without`: remove one");
    let close = r#"POST "/v3/pay/transactions/out-trade-no/{no}/close", without(empty)"#;
    for response in ["()", "Verified<()>"] {
        assert_messages(
            &responding(close, "no: &str, body: &B", response),
            &[&declared("empty")],
        );
    }
    assert_messages(
        &declaration(&format!("{prepay}, without(body)"), "body: &B"),
        &[&declared("body")],
    );
    assert_messages(
        &declaration(
            r#"GET "/v3/pay/transactions/id/{id}", without(mchid)"#,
            "id: &str, #[query = \"mchid\"] merchant: &str",
        ),
        &[&declared("mchid")],
    );
    assert_messages(
        &declaration(
            r#"GET "/v3/billdownload/file", download, without(download)"#,
            "query: &Q",
        ),
        &[&declared("download")],
    );
}

#[test]
fn the_attribute_unlisted() {
    let get = |parameters: &str, message: &str| {
        let attribute = r#"GET "/v3/orders/{id}", unlisted"#;
        assert_messages(&declaration(attribute, parameters), &[message]);
    };
    let stands_on =
        "`#[unlisted]` belongs on a `#[query]` parameter or on `body`: remove `#[unlisted]`";
    get("#[unlisted] id: &str", stands_on);
    get("id: &str, #[unlisted] query: &Q", stands_on);
    get("id: &str, #[unlisted] #[header = \"A\"] a: &str", stands_on);
    get("id: &str, #[unlisted] mchid: &str", stands_on);
    get(
        "id: &str, #[query] #[unlisted] #[unlisted] a: &str",
        "duplicate `#[unlisted]`: remove one",
    );
    get(
        "id: &str, #[query] #[unlisted(a)] a: &str",
        "`#[unlisted]` takes no value: write only `#[unlisted]`",
    );
    get(
        "id: &str, #[unlistd] a: &str",
        "unknown attribute `#[unlistd]`: did you mean `#[unlisted]`?",
    );
}

#[test]
fn accepted_and_global_are_inferred() {
    let expanded = |attribute: &str, parameters: &str| {
        super::golden::expansion(&declaration(attribute, parameters)).to_string()
    };
    let global = r#"GET "/v3/global/certificates""#;
    let accepted = r#"POST "/v3/new-tax-control-fapiao/fapiao-applications""#;
    for (attribute, parameters, option, name) in [
        (global, "", ". global ()", "global"),
        (accepted, "body: &B", ". accepted ()", "accepted"),
    ] {
        let count = |more: &str| {
            let expanded = expanded(&format!("{attribute}{more}"), parameters);
            assert!(!expanded.contains("compile_error"), "{expanded}");
            expanded.matches(option).count()
        };
        assert_eq!(count(""), 1, "{attribute}");
        assert_eq!(count(&format!(", {name}")), 1, "{attribute}");
        assert_eq!(count(&format!(", without({name})")), 0, "{attribute}");
        assert_eq!(count(", unlisted"), 0, "{attribute}");
    }
}

#[test]
fn what_must_be_encrypted_is_inferred() {
    let add = r#"POST "/v3/profitsharing/receivers/add""#;
    let qualification = r#"GET "/v3/gov/subsidy/qualification""#;
    let all = r#". sensitive_query (& ["real_name" , "id_card_number" , "phone_number"])"#;
    for (attribute, parameters, option) in [
        (add.to_owned(), "body: &B", r#". sensitive (& ["/name"])"#),
        (add.to_owned(), "#[unlisted] body: &B", ""),
        (format!("{add}, without(body)"), "", ""),
        (format!("{add}, unlisted"), "body: &B", ""),
        (qualification.to_owned(), "query: &Q", all),
        (
            qualification.to_owned(),
            "#[query] real_name: Name",
            r#". sensitive_query (& ["real_name"])"#,
        ),
        (
            qualification.to_owned(),
            "#[query] real_name: &Sensitive",
            "",
        ),
        (
            qualification.to_owned(),
            "#[query] #[unlisted] real_name: &str",
            "",
        ),
        (format!("{qualification}, unlisted"), "query: &Q", ""),
    ] {
        let expanded = super::golden::expansion(&declaration(&attribute, parameters)).to_string();
        assert!(!expanded.contains("compile_error"), "{expanded}");
        let is_expected = match option {
            "" => !expanded.contains(". sensitive"),
            option => expanded.contains(option),
        };
        assert!(is_expected, "{attribute} {parameters}: {expanded}");
    }
}

#[test]
fn options_that_the_operation_does_not_have() {
    for (operation, option, parameters, problem) in [
        (
            "POST \"/v3/pay/transactions/jsapi\"",
            "upload",
            "file: &UploadFile",
            "takes no file: remove `upload`",
        ),
        (
            "GET \"/v3/certificates\"",
            "download",
            "",
            "does not respond with a file: remove `download`, and return `Result<T>` with the type of the response",
        ),
        (
            "GET \"/v3/bill/tradebill\"",
            "download",
            "query: &Q",
            "does not respond with a file: remove `download`, and return `Result<BillFile>`",
        ),
        (
            "GET \"/v3/certificates\"",
            "unsigned",
            "",
            "has a signed response: remove `unsigned`",
        ),
        (
            "POST \"/v3/pay/transactions/jsapi\"",
            "global",
            "body: &B",
            "is on the hosts of the Chinese mainland: remove `global`",
        ),
    ] {
        let attribute = format!("{operation}, {option}");
        let known = operation.replace('"', "");
        assert_messages(
            &declaration(&attribute, parameters),
            &[&format!(
                "`{known}` {problem}\nif this has changed, add `unlisted`: \
                 `{attribute}, unlisted`"
            )],
        );
    }
}

#[test]
fn values_that_must_or_must_not_be_encrypted() {
    let banks = r#"GET "/v3/capital/capitallhh/banks/search-banks-by-bank-account""#;
    let message = |name: &str, problem: &str| {
        format!(
            "the query parameter `{name}` of `GET \
             /v3/capital/capitallhh/banks/search-banks-by-bank-account` {problem}\nif this is wrong, mark \
             the parameter with `#[unlisted]`: `#[query] #[unlisted] {name}`"
        )
    };
    for (ty, example) in [
        ("&str", "&Sensitive"),
        ("String", "&Sensitive"),
        ("Box<str>", "&Sensitive"),
        ("u64", "&Sensitive"),
        ("&[&str]", "&Sensitive"),
        ("Option<&str>", "Option<&Sensitive>"),
        ("&Option<Cow<'_, str>>", "Option<&Sensitive>"),
    ] {
        let problem = format!("must be encrypted: write `{example}`");
        assert_messages(
            &declaration(banks, &format!("#[query] account_number: {ty}")),
            &[&message("account_number", &problem)],
        );
    }
    for parameter in [
        "#[query] account_number: &Sensitive",
        "#[query] account_number: Sensitive",
        "#[query] account_number: &wechatpay_client::Sensitive",
        "#[query] account_number: AccountNumber",
        "#[query] #[unlisted] account_number: &str",
        "query: &Q",
    ] {
        assert_messages(&declaration(banks, parameter), &[]);
    }

    let by_id = r#"GET "/v3/pay/transactions/id/{id}""#;
    let in_clear = "the query parameter `mchid` of `GET /v3/pay/transactions/id/{transaction_id}` must not \
                    be encrypted: write `&str`\nif this is wrong, mark the parameter with `#[unlisted]`: \
                    `#[query = \"mchid\"] #[unlisted] merchant`";
    for ty in [
        "&Sensitive",
        "Sensitive",
        "Option<&Sensitive>",
        "&[Sensitive]",
    ] {
        assert_messages(
            &declaration(
                by_id,
                &format!("id: &str, #[query = \"mchid\"] merchant: {ty}"),
            ),
            &[in_clear],
        );
    }
    let placeholder = "the placeholder `{transaction_id}` of `GET /v3/pay/transactions/id/{transaction_id}` \
                       must not be encrypted: write `&str`\nif this is wrong, add `unlisted`: `GET \
                       \"/v3/pay/transactions/id/{id}\", unlisted`";
    assert_messages(
        &declaration(by_id, "#[query] mchid: &str, id: &Sensitive"),
        &[placeholder],
    );
    assert_messages(
        &declaration(
            &format!("{by_id}, unlisted"),
            "id: &Sensitive, #[query] mchid: &Sensitive",
        ),
        &[],
    );
}

#[test]
fn kinds_of_query_parameters() {
    let complaints = r#"GET "/v3/merchant-service/complaints-v2""#;
    for (name, ty, problem) in [
        ("limit", "&str", "is an integer: write `u64`"),
        (
            "limit",
            "Option<String>",
            "is an integer: write `Option<u64>`",
        ),
        ("begin_date", "u32", "is text: write `&str`"),
        ("begin_date", "Option<u32>", "is text: write `&str`"),
        (
            "complainted_mchid",
            "Option<bool>",
            "is text: write `Option<&str>`",
        ),
    ] {
        assert_messages(
            &declaration(complaints, &format!("#[query] {name}: {ty}, query: &Q")),
            &[&format!(
                "the query parameter `{name}` of `GET /v3/merchant-service/complaints-v2` {problem}\nif this is \
                 wrong, mark the parameter with `#[unlisted]`: `#[query] #[unlisted] {name}`"
            )],
        );
        let unlisted = format!("#[query] #[unlisted] {name}: {ty}, query: &Q");
        assert_messages(&declaration(complaints, &unlisted), &[]);
    }
    // A merchant number may be kept as an integer.
    let number = "#[query] complainted_mchid: u64, query: &Q";
    assert_messages(&declaration(complaints, number), &[]);
}

#[test]
fn required_query_parameters_that_are_optional() {
    let bill = r#"GET "/v3/bill/tradebill""#;
    let message = "the query parameter `bill_date` of `GET /v3/bill/tradebill` is required: remove the \
                   `Option`\nif this is wrong, mark the parameter with `#[unlisted]`: `#[query] \
                   #[unlisted] bill_date`";
    for ty in [
        "Option<&str>",
        "&Option<String>",
        "std::option::Option<Date>",
    ] {
        assert_messages(
            &declaration(bill, &format!("#[query] bill_date: {ty}")),
            &[message],
        );
    }
    assert_messages(
        &declaration(bill, "#[query] #[unlisted] bill_date: Option<&str>"),
        &[],
    );
}

#[test]
fn placeholders_in_the_place_of_another() {
    let swapped = r#"GET "/v3/marketing/favor/users/{coupon_id}/coupons/{openid}""#;
    let parameters = "openid: &str, coupon_id: &str, #[query] appid: &str";
    assert_messages(
        &declaration(swapped, parameters),
        &[
            "the placeholder `{coupon_id}` is in the place of `{openid}`: write \
             `/v3/marketing/favor/users/{openid}/coupons/{coupon_id}`\nif this is wrong, add `unlisted`: \
             `GET \"/v3/marketing/favor/users/{coupon_id}/coupons/{openid}\", unlisted`",
        ],
    );
    assert_messages(
        &declaration(&format!("{swapped}, unlisted"), parameters),
        &[],
    );
    assert_messages(
        &declaration(
            r#"GET "/v3/marketing/favor/users/{user}/coupons/{openid}""#,
            "openid: &str, user: &str, #[query] appid: &str",
        ),
        &[
            "the placeholder `{openid}` is in the place of `{coupon_id}`: write \
             `/v3/marketing/favor/users/{openid}/coupons/{coupon_id}`\nif this is wrong, add `unlisted`: \
             `GET \"/v3/marketing/favor/users/{user}/coupons/{openid}\", unlisted`",
        ],
    );
    assert_messages(
        &declaration(
            r#"GET "/v3/marketing/favor/users/{user}/coupons/{id}""#,
            "user: &str, id: u64, #[query] appid: &str",
        ),
        &[],
    );
}

#[test]
fn arguments_with_an_official_name() {
    let order = r#"GET "/v3/pay/transactions/out-trade-no/{transaction_id}""#;
    assert_messages(
        &declaration(order, "out_trade_no: &str, #[query] mchid: &str"),
        &[
            "the argument `out_trade_no` is the placeholder `{transaction_id}` of the path under its official name: \
             write `/v3/pay/transactions/out-trade-no/{out_trade_no}`",
        ],
    );
    assert_messages(
        &declaration(order, "transaction_id: &str, mchid: &str"),
        &[
            "the argument `mchid` is a query parameter of `GET /v3/pay/transactions/out-trade-no/{out_trade_no}`: \
             write `#[query] mchid`",
        ],
    );
    assert_messages(
        &declaration(
            r#"POST "/v3/marketing/partnerships/build""#,
            "idempotency_key: &str, body: &B",
        ),
        &[
            "the argument `idempotency_key` is a header of `POST /v3/marketing/partnerships/build`: write \
             `#[header = \"Idempotency-Key\"] idempotency_key`",
        ],
    );
}

#[test]
fn headers_that_are_missing_or_misspelt() {
    let build = r#"POST "/v3/marketing/partnerships/build""#;
    let known = "POST /v3/marketing/partnerships/build";
    let key = r#"#[header = "Idempotency-Key"] key: &str"#;
    assert_messages(&declaration(build, &format!("{key}, body: &B")), &[]);
    assert_messages(
        &declaration(build, &format!("{}, body: &B", key.to_lowercase())),
        &[],
    );
    assert_messages(
        &declaration(build, "body: &B"),
        &[&format!(
            "`{known}` needs the header `Idempotency-Key`: add `#[header = \"Idempotency-Key\"] \
             idempotency_key: &str` to the method `post`\nif this is wrong, write `{build}, \
             without(idempotency_key)`"
        )],
    );
    let without = format!("{build}, without(idempotency_key)");
    assert_messages(&declaration(&without, "body: &B"), &[]);
    let misspelt = r#"#[header = "Idempotent-Key"] key: &str, body: &B"#;
    assert_messages(
        &declaration(build, misspelt),
        &[&format!(
            "`{known}` has no header `Idempotent-Key`; did you mean `Idempotency-Key`?\nif this is wrong, \
             write `{build}, without(idempotency_key)`"
        )],
    );
    assert_messages(&declaration(&without, misspelt), &[]);
    assert_messages(
        &declaration(&without, &format!("{key}, body: &B")),
        &["`idempotency_key` is both declared and in `without`: remove one"],
    );
    // HTTP compares names without regard to case, and `_` is not `-`.
    let underscore = r#"#[header = "Idempotency_Key"] key: &str, body: &B"#;
    assert_messages(
        &declaration(build, underscore),
        &[&format!(
            "`{known}` has no header `Idempotency_Key`; did you mean `Idempotency-Key`?\nif this is wrong, \
             write `{build}, without(idempotency_key)`"
        )],
    );
    assert_messages(&declaration(&without, underscore), &[]);
    for ty in ["Option<&str>", "std::option::Option<String>"] {
        let optional = key.replace("&str", ty) + ", body: &B";
        assert_messages(
            &declaration(build, &optional),
            &[&format!(
                "the header `Idempotency-Key` of `{known}` is required: remove the `Option`\nif this is wrong, \
                 write `{build}, without(idempotency_key)`"
            )],
        );
        assert_messages(&declaration(&without, &optional), &[]);
    }
    // Other headers are not compared.
    assert_messages(
        &declaration(
            build,
            &format!("{key}, #[header = \"X-Trace\"] trace: &str, body: &B"),
        ),
        &[],
    );
}

/// Asserts that a declaration has only this message, and none with the operation that the message advises.
#[track_caller]
fn assert_way_out(attribute: &str, parameters: &str, problem: &str, way_out: &str) {
    let message = format!("{problem}`{way_out}`");
    assert_messages(&declaration(attribute, parameters), &[&message]);
    assert_messages(&declaration(way_out, parameters), &[]);
}

#[test]
fn ways_out_keep_the_options() {
    let operation = r#"POST "/v3/marketing/partnerships/build""#;
    let known = "`POST /v3/marketing/partnerships/build`";
    assert_way_out(
        &format!("{operation}, without(body), idempotent, crate = a::b"),
        "",
        &format!(
            "{known} needs the header `Idempotency-Key`: add `#[header = \"Idempotency-Key\"] \
             idempotency_key: &str` to the method `post`\nif this is wrong, write "
        ),
        &format!("{operation}, without(body, idempotency_key), idempotent, crate = a::b"),
    );
    assert_way_out(
        &format!("{operation}, idempotent, defaults, without(body)"),
        "#[header = \"Idempotent-Key\"] key: &str",
        &format!(
            "{known} has no header `Idempotent-Key`; did you mean `Idempotency-Key`?\nif this is wrong, write "
        ),
        &format!("{operation}, idempotent, defaults, without(body, idempotency_key)"),
    );
    assert_way_out(
        &format!("{operation}, accepted, without(body, idempotency_key), global, idempotent"),
        "",
        &format!(
            "{known} is on the hosts of the Chinese mainland: remove `global`\nif this has changed, add \
             `unlisted`: "
        ),
        &format!("{operation}, accepted, global, idempotent, unlisted"),
    );
    let unknown = r#"POST "/v3/no/such/operation""#;
    assert_way_out(
        &format!("{unknown}, accepted, without(body), idempotent"),
        "body: &B",
        "no such operation: this version of wechatpay_client does not know the path\nif the operation is \
         newer than this crate, add `unlisted`: ",
        &format!("{unknown}, accepted, idempotent, unlisted"),
    );
}

/// Beside `unlisted`, the macro does not add the options that the operation implies.
#[test]
fn ways_out_name_implied_options() {
    let fapiao = r#"POST "/v3/new-tax-control-fapiao/fapiao-applications/{id}/reverse""#;
    assert_way_out(
        &format!("{fapiao}, global"),
        "id: &str, body: &B",
        "`POST /v3/new-tax-control-fapiao/fapiao-applications/{fapiao_apply_id}/reverse` is on the hosts of the \
         Chinese mainland: remove `global`\nif this has changed, add `unlisted`: ",
        &format!("{fapiao}, global, accepted, unlisted"),
    );
    let upload = r#"GET "/v3/global/merchant-service/complaint-notifications""#;
    assert_way_out(
        &format!("{upload}, unsigned"),
        "",
        "`GET /v3/global/merchant-service/complaint-notifications` has a signed response: remove `unsigned`\nif \
         this has changed, add `unlisted`: ",
        &format!("{upload}, unsigned, global, unlisted"),
    );
}

#[test]
fn responses_without_a_body() {
    let close = r#"POST "/v3/pay/transactions/out-trade-no/{no}/close""#;
    let typed = |unit: &str| {
        format!(
            "`POST /v3/pay/transactions/out-trade-no/{{out_trade_no}}/close` responds without a body: \
             return `{unit}`\nif this is wrong, write `{close}, without(empty)`"
        )
    };
    let parameters = "no: &str, body: &B";
    for (response, unit) in [
        ("Closed", "Result<()>"),
        ("Option<Closed>", "Result<()>"),
        ("BillFile", "Result<()>"),
        ("String", "Result<()>"),
        ("Vec<Closed>", "Result<()>"),
        ("bool", "Result<()>"),
        ("&'static str", "Result<()>"),
        ("Option<Verified<Closed>>", "Result<()>"),
        ("Verified<Closed>", "Result<Verified<()>>"),
    ] {
        let declaration = responding(close, parameters, response);
        assert_messages(&declaration, &[&typed(unit)]);
    }
    for response in ["()", "Verified<()>"] {
        assert_messages(&responding(close, parameters, response), &[]);
    }
    let without = format!("{close}, without(empty)");
    assert_messages(&responding(&without, parameters, "Closed"), &[]);
    // No second source confirms that this response is empty.
    let delete = r#"DELETE "/v3/global/merchant-service/complaint-notifications""#;
    assert_messages(&responding(delete, "", "Deleted"), &[]);
}

#[test]
fn bill_files() {
    let way_out =
        |operation: &str| format!("if this has changed, add `unlisted`: `{operation}, unlisted`");
    for (operation, response, problem) in [
        (
            r#"GET "/v3/bill/tradebill""#,
            "BillFiles",
            "responds with one bill file: return `Result<BillFile>`",
        ),
        (
            r#"GET "/v3/ecommerce/bill/fundflowbill""#,
            "wechatpay_client::BillFile",
            "responds with several bill files: return `Result<BillFiles>`",
        ),
        (
            r#"GET "/v3/certificates""#,
            "Verified<BillFile>",
            "does not respond with the address and the hash of a bill: return `Result<T>` with the type of its response, \
             and pass an address in the response to `Client::download_from`",
        ),
        (
            r#"GET "/v3/certificates""#,
            "BillFiles",
            "does not respond with the address and the hash of a bill: return `Result<T>` with the type of its response, \
             and pass an address in the response to `Client::download_from`",
        ),
    ] {
        let known = operation.replace('"', "");
        assert_messages(
            &responding(operation, "query: &Q", response),
            &[&format!("`{known}` {problem}\n{}", way_out(operation))],
        );
        let unlisted = format!("{operation}, unlisted");
        assert_messages(&responding(&unlisted, "query: &Q", response), &[]);
    }
    for (operation, response) in [
        (r#"GET "/v3/bill/tradebill""#, "BillFile"),
        (r#"GET "/v3/bill/tradebill""#, "Bill"),
        (
            r#"GET "/v3/ecommerce/bill/fundflowbill""#,
            "Verified<BillFiles>",
        ),
    ] {
        assert_messages(&responding(operation, "query: &Q", response), &[]);
    }
}

#[test]
fn downloads_that_are_not_declared() {
    let file = r#"GET "/v3/transferdownload/signfile""#;
    let problem = "`GET /v3/transferdownload/signfile` responds with a file: add the option `download`, and return \
                   `Result<Download>`";
    for (response, way_out) in [
        (
            "Download",
            "if this is wrong, write `GET \"/v3/transferdownload/signfile\", without(download)`",
        ),
        (
            "BillFile",
            "if this has changed, add `unlisted`: `GET \"/v3/transferdownload/signfile\", unlisted`",
        ),
    ] {
        assert_messages(
            &responding(file, "query: &Q", response),
            &[&format!("{problem}\n{way_out}")],
        );
    }
}
