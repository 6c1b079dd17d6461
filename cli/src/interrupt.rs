//! Ctrl-C and SIGTERM: a command that is told to stop says if its request may have been executed.

use std::{
    process,
    sync::{
        Arc,
        atomic::{AtomicU8, Ordering},
    },
    thread,
};

use tokio::sync::Notify;

use crate::{
    failure::{Failure, Result},
    output::Output,
};

const PREPARING: u8 = 0;
const SENDING: u8 = 1;
const QUERYING: u8 = 2;
const STOPPED: u8 = 3;

/// Watches for signals from the first step of a command. Until [`begin`](Self::begin), a signal ends the program, also
/// while a thread waits for standard input.
#[derive(Debug)]
pub(crate) struct Interrupt {
    phase: Arc<AtomicU8>,
    signalled: Arc<Notify>,
}

impl Interrupt {
    /// Begins to watch.
    pub(crate) fn watch(output: Output) -> Self {
        let (phase, signalled) = (Arc::default(), Arc::<Notify>::default());
        let interrupt = Self { phase, signalled };
        let (phase, signalled) = (interrupt.phase.clone(), interrupt.signalled.clone());
        tokio::spawn(async move {
            wait().await;
            if advance(&phase, STOPPED) {
                stop(output, &before_sending());
            }
            signalled.notify_one();
            // The output of a request that was sent waits for a reader that does not read.
            wait().await;
            stop(output, &while_sending(&phase));
        });
        interrupt
    }

    /// Tells that the request is sent from now on, and if the request is a query, which changes nothing.
    pub(crate) fn begin(&self, is_query: bool) {
        let phase = if is_query { QUERYING } else { SENDING };
        while !advance(&self.phase, phase) {
            // The watcher is about to report the signal and to end the program.
            thread::park();
        }
    }

    /// Runs a future until it ends or a signal arrives. The future of an interrupted command is dropped.
    pub(crate) async fn or_interrupted<T>(
        &self,
        sent: impl Future<Output = Result<T>>,
    ) -> Result<T> {
        tokio::select! {
            biased;
            result = sent => result,
            () = self.signalled.notified() => Err(Failure::interrupted()),
        }
    }
}

/// Waits for Ctrl-C or, on Unix, SIGTERM. Without a handler it waits for ever, and the system ends the program.
pub(crate) async fn wait() {
    tokio::select! {
        () = ctrl_c() => {}
        () = terminate() => {}
    }
}

async fn ctrl_c() {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}

#[cfg(unix)]
async fn terminate() {
    use tokio::signal::unix::{SignalKind, signal};
    match signal(SignalKind::terminate()) {
        Ok(mut signal) => drop(signal.recv().await),
        Err(_) => std::future::pending().await,
    }
}

#[cfg(not(unix))]
async fn terminate() {
    std::future::pending().await
}

/// Leaves the phase before the request; `false` if the command has left it already.
fn advance(phase: &AtomicU8, to: u8) -> bool {
    let ordering = Ordering::SeqCst;
    phase
        .compare_exchange(PREPARING, to, ordering, ordering)
        .is_ok()
}

fn while_sending(phase: &AtomicU8) -> Failure {
    let failure = Failure::interrupted();
    match phase.load(Ordering::SeqCst) {
        QUERYING => failure.of_query(),
        _ => failure,
    }
}

fn before_sending() -> Failure {
    Failure::configuration("interrupted: nothing was sent")
}

fn stop(output: Output, failure: &Failure) -> ! {
    output.failure(failure);
    process::exit(failure.exit() as i32)
}
