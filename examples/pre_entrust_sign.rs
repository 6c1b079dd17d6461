//! 小程序场景预约扣费 预签约: a service provider opens the session in which a user signs a scheduled
//! deduction in a mini program.
//!
//! The program declares the operation by itself, as a program does with an operation that `wechatpay-endpoints` does
//! not have. In `endpoints/examples`, `scheduled_deduction` is the whole flow on the typed operations.
//!
//! One contract of scheduled deduction (预约扣费) allows one deduction, of the amount and on the day that the user
//! agrees to by signing. After the deduction the contract ends. Monthly renewal (委托代扣) is another product, which
//! WeChat Pay offers by APIv2.
//!
//! Without environment variables, the example runs against the loopback gateway:
//!
//! ```text
//! cargo run --example pre_entrust_sign
//! ```
//!
//! With an account, the example runs against WeChat Pay. The two keys are paths of PEM files, and the argument is
//! the request as a JSON file:
//!
//! ```text
//! WECHATPAY_MCHID=… WECHATPAY_SERIAL_NO=… WECHATPAY_PRIVATE_KEY=apiclient_key.pem \
//! WECHATPAY_PUBLIC_KEY=pub_key.pem WECHATPAY_PUBLIC_KEY_ID=PUB_KEY_ID_… \
//!     cargo run --example pre_entrust_sign -- request.json
//! ```

use std::{
    env,
    error::Error,
    ffi::{OsStr, OsString},
    fs,
    process::ExitCode,
};

use serde::{Deserialize, Serialize};
use serde_json::json;
use wechatpay_client::{
    Client, Merchant, Result, Verified, Verifier, WechatPayPublicKey,
    gateway::{Gateway, ScriptedResponse},
    wechatpay_api,
};

/// The request of a service provider (服务商): 小程序场景预约扣费 预签约.
#[derive(Serialize, Deserialize)]
pub struct PreEntrustSignRequest {
    /// The appid of the service provider.
    pub sp_appid: String,
    /// The openid, under `sp_appid`, of the user who signs. Required without `sub_openid`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sp_openid: Option<String>,
    /// The number of the sub-merchant (子商户号).
    pub sub_mchid: String,
    /// The appid of the sub-merchant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sub_appid: Option<String>,
    /// The openid, under `sub_appid`, of the user who signs. Required without `sp_openid`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sub_openid: Option<String>,
    /// The plan of the contract (模板ID), of the type 预约扣费.
    pub plan_id: i64,
    /// The merchant's number of the contract (签约协议号): letters and digits. Never used again, even after the
    /// contract has ended.
    pub out_contract_code: String,
    /// The name of the account on the contract page. Not encrypted.
    pub contract_display_account: String,
    /// The URL for the notification of the contract: `https`, without a query.
    pub contract_notify_url: String,
    /// The merchant's number of the user.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub out_user_code: Option<String>,
    /// The one deduction of the contract (预约扣费信息).
    pub deduct_schedule: DeductSchedule,
}

#[derive(Serialize, Deserialize)]
pub struct DeductSchedule {
    /// The day of the deduction: `yyyy-MM-dd`. Pre-signing ends at 19:00 of the day before.
    pub estimated_deduct_date: String,
    pub estimated_deduct_amount: EstimatedDeductAmount,
    /// The reason, as the user reads it.
    pub description: String,
}

#[derive(Serialize, Deserialize)]
pub struct EstimatedDeductAmount {
    /// In fen (分).
    pub total: i64,
    /// `CNY` if left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
}

/// The session in which the user signs. The session lives 10 minutes.
#[derive(Deserialize)]
pub struct PreEntrustSign {
    /// The session (预签约ID).
    pub pre_entrustweb_id: String,
    /// The appid of the mini program in which the user signs.
    pub redirect_appid: String,
    /// The page of that mini program.
    pub redirect_path: String,
}

#[wechatpay_api(POST "/v3/papay/scheduled-deduct-sign/partner/contracts/pre-entrust-sign/mini-program")]
pub trait MiniProgramPreEntrustSign {
    async fn post(&self, body: &PreEntrustSignRequest) -> Result<Verified<PreEntrustSign>>;
}

const METHOD: &str = "POST";
const PATH: &str =
    "/v3/papay/scheduled-deduct-sign/partner/contracts/pre-entrust-sign/mini-program";

const VARIABLES: [&str; 5] = [
    "WECHATPAY_MCHID",
    "WECHATPAY_SERIAL_NO",
    "WECHATPAY_PRIVATE_KEY",
    "WECHATPAY_PUBLIC_KEY",
    "WECHATPAY_PUBLIC_KEY_ID",
];

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            report(&*error);
            ExitCode::FAILURE
        }
    }
}

async fn run() -> std::result::Result<(), Box<dyn Error>> {
    if let Some((client, request)) = live()? {
        return sign(&client, &request).await;
    }
    let gateway = loopback().await?;
    let client = gateway.client().build()?;
    sign(&client, &sample()).await
}

/// Makes the call and prints the result.
async fn sign(
    client: &Client,
    request: &PreEntrustSignRequest,
) -> std::result::Result<(), Box<dyn Error>> {
    println!("sent          {METHOD} {PATH}");
    let signed = client.post(request).await?;
    println!("Request-ID    {}", signed.request_id().unwrap_or("none"));
    println!("verified by   {}", signed.key_id());
    println!("pre_entrustweb_id  {}", signed.pre_entrustweb_id);
    println!("redirect_appid     {}", signed.redirect_appid);
    println!("redirect_path      {}", signed.redirect_path);
    // The argument of wx.navigateToMiniProgram in the merchant's mini program. Its app.json must list
    // redirect_appid in navigateToMiniProgramAppIdList.
    let argument = json!({
        "appId": signed.redirect_appid,
        "path": signed.redirect_path,
        "extraData": { "pre_entrustweb_id": signed.pre_entrustweb_id },
    });
    println!(
        "wx.navigateToMiniProgram({})",
        serde_json::to_string_pretty(&argument)?
    );
    Ok(())
}

/// A client for the real host, if all variables are set; an error if only some are.
fn live() -> std::result::Result<Option<(Client, PreEntrustSignRequest)>, Box<dyn Error>> {
    let file = env::args_os().nth(1);
    let values = VARIABLES.map(|name| env::var_os(name).filter(|value| !value.is_empty()));
    let missing: Vec<_> = VARIABLES
        .into_iter()
        .zip(&values)
        .filter_map(|(name, value)| value.is_none().then_some(name))
        .collect();
    if missing.len() == VARIABLES.len() && file.is_none() {
        return Ok(None);
    }
    if !missing.is_empty() {
        return Err(format!("not set in the environment: {}", missing.join(", ")).into());
    }
    let file =
        file.ok_or("the request is missing: give the path of a JSON file as the argument")?;
    let [mchid, serial_no, private_key, public_key, public_key_id] =
        values.map(Option::unwrap_or_default);
    let merchant = Merchant::new(text(mchid)?, text(serial_no)?, read(&private_key)?)?;
    let public_key = WechatPayPublicKey::from_pem(text(public_key_id)?, read(&public_key)?)?;
    let client = Client::builder(merchant, Verifier::new(public_key)).build()?;
    let request: PreEntrustSignRequest = serde_json::from_slice(&read(&file)?)
        .map_err(|error| format!("{}: {error}", file.display()))?;
    if request.sp_openid.is_none() && request.sub_openid.is_none() {
        return Err(format!("{}: give `sp_openid` or `sub_openid`", file.display()).into());
    }
    Ok(Some((client, request)))
}

fn text(value: OsString) -> std::result::Result<String, String> {
    value
        .into_string()
        .map_err(|value| format!("not UTF-8: {}", value.display()))
}

fn read(path: impl AsRef<OsStr>) -> std::result::Result<Vec<u8>, String> {
    let path = path.as_ref();
    fs::read(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// A loopback gateway that accepts every request.
async fn loopback() -> std::io::Result<Gateway> {
    let gateway = Gateway::start().await?;
    let session = json!({
        "pre_entrustweb_id": "5778aadefe28cf8f1dbcf3a4f1b2e4a0",
        "redirect_appid": "wxbd687630cd02ce1d",
        "redirect_path": "pages/PwdExemptContract/index",
    });
    gateway.respond(METHOD, PATH, ScriptedResponse::ok(session));
    println!(
        "gateway       {} (set WECHATPAY_MCHID and so on for the real host)",
        gateway.base_url()
    );
    Ok(gateway)
}

fn sample() -> PreEntrustSignRequest {
    PreEntrustSignRequest {
        sp_appid: "wxd678efh567hg6787".into(),
        sp_openid: Some("oYobu0MVnQfWpSMOYJz2AHPG_gQw".into()),
        sub_mchid: "1900000109".into(),
        sub_appid: None,
        sub_openid: None,
        plan_id: 12535,
        out_contract_code: "wxwtdk20200910100000".into(),
        contract_display_account: "微信代扣用户A".into(),
        contract_notify_url: "https://yourapp.com/notify".into(),
        out_user_code: None,
        deduct_schedule: DeductSchedule {
            estimated_deduct_date: "2026-12-22".into(),
            estimated_deduct_amount: EstimatedDeductAmount {
                total: 100,
                currency: Some("CNY".into()),
            },
            description: "演出门票".into(),
        },
    }
}

/// Prints an error, its outcome and its causes.
fn report(error: &(dyn Error + 'static)) {
    eprintln!("error: {error}");
    if let Some(error) = error.downcast_ref::<wechatpay_client::Error>() {
        eprintln!("outcome: {:?}", error.outcome());
    }
    let mut source = error.source();
    while let Some(cause) = source {
        eprintln!("caused by: {cause}");
        source = cause.source();
    }
}
