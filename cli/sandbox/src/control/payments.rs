//! The requests of the user about payment codes and combined orders.
//!
//! | request | does |
//! |---|---|
//! | `POST /sandbox/orders/{mchid}/{out_trade_no}/refuse` | refuses the password for a payment code, as the user does |
//! | `POST /sandbox/combined-orders/{mchid}/{combine_out_trade_no}/pay` | pays a combined order, as its user does |

use wechatpay_client::gateway::{ReceivedRequest, ScriptedResponse};

use super::done;
use crate::server::Server;

const REFUSE: &str = "/sandbox/orders/{mchid}/{out_trade_no}/refuse";
const PAY: &str = "/sandbox/combined-orders/{mchid}/{combine_out_trade_no}/pay";

/// The response to such a request. `None` for other requests.
pub(super) async fn respond(
    server: &Server,
    request: &ReceivedRequest,
) -> Option<ScriptedResponse> {
    if request.method() != "POST" {
        return None;
    }
    let (book, now) = (&server.book, server.now());
    if let Some([(_, mchid), (_, number)]) = request.path_values(REFUSE).as_deref() {
        return Some(done(book.refuse(mchid, number, now).await));
    }
    if let Some([(_, mchid), (_, number)]) = request.path_values(PAY).as_deref() {
        return Some(done(book.pay_combined(mchid, number, now).await));
    }
    None
}
