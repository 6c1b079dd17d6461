//! The requests of the user about payment codes, refunds, combined orders and profit sharing.
//!
//! | request | does |
//! |---|---|
//! | `POST /sandbox/orders/{mchid}/{out_trade_no}/refuse` | refuses the password for a payment code, as the user does |
//! | `POST /sandbox/orders/{mchid}/{out_trade_no}/refunds/{result}` | sets the result of later refunds of an order: `SUCCESS`, `ABNORMAL` or `CLOSED` |
//! | `POST /sandbox/combined-orders/{mchid}/{combine_out_trade_no}/pay` | pays a combined order, as its user does |
//! | `POST /sandbox/sharing/ratios/{mchid}/{ratio}` | sets the largest ratio that a merchant shares, in hundredths of a percent |
//! | `POST /sandbox/sharing/receivers/{account}/{result}` | sets the result of later shares to a receiver: `SUCCESS`, or a `fail_reason` |
//! | `POST /sandbox/sharing/notify-urls/{mchid}` | sets the URL at which a merchant hears of its shares, which is the body |

use wechatpay_client::gateway::{ReceivedRequest, ScriptedResponse};
use wechatpay_endpoints::facts::Facts;

use super::{done, refused, whole};
use crate::server::Server;

const REFUSE: &str = "/sandbox/orders/{mchid}/{out_trade_no}/refuse";
const REFUNDS: &str = "/sandbox/orders/{mchid}/{out_trade_no}/refunds/{result}";
const PAY: &str = "/sandbox/combined-orders/{mchid}/{combine_out_trade_no}/pay";
const RATIO: &str = "/sandbox/sharing/ratios/{mchid}/{ratio}";
const RESULT: &str = "/sandbox/sharing/receivers/{account}/{result}";
const NOTIFY_URL: &str = "/sandbox/sharing/notify-urls/{mchid}";

/// The ratio of all the money, in hundredths of a percent.
const WHOLE_RATIO: u32 = 10_000;

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
    if let Some([(_, mchid), (_, number), (_, result)]) = request.path_values(REFUNDS).as_deref() {
        return Some(done(book.set_refund_result(mchid, number, result).await));
    }
    if let Some([(_, mchid), (_, number)]) = request.path_values(PAY).as_deref() {
        return Some(done(book.pay_combined(mchid, number, now).await));
    }
    if let Some([(_, mchid), (_, ratio)]) = request.path_values(RATIO).as_deref() {
        return Some(match whole("ratio", ratio, 0..=WHOLE_RATIO) {
            Ok(ratio) => done(book.set_sharing_ratio(mchid, ratio).await),
            Err(refusal) => refusal,
        });
    }
    if let Some([(_, account), (_, result)]) = request.path_values(RESULT).as_deref() {
        return Some(done(book.set_share_result(account, result).await));
    }
    if let Some([(_, mchid)]) = request.path_values(NOTIFY_URL).as_deref() {
        let url = match notify_url(request) {
            Ok(url) => url,
            Err(reason) => return Some(refused(&reason)),
        };
        return Some(done(book.set_sharing_url(mchid, url).await));
    }
    None
}

/// The URL in the body. An empty one removes the URL that was set before.
fn notify_url(request: &ReceivedRequest) -> Result<&str, String> {
    let url = str::from_utf8(request.body()).map_err(|_| "the URL is not UTF-8".to_owned())?;
    let url = url.trim();
    let violation = Facts::sandbox_notify_url_violation(url).filter(|_| !url.is_empty());
    violation.map_or(Ok(url), |violation| Err(format!("the URL {violation}")))
}
