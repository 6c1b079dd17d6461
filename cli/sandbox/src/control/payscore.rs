//! The requests of the user of pay score (支付分).
//!
//! | request | does |
//! |---|---|
//! | `POST /sandbox/service-orders/{mchid}/{out_order_no}/confirm` | confirms a service order (支付分), as its user does |
//! | `POST /sandbox/service-orders/{mchid}/{out_order_no}/pay` | pays a completed service order, as its user does |
//! | `POST /sandbox/services/{service_id}/risk-fund/{fen}` | sets the largest risk fund (服务风险金额) of a service |
//! | `POST /sandbox/permissions/{mchid}/{authorization_code}/open/{openid}` | grants a service (支付分授权), as its user does |
//! | `POST /sandbox/permissions/{mchid}/{authorization_code}/close` | ends the grant, as its user does |

use wechatpay_client::gateway::{ReceivedRequest, ScriptedResponse};

use super::{done, whole};
use crate::server::Server;

const CONFIRM: &str = "/sandbox/service-orders/{mchid}/{out_order_no}/confirm";
const PAY: &str = "/sandbox/service-orders/{mchid}/{out_order_no}/pay";
const RISK_FUND: &str = "/sandbox/services/{service_id}/risk-fund/{fen}";
const OPEN: &str = "/sandbox/permissions/{mchid}/{authorization_code}/open/{openid}";
const CLOSE: &str = "/sandbox/permissions/{mchid}/{authorization_code}/close";

/// Responds to a request about pay score. `None` if the request is about something else.
pub(super) async fn respond(
    server: &Server,
    request: &ReceivedRequest,
) -> Option<ScriptedResponse> {
    if request.method() != "POST" {
        return None;
    }
    let (book, now) = (&server.book, server.now());
    if let Some([(_, mchid), (_, number)]) = request.path_values(CONFIRM).as_deref() {
        return Some(done(book.confirm_service_order(mchid, number, now).await));
    }
    if let Some([(_, mchid), (_, number)]) = request.path_values(PAY).as_deref() {
        return Some(done(book.pay_service_order(mchid, number, now).await));
    }
    if let Some([(_, service_id), (_, fen)]) = request.path_values(RISK_FUND).as_deref() {
        return Some(match whole("fen", fen, 1..=i64::MAX) {
            Ok(fen) => done(book.set_risk_fund(service_id, fen).await),
            Err(refusal) => refusal,
        });
    }
    if let Some([(_, mchid), (_, code), (_, openid)]) = request.path_values(OPEN).as_deref() {
        return Some(done(book.open_permission(mchid, code, openid, now).await));
    }
    if let Some([(_, mchid), (_, code)]) = request.path_values(CLOSE).as_deref() {
        return Some(done(book.close_permission(mchid, code, now).await));
    }
    None
}
