//! Does the tasks that are due.

use std::{collections::HashSet, sync::Arc, time::Duration};

use tokio::{task::JoinSet, time::sleep};

use crate::{
    book::BookError, notification::Cause, notify::NextAttempt, server::Server, store::Change,
    task::Task, turn::Turns,
};

/// The delay between two looks for tasks.
const INTERVAL: Duration = Duration::from_millis(50);

/// The delay after a task that failed, as on a full disk. A notification was perhaps sent.
const PAUSE: Duration = Duration::from_secs(5);

/// The most tasks that begin at one look.
const TASKS: usize = 64;

/// The most tasks that run at once. Notifications to servers that do not reply run for seconds, and other tasks pass them.
const RUNNING: usize = 256;

/// Does tasks until it is dropped. Everything but the sending of notifications is done in the order of the tasks.
pub(crate) async fn run(server: Arc<Server>) {
    let mut running = JoinSet::new();
    let mut begun = HashSet::new();
    let mut turns = Turns::default();
    loop {
        while let Some(done) = running.try_join_next() {
            if let Ok(sequence) = done {
                begun.remove(&sequence);
            }
        }
        turns.forget_ended();
        // The tasks that run are due too.
        let limit = (begun.len() + TASKS).min(RUNNING);
        // A state that cannot be read now, as on a full disk, is read again.
        for (sequence, task) in due(&server, limit).await.unwrap_or_default() {
            if begun.insert(sequence) {
                let task = server.begin_task(sequence, task).await;
                let rest = rest(Arc::clone(&server), task, &mut turns);
                running.spawn(async move {
                    rest.await;
                    sequence
                });
            }
        }
        sleep(INTERVAL).await;
    }
}

/// The part of a task that takes time: its attempt to deliver a notification, or the delay after a failure.
fn rest(
    server: Arc<Server>,
    task: Result<Option<NextAttempt>, BookError>,
    turns: &mut Turns,
) -> impl Future<Output = ()> + Send + use<> {
    let task = task.map(|attempt| attempt.map(|next| (turns.next(next.url()), next)));
    async move {
        let done = match task {
            Ok(Some((turn, next))) => turn.run(server.attempt(next)).await,
            Ok(None) => Ok(()),
            Err(error) => Err(error),
        };
        // A task that failed is still due.
        if done.is_err() {
            sleep(PAUSE).await;
        }
    }
}

async fn due(server: &Server, limit: usize) -> Result<Vec<(i64, Task)>, BookError> {
    let limit = limit.try_into().unwrap_or(u32::MAX);
    let mut change = server.store.begin().await?;
    Ok(change.due_tasks(server.now(), limit).await?)
}

impl Server {
    /// Does a task, except the attempt to deliver a notification, which it returns.
    async fn begin_task(
        &self,
        sequence: i64,
        task: Task,
    ) -> Result<Option<NextAttempt>, BookError> {
        let (owner, id, cause) = match &task {
            Task::Notify { owner, id } => (owner, id, Cause::Schedule),
            Task::Attempt { owner, id, cause } => (owner, id, *cause),
            other => {
                let mut change = self.store.begin().await?;
                // A jump of the clock may have done the task meanwhile.
                if change.has_task(sequence).await? {
                    self.make(change, sequence, other).await?;
                }
                return Ok(None);
            }
        };
        self.prepare(sequence, (owner, id), cause).await
    }

    /// Makes all changes that are due, in their order. The attempts of notifications wait for servers, so they are left to
    /// the worker.
    pub(crate) async fn make_due_changes(&self) -> Result<(), BookError> {
        loop {
            let mut change = self.store.begin().await?;
            let Some((sequence, task)) = change.due_change(self.now()).await? else {
                return Ok(());
            };
            self.make(change, sequence, &task).await?;
        }
    }

    async fn make(&self, mut change: Change, sequence: i64, task: &Task) -> Result<(), BookError> {
        task.run(&mut change, &self.book, self.now()).await?;
        change.remove_task(sequence).await?;
        Ok(change.commit().await?)
    }
}
