//! Descriptions of files to download, as signed responses hold them: address, hash and encryption.

use std::fmt;

use serde::Deserialize;

use crate::{json::Object, verify::excerpt};

/// The most of an address that `Debug` shows, in characters.
const ADDRESS_LIMIT: usize = 256;

/// The description of a file to download: its address and hash. A `BillFile` is the response of
/// `GET /v3/bill/tradebill`, `/v3/bill/fundflowbill` and similar operations, or an element of [`BillFiles`].
///
/// Bills (账单) and electronic receipts (电子回单) are described by the same three fields, `hash_type`, `hash_value`
/// and `download_url`. The address expires after five minutes. Pass the `BillFile` to
/// [`Client::download`](crate::Client::download), which checks the hash.
///
/// ```
/// use wechatpay_client::BillFile;
///
/// let bill: BillFile = serde_json::from_str(
///     r#"{
///         "hash_type": "SHA1",
///         "hash_value": "79bb0f45fc4c42234a918000b2668d689e2bde04",
///         "download_url": "https://api.mch.weixin.qq.com/v3/billdownload/file?token=xxx&tartype=gzip"
///     }"#,
/// )?;
/// assert_eq!(bill.hash_type(), "SHA1");
/// assert!(bill.is_gzipped() && !bill.is_encrypted());
/// # Ok::<_, serde_json::Error>(())
/// ```
#[derive(Clone, Deserialize)]
#[serde(try_from = "Object<BillFileJson>")]
pub struct BillFile {
    download_url: String,
    hash_type: String,
    hash_value: String,
    sequence: Option<u64>,
    pub(super) encryption: Option<Encryption>,
    gzip: bool,
}

/// The key and the nonce of an encrypted file.
#[derive(Clone)]
pub(super) struct Encryption {
    pub(super) encrypt_key: String,
    pub(super) nonce: String,
}

impl BillFile {
    /// The address of the file (`download_url`).
    #[must_use]
    pub fn download_url(&self) -> &str {
        &self.download_url
    }

    /// The algorithm of the file's hash (`hash_type`): `SHA1` for bills, `SHA256` for receipts.
    #[must_use]
    pub fn hash_type(&self) -> &str {
        &self.hash_type
    }

    /// The hash of the file after decryption and decompression (`hash_value`), in hexadecimal.
    #[must_use]
    pub fn hash_value(&self) -> &str {
        &self.hash_value
    }

    /// The number of this file within its bill (`bill_sequence`). `None` if the description has no number. Every file of
    /// a [`BillFiles`] has one, even a single file.
    #[must_use]
    pub fn sequence(&self) -> Option<u64> {
        self.sequence
    }

    /// `true` if the file is encrypted: the description has an `encrypt_key`.
    #[must_use]
    pub fn is_encrypted(&self) -> bool {
        self.encryption.is_some()
    }

    /// `true` if the file is gzip-compressed: its address has `tartype=gzip`, or [`with_gzip`](Self::with_gzip)
    /// was called.
    #[must_use]
    pub fn is_gzipped(&self) -> bool {
        self.gzip
    }

    /// Marks the file as gzip-compressed, so that the download decompresses the file. Needed only if the request had
    /// `tar_type=GZIP` and the `download_url` lacks `tartype=gzip`.
    #[must_use]
    pub fn with_gzip(mut self) -> Self {
        self.gzip = true;
        self
    }
}

impl fmt::Debug for BillFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BillFile")
            .field("download_url", &without_secrets(&self.download_url))
            .field("hash_type", &excerpt(self.hash_type.as_bytes()))
            .field("hash_value", &excerpt(self.hash_value.as_bytes()))
            .field("sequence", &self.sequence)
            .field("encrypted", &self.is_encrypted())
            .field("gzipped", &self.gzip)
            .finish()
    }
}

/// The files of an encrypted bill: the response of `GET /v3/bill/sub-merchant-fundflowbill`,
/// `/v3/ecommerce/bill/fundflowbill` and `/v3/payscore/merchant-bill`.
///
/// ```
/// use wechatpay_client::{BillFiles, Client, Result};
///
/// async fn save_all(client: &Client, bill: &BillFiles) -> Result<()> {
///     for (file, number) in bill.files().iter().zip(1..) {
///         Client::download(&client, file).await?.save(format!("bill-{number}.csv")).await?;
///     }
///     Ok(())
/// }
/// ```
#[derive(Clone, Debug, Deserialize)]
#[serde(try_from = "Object<BillFilesJson>")]
pub struct BillFiles(Vec<BillFile>);

impl BillFiles {
    /// The files of the bill in the order of their numbers (`bill_sequence`, 账单文件序号). The bill is the contents of
    /// all files, joined in this order.
    ///
    /// The list is complete: a response whose files are fewer than its `download_bill_count`, or are not numbered
    /// from 1 or 0 without a gap or a repetition, fails to decode.
    #[must_use]
    pub fn files(&self) -> &[BillFile] {
        &self.0
    }
}

/// The JSON form of [`BillFile`].
#[derive(Deserialize)]
#[cfg_attr(feature = "testing", derive(serde::Serialize))]
struct BillFileJson {
    download_url: String,
    hash_type: String,
    hash_value: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    bill_sequence: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    encrypt_key: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    nonce: Option<String>,
}

impl TryFrom<Object<BillFileJson>> for BillFile {
    type Error = &'static str;

    fn try_from(Object(file): Object<BillFileJson>) -> Result<Self, Self::Error> {
        let encryption = match (file.encrypt_key, file.nonce) {
            (Some(encrypt_key), Some(nonce)) => Some(Encryption { encrypt_key, nonce }),
            (None, None) => None,
            _ => return Err("an encrypted file needs both encrypt_key and nonce"),
        };
        Ok(Self {
            gzip: has_gzip_parameter(&file.download_url),
            download_url: file.download_url,
            hash_type: file.hash_type,
            hash_value: file.hash_value,
            sequence: file.bill_sequence,
            encryption,
        })
    }
}

/// As in a response, for gateways and mocks.
#[cfg(feature = "testing")]
impl serde::Serialize for BillFile {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let encryption = self.encryption.as_ref();
        let json = BillFileJson {
            download_url: self.download_url.clone(),
            hash_type: self.hash_type.clone(),
            hash_value: self.hash_value.clone(),
            bill_sequence: self.sequence,
            encrypt_key: encryption.map(|encryption| encryption.encrypt_key.clone()),
            nonce: encryption.map(|encryption| encryption.nonce.clone()),
        };
        json.serialize(serializer)
    }
}

/// As in a response, for gateways and mocks.
#[cfg(feature = "testing")]
impl serde::Serialize for BillFiles {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let json = BillFilesJson {
            download_bill_count: self.0.len() as u64,
            download_bill_list: (!self.0.is_empty()).then(|| self.0.clone()),
        };
        json.serialize(serializer)
    }
}

/// The JSON form of [`BillFiles`]. An empty list is absent.
#[derive(Deserialize)]
#[cfg_attr(feature = "testing", derive(serde::Serialize))]
struct BillFilesJson {
    download_bill_count: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    download_bill_list: Option<Vec<BillFile>>,
}

impl TryFrom<Object<BillFilesJson>> for BillFiles {
    type Error = String;

    fn try_from(Object(list): Object<BillFilesJson>) -> Result<Self, Self::Error> {
        let mut files = list.download_bill_list.unwrap_or_default();
        if files.len() as u64 != list.download_bill_count {
            return Err(format!(
                "download_bill_count is {}, and the list has {}",
                list.download_bill_count,
                files.len()
            ));
        }
        files.sort_by_key(BillFile::sequence);
        let first = files.first().and_then(BillFile::sequence);
        for (file, expected) in files.iter().zip(first.unwrap_or(1).min(1)..) {
            let number = file
                .sequence
                .ok_or("a file of the list has no bill_sequence")?;
            if number != expected {
                return Err(format!(
                    "bill_sequence must count up from 1 without a gap, and {number} is in the place of {expected}"
                ));
            }
        }
        Ok(Self(files))
    }
}

fn has_gzip_parameter(url: &str) -> bool {
    let query = url.split_once('?').map_or("", |(_, query)| query);
    query.split('&').any(|pair| {
        pair.split_once('=')
            .is_some_and(|(name, value)| name == "tartype" && value.eq_ignore_ascii_case("gzip"))
    })
}

/// The beginning of an address without its query, which holds a token, and without user and password.
fn without_secrets(url: &str) -> String {
    let address = url.split(['?', '#']).next().unwrap_or_default();
    let (scheme, rest) = address.split_once("://").unwrap_or(("", address));
    let (authority, path) = match rest.split_once('/') {
        Some((authority, path)) => (authority, path),
        None => (rest, ""),
    };
    let host = authority.rsplit('@').next().unwrap_or_default();
    let address = format!("{scheme}://{host}/{path}");
    address.chars().take(ADDRESS_LIMIT).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(feature = "testing")]
    #[test]
    fn the_description_of_a_file_serializes_as_in_the_response() {
        let file = r#"{"download_url":"https://h/f","hash_type":"SHA1","hash_value":"ab"}"#;
        let read: BillFile = serde_json::from_str(file).unwrap();
        assert_eq!(serde_json::to_string(&read).unwrap(), file);
        let list = r#"{"download_bill_count":1,"download_bill_list":[{"download_url":"https://h/f","hash_type":"SHA1","hash_value":"ab","bill_sequence":1,"encrypt_key":"k","nonce":"n"}]}"#;
        let read: BillFiles = serde_json::from_str(list).unwrap();
        assert_eq!(serde_json::to_string(&read).unwrap(), list);
    }

    #[test]
    fn only_the_parameter_tartype_marks_a_gzip_file() {
        for (url, expected) in [
            ("https://h/f?tartype=gzip", true),
            ("https://h/f?token=a&tartype=GZIP&x", true),
            ("https://h/f", false),
            ("https://h/tartype=gzip", false),
            ("https://h/f?tartype", false),
            ("https://h/f?tartype=", false),
            ("https://h/f?tartype=zip", false),
            ("https://h/f?tartype=tartype", false),
            ("https://h/f?gzip=gzip", false),
            ("https://h/f?gzip=tartype", false),
            ("https://h/f?tar_type=gzip", false),
            ("https://h/f?mytartype=gzip", false),
            ("https://h/f?tartype=gzip2", false),
        ] {
            assert_eq!(has_gzip_parameter(url), expected, "{url}");
        }
    }
}
