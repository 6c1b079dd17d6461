//! Does the tasks that are due.

use std::{collections::HashSet, sync::Arc, time::Duration};

use tokio::{task::JoinSet, time::sleep};

use crate::{
    book::BookError,
    notification::{Attempt, Notification},
    server::Server,
    task::Task,
};

/// The delay between two looks for tasks.
const INTERVAL: Duration = Duration::from_millis(50);

/// The most tasks that are done at once.
const TASKS: u32 = 64;

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
        // A state that cannot be read now, as on a full disk, is read again.
        for (sequence, task) in due(&server).await.unwrap_or_default() {
            if begun.insert(sequence) {
                let server = Arc::clone(&server);
                running.spawn(async move {
                    // A task that failed is still due.
                    let _ = server.run_task(sequence, task).await;
                    sequence
                });
            }
        }
        sleep(INTERVAL).await;
    }
}

async fn due(server: &Server) -> Result<Vec<(i64, Task)>, BookError> {
    let mut change = server.store.begin().await?;
    Ok(change.due_tasks(server.now(), TASKS).await?)
}

impl Server {
    async fn run_task(&self, sequence: i64, task: Task) -> Result<(), BookError> {
        match task {
            Task::Notify { owner, id } => self.notify(sequence, &owner, &id).await,
            other => {
                let mut change = self.store.begin().await?;
                other.run(&mut change, &self.book, self.now()).await?;
                change.remove_task(sequence).await?;
                Ok(change.commit().await?)
            }
        }
    }

    /// Makes an attempt, and schedules the next one.
    async fn notify(&self, sequence: i64, owner: &str, id: &str) -> Result<(), BookError> {
        let mut change = self.store.begin().await?;
        let notification: Option<Notification> = change.find(owner, id).await?;
        drop(change);
        let merchant = self.book.merchant(owner);
        let (Some(notification), Some(merchant)) = (notification, merchant) else {
            return self.forget(sequence).await;
        };
        let signed = self
            .handler
            .notification(merchant, notification.body.clone())?;
        let at = self.now();
        let reply = self.delivery.send(&notification.url, signed).await;

        let mut change = self.store.begin().await?;
        let notification: Option<Notification> = change.find(owner, id).await?;
        if let Some(mut notification) = notification {
            let delay = notification.note(Attempt { at, reply });
            change.put(&notification).await?;
            if let Some(delay) = delay {
                let (owner, id) = (owner.to_owned(), id.to_owned());
                let due = at.plus(delay);
                change.schedule(due, &Task::Notify { owner, id }).await?;
            }
        }
        change.remove_task(sequence).await?;
        Ok(change.commit().await?)
    }

    async fn forget(&self, sequence: i64) -> Result<(), BookError> {
        let mut change = self.store.begin().await?;
        change.remove_task(sequence).await?;
        Ok(change.commit().await?)
    }
}
