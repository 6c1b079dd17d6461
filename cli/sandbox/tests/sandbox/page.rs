//! The page: what it shows, what it escapes, and whose forms it takes.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use crate::shop::{
    MCHID, Orders as _, open, order,
    page::{Shown, get, post, send},
    receiver::Receiver,
    refund,
};

#[tokio::test]
async fn a_person_pays_an_order_and_sees_it_paid_refunded_and_notified() {
    let shop = &open().await;
    let mut receiver = Receiver::start(&[204]).await;
    let mut request = order("20260101001", 100);
    request["notify_url"] = receiver.url.clone().into();
    let placed = shop.client.place(&request).await.unwrap();
    let code_url = placed["code_url"].as_str().unwrap();
    let (_, prepay_id) = code_url.split_once("pr=").unwrap();
    let path = format!("/orders/{MCHID}/20260101001");

    let unpaid = get(shop, &path).await;
    assert!(unpaid.has("NOTPAY") && unpaid.has("¥1.00") && unpaid.has("<svg"));
    let payer = format!("/pay/{prepay_id}");
    assert!(unpaid.has(&format!("href=\"{payer}\"")), "{}", unpaid.body);
    assert!(
        get(shop, &payer)
            .await
            .has("<button class=\"pay\">Pay</button>")
    );

    let paid = post(shop, &payer, "").await;
    assert_eq!((paid.status, paid.header("location")), (303, Some(&*payer)));
    assert!(get(shop, &payer).await.has("SUCCESS"));
    receiver.next_event(&shop.sandbox).await;
    let mut refunding = refund("20260101001", "R1", 100, 40);
    refunding["notify_url"] = receiver.url.clone().into();
    shop.client.refund(&refunding).await.unwrap();
    shop.sandbox.forward(2).await.unwrap();
    receiver.next_event(&shop.sandbox).await;

    let shown = get(shop, &path).await;
    assert!(shown.has("REFUND") && shown.has("R1") && shown.has("¥0.40"));
    assert!(!shown.has("<svg") && !shown.has("class=\"pay\""));
    assert!(shown.has("TRANSACTION.SUCCESS") && shown.has("REFUND.SUCCESS"));
    let first = get(shop, "/").await;
    assert!(first.has(&format!("href=\"{path}\"")) && first.has("TRANSACTION.SUCCESS"));
    assert!(first.has("/v3/refund/domestic/refunds"));
    assert!(get(shop, "/orders").await.has("R1"));
}

#[tokio::test]
async fn a_button_that_comes_too_late_says_why() {
    let shop = &open().await;
    shop.client.place(&order("20260101001", 100)).await.unwrap();
    let pay = format!("/orders/{MCHID}/20260101001/pay");
    let paid = post(shop, &pay, "").await;
    let location = format!("/orders/{MCHID}/20260101001");
    assert_eq!(
        (paid.status, paid.header("location")),
        (303, Some(&*location))
    );
    let again = post(shop, &pay, "").await;
    assert_eq!(again.status, 400);
    assert!(again.has("ORDERPAID: 订单已支付"));
    let none = post(shop, &format!("/orders/{MCHID}/none/pay"), "").await;
    assert_eq!(none.status, 404);
    for path in [
        "/orders/1900000109/none",
        "/pay/none",
        "/orders/1",
        "/pay",
        "/faults/x",
    ] {
        let missing = get(shop, path).await;
        assert_eq!(missing.status, 404, "{path}");
        assert!(missing.has("There is no such page."), "{path}");
    }
    assert_eq!(post(shop, "/pay/none", "").await.status, 404);
}

#[tokio::test]
async fn every_value_is_escaped_and_no_foreign_code_runs() {
    let shop = &open().await;
    let evil = "<script>alert(1)</script>\"'&";
    let mut request = order("20260101001", 100);
    request["description"] = evil.into();
    request["attach"] = evil.into();
    request["notify_url"] = "http://127.0.0.1:1/<script>alert(2)</script>".into();
    shop.client.place(&request).await.unwrap_err();
    request["notify_url"] = "http://127.0.0.1:1/&'alert(2)'".into();
    shop.client.place(&request).await.unwrap();
    shop.sandbox.pay(MCHID, "20260101001").await.unwrap();
    let path = format!("/orders/{MCHID}/20260101001");
    for path in [
        "/",
        "/orders",
        &path,
        "/notifications",
        "/requests",
        "/faults?lang=%3Cscript%3E",
    ] {
        let shown = get(shop, path).await;
        assert_eq!(shown.status, 200, "{path}");
        assert_eq!(
            shown.body.matches("<script").count(),
            1,
            "{path}: {}",
            shown.body
        );
        assert!(
            shown.has("<script src=\"/script.js\" defer></script>"),
            "{path}"
        );
        assert_eq!(
            shown.header("content-type"),
            Some("text/html; charset=utf-8")
        );
        let policy = shown.header("content-security-policy").unwrap();
        assert!(policy.starts_with("default-src 'none'; "), "{policy}");
        assert!(!policy.contains("unsafe"), "{policy}");
    }
    assert!(
        get(shop, &path)
            .await
            .has("&lt;script&gt;alert(1)&lt;/script&gt;")
    );
    let script = get(shop, "/script.js").await;
    assert_eq!(script.header("content-type"), Some("text/javascript"));
    assert_eq!(script.header("x-content-type-options"), Some("nosniff"));
}

#[tokio::test]
async fn only_the_page_itself_may_send_its_forms() {
    let shop = &open().await;
    shop.client.place(&order("20260101001", 100)).await.unwrap();
    let host = shop.sandbox.addresses().http;
    let pay = format!("POST /orders/{MCHID}/20260101001/pay");
    for lines in [
        "origin: https://shop.example\r\n".to_owned(),
        "origin: null\r\n".to_owned(),
        format!("origin: https://{host}\r\n"),
        format!("host: shop.example:{}\r\n", host.port()),
    ] {
        assert_eq!(send(shop, &pay, &lines, "").await.status, 403, "{lines}");
    }
    let rebound = send(shop, "GET /", "host: shop.example\r\n", "").await;
    assert_eq!(rebound.status, 403);
    let queried = shop.client.query("20260101001", MCHID).await.unwrap();
    assert_eq!(queried["trade_state"], "NOTPAY");
}

#[tokio::test]
async fn the_page_speaks_the_language_of_its_reader() {
    let shop = &open().await;
    let english = get(shop, "/").await;
    assert!(english.has("<html lang=\"en\">") && english.has("WeChat Pay sandbox"));
    let chinese = send(shop, "GET /", "accept-language: zh-CN,zh;q=0.9\r\n", "").await;
    assert!(chinese.has("<html lang=\"zh\">") && chinese.has("微信支付沙箱"));
    assert!(chinese.has("href=\"/faults\""));
    let chosen = send(shop, "GET /?lang=en", "accept-language: zh-CN\r\n", "").await;
    assert!(chosen.has("<html lang=\"en\">") && chosen.has("href=\"/faults?lang=en\""));
    let unknown = send(shop, "GET /?lang=fr", "accept-language: zh\r\n", "").await;
    assert!(unknown.has("<html lang=\"zh\">"));
}

#[tokio::test]
async fn faults_are_added_shown_and_removed() {
    let shop = &open().await;
    let none = get(shop, "/faults").await;
    assert!(none.has("No fault is on.") && none.has("<option>drop-after-read</option>"));
    let form =
        "fault=system-error&path=%2Fv3%2Fpay%2Ftransactions%2Fnative&event=&count=1&percent=";
    let added = post(shop, "/faults?lang=en", form).await;
    assert_eq!(
        (added.status, added.header("location")),
        (303, Some("/faults?lang=en"))
    );
    let shown = get(shop, "/faults").await;
    assert!(shown.has("action=\"/faults/1/remove\"") && shown.has("/v3/pay/transactions/native"));
    shop.client
        .place(&order("20260101001", 100))
        .await
        .unwrap_err();
    let requests = get(shop, "/requests").await;
    assert!(
        requests.has("SYSTEM_ERROR") && requests.has("<span class=\"fault\">system-error</span>")
    );
    let mistake = post(shop, "/faults", "fault=x").await;
    assert_eq!(mistake.status, 400);
    assert!(mistake.has("drop-after-read"), "{}", mistake.body);
    for (form, text) in [
        (
            "fault=system-error&percent=0",
            "`percent` 是 &quot;0&quot;：须为 1 到 100 的整数",
        ),
        (
            "fault=system-error&count=x",
            "`count` 是 &quot;x&quot;：须为 1 到 4294967295 的整数",
        ),
        ("fault=delay", "`delay` 需要 `milliseconds`：请填写"),
        (
            "fault=system-error&bytes=9",
            "对请求的 `system-error` 没有 `bytes`：请留空",
        ),
        (
            "fault=duplicate&path=/v3/certificates",
            "对通知的 `duplicate` 没有 `path`：请留空",
        ),
        (
            "fault=duplicate&on=requests",
            "`duplicate` 没有 `requests`，只有 `notifications`",
        ),
        (
            "fault=system-error&method=FETCH&path=/v3/certificates",
            "没有请求方法 &quot;FETCH&quot;，只有 ",
        ),
        (
            "fault=wrong-signature&event=X",
            "没有通知类型 &quot;X&quot;",
        ),
        (
            "fault=system-error&path=v3",
            "路径 &quot;v3&quot; 须以 `/` 开头，不带协议和域名",
        ),
        (
            "fault=system-error&path=/v3?a",
            "路径 &quot;/v3?a&quot; 无效：不能有查询参数、片段或空段",
        ),
        (
            "fault=system-error&path=/v3//a",
            "路径 &quot;/v3//a&quot; 无效：不能有查询参数、片段或空段",
        ),
        (
            "fault=system-error&path=/v3/{",
            "路径中的 &quot;{&quot; 无效：路径是 &quot;/v3/{&quot;",
        ),
        (
            "fault=system-error&path=/no/such/path",
            "没有接口 `/no/such/path`",
        ),
        (
            "fault=system-error&method=POST&path=/v3/certificates",
            "没有接口 `POST /v3/certificates`。您要的是 GET /v3/certificates 吗？",
        ),
    ] {
        let mistake = post(shop, "/faults?lang=zh", form).await;
        assert!(
            mistake.status == 400 && mistake.has(text),
            "{form}: {}",
            mistake.body
        );
    }
    let form = "fault=wrong-signature&on=notifications&method=&percent=30&seed=7";
    assert_eq!(post(shop, "/faults", form).await.status, 303);
    let by_chance = get(shop, "/faults?lang=zh").await;
    for text in [
        "on=notifications",
        "percent=30",
        "seed=7",
        "重启后只保留 --fault 指定的故障。",
    ] {
        assert!(by_chance.has(text), "{text}");
    }
    assert_eq!(post(shop, "/faults/2/remove", "").await.status, 303);
    assert_eq!(post(shop, "/faults/1/remove", "").await.status, 303);
    assert!(get(shop, "/faults").await.has("No fault is on."));
}

#[tokio::test]
async fn buttons_set_the_clock_forward_and_send_a_notification_again() {
    let shop = &open().await;
    let mut receiver = Receiver::start(&[500, 204]).await;
    let mut request = order("20260101001", 100);
    request["notify_url"] = receiver.url.clone().into();
    shop.client.place(&request).await.unwrap();
    shop.sandbox.pay(MCHID, "20260101001").await.unwrap();
    receiver.next().await;
    assert_eq!(post(shop, "/clock", "seconds=15").await.status, 303);
    receiver.next().await;
    let shown = get(shop, "/notifications").await;
    let (_, rest) = shown.body.split_once("/notifications/").unwrap();
    let (id, _) = rest.split_once("/send").unwrap();
    assert_eq!(
        post(shop, &format!("/notifications/{id}/send"), "")
            .await
            .status,
        303
    );
    receiver.next().await;
    for form in ["seconds=x", "seconds=-1", "second=1", ""] {
        assert_eq!(post(shop, "/clock", form).await.status, 400, "{form}");
    }
    assert_eq!(post(shop, "/notifications/none/send", "").await.status, 404);
}

#[tokio::test]
async fn a_long_list_goes_on_at_earlier_ones() {
    let shop = &open().await;
    for number in 100..151 {
        let request = order(&format!("20260101{number}"), 1);
        shop.client.place(&request).await.unwrap();
    }
    let rows = |shown: &Shown| shown.body.matches("<td class=\"name\">").count();
    let newest = get(shop, "/orders?lang=zh").await;
    assert_eq!(rows(&newest), 50);
    assert!(newest.has("20260101150") && !newest.has("20260101100"));
    let (_, link) = newest
        .body
        .split_once("href=\"/orders?lang=zh&amp;before=")
        .unwrap();
    let (number, _) = link.split_once('"').unwrap();
    let earlier = get(shop, &format!("/orders?before={number}")).await;
    assert_eq!(rows(&earlier), 1);
    assert!(earlier.has("20260101100") && !earlier.has("before="));
    assert_eq!(rows(&get(shop, "/").await), 10);
}

#[tokio::test]
async fn a_chinese_page_says_what_was_wrong_in_chinese() {
    let shop = &open().await;
    for (request, field, text) in [
        (
            order("1", 100),
            "/out_trade_no",
            "有 1 个字符：至少须有 6 个",
        ),
        (order("20260101001", 0), "/amount/total", "是 0：不能小于 1"),
    ] {
        shop.client.place(&request).await.unwrap_err();
        let page = get(shop, "/requests?lang=zh").await;
        let place = format!("<dt>位置</dt><dd>请求报文主体 <code>{field}</code></dd>");
        let issue = format!("<dt>问题</dt><dd>{text}</dd>");
        let literal = "<small>应答报文中的 detail（原文）</small><pre>";
        for shown in [&*place, &issue, literal] {
            assert!(page.has(shown), "{shown}: {}", page.body);
        }
        let english = get(shop, "/requests").await;
        assert!(english.has("<small>detail of the response</small><pre>"));
        assert!(!english.has(text));
    }
    for (path, form, text) in [
        (
            "/notifications/none/send?lang=zh",
            "",
            "404 NOT_FOUND：沙箱没有此ID的通知",
        ),
        (
            "/faults?lang=zh",
            "fault=none",
            "没有故障 &quot;none&quot;，只有 ",
        ),
        (
            "/faults?lang=zh",
            "none=1",
            "没有名为 &quot;none&quot; 的项，只有 ",
        ),
        (
            "/clock?lang=zh",
            "seconds=99999999999",
            "秒数须为 0 到 2147483647 的整数。",
        ),
        (
            "/clock",
            "seconds=2147483648",
            "Give the seconds as a whole number from 0 to 2147483647.",
        ),
    ] {
        let page = post(shop, path, form).await;
        assert!(page.has(text), "{path}: {}", page.body);
    }
}
