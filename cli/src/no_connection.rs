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
    TimedOut,
    Other,
}

/// The server of a call, and the proxy before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Way {
    /// The host, with its port.
    host: String,
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
            (_, Cause::TimedOut) => match &way.proxy {
                Some(proxy) => format!("{TIMED_OUT} to {host} through the proxy {proxy}"),
                None => format!("{TIMED_OUT} to {host}"),
            },
            (true, Cause::Other) => format!("{NO_PROXY} {place}"),
            (false, Cause::Other) => format!("cannot connect to {place}"),
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
        let host = &way.host;
        let place = self.place(way);
        match (self.is_of_proxy, self.cause) {
            (true, Cause::Refused) => {
                format!("start the proxy at {place}, or correct --proxy (WECHATPAY_PROXY)")
            }
            (true, Cause::Name) => {
                "correct the name in --proxy (WECHATPAY_PROXY), or check DNS".to_owned()
            }
            (true, _) => format!(
                "check --proxy (WECHATPAY_PROXY): its port, its credentials, and that it lets CONNECT reach {host}"
            ),
            (false, Cause::Refused) if is_local(host) => format!(
                "start the server or the sandbox at {host}, or correct --base-url (WECHATPAY_BASE_URL) and its port"
            ),
            (false, Cause::Name) => format!(
                "check --base-url (WECHATPAY_BASE_URL), the DNS of this machine, and if {host} needs a proxy (--proxy)"
            ),
            (false, Cause::Certificate) => "something on the way shows another TLS certificate: give its root with --root-certificates only if you trust it".to_owned(),
            (false, Cause::TimedOut) if way.proxy.is_some() => format!(
                "check --proxy (WECHATPAY_PROXY): that an HTTP proxy listens there, and lets CONNECT reach {host}; a slow network needs --timeout"
            ),
            (false, Cause::TimedOut) if is_local(host) => format!(
                "restart the server at {host}, or correct --base-url (WECHATPAY_BASE_URL): what listens there does not respond"
            ),
            (false, Cause::TimedOut) => format!(
                "allow outgoing connections to {host} in the firewall, or give --proxy; a slow network needs --timeout"
            ),
            (false, _) => format!(
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
        Self {
            host: authority(options.host_url()),
            proxy: options.proxy.as_deref().map(authority),
            unread_proxy: match options.proxy {
                Some(_) => None,
                None => PROXY_VARIABLES.into_iter().find(|name| is_set(name)),
            },
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
fn authority(url: &str) -> String {
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
            _ if text.contains("dns error") || text.contains("failed to lookup address") => {
                return Cause::Name;
            }
            _ if text.contains("certificate verify failed") => return Cause::Certificate,
            _ => source = error.source(),
        }
    }
    Cause::Other
}
