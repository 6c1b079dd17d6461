//! Keys and certificates in the forms that users have, decoded to DER.
//!
//! PEM text comes from files, environment variables and configuration. The text may have the line breaks of any
//! system, `\n` escapes instead of line breaks, or everything in one line. The text may be quoted, follow a byte
//! order mark, or be in UTF-16. The text may be base64 without the `-----BEGIN …-----` and `-----END …-----` lines,
//! or be encoded in base64 once more. PKCS#12 files may be in base64, too.

use base64::{
    Engine, alphabet,
    engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig},
};
use zeroize::Zeroizing;

use super::{der::Kind, key_error::KeyErrorKind};

const BEGIN: &[u8] = b"-----BEGIN ";
const END: &[u8] = b"-----END ";
const DASHES: &[u8] = b"-----";

/// The `=` at the end may be missing: it is easily lost when a key is copied by hand.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// The key or certificate that the caller needs.
#[derive(Clone, Copy)]
pub(super) struct Expected {
    /// The name in error messages.
    pub(super) name: &'static str,
    /// The labels of its PEM blocks.
    pub(super) labels: &'static [&'static str],
    pub(super) kinds: &'static [Kind],
}

/// Reads the first `expected` key or certificate in `text` as DER. Otherwise the error names what the text has
/// instead.
pub(super) fn read(
    text: &[u8],
    expected: Expected,
) -> Result<(Kind, Zeroizing<Vec<u8>>), KeyErrorKind> {
    if is_utf_16(text) {
        return read(&ascii_of_utf_16(text), expected);
    }
    if find(text, BEGIN).is_some() {
        return from_blocks(text, expected);
    }
    if let Some(kind) = Kind::of(text) {
        expect(kind, expected)?;
        return Ok((kind, Zeroizing::new(text.to_vec())));
    }
    let bytes = decode(text).ok_or(KeyErrorKind::NotPem)?;
    if bytes.starts_with(BEGIN) {
        return from_blocks(&bytes, expected);
    }
    // Base64 that is not a single DER value is more likely not a key at all.
    let kind = Kind::of(&bytes).ok_or(KeyErrorKind::NotPem)?;
    expect(kind, expected)?;
    Ok((kind, bytes))
}

/// True for a byte order mark of UTF-16, which PowerShell writes.
fn is_utf_16(text: &[u8]) -> bool {
    text.starts_with(&[0xFF, 0xFE]) || text.starts_with(&[0xFE, 0xFF])
}

/// Extracts the ASCII characters of UTF-16: each has one zero byte.
fn ascii_of_utf_16(text: &[u8]) -> Zeroizing<Vec<u8>> {
    let mut ascii = Zeroizing::new(Vec::with_capacity(text.len()));
    ascii.extend(
        text.iter()
            .copied()
            .filter(|byte| byte.is_ascii() && *byte != 0),
    );
    ascii
}

fn from_blocks(
    text: &[u8],
    expected: Expected,
) -> Result<(Kind, Zeroizing<Vec<u8>>), KeyErrorKind> {
    let mut first = None;
    let mut rest = text;
    while let Some(block) = Block::next(&mut rest) {
        if expected
            .labels
            .iter()
            .any(|label| label.as_bytes() == block.label)
        {
            return block.decode(expected);
        }
        first.get_or_insert(block.label);
    }
    Err(wrong_block(first.unwrap_or_default(), expected.name))
}

/// A block of PEM text.
struct Block<'a> {
    label: &'a [u8],
    /// `None` if the block does not end.
    body: Option<&'a [u8]>,
}

impl<'a> Block<'a> {
    /// Finds the next block. `text` becomes everything after the first line of the block.
    fn next(text: &mut &'a [u8]) -> Option<Self> {
        let (_, after_begin) = split_once(text, BEGIN)?;
        let (label, rest_of_text) = split_once(after_begin, DASHES).unwrap_or((after_begin, b""));
        *text = rest_of_text;
        let body = split_once(rest_of_text, END).and_then(|(body, end)| {
            let is_same_label = end.strip_prefix(label)?.starts_with(DASHES);
            is_same_label.then_some(body)
        });
        Some(Self { label, body })
    }

    fn decode(&self, expected: Expected) -> Result<(Kind, Zeroizing<Vec<u8>>), KeyErrorKind> {
        let body = self.body.ok_or(KeyErrorKind::Malformed)?;
        // PKCS#1 says inside the block that it is encrypted.
        if find(body, b"Proc-Type: 4,ENCRYPTED").is_some() {
            return Err(KeyErrorKind::Encrypted);
        }
        let der = decode(body).ok_or(KeyErrorKind::Malformed)?;
        // The content counts, not the label: users also put labels around base64 by hand.
        let kind = Kind::of(&der).ok_or(KeyErrorKind::Malformed)?;
        expect(kind, expected)?;
        Ok((kind, der))
    }
}

/// Decodes base64, ignoring white space, line breaks, their escapes, quotes and all non-ASCII bytes.
pub(super) fn decode(text: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    // Allocated at its final size, because a growing buffer leaves copies behind.
    let mut base64 = Zeroizing::new(Vec::with_capacity(text.len()));
    let mut escaped = false;
    for &byte in text {
        match byte {
            b'\\' => escaped = true,
            b'n' | b'r' | b't' if escaped => escaped = false,
            b'"' | b'\'' => escaped = false,
            byte if byte.is_ascii_whitespace() => escaped = false,
            // Byte order marks, and the spaces and quotes of web pages and chats.
            0x80.. => escaped = false,
            byte => {
                escaped = false;
                base64.push(byte);
            }
        }
    }
    let mut bytes = Zeroizing::new(vec![0; base64.len()]);
    let length = BASE64.decode_slice(&*base64, &mut bytes).ok()?;
    bytes.truncate(length);
    Some(bytes)
}

fn expect(kind: Kind, expected: Expected) -> Result<(), KeyErrorKind> {
    if expected.kinds.contains(&kind) {
        return Ok(());
    }
    Err(match kind {
        Kind::EncryptedPrivateKey if expected.name == PRIVATE_KEY => KeyErrorKind::Encrypted,
        Kind::EcPrivateKey if expected.name == PRIVATE_KEY => KeyErrorKind::NotRsa,
        _ => KeyErrorKind::Unexpected {
            found: kind.name(),
            expected: expected.name,
        },
    })
}

pub(super) const PRIVATE_KEY: &str = "private key";

/// The error for a block of the wrong label.
fn wrong_block(label: &[u8], expected: &'static str) -> KeyErrorKind {
    match label {
        b"ENCRYPTED PRIVATE KEY" if expected == PRIVATE_KEY => KeyErrorKind::Encrypted,
        b"EC PRIVATE KEY" | b"DSA PRIVATE KEY" if expected == PRIVATE_KEY => KeyErrorKind::NotRsa,
        _ => KeyErrorKind::Unexpected {
            found: label_name(label),
            expected,
        },
    }
}

fn label_name(label: &[u8]) -> &'static str {
    match label {
        b"CERTIFICATE" => "certificate",
        b"CERTIFICATE REQUEST" => "certificate request",
        b"PUBLIC KEY" | b"RSA PUBLIC KEY" => "public key",
        b"PRIVATE KEY" | b"RSA PRIVATE KEY" | b"EC PRIVATE KEY" => PRIVATE_KEY,
        _ if label.ends_with(b"PRIVATE KEY") => "private key of another format",
        _ => "PEM block of another kind",
    }
}

fn find(text: &[u8], word: &[u8]) -> Option<usize> {
    text.windows(word.len()).position(|window| window == word)
}

/// The text before the first `word`, and the text after it.
fn split_once<'a>(text: &'a [u8], word: &[u8]) -> Option<(&'a [u8], &'a [u8])> {
    let at = find(text, word)?;
    Some((text.get(..at)?, text.get(at + word.len()..)?))
}
