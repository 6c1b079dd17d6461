//! The rows of the comparison that proposed corrections: each was made, refused, or found not applicable.

use std::{
    collections::BTreeSet,
    fmt::{self, Display},
};

use crate::Result;

/// The number of rows. They are counted from 1.
const ROWS: u16 = 708;

/// The rows by what became of them.
pub(crate) struct Rows {
    pub(crate) corrected: BTreeSet<u16>,
    pub(crate) twins: BTreeSet<u16>,
    pub(crate) refused: BTreeSet<u16>,
    pub(crate) inapplicable: BTreeSet<u16>,
}

impl Rows {
    pub(crate) fn new(corrections: [Vec<u16>; 3], twins: Vec<u16>) -> Self {
        let [corrected, refused, inapplicable] =
            corrections.map(|rows| rows.into_iter().collect::<BTreeSet<_>>());
        Self {
            corrected,
            twins: twins.into_iter().collect(),
            refused,
            inapplicable,
        }
    }

    /// Fails if something else than exactly one thing became of a row.
    pub(crate) fn check(&self) -> Result<()> {
        let fates = [
            &self.corrected,
            &self.twins,
            &self.refused,
            &self.inapplicable,
        ];
        let count = |row: &u16| fates.iter().filter(|rows| rows.contains(row)).count();
        let all = 1..=ROWS;
        if let Some(row) = fates.into_iter().flatten().find(|row| !all.contains(row)) {
            return Err(format!("no row has the number {row}").into());
        }
        if let Some(row) = all.clone().find(|row| count(row) == 0) {
            return Err(format!("row {row} is neither made, refused nor inapplicable").into());
        }
        let mut rows = all;
        match rows.find(|row| count(row) > 1) {
            Some(row) => Err(format!("row {row} is in two lists").into()),
            None => Ok(()),
        }
    }
}

impl Display for Rows {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (corrected, twins) = (self.corrected.len(), self.twins.len());
        write!(
            f,
            "{ROWS}: {} applied ({twins} of them in brand.json), {} refused, {} not applicable",
            corrected + twins,
            self.refused.len(),
            self.inapplicable.len()
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checked(corrected: Vec<u16>, refused: Vec<u16>) -> String {
        let rows = Rows::new([corrected, refused, vec![2]], vec![1]);
        match rows.check() {
            Ok(()) => rows.to_string(),
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn one_thing_became_of_each_row() {
        let all = || (3..=ROWS).collect::<Vec<_>>();
        assert_eq!(
            checked(all(), vec![]),
            "708: 707 applied (1 of them in brand.json), 0 refused, 1 not applicable"
        );
        assert_eq!(checked(all(), vec![9]), "row 9 is in two lists");
        assert_eq!(
            checked((4..=ROWS).collect(), vec![]),
            "row 3 is neither made, refused nor inapplicable"
        );
        assert_eq!(checked(all(), vec![709]), "no row has the number 709");
    }
}
