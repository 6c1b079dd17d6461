//! Messages in two texts: programs often write the headers and the body to files of their own.

use super::head;

/// The texts, with a head and its body in one text: the body is the next text, or the other of two texts.
pub(super) fn joined(texts: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut joined: Vec<String> = Vec::new();
    for text in texts {
        match joined.last_mut() {
            Some(head) if belong(head, &text) => *head = message(head, &text),
            _ => joined.push(text),
        }
    }
    match &*joined {
        [body, head] if belong(head, body) => vec![message(head, body)],
        _ => joined,
    }
}

fn belong(head: &str, body: &str) -> bool {
    head::ends_with_head(head) && is_body(body)
}

/// Tests for JSON, XML or HTML without a head of its own.
fn is_body(text: &str) -> bool {
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    text.starts_with(['{', '[', '<']) && !head::has_head(text)
}

/// The head, an empty line, and the body with the very bytes that were given.
fn message(head: &str, body: &str) -> String {
    let line = match head.contains("\r\n") {
        true => "\r\n",
        false => "\n",
    };
    format!("{}{line}{line}{body}", head.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_and_its_body_are_one_text() {
        const HEAD: &str = "HTTP/1.1 200 OK\r\nRequest-ID: 1\r\n";
        let owned =
            |texts: &[&str]| -> Vec<_> { texts.iter().copied().map(str::to_owned).collect() };
        for (texts, expected) in [
            (
                &[HEAD, "{} "][..],
                &["HTTP/1.1 200 OK\r\nRequest-ID: 1\r\n\r\n{} "][..],
            ),
            (
                &["{}", "< wechatpay-nonce: 1\n< \n"],
                &["< wechatpay-nonce: 1\n<\n\n{}"],
            ),
            (
                &["Request-ID: 1", "{1}", "{2}", "Request-ID: 3", "<xml>"],
                &["Request-ID: 1\n\n{1}", "{2}", "Request-ID: 3\n\n<xml>"],
            ),
            // Only one of the bodies is behind the head.
            (
                &["{1}", HEAD, "{2}"],
                &["{1}", "HTTP/1.1 200 OK\r\nRequest-ID: 1\r\n\r\n{2}"],
            ),
            // Whole messages, other headers, and other texts.
            (
                &["Request-ID: 1\n\n{1}", "{2}"],
                &["Request-ID: 1\n\n{1}", "{2}"],
            ),
            (
                &["{1}\nRequest-ID: 1\n", "{2}"],
                &["{1}\nRequest-ID: 1\n", "{2}"],
            ),
            (&["Note: 1\n", "{2}"], &["Note: 1\n", "{2}"]),
            (&[HEAD, "ORDERPAID"], &[HEAD, "ORDERPAID"]),
            (
                &[HEAD, "< HTTP/1.1 200 OK\n\n{}"],
                &[HEAD, "< HTTP/1.1 200 OK\n\n{}"],
            ),
            // The body before the head is that of the request.
            (
                &["POST /v3/x HTTP/1.1\n\n{0}\n\nHTTP/1.1 200 OK\nA: 1", "{1}"],
                &["POST /v3/x HTTP/1.1\n\n{0}\n\nHTTP/1.1 200 OK\nA: 1\n\n{1}"],
            ),
        ] {
            assert_eq!(joined(owned(texts)), expected, "{texts:?}");
        }
    }
}
