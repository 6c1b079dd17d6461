//! Independent sources of a fact.

use std::fmt::{self, Display};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// An independent source of facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u16)]
#[non_exhaustive]
pub enum Witness {
    /// A page of the official documentation.
    Page = 1,
    /// The official samples of 2026.
    Samples = 2,
    /// The official Go SDK.
    Go = 4,
    /// The official Java SDK, which does not say if a member is required.
    Java = 8,
    /// The .NET library SKIT.FlurlHttpClient.Wechat.TenpayV3.
    Skit = 16,
    /// The Java library WxJava.
    WxJava = 32,
    /// The Go library gopay.
    Gopay = 64,
    /// The .NET library Senparc.Weixin.
    Senparc = 128,
    /// The Python library wechatpayv3.
    Python = 256,
    /// The official PHP SDK.
    Php = 512,
}

/// The witnesses of a member or a parameter, and what they say of it.
///
/// Text: the letters of the witnesses that have it, after `+` those that call it required, after `-` those that call it
/// optional. `SGk+G-k`: the samples, the Go SDK and SKIT have the member; Go requires it, and to SKIT it is optional.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Witnesses {
    has: u16,
    required: u16,
    optional: u16,
}

impl Witness {
    /// The name for people.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Page => "documentation page",
            Self::Samples => "official samples",
            Self::Go => "Go SDK",
            Self::Java => "Java SDK",
            Self::Php => "PHP SDK",
            Self::Skit => "SKIT",
            Self::WxJava => "WxJava",
            Self::Gopay => "gopay",
            Self::Senparc => "Senparc",
            Self::Python => "wechatpayv3",
        }
    }

    /// Tests if the source is WeChat Pay's own.
    #[must_use]
    pub const fn is_official(self) -> bool {
        self as u16 & OFFICIAL != 0
    }
}

const LETTERS: [(char, Witness); 10] = [
    ('D', Witness::Page),
    ('S', Witness::Samples),
    ('G', Witness::Go),
    ('J', Witness::Java),
    ('P', Witness::Php),
    ('k', Witness::Skit),
    ('w', Witness::WxJava),
    ('g', Witness::Gopay),
    ('s', Witness::Senparc),
    ('p', Witness::Python),
];

const OFFICIAL: u16 = Witness::Page as u16
    | Witness::Samples as u16
    | Witness::Go as u16
    | Witness::Java as u16
    | Witness::Php as u16;

impl Witnesses {
    /// Reads the text form; `None` if it holds another letter.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (rest, optional) = text.split_once('-').unwrap_or((text, ""));
        let (has, required) = rest.split_once('+').unwrap_or((rest, ""));
        Some(Self {
            has: bits(has)?,
            required: bits(required)?,
            optional: bits(optional)?,
        })
    }

    /// The witnesses that have the fact, the official ones first.
    pub fn iter(self) -> impl Iterator<Item = Witness> {
        let all = LETTERS.into_iter().map(|(_, witness)| witness);
        all.filter(move |witness| self.has & *witness as u16 != 0)
    }

    /// Tests if no witness has the fact.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.has == 0
    }

    /// Tests if an official witness has the fact, or two others.
    #[must_use]
    pub const fn confirm(self) -> bool {
        settles(self.has)
    }

    /// Tests if the witnesses confirm that the member is required: an official one says so or two others do, and no
    /// official one denies it.
    #[must_use]
    pub const fn confirm_required(self) -> bool {
        settles(self.required) && self.optional & OFFICIAL == 0
    }

    /// Tests if every official witness here is also one of the others.
    #[must_use]
    pub const fn are_official_in(self, others: Self) -> bool {
        self.has & OFFICIAL & !others.has == 0
    }

    /// Tests if a witness calls the member required.
    #[must_use]
    pub const fn say_required(self) -> bool {
        self.required != 0
    }

    /// Tests if a witness calls the member optional.
    #[must_use]
    pub const fn deny_required(self) -> bool {
        self.optional != 0
    }

    /// Adds witnesses that have the fact.
    pub fn add(&mut self, witness: Witness) {
        self.has |= witness as u16;
    }

    /// Adds a witness that has the member and says if the member is required.
    pub fn add_word(&mut self, witness: Witness, required: bool) {
        let word = Self {
            has: witness as u16,
            required: if required { witness as u16 } else { 0 },
            optional: if required { 0 } else { witness as u16 },
        };
        *self = self.and(word);
    }

    /// The witnesses of one member in two operations. A witness that once calls the member optional does not call it
    /// required.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        let optional = self.optional | other.optional;
        Self {
            has: self.has | other.has,
            required: (self.required | other.required) & !optional,
            optional,
        }
    }
}

impl Display for Witnesses {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (sign, bits) in [("", self.has), ("+", self.required), ("-", self.optional)] {
            if bits == 0 {
                continue;
            }
            f.write_str(sign)?;
            for (letter, witness) in LETTERS {
                if bits & witness as u16 != 0 {
                    write!(f, "{letter}")?;
                }
            }
        }
        Ok(())
    }
}

/// The text form.
impl Serialize for Witnesses {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Witnesses {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text)
            .ok_or_else(|| de::Error::custom(format!("`{text}` names an unknown witness")))
    }
}

/// Tests if these witnesses settle a fact: one official or two others.
const fn settles(bits: u16) -> bool {
    bits & OFFICIAL != 0 || bits.count_ones() >= 2
}

fn bits(letters: &str) -> Option<u16> {
    letters.chars().try_fold(0, |bits, letter| {
        let (_, witness) = LETTERS.iter().find(|(known, _)| *known == letter)?;
        Some(bits | *witness as u16)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn witnesses(text: &str) -> Witnesses {
        Witnesses::parse(text).unwrap()
    }

    #[test]
    fn the_text_is_read_and_written() {
        for text in ["", "S", "SGJkw+Gk-w", "kg+k", "k-k", "DG+D"] {
            assert_eq!(witnesses(text).to_string(), text);
        }
        assert_eq!(Witnesses::parse("x"), None);
        let names: Vec<_> = witnesses("kG+k").iter().map(Witness::name).collect();
        assert_eq!(names, ["Go SDK", "SKIT"]);
        let json = r#""GJk+G-k""#;
        let read: Witnesses = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&read).unwrap(), json);
        let error = serde_json::from_str::<Witnesses>(r#""Gx""#).unwrap_err();
        assert!(
            error
                .to_string()
                .starts_with("`Gx` names an unknown witness")
        );
    }

    #[test]
    fn an_official_witness_or_two_others_confirm() {
        for (text, confirmed) in [
            ("G+G", true),
            ("kw+kw", true),
            ("k+k", false),
            ("GJk-Gk", false),
            ("Gkw+kw-G", false),
            ("Gkw+Gk-w", true),
            ("SJkwsp+k-w", false),
        ] {
            assert_eq!(witnesses(text).confirm_required(), confirmed, "{text}");
        }
        assert!(witnesses("J").confirm() && witnesses("ks").confirm());
        assert!(!witnesses("k").confirm() && !witnesses("").confirm());
    }

    #[test]
    fn optional_in_one_operation_is_optional_in_both() {
        assert_eq!(
            witnesses("Gk+Gk").and(witnesses("kw+w-k")).to_string(),
            "Gkw+Gw-k"
        );
    }
}
