//! Bills (账单) and electronic receipts (电子回单) that one call scripts: the response that describes a file, and
//! the file itself.

use std::io::{self, Write};

use bytes::Bytes;
use flate2::{Compression, write::GzEncoder};
use openssl::symm::{Cipher, encrypt_aead};
use serde_json::{Map, Value, json};

use super::{
    Gateway, context::GatewayContext, received::ReceivedRequest,
    scripted_response::ScriptedResponse,
};
use crate::crypto::{self, Digest, HashAlgorithm, PublicKey, encode_base64};

/// The path of all files; the token in the query selects one.
const PATH: &str = "/v3/billdownload/file";

const TAG_LENGTH: usize = 16;

/// A file to download, before compression and encryption.
#[derive(Clone)]
pub(super) struct BillContent {
    content: Bytes,
    file_key: Option<FileKey>,
}

#[derive(Clone)]
struct FileKey {
    key: String,
    nonce: String,
}

impl Gateway {
    /// Scripts a bill (账单) with one call: the response of `GET path`, such as `/v3/bill/tradebill`, and the file at
    /// the `download_url` of that response. `content` is the file before compression.
    ///
    /// As at WeChat Pay, the file is gzip-compressed if the request has `tar_type=GZIP`, and the hash is the SHA-1 of
    /// the content. A response that you script for `GET /v3/billdownload/file` is sent in place of the file.
    ///
    /// # Panics
    ///
    /// If no request can match `path`: [`respond`](Self::respond) lists the rules.
    #[track_caller]
    pub fn bill(&self, path: &str, content: impl Into<Bytes>) {
        self.script_file(path, HashAlgorithm::Sha1, content.into());
    }

    /// Scripts an electronic receipt (电子回单) with one call: the response of `GET path`, and the file at the
    /// `download_url` of that response. The hash is the SHA-256 of `content`; everything else is as in
    /// [`bill`](Self::bill).
    ///
    /// # Panics
    ///
    /// If no request can match `path`: [`respond`](Self::respond) lists the rules.
    #[track_caller]
    pub fn receipt(&self, path: &str, content: impl Into<Bytes>) {
        self.script_file(path, HashAlgorithm::Sha256, content.into());
    }

    /// Scripts an encrypted bill of several files with one call: the response of `GET path`, which decodes as
    /// [`BillFiles`](crate::BillFiles), and the file at each `download_url` in that response. Each file is encrypted
    /// with a key of its own, which only [`merchant`](Self::merchant) can decrypt.
    ///
    /// # Panics
    ///
    /// If no request can match `path`: [`respond`](Self::respond) lists the rules.
    #[track_caller]
    pub fn encrypted_bill<C: Into<Bytes>>(
        &self,
        path: &str,
        contents: impl IntoIterator<Item = C>,
    ) {
        let merchant = self.keys.merchant.clone();
        let contents = contents.into_iter().map(Into::into);
        let files: Vec<_> = contents
            .map(|content: Bytes| self.add_bill(content, FileKey::generate()))
            .collect();
        self.respond_with("GET", path, move |request| {
            let files = files.iter().zip(1_u64..).map(|((token, file), sequence)| {
                let address = address(*token, request);
                let key = merchant.certificate_key();
                let mut description =
                    file.describe_encrypted(key, HashAlgorithm::Sha1, &address)?;
                description.insert("bill_sequence".to_owned(), json!(sequence));
                Some(description)
            });
            let files: Option<Vec<_>> = files.collect();
            described(files.map(
                |files| json!({ "download_bill_count": files.len(), "download_bill_list": files }),
            ))
        });
    }

    #[track_caller]
    fn script_file(&self, path: &str, hash: HashAlgorithm, content: Bytes) {
        let (token, file) = self.add_bill(content, None);
        self.respond_with("GET", path, move |request| {
            let description = file.describe(hash, &address(token, request));
            described(description.map(Value::Object))
        });
    }

    /// Keeps a file for its download, and returns its token and a copy.
    fn add_bill(&self, content: Bytes, file_key: Option<FileKey>) -> (usize, BillContent) {
        add(&self.context, BillContent { content, file_key })
    }
}

/// Serves a file of known operations, and makes its description true. `None` if OpenSSL fails.
pub(super) fn serve(
    context: &GatewayContext,
    request: &ReceivedRequest,
    description: &mut Map<String, Value>,
    content: Bytes,
) -> Option<()> {
    let hash = match description.get("hash_type").and_then(Value::as_str) {
        Some("SHA256") => HashAlgorithm::Sha256,
        Some("SM3") => HashAlgorithm::Sm3,
        _ => HashAlgorithm::Sha1,
    };
    let is_encrypted = description.contains_key("encrypt_key");
    let (token, file) = find_or_add(context, content, is_encrypted)?;
    let address = address(token, request);
    let stated = match is_encrypted {
        true => file.describe_encrypted(context.sender(request).certificate_key(), hash, &address),
        false => file.describe(hash, &address),
    };
    for (name, value) in stated? {
        if name == "download_url" || description.contains_key(&name) {
            description.insert(name, value);
        }
    }
    Some(())
}

/// The token of a file, which is kept once however often its description is sent.
fn find_or_add(
    context: &GatewayContext,
    content: Bytes,
    is_encrypted: bool,
) -> Option<(usize, BillContent)> {
    let is_it =
        |file: &BillContent| file.content == content && file.file_key.is_some() == is_encrypted;
    let known = context.state().bills.iter().position(is_it);
    if let Some(token) = known {
        return Some((token, context.state().bills.get(token)?.clone()));
    }
    let file_key = match is_encrypted {
        true => Some(FileKey::generate()?),
        false => None,
    };
    Some(add(context, BillContent { content, file_key }))
}

/// Keeps a file for its download, and returns its token and a copy.
fn add(context: &GatewayContext, file: BillContent) -> (usize, BillContent) {
    let mut state = context.state();
    state.bills.push(file.clone());
    (state.bills.len() - 1, file)
}

/// The token of the file that a request asks for.
pub(super) fn token(request: &ReceivedRequest) -> Option<usize> {
    if (request.method(), request.path()) != ("GET", PATH) {
        return None;
    }
    request.query("token")?.parse().ok()
}

fn address(token: usize, request: &ReceivedRequest) -> String {
    let gzip = match request.query("tar_type") {
        Some("GZIP") => "&tartype=gzip",
        _ => "",
    };
    format!("{}{PATH}?token={token}{gzip}", request.origin())
}

fn described(description: Option<Value>) -> ScriptedResponse {
    description.map_or_else(failure, ScriptedResponse::ok)
}

fn failure() -> ScriptedResponse {
    ScriptedResponse::error(500, "SYSTEM_ERROR", "OpenSSL fails")
}

impl BillContent {
    /// The response to a request for the file.
    pub(super) fn response(&self, request: &ReceivedRequest) -> ScriptedResponse {
        let gzip = request.query("tartype") == Some("gzip");
        self.bytes(gzip)
            .map_or_else(failure, ScriptedResponse::file)
    }

    fn describe(&self, algorithm: HashAlgorithm, address: &str) -> Option<Map<String, Value>> {
        let mut hash = Digest::new(algorithm).ok()?;
        hash.update(&self.content).ok()?;
        let hash_type = match algorithm {
            HashAlgorithm::Sha1 => "SHA1",
            HashAlgorithm::Sha256 => "SHA256",
            HashAlgorithm::Sm3 => "SM3",
        };
        let members = [
            ("hash_type", hash_type.to_owned()),
            // As WeChat Pay writes it. Programs compare it with the digits that their language prints.
            ("hash_value", hash.finish().ok()?.to_ascii_lowercase()),
            ("download_url", address.to_owned()),
        ];
        let members = members.into_iter();
        Some(
            members
                .map(|(name, text)| (name.to_owned(), text.into()))
                .collect(),
        )
    }

    /// As [`describe`](Self::describe), with the key of the file encrypted for the merchant.
    fn describe_encrypted(
        &self,
        merchant: &PublicKey,
        algorithm: HashAlgorithm,
        address: &str,
    ) -> Option<Map<String, Value>> {
        let file_key = self.file_key.as_ref()?;
        let key = merchant.encrypt(file_key.key.as_bytes()).ok()?;
        let mut members = self.describe(algorithm, address)?;
        members.insert("encrypt_key".to_owned(), json!(encode_base64(&key)));
        members.insert("nonce".to_owned(), json!(file_key.nonce));
        Some(members)
    }

    /// The file as it is downloaded: compressed if `gzip`, then encrypted if the file has a key.
    fn bytes(&self, gzip: bool) -> Option<Bytes> {
        let content = match gzip {
            true => gzip_compress(&self.content).ok()?.into(),
            false => self.content.clone(),
        };
        match &self.file_key {
            Some(file_key) => file_key.encrypt(&content),
            None => Some(content),
        }
    }
}

impl FileKey {
    fn generate() -> Option<Self> {
        Some(Self {
            // The nonce has 32 ASCII characters, the length of a key.
            key: crypto::nonce().ok()?,
            nonce: crypto::nonce().ok()?,
        })
    }

    fn encrypt(&self, content: &[u8]) -> Option<Bytes> {
        let mut tag = [0; TAG_LENGTH];
        let nonce = Some(self.nonce.as_bytes());
        let (cipher, key) = (Cipher::aes_256_gcm(), self.key.as_bytes());
        let mut encrypted = encrypt_aead(cipher, key, nonce, &[], content, &mut tag).ok()?;
        encrypted.extend_from_slice(&tag);
        Some(encrypted.into())
    }
}

fn gzip_compress(content: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(content)?;
    encoder.finish()
}
