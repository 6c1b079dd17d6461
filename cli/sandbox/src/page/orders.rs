//! Orders: the list, and one order in full.

use maud::{Markup, html};

use super::{
    LIMIT, Page, actions,
    code::code,
    frame::{heading, time, yuan},
    reply::Reply,
    state,
    visitor::{Visitor, segment},
};
use crate::{
    book::BookError,
    order::{Order, OrderView},
    store::{Change, Record as _},
};

/// The link to an order.
pub(super) fn link(visitor: Visitor, mchid: &str, out_trade_no: &str) -> String {
    visitor.link(&path(mchid, out_trade_no))
}

fn path(mchid: &str, out_trade_no: &str) -> String {
    format!("/orders/{}/{}", segment(mchid), segment(out_trade_no))
}

impl Page<'_> {
    pub(super) async fn orders_and_records(&self) -> Result<Markup, BookError> {
        let mut change = self.server.store.begin().await?;
        let orders = self.orders(&mut change, LIMIT).await?;
        let records = self.records(&mut change, LIMIT).await?;
        Ok(html! { (orders) (records) })
    }

    /// The newest orders.
    pub(super) async fn orders(
        &self,
        change: &mut Change,
        limit: u32,
    ) -> Result<Markup, BookError> {
        let visitor = self.visitor;
        let orders: Vec<(i64, Order)> = change.newest(self.before(), limit).await?;
        let more = self.more("/orders", limit, orders.iter().map(|(number, _)| *number));
        let title = visitor.say("Orders", "订单");
        Ok(html! {
            section #orders .live {
                (heading(title, (self.path == "/").then(|| visitor.link("/orders")).as_deref()))
                @if orders.is_empty() { (self.no_orders()) }
                @else { table { tbody { @for (_, order) in orders { (self.order_row(order)) } } } }
                (more)
            }
        })
    }

    /// An order in full. `None` if there is none.
    pub(super) async fn order(
        &self,
        mchid: &str,
        out_trade_no: &str,
    ) -> Result<Option<Reply>, BookError> {
        let mut change = self.server.store.begin().await?;
        let Some(mut order) = change.find::<Order>(mchid, out_trade_no).await? else {
            return Ok(None);
        };
        order.expire(self.now);
        let refunds = change.refunds_of(mchid, out_trade_no).await?;
        let numbers = refunds.iter().map(|refund| &*refund.number);
        let numbers: Vec<_> = numbers.chain([order.number()]).collect();
        let notifications = self
            .notifications_about(&mut change, mchid, &numbers)
            .await?;
        let content = html! {
            (self.order_section(&order))
            (self.refunds(&refunds))
            (notifications)
        };
        Ok(Some(Reply::html(self.frame(content))))
    }

    fn order_row(&self, mut order: Order) -> Markup {
        order.expire(self.now);
        let (visitor, view) = (self.visitor, order.view());
        html! {
            tr {
                td.name {
                    a href=(link(visitor, order.owner(), order.number())) { (order.number()) }
                    small { (view.description) }
                }
                td.amount {
                    (yuan(order.total()))
                    @if view.refunded > 0 {
                        small { (visitor.say("refunded ", "已退款 ")) (yuan(view.refunded)) }
                    }
                }
                td.state { (state::of_order(visitor, &view.state)) }
                td.time { (time(view.created)) small { (view.trade_type) " · " (order.owner()) } }
                td.action { (self.user_buttons(&order, &view)) }
            }
        }
    }

    fn order_section(&self, order: &Order) -> Markup {
        let (visitor, view) = (self.visitor, order.view());
        let transaction = serde_json::to_string_pretty(&order.transaction()).unwrap_or_default();
        let code_url = view.code_url.as_deref().filter(|_| view.is_payable());
        html! {
            section #order .live {
                h2 { (visitor.say("Order", "订单")) " " (order.number()) }
                .sides {
                    div {
                        p.total { (yuan(order.total())) " " (state::of_order(visitor, &view.state)) }
                        p { (view.description) }
                        (self.facts(order, &view))
                        (self.user_buttons(order, &view))
                    }
                    @if let Some(url) = code_url {
                        figure {
                            (code(url))
                            figcaption {
                                a href=(payer_link(visitor, &view.prepay_id)) {
                                    (visitor.say("open as the user does", "以用户身份打开"))
                                }
                            }
                        }
                    }
                }
                details #transaction {
                    summary { (visitor.say("as a query describes it", "查询结果")) }
                    pre { (transaction) }
                }
            }
        }
    }

    fn facts(&self, order: &Order, view: &OrderView) -> Markup {
        let visitor = self.visitor;
        html! {
            dl {
                dt { (visitor.say("merchant", "商户号")) } dd { (order.owner()) }
                @if let Some(sub_mchid) = order.sub_mchid() {
                    dt { (visitor.say("sub-merchant", "子商户号")) } dd { (sub_mchid) }
                }
                dt { (visitor.say("trade type", "交易类型")) } dd { (view.trade_type) }
                dt { (visitor.say("placed", "下单时间")) } dd { (time(view.created)) }
                @if let Some(paid) = order.paid() {
                    dt { (visitor.say("paid", "支付时间")) } dd { (time(paid)) }
                    dt { (visitor.say("transaction", "微信支付订单号")) } dd { (order.transaction_id()) }
                }
                @if view.refunded > 0 {
                    dt { (visitor.say("refunded", "已退款")) } dd { (yuan(view.refunded)) }
                }
            }
        }
    }

    /// The buttons of the user. Nothing if the order cannot be paid by itself.
    fn user_buttons(&self, order: &Order, view: &OrderView) -> Markup {
        let visitor = self.visitor;
        let action = format!("{}/pay", path(order.owner(), order.number()));
        html! {
            @if view.is_payable() {
                form method="post" action=(visitor.link(&action)) {
                    button.pay { (visitor.say("Pay", "支付")) }
                }
            }
            @if view.state == "USERPAYING" {
                (self.button((Order::KIND, order.owner(), order.number()), actions::REFUSE))
            }
        }
    }

    fn no_orders(&self) -> Markup {
        let visitor = self.visitor;
        html! {
            p.none {
                (visitor.say(
                    "No order yet. Your program finds the sandbox by the variables of sandbox.env.",
                    "还没有订单。您的程序通过 sandbox.env 中的变量找到沙箱。",
                ))
            }
        }
    }
}

/// The page on which the user of an order pays.
pub(super) fn payer_link(visitor: Visitor, prepay_id: &str) -> String {
    visitor.link(&format!("/pay/{}", segment(prepay_id)))
}
