//! The requests that a user of the sandbox makes, on the port of plain HTTP. They need no signature.
//!
//! | request | does |
//! |---|---|
//! | `POST /sandbox/orders/{mchid}/{out_trade_no}/pay` | pays an order, as its user does |
//! | `POST /sandbox/clock/{seconds}` | sets the clock forward |
//!
//! [`papay`], [`payments`], [`payscore`] and [`transfer`] have more.

mod papay;
mod payments;
mod payscore;
mod transfer;

use wechatpay_client::gateway::{ReceivedRequest, ScriptedResponse};

use crate::{book::BookError, server::Server};

/// The beginning of the paths.
pub(crate) const PREFIX: &str = "/sandbox/";

const PAY: &str = "/sandbox/orders/{mchid}/{out_trade_no}/pay";
const FORWARD: &str = "/sandbox/clock/{seconds}";

impl Server {
    /// The response to a request of the sandbox's user.
    pub(crate) async fn control(&self, request: &ReceivedRequest) -> ScriptedResponse {
        let response = match request.method() {
            "POST" => self.control_post(request).await,
            _ => None,
        };
        response
            .unwrap_or_else(|| {
                ScriptedResponse::error(404, "NOT_FOUND", "the sandbox has no such request")
            })
            .unsigned()
    }

    async fn control_post(&self, request: &ReceivedRequest) -> Option<ScriptedResponse> {
        if let Some([(_, mchid), (_, out_trade_no)]) = request.path_values(PAY).as_deref() {
            let paid = self.book.pay(mchid, out_trade_no, self.now()).await;
            return Some(done(paid));
        }
        if let Some([(_, seconds)]) = request.path_values(FORWARD).as_deref() {
            let Ok(seconds) = seconds.parse() else {
                let message = "give the seconds as a whole number";
                return Some(ScriptedResponse::error(400, "PARAM_ERROR", message));
            };
            let forwarded = self.forward(seconds).await;
            return Some(done(forwarded.map_err(BookError::Store)));
        }
        if let Some(response) = payments::respond(self, request).await {
            return Some(response);
        }
        if let Some(response) = transfer::respond(self, request).await {
            return Some(response);
        }
        if let Some(response) = papay::respond(self, request).await {
            return Some(response);
        }
        payscore::respond(self, request).await
    }
}

fn done(result: Result<(), BookError>) -> ScriptedResponse {
    match result {
        Ok(()) => ScriptedResponse::no_content(),
        Err(error) => error.into(),
    }
}
