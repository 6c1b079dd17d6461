//! Where requests go: a scheme and a host, nothing else.

use std::net::IpAddr;

use hyper::{Uri, header::HeaderValue, http::uri::Scheme};

/// `https://host[:port]`, or `http://` to the loopback interface.
#[derive(Clone, Debug)]
pub(crate) struct BaseUrl {
    uri: Uri,
    host: HeaderValue,
}

impl BaseUrl {
    /// Fails with what is wrong, in words that quote nothing of `url`.
    pub(crate) fn parse(url: &str) -> Result<Self, &'static str> {
        let uri: Uri = url.parse().map_err(|_| "not a URL")?;
        let authority = uri
            .authority()
            .ok_or("write it with scheme and host: `https://…`")?;
        if authority.as_str().contains('@') {
            return Err("user and password do not belong here");
        }
        if authority.as_str() != authority.host() && authority.port_u16().is_none() {
            return Err("not a port");
        }
        if uri.path() != "/" || uri.query().is_some() || url.contains('#') {
            return Err("write scheme and host alone: the path is the operation's");
        }
        match uri.scheme() {
            Some(scheme) if *scheme == Scheme::HTTPS => {}
            Some(scheme) if *scheme == Scheme::HTTP && is_loopback(authority.host()) => {}
            Some(scheme) if *scheme == Scheme::HTTP => {
                return Err("`http` is for the loopback interface alone");
            }
            _ => return Err("the scheme is `https`"),
        }
        let host = match (uri.scheme_str(), uri.port_u16()) {
            (Some("https"), Some(443)) | (Some("http"), Some(80)) => authority.host(),
            _ => authority.as_str(),
        };
        let host = HeaderValue::from_str(host).map_err(|_| "not a host")?;
        Ok(Self { uri, host })
    }

    pub(crate) fn uri(&self) -> &Uri {
        &self.uri
    }

    /// The `Host` header: the port only where it is not the scheme's own.
    pub(crate) fn host(&self) -> &HeaderValue {
        &self.host
    }
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
    fn https_goes_anywhere() {
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
    fn http_goes_to_loopback_alone() {
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
            let problem = "`http` is for the loopback interface alone";
            assert_eq!(BaseUrl::parse(url).unwrap_err(), problem, "{url}");
        }
    }

    #[test]
    fn anything_else_is_refused() {
        for url in [
            "",
            "api.mch.weixin.qq.com",
            "/v3",
            "ftp://127.0.0.1",
            "https://",
            "https:///v3",
            "https://user:password@api.mch.weixin.qq.com",
            "https://api.mch.weixin.qq.com/v3",
            "https://api.mch.weixin.qq.com?x=1",
            "https://api.mch.weixin.qq.com#x",
            "https://a b",
            "https://api.mch.weixin.qq.com:99999",
        ] {
            assert!(BaseUrl::parse(url).is_err(), "{url}");
        }
    }
}
