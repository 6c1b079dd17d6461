//! Addresses for notifications (回调通知).

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use super::NotifyUrlProblem;

/// Names that the public DNS does not have, each with all names below. They are the special-use names (RFC 6761), those
/// that RFC 6762 and ICANN leave to inner networks, and what resolvers, routers and clusters call themselves. Without
/// `example`, so that documentation has a name.
const INNER_NAMES: [&str; 29] = [
    "alt",
    "arpa",
    "cluster",
    "consul",
    "corp",
    "dhcp",
    "domain",
    "home",
    "i2p",
    "internal",
    "intra",
    "intranet",
    "invalid",
    "ip6-localhost",
    "lan",
    "local",
    "localdomain",
    "localdomain4",
    "localdomain6",
    "localhost",
    "localhost4",
    "localhost6",
    "localnet",
    "mail",
    "onion",
    "private",
    "svc",
    "test",
    "workgroup",
];

/// All problems of an address.
pub(super) fn problems(url: &str) -> Vec<NotifyUrlProblem> {
    let seen: String = url.chars().filter(|letter| !is_unseen(*letter)).collect();
    let blank = (seen.len() < url.len()).then_some(NotifyUrlProblem::Blank);
    blank.into_iter().chain(problems_of_seen(&seen)).collect()
}

/// The problems of an address without unseen characters.
fn problems_of_seen(url: &str) -> Vec<NotifyUrlProblem> {
    let Some((scheme, rest)) = url.split_once("://").filter(|(name, _)| is_scheme(name)) else {
        return vec![NotifyUrlProblem::NotUrl];
    };
    let (before_fragment, fragment) = split_before(rest, &['#']);
    let (before_query, query) = split_before(before_fragment, &['?']);
    let (authority, path) = split_before(before_query, &['/']);
    if authority.is_empty() {
        return vec![NotifyUrlProblem::NotUrl];
    }
    let server = authority.rsplit('@').next().unwrap_or_default();
    let is_https = scheme.eq_ignore_ascii_case("https");
    let problems = [
        (!is_https, NotifyUrlProblem::NotHttps),
        (authority.contains('@'), NotifyUrlProblem::User),
        (!query.is_empty(), NotifyUrlProblem::Query),
        (!fragment.is_empty(), NotifyUrlProblem::Fragment),
    ];
    let found = problems.into_iter().filter(|(is_found, _)| *is_found);
    let path = (!is_path(path)).then_some(NotifyUrlProblem::Path);
    found
        .map(|(_, problem)| problem)
        .chain(problems_of_server(server))
        .chain(path)
        .collect()
}

/// Tests if a reader does not see a character: blanks, control characters, and the marks of Unicode for joining, breaking
/// and direction.
fn is_unseen(letter: char) -> bool {
    letter.is_whitespace()
        || letter.is_control()
        || matches!(
            letter,
            '\u{ad}'
                | '\u{34f}'
                | '\u{61c}'
                | '\u{115f}'
                | '\u{1160}'
                | '\u{17b4}'
                | '\u{17b5}'
                | '\u{180b}'..='\u{180f}'
                | '\u{200b}'..='\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{2800}'
                | '\u{3164}'
                | '\u{fe00}'..='\u{fe0f}'
                | '\u{feff}'
                | '\u{ffa0}'
                | '\u{fff0}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e0fff}'
        )
}

fn is_scheme(name: &str) -> bool {
    name.starts_with(|letter: char| letter.is_ascii_alphabetic())
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
}

/// The text before the first of some characters, and the rest with that character.
fn split_before<'a>(text: &'a str, ends: &[char]) -> (&'a str, &'a str) {
    text.split_at(text.find(ends).unwrap_or(text.len()))
}

/// The problems of a host with its port.
fn problems_of_server(server: &str) -> Vec<NotifyUrlProblem> {
    let end_of_host = match server.find(']') {
        Some(end) if server.starts_with('[') => end + 1,
        _ => server.find(':').unwrap_or(server.len()),
    };
    let (host, port) = server.split_at(end_of_host);
    let host_problem = problem_of_host(host);
    if host_problem == Some(NotifyUrlProblem::Host) {
        // The text after an invalid host may be part of it.
        return vec![NotifyUrlProblem::Host];
    }
    let is_wrong = !port.is_empty() && !port.strip_prefix(':').is_some_and(is_port);
    let port_problem = is_wrong.then_some(NotifyUrlProblem::Port);
    port_problem.into_iter().chain(host_problem).collect()
}

fn is_port(port: &str) -> bool {
    // `parse` takes a plus sign.
    port.bytes().all(|byte| byte.is_ascii_digit()) && matches!(port.parse::<u16>(), Ok(1..))
}

fn problem_of_host(host: &str) -> Option<NotifyUrlProblem> {
    let bracketed = host
        .strip_prefix('[')
        .and_then(|host| host.strip_suffix(']'));
    let is_inner = match bracketed {
        Some(address) => address.parse().ok().map(is_inner_v6),
        None => is_inner_name(host.strip_suffix('.').unwrap_or(host)),
    };
    match is_inner {
        None => Some(NotifyUrlProblem::Host),
        Some(is_inner) => is_inner.then_some(NotifyUrlProblem::InnerHost),
    }
}

/// Tests if a name or an IPv4 address is not on the internet. `None` if the text is neither.
fn is_inner_name(name: &str) -> Option<bool> {
    if let Ok(address) = name.parse() {
        return Some(is_inner_v4(address));
    }
    if name.len() > 253 || !name.split('.').all(is_label) {
        return None;
    }
    let Some((_, last)) = name.rsplit_once('.') else {
        return Some(true);
    };
    // `127.1` and `0x7f.0.0.1` are addresses to some resolvers, and never names of the internet.
    let is_number = last.starts_with(|letter: char| letter.is_ascii_digit());
    Some(
        is_number
            || INNER_NAMES
                .into_iter()
                .any(|inner| last.eq_ignore_ascii_case(inner)),
    )
}

fn is_label(label: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    (1..=63).contains(&label.len())
        && label.bytes().all(is_letter)
        && !label.starts_with('-')
        && !label.ends_with('-')
}

fn is_inner_v4(address: Ipv4Addr) -> bool {
    let [first, second, third, _] = address.octets();
    let is_shared = first == 100 && (64..128).contains(&second);
    let is_benchmark = first == 198 && matches!(second, 18 | 19);
    // 192.0.0.0/24 is for protocols, and 192.88.99.0/24 was for relays of 6to4.
    let is_of_protocols = matches!([first, second, third], [192, 0, 0] | [192, 88, 99]);
    address.is_loopback()
        || address.is_private()
        || address.is_link_local()
        || address.is_documentation()
        || is_shared
        || is_benchmark
        || is_of_protocols
        // 0.0.0.0/8, multicast, and what is reserved up to the broadcast address.
        || first == 0
        || first >= 224
}

fn is_inner_v6(address: Ipv6Addr) -> bool {
    if let IpAddr::V4(address) = address.to_canonical() {
        return is_inner_v4(address);
    }
    let [first, second, ..] = address.segments();
    match first {
        // 2001::/23 is for protocols, such as Teredo; 2001:db8::/32 is for documentation.
        0x2001 => second < 0x200 || second == 0x0db8,
        // 6to4, in which an inner IPv4 address may hide.
        0x2002 => true,
        // 3fff::/20 is for documentation.
        0x3fff => second < 0x1000,
        // Global addresses are in 2000::/3.
        _ => first & 0xe000 != 0x2000,
    }
}

/// Tests if a path is empty or absolute, of characters that a URL allows there (RFC 3986, section 3.3).
fn is_path(path: &str) -> bool {
    let mut bytes = path.bytes();
    while let Some(byte) = bytes.next() {
        let is_valid = match byte {
            b'%' => {
                let mut is_digit = || bytes.next().is_some_and(|byte| byte.is_ascii_hexdigit());
                is_digit() && is_digit()
            }
            _ => byte.is_ascii_alphanumeric() || b"/-._~!$&'()*+,;=:@".contains(&byte),
        };
        if !is_valid {
            return false;
        }
    }
    true
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
            "https://192.0.1.1/",
            "https://192.88.98.1/",
            "https://[2001:200::1]/",
            "https://[2003::1]/",
            "https://[3fff:1000::1]/",
            "https://[2606:4700::1111]:8443/notify",
            "https://merchant.example:65535/",
            "https://3.a-b--c.example/",
            "https://test.example/",
            "https://svc.cluster.example/",
            "https://merchant.example/a/b.c_d~e-f!$&'()*+,;=:@//%e9%2F",
        ] {
            assert_eq!(problems(url), [], "{url}");
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
            ("https:///notify", NotUrl),
            ("https:/merchant.example", NotUrl),
            ("merchant.example/?to=https://merchant.example", NotUrl),
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
            ("https://merchant.example:+443/", Port),
            ("https://merchant.example:4a3/", Port),
            ("https://merchant.example:443:443/", Port),
            ("https://[2606:4700::1111]443/", Port),
        ] {
            assert_eq!(problems(url), [found], "{url}");
        }
    }

    #[test]
    fn all_problems_are_found_at_once() {
        use NotifyUrlProblem::*;
        for (url, found) in [
            ("http://127.0.0.1/x?y", &[NotHttps, Query, InnerHost][..]),
            ("https://127.0.0.1/a b?x=1", &[Blank, Query, InnerHost]),
            ("https://10.0.0.1:0/", &[Port, InnerHost]),
            (
                "https://user@[::1]:0/通知#top",
                &[User, Fragment, Port, InnerHost, Path],
            ),
            ("ftp://a_b:0/?", &[NotHttps, Query, Host]),
            (" ", &[Blank, NotUrl]),
            ("http://user:password@/", &[NotHttps, User, Host]),
        ] {
            assert_eq!(problems(url), found, "{url}");
        }
    }

    #[test]
    fn an_invisible_character_is_a_blank() {
        for letter in [
            '\u{ad}',
            '\u{200b}',
            '\u{200d}',
            '\u{202e}',
            '\u{2060}',
            '\u{2800}',
            '\u{3164}',
            '\u{fe0f}',
            '\u{feff}',
            '\u{e0020}',
            '\u{7f}',
            '\u{85}',
        ] {
            for url in [
                format!("{letter}https://merchant.example/notify"),
                format!("https://mer{letter}chant.example/notify"),
                format!("https://merchant.example/not{letter}ify"),
            ] {
                assert_eq!(
                    problems(&url),
                    [NotifyUrlProblem::Blank],
                    "{}",
                    url.escape_unicode()
                );
            }
        }
    }

    #[test]
    fn a_host_is_a_name_or_an_address() {
        let (label, long_label) = ("a".repeat(63), "a".repeat(64));
        let long_name = format!("{}example", format!("{label}.").repeat(4));
        for host in [
            "商户.example",
            "a..b",
            ".example",
            ".",
            "merchant.example..",
            "-a.example",
            "a-.example",
            "a_b.example",
            "*.example",
            "a,b.example",
            "a.example*",
            "a.example\\b",
            "a%2eb.example",
            "::1",
            ":443",
            "[::1",
            "[]",
            "[8.8.8.8]",
            "[fe80::1%25eth0]",
            &format!("{long_label}.example"),
            &long_name,
        ] {
            let url = format!("https://{host}/notify");
            assert_eq!(problems(&url), [NotifyUrlProblem::Host], "{url}");
        }
        let longest = &long_name[long_name.len() - 253..];
        for name in [longest, &format!("{longest}."), &format!("{label}.example")] {
            assert_eq!(problems(&format!("https://{name}/")), [], "{name}");
        }
    }

    #[test]
    fn a_path_is_percent_encoded() {
        for path in [
            "通知", "%zz", "%", "%4", "%é9", "{id}", "a\\b", "\"x\"", "<a>", "a|b", "[1]", "^", "`",
        ] {
            let url = format!("https://merchant.example/{path}");
            assert_eq!(problems(&url), [NotifyUrlProblem::Path], "{url}");
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
            "localhost.localdomain",
            "kubernetes.default.svc",
            "a.svc.cluster.local",
            "A.LocalNet.",
            "a.private",
            "a.test",
            "a.invalid",
            "a.onion",
            "a.b.123",
            "a.0x7f",
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
            "192.0.0.1",
            "192.88.99.1",
            "[::]",
            "[::1]",
            "[fc00::1]",
            "[fd12:3456::1]",
            "[fe80::1]",
            "[ff02::1]",
            "[::ffff:10.0.0.1]",
            "[2001:db8::1]",
            "[2002:7f00:1::]",
            "[2001:0:7f00:1::]",
            "[2001:1ff::1]",
            "[3fff:fff::1]",
            "[64:ff9b::a00:1]",
            "[::10.0.0.1]",
        ] {
            let url = format!("https://{host}/notify");
            assert_eq!(problems(&url), [NotifyUrlProblem::InnerHost], "{url}");
        }
    }
}
