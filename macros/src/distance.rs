//! Which known word a misspelt one was meant to be.

/// The candidate that the word was probably meant to be: one edit in three letters away, or nearer.
pub(crate) fn nearest<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    candidates
        .into_iter()
        .map(|candidate| (distance(word, candidate), candidate))
        .filter(|(distance, candidate)| *distance <= candidate.chars().count().div_ceil(3))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// Letters to insert, delete, replace or swap with their neighbour, at the least.
#[allow(
    clippy::indexing_slicing,
    reason = "`i` and `j` run over the words, and the table is one larger each way"
)]
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            if i == 0 || j == 0 {
                table[i][j] = i + j;
                continue;
            }
            let replaced = table[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let inserted = table[i][j - 1] + 1;
            let deleted = table[i - 1][j] + 1;
            table[i][j] = replaced.min(inserted).min(deleted);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                table[i][j] = table[i][j].min(table[i - 2][j - 2] + 1);
            }
        }
    }
    table[a.len()][b.len()]
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
            assert_eq!(distance(a, b), expected, "{a} → {b}");
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
