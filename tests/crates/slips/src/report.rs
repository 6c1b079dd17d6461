//! Counts what the errors name.

use std::fmt::{self, Display};

use crate::{operations::Operation, slip::Slip};

/// The least share of slips whose error names the right operation, in percent.
const ENOUGH: usize = 95;

#[derive(Default)]
pub(crate) struct Report {
    /// The error names the right operation only.
    right: usize,
    /// The error names a few operations, and one is right.
    right_of_several: usize,
    wrong: Vec<String>,
    nothing: Vec<String>,
    /// Slips without an error.
    compiled: Vec<String>,
    /// Slips with more than one error.
    several_errors: Vec<String>,
}

impl Report {
    /// Counts the slips, each with its errors.
    pub(crate) fn of(slips: &[Slip<'_>], errors: &[Vec<String>]) -> Self {
        let mut report = Self::default();
        for (slip, errors) in slips.iter().zip(errors) {
            report.add(slip, errors);
        }
        report
    }

    pub(crate) fn is_enough(&self) -> bool {
        let right = self.right + self.right_of_several;
        let all = right + self.wrong.len() + self.nothing.len();
        right * 100 >= all * ENOUGH
    }

    pub(crate) fn is_clean(&self) -> bool {
        self.compiled.is_empty() && self.several_errors.is_empty()
    }

    fn add(&mut self, slip: &Slip<'_>, errors: &[String]) {
        let Operation { method, path } = slip.operation;
        let description = format!("{method} {} for {path}, {:?}", slip.path, slip.edit);
        let Some(error) = errors.first() else {
            return self.compiled.push(description);
        };
        if errors.len() > 1 {
            self.several_errors.push(description.clone());
        }
        let named = named(error);
        let is_right = named
            .iter()
            .any(|name| *name == format!("{method} {path}") || name == path);
        match named.as_slice() {
            [] => self.nothing.push(description),
            [_] if is_right => self.right += 1,
            _ if is_right => self.right_of_several += 1,
            names => self
                .wrong
                .push(format!("{description}: {}", names.join(", "))),
        }
    }
}

impl Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lists = [
            ("wrong", &self.wrong),
            ("nothing", &self.nothing),
            ("compiled", &self.compiled),
            ("several errors", &self.several_errors),
        ];
        for (title, slips) in &lists {
            for slip in *slips {
                writeln!(f, "{title}: {slip}")?;
            }
        }
        writeln!(f, "named right         {}", self.right)?;
        writeln!(f, "right of several    {}", self.right_of_several)?;
        writeln!(f, "named wrong         {}", self.wrong.len())?;
        writeln!(f, "named nothing       {}", self.nothing.len())?;
        writeln!(f, "compiled            {}", self.compiled.len())?;
        write!(f, "several errors      {}", self.several_errors.len())
    }
}

/// The operations in an error: quoted paths, with or without a method. The last line repeats the declaration.
fn named(error: &str) -> Vec<&str> {
    let error = error.split("\nif the operation").next().unwrap_or(error);
    let quoted = error.split('`').skip(1).step_by(2);
    let quoted = quoted.map(|text| text.trim_matches('"'));
    quoted
        .filter(|text| {
            text.split(' ')
                .next_back()
                .is_some_and(|path| path.starts_with('/'))
        })
        .collect()
}
