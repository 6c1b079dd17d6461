//! A shop with a sandbox: its client, and its requests.

#![allow(
    dead_code,
    clippy::unwrap_used,
    unreachable_pub,
    reason = "helpers of tests"
)]

pub mod page;
pub mod receiver;
pub mod user;

use std::{fs, path::Path, sync::LazyLock};

use serde::Serialize;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};
use wechatpay_client::{
    ApiError, Client, Error, ErrorKind, Result, Sensitive, Verifier, wechatpay_api,
};
use wechatpay_sandbox::{Account, Folder, Sandbox, Settings};

pub const MCHID: &str = "1900000109";

/// The service provider.
pub const PROVIDER: &str = "1900000100";

/// The user who must pay, by identity.
#[derive(Serialize)]
pub struct Payer {
    identity: Identity,
}

#[derive(Serialize)]
struct Identity {
    r#type: &'static str,
    number: Sensitive,
    name: Sensitive,
}

/// A refused call: status, code and reason, which is the number at the end of the `Request-ID`, or the message if there is
/// none but that of any parameter.
pub type Refusal = (u16, String, String);

#[wechatpay_api]
pub trait Orders {
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

pub struct Shop {
    pub sandbox: Sandbox,
    pub client: Client,
    pub folder: TempDir,
}

pub async fn open() -> Shop {
    open_in(new_folder()).await
}

/// A folder with keys and without state. The keys are made once in a process.
pub fn new_folder() -> TempDir {
    static KEYS: LazyLock<TempDir> = LazyLock::new(|| {
        let folder = tempfile::tempdir().unwrap();
        Folder::open(folder.path()).unwrap();
        folder
    });
    let folder = tempfile::tempdir().unwrap();
    copy(KEYS.path(), folder.path());
    folder
}

/// Copies the files of a folder, and of its folders.
pub fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            fs::create_dir(&to).unwrap();
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

/// Opens the sandbox of a folder.
pub async fn open_in(folder: TempDir) -> Shop {
    let mut settings = Settings::new(folder.path());
    (settings.http_port, settings.https_port, settings.proxy_port) = (0, 0, 0);
    let sandbox = Sandbox::start(&settings).await.unwrap();
    let account = sandbox.folder().accounts().next().unwrap();
    assert_eq!(account.id, MCHID);
    let client = client_of(&sandbox, account);
    Shop {
        sandbox,
        client,
        folder,
    }
}

/// A client of an account.
pub fn client_of(sandbox: &Sandbox, account: &Account) -> Client {
    let verifier = Verifier::new(account.keys.public_key());
    Client::builder(account.keys.merchant(), verifier)
        .base_url(format!("https://{}", sandbox.addresses().https))
        .root_certificates(fs::read(sandbox.folder().authority()).unwrap())
        .build()
        .unwrap()
}

impl Payer {
    pub fn new(name: &str) -> Self {
        let identity = Identity {
            r#type: "IDCARD",
            number: "110101199003070000".into(),
            name: name.into(),
        };
        Self { identity }
    }
}

impl Shop {
    /// The client of an account of the sandbox.
    pub fn client(&self, mchid: &str) -> Client {
        let mut accounts = self.sandbox.folder().accounts();
        client_of(
            &self.sandbox,
            accounts.find(|account| account.id == mchid).unwrap(),
        )
    }

    /// Makes a request of the sandbox's user that has an effect.
    pub async fn did(&self, path: &str) {
        let (status, body) = self.post(path).await;
        assert_eq!(status, 204, "{path}: {body}");
    }

    /// Makes a request of the sandbox's user that is refused with 400, for a reason.
    pub async fn refuses(&self, path: &str, reason: &str) {
        let (status, body) = self.post(path).await;
        assert_eq!(status, 400, "{path}: {body}");
        let body: Value = serde_json::from_str(&body).unwrap();
        assert_eq!(body.get("message"), Some(&json!(reason)), "{path}");
    }

    /// Makes a request of the sandbox's user, such as `/sandbox/clock/60`. Returns status and body.
    pub async fn post(&self, path: &str) -> (u16, String) {
        self.post_body(path, "").await
    }

    /// Makes a request of the sandbox's user with a body.
    pub async fn post_body(&self, path: &str, body: &str) -> (u16, String) {
        let host = self.sandbox.addresses().http;
        let mut stream = TcpStream::connect(host).await.unwrap();
        let length = body.len();
        let head = format!("POST {path} HTTP/1.1\r\nhost: {host}\r\nconnection: close");
        let request = format!("{head}\r\ncontent-length: {length}\r\n\r\n{body}");
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut response = String::new();
        stream.read_to_string(&mut response).await.unwrap();
        let (head, body) = response.split_once("\r\n\r\n").unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        (status, body.to_owned())
    }
}

/// Status, code and reason of an error response.
pub fn refusal(error: Error) -> Refusal {
    match error.into_kind() {
        ErrorKind::Api(error) => {
            let code = ApiError::code(&error).unwrap_or_default().to_owned();
            let reason = match error.request_id_number() {
                Some(0 | 268_435_461..=268_435_464) | None => {
                    ApiError::message(&error).unwrap_or_default().to_owned()
                }
                Some(number) => number.to_string(),
            };
            (error.status(), code, reason)
        }
        other => unreachable!("{other:?}"),
    }
}

/// A refused call, to compare with.
pub fn refused(status: u16, code: &str, reason: impl ToString) -> Refusal {
    (status, code.to_owned(), reason.to_string())
}

/// The refusal of an empty openid at this place of the body, with its label.
pub fn no_openid(place: &str, label: &str) -> Refusal {
    let message =
        format!("输入源“/body/{place}”映射到字段“{label}”必填性规则校验失败，此字段为必填项");
    refused(400, "PARAM_ERROR", message)
}

pub fn order(out_trade_no: &str, total: u32) -> Value {
    json!({
        "appid": "wxd678efh567hg6787",
        "mchid": MCHID,
        "description": "Image形象店-深圳腾大-QQ公仔",
        "out_trade_no": out_trade_no,
        "notify_url": "https://www.weixin.qq.com/wxpay/pay.php",
        "amount": { "total": total, "currency": "CNY" },
    })
}

pub fn refund(out_trade_no: &str, out_refund_no: &str, total: u32, refund: u32) -> Value {
    json!({
        "out_trade_no": out_trade_no,
        "out_refund_no": out_refund_no,
        "amount": { "total": total, "refund": refund, "currency": "CNY" },
    })
}
