//! The proxy: connects to the hosts of WeChat Pay, and to no other.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};

use crate::shop::{Shop, open, open_in};

#[tokio::test]
async fn only_the_hosts_of_wechat_pay_are_reached_at_the_port_of_tls() {
    let Shop { sandbox, .. } = &open().await;
    let requests = [
        ("CONNECT api.mch.weixin.qq.com:443", "200"),
        ("CONNECT api2.mch.weixin.qq.com:443", "200"),
        ("CONNECT apihk.mch.weixin.qq.com:443", "200"),
        ("CONNECT API.mch.weixin.qq.com:443", "200"),
        ("CONNECT api.mch.weixin.qq.com:80", "403"),
        ("CONNECT api.mch.weixin.qq.com.merchant.example:443", "403"),
        ("CONNECT merchant.example:443", "403"),
        ("CONNECT 127.0.0.1:443", "403"),
        ("GET http://api.mch.weixin.qq.com/v3/certificates", "403"),
    ];
    for (request, expected) in requests {
        let mut stream = TcpStream::connect(sandbox.addresses().proxy).await.unwrap();
        let head = format!("{request} HTTP/1.1\r\nhost: x\r\n\r\n");
        stream.write_all(head.as_bytes()).await.unwrap();
        let mut start = [0; 12];
        stream.read_exact(&mut start).await.unwrap();
        let start = String::from_utf8_lossy(&start);
        assert_eq!(start, format!("HTTP/1.1 {expected}"), "{request}");
    }
}

#[tokio::test]
async fn a_tunnel_ends_with_its_sandbox() {
    let Shop {
        sandbox, folder, ..
    } = open().await;
    let mut tunnel = TcpStream::connect(sandbox.addresses().proxy).await.unwrap();
    let connect = b"CONNECT api.mch.weixin.qq.com:443 HTTP/1.1\r\nhost: x\r\n\r\n";
    tunnel.write_all(connect).await.unwrap();
    let mut start = [0; 12];
    tunnel.read_exact(&mut start).await.unwrap();
    assert_eq!(&start, b"HTTP/1.1 200");
    drop(sandbox);
    // A tunnel that was left would hold the state.
    open_in(folder).await;
    let mut rest = Vec::new();
    tunnel.read_to_end(&mut rest).await.unwrap();
}
