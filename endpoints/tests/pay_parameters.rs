//! Payment parameters are those of the order that was sent.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a failed step fails the test"
)]

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use wechatpay_client::{
    Client, Error, ErrorKind, Fen, Result,
    error::{SignedValueErrorKind, SigningErrorKind},
    gateway::{Gateway, ScriptedResponse},
    pay::{
        AppOrder, AppPayment, JsapiOrder, JsapiPayment, MedicalInsurancePayment, MiniProgramPayment,
    },
};
use wechatpay_endpoints::{
    hongkong::payments as hongkong,
    industries::medical_insurance::{self as medical, MedicalInsuranceOrders as _},
    papay::repayment,
    payments::{
        combine,
        direct::{self, Transactions as _},
        partner,
    },
};

/// The merchant of the gateway's client.
const MCHID: &str = "1900000109";
const PREPAY_ID: &str = "wx201410272009395522657a690389285100";

async fn client() -> Client {
    let gateway = Gateway::start().await.unwrap();
    gateway.client().build().unwrap()
}

/// A response to any order.
fn prepaid<T: DeserializeOwned>() -> T {
    serde_json::from_value(json!({ "prepay_id": PREPAY_ID })).unwrap()
}

fn unix(seconds: &str) -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(seconds.parse().unwrap())
}

/// The appid of signed parameters, which are the same if they are signed with that appid again.
async fn jsapi_appid<O: JsapiOrder>(order: &O, session: &O::Response) -> Result<String> {
    let client = client().await;
    let payment = JsapiPayment::of(&client, order, session).await?;
    let signed = &payment.payment;
    let (time, nonce) = (unix(&signed.time_stamp), &signed.nonce_str);
    let again = JsapiPayment::sign_at(&client, &payment.app_id, PREPAY_ID, time, nonce).await?;
    assert_eq!(payment, again);
    Ok(payment.app_id)
}

/// The appid and the payee of signed parameters, as for JSAPI.
async fn app_values<O: AppOrder>(order: &O, session: &O::Response) -> Result<[String; 2]> {
    let client = client().await;
    let payment = AppPayment::of(&client, order, session).await?;
    let AppPayment {
        appid, partnerid, ..
    } = &payment;
    let (time, nonce) = (unix(&payment.timestamp), &payment.noncestr);
    let again = AppPayment::sign_at(&client, appid, partnerid, PREPAY_ID, time, nonce).await?;
    assert_eq!(payment, again);
    Ok([payment.appid, payment.partnerid])
}

/// The member and the kind of the error of an order.
fn refused<T: std::fmt::Debug>(result: Result<T, Error>) -> (&'static str, SignedValueErrorKind) {
    let ErrorKind::Signing(error) = result.unwrap_err().into_kind() else {
        panic!("another kind of error")
    };
    let SigningErrorKind::InvalidValue(error) = error.kind() else {
        panic!("{error:?}")
    };
    (error.parameter(), error.kind())
}

fn direct_order() -> direct::PrepayJsapiRequest {
    direct::PrepayJsapiRequest::builder()
        .appid("wxd678efh567hg6787")
        .mchid(MCHID)
        .description("Image形象店-深圳腾大-QQ公仔")
        .out_trade_no("1217752501201407033233368018")
        .notify_url("https://merchant.example/notify")
        .amount(direct::Amount::builder().total(Fen(100)).build())
        .payer(direct::JsapiPayer::builder().openid("oUpF8uMuAJO").build())
        .build()
}

#[tokio::test]
async fn a_direct_order_is_paid_in_its_app() {
    let gateway = Gateway::start().await.unwrap();
    let response = ScriptedResponse::ok(json!({ "prepay_id": PREPAY_ID }));
    gateway.respond("POST", "/v3/pay/transactions/jsapi", response);
    let client = gateway.client().build().unwrap();

    let order = direct_order();
    let response = client.prepay_jsapi(&order).await.unwrap();
    let payment = JsapiPayment::of(&client, &order, &response).await.unwrap();
    assert_eq!(payment.app_id, "wxd678efh567hg6787");
    assert_eq!(payment.payment.package, format!("prepay_id={PREPAY_ID}"));

    let payment = MiniProgramPayment::of(&client, &order, &response).await;
    let payment = payment.unwrap();
    let (time, nonce) = (unix(&payment.time_stamp), &payment.nonce_str);
    let again = MiniProgramPayment::sign_at(&client, &order.appid, PREPAY_ID, time, nonce).await;
    assert_eq!(payment, again.unwrap());
}

#[tokio::test]
async fn a_direct_app_order_is_paid_to_its_merchant() {
    let order = direct::PrepayAppRequest::builder()
        .appid("wxd678efh567hg6787")
        .mchid(MCHID)
        .description("QQ公仔")
        .out_trade_no("1217752501201407033233368018")
        .notify_url("https://merchant.example/notify")
        .amount(direct::Amount::builder().total(Fen(100)).build())
        .build();
    let session: direct::PrepayAppResponse = prepaid();
    assert_eq!(
        app_values(&order, &session).await.unwrap(),
        ["wxd678efh567hg6787", MCHID],
    );
}

fn partner_order(
    sub_appid: Option<&str>,
    sp_openid: Option<&str>,
    sub_openid: Option<&str>,
) -> partner::PrepayPartnerJsapiRequest {
    let payer = partner::JsapiPayer::builder()
        .maybe_sp_openid(sp_openid)
        .maybe_sub_openid(sub_openid)
        .build();
    partner::PrepayPartnerJsapiRequest::builder()
        .sp_appid("wx8888888888888888")
        .sp_mchid(MCHID)
        .maybe_sub_appid(sub_appid)
        .sub_mchid("1230000109")
        .description("QQ公仔")
        .out_trade_no("1217752501201407033233368018")
        .notify_url("https://merchant.example/notify")
        .amount(partner::Amount::builder().total(Fen(100)).build())
        .payer(payer)
        .build()
}

#[tokio::test]
async fn a_partner_order_is_paid_in_the_app_of_the_payers_openid() {
    let session: partner::PrepayResponse = prepaid();
    let sub_appid = Some("wxd678efh567hg6999");
    for (sp_openid, sub_openid, expected) in [
        (Some("o1"), None, "wx8888888888888888"),
        (None, Some("o2"), "wxd678efh567hg6999"),
    ] {
        let order = partner_order(sub_appid, sp_openid, sub_openid);
        assert_eq!(jsapi_appid(&order, &session).await.unwrap(), expected);
    }
    for (sub_appid, sp_openid, sub_openid, expected) in [
        (
            sub_appid,
            Some("o1"),
            Some("o2"),
            ("payer", SignedValueErrorKind::SeveralOpenids),
        ),
        (
            sub_appid,
            None,
            None,
            ("payer", SignedValueErrorKind::NoOpenid),
        ),
        (
            None,
            None,
            Some("o2"),
            ("sub_appid", SignedValueErrorKind::NotInOrder),
        ),
    ] {
        let order = partner_order(sub_appid, sp_openid, sub_openid);
        assert_eq!(refused(jsapi_appid(&order, &session).await), expected);
    }
}

#[tokio::test]
async fn a_partner_app_order_is_paid_to_the_sub_merchant() {
    let session: partner::PrepayPartnerAppResponse = prepaid();
    let order = partner::PrepayPartnerAppRequest::builder()
        .sp_appid("wx8888888888888888")
        .sp_mchid(MCHID)
        .sub_mchid("1230000109")
        .description("QQ公仔")
        .out_trade_no("1217752501201407033233368018")
        .notify_url("https://merchant.example/notify")
        .amount(partner::Amount::builder().total(Fen(100)).build())
        .build();
    assert_eq!(
        app_values(&order, &session).await.unwrap(),
        ["wx8888888888888888", "1230000109"],
    );
    let mut of_sub_merchant = order;
    of_sub_merchant.sub_appid = Some("wxd678efh567hg6999".to_owned());
    assert_eq!(
        app_values(&of_sub_merchant, &session).await.unwrap(),
        ["wxd678efh567hg6999", "1230000109"],
    );
}

fn combined_order(
    sub_appids: &[&str],
    payer: Option<combine::CombinePayerInfo>,
) -> combine::PrepayCombineJsapiRequest {
    let sub_orders = sub_appids.iter().map(|appid| {
        combine::JsapiSubOrder::builder()
            .amount(combined_amount())
            .out_trade_no("20150806125346")
            .description("QQ公仔")
            .sub_appid(*appid)
            .build()
    });
    combine::PrepayCombineJsapiRequest::builder()
        .combine_appid("wxd678efh567hg6787")
        .combine_mchid(MCHID)
        .combine_out_trade_no("P20150806125346")
        .sub_orders(sub_orders.collect())
        .maybe_combine_payer_info(payer)
        .build()
}

fn combined_amount() -> combine::Amount {
    let amount = combine::Amount::builder().total_amount(Fen(10));
    amount.currency("CNY").build()
}

#[tokio::test]
async fn a_combined_order_is_paid_in_the_app_of_the_payers_openid() {
    let session: combine::PrepayResponse = prepaid();
    let payer = combine::CombinePayerInfo::builder;
    let openid = payer().openid("o1").build();
    let different = combined_order(&["wx1", "wx2"], Some(openid));
    let appid = jsapi_appid(&different, &session).await.unwrap();
    assert_eq!(appid, "wxd678efh567hg6787");

    let sub_openid = payer().sub_openid("o2").build();
    let same = combined_order(&["wx1", "wx1"], Some(sub_openid.clone()));
    assert_eq!(jsapi_appid(&same, &session).await.unwrap(), "wx1");
    let different = combined_order(&["wx1", "wx2"], Some(sub_openid.clone()));
    assert_eq!(
        refused(jsapi_appid(&different, &session).await),
        ("sub_appid", SignedValueErrorKind::SeveralInOrder),
    );
    let without_appid = combined_order(&[], Some(sub_openid));
    assert_eq!(
        refused(jsapi_appid(&without_appid, &session).await),
        ("sub_appid", SignedValueErrorKind::NotInOrder),
    );
    let without_payer = combined_order(&["wx1"], None);
    assert_eq!(
        refused(jsapi_appid(&without_payer, &session).await),
        ("payer", SignedValueErrorKind::NoOpenid),
    );
}

#[tokio::test]
async fn a_combined_app_order_is_paid_to_its_initiator() {
    let session: combine::PrepayCombineAppResponse = prepaid();
    let order = |sub_appid: Option<&str>| {
        let sub_order = combine::AppSubOrder::builder()
            .amount(combined_amount())
            .out_trade_no("20150806125346")
            .description("QQ公仔")
            .maybe_sub_appid(sub_appid);
        combine::PrepayCombineAppRequest::builder()
            .combine_appid("wxd678efh567hg6787")
            .combine_mchid(MCHID)
            .combine_out_trade_no("P20150806125346")
            .sub_orders(vec![sub_order.build()])
            .build()
    };
    assert_eq!(
        app_values(&order(None), &session).await.unwrap(),
        ["wxd678efh567hg6787", MCHID],
    );
    assert_eq!(
        refused(app_values(&order(Some("wx1")), &session).await),
        ("sub_appid", SignedValueErrorKind::SeveralInOrder),
    );
}

/// The members of a direct order and of an institution's stand in one type, and so do those of JSAPI and APP.
#[tokio::test]
async fn an_order_in_hong_kong_is_paid_by_its_trade_type() {
    let session: hongkong::PrepayResponse = prepaid();
    let app_session: hongkong::PrepayAppResponse = prepaid();
    let order = |trade_type: &str| {
        hongkong::PrepayRequest::builder()
            .description("QQ公仔")
            .notify_url("https://merchant.example/notify")
            .out_trade_no("1217752501201407033233368018")
            .trade_type(trade_type)
            .merchant_category_code("1011")
            .amount(hongkong::Amount::builder().total(100).build())
    };
    let payer = hongkong::Payer::builder;

    let openid = payer().openid("o1").build();
    let jsapi = order("JSAPI")
        .appid("wx1")
        .mchid(MCHID)
        .payer(openid)
        .build();
    assert_eq!(jsapi_appid(&jsapi, &session).await.unwrap(), "wx1");
    let other = SignedValueErrorKind::OtherTradeType { expected: "APP" };
    assert_eq!(
        refused(app_values(&jsapi, &app_session).await),
        ("trade_type", other),
    );

    let institution = order("JSAPI")
        .sp_appid("wx1")
        .sub_appid("wx2")
        .sub_mchid("2");
    let sub_openid = payer().sub_openid("o2").build();
    let institution = institution.payer(sub_openid).build();
    assert_eq!(jsapi_appid(&institution, &session).await.unwrap(), "wx2");

    let app = order("APP").appid("wx1").mchid(MCHID).build();
    assert_eq!(
        app_values(&app, &app_session).await.unwrap(),
        ["wx1", MCHID]
    );
    let institution = order("APP").sp_appid("wx1").sp_mchid(MCHID).sub_mchid("2");
    let institution = institution.build();
    assert_eq!(
        app_values(&institution, &app_session).await.unwrap(),
        ["wx1", "2"],
    );
    let both = order("APP")
        .appid("wx1")
        .mchid(MCHID)
        .sub_mchid("2")
        .build();
    assert_eq!(
        refused(app_values(&both, &app_session).await),
        ("mchid", SignedValueErrorKind::SeveralInOrder),
    );

    let empty: hongkong::PrepayAppResponse = serde_json::from_value(json!({})).unwrap();
    assert_eq!(
        refused(app_values(&app, &empty).await),
        ("prepay_id", SignedValueErrorKind::NotInResponse),
    );
}

#[tokio::test]
async fn a_repayment_is_paid_in_the_app_of_its_front_end() {
    let session: repayment::PrepayRepaymentCombineOrderResponse = prepaid();
    let order = || {
        repayment::PrepayRepaymentCombineOrderRequest::builder()
            .combine_mchid(MCHID)
            .combine_out_trade_no("P20150806125346")
            .sub_orders(Vec::new())
    };
    let mini_program = repayment::MiniprogramInfo::builder()
        .combine_appid("wx1")
        .openid("o1")
        .build();
    let app = repayment::AppInfo::builder().combine_appid("wx2").build();

    let in_mini_program = order().miniprogram_info(mini_program).build();
    let appid = jsapi_appid(&in_mini_program, &session).await.unwrap();
    assert_eq!(appid, "wx1");
    assert_eq!(
        refused(app_values(&in_mini_program, &session).await),
        ("combine_appid", SignedValueErrorKind::NotInOrder),
    );
    let in_app = order().app_info(app).build();
    assert_eq!(app_values(&in_app, &session).await.unwrap(), ["wx2", MCHID],);
    assert_eq!(
        refused(jsapi_appid(&in_app, &session).await),
        ("combine_appid", SignedValueErrorKind::NotInOrder),
    );
}

/// Each kind of order names the merchant that places the order, which is the client's.
#[tokio::test]
async fn an_order_of_another_merchant_is_refused() {
    let mut direct = direct_order();
    direct.mchid = "1".to_owned();
    let mut partner = partner_order(None, Some("o1"), None);
    partner.sp_mchid = "2".to_owned();
    let mut combined = combined_order(&[], None);
    combined.combine_mchid = Some("3".to_owned());
    let institution = hongkong::PrepayRequest::builder()
        .description("QQ公仔")
        .notify_url("https://merchant.example/notify")
        .out_trade_no("1217752501201407033233368018")
        .trade_type("APP")
        .merchant_category_code("1011")
        .amount(hongkong::Amount::builder().total(100).build())
        .mchid(MCHID)
        .sp_mchid("4")
        .build();
    let errors = [
        jsapi_appid(&direct, &prepaid()).await.unwrap_err(),
        jsapi_appid(&partner, &prepaid()).await.unwrap_err(),
        jsapi_appid(&combined, &prepaid()).await.unwrap_err(),
        app_values(&institution, &prepaid()).await.unwrap_err(),
    ];
    for (error, expected) in errors.into_iter().zip(["1", "2", "3", "4"]) {
        let ErrorKind::Signing(error) = error.into_kind() else {
            panic!("another kind of error")
        };
        let SigningErrorKind::OtherMerchant {
            in_order,
            of_client,
        } = error.kind()
        else {
            panic!("{error:?}")
        };
        assert_eq!((&**in_order, &**of_client), (expected, MCHID));
    }
}

fn medical_order(
    mix_pay_type: medical::MixPayType,
    prepay_id: Option<&str>,
) -> medical::CreateMedicalInsuranceOrderRequest {
    let payer = medical::Payer::builder()
        .name("张三")
        .id_digest("09eb26e839ff3a2e3980352ae45ef09e")
        .card_type(medical::CardType::IdCard)
        .build();
    medical::CreateMedicalInsuranceOrderRequest::builder()
        .mix_pay_type(mix_pay_type)
        .order_type(medical::OrderType::RegPay)
        .appid("wx8888888888888888")
        .sub_appid("wxd678efh567hg6999")
        .sub_openid("o2")
        .payer(payer)
        .out_trade_no("202204022005169952975171534816")
        .serial_no("1217752501201")
        .city_id("530100")
        .med_inst_name("北大医院")
        .med_inst_no("1217752501201407033233368318")
        .total_fee(Fen(202_000))
        .callback_url("https://merchant.example/notify")
        .maybe_prepay_id(prepay_id)
        .build()
}

/// The parameters of an order that the gateway takes.
async fn medical_parameters(
    mix_pay_type: medical::MixPayType,
    prepay_id: Option<&str>,
) -> Result<Value> {
    let gateway = Gateway::start().await.unwrap();
    let response = ScriptedResponse::ok(json!({ "mix_trade_no": "1217752501201407033233368318" }));
    gateway.respond("POST", "/v3/med-ins/orders", response);
    let client = gateway.client().build().unwrap();
    let order = medical_order(mix_pay_type, prepay_id);
    let response = client.create_medical_insurance_order(&order).await?;
    let payment = MedicalInsurancePayment::of(&client, &order, &response).await?;
    if let Some(signed) = &payment.payment {
        let (time, nonce) = (unix(&signed.time_stamp), &signed.nonce_str);
        let appid = "wxd678efh567hg6999";
        let again = MiniProgramPayment::sign_at(&client, appid, PREPAY_ID, time, nonce).await?;
        assert_eq!(*signed, again);
    }
    Ok(serde_json::to_value(payment).unwrap())
}

#[tokio::test]
async fn medical_insurance_is_paid_with_the_number_of_the_mixed_order() {
    let mixed = medical::MixPayType::CashAndInsurance;
    let parameters = medical_parameters(mixed.clone(), Some(PREPAY_ID)).await;
    let parameters = parameters.unwrap();
    assert_eq!(parameters["appid"], "wxd678efh567hg6999");
    assert_eq!(parameters["mixTradeNo"], "1217752501201407033233368318");
    assert_eq!(parameters["package"], format!("prepay_id={PREPAY_ID}"));
    assert_eq!(parameters.as_object().unwrap().len(), 7);

    assert_eq!(
        refused(medical_parameters(mixed, None).await),
        ("prepay_id", SignedValueErrorKind::NotInOrder),
    );
    let insurance = medical_parameters(medical::MixPayType::InsuranceOnly, None).await;
    assert_eq!(
        insurance.unwrap(),
        json!({ "appid": "wxd678efh567hg6999", "mixTradeNo": "1217752501201407033233368318" }),
    );
}
