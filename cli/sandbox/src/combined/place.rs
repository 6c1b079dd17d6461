//! Placing a combined order (合单下单).

use serde_json::{Map, Value, json};
use wechatpay_client::gateway::{ParamError, ParamLocation, ScriptedResponse};

use super::Combined;
use crate::{
    amount,
    book::BookError,
    clock::Time,
    expiry, ids,
    json::text,
    order::{Order, Session, SubOrder, TradeType},
    refusal::{self, Refusal, refusal},
    store::{Change, Record as _},
};

/// The most sub-orders of a direct merchant, and of a service provider.
const MOST: (usize, usize) = (10, 50);

/// The largest total of a sub-order, in fen: 10 million yuan.
const LARGEST: i64 = 1_000_000_000;

// The source has the message without a code.
const NOTHING: &str = "订单金额为0";
const OTHER_SETTLEMENT: Refusal = refusal(400, "INVALID_REQUEST", "重复下单且结算信息不一致", 0);

/// A request that places a combined order. The facts have checked its body.
pub(crate) struct NewCombined {
    pub(super) owner: String,
    pub(super) trade_type: TradeType,
    pub(super) request: Map<String, Value>,
}

impl NewCombined {
    /// Places the order, or begins another session of an order that exists.
    pub(super) async fn apply(
        self,
        change: &mut Change,
        now: Time,
    ) -> Result<ScriptedResponse, BookError> {
        self.check()?;
        self.trade_type
            .check_payer(self.request.get("combine_payer_info"))?;
        let number = text(&self.request, "combine_out_trade_no");
        let known: Option<Combined> = change.find(&self.owner, number).await?;
        let combined = match known {
            Some(mut combined) => {
                for order in combined.orders(change, now).await? {
                    order.payable()?;
                }
                self.repeat(&combined)?;
                combined.session = Session::begin(now);
                combined
            }
            None => self.place(change, now).await?,
        };
        change.put(&combined).await?;
        let response = combined.session.response(combined.trade_type);
        Ok(ScriptedResponse::ok(response))
    }

    /// Checks the number of sub-orders, and the total of each.
    fn check(&self) -> Result<(), ParamError> {
        let orders = self.sub_orders();
        let is_partner = orders.iter().any(|order| order.get("sub_mchid").is_some());
        let (least, most) = match is_partner {
            true => (1, MOST.1),
            false => (2, MOST.0),
        };
        let count = orders.len();
        let issue = match count {
            count if count < least => format!("小于最小值 {least}"),
            count if count > most => format!("大于最大值 {most}"),
            _ => return check_totals(orders),
        };
        let rule = "输入源“/body/sub_orders”映射到数组字段“商品单信息”规则校验失败";
        let message = format!("{rule}，元素个数 {count}，{issue}");
        let issue = format!("has the length {count}: send {least} to {most} sub-orders");
        let error = ParamError::new(ParamLocation::Body, "/sub_orders", issue);
        let error = error.with_request_id_number(refusal::OUT_OF_RANGE);
        Err(error.with_message(message))
    }

    async fn place(self, change: &mut Change, now: Time) -> Result<Combined, BookError> {
        expiry::check(&self.request, now)?;
        let mut numbers = Vec::new();
        for sub_order in self.sub_orders() {
            let order = self.sub_order(sub_order, now);
            if order.sub_mchid() == Some(order.owner()) {
                return Err(refusal::SUB_MERCHANT_IS_ITSELF.into());
            }
            let number = (order.owner().to_owned(), order.number().to_owned());
            let known: Option<Order> = change.find(&number.0, &number.1).await?;
            if known.is_some() {
                return Err(refusal::NUMBER_USED.into());
            }
            change.put(&order).await?;
            numbers.push(number);
        }
        let combined = Combined {
            combine_out_trade_no: text(&self.request, "combine_out_trade_no").to_owned(),
            owner: self.owner,
            trade_type: self.trade_type,
            request: self.request,
            combine_transaction_id: ids::transaction_id(now),
            session: Session::begin(now),
            sub_orders: numbers,
        };
        Ok(combined)
    }

    fn sub_order(&self, sub_order: &Value, now: Time) -> Order {
        let sub_order = SubOrder {
            combine_out_trade_no: text(&self.request, "combine_out_trade_no"),
            trade_type: self.trade_type,
            appid: text(&self.request, "combine_appid"),
            time_expire: self.request.get("time_expire"),
            payer: self.request.get("combine_payer_info"),
            sub_order,
        };
        sub_order.place(now)
    }

    /// Places the order again (重入): the parameters must be those of the first time.
    fn repeat(&self, combined: &Combined) -> Result<(), Refusal> {
        let without = without_settlement;
        if self.trade_type != combined.trade_type
            || without(&self.request) != without(&combined.request)
        {
            return Err(refusal::OTHER_PARAMETERS);
        }
        match self.request == combined.request {
            true => Ok(()),
            false => Err(OTHER_SETTLEMENT),
        }
    }

    fn sub_orders(&self) -> &[Value] {
        let orders = self.request.get("sub_orders").and_then(Value::as_array);
        orders.map(Vec::as_slice).unwrap_or_default()
    }
}

fn check_totals(orders: &[Value]) -> Result<(), ParamError> {
    for (index, order) in orders.iter().enumerate() {
        let (amount, pointer) = (order.get("amount"), format!("/sub_orders/{index}/amount"));
        let total = amount.and_then(|amount| amount.get("total_amount")?.as_i64());
        amount::check(amount, &pointer, "total_amount").map_err(|error| match total {
            Some(0) => error.with_message(NOTHING),
            _ => error,
        })?;
        if let Some(total) = total.filter(|total| *total > LARGEST) {
            let field = format!("{pointer}/total_amount");
            let issue = format!("is more than {LARGEST}: send {LARGEST} fen or less");
            let error = ParamError::new(ParamLocation::Body, &field, issue);
            let error = error.with_request_id_number(refusal::OUT_OF_RANGE);
            return Err(error.with_value(json!(total)));
        }
    }
    Ok(())
}

/// The request without `settle_info`, and without the mark beside it that old requests have.
fn without_settlement(request: &Map<String, Value>) -> Map<String, Value> {
    let mut request = request.clone();
    let orders = request.get_mut("sub_orders").and_then(Value::as_array_mut);
    for order in orders.into_iter().flatten() {
        if let Some(members) = order.as_object_mut() {
            members.remove("settle_info");
            members.remove("profit_sharing");
        }
    }
    request
}
