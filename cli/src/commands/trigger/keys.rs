//! The test keys of `wechatpay trigger`: a folder whose keys the server under test trusts.

use std::{
    fmt, fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
    process,
};

use serde::Serialize;
use wechatpay_client::gateway::NotificationSigner;

use crate::{
    command_line::quoted,
    failure::{Failure, Result},
    file::read,
};

const PUBLIC_KEY: &str = "pub_key.pem";
const PUBLIC_KEY_ID: &str = "pub_key_id.txt";
const PRIVATE_KEY: &str = "private_key.pem";
const API_V3_KEY: &str = "api_v3_key.txt";
const README: &str = "README.md";

const README_TEXT: &str = "\
# Test keys

These are no keys of WeChat Pay (微信支付). `wechatpay trigger` made them to sign and encrypt test notifications.

Only a server under test may trust them. A server that trusts them in production accepts payments that nobody made.

| file | holds |
|---|---|
| `pub_key.pem` | the public key that the server under test trusts in place of the WeChat Pay public key (微信支付公钥) |
| `pub_key_id.txt` | its ID (微信支付公钥ID) |
| `api_v3_key.txt` | the APIv3 key (APIv3密钥) of the server under test |
| `private_key.pem` | the private key that signs the notifications |

`wechatpay trigger --show-keys` prints the settings of the server. Remove the folder to get new keys.
";

/// The keys, and their folder.
pub(crate) struct TestKeys {
    pub(crate) signer: NotificationSigner,
    folder: PathBuf,
    /// This run made the keys.
    pub(crate) is_new: bool,
}

/// The step to new keys. No folder is to be removed: somebody may have named that of a merchant's keys.
const NEW_FOLDER: &str = "name a new folder with --keys FOLDER";

/// The settings of the server under test: paths and the ID, no key.
#[derive(Debug, Serialize)]
pub(crate) struct ServerSettings {
    pub(crate) is_new: bool,
    public_key: PathBuf,
    public_key_id: String,
    api_v3_key_file: PathBuf,
}

impl TestKeys {
    /// Reads the keys of a folder, or makes them.
    pub(crate) fn open(folder: &Path) -> Result<Self> {
        let has = |name: &&str| folder.join(name).exists();
        let names = [PUBLIC_KEY, PUBLIC_KEY_ID, PRIVATE_KEY, API_V3_KEY];
        let missing: Vec<_> = names.into_iter().filter(|name| !has(name)).collect();
        match missing.len() {
            0 => Self::read(folder, false),
            // All are missing.
            4 => {
                make(folder)?;
                Self::read(folder, true)
            }
            _ => Err(Failure::configuration(format!(
                "the test keys in {} are incomplete: {} is missing",
                folder.display(),
                missing.join(", ")
            ))
            .cure(format!("restore the file, or {NEW_FOLDER}"))),
        }
    }

    fn read(folder: &Path, is_new: bool) -> Result<Self> {
        let text = |name| {
            let bytes = read(&folder.join(name))?;
            let text = String::from_utf8_lossy(&bytes);
            Ok::<_, Failure>(text.trim().to_owned())
        };
        let unusable = |error: &dyn fmt::Display| {
            Failure::configuration(format!(
                "the test keys in {} cannot be used: {error}",
                folder.display()
            ))
            .cure(NEW_FOLDER)
        };
        let (id, private_key, api_v3_key) =
            (text(PUBLIC_KEY_ID)?, text(PRIVATE_KEY)?, text(API_V3_KEY)?);
        let signer = NotificationSigner::from_pem(&id, &private_key, api_v3_key)
            .map_err(|error| unusable(&error))?;
        if text(PUBLIC_KEY)? != signer.public_key_pem().trim() {
            let error = format!("{PUBLIC_KEY} is not the public half of {PRIVATE_KEY}");
            return Err(unusable(&error));
        }
        // The settings are for a server that may run in another folder.
        let folder = std::path::absolute(folder)?;
        Ok(Self {
            signer,
            folder,
            is_new,
        })
    }

    pub(crate) fn settings(&self) -> ServerSettings {
        ServerSettings {
            is_new: self.is_new,
            public_key: self.folder.join(PUBLIC_KEY),
            public_key_id: self.signer.key_id().to_owned(),
            api_v3_key_file: self.folder.join(API_V3_KEY),
        }
    }
}

impl ServerSettings {
    /// Writes the settings as environment variables.
    pub(crate) fn write_text(&self, out: &mut dyn io::Write) -> io::Result<()> {
        let Self {
            public_key,
            public_key_id,
            api_v3_key_file,
            ..
        } = self;
        writeln!(out, "The server under test needs these settings:")?;
        let quoted = |path: &Path| quoted(&path.display().to_string());
        writeln!(out, "  WECHATPAY_PUBLIC_KEY={}", quoted(public_key))?;
        writeln!(out, "  WECHATPAY_PUBLIC_KEY_ID={public_key_id}")?;
        writeln!(
            out,
            "  WECHATPAY_API_V3_KEY=\"$(cat {})\"",
            quoted(api_v3_key_file)
        )
    }
}

/// Makes the folder with new keys. The folder appears with all files, or not at all.
fn make(folder: &Path) -> Result<()> {
    if folder.exists() && !is_empty_folder(folder) {
        return Err(Failure::configuration(format!(
            "{} exists, and is no folder of test keys",
            folder.display()
        ))
        .cure(NEW_FOLDER));
    }
    // With a slash at its end, the temporary folder would be inside.
    let folder: &Path = &folder.components().collect::<PathBuf>();
    let mut temporary = folder.as_os_str().to_owned();
    temporary.push(format!(".{}.new", process::id()));
    let temporary = PathBuf::from(temporary);
    let written = write_keys(&temporary).and_then(|()| fs::rename(&temporary, folder));
    written.map_err(|error| {
        // The error to report is the first one.
        let _ = fs::remove_dir_all(&temporary);
        Failure::file(folder, "write", &error).cure("name another folder with --keys FOLDER")
    })
}

fn is_empty_folder(folder: &Path) -> bool {
    fs::read_dir(folder).is_ok_and(|mut files| files.next().is_none())
}

fn write_keys(folder: &Path) -> io::Result<()> {
    let signer = NotificationSigner::generate()?;
    create_folder(folder)?;
    let files = [
        (PUBLIC_KEY, signer.public_key_pem().as_bytes()),
        (PUBLIC_KEY_ID, signer.key_id().as_bytes()),
        (PRIVATE_KEY, signer.private_key_pem().as_bytes()),
        (API_V3_KEY, signer.api_v3_key_bytes()),
        (README, README_TEXT.as_bytes()),
        // Keeps the keys out of a repository.
        (".gitignore", b"*\n"),
    ];
    for (name, content) in files {
        create_file(&folder.join(name))?.write_all(content)?;
    }
    Ok(())
}

#[cfg(unix)]
fn create_folder(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt as _;
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
}

#[cfg(not(unix))]
fn create_folder(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)
}

fn create_file(path: &Path) -> io::Result<fs::File> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}
