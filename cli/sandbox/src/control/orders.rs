//! Payments of orders by their users.

use wechatpay_client::gateway::{ReceivedRequest, ScriptedResponse};

use super::done;
use crate::server::Server;

const PAY: &str = "/sandbox/orders/{mchid}/{out_trade_no}/pay";

pub(super) async fn respond(
    server: &Server,
    request: &ReceivedRequest,
) -> Option<ScriptedResponse> {
    let values = request.path_values(PAY)?;
    match (request.method(), &*values) {
        ("POST", [(_, mchid), (_, out_trade_no)]) => Some(done(
            server.book.pay(mchid, out_trade_no, server.now()).await,
        )),
        _ => None,
    }
}
