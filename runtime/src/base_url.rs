//! Base URLs: scheme, host and the path prefix of a reverse proxy. Every attempt goes to one of the client's
//! base URLs.

use std::net::IpAddr;

use http::{Uri, header::HeaderValue, uri::Scheme};

/// The hosts of WeChat Pay: primary and backup, the newer pair, those for callers outside mainland China, and
/// those of invoices and of the bills of coupons.
pub(crate) const WECHAT_PAY_HOSTS: [&str; 9] = [
    "api.mch.weixin.qq.com",
    "api2.mch.weixin.qq.com",
    "api.wechatpay.cn",
    "api2.wechatpay.cn",
    "apihk.mch.weixin.qq.com",
    "apius.mch.weixin.qq.com",
    "apieu.mch.weixin.qq.com",
    "pay.wechatpay.cn",
    "download-service.wechatpay.cn",
];

/// `https://host[:port][/prefix]`, or `http://` to the loopback interface.
#[derive(Clone, Debug)]
pub(crate) struct BaseUrl {
    uri: Uri,
    host: HeaderValue,
    /// Length of the prefix in `uri`, without a slash at its end.
    prefix: usize,
}

/// The reason why a target cannot be sent below a path prefix.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum NotBelowPrefix {
    /// The path has a dot segment, which may lead outside the prefix.
    EscapesPrefix,
    TooLong,
}

impl BaseUrl {
    /// Parses a URL. The error says what is wrong and quotes no part of `url`, which may hold a password.
    pub(crate) fn parse(url: &str) -> Result<Self, &'static str> {
        let uri: Uri = url.parse().map_err(|_| "not a URL")?;
        let authority = uri
            .authority()
            .ok_or("has no scheme or host: write it as `https://…`")?;
        if authority.as_str().contains('@') {
            return Err("must not have a user or password");
        }
        if authority.as_str() != authority.host() && authority.port_u16().is_none() {
            return Err("the port is not valid");
        }
        if uri.query().is_some() || url.contains('#') {
            return Err("must not have a query or fragment");
        }
        let prefix = uri.path().trim_end_matches('/');
        let has_empty_segment = prefix.split('/').skip(1).any(str::is_empty);
        if has_empty_segment || has_dot_segment(prefix) || !is_encoded(prefix) {
            return Err(
                "the path prefix has an empty segment, a dot segment or a segment that is not URL-encoded",
            );
        }
        let prefix = prefix.len();
        if prefix > 0 && is_wechat_pay_host(authority.host()) {
            return Err(
                "a host of WeChat Pay has no path prefix: leave out `/v3`, which is part of each path",
            );
        }
        match uri.scheme() {
            Some(scheme) if *scheme == Scheme::HTTPS => {}
            Some(scheme) if *scheme == Scheme::HTTP && is_loopback(authority.host()) => {}
            Some(scheme) if *scheme == Scheme::HTTP => {
                return Err("`http` is allowed for the loopback interface only: use `https`");
            }
            _ => return Err("the scheme must be `https`, or `http` for this machine"),
        }
        let host = match (uri.scheme_str(), uri.port_u16()) {
            (Some("https"), Some(443)) | (Some("http"), Some(80)) => authority.host(),
            _ => authority.as_str(),
        };
        let host = HeaderValue::from_str(host).map_err(|_| "not a host")?;
        Ok(Self { uri, host, prefix })
    }

    pub(crate) fn uri(&self) -> &Uri {
        &self.uri
    }

    /// The path prefix, which is sent but not signed, because the reverse proxy removes it. Empty if there is
    /// none.
    pub(crate) fn prefix(&self) -> &str {
        self.uri.path().get(..self.prefix).unwrap_or_default()
    }

    /// The target to send: the signed `target` after the prefix.
    pub(crate) fn request_target(&self, target: &Uri) -> Result<Uri, NotBelowPrefix> {
        match self.prefix() {
            "" => Ok(target.clone()),
            _ if self.may_escape_prefix(target.path()) => Err(NotBelowPrefix::EscapesPrefix),
            prefix => {
                Uri::try_from(format!("{prefix}{target}")).map_err(|_| NotBelowPrefix::TooLong)
            }
        }
    }

    /// True if a reverse proxy may resolve the path to one outside the prefix.
    pub(crate) fn may_escape_prefix(&self, path: &str) -> bool {
        !self.prefix().is_empty() && has_dot_segment(path)
    }

    /// Compares scheme, name and port, ignoring the case of the name.
    pub(crate) fn is_same_host(&self, other: &Self) -> bool {
        let (host, other_host) = (self.host.as_bytes(), other.host.as_bytes());
        self.uri.scheme() == other.uri.scheme() && host.eq_ignore_ascii_case(other_host)
    }

    /// The `Host` header, with the port only if the port is not the default of the scheme.
    pub(crate) fn host(&self) -> &HeaderValue {
        &self.host
    }
}

/// True if a path, with or without a query, is URL-encoded (RFC 3986).
pub(crate) fn is_encoded(text: &str) -> bool {
    let mut bytes = text.bytes();
    let is_digit = |byte: Option<u8>| byte.is_some_and(|byte| byte.is_ascii_hexdigit());
    while let Some(byte) = bytes.next() {
        let is_allowed = match byte {
            b'%' => is_digit(bytes.next()) && is_digit(bytes.next()),
            _ => byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@/?".contains(&byte),
        };
        if !is_allowed {
            return false;
        }
    }
    true
}

/// True if a path has a segment that is `.` or `..`, or that a server may resolve like one: encoded, after an
/// encoded slash, or with parameters.
fn has_dot_segment(path: &str) -> bool {
    let decoded = path.to_ascii_lowercase().replace("%2e", ".");
    let decoded = decoded.replace("%2f", "/").replace("%5c", "/");
    let decoded = decoded.replace("%3b", ";");
    decoded
        .split('/')
        .filter_map(|segment| segment.split(';').next())
        .any(|segment| matches!(segment, "." | ".."))
}

fn is_wechat_pay_host(host: &str) -> bool {
    WECHAT_PAY_HOSTS
        .iter()
        .any(|known| known.eq_ignore_ascii_case(host))
}

fn is_loopback(host: &str) -> bool {
    let address = host.trim_start_matches('[').trim_end_matches(']');
    match address.parse::<IpAddr>() {
        Ok(address) => address.is_loopback(),
        Err(_) => host.eq_ignore_ascii_case("localhost"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn https_is_accepted_for_any_host() {
        for (url, host) in [
            ("https://api.mch.weixin.qq.com", "api.mch.weixin.qq.com"),
            ("https://api.mch.weixin.qq.com/", "api.mch.weixin.qq.com"),
            ("https://api.mch.weixin.qq.com:443", "api.mch.weixin.qq.com"),
            ("https://127.0.0.1:8443", "127.0.0.1:8443"),
            ("HTTPS://api2.wechatpay.cn", "api2.wechatpay.cn"),
        ] {
            assert_eq!(BaseUrl::parse(url).unwrap().host(), host, "{url}");
        }
    }

    #[test]
    fn http_is_accepted_for_the_loopback_interface_only() {
        for url in [
            "http://127.0.0.1:80",
            "http://127.8.9.10",
            "http://[::1]:3000",
            "http://localhost:9",
        ] {
            assert!(BaseUrl::parse(url).is_ok(), "{url}");
        }
        for url in [
            "http://api.mch.weixin.qq.com",
            "http://127.0.0.1.example.com",
            "http://localhost.example.com",
            "http://10.0.0.1",
            "http://[::2]",
            "http://127.1",
        ] {
            let problem = "`http` is allowed for the loopback interface only: use `https`";
            assert_eq!(BaseUrl::parse(url).unwrap_err(), problem, "{url}");
        }
    }

    #[test]
    fn other_urls_are_refused() {
        for url in [
            "",
            "api.mch.weixin.qq.com",
            "/v3",
            "ftp://127.0.0.1",
            "https://",
            "https:///v3",
            "https://user:password@api.mch.weixin.qq.com",
            "https://api.mch.weixin.qq.com?x=1",
            "https://gw.example.com/wxpay?x=1",
            "https://gw.example.com/wxpay#x",
            "https://gw.example.com//wxpay",
            "https://gw.example.com/a/../b",
            "https://gw.example.com/./b",
            "https://gw.example.com/%2e%2e",
            "https://gw.example.com/a/.%2E/b",
            "https://gw.example.com/a%2f..%2fb",
            "https://gw.example.com/a/..;x/b",
            "https://gw.example.com/a%zz",
            "https://gw.example.com/a%2",
            "https://gw.example.com/a%",
            "https://gw.example.com/a|b",
            "https://api.mch.weixin.qq.com#x",
            "https://a b",
            "https://api.mch.weixin.qq.com:99999",
        ] {
            assert!(BaseUrl::parse(url).is_err(), "{url}");
        }
    }

    #[test]
    fn a_path_prefix_is_put_before_the_target() {
        let target = Uri::from_static("/v3/certificates?a=b%2Fc");
        for (url, prefix) in [
            ("https://gw.example.com", ""),
            ("https://gw.example.com/", ""),
            ("https://gw.example.com/wxpay", "/wxpay"),
            ("https://gw.example.com:8443/wxpay/", "/wxpay"),
            ("https://gw.example.com/a/b%20c//", "/a/b%20c"),
        ] {
            let base = BaseUrl::parse(url).unwrap();
            assert_eq!(base.prefix(), prefix, "{url}");
            let sent = base.request_target(&target).unwrap();
            let expected = format!("{prefix}/v3/certificates?a=b%2Fc");
            assert_eq!(sent.to_string(), expected, "{url}");
        }
        let base = BaseUrl::parse("https://gw.example.com/wxpay").unwrap();
        for path in [
            "/v3/..%2F..%2Fadmin",
            "/v3/%2e%2e;x",
            "/v3/..%5C..",
            "/v3/%2E",
        ] {
            let target = Uri::from_static(path);
            assert_eq!(
                base.request_target(&target),
                Err(NotBelowPrefix::EscapesPrefix),
                "{path}"
            );
            let without = BaseUrl::parse("https://gw.example.com").unwrap();
            assert_eq!(without.request_target(&target), Ok(target));
        }
        let query = Uri::from_static("/v3/a..b?c=..%2F");
        assert!(base.request_target(&query).is_ok());
        let long: Uri = format!("/{}", "x".repeat(65_530)).parse().unwrap();
        assert_eq!(base.request_target(&long), Err(NotBelowPrefix::TooLong));
    }
}
