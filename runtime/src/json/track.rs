//! The path to a refused value, and its declaration.

use std::cell::RefCell;

/// Records the path to a value that failed to deserialize, from the inside out. Before an error, the tracker
/// costs nothing: members are only counted, and the names of members are looked up afterwards.
#[derive(Default)]
pub(super) struct PathTracker(RefCell<Path>);

#[derive(Default)]
struct Path {
    steps: Vec<Step>,
    /// The declaration of the value at the end of the path.
    declared: Option<Declared>,
}

/// A step into an array or object.
#[derive(Clone, Copy)]
pub(super) struct Step {
    /// The index of the item, or of the member in the order of the text.
    pub(super) index: usize,
    /// The struct or enum that declares the member. Empty if there is none.
    pub(super) declared: Declared,
}

/// A struct or enum as declared by its type. No part of this comes from a JSON text.
#[derive(Clone, Copy, Default)]
pub(crate) struct Declared {
    pub(crate) name: &'static str,
    /// The names of fields or variants.
    pub(crate) names: &'static [&'static str],
}

impl PathTracker {
    /// The path from the outside in, and the declaration of the value at its end.
    pub(super) fn into_path(self) -> (Vec<Step>, Option<Declared>) {
        let Path {
            mut steps,
            declared,
        } = self.0.into_inner();
        steps.reverse();
        (steps, declared)
    }

    /// Adds a step if `result` is an error. A success clears the path of an earlier error that a type has
    /// caught.
    pub(super) fn record_step<T, E>(&self, result: Result<T, E>, step: Step) -> Result<T, E> {
        match &result {
            Err(_) => self.0.borrow_mut().steps.push(step),
            Ok(_) if self.0.borrow().is_empty() => {}
            Ok(_) => *self.0.borrow_mut() = Path::default(),
        }
        result
    }

    /// Records the declaration of a refused value, unless the error is about a value inside it.
    pub(super) fn record_declared<T, E>(
        &self,
        result: Result<T, E>,
        declared: Declared,
    ) -> Result<T, E> {
        if result.is_err() {
            let mut path = self.0.borrow_mut();
            if path.steps.is_empty() {
                path.declared = Some(declared);
            }
        }
        result
    }
}

impl Path {
    fn is_empty(&self) -> bool {
        self.steps.is_empty() && self.declared.is_none()
    }
}
