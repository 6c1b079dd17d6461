//! A web page in a browser can make no request of the sandbox's user.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use crate::shop::{Orders as _, Shop, open, order, user::raw};

#[tokio::test]
async fn a_host_that_is_not_this_machine_is_refused() {
    let Shop { sandbox, .. } = &open().await;
    let port = sandbox.addresses().http.port();
    let get = "GET /sandbox/requests HTTP/1.1";
    for (host, expected) in [
        (format!("127.0.0.1:{port}"), 200),
        (format!("LOCALHOST:{port}"), 200),
        ("localhost".to_owned(), 200),
        (format!("[::1]:{port}"), 200),
        // DNS rebinding: the name leads to 127.0.0.1.
        (format!("evil.example:{port}"), 403),
        (format!("127.0.0.1.evil.example:{port}"), 403),
        (format!("localhost@evil.example:{port}"), 403),
        (format!("evil.example@127.0.0.1:{port}"), 403),
        ("0.0.0.0".to_owned(), 403),
        (String::new(), 403),
    ] {
        let (status, body) = raw(sandbox, &[get, &format!("host: {host}")], "").await;
        assert_eq!(status, expected, "{host} {body}");
    }
    let (status, body) = raw(sandbox, &["GET /sandbox/requests HTTP/1.0"], "").await;
    assert_eq!((status, &body["code"]), (403, &"FORBIDDEN".into()));
    let expected = "`Host` is not this machine: use 127.0.0.1 or localhost";
    assert_eq!(body["message"], expected);
}

#[tokio::test]
async fn a_page_of_another_origin_pays_nothing() {
    let Shop {
        client, sandbox, ..
    } = &open().await;
    client.place(&order("20260101001", 100)).await.unwrap();
    let host = sandbox.addresses().http.to_string();
    let post = "POST /sandbox/orders/1900000109/20260101001/pay HTTP/1.1";
    let pay = async |origin: String| {
        let head = [post, &format!("host: {host}"), &origin];
        raw(sandbox, &head, "").await
    };
    for origin in [
        "http://evil.example".to_owned(),
        // A page of another program on this machine.
        "http://127.0.0.1:3000".to_owned(),
        format!("https://{host}"),
        format!("http://{host}.evil.example"),
        // A form in a sandboxed frame, or a file.
        "null".to_owned(),
        String::new(),
    ] {
        let (status, body) = pay(format!("origin: {origin}")).await;
        assert_eq!(
            (status, &body["code"]),
            (403, &"FORBIDDEN".into()),
            "{origin}"
        );
    }
    let two = format!("origin: http://{host}\r\norigin: http://evil.example");
    assert_eq!(pay(two).await.0, 403);
    // The page of the sandbox itself.
    assert_eq!(pay(format!("origin: http://{host}")).await.0, 204);
}
