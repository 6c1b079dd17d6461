//! The self-test (商户签名验签／加解密测试): the messages come back, and a notification goes to the merchant.

use serde_json::json;
use wechatpay_client::gateway::{ReceivedRequest, ScriptedResponse};

use crate::{
    book::{Book, BookError},
    clock::Time,
    json::without_nulls,
    notification::Event,
    product::Product,
    request,
    store::Change,
};

const ECHO: &str = "/v3/security/echo";

/// A self-test. The facts have checked its body.
pub(crate) struct Echo {
    owner: String,
    notify_url: Option<String>,
    message: Option<String>,
    /// The response's ciphertext of the encrypted message.
    encrypted: Option<String>,
}

impl Product for Echo {
    fn read(
        book: &Book,
        sender: &str,
        request: &ReceivedRequest,
    ) -> Option<Result<Self, BookError>> {
        if (request.method(), request.path()) != ("POST", ECHO) {
            return None;
        }
        let member = |name: &str| request::member(request, name);
        let secret = member("encrypted_echo_message");
        let secret = secret.and_then(|ciphertext| book.decrypt(request, &ciphertext));
        Some(Ok(Self {
            owner: sender.to_owned(),
            notify_url: member("notify_url"),
            message: member("echo_message"),
            encrypted: secret.and_then(|secret| book.encrypt(request, &secret)),
        }))
    }

    async fn apply(
        self,
        change: &mut Change,
        book: &Book,
        now: Time,
    ) -> Result<ScriptedResponse, BookError> {
        book.notify(change, self.event(), now).await?;
        let body = json!({
            "echo_message": self.message,
            "encrypted_echo_message": self.encrypted,
        });
        Ok(ScriptedResponse::ok(without_nulls(body)))
    }
}

impl Echo {
    // No source says how the notification encrypts its second message, which is optional.
    fn event(&self) -> Event<'_> {
        Event {
            owner: &self.owner,
            url: self.notify_url.as_deref(),
            event_type: "SECURITY_ECHO.SUCCESS",
            original_type: "security",
            resource: json!({ "echo_message": self.message }),
        }
    }
}
