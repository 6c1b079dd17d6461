//! Tells the user of the sandbox once that the state cannot be kept, and once that it can be again.

use std::{
    error::Error,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

use tokio::sync::watch;

use crate::store::{StoreError, StoreErrorKind};

/// The time since the last failure in which a change that is kept does not end the problem. On a disk that is nearly
/// full, small changes are kept and large ones are not.
const QUIET: Duration = Duration::from_secs(5);

/// The problem of the state now.
pub(crate) struct Health {
    path: PathBuf,
    failed: Mutex<Option<Instant>>,
    problem: watch::Sender<Option<StoreError>>,
}

impl Health {
    /// The health of the state in this file.
    pub(crate) fn new(path: &Path) -> Self {
        Self {
            path: path.to_owned(),
            failed: Mutex::new(None),
            problem: watch::Sender::new(None),
        }
    }

    pub(crate) fn problems(&self) -> watch::Receiver<Option<StoreError>> {
        self.problem.subscribe()
    }

    /// Makes an error, and notes the first of several as the problem. A damaged record hides no problem of access.
    pub(crate) fn failed(
        &self,
        kind: StoreErrorKind,
        source: impl Into<Box<dyn Error + Send + Sync>>,
    ) -> StoreError {
        let error = StoreError::new(kind, &self.path, source);
        *self.failed.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
        self.problem.send_if_modified(|problem| {
            let known = problem.as_ref().map(StoreError::kind);
            let is_new = known.is_none_or(|known| {
                (known, kind) == (StoreErrorKind::Damaged, StoreErrorKind::Access)
            });
            if is_new {
                *problem = Some(error.clone());
            }
            is_new
        });
        error
    }

    /// Notes that a change was kept, which ends a problem of access. A damaged record stays damaged.
    pub(crate) fn recovered(&self) {
        self.recovered_at(Instant::now());
    }

    fn recovered_at(&self, now: Instant) {
        let failed = *self.failed.lock().unwrap_or_else(PoisonError::into_inner);
        if failed.is_none_or(|failed| now.saturating_duration_since(failed) < QUIET) {
            return;
        }
        self.problem.send_if_modified(|problem| {
            problem
                .take_if(|problem| problem.kind() == StoreErrorKind::Access)
                .is_some()
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_is_told_once_and_its_end_once() {
        let health = Health::new(Path::new("state.sqlite"));
        let mut problems = health.problems();
        health.recovered_at(Instant::now() + QUIET);
        assert!(!problems.has_changed().unwrap());
        health.failed(StoreErrorKind::Access, "disk full");
        let told = problems
            .borrow_and_update()
            .as_ref()
            .map(ToString::to_string);
        let expected = "cannot read or write the state state.sqlite: disk full";
        assert_eq!(told.as_deref(), Some(expected));
        health.recovered();
        health.failed(StoreErrorKind::Access, "disk full, again");
        assert!(!problems.has_changed().unwrap());
        health.recovered_at(Instant::now() + QUIET);
        assert!(problems.borrow_and_update().is_none());
        health.recovered_at(Instant::now() + QUIET);
        assert!(!problems.has_changed().unwrap());
    }

    #[test]
    fn a_damaged_record_is_told_once() {
        let health = Health::new(Path::new("state.sqlite"));
        let mut problems = health.problems();
        for _ in 0..2 {
            health.failed(StoreErrorKind::Damaged, "not JSON");
            health.recovered_at(Instant::now() + QUIET);
        }
        let kind = problems.borrow_and_update().as_ref().map(StoreError::kind);
        assert_eq!(kind, Some(StoreErrorKind::Damaged));
        health.failed(StoreErrorKind::Damaged, "not JSON");
        assert!(!problems.has_changed().unwrap());
    }

    #[test]
    fn a_full_disk_is_told_after_a_damaged_record() {
        let health = Health::new(Path::new("state.sqlite"));
        let mut problems = health.problems();
        health.failed(StoreErrorKind::Damaged, "not JSON");
        health.failed(StoreErrorKind::Access, "disk full");
        let kind = problems.borrow_and_update().as_ref().map(StoreError::kind);
        assert_eq!(kind, Some(StoreErrorKind::Access));
        health.failed(StoreErrorKind::Damaged, "not JSON");
        assert!(!problems.has_changed().unwrap());
        health.recovered_at(Instant::now() + QUIET);
        assert!(problems.borrow_and_update().is_none());
    }
}
