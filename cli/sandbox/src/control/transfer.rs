//! The requests of the user of a transfer, and those that set what only WeChat Pay knows.
//!
//! | request | does |
//! |---|---|
//! | `POST /sandbox/transfers/{mchid}/{out_bill_no}/confirm` | confirms a transfer, as its user does |
//! | `POST /sandbox/transfers/{mchid}/{out_bill_no}/fail/{fail_reason}` | fails a transfer, as with `NAME_NOT_CORRECT` |
//! | `POST /sandbox/transfer-funds/{mchid}/{fen}` | sets the money that a merchant has for transfers: no limit before |

use wechatpay_client::gateway::{ReceivedRequest, ScriptedResponse};

use super::{done, whole};
use crate::server::Server;

const CONFIRM: &str = "/sandbox/transfers/{mchid}/{out_bill_no}/confirm";
const FAIL: &str = "/sandbox/transfers/{mchid}/{out_bill_no}/fail/{fail_reason}";
const FUNDS: &str = "/sandbox/transfer-funds/{mchid}/{fen}";

/// Responds to a request about transfers. `None` if the request is about something else.
pub(super) async fn respond(
    server: &Server,
    request: &ReceivedRequest,
) -> Option<ScriptedResponse> {
    if request.method() != "POST" {
        return None;
    }
    let (book, now) = (&server.book, server.now());
    if let Some([(_, mchid), (_, number)]) = request.path_values(CONFIRM).as_deref() {
        return Some(done(book.confirm_transfer(mchid, number, now).await));
    }
    if let Some([(_, mchid), (_, number), (_, reason)]) = request.path_values(FAIL).as_deref() {
        return Some(done(book.fail_transfer(mchid, number, reason, now).await));
    }
    if let Some([(_, mchid), (_, fen)]) = request.path_values(FUNDS).as_deref() {
        return Some(match whole("fen", fen, 0..=u32::MAX) {
            Ok(fen) => done(book.fund_transfers(mchid, fen).await),
            Err(refusal) => refusal,
        });
    }
    None
}
