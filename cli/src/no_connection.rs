//! Calls without a connection: the cause, and the step to mend it.

use std::{env, error::Error, io};

use wechatpay_client::{
    ErrorKind,
    error::{TransportError, TransportErrorKind},
    http::Uri,
};

use crate::config::Profile;

/// The text of the library for every cause.
const NO_CONNECTION: &str =
    "cannot connect to WeChat Pay: check DNS, firewall, proxy and trusted root certificates";
const NO_PROXY: &str = "cannot connect through the proxy";
const TIMED_OUT: &str = "timed out while connecting";
/// The timeout of the whole call ended before there was a connection.
const NOTHING_SENT: &str = "timed out; nothing was sent";

/// The words of an error below the library's, and the cause that they tell.
const WORDS: [(&str, Cause); 8] = [
    ("dns error", Cause::Name),
    ("failed to lookup address", Cause::Name),
    ("certificate verify failed", Cause::Certificate),
    ("wrong version number", Cause::NoTls),
    ("packet length too long", Cause::NoTls),
    ("proxy authentication required (407)", Cause::Credentials),
    ("the proxy refused the CONNECT request", Cause::NoTunnel),
    ("the proxy does not speak HTTP", Cause::NoHttp),
];

/// The variables by which other programs get a proxy, which this command and its library do not read.
const PROXY_VARIABLES: [&str; 4] = ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"];

/// A call that got no connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NoConnection {
    /// The connection to the proxy failed, or the proxy refused.
    is_of_proxy: bool,
    cause: Cause,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cause {
    /// No program listens on the port, or a firewall refuses.
    Refused,
    /// The name of the host is not known.
    Name,
    /// No route leads to the host.
    Unreachable,
    /// The TLS certificate of the server is not trusted.
    Certificate,
    /// The port does not speak TLS.
    NoTls,
    /// The proxy demands another user or password.
    Credentials,
    /// The proxy does not let the request for a tunnel pass.
    NoTunnel,
    /// The port of the proxy does not speak HTTP.
    NoHttp,
    TimedOut,
    Other,
}

/// The server of a call, and the proxy before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Way {
    /// The host, with its port.
    host: String,
    /// WeChat Pay named the host in the address of a file, and no setting chooses the host.
    is_of_file: bool,
    /// The host of the proxy, with its port, without credentials.
    proxy: Option<String>,
    /// A variable that names a proxy and is not read, if no proxy is configured.
    unread_proxy: Option<&'static str>,
}

impl NoConnection {
    /// `None` for an error after the connection.
    pub(crate) fn of(kind: &ErrorKind) -> Option<Self> {
        match kind {
            ErrorKind::Transport(error) => Self::of_transport(error),
            // A call that downloads platform certificates fails with the cause of the download.
            ErrorKind::Certificates(error) => {
                Self::of(error.source()?.downcast_ref::<ErrorKind>()?)
            }
            _ => None,
        }
    }

    /// `None` for an error after the connection.
    pub(crate) fn of_transport(error: &TransportError) -> Option<Self> {
        let cause = match error.kind() {
            TransportErrorKind::Connect | TransportErrorKind::Proxy => cause(error),
            TransportErrorKind::ConnectTimeout => Cause::TimedOut,
            TransportErrorKind::Timeout if error.to_string().contains(NOTHING_SENT) => {
                Cause::TimedOut
            }
            _ => return None,
        };
        Some(Self {
            is_of_proxy: error.kind() == TransportErrorKind::Proxy,
            cause,
        })
    }

    /// The text of an error, with the cause and the place in the words of users.
    pub(crate) fn text(self, text: &str, way: &Way) -> String {
        let Way { host, .. } = way;
        let place = self.place(way);
        let problem = match (self.is_of_proxy, self.cause) {
            (true, Cause::Refused) => format!("no proxy listens at {place}"),
            (false, Cause::Refused) if is_local(host) => format!("no server listens at {place}"),
            (false, Cause::Refused) => format!("{place} refuses the connection"),
            (_, Cause::Name) => format!("DNS finds no address of {place}"),
            (_, Cause::Unreachable) => format!("no route leads to {place}"),
            (_, Cause::Certificate) => format!("the TLS certificate of {place} is not trusted"),
            (_, Cause::NoTls) => format!("{} does not speak TLS", way.to_host()),
            (_, Cause::TimedOut) => format!("{TIMED_OUT} to {}", way.to_host()),
            (true, _) => format!("{NO_PROXY} {place}"),
            (false, _) => format!("cannot connect to {}", way.to_host()),
        };
        let clauses = [NO_CONNECTION, NO_PROXY, TIMED_OUT, "timed out"];
        let clause = clauses.iter().find(|clause| text.contains(**clause));
        clause.map_or_else(
            || text.to_owned(),
            |clause| text.replacen(clause, &problem, 1),
        )
    }

    /// The steps to mend the cause.
    pub(crate) fn steps(self, way: &Way) -> Vec<String> {
        let variable = way
            .unread_proxy
            .filter(|_| self.cause != Cause::Certificate && !is_local(&way.host));
        let unread = variable
            .map(|variable| format!("{variable} is not read: give --proxy (WECHATPAY_PROXY)"));
        unread.into_iter().chain([self.step(way)]).collect()
    }

    fn step(self, way: &Way) -> String {
        let is_on_the_way = matches!(self.cause, Cause::TimedOut | Cause::NoTls | Cause::Other);
        match &way.proxy {
            Some(proxy) if self.is_of_proxy || is_on_the_way => {
                self.step_of_proxy(&way.host, proxy)
            }
            _ if way.is_of_file => self.step_of_file_server(&way.host),
            _ => self.step_of_server(&way.host),
        }
    }

    /// The step for the host of a file, which --base-url does not choose.
    fn step_of_file_server(self, host: &str) -> String {
        match self.cause {
            Cause::Name => format!(
                "check the DNS of this machine, and if {host}, which serves the file, needs a proxy (--proxy)"
            ),
            Cause::Certificate => self.step_of_server(host),
            Cause::TimedOut => format!(
                "allow outgoing connections to {host}, which serves the file, in the firewall, or give --proxy; a slow network needs --timeout"
            ),
            _ => format!(
                "allow outgoing connections to {host}, which serves the file, in the firewall, or give --proxy"
            ),
        }
    }

    fn step_of_proxy(self, host: &str, proxy: &str) -> String {
        match self.cause {
            Cause::Refused => {
                format!("start the proxy at {proxy}, or correct --proxy (WECHATPAY_PROXY)")
            }
            Cause::Name => "correct the name in --proxy (WECHATPAY_PROXY), or check DNS".to_owned(),
            Cause::Credentials => format!(
                "give the user and the password of the proxy, percent-encoded, in --proxy (WECHATPAY_PROXY): http://USER:PASSWORD@{proxy}"
            ),
            Cause::NoTunnel => format!("let the proxy at {proxy} accept CONNECT to {host}"),
            Cause::NoHttp => format!(
                "correct --proxy (WECHATPAY_PROXY) and its port: what listens at {proxy} is no HTTP proxy"
            ),
            Cause::TimedOut => format!(
                "check --proxy (WECHATPAY_PROXY): that an HTTP proxy listens there, and lets CONNECT reach {host}; a slow network needs --timeout"
            ),
            _ => format!(
                "check --proxy (WECHATPAY_PROXY): that an HTTP proxy listens there, and lets CONNECT reach {host}"
            ),
        }
    }

    fn step_of_server(self, host: &str) -> String {
        match self.cause {
            Cause::Refused if is_local(host) => format!(
                "start the server or the sandbox at {host}, or correct --base-url (WECHATPAY_BASE_URL) and its port"
            ),
            Cause::Name => format!(
                "check --base-url (WECHATPAY_BASE_URL), the DNS of this machine, and if {host} needs a proxy (--proxy)"
            ),
            Cause::Certificate => "something on the way shows another TLS certificate: give its root with --root-certificates only if you trust it".to_owned(),
            Cause::NoTls if is_local(host) => {
                "check that the port speaks TLS; for plain HTTP, write http:// in --base-url".to_owned()
            }
            Cause::NoTls => {
                "check --base-url (WECHATPAY_BASE_URL) and its port, which must speak TLS".to_owned()
            }
            Cause::TimedOut if is_local(host) => format!(
                "restart the server at {host}, or correct --base-url (WECHATPAY_BASE_URL): what listens there does not respond"
            ),
            Cause::TimedOut => format!(
                "allow outgoing connections to {host} in the firewall, or give --proxy; a slow network needs --timeout"
            ),
            _ if is_local(host) => format!(
                "restart the server at {host}, or correct --base-url (WECHATPAY_BASE_URL) and its port"
            ),
            _ => format!(
                "check --base-url (WECHATPAY_BASE_URL) and its port, allow outgoing connections to {host} in the firewall, or give --proxy"
            ),
        }
    }

    fn place(self, way: &Way) -> &str {
        let proxy = way.proxy.as_deref().filter(|_| self.is_of_proxy);
        proxy.unwrap_or(&way.host)
    }
}

impl Way {
    pub(crate) fn of(options: &Profile) -> Self {
        Self::to(options.host_url(), options)
    }

    /// The way to the host of a URL.
    pub(crate) fn to(url: &str, options: &Profile) -> Self {
        let host = authority(url);
        Self {
            is_of_file: host != authority(options.host_url()),
            host,
            // Plain HTTP, which is only for this machine, takes no proxy.
            proxy: (options.proxy.as_deref())
                .filter(|_| !url.starts_with("http://"))
                .map(authority),
            unread_proxy: match options.proxy {
                Some(_) => None,
                None => PROXY_VARIABLES.into_iter().find(|name| is_set(name)),
            },
        }
    }

    /// The host, with the proxy before it.
    fn to_host(&self) -> String {
        match &self.proxy {
            Some(proxy) => format!("{} through the proxy {proxy}", self.host),
            None => self.host.clone(),
        }
    }
}

/// Tests if a URL leads to this machine, on which a sandbox may run.
pub(crate) fn is_of_this_machine(url: &str) -> bool {
    is_local(&authority(url))
}

fn is_set(variable: &str) -> bool {
    env::var_os(variable).is_some_and(|value| !value.is_empty())
}

/// Host and port of a URL, without credentials.
pub(crate) fn authority(url: &str) -> String {
    let uri = url.parse::<Uri>().unwrap_or_default();
    let host = uri.host().unwrap_or_default();
    match uri.port_u16() {
        Some(port) => format!("{host}:{port}"),
        None => host.to_owned(),
    }
}

/// Tests for this machine, on which the user starts the server.
fn is_local(host: &str) -> bool {
    ["localhost", "127.", "[::1]"]
        .iter()
        .any(|local| host.starts_with(local))
}

fn cause(error: &TransportError) -> Cause {
    let mut source = error.source();
    while let Some(error) = source {
        let text = error.to_string();
        let kind = error.downcast_ref::<io::Error>().map(io::Error::kind);
        match kind {
            Some(io::ErrorKind::ConnectionRefused) => return Cause::Refused,
            Some(io::ErrorKind::NetworkUnreachable | io::ErrorKind::HostUnreachable) => {
                return Cause::Unreachable;
            }
            _ => match of_words(&text) {
                Some(cause) => return cause,
                None => source = error.source(),
            },
        }
    }
    Cause::Other
}

fn of_words(text: &str) -> Option<Cause> {
    let mut causes = WORDS.into_iter();
    causes.find_map(|(words, cause)| text.contains(words).then_some(cause))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_http_goes_past_the_proxy() {
        for (url, proxy) in [
            ("http://127.0.0.1:9080", None),
            ("https://127.0.0.1:9443", Some("127.0.0.1:3128".to_owned())),
        ] {
            let options = Profile {
                base_url: Some(url.to_owned()),
                proxy: Some("http://user:hunter2@127.0.0.1:3128".to_owned()),
                ..Profile::default()
            };
            assert_eq!(Way::of(&options).proxy, proxy, "{url}");
        }
    }

    #[test]
    fn the_host_of_a_file_is_not_chosen_by_the_base_url() {
        let options = Profile::default();
        let base = options.host_url().to_owned();
        let url = "https://download-service.wechatpay.cn/mkt/bill?x=1";
        let lines = |url: &str, cause| {
            let way = Way::to(url, &options);
            let found = NoConnection {
                is_of_proxy: false,
                cause,
            };
            format!("{}: {}", found.text(NO_CONNECTION, &way), found.step(&way))
        };
        assert_eq!(
            lines(url, Cause::Refused),
            "download-service.wechatpay.cn refuses the connection: allow outgoing connections to \
             download-service.wechatpay.cn, which serves the file, in the firewall, or give --proxy"
        );
        assert_eq!(
            lines(url, Cause::Name),
            "DNS finds no address of download-service.wechatpay.cn: check the DNS of this machine, and if \
             download-service.wechatpay.cn, which serves the file, needs a proxy (--proxy)"
        );
        for cause in [Cause::Name, Cause::Refused, Cause::NoTls, Cause::Other] {
            assert!(lines(&base, cause).contains("--base-url"));
            assert!(!lines(url, cause).contains("--base-url"));
        }
    }
}
