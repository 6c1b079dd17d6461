//! Messages about the difference between a declaration and its operation in the catalogue.

use super::messages::assert_messages;
use crate::catalogue::{Body, Operation, all};

/// A declaration on a trait of one method.
fn declaration(attribute: &str, parameters: &str) -> String {
    format!(
        "#[wechatpay_api({attribute})] trait A {{ async fn post(&self, {parameters}) -> Result<()>; }}"
    )
}

/// A declaration with every part that an operation has.
fn in_full(operation: &Operation) -> String {
    let option = match operation.body {
        Body::Upload => ", upload",
        _ if operation.file => ", download",
        _ => "",
    };
    let placeholders = operation.path.split(['{', '}']).skip(1).step_by(2);
    let mut parameters: Vec<_> = placeholders.map(|name| format!("r#{name}: &str")).collect();
    for (number, parameter) in operation.query.iter().enumerate() {
        let name = parameter.name;
        parameters.push(format!("#[query = {name:?}] q{number}: &str"));
    }
    match operation.body {
        Body::None => {}
        Body::Json | Body::Required => parameters.push("body: &B".to_owned()),
        Body::Upload => parameters.push("file: &UploadFile, body: &B".to_owned()),
    }
    let Operation { method, path, .. } = operation;
    declaration(
        &format!("{method} {path:?}{option}"),
        &parameters.join(", "),
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
    // The catalogue has no brand-direct operations.
    assert_messages(&declaration(r#"POST "/brand/anything""#, "body: &B"), &[]);
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
    let missing = |name: &str| {
        format!(
            "`GET /v3/marketing/favor/stocks` needs the query parameter `{name}`: add `#[query] \
             {name}: &str` to the method `post`\nif this is wrong, write `GET \"/v3/marketing/favor/stocks\", \
             without({name})`"
        )
    };
    let stocks = r#"GET "/v3/marketing/favor/stocks""#;
    assert_messages(
        &declaration(stocks, "#[query] offset: u8"),
        &[&missing("limit"), &missing("stock_creator_mchid")],
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
        &declaration(r#"POST "/v3/combine-transactions/jsapi""#, ""),
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
    // `upload` may be named, although this operation does not need it.
    assert_messages(
        &declaration(&format!("{prepay}, without(body, upload,)"), ""),
        &[],
    );
    assert_messages(
        &declaration(&format!("{prepay}, without(body, body)"), ""),
        &["duplicate name `body` in `without`: remove one"],
    );
    let declared = |name| format!("`{name}` is both declared and in `without`: remove one");
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
    for (attribute, parameters, option) in [
        (global, "", ". global ()"),
        (accepted, "body: &B", ". accepted ()"),
    ] {
        let count = |more: &str| {
            let expanded = expanded(&format!("{attribute}{more}"), parameters);
            assert!(!expanded.contains("compile_error"), "{expanded}");
            expanded.matches(option).count()
        };
        assert_eq!(count(""), 1, "{attribute}");
        assert_eq!(count(", accepted, global"), 1, "{attribute}");
        assert_eq!(count(", without(accepted, global)"), 0, "{attribute}");
        assert_eq!(count(", unlisted"), 0, "{attribute}");
    }
}

#[test]
fn options_that_the_operation_does_not_have() {
    for (operation, option, parameters, problem) in [
        (
            "POST \"/v3/pay/transactions/jsapi\"",
            "upload",
            "file: &UploadFile",
            "takes no file",
        ),
        (
            "GET \"/v3/certificates\"",
            "download",
            "",
            "does not respond with a file",
        ),
        (
            "GET \"/v3/certificates\"",
            "unsigned",
            "",
            "has a signed response",
        ),
    ] {
        let attribute = format!("{operation}, {option}");
        let known = operation.replace('"', "");
        assert_messages(
            &declaration(&attribute, parameters),
            &[&format!(
                "`{known}` {problem}: remove `{option}`\nif this has changed, add `unlisted`: \
                 `{operation}, unlisted`"
            )],
        );
    }
}
