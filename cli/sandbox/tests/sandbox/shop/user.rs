//! The requests of the sandbox's user with all their parts.

#![allow(clippy::indexing_slicing, reason = "helpers of tests")]

use std::time::Duration;

use serde_json::Value;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    time::{sleep, timeout},
};
use wechatpay_sandbox::Sandbox;

/// Sends the lines of a head, and a body. Returns the status and the JSON of the body; `null` if it is empty.
pub async fn raw(sandbox: &Sandbox, head: &[&str], body: &str) -> (u16, Value) {
    let mut stream = TcpStream::connect(sandbox.addresses().http).await.unwrap();
    let length = format!("content-length: {}", body.len());
    let lines = [head, &[length.as_str(), "connection: close", "", ""]].concat();
    let request = lines.join("\r\n") + body;
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut response = String::new();
    stream.read_to_string(&mut response).await.unwrap();
    let (head, body) = response.split_once("\r\n\r\n").unwrap();
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    let body = match body {
        "" => Value::Null,
        body => serde_json::from_str(body).unwrap(),
    };
    (status, body)
}

/// Makes a request below `/sandbox/`.
pub async fn ask(sandbox: &Sandbox, method: &str, path: &str, body: &str) -> (u16, Value) {
    let line = format!("{method} /sandbox/{path} HTTP/1.1");
    let host = format!("host: {}", sandbox.addresses().http);
    raw(sandbox, &[&line, &host], body).await
}

/// Adds a fault by its JSON, and returns its number.
pub async fn add_fault(sandbox: &Sandbox, rule: Value) -> u64 {
    let (status, added) = ask(sandbox, "POST", "faults", &rule.to_string()).await;
    assert_eq!(status, 200, "{added}");
    added["id"].as_u64().unwrap()
}

/// The list at a path, such as `requests`, once it fits.
pub async fn list_until(
    sandbox: &Sandbox,
    path: &str,
    fits: impl Fn(&[Value]) -> bool,
) -> Vec<Value> {
    let (name, _) = path.split_once('?').unwrap_or((path, ""));
    let wait = async {
        loop {
            let (status, response) = ask(sandbox, "GET", path, "").await;
            assert_eq!(status, 200, "{response}");
            let list = response[name].as_array().unwrap();
            if fits(list) {
                return list.clone();
            }
            sleep(Duration::from_millis(20)).await;
        }
    };
    timeout(Duration::from_secs(10), wait).await.unwrap()
}

/// The list at a path.
pub async fn list(sandbox: &Sandbox, path: &str) -> Vec<Value> {
    list_until(sandbox, path, |_| true).await
}
