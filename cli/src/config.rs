//! The configuration file: named profiles in TOML.

use std::{
    collections::BTreeMap,
    env,
    path::{Path, PathBuf},
};

use serde::{Deserialize, de::IgnoredAny};
use toml::{
    Spanned,
    de::{DeTable, DeValue, ValueDeserializer},
};

use crate::{
    content,
    failure::{Failure, Result},
    file, key_material,
    timeout::Timeout,
};

/// The step after a path of Windows in double quotes.
const BACKSLASH: &str = "in TOML, `\\` in double quotes begins an escape: write a path of Windows in single quotes, or with `/`";

/// The file, whose profiles are read only when they are chosen.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Outline {
    /// The profile without `--profile`.
    default: Option<String>,
    #[serde(default)]
    profiles: BTreeMap<String, IgnoredAny>,
}

/// The profile of a run.
#[derive(Debug, Default)]
pub(crate) struct Choice {
    pub(crate) profile: Profile,
    /// The names of several profiles, of which none was chosen.
    pub(crate) names: Vec<String>,
}

/// The options of one merchant. The names are those of the flags.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Profile {
    pub(crate) mchid: Option<String>,
    pub(crate) brand_id: Option<String>,
    pub(crate) serial_no: Option<String>,
    pub(crate) private_key: Option<PathBuf>,
    pub(crate) certificate: Option<PathBuf>,
    pub(crate) pkcs12: Option<PathBuf>,
    pub(crate) sign_with: Option<String>,
    pub(crate) public_key: Option<PathBuf>,
    pub(crate) public_key_id: Option<String>,
    pub(crate) platform_certificate: Option<PathBuf>,
    pub(crate) api_v3_key_file: Option<PathBuf>,
    pub(crate) base_url: Option<String>,
    pub(crate) global: bool,
    pub(crate) proxy: Option<String>,
    pub(crate) root_certificates: Option<PathBuf>,
    pub(crate) timeout: Option<Timeout>,
}

impl Profile {
    /// The profile of a name, or else the default. Without a configuration file, an empty profile.
    pub(crate) fn find(file: Option<&Path>, name: Option<&str>) -> Result<Choice> {
        let path = match file.map(Path::to_owned).or_else(default_path) {
            Some(path) if file.is_some() || path.exists() => path,
            _ => return without_file(name),
        };
        let text = text_of(&path)?;
        File {
            path: &path,
            text: &text,
        }
        .choose(name)
    }

    /// The base URL, given or WeChat Pay's own.
    pub(crate) fn host_url(&self) -> &str {
        match (&self.base_url, self.global) {
            (Some(url), _) => url,
            (None, true) => "https://apihk.mch.weixin.qq.com",
            (None, false) => "https://api.mch.weixin.qq.com",
        }
    }

    /// The options that are paths, with their names.
    pub(crate) fn paths(&self) -> impl Iterator<Item = (&'static str, &Path)> {
        let paths = [
            ("private-key", &self.private_key),
            ("certificate", &self.certificate),
            ("pkcs12", &self.pkcs12),
            ("public-key", &self.public_key),
            ("platform-certificate", &self.platform_certificate),
            ("api-v3-key-file", &self.api_v3_key_file),
            ("root-certificates", &self.root_certificates),
        ];
        let paths = paths.into_iter();
        paths.filter_map(|(name, path)| Some((name, path.as_deref()?)))
    }

    /// The profile with its relative paths below a folder.
    fn below(mut self, folder: &Path) -> Self {
        let paths = [
            &mut self.private_key,
            &mut self.certificate,
            &mut self.pkcs12,
            &mut self.public_key,
            &mut self.platform_certificate,
            &mut self.api_v3_key_file,
            &mut self.root_certificates,
        ];
        for path in paths.into_iter().flatten() {
            *path = folder.join(&*path);
        }
        self
    }
}

/// Reads the text of a file that may be a key or a certificate by mistake.
fn text_of(path: &Path) -> Result<String> {
    let content = file::read(path)?;
    let found = content::name_of_keys(&content);
    let path = path.display();
    let Some(name) = found else {
        return file::text(content).ok_or_else(|| {
            Failure::configuration(format!("{path} is no text in UTF-8"))
                .cure("save the file as UTF-8")
        });
    };
    Err(Failure::configuration(format!(
        "--config {path}: the file is {name}, not a configuration file in TOML"
    ))
    .cure("name the key or certificate in a profile: `wechatpay --help` shows one"))
}

/// The text of the file.
struct File<'a> {
    path: &'a Path,
    text: &'a str,
}

impl File<'_> {
    fn choose(&self, name: Option<&str>) -> Result<Choice> {
        let outline: Outline = toml::from_str(self.text).map_err(|error| self.error(&error))?;
        let names: Vec<_> = outline.profiles.into_keys().collect();
        let name = name.map(str::to_owned).or(outline.default);
        let name = match (name, &*names) {
            (Some(name), _) => name,
            (None, [only]) => only.clone(),
            (None, _) => {
                let profile = Profile::default();
                return Ok(Choice { profile, names });
            }
        };
        if !names.contains(&name) {
            return Err(self.no_profile(&name, &names));
        }
        Ok(Choice {
            profile: self.profile(&name)?,
            names: Vec::new(),
        })
    }

    fn no_profile(&self, name: &str, names: &[String]) -> Failure {
        let path = self.path.display();
        let failure = Failure::configuration(format!("{path} has no profile `{name}`"));
        match names {
            [] => failure.cure(format!("add a section `[profiles.{name}]`")),
            names => failure
                .did_you_mean(name, names.iter().map(String::as_str))
                .cure(format!("use one of: {}", names.join(", "))),
        }
    }

    /// Reads a profile that the file has.
    fn profile(&self, name: &str) -> Result<Profile> {
        let table = DeTable::parse(self.text).map_err(|error| self.error(&error))?;
        let profiles = member(table.into_inner(), "profiles").map(Spanned::into_inner);
        let value = match profiles {
            Some(DeValue::Table(profiles)) => member(profiles, name),
            _ => None,
        };
        let Some(value) = value else {
            return Ok(Profile::default());
        };
        let profile = Profile::deserialize(ValueDeserializer::from(value))
            .map_err(|error| self.error(&error))?;
        for (option, path) in profile.paths() {
            let place = format!("{}: `{option}` of `{name}`", self.path.display());
            refuse_escapes(&place, path)?;
            key_material::refuse(place, option, path)?;
        }
        Ok(profile.below(self.path.parent().unwrap_or_else(|| Path::new(""))))
    }

    /// The failure of an error, without the line of the file, which may have a secret.
    fn error(&self, error: &toml::de::Error) -> Failure {
        let place = error.span().map(|span| self.place(span.start));
        let end = self.text.trim_end().len();
        let is_at_end = error.span().is_some_and(|span| span.end >= end);
        let message = without_value(error.message());
        let path = self.path.display();
        let place = place.unwrap_or_default();
        let failure = Failure::configuration(format!("{path}{place}: {message}"));
        let unknown = message.strip_prefix("unknown field `");
        let unknown = unknown.and_then(|rest| rest.split('`').next());
        let is_path = message.contains("unicode") || message.contains("escape");
        match (unknown, message.contains("expected a string")) {
            _ if is_path => failure.cure(BACKSLASH),
            (Some(member), _) if is_secret(member) => failure.cure(
                "set a secret in WECHATPAY_API_V3_KEY or WECHATPAY_PKCS12_PASSWORD, or name a file with the APIv3 key in `api-v3-key-file`",
            ),
            (_, true) => failure.cure("quote the value: \"…\""),
            // serde lists the known members in quotes, after the unknown one.
            (Some(member), _) => failure.did_you_mean(member, message.split('`').skip(2)),
            _ if is_at_end => failure.cure("the file ends too early: copy the file again, or complete its last line"),
            _ => failure.cure("correct the line: `wechatpay --help` shows a configuration file"),
        }
    }

    /// Line, column and member at an offset.
    fn place(&self, offset: usize) -> String {
        let before = self.text.get(..offset).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let start = before.rsplit('\n').next().unwrap_or_default();
        let column = start.chars().count() + 1;
        let member = start.split_once('=').map(|(member, _)| member.trim());
        let is_name = |name: &&str| {
            let is_letter = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
            !name.is_empty() && name.chars().all(is_letter)
        };
        match member.filter(is_name) {
            Some(member) => format!(", line {line}, column {column}: `{member}`"),
            None => format!(", line {line}, column {column}"),
        }
    }
}

/// Refuses a path in which TOML read an escape such as `\t` or `\n`, before it is taken for a key of several lines. The
/// value is not printed, because it may be a secret.
fn refuse_escapes(place: &str, path: &Path) -> Result<()> {
    let path = path.to_string_lossy();
    let is_key = key_material::is_key_material(&path) || path.contains("-----");
    match path.contains(char::is_control) && !is_key {
        true => Err(Failure::configuration(format!(
            "{place} has a control character, such as a tab or a line break"
        ))
        .cure(BACKSLASH)),
        false => Ok(()),
    }
}

fn member<'a>(table: DeTable<'a>, name: &str) -> Option<Spanned<DeValue<'a>>> {
    let mut members = table.into_iter();
    let member = members.find(|(key, _)| key.get_ref() == name);
    member.map(|(_, value)| value)
}

fn is_secret(member: &str) -> bool {
    let member = member.replace('_', "-");
    ["api-v3-key", "apiv3", "password", "secret"]
        .iter()
        .any(|name| member.contains(name))
}

/// The message of a wrong type or value without the value, which may be a secret.
fn without_value(message: &str) -> String {
    let kinds = ["invalid type: ", "invalid value: "];
    let kind = kinds.iter().find(|kind| message.starts_with(**kind));
    let (Some(kind), Some(expected)) = (kind, message.rfind(", expected ")) else {
        return message.to_owned();
    };
    let found = message.get(kind.len()..expected).unwrap_or_default();
    let found = found.split([' ', '"', '`']).next().unwrap_or_default();
    let found = match found {
        "floating" => "floating point",
        found => found,
    };
    let expected = message.get(expected..).unwrap_or_default();
    let expected = expected.replace("i64", "whole seconds from 1 to 3600");
    format!("{kind}{found}{expected}")
}

fn without_file(name: Option<&str>) -> Result<Choice> {
    match name {
        None => Ok(Choice::default()),
        Some(name) => Err(Failure::configuration(format!(
            "there is no configuration file with the profile `{name}`"
        ))
        .cure("write one (`wechatpay --help` shows it), or name it with --config")),
    }
}

fn default_path() -> Option<PathBuf> {
    let folder = env::var_os("XDG_CONFIG_HOME").filter(|folder| !folder.is_empty());
    let folder = folder.map(PathBuf::from);
    let home = || {
        Some(
            PathBuf::from(env::var_os("HOME").or_else(|| env::var_os("USERPROFILE"))?)
                .join(".config"),
        )
    };
    Some(folder.or_else(home)?.join("wechatpay/config.toml"))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn find(text: &str, name: Option<&str>) -> Result<Profile, String> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("config.toml");
        fs::write(&path, text).unwrap();
        let choice = Profile::find(Some(&path), name);
        let profile = choice
            .map(|choice| choice.profile)
            .map_err(|failure| format!("{failure} {:?}", failure.cures()));
        let folder = folder.path().display().to_string();
        profile
            .map(|profile| Profile {
                private_key: profile
                    .private_key
                    .map(|path| PathBuf::from(path.display().to_string().replace(&folder, "."))),
                ..profile
            })
            .map_err(|text| text.replace(&folder, "."))
    }

    const SHOPS: &str = "default = 'b'\n[profiles.a]\nmchid = '1'\n[profiles.b]\nmchid = '2'\nprivate-key = 'key.pem'\n";

    #[test]
    fn a_profile_is_named_or_the_default_or_the_only_one() {
        let mchid = |text, name| find(text, name).unwrap().mchid;
        assert_eq!(mchid(SHOPS, Some("a")).as_deref(), Some("1"));
        assert_eq!(mchid(SHOPS, None).as_deref(), Some("2"));
        assert_eq!(
            mchid("[profiles.c]\nmchid = '3'", None).as_deref(),
            Some("3")
        );
        assert_eq!(mchid("", None), None);
        let key = find(SHOPS, None).unwrap().private_key;
        assert_eq!(key, Some(PathBuf::from("./key.pem")));
    }

    #[test]
    fn a_wrong_file_says_the_place() {
        assert_eq!(
            find(SHOPS, Some("c")).unwrap_err(),
            "./config.toml has no profile `c` [\"use one of: a, b\"]"
        );
        let unknown = find("[profiles.a]\nprivat-key = 'x'", None).unwrap_err();
        assert!(
            unknown.contains("unknown field `privat-key`") && unknown.contains("line 2"),
            "{unknown}"
        );
    }
}
