//! Refuses the requests of web pages. A page in the browser of a developer could otherwise pay orders: by a form of
//! another site, or by a name of its own that leads to this machine (DNS rebinding).

use wechatpay_client::{
    gateway::{ReceivedRequest, ScriptedResponse},
    http::uri::Authority,
};

/// The names of this machine.
const LOCAL_HOSTS: [&str; 3] = ["127.0.0.1", "localhost", "[::1]"];

/// Checks that a request names this machine as its host, and comes from no page of another origin.
pub(crate) fn check(request: &ReceivedRequest) -> Result<(), ScriptedResponse> {
    let Some(host) = request.header("host").filter(|host| is_local(host)) else {
        return Err(refusal(
            "`Host` is not this machine: use 127.0.0.1 or localhost",
        ));
    };
    let is_foreign = |origin: &str| {
        let same = origin.strip_prefix("http://");
        !same.is_some_and(|origin| origin.eq_ignore_ascii_case(host))
    };
    // An unreadable origin is foreign too.
    let mut origins = request.headers().get_all("origin").iter();
    match origins.any(|origin| origin.to_str().map_or(true, is_foreign)) {
        true => Err(refusal(
            "`Origin` is another site: only the page of the sandbox may send this",
        )),
        false => Ok(()),
    }
}

fn is_local(host: &str) -> bool {
    let authority: Result<Authority, _> = host.parse();
    authority.is_ok_and(|authority| {
        let host = authority.host();
        // An authority may have a user name, a `Host` may not.
        !authority.as_str().contains('@')
            && LOCAL_HOSTS
                .iter()
                .any(|local| local.eq_ignore_ascii_case(host))
    })
}

fn refusal(message: &str) -> ScriptedResponse {
    ScriptedResponse::error(403, "FORBIDDEN", message)
}
