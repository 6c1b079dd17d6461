//! Corrections of the facts: named rules with their reasons. A correction that no longer applies is an error.

mod apply;
mod at;
mod event;
mod labels;
mod proposed;
mod strict;

use std::{
    collections::{BTreeMap, HashSet},
    fmt::{self, Display},
};

use serde::Deserialize;
use serde_json::{Map, Value};
use wechatpay_endpoints::facts::{Facts, Type, Witness};

use self::proposed::Proposed;
pub(crate) use self::strict::Sources;
use crate::{Result, names::twice};

/// `corrections.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Corrections {
    rules: Vec<Rule>,
    /// Labels to replace, after the rules.
    #[serde(default)]
    labels: Vec<labels::Label>,
    /// Proposed corrections that are not made.
    #[serde(default)]
    refused: Vec<Proposed>,
    /// Proposed corrections of what is not in the facts, or no longer.
    #[serde(default)]
    inapplicable: Vec<Proposed>,
}

/// Corrections with the same cause.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rule {
    name: String,
    why: String,
    changes: Vec<Correction>,
}

/// A change of a fact.
#[derive(Deserialize)]
#[serde(try_from = "Map<String, Value>")]
struct Correction {
    /// `METHOD /path`, or the type of an event.
    of: String,
    r#in: Place,
    /// The member, such as `sub_orders[].amount.total`, by the names that earlier corrections have given. Empty for the
    /// operation or event itself.
    at: String,
    change: Change,
    sources: Sources,
    /// The rows of the comparison that the correction makes. Empty for a correction of our own.
    rows: Vec<u16>,
}

#[derive(Deserialize, Clone, Copy, PartialEq, Eq, Hash)]
#[serde(rename_all = "lowercase")]
enum Place {
    Path,
    Query,
    Header,
    Request,
    Response,
    /// The decrypted content of a notification.
    Resource,
    Operation,
    Event,
}

#[derive(Deserialize)]
#[serde(tag = "change", rename_all = "kebab-case", deny_unknown_fields)]
enum Change {
    // Variants without keys have braces: serde ignores unknown keys of the others.
    Optional {},
    Require {},
    /// The value goes encrypted.
    Sensitive {},
    /// The value goes in plaintext.
    Plaintext {},
    /// Requires the member or one of others.
    Alternatives {
        members: Vec<String>,
    },
    Rename {
        to: String,
    },
    Type(NewType),
    /// Sets the regular expression of a text.
    Pattern {
        to: String,
    },
    /// Adds values to an enum.
    Values {
        values: Vec<Value>,
    },
    RemoveValues {
        values: Vec<Value>,
    },
    Add(NewType),
    /// Moves a query parameter to the body.
    Move {
        to: Place,
    },
    Remove {},
    /// Replaces an empty response.
    Response {
        status: u16,
        fields: Vec<NewField>,
    },
    /// Adds a further status of success, with the same body.
    Status {
        status: u16,
    },
    /// Sets the Chinese name.
    Label {
        to: String,
    },
    /// Sets the types that the resource of an event can be.
    #[serde(rename = "one_of")]
    OneOf {
        members: Vec<event::Member>,
    },
}

/// The type of a member that is added or changed.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewType {
    r#type: Type,
    #[serde(default)]
    required: bool,
    #[serde(default)]
    sensitive: bool,
    #[serde(default)]
    label: String,
    /// The members, if the type is a new object or a list of such.
    #[serde(default)]
    fields: Vec<NewField>,
}

/// A member of a new object.
#[derive(Deserialize)]
#[serde(try_from = "Map<String, Value>")]
struct NewField {
    name: String,
    ty: NewType,
}

impl Corrections {
    /// Makes all corrections in order.
    pub(crate) fn apply(&self, facts: &mut Facts) -> Result<()> {
        let names = self.rules.iter().map(|rule| &*rule.name);
        if let Some(name) = twice(names) {
            return Err(
                format!("two rules have the name `{name}`: join them, or rename one").into(),
            );
        }
        let mut new = BTreeMap::new();
        for rule in &self.rules {
            rule.check(facts, &mut new)
                .map_err(|error| format!("rule `{}`: {error}", rule.name))?;
        }
        for rule in &self.rules {
            for correction in &rule.changes {
                let applied = correction.apply(facts);
                applied.map_err(|error| format!("rule `{}`: {correction}: {error}", rule.name))?;
            }
        }
        for label in &self.labels {
            let applied = label.apply(facts);
            applied.map_err(|error| format!("labels: {error}"))?;
        }
        for list in [&self.refused, &self.inapplicable] {
            if let Some((of, _, at, _)) = twice(list.iter().map(Proposed::key)) {
                return Err(format!(
                    "the proposal for `{at}` of {of} is there twice: remove one of the two"
                )
                .into());
            }
        }
        for proposed in &self.refused {
            let checked = proposed.check_refused(facts);
            checked.map_err(|error| format!("refused: {proposed}: {error}"))?;
        }
        for proposed in &self.inapplicable {
            let checked = proposed.check_inapplicable(facts);
            checked.map_err(|error| format!("inapplicable: {proposed}: {error}"))?;
        }
        Ok(())
    }

    /// The numbers of corrections, for people.
    pub(crate) fn counts(&self) -> String {
        let changes = self.rules.iter().flat_map(|rule| &rule.changes);
        let count = |is_counted: fn(&Correction) -> bool| {
            let changes = changes.clone();
            changes.filter(|correction| is_counted(correction)).count()
        };
        format!(
            "{} by {} rules: {} of rows, {} of our own; {} make a member optional, {} make one required",
            changes.clone().count(),
            self.rules.len(),
            count(|correction| !correction.rows.is_empty()),
            count(|correction| correction.rows.is_empty()),
            count(|correction| matches!(correction.change, Change::Optional {})),
            count(|correction| matches!(correction.change, Change::Require {})),
        )
    }

    /// The rows that are made, refused, and not applicable.
    pub(crate) fn rows(&self) -> [Vec<u16>; 3] {
        let changes = self.rules.iter().flat_map(|rule| &rule.changes);
        let of = |proposals: &[Proposed]| proposals.iter().flat_map(Proposed::rows).collect();
        [
            changes
                .flat_map(|correction| correction.rows.iter().copied())
                .collect(),
            of(&self.refused),
            of(&self.inapplicable),
        ]
    }

    /// The operations and events that are corrected.
    pub(crate) fn changed(&self) -> HashSet<&str> {
        let changes = self.rules.iter().flat_map(|rule| &rule.changes);
        changes.map(|correction| &*correction.of).collect()
    }
}

impl Rule {
    fn check<'a>(
        &'a self,
        facts: &Facts,
        new: &mut BTreeMap<&'a str, &'a event::Like>,
    ) -> Result<()> {
        if self.name.trim().is_empty() {
            return Err("`name` is empty: name the cause of the changes".into());
        }
        if self.why.trim().is_empty() {
            return Err("`why` is empty: say the reason".into());
        }
        if self.changes.is_empty() {
            return Err("`changes` is empty: remove the rule".into());
        }
        for correction in &self.changes {
            let checked = correction.check_new_names(facts, new);
            checked.map_err(|error| format!("{correction}: {error}"))?;
        }
        Ok(())
    }
}

impl Correction {
    /// The independent sources of the correction.
    fn witnesses(&self) -> impl Iterator<Item = Witness> {
        self.sources
            .0
            .iter()
            .filter_map(|source| witness(&source.0))
    }
}

/// The witness that a source names first.
pub(crate) fn witness(source: &str) -> Option<Witness> {
    Some(match strict::first_word(source) {
        "doc" => Witness::Page,
        "skills" => Witness::Samples,
        "go" => Witness::Go,
        "java" => Witness::Java,
        "skit" => Witness::Skit,
        "wxjava" => Witness::WxJava,
        "gopay" => Witness::Gopay,
        "senparc" => Witness::Senparc,
        "python" => Witness::Python,
        _ => return None,
    })
}

/// The place of the correction, for messages.
impl Display for Correction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` of {}", self.at, self.of)
    }
}
