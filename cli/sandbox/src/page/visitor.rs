//! The person who reads the page: the language, and the links that keep it.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use wechatpay_client::gateway::ReceivedRequest;

use crate::request;

/// The parameter of the query that chooses the language.
const PARAMETER: &str = "lang";

/// A language of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Language {
    English,
    Chinese,
}

/// A reader of the page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Visitor {
    pub(super) language: Language,
    /// The query chose the language, so that links must repeat it.
    is_chosen: bool,
}

impl Visitor {
    /// The reader that made a request. The query `lang` precedes the header `Accept-Language`.
    pub(super) fn of(request: &ReceivedRequest) -> Self {
        let chosen = request::query(request, PARAMETER);
        let chosen = chosen.and_then(|tag| Language::of_tag(&tag));
        let accepted = || request.header("accept-language").and_then(preferred);
        let language = chosen.or_else(accepted);
        Self {
            language: language.unwrap_or(Language::English),
            is_chosen: chosen.is_some(),
        }
    }

    /// The text in the language of the reader.
    pub(super) const fn say(self, english: &'static str, chinese: &'static str) -> &'static str {
        match self.language {
            Language::English => english,
            Language::Chinese => chinese,
        }
    }

    /// A link to a path of the page, without a query of its own.
    pub(super) fn link(self, path: &str) -> String {
        match self.is_chosen {
            true => format!("{path}?{PARAMETER}={}", self.language.tag()),
            false => path.to_owned(),
        }
    }

    /// A link to a list that begins below a number.
    pub(super) fn link_before(self, path: &str, number: impl std::fmt::Display) -> String {
        let mut link = self.link(path);
        link.push(if self.is_chosen { '&' } else { '?' });
        format!("{link}before={number}")
    }
}

impl Language {
    pub(super) const ALL: [Self; 2] = [Self::English, Self::Chinese];

    /// The tag in HTML and in `Accept-Language`.
    pub(super) const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Chinese => "zh",
        }
    }

    /// The name of the language in itself.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Chinese => "中文",
        }
    }

    /// The link that chooses the language for a page.
    pub(super) fn link(self, path: &str) -> String {
        format!("{path}?{PARAMETER}={}", self.tag())
    }

    /// The language of a tag such as `zh-CN`.
    fn of_tag(tag: &str) -> Option<Self> {
        let primary = tag.trim().split('-').next().unwrap_or_default();
        let mut languages = Self::ALL.into_iter();
        languages.find(|language| language.tag().eq_ignore_ascii_case(primary))
    }
}

/// The language of a header `Accept-Language` that the reader prefers, the first of equals.
fn preferred(header: &str) -> Option<Language> {
    let mut best: Option<(f32, Language)> = None;
    for range in header.split(',') {
        let (tag, quality) = range.split_once(";q=").unwrap_or((range, "1"));
        let quality: f32 = quality.trim().parse().unwrap_or(0.0);
        let is_better = best.is_none_or(|(known, _)| quality > known);
        if let Some(language) = Language::of_tag(tag).filter(|_| is_better && quality > 0.0) {
            best = Some((quality, language));
        }
    }
    best.map(|(_, language)| language)
}

/// A segment of a path.
pub(super) fn segment(text: &str) -> String {
    utf8_percent_encode(text, NON_ALPHANUMERIC).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_preferred_language_is_the_one_of_the_highest_quality() {
        let cases = [
            ("zh-CN,zh;q=0.9,en;q=0.8", Some(Language::Chinese)),
            ("en-US,en;q=0.9,zh-CN;q=0.8", Some(Language::English)),
            ("en;q=0.3, ZH-tw;q=0.7", Some(Language::Chinese)),
            ("fr, zh;q=0", None),
            ("", None),
        ];
        for (header, language) in cases {
            assert_eq!(preferred(header), language, "{header}");
        }
    }

    #[test]
    fn a_number_with_special_characters_is_one_segment() {
        assert_eq!(segment("a|b*c@d/é"), "a%7Cb%2Ac%40d%2F%C3%A9");
    }
}
