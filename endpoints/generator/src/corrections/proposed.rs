//! Proposed corrections that are not made. Each must still concern the facts.

use std::fmt::{self, Display};

use serde::Deserialize;
use wechatpay_endpoints::facts::{Facts, Field};

use super::{
    Place, at,
    strict::{Confidence, Sources},
};
use crate::Result;

/// A proposed correction that is not made.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Proposed {
    of: String,
    r#in: Place,
    #[serde(default)]
    at: String,
    change: Proposal,
    confidence: Confidence,
    #[serde(rename = "sources")]
    _sources: Sources,
    why: String,
    #[serde(default)]
    rows: Vec<u16>,
}

#[derive(Deserialize, Clone, Copy, PartialEq, Eq, Hash)]
#[serde(rename_all = "lowercase")]
pub(super) enum Proposal {
    Optional,
    Add,
    /// A doubt about the operation, the event or the member.
    Note,
}

impl Proposed {
    /// The rows of the comparison that are not made.
    pub(super) fn rows(&self) -> impl Iterator<Item = u16> {
        self.rows.iter().copied()
    }

    /// The proposal and its place.
    pub(super) fn key(&self) -> (&str, Place, &str, Proposal) {
        (&self.of, self.r#in, &self.at, self.change)
    }

    /// A refused correction could be made: its operation is there, and so is its member.
    pub(super) fn check_refused(&self, facts: &Facts) -> Result<()> {
        self.check_reason(facts)?;
        if self.confidence != Confidence::Low {
            return Err(
                "only a proposal of low confidence may be refused: make the correction".into(),
            );
        }
        match self.change {
            Proposal::Note if self.at.is_empty() => Ok(()),
            Proposal::Note => self.field(facts).map(drop),
            Proposal::Add => match self.field(facts) {
                Ok(_) => Err("the member is there already".into()),
                Err(_) => Ok(()),
            },
            Proposal::Optional if !self.field(facts)?.required => {
                Err("the member is optional already".into())
            }
            Proposal::Optional => Ok(()),
        }
    }

    /// An inapplicable correction cannot be made: its operation is there, and its member is not.
    pub(super) fn check_inapplicable(&self, facts: &Facts) -> Result<()> {
        self.check_reason(facts)?;
        if self.field(facts).is_ok() {
            return Err("the member is there: make the correction, or refuse it".into());
        }
        Ok(())
    }

    fn field<'a>(&self, facts: &'a Facts) -> Result<&'a Field> {
        at::field(facts, &self.of, self.r#in, &self.at)
    }

    fn check_reason(&self, facts: &Facts) -> Result<()> {
        if self.why.is_empty() {
            return Err("`why` is empty: say the reason".into());
        }
        if !at::is_known(facts, &self.of) {
            return Err("no such operation or event".into());
        }
        Ok(())
    }
}

/// The place of the proposal, for messages.
impl Display for Proposed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` of {}", self.at, self.of)
    }
}
