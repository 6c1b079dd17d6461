//! The shop's functions with mocks in place of the client. A mock names only the methods that its test calls.

use mockall::mock;
use typed::orders;
use wechatpay_client::{
    ErrorKind, Outcome, Result, error::TransportErrorKind, testing::transport_error,
};
use wechatpay_endpoints::payments::direct::{
    CloseOrderRequest, TradeState, Transaction, Transactions,
};

mock! {
    Orders {}
    impl Transactions for Orders {
        async fn query_order_by_out_trade_no(&self, out_trade_no: &str, mchid: &str) -> Result<Transaction>;
        async fn close_order(&self, out_trade_no: &str, body: &CloseOrderRequest) -> Result<()>;
    }
}

mock! {
    OnlyQueries {}
    impl Transactions for OnlyQueries {
        async fn query_order_by_out_trade_no(&self, out_trade_no: &str, mchid: &str) -> Result<Transaction>;
    }
}

fn order(state: TradeState) -> Transaction {
    Transaction::builder()
        .mchid("1900000109")
        .out_trade_no("42")
        .trade_state(state)
        .trade_state_desc("")
        .build()
}

#[tokio::test]
async fn an_order_is_paid_in_one_state_only() {
    for (state, is_paid) in [
        (TradeState::Success, true),
        (TradeState::Notpay, false),
        (TradeState::from("HELD"), false),
    ] {
        let mut api = MockOrders::new();
        api.expect_query_order_by_out_trade_no()
            .withf(|out_trade_no, mchid| (out_trade_no, mchid) == ("42", "1900000109"))
            .return_once(move |_, _| Ok(order(state)));
        assert_eq!(orders::is_paid(&api, "42").await.unwrap(), is_paid);
    }
}

#[tokio::test]
async fn a_closing_with_an_unknown_outcome_is_queried() {
    let mut api = MockOrders::new();
    api.expect_close_order().return_once(|_, _| {
        Err(transport_error(
            TransportErrorKind::Timeout,
            Outcome::Unknown,
        ))
    });
    api.expect_query_order_by_out_trade_no()
        .return_once(|_, _| Ok(order(TradeState::Closed)));
    orders::close(&api, "42").await.unwrap();
}

#[tokio::test]
async fn methods_that_a_mock_leaves_out_return_an_error() {
    let mut api = MockOnlyQueries::new();
    api.expect_query_order_by_out_trade_no()
        .return_once(|_, _| Ok(order(TradeState::Notpay)));
    assert!(!orders::is_paid(&api, "42").await.unwrap());
    let error = orders::close(&api, "42").await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotExecuted);
    let ErrorKind::NotImplemented { method } = error.kind() else {
        panic!("{error:?}");
    };
    assert_eq!(*method, "Transactions::close_order");
}
