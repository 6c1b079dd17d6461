//! Golden expansions: the code that `#[wechatpay_api]` generates, formatted for readers.
//!
//! Each file in `macros/expansions/` shows a declaration as a comment, and its expansion below. After an
//! intended change, `GOLDEN=overwrite cargo test -p wechatpay-macros` overwrites the files. Read the
//! difference before you commit it.

use std::{collections::HashSet, env, fs, path::PathBuf};

use proc_macro2::{Group, Ident, Spacing, TokenStream, TokenTree};
use syn::{Expr, ImplItem, Item, ItemImpl, Stmt};

use crate::expand::expand;

/// Correct declarations, by the names of their files.
const VALID: [(&str, &str); 14] = [
    (
        "single",
        r#"
#[wechatpay_api(POST "/v3/pay/transactions/jsapi")]
pub trait Prepay {
    async fn prepay(&self, body: &PrepayRequest) -> Result<Prepaid>;
}
"#,
    ),
    (
        "several",
        r#"
/// Coupons and orders.
#[wechatpay_api]
pub trait Orders: Sync {
    /// One coupon.
    #[wechatpay_api(GET "/v3/marketing/favor/users/{openid}/coupons/{coupon_id}")]
    async fn query_coupon(
        &self,
        coupon_id: &str,
        openid: OpenId,
        #[query] appid: &str,
        #[query = "type"] #[unlisted] kind: Option<u32>,
    ) -> Result<Verified<Coupon>>;

    #[wechatpay_api(POST "/v3/pay/transactions/out-trade-no/{out_trade_no}/close")]
    async fn close_order(&self, out_trade_no: String, body: CloseOrder) -> Result<()>;

    #[wechatpay_api(DELETE "/v3/payscore/permissions/{type}/", unlisted)]
    #[must_use]
    async fn forget<'a>(&'a self, r#type: &'a str) -> Result<()>;
}
"#,
    ),
    (
        "query_struct",
        r#"
#[wechatpay_api(GET "/v3/bill/tradebill")]
trait TradeBill {
    async fn trade_bill(&self, query: &TradeBillQuery<'_>, #[query] sub_mchid: &str) -> Result<Bill>;
}
"#,
    ),
    (
        "accepted",
        r#"
#[wechatpay_api(POST "/v3/combine-transactions/miniprogram", accepted)]
pub trait Combine {
    async fn combine(&self, body: &CombineRequest) -> Result<Prepaid>;
}
"#,
    ),
    (
        "download",
        r#"
#[wechatpay_api(GET "/v3/merchant-service/images/{media_id}", download)]
pub trait DownloadImage {
    async fn download_image(&self, media_id: &str) -> Result<Download>;
}
"#,
    ),
    (
        "endpoint_options",
        r#"
#[wechatpay_api(POST "/v3/global/refunds", idempotent, global)]
pub trait Refund {
    async fn refund(&self) -> Result<()>;
}
"#,
    ),
    (
        "unsigned",
        r#"
#[wechatpay_api(GET "/v3/global/statements", unsigned, without(download))]
pub trait Statement {
    async fn statement(&self, #[query] date: &str) -> Result<Value>;
}
"#,
    ),
    (
        "inferred_options",
        r#"
#[wechatpay_api]
pub trait InferredOptions {
    #[wechatpay_api(GET "/v3/global/certificates")]
    async fn on_the_global_hosts(&self) -> Result<Certificates>;

    #[wechatpay_api(POST "/v3/new-tax-control-fapiao/fapiao-applications")]
    async fn responding_with_202(&self, body: &Fapiao) -> Result<()>;
}
"#,
    ),
    (
        "header",
        r#"
#[wechatpay_api(POST "/v3/marketing/partnerships/build")]
pub trait Build {
    async fn build(
        &self,
        #[header = "Idempotency-Key"] idempotency_key: &str,
        body: &BuildRequest,
    ) -> Result<Partnership>;
}
"#,
    ),
    (
        "sensitive",
        r#"
#[wechatpay_api]
pub trait Sharing {
    #[wechatpay_api(POST "/v3/profitsharing/orders", idempotent)]
    async fn share(&self, body: &ShareRequest) -> Result<Share>;

    #[wechatpay_api(POST "/v3/profitsharing/receivers/add")]
    async fn add_receiver(&self, #[unlisted] body: &Receiver) -> Result<Receiver>;

    #[wechatpay_api(GET "/v3/gov/subsidy/qualification")]
    async fn qualification(
        &self,
        query: &Applicant,
        #[query] real_name: &Sensitive,
        #[query] id_card_number: IdCardNumber,
    ) -> Result<Qualification>;
}
"#,
    ),
    (
        "upload",
        r#"
#[wechatpay_api]
pub trait Uploads {
    #[wechatpay_api(POST "/v3/merchant/media/upload", upload)]
    async fn upload_image(&self, file: &UploadFile) -> Result<Media>;

    #[wechatpay_api(POST "/v3/marketing/bank/packages/{package_id}/tasks", upload)]
    async fn create_task(&self, package_id: &str, body: &TaskMeta, file: &UploadFile) -> Result<Task>;
}
"#,
    ),
    (
        "cfg",
        r#"
#[cfg(feature = "refunds")]
#[wechatpay_api]
pub trait Refunds {
    #[cfg(feature = "query")]
    #[deprecated]
    #[wechatpay_api(GET "/v3/refund/domestic/refunds/{out_refund_no}")]
    async fn query_refund(&self, out_refund_no: &str) -> Result<Refund>;

    #[cfg_attr(docs, cfg(feature = "create"), doc = "Refunds.")]
    #[cfg_attr(docs, must_use)]
    #[wechatpay_api(POST "/v3/refund/domestic/refunds")]
    async fn refund(&self, body: &RefundRequest) -> Result<Refund>;
}
"#,
    ),
    (
        "defaults",
        r#"
#[wechatpay_api(defaults)]
pub trait Bills {
    /// A trade bill.
    #[wechatpay_api(GET "/v3/bill/tradebill")]
    async fn trade_bill(&self, #[query] bill_date: &str) -> Result<Bill>;

    #[cfg(feature = "files")]
    #[wechatpay_api(GET "/v3/billdownload/file", download)]
    async fn bill_file(&self, #[query] token: &str) -> Result<Download>;
}
"#,
    ),
    (
        "crate_path",
        r#"
#[wechatpay_api(POST "/v3/pay/transactions/app", crate = crate::vendor::wechatpay)]
pub(crate) trait AppPrepay {
    async fn app_prepay(&self, body: &PrepayRequest) -> Result<Prepaid>;
}
"#,
    ),
];

/// A declaration with two mistakes. Both are reported, and the trait is emitted for the code that uses it.
const MISTAKES: &str = r#"
#[wechatpay_api]
pub trait Orders {
    #[wechatpay_api(PSOT "/v3/pay/transactions/jsapi")]
    async fn prepay(&self, body: &PrepayRequest) -> Result<Prepaid>;

    #[wechatpay_api(GET "/v3/pay/transactions/id/{transaction_id}")]
    async fn query_order(&self, transaction_di: &str, #[query] mchid: &str) -> Result<Order>;
}
"#;

#[test]
fn correct_declarations_expand_as_stored() {
    for (name, declaration) in VALID {
        assert_golden(name, declaration);
    }
}

#[test]
fn a_declaration_with_mistakes_expands_as_stored() {
    assert_golden("mistakes", MISTAKES);
}

#[test]
fn a_generated_method_is_one_const_and_one_call() {
    for (name, declaration) in VALID {
        for item in implementation(declaration).items {
            let ImplItem::Fn(method) = item else {
                panic!("{name}: not a method");
            };
            let method_name = &method.sig.ident;
            let [Stmt::Expr(Expr::Call(call), None)] = &*method.block.stmts else {
                panic!("{name}: `{method_name}` is more than one expression");
            };
            let Expr::Path(function) = &*call.func else {
                panic!("{name}: `{method_name}` calls no function");
            };
            let function = &function.path.segments.last().unwrap().ident;
            let known = ["call", "download", "unsigned"];
            assert!(
                known.iter().any(|name| function == name),
                "{name}: `{function}`"
            );
            let words = words(
                method
                    .block
                    .stmts
                    .iter()
                    .map(quote::ToTokens::to_token_stream),
            );
            let count = |word: &str| words.iter().filter(|other| *other == word).count();
            assert_eq!(count("const"), 1, "{name}: `{method_name}`");
            for forbidden in ["let", "async", "await", "static"] {
                assert_eq!(
                    count(forbidden),
                    0,
                    "{name}: `{forbidden}` in `{method_name}`"
                );
            }
        }
    }
}

#[test]
fn an_implementation_uses_only_names_of_the_runtime_and_the_user() {
    for (name, declaration) in VALID {
        let users: HashSet<String> = words([tokens(declaration)]).into_iter().collect();
        let mut paths = Paths::default();
        paths.read(quote::ToTokens::to_token_stream(&implementation(
            declaration,
        )));
        assert!(!paths.absolute.is_empty() || name == "crate_path", "{name}");
        for path in paths.absolute {
            assert!(
                path.starts_with("::wechatpay_client::__private") || path.starts_with("::core::"),
                "{name}: `{path}`"
            );
        }
        for word in paths.first_words {
            assert!(
                users.contains(&word) || KEYWORDS.contains(&&*word) || OURS.contains(&&*word),
                "{name}: `{word}` means whatever the user's module makes of it"
            );
        }
    }
}

/// Keywords of an expansion.
const KEYWORDS: [&str; 5] = ["impl", "for", "fn", "self", "const"];

/// Names to which nothing in the user's module can give another meaning.
const OURS: [&str; 19] = [
    // the alias of the runtime, which only the block contains
    "__wechatpay",
    // attributes and their lints
    "automatically_derived",
    "allow",
    "deprecated",
    "clippy",
    "inline",
    // the associated type of `Future`
    "Output",
    // fields of `Args`
    "path",
    "query",
    "headers",
    "body",
    "rules",
    "file",
    // methods of `Endpoint`
    "accepted",
    "global",
    "idempotent",
    "sensitive",
    "sensitive_query",
    "unsigned",
];

/// The beginnings of the paths in some tokens.
#[derive(Default)]
struct Paths {
    /// Paths that begin with `::`, in full.
    absolute: Vec<String>,
    /// The first words of all other paths.
    first_words: Vec<String>,
}

impl Paths {
    fn read(&mut self, tokens: TokenStream) {
        let mut colons = 0;
        // The previous word belongs to the same path.
        let mut inside = false;
        for token in tokens {
            match token {
                TokenTree::Ident(word) if colons == 2 && !inside => {
                    self.absolute.push(format!("::{word}"));
                    (colons, inside) = (0, true);
                }
                TokenTree::Ident(word) if colons == 2 => {
                    if let Some(path) = self.absolute.last_mut() {
                        path.push_str("::");
                        path.push_str(&word.to_string());
                    }
                    colons = 0;
                }
                TokenTree::Ident(word) => {
                    let word = word.to_string();
                    (colons, inside) = (0, !KEYWORDS.contains(&&*word));
                    self.first_words.push(word);
                }
                TokenTree::Punct(punct) if punct.as_char() == ':' => {
                    // A single colon, as in `name: Type`, ends a path.
                    let single = colons == 0 && punct.spacing() == Spacing::Alone;
                    (colons, inside) = if single {
                        (0, false)
                    } else {
                        (colons + 1, inside)
                    };
                }
                // A constant of a generic type, as in `Type::<T>::CONSTANT`.
                TokenTree::Punct(punct) if punct.as_char() == '>' => (colons, inside) = (0, true),
                TokenTree::Group(group) => {
                    self.read(group.stream());
                    (colons, inside) = (0, false);
                }
                _ => (colons, inside) = (0, false),
            }
        }
    }
}

/// All words, also inside groups.
fn words(tokens: impl IntoIterator<Item = TokenStream>) -> Vec<String> {
    let mut words = Vec::new();
    for token in tokens.into_iter().flatten() {
        match token {
            TokenTree::Ident(word) => words.push(word.to_string()),
            TokenTree::Group(group) => words.extend(self::words([group.stream()])),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
    words
}

fn implementation(declaration: &str) -> ItemImpl {
    let file: syn::File = syn::parse2(expansion(declaration)).unwrap();
    let block = file.items.into_iter().find_map(|item| match item {
        Item::Const(item) => Some(item.expr),
        _ => None,
    });
    let Some(Expr::Block(block)) = block.map(|block| *block) else {
        panic!("an expansion has a block of its own");
    };
    let implementation = block
        .block
        .stmts
        .into_iter()
        .find_map(|statement| match statement {
            Stmt::Item(Item::Impl(implementation)) => Some(implementation),
            _ => None,
        });
    implementation.expect("the block has an implementation")
}

fn assert_golden(name: &str, declaration: &str) {
    assert_stored(name, declaration, expansion(declaration));
}

/// Asserts that a declaration expands as its file says.
pub(super) fn assert_stored(name: &str, declaration: &str, expansion: TokenStream) {
    let file = syn::parse2(expansion).unwrap();
    let comment: String = declaration
        .trim()
        .lines()
        .map(|line| format!("// {line}").trim_end().to_owned() + "\n")
        .collect();
    let expanded = format!("{comment}\n{}", prettyplease::unparse(&file));
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("expansions/{name}.rs"));
    if env::var_os("GOLDEN").is_some_and(|value| value == "overwrite") {
        fs::write(&path, &expanded).unwrap();
    }
    let golden = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        expanded == golden,
        "macros/expansions/{name}.rs differs. If the change is intended, overwrite the file with \
         `GOLDEN=overwrite cargo test -p wechatpay-macros`. The expansion is now:\n{expanded}"
    );
}

/// The expansion of an item whose first attribute is ours, as if the compiler called the macro.
pub(crate) fn expansion(declaration: &str) -> TokenStream {
    let mut item = TokenStream::new();
    let mut attribute = None;
    let mut tokens = tokens(declaration).into_iter().peekable();
    while let Some(token) = tokens.next() {
        match tokens.peek() {
            Some(TokenTree::Group(group)) if attribute.is_none() && is_ours(group) => {
                let arguments = group.stream().into_iter().find_map(|token| match token {
                    TokenTree::Group(arguments) => Some(arguments.stream()),
                    _ => None,
                });
                attribute = Some(arguments.unwrap_or_default());
                tokens.next();
            }
            _ => item.extend([token]),
        }
    }
    expand(attribute.expect("the item has our attribute"), item)
}

fn is_ours(attribute: &Group) -> bool {
    let first = attribute.stream().into_iter().next();
    matches!(first, Some(TokenTree::Ident(name)) if Ident::eq(&name, "wechatpay_api"))
}

fn tokens(source: &str) -> TokenStream {
    source.parse().unwrap()
}
