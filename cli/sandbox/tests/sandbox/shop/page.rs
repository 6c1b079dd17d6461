//! A person with a browser, who looks at the page.

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};

use super::Shop;

/// A response of the page.
pub struct Shown {
    pub status: u16,
    head: String,
    pub body: String,
}

impl Shown {
    pub fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        let mut values = lines.filter(|(known, _)| known.eq_ignore_ascii_case(name));
        values.next().map(|(_, value)| value)
    }

    pub fn has(&self, text: &str) -> bool {
        self.body.contains(text)
    }
}

/// Sends a request as a browser does, with further lines of its head.
pub async fn send(shop: &Shop, request: &str, lines: &str, body: &str) -> Shown {
    let host = shop.sandbox.addresses().http;
    let mut stream = TcpStream::connect(host).await.unwrap();
    let host = match lines.contains("host: ") {
        true => String::new(),
        false => format!("host: {host}\r\n"),
    };
    let length = body.len();
    let head = format!(
        "{request} HTTP/1.1\r\n{host}{lines}connection: close\r\ncontent-length: {length}\r\n\r\n"
    );
    stream.write_all((head + body).as_bytes()).await.unwrap();
    let mut response = String::new();
    stream.read_to_string(&mut response).await.unwrap();
    let (head, body) = response.split_once("\r\n\r\n").unwrap();
    Shown {
        status: head.split(' ').nth(1).unwrap().parse().unwrap(),
        head: head.to_owned(),
        body: body.to_owned(),
    }
}

pub async fn get(shop: &Shop, path: &str) -> Shown {
    send(shop, &format!("GET {path}"), "", "").await
}

pub async fn post(shop: &Shop, path: &str, form: &str) -> Shown {
    let lines = format!("origin: http://{}\r\n", shop.sandbox.addresses().http);
    send(shop, &format!("POST {path}"), &lines, form).await
}
