//! Responses of something else than WeChat Pay: a login page, or a proxy.

use std::error::Error as _;

use wechatpay_client::ErrorKind;

/// Something that is not WeChat Pay, as far as an error tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OnTheWay {
    /// An HTML page came back, with this status.
    Page(u16),
    Redirect,
}

impl OnTheWay {
    /// `None` if the error does not tell.
    pub(crate) fn of(kind: &ErrorKind) -> Option<Self> {
        match kind {
            ErrorKind::Verify(error) => of_response(error.status(), error.unverified_body()),
            ErrorKind::Api(error) if !error.is_authenticated() => {
                of_response(error.status(), error.body())
            }
            // A call that downloads platform certificates fails with the cause of the download.
            ErrorKind::Certificates(error) => {
                Self::of(error.source()?.downcast_ref::<ErrorKind>()?)
            }
            _ => None,
        }
    }

    /// The text that is clearer than that of the error.
    pub(crate) fn text(self) -> Option<String> {
        match self {
            Self::Page(status) => Some(format!(
                "an HTML page came back, not a response of WeChat Pay (status {status})"
            )),
            _ => None,
        }
    }

    pub(crate) const fn step(self) -> &'static str {
        match self {
            Self::Page(_) => {
                "check the base URL (--base-url), and the proxy or login page on the way"
            }
            Self::Redirect => {
                "something on the way redirects the request: check the base URL (--base-url), and the proxy or login page"
            }
        }
    }
}

/// A gateway of WeChat Pay itself may respond to a fault of its own with a page of 5xx.
fn of_response(status: u16, body: &[u8]) -> Option<OnTheWay> {
    match status {
        300..=399 => Some(OnTheWay::Redirect),
        500.. => None,
        _ => is_page(body).then_some(OnTheWay::Page(status)),
    }
}

fn is_page(body: &[u8]) -> bool {
    let text = String::from_utf8_lossy(body.get(..body.len().min(1024)).unwrap_or_default());
    let text = text
        .trim_start_matches('\u{feff}')
        .trim_start()
        .to_ascii_lowercase();
    text.starts_with("<!doctype html") || text.starts_with('<') && text.contains("<html")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_told_from_a_response() {
        for (status, body, found) in [
            (200, &b"<html>"[..], Some(OnTheWay::Page(200))),
            (
                401,
                b"\xEF\xBB\xBF\r\n<!DOCTYPE HTML PUBLIC>",
                Some(OnTheWay::Page(401)),
            ),
            (
                200,
                b"<!-- login --><html lang=zh>",
                Some(OnTheWay::Page(200)),
            ),
            (200, b"<xml></xml>", None),
            (200, b"{\"a\": \"<html>\"}", None),
            (200, b"", None),
            (502, b"<html>", None),
            (302, b"<html>", Some(OnTheWay::Redirect)),
        ] {
            assert_eq!(of_response(status, body), found, "{status} {body:?}");
        }
    }
}
