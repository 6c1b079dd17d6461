//! Builds the three shops, and runs each against a gateway that knows the published operations. Fails unless they send
//! the same requests, which satisfy the facts, and print the same lines.

use std::{
    env,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use load::{Result, Settings};
use openssl::{base64::decode_block, hash::MessageDigest, pkey::PKey, sign::Verifier};
use serde_json::{Value, json};
use wechatpay_client::gateway::{Gateway, ReceivedRequest};

const SHOPS: [&str; 3] = ["shop-by-hand", "shop-declared", "shop-typed"];

/// The requests and the lines of a shop, without what is random.
#[derive(Debug, PartialEq)]
struct Run {
    requests: Vec<(String, String, Value)>,
    lines: Vec<String>,
}

#[tokio::main]
async fn main() -> Result<()> {
    let directory = build()?;
    let gateway = Gateway::builder()
        .operations(wechatpay_endpoints::facts())
        .start()
        .await?;
    let mut runs = Vec::new();
    for shop in SHOPS {
        let seen = gateway.requests().len();
        let printed = run(&gateway, &directory.join(shop))?;
        let requests = gateway.requests();
        let requests = requests.iter().skip(seen);
        runs.push(Run {
            requests: requests
                .map(|sent| request(&gateway, sent))
                .collect::<Result<_>>()?,
            lines: lines(&gateway, &printed)?,
        });
    }
    for (shop, run) in SHOPS.iter().zip(&runs) {
        if run != &runs[0] {
            return Err(format!("{shop} differs: {run:#?}\n{}: {:#?}", SHOPS[0], runs[0]).into());
        }
    }
    for (method, target, body) in &runs[0].requests {
        println!("{method} {target} {body}");
    }
    println!("{}", runs[0].lines.join("\n"));
    Ok(())
}

/// Builds the shops, in the same target directory. Returns the directory of the programs.
fn build() -> Result<PathBuf> {
    const MANIFEST: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.toml");
    let own = env::current_exe()?;
    let target = own.ancestors().nth(2).ok_or("not in a target directory")?;
    for shop in SHOPS {
        // Each shop has a build of its own, because one build of all would unite their features.
        let built = Command::new(env!("CARGO"))
            .args(["build", "--quiet", "--release", "--locked", "-p", shop])
            .args(["--manifest-path", MANIFEST, "--target-dir"])
            .arg(target)
            .status()?;
        if !built.success() {
            return Err(format!("{shop} was not built").into());
        }
    }
    Ok(target.join("release"))
}

/// Returns what the program prints. The gateway serves meanwhile, on the threads of the runtime.
fn run(gateway: &Gateway, program: &Path) -> Result<String> {
    let mut child = Command::new(program)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    let mut stdin = child.stdin.take().ok_or("no stdin")?;
    serde_json::to_writer(&stdin, &settings(gateway)?)?;
    stdin.flush()?;
    drop(stdin);
    let output = child.wait_with_output()?;
    if !output.status.success() {
        return Err(format!("{} failed", program.display()).into());
    }
    Ok(String::from_utf8(output.stdout)?)
}

fn settings(gateway: &Gateway) -> Result<Settings> {
    let merchant = gateway.merchant();
    Ok(Settings {
        base_url: gateway.base_url(),
        root: String::from_utf8(gateway.root_certificate().to_vec())?,
        mchid: merchant.mchid().to_owned(),
        serial_no: merchant.serial_no().to_owned(),
        private_key: gateway.merchant_private_key().to_owned(),
        public_key_id: gateway.public_key().public_key_id().to_owned(),
        public_key: gateway.public_key_pem().to_owned(),
        api_v3_key: String::new(),
    })
}

/// A request, its name decrypted.
fn request(gateway: &Gateway, sent: &ReceivedRequest) -> Result<(String, String, Value)> {
    let mut body = match sent.body().as_ref() {
        [] => Value::Null,
        body => serde_json::from_slice(body)?,
    };
    if let Some(name) = body.get_mut("user_name") {
        let plain = name.as_str().and_then(|name| gateway.decrypt(sent, name));
        *name = json!(plain.ok_or("the name is not encrypted")?);
    }
    Ok((sent.method().to_owned(), sent.target().to_owned(), body))
}

/// The lines, the payment parameters of the first without their time, nonce and signature, which are checked here.
fn lines(gateway: &Gateway, printed: &str) -> Result<Vec<String>> {
    let mut lines: Vec<String> = printed.lines().map(str::to_owned).collect();
    let first = lines.first_mut().ok_or("nothing was printed")?;
    let mut payment: Value = serde_json::from_str(first)?;
    let text = |name: &str| payment[name].as_str().unwrap_or_default();
    let message =
        ["appId", "timeStamp", "nonceStr", "package"].map(|name| format!("{}\n", text(name)));
    let key = PKey::private_key_from_pem(gateway.merchant_private_key().as_bytes())?;
    let mut verifier = Verifier::new(MessageDigest::sha256(), &key)?;
    verifier.update(message.concat().as_bytes())?;
    if !verifier.verify(&decode_block(text("paySign"))?)? {
        return Err("the signature of the payment parameters is wrong".into());
    }
    for random in ["timeStamp", "nonceStr", "paySign"] {
        payment[random] = Value::Null;
    }
    *first = payment.to_string();
    Ok(lines)
}
