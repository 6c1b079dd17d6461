//! The APIv3 key (APIv3密钥) of the settings: in a file, or else in the environment.

use std::{fmt::Display, path::Path};

use wechatpay_client::ApiV3Key;

use crate::{
    content::{self, content_name, contrast},
    failure::{Failure, Result},
    file,
};

/// The environment variable with the key itself.
pub(crate) const VARIABLE: &str = "WECHATPAY_API_V3_KEY";

const CURE: &str = "copy all 32 characters, without blanks, as they were set at 商户平台 → 账户中心 → API安全 → APIv3密钥";

/// Reads the key in a file.
pub(crate) fn of_file(path: &Path) -> Result<ApiV3Key> {
    let content = file::read_option("api-v3-key-file", path)?;
    let failure = |problem: &dyn Display| {
        let place = format!("--api-v3-key-file {}", path.display());
        Failure::configuration(format!("{place}: {problem}")).cure(CURE)
    };
    if let Some(contrast) = other_content(&content) {
        return Err(failure(&format!("the file is {contrast}")));
    }
    match text(content) {
        Some(text) => key(&text).map_err(|problem| failure(&problem)),
        None => Err(failure(&"the file is no text in UTF-8")),
    }
}

/// Makes the key of the value of [`VARIABLE`].
pub(crate) fn of_variable(value: &str) -> Result<ApiV3Key> {
    let failure =
        |problem: &dyn Display| Failure::configuration(format!("{VARIABLE}: {problem}")).cure(CURE);
    if let Some(contrast) = other_content(value.as_bytes()) {
        return Err(failure(&format!("the value is {contrast}")));
    }
    key(value).map_err(|problem| failure(&problem))
}

/// The text of a file of one line, to compare with other values. `None` if there is none.
pub(crate) fn text_of_file(path: &Path) -> Option<String> {
    text(file::read(path).ok()?)
}

fn text(content: Vec<u8>) -> Option<String> {
    let text = file::text(content)?;
    Some(text.trim_end_matches(['\r', '\n']).to_owned())
}

/// Contrasts a content that is known, and no APIv3 key, with the key.
fn other_content(content: &[u8]) -> Option<String> {
    let name = content_name(content)?;
    (name != content::API_V3_KEY).then(|| contrast(content, "the APIv3 key (APIv3密钥)"))
}

fn key(text: &str) -> Result<ApiV3Key, String> {
    let is_blank = |c: char| c.is_whitespace() || c == '\u{feff}';
    if text.starts_with(is_blank) || text.ends_with(is_blank) {
        return Err("the APIv3 key has a blank before or after it".to_owned());
    }
    ApiV3Key::new(text).map_err(|error| error.to_string())
}
