//! The addresses of notifications (回调通知) that a check accepts.

use serde_json::Value;
use wechatpay_client::validation::{Check, NotifyUrlProblem, ViolationKind};

/// The length that WeChat Pay accepts.
const LENGTH: Check<'_> = Check::MaxLength(255);

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum NotifyUrls {
    Any,
    /// Also `http`, and also hosts that the internet does not reach, such as this machine.
    Local,
    /// Only addresses that WeChat Pay can send notifications to.
    Public,
}

impl NotifyUrls {
    pub(super) fn violation_of(self, value: &Value) -> Option<ViolationKind> {
        let kind = match self {
            Self::Any => return None,
            Self::Local | Self::Public => LENGTH
                .violation_of(value)
                .or_else(|| Check::NotifyUrl.violation_of(value))?,
        };
        let ViolationKind::NotifyUrl(mut problems) = kind else {
            return Some(kind);
        };
        let is_http = value.as_str().is_some_and(is_http);
        problems.retain(|problem| match problem {
            NotifyUrlProblem::InnerHost => self != Self::Local,
            NotifyUrlProblem::NotHttps => self != Self::Local || !is_http,
            _ => true,
        });
        (!problems.is_empty()).then_some(ViolationKind::NotifyUrl(problems))
    }
}

/// Tests for `http`, also after blanks, which are a problem of their own.
fn is_http(url: &str) -> bool {
    let scheme = url.split_once(':').map(|(scheme, _)| scheme);
    scheme.is_some_and(|scheme| scheme.trim_start().eq_ignore_ascii_case("http"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_of_this_machine_is_local_and_not_public() {
        for url in [
            "http://127.0.0.1:3000/notify",
            "HTTP://localhost/notify",
            "https://[::1]:8443/notify",
            "http://merchant.example/notify",
        ] {
            assert_eq!(NotifyUrls::Local.violation_of(&url.into()), None, "{url}");
            let refused = NotifyUrls::Public.violation_of(&url.into());
            assert!(refused.is_some(), "{url}");
        }
    }

    #[test]
    fn an_address_has_255_characters_at_most() {
        let url = |length: usize| format!("https://merchant.example/{:x<1$}", "", length - 25);
        for urls in [NotifyUrls::Local, NotifyUrls::Public] {
            assert_eq!(urls.violation_of(&url(255).into()), None);
            let refused = urls.violation_of(&url(256).into());
            assert_eq!(
                refused,
                Some(ViolationKind::TooLong {
                    characters: 256,
                    most: 255
                })
            );
        }
        assert_eq!(NotifyUrls::Any.violation_of(&url(256).into()), None);
    }

    #[test]
    fn a_text_that_is_no_usable_url_is_not_local() {
        use NotifyUrlProblem::*;
        for (url, problems) in [
            ("notify", &[NotUrl][..]),
            ("/notify", &[NotUrl]),
            ("", &[NotUrl]),
            ("ftp://127.0.0.1/notify", &[NotHttps]),
            ("http://127.0.0.1/notify?a=b", &[Query]),
            ("http://127.0.0.1/notify#top", &[Fragment]),
            (" http://127.0.0.1/notify", &[Blank]),
            ("http://127.0.0.1:0/notify", &[Port]),
            ("http://li:secret@127.0.0.1/notify", &[User]),
            ("http://a_b/通知", &[Host, Path]),
        ] {
            let refused = NotifyUrls::Local.violation_of(&url.into());
            let expected = ViolationKind::NotifyUrl(problems.to_vec());
            assert_eq!(refused, Some(expected), "{url}");
            assert_eq!(NotifyUrls::Any.violation_of(&url.into()), None, "{url}");
        }
    }
}
