//! Values of paths, queries and headers: each type that a user may pass, and the text that is sent for it.

use std::{
    borrow::Cow,
    collections::{BTreeSet, VecDeque},
    num::{NonZeroI64, NonZeroU8, NonZeroU64},
    rc::Rc,
    sync::Arc,
};

use wechatpay_client::{
    ErrorKind, Outcome, Result, ToHeaderValue, ToPathValue, ToQueryValue,
    error::{HeaderErrorKind, QueryErrorKind, RequestErrorKind},
    gateway::{Gateway, ScriptedResponse},
    http::HeaderValue,
    wechatpay_api,
};

const PATH: &str = "/v3/values/{id}";

/// The order number of a shop, which is a text of a fixed form.
#[derive(Clone)]
struct OrderNo(u32);

impl OrderNo {
    fn text(&self) -> Cow<'_, str> {
        format!("SHOP-{:04}", self.0).into()
    }
}

impl ToPathValue for OrderNo {
    fn to_path_value(&self) -> Cow<'_, str> {
        self.text()
    }
}

impl ToQueryValue for OrderNo {
    fn to_query_value(&self) -> Option<Cow<'_, str>> {
        Some(self.text())
    }
}

impl ToHeaderValue for OrderNo {
    fn to_header_value(&self) -> Option<Cow<'_, str>> {
        Some(self.text())
    }
}

macro_rules! declare {
    ($($method:ident: $id:ty, $q:ty, $header:ty;)*) => {
        #[wechatpay_api]
        trait Operations {
            $(
                #[wechatpay_api(GET "/v3/values/{id}", unlisted)]
                async fn $method(&self, id: $id, #[query] q: $q, #[header = "X-Shop"] shop: $header) -> Result<()>;
            )*
        }
    };
}

declare! {
    shared: Arc<str>, Arc<str>, Arc<str>;
    local: Rc<str>, &Rc<str>, Rc<str>;
    boxed: Box<str>, Box<str>, Option<Box<str>>;
    cow: Cow<'_, str>, Option<Cow<'_, str>>, Cow<'static, str>;
    nonzero: NonZeroU64, Option<NonZeroI64>, NonZeroU8;
    newtype: &OrderNo, OrderNo, Option<OrderNo>;
    pointer: Arc<OrderNo>, Option<Box<OrderNo>>, Rc<OrderNo>;
    header: &str, bool, HeaderValue;
    optional_header: &str, bool, Option<&HeaderValue>;
    slice: &str, &[OrderNo], &str;
    numbers: &str, Vec<NonZeroU64>, &str;
    texts: &str, &[Arc<str>], &str;
    shared_list: &str, Arc<[String]>, &str;
    local_list: &str, Rc<[&str]>, &str;
    lent_list: &str, Cow<'_, [u8]>, &str;
    lent_number: Cow<'_, u64>, Cow<'_, u64>, Cow<'_, u64>;
    set: &str, BTreeSet<u8>, &str;
    lent_set: &str, &BTreeSet<String>, &str;
    optional_deque: &str, Option<&VecDeque<u8>>, &str;
    optional_slice: &str, Option<&[&str]>, &str;
    optional_list: &str, Option<Vec<u8>>, &str;
    optional_array: &str, Option<[u8; 2]>, &str;
    optional_items: &str, Option<&Vec<Option<u8>>>, &str;
}

/// The target and the header `X-Shop` that were sent, or the kind of the error if nothing was sent.
macro_rules! sent {
    ($method:ident($id:expr, $q:expr, $header:expr)) => {{
        let gateway = Gateway::start().await.unwrap();
        gateway.respond("GET", PATH, ScriptedResponse::no_content());
        let client = gateway.client().build().unwrap();
        match client.$method($id, $q, $header).await {
            Ok(()) => {
                let requests = gateway.requests();
                let header = requests[0].header("X-Shop").map(str::to_owned);
                Ok((requests[0].target().to_owned(), header))
            }
            Err(error) => {
                assert_eq!(error.outcome(), Outcome::NotExecuted);
                assert_eq!(gateway.accepted_connections(), 0);
                match error.into_kind() {
                    ErrorKind::Request(error) => Err(error.into_kind()),
                    other => panic!("{other:?}"),
                }
            }
        }
    }};
}

type Sent = Result<(String, Option<String>), RequestErrorKind>;

fn target(rest: &str, header: &str) -> Sent {
    Ok((format!("/v3/values/{rest}"), Some(header.to_owned())))
}

#[tokio::test]
async fn texts_may_be_shared_or_lent() {
    let expected = target("a%2Fb?q=c%20d", "e");
    assert_eq!(
        sent!(shared("a/b".into(), "c d".into(), "e".into())),
        expected
    );
    assert_eq!(
        sent!(local("a/b".into(), &"c d".into(), "e".into())),
        expected
    );
    assert_eq!(
        sent!(boxed("a/b".into(), "c d".into(), Some("e".into()))),
        expected
    );
    assert_eq!(
        sent!(lent_number(Cow::Owned(1), Cow::Borrowed(&2), Cow::Owned(3))),
        target("1?q=2", "3")
    );
    assert_eq!(
        sent!(cow("a/b".into(), Some("c d".into()), "e".into())),
        expected
    );
    // An empty text is refused behind a pointer too.
    let Err(RequestErrorKind::PathArgument { name: "id", .. }) =
        sent!(shared("".into(), "c".into(), "e".into()))
    else {
        panic!()
    };
}

#[tokio::test]
async fn numbers_may_be_non_zero() {
    let [id, q, header] = [7, i64::MIN, 255].map(|number| NonZeroI64::new(number).unwrap());
    let id = NonZeroU64::try_from(id).unwrap();
    let header = NonZeroU8::try_from(header).unwrap();
    assert_eq!(
        sent!(nonzero(id, Some(q), header)),
        target("7?q=-9223372036854775808", "255")
    );
    assert_eq!(sent!(nonzero(id, None, header)), target("7", "255"));
}

#[tokio::test]
async fn users_own_types_may_be_values_behind_any_pointer() {
    let no = OrderNo(7);
    let expected = target("SHOP-0007?q=SHOP-0007", "SHOP-0007");
    assert_eq!(sent!(newtype(&no, no.clone(), Some(no.clone()))), expected);
    let pointer = sent!(pointer(
        no.clone().into(),
        Some(no.clone().into()),
        no.clone().into()
    ));
    assert_eq!(pointer, expected);
}

#[tokio::test]
async fn a_header_may_be_a_header_value_of_the_crate_http() {
    let value = HeaderValue::from_static("shop 7");
    let expected = target("1?q=true", "shop 7");
    assert_eq!(sent!(header("1", true, value.clone())), expected);
    assert_eq!(sent!(optional_header("1", true, Some(&value))), expected);
    let none = sent!(optional_header("1", false, None));
    assert_eq!(none, Ok(("/v3/values/1?q=false".to_owned(), None)));
    for (value, kind) in [
        (&b""[..], HeaderErrorKind::Empty),
        (b"\xff", HeaderErrorKind::Characters),
        ("店".as_bytes(), HeaderErrorKind::Characters),
        (b" a", HeaderErrorKind::Characters),
    ] {
        let value = HeaderValue::from_bytes(value).unwrap();
        let name = "X-Shop";
        let expected = Err(RequestErrorKind::HeaderArgument { name, kind });
        assert_eq!(sent!(header("1", true, value)), expected);
    }
}

#[tokio::test]
async fn a_list_repeats_its_name_whatever_holds_it() {
    let expected = target("1?q=SHOP-0001&q=SHOP-0002", "h");
    assert_eq!(sent!(slice("1", &[OrderNo(1), OrderNo(2)], "h")), expected);
    let expected = target("1?q=1&q=2", "h");
    let numbers = [1, 2].map(|number| NonZeroU64::new(number).unwrap());
    assert_eq!(sent!(numbers("1", numbers.to_vec(), "h")), expected);
    assert_eq!(sent!(texts("1", &["1".into(), "2".into()], "h")), expected);
    let strings = || ["1".to_owned(), "2".to_owned()];
    assert_eq!(sent!(shared_list("1", strings().into(), "h")), expected);
    assert_eq!(sent!(local_list("1", ["1", "2"].into(), "h")), expected);
    assert_eq!(sent!(lent_list("1", (&[1, 2][..]).into(), "h")), expected);
    assert_eq!(sent!(optional_slice("1", Some(&["1", "2"]), "h")), expected);
    assert_eq!(sent!(optional_list("1", Some(vec![1, 2]), "h")), expected);
    assert_eq!(sent!(optional_array("1", Some([1, 2]), "h")), expected);
    assert_eq!(sent!(set("1", [2, 1].into(), "h")), expected);
    let strings: BTreeSet<String> = strings().into_iter().collect();
    assert_eq!(sent!(lent_set("1", &strings, "h")), expected);
    let deque = VecDeque::from([1, 2]);
    assert_eq!(sent!(optional_deque("1", Some(&deque), "h")), expected);
}

#[tokio::test]
async fn a_list_that_is_empty_or_none_is_left_out() {
    let expected = target("1", "h");
    assert_eq!(sent!(slice("1", &[], "h")), expected);
    assert_eq!(sent!(optional_slice("1", Some(&[]), "h")), expected);
    assert_eq!(sent!(optional_slice("1", None, "h")), expected);
    assert_eq!(sent!(optional_list("1", None, "h")), expected);
    assert_eq!(sent!(optional_array("1", None, "h")), expected);
    let items = vec![Some(1), None];
    let (name, kind) = ("q".to_owned(), QueryErrorKind::NullInArray);
    assert_eq!(
        sent!(optional_items("1", Some(&items), "h")),
        Err(RequestErrorKind::QueryArgument { name, kind })
    );
}
