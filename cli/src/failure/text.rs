//! The text of an error of the library.

use std::error::Error as _;

use serde::de::IgnoredAny;
use wechatpay_client::{ErrorKind, error::DecodeError};

use super::with_sources;
use crate::on_the_way::OnTheWay;

/// The text of an error; of a response that is not WeChat Pay's, a clearer one.
pub(super) fn text(error: &wechatpay_client::Error) -> String {
    let page = OnTheWay::of(error.kind()).and_then(OnTheWay::text);
    page.unwrap_or_else(|| match error.kind() {
        ErrorKind::Decode(cause) => without_json(cause, with_sources(error)),
        _ => with_sources(error),
    })
}

/// The text of a response that cannot be read, which says so if the body is no JSON at all.
fn without_json(error: &DecodeError, text: String) -> String {
    let is_json = serde_json::from_slice::<IgnoredAny>(error.body()).is_ok();
    match error.source().map(ToString::to_string) {
        Some(cause) if !is_json => {
            text.replacen(&cause, &format!("the body is no JSON: {cause}"), 1)
        }
        _ => text,
    }
}
