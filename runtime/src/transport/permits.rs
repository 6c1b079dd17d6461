//! Permits to use a connection: a limited number, first come, first served, each with a deadline.
//!
//! An attempt whose runtime no longer runs cannot release its permit. After the deadline of that attempt, another
//! attempt reclaims the permit, and closes the connection first. A waiter whose deadline has passed gets no permit.
//!
//! Deadlines are instants of the system clock. A runtime may pause its own clock (`tokio::time::pause`), which then
//! runs ahead of the clocks of other runtimes.

use std::{
    collections::{HashMap, VecDeque},
    fmt,
    future::poll_fn,
    mem,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    task::{Context, Poll, Waker},
    time::{Duration, Instant},
};

use tokio::time::{self, timeout};

/// The time between a deadline and the check of a waiter for permits to reclaim. Meanwhile an attempt that still
/// runs releases its permit by itself, and one check covers many deadlines.
const GRACE: Duration = Duration::from_millis(20);

pub(super) struct Permits {
    limit: usize,
    state: Mutex<State>,
}

/// The right to use one connection, released on drop. Until it is granted, its owner waits.
pub(super) struct Permit {
    permits: Arc<Permits>,
    id: u64,
}

/// A resource that any thread may close. A closed resource does nothing more.
pub(super) trait Close: Send + Sync {
    fn close(&self);
}

/// The lock is held only to move entries: code that drops a resource or wakes a waker may take the same
/// lock.
struct State {
    free: usize,
    next_id: u64,
    holders: HashMap<u64, Holder>,
    /// In ascending order of `id`. Empty while a permit is free.
    waiters: VecDeque<Waiter>,
    /// No deadline is earlier than this instant, after which waiters check for permits to reclaim. The release of
    /// a permit does not change it.
    earliest: Option<Instant>,
}

struct Holder {
    /// `None` if the permit is never reclaimed.
    deadline: Option<Instant>,
    resource: Option<Arc<dyn Close>>,
}

struct Waiter {
    id: u64,
    /// `None` if the deadline is later than the clock can count.
    deadline: Option<Instant>,
    waker: Option<Waker>,
}

/// Holders and waiters whose deadline has passed.
#[derive(Default)]
struct Expired {
    holders: Vec<Option<Arc<dyn Close>>>,
    waiters: Vec<Waker>,
}

impl Permits {
    pub(super) fn new(limit: usize) -> Self {
        Self {
            limit,
            state: Mutex::new(State {
                free: limit,
                next_id: 0,
                holders: HashMap::new(),
                waiters: VecDeque::new(),
                earliest: None,
            }),
        }
    }

    /// Waits for a permit that is valid until `deadline`. Returns `None` once the deadline has passed.
    pub(super) async fn acquire(self: &Arc<Self>, deadline: time::Instant) -> Option<Permit> {
        let left = deadline.saturating_duration_since(time::Instant::now());
        let (permit, granted) = self.acquire_or_wait(Instant::now().checked_add(left));
        if granted {
            return Some(permit);
        }
        // Compares the clock of the runtime; the waiter compares the system clock.
        while time::Instant::now() < deadline {
            self.reclaim();
            let earliest = self.state().earliest;
            let granted = poll_fn(|cx| permit.poll_granted(cx, earliest));
            if let Ok(Some(granted)) = timeout(time_until_check(earliest), granted).await {
                return granted.then_some(permit);
            }
        }
        None
    }

    pub(super) fn free(&self) -> usize {
        self.state().free
    }

    pub(super) fn in_use(&self) -> usize {
        self.limit - self.free()
    }

    /// Acquires a free permit and returns `true`, or adds the permit to the waiters and returns `false`.
    fn acquire_or_wait(self: &Arc<Self>, deadline: Option<Instant>) -> (Permit, bool) {
        let mut state = self.state();
        let id = state.next_id;
        state.next_id += 1;
        state.earliest = state.earliest.into_iter().chain(deadline).min();
        let granted = state.free > 0;
        if granted {
            state.grant(id, deadline);
        } else {
            state.waiters.push_back(Waiter {
                id,
                deadline,
                waker: None,
            });
        }
        drop(state);
        let permits = Arc::clone(self);
        (Permit { permits, id }, granted)
    }

    /// Closes the resources of expired holders, then releases their permits.
    fn reclaim(&self) {
        let expired = self.state().expire(Instant::now());
        for waker in expired.waiters {
            waker.wake();
        }
        let count = expired.holders.len();
        for resource in expired.holders.into_iter().flatten() {
            resource.close();
        }
        self.release(count);
    }

    fn release(&self, count: usize) {
        let mut state = self.state();
        state.free += count;
        let wakers = state.grant_waiters();
        drop(state);
        for waker in wakers {
            waker.wake();
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn grant(&mut self, id: u64, deadline: Option<Instant>) {
        self.free -= 1;
        let holder = Holder {
            deadline,
            resource: None,
        };
        self.holders.insert(id, holder);
    }

    /// Grants the free permits to the first waiters, and drops expired waiters before them. Returns the wakers of
    /// both.
    fn grant_waiters(&mut self) -> Vec<Waker> {
        let mut wakers = Vec::new();
        while self.free > 0 {
            let Some(waiter) = self.waiters.pop_front() else {
                break;
            };
            if is_future(waiter.deadline, Instant::now()) {
                self.grant(waiter.id, waiter.deadline);
            }
            wakers.extend(waiter.waker);
        }
        wakers
    }

    /// Removes the expired holders and waiters. The permits of the holders are not free yet.
    fn expire(&mut self, now: Instant) -> Expired {
        let mut expired = Expired::default();
        if self.earliest.is_none_or(|earliest| earliest > now) {
            return expired;
        }
        self.holders.retain(|_, holder| {
            let holds = is_future(holder.deadline, now);
            if !holds {
                expired.holders.push(holder.resource.take());
            }
            holds
        });
        self.waiters.retain_mut(|waiter| {
            let waits = is_future(waiter.deadline, now);
            if !waits {
                expired.waiters.extend(waiter.waker.take());
            }
            waits
        });
        let holders = self.holders.values().filter_map(|holder| holder.deadline);
        let waiters = self.waiters.iter().filter_map(|waiter| waiter.deadline);
        self.earliest = holders.chain(waiters).min();
        expired
    }

    /// Applies a new deadline of a holder. Returns the wakers of all waiters if they would check too late: any one
    /// of them may no longer be polled.
    fn wakers_for_deadline(&mut self, deadline: Option<Instant>) -> Vec<Waker> {
        if !is_earlier(deadline, self.earliest) {
            return Vec::new();
        }
        self.earliest = deadline;
        let wakers = self.waiters.iter_mut();
        wakers.filter_map(|waiter| waiter.waker.take()).collect()
    }

    fn waiter_index(&self, id: u64) -> Option<usize> {
        self.waiters
            .binary_search_by_key(&id, |waiter| waiter.id)
            .ok()
    }
}

impl Permit {
    /// `true` if `permits` granted this permit.
    pub(super) fn belongs_to(&self, permits: &Arc<Permits>) -> bool {
        Arc::ptr_eq(&self.permits, permits)
    }

    /// `false` once another attempt has reclaimed the permit.
    pub(super) fn is_held(&self) -> bool {
        self.permits.state().holders.contains_key(&self.id)
    }

    /// Uses the permit for `resource`, which is closed before another attempt reclaims the permit. If the permit is
    /// already reclaimed, closes the resource at once and returns `false`.
    #[must_use]
    pub(super) fn hold(&self, resource: Arc<dyn Close>) -> bool {
        let mut state = self.permits.state();
        if let Some(holder) = state.holders.get_mut(&self.id) {
            let previous = holder.resource.replace(resource);
            drop(state);
            drop(previous);
            return true;
        }
        drop(state);
        resource.close();
        false
    }

    /// Another attempt may now reclaim the permit only after `deadline`, or never if it is `None`. Returns `false`
    /// if the permit is already reclaimed.
    #[must_use]
    pub(super) fn set_deadline(&self, deadline: Option<Instant>) -> bool {
        let mut state = self.permits.state();
        let Some(holder) = state.holders.get_mut(&self.id) else {
            return false;
        };
        holder.deadline = deadline;
        let wakers = state.wakers_for_deadline(deadline);
        drop(state);
        for waker in wakers {
            waker.wake();
        }
        true
    }

    /// Ready with `true` if the permit is granted, with `false` if the waiter has expired, and with `None` if the
    /// earliest deadline is now before `earliest`.
    fn poll_granted(&self, cx: &Context<'_>, earliest: Option<Instant>) -> Poll<Option<bool>> {
        let mut state = self.permits.state();
        if state.holders.contains_key(&self.id) {
            return Poll::Ready(Some(true));
        }
        let earlier = is_earlier(state.earliest, earliest);
        let index = state.waiter_index(self.id);
        let Some(waiter) = index.and_then(|index| state.waiters.get_mut(index)) else {
            return Poll::Ready(Some(false));
        };
        if earlier {
            return Poll::Ready(None);
        }
        let current = waiter.waker.as_ref();
        if current.is_none_or(|waker| !waker.will_wake(cx.waker())) {
            let previous = waiter.waker.replace(cx.waker().clone());
            drop(state);
            drop(previous);
        }
        Poll::Pending
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        let mut state = self.permits.state();
        let holder = state.holders.remove(&self.id);
        let index = state.waiter_index(self.id);
        let waiter = index.and_then(|index| state.waiters.remove(index));
        drop(state);
        drop(waiter);
        if let Some(holder) = holder {
            // Closes the connection before another one can open.
            drop(holder);
            self.permits.release(1);
        }
    }
}

fn is_future(deadline: Option<Instant>, now: Instant) -> bool {
    deadline.is_none_or(|deadline| deadline > now)
}

fn is_earlier(deadline: Option<Instant>, than: Option<Instant>) -> bool {
    deadline.is_some_and(|deadline| is_future(than, deadline))
}

/// The time until a waiter checks for permits to reclaim.
fn time_until_check(earliest: Option<Instant>) -> Duration {
    earliest.map_or(Duration::MAX, |earliest| {
        earliest.saturating_duration_since(Instant::now()) + GRACE
    })
}

/// Drops what the lock holds.
impl<T: Send> Close for Mutex<Option<T>> {
    fn close(&self) {
        let resource = mem::take(&mut *self.lock().unwrap_or_else(PoisonError::into_inner));
        // Dropped after the lock is released.
        drop(resource);
    }
}

impl fmt::Debug for Permits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Permits")
            .field("free", &self.free())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use std::{
        pin::{Pin, pin},
        sync::atomic::{AtomicBool, AtomicUsize, Ordering},
    };

    use tokio::time::{Instant, timeout_at};

    use super::*;

    const AMPLE: Duration = Duration::from_secs(60);
    const SHORT: Duration = Duration::from_millis(200);

    /// A resource that remembers if it was closed.
    #[derive(Default)]
    struct Resource(AtomicBool);

    impl Close for Resource {
        fn close(&self) {
            self.0.store(true, Ordering::SeqCst);
        }
    }

    impl Resource {
        fn is_closed(&self) -> bool {
            self.0.load(Ordering::SeqCst)
        }
    }

    fn after(timeout: Duration) -> Instant {
        Instant::now() + timeout
    }

    fn poll<F: Future>(future: Pin<&mut F>) -> Poll<F::Output> {
        future.poll(&mut Context::from_waker(Waker::noop()))
    }

    async fn acquire(permits: &Arc<Permits>) -> Permit {
        permits.acquire(after(AMPLE)).await.unwrap()
    }

    #[tokio::test]
    async fn permits_are_granted_first_come_first_served() {
        let permits = Arc::new(Permits::new(1));
        let first = acquire(&permits).await;
        let mut second = pin!(acquire(&permits));
        let mut dropped = Box::pin(acquire(&permits));
        let mut third = pin!(acquire(&permits));
        assert!(poll(second.as_mut()).is_pending());
        assert!(poll(dropped.as_mut()).is_pending());
        assert!(poll(third.as_mut()).is_pending());
        drop(first);
        drop(dropped);
        // The first waiter gets the permit, although the third is polled first.
        assert_eq!(permits.free(), 0);
        assert!(poll(third.as_mut()).is_pending());
        let mut fourth = pin!(acquire(&permits));
        assert!(poll(fourth.as_mut()).is_pending());
        drop(second.await);
        assert!(poll(fourth.as_mut()).is_pending());
        drop(third.await);
        drop(fourth.await);
        assert_eq!(permits.free(), 1);
    }

    #[tokio::test]
    async fn a_dropped_waiter_passes_its_granted_permit_on() {
        let permits = Arc::new(Permits::new(1));
        let first = acquire(&permits).await;
        let mut dropped = Box::pin(acquire(&permits));
        assert!(poll(dropped.as_mut()).is_pending());
        let next = tokio::spawn({
            let permits = Arc::clone(&permits);
            async move { drop(acquire(&permits).await) }
        });
        tokio::task::yield_now().await;
        drop(first);
        drop(dropped);
        next.await.unwrap();
        assert_eq!(permits.free(), 1);
    }

    #[tokio::test]
    async fn an_expired_permit_is_reclaimed_once_its_resource_is_closed() {
        let permits = Arc::new(Permits::new(1));
        let expired = permits.acquire(after(SHORT)).await.unwrap();
        let resource = Arc::new(Resource::default());
        assert!(expired.hold(Arc::clone(&resource) as _));
        assert!(!resource.is_closed());
        let next = acquire(&permits).await;
        assert!(resource.is_closed());
        // The former holder cannot use the permit any more.
        assert!(!expired.is_held());
        assert!(!expired.set_deadline(None));
        let late = Arc::new(Resource::default());
        assert!(!expired.hold(Arc::clone(&late) as _));
        assert!(late.is_closed());
        drop(expired);
        assert_eq!(permits.free(), 0);
        drop(next);
        assert_eq!(permits.free(), 1);
    }

    /// A resource that counts its ends, and checks that its permit is not free before.
    struct Ending {
        permits: Arc<Permits>,
        ends: AtomicUsize,
    }

    impl Ending {
        fn new(permits: &Arc<Permits>) -> Arc<Self> {
            Arc::new(Self {
                permits: Arc::clone(permits),
                ends: AtomicUsize::new(0),
            })
        }

        fn end(&self) {
            let state = self.permits.state();
            // Neither free, nor granted to a waiter.
            assert_eq!((state.free, state.holders.len()), (0, 0));
            self.ends.fetch_add(1, Ordering::SeqCst);
        }
    }

    impl Close for Ending {
        fn close(&self) {
            self.end();
        }
    }

    /// Ends the resource when dropped.
    struct EndsOnDrop(Arc<Ending>);

    impl Close for EndsOnDrop {
        fn close(&self) {}
    }

    impl Drop for EndsOnDrop {
        fn drop(&mut self) {
            self.0.end();
        }
    }

    #[tokio::test]
    async fn no_permit_is_free_before_its_resource_has_ended() {
        let permits = Arc::new(Permits::new(1));
        let resource = Ending::new(&permits);
        let expired = permits.acquire(after(SHORT)).await.unwrap();
        assert!(expired.hold(Arc::clone(&resource) as _));
        drop(acquire(&permits).await);
        assert_eq!(resource.ends.load(Ordering::SeqCst), 1);

        let released = acquire(&permits).await;
        assert!(released.hold(Arc::new(EndsOnDrop(Arc::clone(&resource))) as _));
        drop(released);
        assert_eq!(resource.ends.load(Ordering::SeqCst), 2);
    }

    #[tokio::test]
    async fn a_permit_is_not_reclaimed_before_its_deadline_or_without_one() {
        let permits = Arc::new(Permits::new(2));
        let _unexpired = acquire(&permits).await;
        let kept = permits.acquire(after(SHORT)).await.unwrap();
        assert!(kept.set_deadline(None));
        let next = permits.acquire(after(AMPLE));
        assert!(timeout_at(after(SHORT * 2), next).await.is_err());
        assert!(kept.is_held());
    }

    /// A waiter sleeps until the earliest deadline, which here is its own.
    #[tokio::test]
    async fn a_deadline_that_is_set_later_wakes_every_waiter() {
        let permits = Arc::new(Permits::new(1));
        let kept = acquire(&permits).await;
        assert!(kept.set_deadline(None));
        let start = Instant::now();
        // The first waiter is not polled again.
        let mut first = Box::pin(acquire(&permits));
        assert!(poll(first.as_mut()).is_pending());
        let next = tokio::spawn({
            let permits = Arc::clone(&permits);
            async move { drop(acquire(&permits).await) }
        });
        time::sleep(SHORT).await;
        assert!(!next.is_finished());
        assert!(kept.set_deadline(Some(after(SHORT).into_std())));
        drop(first);
        next.await.unwrap();
        assert!(start.elapsed() < AMPLE / 2);
        assert!(!kept.set_deadline(None));
    }

    #[tokio::test]
    async fn a_permit_whose_deadline_was_cleared_in_time_is_not_reclaimed() {
        let permits = Arc::new(Permits::new(1));
        let kept = acquire(&permits).await;
        assert!(kept.set_deadline(Some(after(SHORT).into_std())));
        assert!(kept.set_deadline(None));
        let next = permits.acquire(after(SHORT * 2));
        assert!(next.await.is_none());
        assert!(kept.is_held());
    }

    /// The waiter gets the permit, but is not polled again.
    #[tokio::test]
    async fn a_permit_that_was_granted_to_a_waiter_expires_with_the_waiter() {
        let permits = Arc::new(Permits::new(1));
        let first = acquire(&permits).await;
        let mut parked = pin!(permits.acquire(after(SHORT)));
        assert!(poll(parked.as_mut()).is_pending());
        let mut next = pin!(acquire(&permits));
        assert!(poll(next.as_mut()).is_pending());
        drop(first);
        assert!(poll(next.as_mut()).is_pending());
        drop(next.await);
        assert!(parked.await.is_none());
        assert_eq!(permits.free(), 1);
    }

    #[tokio::test]
    async fn an_expired_waiter_is_granted_nothing() {
        let permits = Arc::new(Permits::new(1));
        let first = acquire(&permits).await;
        let mut parked = pin!(permits.acquire(after(SHORT)));
        assert!(poll(parked.as_mut()).is_pending());
        time::sleep(SHORT * 2).await;
        drop(first);
        assert_eq!(permits.free(), 1);
        assert!(parked.await.is_none());
    }

    /// A connection that is counted while it is open.
    #[derive(Default)]
    struct Counted(Option<Arc<AtomicUsize>>);

    impl Counted {
        fn open(&mut self, open: Arc<AtomicUsize>) {
            assert!(open.fetch_add(1, Ordering::SeqCst) < LIMIT);
            self.0 = Some(open);
        }
    }

    impl Drop for Counted {
        fn drop(&mut self) {
            if let Some(open) = &self.0 {
                open.fetch_sub(1, Ordering::SeqCst);
            }
        }
    }

    const LIMIT: usize = 4;

    /// Opens a connection and keeps it for a while. Returns `false` if the deadline passes first.
    async fn attempt(permits: Arc<Permits>, open: Arc<AtomicUsize>, number: u64) -> bool {
        let deadline = after(Duration::from_millis(5 + number % 7));
        let Some(permit) = permits.acquire(deadline).await else {
            return false;
        };
        let connection = Arc::new(Mutex::new(Some(Counted::default())));
        if !permit.hold(Arc::clone(&connection) as _) {
            return false;
        }
        if let Some(connection) = &mut *connection.lock().unwrap() {
            connection.open(open);
        }
        time::sleep(Duration::from_micros(number % 900)).await;
        true
    }

    /// Every third attempt is abandoned after some time: neither polled nor dropped.
    #[tokio::test(flavor = "multi_thread", worker_threads = 4)]
    async fn attempts_that_are_no_longer_polled_leak_no_permit_and_exceed_no_limit() {
        let permits = Arc::new(Permits::new(LIMIT));
        let open = Arc::new(AtomicUsize::new(0));
        let mut tasks = tokio::task::JoinSet::new();
        for task in 0..32 {
            let (permits, open) = (Arc::clone(&permits), Arc::clone(&open));
            tasks.spawn(async move {
                let (mut left, mut done) = (Vec::new(), 0);
                for round in 0..100 {
                    let number = (task * 100 + round) * 7919 % 10_007;
                    let mut attempt =
                        Box::pin(attempt(Arc::clone(&permits), Arc::clone(&open), number));
                    if number % 3 > 0 {
                        done += usize::from(attempt.await);
                    } else if timeout_at(
                        after(Duration::from_micros(number % 2500)),
                        attempt.as_mut(),
                    )
                    .await
                    .is_err()
                    {
                        left.push(attempt);
                    }
                }
                (left, done)
            });
        }
        let (mut left, mut done) = (Vec::new(), 0);
        while let Some(task) = tasks.join_next().await {
            let (more, ended) = task.unwrap();
            left.extend(more);
            done += ended;
        }
        assert!(left.len() > 100, "{}", left.len());
        assert!(done > 100, "{done}");
        let mut all = Vec::new();
        for _ in 0..LIMIT {
            all.push(acquire(&permits).await);
        }
        drop(left);
        assert_eq!(permits.free(), 0);
        drop(all);
        assert_eq!(permits.free(), LIMIT);
        assert_eq!(open.load(Ordering::SeqCst), 0);
    }
}
