//! Amounts of money.

use std::{
    borrow::Cow,
    fmt::{self, Display},
};

use serde::{Deserialize, Serialize};

use crate::request::ToQueryValue;

/// The fen of one yuan.
const YUAN: i64 = 100;

/// An amount of money in fen (分), the unit of amounts in requests and responses: 100 fen are 1 yuan (元).
///
/// In JSON a `Fen` is its number. It prints the yuan, for people. Arithmetic is checked, so that no amount overflows
/// or loses a fraction unnoticed.
///
/// ```
/// use wechatpay_client::Fen;
///
/// let price = Fen(1990);
/// assert_eq!(price.to_string(), "19.90");
/// assert_eq!(price.checked_mul(3), Some(Fen(5970)));
/// assert_eq!(Fen::from_yuan("19.90")?, price);
/// # Ok::<_, wechatpay_client::error::FenError>(())
/// ```
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize,
)]
#[serde(transparent)]
#[expect(
    clippy::exhaustive_structs,
    reason = "an amount is its number and nothing else, so that `Fen(100)` can be written"
)]
// The compile error of `Fen(19.90)` shows the next line.
pub struct Fen(pub i64); // in fen: 19.90 yuan is `Fen(1990)`, or `Fen::from_yuan("19.90")?`

/// A text that is no amount in yuan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FenError(String);

impl Fen {
    /// No money.
    pub const ZERO: Self = Self(0);

    /// Reads an amount in yuan, as bills (账单) write amounts: `0.01`, `-12.30`, `5`. Bills put a backtick before each
    /// value, which may stay.
    ///
    /// # Errors
    /// The text is no decimal number, has more than two digits after the point, or is too large for an `i64` of fen.
    pub fn from_yuan(text: &str) -> Result<Self, FenError> {
        yuan(text).ok_or_else(|| FenError(text.chars().take(32).collect()))
    }

    /// Adds two amounts; `None` if the sum does not fit.
    #[must_use]
    pub const fn checked_add(self, other: Self) -> Option<Self> {
        match self.0.checked_add(other.0) {
            Some(fen) => Some(Self(fen)),
            None => None,
        }
    }

    /// Subtracts an amount; `None` if the difference does not fit.
    #[must_use]
    pub const fn checked_sub(self, other: Self) -> Option<Self> {
        match self.0.checked_sub(other.0) {
            Some(fen) => Some(Self(fen)),
            None => None,
        }
    }

    /// The amount for several items; `None` if it does not fit.
    #[must_use]
    pub const fn checked_mul(self, count: i64) -> Option<Self> {
        match self.0.checked_mul(count) {
            Some(fen) => Some(Self(fen)),
            None => None,
        }
    }

    /// Adds amounts; `None` if the sum does not fit.
    ///
    /// ```
    /// # use wechatpay_client::Fen;
    /// assert_eq!(Fen::checked_sum([Fen(1), Fen(2)]), Some(Fen(3)));
    /// assert_eq!(Fen::checked_sum([Fen(i64::MAX), Fen(1)]), None);
    /// ```
    pub fn checked_sum(amounts: impl IntoIterator<Item = Self>) -> Option<Self> {
        amounts.into_iter().try_fold(Self::ZERO, Self::checked_add)
    }
}

/// The amount in yuan with two decimal places, such as `-0.05`.
impl Display for Fen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let fen = self.0.unsigned_abs();
        let yuan = YUAN.unsigned_abs();
        f.pad(&format!("{sign}{}.{:02}", fen / yuan, fen % yuan))
    }
}

/// The number of fen.
impl ToQueryValue for Fen {
    fn to_query_value(&self) -> Option<Cow<'_, str>> {
        Some(Cow::Owned(self.0.to_string()))
    }
}

impl Display for FenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:?} is no amount in yuan: write digits, and at most two of them after a point",
            self.0
        )
    }
}

impl std::error::Error for FenError {}

fn yuan(text: &str) -> Option<Fen> {
    let text = text.strip_prefix('`').unwrap_or(text);
    let (digits, is_negative) = match text.strip_prefix('-') {
        Some(digits) => (digits, true),
        None => (text, false),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "00"));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(whole) || !is_number(fraction) || fraction.len() > 2 {
        return None;
    }
    let sign = if is_negative { "-" } else { "" };
    // With the sign, so that the least amount fits.
    format!("{sign}{whole}{fraction:0<2}").parse().ok().map(Fen)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_amount_in_yuan_is_read_exactly() {
        for (text, fen) in [
            ("0.01", 1),
            ("`0.01", 1),
            ("-12.30", -1230),
            ("5", 500),
            ("5.1", 510),
            ("007.00", 700),
            ("0.00", 0),
            ("-0.00", 0),
            ("92233720368547758.07", i64::MAX),
            ("-92233720368547758.08", i64::MIN),
        ] {
            assert_eq!(Fen::from_yuan(text), Ok(Fen(fen)), "{text}");
        }
    }

    #[test]
    fn a_text_that_is_no_amount_is_refused() {
        for text in [
            "",
            ".",
            "1.",
            ".5",
            "1.005",
            "1,000.00",
            "+1",
            "1e2",
            "1.-1",
            "--1",
            "１.００",
            " 1",
            "¥1",
            "0.60%",
            "``1",
            "92233720368547758.08",
            "-92233720368547758.09",
        ] {
            assert_eq!(Fen::from_yuan(text), Err(FenError(text.to_owned())));
        }
        assert_eq!(
            Fen::from_yuan("1.005").unwrap_err().to_string(),
            "\"1.005\" is no amount in yuan: write digits, and at most two of them after a point"
        );
    }

    #[test]
    fn a_long_text_is_cut_in_the_error() {
        let error = Fen::from_yuan(&"九".repeat(1_000_000)).unwrap_err();
        assert_eq!(error, FenError("九".repeat(32)));
    }

    #[test]
    fn an_overflow_is_none() {
        let most = Fen(i64::MAX);
        assert_eq!(most.checked_add(Fen(1)), None);
        assert_eq!(Fen(i64::MIN).checked_sub(Fen(1)), None);
        assert_eq!(most.checked_mul(2), None);
        assert_eq!(Fen::checked_sum([]), Some(Fen::ZERO));
    }

    #[test]
    fn json_is_the_number_of_fen() {
        assert_eq!(serde_json::to_string(&Fen(-5)).unwrap(), "-5");
        assert_eq!(serde_json::from_str::<Fen>("100").unwrap(), Fen(100));
        assert!(serde_json::from_str::<Fen>("1.5").is_err());
        assert_eq!(Fen(7).to_query_value().as_deref(), Some("7"));
    }

    #[test]
    fn the_width_of_the_formatter_counts() {
        assert_eq!(format!("{:>8}|", Fen(-5)), "   -0.05|");
    }

    proptest! {
        #[test]
        fn what_is_printed_is_read_again(fen in any::<i64>()) {
            prop_assert_eq!(Fen::from_yuan(&Fen(fen).to_string()), Ok(Fen(fen)));
        }
    }
}
