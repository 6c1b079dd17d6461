//! Pay parameters of front ends (调起支付), where the vectors check nothing.

use std::time::UNIX_EPOCH;

use openssl::{hash::MessageDigest, pkey::PKey, sign::Signer};
use serde_json::{Value, json};
use wechatpay_client::{
    Client, Error, ErrorKind, Merchant, Outcome, Result, Signer as KeySigner, Verifier,
    WechatPayPublicKey,
    error::{
        KeyErrorKind, KeySubject, SignedValueErrorKind, SignerError, SigningError, SigningErrorKind,
    },
    gateway::{Gateway, ScriptedResponse},
    pay::{
        ApiV2Key, AppOrder, AppPayment, Coupon, JsapiOrder, JsapiPayment, MedicalInsurancePayment,
        MedicalOrder, MedicalSession, MerchantTransfer, MiniProgramPayment, OrderApps,
        PayscoreView, PrepaySession, SendCoupon, TransferRequest, TransferToConfirm, coupon_url,
        h5_url, only, required, returned,
    },
};

const KEY: &str = "abcdefghijklmnopqrstuvwxyz012345";

const MCHID: &str = "1900007291";

fn client() -> Client {
    let private_key = include_bytes!("fixtures/vectors/keys/merchant.key.pem");
    let serial_no = "3A865B7668B64315C003E6361BC0A2649C8AA9C8";
    let merchant = Merchant::new(MCHID, serial_no, private_key).unwrap();
    let public_key = include_bytes!("fixtures/vectors/keys/wechatpay-public-key.pub.pem");
    let verifier = WechatPayPublicKey::from_pem("PUB_KEY_ID_01", public_key).unwrap();
    Client::builder(merchant, Verifier::new(verifier))
        .build()
        .unwrap()
}

fn key() -> ApiV2Key {
    ApiV2Key::new(KEY).unwrap()
}

fn coupon(stock_id: &str, out_request_no: &str) -> Coupon {
    Coupon {
        stock_id: stock_id.into(),
        out_request_no: out_request_no.into(),
    }
}

#[tokio::test]
async fn each_set_of_pay_parameters_has_its_own_nonce_and_signature() {
    let client = client();
    let first = JsapiPayment::sign(&client, "wx24", "wx2014").await.unwrap();
    let second = JsapiPayment::sign(&client, "wx24", "wx2014").await.unwrap();
    assert_ne!(first.payment.pay_sign, second.payment.pay_sign);
    let mini_program = MiniProgramPayment::sign(&client, "wx24", "wx2014")
        .await
        .unwrap();
    assert_eq!(mini_program.nonce_str.len(), 32);
    let app = AppPayment::sign(&client, "wx24", "1900000109", "wx2014")
        .await
        .unwrap();
    assert!(app.timestamp.parse::<u64>().unwrap() > 1_700_000_000);
}

#[test]
fn an_h5_url_is_kept_and_the_added_redirect_url_is_encoded() {
    let given = "https://wx.tenpay.com/cgi-bin/mmpayweb-bin/checkmweb?prepay_id=wx2016121516420242444321ca0631331346&package=1405458241";
    assert_eq!(
        h5_url(given, "https://www.wechatpay.com.cn/?a=1&b=2"),
        format!("{given}&redirect_url=https%3A%2F%2Fwww.wechatpay.com.cn%2F%3Fa%3D1%26b%3D2"),
    );
}

#[test]
fn pay_score_views_are_signed_over_all_of_their_pairs() {
    let views: [Result<PayscoreView, SigningError>; 3] = [
        PayscoreView::confirm(&client(), &key(), "XXXXXXXX"),
        PayscoreView::detail(&client(), &key(), "500001", "1234323JKHDFE1243252"),
        PayscoreView::enable(&client(), &key(), "500001", "1234323JKHDFE1243252"),
    ];
    let expected = [
        (
            "wxpayScoreUse",
            &["mch_id", "nonce_str", "package", "sign_type", "timestamp"][..],
        ),
        (
            "wxpayScoreDetail",
            &[
                "mch_id",
                "nonce_str",
                "out_order_no",
                "service_id",
                "sign_type",
                "timestamp",
            ],
        ),
        (
            "wxpayScoreEnable",
            &[
                "mch_id",
                "nonce_str",
                "out_request_no",
                "service_id",
                "sign_type",
                "timestamp",
            ],
        ),
    ];
    for (view, (business_type, names)) in views.into_iter().zip(expected) {
        let view = view.unwrap();
        assert_eq!(view.business_type(), business_type);
        let Value::Object(mut pairs) = serde_json::to_value(&view).unwrap() else {
            panic!()
        };
        let sign = pairs.remove("sign").unwrap();
        assert_eq!(pairs.keys().collect::<Vec<_>>(), names, "{business_type}");
        assert_eq!(pairs["sign_type"], "HMAC-SHA256");
        let message: String = pairs
            .iter()
            .map(|(name, value)| format!("{name}={}&", value.as_str().unwrap()))
            .collect();
        let secret = PKey::hmac(KEY.as_bytes()).unwrap();
        let mut signer = Signer::new(MessageDigest::sha256(), &secret).unwrap();
        let mac = signer
            .sign_oneshot_to_vec(format!("{message}key={KEY}").as_bytes())
            .unwrap();
        let mac: String = mac.iter().map(|byte| format!("{byte:02X}")).collect();
        assert_eq!(sign, mac, "{business_type}");
        assert!(view.query_string().starts_with("mch_id=1900007291&"));
        assert!(view.query_string().ends_with(&format!("&sign={mac}")));
    }
}

#[test]
fn coupons_are_numbered_and_signed() {
    let coupons = vec![coupon("9856000", "abc123"), coupon("9856001", "abc124")];
    let plugin = SendCoupon::sign(&client(), &key(), coupons).unwrap();
    assert_eq!(
        serde_json::to_value(&plugin).unwrap(),
        json!({
            "send_coupon_params": [
                { "stock_id": "9856000", "out_request_no": "abc123" },
                { "stock_id": "9856001", "out_request_no": "abc124" },
            ],
            "send_coupon_merchant": "1900007291",
            "sign": "B6AB92364CF3385492871DD3111130D0FF96CCF94BA86C6BE997DDF829949054",
        }),
    );
    assert_eq!(
        coupon_url(&client(), &key(), &coupon("9856000", "abc123"), "oUpF8").unwrap(),
        "https://action.weixin.qq.com/busifavor/getcouponinfo?stock_id=9856000&out_request_no=abc123\
         &send_coupon_merchant=1900007291&open_id=oUpF8\
         &sign=A1C85958BE8FC4F2AABBA7CFEC0B18DAF1DCFB2C404D544619E169C12E3590C2#wechat_pay&wechat_redirect",
    );
}

#[test]
fn an_api_v2_key_must_be_32_letters_and_digits_and_is_not_shown() {
    for wrong in ["", "abc", &"a".repeat(33), &"-".repeat(32)] {
        let error = ApiV2Key::new(wrong).unwrap_err();
        assert_eq!(error.subject(), KeySubject::ApiV2Key);
        assert_eq!(*error.kind(), KeyErrorKind::InvalidFormat);
    }
    assert_eq!(format!("{:?}", key()), "[APIv2 key]");
}

const REFUNDS: &str = "/v3/refund/domestic/refunds";

fn refused<T: std::fmt::Debug, E: std::fmt::Debug + Into<Error>>(
    signed: Result<T, E>,
    name: &str,
    problem: SignedValueErrorKind,
) {
    let error: Error = signed.unwrap_err().into();
    let ErrorKind::Signing(error) = error.into_kind() else {
        panic!()
    };
    let text = error.to_string();
    let SigningErrorKind::InvalidValue(error) = error.kind() else {
        panic!("{error:?}")
    };
    assert_eq!((error.parameter(), error.kind()), (name, problem));
    assert_eq!(text, format!("not signed: `{name}` {problem}"));
}

/// With a line feed in a value, the four lines of a front end would be the five of a request.
#[tokio::test]
async fn no_pay_parameters_hold_a_signature_over_a_request() {
    let gateway = Gateway::start().await.unwrap();
    gateway.respond(
        "POST",
        REFUNDS,
        ScriptedResponse::ok(json!({ "status": "SUCCESS" })),
    );
    let client = gateway.client().build().unwrap();
    let appid = format!("POST\n{REFUNDS}");
    let body = r#"{"transaction_id":"42","out_refund_no":"1"}"#;
    let forged = SignedValueErrorKind::ControlCharacter;
    refused(
        AppPayment::sign(&client, &appid, "1900000109", body).await,
        "appid",
        forged,
    );
    refused(
        JsapiPayment::sign(&client, &appid, body).await,
        "appid",
        forged,
    );
    refused(
        MiniProgramPayment::sign_at(&client, "wx24", "wx20", UNIX_EPOCH, "1\nn").await,
        "nonce",
        forged,
    );
    refused(
        MiniProgramPayment::sign(&client, "wx24", "wx\nid").await,
        "prepay_id",
        forged,
    );
    assert!(gateway.requests().is_empty());
}

#[tokio::test]
async fn an_empty_prepay_id_or_a_whole_package_is_refused() {
    let client = client();
    let empty = SignedValueErrorKind::Empty;
    refused(
        MiniProgramPayment::sign(&client, "wx24", "").await,
        "prepay_id",
        empty,
    );
    refused(
        JsapiPayment::sign(&client, "", "wx20").await,
        "appid",
        empty,
    );
    let package = SignedValueErrorKind::Separator { character: '=' };
    refused(
        AppPayment::sign(&client, "wx24", "1900000109", "prepay_id=wx20").await,
        "prepay_id",
        package,
    );
}

#[test]
fn a_value_that_holds_a_separator_of_pairs_is_not_signed() {
    let (client, key) = (client(), key());
    let pair = SignedValueErrorKind::Separator { character: '&' };
    let control = SignedValueErrorKind::ControlCharacter;
    let empty = SignedValueErrorKind::Empty;
    refused(
        PayscoreView::confirm(&client, &key, "1&service_id=2"),
        "package",
        pair,
    );
    refused(
        PayscoreView::detail(&client, &key, "1", "2\u{85}"),
        "out_order_no",
        control,
    );
    refused(
        PayscoreView::enable(&client, &key, "", "2"),
        "service_id",
        empty,
    );
    refused(
        SendCoupon::sign(&client, &key, vec![coupon("1", "2&stock_id1=3")]),
        "out_request_no",
        pair,
    );
    refused(SendCoupon::sign(&client, &key, vec![]), "coupons", empty);
    refused(
        coupon_url(&client, &key, &coupon("1", "2"), "o\nU"),
        "open_id",
        control,
    );
    refused(
        coupon_url(&client, &key, &coupon("", "2"), "oU"),
        "stock_id",
        empty,
    );
    // Base64 may hold `=`, which separates nothing in a value.
    PayscoreView::confirm(&client, &key, "DJIOSQPYWDxsjdldeuwhdodwxasd==").unwrap();
}

#[tokio::test]
async fn pay_parameters_are_signed_with_the_current_key_of_the_client() {
    let gateway = Gateway::start().await.unwrap();
    let client = gateway.client().build().unwrap();
    let sign = async |client: &Client| {
        let payment = MiniProgramPayment::sign_at(client, "wx24", "wx20", UNIX_EPOCH, "n").await;
        payment.unwrap().pay_sign
    };
    let earlier = sign(&client).await;
    assert_eq!(sign(&client.clone()).await, earlier);
    let renewed = gateway.renew_merchant().unwrap();
    Client::renew_merchant(&client, renewed.clone()).unwrap();
    let now = sign(&client).await;
    assert_ne!(now, earlier);
    let verifier = Verifier::new(gateway.public_key());
    let other = gateway.client_for(renewed, verifier).build().unwrap();
    assert_eq!(sign(&other).await, now);
}

/// Never signs.
struct HangingSigner;

impl KeySigner for HangingSigner {
    async fn sign(&self, _: &[u8]) -> Result<Vec<u8>, SignerError> {
        std::future::pending().await
    }
}

#[tokio::test]
async fn signing_pay_parameters_times_out_like_a_call() {
    let gateway = Gateway::start().await.unwrap();
    let merchant = Merchant::with_signer("1900000109", "3A86", HangingSigner).unwrap();
    let verifier = Verifier::new(gateway.public_key());
    let client = gateway.client_for(merchant, verifier).build().unwrap();
    let hurried = client.with_timeout(std::time::Duration::from_millis(20));
    let error = JsapiPayment::sign(&hurried, "wx24", "wx20").await;
    let error = error.unwrap_err();
    assert!(error.is_timeout(), "{error:?}");
    assert_eq!(error.outcome(), Outcome::NotExecuted);
}

/// A direct order with the members that a test gives.
#[derive(Clone, Copy)]
struct Order {
    appid: &'static str,
    mchid: Option<&'static str>,
    trade_type: Option<&'static str>,
}

const ORDER: Order = Order {
    appid: "wx24",
    mchid: Some(MCHID),
    trade_type: None,
};

impl JsapiOrder for Order {
    type Response = Prepaid;

    fn appid(&self) -> Result<&str> {
        Ok(self.appid)
    }

    fn mchid(&self) -> Option<&str> {
        self.mchid
    }

    fn trade_type(&self) -> Option<&str> {
        self.trade_type
    }
}

impl AppOrder for Order {
    type Response = Prepaid;

    fn appid(&self) -> Result<&str> {
        Ok(self.appid)
    }

    fn mchid(&self) -> Option<&str> {
        self.mchid
    }

    fn partnerid(&self) -> Result<&str> {
        required("mchid", self.mchid)
    }

    fn trade_type(&self) -> Option<&str> {
        self.trade_type
    }
}

struct Prepaid(Option<&'static str>);

impl PrepaySession for Prepaid {
    fn prepay_id(&self) -> Result<&str> {
        returned("prepay_id", self.0)
    }
}

const PREPAID: Prepaid = Prepaid(Some("wx2014"));

fn unix(seconds: &str) -> std::time::SystemTime {
    UNIX_EPOCH + std::time::Duration::from_secs(seconds.parse().unwrap())
}

/// RSA signatures have no random part, so the same values give the same signature.
#[tokio::test]
async fn payments_of_an_order_are_signed_over_its_values() {
    let client = client();
    let jsapi = JsapiPayment::of(&client, &ORDER, &PREPAID).await.unwrap();
    let MiniProgramPayment {
        time_stamp,
        nonce_str,
        ..
    } = &jsapi.payment;
    let signed = JsapiPayment::sign_at(&client, "wx24", "wx2014", unix(time_stamp), nonce_str);
    assert_eq!(jsapi, signed.await.unwrap());

    let mini_program = MiniProgramPayment::of(&client, &ORDER, &PREPAID).await;
    let mini_program = mini_program.unwrap();
    let (time, nonce) = (unix(&mini_program.time_stamp), &mini_program.nonce_str);
    let signed = MiniProgramPayment::sign_at(&client, "wx24", "wx2014", time, nonce);
    assert_eq!(mini_program, signed.await.unwrap());

    let app = AppPayment::of(&client, &ORDER, &PREPAID).await.unwrap();
    let time = unix(&app.timestamp);
    let signed = AppPayment::sign_at(&client, "wx24", MCHID, "wx2014", time, &app.noncestr).await;
    assert_eq!(app, signed.unwrap());
}

#[tokio::test]
async fn an_order_or_a_response_that_lacks_a_value_is_refused() {
    let client = client();
    let without = Order {
        mchid: None,
        ..ORDER
    };
    refused(
        AppPayment::of(&client, &without, &PREPAID).await,
        "mchid",
        SignedValueErrorKind::NotInOrder,
    );
    for prepay_id in [None, Some("")] {
        let prepaid = Prepaid(prepay_id);
        let kind = SignedValueErrorKind::NotInResponse;
        refused(
            MiniProgramPayment::of(&client, &ORDER, &prepaid).await,
            "prepay_id",
            kind,
        );
        refused(
            AppPayment::of(&client, &ORDER, &prepaid).await,
            "prepay_id",
            kind,
        );
    }
}

#[tokio::test]
async fn an_order_of_another_trade_type_is_refused() {
    let client = client();
    let of_type = |trade_type| Order {
        trade_type: Some(trade_type),
        ..ORDER
    };
    let (jsapi, app) = (of_type("JSAPI"), of_type("APP"));
    JsapiPayment::of(&client, &jsapi, &PREPAID).await.unwrap();
    AppPayment::of(&client, &app, &PREPAID).await.unwrap();
    let expected = |expected| SignedValueErrorKind::OtherTradeType { expected };
    refused(
        JsapiPayment::of(&client, &app, &PREPAID).await,
        "trade_type",
        expected("JSAPI"),
    );
    refused(
        MiniProgramPayment::of(&client, &of_type("NATIVE"), &PREPAID).await,
        "trade_type",
        expected("JSAPI"),
    );
    refused(
        AppPayment::of(&client, &jsapi, &PREPAID).await,
        "trade_type",
        expected("APP"),
    );
}

#[tokio::test]
async fn an_order_of_another_merchant_is_refused() {
    let client = client();
    let order = Order {
        mchid: Some("1230000109"),
        ..ORDER
    };
    let errors = [
        JsapiPayment::of(&client, &order, &PREPAID)
            .await
            .unwrap_err(),
        MiniProgramPayment::of(&client, &order, &PREPAID)
            .await
            .unwrap_err(),
        AppPayment::of(&client, &order, &PREPAID).await.unwrap_err(),
    ];
    for error in errors {
        assert_eq!(error.outcome(), Outcome::NotExecuted);
        assert_eq!(
            error.to_string(),
            "not signed: the order belongs to the merchant \"1230000109\", but the client signs for \"1900007291\": \
             use the client that placed the order",
        );
        let ErrorKind::Signing(error) = error.into_kind() else {
            panic!()
        };
        let SigningErrorKind::OtherMerchant {
            in_order,
            of_client,
        } = error.kind()
        else {
            panic!("{error:?}")
        };
        assert_eq!((&**in_order, &**of_client), ("1230000109", MCHID));
    }

    // Without a number, any client signs.
    for mchid in [None, Some("")] {
        let order = Order { mchid, ..ORDER };
        JsapiPayment::of(&client, &order, &PREPAID).await.unwrap();
    }
}

struct Transfer(&'static str);

impl TransferRequest for Transfer {
    fn appid(&self) -> Result<&str> {
        Ok(self.0)
    }
}

struct Bill(Option<&'static str>);

impl TransferToConfirm for Bill {
    fn package_info(&self) -> Option<&str> {
        self.0
    }
}

/// The official page of the apps has the query of this package:
/// <https://pay.weixin.qq.com/doc/v3/merchant/4012719576>.
#[test]
fn a_transfer_is_confirmed_with_its_package() {
    let client = client();
    let bill = Bill(Some("affffddafdfafddffda=="));
    let transfer = MerchantTransfer::of(&client, &Transfer("wx8888888888888888"), &bill).unwrap();
    assert_eq!(
        serde_json::to_value(&transfer).unwrap(),
        json!({ "mchId": MCHID, "appId": "wx8888888888888888", "package": "affffddafdfafddffda==" }),
    );
    assert_eq!(
        transfer.query_string(),
        "mchId=1900007291&appId=wx8888888888888888&package=affffddafdfafddffda%3D%3D",
    );

    refused(
        MerchantTransfer::of(&client, &Transfer(""), &bill),
        "appid",
        SignedValueErrorKind::NotInOrder,
    );
    for package in [None, Some("")] {
        let transfer = MerchantTransfer::of(&client, &Transfer("wx24"), &Bill(package));
        refused(transfer, "package_info", SignedValueErrorKind::NotToConfirm);
    }
    assert_eq!(
        SignedValueErrorKind::NotToConfirm.to_string(),
        "is missing in the response: let the user confirm only a transfer in the state `WAIT_USER_CONFIRM`",
    );
}

struct PartnerTransfer(&'static str, Option<&'static str>);

impl TransferRequest for PartnerTransfer {
    fn appid(&self) -> Result<&str> {
        Ok("wx8888888888888888")
    }

    fn sub_mchid(&self) -> Option<&str> {
        Some(self.0)
    }

    fn sub_appid(&self) -> Option<&str> {
        self.1
    }
}

/// The names are those of the official page: <https://pay.weixin.qq.com/doc/v3/partner/4016960577>.
#[test]
fn a_transfer_of_a_service_provider_names_the_sub_merchant() {
    let client = client();
    let bill = Bill(Some("affff=="));
    let transfer = PartnerTransfer("1900000110", Some("wx8888888888888889"));
    let transfer = MerchantTransfer::of(&client, &transfer, &bill).unwrap();
    assert_eq!(
        serde_json::to_value(&transfer).unwrap(),
        json!({
            "mchId": MCHID, "subMchId": "1900000110", "appId": "wx8888888888888888",
            "subAppId": "wx8888888888888889", "package": "affff==",
        }),
    );
    assert_eq!(
        transfer.query_string(),
        "mchId=1900007291&subMchId=1900000110&appId=wx8888888888888888&subAppId=wx8888888888888889&package=affff%3D%3D",
    );
    for sub_appid in [None, Some("")] {
        let transfer = PartnerTransfer("1900000110", sub_appid);
        let transfer = MerchantTransfer::of(&client, &transfer, &bill).unwrap();
        assert_eq!(transfer.sub_mch_id.as_deref(), Some("1900000110"));
        assert_eq!(transfer.sub_app_id, None);
    }
}

#[test]
fn the_payer_decides_the_app_of_an_order() {
    let partner = OrderApps {
        sp_appid: Some("wx1"),
        sub_appid: Some("wx2"),
        ..OrderApps::default()
    };
    let of_provider = OrderApps {
        sp_openid: Some("o1"),
        ..partner
    };
    let of_sub_merchant = OrderApps {
        sub_openid: Some("o2"),
        ..partner
    };
    assert_eq!(of_provider.of_payer().unwrap(), "wx1");
    assert_eq!(of_sub_merchant.of_payer().unwrap(), "wx2");
    let direct = OrderApps {
        appid: Some("wx3"),
        openid: Some("o3"),
        ..partner
    };
    assert_eq!(direct.of_payer().unwrap(), "wx3");

    let empty = OrderApps {
        sp_openid: Some(""),
        ..partner
    };
    for without in [partner, empty] {
        refused(without.of_payer(), "payer", SignedValueErrorKind::NoOpenid);
    }
    let both = OrderApps {
        sub_openid: Some("o2"),
        ..of_provider
    };
    refused(
        both.of_payer(),
        "payer",
        SignedValueErrorKind::SeveralOpenids,
    );
    let without_appid = OrderApps {
        sub_appid: None,
        ..of_sub_merchant
    };
    refused(
        without_appid.of_payer(),
        "sub_appid",
        SignedValueErrorKind::NotInOrder,
    );
}

#[test]
fn the_sub_merchants_app_pays_an_app_order_if_there_is_one() {
    let provider = OrderApps {
        sp_appid: Some("wx1"),
        ..OrderApps::default()
    };
    assert_eq!(provider.of_app().unwrap(), "wx1");
    let both = OrderApps {
        sub_appid: Some("wx2"),
        ..provider
    };
    assert_eq!(both.of_app().unwrap(), "wx2");
    let direct = OrderApps {
        appid: Some("wx3"),
        ..OrderApps::default()
    };
    assert_eq!(direct.of_app().unwrap(), "wx3");
    let mixed = OrderApps {
        appid: Some("wx3"),
        ..both
    };
    refused(
        mixed.of_app(),
        "appid",
        SignedValueErrorKind::SeveralInOrder,
    );
    refused(
        OrderApps::default().of_app(),
        "appid",
        SignedValueErrorKind::NotInOrder,
    );
}

#[test]
fn a_combined_order_is_paid_in_the_app_of_its_payer() {
    let initiator = OrderApps {
        appid: Some("wx1"),
        openid: Some("o1"),
        ..OrderApps::default()
    };
    let different = [Some("wx2"), None, Some("wx3")];
    // The openid belongs to the initiator's app, whatever apps the merchants have.
    assert_eq!(initiator.of_combined_payer(different).unwrap(), "wx1");
    let sub_merchant = OrderApps {
        openid: None,
        sub_openid: Some("o2"),
        ..initiator
    };
    let same = [Some("wx2"), None, Some("wx2")];
    assert_eq!(sub_merchant.of_combined_payer(same).unwrap(), "wx2");
    refused(
        sub_merchant.of_combined_payer(different),
        "sub_appid",
        SignedValueErrorKind::SeveralInOrder,
    );
    refused(
        sub_merchant.of_combined_payer([None, Some("")]),
        "sub_appid",
        SignedValueErrorKind::NotInOrder,
    );

    assert_eq!(initiator.of_combined_app([None]).unwrap(), "wx1");
    assert_eq!(initiator.of_combined_app([Some("wx1")]).unwrap(), "wx1");
    refused(
        initiator.of_combined_app(same),
        "sub_appid",
        SignedValueErrorKind::SeveralInOrder,
    );
    refused(
        OrderApps::default().of_combined_app(same),
        "appid",
        SignedValueErrorKind::NotInOrder,
    );
}

#[test]
fn only_one_value_is_taken() {
    assert_eq!(only("mchid", [None, None]).unwrap(), None);
    assert_eq!(only("mchid", [None, Some("1")]).unwrap(), Some("1"));
    refused(
        only("mchid", [Some("1"), Some("2")]),
        "mchid",
        SignedValueErrorKind::SeveralInOrder,
    );
}

struct Medical {
    mix_pay_type: &'static str,
    prepay_id: Option<&'static str>,
}

impl MedicalOrder for Medical {
    type Response = Mixed;

    fn appid(&self) -> Result<&str> {
        Ok("wx24")
    }

    fn mix_pay_type(&self) -> &str {
        self.mix_pay_type
    }

    fn prepay_id(&self) -> Option<&str> {
        self.prepay_id
    }
}

struct Mixed(Option<&'static str>);

impl MedicalSession for Mixed {
    fn mix_trade_no(&self) -> Result<&str> {
        returned("mix_trade_no", self.0)
    }
}

#[tokio::test]
async fn medical_insurance_is_signed_like_jsapi_beside_the_number_of_the_order() {
    let client = client();
    let mixed = Mixed(Some("1217752501201407033233368318"));
    for mix_pay_type in ["CASH_ONLY", "CASH_AND_INSURANCE"] {
        let order = Medical {
            mix_pay_type,
            prepay_id: Some("wx2014"),
        };
        let payment = MedicalInsurancePayment::of(&client, &order, &mixed).await;
        let payment = payment.unwrap();
        let signed = payment.payment.as_ref().unwrap();
        let (time, nonce) = (unix(&signed.time_stamp), &signed.nonce_str);
        let expected = MiniProgramPayment::sign_at(&client, "wx24", "wx2014", time, nonce).await;
        let expected = expected.unwrap();
        assert_eq!(
            serde_json::to_value(&payment).unwrap(),
            json!({
                "appid": "wx24",
                "mixTradeNo": "1217752501201407033233368318",
                "timeStamp": expected.time_stamp,
                "nonceStr": expected.nonce_str,
                "package": "prepay_id=wx2014",
                "signType": "RSA",
                "paySign": expected.pay_sign,
            }),
        );
    }
}

#[tokio::test]
async fn insurance_that_pays_everything_needs_no_signature() {
    let mixed = Mixed(Some("1217752501201407033233368318"));
    let order = Medical {
        mix_pay_type: "INSURANCE_ONLY",
        prepay_id: None,
    };
    let payment = MedicalInsurancePayment::of(&client(), &order, &mixed).await;
    assert_eq!(
        serde_json::to_value(payment.unwrap()).unwrap(),
        json!({ "appid": "wx24", "mixTradeNo": "1217752501201407033233368318" }),
    );
    let cash = Medical {
        mix_pay_type: "CASH_AND_INSURANCE",
        prepay_id: None,
    };
    refused(
        MedicalInsurancePayment::of(&client(), &cash, &mixed).await,
        "prepay_id",
        SignedValueErrorKind::NotInOrder,
    );
    refused(
        MedicalInsurancePayment::of(&client(), &order, &Mixed(None)).await,
        "mix_trade_no",
        SignedValueErrorKind::NotInResponse,
    );
}

#[test]
fn errors_of_orders_say_what_to_do() {
    let texts = [
        required("mchid", None).unwrap_err(),
        returned("prepay_id", None).unwrap_err(),
        only("sub_appid", [Some("wx1"), Some("wx2")]).unwrap_err(),
        OrderApps::default().of_payer().unwrap_err(),
    ]
    .map(|error| error.to_string());
    assert_eq!(
        texts,
        [
            "not signed: `mchid` is missing in the order: set the member in the request",
            "not signed: `prepay_id` is missing in the response: place the order again with the same values",
            "not signed: `sub_appid` has several values in the order: keep one, or pass the right one to `sign`",
            "not signed: `payer` has no openid: set the openid that the user has in the app that starts the payment",
        ],
    );
    let trade_type = SignedValueErrorKind::OtherTradeType { expected: "APP" };
    assert_eq!(
        [
            SignedValueErrorKind::SeveralOpenids.to_string(),
            trade_type.to_string(),
        ],
        [
            "has several openids: keep the openid that the user has in the app that starts the payment",
            "is not `APP`: sign with the payment type of the front end that pays the order",
        ],
    );
}
