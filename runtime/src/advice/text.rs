//! The search for known texts in a message, which ignores white space, the case of Latin letters, `_`, quotes, colons,
//! commas and the width of other punctuation.

/// Quotes, colons and commas, which people and programs write in every form.
const IGNORED: &str = "\"'`“”‘’「」:：,，、;；";

/// A text in the form of the search.
pub(super) struct Text {
    chars: Vec<char>,
    /// Tells for each character if something was left out before it.
    gaps: Vec<bool>,
}

impl Text {
    pub(super) fn new(text: &str) -> Self {
        let mut normal = Self {
            chars: Vec::with_capacity(text.len()),
            gaps: Vec::with_capacity(text.len()),
        };
        let mut gap = false;
        for c in text.chars() {
            if c.is_whitespace() || c.is_control() || IGNORED.contains(c) {
                gap = true;
                continue;
            }
            if c == '_' {
                continue;
            }
            normal.chars.push(narrow(c));
            normal.gaps.push(gap);
            gap = false;
        }
        normal
    }

    /// The first character, with which an index finds the text.
    pub(super) fn first(&self) -> Option<char> {
        self.chars.first().copied()
    }

    pub(super) fn len(&self) -> usize {
        self.chars.len()
    }

    /// Tests if a longer text has this text as a part.
    pub(super) fn is_part_of(&self, other: &Self) -> bool {
        let mut starts = 0..=other.len().saturating_sub(self.len());
        self.len() < other.len() && starts.any(|start| other.end_at(start, self).is_some())
    }

    /// The characters, each with its place.
    pub(super) fn places(&self) -> impl Iterator<Item = (usize, char)> + '_ {
        self.chars.iter().copied().enumerate()
    }

    /// The end of `words`, if they are at this place. A Latin word or a number is found only as a whole.
    pub(super) fn end_at(&self, start: usize, words: &Self) -> Option<usize> {
        let end = start + words.chars.len();
        let is_here = self.chars.get(start..end)? == words.chars;
        (is_here && !self.is_inside_word(start) && !self.is_inside_word(end)).then_some(end)
    }

    /// Tests if the place is between two Latin letters or digits of one word.
    fn is_inside_word(&self, place: usize) -> bool {
        let is_word = |c: Option<&char>| c.is_some_and(char::is_ascii_alphanumeric);
        let before = place.checked_sub(1).and_then(|index| self.chars.get(index));
        let has_gap = self.gaps.get(place).copied().unwrap_or(true);
        is_word(before) && is_word(self.chars.get(place)) && !has_gap
    }
}

/// A character in lower case, and punctuation in its ASCII form.
fn narrow(c: char) -> char {
    match c {
        '。' => '.',
        // The block of full-width forms has the order of ASCII.
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0)
            .unwrap_or(c)
            .to_ascii_lowercase(),
        _ => c.to_ascii_lowercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_found_in_every_form() {
        for case in [
            ("订单已支付", "该订单已支付", false),
            ("该 订单 已支付。", "订单已支付", true),
            (
                "请求重入时,参数与首次请求时不一致",
                "请求重入时，参数与首次请求时不一致",
                true,
            ),
            ("appid和mchid不匹配", "appid和mch_id不匹配", true),
            ("APPID和MCH_ID不匹配", "appid和mch_id不匹配", true),
            (
                "errMsg: launchApplication:fail (x)",
                "launchApplication:fail",
                true,
            ),
            ("errcode=-1", "errcode=-1", true),
            ("errcode=-10", "errcode=-1", false),
            ("errcode=-1 0", "errcode=-1", true),
            ("xappid is invalid", "appid is invalid", false),
            (
                "缺少参数'组织机构代码证照片'，必填",
                "参数组织机构代码证照片",
                true,
            ),
            (
                "调用支付JSAPI缺少参数: total_fee",
                "JSAPI缺少参数total_fee",
                true,
            ),
            ("JSAPI缺少参数：total_fee", "jsapi 缺少参数:total_fee", true),
            ("fail:1", "fail:10", false),
            ("", "x", false),
        ] {
            let (text, words, found) = case;
            let (text, words) = (Text::new(text), Text::new(words));
            let is_found = text
                .places()
                .any(|(start, _)| text.end_at(start, &words).is_some());
            assert_eq!(is_found, found, "{case:?}");
        }
    }
}
