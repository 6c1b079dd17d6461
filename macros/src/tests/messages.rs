//! Every message of the macro, fast and exact. The cases in `tests/ui` show where the compiler puts them.

use std::{collections::BTreeSet, fs, path::Path};

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{ImplItem, Item, LitStr, Visibility};

use super::golden::expansion;
use crate::method::{CLIENT, TAKEN};

/// The messages of an expansion, in order, also those that only the compiler decides about: of assertions.
fn messages(declaration: &str) -> Vec<String> {
    messages_of(expansion(declaration))
}

pub(super) fn messages_of(expansion: TokenStream) -> Vec<String> {
    let mut messages = Vec::new();
    collect(expansion, &mut messages);
    messages
}

fn collect(tokens: TokenStream, messages: &mut Vec<String>) {
    let mut in_error = false;
    for token in tokens {
        match token {
            TokenTree::Ident(word) => in_error = word == "compile_error" || word == "assert",
            TokenTree::Group(group) if in_error => {
                let message = group.stream().into_iter().last().unwrap();
                let message: LitStr = syn::parse2(message.into()).unwrap();
                messages.push(message.value());
                in_error = false;
            }
            TokenTree::Group(group) => collect(group.stream(), messages),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

/// Asserts that a declaration causes exactly these messages.
#[track_caller]
pub(super) fn assert_messages(declaration: &str, expected: &[&str]) {
    assert_eq!(messages(declaration), expected, "of {declaration}");
}

/// An attribute on a trait of one method without parameters.
#[track_caller]
fn attribute(attribute: &str, expected: &[&str]) {
    assert_messages(
        &format!("#[wechatpay_api{attribute}] trait A {{ async fn get(&self) -> Result<()>; }}"),
        expected,
    );
}

/// An attribute on the method of a trait.
#[track_caller]
fn own_attribute(attribute: &str, expected: &[&str]) {
    assert_messages(
        &format!(
            "#[wechatpay_api] trait A {{ \
             #[wechatpay_api{attribute}] async fn get(&self) -> Result<()>; }}"
        ),
        expected,
    );
}

/// A path in an attribute, above a method without parameters.
#[track_caller]
fn path(path: &str, expected: &[&str]) {
    assert_messages(
        &format!(
            "#[wechatpay_api(GET {path:?}, unlisted)] trait A {{ async fn get(&self) -> Result<()>; }}"
        ),
        expected,
    );
}

/// The parameters of an operation with the placeholder `{id}`.
#[track_caller]
fn parameters(method: &str, parameters: &str, expected: &[&str]) {
    assert_messages(
        &format!(
            "#[wechatpay_api({method} \"/v3/orders/{{id}}\", unlisted)] \
             trait A {{ async fn get(&self, {parameters}) -> Result<()>; }}"
        ),
        expected,
    );
}

/// A method of a trait whose operation has no placeholder.
#[track_caller]
fn method(method: &str, expected: &[&str]) {
    assert_messages(
        &format!("#[wechatpay_api(POST \"/v3/orders\", unlisted)] trait A {{ {method} }}"),
        expected,
    );
}

/// The response of an operation.
#[track_caller]
fn response(response: &str, expected: &[&str]) {
    method(
        &format!("async fn post(&self) -> Result<{response}>;"),
        expected,
    );
}

/// The parameters of an upload.
#[track_caller]
fn upload(parameters: &str, expected: &[&str]) {
    assert_messages(
        &format!(
            "#[wechatpay_api(POST \"/v3/files\", upload, unlisted)] \
             trait A {{ async fn post(&self, {parameters}) -> Result<()>; }}"
        ),
        expected,
    );
}

#[test]
fn correct_declarations_have_no_messages() {
    attribute(r#"(GET "/v3/orders", unlisted)"#, &[]);
    attribute(r#"(GET "/v3/orders", unlisted,)"#, &[]);
    attribute(
        r#"(POST "/hk/v3/orders/", unlisted, accepted, crate = a::b)"#,
        &[],
    );
    attribute(
        r#"(crate = a::b, PUT "/v3/orders")"#,
        &["the operation must come before the options: write `PUT \"/v3/…\"` first"],
    );
    own_attribute(
        r#"(PATCH "/global/v3/orders", accepted, global, idempotent, unlisted)"#,
        &[],
    );
    parameters("DELETE", "id: &str", &[]);
    parameters(
        "GET",
        "r#id: u64, #[query] a: &str, #[query = \"id\"] b: &str, query: Q",
        &[],
    );
    parameters("PUT", "#[allow(unused)] id: &str, body: B<'_>", &[]);
    parameters(
        "GET",
        "#[header = \"Accept-Encoding\"] #[allow(unused)] encoding: &str, id: &str",
        &[],
    );
    assert_messages(
        "#[wechatpay_api(POST \"/v3/files/{file}\", unlisted)] \
         trait A { async fn post(&self, file: &str) -> Result<()>; }",
        &[],
    );
    upload("file: &UploadFile, body: &Meta, #[query] a: &str", &[]);
    method(
        "async fn post<'a>(&'a self, body: &'a B) -> Result<Order<'static>>;",
        &[],
    );
}

#[test]
fn http_methods() {
    attribute(
        r#"("/v3/orders")"#,
        &["missing HTTP method: write it before the path, as in `POST \"/v3/orders\"`"],
    );
    attribute(
        r#"(PSOT "/v3/orders")"#,
        &["unknown HTTP method `PSOT`: did you mean `POST`?"],
    );
    attribute(
        r#"(psot "/v3/orders")"#,
        &["unknown HTTP method `psot`: did you mean `POST`?"],
    );
    attribute(
        r#"(OPTIONS "/v3/orders")"#,
        &["unknown HTTP method `OPTIONS`: expected one of GET, POST, PUT, PATCH, DELETE"],
    );
    attribute(
        r#"(Post "/v3/orders")"#,
        &["the HTTP method must be in capitals: write `POST`"],
    );
    attribute(
        r#"(get "/v3/orders")"#,
        &["the HTTP method must be in capitals: write `GET`"],
    );
    attribute(
        r#"(POST, "/v3/orders")"#,
        &["unexpected `,` between the method and the path: remove `,`"],
    );
    for written in ["GET /v3/orders", "get  /v3/orders"] {
        attribute(
            &format!("({written:?}, unlisted)"),
            &["the HTTP method must come before the string: write `GET \"/v3/orders\"`"],
        );
        attribute(
            &format!("(GET {written:?}, unlisted)"),
            &["the HTTP method must stand only before the string: write `GET \"/v3/orders\"`"],
        );
    }
    attribute("(5)", &["expected an operation: write `POST \"/v3/…\"`"]);
    attribute("({})", &["expected an operation: write `POST \"/v3/…\"`"]);
}

#[test]
fn the_path_must_be_a_string_literal() {
    attribute("(GET)", &["missing path: write `GET \"/v3/…\"`"]);
    attribute("(GET,)", &["missing path: write `GET \"/v3/…\"`"]);
    attribute(
        "(POST, accepted)",
        &["missing path: write `POST \"/v3/…\"`"],
    );
    attribute(
        "(GET PATH)",
        &["the path must be a string literal: write `GET \"/v3/…\"`"],
    );
    attribute(
        r#"(GET concat!("/v3/", "a"), accepted)"#,
        &["the path must be a string literal: write `GET \"/v3/…\"`"],
    );
    attribute(
        "(GET /v3/orders)",
        &["the path must be a string literal: write `GET \"/v3/…\"`"],
    );
    own_attribute("(GET)", &["missing path: write `GET \"/v3/…\"`"]);
}

#[test]
fn options() {
    attribute(
        r#"(GET "/v3/orders" accepted)"#,
        &["expected `,` before `accepted`"],
    );
    attribute(
        r#"(GET "/v3/orders" "/v3/bills")"#,
        &["expected `,` before `\"/v3/bills\"`"],
    );
    attribute(
        r#"(GET "/v3/orders", acepted)"#,
        &["unknown option `acepted`: did you mean `accepted`?"],
    );
    attribute(
        r#"(GET "/v3/orders", acepted = true)"#,
        &["unknown option `acepted`: did you mean `accepted`?"],
    );
    attribute(
        r#"(GET "/v3/orders", crte = a)"#,
        &["unknown option `crte`: did you mean `crate`?"],
    );
    attribute(
        r#"(GET "/v3/orders", retries = 3)"#,
        &[
            "unknown option `retries`: expected one of accepted, download, global, idempotent, unlisted, unsigned, upload, without, crate, defaults",
        ],
    );
    own_attribute(
        r#"(GET "/v3/orders", retries = 3)"#,
        &[
            "unknown option `retries`: expected one of accepted, download, global, idempotent, unlisted, unsigned, upload, without",
        ],
    );
    attribute(
        r#"(GET "/v3/orders", accepted, accepted)"#,
        &["duplicate option `accepted`: remove one"],
    );
    attribute(
        r#"(GET "/v3/orders", accepted = true)"#,
        &["`accepted` takes no value: write only `accepted`"],
    );
    attribute(
        "(accepted)",
        &["`accepted` must follow an operation: write `POST \"/v3/…\", accepted`"],
    );
    attribute(
        r#"(accepted, GET "/v3/orders")"#,
        &["`accepted` must follow an operation: write `POST \"/v3/…\", accepted`"],
    );
    attribute(
        r#"(crate = a, GET "/v3/orders")"#,
        &["the operation must come before the options: write `GET \"/v3/…\"` first"],
    );
    attribute(
        r#"(method = "GET", path = "/v3/orders")"#,
        &["unknown option `method`: an operation is written `POST \"/v3/…\"`"],
    );
    for incomplete in ["timeout", "timeout = ", "timeout = 30s"] {
        attribute(
            &format!("(GET \"/v3/orders\", {incomplete})"),
            &[
                "`timeout` is not an option: set the timeout of a call with `client.with_timeout(…)`",
            ],
        );
    }
}

#[test]
fn options_that_exclude_each_other() {
    attribute(r#"(GET "/v3/bills", download, global, unlisted)"#, &[]);
    attribute(
        r#"(GET "/v3/bills", unsigned, download)"#,
        &["a `download` is always unsigned: remove `unsigned`"],
    );
    attribute(
        r#"(GET "/v3/bills", download, accepted)"#,
        &["the response of a `download` is the file: remove `accepted`"],
    );
    assert_messages(
        "#[wechatpay_api(POST \"/v3/files\", upload, download)] \
         trait A { async fn post(&self, file: &UploadFile) -> Result<Download>; }",
        &["an operation is a `download` or an `upload`, not both: remove one of the two options"],
    );
    attribute(
        r#"(GET "/v3/bills", accepted, unsigned)"#,
        &[
            "an `unsigned` response cannot prove that anything was `accepted`: remove one of the two options",
        ],
    );
    attribute(
        r#"(POST "/v3/bills", download)"#,
        &["a `download` must be a `GET`: write `GET`, or remove `download`"],
    );
    attribute(
        r#"(POST "/v3/bills", unsigned)"#,
        &["only a `GET` may be `unsigned`, because nothing proves the response: remove `unsigned`"],
    );
    attribute(
        r#"(GET "/v3/bills", downlaod)"#,
        &["unknown option `downlaod`: did you mean `download`?"],
    );
    attribute(
        r#"(GET "/v3/orders", idempotent)"#,
        &["a `GET` is always safe to retry: remove `idempotent`"],
    );
    attribute(
        r#"(GET "/v3/orders", upload, unlisted)"#,
        &[
            "an `upload` needs an HTTP method with a body: write `POST`",
            "an `upload` needs a file: add `file: &wechatpay_client::UploadFile` to the method `get`",
        ],
    );
}

#[test]
fn an_unsigned_response_cannot_be_verified() {
    let proof = "an `unsigned` response cannot be `Verified`: write `Result<T>` without `Verified`";
    for (flags, ty, expected) in [
        ("unsigned", "Result<Verified<Order>>", &[proof] as &[&str]),
        (
            "unsigned",
            "Result<Option<client::Verified<Order>>>",
            &[proof],
        ),
        ("unsigned", "Result<VerifiedOrder>", &[]),
        ("accepted", "Result<Verified<Order>>", &[]),
    ] {
        assert_messages(
            &format!(
                "#[wechatpay_api(GET \"/v3/orders\", unlisted, {flags})] \
                 trait A {{ async fn get(&self) -> {ty}; }}"
            ),
            expected,
        );
    }
}

#[test]
fn uploads() {
    upload(
        "",
        &[
            "an `upload` needs a file: add `file: &wechatpay_client::UploadFile` to the method `post`",
        ],
    );
    upload(
        "body: &Meta",
        &[
            "an `upload` needs a file: add `file: &wechatpay_client::UploadFile` to the method `post`",
        ],
    );
    upload(
        "image: &UploadFile",
        &[
            "the argument `image` has no place in the request: rename `image` to `file`, or to `body` for the meta, or write `#[query] image`",
        ],
    );
    upload(
        "file: &UploadFile, meta: &Meta",
        &[
            "the argument `meta` has no place in the request: rename `meta` to `file`, or to `body` for the meta, or write `#[query] meta`",
        ],
    );
    let belongs = "only an operation with the option `upload` has a `file`: add `upload` after the path, or rename the argument";
    parameters("POST", "id: &str, file: &UploadFile", &[belongs]);
    parameters("GET", "id: &str, file: &UploadFile", &[belongs]);
}

#[test]
fn headers() {
    let key = |name: &str, message: &str| {
        parameters(
            "POST",
            &format!("id: &str, #[header = {name:?}] key: &str"),
            &[message],
        );
    };
    key(
        "",
        "a header needs a name: write `#[header = \"Idempotency-Key\"]`",
    );
    for name in [
        "Authorization",
        "authorization",
        "Content-Type",
        "Host",
        "Wechatpay-Serial",
        "wechatpay-anything",
    ] {
        key(
            name,
            &format!("the client sets the header `{name}` itself: remove this parameter"),
        );
    }
    for name in ["Idempotency Key", "Idempotency-Key:", "幂等"] {
        key(
            name,
            &format!("`{name}` is not a valid header name: use letters, digits and `-`"),
        );
    }
    parameters(
        "POST",
        "id: &str, #[header(\"Idempotency-Key\")] key: &str",
        &["a header needs a name: write `#[header = \"Idempotency-Key\"]`"],
    );
    parameters(
        "POST",
        "id: &str, #[header = KEY] key: &str",
        &["the name of a header must be a string literal: write `#[header = \"Idempotency-Key\"]`"],
    );
    parameters(
        "POST",
        "id: &str, #[header = \"X-A\"] a: &str, #[header = \"x-a\"] b: &str",
        &["duplicate header `x-a`: remove one"],
    );
    parameters(
        "POST",
        "id: &str, #[header = \"X-A\"] #[header = \"X-B\"] a: &str",
        &["duplicate `#[header]`: remove one"],
    );
    parameters(
        "POST",
        "id: &str, #[query] #[header = \"X-B\"] a: &str",
        &["a parameter is `#[query]` or `#[header]`, not both: remove one"],
    );
}

#[test]
fn the_option_crate() {
    let no_path = "`crate` needs the path of `wechatpay_client`: write `crate = some::path`";
    attribute(r#"(GET "/v3/orders", crate)"#, &[no_path]);
    attribute(r#"(GET "/v3/orders", crate = )"#, &[no_path]);
    for (text, path) in [("a::b", "a::b"), ("a-b", "a_b"), ("", "some::path")] {
        attribute(
            &format!("(GET \"/v3/orders\", unlisted, crate = {text:?})"),
            &[&format!(
                "`crate` must be a path, not a string: write `crate = {path}`"
            )],
        );
    }
    attribute("(crate = )", &[no_path]);
    attribute(
        r#"(GET "/v3/orders", crate = a, crate = b)"#,
        &["duplicate option `crate`: remove one"],
    );
    own_attribute(
        r#"(GET "/v3/orders", crate = a)"#,
        &["`crate` is an option of the trait: write `#[wechatpay_api(crate = …)]` above the trait"],
    );
}

#[test]
fn the_option_defaults() {
    assert_messages("#[wechatpay_api(defaults, crate = a)] trait A {}", &[]);
    attribute(r#"(GET "/v3/orders", defaults, unlisted, crate = a)"#, &[]);
    attribute(
        r#"(GET "/v3/orders", defaults = true)"#,
        &["`defaults` takes no value: write only `defaults`"],
    );
    attribute(
        "(defaults = true)",
        &["`defaults` takes no value: write only `defaults`"],
    );
    attribute(
        r#"(GET "/v3/orders", defaults, defaults)"#,
        &["duplicate option `defaults`: remove one"],
    );
    attribute(
        r#"(GET "/v3/orders", default)"#,
        &["unknown option `default`: did you mean `defaults`?"],
    );
    attribute(
        r#"(defaults, GET "/v3/orders")"#,
        &["the operation must come before the options: write `GET \"/v3/…\"` first"],
    );
    own_attribute(
        r#"(GET "/v3/orders", defaults)"#,
        &[
            "`defaults` is an option of the trait: write `#[wechatpay_api(defaults)]` above the trait",
        ],
    );
    own_attribute(
        "(defaults)",
        &[
            "`defaults` is an option of the trait: write `#[wechatpay_api(defaults)]` above the trait",
        ],
    );
}

/// An attribute that is being written has one message, about what is there so far.
#[test]
fn incomplete_attributes_have_one_message() {
    let unknown = |word: &str, hint: &str| format!("unknown HTTP method `{word}`: {hint}");
    let cases = [
        (
            "P",
            unknown("P", "expected one of GET, POST, PUT, PATCH, DELETE"),
        ),
        ("PO", unknown("PO", "did you mean `POST`?")),
        ("path", unknown("path", "did you mean `PATCH`?")),
        (
            "crat",
            "unknown option `crat`: did you mean `crate`?".into(),
        ),
        (
            "default",
            "unknown option `default`: did you mean `defaults`?".into(),
        ),
        (
            "withou",
            "unknown option `withou`: did you mean `without`?".into(),
        ),
        (
            "unlist",
            "unknown option `unlist`: did you mean `unlisted`?".into(),
        ),
        (
            "path =",
            "unknown option `path`: an operation is written `POST \"/v3/…\"`".into(),
        ),
        (",", "expected an operation: write `POST \"/v3/…\"`".into()),
        (
            "GET =",
            "the path must be a string literal: write `GET \"/v3/…\"`".into(),
        ),
        (
            r#"GET = "/v3/a""#,
            "unexpected `=` between the method and the path: remove `=`".into(),
        ),
        (
            r#"GET ("/v3/a")"#,
            "the path must not be in parentheses: write `GET \"/v3/…\"`".into(),
        ),
        (
            r#"get("/v3/a"), accepted"#,
            "the path must not be in parentheses: write `GET \"/v3/…\"`".into(),
        ),
        (r#"GET """#, "the path is empty: write `\"/v3/…\"`".into()),
        (
            r#"GET "/v3""#,
            "the path ends after `/v3/`: write the whole path of the operation".into(),
        ),
        (
            r#"GET "/v3/""#,
            "the path ends after `/v3/`: write the whole path of the operation".into(),
        ),
        (
            r#"GET "/brand""#,
            "the path ends after `/brand/`: write the whole path of the operation".into(),
        ),
        (
            r#"GET "/v3/{i""#,
            "unbalanced braces: write a placeholder as `{name}`, a whole path segment".into(),
        ),
        (r#"GET "/v3/a",,"#, "unexpected `,`: remove it".into()),
        (
            r#"POST "/v3/a", idempotent ="#,
            "`idempotent` takes no value: write only `idempotent`".into(),
        ),
        (
            r#"GET "/v3/a", crate = a::, accepted"#,
            "`crate` needs the path of `wechatpay_client`: write `crate = some::path`".into(),
        ),
    ];
    for (incomplete, message) in cases {
        attribute(&format!("({incomplete})"), &[&message]);
    }
    for (strings, path) in [
        (r#""GET""#, "/v3/…"),
        (r#""GET /v3/a""#, "/v3/a"),
        (r#""GET", "/v3/a""#, "/v3/…"),
    ] {
        attribute(
            &format!("({strings})"),
            &[&format!(
                "the HTTP method must come before the string: write `GET \"{path}\"`"
            )],
        );
    }
}

#[test]
fn names_that_a_call_finds_elsewhere() {
    for (name, owner) in TAKEN {
        for written in [name.to_owned(), format!("r#{name}")] {
            method(
                &format!("async fn {written}(&self) -> Result<()>;"),
                &[&format!(
                    "`client.{name}(…)` would call the method of `{owner}`: rename this method"
                )],
            );
        }
    }
    // Associated functions, and methods of traits that are not in the prelude.
    for name in ["builder", "download", "repeat", "borrow", "type_id"] {
        method(&format!("async fn {name}(&self) -> Result<()>;"), &[]);
    }
}

#[test]
fn the_public_methods_of_the_client_are_known() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../runtime/src/client");
    let mut methods = BTreeSet::new();
    for file in fs::read_dir(folder).unwrap() {
        let source = fs::read_to_string(file.unwrap().path()).unwrap();
        let items = syn::parse_file(&source).unwrap().items;
        methods.extend(items.iter().flat_map(public_methods_of_client));
    }
    let known = TAKEN.iter().filter(|(_, owner)| *owner == CLIENT);
    let known: BTreeSet<_> = known.map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(methods, known);
}

/// The names of public methods with a receiver, in an `impl Client`.
fn public_methods_of_client(item: &Item) -> Vec<String> {
    let Item::Impl(item) = item else {
        return Vec::new();
    };
    let ty = item.self_ty.to_token_stream().to_string();
    if item.trait_.is_some() || ty != CLIENT {
        return Vec::new();
    }
    let method = |item: &ImplItem| match item {
        ImplItem::Fn(method) => {
            let is_public = matches!(method.vis, Visibility::Public(_));
            let has_receiver = method.sig.receiver().is_some();
            (is_public && has_receiver).then(|| method.sig.ident.to_string())
        }
        _ => None,
    };
    item.items.iter().filter_map(method).collect()
}

/// A trait that `async_trait` above our attribute has changed.
const CHANGED_BY_ASYNC_TRAIT: &str = r#"
#[wechatpay_api]
trait A {
    #[wechatpay_api(PUT "/v3/orders/{id}", unlisted)]
    fn f<'life0, 'life1, 'life2, 'async_trait>(&'life0 self, id: &'life1 str, body: &'life2 B)
        -> ::core::pin::Pin<Box<dyn ::core::future::Future<Output = Result<A>> + ::core::marker::Send + 'async_trait>>
    where 'life0: 'async_trait, 'life1: 'async_trait, 'life2: 'async_trait, Self: 'async_trait;
    #[wechatpay_api(GET "/v3/orders", unlisted)]
    fn g<'life0, 'async_trait>(&'life0 self, any: &'life0 str)
        -> ::core::pin::Pin<Box<dyn ::core::future::Future<Output = Result<A>> + ::core::marker::Send + 'async_trait>>
    where 'life0: 'async_trait, Self: 'async_trait;
}
"#;

#[test]
fn attributes_of_other_macros() {
    let async_trait = "is not needed, because declared methods are plain `async fn`: remove the attribute, also from mocks";
    let needs_body = "needs the body of a function, which a declared method does not have: remove the attribute, and put it \
                      on the function that calls the method";
    for (attribute, problem) in [
        ("async_trait", async_trait),
        ("async_trait::async_trait", async_trait),
        ("tracing::instrument", needs_body),
    ] {
        let expected = format!("`#[{attribute}]` {problem}");
        for operation in [r#"(GET "/v3/orders", unlisted)"#, ""] {
            let own = if operation.is_empty() {
                r#"#[wechatpay_api(GET "/v3/orders", unlisted)]"#
            } else {
                ""
            };
            let trait_ = format!("#[wechatpay_api{operation}]");
            for declaration in [
                format!(
                    "{trait_} #[{attribute}] trait A {{ {own} async fn f(&self) -> Result<()>; }}"
                ),
                format!(
                    "{trait_} trait A {{ #[{attribute}] {own} async fn f(&self) -> Result<()>; }}"
                ),
                format!(
                    "{trait_} trait A {{ {own} #[{attribute}] async fn f(&self) -> Result<()>; }}"
                ),
            ] {
                assert_messages(&declaration, &[&expected]);
            }
        }
    }
    // The second mistake is reported as in any other trait.
    assert_messages(
        CHANGED_BY_ASYNC_TRAIT,
        &[
            &format!("`#[async_trait]` {async_trait}"),
            "the argument `any` has no place in the request: add `{any}` to the path, or write `#[query] any`",
        ],
    );
    assert_messages(
        r#"#[wechatpay_api(GET "/v3/orders", unlisted)]
        trait SendA: Send {
            fn f(&self) -> impl ::core::future::Future<Output = Result<()>> + Send;
        }"#,
        &[
            "`#[trait_variant::make]` is not needed, because the futures of declared methods are `Send`: remove the \
             attribute",
        ],
    );
    assert_messages(
        r#"#[wechatpay_api]
        trait ErasedA {
            #[wechatpay_api(GET "/v3/orders", unlisted)]
            fn f<'life0, 'dynosaur>(&'life0 self) -> ::core::pin::Pin<Box<dyn Future<Output = Result<()>> + 'dynosaur>>;
        }"#,
        &["`#[dynosaur]` must see the expanded trait: put the attribute below `#[wechatpay_api]`"],
    );
    // Below ours, these see the expanded trait.
    for attribute in ["automock", "trait_variant::make(B: Send)"] {
        assert_messages(
            &format!(
                r#"#[wechatpay_api(GET "/v3/orders", unlisted)] #[{attribute}]
                trait A {{ async fn f(&self) -> Result<()>; }}"#
            ),
            &[],
        );
    }
}

#[test]
fn items_of_automock_have_one_message() {
    let items = [
        "pub struct MockA { A_expectations: MockA_A }",
        "pub mod __mock_MockA_A { use super::*; }",
        "impl ::std::default::Default for MockA_A { fn default() -> Self { Self {} } }",
        "impl A for MockA { async fn f(&self) { __mock_MockA_A::f() } }",
    ];
    let messages: Vec<_> = items
        .iter()
        .flat_map(|item| messages(&format!("#[wechatpay_api] {item}")))
        .collect();
    assert_eq!(
        messages,
        ["`#[automock]` must see the expanded trait: put the attribute below `#[wechatpay_api]`"]
    );
}

#[test]
fn beginnings_of_paths() {
    path("", &["the path is empty: write `\"/v3/…\"`"]);
    path(
        "/v3/",
        &["the path ends after `/v3/`: write the whole path of the operation"],
    );
    path(
        "v3/orders",
        &["a path must begin with `/`: write `\"/v3/orders\"`"],
    );
    path(
        "/v4/orders",
        &[
            "a path must begin with `/v3/`, `/hk/v3/`, `/global/v3/` or `/brand/`: write the path that the official page shows",
        ],
    );
    path("/brand/card-member/pre-auth-tokens", &[]);
    path(
        "/v3/{r#type}",
        &["a placeholder has no `r#`: write `{type}`, and name its argument `r#type`"],
    );
    path(
        "/pay/unifiedorder",
        &["APIv2 is not supported: use the APIv3 operation, whose path begins with `/v3/`"],
    );
    let only_path = "a path cannot contain the host: write only `\"/v3/orders\"`";
    path("https://api.mch.weixin.qq.com/v3/orders", &[only_path]);
    path("api.mch.weixin.qq.com/v3/orders", &[only_path]);
    path(
        "https://api.mch.weixin.qq.com",
        &["a path cannot contain the host: write only `\"/v3/…\"`"],
    );
    path(
        "https://api.mch.weixin.qq.com/v3/orders?mchid=1#top",
        &["a path cannot contain the host: write only `\"/v3/orders\"`"],
    );
}

#[test]
fn segments_of_paths() {
    path(
        "/v3/orders?",
        &["a path cannot have a query string: write `/v3/orders`"],
    );
    path(
        "/v3/orders?mchid={mchid}&limit=",
        &[
            "a path cannot have a query string: write `/v3/orders`, and declare `mchid`, `limit` with `#[query]`",
        ],
    );
    path(
        "/v3/orders#top",
        &["a path cannot have a fragment: remove `#top`"],
    );
    path(
        "/v3/:id/orders",
        &["`:id` is not a placeholder: write `{id}`"],
    );
    path(
        "/v3/<id>/orders",
        &["`<id>` is not a placeholder: write `{id}`"],
    );
    path("/v3//orders", &["empty path segment: replace `//` by `/`"]);
    path("/v3/orders//", &["empty path segment: replace `//` by `/`"]);
    path(
        "/v3//orders//all",
        &["empty path segment: replace `//` by `/`"],
    );
    path(
        "/v3/./orders",
        &["`.` is not allowed as a path segment: remove the segment"],
    );
    path(
        "/v3/orders/..",
        &["`..` is not allowed as a path segment: remove the segment"],
    );
    path(
        "/v3/{}",
        &["a placeholder needs a name: write `{name}` in place of `{}`"],
    );
    path(
        "/v3/{orderId}",
        &["`{orderId}` is not in snake_case: write `{order_id}`"],
    );
    path(
        "/v3/{1}",
        &["`{1}` is not in snake_case: rename the placeholder"],
    );
    let unbalanced = "unbalanced braces: write a placeholder as `{name}`, a whole path segment";
    path("/v3/{id", &[unbalanced]);
    path("/v3/id}/orders", &[unbalanced]);
    path("/v3/{a/b}", &[unbalanced]);
    path(
        "/v3/id-{id}",
        &["`id-{id}` mixes a placeholder with text: a placeholder must be a whole path segment"],
    );
    path(
        "/v3/orders%20all",
        &["`%` is not allowed in a path: use letters, digits, `-`, `.`, `_` and `~`"],
    );
    path(
        "/v3/订单",
        &["`订` (U+8BA2) is not allowed in a path: use letters, digits, `-`, `.`, `_` and `~`"],
    );
    assert_messages(
        r#"#[wechatpay_api(GET "/v3/{id}/{id}/{id}")] trait A { async fn get(&self, id: &str) -> Result<()>; }"#,
        &["duplicate placeholder `{id}`: rename one"],
    );
    path(
        "/v3//:id",
        &[
            "empty path segment: replace `//` by `/`",
            "`:id` is not a placeholder: write `{id}`",
        ],
    );
}

#[test]
fn placeholders_of_other_libraries() {
    for placeholder in [
        "{id?}",
        "{*id}",
        "{id:int}",
        "{id:[0-9]+}",
        "{{id}}",
        ":id",
        "<id>",
        "<int:id>",
        "[id]",
        "${id}",
        "$id",
        "%7Bid%7D",
        "%7bid%7d",
    ] {
        path(
            &format!("/v3/orders/{placeholder}"),
            &[&format!(
                "`{placeholder}` is not a placeholder: write `{{id}}`"
            )],
        );
    }
}

#[test]
fn characters_that_look_like_others() {
    let all = "write `\"/v3/certificates\"`";
    for (odd, problem) in [
        (" /v3/certificates", "begins with a space (U+0020)"),
        ("/v3/certificates ", "ends with a space (U+0020)"),
        ("/v3/certificates\n", "ends with a line break (U+000A)"),
        ("/v3/ certificates", "contains a space (U+0020)"),
        (
            "\u{feff}/v3/certificates",
            "begins with a byte order mark (U+FEFF)",
        ),
        (
            "/v3/certi\u{200b}ficates",
            "contains a zero-width space (U+200B)",
        ),
        ("／v3/certificates", "begins with a full-width `/` (U+FF0F)"),
        ("/ｖ３/certificates", "contains a full-width `v` (U+FF56)"),
        (
            "/v3/certific\u{430}tes",
            "contains a Cyrillic letter that looks like `a` (U+0430)",
        ),
        ("/v3/certifica\u{301}tes", "contains an accent (U+0301)"),
        (
            "/v3/certific\u{e1}tes",
            "contains a letter with an accent that looks like `a` (U+00E1)",
        ),
        ("\\v3\\certificates", "begins with a backslash (U+005C)"),
        (
            "“/v3/certificates”",
            "begins with a quotation mark (U+201C)",
        ),
        (
            "、v3、certificates",
            "begins with an ideographic comma, which Chinese input methods have on the key of `/` (U+3001)",
        ),
        (
            "【GET】/v3/certificates",
            "begins with a Chinese bracket (U+3010)",
        ),
        (
            "「/v3/certificates」",
            "begins with a Chinese bracket (U+300C)",
        ),
        (
            "（/v3/certificates",
            "begins with a full-width `(` (U+FF08)",
        ),
        ("/v3/certificates，", "ends with a full-width `,` (U+FF0C)"),
        (
            "/v3/certificates。",
            "ends with an ideographic full stop (U+3002)",
        ),
        (" v3/certificates", "begins with a space (U+0020)"),
    ] {
        path(odd, &[&format!("the path {problem}: {all}")]);
    }
    for around in [
        "\"/v3/certificates\"",
        "`/v3/certificates`",
        "{base}/v3/certificates",
        "./v3/certificates",
    ] {
        path(around, &[&format!("a path must begin with `/`: {all}")]);
    }
    path(
        "https://api.mch.weixin.qq.com/v3/certificates?a=1",
        &["a path cannot contain the host: write only `\"/v3/certificates\"`"],
    );
    path(
        "/v3/orders/｛id｝",
        &["the path contains a full-width `{` (U+FF5B): write `\"/v3/orders/{id}\"`"],
    );
    path(
        "/v3/out–trade—no",
        &["the path contains a dash that looks like `-` (U+2013): write `\"/v3/out-trade-no\"`"],
    );
    // The repaired path would not be right either.
    path(
        "/v4\u{a0}/orders",
        &["the path contains a no-break space (U+00A0): remove the character"],
    );
    path(
        "/v4/оrders",
        &[
            "the path contains a Cyrillic letter that looks like `o` (U+043E): write `o` in its place",
        ],
    );
}

#[test]
fn a_wrong_beginning_of_a_known_path() {
    for (wrong, meant) in [
        ("/v4/certificates", "/v3/certificates"),
        (
            "/merchant/v3/fund/balance/{type}",
            "/v3/merchant/fund/balance/{account_type}",
        ),
    ] {
        path(
            wrong,
            &[&format!(
                "a path must begin with `/v3/`, `/hk/v3/`, `/global/v3/` or `/brand/`; did you mean \
                 `GET {meant}`?"
            )],
        );
    }
}

#[test]
fn placeholders_without_an_argument() {
    parameters(
        "GET",
        "",
        &["the placeholder `{id}` has no argument: add `id: &str` to the method `get`"],
    );
    path(
        "/v3/a/{type}",
        &["the placeholder `{type}` has no argument: add `r#type: &str` to the method `get`"],
    );
    path(
        "/v3/{a}/{b}",
        &[
            "the placeholder `{a}` has no argument: add `a: &str` to the method `get`",
            "the placeholder `{b}` has no argument: add `b: &str` to the method `get`",
        ],
    );
    assert_messages(
        r#"#[wechatpay_api(GET "/v3/{transaction_id}", unlisted)] trait A { async fn get(&self, id: &str) -> Result<()>; }"#,
        &[
            "the argument `id` is not in the path, and the placeholder `{transaction_id}` has no argument: give both the same name",
        ],
    );
    assert_messages(
        r#"#[wechatpay_api(GET "/v3/{out_trade_no}", unlisted)] trait A { async fn get(&self, out_tarde_no: &str) -> Result<()>; }"#,
        &[
            "the argument `out_tarde_no` is not in the path, and the placeholder `{out_trade_no}` has no argument: give both the same name",
        ],
    );
    for id in ["&str", "String", "u64", "std::string::String"] {
        assert_messages(
            &format!(
                "#[wechatpay_api(GET \"/v3/{{out_trade_no}}\", unlisted)] trait A {{ async fn get(&self, id: {id}) -> Result<()>; }}"
            ),
            &[
                "the argument `id` is not in the path, and the placeholder `{out_trade_no}` has no argument: give both the same name, or write `#[query] id`",
            ],
        );
    }
    // A struct cannot be meant for a segment, so both mistakes are reported.
    parameters(
        "POST",
        "order: &Order",
        &[
            "the argument `order` has no place in the request: rename `order` to `body` for the JSON body, or write `#[query] order`",
            "the placeholder `{id}` has no argument: add `id: &str` to the method `get`",
        ],
    );
    assert_messages(
        r#"#[wechatpay_api(GET "https://api.mch.weixin.qq.com/v3/{out_trade_no}")] trait A { async fn get(&self, out_trade_no: &str) -> Result<()>; }"#,
        &["a path cannot contain the host: write only `\"/v3/{out_trade_no}\"`"],
    );
}

#[test]
fn arguments_without_a_place() {
    for method in ["GET", "DELETE"] {
        parameters(
            method,
            "id: &str, mchid: &str",
            &[
                "the argument `mchid` has no place in the request: add `{mchid}` to the path, or write `#[query] mchid`",
            ],
        );
    }
    for method in ["POST", "PUT", "PATCH"] {
        parameters(
            method,
            "id: &str, order: &Order",
            &[
                "the argument `order` has no place in the request: rename `order` to `body` for the JSON body, or write `#[query] order`",
            ],
        );
    }
}

#[test]
fn the_body() {
    parameters(
        "GET",
        "id: &str, body: &Order",
        &[
            "a `GET` has no body: write `#[query] name: …` for each value, or name a struct of query parameters `query`",
        ],
    );
    for ty in [
        "Option<&Order>",
        "&Option<Order>",
        "std::option::Option<Order>",
        "(Option<Order>)",
    ] {
        parameters(
            "POST",
            &format!("id: &str, body: {ty}"),
            &[
                "a body cannot be an `Option`, because `None` is not a JSON object: remove the `Option`",
            ],
        );
    }
    for ty in ["Box<Option<Order>>", "&std::boxed::Box<(Option<Order>)>"] {
        parameters(
            "POST",
            &format!("id: &str, body: {ty}"),
            &[
                "a body cannot be an `Option`, because `None` is not a JSON object: remove the `Option`",
            ],
        );
    }
    parameters("POST", "id: &str, body: my::Option<Order>", &[]);
    parameters("POST", "id: &str, body: &Option", &[]);
}

#[test]
fn a_body_must_be_a_json_object() {
    for (types, found) in [
        (
            "&str | &'static str | String | &String | std::string::String | Box<str> | char | (&str) | \
             Cow<'_, str> | &std::borrow::Cow<'_, str> | Arc<str> | &Sensitive | \
             wechatpay_client::Sensitive",
            "a string",
        ),
        (
            "&[u8] | Vec<u8> | &Vec<u8> | &[Order] | std::vec::Vec<Order> | &alloc::vec::Vec<Order> | \
             Box<[Order]> | [Order; 2] | &(Order, Order) | (Order,) | Box<Vec<Order>> | Cow<'_, [u8]> | \
             &VecDeque<Order> | &std::collections::HashSet<u8> | BTreeSet<u8> | LinkedList<u8> | \
             &BinaryHeap<u8> | Rc<[Order]> | std::sync::Arc<Box<Vec<Order>>> | Bytes | &bytes::Bytes",
            "an array",
        ),
        (
            "u64 | &u8 | i128 | usize | f64 | &f32 | Box<u32> | NonZero<u64> | &std::num::NonZeroU32 | \
             NonZeroIsize",
            "a number",
        ),
        ("bool | &bool", "a boolean"),
    ] {
        for ty in types.split(" | ") {
            parameters(
                "POST",
                &format!("id: &str, body: {ty}"),
                &[&format!(
                    "a body must be a JSON object, but this type serializes to {found}: use a struct"
                )],
            );
        }
    }
    // Types of the user's own, and types that tokens do not tell.
    for ty in [
        "&my::Vec<Order>",
        "&Vec",
        "&my::String",
        "&String<'_>",
        "my::Box<u8>",
        "&my::u8",
        "Page<u8>",
        "&BTreeMap<&str, u8>",
        "Box<Order>",
        "Cow<'_, Order>",
        "my::Cow<'_, str>",
        "&Path",
        "PathBuf",
        "<A as B>::C",
    ] {
        parameters("POST", &format!("id: &str, body: {ty}"), &[]);
    }
}

#[test]
fn a_response_must_be_a_json_object() {
    let file = ", or `Box<serde_json::value::RawValue>` for the JSON text; for a file, add the option `download` \
                and return `Result<Download>`";
    for (types, found, hint) in [
        (
            "String | Box<str> | char | Arc<str> | std::string::String",
            "a string",
            file,
        ),
        ("Vec<u8> | Bytes | bytes::Bytes | [u8; 4]", "an array", file),
        (
            "Vec<Order> | [Order; 2] | (Order, Order) | HashSet<Order> | Box<[Order]>",
            "an array",
            "",
        ),
        ("u64 | f64 | NonZeroU8 | NonZero<u8>", "a number", ""),
        ("bool", "a boolean", ""),
    ] {
        let message = format!(
            "a response is a JSON object, but this type deserializes from {found}: use a struct{hint}"
        );
        for ty in types.split(" | ") {
            for ty in [
                ty.to_owned(),
                format!("Verified<{ty}>"),
                format!("Option<{ty}>"),
            ] {
                response(&ty, &[&message]);
                response(&format!("{ty}, Error"), &[&message]);
            }
        }
    }
    for ty in [
        "()",
        "Verified<()>",
        "Option<Order>",
        "Verified<Option<Order>>",
        "Box<Order>",
        "Box<RawValue>",
        "HashMap<String, u8>",
        "my::String",
        "Vec",
        "Verified",
        "Download",
    ] {
        response(ty, &[]);
    }
}

#[test]
fn a_response_is_verified_once() {
    let once =
        |inner| format!("`Verified` must stand only once: write `Result<Verified<{inner}>>`");
    response("Verified<Verified<Order>>", &[&once("Order")]);
    response(
        "Verified<Verified<Verified<my::Order>>>",
        &[&once("my::Order")],
    );
    let outside =
        "`Verified` must stand outside of `Option`: write `Result<Verified<Option<Order>>>`";
    response("Option<Verified<Order>>", &[outside]);
    response("Option<wechatpay_client::Verified<Order>>", &[outside]);
    let result = "`Result` must stand only once: write `Result<Order>`";
    response("Result<Order>", &[result]);
    response("Verified<Result<Order>>", &[result]);
}

#[test]
fn query_parameters() {
    let not_a_string =
        "the name of a query parameter must be a string literal: write `#[query = \"name\"]`";
    let no_list =
        "`#[query]` takes no list: write `#[query]`, or `#[query = \"name\"]` for another name";
    parameters("GET", "id: &str, #[query = NAME] n: u8", &[not_a_string]);
    parameters("GET", "#[query = 5] id: &str", &[not_a_string]);
    parameters(
        "GET",
        "id: &str, #[query = \"\"] n: u8",
        &["a query parameter needs a name: write `#[query = \"name\"]`"],
    );
    parameters(
        "GET",
        "id: &str, query: Option<&Page>",
        &["`query` cannot be an `Option`: make the fields of the struct `Option` instead"],
    );
    parameters("GET", "id: &str, #[query(n)] n: u8", &[no_list]);
    parameters("GET", "#[query(id)] id: &str", &[no_list]);
    parameters(
        "GET",
        "id: &str, #[query] #[query] n: u8",
        &["duplicate `#[query]`: remove one"],
    );
    parameters(
        "GET",
        "id: &str, #[query] n: u8, #[query = \"n\"] m: u8",
        &["duplicate query parameter `n`: remove one"],
    );
    parameters(
        "GET",
        "#[query] id: &str",
        &[
            "`id` is the placeholder `{id}` of the path: remove `#[query]`, or write `#[query = \"id\"]` on a parameter of another name",
        ],
    );
}

#[test]
fn attributes_of_parameters() {
    for (attribute, message) in [
        (
            "#[cfg(unix)]",
            "a parameter cannot have `#[cfg]`: declare two methods, each with its own `#[cfg]`",
        ),
        (
            "#[cfg_attr(unix, query)]",
            "a parameter cannot have `#[cfg_attr]`: declare two methods, each with its own `#[cfg]`",
        ),
        (
            "#[body]",
            "there is no `#[body]`: name the parameter `body`",
        ),
        (
            "#[path]",
            "there is no `#[path]`: name the parameter like its placeholder, `id` for `{id}`",
        ),
        (
            "/// Which.\n",
            "a parameter cannot have documentation: move the text to the method",
        ),
        (
            "#[qeury]",
            "unknown attribute `#[qeury]`: did you mean `#[query]`?",
        ),
        (
            "#[file]",
            "there is no `#[file]`: name the parameter `file`",
        ),
        (
            "#[heder]",
            "unknown attribute `#[heder]`: did you mean `#[header]`?",
        ),
        (
            "#[header]",
            "a header needs a name: write `#[header = \"Idempotency-Key\"]`",
        ),
        (
            "#[serde::skip]",
            "unknown attribute `#[serde::skip]`: expected `#[query]` or `#[header]`",
        ),
    ] {
        parameters(
            "POST",
            &format!("id: &str, {attribute} order: &Order"),
            &[message],
        );
        parameters("POST", &format!("{attribute} id: &str"), &[message]);
        parameters(
            "POST",
            &format!("{attribute} transaction_id: &str"),
            &[message],
        );
    }
}

#[test]
fn patterns_and_types_of_parameters() {
    for (parameter, plain) in [
        ("mut id: &str", "id: &str"),
        ("ref id: Option<&'static str>", "id: Option<&'static str>"),
        ("_: &str", "name: &str"),
        (
            "id: &str, Page { limit }: my::Page<u8, u8>",
            "name: my::Page<u8, u8>",
        ),
    ] {
        let message = format!("a parameter cannot have `mut` or a pattern: write `{plain}`");
        parameters("GET", parameter, &[&message]);
    }
    let named =
        "the type of a parameter cannot contain `impl`: write a concrete type, such as `&Order`";
    parameters("GET", "id: impl Into<String>", &[named]);
    parameters(
        "GET",
        "id: &str, #[query] n: Option<impl Into<u8>>",
        &[named],
    );
    parameters("POST", "id: &str, body: &impl Serialize", &[named]);
}

#[test]
fn signatures() {
    let plain = |qualifier: &str| {
        format!(
            "a method of a `#[wechatpay_api]` trait must be a plain `async fn`: remove `{qualifier}`"
        )
    };
    method(
        "fn post(&self) -> Result<()>;",
        &["a method of a `#[wechatpay_api]` trait must be `async`: write `async fn post`"],
    );
    method("const fn post(&self) -> Result<()>;", &[&plain("const")]);
    method(
        "async unsafe fn post(&self) -> Result<()>;",
        &[&plain("unsafe")],
    );
    method(
        "async extern \"C\" fn post(&self) -> Result<()>;",
        &[&plain("extern \"C\"")],
    );
    let named = "a method of a `#[wechatpay_api]` trait cannot have type or const parameters: write concrete types, such as `body: &Order`";
    method(
        "async fn post<'a, T: Serialize>(&'a self, body: &T) -> Result<()>;",
        &[named],
    );
    method(
        "async fn post<const N: usize>(&self) -> Result<()>;",
        &[named],
    );
    method(
        "async fn post() -> Result<()>;",
        &["a method of a `#[wechatpay_api]` trait must take `&self`: write `post(&self, …)`"],
    );
    for first in [
        "body: &B",
        "this: &Self, body: &B",
        "client: &wechatpay_client::Client",
    ] {
        method(
            &format!("async fn post({first}) -> Result<()>;"),
            &["a method of a `#[wechatpay_api]` trait must take `&self`: write `post(&self, …)`"],
        );
    }
    for receiver in [
        "self",
        "mut self",
        "&mut self",
        "self: &Self",
        "self: Arc<Self>",
    ] {
        method(
            &format!("async fn post({receiver}, body: &B) -> Result<()>;"),
            &["a method of a `#[wechatpay_api]` trait must take `&self`: write `&self` here"],
        );
    }
    method(
        "async fn post(&self) -> Result<()> { Ok(()) }",
        &["the macro generates the body of the method: write `;` in place of this block"],
    );
    method(
        "#[cfg_attr(unix, wechatpay_api(GET \"/v3/orders\"))] async fn post(&self) -> Result<()>;",
        &[
            "`#[wechatpay_api]` does not work inside `cfg_attr`: write `#[cfg(…)]` as an attribute of its own",
        ],
    );
}

#[test]
fn responses() {
    method(
        "fn post(&self) -> impl Future<Output = Result<()>> + Send;",
        &["a method of a `#[wechatpay_api]` trait must be `async`: write `async fn post`"],
    );
    method(
        "async fn post(&self);",
        &[
            "a method of a `#[wechatpay_api]` trait must return `Result<T>`: write `-> Result<Order>` with the type of the response, or `-> Result<()>` if the response has no body",
        ],
    );
    method(
        "async fn post(&self) -> impl Response;",
        &[
            "the return type cannot be `impl …` or a future: write `Result<T>` with the type of the response",
        ],
    );
    for ty in [
        "Result<&str>",
        "Result<Order<'_>>",
        "Result<Vec<&'static (Order<'a>,)>>",
    ] {
        method(
            &format!("async fn post<'a>(&'a self) -> {ty};"),
            &[
                "a response cannot borrow: use a struct whose fields own their data, such as `String`",
            ],
        );
    }
}

#[test]
fn traits() {
    let get = "#[wechatpay_api(GET \"/v3/certificates\")]";
    let fn_get = "async fn get(&self) -> Result<()>;";
    assert_messages(
        &format!("{get} unsafe trait A {{ {fn_get} }}"),
        &["a `#[wechatpay_api]` trait cannot be `unsafe`: remove `unsafe`"],
    );
    assert_messages(
        &format!("{get} trait A<T> where T: B {{ {fn_get} }}"),
        &[
            "a `#[wechatpay_api]` trait cannot have generic parameters: write concrete types in the methods",
        ],
    );
    assert_messages(
        &format!("{get} trait A where Self: B {{ {fn_get} }}"),
        &["a `#[wechatpay_api]` trait cannot have a `where` clause: remove the clause"],
    );
    for item in ["const N: u8;", "type T;", "type T: B = C;", "m!();"] {
        assert_messages(
            &format!("{get} trait A {{ {item} {fn_get} }}"),
            &["a `#[wechatpay_api]` trait can have only methods: move this item out of the trait"],
        );
    }
    assert_messages(
        &format!("{get} trait A {{ pub {fn_get} }}"),
        &["the methods of a trait are as public as the trait: remove `pub`"],
    );
    assert_messages(
        &format!("{get} #[wechatpay_api] trait A {{ {fn_get} }}"),
        &["duplicate `#[wechatpay_api]`: remove one"],
    );
    assert_messages(
        &format!("#[wechatpay_api] {get} trait A {{ {fn_get} }}"),
        &["duplicate `#[wechatpay_api]`: remove one"],
    );
    assert_messages(
        &format!(
            "#[wechatpay_api] trait A {{ {get} {fn_get} {get} async fn r#get() -> Result<()>; }}"
        ),
        &["duplicate method `get`: rename one"],
    );
    assert_messages(
        &format!("{get} trait A {{ {fn_get} {fn_get} }}"),
        &["duplicate method `get`: rename one"],
    );
    assert_messages(
        &format!(
            "#[wechatpay_api] trait A {{ #[cfg(a)] {get} {fn_get} #[cfg(b)] {get} {fn_get} }}"
        ),
        &[],
    );
    assert_messages(
        &format!(
            "#[wechatpay_api] trait A {{ #[cfg_attr(a, wechatpay_api(GET \"/v3/a\"))] {fn_get} }}"
        ),
        &[
            "`#[wechatpay_api]` does not work inside `cfg_attr`: write `#[cfg(…)]` as an attribute of its own",
        ],
    );
    assert_messages(
        &format!("{get} trait A {{}}"),
        &["the trait declares an operation but has no method: add one `async fn`"],
    );
    assert_messages("#[wechatpay_api] trait A {}", &[]);
}

#[test]
fn each_method_has_one_operation() {
    assert_messages(
        "#[wechatpay_api(POST \"/v3/orders\")] trait A { \
         async fn one(&self, body: &B) -> Result<()>; async fn two(&self, order: &B) -> Result<()>; }",
        &[
            "the trait declares one operation but has 2 methods: write `#[wechatpay_api]` on the trait, \
             and on each method its operation, as in `#[wechatpay_api(POST \"/v3/orders\")]`",
        ],
    );
    assert_messages(
        "#[wechatpay_api(GET \"/v3/certificates\")] trait A { \
         #[wechatpay_api(POST \"/v3/orders\")] async fn one(&self) -> Result<()>; }",
        &["the trait's attribute already declares the operation: remove this attribute"],
    );
    assert_messages(
        "#[wechatpay_api] trait A { \
         #[wechatpay_api(GET \"/v3/certificates\")] #[wechatpay_api(GET \"/v3/b\")] \
         async fn one(&self) -> Result<()>; }",
        &["a method can have only one operation: remove this attribute"],
    );
    let which = "the method `get` has no operation: write `#[wechatpay_api(POST \"/v3/…\")]` above the method";
    attribute("", &[which]);
    attribute("()", &[which]);
    attribute("(crate = a::b)", &[which]);
    own_attribute("", &[which]);
    own_attribute("()", &[which]);
    own_attribute(" = \"/v3/orders\"", &[which]);
}

#[test]
fn a_method_whose_trait_has_no_attribute() {
    assert_messages(
        "#[wechatpay_api(GET \"/v3/orders\")] async fn get(&self, #[query] a: &str) -> Result<()>;",
        &["the trait of this method has no `#[wechatpay_api]`: add the attribute to the trait"],
    );
}

#[test]
fn items_that_are_not_traits() {
    for item in [
        "pub struct A;",
        "enum A {}",
        "pub async fn get() {}",
        "mod a {}",
        "async fn get(&self) -> Result<()> { Ok(()) }",
        "a! {}",
        "trait A = B;",
    ] {
        assert_messages(
            &format!("#[wechatpay_api(GET \"/v3/orders\")] {item}"),
            &["`#[wechatpay_api]` belongs on a trait: remove the attribute from this item"],
        );
    }
    // The compiler has reported the missing braces.
    assert_messages("#[wechatpay_api(GET \"/v3/orders\")] trait A;", &[]);
    let above = "`#[wechatpay_api]` belongs on a trait, not on an `impl`: if a mocking attribute made this `impl`, put that attribute below `#[wechatpay_api]`";
    assert_messages(
        "#[wechatpay_api] impl A for B { #[wechatpay_api(GET \"/v3/a\")] async fn get(&self) {} }",
        &[above],
    );
    let expanded = expansion(
        "#[wechatpay_api] impl A for B { #[wechatpay_api(GET \"/v3/a\")] async fn get(&self) {} }",
    );
    assert!(
        !expanded.to_string().contains("wechatpay_api (GET"),
        "{expanded}"
    );
}

/// For editors. The compiler itself stops after its own parser.
#[test]
fn an_incomplete_method_leaves_the_others_intact() {
    const OPERATION: &str = "#[wechatpay_api(GET \"/v3/{id}\", unlisted)] ";
    const BEFORE: &str =
        "#[wechatpay_api(GET \"/v3/a\", unlisted)] async fn before(&self) -> Result<()>;";
    const AFTER: &str = "/// Documented.\n #[wechatpay_api(GET \"/v3/b\", unlisted)] \
                         async fn after(&self) -> Result<()>;";
    for incomplete in [
        "",
        "asyn",
        "async",
        "async fn",
        "async fn unfinished",
        "async fn unfinished()",
        "async fn unfinished(&self)",
        "async fn unfinished(&self, id)",
        "async fn unfinished(&self, id:) -> Result<()>;",
        "async fn unfinished(&self, id: &) -> Result<()>;",
        "async fn unfinished(&self, id: &str,,) -> Result<()>;",
        "async fn unfinished(&self, #[query]) -> Result<()>;",
        "async fn unfinished(&self, #[] id: &str) -> Result<()>;",
        "async fn unfinished(&self) ->",
        "async fn unfinished(&self) -> ;",
        "async fn unfinished(&self) -> Result<",
        "async fn unfinished(&self, id: &str) -> Result<()>",
    ] {
        let is_only_attribute = incomplete.is_empty();
        // An attribute without a method belongs to the method that follows.
        let after = if is_only_attribute { "" } else { AFTER };
        let expanded = expansion(&format!(
            "#[wechatpay_api] trait A {{ {BEFORE} {OPERATION} {incomplete} {after} }}"
        ));
        let mut messages = Vec::new();
        collect(expanded.clone(), &mut messages);
        // The compiler has reported the code that does not parse.
        assert_eq!(messages, [""; 0], "{incomplete}");
        let expanded = expanded.to_string();
        assert_eq!(expanded.matches("fn before").count(), 2, "{expanded}");
        let expected = if is_only_attribute { 0 } else { 2 };
        assert_eq!(expanded.matches("fn after").count(), expected, "{expanded}");
        assert!(!expanded.contains("wechatpay_api (GET"), "{expanded}");
        assert!(!expanded.contains("undeclared"), "{incomplete}: {expanded}");
    }
}

/// The compiler reports the missing value, and then calls the macro all the same.
#[test]
fn an_incomplete_parameter_attribute_leaves_its_method() {
    for (name, message) in [
        (
            "query",
            "a query parameter needs a name: write `#[query = \"name\"]`",
        ),
        (
            "header",
            "a header needs a name: write `#[header = \"Idempotency-Key\"]`",
        ),
    ] {
        let declaration = format!(
            "#[wechatpay_api(GET \"/v3/a\", unlisted)] \
             trait A {{ async fn unfinished(&self, #[{name} = ] id: &str) -> Result<()>; }}"
        );
        assert_messages(&declaration, &[message]);
        let expanded = expansion(&declaration).to_string();
        assert_eq!(expanded.matches("fn unfinished").count(), 2, "{expanded}");
    }
}

/// A method with a mistake is emitted with `&self`, so that its callers do not fail too.
#[test]
fn a_method_with_a_mistake_can_still_be_called() {
    for method in [
        "async fn unfinished();",
        "async fn unfinished(&self);",
        "fn unfinished(self) -> Result<()>;",
        "async fn unfinished(&self, di: &str) -> Result<()> {}",
    ] {
        let expanded = expansion(&format!(
            "#[wechatpay_api] trait A {{ #[wechatpay_api(GET)] {method} }}"
        ));
        let expanded = expanded.to_string();
        assert_eq!(
            expanded.matches("fn unfinished (& self").count(),
            2,
            "{expanded}"
        );
    }
}

#[test]
fn all_mistakes_are_reported_at_once() {
    assert_messages(
        "#[wechatpay_api(crate = )] trait A<T> { \
         const N: u8; \
         #[wechatpay_api(PSOT \"/v3//a\", acepted)] fn one(&mut self, body: Option<B>); }",
        &[
            "`crate` needs the path of `wechatpay_client`: write `crate = some::path`",
            "a `#[wechatpay_api]` trait cannot have generic parameters: write concrete types in the methods",
            "a `#[wechatpay_api]` trait can have only methods: move this item out of the trait",
            "unknown HTTP method `PSOT`: did you mean `POST`?",
            "empty path segment: replace `//` by `/`",
            "unknown option `acepted`: did you mean `accepted`?",
            "a method of a `#[wechatpay_api]` trait must be `async`: write `async fn one`",
            "a method of a `#[wechatpay_api]` trait must take `&self`: write `&self` here",
            "a method of a `#[wechatpay_api]` trait must return `Result<T>`: write `-> Result<Order>` with the type of the response, or `-> Result<()>` if the response has no body",
            "a body cannot be an `Option`, because `None` is not a JSON object: remove the `Option`",
        ],
    );
}
