//! What a declaration is told of the operation that it declares, and what it is not told.

use super::messages::told;
use crate::catalogue::{Body, Operation, all};

/// A declaration on a trait of one method.
fn declaration(attribute: &str, parameters: &str) -> String {
    format!(
        "#[wechatpay_api({attribute})] trait A {{ async fn post(&self, {parameters}) -> Result<()>; }}"
    )
}

/// An operation declared with all that it has.
fn in_full(operation: &Operation) -> String {
    let option = match operation.body {
        Body::Upload => ", upload",
        _ if operation.file => ", download",
        _ => "",
    };
    let placeholders = operation.path.split(['{', '}']).skip(1).step_by(2);
    let mut parameters: Vec<_> = placeholders.map(|it| format!("r#{it}: &str")).collect();
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
fn every_operation_declared_in_full_is_told_nothing() {
    for operation in all() {
        told(&in_full(&operation), &[]);
    }
}

#[test]
fn every_operation_may_be_unlisted() {
    for Operation { method, path, .. } in all().step_by(10) {
        let placeholders = path.split(['{', '}']).skip(1).step_by(2);
        let parameters: Vec<_> = placeholders.map(|it| format!("r#{it}: &str")).collect();
        let body = if method == "GET" { "" } else { ", body: &B" };
        told(
            &declaration(
                &format!("{method} {path:?}, unlisted"),
                &format!("#[query] any: &str{body}, {}", parameters.join(", ")),
            ),
            &[],
        );
    }
}

#[test]
fn paths() {
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
            "`/v3/pay/transactions/jsapi` is `POST`, not `GET`",
        ),
        (
            r#"PUT "/v3/marketing/favor/callbacks""#,
            "`/v3/marketing/favor/callbacks` is `GET` or `POST`, not `PUT`",
        ),
        (
            r#"GET "/v3/pay/transactions/id/4200001""#,
            "`4200001` stands where the operation has a placeholder: `/v3/pay/transactions/id/{transaction_id}`",
        ),
        (
            r#"POST "/v3/orders""#,
            "no such operation is known to this version of wechatpay_client",
        ),
    ] {
        let way_out = "if it is newer than this crate, add `unlisted`";
        told(
            &declaration(attribute, ""),
            &[&format!("{message}\n{way_out}: `{attribute}, unlisted`")],
        );
        told(&declaration(&format!("{attribute}, unlisted"), ""), &[]);
    }
    // Of an attribute with another mistake nothing is said about the operation.
    told(
        &declaration(r#"POST "/v3/orders", unlistd"#, ""),
        &["unknown option `unlistd`: did you mean `unlisted`?"],
    );
    // The table has no brand-direct operations.
    told(&declaration(r#"POST "/brand/anything""#, "body: &B"), &[]);
}

#[test]
fn query_parameters_that_the_operation_does_not_have() {
    let get = r#"GET "/v3/pay/transactions/id/{id}""#;
    let misspelt = "`GET /v3/pay/transactions/id/{transaction_id}` has no query parameter `mchdi`; \
         did you mean `mchid`?\nif it is newer than this crate, mark it `#[unlisted]`: \
         `#[query] #[unlisted] mchdi`";
    told(
        &declaration(get, "id: &str, #[query] mchdi: &str"),
        &[misspelt],
    );
    let limit = "`GET /v3/pay/transactions/id/{transaction_id}` has no query parameter `limit`; it has \
         `mchid`\n\
         if it is newer than this crate, mark it `#[unlisted]`: `#[query = \"limit\"] #[unlisted] page`";
    told(
        &declaration(
            get,
            "id: &str, #[query] mchid: &str, #[query = \"limit\"] page: u8",
        ),
        &[limit],
    );
    told(
        &declaration(get, "id: &str, #[query] query: &Page"),
        &[
            "`GET /v3/pay/transactions/id/{transaction_id}` has no query parameter `query`; for a struct of \
             query parameters, `query` stands without `#[query]`\nif it is newer than this crate, mark it \
             `#[unlisted]`: `#[query] #[unlisted] query`",
        ],
    );
    for parameter in [
        "#[query = \"limit\"] #[unlisted] page: u8",
        "#[unlisted] #[query] limit: u8",
        "query: &Page",
    ] {
        let parameters = format!("id: &str, #[query] #[unlisted] mchid: &str, {parameter}");
        told(&declaration(get, &parameters), &[]);
    }
}

#[test]
fn query_parameters_that_are_missing() {
    let missing = |name: &str| {
        format!(
            "`GET /v3/marketing/favor/stocks` needs the query parameter `{name}`: add `#[query] \
             {name}: &str` to `post`\nif it does not, say so: `GET \"/v3/marketing/favor/stocks\", \
             without({name})`"
        )
    };
    let stocks = r#"GET "/v3/marketing/favor/stocks""#;
    told(
        &declaration(stocks, "#[query] offset: u8"),
        &[&missing("limit"), &missing("stock_creator_mchid")],
    );
    let without = format!("{stocks}, without(limit, offset, stock_creator_mchid)");
    told(&declaration(&without, ""), &[]);
    told(&declaration(stocks, "query: &Page"), &[]);
    // Not confirmed: nobody is told that an invoice needs it.
    told(
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
    told(
        &declaration(revoke, "applyment_id: &str, body: &B"),
        &[
            "`POST /v3/ecommerce/applyments/{applyment_id}/revoke` takes no body\nif it does by now, mark it `#[unlisted]`: `#[unlisted] body`",
        ],
    );
    told(
        &declaration(revoke, "applyment_id: &str, #[unlisted] body: &B"),
        &[],
    );
    let prepay = r#"POST "/v3/pay/transactions/jsapi""#;
    told(
        &declaration(prepay, ""),
        &[
            "`POST /v3/pay/transactions/jsapi` needs a body: add `body: &…` to `post`\nif it does not, say so: `POST \"/v3/pay/transactions/jsapi\", without(body)`",
        ],
    );
    told(&declaration(&format!("{prepay}, without(body)"), ""), &[]);
    // Not confirmed.
    told(
        &declaration(r#"POST "/v3/combine-transactions/jsapi""#, ""),
        &[],
    );
}

#[test]
fn files() {
    let image = r#"POST "/v3/merchant/media/upload""#;
    told(
        &declaration(image, "body: &Meta"),
        &[
            "`POST /v3/merchant/media/upload` takes a file: add the option `upload`, and `file: &wechatpay_client::UploadFile` to `post`\nif it does not, say so: `POST \"/v3/merchant/media/upload\", without(upload)`",
        ],
    );
    told(
        &declaration(&format!("{image}, without(upload)"), "body: &B"),
        &[],
    );
    let bill = r#"GET "/v3/billdownload/file""#;
    told(
        &declaration(bill, "query: &Q"),
        &[
            "`GET /v3/billdownload/file` responds with a file: add the option `download`, and return `Result<Download>`\nif it does not, say so: `GET \"/v3/billdownload/file\", without(download)`",
        ],
    );
    told(
        &declaration(&format!("{bill}, without(download)"), "query: &Q"),
        &[],
    );
    // Not confirmed.
    for (operation, parameters) in [
        (r#"POST "/v3/taxi-invoice/cards/upload-file""#, "body: &B"),
        (r#"GET "/v3/transferdownload/signfile""#, "query: &Q"),
    ] {
        told(&declaration(operation, parameters), &[]);
    }
}

#[test]
fn the_option_without() {
    let prepay = r#"POST "/v3/pay/transactions/jsapi""#;
    let names = "`without` names what the operation does not need after all: `without(mchid)`";
    for option in [
        "without",
        "without()",
        "without = body",
        "without(5)",
        "without body",
    ] {
        told(
            &declaration(&format!("{prepay}, {option}"), "body: &B"),
            &[names],
        );
    }
    told(
        &declaration("without(body)", ""),
        &["`without` follows an operation: `POST \"/v3/…\", without(…)`"],
    );
    told(
        &declaration(&format!("{prepay}, without(boody)"), "body: &B"),
        &["`POST /v3/pay/transactions/jsapi` has no `boody` to do without; did you mean `body`?"],
    );
    // What it needs, or no longer does, may be named all the same.
    told(
        &declaration(&format!("{prepay}, without(body, upload,)"), ""),
        &[],
    );
    told(
        &declaration(&format!("{prepay}, without(body, body)"), ""),
        &["`body` is named twice in `without`"],
    );
    let declared =
        |name| format!("`{name}` is declared: drop it from `without`, or from the declaration");
    told(
        &declaration(&format!("{prepay}, without(body)"), "body: &B"),
        &[&declared("body")],
    );
    told(
        &declaration(
            r#"GET "/v3/pay/transactions/id/{id}", without(mchid)"#,
            "id: &str, #[query = \"mchid\"] merchant: &str",
        ),
        &[&declared("mchid")],
    );
    told(
        &declaration(
            r#"GET "/v3/billdownload/file", download, without(download)"#,
            "query: &Q",
        ),
        &[&declared("download")],
    );
}

#[test]
fn the_mark_unlisted() {
    let get = |parameters: &str, message: &str| {
        let attribute = r#"GET "/v3/orders/{id}", unlisted"#;
        told(&declaration(attribute, parameters), &[message]);
    };
    let stands_on = "`#[unlisted]` stands on a `#[query]` parameter or on `body`";
    get("#[unlisted] id: &str", stands_on);
    get("id: &str, #[unlisted] query: &Q", stands_on);
    get("id: &str, #[unlisted] #[header = \"A\"] a: &str", stands_on);
    get("id: &str, #[unlisted] mchid: &str", stands_on);
    get(
        "id: &str, #[query] #[unlisted] #[unlisted] a: &str",
        "`#[unlisted]` is given twice",
    );
    get(
        "id: &str, #[query] #[unlisted(a)] a: &str",
        "`#[unlisted]` takes no value: it stands alone",
    );
    get(
        "id: &str, #[unlistd] a: &str",
        "unknown attribute `#[unlistd]`: did you mean `#[unlisted]`?",
    );
}

#[test]
fn what_is_so_of_an_operation_need_not_be_declared() {
    let expanded = |attribute: &str, parameters: &str| {
        super::golden::expansion(&declaration(attribute, parameters)).to_string()
    };
    let global = r#"GET "/v3/global/certificates""#;
    let accepted = r#"POST "/v3/new-tax-control-fapiao/fapiao-applications""#;
    for (attribute, parameters, fact) in [
        (global, "", ". global ()"),
        (accepted, "body: &B", ". accepted ()"),
    ] {
        let count = |option: &str| {
            let expanded = expanded(&format!("{attribute}{option}"), parameters);
            assert!(!expanded.contains("compile_error"), "{expanded}");
            expanded.matches(fact).count()
        };
        assert_eq!(count(""), 1, "{attribute}");
        assert_eq!(count(", accepted, global"), 1, "{attribute}");
        assert_eq!(count(", without(accepted, global)"), 0, "{attribute}");
        assert_eq!(count(", unlisted"), 0, "{attribute}");
    }
}

#[test]
fn options_that_are_not_so_of_the_operation() {
    for (operation, option, parameters, what) in [
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
        let since = if option == "unsigned" {
            "does not any more"
        } else {
            "does by now"
        };
        told(
            &declaration(&attribute, parameters),
            &[&format!(
                "`{known}` {what}: drop `{option}`\nif it {since}, add `unlisted`: \
                 `{operation}, unlisted`"
            )],
        );
    }
}
