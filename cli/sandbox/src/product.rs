//! The products of which the book keeps the state. Each reads its requests from HTTP, and makes their changes.

use std::pin::Pin;

use wechatpay_client::gateway::{ReceivedRequest, ScriptedResponse};

use crate::{
    book::{Book, BookError},
    clock::Time,
    combined::CombinedRequest,
    echo::Echo,
    order::OrderRequest,
    papay::ContractRequest,
    payscore::{PermissionRequest, ServiceOrderRequest},
    refund::{EcommerceRefund, RefundRequest},
    sharing::{EcommerceSharing, SharingRequest},
    store::Change,
    transfer::TransferRequest,
};

/// The products. A request is that of the first product that reads it.
pub(crate) const PRODUCTS: &[Begin] = &[
    begin::<OrderRequest>,
    begin::<RefundRequest>,
    begin::<CombinedRequest>,
    begin::<SharingRequest>,
    begin::<EcommerceSharing>,
    begin::<EcommerceRefund>,
    begin::<TransferRequest>,
    begin::<ContractRequest>,
    begin::<ServiceOrderRequest>,
    begin::<PermissionRequest>,
    begin::<Echo>,
];

/// A request about a product, such as an order.
pub(crate) trait Product: Sized + Send + 'static {
    /// Reads a checked request of `sender`. `None` if the request is not about the product.
    fn read(
        book: &Book,
        sender: &str,
        request: &ReceivedRequest,
    ) -> Option<Result<Self, BookError>>;

    /// Makes the change, and the response. An error leaves the state as it was.
    fn apply(
        self,
        change: &mut Change,
        book: &Book,
        now: Time,
    ) -> impl Future<Output = Result<ScriptedResponse, BookError>> + Send;
}

/// A response that is being made.
pub(crate) type Response<'b> =
    Pin<Box<dyn Future<Output = Result<ScriptedResponse, BookError>> + Send + 'b>>;

/// Begins the response to a checked request of a sender. `None` if the request is not about the product.
pub(crate) type Begin =
    for<'b> fn(&'b Book, sender: &str, &ReceivedRequest, Time) -> Option<Response<'b>>;

fn begin<'b, P: Product>(
    book: &'b Book,
    sender: &str,
    request: &ReceivedRequest,
    now: Time,
) -> Option<Response<'b>> {
    let read = P::read(book, sender, request)?;
    Some(Box::pin(respond(read, book, now)))
}

async fn respond<P: Product>(
    read: Result<P, BookError>,
    book: &Book,
    now: Time,
) -> Result<ScriptedResponse, BookError> {
    let request = read?;
    let mut change = book.begin().await?;
    let response = request.apply(&mut change, book, now).await?;
    change.commit().await?;
    Ok(response)
}
