//! Addresses for notifications (回调通知).

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use http::Uri;

use super::NotifyUrlProblem;

/// Names of hosts that no resolver of the internet knows, with all names below them.
const INNER_NAMES: [&str; 8] = [
    "corp",
    "home",
    "home.arpa",
    "internal",
    "intranet",
    "lan",
    "local",
    "localhost",
];

/// The first problem of an address, if there is one.
pub(super) fn problem(url: &str) -> Option<NotifyUrlProblem> {
    if url.contains(|letter: char| letter.is_whitespace() || letter.is_control()) {
        return Some(NotifyUrlProblem::Blank);
    }
    // `Uri` drops the fragment.
    let (before_fragment, has_fragment) = match url.split_once('#') {
        Some((before, _)) => (before, true),
        None => (url, false),
    };
    let Some((uri, authority)) = parse(before_fragment) else {
        return Some(NotifyUrlProblem::NotUrl);
    };
    if uri.scheme_str() != Some("https") {
        return Some(NotifyUrlProblem::NotHttps);
    }
    if authority.contains('@') {
        return Some(NotifyUrlProblem::User);
    }
    if uri.query().is_some() {
        return Some(NotifyUrlProblem::Query);
    }
    if has_fragment {
        return Some(NotifyUrlProblem::Fragment);
    }
    let host = uri.host().unwrap_or_default();
    if host.len() != authority.len() && !matches!(uri.port_u16(), Some(1..)) {
        return Some(NotifyUrlProblem::Port);
    }
    is_inner(host).then_some(NotifyUrlProblem::InnerHost)
}

/// A URL with its authority.
fn parse(url: &str) -> Option<(Uri, String)> {
    let uri: Uri = url.parse().ok()?;
    uri.scheme()?;
    let authority = uri.authority()?.as_str().to_owned();
    Some((uri, authority))
}

fn is_inner(host: &str) -> bool {
    if let Some(address) = host
        .strip_prefix('[')
        .and_then(|host| host.strip_suffix(']'))
    {
        return address.parse().map_or(true, is_inner_v6);
    }
    let name = host.strip_suffix('.').unwrap_or(host).to_ascii_lowercase();
    if let Ok(address) = name.parse() {
        return is_inner_v4(address);
    }
    let Some((_, last)) = name.rsplit_once('.') else {
        return true;
    };
    // `127.1` and `0x7f.0.0.1` are addresses to some resolvers, and never names of the internet.
    let is_number = last.starts_with(|letter: char| letter.is_ascii_digit()) || last.is_empty();
    let is_below = |inner: &str| {
        let above = name.strip_suffix(inner);
        above.is_some_and(|above| above.is_empty() || above.ends_with('.'))
    };
    is_number || INNER_NAMES.into_iter().any(is_below)
}

fn is_inner_v4(address: Ipv4Addr) -> bool {
    let [first, second, ..] = address.octets();
    let is_shared = first == 100 && (64..128).contains(&second);
    let is_benchmark = first == 198 && matches!(second, 18 | 19);
    address.is_loopback()
        || address.is_private()
        || address.is_link_local()
        || address.is_documentation()
        || is_shared
        || is_benchmark
        // 0.0.0.0/8, multicast, and what is reserved up to the broadcast address.
        || first == 0
        || first >= 224
}

fn is_inner_v6(address: Ipv6Addr) -> bool {
    if let IpAddr::V4(address) = address.to_canonical() {
        return is_inner_v4(address);
    }
    // Global addresses are in 2000::/3, of which 2001:db8::/32 is for documentation.
    let [first, second, ..] = address.segments();
    first & 0xe000 != 0x2000 || (first, second) == (0x2001, 0x0db8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_the_internet_reaches_is_accepted() {
        for url in [
            "https://merchant.example/notify",
            "https://pay.merchant.example",
            "HTTPS://Merchant.Example/Notify",
            "https://merchant.example:8443/notify",
            "https://merchant.example./notify",
            "https://xn--fiqs8s.example/%E9%80%9A%E7%9F%A5",
            "https://8.8.8.8/notify",
            "https://[2606:4700::1111]/notify",
            "https://localhost.example/notify",
            "https://mylocal.example/notify",
            "https://172.32.0.1/",
            "https://100.128.0.1/",
        ] {
            assert_eq!(problem(url), None, "{url}");
        }
    }

    #[test]
    fn each_problem_is_named() {
        use NotifyUrlProblem::*;
        for (url, found) in [
            ("", NotUrl),
            ("/notify", NotUrl),
            ("merchant.example/notify", NotUrl),
            ("https://", NotUrl),
            ("https://商户.example/", NotUrl),
            (" https://merchant.example/notify", Blank),
            ("https://merchant.example/not ify", Blank),
            ("https://merchant.example/notify\n", Blank),
            ("https://merchant.example/notify\u{3000}", Blank),
            ("http://merchant.example/notify", NotHttps),
            ("ftp://merchant.example/notify", NotHttps),
            ("https://user:password@merchant.example/", User),
            ("https://user@merchant.example/", User),
            ("https://merchant.example/notify?shop=1", Query),
            ("https://merchant.example/notify?", Query),
            ("https://merchant.example/notify#top", Fragment),
            ("https://merchant.example/notify#", Fragment),
            ("https://merchant.example:0/", Port),
            ("https://merchant.example:65536/", Port),
            ("https://merchant.example:/", Port),
        ] {
            assert_eq!(problem(url), Some(found), "{url}");
        }
    }

    #[test]
    fn an_inner_host_is_refused() {
        for host in [
            "localhost",
            "LOCALHOST",
            "localhost.",
            "api.localhost",
            "intranet",
            "merchant",
            "printer.local",
            "gateway.internal",
            "router.lan",
            "nas.home.arpa",
            "127.0.0.1",
            "127.1",
            "2130706433",
            "0x7f.0.0.1",
            "0177.0.0.1",
            "0.0.0.0",
            "10.1.2.3",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.1.1",
            "192.168.1.1.",
            "169.254.169.254",
            "100.64.0.1",
            "198.18.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "192.0.2.1",
            "[::]",
            "[::1]",
            "[fc00::1]",
            "[fd12:3456::1]",
            "[fe80::1]",
            "[ff02::1]",
            "[::ffff:10.0.0.1]",
            "[2001:db8::1]",
        ] {
            let url = format!("https://{host}/notify");
            assert_eq!(problem(&url), Some(NotifyUrlProblem::InnerHost), "{url}");
        }
    }
}
