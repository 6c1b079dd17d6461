//! The thread for downloads of certificates that no call waits for.
//!
//! A notification is handled on no tokio runtime, or on one that may end with the notification, be driven only
//! for a notification, or have no timers. So a download never depends on that runtime.

use std::{
    future,
    sync::{Mutex, PoisonError},
    thread,
};

use tokio::{
    runtime::{Builder, Handle},
    sync::{Semaphore, SemaphorePermit},
};

/// The most downloads at once. A forged notification asks for the certificates of each merchant of a set.
const MAX_DOWNLOADS: usize = 4;

static PERMITS: Semaphore = Semaphore::const_new(MAX_DOWNLOADS);

static RUNTIME: Mutex<Option<Handle>> = Mutex::new(None);

/// The runtime of the thread. The first download starts the thread, which all clients of the process share and
/// which then lasts. `None` if the system gives no thread.
pub(super) fn handle() -> Option<Handle> {
    let mut running = RUNTIME.lock().unwrap_or_else(PoisonError::into_inner);
    if running.is_none() {
        *running = start();
    }
    running.clone()
}

/// Waits until one more download may be made on the thread. The semaphore is never closed.
pub(super) async fn permit() -> Option<SemaphorePermit<'static>> {
    PERMITS.acquire().await.ok()
}

fn start() -> Option<Handle> {
    let mut runtime = Builder::new_current_thread();
    // They resolve names.
    let runtime = runtime.enable_all().max_blocking_threads(MAX_DOWNLOADS);
    let runtime = runtime.build().ok()?;
    let handle = runtime.handle().clone();
    let thread = thread::Builder::new().name("wechatpay-certificates".to_owned());
    let run = move || runtime.block_on(future::pending::<()>());
    thread.spawn(run).ok()?;
    Some(handle)
}
