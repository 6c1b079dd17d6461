//! Notifications: lists them, and sends them again.

use serde_json::json;
use wechatpay_client::gateway::{ReceivedRequest, ScriptedResponse};

use super::{done, part_of_list, shown, whole};
use crate::{
    notification::{FASTEST, Listed},
    request,
    server::Server,
};

const ALL: &str = "/sandbox/notifications";
const SEND: &str = "/sandbox/notifications/{id}/send";
const SPEED: &str = "/sandbox/notifications/speed/{factor}";

/// The number of notifications that are listed by default, and at most.
const LISTED: usize = 50;
const MOST: usize = 500;

pub(super) async fn respond(
    server: &Server,
    request: &ReceivedRequest,
) -> Option<ScriptedResponse> {
    match request.method() {
        "GET" if request.path() == ALL => {
            let listed = list(server, request).await;
            Some(listed.unwrap_or_else(|refusal| refusal))
        }
        "POST" => {
            if let Some(id) = request::path_value(request, SEND) {
                return Some(done(server.send_again(&id).await));
            }
            let factor = request::path_value(request, SPEED)?;
            Some(set_speed(server, &factor))
        }
        _ => None,
    }
}

async fn list(
    server: &Server,
    request: &ReceivedRequest,
) -> Result<ScriptedResponse, ScriptedResponse> {
    let (before, limit) = part_of_list(request, LISTED, MOST)?;
    let notifications: Vec<Listed> = server.notifications(before, limit).await?;
    let speed = server.speed();
    Ok(shown(
        &json!({ "speed": speed, "notifications": notifications }),
    ))
}

fn set_speed(server: &Server, factor: &str) -> ScriptedResponse {
    match whole("factor", factor, 1..=FASTEST) {
        Ok(factor) => {
            server.set_speed(factor);
            ScriptedResponse::no_content()
        }
        Err(refusal) => refusal,
    }
}
