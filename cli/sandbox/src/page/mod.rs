//! The page of the sandbox, on the port of plain HTTP: orders, notifications, requests and faults, for a person with a
//! browser. Works without its script, which only keeps it up to date.
//!
//! | path | shows |
//! |---|---|
//! | `/` | the newest of everything |
//! | `/orders` | orders and the other records of the book |
//! | `/orders/{mchid}/{out_trade_no}` | an order with its QR code, refunds and notifications |
//! | `/pay/{prepay_id}` | an order as its user sees it, with a button to pay |
//! | `/notifications`, `/requests`, `/faults` | the newest of each |

mod actions;
mod code;
mod fault_words;
mod faults;
mod form;
mod frame;
mod issue_words;
mod notifications;
mod orders;
mod payer;
mod reason_words;
mod records;
mod reply;
mod requests;
mod state;
mod visitor;

use std::{fmt, io};

use hyper::Response;
use maud::{Markup, html};
use wechatpay_client::gateway::{ReceivedRequest, sandbox::ScriptedBody};

use crate::{book::BookError, clock::Time, control::MOST_SECONDS, server::Server};
use reply::Reply;
use visitor::{Language, Visitor};

const ORDER: &str = "/orders/{mchid}/{out_trade_no}";
const PAYER: &str = "/pay/{prepay_id}";

/// The first segments of the paths below `/`. None of them begins a path of WeChat Pay.
const SEGMENTS: [&str; 10] = [
    "clock",
    "faults",
    "icon.svg",
    "notifications",
    "orders",
    "pay",
    "records",
    "requests",
    "script.js",
    "style.css",
];

/// The entries of a list, and those of each list of the first page.
const LIMIT: u32 = 50;
const FIRST_PAGE_LIMIT: u32 = 10;

/// Tells if a path is one of the page.
pub(crate) fn has(path: &str) -> bool {
    let first = path.split('/').nth(1).unwrap_or_default();
    path == "/" || SEGMENTS.contains(&first)
}

/// A page that is being made.
struct Page<'s> {
    server: &'s Server,
    visitor: Visitor,
    now: Time,
    path: &'s str,
    /// The number below which a list begins.
    before: Option<u64>,
}

impl Server {
    /// The response to a request of the page.
    pub(crate) async fn page(
        &self,
        request: &ReceivedRequest,
    ) -> io::Result<Response<ScriptedBody>> {
        let before = crate::request::query(request, "before");
        let page = Page {
            server: self,
            visitor: Visitor::of(request),
            now: self.now(),
            path: request.path(),
            before: before.and_then(|before| before.parse().ok()),
        };
        let reply = match request.method() {
            "GET" | "HEAD" => page.get(request).await,
            "POST" => page.post(request).await,
            _ => Ok(None),
        };
        let reply = match reply {
            Ok(Some(reply)) => reply,
            Ok(None) => page.message(
                404,
                page.visitor.say("There is no such page.", "没有此页面。"),
            ),
            Err(error) => page.failure(&error),
        };
        reply.send(&self.handler, request).await
    }
}

impl Page<'_> {
    async fn get(&self, request: &ReceivedRequest) -> Result<Option<Reply>, BookError> {
        if let Some([(_, mchid), (_, number)]) = request.path_values(ORDER).as_deref() {
            return self.order(mchid, number).await;
        }
        if let Some([(_, prepay_id)]) = request.path_values(PAYER).as_deref() {
            return self.payer(prepay_id).await;
        }
        let content = match request.path() {
            "/" => self.first().await?,
            "/orders" => self.orders_and_records().await?,
            "/notifications" => self.notifications(LIMIT).await?,
            "/requests" => self.requests(LIMIT),
            "/faults" => self.faults(),
            "/style.css" => return Ok(Some(Reply::text("text/css", include_str!("style.css")))),
            "/script.js" => {
                return Ok(Some(Reply::text(
                    "text/javascript",
                    include_str!("script.js"),
                )));
            }
            "/icon.svg" => return Ok(Some(Reply::text("image/svg+xml", include_str!("icon.svg")))),
            _ => return Ok(None),
        };
        Ok(Some(Reply::html(self.frame(content))))
    }

    async fn post(&self, request: &ReceivedRequest) -> Result<Option<Reply>, BookError> {
        match request.path() {
            "/faults" => Ok(Some(self.add_fault(request))),
            "/clock" => Ok(Some(self.forward(request).await?)),
            _ => Ok(self.changed(request).await?.map(Reply::see_other)),
        }
    }

    /// The newest of everything.
    async fn first(&self) -> Result<Markup, BookError> {
        let mut change = self.server.store.begin().await?;
        let orders = self.orders(&mut change, FIRST_PAGE_LIMIT).await?;
        let records = self.records(&mut change, FIRST_PAGE_LIMIT).await?;
        drop(change);
        let notifications = self.notifications(FIRST_PAGE_LIMIT).await?;
        let requests = self.requests(FIRST_PAGE_LIMIT);
        Ok(html! { (orders) (records) (notifications) (requests) })
    }

    /// Sets the clock forward by the seconds of the button.
    async fn forward(&self, request: &ReceivedRequest) -> Result<Reply, BookError> {
        let mut fields = form::fields(request).into_iter();
        let seconds = fields.find_map(|(name, value)| (name == "seconds").then_some(value));
        let seconds = seconds.and_then(|seconds| seconds.parse().ok());
        let Some(seconds) = seconds.filter(|seconds| *seconds <= MOST_SECONDS) else {
            let text = match self.visitor.language {
                Language::English => {
                    format!("Give the seconds as a whole number from 0 to {MOST_SECONDS}.")
                }
                Language::Chinese => format!("秒数须为 0 到 {MOST_SECONDS} 的整数。"),
            };
            return Ok(self.message(400, &text));
        };
        self.server.forward(seconds).await?;
        Ok(Reply::see_other(self.visitor.link("/")))
    }

    /// The number below which a list of records begins.
    fn before(&self) -> Option<i64> {
        self.before.and_then(|before| before.try_into().ok())
    }

    /// The link to what a list leaves out. Nothing if the list is whole, or if it is a part of the first page.
    fn more<N: Copy + Ord + fmt::Display>(
        &self,
        path: &str,
        limit: u32,
        shown: impl ExactSizeIterator<Item = N>,
    ) -> Markup {
        let is_full = shown.len() >= limit as usize;
        let oldest = shown.min().filter(|_| is_full && self.path == path);
        html! {
            @if let Some(oldest) = oldest {
                p.more { a href=(self.visitor.link_before(path, oldest)) { (self.visitor.say("earlier ones", "更早")) } }
            }
        }
    }

    /// A reason in the language of the reader, if it has words for the reason.
    fn reason(&self, english: &str) -> String {
        let chinese = || reason_words::chinese(english).or_else(|| issue_words::chinese(english));
        let said = (self.visitor.language == Language::Chinese).then(chinese);
        said.flatten().unwrap_or_else(|| english.to_owned())
    }

    fn failure(&self, error: &BookError) -> Reply {
        let status = match error {
            BookError::Refused(refusal) => refusal.status(),
            BookError::Parameter(_) => 400,
            BookError::Store(_) | BookError::Notification(_) => 500,
        };
        self.message(status, &self.reason(&error.to_string()))
    }

    fn message(&self, status: u16, text: &str) -> Reply {
        let content = html! { p.message role="alert" { (text) } };
        Reply::html(self.frame(content)).with_status(status)
    }
}
