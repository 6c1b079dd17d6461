//! The known name that a misspelt one means.

use crate::failure::Failure;

/// The least likeness of a misspelt name.
const MISSPELT: f64 = 0.8;

/// The known name that is most like `name`. `None` if none is like it.
pub(crate) fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let name = name.to_lowercase();
    let known = known.into_iter();
    let known = known.map(|known| (strsim::jaro_winkler(&known.to_lowercase(), &name), known));
    let nearest = known.max_by(|(a, _), (b, _)| a.total_cmp(b));
    nearest
        .filter(|(likeness, _)| *likeness > MISSPELT)
        .map(|(_, known)| known)
}

impl Failure {
    /// Adds the known name that a misspelt one means, if there is one.
    pub(crate) fn did_you_mean<'a>(
        self,
        name: &str,
        known: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        match nearest(name, known) {
            Some(near) => self.cure(format!("did you mean `{near}`?")),
            None => self,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_name_means_the_nearest() {
        let known = ["payscore", "papay", "refund"];
        assert_eq!(nearest("PayScor", known), Some("payscore"));
        assert_eq!(nearest("refunds", known), Some("refund"));
        for name in ["", "nope", "退款"] {
            assert_eq!(nearest(name, known), None, "{name}");
        }
    }
}
