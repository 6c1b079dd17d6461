//! Every message of the macro: what each wrong declaration is told, and that it is told once.

use proc_macro2::{TokenStream, TokenTree};
use syn::LitStr;

use super::golden::expansion;

/// The messages of an expansion, in order.
fn messages(declaration: &str) -> Vec<String> {
    let mut messages = Vec::new();
    collect(expansion(declaration), &mut messages);
    messages
}

fn collect(tokens: TokenStream, messages: &mut Vec<String>) {
    let mut in_error = false;
    for token in tokens {
        match token {
            TokenTree::Ident(word) => in_error = word == "compile_error",
            TokenTree::Group(group) if in_error => {
                let message: LitStr = syn::parse2(group.stream()).unwrap();
                messages.push(message.value());
                in_error = false;
            }
            TokenTree::Group(group) => collect(group.stream(), messages),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

/// That a declaration is told exactly this.
#[track_caller]
pub(super) fn told(declaration: &str, expected: &[&str]) {
    assert_eq!(messages(declaration), expected, "of {declaration}");
}

/// An attribute on a trait of one method without parameters.
#[track_caller]
fn attribute(attribute: &str, expected: &[&str]) {
    told(
        &format!("#[wechatpay_api{attribute}] trait A {{ async fn get(&self) -> Result<()>; }}"),
        expected,
    );
}

/// An attribute on the method of a trait.
#[track_caller]
fn own_attribute(attribute: &str, expected: &[&str]) {
    told(
        &format!(
            "#[wechatpay_api] trait A {{ \
             #[wechatpay_api{attribute}] async fn get(&self) -> Result<()>; }}"
        ),
        expected,
    );
}

/// A path, with an argument for each `{placeholder}` that one needs.
#[track_caller]
fn path(path: &str, expected: &[&str]) {
    told(
        &format!(
            "#[wechatpay_api(GET {path:?}, unlisted)] trait A {{ async fn get(&self) -> Result<()>; }}"
        ),
        expected,
    );
}

/// The parameters of an operation with the placeholder `{id}`.
#[track_caller]
fn parameters(method: &str, parameters: &str, expected: &[&str]) {
    told(
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
    told(
        &format!("#[wechatpay_api(POST \"/v3/orders\", unlisted)] trait A {{ {method} }}"),
        expected,
    );
}

/// The parameters of an upload.
#[track_caller]
fn upload(parameters: &str, expected: &[&str]) {
    told(
        &format!(
            "#[wechatpay_api(POST \"/v3/files\", upload, unlisted)] \
             trait A {{ async fn post(&self, {parameters}) -> Result<()>; }}"
        ),
        expected,
    );
}

#[test]
fn right_declarations_are_told_nothing() {
    attribute(r#"(GET "/v3/orders", unlisted)"#, &[]);
    attribute(r#"(GET "/v3/orders", unlisted,)"#, &[]);
    attribute(
        r#"(POST "/hk/v3/orders/", unlisted, accepted, crate = a::b)"#,
        &[],
    );
    attribute(
        r#"(crate = a::b, PUT "/v3/orders")"#,
        &["the operation stands first: `PUT \"/v3/…\"`"],
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
    told(
        "#[wechatpay_api(POST \"/v3/files/{file}\", unlisted)] \
         trait A { async fn post(&self, file: &str) -> Result<()>; }",
        &[],
    );
    upload("file: &UploadFile, body: &Meta, #[query] a: &str", &[]);
    method(
        "async fn post<'a>(&'a self, body: &'a B) -> Result<Cow<'static, str>>;",
        &[],
    );
}

#[test]
fn the_verb() {
    attribute(
        r#"("/v3/orders")"#,
        &["missing HTTP method: `#[wechatpay_api(POST \"/v3/…\")]`"],
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
        &["write the method in capitals: `POST`"],
    );
    attribute(
        r#"(get "/v3/orders")"#,
        &["write the method in capitals: `GET`"],
    );
    attribute(
        r#"(POST, "/v3/orders")"#,
        &["no `,` between the method and the path: `POST \"/v3/…\"`"],
    );
    attribute("(5)", &["expected an operation: `POST \"/v3/…\"`"]);
    attribute("({})", &["expected an operation: `POST \"/v3/…\"`"]);
}

#[test]
fn the_path_as_a_token() {
    attribute(
        "(GET)",
        &["missing path: `#[wechatpay_api(GET \"/v3/…\")]`"],
    );
    attribute(
        "(GET,)",
        &["missing path: `#[wechatpay_api(GET \"/v3/…\")]`"],
    );
    attribute(
        "(POST, accepted)",
        &["missing path: `#[wechatpay_api(POST \"/v3/…\")]`"],
    );
    attribute(
        "(GET PATH)",
        &["the path is a string literal: `GET \"/v3/…\"`"],
    );
    attribute(
        r#"(GET concat!("/v3/", "a"), accepted)"#,
        &["the path is a string literal: `GET \"/v3/…\"`"],
    );
    attribute(
        "(GET /v3/orders)",
        &["the path is a string literal: `GET \"/v3/…\"`"],
    );
    own_attribute(
        "(GET)",
        &["missing path: `#[wechatpay_api(GET \"/v3/…\")]`"],
    );
}

#[test]
fn the_options() {
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
        &["`accepted` is given twice"],
    );
    attribute(
        r#"(GET "/v3/orders", accepted = true)"#,
        &["`accepted` takes no value: it stands alone"],
    );
    attribute(
        "(accepted)",
        &["`accepted` follows an operation: `POST \"/v3/…\", accepted`"],
    );
    attribute(
        r#"(accepted, GET "/v3/orders")"#,
        &["`accepted` follows an operation: `POST \"/v3/…\", accepted`"],
    );
    attribute(
        r#"(crate = a, GET "/v3/orders")"#,
        &["the operation stands first: `GET \"/v3/…\"`"],
    );
    attribute(
        r#"(method = "GET", path = "/v3/orders")"#,
        &["unknown option `method`: an operation is written `POST \"/v3/…\"`"],
    );
    for incomplete in ["timeout", "timeout = ", "timeout = 30s"] {
        attribute(
            &format!("(GET \"/v3/orders\", {incomplete})"),
            &[
                "no `timeout` in a declaration: a timeout belongs to the call, `client.with_timeout(…)`",
            ],
        );
    }
}

#[test]
fn options_that_do_not_go_together() {
    attribute(r#"(GET "/v3/bills", download, global, unlisted)"#, &[]);
    attribute(
        r#"(GET "/v3/bills", unsigned, download)"#,
        &["a `download` is unsigned by nature: drop `unsigned`"],
    );
    attribute(
        r#"(GET "/v3/bills", download, accepted)"#,
        &["the response of a `download` is the file: drop `accepted`"],
    );
    told(
        "#[wechatpay_api(POST \"/v3/files\", upload, download)] \
         trait A { async fn post(&self, file: &UploadFile) -> Result<Download>; }",
        &["an operation is a `download` or an `upload`, not both"],
    );
    attribute(
        r#"(GET "/v3/bills", accepted, unsigned)"#,
        &["nothing proves that an `unsigned` response accepted anything: drop one of the two"],
    );
    attribute(
        r#"(POST "/v3/bills", download)"#,
        &["a `download` is a `GET`"],
    );
    attribute(
        r#"(POST "/v3/bills", unsigned)"#,
        &["nothing proves what an `unsigned` response says: only a `GET` may have one"],
    );
    attribute(
        r#"(GET "/v3/bills", downlaod)"#,
        &["unknown option `downlaod`: did you mean `download`?"],
    );
    attribute(
        r#"(GET "/v3/orders", idempotent)"#,
        &["a GET is always safe to repeat: drop `idempotent`"],
    );
    attribute(
        r#"(GET "/v3/orders", upload)"#,
        &[
            "an upload is a `POST`",
            "an upload takes `file: &wechatpay_client::UploadFile`",
        ],
    );
}

#[test]
fn a_proof_of_what_nothing_proves() {
    let proof = "nothing verifies an `unsigned` response: return `Result<T>` without `Verified`";
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
        told(
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
        &["an upload takes `file: &wechatpay_client::UploadFile`"],
    );
    upload(
        "body: &Meta",
        &["an upload takes `file: &wechatpay_client::UploadFile`"],
    );
    upload(
        "image: &UploadFile",
        &[
            "`image` is not in the path: name it `file` if it is the file, `body` if it is the meta, or mark it `#[query]`",
        ],
    );
    upload(
        "file: &UploadFile, meta: &Meta",
        &[
            "`meta` is not in the path: name it `file` if it is the file, `body` if it is the meta, or mark it `#[query]`",
        ],
    );
    let belongs = "a parameter named `file` belongs to an `upload`: add that option";
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
    key("", "a header needs a name");
    for name in [
        "Authorization",
        "authorization",
        "Content-Type",
        "Host",
        "Wechatpay-Serial",
        "wechatpay-anything",
    ] {
        key(name, &format!("`{name}` is written by the client"));
    }
    for name in ["Idempotency Key", "Idempotency-Key:", "幂等"] {
        key(
            name,
            &format!("`{name}` cannot be the name of a header: it is of letters, digits and `-`"),
        );
    }
    parameters(
        "POST",
        "id: &str, #[header(\"Idempotency-Key\")] key: &str",
        &["a header needs its name: `#[header = \"Idempotency-Key\"]`"],
    );
    parameters(
        "POST",
        "id: &str, #[header = KEY] key: &str",
        &["the name is a string literal: `#[header = \"…\"]`"],
    );
    parameters(
        "POST",
        "id: &str, #[header = \"X-A\"] a: &str, #[header = \"x-a\"] b: &str",
        &["the header `x-a` is given twice"],
    );
    parameters(
        "POST",
        "id: &str, #[header = \"X-A\"] #[header = \"X-B\"] a: &str",
        &["`#[header]` is given twice"],
    );
    parameters(
        "POST",
        "id: &str, #[query] #[header = \"X-B\"] a: &str",
        &["a parameter is `#[query]` or `#[header]`, not both"],
    );
}

#[test]
fn the_option_crate() {
    let where_is_it = "`crate` says where `wechatpay_client` is: `crate = some::path`";
    attribute(r#"(GET "/v3/orders", crate)"#, &[where_is_it]);
    attribute(r#"(GET "/v3/orders", crate = )"#, &[where_is_it]);
    for (text, path) in [("a::b", "a::b"), ("a-b", "a_b"), ("", "some::path")] {
        attribute(
            &format!("(GET \"/v3/orders\", unlisted, crate = {text:?})"),
            &[&format!(
                "`crate` is a path, not a string: `crate = {path}`"
            )],
        );
    }
    attribute("(crate = )", &[where_is_it]);
    attribute(
        r#"(GET "/v3/orders", crate = a, crate = b)"#,
        &["`crate` is given twice"],
    );
    own_attribute(
        r#"(GET "/v3/orders", crate = a)"#,
        &["`crate` belongs on the trait: `#[wechatpay_api(crate = …)]`"],
    );
}

#[test]
fn the_option_defaults() {
    told("#[wechatpay_api(defaults, crate = a)] trait A {}", &[]);
    attribute(r#"(GET "/v3/orders", defaults, unlisted, crate = a)"#, &[]);
    attribute(
        r#"(GET "/v3/orders", defaults = true)"#,
        &["`defaults` takes no value: it stands alone"],
    );
    attribute(
        "(defaults = true)",
        &["`defaults` takes no value: it stands alone"],
    );
    attribute(
        r#"(GET "/v3/orders", defaults, defaults)"#,
        &["`defaults` is given twice"],
    );
    attribute(
        r#"(GET "/v3/orders", default)"#,
        &["unknown option `default`: did you mean `defaults`?"],
    );
    attribute(
        r#"(defaults, GET "/v3/orders")"#,
        &["the operation stands first: `GET \"/v3/…\"`"],
    );
    own_attribute(
        r#"(GET "/v3/orders", defaults)"#,
        &["`defaults` belongs on the trait: `#[wechatpay_api(defaults)]`"],
    );
    own_attribute(
        "(defaults)",
        &["`defaults` belongs on the trait: `#[wechatpay_api(defaults)]`"],
    );
}

/// What stands there while it is being written: one message, on what is there so far.
#[test]
fn half_typed_attributes() {
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
        (",", "expected an operation: `POST \"/v3/…\"`".into()),
        (
            "GET =",
            "the path is a string literal: `GET \"/v3/…\"`".into(),
        ),
        (
            r#"GET = "/v3/a""#,
            "no `=` between the method and the path: `GET \"/v3/…\"`".into(),
        ),
        (
            r#"GET ("/v3/a")"#,
            "the path stands after the method, without parentheses: `GET \"/v3/…\"`".into(),
        ),
        (
            r#"get("/v3/a"), accepted"#,
            "the path stands after the method, without parentheses: `GET \"/v3/…\"`".into(),
        ),
        (
            r#"GET """#,
            "the path is empty: write it as in `\"/v3/…\"`".into(),
        ),
        (
            r#"GET "/v3""#,
            "the path is not finished: nothing follows `/v3/`".into(),
        ),
        (
            r#"GET "/v3/""#,
            "the path is not finished: nothing follows `/v3/`".into(),
        ),
        (
            r#"GET "/brand""#,
            "the path is not finished: nothing follows `/brand/`".into(),
        ),
        (
            r#"GET "/v3/{i""#,
            "unbalanced braces: a placeholder is `{name}`, a whole path segment".into(),
        ),
        (r#"GET "/v3/a",,"#, "one `,` too many".into()),
        (
            r#"POST "/v3/a", idempotent ="#,
            "`idempotent` takes no value: it stands alone".into(),
        ),
        (
            r#"GET "/v3/a", crate = a::, accepted"#,
            "`crate` says where `wechatpay_client` is: `crate = some::path`".into(),
        ),
    ];
    for (incomplete, message) in cases {
        attribute(&format!("({incomplete})"), &[&message]);
    }
    for whole_in_the_string in [r#""GET""#, r#""GET /v3/a""#, r#""GET", "/v3/a""#] {
        attribute(
            &format!("({whole_in_the_string})"),
            &["the method stands before the string: `GET \"/v3/…\"`"],
        );
    }
}

#[test]
fn how_a_path_begins() {
    path("", &["the path is empty: write it as in `\"/v3/…\"`"]);
    path(
        "/v3/",
        &["the path is not finished: nothing follows `/v3/`"],
    );
    path("v3/orders", &["a path begins with `/`: `\"/v3/orders\"`"]);
    path(
        "/v4/orders",
        &["a path begins with `/v3/`, `/hk/v3/` or `/global/v3/`"],
    );
    path("/brand/card-member/pre-auth-tokens", &[]);
    path(
        "/v3/{r#type}",
        &["write `{type}`; its argument is `r#type`"],
    );
    path(
        "/pay/unifiedorder",
        &["APIv2 paths are not supported: this client speaks APIv3, whose paths begin with `/v3/`"],
    );
    let alone = "write the path alone; the host belongs to the client: `\"/v3/orders\"`";
    path("https://api.mch.weixin.qq.com/v3/orders", &[alone]);
    path("api.mch.weixin.qq.com/v3/orders", &[alone]);
    path(
        "https://api.mch.weixin.qq.com",
        &["write the path alone; the host belongs to the client: `\"/v3/…\"`"],
    );
    path(
        "https://api.mch.weixin.qq.com/v3/orders?mchid=1#top",
        &["write the path alone; the host belongs to the client: `\"/v3/orders?mchid=1#top\"`"],
    );
}

#[test]
fn the_segments_of_a_path() {
    path(
        "/v3/orders?",
        &["a path has no query string: declare `/v3/orders`"],
    );
    path(
        "/v3/orders?mchid={mchid}&limit=",
        &[
            "a path has no query string; declare `/v3/orders` and take `mchid`, `limit` as `#[query]`",
        ],
    );
    path("/v3/orders#top", &["a path has no fragment: drop `#top`"]);
    path("/v3/:id/orders", &["write placeholders as `{id}`"]);
    path("/v3/<id>/orders", &["write placeholders as `{id}`"]);
    path("/v3//orders", &["empty path segment: `//`"]);
    path("/v3/orders//", &["empty path segment: `//`"]);
    path("/v3//orders//all", &["empty path segment: `//`"]);
    path("/v3/./orders", &["`.` cannot be a path segment"]);
    path("/v3/orders/..", &["`..` cannot be a path segment"]);
    path("/v3/{}", &["a placeholder needs a name: `{}`"]);
    path(
        "/v3/{orderId}",
        &["a placeholder is in snake_case, as its argument is: not `{orderId}`"],
    );
    path(
        "/v3/{id }",
        &["a placeholder is in snake_case, as its argument is: not `{id }`"],
    );
    let unbalanced = "unbalanced braces: a placeholder is `{name}`, a whole path segment";
    path("/v3/{id", &[unbalanced]);
    path("/v3/id}/orders", &[unbalanced]);
    path("/v3/{a/b}", &[unbalanced]);
    path(
        "/v3/id-{id}",
        &["a placeholder is a whole path segment; `id-{id}` mixes it with text"],
    );
    path(
        "/v3/{{id}}",
        &["a placeholder is a whole path segment; `{{id}}` mixes it with text"],
    );
    path("/v3/orders%20all", &["`%` cannot stand in a path"]);
    path("/v3/订单", &["`订` cannot stand in a path"]);
    path("/v3/orders\n", &["`\\n` cannot stand in a path"]);
    told(
        r#"#[wechatpay_api(GET "/v3/{id}/{id}/{id}")] trait A { async fn get(&self, id: &str) -> Result<()>; }"#,
        &["`{id}` appears twice: each placeholder has its own name"],
    );
    path(
        "/v3//:id",
        &["empty path segment: `//`", "write placeholders as `{id}`"],
    );
}

#[test]
fn placeholders_without_an_argument() {
    parameters(
        "GET",
        "",
        &["`{id}` has no argument: add `id: &str` to `get`"],
    );
    path(
        "/v3/a/{type}",
        &["`{type}` has no argument: add `r#type: &str` to `get`"],
    );
    path(
        "/v3/{a}/{b}",
        &[
            "`{a}` has no argument: add `a: &str` to `get`",
            "`{b}` has no argument: add `b: &str` to `get`",
        ],
    );
    told(
        r#"#[wechatpay_api(GET "/v3/{transaction_id}", unlisted)] trait A { async fn get(&self, id: &str) -> Result<()>; }"#,
        &["`id` is not in the path, and `{transaction_id}` has no argument: use one name for both"],
    );
    told(
        r#"#[wechatpay_api(GET "/v3/{out_trade_no}", unlisted)] trait A { async fn get(&self, out_tarde_no: &str) -> Result<()>; }"#,
        &[
            "`out_tarde_no` is not in the path, and `{out_trade_no}` has no argument: use one name for both",
        ],
    );
    for id in ["&str", "String", "u64", "std::string::String"] {
        told(
            &format!(
                "#[wechatpay_api(GET \"/v3/{{out_trade_no}}\", unlisted)] trait A {{ async fn get(&self, id: {id}) -> Result<()>; }}"
            ),
            &[
                "`id` is not in the path, and `{out_trade_no}` has no argument: use one name for both, or mark `id` `#[query]`",
            ],
        );
    }
    // A struct was not meant for a segment: two mistakes.
    parameters(
        "POST",
        "order: &Order",
        &[
            "`order` is not in the path: name it `body` if it is the JSON body, or mark it `#[query]`",
            "`{id}` has no argument: add `id: &str` to `get`",
        ],
    );
    told(
        r#"#[wechatpay_api(GET "https://api.mch.weixin.qq.com/v3/{out_trade_no}")] trait A { async fn get(&self, out_trade_no: &str) -> Result<()>; }"#,
        &["write the path alone; the host belongs to the client: `\"/v3/{out_trade_no}\"`"],
    );
}

#[test]
fn arguments_without_a_place() {
    for method in ["GET", "DELETE"] {
        parameters(
            method,
            "id: &str, mchid: &str",
            &["`mchid` is not in the path: write `{mchid}` there or mark it `#[query]`"],
        );
    }
    for method in ["POST", "PUT", "PATCH"] {
        parameters(
            method,
            "id: &str, order: &Order",
            &[
                "`order` is not in the path: name it `body` if it is the JSON body, or mark it `#[query]`",
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
            "a GET request has no body: mark the values `#[query]`, or name a struct of them `query`",
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
            &["a body is always sent, and `None` is no JSON object: take the body itself"],
        );
    }
    for ty in ["Box<Option<Order>>", "&std::boxed::Box<(Option<Order>)>"] {
        parameters(
            "POST",
            &format!("id: &str, body: {ty}"),
            &["a body is always sent, and `None` is no JSON object: take the body itself"],
        );
    }
    parameters("POST", "id: &str, body: my::Option<Order>", &[]);
    parameters("POST", "id: &str, body: &Option", &[]);
}

#[test]
fn a_body_that_is_no_object() {
    for (types, found) in [
        (
            "&str | &'static str | String | &String | std::string::String | Box<str> | char | (&str) | \
             Cow<'_, str> | &std::borrow::Cow<'_, str> | Arc<str>",
            "a string",
        ),
        (
            "&[u8] | Vec<u8> | &Vec<u8> | &[Order] | std::vec::Vec<Order> | &alloc::vec::Vec<Order> | \
             Box<[Order]> | [Order; 2] | &(Order, Order) | (Order,) | Box<Vec<Order>> | Cow<'_, [u8]> | \
             &VecDeque<Order> | &std::collections::HashSet<u8> | BTreeSet<u8> | LinkedList<u8> | \
             &BinaryHeap<u8> | Rc<[Order]> | std::sync::Arc<Box<Vec<Order>>>",
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
                    "a body is a JSON object, and this would send {found}: use a struct"
                )],
            );
        }
    }
    // Types of the user's own, and what cannot be known.
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
fn query_parameters() {
    let is_literal = "the name is a string literal: `#[query = \"…\"]`";
    let no_list = "write `#[query]`, or `#[query = \"name\"]` for another name";
    parameters("GET", "id: &str, #[query = NAME] n: u8", &[is_literal]);
    parameters("GET", "#[query = 5] id: &str", &[is_literal]);
    parameters(
        "GET",
        "id: &str, #[query = \"\"] n: u8",
        &["a query parameter needs a name"],
    );
    parameters(
        "GET",
        "id: &str, query: Option<&Page>",
        &["`query` is a struct: make its fields `Option`, not the whole of it"],
    );
    parameters("GET", "id: &str, #[query(n)] n: u8", &[no_list]);
    parameters("GET", "#[query(id)] id: &str", &[no_list]);
    parameters(
        "GET",
        "id: &str, #[query] #[query] n: u8",
        &["`#[query]` is given twice"],
    );
    parameters(
        "GET",
        "id: &str, #[query] n: u8, #[query = \"n\"] m: u8",
        &["the query parameter `n` is given twice"],
    );
    parameters(
        "GET",
        "#[query] id: &str",
        &[
            "`{id}` is in the path already; for a query parameter of the same name write `#[query = \"id\"]` on another argument",
        ],
    );
}

#[test]
fn attributes_of_parameters() {
    for (attribute, message) in [
        (
            "#[cfg(unix)]",
            "a parameter has no `#[cfg]`: declare two methods, each with its own",
        ),
        (
            "#[cfg_attr(unix, query)]",
            "a parameter has no `#[cfg_attr]`: declare two methods, each with its own",
        ),
        (
            "#[body]",
            "no `#[body]`: the parameter named `body` is the body",
        ),
        (
            "#[path]",
            "no `#[path]`: the parameter named like a `{placeholder}` is that segment",
        ),
        (
            "/// Which.\n",
            "a parameter has no documentation: write it on the method",
        ),
        (
            "#[qeury]",
            "unknown attribute `#[qeury]`: did you mean `#[query]`?",
        ),
        (
            "#[file]",
            "no `#[file]`: the parameter named `file` is the file",
        ),
        (
            "#[heder]",
            "unknown attribute `#[heder]`: did you mean `#[header]`?",
        ),
        (
            "#[header]",
            "a header needs its name: `#[header = \"Idempotency-Key\"]`",
        ),
        (
            "#[serde::skip]",
            "unknown attribute `#[serde::skip]`: a parameter has `#[query]` or `#[header]`",
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
    let plain_name = "a parameter here is a plain name, as in `id: &str`";
    parameters("GET", "mut id: &str", &[plain_name]);
    parameters("GET", "ref id: &str", &[plain_name]);
    parameters("GET", "_: &str", &[plain_name]);
    parameters("GET", "id: &str, Page { limit }: Page", &[plain_name]);
    let named =
        "a declared method has no type or const parameters: name the body and response types";
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
    let plain = "a declared method is a plain `async fn`";
    method(
        "fn post(&self) -> Result<()>;",
        &["a declared method is `async`: write `async fn post`"],
    );
    method("const fn post(&self) -> Result<()>;", &[plain]);
    method("async unsafe fn post(&self) -> Result<()>;", &[plain]);
    method("async extern \"C\" fn post(&self) -> Result<()>;", &[plain]);
    let named =
        "a declared method has no type or const parameters: name the body and response types";
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
        &["a declared method takes `&self` first"],
    );
    for first in [
        "body: &B",
        "this: &Self, body: &B",
        "client: &wechatpay_client::Client",
    ] {
        method(
            &format!("async fn post({first}) -> Result<()>;"),
            &["a declared method takes `&self` first"],
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
            &["a declared method takes `&self`"],
        );
    }
    method(
        "async fn post(&self) -> Result<()> { Ok(()) }",
        &["a declared method has no body: it is generated"],
    );
    method(
        "#[cfg_attr(unix, wechatpay_api(GET \"/v3/orders\"))] async fn post(&self) -> Result<()>;",
        &["`#[wechatpay_api]` cannot hide in `cfg_attr`: put `#[cfg(…)]` on the method"],
    );
}

#[test]
fn answers() {
    method(
        "fn post(&self) -> impl Future<Output = Result<()>> + Send;",
        &["a declared method is `async`: write `async fn post`"],
    );
    method(
        "async fn post(&self);",
        &[
            "a declared method returns `Result<T>`; write `-> Result<()>` when the operation has no response body",
        ],
    );
    method(
        "async fn post(&self) -> impl Answer;",
        &["name the type of the response: `Result<T>`"],
    );
    for ty in [
        "Result<&str>",
        "Result<Order<'_>>",
        "Result<Vec<&'static (Order<'a>,)>>",
    ] {
        method(
            &format!("async fn post<'a>(&'a self) -> {ty};"),
            &["a response owns its data: it cannot borrow"],
        );
    }
}

#[test]
fn traits() {
    let get = "#[wechatpay_api(GET \"/v3/certificates\")]";
    let fn_get = "async fn get(&self) -> Result<()>;";
    told(
        &format!("{get} unsafe trait A {{ {fn_get} }}"),
        &["a declared API is a plain trait"],
    );
    told(
        &format!("{get} trait A<T> where T: B {{ {fn_get} }}"),
        &["a declared API has no generic parameters"],
    );
    told(
        &format!("{get} trait A where Self: B {{ {fn_get} }}"),
        &["a declared API has no `where` clause"],
    );
    for item in ["const N: u8;", "type T;", "type T: B = C;", "m!();"] {
        told(
            &format!("{get} trait A {{ {item} {fn_get} }}"),
            &["a declared API has only methods"],
        );
    }
    told(
        &format!("{get} trait A {{ pub {fn_get} }}"),
        &["a trait's methods are as public as the trait: drop this"],
    );
    told(
        &format!("{get} #[wechatpay_api] trait A {{ {fn_get} }}"),
        &["`#[wechatpay_api]` is given twice"],
    );
    told(
        &format!("#[wechatpay_api] {get} trait A {{ {fn_get} }}"),
        &["`#[wechatpay_api]` is given twice"],
    );
    told(
        &format!(
            "#[wechatpay_api] trait A {{ {get} {fn_get} {get} async fn r#get() -> Result<()>; }}"
        ),
        &["a method `get` is declared already"],
    );
    told(
        &format!("{get} trait A {{ {fn_get} {fn_get} }}"),
        &["a method `get` is declared already"],
    );
    told(
        &format!(
            "#[wechatpay_api] trait A {{ #[cfg(a)] {get} {fn_get} #[cfg(b)] {get} {fn_get} }}"
        ),
        &[],
    );
    told(
        &format!(
            "#[wechatpay_api] trait A {{ #[cfg_attr(a, wechatpay_api(GET \"/v3/a\"))] {fn_get} }}"
        ),
        &["`#[wechatpay_api]` cannot hide in `cfg_attr`: put `#[cfg(…)]` on the method"],
    );
    told(
        &format!("{get} trait A {{}}"),
        &["the trait declares an operation but has no method: write `async fn` in it"],
    );
    told("#[wechatpay_api] trait A {}", &[]);
}

#[test]
fn which_method_is_which_operation() {
    told(
        "#[wechatpay_api(POST \"/v3/orders\")] trait A { \
         async fn one(&self, body: &B) -> Result<()>; async fn two(&self, order: &B) -> Result<()>; }",
        &[
            "the trait declares one operation but has 2 methods: write `#[wechatpay_api]` on the trait \
           and `#[wechatpay_api(POST \"/v3/orders\")]` on each",
        ],
    );
    told(
        "#[wechatpay_api(GET \"/v3/certificates\")] trait A { \
         #[wechatpay_api(POST \"/v3/orders\")] async fn one(&self) -> Result<()>; }",
        &["the trait's attribute declares the operation already"],
    );
    told(
        "#[wechatpay_api] trait A { \
         #[wechatpay_api(GET \"/v3/certificates\")] #[wechatpay_api(GET \"/v3/b\")] \
         async fn one(&self) -> Result<()>; }",
        &["a method is one operation: it is declared already"],
    );
    let which = "which operation is `get`? write `#[wechatpay_api(POST \"/v3/…\")]` above it";
    attribute("", &[which]);
    attribute("()", &[which]);
    attribute("(crate = a::b)", &[which]);
    own_attribute("", &[which]);
    own_attribute("()", &[which]);
    own_attribute(" = \"/v3/orders\"", &[which]);
}

#[test]
fn a_method_whose_trait_has_no_attribute() {
    told(
        "#[wechatpay_api(GET \"/v3/orders\")] async fn get(&self, #[query] a: &str) -> Result<()>;",
        &[
            "write `#[wechatpay_api]` on the trait too: on a method it works inside a trait that has it",
        ],
    );
}

#[test]
fn what_is_not_a_trait() {
    for item in [
        "pub struct A;",
        "enum A {}",
        "pub async fn get() {}",
        "mod a {}",
        "async fn get(&self) -> Result<()> { Ok(()) }",
        "a! {}",
        "trait A = B;",
    ] {
        told(
            &format!("#[wechatpay_api(GET \"/v3/orders\")] {item}"),
            &["`#[wechatpay_api]` belongs on a trait"],
        );
    }
    // The compiler has said that it lacks its braces.
    told("#[wechatpay_api(GET \"/v3/orders\")] trait A;", &[]);
    let above = "`#[wechatpay_api]` belongs on a trait; a mocking attribute goes below it";
    told(
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

/// As in an editor: the compiler itself stops at its own parser.
#[test]
fn a_half_written_method_hides_nothing_of_the_others() {
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
        "async fn half",
        "async fn half()",
        "async fn half(&self)",
        "async fn half(&self, id)",
        "async fn half(&self, id:) -> Result<()>;",
        "async fn half(&self, id: &) -> Result<()>;",
        "async fn half(&self, id: &str,,) -> Result<()>;",
        "async fn half(&self, #[query]) -> Result<()>;",
        "async fn half(&self, #[] id: &str) -> Result<()>;",
        "async fn half(&self) ->",
        "async fn half(&self) -> ;",
        "async fn half(&self) -> Result<",
        "async fn half(&self, id: &str) -> Result<()>",
    ] {
        let attribute_alone = incomplete.is_empty();
        // An attribute alone belongs to what follows.
        let after = if attribute_alone { "" } else { AFTER };
        let expanded = expansion(&format!(
            "#[wechatpay_api] trait A {{ {BEFORE} {OPERATION} {incomplete} {after} }}"
        ));
        let mut messages = Vec::new();
        collect(expanded.clone(), &mut messages);
        // The compiler has said what does not parse.
        assert_eq!(messages, [""; 0], "{incomplete}");
        let expanded = expanded.to_string();
        assert_eq!(expanded.matches("fn before").count(), 2, "{expanded}");
        let expected = if attribute_alone { 0 } else { 2 };
        assert_eq!(expanded.matches("fn after").count(), expected, "{expanded}");
        assert!(!expanded.contains("wechatpay_api (GET"), "{expanded}");
        assert!(!expanded.contains("undeclared"), "{incomplete}: {expanded}");
    }
}

/// The compiler says so first, and then asks the macro all the same.
#[test]
fn a_half_written_mark_hides_nothing() {
    for (mark, message) in [
        ("query", "a query parameter needs a name"),
        ("header", "a header needs a name"),
    ] {
        let declaration = format!(
            "#[wechatpay_api(GET \"/v3/a\", unlisted)] \
             trait A {{ async fn half(&self, #[{mark} = ] id: &str) -> Result<()>; }}"
        );
        told(&declaration, &[message]);
        let expanded = expansion(&declaration).to_string();
        assert_eq!(expanded.matches("fn half").count(), 2, "{expanded}");
    }
}

/// A method of which the parameters are read keeps its place, so that its calls do not fail too.
#[test]
fn a_wrong_method_is_there_for_its_callers() {
    for method in [
        "async fn half();",
        "async fn half(&self);",
        "fn half(self) -> Result<()>;",
        "async fn half(&self, di: &str) -> Result<()> {}",
    ] {
        let expanded = expansion(&format!(
            "#[wechatpay_api] trait A {{ #[wechatpay_api(GET)] {method} }}"
        ));
        let expanded = expanded.to_string();
        assert_eq!(expanded.matches("fn half (& self").count(), 2, "{expanded}");
    }
}

#[test]
fn all_mistakes_are_told_at_once() {
    told(
        "#[wechatpay_api(crate = )] trait A<T> { \
         const N: u8; \
         #[wechatpay_api(PSOT \"/v3//a\", acepted)] fn one(&mut self, body: Option<B>); }",
        &[
            "`crate` says where `wechatpay_client` is: `crate = some::path`",
            "a declared API has no generic parameters",
            "a declared API has only methods",
            "unknown HTTP method `PSOT`: did you mean `POST`?",
            "empty path segment: `//`",
            "unknown option `acepted`: did you mean `accepted`?",
            "a declared method is `async`: write `async fn one`",
            "a declared method takes `&self`",
            "a declared method returns `Result<T>`; write `-> Result<()>` when the operation has no response body",
            "a body is always sent, and `None` is no JSON object: take the body itself",
        ],
    );
}
