//! The attempts to deliver a notification, with their faults.

use crate::{
    book::BookError,
    fault::FaultRule,
    notification::{Attempt, Cause, Listed, Notification, State},
    refusal::{Refusal, refusal},
    server::Server,
    store::{Change, Record as _},
    task::Task,
};

const NO_NOTIFICATION: Refusal = refusal(
    404,
    "NOT_FOUND",
    "the sandbox has no notification with this ID",
    0,
);

/// An attempt to make, with its fault.
pub(crate) struct NextAttempt {
    /// The number of its task.
    sequence: i64,
    notification: Notification,
    cause: Cause,
    fault: Option<FaultRule>,
}

impl NextAttempt {
    pub(crate) fn url(&self) -> &str {
        &self.notification.url
    }
}

impl Server {
    /// Decides the fault of an attempt. `None` if no attempt is made now.
    pub(crate) async fn prepare(
        &self,
        sequence: i64,
        (owner, id): (&str, &str),
        cause: Cause,
    ) -> Result<Option<NextAttempt>, BookError> {
        let mut change = self.store.begin().await?;
        let notification: Option<Notification> = change.find(owner, id).await?;
        // The user of the sandbox may have delivered it before its time.
        let notification = notification
            .filter(|notification| !cause.is_scheduled() || notification.state() == State::Waiting);
        let Some(mut notification) = notification else {
            forget(change, sequence).await?;
            return Ok(None);
        };
        let fault = self.faults.of_attempt(
            &notification.event_type,
            &notification.body,
            cause != Cause::Schedule,
        );
        if let Some(seconds) = fault.as_ref().and_then(FaultRule::late) {
            let until = self.now().plus(seconds);
            notification.delay(until);
            change.put(&notification).await?;
            let late = attempt_of(&notification, Cause::Delay);
            change.schedule(until, &late).await?;
            forget(change, sequence).await?;
            return Ok(None);
        }
        Ok(Some(NextAttempt {
            sequence,
            notification,
            cause,
            fault,
        }))
    }

    /// Sends a notification, notes the reply, and schedules the next attempt.
    pub(crate) async fn attempt(&self, next: NextAttempt) -> Result<(), BookError> {
        let NextAttempt {
            sequence,
            notification,
            cause,
            fault,
        } = next;
        let owner = notification.owner().to_owned();
        let Some(merchant) = self.book.merchant(&owner) else {
            return forget(self.store.begin().await?, sequence).await;
        };
        let signed = self.handler.notification(
            merchant,
            notification.body.clone(),
            fault.as_ref().and_then(FaultRule::gateway_fault),
        )?;
        let at = self.now();
        let reply = self.delivery.send(&notification.url, signed).await;
        let attempt = Attempt {
            at,
            cause,
            fault: fault.map(|fault| fault.name().to_owned()),
            reply,
        };
        let mut change = self.store.begin().await?;
        // Another attempt may have ended meanwhile.
        let current: Option<Notification> = change.find(&owner, notification.id()).await?;
        let notification = current.unwrap_or(notification);
        self.note(&mut change, notification, attempt).await?;
        forget(change, sequence).await
    }

    /// Notes an attempt, and schedules what follows.
    async fn note(
        &self,
        change: &mut Change,
        mut notification: Notification,
        attempt: Attempt,
    ) -> Result<(), BookError> {
        let is_repeated = attempt.reply.is_success()
            && attempt.cause != Cause::Duplicate
            && self.faults.of_delivered(&notification.event_type).is_some();
        if let Some(next) = notification.note(attempt, self.speed()) {
            let (owner, id) = (
                notification.owner().to_owned(),
                notification.id().to_owned(),
            );
            change.schedule(next, &Task::Notify { owner, id }).await?;
        }
        if is_repeated {
            let again = attempt_of(&notification, Cause::Duplicate);
            change.schedule(self.now(), &again).await?;
        }
        Ok(change.put(&notification).await?)
    }

    /// Sends a notification again, also after a success.
    pub(crate) async fn send_again(&self, id: &str) -> Result<(), BookError> {
        let mut change = self.store.begin().await?;
        let notification: Option<Notification> = change.find_by_id(id).await?;
        let notification = notification.ok_or(NO_NOTIFICATION)?;
        let again = attempt_of(&notification, Cause::Request);
        change.schedule(self.now(), &again).await?;
        Ok(change.commit().await?)
    }

    /// The newest notifications, the newest first; with `before`, only those with smaller numbers.
    pub(crate) async fn notifications(
        &self,
        before: Option<i64>,
        limit: usize,
    ) -> Result<Vec<Listed>, BookError> {
        let mut change = self.store.begin().await?;
        let limit = limit.try_into().unwrap_or(u32::MAX);
        let newest: Vec<(i64, Notification)> = change.newest(before, limit).await?;
        let listed = newest.into_iter();
        Ok(listed
            .map(|(number, notification)| notification.listed(number))
            .collect())
    }
}

/// Removes a task that is done, and keeps the change.
async fn forget(mut change: Change, sequence: i64) -> Result<(), BookError> {
    change.remove_task(sequence).await?;
    Ok(change.commit().await?)
}

fn attempt_of(notification: &Notification, cause: Cause) -> Task {
    Task::Attempt {
        owner: notification.owner().to_owned(),
        id: notification.id().to_owned(),
        cause,
    }
}
