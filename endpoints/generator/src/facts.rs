//! The facts, as far as the table of operations needs them.

use std::{
    collections::HashSet,
    fmt::{self, Display},
    fs,
    path::Path,
};

use serde::Deserialize;

use crate::{Result, read};

pub(crate) struct Facts {
    pub(crate) operations: Vec<Operation>,
    /// Operations, as `METHOD /path`, that an official SDK has under another name.
    pub(crate) confirmed: HashSet<String>,
}

#[derive(Deserialize)]
pub(crate) struct Operation {
    pub(crate) method: String,
    pub(crate) path: String,
    #[serde(default)]
    pub(crate) name_from: NameFrom,
    #[serde(default)]
    pub(crate) params: Vec<Parameter>,
    /// The type of the body, or of the form.
    pub(crate) request: Option<String>,
    #[serde(default)]
    pub(crate) upload: bool,
    #[serde(default)]
    pub(crate) responses: Vec<Response>,
    /// `None` for `api.mch.weixin.qq.com`.
    pub(crate) host: Option<String>,
}

/// The source of the operation's name: an official SDK that has the operation, or another source.
#[derive(Deserialize, Clone, Copy, Default, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(crate) enum NameFrom {
    Go,
    Java,
    #[default]
    #[serde(other)]
    Elsewhere,
}

#[derive(Deserialize)]
pub(crate) struct Parameter {
    pub(crate) r#in: Location,
    pub(crate) name: String,
    #[serde(default)]
    pub(crate) required: bool,
}

#[derive(Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Location {
    Path,
    Query,
    Header,
}

#[derive(Deserialize)]
pub(crate) struct Response {
    pub(crate) status: u16,
    pub(crate) body: String,
}

/// A file of operations: one product, or the additions.
#[derive(Deserialize)]
struct Operations {
    operations: Vec<Operation>,
}

#[derive(Deserialize)]
struct Confirmed {
    operations: HashSet<String>,
}

impl Facts {
    pub(crate) fn read(folder: &Path) -> Result<Self> {
        let mut operations = parse::<Operations>(&folder.join("additions.json"))?.operations;
        for product in fs::read_dir(folder.join("operations"))? {
            operations.extend(parse::<Operations>(&product?.path())?.operations);
        }
        let confirmed = parse::<Confirmed>(&folder.join("confirmed.json"))?.operations;
        let known: HashSet<_> = operations.iter().map(Operation::to_string).collect();
        if let Some(unknown) = confirmed
            .iter()
            .find(|operation| !known.contains(*operation))
        {
            return Err(format!("confirmed.json: no operation is `{unknown}`").into());
        }
        Ok(Self {
            operations,
            confirmed,
        })
    }
}

#[cfg(test)]
impl Facts {
    /// The facts of `operations`, none of which is confirmed.
    pub(crate) fn parse(operations: &str) -> Result<Self> {
        let operations: Operations = serde_json::from_str(operations)?;
        Ok(Self {
            operations: operations.operations,
            confirmed: HashSet::new(),
        })
    }
}

impl Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.method, self.path)
    }
}

fn parse<T: for<'de> Deserialize<'de>>(path: &Path) -> Result<T> {
    serde_json::from_str(&read(path)?)
        .map_err(|error| format!("{}: {error}", path.display()).into())
}
