//! The host and the target of a download address. The client signs requests only for hosts of WeChat Pay and
//! for its own base URLs.

use http::Uri;

use crate::{
    base_url::{BaseUrl, WECHAT_PAY_HOSTS, is_encoded},
    request::{RequestError, RequestErrorKind, parse_target},
};

/// The hosts of WeChat Pay that serve files.
pub(crate) fn file_hosts() -> impl Iterator<Item = BaseUrl> {
    let hosts = WECHAT_PAY_HOSTS.iter();
    // Each host parses as a base URL.
    hosts.filter_map(|host| BaseUrl::parse(&format!("https://{host}")).ok())
}

/// The index in `hosts` of the host in an address, and the path and query to sign, byte for byte, without the
/// path prefix of the base URL.
pub(crate) fn target_of(
    download_url: &str,
    hosts: &[BaseUrl],
) -> Result<(usize, Uri), RequestError> {
    let invalid = |problem| RequestError::from(RequestErrorKind::DownloadUrl { problem });
    let (scheme, rest) = download_url
        .split_once("://")
        .ok_or_else(|| invalid("not a URL"))?;
    let (authority, target) = rest
        .find(['/', '?', '#'])
        .and_then(|end| rest.split_at_checked(end))
        .filter(|(_, target)| target.starts_with('/'))
        .ok_or_else(|| invalid("no path"))?;
    if target.contains('#') {
        return Err(invalid("a fragment is not allowed"));
    }
    let base = BaseUrl::parse(&format!("{scheme}://{authority}")).map_err(invalid)?;
    let mut matching = hosts
        .iter()
        .enumerate()
        .filter(|(_, host)| host.is_same_host(&base))
        .peekable();
    if matching.peek().is_none() {
        return Err(invalid("not a host of WeChat Pay"));
    }
    // The longest prefix leaves the shortest rest.
    let (host, target) = matching
        .filter_map(|(index, host)| Some((index, strip_path_prefix(host.prefix(), target)?)))
        .min_by_key(|(_, rest)| rest.len())
        .ok_or_else(|| invalid("the path does not begin with the path prefix of the base URL"))?;
    if hosts
        .get(host)
        .is_some_and(|host| host.may_escape_prefix(target.split('?').next().unwrap_or_default()))
    {
        return Err(invalid(
            "a dot segment is not allowed below the path prefix of the base URL",
        ));
    }
    if !is_encoded(target) {
        return Err(invalid("path and query are not URL-encoded"));
    }
    Ok((host, parse_target(target.to_owned())?))
}

/// The rest of `target` after `prefix`, if `target` begins with whole segments of `prefix`.
fn strip_path_prefix<'a>(prefix: &str, target: &'a str) -> Option<&'a str> {
    let rest = target.strip_prefix(prefix)?;
    rest.starts_with('/').then_some(rest)
}

#[cfg(test)]
mod tests {
    use std::iter;

    use super::*;

    fn target(url: &str) -> Result<(String, String), RequestError> {
        let own = BaseUrl::parse("https://127.0.0.1:8443").unwrap();
        let hosts: Vec<_> = iter::once(own).chain(file_hosts()).collect();
        target_of(url, &hosts).map(|(host, uri)| {
            let host = hosts[host].host().to_str().unwrap().to_owned();
            (host, uri.to_string())
        })
    }

    #[test]
    fn an_address_may_name_hosts_of_wechat_pay_and_base_urls() {
        for host in WECHAT_PAY_HOSTS.iter().chain(&["127.0.0.1:8443"]) {
            let url = format!("https://{host}/v3/billdownload/file?token=x");
            let expected = (
                (*host).to_owned(),
                "/v3/billdownload/file?token=x".to_owned(),
            );
            assert_eq!(target(&url), Ok(expected));
        }
        // Addresses in the official documentation.
        for (url, host) in [
            (
                "https://pay.wechatpay.cn/invoicing/fapiao/fapiao-file",
                "pay.wechatpay.cn",
            ),
            (
                "https://download-service.wechatpay.cn/mkt/storage/bill/download?bill_params=ABAn6j_8U",
                "download-service.wechatpay.cn",
            ),
        ] {
            assert_eq!(target(url).unwrap().0, host);
        }
        // The default port may be written or not.
        let (host, _) = target("https://api.mch.weixin.qq.com:443/v3").unwrap();
        assert_eq!(host, "api.mch.weixin.qq.com");
        // Host names are case-insensitive.
        let (host, uri) = target("HTTPS://API.mch.Weixin.QQ.com/v3/File").unwrap();
        assert_eq!((&*host, &*uri), ("api.mch.weixin.qq.com", "/v3/File"));
        let own = BaseUrl::parse("https://GW.example.com/wxpay").unwrap();
        assert!(target_of("https://gw.example.com/wxpay/v3", &[own]).is_ok());
        let own = BaseUrl::parse("http://127.0.0.1:8080").unwrap();
        assert!(target_of("http://127.0.0.1:8080/v3", &[own]).is_ok());
    }

    #[test]
    fn the_base_url_with_the_longest_prefix_is_used() {
        let base = |url| BaseUrl::parse(url).unwrap();
        for (first, second, expected) in [
            ("https://gw.example.com", "https://gw.example.com/wxpay", 1),
            ("https://gw.example.com/wxpay", "https://gw.example.com", 0),
        ] {
            let hosts = [base(first), base(second)];
            let (host, uri) = target_of("https://gw.example.com/wxpay/v3/file", &hosts).unwrap();
            assert_eq!((host, &*uri.to_string()), (expected, "/v3/file"));
        }
    }

    #[test]
    fn the_path_prefix_of_the_base_url_is_not_signed() {
        let own = BaseUrl::parse("https://gw.example.com/wxpay").unwrap();
        let hosts: Vec<_> = iter::once(own).chain(file_hosts()).collect();
        let target = |url: &str| target_of(url, &hosts).map(|(host, uri)| (host, uri.to_string()));
        let own = target("https://gw.example.com/wxpay/v3/file?token=%2F");
        assert_eq!(own, Ok((0, "/v3/file?token=%2F".to_owned())));
        let (_, given) = target("https://api.mch.weixin.qq.com/wxpay/v3").unwrap();
        assert_eq!(given, "/wxpay/v3");
        let problem = "the path does not begin with the path prefix of the base URL";
        for other in [
            "/v3/file",
            "/wxpay2/v3",
            "/wxpay",
            "/wxpay?/v3",
            "/WXPAY/v3",
        ] {
            let url = format!("https://gw.example.com{other}");
            assert_eq!(
                target(&url),
                Err(RequestErrorKind::DownloadUrl { problem }.into()),
                "{url}"
            );
        }
    }

    #[test]
    fn no_address_escapes_a_path_prefix() {
        let own = BaseUrl::parse("https://gw.example.com/wxpay").unwrap();
        let target = |path: &str| {
            let url = format!("https://gw.example.com{path}");
            target_of(&url, std::slice::from_ref(&own)).map(|(_, uri)| uri.to_string())
        };
        let problem = "a dot segment is not allowed below the path prefix of the base URL";
        for path in [
            "/wxpay/../v3/a",
            "/wxpay/%2e%2e/v3/a",
            "/wxpay/v3/%2E./../a",
            "/wxpay/v3/a/..?token=x",
            "/wxpay/..%2fv3",
            "/wxpay/v3%2F..%2f..",
            "/wxpay/%2e%2e%5Cv3",
            "/wxpay/..;x/v3",
            "/wxpay/..%3Bx/v3",
            "/wxpay/./v3",
        ] {
            let refused = Err(RequestErrorKind::DownloadUrl { problem }.into());
            assert_eq!(target(path), refused, "{path}");
        }
        for path in ["/v3/a..b/...", "/v3?x=../a/../b", "/v3/%2e%2ea"] {
            assert_eq!(target(&format!("/wxpay{path}")), Ok(path.to_owned()));
        }
    }

    #[test]
    fn path_and_query_are_unchanged() {
        for given in [
            "/",
            "/?",
            "/v3/billdownload/file?token=a%2Bb+c%2fd/e==&tartype=gzip",
            "/v3//x/../y?a=b?c&&d=%E4%B8%AD",
            "//api.example.com/?url=https://example.com:1/@",
        ] {
            let url = format!("https://api.mch.weixin.qq.com{given}");
            assert_eq!(target(&url).unwrap().1, given);
        }
    }

    #[test]
    fn other_hosts_are_refused() {
        let foreign = "not a host of WeChat Pay";
        let password = "must not have a user or password";
        let clear = "`http` is allowed for the loopback interface only: use `https`";
        for (url, problem) in [
            ("https://api.mch.weixin.qq.com.evil/v3", foreign),
            ("https://evil.api.mch.weixin.qq.com/v3", foreign),
            ("https://mch.weixin.qq.com/v3", foreign),
            ("https://api.mch.weixin.qq.com.:443/v3", foreign),
            ("https://api.mch.weixin.qq.com:8443/v3", foreign),
            ("https://127.0.0.1/v3", foreign),
            ("https://127.0.0.1:8444/v3", foreign),
            ("http://127.0.0.1:8443/v3", foreign),
            ("https://localhost:8443/v3", foreign),
            ("https://api.mch.weixin.qq.com@evil/v3", password),
            ("https://evil@api.mch.weixin.qq.com/v3", password),
            ("https://api.mch.weixin.qq.com:443@evil/v3", password),
            ("http://api.mch.weixin.qq.com/v3", clear),
            (
                "ftp://api.mch.weixin.qq.com/v3",
                "the scheme must be `https`, or `http` for this machine",
            ),
            ("https:///v3", "not a URL"),
            ("https://api.mch.weixin.qq.com\\.evil/v3", "not a URL"),
            ("https://api.mch.weixin.qq.com", "no path"),
            ("https://api.mch.weixin.qq.com?token=/", "no path"),
            ("https://api.mch.weixin.qq.com#/v3", "no path"),
            ("//api.mch.weixin.qq.com/v3", "not a URL"),
            ("", "not a URL"),
            (
                "https://api.mch.weixin.qq.com/v3#x",
                "a fragment is not allowed",
            ),
            (
                "https://api.mch.weixin.qq.com/v3?a b",
                "path and query are not URL-encoded",
            ),
        ] {
            assert_eq!(
                target(url),
                Err(RequestErrorKind::DownloadUrl { problem }.into()),
                "{url}"
            );
        }
        for unencoded in [
            "账单", "?账单", "<", "?<", "`", "?`", "\"", "?\"", "{}", "?{}", "|", "\\", "[1]", "^",
            "%zz", "?%zz", "%", "%2", "?a=%e", "\u{7f}", "\t",
        ] {
            let url = format!("https://api.mch.weixin.qq.com/{unencoded}");
            let problem = "path and query are not URL-encoded";
            assert_eq!(
                target(&url),
                Err(RequestErrorKind::DownloadUrl { problem }.into()),
                "{url}"
            );
        }
        let long = format!("https://api.mch.weixin.qq.com/{}", "x".repeat(1 << 16));
        assert_eq!(target(&long), Err(RequestErrorKind::TargetTooLong.into()));
    }
}
