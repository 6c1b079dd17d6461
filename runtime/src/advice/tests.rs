//! The search for advice.

use super::{
    entry::{Kind, entries},
    *,
};

/// Subjects and products, for short tables.
fn subjects(clues: &Clues) -> Vec<String> {
    let advice = clues.advice();
    let subject = |advice: &Advice| format!("{:?}", advice.subject());
    advice.iter().map(subject).collect()
}

#[test]
fn every_entry_is_reachable() {
    for entry in entries() {
        let key = &*entry.key;
        let clues = Clues::new();
        let clues = match entry.by {
            Kind::Number => clues.with_number(key.parse().unwrap()),
            Kind::Status => clues
                .with_status(key.parse().unwrap())
                .with_request("/v3/transfer/batches", b""),
            Kind::Code => clues.with_code(key),
            // A product without a manual has the advice on every product.
            Kind::Message if entry.family.is_none() => clues
                .with_message(entry.texts().next().unwrap())
                .with_request("/v3/fund-app/", b""),
            Kind::Message => clues.with_message(entry.texts().next().unwrap()),
            Kind::FailReason => clues.with_fail_reason(key),
            Kind::State => clues.with_state(key),
            Kind::Symptom => clues.with_symptom(key),
            Kind::Range => clues.with_number(unnamed_number(entry)),
        };
        let found = clues.advice();
        assert!(
            found.iter().any(|advice| std::ptr::eq(advice.entry, entry)),
            "{key}"
        );
    }
}

/// A number in the range of the entry that no manual names and that is in no earlier range.
fn unnamed_number(range: &Entry) -> u64 {
    let is_own = |number: &u64| {
        let first = entries().iter().find(|other| other.has_in_range(*number));
        let mut entries = entries().iter();
        let is_named = entries.any(|other| other.number() == Some(*number));
        first.is_some_and(|first| std::ptr::eq(first, range)) && !is_named
    };
    // A range is whole modules of 256 numbers.
    let modules = (0x1000_0000..=0x10FF_FFFF).step_by(0x100);
    let mut numbers = modules.map(|first: u64| first + 0xF3);
    numbers.find(is_own).unwrap()
}

#[test]
fn labels_of_numbers_are_found_in_messages() {
    for entry in entries() {
        if let Some(label) = &entry.label {
            let found = Clues::new().with_message(format!("x：{label}。")).advice();
            assert!(
                found.iter().any(|advice| std::ptr::eq(advice.entry, entry)),
                "{label}"
            );
        }
    }
}

#[test]
fn the_most_exact_clue_wins() {
    let of = |code: &str, message: &str| {
        Clues::new()
            .with_status(403)
            .with_code(code)
            .with_message(message)
    };
    for (clues, expected) in [
        (
            of("PARAM_ERROR", "").with_number(270924358),
            "[Number(270924358)]",
        ),
        (of("NO_AUTH", "无分账权限"), r#"[Message("无分账权限")]"#),
        (of("NO_AUTH", "?"), r#"[Code("NO_AUTH")]"#),
        (of("NEW_CODE", "?"), "[Status(403)]"),
        (
            of("NEW_CODE", "?").with_number(0x1000_00F0),
            r#"[NumberOf("validation", 268435696), Status(403)]"#,
        ),
        (
            of("NO_AUTH", "?").with_number(0x1025_FAFE),
            r#"[Code("NO_AUTH")]"#,
        ),
        (
            of("NO_AUTH", "?").with_number(0x1012_3456),
            r#"[Code("NO_AUTH")]"#,
        ),
        // The message is more exact than the number of any wrong parameter, and both are shown.
        (
            of("PARAM_ERROR", "无效的openid").with_number(268435461),
            r#"[Number(268435461), Message("无效的openid")]"#,
        ),
        // A code that warns of an earlier request is kept.
        (
            of("ALREADY_EXISTS", "参数非法"),
            r#"[Number(268435461), Code("ALREADY_EXISTS")]"#,
        ),
        (Clues::new().with_number(0), "[]"),
        (Clues::new().with_number(1_900_000_109), "[]"),
        (Clues::new(), "[]"),
    ] {
        assert_eq!(format!("[{}]", subjects(&clues).join(", ")), expected);
    }
}

#[test]
fn an_ambiguous_clue_lists_all() {
    let openid = Clues::new().with_message("解析OpenID错误");
    assert_eq!(
        subjects(&openid),
        ["Number(268578532)", "Number(268578526)"]
    );
    let brand = openid.with_request("/brand/marketing/product-coupon/users/o/coupons/1", b"");
    assert_eq!(subjects(&brand), ["Number(268578532)"]);
    assert_eq!(
        subjects(&Clues::new().with_code("RULELIMIT")),
        [r#"Code("RULELIMIT")"#, r#"Code("RULE_LIMIT")"#]
    );
    let reason = Clues::new()
        .with_fail_reason("NO_AUTH")
        .with_code("NO_AUTH");
    assert_eq!(
        subjects(&reason),
        [r#"Code("NO_AUTH")"#, r#"FailReason("NO_AUTH")"#]
    );
    let deduction = Clues::new()
        .with_code("SYSTEMERROR")
        .with_request("/v3/papay/contracts/1/notify", b"");
    assert_eq!(subjects(&deduction), [r#"Code("SYSTEMERROR")"#]);
}

#[test]
fn advice_is_on_the_product_of_the_request_or_on_all() {
    let of = |target, code, message, number| {
        let clues = Clues::new()
            .with_status(400)
            .with_code(code)
            .with_message(message)
            .with_number(number)
            .with_request(target, b"");
        subjects(&clues).join(", ")
    };
    let repeated = "请求重入时，参数与首次请求时不一致";
    let refund = "/v3/refund/domestic/refunds";
    for (clues, expected) in [
        (
            of(
                "/v3/pay/transactions/jsapi",
                "INVALID_REQUEST",
                "",
                268498688,
            ),
            "Number(268498688)",
        ),
        (
            of(refund, "INVALID_REQUEST", "", 268498688),
            r#"Code("INVALID_REQUEST")"#,
        ),
        (
            of(refund, "INVALID_REQUEST", repeated, 268498688),
            r#"Message("请求重入时，参数与首次请求时不一致")"#,
        ),
        (
            of(refund, "NEW_CODE", "", 268498688),
            r#"NumberOf("product", 268498688), Status(400)"#,
        ),
        // The balance of the merchant, or that of the user.
        (
            of(refund, "NOT_ENOUGH", "余额不足", 0),
            r#"Message("余额不足")"#,
        ),
        (of(refund, "NOT_ENOUGH", "", 0), r#"Code("NOT_ENOUGH")"#),
        (
            of("/v3/papay/pay/transactions/apply", "NOT_ENOUGH", "", 0),
            r#"Code("NOTENOUGH")"#,
        ),
        (
            of("/v3/profitsharing/orders", "INVALID_REQUEST", repeated, 0),
            r#"Message("请求重入时，参数与首次请求时不一致")"#,
        ),
        // The merchant pays a transfer, and a new number would pay twice.
        (
            of(
                "/v3/fund-app/mch-transfer/transfer-bills",
                "NOT_ENOUGH",
                "余额不足",
                0,
            ),
            r#"Message("运营账户资金不足")"#,
        ),
    ] {
        assert_eq!(clues, expected);
    }
    let transfer = Clues::new()
        .with_message("余额不足")
        .with_request("/v3/fund-app/mch-transfer/transfer-bills", b"");
    let [advice] = &*transfer.advice() else {
        panic!("{:?}", transfer.advice());
    };
    assert_eq!(
        advice.steps(),
        [
            "repeat the request with the same number and the same parameters, after you have added funds to the account \
             (运营账户)",
            "take no new number before a query shows `FAIL`: both transfers may be paid",
        ]
    );
    assert!(advice.earlier_request_may_exist());
    let codepay = Clues::new()
        .with_code("NOT_ENOUGH")
        .with_request("/v3/pay/transactions/codepay", b"");
    let [advice] = &*codepay.advice() else {
        panic!("{:?}", codepay.advice());
    };
    assert_eq!(advice.causes(), ["the user has too little money"]);
}

/// Only transfers are paid from this account, so that no path is needed, and no advice on deductions comes.
#[test]
fn the_operating_account_is_that_of_transfers() {
    let message = "商户运营账户资金不足，充值后可以原单号发起重试，请勿更换商户单号";
    let clues = Clues::new().with_status(403).with_code("NOT_ENOUGH");
    let clues = clues.with_message(message);
    let expected = r#"Message("运营账户资金不足")"#;
    assert_eq!(subjects(&clues), [expected]);
    let path = "/v3/fund-app/mch-transfer/transfer-bills";
    let [advice] = &*clues.with_request(path, b"").advice() else {
        panic!()
    };
    assert_eq!(advice.action(), Action::RepeatSame);
    assert!(advice.earlier_request_may_exist());
}

/// A message of trouble at WeChat Pay must never lead to a second payment under a new number.
#[test]
fn a_busy_system_may_have_executed_the_request() {
    for message in [
        "系统繁忙",
        "系统繁忙，请稍后再试",
        "transfer failed: 系统繁忙，请稍后重试",
    ] {
        for code in ["SYSTEM_ERROR", ""] {
            let clues = Clues::new().with_message(message).with_code(code);
            let advice = clues.advice();
            assert!(
                advice.iter().all(Advice::earlier_request_may_exist),
                "{message} {advice:?}"
            );
            let is_repeatable =
                |advice: &Advice| matches!(advice.action(), Action::Query | Action::RepeatSame);
            assert!(!advice.is_empty() && advice.iter().all(is_repeatable));
        }
    }
}

/// A product without a manual has at least the advice on every product.
#[test]
fn a_number_that_was_used_before_is_queried_in_every_product() {
    for (target, products) in [
        ("", &[Some("orders (基础支付)"), Some("refunds (退款)")][..]),
        ("/v3/refund/domestic/refunds", &[Some("refunds (退款)")]),
        ("/v3/profitsharing/orders", &[None]),
        ("/v3/fund-app/mch-transfer/transfer-bills", &[None]),
    ] {
        let clues = Clues::new()
            .with_code("INVALID_REQUEST")
            .with_message("请求重入时，参数与首次请求时不一致")
            .with_request(target, b"");
        let advice = clues.advice();
        let found: Vec<_> = advice.iter().map(Advice::product).collect();
        assert_eq!(found, products, "{target}");
        assert!(advice.iter().all(Advice::earlier_request_may_exist));
    }
}

#[test]
fn no_query_of_another_product_is_named() {
    let query = |target: &str| {
        let clues = Clues::new()
            .with_message("请求重入时，参数与首次请求时不一致")
            .with_request(target, b"");
        clues.advice()[0].query()
    };
    let domestic = Some("GET /v3/refund/domestic/refunds/{out_refund_no}");
    assert_eq!(query("/v3/refund/domestic/refunds"), domestic);
    assert_eq!(query("/v3/ecommerce/refunds/apply"), None);
    let failed = |target: &str| {
        let clues = Clues::new()
            .with_code("BANK_ERROR")
            .with_request(target, b"");
        clues.advice()[0].query()
    };
    let order = Some("GET /v3/pay/transactions/out-trade-no/{out_trade_no}");
    assert_eq!(failed(""), order);
    assert_eq!(failed("/v3/pay/transactions/codepay"), order);
    assert_eq!(failed("/v3/refund/domestic/refunds"), None);
    let deduction = |target: &str| {
        let clues = Clues::new()
            .with_code("SYSTEMERROR")
            .with_request(target, b"");
        clues.advice()[0].query()
    };
    let order = Some("POST /pay/paporderquery (APIv2)");
    assert_eq!(deduction("/v3/papay/contracts/1/notify"), order);
    assert_eq!(deduction("/v3/papay/pay/transactions/apply"), None);
}

#[test]
fn an_unknown_order_is_not_only_a_combined_one() {
    let products = |target: &str| -> Vec<_> {
        let clues = Clues::new()
            .with_code("ORDER_NOT_EXIST")
            .with_request(target, b"");
        clues.advice().iter().map(Advice::product).collect()
    };
    let combined = Some("combined orders (合单支付)");
    assert_eq!(products(""), [None, combined]);
    assert_eq!(products("/v3/pay/transactions/id/1"), [None]);
    assert_eq!(products("/v3/combine-transactions/id/1"), [combined]);
}

#[test]
fn the_request_tells_the_causes_of_its_role() {
    let causes = |target| {
        let clues = Clues::new()
            .with_number(271317510)
            .with_request(target, b"");
        clues.advice()[0].causes()
    };
    let merchant = causes("/v3/payscore/serviceorder");
    let partner = causes("/v3/payscore/partner/serviceorder");
    let unknown = causes("/");
    assert_eq!((merchant.len(), partner.len(), unknown.len()), (3, 4, 4));
    assert_eq!(partner[1], "`sub_mchid` does not belong to `out_order_no`");
    assert_eq!(
        unknown[1],
        "service provider: `sub_mchid` does not belong to `out_order_no`"
    );
}

/// Numbers of the same module are in the same range, whatever the manuals say of the next one.
#[test]
fn every_known_number_is_in_the_range_of_its_product() {
    for entry in entries() {
        let Some(number) = entry.number() else {
            continue;
        };
        let range = entries()
            .iter()
            .find(|other| other.has_in_range(number))
            .unwrap();
        let is_general = entry.family.is_none() || range.family.is_none();
        let family = entry
            .family
            .as_deref()
            .map(|family| family.split('.').next().unwrap());
        let is_same = range.family.as_deref() == family || family == Some("micropay");
        assert!(
            is_general || is_same,
            "{number} {family:?} {:?}",
            range.family
        );
    }
}

/// A label that is a part of another one, or of the whole label of its entry, explains nothing in place of a code.
#[test]
fn a_part_of_a_label_never_displaces_the_advice_on_the_code() {
    let mut parts = Vec::new();
    for entry in entries() {
        for label in label::texts(entry) {
            if label::is_part_of_another(&text::Text::new(label), entry) {
                parts.push(label);
                let clues = Clues::new().with_status(400).with_code("PARAM_ERROR");
                let found = subjects(&clues.with_message(format!("{label}了吗")));
                assert_eq!(found[0], r#"Code("PARAM_ERROR")"#, "{label}");
            }
        }
    }
    let expected = [
        "订单不存在",
        "订单已支付",
        "签名验证失败",
        "验证签名失败",
        "Authorization值格式错误",
        "mchid不匹配",
        "系统繁忙",
        "余额不足",
        "余额不足",
        "余额不足",
        "余额不足",
        "redirect_uri域名与后台配置不一致",
        "错误码10003",
        "错误码:10003",
        "没有这些scope的权限",
        "错误码10005",
        "错误码:10005",
        "验签失败",
        "validate verify fail",
        "验签失败",
        "当前订单状态不合法",
        "商户请求错误",
        "商户签名校验失败",
        "字段不正确",
        "券已被其他订单核销",
        "contract_appid与下单appid不匹配",
        "当前使用人数较多",
        "签名失败",
        "暂无权限",
        "'组织机构代码证照片'是必填项",
        "资金不足",
        "余额不足",
        "fail_no permission to execute",
        "fail_invalid appid",
        "requestPayment:fail",
        "requestMerchantTransfer:fail",
    ];
    assert_eq!(parts, expected);
}

#[test]
fn an_error_response_has_no_message_of_a_front_end() {
    let of = |code: &str, message: &str| {
        let clues = Clues::new().with_code(code).with_message(message);
        (subjects(&clues), subjects(&clues.with_status(401)))
    };
    let both = |subjects: &[&str]| {
        let subjects: Vec<_> = subjects.iter().map(|text| (*text).to_owned()).collect();
        (subjects.clone(), subjects)
    };
    let sign_error = r#"Code("SIGN_ERROR")"#;
    for message in [
        "签名验证失败",
        "验证签名失败",
        "签名验证失败，系统繁忙",
        "签名失败",
    ] {
        assert_eq!(of("SIGN_ERROR", message), both(&[sign_error]), "{message}");
    }
    assert_eq!(
        of("PARAM_ERROR", "签名验证失败"),
        both(&[r#"Code("PARAM_ERROR")"#, sign_error])
    );
    for entry in entries() {
        for label in label::texts(entry) {
            let found = Clues::new().with_status(401).with_message(label).advice();
            let is_front_end = |advice: &Advice| advice.place() == Place::FrontEnd;
            assert!(!found.iter().any(is_front_end), "{label}");
        }
    }
    let found = |message: &str| subjects(&Clues::new().with_message(message));
    assert_eq!(found("验证签名失败"), [sign_error]);
    assert_eq!(
        found("签名验证失败，系统繁忙"),
        [r#"Message("签名验证失败，系统繁忙")"#]
    );
}

/// WeChat Pay refuses the signature of a request, but programs refuse those of responses and notifications.
#[test]
fn a_signature_of_wechat_pay_that_does_not_verify_is_none_of_a_request() {
    const NOTIFICATION: &str = r#"Symptom("the signature of a notification does not verify")"#;
    const RESPONSE: &str = r#"Symptom("the signature of a response does not verify")"#;
    let found = |message: &str| subjects(&Clues::new().with_message(message));
    for message in [
        "回调签名验证失败",
        "微信支付回调验签失败，请检查",
        "通知签名验证失败",
        "回调通知 验签失败",
    ] {
        assert_eq!(found(message), [NOTIFICATION], "{message}");
    }
    for message in [
        "应答签名验证失败",
        "应答的微信支付签名验证失败",
        "返回签名验证失败",
        "UnexpectedValueException: Verify the response's data with: timestamp=1, nonce=2",
    ] {
        assert_eq!(found(message), [RESPONSE], "{message}");
    }
    assert_eq!(found("验签失败"), [NOTIFICATION, RESPONSE]);
    let sign_error = [r#"Code("SIGN_ERROR")"#];
    assert_eq!(found("错误的签名，验签失败"), sign_error);
    let refused = Clues::new().with_code("SIGN_ERROR").with_status(401);
    assert_eq!(
        subjects(&refused.with_message("错误的签名，验签失败")),
        sign_error
    );
    for advice in Clues::new().with_message("验签失败").advice() {
        let causes = advice.causes().join("\n");
        for cause in [
            "`Wechatpay-Serial` names",
            "printed",
            "WECHATPAY/SIGNTEST/",
            "a header `Wechatpay-…`",
            "more than 5 minutes off",
        ] {
            assert!(causes.contains(cause), "{cause}: {causes}");
        }
    }
}

#[test]
fn a_refused_signature_begins_with_the_most_frequent_cause() {
    let first = |clues: Clues| {
        let advice = clues.advice();
        advice.first().unwrap().causes().first().unwrap().clone()
    };
    let expected = "the private key and `serial_no` do not belong together: one of them is of another certificate or \
                    another merchant";
    let code = || Clues::new().with_code("SIGN_ERROR").with_status(401);
    assert_eq!(first(code()), expected);
    assert_eq!(first(code().with_message("错误的签名，验签失败")), expected);
    assert_eq!(
        first(Clues::new().with_message("错误的签名，验签失败")),
        expected
    );
    assert_eq!(
        first(code().with_number(268_443_699)),
        "`serial_no` is not the serial number of the certificate of the private key"
    );
}

/// The paths of all known operations.
fn paths() -> impl Iterator<Item = &'static str> {
    const TABLE: &str = include_str!(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../macros/src/catalogue/table.txt"
    ));
    let lines = TABLE.lines().filter(|line| line.starts_with('/'));
    lines.filter_map(|line| line.split(' ').next())
}

/// Clues that find an entry, each in every form.
fn clues_of(entry: &'static Entry) -> Vec<Clues> {
    let key = &*entry.key;
    let clues = Clues::new().with_status(400);
    match entry.by {
        Kind::Number => vec![
            clues.clone().with_number(key.parse().unwrap()),
            clues.with_message(entry.label.clone().unwrap()),
        ],
        Kind::Status => vec![Clues::new().with_status(key.parse().unwrap())],
        Kind::Range => vec![clues.with_number(unnamed_number(entry))],
        Kind::FailReason => vec![Clues::new().with_fail_reason(key)],
        Kind::State => vec![Clues::new().with_state(key)],
        Kind::Symptom => vec![Clues::new().with_symptom(key)],
        Kind::Code | Kind::Message => entry
            .texts()
            .flat_map(|text| {
                let code = clues.clone().with_code(text);
                [code, Clues::new().with_message(text)]
            })
            .collect(),
    }
}

/// Tests if the families are of one product, or one is a part of the other.
fn is_related(family: &str, asked: &str) -> bool {
    let first = |family: &str| family.split('.').next().map(str::to_owned);
    let is_order = matches!(asked, "combine" | "micropay") && first(family) == first("pay");
    is_order || family == "notification" || first(family) == first(asked)
}

#[test]
fn no_advice_is_given_to_another_product() {
    let mut asked: Vec<Asked> = Vec::new();
    for path in paths() {
        let of_path = Asked::of(path, b"");
        assert!(of_path.family.is_some(), "{path}");
        if !asked.contains(&of_path) {
            asked.push(of_path);
        }
    }
    assert!(asked.len() > 20, "{asked:?}");
    for entry in entries() {
        for clues in clues_of(entry) {
            for asked in &asked {
                for advice in clues.clone().asked_by(*asked).advice() {
                    let family = advice.entry.family.as_deref();
                    let is_own =
                        family.is_none_or(|family| is_related(family, asked.family.unwrap()));
                    assert!(is_own, "{} {asked:?} {advice:?}", entry.key);
                }
            }
        }
    }
}

#[test]
fn without_advice_on_the_product_general_advice_and_the_status_remain() {
    let transfer = "/v3/fund-app/mch-transfer/transfer-bills";
    let refund = "/v3/refund/domestic/refunds";
    let not_enough = r#"Code("NOT_ENOUGH")"#;
    for (target, status, code, expected) in [
        (transfer, 400, "NOTENOUGH", not_enough),
        (transfer, 400, "SYSTEMERROR", r#"Code("SYSTEM_ERROR")"#),
        (refund, 403, "NOTENOUGH", not_enough),
        (
            "/v3/profitsharing/receivers/add",
            400,
            "RESOURCE_ALREADY_EXISTS",
            "Status(400)",
        ),
        (
            "/v3/marketing/busifavor/stocks",
            400,
            "RESOURCE_ALREADY_EXISTS",
            "Status(400)",
        ),
        (
            "/v3/papay/contracts/1/notify",
            400,
            "RESOURCE_ALREADY_EXISTS",
            r#"Code("RESOURCE_ALREADY_EXISTS")"#,
        ),
    ] {
        let clues = Clues::new()
            .with_status(status)
            .with_code(code)
            .with_request(target, b"");
        assert_eq!(subjects(&clues), [expected], "{target} {code}");
        let is_new = |advice: &Advice| advice.action() == Action::NewNumber;
        assert!(!clues.advice().iter().any(is_new), "{target} {code}");
    }
    // A code that no page names says nothing of the state of a transfer.
    for status in [400, 403] {
        let clues = Clues::new().with_status(status).with_code("NEW_CODE");
        let own = clues.clone().with_request(transfer, b"").advice();
        let [general, own] = &*own else {
            panic!("{own:?}")
        };
        assert_eq!(general.product(), None);
        assert_eq!(own.product(), Some("transfers (商家转账)"));
        assert!(own.earlier_request_may_exist() && own.query().is_some());
        let batch = clues.clone().with_request("/v3/transfer/batches", b"");
        assert_eq!(batch.advice()[1].query(), None);
        for other in [clues.clone(), clues.with_request(refund, b"")] {
            assert_eq!(subjects(&other), [format!("Status({status})")]);
        }
    }
    let reason = Clues::new().with_fail_reason("NO_AUTH");
    let of = |target: &str| subjects(&reason.clone().with_request(target, b""));
    let path = "/v3/fund-app/mch-transfer/transfer-bills/out-bill-no/T1";
    assert_eq!(of(path), <[&str; 0]>::default());
    assert_eq!(
        of("/v3/profitsharing/orders/P1"),
        [r#"FailReason("NO_AUTH")"#]
    );
    let frozen = Clues::new().with_fail_reason("ACCOUNT_FROZEN");
    assert_eq!(
        subjects(&frozen.with_request(path, b"")),
        [r#"FailReason("ACCOUNT_FROZEN")"#]
    );
}

/// A refund under a new number would refund again.
#[test]
fn a_refund_with_other_amounts_than_before_is_queried_first() {
    let message = "订单金额或退款金额与之前请求不一致，请核实后再试";
    let clues = Clues::new()
        .with_status(400)
        .with_code("INVALID_REQUEST")
        .with_message(message);
    let by_code = Clues::new().with_code("REFUND_FEE_MISMATCH");
    for clues in [
        clues.clone(),
        clues.with_request("/v3/refund/domestic/refunds", b""),
        by_code,
    ] {
        let advice = clues.advice();
        let [advice] = &*advice else {
            panic!("{advice:?}")
        };
        assert_eq!(advice.action(), Action::Query);
        assert!(advice.earlier_request_may_exist());
        assert_eq!(advice.product(), Some("refunds (退款)"));
        assert_eq!(
            advice.query(),
            Some("GET /v3/refund/domestic/refunds/{out_refund_no}")
        );
        assert_eq!(
            advice.causes(),
            [
                "an earlier refund with this `out_refund_no` has other amounts, and may have been executed",
                "`total` is not the amount of the order",
            ]
        );
        assert_eq!(
            advice.steps(),
            [
                "query the refund: the earlier request may have been executed",
                "repeat the request only with exactly the first parameters",
                "give a second refund in part an `out_refund_no` of its own, and only after the query shows what was \
                 refunded",
            ]
        );
        assert_eq!(
            advice.sources(),
            ["published programs of merchants (`programs` in NOTICE)"]
        );
    }
}

#[test]
fn messages_are_found_without_their_codes() {
    for (message, expected) in [
        ("商户订单号重复", r#"Code("OUT_TRADE_NO_USED")"#),
        ("请求太频繁，请稍后再试", r#"Code("FREQUENCY_LIMITED")"#),
        (
            "平台证书序列号Wechatpay-Serial错误",
            r#"Message("平台证书序列号Wechatpay-Serial错误")"#,
        ),
        (
            "商户号mch_id与appid不匹配",
            r#"Code("APPID_MCHID_NOT_MATCH")"#,
        ),
        (
            "商户号mchid和appid不匹配",
            r#"Code("APPID_MCHID_NOT_MATCH")"#,
        ),
    ] {
        assert_eq!(
            subjects(&Clues::new().with_message(message)),
            [expected],
            "{message}"
        );
    }
}

#[test]
fn a_lost_response_leaves_the_result_open() {
    for message in [
        "cURL error 28: Operation timed out after 5000 milliseconds with 0 bytes received",
        "java.net.SocketTimeoutException: Read timed out (POST /v3/transfer/batches)",
        r#"Post "https://api.mch.weixin.qq.com/v3/pay": context deadline exceeded"#,
        "Error: socket hang up",
        "read tcp: Connection reset by peer",
        "HTTPSConnectionPool: Read timed out. (read timeout=10)",
        "requests.exceptions.ReadTimeout",
        "AxiosError: timeout of 5000ms exceeded, code: ECONNABORTED",
        "The operation has timed out.",
        "请求超时",
    ] {
        let advice = Clues::new()
            .with_message(message)
            .with_request("/v3/transfer/batches", b"")
            .advice();
        let [advice] = &*advice else {
            panic!("{message} {advice:?}")
        };
        assert!(advice.earlier_request_may_exist(), "{message}");
        assert_eq!(advice.action(), Action::Query);
        assert_eq!(
            advice.causes(),
            ["no response arrived: the request may have been executed"]
        );
        assert_eq!(
            advice.steps(),
            [
                "query the result before you repeat the request",
                "if the query shows no result, repeat the request with the same number and the same parameters",
                "a GET changes nothing: repeat it",
            ]
        );
    }
}
