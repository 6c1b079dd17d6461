//! The order of the notifications to one URL.

use std::{collections::HashMap, pin::pin, time::Duration};

use tokio::{
    sync::oneshot::{self, Receiver, Sender, error::TryRecvError},
    time::timeout,
};

/// The time after which the next notification to the same URL is sent, even if the server has not replied to this one.
const HEAD_START: Duration = Duration::from_millis(50);

/// The last turn of each URL.
#[derive(Default)]
pub(crate) struct Turns {
    last: HashMap<String, Receiver<()>>,
}

/// A turn at a URL. The next one begins when it is dropped.
pub(crate) struct Turn {
    /// Closed at the end of the turn before.
    before: Option<Receiver<()>>,
    end: Sender<()>,
}

impl Turns {
    /// The turn after the last one at a URL.
    pub(crate) fn next(&mut self, url: &str) -> Turn {
        let (end, ended) = oneshot::channel();
        let before = self.last.insert(url.to_owned(), ended);
        Turn { before, end }
    }

    /// Forgets the URLs without a turn.
    pub(crate) fn forget_ended(&mut self) {
        self.last
            .retain(|_, turn| turn.try_recv() == Err(TryRecvError::Empty));
    }
}

impl Turn {
    /// Waits for the turn before, then for the work. A server that does not reply holds the turn for a moment only.
    pub(crate) async fn run<T>(self, work: impl Future<Output = T>) -> T {
        let Self { before, end } = self;
        if let Some(before) = before {
            // Nothing is sent: the channel is closed.
            before.await.unwrap_or_default();
        }
        let mut work = pin!(work);
        if let Ok(done) = timeout(HEAD_START, &mut work).await {
            return done;
        }
        drop(end);
        work.await
    }
}

#[cfg(test)]
mod tests {
    use std::{future::pending, time::Instant};

    use tokio::sync::mpsc;

    use super::*;

    #[tokio::test]
    async fn turns_at_one_url_are_in_order_however_they_are_polled() {
        let mut turns = Turns::default();
        let (sender, mut done) = mpsc::unbounded_channel();
        let mut works: Vec<_> = (0..3)
            .map(|number| {
                let (turn, sender) = (turns.next("http://127.0.0.1/a"), sender.clone());
                tokio::spawn(turn.run(async move { sender.send(number).unwrap() }))
            })
            .collect();
        works.reverse();
        for work in works {
            work.await.unwrap();
        }
        let order = [done.recv().await, done.recv().await, done.recv().await];
        assert_eq!(order, [Some(0), Some(1), Some(2)]);
        turns.forget_ended();
        assert!(turns.last.is_empty());
    }

    #[tokio::test]
    async fn a_turn_without_an_end_delays_its_url_for_a_moment_and_no_other() {
        let mut turns = Turns::default();
        let hanging = turns.next("http://127.0.0.1/a");
        let (next, other) = (
            turns.next("http://127.0.0.1/a"),
            turns.next("http://127.0.0.1/b"),
        );
        tokio::spawn(hanging.run(pending::<()>()));
        turns.forget_ended();
        assert_eq!(turns.last.len(), 2);
        let begin = Instant::now();
        other.run(async {}).await;
        let of_other = begin.elapsed();
        next.run(async {}).await;
        assert!(of_other < begin.elapsed() && begin.elapsed() >= HEAD_START);
    }
}
