//! The routes of the cashier.

use std::{
    convert::Infallible,
    net::{Ipv4Addr, Ipv6Addr},
};

use axum::{
    Form, Router,
    extract::{Path, Request, State},
    http::{
        HeaderMap, HeaderValue, StatusCode,
        header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE, HOST, ORIGIN},
        uri::Authority,
    },
    middleware::{self, Next},
    response::{
        Html, IntoResponse, Redirect, Response,
        sse::{Event, KeepAlive, Sse},
    },
    routing::{get, post},
};
use maud::Markup;
use serde::Deserialize;
use tokio_stream::{StreamExt as _, wrappers::WatchStream};
use wechatpay_client::Fen;

use crate::{cashier::Cashier, notify, order::Status, page};

/// Pages load nothing from elsewhere, and send forms nowhere else.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; \
                      form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

pub(crate) fn router(cashier: Cashier) -> Router {
    Router::new()
        .route("/", get(new_order).post(place))
        .route("/orders/{number}", get(show))
        .route("/orders/{number}/events", get(events))
        .route("/orders/{number}/refund", post(refund))
        .layer(middleware::from_fn(guard))
        // WeChat Pay's server sends these.
        .route("/notify", post(notify::notified))
        .route("/style.css", get(style))
        .route("/script.js", get(script))
        .with_state(cashier)
}

#[derive(Deserialize)]
struct NewOrder {
    /// In yuan, as a person writes it.
    amount: String,
}

async fn new_order() -> Html<String> {
    html(page::new_order(None))
}

async fn place(State(cashier): State<Cashier>, Form(form): Form<NewOrder>) -> Response {
    let total = Fen::from_yuan(form.amount.trim()).ok();
    let Some(total) = total.filter(|total| total.0 > 0) else {
        return failure(
            StatusCode::BAD_REQUEST,
            "金额无效 The amount is not one in yuan.",
        );
    };
    match cashier.place(total).await {
        Ok(order) => Redirect::to(&format!("/orders/{}", order.number)).into_response(),
        Err(error) => failure(StatusCode::BAD_GATEWAY, &error.to_string()),
    }
}

async fn show(State(cashier): State<Cashier>, Path(number): Path<String>) -> Response {
    let Some(order) = cashier.order(&number) else {
        return no_order();
    };
    if let Err(error) = cashier.query(&order).await {
        // The page shows the status that the cashier knows.
        println!("not queried {number}: {error}");
    }
    html(page::show(&order, cashier.sandbox_page(&order).as_deref())).into_response()
}

/// Sends the status of an order, now and after each change.
async fn events(State(cashier): State<Cashier>, Path(number): Path<String>) -> Response {
    let Some(order) = cashier.order(&number) else {
        return no_order();
    };
    let changes = WatchStream::new(order.changes());
    let sandbox = cashier.sandbox_page(&order);
    let events = changes.map(move |status| {
        let markup = page::status(&order, status, sandbox.as_deref()).into_string();
        Ok::<_, Infallible>(Event::default().data(markup))
    });
    Sse::new(events)
        .keep_alive(KeepAlive::default())
        .into_response()
}

async fn refund(State(cashier): State<Cashier>, Path(number): Path<String>) -> Response {
    let Some(order) = cashier.order(&number) else {
        return no_order();
    };
    if order.status() == Status::Paid
        && let Err(error) = cashier.refund(&order).await
    {
        let text =
            format!("{error}. 可再次退款，不会重复退款 Press again: nothing is refunded twice.");
        return failure(StatusCode::BAD_GATEWAY, &text);
    }
    Redirect::to(&format!("/orders/{number}")).into_response()
}

/// Refuses forms of other pages, which a browser would send with the rights of this one, and names of other sites that
/// lead to this machine (DNS rebinding).
async fn guard(headers: HeaderMap, request: Request, next: Next) -> Response {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let Some(host) = text(HOST).filter(|host| is_own(host)) else {
        return StatusCode::FORBIDDEN.into_response();
    };
    let is_foreign = |origin: &HeaderValue| origin.to_str().ok() != Some(&format!("http://{host}"));
    if headers.get_all(ORIGIN).iter().any(is_foreign) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let response = next.run(request).await;
    ([(CONTENT_SECURITY_POLICY, POLICY)], response).into_response()
}

/// Tests if a `Host` is `localhost` or an IP address. Another site may give any other name the address of this machine.
fn is_own(host: &str) -> bool {
    let Ok(authority) = host.parse::<Authority>() else {
        return false;
    };
    let name = authority.host();
    let bracketed = name
        .strip_prefix('[')
        .and_then(|name| name.strip_suffix(']'));
    let is_address = match bracketed {
        Some(address) => address.parse::<Ipv6Addr>().is_ok(),
        None => name.parse::<Ipv4Addr>().is_ok(),
    };
    // An authority may have a user name, a `Host` may not.
    !host.contains('@') && (is_address || name.eq_ignore_ascii_case("localhost"))
}

async fn style() -> impl IntoResponse {
    ([(CONTENT_TYPE, "text/css")], include_str!("style.css"))
}

async fn script() -> impl IntoResponse {
    (
        [(CONTENT_TYPE, "text/javascript")],
        include_str!("script.js"),
    )
}

fn no_order() -> Response {
    failure(StatusCode::NOT_FOUND, "没有此订单 No such order.")
}

fn failure(status: StatusCode, text: &str) -> Response {
    (status, html(page::new_order(Some(text)))).into_response()
}

fn html(markup: Markup) -> Html<String> {
    Html(markup.into_string())
}

#[cfg(test)]
mod tests {
    use std::{
        io::{Read as _, Write as _},
        net::{SocketAddr, TcpStream},
    };

    use tokio::{net::TcpListener, task::spawn_blocking};

    use super::*;

    /// A server whose only page is behind the guard.
    async fn serve() -> SocketAddr {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let router = Router::new()
            .route("/", get(|| async { "page" }))
            .layer(middleware::from_fn(guard));
        tokio::spawn(axum::serve(listener, router).into_future());
        address
    }

    /// The status of a request with these headers.
    async fn status(address: SocketAddr, headers: &[&str]) -> String {
        let headers = headers.join("\r\n");
        let head = format!("GET / HTTP/1.1\r\n{headers}\r\nconnection: close\r\n\r\n");
        let exchange = move || {
            let mut stream = TcpStream::connect(address).unwrap();
            stream.write_all(head.as_bytes()).unwrap();
            let mut response = String::new();
            stream.read_to_string(&mut response).unwrap();
            response.split(' ').nth(1).unwrap().to_owned()
        };
        spawn_blocking(exchange).await.unwrap()
    }

    #[tokio::test]
    async fn a_page_is_only_for_a_host_of_its_own() {
        let address = serve().await;
        for host in [
            "localhost",
            "LocalHost:3000",
            "127.0.0.1:3000",
            "[::1]:3000",
            "192.168.1.5",
        ] {
            let host = format!("host: {host}");
            assert_eq!(status(address, &[&host]).await, "200", "{host}");
        }
        for host in [
            "shop.example",
            "shop.example:3000",
            "localhost.shop.example",
            "127.0.0.1.shop.example",
            "li@localhost",
            "[::1",
            "",
        ] {
            let host = format!("host: {host}");
            assert_eq!(status(address, &[&host]).await, "403", "{host}");
        }
        assert_eq!(status(address, &["x: y"]).await, "403");
    }

    #[tokio::test]
    async fn a_form_of_another_page_is_refused() {
        let address = serve().await;
        let host = "host: 127.0.0.1:3000";
        let own = "origin: http://127.0.0.1:3000";
        assert_eq!(status(address, &[host, own]).await, "200");
        for origin in [
            "http://shop.example",
            "http://127.0.0.1:3001",
            "https://127.0.0.1:3000",
            "null",
            "",
            "\u{e9}",
        ] {
            let origin = format!("origin: {origin}");
            assert_eq!(status(address, &[host, &origin]).await, "403", "{origin}");
            assert_eq!(
                status(address, &[host, own, &origin]).await,
                "403",
                "{origin}"
            );
        }
    }
}
