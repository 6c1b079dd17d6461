//! The merchant of a sandbox: its client, its requests, and its user.

use std::{fs, io, path::Path, time::Duration};

use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};
use wechatpay_client::{
    ApiError, ApiV3Key, Client, ClientBuilder, Error, ErrorKind, Merchant, Result, Verifier,
    WechatPayPublicKey, notification::Notifications, wechatpay_api,
};

use crate::process::Process;

pub(crate) const MCHID: &str = "1900000109";

#[wechatpay_api]
pub(crate) trait Orders {
    #[wechatpay_api(POST "/v3/pay/transactions/native")]
    async fn place(&self, body: &Value) -> Result<Value>;

    #[wechatpay_api(GET "/v3/pay/transactions/out-trade-no/{out_trade_no}")]
    async fn query(&self, out_trade_no: &str, #[query] mchid: &str) -> Result<Value>;

    #[wechatpay_api(POST "/v3/pay/transactions/out-trade-no/{out_trade_no}/close")]
    async fn close(&self, out_trade_no: &str, body: &Value) -> Result<()>;

    #[wechatpay_api(POST "/v3/refund/domestic/refunds")]
    async fn refund(&self, body: &Value) -> Result<Value>;

    #[wechatpay_api(GET "/v3/refund/domestic/refunds/{out_refund_no}")]
    async fn query_refund(&self, out_refund_no: &str) -> Result<Value>;
}

/// The direct merchant in the folder of a sandbox, wherever the folder was copied to.
struct Account<'a> {
    folder: &'a Path,
    description: Value,
}

impl<'a> Account<'a> {
    fn read(folder: &'a Path) -> Self {
        let description = fs::read(folder.join("sandbox.json")).unwrap();
        let description = serde_json::from_slice(&description).unwrap();
        Self {
            folder,
            description,
        }
    }

    fn number(&self, member: &str) -> &str {
        self.description["merchants"][0][member].as_str().unwrap()
    }

    fn file(&self, name: &str) -> String {
        fs::read_to_string(self.folder.join("merchants").join(MCHID).join(name)).unwrap()
    }

    fn verifier(&self) -> Verifier {
        let id = self.number("public_key_id");
        Verifier::new(WechatPayPublicKey::from_pem(id, self.file("pub_key.pem")).unwrap())
    }
}

/// The client of the direct merchant, which makes each request once.
pub(crate) fn client(folder: &Path, process: &Process) -> Client {
    builder(folder).base_url(&*process.https).build().unwrap()
}

/// The client that reaches the hosts of WeChat Pay by the proxy.
pub(crate) fn proxied_client(folder: &Path, process: &Process) -> Client {
    builder(folder).proxy(&*process.proxy).build().unwrap()
}

fn builder(folder: &Path) -> ClientBuilder {
    let account = Account::read(folder);
    let (serial_no, private_key) = (
        account.number("serial_no"),
        account.file("apiclient_key.pem"),
    );
    let merchant = Merchant::new(MCHID, serial_no, private_key).unwrap();
    Client::builder(merchant, account.verifier())
        .root_certificates(fs::read(folder.join("ca.pem")).unwrap())
        .timeout(Duration::from_secs(30))
        .max_retries(0)
}

/// Verifies and decrypts notifications to the direct merchant.
pub(crate) fn notifications(folder: &Path) -> Notifications {
    let account = Account::read(folder);
    let key = ApiV3Key::new(account.file("api_v3_key.txt").trim()).unwrap();
    Notifications::new(account.verifier(), key).unwrap()
}

pub(crate) fn order(out_trade_no: &str, notify_url: &str) -> Value {
    json!({
        "appid": "wxd678efh567hg6787",
        "mchid": MCHID,
        "description": "Image形象店-深圳腾大-QQ公仔",
        "out_trade_no": out_trade_no,
        "notify_url": notify_url,
        "amount": { "total": 100, "currency": "CNY" },
    })
}

/// The status of a request of the sandbox's user.
pub(crate) async fn post(process: &Process, path: &str) -> io::Result<u16> {
    let host = process.http.strip_prefix("http://").unwrap();
    let mut stream = TcpStream::connect(host).await?;
    let head = format!(
        "POST {path} HTTP/1.1\r\nhost: {host}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).await?;
    let mut response = String::new();
    stream.read_to_string(&mut response).await?;
    let status = response
        .split(' ')
        .nth(1)
        .and_then(|status| status.parse().ok());
    status.ok_or_else(|| io::ErrorKind::UnexpectedEof.into())
}

/// Pays an order, as its user does.
pub(crate) async fn pay(process: &Process, out_trade_no: &str) -> io::Result<u16> {
    post(
        process,
        &format!("/sandbox/orders/{MCHID}/{out_trade_no}/pay"),
    )
    .await
}

/// Status and code of an error response; `None` for an error without a response.
pub(crate) fn refusal(error: Error) -> Option<(u16, String)> {
    match error.into_kind() {
        ErrorKind::Api(error) => {
            let code = ApiError::code(&error).unwrap_or_default().to_owned();
            Some((error.status(), code))
        }
        _ => None,
    }
}
