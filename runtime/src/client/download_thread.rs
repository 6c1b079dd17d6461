//! The thread that downloads certificates for notifications.
//!
//! A program may parse a notification outside a tokio runtime. Or the program's runtime may have no timers, end with
//! the notification, or stand still afterwards. So these downloads have a runtime of their own.

use std::{
    future,
    sync::{Mutex, PoisonError},
    thread,
};

use tokio::{
    runtime::{Builder, Handle},
    sync::{Semaphore, SemaphorePermit},
};

/// The most downloads at the same time. A forged notification causes one download for each merchant of a set.
const MAX_DOWNLOADS: usize = 4;

static PERMITS: Semaphore = Semaphore::const_new(MAX_DOWNLOADS);

static RUNTIME: Mutex<Option<Handle>> = Mutex::new(None);

/// The runtime of the thread. The first download starts the thread. All clients of the process share the thread,
/// which then runs until the process ends. `None` if the system gives no thread.
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
    // Downloads resolve host names on blocking threads.
    let runtime = runtime.enable_all().max_blocking_threads(MAX_DOWNLOADS);
    let runtime = runtime.build().ok()?;
    let handle = runtime.handle().clone();
    let thread = thread::Builder::new().name("wechatpay-certificates".to_owned());
    let run = move || runtime.block_on(future::pending::<()>());
    thread.spawn(run).ok()?;
    Some(handle)
}
