//! A shop with a sandbox: its client, and its requests.

#![allow(
    dead_code,
    clippy::unwrap_used,
    unreachable_pub,
    reason = "a part of each test program"
)]

use std::{fs, path::Path, sync::LazyLock};

use serde_json::{Value, json};
use tempfile::TempDir;
use wechatpay_client::{Client, Result, Verifier, wechatpay_api};
use wechatpay_sandbox::{Folder, Sandbox, Settings};

pub const MCHID: &str = "1900000109";

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

fn copy(from: &Path, to: &Path) {
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
    let verifier = Verifier::new(account.keys.public_key());
    let client = Client::builder(account.keys.merchant(), verifier)
        .base_url(format!("https://{}", sandbox.addresses().https))
        .root_certificates(fs::read(sandbox.folder().authority()).unwrap())
        .build()
        .unwrap();
    Shop {
        sandbox,
        client,
        folder,
    }
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
