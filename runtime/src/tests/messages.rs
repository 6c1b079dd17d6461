//! Signed messages: two different inputs never give the same message.

use proptest::prelude::*;

use crate::{
    sign::message::{FrontEnd, Message, Pair, SignedRequest},
    sign::{SignedValueError, SignedValueErrorKind},
};

/// The values of a message, owned.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Input {
    Request([String; 3], u64, Vec<u8>),
    Payment([String; 3], u64, bool),
    Payscore(&'static [&'static str], Vec<String>),
    Coupons(Vec<[String; 2]>, String),
}

const PAYSCORE: [&[&str]; 3] = [
    &["package", "mch_id", "nonce_str"],
    &["service_id", "out_order_no", "mch_id", "nonce_str"],
    &["service_id", "out_request_no", "mch_id", "nonce_str"],
];

impl Input {
    fn to_bytes(&self) -> Result<Vec<u8>, SignedValueError> {
        match self {
            Self::Request([method, target, nonce], timestamp, body) => {
                Message::Request(SignedRequest {
                    method,
                    target,
                    timestamp: *timestamp,
                    nonce,
                    body,
                })
                .to_bytes()
            }
            Self::Payment([appid, nonce, prepay_id], timestamp, app) => Message::Payment {
                appid,
                timestamp: *timestamp,
                nonce,
                prepay_id,
                front_end: if *app { FrontEnd::App } else { FrontEnd::Web },
            }
            .to_bytes(),
            Self::Payscore(names, values) => {
                let pairs = names.iter().zip(values);
                let pairs: Vec<_> = pairs.map(|(name, value)| Pair::new(name, value)).collect();
                Message::Pairs(&pairs).to_bytes()
            }
            Self::Coupons(coupons, merchant) => {
                let mut pairs = vec![Pair::new("send_coupon_merchant", merchant)];
                for (number, [stock_id, out_request_no]) in coupons.iter().enumerate() {
                    let number = Some(number);
                    for (name, value) in
                        [("stock_id", stock_id), ("out_request_no", out_request_no)]
                    {
                        pairs.push(Pair {
                            name,
                            number,
                            value,
                        });
                    }
                }
                Message::Pairs(&pairs).to_bytes()
            }
        }
    }
}

/// Texts made of the parts that have a meaning in a message, so that borders between values move often.
fn value() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        8 => prop::sample::select(vec![
            "", "a", "1", "\n", "\r", "\u{85}", "\u{2028}", "&", "=", "\"", " ", "/v3/x", "GET", "POST",
            "prepay_id=", "a\n1", "1&stock_id1=1", "&out_request_no=1", "张",
        ])
        .prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(part, 0..3).prop_map(|parts| parts.concat())
}

fn target() -> impl Strategy<Value = String> {
    prop_oneof![3 => value().prop_map(|value| format!("/{value}")), 1 => value()]
}

fn input() -> impl Strategy<Value = Input> {
    let values = || [value(), value(), value()];
    let payscore = prop::sample::select(PAYSCORE.to_vec()).prop_flat_map(|names| {
        prop::collection::vec(value(), names.len())
            .prop_map(move |values| Input::Payscore(names, values))
    });
    prop_oneof![
        (
            [value().boxed(), target().boxed(), value().boxed()],
            0..20_u64,
            value()
        )
            .prop_map(|(lines, at, body)| Input::Request(lines, at, body.into_bytes())),
        (values(), 0..20_u64, any::<bool>())
            .prop_map(|(lines, at, app)| Input::Payment(lines, at, app)),
        payscore,
        (prop::collection::vec([value(), value()], 1..12), value())
            .prop_map(|(coupons, merchant)| Input::Coupons(coupons, merchant)),
    ]
}

/// Reads the only possible input of a message back.
fn read_back(message: &[u8]) -> Input {
    let text = String::from_utf8(message.to_vec()).unwrap();
    match text.matches('\n').count() {
        0 => read_pairs(&text),
        4 => {
            let [appid, timestamp, nonce, package, ""] = text.split('\n').collect::<Vec<_>>()[..]
            else {
                panic!("{text:?}")
            };
            let (app, prepay_id) = match package.strip_prefix("prepay_id=") {
                Some(prepay_id) => (false, prepay_id),
                None => (true, package),
            };
            let lines = [appid, nonce, prepay_id].map(str::to_owned);
            Input::Payment(lines, timestamp.parse().unwrap(), app)
        }
        _ => {
            let mut lines = text.splitn(5, '\n');
            let mut line = || lines.next().unwrap();
            let (method, target, timestamp, nonce, rest) = (line(), line(), line(), line(), line());
            let body = rest.strip_suffix('\n').unwrap();
            let lines = [method, target, nonce].map(str::to_owned);
            Input::Request(lines, timestamp.parse().unwrap(), body.into())
        }
    }
}

fn read_pairs(text: &str) -> Input {
    let pairs: Vec<_> = text.strip_suffix('&').unwrap().split('&').collect();
    let value = |name: &str| {
        let values = pairs.iter().filter_map(|pair| pair.split_once('='));
        let mut values = values.filter(|(found, _)| *found == name);
        values.next().map(|(_, value)| value.to_owned())
    };
    if let Some(merchant) = value("send_coupon_merchant") {
        let coupon = |number| {
            let stock_id = value(&format!("stock_id{number}"))?;
            Some([stock_id, value(&format!("out_request_no{number}"))?])
        };
        return Input::Coupons((0..).map_while(coupon).collect(), merchant);
    }
    let all = |names: &&&[&'static str]| names.iter().all(|name| value(name).is_some());
    let names = *PAYSCORE.iter().find(all).unwrap();
    Input::Payscore(
        names,
        names.iter().map(|name| value(name).unwrap()).collect(),
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4096))]

    /// The bytes of a message determine its input, so no other input has the same bytes.
    #[test]
    fn a_message_is_read_back_from_its_bytes(input in input()) {
        if let Ok(message) = input.to_bytes() {
            prop_assert_eq!(read_back(&message), input);
        }
    }

    #[test]
    fn different_inputs_have_different_messages(one in input(), other in input()) {
        if let (Ok(message), Ok(other_message)) = (one.to_bytes(), other.to_bytes()) {
            prop_assert_eq!(message == other_message, one == other);
        }
    }

    /// Ordinary values are signed.
    #[test]
    fn a_value_of_printable_text_is_signed(
        value in "[0-9A-Za-z_|*\\-\u{4e00}-\u{9fa5}]{1,64}",
    ) {
        let payment = Input::Payment([value.clone(), value.clone(), value.clone()], 1, false);
        payment.to_bytes().unwrap();
        Input::Coupons(vec![[value.clone(), value.clone()]], value).to_bytes().unwrap();
    }
}

/// Every value of every message, with every control character.
#[test]
fn an_empty_value_or_a_control_character_is_refused_everywhere() {
    let control: Vec<String> = (char::MIN..=char::MAX)
        .filter(|character| character.is_control())
        .map(|character| format!("a{character}b"))
        .collect();
    assert_eq!(control.len(), 65);
    let wrong = [(vec![String::new()], SignedValueErrorKind::Empty)]
        .into_iter()
        .chain([(control, SignedValueErrorKind::ControlCharacter)]);
    for (values, kind) in wrong {
        for wrong in values {
            let lines = |at: usize| {
                let mut lines = ["a", "/b", "c"].map(str::to_owned);
                lines[at] = wrong.clone();
                lines
            };
            let refused = |input: Input, name| {
                let error = SignedValueError::new(name, kind);
                assert_eq!(input.to_bytes(), Err(error), "{input:?}");
            };
            for (at, name) in ["method", "target", "nonce"].into_iter().enumerate() {
                refused(Input::Request(lines(at), 1, vec![]), name);
            }
            for (at, name) in ["appid", "nonce", "prepay_id"].into_iter().enumerate() {
                refused(Input::Payment(lines(at), 1, false), name);
                refused(Input::Payment(lines(at), 1, true), name);
            }
            for names in PAYSCORE {
                for (at, name) in names.iter().enumerate() {
                    let mut values = vec!["a".to_owned(); names.len()];
                    values[at].clone_from(&wrong);
                    refused(Input::Payscore(names, values), name);
                }
            }
            let coupon = || ["1".to_owned(), "2".to_owned()];
            for (at, name) in ["stock_id", "out_request_no"].into_iter().enumerate() {
                let mut second = coupon();
                second[at].clone_from(&wrong);
                refused(Input::Coupons(vec![coupon(), second], "1".into()), name);
            }
            refused(
                Input::Coupons(vec![coupon()], wrong.clone()),
                "send_coupon_merchant",
            );
        }
    }
}
