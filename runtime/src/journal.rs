//! The journal: records of requests before they are sent, kept by the user.

use std::{error, pin::Pin};

use crate::{outcome::Outcome, request::FrozenRequest};

/// The error of a [`Journal`].
pub type JournalError = Box<dyn error::Error + Send + Sync>;

/// Records every request except GETs and uploads before it is sent, and its outcome afterwards, so that a crash
/// in between can be recovered from. Pass it to [`ClientBuilder::journal`](crate::ClientBuilder::journal).
///
/// Write both methods as plain `async fn`. An entry without an outcome, or with [`Outcome::Unknown`], may have
/// been executed. Query the operation, or [repeat](crate::Client::repeat) the request, which the journal
/// records again under the same ID. Uploads are not recorded, because they move no money and the file is not
/// kept.
///
/// Recover an entry only after the call that wrote it has ended: after the end of its process, or after its
/// timeout. A call that is still running may report `NotExecuted` for a request that a recovery has executed
/// meanwhile.
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
    /// Records the request, within the call's timeout.
    ///
    /// If this fails or times out, nothing is sent. The entry may have been written nevertheless, so the
    /// outcome is [`Outcome::Unknown`] and the error holds the request
    /// ([`Error::frozen_request`](crate::Error::frozen_request)), in agreement with an entry without an
    /// outcome. [`after`](Self::after) is not called.
    fn before(
        &self,
        request: &FrozenRequest,
    ) -> impl Future<Output = Result<(), JournalError>> + Send;

    /// Records the outcome when the call ends: [`Outcome::Executed`] if WeChat Pay said so. The call returns
    /// only after this is done, even past its timeout. Not called for a call whose future was dropped.
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
