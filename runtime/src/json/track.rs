//! The place of a value that is refused, and its declaration.

use std::cell::RefCell;

/// The way to the value whose deserialization failed, from the inside to the outside. It costs nothing
/// before there is an error: members are counted, and their names are looked up afterwards.
#[derive(Default)]
pub(super) struct PathTracker(RefCell<Path>);

#[derive(Default)]
struct Path {
    steps: Vec<Step>,
    /// The declaration of the value at the end of the way.
    declared: Option<Declared>,
}

/// A step into an array or object.
#[derive(Clone, Copy)]
pub(super) struct Step {
    /// The number of the item, or of the member in the order of the text.
    pub(super) index: usize,
    /// The type that declares the member, if there is one.
    pub(super) declared: Declared,
}

/// A struct or enum as its type declares it. No part of it comes from a JSON text.
#[derive(Clone, Copy, Default)]
pub(crate) struct Declared {
    pub(crate) name: &'static str,
    /// The names of fields or variants.
    pub(crate) names: &'static [&'static str],
}

impl PathTracker {
    /// The way from the outside to the inside, and the declaration of the value at its end.
    pub(super) fn into_path(self) -> (Vec<Step>, Option<Declared>) {
        let Path {
            mut steps,
            declared,
        } = self.0.into_inner();
        steps.reverse();
        (steps, declared)
    }

    /// Takes a step where there is an error, and forgets one that somebody has caught.
    pub(super) fn record_step<T, E>(&self, result: Result<T, E>, step: Step) -> Result<T, E> {
        match &result {
            Err(_) => self.0.borrow_mut().steps.push(step),
            Ok(_) if self.0.borrow().is_empty() => {}
            Ok(_) => *self.0.borrow_mut() = Path::default(),
        }
        result
    }

    /// Keeps the declaration of a value that is refused, unless the error is of a value inside it.
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
