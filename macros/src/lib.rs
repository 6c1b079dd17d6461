//! The macros of `wechatpay-client`, which re-exports and documents them.

use proc_macro::TokenStream;

mod api;
mod args;
mod attrs;
mod catalogue;
mod check;
mod declaration;
mod deserialize;
mod distance;
mod endpoint;
mod errors;
mod expand;
mod flag;
mod foreign;
mod method;
mod misplaced;
mod param_attr;
mod path;
mod recover;
mod response;
#[cfg(test)]
mod tests;
mod types;

/// Declares operations of WeChat Pay APIv3; documented as `wechatpay_client::wechatpay_api`.
#[proc_macro_attribute]
pub fn wechatpay_api(attribute: TokenStream, item: TokenStream) -> TokenStream {
    expand::expand(attribute.into(), item.into()).into()
}

/// Derives `serde::Deserialize`; documented as `wechatpay_client::Deserialize`.
#[proc_macro_derive(Deserialize, attributes(serde))]
pub fn deserialize(item: TokenStream) -> TokenStream {
    deserialize::expand(item.into()).into()
}
