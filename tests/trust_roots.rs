//! Trusted roots of the system, which the system's OpenSSL and a vendored one both find.

use std::{env, fs, process::Command};

use serde_json::{Value, json};
use wechatpay_client::{
    Client, Result, Verifier,
    gateway::{Gateway, ScriptedResponse},
    wechatpay_api,
};

const CHILD: &str = "WECHATPAY_CLIENT_TEST_CHILD";

#[wechatpay_api(GET "/v3/certificates")]
trait Certificates {
    async fn list(&self) -> Result<Value>;
}

/// OpenSSL reads `SSL_CERT_FILE` from the environment of its process, so the test runs itself again in a process
/// with that variable.
#[test]
fn roots_come_from_ssl_cert_file() {
    if env::var_os(CHILD).is_some() {
        return trusts_what_the_environment_names();
    }
    let roots = env::temp_dir().join(format!("wechatpay-client-{}.pem", std::process::id()));
    let run = Command::new(env::current_exe().unwrap())
        .args(["--exact", "roots_come_from_ssl_cert_file"])
        .env(CHILD, "1")
        .env("SSL_CERT_FILE", &roots)
        .output()
        .unwrap();
    let _ = fs::remove_file(&roots);
    let output = String::from_utf8_lossy(&run.stdout);
    assert!(
        run.status.success() && output.contains("1 passed"),
        "{output}"
    );
}

fn trusts_what_the_environment_names() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let gateway = Gateway::start().await.unwrap();
        gateway.respond(
            "GET",
            "/v3/certificates",
            ScriptedResponse::ok(json!({ "data": [] })),
        );
        // The client itself is given no root certificate.
        let client = || {
            Client::builder(gateway.merchant(), Verifier::new(gateway.public_key()))
                .base_url(gateway.base_url())
                .build()
                .unwrap()
        };
        assert!(
            client().list().await.is_err(),
            "the gateway is not trusted yet"
        );
        fs::write(
            env::var_os("SSL_CERT_FILE").unwrap(),
            gateway.root_certificate(),
        )
        .unwrap();
        assert_eq!(client().list().await.unwrap(), json!({ "data": [] }));
    });
}
