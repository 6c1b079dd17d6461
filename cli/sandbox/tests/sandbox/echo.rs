//! The self-test (商户签名验签／加解密测试).

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use serde::{Deserialize, Serialize};
use serde_json::json;
use wechatpay_client::{Result, Sensitive, wechatpay_api};

use crate::shop::{MCHID, PROVIDER, open, receiver::Receiver, user::list};

#[wechatpay_api]
trait SelfTest {
    #[wechatpay_api(POST "/v3/security/echo", idempotent)]
    async fn echo(&self, body: &Echo) -> Result<Echo>;
}

#[derive(Serialize, Deserialize)]
struct Echo {
    #[serde(skip_serializing_if = "Option::is_none")]
    notify_url: Option<String>,
    echo_message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    encrypted_echo_message: Option<Sensitive>,
}

fn echo(notify_url: Option<&str>, secret: Option<&str>) -> Echo {
    Echo {
        notify_url: notify_url.map(str::to_owned),
        echo_message: "你好".to_owned(),
        encrypted_echo_message: secret.map(Into::into),
    }
}

#[tokio::test]
async fn the_messages_of_a_self_test_come_back_and_its_notification_arrives() {
    let shop = &open().await;
    let mut receiver = Receiver::start(&[204]).await;
    for mchid in [MCHID, PROVIDER] {
        let request = echo(Some(&receiver.url), Some("秘密"));
        let echoed = shop.client(mchid).echo(&request).await.unwrap();
        assert_eq!(echoed.echo_message, "你好");
        let secret = echoed.encrypted_echo_message.unwrap();
        assert_eq!(secret.expose(), "秘密");
        let event = receiver.next_event_of(&shop.sandbox, mchid).await;
        let resource = json!({ "echo_message": "你好" });
        assert_eq!(event, ("SECURITY_ECHO.SUCCESS".to_owned(), resource));
    }
}

#[tokio::test]
async fn a_self_test_without_an_address_sends_no_notification() {
    let shop = &open().await;
    let echoed = shop.client.echo(&echo(None, None)).await.unwrap();
    assert_eq!(echoed.echo_message, "你好");
    assert!(echoed.encrypted_echo_message.is_none());
    assert_eq!(list(&shop.sandbox, "notifications").await.len(), 0);
}
