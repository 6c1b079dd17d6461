//! What is written down before money is moved.

use std::{error, pin::Pin};

use crate::{outcome::Outcome, request::FrozenRequest};

/// What a [`Journal`] fails with.
pub type JournalError = Box<dyn error::Error + Send + Sync>;

/// Records every request that is not a GET before it is sent, and its outcome afterwards, so that a crash in
/// between can be recovered from. Given to [`ClientBuilder::journal`](crate::ClientBuilder::journal).
///
/// Both methods are plain `async fn` in an implementation. An entry without an outcome, or with
/// [`Outcome::Unknown`], may have been executed: query the operation, or
/// [repeat](crate::Client::repeat) the request, which the journal then records again under the same id.
/// Uploads are not recorded: they move no money, and the file is not kept.
///
/// Recover an entry only when the call that wrote it has ended: after its process, or after its timeout. A
/// call that is still running may report `NotExecuted` of what a recovery has executed meanwhile.
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
///         // An `Executed` stays: a recovery may have repeated the request meanwhile.
///         let update = "UPDATE requests SET outcome = ? WHERE id = ? AND outcome IS NOT 'Executed'";
///         // Failing here leaves the entry without an outcome, which is safe.
///         let _ = self.database.run(update, [&format!("{outcome:?}"), request.id()]).await;
///     }
/// }
/// ```
pub trait Journal: Send + Sync + 'static {
    /// Writes the request down, within the call's timeout.
    ///
    /// If this fails or is late, nothing is sent. Yet the entry may have been written, so the outcome is
    /// [`Outcome::Unknown`] and the error holds the request
    /// ([`Error::frozen_request`](crate::Error::frozen_request)): the error and an entry without an outcome
    /// say the same. [`after`](Self::after) is not called.
    fn before(
        &self,
        request: &FrozenRequest,
    ) -> impl Future<Output = Result<(), JournalError>> + Send;

    /// The call has ended: [`Outcome::Executed`] where WeChat Pay said so. The response is returned when this
    /// is done, whatever the deadline. It is not called for a call whose future was dropped.
    fn after(&self, request: &FrozenRequest, outcome: Outcome) -> impl Future<Output = ()> + Send;
}

/// [`Journal`] as an object.
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
