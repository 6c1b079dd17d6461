//! The status, the path and the headers of a message in a text.

use std::{borrow::Cow, sync::LazyLock};

use regex_lite::Regex;
use wechatpay_client::{
    SignatureHeader,
    http::{HeaderMap, HeaderName, HeaderValue},
};

use super::{head::heads, number::regex, plain::without_unicode_escapes};

regex!(STATUS_LINE r#"HTTP/\d(?:\.\d)?["']?\s+(\d{3})\b"#);
regex!(STATUS_MEMBER r#"(?i)(?:^|[^a-z0-9_\-]|(?:http|resp|response|upstream|raw|get)[_-]?)(?:status(?:[_ -]?code)?|response[_ -]?code)["'`]?\s*(?:=>|->|[:=(\[])?\s*["'`]?(\d{3})\b"#);
regex!(STATUS_WORD r"(?i)\bHTTP\s+(?:status\s+|error\s+|code\s+)?(\d{3})\b");
regex!(STATUS_BEHIND_PATH r#"\b(?:GET|POST|PUT|PATCH|DELETE) \S+(?: HTTP/[\d.]+)?["']?(?: ?[-=]>)? (\d{3})\b"#);
regex!(STATUS_OF_SUCCESS r"does not indicate success: (\d{3})\b");
regex!(STATUS_CHINESE r"状态码[：:=是为 ]*(\d{3})\b");
regex!(STATUS_REASON r"\b(\d{3}) (?:Accepted|Bad Request|Unauthorized|Forbidden|Not Found|Too Many Requests|Internal Server Error|Bad Gateway|Service Unavailable|Gateway Time-?out|(?:Server|Client) Error)\b");
regex!(PATH r#"(?:^|[\s"'`(\[=]|\.(?:com|cn|net)|:\d+)(/(?:(?:hk/|global/)?v3|brand)/[A-Za-z0-9_{}./%\-]+(?:\?[^\s"'`\\)]*)?)"#);

/// The headers of a signature in lower case, each with the expression for its value in other forms than a line.
static WORDS: LazyLock<[(String, Option<Regex>); 5]> = LazyLock::new(|| {
    let names = [
        SignatureHeader::Timestamp,
        SignatureHeader::Nonce,
        SignatureHeader::Signature,
        SignatureHeader::Serial,
        SignatureHeader::SignatureType,
    ];
    names.map(|name| {
        let name = name.as_str().to_ascii_lowercase();
        let regex = regex_of_words(&name);
        (name, regex)
    })
});

/// The HTTP status of the text. Of several status lines, the last one: those before are of proxies and redirects.
pub(super) fn status(text: &str) -> Option<u16> {
    let last = |regex: &'static LazyLock<Option<Regex>>| {
        let found = regex.as_ref()?.captures_iter(text);
        let statuses = found.filter_map(|captures| captures.get(1)?.as_str().parse::<u16>().ok());
        statuses.filter(|status| (100..600).contains(status)).last()
    };
    [
        &STATUS_LINE,
        &STATUS_MEMBER,
        &STATUS_WORD,
        &STATUS_BEHIND_PATH,
        &STATUS_OF_SUCCESS,
        &STATUS_CHINESE,
        &STATUS_REASON,
    ]
    .into_iter()
    .find_map(last)
}

/// The paths of requests in the text, each with its query and its place.
pub(super) fn targets(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let found = PATH.iter().flat_map(|regex| regex.captures_iter(text));
    let paths = found.filter_map(|captures| captures.get(1));
    paths.map(|path| {
        let text = path.as_str().trim_end_matches('.');
        // A brace of the text around.
        let is_whole = text.matches('{').count() >= text.matches('}').count();
        let text = if is_whole {
            text
        } else {
            text.trim_end_matches('}')
        };
        (path.start(), text)
    })
}

/// The headers of a signature, in whatever form a program or a logger writes headers. A request may have one of them too,
/// beside those of its response.
pub(super) fn headers(text: &str) -> HeaderMap {
    let mut headers = HeaderMap::new();
    let heads = heads(text);
    let mut heads = heads.iter().filter_map(|head| text.get(head.clone()));
    let text = heads.rfind(|head| is_whole(head)).unwrap_or(text);
    for name in WORDS.iter().map(|(name, _)| name.as_str()) {
        let values = match values_of_lines(text, name) {
            lines if lines.is_empty() => values_of_words(text, name),
            lines => lines,
        };
        for value in values {
            if let (Ok(name), Ok(value)) =
                (HeaderName::try_from(name), HeaderValue::from_str(&value))
            {
                headers.append(name, value);
            }
        }
    }
    headers
}

/// Tests if a head has all headers that a signature needs.
fn is_whole(head: &str) -> bool {
    let mut names = WORDS.iter().map(|(name, _)| name.as_str());
    let of_type = SignatureHeader::SignatureType.as_str();
    names.all(|name| name.eq_ignore_ascii_case(of_type) || !values_of_lines(head, name).is_empty())
}

/// The length of the body by its header. `None` if the body is encoded, or if several messages have different lengths.
pub(super) fn content_length(text: &str) -> Option<usize> {
    let is_identity = |value: &Cow<'_, str>| value.eq_ignore_ascii_case("identity");
    if !values_of_lines(text, "content-encoding")
        .iter()
        .all(is_identity)
    {
        return None;
    }
    let values = values_of_lines(text, "content-length");
    let (first, others) = values.split_first()?;
    let is_same = others.iter().all(|other| other == first);
    first.parse().ok().filter(|_| is_same)
}

/// The values of `Name: value` on lines of their own, as curl prints them, without quotes.
fn values_of_lines<'t>(text: &'t str, name: &str) -> Vec<Cow<'t, str>> {
    let lines = text
        .lines()
        .map(|line| line.trim_start_matches(['<', '>', '*', ' ', '\t']));
    let pairs = lines.filter_map(|line| line.split_once(':'));
    pairs
        .filter(|(found, _)| found.eq_ignore_ascii_case(name))
        .map(|(_, value)| value.trim())
        .map(|value| quoted(value).unwrap_or(value))
        .filter(|value| !value.is_empty())
        .map(Cow::Borrowed)
        .collect()
}

/// The text in quotes.
fn quoted(text: &str) -> Option<&str> {
    let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    text.strip_prefix(quote)?.strip_suffix(quote)
}

/// The first value behind the name in other forms: JSON, maps of programming languages, `HTTP_WECHATPAY_…`.
fn values_of_words<'t>(text: &'t str, name: &str) -> Vec<Cow<'t, str>> {
    let mut words = WORDS.iter();
    let regex = words.find_map(|(known, regex)| (known == name).then_some(regex.as_ref()?));
    let captures = regex.and_then(|regex| regex.captures(text));
    let value = captures.and_then(|captures| captures.get(1));
    value
        .map(|value| unescaped(value.as_str()))
        .into_iter()
        .collect()
}

/// The value without the escapes that encoders of JSON write into base64: `\/` of PHP, `\u003d` of Gson, `\u002B` of .NET.
fn unescaped(value: &str) -> Cow<'_, str> {
    match value.contains('\\') {
        true => Cow::Owned(without_unicode_escapes(value).replace('\\', "")),
        false => Cow::Borrowed(value),
    }
}

fn regex_of_words(name: &str) -> Option<Regex> {
    let name = name.replace('-', "[-_]");
    let pattern = format!(
        r#"(?i)(?:HTTP[-_])?{name}\\*["'`]?\]?\s*(?:=>|->|[:=,])\s*(?:array\s*(?:\(\d+\))?\s*[({{]\s*\[?0\]?\s*=>\s*)?(?:string\(\d+\)\s*)?(?:\[\]string)?[\[({{]*\\*["'`]?((?:[A-Za-z0-9+/=_\-]|\\+/|\\+u00[0-9A-Fa-f]{{2}})+)"#
    );
    Regex::new(&pattern).ok()
}
