//! The routes of the cashier.

use std::convert::Infallible;

use axum::{
    Form, Router,
    extract::{Path, Request, State},
    http::{
        HeaderMap, StatusCode,
        header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE, HOST, ORIGIN},
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

/// Refuses forms of other pages, which a browser would send with the rights of this one.
async fn guard(headers: HeaderMap, request: Request, next: Next) -> Response {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let origin = text(ORIGIN).map(|origin| origin.split_once("://").map(|(_, host)| host));
    if origin.is_some_and(|origin| origin != text(HOST)) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let response = next.run(request).await;
    ([(CONTENT_SECURITY_POLICY, POLICY)], response).into_response()
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
