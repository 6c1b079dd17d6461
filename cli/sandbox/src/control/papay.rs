//! The requests of the user of a contract for a scheduled deduction (预约扣费).
//!
//! | request | does |
//! |---|---|
//! | `POST /sandbox/contracts/{mchid}/{out_contract_code}/sign` | signs a contract (预约扣费), as its user does |
//! | `POST /sandbox/contracts/{mchid}/{out_contract_code}/terminate` | ends a contract, as its user does |
//! | `POST /sandbox/contracts/{mchid}/{out_contract_code}/deductions/fail` | lets the deductions of a contract fail from now on |
//! | `POST /sandbox/contracts/{mchid}/{out_contract_code}/deductions/succeed` | lets them succeed again |

use wechatpay_client::gateway::{ReceivedRequest, ScriptedResponse};

use super::done;
use crate::server::Server;

const SIGN: &str = "/sandbox/contracts/{mchid}/{out_contract_code}/sign";
const TERMINATE: &str = "/sandbox/contracts/{mchid}/{out_contract_code}/terminate";
const FAIL: &str = "/sandbox/contracts/{mchid}/{out_contract_code}/deductions/fail";
const SUCCEED: &str = "/sandbox/contracts/{mchid}/{out_contract_code}/deductions/succeed";

/// Responds to a request about contracts. `None` if the request is about something else.
pub(super) async fn respond(
    server: &Server,
    request: &ReceivedRequest,
) -> Option<ScriptedResponse> {
    if request.method() != "POST" {
        return None;
    }
    let (book, now) = (&server.book, server.now());
    if let Some([(_, mchid), (_, code)]) = request.path_values(SIGN).as_deref() {
        return Some(done(book.sign_contract(mchid, code, now).await));
    }
    if let Some([(_, mchid), (_, code)]) = request.path_values(TERMINATE).as_deref() {
        return Some(done(book.terminate_contract(mchid, code, now).await));
    }
    for (template, is_broke) in [(FAIL, true), (SUCCEED, false)] {
        if let Some([(_, mchid), (_, code)]) = request.path_values(template).as_deref() {
            return Some(done(book.set_broke(mchid, code, is_broke).await));
        }
    }
    None
}
