//! The journal: records of requests before they are sent, kept by the user.

use std::{error, pin::Pin};

use crate::{outcome::Outcome, request::FrozenRequest};

/// The error of a [`Journal`].
pub type JournalError = Box<dyn error::Error + Send + Sync>;

/// Records each request before it is sent, and its outcome afterwards, so that the program can recover from a crash
/// in between. Pass your journal to [`ClientBuilder::journal`](crate::ClientBuilder::journal).
///
/// The client does not record GETs, uploads and operations that are declared `unsigned`. Write both methods as plain
/// `async fn`.
///
/// A request whose entry has no outcome, or [`Outcome::Unknown`], may have been executed. To recover, query the order,
/// or [repeat](crate::Client::repeat) the request, which the journal then records again under the same ID.
///
/// Recover an entry only after the call that wrote it has ended: after the end of its process, or after its
/// timeout. A call that is still running may report [`Outcome::NotExecuted`], although the recovery has executed the
/// request meanwhile.
///
/// ```
/// # use wechatpay_client::{FrozenRequest, Journal, Outcome, error::JournalError};
/// # struct Database; impl Database { async fn run(&self, _: &str, _: [&str; 2]) -> Result<(), JournalError> { Ok(()) } }
/// struct Requests { database: Database }
///
/// impl Journal for Requests {
///     async fn before(&self, request: &FrozenRequest) -> Result<(), JournalError> {
///         let frozen = serde_json::to_string(request)?;
///         let insert = "INSERT INTO requests (id, frozen) VALUES (?, ?) ON CONFLICT DO NOTHING";
///         self.database.run(insert, [request.id(), &frozen]).await
///     }
///
///     async fn after(&self, request: &FrozenRequest, outcome: Outcome) {
///         // Keep an `Executed`: a recovery may have repeated the request meanwhile.
///         let update = "UPDATE requests SET outcome = ? WHERE id = ? AND outcome IS NOT 'Executed'";
///         // A failure here leaves the entry without an outcome, which is safe.
///         let _ = self.database.run(update, [&format!("{outcome:?}"), request.id()]).await;
///     }
/// }
/// ```
pub trait Journal: Send + Sync + 'static {
    /// Records a request before it is sent, within the call's timeout.
    ///
    /// If this method fails or times out, the call fails and sends nothing. The entry may have been written
    /// nevertheless. So the outcome of the call is [`Outcome::Unknown`], the error holds the request
    /// ([`Error::frozen_request`](crate::Error::frozen_request)), and the client does not call
    /// [`after`](Self::after).
    fn before(
        &self,
        request: &FrozenRequest,
    ) -> impl Future<Output = Result<(), JournalError>> + Send;

    /// Records the outcome of the request when the call ends: [`Outcome::Executed`] if a verified response reports
    /// success. The call returns only after this method has returned, even if the call has timed out. If the
    /// future of the call is dropped, the client does not call this method.
    fn after(&self, request: &FrozenRequest, outcome: Outcome) -> impl Future<Output = ()> + Send;
}

/// [`Journal`] as a trait object.
pub(crate) trait DynJournal: Send + Sync {
    fn before<'a>(&'a self, request: &'a FrozenRequest) -> BoxFuture<'a, Result<(), JournalError>>;
    fn after<'a>(&'a self, request: &'a FrozenRequest, outcome: Outcome) -> BoxFuture<'a, ()>;
}

pub(crate) type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

impl<T: Journal> DynJournal for T {
    fn before<'a>(&'a self, request: &'a FrozenRequest) -> BoxFuture<'a, Result<(), JournalError>> {
        Box::pin(Journal::before(self, request))
    }

    fn after<'a>(&'a self, request: &'a FrozenRequest, outcome: Outcome) -> BoxFuture<'a, ()> {
        Box::pin(Journal::after(self, request, outcome))
    }
}
