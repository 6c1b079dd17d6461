//! The `Keep-Alive` header of a response: how long the server keeps an idle connection. The pool closes it earlier.

use std::time::Duration;

use http::HeaderMap;

/// The shortest `timeout` of the `Keep-Alive` headers, in whole seconds. A `timeout` without a readable number
/// counts as zero, because a new connection costs less than a request on a closing one.
pub(super) fn timeout(headers: &HeaderMap) -> Option<Duration> {
    let values = headers.get_all("keep-alive").into_iter();
    let seconds = values.filter_map(|value| seconds(&String::from_utf8_lossy(value.as_bytes())));
    seconds.min().map(Duration::from_secs)
}

/// Reads `timeout=8, max=100` as servers spell it: with semicolons, quotes, spaces, fractions or units.
fn seconds(value: &str) -> Option<u64> {
    let words = value.split([',', ';', '=', ':', '"', '\'', ' ', '\t']);
    let words = words.filter(|word| !word.is_empty());
    let next_words = words.clone().skip(1).chain([""]);
    let parameters = words.zip(next_words);
    parameters
        .filter(|(name, _)| name.eq_ignore_ascii_case("timeout"))
        .map(|(_, value)| leading_number(value))
        .min()
}

fn leading_number(word: &str) -> u64 {
    let digits = word.bytes().take_while(u8::is_ascii_digit);
    digits.fold(0, |number: u64, digit| {
        let digit = u64::from(digit - b'0');
        number.saturating_mul(10).saturating_add(digit)
    })
}

#[cfg(test)]
mod tests {
    use http::header::HeaderValue;

    use super::*;

    #[test]
    fn the_shortest_announced_timeout_counts() {
        for (values, seconds) in [
            (&[][..], None),
            (&["timeout=8"], Some(8)),
            (&["max=100, TIMEOUT = 2"], Some(2)),
            (&["timeout=0"], Some(0)),
            (&["timeout=9", "timeout=3, timeout=5"], Some(3)),
            (&["timeouts=1, max=5"], None),
            // Other spellings.
            (&["timeout=1; max=100"], Some(1)),
            (&["max=5;timeout=1"], Some(1)),
            (&["max=5 timeout=1"], Some(1)),
            (&["timeout=\"1\""], Some(1)),
            (&["\"timeout=1\""], Some(1)),
            (&["timeout='1'"], Some(1)),
            (&["timeout:1"], Some(1)),
            (&["timeout=1.0"], Some(1)),
            (&["timeout=1.9"], Some(1)),
            (&["timeout=0.5"], Some(0)),
            (&["timeout=1s"], Some(1)),
            (&["x=\u{e9}, timeout=1"], Some(1)),
            // Larger than a `u64`.
            (&["timeout=99999999999999999999"], Some(u64::MAX)),
            // Not readable.
            (&["timeout"], Some(0)),
            (&["timeout="], Some(0)),
            (&["timeout, max=100"], Some(0)),
            (&["timeout=-1"], Some(0)),
            (&["timeout=none", "timeout=5"], Some(0)),
        ] {
            let mut headers = HeaderMap::new();
            for value in values {
                let value = HeaderValue::from_bytes(value.as_bytes()).unwrap();
                headers.append("keep-alive", value);
            }
            let seconds = seconds.map(Duration::from_secs);
            assert_eq!(timeout(&headers), seconds, "{values:?}");
        }
    }
}
