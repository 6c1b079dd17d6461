//! Finds the known word that a misspelt one was meant to be.

/// The nearest candidate, at most one edit per three letters away.
pub(crate) fn nearest<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    candidates
        .into_iter()
        .filter_map(|candidate| {
            let limit = candidate.chars().count().div_ceil(3);
            Some((distance(word, candidate, limit)?, candidate))
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// The least number of letters to insert, delete, replace or swap with a neighbour; `None` if more than
/// `limit`.
#[allow(
    clippy::indexing_slicing,
    reason = "`i` and `j` run over the words, and the table is one larger each way"
)]
pub(crate) fn distance(a: &str, b: &str, limit: usize) -> Option<usize> {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().abs_diff(b.len()) > limit {
        return None;
    }
    let mut table = vec![(0..=b.len()).collect::<Vec<_>>()];
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let replaced = table[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let inserted = row[j - 1] + 1;
            let deleted = table[i - 1][j] + 1;
            let mut least = replaced.min(inserted).min(deleted);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(table[i - 2][j - 2] + 1);
            }
            row.push(least);
        }
        // Every later row is reached through this one, or through the row above by one swap.
        let above = table.iter().next_back();
        if row
            .iter()
            .chain(above.into_iter().flatten())
            .all(|distance| *distance > limit)
        {
            return None;
        }
        table.push(row);
    }
    Some(table[a.len()][b.len()]).filter(|distance| *distance <= limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_edit_counts_one() {
        for (a, b, expected) in [
            ("POST", "POST", 0),
            ("PSOT", "POST", 1),
            ("POT", "POST", 1),
            ("POOST", "POST", 1),
            ("PAST", "POST", 1),
            ("", "GET", 3),
            ("GET", "", 3),
            ("out_tarde_no", "out_trade_no", 1),
            ("PUT", "PATCH", 3),
        ] {
            assert_eq!(distance(a, b, 3), Some(expected), "{a} → {b}");
            let below = expected.checked_sub(1);
            assert_eq!(
                below.and_then(|limit| distance(a, b, limit)),
                None,
                "{a} → {b}"
            );
        }
    }

    #[test]
    fn nearest_is_near_or_nothing() {
        let verbs = ["GET", "POST", "PATCH"];
        assert_eq!(nearest("PSOT", verbs), Some("POST"));
        assert_eq!(nearest("PATHC", verbs), Some("PATCH"));
        assert_eq!(nearest("HEAD", verbs), None);
    }
}
