//! `wechatpay order` and its like: every state is named, and the next steps are calls that exist.

use std::{collections::BTreeSet, path::Path};

use serde_json::{Value, json};
use wechatpay_client::{
    SignatureHeader,
    gateway::{Fault, ScriptedResponse},
};

use crate::support::{Run, Shop};

const ORDER: &str = "/v3/pay/transactions/out-trade-no/{out_trade_no}";
const REFUND: &str = "/v3/refund/domestic/refunds/{out_refund_no}";
const TRANSFER: &str = "/v3/fund-app/mch-transfer/transfer-bills/out-bill-no/{out_bill_no}";
const CONTRACT: &str =
    "/v3/papay/sign/contracts/plan-id/{plan_id}/out-contract-code/{out_contract_code}";
const PAYSCORE: &str = "/v3/payscore/serviceorder";

/// Scripts a response with these members in place of those of the example.
fn script(shop: &Shop, path: &str, body: Value) {
    shop.gateway
        .respond("GET", path, ScriptedResponse::ok(body));
}

async fn text(shop: &Shop, arguments: &[&str]) -> Run {
    let run = shop.run(&[arguments, &["--output", "text"]].concat()).await;
    assert_eq!(run.code, 0, "{run:?}");
    run
}

/// The state, if it is final, whom it waits for, and the names of the next operations.
fn summary(report: &Value) -> String {
    let next = report["next"].as_array().unwrap();
    let next = next.iter().filter_map(|step| step["operation"].as_str());
    let party = match (&report["final"], &report["waits_for"]) {
        (Value::Bool(true), Value::Null) => "final",
        (Value::Bool(false), Value::String(party)) => party,
        (Value::Bool(false), Value::Null) => "?",
        other => panic!("{other:?}"),
    };
    let label = report["label"].as_str().unwrap_or("-");
    let state = report["state"].as_str().unwrap_or("-");
    let next = next.collect::<Vec<_>>().join(" ");
    format!("{state} {label} {party}: {next}")
}

#[tokio::test]
async fn an_order_in_every_state() {
    let shop = Shop::open().await;
    for expected in [
        "NOTPAY 未支付 user: close_order",
        "USERPAYING 用户支付中 user: reverse_order",
        "ACCEPT 已接收，等待扣款 wechatpay: ",
        "SUCCESS 支付成功 final: create_refund",
        "REFUND 转入退款 final: create_refund",
        "CLOSED 已关闭 final: ",
        "REVOKED 已撤销 final: ",
        "PAYERROR 支付失败 final: reverse_order",
        "NEW_STATE - ?: ",
    ] {
        let state = expected.split(' ').next().unwrap();
        let body = json!({ "trade_state": state, "out_trade_no": "A-1", "mchid": "1900000109" });
        script(&shop, ORDER, body);
        let run = shop.run(&["order", "A-1"]).await;
        assert_eq!(
            (run.code, summary(&run.json())),
            (0, expected.to_owned()),
            "{run:?}"
        );
    }
}

#[tokio::test]
async fn a_refund_in_every_state() {
    let shop = Shop::open().await;
    for expected in [
        "PROCESSING 退款处理中 wechatpay: ",
        "SUCCESS 退款成功 final: ",
        "CLOSED 退款关闭 final: create_refund",
        "ABNORMAL 退款异常 merchant: apply_abnormal_refund",
    ] {
        let state = expected.split(' ').next().unwrap();
        script(
            &shop,
            REFUND,
            json!({ "status": state, "refund_id": "5001", "out_refund_no": "R1" }),
        );
        let run = shop.run(&["refund", "R1"]).await;
        assert_eq!(
            (run.code, summary(&run.json())),
            (0, expected.to_owned()),
            "{run:?}"
        );
    }
    let run = shop.run(&["refund", "R1"]).await;
    assert_eq!(
        run.json()["next"][0]["call"],
        "POST /v3/refund/domestic/refunds/5001/apply-abnormal-refund"
    );
}

#[tokio::test]
async fn a_transfer_in_every_state() {
    let shop = Shop::open().await;
    for expected in [
        "ACCEPTED 转账已受理 wechatpay: create_transfer_bill cancel_transfer_bill",
        "PROCESSING 转账锁定资金中 wechatpay: create_transfer_bill cancel_transfer_bill",
        "WAIT_USER_CONFIRM 待收款用户确认 user: cancel_transfer_bill",
        "TRANSFERING 转账中 wechatpay: ",
        "SUCCESS 转账成功 final: apply_electronic_receipt_by_out_bill_no",
        "FAIL 转账失败 final: create_transfer_bill",
        "CANCELING 转账撤销中 wechatpay: ",
        "CANCELLED 转账撤销完成 final: ",
    ] {
        let state = expected.split(' ').next().unwrap();
        script(
            &shop,
            TRANSFER,
            json!({ "state": state, "out_bill_no": "T1" }),
        );
        let run = shop.run(&["transfer", "T1"]).await;
        assert_eq!(
            (run.code, summary(&run.json())),
            (0, expected.to_owned()),
            "{run:?}"
        );
    }
}

#[tokio::test]
async fn a_contract_in_every_state() {
    let shop = Shop::open().await;
    for (state, schedule, expected) in [
        (
            "SIGNED",
            Some("NO_SCHEDULED"),
            "SIGNED/NO_SCHEDULED 已签约，未预约扣费 merchant: create_deduction_schedule terminate_contract",
        ),
        (
            "SIGNED",
            None,
            "SIGNED 已签约，未预约扣费 merchant: create_deduction_schedule terminate_contract",
        ),
        (
            "SIGNED",
            Some("SCHEDULED"),
            "SIGNED/SCHEDULED 已签约，已预约扣费 merchant: apply_transaction terminate_contract",
        ),
        ("SIGNED", Some("PAID"), "SIGNED/PAID 已扣费 final: "),
        (
            "SIGNED",
            Some("EXPIRED"),
            "SIGNED/EXPIRED 预约已过期 final: ",
        ),
        ("TERMINATED", Some("PAID"), "TERMINATED/PAID 已解约 final: "),
        ("SIGN_FAILED", None, "SIGN_FAILED 签约失败 final: "),
        ("SIGNED", Some("NEW"), "SIGNED/NEW - ?: "),
    ] {
        let mut body = json!({ "contract_state": state, "contract_id": "77", "plan_id": 12535, "out_contract_code": "C1" });
        if let Some(schedule) = schedule {
            body["deduct_schedule"] = json!({ "schedule_state": schedule });
        }
        script(&shop, CONTRACT, body);
        let run = shop.run(&["contract", "C1", "--plan-id", "12535"]).await;
        assert_eq!(
            (run.code, summary(&run.json())),
            (0, expected.to_owned()),
            "{run:?}"
        );
    }
    assert_eq!(
        shop.run(&["contract", "C1"]).await.failed(3),
        "missing: the plan_id (委托代扣模板ID)\n\
         give --plan-id VALUE\n\
         if the number is a contract_id (委托代扣协议ID), add --id"
    );

    // Only the schedule of a contract can be asked for by WeChat Pay's number.
    let path = "/v3/papay/pay/schedules/contract-id/{contract_id}";
    script(
        &shop,
        path,
        json!({ "schedule_state": "NO_SCHEDULED", "deduct_start_date": "2019-11-22" }),
    );
    let run = shop.run(&["contract", "--id", "77"]).await;
    assert_eq!(
        summary(&run.json()),
        "NO_SCHEDULED 未预约扣费 merchant: create_deduction_schedule"
    );
    assert_eq!(
        run.json()["next"][0]["call"],
        "POST /v3/papay/pay/schedules/contract-id/77/schedule"
    );
}

/// A second deduction under another number would charge twice.
#[tokio::test]
async fn a_deduction_is_repeated_only_after_a_query_and_under_the_same_number() {
    let shop = Shop::open().await;
    let schedule = json!({ "schedule_state": "SCHEDULED" });
    let contract = json!({ "contract_state": "SIGNED", "deduct_schedule": schedule.clone() });
    script(&shop, CONTRACT, contract);
    let path = "/v3/papay/pay/schedules/contract-id/{contract_id}";
    script(&shop, path, schedule);
    let rule = " with the scheduled amount. Before another attempt, query the order of the last one: `wechatpay order \
        OUT_TRADE_NO`. Deduct with a new out_trade_no only if that order failed (CLOSED or PAYERROR); else repeat the very same request, with the same out_trade_no.";
    for (arguments, start) in [
        (
            &["contract", "C1", "--plan-id", "12535"][..],
            "Deduct on the scheduled date, from 00:00 to 24:00,",
        ),
        (
            &["contract", "--id", "77"],
            "Deduct from deduct_start_date to deduct_end_date,",
        ),
    ] {
        let report = shop.run(arguments).await.json();
        assert_eq!(report["next"][0]["text"], [start, rule].concat());
    }
}

#[tokio::test]
async fn a_pay_score_order_has_a_state_of_three_fields() {
    let shop = Shop::open().await;
    let complete = "complete_service_order";
    for (body, expected) in [
        (
            json!({ "state": "CREATED" }),
            "CREATED 商户已创建服务订单 user: cancel_service_order".to_owned(),
        ),
        (
            json!({ "state": "DOING", "state_description": "USER_CONFIRM" }),
            format!(
                "DOING/USER_CONFIRM 服务订单进行中（用户确认） merchant: {complete} cancel_service_order"
            ),
        ),
        (
            json!({ "state": "DOING", "state_description": "MCH_COMPLETE", "collection": { "state": "USER_PAYING" } }),
            format!(
                "DOING/MCH_COMPLETE/USER_PAYING 服务订单进行中（商户完结，待支付） user: modify_service_order pay_service_order sync_service_order {complete}"
            ),
        ),
        (
            json!({ "state": "DONE", "collection": { "state": "USER_PAID" } }),
            "DONE/USER_PAID 服务订单完成 final: create_refund".to_owned(),
        ),
        (
            json!({ "state": "REVOKED" }),
            "REVOKED 商户取消服务订单 final: create_service_order".to_owned(),
        ),
        (
            json!({ "state": "EXPIRED" }),
            "EXPIRED 服务订单已失效 final: create_service_order".to_owned(),
        ),
        (
            json!({ "state": "DOING", "state_description": "NEW" }),
            "DOING/NEW - ?: ".to_owned(),
        ),
    ] {
        script(&shop, PAYSCORE, body);
        let run = shop
            .run(&[
                "payscore",
                "S1",
                "--service-id",
                "500001",
                "--appid",
                "wxd678efh567hg6787",
            ])
            .await;
        assert_eq!((run.code, summary(&run.json())), (0, expected), "{run:?}");
    }
    let request = shop.gateway.requests()[0].target().to_owned();
    assert_eq!(
        request,
        "/v3/payscore/serviceorder?out_order_no=S1&service_id=500001&appid=wxd678efh567hg6787"
    );
}

#[tokio::test]
async fn the_command_in_a_text_repeats_the_options_that_choose_the_merchant() {
    let shop = Shop::open().await;
    let url = shop.gateway.base_url();
    shop.write("other.toml", "[profiles.b]\n");
    let path = "/v3/pay/partner/transactions/out-trade-no/{out_trade_no}";
    script(&shop, path, json!({ "trade_state": "REFUND" }));
    let options = [
        "--config",
        "other.toml",
        "--profile",
        "b",
        "--base-url",
        &url,
    ];
    let order = ["order", "--sub-mchid", "1900000110", "A-1"];
    let run = shop.run(&[&options[..], &order].concat()).await;
    let text = run.json()["next"][0]["text"].as_str().unwrap().to_owned();
    let start = format!(
        "Query each refund: `wechatpay refund {} --sub-mchid 1900000110 OUT_REFUND_NO`.",
        "OPTIONS"
    );
    let flags = text.split("`wechatpay refund ").nth(1).unwrap();
    let (flags, _) = flags.split_once(" --sub-mchid").unwrap();
    assert_eq!(
        text.replacen(flags, "OPTIONS", 1).find(&start),
        Some(0),
        "{text}"
    );
    for pair in options.chunks(2) {
        assert!(flags.contains(&pair.join(" ")), "{text}");
    }
}

/// The response has some values under other names than the request of the step.
#[tokio::test]
async fn a_step_has_the_values_that_the_response_has_under_other_names() {
    let shop = Shop::open().await;
    let amount = json!({ "total": 3000, "currency": "CNY" });
    let schedule = json!({ "schedule_state": "SCHEDULED", "scheduled_amount": amount.clone() });
    let contract = |schedule: &Value| json!({ "contract_state": "SIGNED", "contract_id": "77", "out_contract_code": "C1", "deduct_schedule": schedule });
    let deduct = r#""amount":{"total":3000},"appid":"<APPID>","contract_id":"77""#;
    let details = |ids: &[&str]| {
        let details: Vec<_> = ids
            .iter()
            .map(|id| json!({ "transaction_id": id }))
            .collect();
        json!({ "state": "DONE", "collection": { "state": "USER_PAID", "details": details } })
    };
    let plan = ["contract", "C1", "--plan-id", "12535"];
    let score = ["payscore", "S1", "--service-id", "5", "--appid", "wx1"];
    for (arguments, path, body, expected) in [
        (&plan[..], CONTRACT, contract(&schedule), deduct),
        (
            &["contract", "--id", "77"],
            "/v3/papay/pay/schedules/contract-id/{contract_id}",
            schedule.clone(),
            deduct,
        ),
        (
            &plan,
            CONTRACT,
            contract(
                &json!({ "schedule_state": "NO_SCHEDULED", "estimated_deduct_amount": amount }),
            ),
            r#""schedule_amount":{"total":3000}"#,
        ),
        (
            &score,
            PAYSCORE,
            details(&["4200"]),
            r#""transaction_id":"4200""#,
        ),
        (
            &score,
            PAYSCORE,
            details(&["4200", "4201"]),
            r#""transaction_id":"<TRANSACTION_ID>""#,
        ),
    ] {
        script(&shop, path, body);
        let run = shop.run(arguments).await;
        let commands = commands(&run.json());
        assert!(commands[0].contains(expected), "{commands:?}");
    }
}

/// The pages of WeChat Pay demand more of some steps than the facts.
#[tokio::test]
async fn a_pay_score_step_has_the_members_that_the_pages_demand() {
    let shop = Shop::open().await;
    let ask = ["payscore", "S1", "--service-id", "500001", "--appid", "wx1"];
    let mut found = Vec::new();
    for body in [
        json!({ "appid": "wx1", "state": "CREATED" }),
        json!({ "appid": "wx1", "state": "DOING", "state_description": "MCH_COMPLETE", "collection": { "state": "USER_PAYING" } }),
    ] {
        script(&shop, PAYSCORE, body);
        let run = shop.run(&ask).await;
        found.extend(commands(&run.json()));
    }
    let command = "wechatpay call POST /v3/payscore/serviceorder/S1";
    let body = r#"-d '{"appid":"wx1""#;
    for expected in [
        format!(r#"{command}/cancel {body},"reason":"<REASON>","service_id":"500001"}}'"#),
        format!(r#"{command}/pay {body},"service_id":"500001"}}'"#),
        format!(
            r#"{command}/sync {body},"detail":{{"paid_time":"<PAID_TIME>"}},"service_id":"500001","type":"<TYPE>"}}'"#
        ),
    ] {
        assert!(found.contains(&expected), "{expected} {found:#?}");
    }
}

#[tokio::test]
async fn a_state_reads_well() {
    let shop = Shop::open().await;
    let body = json!({
        "trade_state": "NOTPAY", "out_trade_no": "A-1", "mchid": "1900000109", "attach": "red\u{1b}[31m",
        "amount": { "total": 100, "currency": "CNY" }, "promotion_detail": [],
    });
    script(&shop, ORDER, body);
    let run = text(&shop, &["order", "A-1"]).await;
    let shown: Vec<_> = run.stdout.lines().map(str::to_owned).collect();
    let squeezed = |line: &String| line.split_whitespace().collect::<Vec<_>>().join(" ");
    let key_id = shop.gateway.public_key().public_key_id().to_owned();
    assert_eq!(shown[0], "order (订单) out_trade_no (商户订单号) A-1");
    assert_eq!(shown[1], "NOTPAY 未支付 · waits for the user");
    assert_eq!(shown[2], "The user has not paid.");
    let details: Vec<_> = shown[3..9].iter().map(squeezed).collect();
    assert_eq!(
        details,
        [
            "amount.currency CNY 货币类型",
            "amount.total 100 (1.00 yuan) 总金额",
            "attach red\\u{1b}[31m 附加数据",
            "mchid 1900000109 直连商户号",
            "out_trade_no A-1 商户订单号",
            "promotion_detail [0 entries] 优惠信息",
        ]
    );
    assert_eq!(shown[9], "next");
    assert_eq!(
        shown[11],
        r#"    wechatpay call POST /v3/pay/transactions/out-trade-no/A-1/close -d '{"mchid":"1900000109"}'"#
    );
    assert!(
        shown[12].starts_with(&format!("verified by {key_id} · Request-ID ")),
        "{run:?}"
    );
}

#[tokio::test]
async fn a_next_step_can_be_pasted_into_a_shell() {
    let shop = Shop::open().await;
    let body = json!({ "trade_state": "NOTPAY", "out_trade_no": "a|b*'c/d?%e" });
    script(&shop, ORDER, body);
    let run = text(&shop, &["order", "a|b*'c/d?%e"]).await;
    let close = "    wechatpay call POST '/v3/pay/transactions/out-trade-no/a%7Cb%2A%27c%2Fd%3F%25e/close' -d ";
    assert!(run.stdout.contains(close), "{run:?}");
}

/// Runs a line in a shell, in the folder and with the environment of the command.
fn shell(shop: &Shop, line: &str) -> std::process::Output {
    let command = shop.command(&[]);
    let command = command.as_std();
    let program = Path::new(command.get_program());
    let folder = program.parent().unwrap().display();
    let variables = command
        .get_envs()
        .filter_map(|(name, value)| Some((name, value?)));
    std::process::Command::new("sh")
        .args(["-c", line])
        .current_dir(command.get_current_dir().unwrap())
        .env_clear()
        .envs(variables)
        .env("PATH", format!("{folder}:/usr/bin:/bin"))
        .output()
        .unwrap()
}

/// The commands of the next steps of a report and of its parts, each once.
fn commands(report: &Value) -> Vec<String> {
    let parts = report["parts"].as_array().into_iter().flatten();
    let reports = [report].into_iter().chain(parts);
    let steps = reports.flat_map(|report| report["next"].as_array().unwrap());
    let commands = steps.filter_map(|step| step["commands"].as_array());
    let texts = commands
        .flatten()
        .map(|command| command.as_str().unwrap().to_owned());
    texts.collect::<BTreeSet<_>>().into_iter().collect()
}

/// Runs the commands of the next steps in a shell, which `call` refuses as they are printed if they have placeholders,
/// and returns the commands.
fn dry_runs(shop: &Shop, report: &Value) -> Vec<String> {
    let commands = commands(report);
    for command in &commands {
        if command.contains('<') {
            let run = shell(shop, &format!("{command} -y"));
            let error = String::from_utf8(run.stderr).unwrap();
            assert_eq!(run.status.code(), Some(3), "{command} {error}");
            assert!(
                error.contains("replace the placeholder `<"),
                "{command} {error}"
            );
        }
        dry_run(shop, command);
    }
    commands
}

/// Runs a command with the values of the example of the operation in the place of placeholders.
fn dry_run(shop: &Shop, command: &str) {
    assert!(command.starts_with("wechatpay call "), "{command}");
    let command = filled(command);
    assert!(!command.contains(['#', ';', '>']), "{command}");
    let run = shell(shop, &format!("{command} --dry-run"));
    let error = String::from_utf8(run.stderr).unwrap();
    // The amounts of a published example may not add up, which the user must mend anyway.
    let sums = ["/post_payments/*/amount", "the amount of `/amount/total`"];
    let is_sum = sums.iter().any(|sum| error.contains(sum));
    assert!(run.status.success() || is_sum, "{command} {error}");
}

fn filled(command: &str) -> String {
    let call = regex_lite::Regex::new(" (GET|POST) '?(/[^ ']+)").unwrap();
    let call = call.captures(command).unwrap();
    let example = example(&call[1], &call[2]);
    let (line, body) = command.split_once(" -d '").unwrap_or((command, ""));
    let placeholder = regex_lite::Regex::new("<([A-Z0-9_]+)>").unwrap();
    let line = placeholder.replace_all(line, |found: &regex_lite::Captures<'_>| {
        let value = example.query.get(&found[1].to_lowercase());
        let value = value.and_then(Value::as_str);
        value.unwrap_or("12345678").to_owned()
    });
    if body.is_empty() {
        return line.into_owned();
    }
    let body = body.strip_suffix('\'').unwrap().replace(r"'\''", "'");
    let mut body = serde_json::from_str(&body).unwrap();
    fill(&mut body, example.request.as_ref().unwrap_or(&Value::Null));
    format!("{line} -d '{}'", body.to_string().replace('\'', r"'\''"))
}

/// The example of the operation that a call with this path calls.
fn example(method: &str, path: &str) -> wechatpay_endpoints::facts::Example {
    let is_called = |template: &str| {
        let mut segments = template.split('/').zip(path.split('/'));
        template.split('/').count() == path.split('/').count()
            && segments.all(|(template, given)| template.starts_with('{') || template == given)
    };
    let facts = wechatpay_endpoints::facts();
    let operations = facts.operations.iter();
    let called = operations
        .filter(|operation| operation.method == method && is_called(&operation.path))
        .min_by_key(|operation| operation.path.matches('{').count());
    facts.example(called.unwrap()).unwrap().clone()
}

/// Puts the values of the example in the place of placeholders.
fn fill(body: &mut Value, example: &Value) {
    match body {
        Value::String(text) if text.starts_with('<') => {
            *body = match example {
                Value::Null => "12345678".into(),
                example => example.clone(),
            };
        }
        Value::Array(items) => items.iter_mut().for_each(|item| fill(item, &example[0])),
        Value::Object(members) => members
            .iter_mut()
            .for_each(|(name, member)| fill(member, &example[name])),
        _ => {}
    }
}

#[tokio::test]
async fn every_next_step_runs_as_it_is_printed() {
    let shop = Shop::open().await;
    let mchid = shop.gateway.merchant().mchid().to_owned();
    let number = "A-1";
    let partner = "/v3/pay/partner/transactions/out-trade-no/{out_trade_no}";
    let score = ["payscore", "--service-id", "500001", "--appid", "wx1"];
    for (arguments, path, state, expected) in [
        (
            &["order"][..],
            ORDER,
            "USERPAYING",
            &[
                r#"wechatpay call POST /v3/pay/transactions/out-trade-no/A-1/reverse -d '{"appid":"<APPID>","mchid":"MCHID"}'"#,
            ][..],
        ),
        (
            &["order"],
            ORDER,
            "SUCCESS",
            &[
                r#"wechatpay call POST /v3/refund/domestic/refunds -d '{"amount":{"currency":"<CURRENCY>","refund":"<REFUND>","total":"<TOTAL>"},"out_refund_no":"<OUT_REFUND_NO>","out_trade_no":"A-1"}'"#,
            ],
        ),
        (
            &["order", "--sub-mchid", "1900000110"],
            partner,
            "NOTPAY",
            &[
                r#"wechatpay call POST /v3/pay/partner/transactions/out-trade-no/A-1/close -d '{"sp_mchid":"MCHID","sub_mchid":"1900000110"}'"#,
            ],
        ),
        (
            &["refund"],
            REFUND,
            "ABNORMAL",
            &[
                r#"wechatpay call POST /v3/refund/domestic/refunds/5001/apply-abnormal-refund -d '{"out_refund_no":"A-1","type":"<TYPE>"}'"#,
            ],
        ),
        (
            &["transfer"],
            TRANSFER,
            "SUCCESS",
            &[
                r#"wechatpay call POST /v3/fund-app/mch-transfer/elecsign/out-bill-no -d '{"out_bill_no":"A-1"}'"#,
            ],
        ),
        (
            &score,
            PAYSCORE,
            "CREATED",
            &[
                r#"wechatpay call POST /v3/payscore/serviceorder/A-1/cancel -d '{"reason":"<REASON>","service_id":"500001"}'"#,
            ],
        ),
    ] {
        let body = json!({
            "trade_state": state, "status": state, "state": state, "out_trade_no": number, "refund_id": "5001",
        });
        script(&shop, path, body);
        let run = shop.run(&[arguments, &[number]].concat()).await;
        assert_eq!(run.code, 0, "{run:?}");
        let ran = dry_runs(&shop, &run.json()).join("\n");
        assert_eq!(ran.replace(&mchid, "MCHID"), expected.join("\n"));
    }
    let body = json!({ "trade_state": "NOTPAY", "out_trade_no": number });
    script(&shop, ORDER, body);
    shop.write("wechatpay.toml", "[profiles.a]\n");
    let flags = ["--profile", "a", "--config", "wechatpay.toml"];
    let run = shop.run(&[&["order", number][..], &flags].concat()).await;
    assert_eq!(
        dry_runs(&shop, &run.json()),
        [format!(
            "wechatpay call --profile a --config wechatpay.toml POST /v3/pay/transactions/out-trade-no/A-1/close \
             -d '{{\"mchid\":\"{mchid}\"}}'"
        )]
    );
}

#[tokio::test]
async fn a_repeat_is_the_request_of_the_first_time_and_no_example() {
    let shop = Shop::open().await;
    let remark = "send the very same request again: the file or the command of the first time";
    for state in ["ACCEPTED", "PROCESSING"] {
        let body = json!({ "state": state, "out_bill_no": "b1", "transfer_amount": 100 });
        script(&shop, TRANSFER, body);
        let report = shop.run(&["transfer", "b1"]).await.json();
        assert_eq!(report["next"][0]["remark"], remark);
        assert_eq!(report["next"][0]["commands"], Value::Null);
        let cancel =
            "wechatpay call POST /v3/fund-app/mch-transfer/transfer-bills/out-bill-no/b1/cancel";
        assert_eq!(commands(&report), [cancel]);
        let text = text(&shop, &["transfer", "b1"]).await.stdout;
        let lines = format!(
            "Repeat the transfer only with the same out_bill_no and the same parameters.\n    {remark}\n  → "
        );
        assert!(state != "ACCEPTED" || text.contains(&lines), "{text}");
        assert!(!text.contains("example"), "{text}");
    }
    let body = json!({ "state": "DOING", "state_description": "MCH_COMPLETE", "collection": { "state": "USER_PAYING" } });
    script(&shop, PAYSCORE, body);
    let score = ["payscore", "S1", "--service-id", "5", "--appid", "wx1"];
    let report = shop.run(&score).await.json();
    assert_eq!(report["next"][3]["operation"], "complete_service_order");
    assert_eq!(report["next"][3]["remark"], remark);
    assert_eq!(report["next"][3]["commands"], Value::Null);
}

#[tokio::test]
async fn a_new_request_has_the_values_of_the_query_and_placeholders_for_the_others() {
    let shop = Shop::open().await;
    let combined = "/v3/combine-transactions/out-trade-no/{combine_out_trade_no}";
    let part =
        |number: &str| json!({ "mchid": "19", "out_trade_no": number, "trade_state": "NOTPAY" });
    for (arguments, path, body, command, remark) in [
        (
            &["order", "A-1"][..],
            ORDER,
            json!({ "trade_state": "SUCCESS", "out_trade_no": "A-1", "transaction_id": "42", "amount": { "total": 100, "currency": "CNY" } }),
            r#"POST /v3/refund/domestic/refunds -d '{"amount":{"currency":"CNY","refund":"<REFUND>","total":100},"out_refund_no":"<OUT_REFUND_NO>","transaction_id":"42"}'"#,
            r#"<OUT_REFUND_NO>, "<REFUND>" (a number, without quotes); all members: wechatpay operations refund.create_refund"#,
        ),
        (
            &["refund", "R1"],
            REFUND,
            json!({ "status": "CLOSED", "out_refund_no": "R1", "out_trade_no": "A-1", "amount": { "refund": 70, "total": 100, "currency": "CNY" } }),
            r#"POST /v3/refund/domestic/refunds -d '{"amount":{"currency":"CNY","refund":70,"total":100},"out_refund_no":"<OUT_REFUND_NO>","out_trade_no":"A-1"}'"#,
            "<OUT_REFUND_NO>; all members: wechatpay operations refund.create_refund",
        ),
        (
            &["transfer", "b1"],
            TRANSFER,
            json!({ "state": "FAIL", "out_bill_no": "b1", "appid": "wx1", "openid": "o1", "transfer_amount": 100, "transfer_remark": "old" }),
            r#"POST /v3/fund-app/mch-transfer/transfer-bills -d '{"appid":"wx1","openid":"o1","out_bill_no":"<OUT_BILL_NO>","transfer_amount":100,"transfer_remark":"<TRANSFER_REMARK>","transfer_scene_id":"<TRANSFER_SCENE_ID>","transfer_scene_report_infos":[{"info_content":"<INFO_CONTENT>","info_type":"<INFO_TYPE>"}]}'"#,
            "<OUT_BILL_NO>, <TRANSFER_REMARK>, <TRANSFER_SCENE_ID>, <INFO_TYPE>, <INFO_CONTENT>; all members: wechatpay operations mch_transfer.create_transfer_bill",
        ),
        (
            &["order", "--combined", "C1"],
            combined,
            json!({ "combine_out_trade_no": "C1", "combine_appid": "wx1", "sub_orders": [part("P0"), part("P1")] }),
            r#"POST /v3/combine-transactions/out-trade-no/C1/close -d '{"combine_appid":"wx1","sub_orders":[{"mchid":"19","out_trade_no":"P0"},{"mchid":"19","out_trade_no":"P1"}]}'"#,
            "",
        ),
    ] {
        script(&shop, path, body);
        let report = shop.run(arguments).await.json();
        let steps = report["next"].as_array().unwrap();
        let step = steps
            .iter()
            .find(|step| step["commands"].is_array())
            .unwrap();
        assert_eq!(
            step["commands"],
            json!([format!("wechatpay call {command}")])
        );
        let remark = match remark {
            "" => Value::Null,
            names => format!("replace before you run the command: {names}").into(),
        };
        assert_eq!(step["remark"], remark);
        let text = text(&shop, arguments).await.stdout;
        if let Some(remark) = remark.as_str() {
            let lines = format!("\n    {remark}\n    wechatpay call {command}\n");
            assert!(text.contains(&lines), "{text}");
        }
        dry_runs(&shop, &report);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_printed_command_asks_the_same_merchant() {
    let mut shop = Shop::open().await;
    let variables = [
        ("--mchid", "WECHATPAY_MCHID"),
        ("--private-key", "WECHATPAY_PRIVATE_KEY"),
        ("--certificate", "WECHATPAY_CERTIFICATE"),
        ("--public-key", "WECHATPAY_PUBLIC_KEY"),
        ("--public-key-id", "WECHATPAY_PUBLIC_KEY_ID"),
        ("--base-url", "WECHATPAY_BASE_URL"),
        ("--root-certificates", "WECHATPAY_ROOT_CERTIFICATES"),
    ];
    let command = shop.command(&[]);
    let environment: Vec<_> = command
        .as_std()
        .get_envs()
        .map(|(name, value)| (name.to_owned(), value.unwrap_or_default().to_owned()))
        .collect();
    let value = |variable: &str| {
        let mut environment = environment.iter();
        let value = environment.find(|(name, _)| name == variable).unwrap();
        value.1.to_str().unwrap().to_owned()
    };
    let flags = variables.map(|(flag, variable)| [flag.to_owned(), value(variable)]);
    variables.iter().for_each(|(_, name)| shop.unset(name));
    shop.write(
        "two.toml",
        "default = \"a\"\n[profiles.a]\nmchid = \"1\"\n[profiles.b]\n",
    );
    let profile = ["--config", "two.toml", "--profile", "b"].map(str::to_owned);
    let given: Vec<_> = profile
        .into_iter()
        .chain(flags.into_iter().flatten())
        .collect();
    let given: Vec<_> = given.iter().map(String::as_str).collect();
    let is_repeated = |command: &str| {
        assert!(command.starts_with("wechatpay call "), "{command}");
        let command = format!("{command} ");
        let mut pairs = given
            .chunks(2)
            .map(|pair| format!(" {} {} ", pair[0], pair[1]));
        assert!(pairs.all(|pair| command.contains(&pair)), "{command}");
    };

    let dropped = ScriptedResponse::ok(json!({})).with_fault(Fault::DropAfterRead);
    let path = "/v3/refund/domestic/refunds";
    shop.gateway.respond("POST", path, dropped);
    let body = r#"{"out_trade_no":"A-1","out_refund_no":"r1","amount":{"refund":1,"total":1,"currency":"CNY"}}"#;
    let create = ["call", "refund.create_refund", "-y", "-d", body];
    let run = shop.run(&[&create[..], &given].concat()).await;
    assert_eq!(run.code, 5, "{run:?}");
    let failure = run.failure();
    let query = failure["cures"][0].as_str().unwrap();
    let query = query.strip_prefix("query first: ").unwrap();
    // The folder is left out of the output of a run.
    let folder = format!(
        "{}/",
        shop.path("").display().to_string().trim_end_matches('/')
    );
    let whole = query
        .replace("key apiclient", &format!("key {folder}apiclient"))
        .replace(
            "certificate apiclient",
            &format!("certificate {folder}apiclient"),
        )
        .replace("key pub_key", &format!("key {folder}pub_key"))
        .replace("certificates roots", &format!("certificates {folder}roots"));
    is_repeated(&whole);
    assert!(
        query.ends_with(" GET /v3/refund/domestic/refunds/r1"),
        "{query}"
    );
    script(
        &shop,
        REFUND,
        json!({ "status": "CLOSED", "out_refund_no": "r1" }),
    );
    let run = shell(&shop, query);
    assert!(run.status.success(), "{query} {run:?}");

    script(
        &shop,
        ORDER,
        json!({ "trade_state": "NOTPAY", "out_trade_no": "A-1" }),
    );
    let run = shop.run(&[&given[..], &["order", "A-1"]].concat()).await;
    let close = commands(&run.json()).remove(0);
    let options = |command: &str| command.split(" GET ").next().unwrap().to_owned();
    assert!(
        close.starts_with(&format!("{} POST ", options(query))),
        "{close} {query}"
    );
    dry_run(&shop, &close);
}

#[tokio::test]
async fn call_refuses_a_placeholder_wherever_it_stands() {
    let shop = Shop::open().await;
    let terminate = "/v3/papay/sign/contracts/plan-id/1/out-contract-code/C1/terminate";
    let remark = r#"{"contract_termination_remark":"<CONTRACT_TERMINATION_REMARK>"}"#;
    let nested = r#"{"a":[{"b":" <B_1> "}],"c":"<b>","d":"a <B>"}"#;
    for (arguments, found) in [
        (
            &["POST", terminate, "-d", remark][..],
            "`<CONTRACT_TERMINATION_REMARK>` of `contract_termination_remark`",
        ),
        (
            &[
                "POST",
                "/v3/pay/transactions/out-trade-no/<OUT_TRADE_NO>/close",
                "-d",
                "{}",
            ],
            "`<OUT_TRADE_NO>` of `out_trade_no`",
        ),
        (
            &["GET", "/v3/pay/transactions/id/%3CID%3E?mchid=<MCHID>"],
            "`<ID>` of `transaction_id`, `<MCHID>` of `mchid`",
        ),
        (
            &["GET", "/v3/pay/transactions/id/1", "-q", "mchid=<MCHID>"],
            "`<MCHID>` of `mchid`",
        ),
        (
            &[
                "POST",
                "/v3/new/<ID>",
                "--unlisted",
                "-H",
                "Key: <KEY>",
                "-d",
                nested,
            ],
            "`<ID>` of `segment_1`, `<KEY>` of `Key`, `<B_1>` of `a.b`",
        ),
        (
            &["POST", "/v3/new", "--unlisted", "-d", "\"<BODY>\""],
            "`<BODY>` of `the body`",
        ),
        (
            &[
                "POST",
                "/v3/new",
                "--unlisted",
                "-F",
                "meta={\"a\":\"<A>\"}",
                "-F",
                "roots.pem",
            ],
            "`<A>` of `a`",
        ),
    ] {
        for further in [&["-y"][..], &["-y", "--no-check"], &["--dry-run"]] {
            let text = shop
                .run(&[&["call"], arguments, further].concat())
                .await
                .failed(3);
            let cure = "write a value in the place of each `<…>`: it stands for a value that only you know";
            assert_eq!(
                text,
                format!("replace the placeholder {found}\n{cure}"),
                "{arguments:?}"
            );
        }
    }
    assert_eq!(shop.gateway.requests().len(), 0);
}

/// Sets the member at a path of names with dots.
fn set(body: &mut Value, path: &str, value: &str) {
    let mut place = body;
    for name in path.split('.') {
        place = &mut place[name];
    }
    *place = value.into();
}

/// The arguments that select a mode of a kind and a number.
fn arguments(kind: &str, mode: &str, number: &Value) -> Vec<&'static str> {
    let sub = ["--sub-mchid", "1900000109"];
    let mut arguments = match (kind, mode) {
        (_, "partner") | ("payscore", "global") => sub.to_vec(),
        (_, "ecommerce") => [&sub[..], &["--ecommerce"]].concat(),
        (_, "combined") => vec!["--combined"],
        (_, "qq-wallet") => vec!["--qq-wallet"],
        (_, "batch") => vec!["--batch"],
        _ => Vec::new(),
    };
    match (kind, mode, number["name"].as_str()) {
        ("contract", _, Some("out_contract_code")) => arguments.extend(["--plan-id", "12535"]),
        ("payscore", "direct", _) => arguments.extend(["--appid", "wxd678efh567hg6787"]),
        _ => {}
    }
    if kind == "payscore" {
        arguments.extend(["--service-id", "500001"]);
    }
    arguments.extend((mode == "global").then_some("--global"));
    arguments.push(match number["whose"].as_str() {
        Some("merchant") => "--out",
        _ => "--id",
    });
    arguments
}

#[tokio::test(flavor = "multi_thread")]
async fn every_next_step_of_every_kind_and_mode_passes_the_facts() {
    let data: Value =
        serde_json::from_str(include_str!("../../src/commands/state/states.json")).unwrap();
    let shop = Shop::open_plain().await;
    let mut ran = BTreeSet::new();
    for (kind, modes) in data["kinds"].as_object().unwrap() {
        for mode in modes["modes"].as_array().unwrap() {
            for number in mode["numbers"].as_array().unwrap() {
                for report in reports(&shop, &data, kind, mode, number).await {
                    for command in commands(&report) {
                        if ran.insert(command.clone()) {
                            dry_run(&shop, &command);
                        }
                    }
                }
            }
        }
    }
    assert!(ran.len() > 50, "{ran:#?}");
}

/// The reports of states of a mode that have all its steps, whose responses are the example with the values of the state.
async fn reports(
    shop: &Shop,
    data: &Value,
    kind: &str,
    mode: &Value,
    number: &Value,
) -> Vec<Value> {
    let facts = wechatpay_endpoints::facts();
    let machine = number["machine"]
        .as_str()
        .or_else(|| mode["machine"].as_str());
    let operation = number["operation"].as_str().unwrap();
    let (method, path) = operation.split_once(' ').unwrap();
    let example = facts.example(facts.operation(method, path).unwrap());
    let example = example.unwrap().response.as_ref().unwrap();
    let flags = arguments(kind, mode["name"].as_str().unwrap(), number);
    let states = data["machines"][machine.unwrap()]["states"].as_array();
    let mut reports = Vec::new();
    let mut known = BTreeSet::new();
    let has_new_step = |state: &&Value| {
        let steps = state["next"].as_array().unwrap().iter();
        let steps = steps.filter_map(|step| step["step"].as_str());
        steps
            .filter(|step| known.insert((*step).to_owned()))
            .count()
            > 0
    };
    for state in states.unwrap().iter().filter(has_new_step) {
        let mut body = example.clone();
        // WeChat Pay responds with the numbers of the merchant that asked, and of the things that were asked for.
        let merchant = shop.gateway.merchant();
        let own = merchant.mchid();
        let own = ["mchid", "mch_id", "sp_mchid", "combine_mchid"].map(|name| (name, own));
        let asked = flags
            .windows(2)
            .map(|pair| (pair[0].trim_start_matches('-'), pair[1]));
        let asked = asked.map(|(flag, value)| (flag.replace('-', "_"), value));
        let own = own.map(|(name, value)| (name.to_owned(), value));
        for (name, value) in own.into_iter().chain(asked) {
            for object in ["", "/transfer_batch"] {
                let members = body.pointer_mut(object).and_then(Value::as_object_mut);
                let member = members.and_then(|members| members.get_mut(&name));
                member.into_iter().for_each(|member| *member = value.into());
            }
        }
        for (field, values) in state["when"].as_object().unwrap() {
            let value = values[0].as_str().unwrap();
            match mode["parts"].as_str() {
                None => set(&mut body, field, value),
                Some(parts) => {
                    let parts = body[parts].as_array_mut().unwrap();
                    parts.iter_mut().for_each(|part| set(part, field, value));
                }
            }
        }
        let name = number["name"].as_str().unwrap();
        for object in ["", "/transfer_batch"] {
            let members = body.pointer_mut(object).and_then(Value::as_object_mut);
            let member = members.and_then(|members| members.get_mut(name));
            member.into_iter().for_each(|member| *member = "A-1".into());
        }
        script(shop, path, body);
        let run = shop.run(&[&[kind], &*flags, &["A-1"]].concat()).await;
        assert_eq!(run.code, 0, "{flags:?} {run:?}");
        let report = run.json();
        assert_eq!(report["label"], state["label"], "{flags:?} {run:?}");
        reports.push(report);
    }
    reports
}

#[tokio::test]
async fn a_sensitive_member_is_ciphertext_only_in_json() {
    let shop = Shop::open().await;
    let name = "c2Vuc2l0aXZl".repeat(28);
    let body = json!({ "state": "SUCCESS", "out_bill_no": "A-1", "user_name": name });
    script(&shop, TRANSFER, body);
    let run = text(&shop, &["transfer", "A-1"]).await;
    let mut lines = run.stdout.lines();
    let line = lines.find(|line| line.contains("user_name")).unwrap();
    let squeezed: Vec<_> = line.split_whitespace().collect();
    assert_eq!(squeezed[..2], ["user_name", "(encrypted)"]);
    let run = shop.run(&["transfer", "A-1"]).await;
    assert_eq!(run.json()["response"]["user_name"], json!(name));
}

#[tokio::test]
async fn a_response_without_a_state_says_so() {
    let shop = Shop::open().await;
    script(
        &shop,
        ORDER,
        json!({ "trade_state": "", "out_trade_no": "A-1" }),
    );
    let run = text(&shop, &["order", "A-1"]).await;
    let line = run.stdout.lines().nth(1);
    assert_eq!(
        line,
        Some("(the response has no state) · not known to be final")
    );
}

#[tokio::test]
async fn the_number_and_the_merchant_choose_the_operation() {
    let shop = Shop::open().await;
    let mchid = shop.gateway.merchant().mchid().to_owned();
    let transaction = "4200000000002104083200000488";
    let transfer = "1330000071100999991182020050700019480001";
    // The examples are of other merchants and things.
    let own = || {
        json!({
            "mchid": mchid, "mch_id": mchid, "sp_mchid": mchid, "combine_mchid": mchid,
            "sub_mchid": "1900000109", "plan_id": 12535, "service_id": "5"
        })
    };
    for path in [
        "/v3/combine-transactions/out-trade-no/{combine_out_trade_no}",
        "/v3/fund-app/mch-transfer/transfer-bills/transfer-bill-no/{transfer_bill_no}",
        "/v3/ecommerce/mch-transfer/transfer-bills/out-bill-no/{out_bill_no}",
        "/v3/fund-app/mch-transfer/transfer-to-qq-wallet-bills/{out_bill_no}",
        "/v3/papay/sign/partner/contracts/plan-id/{plan_id}/out-contract-code/{out_contract_code}",
        "/v3/payscore/partner/serviceorder",
    ] {
        script(&shop, path, own());
    }
    let path = "/v3/transfer/batches/out-batch-no/{out_batch_no}";
    script(&shop, path, json!({ "transfer_batch": own() }));
    let sub = ["--sub-mchid", "1900000109"];
    for (arguments, target) in [
        (vec!["order", "1217752501201407033233368018"], format!("/v3/pay/transactions/out-trade-no/1217752501201407033233368018?mchid={mchid}")),
        (vec!["order", transaction], format!("/v3/pay/transactions/id/{transaction}?mchid={mchid}")),
        (vec!["order", "--out", transaction], format!("/v3/pay/transactions/out-trade-no/{transaction}?mchid={mchid}")),
        (vec!["order", "--id", "1217752501201407033233368018"], format!("/v3/pay/transactions/id/1217752501201407033233368018?mchid={mchid}")),
        (vec!["order", "A1", sub[0], sub[1]], format!("/v3/pay/partner/transactions/out-trade-no/A1?sp_mchid={mchid}&sub_mchid=1900000109")),
        (vec!["order", transaction, sub[0], sub[1]], format!("/v3/pay/partner/transactions/id/{transaction}?sp_mchid={mchid}&sub_mchid=1900000109")),
        (vec!["order", "A1", "--combined"], "/v3/combine-transactions/out-trade-no/A1".to_owned()),
        (vec!["refund", "R1"], "/v3/refund/domestic/refunds/R1".to_owned()),
        (vec!["refund", "R1", sub[0], sub[1]], "/v3/refund/domestic/refunds/R1?sub_mchid=1900000109".to_owned()),
        (vec!["refund", "R1", "--ecommerce", sub[0], sub[1]], "/v3/ecommerce/refunds/out-refund-no/R1?sub_mchid=1900000109".to_owned()),
        (vec!["refund", "50000000382019052709732678859", "--ecommerce"], "/v3/ecommerce/refunds/id/50000000382019052709732678859".to_owned()),
        (vec!["transfer", transfer], format!("/v3/fund-app/mch-transfer/transfer-bills/transfer-bill-no/{transfer}")),
        (vec!["transfer", "T1", sub[0], sub[1]], "/v3/fund-app/mch-transfer/partner/transfer-bills/out-bill-no/T1?sub_mchid=1900000109".to_owned()),
        (vec!["transfer", "T1", "--ecommerce", sub[0], sub[1]], "/v3/ecommerce/mch-transfer/transfer-bills/out-bill-no/T1?sub_mchid=1900000109".to_owned()),
        (vec!["transfer", "T1", "--qq-wallet"], "/v3/fund-app/mch-transfer/transfer-to-qq-wallet-bills/T1".to_owned()),
        (vec!["transfer", "plfk2020042013", "--batch"], "/v3/transfer/batches/out-batch-no/plfk2020042013?need_query_detail=false".to_owned()),
        (vec!["contract", "C1", "--plan-id", "12535", sub[0], sub[1]], "/v3/papay/sign/partner/contracts/plan-id/12535/out-contract-code/C1?sub_mchid=1900000109".to_owned()),
        (vec!["payscore", "S1", "--service-id", "5", sub[0], sub[1]], "/v3/payscore/partner/serviceorder?service_id=5&sub_mchid=1900000109&out_order_no=S1".to_owned()),
    ] {
        let run = shop.run(&arguments).await;
        assert_eq!(run.code, 0, "{arguments:?} {run:?}");
        let last = shop.gateway.requests().last().unwrap().target().to_owned();
        assert_eq!(last, target, "{arguments:?}");
    }
}

#[tokio::test]
async fn a_merchant_outside_the_mainland_has_queries_of_its_own() {
    // These queries declare the numbers of merchants and of service providers as required, both.
    let shop = Shop::open_plain().await;
    let mchid = shop.gateway.merchant().mchid().to_owned();
    let order = "/v3/global/transactions/out-trade-no/{out_trade_no}";
    script(
        &shop,
        order,
        json!({ "trade_state": "SUCCESS", "id": "42" }),
    );
    for (sub, query) in [
        (&[][..], format!("mchid={mchid}")),
        (
            &["--sub-mchid", "1900000109"],
            format!("sub_mchid=1900000109&sp_mchid={mchid}"),
        ),
    ] {
        let run = shop
            .run(&[&["--global", "order", "A1"], sub].concat())
            .await;
        assert_eq!(
            summary(&run.json()),
            "SUCCESS 支付成功 final: create_global_refund",
            "{run:?}"
        );
        let last = shop.gateway.requests().last().unwrap().target().to_owned();
        assert_eq!(
            last,
            format!("/v3/global/transactions/out-trade-no/A1?{query}")
        );
    }
    let run = shop.run(&["--global", "order", "--combined", "A1"]).await;
    assert_eq!(run.code, 3, "{run:?}");
    assert!(
        run.stderr
            .contains("`wechatpay order` (订单) has no query for `global combined`"),
        "{run:?}"
    );
    let run = shop
        .run(&["--global", "transfer", "T1", "--output", "text"])
        .await;
    assert_eq!(
        (run.code, &*run.stderr),
        (
            3,
            "error: `wechatpay transfer` (商家转账) has no query for `global`\n  → leave out --global, which a profile may set too\n"
        )
    );
}

#[tokio::test]
async fn a_combined_order_has_a_state_for_each_part() {
    let shop = Shop::open().await;
    let path = "/v3/combine-transactions/out-trade-no/{combine_out_trade_no}";
    let parts = |states: [&str; 2]| {
        let part = |(number, state): (usize, &str)| json!({ "out_trade_no": format!("P{number}"), "trade_state": state });
        let parts: Vec<_> = states.into_iter().enumerate().map(part).collect();
        json!({ "combine_out_trade_no": "A1", "sub_orders": parts })
    };
    script(&shop, path, parts(["NOTPAY", "NOTPAY"]));
    let report = shop.run(&["order", "--combined", "A1"]).await.json();
    assert_eq!(summary(&report), "NOTPAY 未支付 user: close_combine_order");
    assert_eq!(
        report["next"][0]["call"],
        "POST /v3/combine-transactions/out-trade-no/A1/close"
    );
    assert_eq!(commands(&report).len(), 1);
    script(&shop, path, parts(["SUCCESS", "SUCCESS"]));
    let report = shop.run(&["order", "--combined", "A1"]).await.json();
    assert_eq!(
        summary(&report),
        "SUCCESS 支付成功 final: create_refund create_refund"
    );
    let numbers = ["P0", "P1"].map(|number| format!(r#""out_trade_no":"{number}""#));
    let commands = commands(&report);
    for number in numbers {
        let of_part = commands.iter().filter(|command| command.contains(&number));
        assert_eq!(of_part.count(), 1, "{commands:?}");
    }
    script(&shop, path, parts(["SUCCESS", "REFUND"]));
    let run = shop.run(&["order", "--combined", "A1"]).await;
    let report = run.json();
    assert_eq!(summary(&report), "- - final: ");
    assert_eq!(
        summary(&report["parts"][0]),
        "SUCCESS 支付成功 final: create_refund"
    );
    assert_eq!(report["parts"][1]["number"], "P1");
    let run = text(&shop, &["order", "--combined", "A1"]).await;
    assert!(
        run.stdout
            .contains("(several states) · final\n  P0  SUCCESS 支付成功\n"),
        "{run:?}"
    );
    // The amounts that the merchant compares.
    let part =
        json!({ "out_trade_no": "P0", "trade_state": "SUCCESS", "amount": { "total_amount": 10 } });
    let body = json!({ "combine_out_trade_no": "A1", "sub_orders": [part] });
    script(&shop, path, body);
    let run = text(&shop, &["order", "--combined", "A1"]).await;
    let row = "  sub_orders[0].amount.total_amount  10 (0.10 yuan)  ";
    assert!(run.stdout.contains(row), "{run:?}");
}

#[tokio::test]
async fn a_number_that_does_not_exist_says_which_numbers_there_are() {
    let shop = Shop::open().await;
    let error = ScriptedResponse::error(404, "ORDER_NOT_EXIST", "订单不存在");
    shop.gateway.respond("GET", ORDER, error);
    let run = shop.run(&["order", "A-1", "--output", "text"]).await;
    assert_eq!(run.code, 4, "{run:?}");
    let cures: Vec<_> = run
        .stderr
        .lines()
        .filter(|line| line.contains('→'))
        .collect();
    assert_eq!(
        cures,
        [
            "  → the query was by out_trade_no (商户订单号): check the number and the merchant",
            "  → if the number is a transaction_id (微信支付订单号), add --id",
            "  → a number of another product needs its option: --sub-mchid (服务商), --combined (合单), --global (境外)",
        ]
    );
    let run = shop.run(&["order", "A-1"]).await;
    let failure: Value = serde_json::from_str(&run.stderr).unwrap();
    assert_eq!(failure["code"], "ORDER_NOT_EXIST");
    // The client does not know this code. The same query would fail again.
    let error = ScriptedResponse::error(404, "CONTRACT_NOT_EXIST", "签约协议不存在");
    let path = "/v3/papay/sign/contracts/plan-id/{plan_id}/out-contract-code/{out_contract_code}";
    shop.gateway.respond("GET", path, error);
    let run = shop
        .run(&["contract", "C1", "--plan-id", "1", "--output", "text"])
        .await;
    let (_, cures) = run.stderr.split_once('\n').unwrap();
    assert_eq!(
        (run.code, cures),
        (
            4,
            "  → the query was by out_contract_code (商户签约协议号): check the number and the merchant\n\
             \u{20} → if the number is a contract_id (委托代扣协议ID), add --id\n\
             \u{20} → a number of another product needs its option: --sub-mchid (服务商)\n"
        )
    );
    let path = "/v3/papay/pay/schedules/contract-id/{contract_id}";
    let error = ScriptedResponse::error(404, "CONTRACT_NOT_EXIST", "签约协议不存在");
    shop.gateway.respond("GET", path, error);
    let run = shop
        .run(&["contract", "C1", "--id", "--output", "text"])
        .await;
    let other = "  → if the number is an out_contract_code (商户签约协议号), add --out\n";
    assert!(run.stderr.contains(other), "{run:?}");
    let run = shop
        .run(&["refund", "--id", "5001", "--output", "text"])
        .await;
    assert_eq!(
        (run.code, &*run.stderr),
        (
            3,
            "error: WeChat Pay has no query of this refund by its own number\n  → give the out_refund_no \
             (商户退款单号), without --id\n"
        )
    );
}

#[tokio::test]
async fn a_watch_ends_with_a_state_that_waiting_does_not_change() {
    let shop = Shop::open().await;
    let once = |state: &str| {
        let body = json!({ "trade_state": state });
        shop.gateway
            .respond_once("GET", ORDER, ScriptedResponse::ok(body));
    };
    once("NOTPAY");
    once("USERPAYING");
    once("SUCCESS");
    let watch = [
        "order",
        "A-1",
        "--watch",
        "--watch-pause",
        "1",
        "--output",
        "text",
    ];
    let run = shop.run(&watch).await;
    assert_eq!(
        (run.code, &*run.stderr),
        (0, "NOTPAY 未支付\nUSERPAYING 用户支付中\n"),
        "{run:?}"
    );
    assert!(run.stdout.contains("SUCCESS 支付成功 · final"), "{run:?}");
    assert_eq!(shop.gateway.requests().len(), 3);
    // The state is still not final at the end.
    script(&shop, ORDER, json!({ "trade_state": "NOTPAY" }));
    let run = shop
        .run(&[&watch[..], &["--watch-limit", "0"]].concat())
        .await;
    assert_eq!(run.code, 1, "{run:?}");
    assert!(
        run.stdout.contains("NOTPAY 未支付 · waits for the user"),
        "{run:?}"
    );
    // A refund that the merchant must act on does not wait.
    script(&shop, REFUND, json!({ "status": "ABNORMAL" }));
    assert_eq!(shop.run(&["refund", "R1", "--watch"]).await.code, 0);
}

/// A proxy in place of WeChat Pay, in HTML.
fn bad_gateway() -> ScriptedResponse {
    ScriptedResponse::bytes(502, "<html>502 Bad Gateway</html>")
        .with_fault(Fault::MissingHeader(SignatureHeader::Signature))
}

#[tokio::test]
async fn a_watch_repeats_a_query_that_failed_for_a_while() {
    let shop = Shop::open().await;
    let respond = |response| shop.gateway.respond_once("GET", ORDER, response);
    let state = |state: &str| ScriptedResponse::ok(json!({ "trade_state": state }));
    let watch = [
        "order",
        "A-1",
        "--watch",
        "--watch-pause",
        "1",
        "--output",
        "text",
    ];
    let failed = |error: &str| format!("the query failed, and is repeated: {error}");
    // The client itself retries the first two.
    let respond_badly = || (0..3).for_each(|_| respond(bad_gateway()));
    respond_badly();
    respond(state("NOTPAY"));
    respond(ScriptedResponse::error(
        429,
        "FREQUENCY_LIMITED",
        "频率超限",
    ));
    respond_badly();
    respond(state("SUCCESS"));
    let run = shop.run(&watch).await;
    let bad = failed("unverified response: an error response without a code");
    let limited = failed("FREQUENCY_LIMITED: 频率超限; call less often");
    // Without the Request-IDs.
    let lines = run
        .stderr
        .lines()
        .map(|line| line.split(" (status ").next());
    let lines: Vec<_> = lines.flatten().collect();
    assert_eq!(
        (run.code, &*lines),
        (0, &[&*bad, "NOTPAY 未支付", &limited, &bad][..])
    );
    assert!(run.stdout.contains("SUCCESS 支付成功 · final"));

    // After a verified response, an unverified one is that of something on the way.
    respond(state("NOTPAY"));
    respond(state("SUCCESS").with_fault(Fault::MissingHeader(SignatureHeader::Signature)));
    respond(state("SUCCESS"));
    let run = shop.run(&watch).await;
    let unverified = failed("response not verified: missing-header:Wechatpay-Signature");
    assert!(run.code == 0 && run.stderr.contains(&unverified), "{run:?}");

    // A verified refusal lasts, also one with a code that nobody knows.
    respond(state("NOTPAY"));
    respond(ScriptedResponse::error(400, "NEW_CODE", "新错误"));
    let run = shop.run(&watch).await;
    assert_eq!(run.code, 4, "{run:?}");
    let lines: Vec<_> = run.stderr.lines().collect();
    assert_eq!(lines[0], "NOTPAY 未支付");
    assert!(lines[1].starts_with("error: NEW_CODE: 新错误"), "{run:?}");

    // The cause lasts, or the time is over.
    let ended = |arguments: &'static [&'static str]| [&watch[..4], arguments].concat();
    shop.gateway.respond("GET", ORDER, bad_gateway());
    let text = shop
        .run(&ended(&["1", "--watch-limit", "1"]))
        .await
        .failed(1);
    assert!(
        text.starts_with("unverified response: an error response without a code (status 502")
            && text.ends_with(")\nnothing was changed: repeat the query"),
        "{text}"
    );
    let wrong = state("SUCCESS").with_fault(Fault::WrongSignature);
    shop.gateway.respond("GET", ORDER, wrong);
    let text = shop.run(&ended(&["1"])).await.failed(4);
    assert!(text.starts_with("response not verified: "), "{text}");
}

#[tokio::test]
async fn an_unverified_response_is_shown_to_nobody() {
    let shop = Shop::open().await;
    let body = ScriptedResponse::ok(json!({ "trade_state": "SUCCESS" })).unsigned();
    shop.gateway.respond("GET", ORDER, body);
    let run = shop.run(&["order", "A-1"]).await;
    assert_eq!((run.code, &*run.stdout), (4, ""), "{run:?}");
}

#[tokio::test]
async fn a_brand_has_no_orders() {
    let mut shop = Shop::open().await;
    shop.unset("WECHATPAY_MCHID");
    shop.set("WECHATPAY_BRAND_ID", "123");
    let run = shop.run(&["order", "A-1"]).await;
    assert_eq!(run.code, 3, "{run:?}");
    assert!(
        run.stderr.contains("a brand (品牌) has no order (订单)"),
        "{run:?}"
    );
}

#[tokio::test]
async fn numbers_of_a_state_keep_their_digits() {
    let shop = Shop::open().await;
    let body = r#"{"trade_state":"NEW","out_trade_no":"A-1","amount":{"total":12345678901234567890123,"rate":1.10}}"#;
    shop.gateway
        .respond("GET", ORDER, ScriptedResponse::bytes(200, body));
    let run = shop.run(&["order", "A-1"]).await;
    let amount = "\"total\": 12345678901234567890123,\n      \"rate\": 1.10\n";
    assert!(run.stdout.contains(amount), "{run:?}");
    let run = text(&shop, &["order", "A-1"]).await;
    assert!(run.stdout.contains(" 12345678901234567890123 "), "{run:?}");
    assert!(run.stdout.contains(" 1.10"), "{run:?}");
}

#[tokio::test]
async fn a_state_with_an_unknown_outcome_has_changed_nothing() {
    let shop = Shop::open().await;
    let response = ScriptedResponse::ok(json!({})).with_fault(Fault::DropAfterRead);
    shop.gateway.respond("GET", ORDER, response);
    let text = shop.run(&["order", "A-1"]).await.failed(4);
    assert!(
        text.ends_with("\nnothing was changed: repeat the query"),
        "{text}"
    );
    assert!(!text.contains("executed"), "{text}");
}

#[tokio::test]
async fn a_refused_query_or_one_without_json_says_what_to_do() {
    let shop = Shop::open().await;
    let refused = || ScriptedResponse::error(400, "INVALID_REQUEST", "x");
    shop.gateway.respond("GET", TRANSFER, refused());
    let text = shop.run(&["transfer", "T1"]).await.failed(4);
    let step = format!("\nsee what it means: wechatpay explain {TRANSFER} INVALID_REQUEST");
    assert!(text.ends_with(&step), "{text}");
    shop.gateway.respond("GET", ORDER, refused());
    let text = shop.run(&["order", "A-1"]).await.failed(4);
    assert!(
        text.contains("\nsee what it means: wechatpay explain "),
        "{text}"
    );

    shop.gateway
        .respond("GET", TRANSFER, ScriptedResponse::bytes(200, "ok"));
    let text = shop.run(&["transfer", "T1"]).await.failed(4);
    assert!(
        text.contains("): the body is no JSON: expected value at line 1 column 1\n"),
        "{text}"
    );
    assert!(
        text.ends_with("\nnothing was changed: then repeat the query"),
        "{text}"
    );
}

#[tokio::test]
async fn a_response_about_another_number_is_refused() {
    let shop = Shop::open().await;
    let body = json!({ "trade_state": "SUCCESS", "out_trade_no": "A-2" });
    script(&shop, ORDER, body);
    assert_eq!(
        shop.run(&["order", "A-1"]).await.failed(4),
        "the response is about another out_trade_no (商户订单号): A-2, not A-1\n\
         look for a proxy that stores responses, and query again without the proxy"
    );
    let path = "/v3/transfer/batches/out-batch-no/{out_batch_no}";
    let body = json!({ "transfer_batch": { "batch_status": "FINISHED", "out_batch_no": "B-2" } });
    script(&shop, path, body);
    let text = shop.run(&["transfer", "--batch", "B-1"]).await.failed(4);
    assert!(text.contains(" out_batch_no ("), "{text}");
}

#[tokio::test]
async fn a_response_about_another_merchant_is_refused() {
    const PARTNER: &str = "/v3/pay/partner/transactions/out-trade-no/{out_trade_no}";
    const COMBINED: &str = "/v3/combine-transactions/out-trade-no/{combine_out_trade_no}";
    let shop = Shop::open_plain().await;
    let own = shop.gateway.merchant().mchid().to_owned();
    let payscore = ["payscore", "--appid", "wx1", "--service-id", "5", "A-1"];
    for (path, arguments, mut body, other) in [
        (
            ORDER,
            &["order", "A-1"][..],
            json!({ "mchid": "1230000109" }),
            "mchid (直连商户号)",
        ),
        (
            PARTNER,
            &["order", "--sub-mchid", "1900000110", "A-1"],
            json!({ "sp_mchid": own, "sub_mchid": "1230000109" }),
            "sub_mchid (子商户号)",
        ),
        (
            PARTNER,
            &["order", "--sub-mchid", "1900000110", "A-1"],
            json!({ "sp_mchid": "1230000109", "sub_mchid": "1900000110" }),
            "sp_mchid (服务商户号)",
        ),
        (
            COMBINED,
            &["order", "--combined", "A-1"],
            json!({ "combine_mchid": "1230000109" }),
            "combine_mchid (平台商户号)",
        ),
        (
            TRANSFER,
            &["transfer", "A-1"],
            json!({ "mch_id": "1230000109" }),
            "mch_id (商户号)",
        ),
        (
            PAYSCORE,
            &payscore,
            json!({ "mchid": "1230000109" }),
            "mchid (商户号)",
        ),
        (
            PAYSCORE,
            &payscore,
            json!({ "service_id": "1230000109" }),
            "service_id (服务ID)",
        ),
    ] {
        body["state"] = "SUCCESS".into();
        script(&shop, path, body);
        let failed = shop.run(arguments).await.failed(4);
        let start = format!("the response is about another {other}: 1230000109, not ");
        assert!(failed.starts_with(&start), "{failed}");
        let cure = "\nlook for a proxy that stores responses, and query again without the proxy";
        assert!(failed.ends_with(cure), "{failed}");
    }
    // A transfer of a sub-merchant may be made by another merchant than the service provider.
    let path = "/v3/fund-app/mch-transfer/partner/transfer-bills/out-bill-no/{out_bill_no}";
    script(
        &shop,
        path,
        json!({ "state": "SUCCESS", "mchid": "1230000109" }),
    );
    let run = shop
        .run(&["transfer", "--sub-mchid", "1900000110", "A-1"])
        .await;
    assert_eq!(run.code, 0, "{run:?}");
}

/// Money may have moved in a state that a later version of WeChat Pay has.
#[tokio::test]
async fn a_state_that_is_not_known_warns_of_a_second_payment() {
    const WARNING: &str = "Do not pay, refund, transfer or deduct again because of this state: the money may have moved. \
        Query again later, and look the state up on WeChat Pay's page of the query.";
    let shop = Shop::open_plain().await;
    let payscore = ["payscore", "--appid", "wx1", "--service-id", "5", "A-1"];
    let batch = "/v3/transfer/batches/out-batch-no/{out_batch_no}";
    let mut pages = 0;
    for (path, arguments, body) in [
        (
            ORDER,
            &["order", "A-1"][..],
            json!({ "trade_state": "NEW" }),
        ),
        (ORDER, &["order", "A-1"], json!({})),
        (REFUND, &["refund", "A-1"], json!({ "status": "NEW" })),
        (TRANSFER, &["transfer", "A-1"], json!({ "state": "NEW" })),
        (
            batch,
            &["transfer", "--batch", "A-1"],
            json!({ "transfer_batch": { "batch_status": "NEW" } }),
        ),
        (
            CONTRACT,
            &["contract", "--plan-id", "1", "A-1"],
            json!({ "contract_state": "NEW" }),
        ),
        (
            PAYSCORE,
            &payscore,
            json!({ "state": "DOING", "state_description": "NEW" }),
        ),
    ] {
        script(&shop, path, body);
        let run = text(&shop, arguments).await;
        let mut lines = run
            .stdout
            .lines()
            .skip_while(|line| *line != "next")
            .skip(1);
        assert_eq!(lines.next(), Some(&*format!("  → {WARNING}")), "{run:?}");
        let page = lines.next().unwrap_or_default();
        pages += usize::from(page.starts_with("    https://pay.weixin.qq.com/"));
    }
    assert!(pages > 0, "no page is named");
}

#[tokio::test]
async fn a_batch_that_waits_for_the_merchant_says_where_to_confirm() {
    let shop = Shop::open_plain().await;
    let batch = "/v3/transfer/batches/out-batch-no/{out_batch_no}";
    let body = json!({ "transfer_batch": { "batch_status": "WAIT_PAY", "out_batch_no": "A-1" } });
    script(&shop, batch, body);
    let report = shop.run(&["transfer", "--batch", "A-1"]).await.json();
    assert_eq!(summary(&report), "WAIT_PAY 待付款确认 merchant: ");
    assert_eq!(
        report["next"][0]["text"],
        "Let an employee confirm the payment in the mini program 商家助手, or 服务商助手 of a service provider. \
         Repeat the batch only with the same out_batch_no and the same parameters."
    );
}

/// The key is to be mended first: the response may be of somebody else.
#[tokio::test]
async fn a_response_that_is_not_verified_says_nothing_about_the_number() {
    let shop = Shop::open().await;
    let other = openssl::rsa::Rsa::generate(2048).unwrap();
    shop.write("other.pem", other.public_key_to_pem().unwrap());
    let error = ScriptedResponse::error(404, "ORDER_NOT_EXIST", "订单不存在");
    shop.gateway.respond("GET", ORDER, error);
    let failed = shop
        .run(&["order", "A-1", "--public-key", "other.pem"])
        .await
        .failed(4);
    let cures: Vec<_> = failed.lines().skip(1).collect();
    assert_eq!(
        cures,
        [
            "find the wrong key, ID or clock: wechatpay doctor --public-key other.pem",
            "nothing was changed: then repeat the query",
        ]
    );
}
