//! The names that the generated calls use.

use std::{future::Future, pin::Pin};

use serde::Serialize;
use wechatpay_client::testing::expose_sensitive;

#[allow(unused_imports, reason = "not every family needs every name")]
pub(crate) use serde_json::{Map, Value, json};
#[allow(unused_imports, reason = "not every family needs every name")]
pub(crate) use wechatpay_client::{Client, DateTime, Download, Fen, Result, Sensitive, UploadFile};

/// An operation, as `METHOD /path`, and its call.
pub(crate) type Operation = (&'static str, Call);

/// Calls an operation with its example, and returns the JSON of the decoded response.
pub(crate) type Call = for<'c> fn(&'c Client) -> Pin<Box<dyn Future<Output = Result<Value>> + 'c>>;

/// Lists the operations of a product, each with the function that calls it.
macro_rules! operations {
    ($($operation:literal => $call:ident,)+) => {
        pub(crate) const OPERATIONS: &[Operation] =
            &[$(($operation, |client| Box::pin($call(client))),)+];
    };
}

/// Lists the products of a family, each a module.
macro_rules! products {
    ($($product:ident,)+) => {
        pub(crate) const PRODUCTS: &[&[crate::operation::Operation]] = &[$($product::OPERATIONS,)+];
    };
}

/// The JSON of a decoded response, with sensitive members in clear.
pub(crate) fn json<T: Serialize>(response: Result<T>) -> Result<Value> {
    let response = response?;
    Ok(expose_sensitive(|| serde_json::to_value(&response)).unwrap())
}

/// The text of a downloaded file.
pub(crate) async fn file(response: Result<Download>) -> Result<Value> {
    let content = response?.bytes(1 << 20).await.unwrap();
    Ok(String::from_utf8_lossy(&content).into())
}
