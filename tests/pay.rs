//! Parameters of front ends: what the vectors leave out.

use openssl::{hash::MessageDigest, pkey::PKey, sign::Signer};
use serde_json::{Value, json};
use wechatpay_client::{
    BuildError, Error, Merchant, Result,
    pay::{
        ApiV2Key, AppPayment, Coupon, JsapiPayment, MiniProgramPayment, PayscoreView, SendCoupon,
        coupon_url, h5_url,
    },
};

const KEY: &str = "abcdefghijklmnopqrstuvwxyz012345";

fn merchant() -> Merchant {
    let private_key = include_bytes!("fixtures/vectors/keys/merchant.key.pem");
    let serial_no = "3A865B7668B64315C003E6361BC0A2649C8AA9C8";
    Merchant::new("1900007291", serial_no, private_key).unwrap()
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
async fn each_call_up_is_signed_afresh() {
    let merchant = merchant();
    let first = JsapiPayment::sign(&merchant, "wx24", "wx2014")
        .await
        .unwrap();
    let second = JsapiPayment::sign(&merchant, "wx24", "wx2014")
        .await
        .unwrap();
    assert_ne!(first.payment.pay_sign, second.payment.pay_sign);
    let mini_program = MiniProgramPayment::sign(&merchant, "wx24", "wx2014")
        .await
        .unwrap();
    assert_eq!(mini_program.nonce_str.len(), 32);
    let app = AppPayment::sign(&merchant, "wx24", "1900000109", "wx2014")
        .await
        .unwrap();
    assert!(app.timestamp.parse::<u64>().unwrap() > 1_700_000_000);
}

#[test]
fn an_h5_address_keeps_what_it_is_given_and_encodes_what_is_added() {
    let given = "https://wx.tenpay.com/cgi-bin/mmpayweb-bin/checkmweb?prepay_id=wx2016121516420242444321ca0631331346&package=1405458241";
    assert_eq!(
        h5_url(given, "https://www.wechatpay.com.cn/?a=1&b=2"),
        format!("{given}&redirect_url=https%3A%2F%2Fwww.wechatpay.com.cn%2F%3Fa%3D1%26b%3D2"),
    );
}

#[test]
fn pay_score_views_are_signed_over_all_of_their_pairs() {
    let views: [Result<PayscoreView>; 3] = [
        PayscoreView::confirm(&merchant(), &key(), "XXXXXXXX"),
        PayscoreView::detail(&merchant(), &key(), "500001", "1234323JKHDFE1243252"),
        PayscoreView::enable(&merchant(), &key(), "500001", "1234323JKHDFE1243252"),
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
    let plugin = SendCoupon::sign(&merchant(), &key(), coupons).unwrap();
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
        coupon_url(&merchant(), &key(), &coupon("9856000", "abc123"), "oUpF8").unwrap(),
        "https://action.weixin.qq.com/busifavor/getcouponinfo?stock_id=9856000&out_request_no=abc123\
         &send_coupon_merchant=1900007291&open_id=oUpF8\
         &sign=A1C85958BE8FC4F2AABBA7CFEC0B18DAF1DCFB2C404D544619E169C12E3590C2#wechat_pay&wechat_redirect",
    );
}

#[test]
fn an_api_v2_key_is_32_letters_and_digits_and_is_not_shown() {
    for wrong in ["", "abc", &"a".repeat(33), &"-".repeat(32)] {
        let Error::Build(error) = ApiV2Key::new(wrong).unwrap_err() else {
            panic!()
        };
        assert_eq!(error, BuildError::ApiV2Key);
    }
    assert_eq!(format!("{:?}", key()), "[APIv2 key]");
}
