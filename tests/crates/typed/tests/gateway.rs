//! The shop's functions against the loopback gateway, which verifies each request as WeChat Pay does.

use serde::Serialize;
use serde_json::{Value, json};
use typed::{
    APPID, MCHID, bills, combined, complaints, deductions,
    notifications::{Ledger, router},
    orders, transfers, uploads,
};
use wechatpay_client::{
    Client, Fen, UploadFile,
    gateway::{Fault, Gateway, ScriptedResponse},
};
use wechatpay_endpoints::{
    complaints::consumer::{ComplaintInfo, ComplaintState, ListComplaintsResponse},
    papay::deductions::{
        ApplyTransactionResponse, Contract, DeductAmount, PreEntrustSignMiniProgramResponse,
        Schedule,
    },
    payments::{
        combine::{self, CombineTransactions as _},
        direct::{PrepayResponse, TradeState, Transaction},
        refunds::RefundStatus,
    },
    platform::media::UploadMediaResponse,
    transfers::direct::{CreateTransferBillResponse, TransferBillState},
};

async fn start() -> (Gateway, Client) {
    let gateway = Gateway::start().await.unwrap();
    let client = gateway.client().build().unwrap();
    (gateway, client)
}

/// The response with this body.
fn ok(body: impl Serialize) -> ScriptedResponse {
    ScriptedResponse::ok(serde_json::to_value(body).unwrap())
}

/// A response that leaves the outcome unknown.
fn system_error() -> ScriptedResponse {
    ScriptedResponse::error(500, "SYSTEM_ERROR", "系统异常，请用相同参数重新调用")
}

/// The body of the last request.
fn body(gateway: &Gateway) -> Value {
    serde_json::from_slice(gateway.requests().last().unwrap().body()).unwrap()
}

#[tokio::test]
async fn an_order_is_placed_and_closed() {
    let (gateway, client) = start().await;
    gateway.respond(
        "POST",
        "/v3/pay/transactions/jsapi",
        ok(PrepayResponse::builder().prepay_id("wx42").build()),
    );
    let payment = orders::place(&client, "42", Fen(888), "openid")
        .await
        .unwrap();
    assert_eq!(payment.app_id, APPID);
    assert_eq!(payment.payment.package, "prepay_id=wx42");
    let order = body(&gateway);
    assert_eq!(order["mchid"], MCHID);
    assert_eq!(order["amount"], json!({ "total": 888 }));

    // The gateway closes the order, but its response leaves the outcome unknown: the query tells.
    let path = "/v3/pay/transactions/out-trade-no/{out_trade_no}";
    gateway.respond("POST", &format!("{path}/close"), system_error());
    let closed = Transaction::builder()
        .mchid(MCHID)
        .out_trade_no("42")
        .trade_state(TradeState::Closed)
        .trade_state_desc("订单已关闭")
        .build();
    gateway.respond("GET", path, ok(closed));
    orders::close(&client, "42").await.unwrap();
    assert!(!orders::is_paid(&client, "42").await.unwrap());
}

#[tokio::test]
async fn a_refund_with_an_unknown_outcome_is_queried() {
    let (gateway, client) = start().await;
    let path = "/v3/refund/domestic/refunds";
    gateway.respond("POST", path, system_error());
    let error = orders::refund(&client, "42", "42-1", Fen(100), Fen(888)).await;
    assert_eq!(error.unwrap_err().code(), Some("SYSTEM_ERROR"));

    let refund = json!({
        "refund_id": "50000000382019052709732678859", "out_refund_no": "42-1",
        "transaction_id": "1217752501201407033233368018", "out_trade_no": "42",
        "user_received_account": "支付用户零钱", "create_time": "2026-01-01T10:00:00+08:00",
        "status": "PROCESSING",
        "amount": {
            "total": 888, "refund": 100, "payer_total": 888, "payer_refund": 100,
            "settlement_refund": 100, "settlement_total": 888, "discount_refund": 0,
            "currency": "CNY"
        }
    });
    gateway.respond(
        "GET",
        &format!("{path}/{{out_refund_no}}"),
        ScriptedResponse::ok(refund),
    );
    let status = orders::refund(&client, "42", "42-1", Fen(100), Fen(888)).await;
    assert_eq!(status.unwrap(), RefundStatus::Processing);
}

#[tokio::test]
async fn a_combined_order_is_placed_queried_and_closed() {
    let (gateway, client) = start().await;
    gateway.respond(
        "POST",
        "/v3/combine-transactions/jsapi",
        ok(combine::PrepayResponse::builder().prepay_id("wx42").build()),
    );
    let shops = [
        ("1900000110", "42-1", Fen(100)),
        ("1900000111", "42-2", Fen(200)),
    ];
    combined::place(&client, "42", &shops, "openid")
        .await
        .unwrap();
    let order = body(&gateway);
    assert_eq!(order["sub_orders"][1]["mchid"], "1900000111");
    assert_eq!(
        order["sub_orders"][1]["amount"],
        json!({ "total_amount": 200, "currency": "CNY" })
    );

    let path = "/v3/combine-transactions/out-trade-no/{combine_out_trade_no}";
    gateway.respond("GET", path, ok(combined_order(["SUCCESS", "NOTPAY"])));
    assert_eq!(combined::paid(&client, "42").await.unwrap(), ["42-1"]);

    gateway.respond("POST", &format!("{path}/close"), system_error());
    let shops = [("1900000110", "42-1"), ("1900000111", "42-2")];
    let error = combined::close(&client, "42", &shops).await.unwrap_err();
    assert_eq!(error.code(), Some("SYSTEM_ERROR"));
    gateway.respond("GET", path, ok(combined_order(["CLOSED", "CLOSED"])));
    combined::close(&client, "42", &shops).await.unwrap();
}

#[tokio::test]
async fn an_unpaid_combined_order_decodes_by_each_of_its_numbers() {
    let (gateway, client) = start().await;
    let order = json!({
        "combine_appid": APPID, "combine_mchid": MCHID, "combine_out_trade_no": "42",
        "sub_orders": [{
            "mchid": MCHID, "out_trade_no": "42-1", "trade_state": "NOTPAY",
            "amount": { "total_amount": 100, "currency": "CNY" }
        }]
    });
    let path = "/v3/combine-transactions/out-trade-no/{combine_out_trade_no}";
    gateway.respond("GET", path, ScriptedResponse::ok(order.clone()));
    let path = "/v3/combine-transactions/id/{combine_transaction_id}";
    gateway.respond("GET", path, ScriptedResponse::ok(order));

    let unpaid = client
        .query_combine_order_by_out_trade_no("42")
        .await
        .unwrap();
    assert_eq!(unpaid.combine_transaction_id, None);
    let amount = unpaid.sub_orders.unwrap().remove(0).amount;
    assert_eq!((amount.total_amount, amount.payer_amount), (Fen(100), None));
    let unpaid = client.query_combine_order_by_id("4200").await.unwrap();
    assert_eq!(unpaid.combine_transaction_id, None);
    let amount = unpaid.sub_orders.unwrap().remove(0).amount;
    assert_eq!(amount.payer_amount, None);
}

fn combined_order(states: [&str; 2]) -> combine::Order {
    let amount = || {
        combine::SubOrderAmount::builder()
            .total_amount(Fen(100))
            .currency("CNY")
            .build()
    };
    let sub_order = |(index, state)| {
        combine::OrderSubOrder::builder()
            .mchid(format!("190000011{index}"))
            .out_trade_no(format!("42-{}", index + 1))
            .trade_state(combine::TradeState::from(state))
            .amount(amount())
            .build()
    };
    combine::Order::builder()
        .combine_appid(APPID)
        .combine_mchid(MCHID)
        .combine_out_trade_no("42")
        .sub_orders(states.into_iter().enumerate().map(sub_order).collect())
        .build()
}

#[tokio::test]
async fn a_deduction_is_signed_scheduled_and_requested() {
    let (gateway, client) = start().await;
    let session = PreEntrustSignMiniProgramResponse::builder()
        .pre_entrustweb_id("5778aadY9nltAsZzXixCkFIGYnV2V")
        .redirect_appid("wxbd687630cd02ce1d")
        .redirect_path("pages/index")
        .build();
    gateway.respond(
        "POST",
        "/v3/papay/scheduled-deduct-sign/contracts/pre-entrust-sign/mini-program",
        ok(session),
    );
    let session = deductions::presign(&client, "c42", "openid", "2026-12-22", Fen(100)).await;
    assert_eq!(session.unwrap().redirect_path, "pages/index");
    assert_eq!(
        body(&gateway)["deduct_schedule"]["estimated_deduct_amount"],
        json!({ "total": 100 })
    );

    let contract = Contract::builder()
        .mchid(MCHID)
        .appid(APPID)
        .contract_id("123124412412423431")
        .plan_id(12_535)
        .out_contract_code("c42")
        .contract_display_account("咖啡店会员")
        .contract_state("SIGNED")
        .build();
    let path = "/v3/papay/sign/contracts/plan-id/{plan_id}/out-contract-code/{out_contract_code}";
    gateway.respond("GET", path, ok(contract));
    let contract_id = deductions::signed_contract(&client, "c42").await.unwrap();
    let contract_id = contract_id.unwrap();

    let path = "/v3/papay/pay/schedules/contract-id/{contract_id}";
    gateway.respond("POST", &format!("{path}/schedule"), system_error());
    let scheduled = Schedule::builder().schedule_state("SCHEDULED").build();
    gateway.respond("GET", path, ok(scheduled));
    deductions::schedule(&client, &contract_id, Fen(100))
        .await
        .unwrap();

    let accepted = ApplyTransactionResponse::builder()
        .out_trade_no("42")
        .amount(DeductAmount::builder().total(Fen(100)).build())
        .build();
    gateway.respond("POST", "/v3/papay/pay/transactions/apply", ok(accepted));
    deductions::deduct(&client, &contract_id, "42", Fen(100))
        .await
        .unwrap();
    assert_eq!(body(&gateway)["contract_id"], "123124412412423431");
}

#[tokio::test]
async fn a_transfer_encrypts_the_name_of_the_user() {
    let (gateway, client) = start().await;
    let transfer = CreateTransferBillResponse::builder()
        .out_bill_no("plfk42")
        .transfer_bill_no("1330000071100999991182020050700019480001")
        .create_time("2026-01-01T10:00:00+08:00")
        .state(TransferBillState::WaitUserConfirm)
        .package_info("affffddafdfafddffda==")
        .build();
    let path = "/v3/fund-app/mch-transfer/transfer-bills";
    gateway.respond("POST", path, ok(transfer));
    let (state, package) = transfers::pay(&client, "plfk42", "openid", "张三", Fen(200_000))
        .await
        .unwrap();
    assert_eq!(state, TransferBillState::WaitUserConfirm);
    assert_eq!(package.unwrap(), "affffddafdfafddffda==");
    let sent = body(&gateway);
    let request = gateway.requests().pop().unwrap();
    let name = gateway.decrypt(&request, sent["user_name"].as_str().unwrap());
    assert_eq!(name.unwrap(), "张三");
}

#[tokio::test]
async fn a_picture_is_uploaded() {
    let (gateway, client) = start().await;
    let media = UploadMediaResponse::builder().media_id("media42").build();
    gateway.respond("POST", "/v3/merchant/media/upload", ok(media));
    let file = UploadFile::from_bytes("logo.png", b"pixels".to_vec()).unwrap();
    assert_eq!(uploads::picture(&client, file).await.unwrap(), "media42");
    let request = gateway.requests().pop().unwrap();
    assert_eq!(&**request.file().unwrap().bytes(), b"pixels");
}

#[tokio::test]
async fn a_bill_is_saved() {
    let (gateway, client) = start().await;
    gateway.bill("/v3/bill/tradebill", "交易时间,商户号\r\n");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bill.csv");
    bills::save(&client, "2026-01-01", &path).await.unwrap();
    assert_eq!(
        std::fs::read_to_string(path).unwrap(),
        "交易时间,商户号\r\n"
    );
}

#[tokio::test]
async fn pending_complaints_are_read_and_settled() {
    let (gateway, client) = start().await;
    let complaint = |id: &str, state| {
        ComplaintInfo::builder()
            .complaint_id(id)
            .complaint_time("2026-01-01T10:00:00+08:00")
            .complaint_detail("反馈一个重复扣费的问题")
            .complaint_state(state)
            .complaint_full_refunded(false)
            .incoming_user_response(false)
            .problem_description("不满意商家服务")
            .user_complaint_times(1)
            .build()
    };
    let page = ListComplaintsResponse::builder()
        .limit(50)
        .offset(0)
        .total_count(2)
        .data(vec![
            complaint("1", ComplaintState::Processed),
            complaint("2", ComplaintState::Pending),
        ])
        .build();
    let path = "/v3/merchant-service/complaints-v2";
    gateway.respond("GET", path, ok(page));
    let pending = complaints::pending(&client, "2026-01-01", "2026-01-02")
        .await
        .unwrap();
    let ids: Vec<_> = pending
        .iter()
        .map(|complaint| &*complaint.complaint_id)
        .collect();
    assert_eq!(ids, ["2"]);
    assert_eq!(gateway.requests().len(), 1);

    for action in ["response", "complete"] {
        let path = format!("{path}/{{complaint_id}}/{action}");
        gateway.respond("POST", &path, ScriptedResponse::no_content());
    }
    complaints::settle(&client, "2", "已退款").await.unwrap();
    let requests = gateway.requests();
    let targets: Vec<_> = requests
        .iter()
        .skip(1)
        .map(|request| request.target())
        .collect();
    assert_eq!(
        targets,
        [format!("{path}/2/response"), format!("{path}/2/complete")]
    );
}

#[tokio::test]
async fn a_payment_is_recorded_once_and_a_forged_one_never() {
    let (gateway, _) = start().await;
    let ledger = Ledger::default();
    let router = router(gateway.notifications(), ledger.clone());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/notify", listener.local_addr().unwrap());
    let server = tokio::spawn(async { axum::serve(listener, router).await });

    let event = "TRANSACTION.SUCCESS";
    let order = |out_trade_no: &str| {
        json!({
            "mchid": MCHID, "out_trade_no": out_trade_no, "trade_state": "SUCCESS",
            "trade_state_desc": "支付成功", "amount": { "total": 888 }
        })
    };
    let paid = gateway
        .notification(event, "transaction", &order("42"))
        .unwrap();
    let forged = gateway
        .faulty_notification(event, "transaction", &order("43"), Fault::WrongSignature)
        .unwrap();
    let combined = json!({
        "combine_appid": "wx8888888888888888", "combine_mchid": MCHID, "combine_out_trade_no": "50",
        "sub_orders": [
            { "mchid": MCHID, "out_trade_no": "51", "trade_state": "SUCCESS", "amount": { "total_amount": 5, "payer_amount": 5 } },
            { "mchid": MCHID, "out_trade_no": "52", "trade_state": "SUCCESS", "amount": { "total_amount": 7 } },
        ]
    });
    let combined = gateway
        .notification(event, "transaction", &combined)
        .unwrap();
    let undecoded = gateway
        .notification(event, "transaction", &json!({ "mchid": MCHID }))
        .unwrap();
    let other = gateway
        .notification("FUTURE.EVENT", "future", &json!({}))
        .unwrap();
    let mut statuses = Vec::new();
    for notification in [paid.clone(), paid, combined, forged, undecoded, other] {
        let reply = gateway.notify(&url, notification).await.unwrap();
        statuses.push(reply.status().as_u16());
    }
    assert_eq!(statuses, [200, 200, 200, 401, 500, 200]);
    let ledger = ledger.lock().unwrap();
    let paid: Vec<_> = ledger
        .iter()
        .map(|(out_trade_no, total)| (&**out_trade_no, *total))
        .collect();
    assert_eq!(
        paid,
        [
            ("42", Some(Fen(888))),
            ("51", Some(Fen(5))),
            ("52", Some(Fen(7)))
        ]
    );
    server.abort();
}
