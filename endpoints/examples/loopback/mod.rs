//! WeChat Pay's side of the examples: the gateway of `wechatpay-client` in the same process. The gateway checks the
//! request of every operation, and responds with the operation's example.

#![allow(dead_code, reason = "some examples use only a part")]
#![allow(clippy::print_stdout, reason = "an example prints what happens")]

use std::io;

use serde_json::Value;
use wechatpay_client::{
    gateway::{Fault, Gateway, ScriptedResponse},
    notification::{Notification, Reply},
};
use wechatpay_endpoints::facts;

/// Starts the gateway.
pub(crate) async fn start() -> io::Result<Gateway> {
    Gateway::builder().operations(facts()).start().await
}

/// Loses the response to the next POST of this path, so that the outcome of the call is unknown.
pub(crate) fn lose(gateway: &Gateway, path: &str) {
    let lost = ScriptedResponse::no_content().with_fault(Fault::DropAfterRead);
    gateway.respond_once("POST", path, lost);
}

/// Posts a notification to the merchant's server, which is the function `notified` here.
pub(crate) fn notify(
    gateway: &Gateway,
    event_type: &str,
    resource: &Value,
    notified: impl FnOnce(&Notification) -> Reply,
) -> io::Result<()> {
    let mut events = facts().events.iter();
    let event = events.find(|event| event.event_type == event_type);
    let original_type = event.and_then(|event| event.original_types.first());
    let original_type = original_type.map_or("", String::as_str);
    let sent = gateway.notification(event_type, original_type, resource)?;
    let reply = match gateway.notifications().parse(sent.headers(), sent.body()) {
        Ok(notification) => notified(&notification),
        Err(error) => error.reply(),
    };
    println!("replied       {}", reply.status());
    Ok(())
}
