//! The hosts that a client knows.

use wechatpay_client::{BuildError, Client, Error, Verifier, testing::Gateway};

#[tokio::test]
async fn a_url_that_is_not_a_hosts_is_refused_by_its_name() {
    let gateway = Gateway::start().await.unwrap();
    let secret = "https://user:secret@api2.mch.weixin.qq.com";
    let problem = "user and password do not belong here";
    for (builder, expected, text) in [
        (
            gateway.client().base_url(secret),
            BuildError::BaseUrl { problem },
            "base URL: user and password do not belong here",
        ),
        (
            gateway.client().backup_url(secret),
            BuildError::BackupUrl { problem },
            "backup URL: user and password do not belong here",
        ),
    ] {
        let shown = format!("{builder:?}");
        assert!(!shown.contains("secret"), "{shown}");
        let error = builder.build().unwrap_err();
        assert_eq!(error.to_string(), text);
        let Error::Build(reason) = error else {
            panic!("{error:?}")
        };
        assert_eq!(reason, expected);
    }
}

/// The backup is of the host that is the default, and of no other.
#[tokio::test]
async fn a_backup_is_there_by_default_or_by_its_url() {
    let gateway = Gateway::start().await.unwrap();
    let verifier = Verifier::new(gateway.public_key());
    let default = Client::builder(gateway.merchant(), verifier);
    let backup = "https://api2.mch.weixin.qq.com/";
    for (builder, expected) in [
        (default.clone(), true),
        (
            default.clone().base_url("https://apihk.mch.weixin.qq.com"),
            false,
        ),
        (gateway.client(), false),
        (gateway.client().backup_url(backup), true),
    ] {
        let client = builder.build().unwrap();
        assert_eq!(format!("{client:?}").contains(backup), expected);
    }
}
