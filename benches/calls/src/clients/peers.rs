//! Other libraries from the registry. Each is given an HTTP client that trusts the gateway's authority
//! and speaks HTTP/1.1, as the gateway does.

use std::time::Duration;

use async_trait::async_trait;
use load::{Caller, Result, Settings};
use order::{OUT_TRADE_NO, paid};
use reqwest_12::header::{HeaderMap, HeaderValue};
use wxpay_rs::{
    WxPayConfig, WxPayError, WxPayResult,
    http::{HttpClient, client::HttpResponse},
};

const APPID: &str = "wxd678efh567hg6787";

/// wxpay-rs. Its host is a constant, and its HTTP client is a trait: the one given here changes the host.
pub struct WxpayRs(wxpay_rs::WxPayClient);

impl WxpayRs {
    pub async fn new(settings: &Settings) -> Result<Self> {
        let config = WxPayConfig::builder()
            .app_id(APPID)
            .merchant_id(&settings.mchid)
            .api_v3_key(&settings.api_v3_key)
            .private_key(settings.private_key.clone().into_bytes())
            .cert_serial_number(&settings.serial_no)
            .platform_public_key(
                &settings.public_key_id,
                settings.public_key.clone().into_bytes(),
            )
            .build()?;
        let root = reqwest_13::Certificate::from_pem(settings.root.as_bytes())?;
        let http = reqwest_13::Client::builder()
            .tls_certs_merge([root])
            .http1_only()
            .tcp_nodelay(true)
            .timeout(Duration::from_secs(30))
            .build()?;
        let http = Loopback {
            host: config.base_url().to_owned(),
            base_url: settings.base_url.clone(),
            http,
        };
        let client = wxpay_rs::WxPayClient::builder()
            .config(config)
            .http_client(http)
            .build();
        Ok(Self(client.await?))
    }
}

impl Caller for WxpayRs {
    async fn call(&self) -> Result<()> {
        let order = self.0.query_order_by_out_trade_no(OUT_TRADE_NO).await?;
        Ok(paid(&order.trade_state)?)
    }
}

type Headers = Vec<(String, String)>;

/// The adapter of wxpay-rs for reqwest, without its retries.
struct Loopback {
    host: String,
    base_url: String,
    http: reqwest_13::Client,
}

impl Loopback {
    async fn exchange(&self, url: &str, headers: Headers) -> reqwest_13::Result<HttpResponse> {
        let mut request = self.http.get(url.replacen(&self.host, &self.base_url, 1));
        for (name, value) in &headers {
            request = request.header(name, value);
        }
        let response = request.send().await?;
        let status = response.status().as_u16();
        let text = |value: &HeaderValue| value.to_str().unwrap_or("").to_owned();
        let headers = response.headers().iter();
        let headers = headers.map(|(name, value)| (name.to_string(), text(value)));
        let headers = headers.collect();
        Ok(HttpResponse::new(status, headers, response.text().await?))
    }
}

#[async_trait]
impl HttpClient for Loopback {
    async fn get(&self, url: &str, headers: Headers) -> WxPayResult<HttpResponse> {
        Ok(self.exchange(url, headers).await?)
    }

    async fn post(&self, _: &str, _: Headers, _: &str) -> WxPayResult<HttpResponse> {
        Err(unused())
    }

    async fn put(&self, _: &str, _: Headers, _: &str) -> WxPayResult<HttpResponse> {
        Err(unused())
    }

    async fn delete(&self, _: &str, _: Headers) -> WxPayResult<HttpResponse> {
        Err(unused())
    }

    async fn patch(&self, _: &str, _: Headers, _: &str) -> WxPayResult<HttpResponse> {
        Err(unused())
    }
}

fn unused() -> WxPayError {
    WxPayError::InternalError("only GET is called".to_owned())
}

/// rswxpay. It does not send `Wechatpay-Serial`, so its HTTP client adds the header. The gateway then signs with the
/// key that rswxpay has downloaded as a certificate.
pub struct Rswxpay(rswxpay::WxPayClient);

impl Rswxpay {
    pub async fn new(settings: &Settings) -> Result<Self> {
        let mut headers = HeaderMap::new();
        headers.insert(
            "wechatpay-serial",
            HeaderValue::from_str(&settings.public_key_id)?,
        );
        let http = reqwest_12::Client::builder()
            .add_root_certificate(reqwest_12::Certificate::from_pem(settings.root.as_bytes())?)
            .default_headers(headers)
            .build()?;
        let config = rswxpay::config::ClientConfig::builder()
            .mch_id(&settings.mchid)
            .serial_no(&settings.serial_no)
            .api_v3_key(&settings.api_v3_key)
            .private_key_pem(&settings.private_key)
            .http_client(http)
            .base_url(&settings.base_url)
            .build()?;
        Ok(Self(rswxpay::client::WxPayClient::new(config).await?))
    }
}

impl Caller for Rswxpay {
    async fn call(&self) -> Result<()> {
        let order = self.0.query_order_by_out_trade_no(OUT_TRADE_NO).await?;
        Ok(paid(&order.trade_state)?)
    }
}
