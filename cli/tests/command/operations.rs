//! `wechatpay operations` and `wechatpay declare`, as a program.

use serde_json::{Value, json};
use wechatpay_endpoints::{declare::declaration, facts};

use crate::support::run_alone;

/// The operations that a search prints.
#[track_caller]
fn found(words: &[&str]) -> Vec<String> {
    let arguments = [&["operations"], words].concat();
    let run = run_alone(&arguments);
    assert_eq!(run.code, 0, "{run:?}");
    let json = run.json();
    // The only operation is shown in full.
    let only = json["name"].as_str();
    if let Some(name) = only {
        return vec![name.to_owned()];
    }
    let operations = json["operations"].as_array().unwrap().iter();
    operations
        .map(|operation| operation["name"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn without_words_all_operations_are_listed() {
    let all: Vec<_> = facts()
        .operations
        .iter()
        .map(facts::Operation::full_name)
        .collect();
    let mut listed = found(&[]);
    listed.sort();
    let mut all = all;
    all.sort();
    assert_eq!(listed, all);
}

#[test]
fn operations_are_found_by_label_path_name_and_event() {
    for (words, name) in [
        (&["异常退款"][..], "refund.apply_abnormal_refund"),
        (&["domestic/refunds"], "refund.query_refund"),
        (&["query_ref"], "refund.query_refund"),
        (&["REFUND.SUCCESS"], "refund.create_refund"),
        (&["refund.success"], "refund.create_refund"),
        (&["申请退款 domestic"], "refund.create_refund"),
        (
            &["https://pay.weixin.qq.com/docs/merchant/apis/refund/refunds/create.html?a=b#c"],
            "refund.create_refund",
        ),
        (&["退款成功通知"], "refund.create_refund"),
        (
            &["分账", "回退"],
            "profit_sharing.create_profit_sharing_return_order",
        ),
    ] {
        let found = found(words);
        assert!(
            found.iter().any(|found| found == name),
            "{words:?}: {found:?}"
        );
    }
    // An exact label comes first.
    let first = &found(&["转账"])[0];
    assert_eq!(facts().find(first).unwrap().label, "转账");
}

#[test]
fn every_word_and_every_filter_must_fit() {
    let both = found(&["退款", "domestic"]);
    assert_eq!(
        both,
        [
            "refund.create_refund",
            "refund.query_refund",
            "refund.apply_abnormal_refund"
        ]
    );
    let filtered = found(&["退款", "domestic", "--method", "post"]);
    assert_eq!(
        filtered,
        ["refund.create_refund", "refund.apply_abnormal_refund"]
    );
    let family = found(&["退款", "--family", "payments", "--method", "GET"]);
    assert_eq!(family, ["refund.query_refund"]);
    assert_eq!(found(&["--family", "refund"]).len(), 3);
}

#[test]
fn a_name_or_a_path_shows_the_operation_in_full() {
    for words in [
        &["refund.create_refund"][..],
        &["create_refund"],
        &["POST", "/v3/refund/domestic/refunds"],
        &["POST https://api.mch.weixin.qq.com/v3/refund/domestic/refunds"],
        &["退款", "domestic", "申请"],
    ] {
        let run = run_alone(&[&["operations"], words].concat());
        let json = run.json();
        assert_eq!(json["name"], "refund.create_refund", "{words:?}");
        assert_eq!(json["label"], "申请退款");
        assert_eq!(json["host"], "api.mch.weixin.qq.com");
        assert_eq!(json["asks"], "money");
        assert_eq!(
            json["typed"],
            "wechatpay_endpoints::payments::refunds::Refunds::create_refund"
        );
        let pages = json["pages"].as_array().unwrap();
        let page = "https://pay.weixin.qq.com/docs/merchant/apis/refund/refunds/create.html";
        assert!(pages.contains(&json!(page)));
        let members = json["request"].as_array().unwrap();
        let member = |members: &[Value], name: &str| {
            let mut members = members.iter();
            members
                .find(|member| member["name"] == name)
                .unwrap()
                .clone()
        };
        let number = member(members, "out_refund_no");
        assert_eq!(
            (&number["required"], &number["max_length"]),
            (&json!(true), &json!(64))
        );
        let amount = member(members, "amount");
        let refund = member(amount["members"].as_array().unwrap(), "refund");
        assert_eq!(
            (&refund["unit"], &refund["type"]),
            (&json!("fen"), &json!("integer"))
        );
        let account = member(members, "funds_account");
        assert_eq!(account["values"], json!(["AVAILABLE", "UNSETTLED"]));
        assert!(
            refund["confirmed_by"]
                .as_array()
                .unwrap()
                .contains(&json!("Go SDK"))
        );
        assert!(
            json["events"]
                .as_array()
                .unwrap()
                .iter()
                .any(|event| event["type"] == "REFUND.SUCCESS")
        );
        assert_eq!(json["responses"][0]["status"], 200);
    }
}

#[test]
fn the_text_shows_the_tree_and_the_marks() {
    let run = run_alone(&["operations", "certificates.echo", "--output", "text"]);
    let line = |name: &str| {
        let mut lines = run.stdout.lines();
        let line = lines.find(|line| line.trim_start().starts_with(name));
        line.unwrap_or_else(|| panic!("no {name}: {run:?}"))
            .to_owned()
    };
    assert!(line("encrypted_echo_message").contains("sensitive (敏感信息加密)"));
    assert!(
        run.stdout
            .contains("\n  scheme     WECHATPAY2-SHA256-RSA2048\n")
    );
    let run = run_alone(&["operations", "refund.create_refund", "--output", "text"]);
    assert!(
        run.stdout.contains(
            "\n   refund              integer          required  退款金额; in fen (分); at least 1"
        ),
        "{}",
        run.stdout
    );
    assert!(!run.stdout.lines().any(|line| line.ends_with(' ')));
    // An operation that no source confirms.
    let run = run_alone(&[
        "operations",
        "parking.query_parking_fee",
        "--output",
        "text",
    ]);
    assert!(
        !run.stdout.lines().any(|line| line.ends_with(' ')),
        "{}",
        run.stdout
    );
}

#[test]
fn an_operation_tells_why_call_asks_before_it_sends() {
    for (name, reason) in [
        ("refund.create_refund", Some("may move money")),
        (
            "applyment.modify_settlement",
            Some("changes where money goes"),
        ),
        (
            "papay.terminate_contract",
            Some("ends something that no call restores"),
        ),
        ("pay_merchant.close_order", None),
    ] {
        let run = run_alone(&["operations", name, "--output", "text"]);
        let mut lines = run.stdout.lines();
        let line = lines.find(|line| line.ends_with("`call` asks before it sends"));
        let expected = reason.map(|reason| format!("  {reason}: `call` asks before it sends"));
        assert_eq!(line, expected.as_deref(), "{name}");
    }
}

#[test]
fn hosts_and_schemes_are_those_of_the_operation() {
    let global = facts()
        .operations
        .iter()
        .find(|operation| operation.host.is_some())
        .unwrap();
    let shown = run_alone(&["operations", &global.full_name()]).json();
    assert_eq!(shown["host"], "apihk.mch.weixin.qq.com");
    let brand = facts()
        .operations
        .iter()
        .find(|operation| operation.scheme.is_some())
        .unwrap();
    let shown = run_alone(&["operations", &brand.full_name()]).json();
    assert_eq!(shown["scheme"], "WECHATPAY-BRAND-SHA256-RSA2048");
}

#[test]
fn the_example_is_a_body_that_the_facts_accept() {
    let run = run_alone(&["operations", "refund.create_refund", "--example"]);
    assert_eq!(run.code, 0);
    let refund = facts().find("refund.create_refund").unwrap();
    assert_eq!(Some(run.json()), facts().example(refund).unwrap().request);
    let run = run_alone(&["operations", "refund.query_refund", "--example"]);
    assert!(
        run.failed(2)
            .starts_with("GET /v3/refund/domestic/refunds/{out_refund_no} takes no body\n")
    );
    let run = run_alone(&["operations", "退款", "--family", "refund", "--example"]);
    let text = run.failed(2);
    let start = "`退款 --family refund` may be any of 3 operations: name one\n\
        POST /v3/refund/domestic/refunds  refund.create_refund  申请退款\n";
    assert!(text.starts_with(start), "{text}");
}

#[test]
fn no_hit_names_the_nearest() {
    let run = run_alone(&["operations", "POST", "/v3/refund/domestic/refunts"]);
    assert_eq!(
        run.failed(2),
        "no known operation fits `POST /v3/refund/domestic/refunts`\n\
         POST /v3/refund/domestic/refunds  refund.create_refund  申请退款\n\
         search with fewer or other words: of the label, the path, the name or an event"
    );
    let run = run_alone(&["operations", "zzqqxx", "--method", "delete"]);
    let error = "no known operation fits `zzqqxx --method delete`\n";
    assert!(run.failed(2).starts_with(error), "{run:?}");
    let run = run_alone(&["operations", "--method", "FOO"]);
    assert_eq!(run.code, 2, "{run:?}");
    assert!(
        run.stderr
            .starts_with("error: invalid value 'FOO' for '--method <METHOD>'\n"),
        "{run:?}"
    );
    let text = run_alone(&["operations", "异常退宽"]).failed(2);
    assert!(text.lines().nth(1).unwrap().contains("异常退款"), "{text}");
    // Long texts have most pairs of the letters of such a word.
    for word in ["zzqqxx", "nosuch", "something"] {
        let text = run_alone(&["operations", word]).failed(2);
        assert_eq!(text.lines().count(), 2, "{text}");
    }
    for (word, name) in [
        ("refnd", ".create_refund"),
        ("payscore.creat_ordr", "  payscore."),
        ("profitshring", "profitsharing"),
    ] {
        let text = run_alone(&["operations", word]).failed(2);
        assert!(text.contains(name), "{text}");
    }
    let text = run_alone(&["operations", "--family", "refunds"]).failed(2);
    assert!(
        text.starts_with(
            "no family or product is `refunds`\ndid you mean `refund`?\nuse one of: payments, "
        ),
        "{text}"
    );
}

#[test]
fn declare_prints_what_the_library_writes() {
    let refund = facts().find("refund.create_refund").unwrap();
    let expected = declaration(facts(), refund);
    for words in [
        &["refund.create_refund"][..],
        &["create_refund"],
        &["POST /v3/refund/domestic/refunds"],
        &["POST", "/v3/refund/domestic/refunds"],
        &["post", "/v3/refund/domestic/refunds", "--output", "json"],
        &["Refunds::create_refund"],
        &["wechatpay_endpoints::payments::refunds::Refunds::create_refund"],
        &["refunds", "申请退款", "domestic"],
        &["POST", "domestic/refunds", "申请退款"],
    ] {
        let run = run_alone(&[&["declare"], words].concat());
        assert_eq!((run.code, &*run.stdout), (0, &*expected), "{words:?}");
    }
}

/// The words of a search that finds one operation declare it, whatever they are: a name, a part of a path or a label.
#[test]
fn declare_finds_the_operation_that_operations_finds() {
    let operations = &facts().operations;
    let mut found = 0;
    for operation in operations.iter().step_by(151) {
        let segment = operation.path.rsplit('/').next().unwrap();
        for word in [&*operation.name, &*operation.label, segment] {
            let shown = run_alone(&["operations", word]);
            let declared = run_alone(&["declare", word]);
            match shown.json()["name"].as_str() {
                Some(name) => {
                    let expected = declaration(facts(), facts().find(name).unwrap());
                    assert_eq!((declared.code, declared.stdout), (0, expected), "{word}");
                    found += 1;
                }
                None => assert_eq!(declared.code, 2, "{word}"),
            }
        }
    }
    assert!(found > 3, "{found}");
    // The trait of the typed crate.
    assert_eq!(
        found_by_trait("Refunds"),
        found_by_trait("refunds::Refunds")
    );
    let run = run_alone(&["declare", "异常退款", "domestic"]);
    assert!(run.stdout.contains("fn apply_abnormal_refund"), "{run:?}");
}

fn found_by_trait(word: &str) -> Vec<String> {
    let found = found(&[word, "domestic"]);
    assert!(
        found.contains(&"refund.create_refund".to_owned()),
        "{found:?}"
    );
    found
}

#[test]
fn declare_lists_the_candidates_of_several() {
    assert_eq!(
        run_alone(&["declare", "申请退款"]).failed(2),
        "`申请退款` may be any of 3 operations: name one\n\
         POST /v3/global/refunds  global_pay.create_global_refund  申请退款\n\
         POST /hk/v3/refunds  hk_pay.create_hk_refund  申请退款\n\
         POST /v3/refund/domestic/refunds  refund.create_refund  申请退款"
    );
    let text = run_alone(&["declare", "退款"]).failed(2);
    let lines: Vec<_> = text.lines().collect();
    assert!(lines[0].starts_with("`退款` may be any of "), "{text}");
    assert_eq!(
        (lines.len(), lines[9]),
        (10, "see all: `wechatpay operations 退款`")
    );
}

/// `call` encrypts sensitive members, so that an example with a ciphertext would be encrypted twice.
#[test]
fn an_example_has_plaintext_in_sensitive_members() {
    let run = run_alone(&[
        "operations",
        "mch_transfer.create_transfer_bill",
        "--example",
    ]);
    assert_eq!(run.code, 0, "{run:?}");
    assert_eq!(run.json()["user_name"], "张三");
    assert_eq!(run.json()["openid"], "o-MYE42l80oelYMDE34nYD456Xoy");
}

#[test]
fn a_page_that_no_operation_has_is_named() {
    let page = "https://pay.weixin.qq.com/doc/v3/merchant/4012791897";
    assert_eq!(
        run_alone(&["operations", page]).failed(2),
        format!(
            "no known operation has the page `{page}`\n\
             search with the label of the operation or its path, which the page shows\n\
             this version does not know the page: it may be a guide, or have moved"
        )
    );
}

#[test]
fn declare_says_why_it_knows_no_operation() {
    for (text, error) in [
        ("refund.create_refnd", "the product `refund` has:"),
        (
            "REFUND.SUCCESS",
            "is a notification event, and no operation",
        ),
        ("GET /v3/refund/domestic/refunds", "the path belongs to:"),
        ("zz", "no known operation is `zz`"),
        ("异常退宽", "no known operation is `异常退宽`"),
    ] {
        let run = run_alone(&["declare", text]);
        assert!(run.failed(2).contains(error), "{run:?}");
        assert_eq!(run.stdout, "");
    }
    assert_eq!(run_alone(&["declare"]).code, 2);
}
