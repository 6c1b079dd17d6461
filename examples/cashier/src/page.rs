//! The pages of the cashier. `maud` escapes every value.

use maud::{DOCTYPE, Markup, PreEscaped, html};
use qrcode::{QrCode, render::svg};

use crate::order::{Order, Status};

/// The form for an amount, after a failure with its text.
pub(crate) fn new_order(failure: Option<&str>) -> Markup {
    frame(html! {
        @if let Some(text) = failure { p.failure role="alert" { (text) } }
        form method="post" action="/" {
            label for="amount" { "金额（元） Amount in yuan" }
            input #amount name="amount" inputmode="decimal" placeholder="0.01" required autofocus autocomplete="off";
            button { "收款 Charge" }
        }
    })
}

/// An order: its QR code, its amount, and its status, which the script keeps up to date.
pub(crate) fn show(order: &Order, sandbox: Option<&str>) -> Markup {
    frame(html! {
        p.amount { "¥" (order.total) }
        p.number { (order.number) }
        #status aria-live="polite" { (status(order, order.status(), sandbox)) }
        p { a href="/" { "新订单 New order" } }
        script src="/script.js" {}
    })
}

/// The part of the page that changes with the status.
pub(crate) fn status(order: &Order, status: Status, sandbox: Option<&str>) -> Markup {
    let (class, text) = match status {
        Status::Unpaid => ("unpaid", "请用微信扫码 Scan with WeChat"),
        Status::Paid => ("paid", "已付款 Paid"),
        Status::Refunding => ("refunding", "退款中 Refund in progress"),
        Status::Refunded => ("refunded", "已退款 Refunded"),
        Status::NotRefunded => (
            "failure",
            "退款异常 Not refunded: see the merchant platform",
        ),
    };
    html! {
        p class={ "status " (class) } { (text) }
        @match status {
            Status::Unpaid => {
                .code { (code(&order.code_url)) }
                @if let Some(page) = sandbox {
                    p { a href=(page) target="_blank" rel="noopener" { "沙箱付款页 Pay in the sandbox" } }
                }
            }
            Status::Paid => form method="post" action={ "/orders/" (order.number) "/refund" } {
                button.refund { "退款 Refund ¥" (order.total) }
            }
            _ => {}
        }
    }
}

/// A QR code as SVG, or its text if it is too long for one.
fn code(text: &str) -> Markup {
    let code = QrCode::new(text).map(|code| {
        let svg = code
            .render::<svg::Color<'_>>()
            .min_dimensions(240, 240)
            .build();
        // The declaration of XML is none of HTML.
        svg.find("<svg")
            .and_then(|start| svg.get(start..))
            .unwrap_or_default()
            .to_owned()
    });
    match code {
        Ok(svg) => PreEscaped(svg),
        Err(_) => html! { code { (text) } },
    }
}

fn frame(content: Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang="zh-CN" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { "收银台 Cashier" }
                link rel="stylesheet" href="/style.css";
            }
            body {
                header { h1 { "收银台 Cashier" } }
                main { (content) }
            }
        }
    }
}
