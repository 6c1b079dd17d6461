//! `wechatpay certificates`: downloads the platform certificates, shows and saves them.

use std::{
    fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use clap::Args;
use serde::Serialize;
use wechatpay_client::{
    Client, Error, ErrorKind, PlatformCertificates,
    error::{CertificateListErrorKind, CertificatesErrorKind},
};

use crate::{
    certificate::Certificate,
    failure::{Exit, Failure, Result},
    output::{GREEN, Output, RED, Report, YELLOW, table, write_table},
    overwrite::OverwriteArguments,
    settings::Settings,
};

/// The file with the list in the form of the library: JSON after a line with its MAC, so no JSON file.
const SAVED: &str = "certificates.saved";
/// WeChat Pay issues the next certificate this many days before one expires, or earlier.
const FEW_DAYS: i64 = 30;

#[derive(Debug, Args)]
#[command(after_help = "\
The certificates are decrypted with the APIv3 key (APIv3密钥), and the signature of the list is verified.

Examples:
  wechatpay certificates
  wechatpay certificates --save platform-certificates
  wechatpay certificates --output json | jq -r '.certificates[].serial_no'")]
pub(crate) struct CertificatesArguments {
    /// Save each certificate as SERIAL_NO.pem in a folder, and the list as certificates.saved for wechatpay-client
    #[arg(long, value_name = "FOLDER")]
    save: Option<PathBuf>,

    #[command(flatten)]
    overwrite: OverwriteArguments,
}

#[derive(Debug, Serialize)]
struct CertificatesReport {
    certificates: Vec<Downloaded>,
    /// The list in the form of the library.
    #[serde(skip_serializing_if = "Option::is_none")]
    saved: Option<PathBuf>,
}

#[derive(Debug, Serialize)]
struct Downloaded {
    #[serde(flatten)]
    certificate: Certificate,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<PathBuf>,
}

pub(crate) async fn run(
    arguments: &CertificatesArguments,
    settings: &Settings,
    output: &Output,
) -> Result<Exit> {
    let certificates = PlatformCertificates::downloading(settings.needed_api_v3_key()?);
    if let Some(folder) = &arguments.save {
        arguments.overwrite.check(&folder.join(SAVED))?;
    }
    let client = settings.client_downloading(&certificates)?;
    let download = Client::refresh_certificates(&client).await;
    download.map_err(with_cures)?;
    let mut listed = certificates
        .to_pem()
        .into_iter()
        .map(|pem| match Certificate::from_pem(&pem) {
            Some(certificate) => Ok((pem, certificate)),
            None => Err(Failure::configuration(
                "OpenSSL cannot read a platform certificate",
            )),
        })
        .collect::<Result<Vec<_>>>()?;
    listed.sort_by_key(|(_, certificate)| -certificate.days_left);
    let folder = arguments.save.as_deref();
    let overwrite = arguments.overwrite;
    if let Some(folder) = folder {
        // All files before the first is written, so that no half of them is saved.
        for (_, certificate) in &listed {
            overwrite.check(&pem_path(folder, certificate))?;
        }
    }
    let saved = folder.map(|folder| save_list(folder, &certificates, overwrite));
    let report = CertificatesReport {
        saved: saved.transpose()?.flatten(),
        certificates: listed
            .into_iter()
            .map(|(pem, certificate)| Downloaded::new(&pem, certificate, folder, overwrite))
            .collect::<Result<_>>()?,
    };
    output.report(&report)?;
    Ok(Exit::Success)
}

impl Downloaded {
    /// Saves the certificate, if there is a folder.
    fn new(
        pem: &[u8],
        certificate: Certificate,
        folder: Option<&Path>,
        overwrite: OverwriteArguments,
    ) -> Result<Self> {
        let path = folder.map(|folder| pem_path(folder, &certificate));
        if let Some(path) = &path {
            write(path, pem, overwrite)?;
        }
        Ok(Self { certificate, path })
    }
}

impl Report for CertificatesReport {
    fn write_text(&self, out: &mut dyn io::Write) -> io::Result<()> {
        let mut table = table(["serial_no", "holder", "from", "until", "days left"]);
        for Downloaded { certificate, .. } in &self.certificates {
            let Certificate {
                serial_no,
                holder,
                not_before,
                not_after,
                days_left,
                ..
            } = certificate;
            let holder = holder.as_deref().unwrap_or_default();
            table.add_row([
                serial_no,
                holder,
                not_before,
                not_after,
                &days_left.to_string(),
            ]);
        }
        write_table(out, table, 1)?;
        for Downloaded { certificate, .. } in &self.certificates {
            let serial_no = &certificate.serial_no;
            if certificate.has_expired() {
                writeln!(out, "{RED}{serial_no} has expired{RED:#}")?;
            } else if certificate.days_left < FEW_DAYS {
                writeln!(out, "{YELLOW}{serial_no} expires soon{YELLOW:#}")?;
            }
        }
        let paths = self
            .certificates
            .iter()
            .filter_map(|listed| listed.path.as_ref());
        for path in paths.chain(&self.saved) {
            writeln!(out, "{GREEN}saved{GREEN:#} {}", path.display())?;
        }
        Ok(())
    }
}

/// Saves the list in the form of the library, and returns its path.
fn save_list(
    folder: &Path,
    certificates: &PlatformCertificates,
    overwrite: OverwriteArguments,
) -> Result<Option<PathBuf>> {
    fs::create_dir_all(folder).map_err(|error| Failure::file(folder, "create", &error))?;
    let Some(list) = certificates.save() else {
        return Ok(None);
    };
    let path = folder.join(SAVED);
    write(&path, &list, overwrite)?;
    Ok(Some(path))
}

fn pem_path(folder: &Path, certificate: &Certificate) -> PathBuf {
    folder.join(format!("{}.pem", certificate.serial_no))
}

/// Writes a file that is whole or not there.
fn write(path: &Path, content: &[u8], overwrite: OverwriteArguments) -> Result<()> {
    let folder = path.parent().unwrap_or_else(|| Path::new("."));
    let written = tempfile::NamedTempFile::new_in(folder).and_then(|mut file| {
        file.write_all(content)?;
        Ok(file)
    });
    let file = written.map_err(|error| Failure::file(path, "write", &error))?;
    overwrite.persist(file, path)
}

/// The failure of a download, with the steps to mend it.
fn with_cures(error: Error) -> Failure {
    let cures: &[&str] = match error.kind() {
        ErrorKind::Certificates(error) => match error.kind() {
            CertificatesErrorKind::NotIssued => &[
                "this merchant is served with the WeChat Pay public key (微信支付公钥): no certificates are needed",
                "download `pub_key.pem` on the merchant platform (商户平台, 账户中心 → API安全), and give --public-key and --public-key-id",
            ],
            CertificatesErrorKind::Rejected(CertificateListErrorKind::DecryptFailed) => &[
                "if nobody knows the key, set a new one on the merchant platform (商户平台, 账户中心 → API安全); every program then needs the new one",
            ],
            CertificatesErrorKind::Rejected(CertificateListErrorKind::Unverified(_)) => &[
                "the list is not signed by a key of WeChat Pay that this merchant trusts: check --public-key, --base-url and --proxy",
            ],
            _ => &[],
        },
        _ => &[],
    };
    let is_key_wrong = is_key_wrong(error.kind());
    let failure = Failure::from(error);
    let failure = match is_key_wrong {
        true => failure.with_exit(Exit::Configuration),
        false => failure,
    };
    cures
        .iter()
        .fold(failure, |failure, cure| failure.cure(*cure))
}

/// Tests if WeChat Pay responded, and a key of this merchant's settings does not fit the response.
fn is_key_wrong(kind: &ErrorKind) -> bool {
    use CertificateListErrorKind::{DecryptFailed, Unverified};
    let ErrorKind::Certificates(error) = kind else {
        return false;
    };
    matches!(
        error.kind(),
        CertificatesErrorKind::Rejected(DecryptFailed | Unverified(_))
    )
}
