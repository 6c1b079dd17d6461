//! The configuration file: named profiles in TOML.

use std::{
    collections::BTreeMap,
    env, fs,
    path::{Path, PathBuf},
};

use serde::Deserialize;

use crate::failure::{Failure, Result};

/// The file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct File {
    /// The profile without `--profile`.
    default: Option<String>,
    #[serde(default)]
    profiles: BTreeMap<String, Profile>,
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
    pub(crate) timeout: Option<u64>,
}

impl Profile {
    /// The profile of a name, or else the default. Without a configuration file, an empty profile.
    pub(crate) fn find(file: Option<&Path>, name: Option<&str>) -> Result<Self> {
        let path = match file.map(Path::to_owned).or_else(default_path) {
            Some(path) if file.is_some() || path.exists() => path,
            _ => return without_file(name),
        };
        let text =
            fs::read_to_string(&path).map_err(|error| Failure::file(&path, "read", &error))?;
        let config: File = toml::from_str(&text)
            .map_err(|error| Failure::configuration(format!("{}: {error}", path.display())))?;
        let folder = path.parent().unwrap_or_else(|| Path::new(""));
        config
            .choose(&path, name)
            .map(|profile| profile.below(folder))
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

impl File {
    fn choose(mut self, path: &Path, name: Option<&str>) -> Result<Profile> {
        let name = name.map(str::to_owned).or_else(|| self.default.clone());
        let Some(name) = name.or_else(|| self.only()) else {
            return Ok(Profile::default());
        };
        self.profiles.remove(&name).ok_or_else(|| {
            let names: Vec<_> = self.profiles.into_keys().collect();
            let failure =
                Failure::configuration(format!("{} has no profile `{name}`", path.display()));
            match &*names {
                [] => failure.cure(format!("add a section `[profiles.{name}]`")),
                names => failure.cure(format!("use one of: {}", names.join(", "))),
            }
        })
    }

    /// The only profile, if there is one.
    fn only(&self) -> Option<String> {
        let mut names = self.profiles.keys();
        names.next().filter(|_| names.next().is_none()).cloned()
    }
}

fn without_file(name: Option<&str>) -> Result<Profile> {
    match name {
        None => Ok(Profile::default()),
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
    use super::*;

    fn find(text: &str, name: Option<&str>) -> Result<Profile, String> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("config.toml");
        fs::write(&path, text).unwrap();
        let profile = Profile::find(Some(&path), name);
        let profile = profile.map_err(|failure| format!("{failure} {:?}", failure.cures()));
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
