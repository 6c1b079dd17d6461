//! Does the tasks that are due.

use std::{collections::HashSet, sync::Arc, time::Duration};

use tokio::{task::JoinSet, time::sleep};

use crate::{book::BookError, notification::Cause, server::Server, store::Change, task::Task};

/// The delay between two looks for tasks.
const INTERVAL: Duration = Duration::from_millis(50);

/// The delay after a task that failed, as on a full disk. A notification was perhaps sent.
const PAUSE: Duration = Duration::from_secs(5);

/// The most tasks that begin at one look.
const TASKS: usize = 64;

/// The most tasks that run at once. Notifications to servers that do not reply run for seconds, and other tasks pass them.
const RUNNING: usize = 256;

/// Does tasks until it is dropped.
pub(crate) async fn run(server: Arc<Server>) {
    let mut running = JoinSet::new();
    let mut begun = HashSet::new();
    loop {
        while let Some(done) = running.try_join_next() {
            if let Ok(sequence) = done {
                begun.remove(&sequence);
            }
        }
        // The tasks that run are due too.
        let limit = (begun.len() + TASKS).min(RUNNING);
        // A state that cannot be read now, as on a full disk, is read again.
        for (sequence, task) in due(&server, limit).await.unwrap_or_default() {
            if begun.insert(sequence) {
                let server = Arc::clone(&server);
                running.spawn(async move {
                    // A task that failed is still due.
                    if server.run_task(sequence, task).await.is_err() {
                        sleep(PAUSE).await;
                    }
                    sequence
                });
            }
        }
        sleep(INTERVAL).await;
    }
}

async fn due(server: &Server, limit: usize) -> Result<Vec<(i64, Task)>, BookError> {
    let limit = limit.try_into().unwrap_or(u32::MAX);
    let mut change = server.store.begin().await?;
    Ok(change.due_tasks(server.now(), limit).await?)
}

impl Server {
    async fn run_task(&self, sequence: i64, task: Task) -> Result<(), BookError> {
        match task {
            Task::Notify { owner, id } => self.notify(sequence, &owner, &id, Cause::Schedule).await,
            Task::Attempt { owner, id, cause } => self.notify(sequence, &owner, &id, cause).await,
            other => {
                let mut change = self.store.begin().await?;
                // A jump of the clock may have done the task meanwhile.
                if change.has_task(sequence).await? {
                    self.make(change, sequence, &other).await?;
                }
                Ok(())
            }
        }
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
