//! Forms: `application/x-www-form-urlencoded`, as browsers send them.

use percent_encoding::percent_decode_str;
use wechatpay_client::gateway::ReceivedRequest;

/// The fields of a form, in order, without those that are empty.
pub(super) fn fields(request: &ReceivedRequest) -> Vec<(String, String)> {
    let body = String::from_utf8_lossy(request.body());
    let pairs = body.split('&').filter_map(|pair| pair.split_once('='));
    let pairs = pairs.map(|(name, value)| (decoded(name), decoded(value)));
    pairs.filter(|(_, value)| !value.is_empty()).collect()
}

fn decoded(text: &str) -> String {
    let text = text.replace('+', " ");
    percent_decode_str(&text)
        .decode_utf8_lossy()
        .trim()
        .to_owned()
}
