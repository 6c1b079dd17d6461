//! A crate of declarations, one on each line, and the compiler's errors of each.

use std::{
    env,
    fmt::Write,
    fs, io,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;

use crate::slip::Slip;

/// The library of the declarations.
const PACKAGE: &str = "slips_declarations";

const REPOSITORY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../..");

/// Compiles a declaration of each slip, and returns the errors of each.
pub(crate) fn check(slips: &[Slip<'_>]) -> io::Result<Vec<Vec<String>>> {
    let target = target_directory()?;
    let package = target.join("slips");
    write_package(&package, slips)?;
    let output = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["check", "--quiet", "--offline", "--message-format=json"])
        .arg("--manifest-path")
        .arg(package.join("Cargo.toml"))
        .env("CARGO_TARGET_DIR", &target)
        .output()?;
    let mut errors = vec![Vec::new(); slips.len()];
    let messages = String::from_utf8_lossy(&output.stdout);
    for error in messages.lines().filter_map(Error::read) {
        let Error { line, message, .. } = error;
        if error.package != PACKAGE {
            return Err(io::Error::other(format!("{}: {message}", error.package)));
        }
        let slip = line.checked_sub(1).and_then(|index| errors.get_mut(index));
        let unexpected = || io::Error::other(format!("an error of no declaration: {message}"));
        slip.ok_or_else(unexpected)?.push(message);
    }
    if errors.iter().all(Vec::is_empty) {
        let reason = String::from_utf8_lossy(&output.stderr);
        return Err(io::Error::other(format!(
            "no declaration has an error: {reason}"
        )));
    }
    Ok(errors)
}

/// The directory that this program was built in.
fn target_directory() -> io::Result<PathBuf> {
    let program = env::current_exe()?;
    let target = program.ancestors().nth(2).map(Path::to_owned);
    target.ok_or_else(|| io::Error::other("the program is not in a target directory"))
}

fn write_package(package: &Path, slips: &[Slip<'_>]) -> io::Result<()> {
    fs::create_dir_all(package.join("src"))?;
    let manifest = format!(
        "[package]\nname = \"slips-declarations\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [dependencies]\nwechatpay-client = {{ path = {:?} }}\n\n[workspace]\n",
        Path::new(REPOSITORY).join("runtime")
    );
    fs::write(package.join("Cargo.toml"), manifest)?;
    // The versions of the repository, which are downloaded already.
    fs::copy(
        Path::new(REPOSITORY).join("Cargo.lock"),
        package.join("Cargo.lock"),
    )?;
    let mut source = String::new();
    for (index, slip) in slips.iter().enumerate() {
        let (method, path) = (slip.operation.method, &slip.path);
        writeln!(
            source,
            "mod m{index} {{ #[wechatpay_client::wechatpay_api({method} {path:?})] pub trait Api {{ \
             async fn call(&self) -> wechatpay_client::Result<()>; }} }}"
        )
        .map_err(io::Error::other)?;
    }
    fs::write(package.join("src/lib.rs"), source)
}

/// An error of the compiler.
struct Error {
    /// The library that has the error.
    package: String,
    line: usize,
    message: String,
}

impl Error {
    fn read(line: &str) -> Option<Self> {
        let report: Value = serde_json::from_str(line).ok()?;
        let message = report.get("message")?;
        if message.get("level")? != "error" {
            return None;
        }
        let span = message.get("spans")?.get(0)?;
        Some(Self {
            package: report.get("target")?.get("name")?.as_str()?.to_owned(),
            line: usize::try_from(span.get("line_start")?.as_u64()?).ok()?,
            message: message.get("message")?.as_str()?.to_owned(),
        })
    }
}
