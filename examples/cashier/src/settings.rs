//! The settings of the cashier, from the variables that `sandbox.env` sets too.

use std::{env, error::Error, fs};

use wechatpay_client::{
    ApiV3Key, Client, Merchant, Verifier, WechatPayPublicKey, notification::Notifications,
};

/// Settings that the environment gives.
pub(crate) struct Settings {
    pub(crate) client: Client,
    pub(crate) notifications: Notifications,
    pub(crate) mchid: String,
    pub(crate) appid: String,
    /// The URL that WeChat Pay notifies, if it is not the cashier's own address.
    pub(crate) notify_url: Option<String>,
    /// The address to listen on.
    pub(crate) address: String,
    /// The page of a sandbox, where a person pays without a phone.
    pub(crate) sandbox: Option<String>,
}

impl Settings {
    pub(crate) fn from_environment() -> Result<Self, Box<dyn Error>> {
        let mchid = required("WECHATPAY_MCHID")?;
        let merchant = Merchant::new(
            &*mchid,
            required("WECHATPAY_SERIAL_NO")?,
            file("WECHATPAY_PRIVATE_KEY")?,
        )?;
        let id = required("WECHATPAY_PUBLIC_KEY_ID")?;
        let key = WechatPayPublicKey::from_pem(id, file("WECHATPAY_PUBLIC_KEY")?)?;
        let verifier = Verifier::new(key);
        let api_v3_key = match env::var("WECHATPAY_API_V3_KEY") {
            Ok(key) => key,
            Err(_) => file("WECHATPAY_API_V3_KEY_FILE")?,
        };
        let api_v3_key = ApiV3Key::new(api_v3_key.trim())?;
        let notifications = Notifications::new(verifier.clone(), api_v3_key)?;
        let mut client = Client::builder(merchant, verifier);
        if let Ok(url) = env::var("WECHATPAY_BASE_URL") {
            client = client.base_url(url);
        }
        if env::var_os("WECHATPAY_ROOT_CERTIFICATES").is_some() {
            client = client.root_certificates(file("WECHATPAY_ROOT_CERTIFICATES")?);
        }
        let sandbox = env::var("WECHATPAY_SANDBOX").ok();
        let appid = match &sandbox {
            // The sandbox takes any.
            Some(_) => "wxd678efh567hg6787".to_owned(),
            None => required("CASHIER_APPID")?,
        };
        Ok(Self {
            client: client.build()?,
            notifications,
            mchid,
            appid,
            notify_url: env::var("CASHIER_NOTIFY_URL").ok(),
            address: env::var("CASHIER_ADDRESS").unwrap_or_else(|_| "127.0.0.1:3000".to_owned()),
            sandbox,
        })
    }
}

fn required(name: &str) -> Result<String, Box<dyn Error>> {
    env::var(name).map_err(|_| format!("not set in the environment: {name}").into())
}

/// The content of the file whose path is in the variable.
fn file(name: &str) -> Result<String, Box<dyn Error>> {
    let path = required(name)?;
    fs::read_to_string(&path).map_err(|error| format!("{name}, {path}: {error}").into())
}
